/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"
#include "clinic-paper.h"

G_BEGIN_DECLS

/* Makes a paper on a worker's thread: clinic_paper_of_consent () and its like. */
typedef ClinicPaper *(* ClinicPaperFunc) (ClinicDb  *db,
                                          gint64     id,
                                          GError   **error);

/* The aftercare of a session in the patient's own language. ClinicPaperFunc. */
ClinicPaper *clinic_paper_out_aftercare (ClinicDb         *db,
                                         gint64            session,
                                         GError          **error);
/* Asks for a file and writes the paper of record @id as PDF; says so with a toast. @suggested: a name
 * without ending that names no patient. */
void         clinic_paper_out_save      (GtkWidget        *parent,
                                         ClinicDesk       *desk,
                                         ClinicPaperFunc   func,
                                         gint64            id,
                                         const char       *suggested);
/* Shows the dialog of the desktop for printing it. */
void         clinic_paper_out_print     (GtkWidget        *parent,
                                         ClinicDesk       *desk,
                                         ClinicPaperFunc   func,
                                         gint64            id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"

G_BEGIN_DECLS

/* Notes in the trail that the actor looks at photos of @patient (photo.view): a row for each of
 * @photos, or, without any, one for the patient, whose thumbnails are looked at. To be given once an
 * opening, before anything is shown. Nothing else is written, so there is nothing to take back. */
gboolean clinic_photo_note_viewed (ClinicAct     *act,
                                   gint64         patient,
                                   const gint64  *photos,
                                   guint          n_photos,
                                   GError       **error);
/* Before photos of @patient leave the program, as a comparison: refuses with CLINIC_ERROR_INVALID where
 * the patient does not consent to that, else notes each of them in the trail (photo.export). */
gboolean clinic_photo_give_out    (ClinicAct     *act,
                                   gint64         patient,
                                   const gint64  *photos,
                                   guint          n_photos,
                                   GError       **error);
/* The same with photos of many patients that leave together, in a workbook or with all the rest; @photos:
 * their ids (gint64). Each stands in the trail once; all of them or, with @error, none. */
gboolean clinic_photo_give_out_all (ClinicAct     *act,
                                    GArray        *photos,
                                    GError       **error);

G_END_DECLS

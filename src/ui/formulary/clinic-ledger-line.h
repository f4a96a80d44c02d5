/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LEDGER_LINE (clinic_ledger_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLedgerLine, clinic_ledger_line, CLINIC, LEDGER_LINE, ClinicRecord)

/* Something that came into a lot or went out of it. Read from a query, never stored. */
struct _ClinicLedgerLine
{
  ClinicRecord  parent_instance;

  char         *kind;           /* "received", "poured", "injected", "mixed", "discarded" */
  char         *happened;       /* wall time; a date when it was received */
  gint64        volume;
  char         *what;           /* the other lot, the patient, the reason */
  char         *who;
};

/* Of a lot (its id as text), as it happened; caller unrefs. */
GPtrArray *clinic_ledger_line_list   (ClinicDb          *db,
                                      const char        *lot,
                                      GError           **error);
/* It came in; all else went out. */
gboolean   clinic_ledger_line_is_in  (ClinicLedgerLine  *self);
/* µl of all lines of a kind; CLINIC_UNKNOWN when one of them is not known. */
gint64     clinic_ledger_line_sum    (GListModel        *lines,
                                      const char        *kind);

G_END_DECLS

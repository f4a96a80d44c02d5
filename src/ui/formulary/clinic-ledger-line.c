/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "clinic-ledger-line.h"

G_DEFINE_FINAL_TYPE (ClinicLedgerLine, clinic_ledger_line, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicLedgerLine, kind,     N_("Kind")),
  CLINIC_FIELD (ClinicLedgerLine, happened, N_("When")),
  CLINIC_FIELD (ClinicLedgerLine, volume,   N_("Volume (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicLedgerLine, what,     N_("What")),
  CLINIC_FIELD (ClinicLedgerLine, who,      N_("Who")),
};
/* *INDENT-ON* */

static void
clinic_ledger_line_class_init (ClinicLedgerLineClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "ledger_line", N_("Ledger"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_ledger_line_init (ClinicLedgerLine *self)
{
}

GPtrArray *
clinic_ledger_line_list (ClinicDb    *db,
                         const char  *lot,
                         GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "formulary-ledger", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, g_ascii_strtoll (lot, NULL, 10));

  return clinic_store_list (statement, CLINIC_TYPE_LEDGER_LINE, error);
}

gboolean
clinic_ledger_line_is_in (ClinicLedgerLine *self)
{
  return g_strcmp0 (self->kind, "received") == 0 || g_strcmp0 (self->kind, "poured") == 0;
}

gint64
clinic_ledger_line_sum (GListModel *lines,
                        const char *kind)
{
  gint64 sum = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (lines), 0);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(ClinicLedgerLine) line = g_list_model_get_item (lines, i);

      if (g_strcmp0 (line->kind, kind) != 0)
        continue;

      if (line->volume == CLINIC_UNKNOWN)
        return CLINIC_UNKNOWN;

      sum += line->volume;
    }

  return sum;
}

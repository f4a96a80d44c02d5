/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-report-private.h"
#include "clinic-resource.h"

/* *INDENT-OFF* */
enum {
  RULE, SAYS, SEVERITY, OVERRIDES, SHARE, SESSIONS, PEOPLE, FIRST, LAST, SOURCE, N_FIELDS
};

const char * const clinic_report_override_rules_fields[] = {
  "rule", "says", "severity", "overrides", "share", "sessions", "people", "first", "last", "source", NULL
};
/* *INDENT-ON* */

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_override_rules_fields) == N_FIELDS + 1);

/* A rule that people went on against. */
typedef struct
{
  char   *rule;
  char   *severity;
  gint64  overrides;
  gint64  sessions;
  gint64  people;
  char   *first;
  char   *last;
} Overridden;

static void
overridden_free (gpointer data)
{
  Overridden *self = data;

  g_free (self->rule);
  g_free (self->severity);
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

static gboolean
take (ClinicStatement  *statement,
      gpointer          data,
      GError          **error)
{
  Overridden *self = g_new0 (Overridden, 1);

  self->rule = g_strdup (clinic_row_text (statement, "rule"));
  self->severity = g_strdup (clinic_row_text (statement, "severity"));
  self->overrides = clinic_row_number (statement, "overrides");
  self->sessions = clinic_row_number (statement, "sessions");
  self->people = clinic_row_number (statement, "people");
  self->first = g_strdup (clinic_row_text (statement, "first"));
  self->last = g_strdup (clinic_row_text (statement, "last"));
  g_ptr_array_add (data, self);

  return TRUE;
}

/* What the rule of this code says of itself; NULL when there is no such rule any more. */
static char *
read_rule (const char *code,
           const char *key)
{
  g_autofree char *path = g_strdup_printf ("rules/%s.rule", code);
  g_autofree char *text = clinic_resource_exists (path) ? clinic_resource_dup_text (path) : NULL;
  g_autoptr(GKeyFile) file = g_key_file_new ();

  if (text == NULL || !g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    return NULL;

  return g_key_file_get_string (file, "rule", key, NULL);
}

static void
append (ClinicSheet      *sheet,
        const guint      *map,
        const Overridden *overridden,
        gint64            all)
{
  g_autofree char *says = read_rule (overridden->rule, "message");
  g_autofree char *source = read_rule (overridden->rule, "source");
  ClinicCell cells[N_FIELDS] = { 0 };

  cells[RULE] = clinic_cell_text (overridden->rule);
  cells[SAYS] = clinic_cell_text (says);
  cells[SEVERITY] = clinic_cell_text (clinic_choice_label (clinic_bearings, overridden->severity));
  cells[OVERRIDES] = clinic_cell_integer (overridden->overrides);
  cells[SHARE] = clinic_cell_percent (100.0 * overridden->overrides / all, CLINIC_CELL_DECIMALS);
  cells[SESSIONS] = clinic_cell_integer (overridden->sessions);
  cells[PEOPLE] = clinic_cell_integer (overridden->people);
  cells[FIRST] = clinic_cell_date (overridden->first);
  cells[LAST] = clinic_cell_date (overridden->last);
  cells[SOURCE] = clinic_cell_text (source);
  clinic_report_append (sheet, map, cells);
}

gboolean
clinic_report_fill_override_rules (ClinicReportRun  *run,
                                   ClinicSheet      *sheet,
                                   GError          **error)
{
  static const char *const arguments[] = { "from", "to", NULL };
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_override_rules_fields);
  g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func (overridden_free);
  gint64 all = 0;

  if (!clinic_report_each (run, "report-override-rules", arguments, take, rules, error))
    return FALSE;

  for (guint i = 0; i < rules->len; i++)
    all += ((Overridden *) rules->pdata[i])->overrides;

  for (guint i = 0; i < rules->len; i++)
    append (sheet, map, rules->pdata[i], all);

  return TRUE;
}

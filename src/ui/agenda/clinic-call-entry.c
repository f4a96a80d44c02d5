/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-call-entry.h"
#include "clinic-choices.h"
#include "clinic-date.h"

G_DEFINE_FINAL_TYPE (ClinicCallEntry, clinic_call_entry, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCallEntry, patient_id,    N_("Patient"), .format = CLINIC_LINK, .links = "patient"),
  CLINIC_FIELD (ClinicCallEntry, reaction_id,   N_("Reaction"), .format = CLINIC_LINK, .links = "reaction"),
  CLINIC_FIELD (ClinicCallEntry, due_on,        N_("Due"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCallEntry, reason,        N_("What for")),
  CLINIC_FIELD (ClinicCallEntry, family_name,   N_("Family name")),
  CLINIC_FIELD (ClinicCallEntry, given_name,    N_("Given name")),
  CLINIC_FIELD (ClinicCallEntry, phone,         N_("Telephone")),
  CLINIC_FIELD (ClinicCallEntry, what,          N_("What")),
  CLINIC_FIELD (ClinicCallEntry, specified,     N_("What it is")),
  CLINIC_FIELD (ClinicCallEntry, zone,          N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicCallEntry, grade,         N_("Grade")),
  CLINIC_FIELD (ClinicCallEntry, onset,         N_("Onset")),
  CLINIC_FIELD (ClinicCallEntry, expected_days, N_("Usual days")),
  CLINIC_FIELD (ClinicCallEntry, red_flag,      N_("Red flag")),
};
/* *INDENT-ON* */

static void
clinic_call_entry_class_init (ClinicCallEntryClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "call_entry", N_("Call"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_call_entry_init (ClinicCallEntry *self)
{
}

GPtrArray *
clinic_call_entry_list (ClinicDb    *db,
                        const char  *today,
                        gint64       practitioner,
                        GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-calls", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, today);
  clinic_statement_bind_int (statement, 2, practitioner);

  return clinic_store_list (statement, CLINIC_TYPE_CALL_ENTRY, error);
}

static void
append (GString *words,
        char    *more)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
  g_free (more);
}

char *
clinic_call_entry_dup_words (ClinicCallEntry *self,
                             const char      *today)
{
  GString *words = g_string_new (self->specified != NULL ? self->specified : self->what);
  int days;

  if (self->zone != NULL)
    append (words, g_strdup (clinic_choice_label (clinic_zones, self->zone)));

  if (self->grade != CLINIC_UNKNOWN)
    append (words, g_strdup_printf (_("grade %d"), (int) self->grade));

  if (self->onset != NULL)
    {
      days = (int) clinic_date_days_between (self->onset, today);
      append (words, days == 0 ? g_strdup (_("since today"))
                               : g_strdup_printf (ngettext ("for %d day", "for %d days", (gulong) days), days));
    }

  if (self->reason != NULL)
    append (words, g_strdup (self->reason));

  return g_string_free (words, FALSE);
}

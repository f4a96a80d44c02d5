/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-asked.h"
#include "clinic-asked-words.h"
#include "clinic-check-in-look.h"
#include "clinic-date.h"
#include "clinic-today-entry.h"

/* The first that waits, of whichever course. */
static void
read_decision (ClinicChartSheet  *sheet,
               ClinicDb          *db,
               GError           **error)
{
  g_autoptr(GPtrArray) due = clinic_today_entry_list_decisions_of (db, sheet->visit->patient_id, error);
  g_autoptr(ClinicRecord) session = NULL;

  if (due == NULL || due->len == 0)
    return;

  session = clinic_store_find (db, CLINIC_TYPE_SESSION, ((ClinicTodayEntry *) due->pdata[0])->session_id, error);

  if (session != NULL)
    sheet->decision_due = CLINIC_SESSION (session)->number;
}

gboolean
clinic_chart_asked_read (ClinicChartSheet  *sheet,
                         ClinicDb          *db,
                         GError           **error)
{
  GError *failure = NULL;

  sheet->pregnancy = clinic_pregnancy_find (db, sheet->visit->patient_id, sheet->today, &failure);

  if (failure == NULL)
    sheet->allergies = clinic_allergies_find (db, sheet->visit->patient_id, sheet->today, &failure);

  if (failure == NULL)
    sheet->check_in = clinic_check_in_find (db, sheet->session, &failure);

  if (failure == NULL)
    read_decision (sheet, db, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static const char *
find_kind (const char *answer,
           gint64      days)
{
  if (g_str_equal (answer, "yes"))
    return "stop";

  return g_str_equal (answer, "no") && days <= CLINIC_ANSWER_FRESH ? "note" : "warn";
}

char *
clinic_chart_asked_dup_pregnancy (ClinicChartSheet  *sheet,
                                  const char       **kind)
{
  ClinicPregnancyStatus *status = sheet->pregnancy;
  g_autofree char *ago = NULL;
  gint64 days;

  *kind = "warn";

  if (status == NULL)
    return clinic_pregnancy_concerns (sheet->visit->sex, sheet->visit->birth_date, sheet->today)
           ? g_strdup (_("Pregnancy: not asked")) : NULL;

  days = clinic_date_days_between (status->asked_on, sheet->today);
  *kind = find_kind (status->answer, days);
  ago = clinic_asked_words_dup_when (status->asked_on, sheet->today);

  if (g_str_equal (status->answer, "yes"))
    /* Translators: %s: “asked 3 days ago (18 Nov 2026)”. */
    return g_strdup_printf (_("Pregnancy: yes, %s"), ago);

  if (g_str_equal (status->answer, "no"))
    return g_strdup_printf (_("Pregnancy: no, %s"), ago);

  return g_strdup_printf (_("Pregnancy: not sure, %s"), ago);
}

char *
clinic_chart_asked_dup_allergies (ClinicChartSheet  *sheet,
                                  const char       **kind)
{
  return clinic_asked_words_dup_allergies (sheet->allergies, sheet->n_allergies, sheet->today, kind);
}

static void
append (GString *text,
        char    *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part);
  g_free (part);
}

char *
clinic_chart_asked_dup_check_in (ClinicChartSheet  *sheet,
                                 const char       **kind)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *yes = NULL;
  g_autofree char *unsure = NULL;
  g_autofree char *open = NULL;

  *kind = "warn";

  if (sheet->check_in == NULL)
    return sheet->standing->session->signed_at == NULL ? g_strdup (_("Check-in: not asked")) : NULL;

  yes = clinic_check_in_dup_answered (sheet->check_in, "yes");
  unsure = clinic_check_in_dup_answered (sheet->check_in, "unsure");
  open = clinic_check_in_dup_answered (sheet->check_in, NULL);

  if (yes != NULL)
    append (text, g_steal_pointer (&yes));

  /* Translators: these follow each other: “Check-in: a new medicine; not sure of hair coloured; not asked of …”. */
  if (unsure != NULL)
    append (text, g_strdup_printf (_("not sure of %s"), unsure));

  if (open != NULL)
    append (text, g_strdup_printf (_("not asked of %s"), open));

  if (text->len > 0)
    return g_strdup_printf (_("Check-in: %s"), text->str);

  *kind = "note";

  return g_strdup (_("Check-in: nothing new"));
}

char *
clinic_chart_asked_dup_decision (ClinicChartSheet *sheet)
{
  return sheet->decision_due > 0 ? g_strdup_printf (_("Decision due: after session %d"), (int) sheet->decision_due)
                                 : NULL;
}

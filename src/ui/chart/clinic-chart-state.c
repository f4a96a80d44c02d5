/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-amendment.h"
#include "clinic-chart-state.h"
#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-text.h"

static gboolean
is_signed (ClinicChartSheet *sheet)
{
  return sheet->standing->session->signed_at != NULL;
}

static gboolean
is_off (ClinicChartSheet *sheet)
{
  return g_strcmp0 (sheet->visit->status, "cancelled") == 0 ||
         g_strcmp0 (sheet->visit->status, "no_show") == 0;
}

static gboolean
is_to_come (ClinicDesk       *desk,
            ClinicChartSheet *sheet)
{
  g_autofree char *date = clinic_wall_dup_date (sheet->visit->starts);

  return strcmp (date, clinic_desk_get_today (desk)) > 0;
}

static gboolean
is_anothers (ClinicDesk       *desk,
             ClinicChartSheet *sheet)
{
  ClinicStaff *actor = clinic_desk_get_actor (desk);

  return sheet->draft_by != 0 &&
         (actor == NULL || clinic_record_get_id (CLINIC_RECORD (actor)) != sheet->draft_by);
}

gboolean
clinic_chart_state_is_editable (ClinicDesk       *desk,
                                ClinicChartSheet *sheet)
{
  return !is_signed (sheet) && !is_off (sheet) && !is_to_come (desk, sheet) &&
         !is_anothers (desk, sheet) && clinic_desk_may (desk, "session.chart");
}

static char *
dup_instant (ClinicDesk *desk,
             const char *instant)
{
  return clinic_locale_instant (instant, clinic_desk_get_clinic (desk)->zone);
}

static char *
dup_near (ClinicDesk *desk,
          const char *wall)
{
  g_autofree char *date = clinic_wall_dup_date (wall);
  g_autofree char *day = clinic_locale_near_day (date, clinic_desk_get_today (desk));
  g_autofree char *time = clinic_locale_time (wall);

  /* Translators: a day and a time: “Mon 23 Nov, 09:30”. */
  return g_strdup_printf (_("%s, %s"), day, time);
}

static void
show_signed (ClinicDesk       *desk,
             ClinicChartSheet *sheet,
             ClinicNotice     *notice)
{
  ClinicSession *session = sheet->standing->session;
  ClinicStaff *staff = clinic_desk_find_staff (desk, session->signed_by);
  const char *name = staff != NULL ? staff->name : _("somebody");
  g_autofree char *when = dup_instant (desk, session->signed_at);
  g_autofree char *next = sheet->next != NULL ? dup_near (desk, sheet->next) : NULL;
  g_autofree char *text = NULL;

  if (next != NULL)
    text = g_strdup_printf (_("Signed by %s on %s. Next visit: %s."), name, when, next);
  else
    text = g_strdup_printf (_("Signed by %s on %s. No visit is booked after this one."), name, when);

  clinic_notice_set_text (notice, "information", text);
  clinic_notice_set_button (notice, _("Log a _reaction"), "chart.react");
}

static void
show_off (ClinicChartSheet *sheet,
          ClinicNotice     *notice)
{
  gboolean cancelled = g_strcmp0 (sheet->visit->status, "cancelled") == 0;

  clinic_notice_set_text (notice, "information",
                          cancelled ? _("This visit was cancelled. It cannot be charted.")
                                    : _("The patient did not come to this visit. It cannot be charted."));
  clinic_notice_set_button (notice, NULL, NULL);
}

static void
show_anothers (ClinicDesk       *desk,
               ClinicChartSheet *sheet,
               ClinicNotice     *notice)
{
  g_autofree char *when = dup_instant (desk, sheet->draft_at);
  g_autofree char *text = g_strdup_printf (_("%s is charting this session; the draft is of %s. Nothing can be changed here "
                                             "until you take it over."), sheet->draft_name, when);

  clinic_notice_set_text (notice, "warning", text);
  clinic_notice_set_button (notice, clinic_desk_may (desk, "session.chart") ? _("_Take over") : NULL,
                            "chart.take-over");
}

static void
show_draft (ClinicDesk       *desk,
            ClinicChartSheet *sheet,
            ClinicNotice     *notice)
{
  g_autofree char *when = dup_instant (desk, sheet->draft_at);
  g_autofree char *text = g_strdup_printf (_("Taken up from your draft of %s."), when);

  clinic_notice_set_text (notice, "information", text);
  clinic_notice_set_button (notice, _("_Discard"), "chart.discard");
}

static void
show_to_come (ClinicDesk       *desk,
              ClinicChartSheet *sheet,
              ClinicNotice     *notice)
{
  g_autofree char *when = dup_near (desk, sheet->visit->starts);
  g_autofree char *text = g_strdup_printf (_("This visit is still to come: %s. It can be charted on its day."), when);

  clinic_notice_set_text (notice, "information", text);
  clinic_notice_set_button (notice, NULL, NULL);
}

void
clinic_chart_state_show (ClinicDesk       *desk,
                         ClinicChartSheet *sheet,
                         ClinicNotice     *notice)
{
  if (is_signed (sheet))
    {
      show_signed (desk, sheet, notice);
    }
  else if (is_off (sheet))
    {
      show_off (sheet, notice);
    }
  else if (is_anothers (desk, sheet))
    {
      show_anothers (desk, sheet, notice);
    }
  else if (is_to_come (desk, sheet))
    {
      show_to_come (desk, sheet, notice);
    }
  else if (!clinic_desk_may (desk, "session.chart"))
    {
      clinic_notice_set_text (notice, "information",
                              _("Charts are filled in by practitioners. You can look at this one."));
      clinic_notice_set_button (notice, NULL, NULL);
    }
  else if (sheet->draft_by != 0)
    {
      show_draft (desk, sheet, notice);
    }
  else
    {
      clinic_notice_set_text (notice, NULL, NULL);
    }
}

char *
clinic_chart_state_dup_patient (ClinicDesk       *desk,
                                ClinicChartSheet *sheet)
{
  ClinicVisit *visit = sheet->visit;
  g_autofree char *name = clinic_locale_full_name (visit->given_name, visit->family_name);
  g_autofree char *age = clinic_locale_age (visit->birth_date, clinic_desk_get_today (desk));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (*age == '\0')
    return g_steal_pointer (&name);

  /* Each for itself: a Latin name must not turn the age behind it round where Arabic is read. */
  first = clinic_text_isolate (name);
  second = clinic_text_isolate (age);

  /* Translators: a name and an age: “Ayşe Yıldız · 42 years”. */
  return g_strdup_printf (_("%s · %s"), first, second);
}

char *
clinic_chart_state_dup_session (ClinicDesk       *desk,
                                ClinicChartSheet *sheet)
{
  ClinicVisit *visit = sheet->visit;
  g_autofree char *when = dup_near (desk, visit->starts);

  if (visit->number == CLINIC_UNKNOWN)
    return g_steal_pointer (&when);

  if (visit->planned == CLINIC_UNKNOWN)
    return g_strdup_printf (_("Session %d · %s"), (int) visit->number, when);

  return g_strdup_printf (_("Session %d of %d · %s"), (int) visit->number, (int) visit->planned,
                          when);
}

char *
clinic_chart_state_dup_added (ClinicDesk       *desk,
                              ClinicChartSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->amendments->len; i++)
    {
      ClinicAmendment *amendment = sheet->amendments->pdata[i];
      ClinicStaff *staff = clinic_desk_find_staff (desk, amendment->staff_id);
      g_autofree char *when = dup_instant (desk, amendment->written_at);

      if (text->len > 0)
        g_string_append (text, "\n\n");

      /* Translators: what was added to a signed session; why; by whom and when. */
      g_string_append_printf (text, _("%s\n%s · %s, %s"), amendment->text, amendment->reason,
                              staff != NULL ? staff->name : "?", when);
    }

  return g_string_free (text, FALSE);
}

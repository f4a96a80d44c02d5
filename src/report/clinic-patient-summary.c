/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-date.h"
#include "clinic-report-private.h"

enum { ITEM, VALUE, UNIT, N_FIELDS };

const char * const clinic_report_patient_summary_fields[] = { "item", "value", "unit", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_summary_fields) == N_FIELDS + 1);

/* Counts over the patient's sessions. */
typedef struct
{
  gint64  done;
  gint64  booked;
  gint64  cancelled;
  gint64  no_show;
  gint64  volume;
  char   *first;
  char   *last;
  char   *next;
} Counts;

typedef struct
{
  ClinicReportRun *run;
  ClinicSheet     *sheet;
  guint           *map;
  Counts           counts;
  guint            courses;
} Summary;

static void
summary_clear (Summary *summary)
{
  g_free (summary->map);
  g_free (summary->counts.first);
  g_free (summary->counts.last);
  g_free (summary->counts.next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Summary, summary_clear)

static void
append (Summary    *summary,
        const char *item,
        ClinicCell  value,
        const char *unit)
{
  ClinicCell cells[] = { clinic_cell_text (item), value, clinic_cell_text (unit) };

  clinic_report_append (summary->sheet, summary->map, cells);
}

static gboolean
take_patient (ClinicStatement *statement,
              gpointer         data,
              GError         **error)
{
  Summary *summary = data;
  const char *given = clinic_row_text (statement, "given_name");
  const char *birth = clinic_row_text (statement, "birth_date");
  g_autofree char *name = g_strdup_printf ("%s%s%s", clinic_row_text (statement, "family_name"),
                                           given != NULL ? ", " : "",
                                           given != NULL ? given : "");

  append (summary, _("File number"), clinic_cell_text (clinic_row_text (statement, "file_number")),
          NULL);
  append (summary, _("Name"), clinic_cell_text (name), NULL);
  append (summary, _("Birth date"), clinic_cell_date (birth), NULL);

  if (birth != NULL && clinic_date_is_valid (birth))
    append (summary, _("Age"), clinic_cell_integer (clinic_date_age (birth, summary->run->today)),
            _("years"));

  append (summary, _("Sex"),
          clinic_cell_text (clinic_choice_label (clinic_sexes,
                                                 clinic_row_text (statement, "sex"))), NULL);

  return TRUE;
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static gboolean
take_course (ClinicStatement *statement,
             gpointer         data,
             GError         **error)
{
  Summary *summary = data;
  g_autofree char *item = g_strdup_printf (_("Course %u"), ++summary->courses);
  g_autoptr(GString) text = g_string_new (NULL);

  append_part (text, clinic_row_text (statement, "diagnosis"));
  append_part (text, clinic_row_text (statement, "scale"));
  append_part (text, clinic_row_text (statement, "grade"));
  append_part (text, clinic_row_text (statement, "protocol"));
  append_part (text, clinic_row_text (statement, "cocktail"));
  append_part (text,
               clinic_choice_label (clinic_course_statuses, clinic_row_text (statement, "status")));
  append_part (text, clinic_row_text (statement, "stop_reason"));
  append (summary, item, clinic_cell_text (text->str), NULL);
  append (summary, _("Started on"), clinic_cell_date (clinic_row_text (statement, "started_on")),
          NULL);

  if (clinic_row_text (statement, "ended_on") != NULL)
    append (summary, _("Ended on"), clinic_cell_date (clinic_row_text (statement, "ended_on")),
            NULL);

  if (clinic_row_text (statement, "goal") != NULL)
    append (summary, _("Goal"), clinic_cell_text (clinic_row_text (statement, "goal")), NULL);

  return TRUE;
}

static gboolean
take_session (ClinicStatement *statement,
              gpointer         data,
              GError         **error)
{
  Summary *summary = data;
  Counts *counts = &summary->counts;
  const char *status = clinic_row_text (statement, "status");
  const char *starts = clinic_row_text (statement, "starts");

  if (strcmp (status, "done") == 0)
    {
      counts->done++;

      if (counts->first == NULL)
        counts->first = g_strdup (starts);

      g_free (counts->last);
      counts->last = g_strdup (starts);
    }
  else if (strcmp (status, "cancelled") == 0)
    counts->cancelled++;
  else if (strcmp (status, "no_show") == 0)
    counts->no_show++;
  else
    {
      counts->booked++;

      if (counts->next == NULL && strcmp (starts, summary->run->now) >= 0)
        counts->next = g_strdup (starts);
    }

  return TRUE;
}

static gboolean
take_injection (ClinicStatement *statement,
                gpointer         data,
                GError         **error)
{
  Summary *summary = data;

  summary->counts.volume += clinic_row_number (statement, "volume");

  return TRUE;
}

static gboolean
take_one (ClinicStatement *statement,
          gpointer         data,
          GError         **error)
{
  gint64 *n = data;

  ++*n;

  return TRUE;
}

static void
append_counts (Summary      *summary,
               const Counts *counts)
{
  append (summary, _("Sessions done"), clinic_cell_integer (counts->done), NULL);
  append (summary, _("Sessions booked"), clinic_cell_integer (counts->booked), NULL);
  append (summary, _("Sessions cancelled"), clinic_cell_integer (counts->cancelled), NULL);
  append (summary, _("Sessions missed"), clinic_cell_integer (counts->no_show), NULL);
  append (summary, _("First session done"), clinic_cell_wall (counts->first), NULL);
  append (summary, _("Latest session done"), clinic_cell_wall (counts->last), NULL);
  append (summary, _("Next session"), clinic_cell_wall (counts->next), NULL);
  append (summary, _("Volume injected"), clinic_cell_number (counts->volume / 1000.0, 2), _("ml"));
}

gboolean
clinic_report_fill_patient_summary (ClinicReportRun  *run,
                                    ClinicSheet      *sheet,
                                    GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_auto(Summary) summary = {
    .run = run, .sheet = sheet, .map = clinic_report_map_columns (sheet, clinic_report_patient_summary_fields),
  };
  gint64 readings = 0, reactions = 0;

  if (!clinic_report_each (run, "report-patient", arguments, take_patient, &summary, error) ||
      !clinic_report_each (run, "report-patient-courses", arguments, take_course, &summary,
                           error) ||
      !clinic_report_each (run, "report-patient-sessions", arguments, take_session, &summary,
                           error) ||
      !clinic_report_each (run, "report-patient-injections", arguments, take_injection, &summary,
                           error) ||
      !clinic_report_each (run, "report-patient-measurements", arguments, take_one, &readings,
                           error) ||
      !clinic_report_each (run, "report-patient-reactions", arguments, take_one, &reactions, error))
    return FALSE;

  append_counts (&summary, &summary.counts);
  append (&summary, _("Measurements"), clinic_cell_integer (readings), NULL);
  append (&summary, _("Reactions"), clinic_cell_integer (reactions), NULL);

  return TRUE;
}

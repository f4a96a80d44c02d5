/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-course-entry.h"
#include "clinic-direction.h"
#include "clinic-history-entry.h"
#include "clinic-locale.h"
#include "clinic-patient-words.h"
#include "clinic-reading-entry.h"
#include "clinic-text.h"
#include "clinic-visit.h"

/* Facts stand one beside the other; nothing is made a sentence of. */
static void
add_fact (GString    *line,
          const char *fact)
{
  g_autofree char *isolated = clinic_direction_isolate (fact);

  if (*isolated == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, " · ");

  g_string_append (line, isolated);
}

static void
take_fact (GString *line,
           char    *fact)
{
  add_fact (line, fact);
  g_free (fact);
}

static char *
finish (GString *line)
{
  g_autofree char *facts = g_string_free (line, FALSE);

  return clinic_direction_begin (facts);
}

/* Of a date or a wall time. */
static char *
dup_day (const char *wall)
{
  g_autofree char *date = wall != NULL ? g_strndup (wall, 10) : NULL;
  g_autofree char *day = clinic_locale_date (date);

  return clinic_direction_isolate (day);
}

static char *
dup_brief (ClinicHistoryEntry *entry)
{
  const char *severity = clinic_choice_label (clinic_severities, entry->severity);

  if (severity != NULL)
    {
      g_autofree char *lower = g_utf8_strdown (severity, -1);

      /* Translators: an allergy and how severe it is: "Fish (severe)" */
      return g_strdup_printf (C_("allergy", "%s (%s)"), entry->name, lower);
    }

  if (entry->grade != CLINIC_UNKNOWN)
    /* Translators: a reaction and its grade: "Bruise (grade 2)" */
    return g_strdup_printf (C_("reaction", "%s (grade %d)"), entry->name, (int) entry->grade);

  return g_strdup (entry->name);
}

char *
clinic_words_history (GListModel *entries)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(ClinicHistoryEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *brief = dup_brief (entry);

      if (entry->past)
        continue;

      if (line->len > 0)
        /* Translators: between the things in a list: "Fish, Biotin" */
        g_string_append (line, C_("list", ", "));

      g_string_append (line, brief);
    }

  return finish (line);
}

static void
add_duration (GString            *line,
              ClinicHistoryEntry *entry)
{
  g_autofree char *since = dup_day (entry->since);
  g_autofree char *ended = dup_day (entry->ended);

  if (*since != '\0' && *ended != '\0')
    /* Translators: from one date to another */
    take_fact (line, g_strdup_printf (_("%s to %s"), since, ended));
  else if (*ended != '\0')
    take_fact (line, g_strdup_printf (_("until %s"), ended));
  else if (*since != '\0' && strcmp (entry->kind, "diagnosis") == 0)
    add_fact (line, since);
  else if (*since != '\0')
    take_fact (line, g_strdup_printf (_("since %s"), since));
}

static char *
history_line (GObject            *object,
              ClinicHistoryEntry *entry)
{
  GString *line = g_string_new (NULL);

  if (entry == NULL)
    return finish (line);

  add_fact (line, clinic_choice_label (clinic_zones, entry->zone));

  if (entry->grade != CLINIC_UNKNOWN)
    take_fact (line, g_strdup_printf (_("grade %d"), (int) entry->grade));

  add_fact (line, entry->detail);
  add_duration (line, entry);

  if (!entry->past && entry->expected_days > 0)
    take_fact (line, g_strdup_printf (ngettext ("usually gone within %d day",
                                                "usually gone within %d days",
                                                entry->expected_days),
                                      (int) entry->expected_days));

  add_fact (line, entry->note);

  return finish (line);
}

static char *
history_tag (GObject            *object,
             ClinicHistoryEntry *entry)
{
  if (entry == NULL || entry->past)
    return g_strdup ("");

  if (entry->severity != NULL)
    return g_strdup (clinic_choice_label (clinic_severities, entry->severity));

  if (g_strcmp0 (entry->bearing, "stop") == 0)
    return g_strdup (strcmp (entry->kind, "reaction") == 0 ? _("Red flag") : _("Stops treatment"));

  return g_strdup (g_strcmp0 (entry->bearing, "warn") == 0 ? _("Warning") : "");
}

static char *
dup_number (gint64      number,
            gint64      planned,
            const char *without)
{
  if (number == CLINIC_UNKNOWN)
    return g_strdup (without);

  if (planned > 0)
    return g_strdup_printf (_("Session %d of %d"), (int) number, (int) planned);

  return g_strdup_printf (_("Session %d"), (int) number);
}

static char *
dup_time (const char *wall,
          const char *today)
{
  g_autofree char *date = g_strndup (wall, 10);
  g_autofree char *day = today != NULL ? clinic_locale_near_day (date, today)
                                       : clinic_locale_day (date);
  g_autofree char *time = clinic_locale_time (wall);

  /* Translators: a day and a time of day: "Tue 24 Nov, 10:30" */
  return g_strdup_printf (_("%s, %s"), day, time);
}

static char *
course_tally (GObject           *object,
              ClinicCourseEntry *course)
{
  GString *line = g_string_new (NULL);

  if (course == NULL)
    return finish (line);

  if (course->planned > 0)
    take_fact (line, g_strdup_printf (_("%d of %d done"), (int) course->done,
                                      (int) course->planned));
  else
    take_fact (line, g_strdup_printf (_("%d done"), (int) course->done));

  if (course->booked > 0)
    take_fact (line, g_strdup_printf (_("%d booked"), (int) course->booked));

  if (course->missed > 0)
    take_fact (line, g_strdup_printf (_("%d missed"), (int) course->missed));

  if (course->remaining > 0 && g_strcmp0 (course->status, "active") == 0)
    take_fact (line, g_strdup_printf (_("%d left"), (int) course->remaining));

  return finish (line);
}

static char *
course_line (GObject           *object,
             ClinicCourseEntry *course,
             ClinicVisit       *next)
{
  GString *line = g_string_new (NULL);

  if (course != NULL && next != NULL && next->number != CLINIC_UNKNOWN)
    take_fact (line, dup_number (next->number, next->planned, NULL));
  else if (course != NULL)
    take_fact (line, course_tally (object, course));

  if (course != NULL)
    add_fact (line, course->cocktail != NULL ? course->cocktail : course->protocol);

  if (next != NULL)
    {
      g_autofree char *time = dup_time (next->starts, NULL);

      take_fact (line, g_strdup_printf (_("next %s"), time));
    }
  else
    add_fact (line, course != NULL ? _("no visit booked") : _("No course, no visit booked"));

  return finish (line);
}

static char *
course_title (GObject           *object,
              ClinicCourseEntry *course)
{
  if (course == NULL)
    return g_strdup ("");

  return g_strdup (course->protocol != NULL ? course->protocol : _("Course without protocol"));
}

static char *
course_status (GObject           *object,
               ClinicCourseEntry *course)
{
  g_autofree char *ended = NULL;
  const char *status;

  if (course == NULL)
    return g_strdup ("");

  status = clinic_choice_label (clinic_course_statuses, course->status);
  ended = clinic_locale_date (course->ended_on);

  if (*ended == '\0')
    return g_strdup (status);

  /* Translators: what became of something and when: "Completed, 3 May 2026" */
  return g_strdup_printf (C_("course", "%s, %s"), status, ended);
}

static char *
course_facts (GObject           *object,
              ClinicCourseEntry *course)
{
  GString *line = g_string_new (NULL);
  g_autofree char *started = NULL;

  if (course == NULL)
    return finish (line);

  started = clinic_locale_date (course->started_on);
  add_fact (line, course->cocktail);
  add_fact (line, course->practitioner);
  add_fact (line, course->diagnosis);

  if (*started != '\0')
    take_fact (line, g_strdup_printf (_("since %s"), started));

  return finish (line);
}

static char *
course_goal (GObject           *object,
             ClinicCourseEntry *course)
{
  if (course == NULL)
    return g_strdup ("");

  if (course->stop_reason != NULL)
    return g_strdup_printf (_("Stopped: %s"), course->stop_reason);

  return course->goal != NULL ? g_strdup_printf (_("Goal: %s"), course->goal) : g_strdup ("");
}

static double
course_fraction (GObject           *object,
                 ClinicCourseEntry *course)
{
  if (course == NULL || course->planned <= 0)
    return 0;

  return MIN (1.0, (double) course->done / (double) course->planned);
}

static char *
visit_line (GObject     *object,
            ClinicVisit *visit,
            const char  *today)
{
  GString *line = g_string_new (NULL);

  if (visit == NULL)
    return finish (line);

  take_fact (line, dup_time (visit->starts, today));
  add_fact (line, visit->practitioner);
  add_fact (line, visit->room);

  return finish (line);
}

/* With the year: for lists that go far back. */
static char *
visit_place (GObject     *object,
             ClinicVisit *visit)
{
  GString *line = g_string_new (NULL);

  if (visit == NULL)
    return finish (line);

  take_fact (line, clinic_locale_wall (visit->starts));
  add_fact (line, visit->practitioner);
  add_fact (line, visit->room);

  return finish (line);
}

static char *
visit_what (GObject     *object,
            ClinicVisit *visit)
{
  GString *line = g_string_new (NULL);

  if (visit == NULL)
    return finish (line);

  take_fact (line, dup_number (visit->number, visit->planned, _("Single visit")));
  add_fact (line, visit->cocktail != NULL ? visit->cocktail : visit->protocol);

  return finish (line);
}

static char *
visit_status (GObject     *object,
              ClinicVisit *visit)
{
  const char *status;

  if (visit == NULL)
    return g_strdup ("");

  status = clinic_choice_label (clinic_session_statuses, visit->status);

  if (g_strcmp0 (visit->status, "done") == 0 && visit->signed_at != NULL)
    return g_strdup (_("Done, signed"));

  if (visit->status_reason == NULL)
    return g_strdup (status);

  /* Translators: the state of a visit and why: "Cancelled: ill" */
  return g_strdup_printf (C_("visit", "%s: %s"), status, visit->status_reason);
}

static char *
visit_number (GObject     *object,
              ClinicVisit *visit)
{
  return visit != NULL ? clinic_locale_number (visit->number) : g_strdup ("");
}

static gboolean
is_active (GObject           *object,
           ClinicCourseEntry *course)
{
  return course != NULL && g_strcmp0 (course->status, "active") == 0;
}

static char *
change_line (GObject    *object,
             const char *staff,
             const char *moment,
             const char *reason)
{
  GString *line = g_string_new (NULL);

  add_fact (line, moment);
  add_fact (line, staff);
  add_fact (line, reason);

  return finish (line);
}

/* What stays for good, and an import, which goes back whole or not at all and not from here. */
static gboolean
may_undo (GObject    *object,
          const char *command,
          gint64      undone_by,
          gint64      undoes)
{
  static const char *const lasting[] = { "clinic.create", "session.sign", "session.amend",
                                         "demo.make", "import.run", "undo.import", NULL };

  return undone_by == CLINIC_UNKNOWN && command != NULL && !g_strv_contains (lasting, command);
}

static char *
reading_name (GObject            *object,
              ClinicReadingEntry *reading)
{
  GString *line = g_string_new (NULL);

  if (reading == NULL)
    return finish (line);

  add_fact (line, reading->metric);
  add_fact (line, clinic_choice_label (clinic_zones, reading->zone));

  return finish (line);
}

static char *
reading_value (GObject            *object,
               ClinicReadingEntry *reading)
{
  g_autofree char *value = reading != NULL ? clinic_locale_rounded (reading->value, reading->decimals)
                                           : NULL;

  /* What UCUM writes in braces is no unit: a score has none. */
  if (reading == NULL || reading->unit == NULL || reading->unit[0] == '{')
    return g_strdup (value != NULL ? value : "");

  return g_strdup_printf ("%s %s", value, reading->unit);
}

static char *
reading_when (GObject            *object,
              ClinicReadingEntry *reading)
{
  if (reading == NULL)
    return g_strdup ("");

  return reading->taken_on != NULL ? clinic_locale_date (reading->taken_on)
                                   : g_strdup (reading->visit_name != NULL
                                               ? reading->visit_name : "");
}

/* Of the patient, each fact as it is, so that a change of any of them is seen. */
/* The paragraph within the line runs as the language does too. */
static char *
dup_birth (const char *born,
           const char *age)
{
  g_autofree char *date = clinic_direction_isolate (born);
  g_autofree char *years = clinic_direction_isolate (age);
  /* Translators: a birth date and how old that is: "31 May 1984 (42 years)" */
  g_autofree char *text = g_strdup_printf (_("%s (%s)"), date, years);

  return clinic_direction_begin (text);
}

static char *
patient_line (GObject    *object,
              const char *birth_date,
              const char *file_number,
              const char *sex,
              const char *mobile,
              const char *phone,
              const char *today)
{
  GString *line = g_string_new (NULL);
  g_autofree char *born = clinic_locale_date (birth_date);
  g_autofree char *age = clinic_locale_age (birth_date, today);

  if (*born != '\0')
    take_fact (line, dup_birth (born, age));
  else
    add_fact (line, _("birth date not known"));

  add_fact (line, clinic_choice_label (clinic_sexes, sex));
  take_fact (line, clinic_text_isolate_number (file_number));
  take_fact (line, clinic_text_isolate_number (mobile != NULL ? mobile : phone));

  return finish (line);
}

static char *
phone_text (GObject    *object,
            const char *phone)
{
  return clinic_text_isolate_number (phone);
}

static char *
allergy_chip (GObject    *object,
              const char *words)
{
  return g_strdup_printf (_("Allergies: %s"), words != NULL ? words : "");
}

static char *
condition_chip (GObject    *object,
                const char *words)
{
  return g_strdup_printf (_("Conditions: %s"), words != NULL ? words : "");
}

static char *
medicine_chip (GObject    *object,
               const char *words)
{
  return g_strdup_printf (_("Medicines: %s"), words != NULL ? words : "");
}

static char *
reaction_chip (GObject    *object,
               const char *words)
{
  return g_strdup_printf (_("Open reactions: %s"), words != NULL ? words : "");
}

static char *
archived_chip (GObject    *object,
               const char *date)
{
  g_autofree char *day = clinic_locale_date (date);

  return g_strdup_printf (_("Archived on %s"), day);
}

static char *
words_or_none (GObject    *object,
               const char *words,
               gboolean    loaded)
{
  if (!loaded)
    return g_strdup ("");

  return g_strdup (words != NULL && *words != '\0' ? words : _("None recorded"));
}

static char *
words_or (GObject    *object,
          const char *words,
          const char *otherwise)
{
  if (words != NULL && *words != '\0')
    return g_strdup (words);

  return g_strdup (otherwise != NULL ? otherwise : "");
}

static char *
address_lines (GObject    *object,
               const char *address,
               const char *postcode,
               const char *city,
               const char *region,
               const char *country)
{
  const char *parts[] = { address, postcode, city, region, country };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL)
        continue;

      if (line->len > 0)
        g_string_append (line, i == 2 && parts[1] != NULL ? " " : C_("list", ", "));

      g_string_append (line, parts[i]);
    }

  return finish (line);
}

static gboolean
some (GObject *object,
      guint    n)
{
  return n > 0;
}

static gboolean
none (GObject *object,
      guint    n)
{
  return n == 0;
}

static gboolean
has (GObject *object,
     GObject *what)
{
  return what != NULL;
}

/* *INDENT-OFF* */
static const struct
{
  const char *name;
  GCallback   func;
} closures[] = {
  { "history_line", G_CALLBACK (history_line) },
  { "history_tag", G_CALLBACK (history_tag) },
  { "course_line", G_CALLBACK (course_line) },
  { "course_title", G_CALLBACK (course_title) },
  { "course_facts", G_CALLBACK (course_facts) },
  { "course_goal", G_CALLBACK (course_goal) },
  { "course_tally", G_CALLBACK (course_tally) },
  { "course_status", G_CALLBACK (course_status) },
  { "course_fraction", G_CALLBACK (course_fraction) },
  { "visit_line", G_CALLBACK (visit_line) },
  { "visit_place", G_CALLBACK (visit_place) },
  { "visit_what", G_CALLBACK (visit_what) },
  { "visit_status", G_CALLBACK (visit_status) },
  { "visit_number", G_CALLBACK (visit_number) },
  { "is_active", G_CALLBACK (is_active) },
  { "change_line", G_CALLBACK (change_line) },
  { "may_undo", G_CALLBACK (may_undo) },
  { "reading_name", G_CALLBACK (reading_name) },
  { "reading_value", G_CALLBACK (reading_value) },
  { "reading_when", G_CALLBACK (reading_when) },
  { "patient_line", G_CALLBACK (patient_line) },
  { "phone_text", G_CALLBACK (phone_text) },
  { "allergy_chip", G_CALLBACK (allergy_chip) },
  { "condition_chip", G_CALLBACK (condition_chip) },
  { "medicine_chip", G_CALLBACK (medicine_chip) },
  { "reaction_chip", G_CALLBACK (reaction_chip) },
  { "archived_chip", G_CALLBACK (archived_chip) },
  { "words_or_none", G_CALLBACK (words_or_none) },
  { "words_or", G_CALLBACK (words_or) },
  { "address_lines", G_CALLBACK (address_lines) },
  { "some", G_CALLBACK (some) },
  { "none", G_CALLBACK (none) },
  { "has", G_CALLBACK (has) },
};
/* *INDENT-ON* */

void
clinic_words_bind (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < G_N_ELEMENTS (closures); i++)
    gtk_widget_class_bind_template_callback_full (widget_class, closures[i].name,
                                                  closures[i].func);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-visit-words.h"
#include "clinic-locale.h"

typedef struct
{
  const char *status;
  const char *words;
} StatusWords;

/* As part of a sentence. */
static const StatusWords statuses[] = {
  { "booked", N_("booked") },
  { "confirmed", N_("confirmed") },
  { "arrived", N_("here") },
  { "in_treatment", N_("in treatment") },
  { "done", N_("done") },
  { "no_show", N_("did not come") },
  { "cancelled", N_("cancelled") },
};

static const char *
get_status (ClinicVisit *visit)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      if (g_strcmp0 (statuses[i].status, visit->status) == 0)
        return _(statuses[i].words);
    }

  return "";
}

char *
clinic_agenda_visit_dup_time (ClinicVisit *visit)
{
  g_autofree char *starts = clinic_locale_time (visit->starts);
  g_autofree char *ends = clinic_locale_time (visit->ends);

  /* Translators: from one time of day to another, "09:30–10:00" */
  return g_strdup_printf (C_("time of day", "%s–%s"), starts, ends);
}

char *
clinic_agenda_visit_dup_number (ClinicVisit *visit)
{
  g_autofree char *number = clinic_locale_number (visit->number);
  g_autofree char *planned = clinic_locale_number (visit->planned);

  if (visit->number == CLINIC_UNKNOWN)
    return g_strdup ("");

  if (visit->planned == CLINIC_UNKNOWN || visit->planned == 0)
    return g_steal_pointer (&number);

  /* Translators: session 4 of 8 */
  return g_strdup_printf (C_("session of course", "%s/%s"), number, planned);
}

char *
clinic_agenda_visit_dup_label (ClinicVisit *visit)
{
  g_autofree char *time = clinic_agenda_visit_dup_time (visit);
  g_autofree char *name = clinic_locale_full_name (visit->given_name, visit->family_name);
  g_autofree char *number = clinic_locale_number (visit->number);
  g_autofree char *planned = clinic_locale_number (visit->planned);

  if (visit->number == CLINIC_UNKNOWN || visit->planned == CLINIC_UNKNOWN || visit->planned == 0)
    /* Translators: "09:30–10:00 Ayşe Yıldız, booked" */
    return g_strdup_printf (_("%s %s, %s"), time, name, get_status (visit));

  /* Translators: "09:30–10:00 Ayşe Yıldız, course 4 of 8, booked" */
  return g_strdup_printf (_("%s %s, course %s of %s, %s"), time, name, number, planned,
                          get_status (visit));
}

char *
clinic_agenda_visit_dup_alerts (ClinicVisit *visit)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (visit->allergies > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d allergy", "%d allergies",
                                                       visit->allergies),
                                             (int) visit->allergies));

  if (visit->conditions > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d condition", "%d conditions",
                                                       visit->conditions),
                                             (int) visit->conditions));

  if (visit->open_reactions > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d open reaction", "%d open reactions",
                                                       visit->open_reactions),
                                             (int) visit->open_reactions));

  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a list, "2 allergies, 1 condition" */
  return g_strjoinv (C_("list", ", "), (char **) parts->pdata);
}

static void
add_line (GString    *lines,
          const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

char *
clinic_agenda_visit_dup_detail (ClinicVisit *visit)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *label = clinic_agenda_visit_dup_label (visit);
  g_autofree char *alerts = clinic_agenda_visit_dup_alerts (visit);

  add_line (lines, label);
  add_line (lines, visit->practitioner);
  add_line (lines, visit->room);
  add_line (lines, visit->protocol);
  add_line (lines, visit->cocktail);
  add_line (lines, visit->phone);

  if (alerts != NULL)
    {
      g_autofree char *warning = g_strdup_printf (_("Mind: %s"), alerts);

      add_line (lines, warning);
    }

  if (visit->overbooked)
    add_line (lines, _("Overbooked on purpose"));

  add_line (lines, visit->status_reason);

  return g_string_free (lines, FALSE);
}

const char *
clinic_agenda_visit_get_sign (ClinicVisit *visit)
{
  static const char *const signs[][2] = {
    { "confirmed", "object-select-symbolic" },
    { "arrived", "avatar-default-symbolic" },
    { "in_treatment", "media-playback-start-symbolic" },
    { "done", "emblem-default-symbolic" },
    { "no_show", "action-unavailable-symbolic" },
    { "cancelled", "window-close-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (g_strcmp0 (signs[i][0], visit->status) == 0)
        return signs[i][1];
    }

  return NULL;
}

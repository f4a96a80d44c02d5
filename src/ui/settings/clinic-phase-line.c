/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-phase-line.h"
#include "clinic-text.h"

G_DEFINE_FINAL_TYPE (ClinicPhaseLine, clinic_phase_line, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPhaseLine, protocol,         N_("Protocol")),
  CLINIC_FIELD (ClinicPhaseLine, number,           N_("Number")),
  CLINIC_FIELD (ClinicPhaseLine, name,             N_("Name")),
  CLINIC_FIELD (ClinicPhaseLine, sessions,         N_("Sessions")),
  CLINIC_FIELD (ClinicPhaseLine, target_days,      N_("Days between sessions")),
  CLINIC_FIELD (ClinicPhaseLine, technique,        N_("Technique"), .format = CLINIC_CHOICE, .choices = clinic_techniques),
  CLINIC_FIELD (ClinicPhaseLine, depth,            N_("Depth (mm)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicPhaseLine, volume_per_point, N_("Volume a point (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicPhaseLine, spacing,          N_("Spacing (mm)"), .format = CLINIC_DECIMAL),
};
/* *INDENT-ON* */

static void
clinic_phase_line_class_init (ClinicPhaseLineClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "phase_line", N_("Phase"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_phase_line_init (ClinicPhaseLine *self)
{
}

char *
clinic_phase_line_dup_title (ClinicPhaseLine *self)
{
  g_autofree char *protocol = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (CLINIC_IS_PHASE_LINE (self), NULL);

  protocol = clinic_text_isolate (self->protocol);
  name = clinic_text_isolate (self->name);

  if (self->name != NULL)
    return g_strdup_printf ("%s · %s", protocol, name);

  /* Translators: a protocol; the number of its phase. */
  return g_strdup_printf (_("%s · phase %d"), protocol, (int) self->number);
}

static void
add_number (GString    *words,
            const char *format,
            gint64      number)
{
  g_autofree char *decimal = NULL;
  g_auto(GStrv) parts = NULL;

  if (number == CLINIC_UNKNOWN)
    return;

  decimal = clinic_locale_decimal (number);
  parts = g_strsplit (format, "%s", 2);
  g_string_append_printf (words, " · %s%s%s", parts[0], decimal, parts[1]);
}

char *
clinic_phase_line_dup_words (ClinicPhaseLine *self)
{
  GString *words = g_string_new (NULL);
  g_autofree char *every = NULL;

  g_return_val_if_fail (CLINIC_IS_PHASE_LINE (self), NULL);

  every = g_strdup_printf (ngettext ("every day", "every %d days", (gulong) self->target_days),
                           (int) self->target_days);
  /* Translators: how many sessions; how often: "3 sessions, every 14 days". */
  g_string_append_printf (words, ngettext ("%d session, %s", "%d sessions, %s", (gulong) self->sessions),
                          (int) self->sessions, every);

  if (self->technique != NULL)
    g_string_append_printf (words, " · %s", clinic_choice_label (clinic_techniques, self->technique));

  add_number (words, _("%s mm deep"), self->depth);
  add_number (words, _("%s ml a point"), self->volume_per_point);
  add_number (words, _("%s mm apart"), self->spacing);

  return g_string_free (words, FALSE);
}

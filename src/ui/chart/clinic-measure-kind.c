/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-measure-kind.h"

static const char *const quadrants[] = {
  N_("Top (%)"), N_("Back (%)"), N_("Left side (%)"), N_("Right side (%)"),
};

static const char *const combings[] = {
  N_("First wash"), N_("Second wash"), N_("Third wash"),
};

static const char *const places[] = {
  N_("Out at the first place"), N_("Out at the second place"), N_("Out at the third place"),
};

/* In words of our own, on the week before. */
static const char *const questions[] = {
  N_("Itching, soreness or pain"), N_("Embarrassed or self-conscious"),
  N_("Shopping, home or garden"), N_("Choice of clothes"), N_("Social life or leisure"),
  N_("Sport"), N_("Work or study"), N_("Partner, friends or family"), N_("Sex life"),
  N_("Treatment as a burden"),
};

static const char *const effects[] = {
  N_("Not at all, or does not apply"), N_("A little"), N_("A lot"), N_("Very much"), NULL
};

static const char *const work_effects[] = {
  N_("Not at all, or does not apply"), N_("A little"), N_("A lot"), N_("Kept from it"), NULL
};

/* *INDENT-OFF* */
static const ClinicMeasureKind kinds[] = {
  { .name = "salt", .title = N_("SALT by quadrant"), .hint = N_("Share of hair that is lost in each quadrant"),
    .codes = { "salt" }, .rows = " method taken_on ", .zone = "whole_scalp", .n_items = 4, .items = quadrants },
  { .name = "count", .title = N_("Hairs counted in an area"), .hint = N_("The density is worked out of count and area"),
    .codes = { "density_total", "density_terminal", "density_vellus" }, .rows = " metric_id zone counted area cutoff method taken_on ",
    .focus = "counted" },
  { .name = "pull", .title = N_("Hair pull test"), .hint = N_("A tuft is grasped close to the scalp and pulled gently"),
    .codes = { "pull_test" }, .rows = " zone grasped rule wash_hours taken_on ", .zone = "vertex", .n_items = 3, .items = places },
  { .name = "comb", .title = N_("60-second comb count"), .hint = N_("Combed for 60 seconds from the back to the front before washing; up to three washes"),
    .codes = { "comb_60s" }, .rows = " taken_on ", .n_items = 3, .items = combings },
  { .name = "dlqi", .title = N_("Quality of life (DLQI)"), .hint = N_("How much the hair loss troubled in the last week, from 16 years: 0 not at all or does not apply, 1 a little, 2 a lot, 3 very much"),
    .codes = { "dlqi" }, .rows = " taken_on ", .n_items = 10, .items = questions, .answers = effects, .other = work_effects, .nth_other = 6 },
  { .name = "photo", .title = N_("Photographs compared"), .hint = N_("Against those of the start"),
    .codes = { "global_photo" }, .rows = " score taken_on ", .focus = "score" },
  { .name = "satisfaction", .title = N_("Satisfaction"), .hint = N_("From 0, not at all, to 10, wholly"),
    .codes = { "satisfaction" }, .rows = " value taken_on ", .focus = "value" },
};
/* *INDENT-ON* */

const ClinicMeasureKind *
clinic_measure_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].name, name) == 0)
        return &kinds[i];
    }

  return NULL;
}

gboolean
clinic_measure_kind_asks (const ClinicMeasureKind *self,
                          const char              *field)
{
  g_autofree char *word = g_strdup_printf (" %s ", field);

  return strstr (self->rows, word) != NULL;
}

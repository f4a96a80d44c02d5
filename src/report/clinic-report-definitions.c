/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stages, bands and rules that words in a report stand for, as the program knows them. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-derived.h"
#include "clinic-pull.h"
#include "clinic-report-source.h"
#include "clinic-scale.h"

enum { SUBJECT, PLACE, VALUE, MEANING, CUTOFF, EDITION, SOURCE, N_FIELDS };

const char * const clinic_report_definitions_fields[] = {
  "subject", "place", "value", "meaning", "cutoff", "edition", "source", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_definitions_fields) == N_FIELDS + 1);

typedef struct
{
  ClinicSheet *sheet;
  guint       *map;
} Book;

static void
append (Book       *book,
        const char *subject,
        gint64      place,
        const char *value,
        const char *meaning,
        const char *cutoff,
        gint64      edition,
        const char *source)
{
  ClinicCell cells[N_FIELDS] = {
    clinic_cell_text (subject), clinic_cell_integer (place), clinic_cell_text (value), clinic_cell_text (meaning),
    clinic_cell_text (cutoff), clinic_cell_integer (edition), clinic_cell_text (source),
  };

  clinic_report_append (book->sheet, book->map, cells);
}

static void
append_scales (Book *book)
{
  for (const ClinicScale *scale = clinic_scales (); scale->name != NULL; scale++)
    {
      for (const ClinicStage *stage = scale->stages; stage->value != NULL; stage++)
        {
          int rank = clinic_scale_rank (scale, stage->value);

          append (book, _(scale->label), rank >= 0 ? rank + 1 : CLINIC_UNKNOWN, stage->value, _(stage->definition), NULL,
                  scale->edition, scale->source);
        }
    }
}

static void
append_rules (Book *book)
{
  GPtrArray *rules = clinic_pull_rules ();

  for (guint i = 0; i < rules->len; i++)
    {
      const ClinicPullRule *rule = rules->pdata[i];
      g_autofree char *cutoff = clinic_pull_rule_dup_cutoff (rule);

      append (book, _("Hair pull test, rule"), CLINIC_UNKNOWN, rule->id, _(rule->label), cutoff, rule->version,
              rule->source);
    }
}

/* In the order of the bands; the figures are those the program itself decides by. */
static void
append_salt (Book *book)
{
  static const struct { gint64 score; const char *cutoff; } bands[] = {
    { 0, "0 %" }, { 1000, "> 0 % … < 25 %" }, { 25000, "≥ 25 % … < 50 %" }, { 50000, "≥ 50 % … < 75 %" },
    { 75000, "≥ 75 % … < 100 %" }, { 100000, "100 %" },
  };
  static const struct { gint64 score; const char *cutoff; } severities[] = {
    { 0, "0 %" }, { 1000, "> 0 % … ≤ 20 %" }, { 21000, "> 20 % … < 50 %" }, { 50000, "≥ 50 % … < 95 %" },
    { 95000, "≥ 95 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    append (book, _("SALT, band"), i + 1, clinic_salt_band (bands[i].score), _("Share of the scalp without hair"),
            bands[i].cutoff, CLINIC_UNKNOWN, "Olsen 2004, J Am Acad Dermatol");

  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    append (book, _("SALT, severity"), i + 1, clinic_salt_severity (severities[i].score),
            _("Share of the scalp without hair"), severities[i].cutoff, CLINIC_UNKNOWN, "alopecia.org.uk");
}

static void
append_scores (Book *book)
{
  static const struct { gint64 total; const char *cutoff; } effects[] = {
    { 0, "0 … 1" }, { 2, "2 … 5" }, { 6, "6 … 10" }, { 11, "11 … 20" }, { 21, "21 … 30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    append (book, "DLQI", i + 1, clinic_dlqi_effect (effects[i].total),
            _("Sum of ten answers from 0 to 3; of one that is missing 0, with more it is not scored"), effects[i].cutoff,
            CLINIC_UNKNOWN, _("Published bands of the DLQI"));

  for (int score = -3; score <= 3; score++)
    {
      g_autofree char *value = g_strdup_printf ("%d", score);

      append (book, _("Photographs compared"), score + 4, value, clinic_photo_words (score), NULL, CLINIC_UNKNOWN,
              _("Seven-point global photographic assessment"));
    }
}

gboolean
clinic_report_fill_definitions (ClinicReportRun  *run,
                                ClinicSheet      *sheet,
                                GError          **error)
{
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_definitions_fields);
  Book book = { sheet, map };

  append_scales (&book);
  append_rules (&book);
  append_salt (&book);
  append_scores (&book);

  return TRUE;
}

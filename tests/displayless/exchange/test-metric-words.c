/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-metric-words.h"

typedef struct
{
  const char      *header;
  const char      *metric;      /* NULL: none; "": not understood at all */
  ClinicVisitKind  kind;
  guint            value;
  const char      *visit_name;
  const char      *zone;
  const char      *unit;
  int              derived;
  gboolean         dated;
} Header;

/* *INDENT-OFF* */
static const Header headers[] = {
  { "control_daily_hair_loss",       "shed",    CLINIC_VISIT_BASELINE, 0, "control" },
  { "treatment_daily_hair_loss",     "shed",    CLINIC_VISIT_AFTER, 0, "treatment" },
  { "Daily hair loss (baseline)",    "shed",    CLINIC_VISIT_BASELINE, 0, "baseline" },
  { "shed week 12",                  "shed",    CLINIC_VISIT_TIME, 84, "week 12" },
  { "12 weeks shed",                 "shed",    CLINIC_VISIT_TIME, 84, "12 weeks" },
  { "W12_shed",                      "shed",    CLINIC_VISIT_TIME, 84, "W12" },
  { "Day 0 density",                 "density", CLINIC_VISIT_BASELINE, 0, "Day 0" },
  { "Density at 6 months",           "density", CLINIC_VISIT_TIME, 180, "at 6 months" },
  { "density T3",                    "density", CLINIC_VISIT_NUMBER, 3, "T3" },
  { "Session 3 hair density",        "density", CLINIC_VISIT_NUMBER, 3, "Session 3" },
  { "density follow-up",             "density", CLINIC_VISIT_LATER, 0, "follow up" },
  { "density_post2",                 "density", CLINIC_VISIT_AFTER, 2, "post2" },
  { "density FU 1",                  "density", CLINIC_VISIT_LATER, 1, "FU 1" },
  { "density final",                 "density", CLINIC_VISIT_LAST, 0, "final" },
  { "density vertex week 24",        "density", CLINIC_VISIT_TIME, 168, "week 24", "vertex" },
  { "vertex density",                "density", CLINIC_VISIT_NONE, 0, NULL, "vertex" },
  { "Hair density (/cm²) week 4",    "density", CLINIC_VISIT_TIME, 28, "week 4", NULL, "/cm²" },
  { "Density [mm]",                  "density", CLINIC_VISIT_NONE, 0, NULL, NULL, "mm" },
  { "Density (hairs/cm2)",           "density", CLINIC_VISIT_NONE, 0, NULL, NULL, "hairs/cm2" },
  { "Haardichte vorher",             "density", CLINIC_VISIT_BASELINE, 0, "vorher" },
  { "saç yoğunluğu 12. hafta",       "density", CLINIC_VISIT_TIME, 84, "12 hafta" },
  { "densité après 3 mois",          "density", CLINIC_VISIT_TIME, 90, "après 3 mois" },
  { "anagen %",                      "anagen",  CLINIC_VISIT_NONE },
  { "diff",                          NULL,      CLINIC_VISIT_NONE, 0, NULL, NULL, NULL, CLINIC_DERIVED_DIFFERENCE },
  { "%",                             NULL,      CLINIC_VISIT_NONE, 0, NULL, NULL, NULL, CLINIC_DERIVED_PERCENT },
  { "% change",                      NULL,      CLINIC_VISIT_NONE, 0, NULL, NULL, NULL, CLINIC_DERIVED_PERCENT },
  { "density change",                "density", CLINIC_VISIT_NONE, 0, NULL, NULL, NULL, CLINIC_DERIVED_DIFFERENCE },
  { "date week 12",                  NULL,      CLINIC_VISIT_TIME, 84, "week 12", NULL, NULL, 0, TRUE },
  { "week 12",                       NULL,      CLINIC_VISIT_TIME, 84, "week 12" },
  { "colour of eyes",                "" },
  { "thickness",                     "" },    /* two metrics are called so */
  { "",                              "" },
};
/* *INDENT-ON* */

static void
add_metric (GPtrArray  *metrics,
            const char *code,
            const char *name,
            const char *unit,
            const char *aliases)
{
  ClinicMetric *metric = clinic_metric_new ();

  g_object_set (metric, "code", code, "name", name, "unit", unit, "direction", "higher", "aliases",
                aliases, NULL);
  g_ptr_array_add (metrics, metric);
}

static ClinicMetricWords *
make_words (void)
{
  g_autoptr(GPtrArray) metrics = g_ptr_array_new_with_free_func (g_object_unref);

  add_metric (metrics, "shed", "Daily hair loss", "hairs/day", "hairs lost per day");
  add_metric (metrics, "density", "Hair density", "/cm²",
              "density;Haardichte;saç yoğunluğu;densité");
  add_metric (metrics, "anagen", "Anagen hairs", "%", "anagen %");
  add_metric (metrics, "shaft", "Mean shaft diameter", "µm", "thickness");
  add_metric (metrics, "cumulative", "Cumulative thickness", "mm/cm²", "thickness");

  return clinic_metric_words_new (metrics);
}

static void
test_header_is_understood (gconstpointer data)
{
  const Header *expected = data;
  g_autoptr(ClinicMetricWords) words = make_words ();
  g_auto(ClinicMetricHeader) header = { NULL };
  gboolean right = clinic_metric_words_parse (words, expected->header, &header);

  g_test_message ("“%s”", expected->header);

  if (g_strcmp0 (expected->metric, "") == 0)
    {
      g_assert_false (right && header.metric != NULL);
      return;
    }

  g_assert_true (right);
  g_assert_cmpstr (header.metric != NULL ? header.metric->code : NULL, ==, expected->metric);
  g_assert_cmpint (header.visit.kind, ==, expected->kind);
  g_assert_cmpuint (header.visit.value, ==, expected->value);
  g_assert_cmpstr (header.visit_name, ==, expected->visit_name);
  g_assert_cmpstr (header.zone, ==, expected->zone);
  g_assert_cmpstr (header.unit, ==, expected->unit);
  g_assert_cmpint (header.derived, ==, expected->derived);
  g_assert_cmpint (header.dated, ==, expected->dated);
}

static void
test_units_are_compared_as_people_write_them (void)
{
  g_autoptr(ClinicMetric) metric = clinic_metric_new ();

  g_object_set (metric, "unit", "/cm²", NULL);
  g_assert_true (clinic_metric_same_unit (metric, "hairs / cm2"));
  g_assert_true (clinic_metric_same_unit (metric, "n/cm²"));
  g_assert_false (clinic_metric_same_unit (metric, "/mm²"));
  g_object_set (metric, "unit", "µm", NULL);
  g_assert_true (clinic_metric_same_unit (metric, "μm"));
  g_assert_true (clinic_metric_same_unit (metric, "um"));
  g_assert_true (clinic_metric_same_unit (metric, "microns"));
  g_assert_false (clinic_metric_same_unit (metric, "mm"));
}

static void
test_visits_are_put_in_order (void)
{
  const char *const texts[] = { "baseline", "week 4", "3 months", "T0", "follow-up", "last",
                                "session 2" };
  ClinicVisit visits[G_N_ELEMENTS (texts)];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    visits[i] = clinic_visit_read (texts[i]);

  g_assert_cmpint (clinic_visit_compare (&visits[0], &visits[1]), <, 0);
  g_assert_cmpint (clinic_visit_compare (&visits[1], &visits[2]), <, 0);
  g_assert_cmpint (clinic_visit_compare (&visits[2], &visits[4]), <, 0);
  g_assert_cmpint (clinic_visit_compare (&visits[4], &visits[5]), <, 0);
  g_assert_true (clinic_visit_equal (&visits[0], &visits[3]));
  g_assert_false (clinic_visit_mixed (visits, 6));
  g_assert_true (clinic_visit_mixed (visits, 7));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/metric-words/header/%u", i);

      g_test_add_data_func (path, &headers[i], test_header_is_understood);
    }

  g_test_add_func ("/metric-words/units-are-compared-as-people-write-them",
                   test_units_are_compared_as_people_write_them);
  g_test_add_func ("/metric-words/visits-are-put-in-order", test_visits_are_put_in_order);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-dose.h"
#include "clinic-random.h"
#include "clinic-treatment.h"

typedef struct
{
  const char *what;
  gint64      injected;     /* µl */
  gint64      strength;     /* thousandths of % or of units/ml */
  gboolean    in_units;
  gint64      volume;       /* of the component, of all */
  gint64      total;
  gint64      amount;       /* thousandths of mg or units */
} Vector;

static const Vector vectors[] = {
  { "0.05 % is 0.5 mg/ml", 1000, 50, FALSE, 1, 1, 500 },
  { "1 ml of 0.01 % is 0.1 mg", 1000, 10, FALSE, 1, 1, 100 },
  { "2 ml of minoxidil 0.5 % are 10 mg", 2000, 500, FALSE, 1, 1, 10000 },
  { "1 ml of lidocaine 1 % is 10 mg", 1000, 1000, FALSE, 1, 1, 10000 },
  { "30 ml of lidocaine 1 % are 300 mg", 30000, 1000, FALSE, 1, 1, 300000 },
  { "1 ml in 0.5 ml leaves 2/3 of the strength", 1500, 1000, FALSE, 1000, 1500, 10000 },
  { "1 ml of that", 1000, 1000, FALSE, 1000, 1500, 6667 },
  { "1.5 ml of 33.3 units/ml are 49.95 units", 1500, 33300, TRUE, 1, 1, 49950 },
  { "1.5 ml of 25 units/ml are 37.5 units", 1500, 25000, TRUE, 1, 1, 37500 },
  { "0.05 ml of 0.005 % are 2.5 µg, rounded up", 50, 5, FALSE, 1, 1, 3 },
  { "nothing injected", 0, 1000, FALSE, 1, 1, 0 },
  { "the largest numbers that records may hold", 20000000, 100000000, FALSE, 1000000, 1000000,
    20000000000000 },
};

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;

  g_test_message ("%s", vector->what);
  g_assert_cmpint (clinic_dose_amount (vector->injected, vector->strength, vector->in_units,
                                       vector->volume, vector->total),
                   ==, vector->amount);
}

static void
add_component (GPtrArray  *components,
               gint64      ingredient,
               gint64      strength,
               const char *unit,
               gint64      volume)
{
  ClinicComponent *component = clinic_component_new ();

  g_object_set (component, "ingredient-id", ingredient, "strength", strength, "strength-unit", unit,
                "volume", volume, NULL);
  g_ptr_array_add (components, component);
}

static void
test_mixture_gives_one_dose_an_ingredient (void)
{
  g_autoptr(GPtrArray) components = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) doses = NULL;
  const ClinicDose *dose;

  add_component (components, 1, 500, "percent", 2000);
  add_component (components, 2, CLINIC_UNKNOWN, NULL, 1000);
  add_component (components, 1, 1000, "percent", 1000);
  add_component (components, 3, 100000, "unit_ml", 1000);
  doses = clinic_dose_list (components, 2500);
  g_assert_cmpuint (doses->len, ==, 3);

  /* Half of the mixture: 1 ml of 0.5 % and 0.5 ml of 1 %. */
  dose = &g_array_index (doses, ClinicDose, 0);
  g_assert_cmpint (dose->ingredient_id, ==, 1);
  g_assert_cmpint (dose->amount, ==, 10000);
  g_assert_false (dose->in_units);

  dose = &g_array_index (doses, ClinicDose, 1);
  g_assert_cmpint (dose->amount, ==, CLINIC_UNKNOWN);

  dose = &g_array_index (doses, ClinicDose, 2);
  g_assert_cmpint (dose->amount, ==, 50000);
  g_assert_true (dose->in_units);
}

static void
test_doses_of_two_mixtures_add_up (void)
{
  ClinicDose first[] = { { 1, 100, FALSE }, { 2, 50, FALSE } };
  ClinicDose second[] = { { 2, CLINIC_UNKNOWN, FALSE }, { 1, 11, FALSE }, { 1, 7, TRUE } };
  g_autoptr(GArray) doses = g_array_new (FALSE, FALSE, sizeof (ClinicDose));
  g_autoptr(GArray) more = g_array_new (FALSE, FALSE, sizeof (ClinicDose));

  g_array_append_vals (doses, first, 2);
  g_array_append_vals (more, second, 3);
  clinic_dose_add (doses, more);

  g_assert_cmpuint (doses->len, ==, 3);
  g_assert_cmpint (g_array_index (doses, ClinicDose, 0).amount, ==, 111);
  g_assert_cmpint (g_array_index (doses, ClinicDose, 1).amount, ==, CLINIC_UNKNOWN);
  g_assert_cmpint (g_array_index (doses, ClinicDose, 2).amount, ==, 7);
}

/* Shares of a volume add up to it, and none is a whole µl away from its exact part. */
static void
test_shares_add_up (void)
{
  ClinicRandom random;

  clinic_random_init (&random, 5);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(GPtrArray) components = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GArray) volumes = NULL;
      gint64 injected = clinic_random_below (&random, 20000);
      guint n_components = 1 + clinic_random_below (&random, 7);
      double total = 0;
      gint64 sum = 0;

      for (guint j = 0; j < n_components; j++)
        add_component (components, j + 1, 1000, "percent", 1 + clinic_random_below (&random, 3000));

      for (guint j = 0; j < n_components; j++)
        total += CLINIC_COMPONENT (components->pdata[j])->volume;

      volumes = clinic_dose_volumes (components, injected);
      g_assert_cmpuint (volumes->len, ==, n_components);

      for (guint j = 0; j < n_components; j++)
        {
          double exact = injected * CLINIC_COMPONENT (components->pdata[j])->volume / total;

          sum += g_array_index (volumes, gint64, j);
          g_assert_cmpfloat (ABS (g_array_index (volumes, gint64, j) - exact), <, 1.0);
        }

      g_assert_cmpint (sum, ==, injected);
    }
}

typedef struct
{
  const char *expires;
  const char *opened;
  gint64      days;
  const char *until;
} Use;

/* CLINIC 5.2. */
static const Use uses[] = {
  { NULL, "2026-02-01", 28, "2026-03-01" },
  { "2026-02-20", "2026-02-01", 28, "2026-02-20" },
  { "2026-12-31", "2026-02-01", 28, "2026-03-01" },
  { "2026-12-31", NULL, 28, "2026-12-31" },
  { "2026-12-31", "2026-02-01", CLINIC_UNKNOWN, "2026-12-31" },
  { NULL, NULL, CLINIC_UNKNOWN, NULL },
  { NULL, "2026-02-01", 0, "2026-02-01" },
};

static void
test_lot_is_usable_until (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autoptr(ClinicLot) lot = clinic_lot_new ();
      g_autofree char *until = NULL;

      g_object_set (lot, "expires-on", uses[i].expires, "opened-on", uses[i].opened, "in-use-days",
                    uses[i].days, NULL);
      until = clinic_lot_dup_usable_until (lot);
      g_assert_cmpstr (until, ==, uses[i].until);
    }
}

/* CLINIC 6: 70 kg with plain lidocaine (4.5 mg/kg, at most 300 mg) and with adrenaline (7 mg/kg, 500 mg). */
static void
test_limits (void)
{
  g_assert_cmpint (clinic_dose_limit (300000, 4500, 70000), ==, 300000);
  g_assert_cmpint (clinic_dose_limit (CLINIC_UNKNOWN, 4500, 70000), ==, 315000);
  g_assert_cmpint (clinic_dose_limit (500000, 7000, 70000), ==, 490000);
  g_assert_cmpint (clinic_dose_limit (300000, 4500, CLINIC_UNKNOWN), ==, 300000);
  g_assert_cmpint (clinic_dose_limit (CLINIC_UNKNOWN, 4500, CLINIC_UNKNOWN), ==, CLINIC_UNKNOWN);
  g_assert_cmpint (clinic_dose_limit (CLINIC_UNKNOWN, CLINIC_UNKNOWN, 70000), ==, CLINIC_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dose/vector/%u", i + 1);

      g_test_add_data_func (path, &vectors[i], test_vector);
    }

  g_test_add_func ("/dose/mixture-gives-one-dose-an-ingredient",
                   test_mixture_gives_one_dose_an_ingredient);
  g_test_add_func ("/dose/doses-of-two-mixtures-add-up", test_doses_of_two_mixtures_add_up);
  g_test_add_func ("/dose/shares-add-up", test_shares_add_up);
  g_test_add_func ("/lot/usable-until", test_lot_is_usable_until);
  g_test_add_func ("/dose/limits", test_limits);

  return g_test_run ();
}

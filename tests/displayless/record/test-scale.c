/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-scale.h"

static void
test_norwood_has_twelve_stages_in_order (void)
{
  static const char *const order[] = {
    "I", "II", "IIa", "III", "IIIa", "III vertex", "IV", "IVa", "V", "Va", "VI", "VII"
  };
  const ClinicScale *scale = clinic_scale_find ("norwood");

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpint (clinic_scale_rank (scale, order[i]), ==, i);
      g_assert_true (clinic_scale_allows ("norwood", order[i]));
    }

  g_assert_null (scale->stages[G_N_ELEMENTS (order)].value);
  g_assert_false (clinic_scale_allows ("norwood", "VIII"));
}

static void
test_each_stage_is_defined (void)
{
  for (const ClinicScale *scale = clinic_scales (); scale->name != NULL; scale++)
    {
      g_assert_cmpint (scale->edition, >=, 1);
      g_assert_cmpuint (strlen (scale->source), >, 5);

      for (const ClinicStage *stage = scale->stages; stage->value != NULL; stage++)
        {
          g_autofree char *words = clinic_scale_define (scale, stage->value);

          g_assert_cmpuint (strlen (words), >, 15);
        }
    }
}

static void
test_scales_are_told_by_what_people_write (void)
{
  g_assert_cmpstr (clinic_scale_guess ("Norwood-Hamilton")->name, ==, "norwood");
  g_assert_cmpstr (clinic_scale_guess ("Ludwig scale")->name, ==, "ludwig");
  g_assert_cmpstr (clinic_scale_guess ("BASP")->name, ==, "basp");
  g_assert_null (clinic_scale_guess ("Savin"));
  g_assert_null (clinic_scale_guess (NULL));
}

/* ^(L|M[0-3]|C[0-3]|U[1-3])(V[1-3])?(F[1-3])?$ over all strings of these letters. */
static void
test_final_types_are_those_of_the_expression (void)
{
  static const char letters[] = "LMCUVF0123";
  g_autoptr(GRegex) regex = g_regex_new ("^(L|M[0-3]|C[0-3]|U[1-3])(V[1-3])?(F[1-3])?$", 0, 0, NULL);
  guint n_valid = 0;

  for (guint length = 0; length <= 6; length++)
    {
      guint total = 1;

      for (guint i = 0; i < length; i++)
        total *= G_N_ELEMENTS (letters) - 1;

      for (guint code = 0; code < total; code++)
        {
          char text[8] = { 0 };
          guint rest = code;
          gboolean valid;

          for (guint i = 0; i < length; i++, rest /= G_N_ELEMENTS (letters) - 1)
            text[i] = letters[rest % (G_N_ELEMENTS (letters) - 1)];

          valid = clinic_basp_is_valid (text);
          n_valid += valid;

          /* The expression is slow: asked only where it may matter. */
          if (valid || code % 97 == 0)
            g_assert_cmpint (valid, ==, g_regex_match (regex, text, 0, NULL));
        }
    }

  g_assert_cmpuint (n_valid, ==, 12 * 4 * 4);
}

static void
test_final_type_is_put_together_and_taken_apart (void)
{
  g_autofree char *final = clinic_basp_combine ("M2", "V1", "F2");
  g_autofree char *plain = clinic_basp_combine ("L", NULL, NULL);
  g_autofree char *basic = NULL;
  g_autofree char *vertex = NULL;
  g_autofree char *frontal = NULL;

  g_assert_cmpstr (final, ==, "M2V1F2");
  g_assert_cmpstr (plain, ==, "L");
  g_assert_null (clinic_basp_combine (NULL, "V1", NULL));
  g_assert_null (clinic_basp_combine ("U0", NULL, NULL));

  g_assert_true (clinic_basp_split ("C3F1", &basic, &vertex, &frontal));
  g_assert_cmpstr (basic, ==, "C3");
  g_assert_null (vertex);
  g_assert_cmpstr (frontal, ==, "F1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/norwood-has-twelve-stages-in-order", test_norwood_has_twelve_stages_in_order);
  g_test_add_func ("/scale/each-stage-is-defined", test_each_stage_is_defined);
  g_test_add_func ("/scale/scales-are-told-by-what-people-write", test_scales_are_told_by_what_people_write);
  g_test_add_func ("/scale/final-types-are-those-of-the-expression", test_final_types_are_those_of_the_expression);
  g_test_add_func ("/scale/final-type-is-put-together-and-taken-apart", test_final_type_is_put_together_and_taken_apart);

  return g_test_run ();
}

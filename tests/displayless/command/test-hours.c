/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "clinic-hours.h"

typedef struct
{
  const char *text;
  const char *printed;          /* NULL: at any time */
  const char *described;
} Text;

static const Text texts[] = {
  { NULL, NULL, "At any time" },
  { "", NULL, "At any time" },
  { " ; ", NULL, "At any time" },
  { "Mo-Su 00:00-24:00", NULL, "At any time" },
  { "Mo-Fr 09:00-18:00", "Mo-Fr 09:00-18:00", "Mon–Fri 09:00–18:00" },
  { "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00", "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00",
    "Mon–Fri 09:00–12:00, 13:00–18:00; Sat 09:00–13:00" },
  { "Tu,Th 13:00-17:00", "Tu,Th 13:00-17:00", "Tue, Thu 13:00–17:00" },
  { "Mo,we-fr,SU 08:00-24:00", "Mo,We-Fr,Su 08:00-24:00", "Mon, Wed–Fri, Sun 08:00–24:00" },
  { "Sa-Su 10:00-14:00", "Sa-Su 10:00-14:00", "Sat–Sun 10:00–14:00" },
  { "Su 10:00-14:00;Mo\t09:00-10:00;Su 15:00-16:00", "Mo 09:00-10:00; Su 10:00-14:00 15:00-16:00",
    "Mon 09:00–10:00; Sun 10:00–14:00, 15:00–16:00" },
  { "Mo 09:00-12:00 12:00-13:00", "Mo 09:00-12:00 12:00-13:00", "Mon 09:00–12:00, 12:00–13:00" },
  { "Mo 00:00-00:01 06:00-07:00 08:00-09:00 23:59-24:00", "Mo 00:00-00:01 06:00-07:00 08:00-09:00 23:59-24:00",
    "Mon 00:00–00:01, 06:00–07:00, 08:00–09:00, 23:59–24:00" },
  { "Mo 08:00-09:00; Tu 08:00-10:00; We 08:00-09:00; Th 08:00-10:00",
    "Mo,We 08:00-09:00; Tu,Th 08:00-10:00", "Mon, Wed 08:00–09:00; Tue, Thu 08:00–10:00" },
};

static void
test_hours_are_written_as_they_are_kept (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *printed = NULL;
      g_autofree char *described = NULL;
      ClinicHours hours;
      ClinicHours again;

      g_test_message ("%s", texts[i].text);
      g_assert_true (clinic_hours_parse (texts[i].text, &hours, NULL));
      printed = clinic_hours_print (&hours);
      described = clinic_hours_describe (&hours);
      g_assert_cmpstr (printed, ==, texts[i].printed);
      g_assert_cmpstr (described, ==, texts[i].described);
      g_assert_true (clinic_hours_parse (printed, &again, NULL));
      g_assert_true (clinic_hours_are_equal (&hours, &again));
    }
}

static void
add_random_span (ClinicHours *hours,
                 guint        day,
                 GRand       *rand)
{
  guint n = hours->n_spans[day];
  guint begin = n > 0 ? hours->spans[day][n - 1].to : 0;
  guint from;

  if (begin >= 24 * 60)
    return;

  from = (guint) g_rand_int_range (rand, (int) begin, 24 * 60);
  hours->spans[day][n].from = from;
  hours->spans[day][n].to = (guint) g_rand_int_range (rand, (int) from + 1, 24 * 60 + 1);
  hours->n_spans[day]++;
}

/* Whatever rows can say can be kept, in the room that there is for it. */
static void
test_any_hours_are_read_again (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (22);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *printed = NULL;
      ClinicHours hours = { 0 };
      ClinicHours again;

      for (guint day = 0; day < 7; day++)
        {
          for (int span = g_rand_int_range (rand, day == 0 ? 1 : 0, CLINIC_HOURS_SPANS + 1); span > 0; span--)
            add_random_span (&hours, day, rand);

          if (day > 0 && g_rand_boolean (rand))
            {
              hours.n_spans[day] = hours.n_spans[day - 1];
              memcpy (hours.spans[day], hours.spans[day - 1], sizeof hours.spans[day]);
            }
        }

      printed = clinic_hours_print (&hours);
      g_assert_cmpuint (strlen (printed), <=, 400);
      g_assert_true (clinic_hours_parse (printed, &again, NULL));
      g_assert_true (clinic_hours_are_equal (&hours, &again));
    }
}

static void
test_minutes_are_typed_as_they_are_shown (void)
{
  for (guint minute = 0; minute <= 24 * 60; minute++)
    {
      g_autofree char *text = clinic_hours_write_minute (minute);

      if (minute < 24 * 60)
        g_assert_cmpint (clinic_hours_read_minute (text, FALSE), ==, (int) minute);

      if (minute > 0)
        g_assert_cmpint (clinic_hours_read_minute (text, TRUE), ==, (int) minute);
    }
}

typedef struct
{
  const char *text;
  gboolean    end;
  int         minute;
} Typed;

static const Typed typed[] = {
  { "9", FALSE, 540 },
  { "930", FALSE, 570 },
  { "9.30", TRUE, 570 },
  { "6 pm", TRUE, 1080 },
  { "24", TRUE, 1440 },
  { "24:00", TRUE, 1440 },
  { "00:00", TRUE, 1440 },
  { "00:00", FALSE, 0 },
  { "24:00", FALSE, -1 },
  { "24:30", TRUE, -1 },
  { "25", TRUE, -1 },
  { "noon", FALSE, -1 },
  { "", TRUE, -1 },
};

static void
test_minutes_are_read_as_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%s", typed[i].text);
      g_assert_cmpint (clinic_hours_read_minute (typed[i].text, typed[i].end), ==, typed[i].minute);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/hours/kept", test_hours_are_written_as_they_are_kept);
  g_test_add_func ("/command/hours/any", test_any_hours_are_read_again);
  g_test_add_func ("/command/hours/shown", test_minutes_are_typed_as_they_are_shown);
  g_test_add_func ("/command/hours/typed", test_minutes_are_read_as_typed);

  return g_test_run ();
}

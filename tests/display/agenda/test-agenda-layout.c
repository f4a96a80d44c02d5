/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-column.h"
#include "clinic-agenda-layout.h"
#include "clinic-agenda-range.h"
#include "clinic-display.h"

/* Where visits are in the grid of time. */

#define SHORTEST 15

static gboolean
overlap (const ClinicAgendaBlock *a,
         const ClinicAgendaBlock *b)
{
  return a->from < MAX (b->to, b->from + SHORTEST) && b->from < MAX (a->to, a->from + SHORTEST);
}

/* Whatever is booked, no two that overlap share a lane, and those beside each other agree on how
 * many lanes there are. */
static void
test_lanes_never_cover_each_other (void)
{
  ClinicAgendaBlock blocks[40];

  for (guint round = 0; round < 500; round++)
    {
      guint n = g_test_rand_int_range (1, G_N_ELEMENTS (blocks));

      for (guint i = 0; i < n; i++)
        {
          blocks[i].from = g_test_rand_int_range (0, 600);
          blocks[i].to = blocks[i].from + g_test_rand_int_range (1, 120);
        }

      clinic_agenda_layout_lanes (blocks, n, SHORTEST);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (blocks[i].lane, <, blocks[i].lanes);

          for (guint k = i + 1; k < n; k++)
            {
              if (!overlap (&blocks[i], &blocks[k]))
                continue;

              g_assert_cmpuint (blocks[i].lane, !=, blocks[k].lane);
              g_assert_cmpuint (blocks[i].lanes, ==, blocks[k].lanes);
            }
        }
    }
}

static void
test_visits_one_after_another_have_all_the_width (void)
{
  ClinicAgendaBlock blocks[] = { { 540, 570 }, { 570, 600 }, { 600, 660 } };

  clinic_agenda_layout_lanes (blocks, G_N_ELEMENTS (blocks), SHORTEST);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_assert_cmpuint (blocks[i].lanes, ==, 1);
}

static void
test_no_more_lanes_than_needed (void)
{
  /* The third begins when the first ends and takes its lane. */
  ClinicAgendaBlock blocks[] = { { 540, 600 }, { 550, 660 }, { 600, 630 } };

  clinic_agenda_layout_lanes (blocks, G_N_ELEMENTS (blocks), SHORTEST);
  g_assert_cmpuint (blocks[0].lanes, ==, 2);
  g_assert_cmpuint (blocks[2].lane, ==, blocks[0].lane);
}

static void
test_scale_goes_there_and_back (void)
{
  ClinicAgendaScale scale;

  clinic_agenda_scale_start (&scale, 10);
  clinic_agenda_scale_widen (&scale, 485, 1081);
  g_assert_cmpuint (scale.from, ==, 480);
  g_assert_cmpuint (scale.to, ==, 1140);

  for (double height = 0.7; height < 4; height += 0.31)
    {
      scale.minute = height;

      for (guint minute = scale.from; minute < scale.to; minute += scale.slot)
        {
          double y = clinic_agenda_scale_y (&scale, minute);

          g_assert_cmpuint (clinic_agenda_scale_step (&scale, y + 0.01), ==, minute);
          g_assert_cmpuint (clinic_agenda_scale_snap (&scale, y + 4.9 * height, 10), ==, minute);
          g_assert_cmpuint (clinic_agenda_scale_snap (&scale, y - 4.9 * height, 10), ==, minute);
        }
    }
}

static void
test_snapping_stays_within_the_day (void)
{
  ClinicAgendaScale scale;

  clinic_agenda_scale_start (&scale, 15);
  clinic_agenda_scale_widen (&scale, 540, 1080);
  g_assert_cmpuint (clinic_agenda_scale_snap (&scale, -500, 60), ==, 540);
  g_assert_cmpuint (clinic_agenda_scale_snap (&scale, 5000, 60), ==, 1020);
  g_assert_cmpuint (clinic_agenda_scale_snap (&scale, 5000, 50), ==, 1020);
  g_assert_cmpuint (clinic_agenda_scale_snap (&scale, 5000, 6000), ==, 540);
  g_assert_cmpuint (clinic_agenda_scale_step (&scale, -3), ==, 540);
  g_assert_cmpuint (clinic_agenda_scale_step (&scale, 5000), ==, 1065);
}

static void
test_columns_are_mirrored (void)
{
  g_assert_cmpuint (clinic_agenda_layout_column (10, 700, 7, FALSE), ==, 0);
  g_assert_cmpuint (clinic_agenda_layout_column (699, 700, 7, FALSE), ==, 6);
  g_assert_cmpuint (clinic_agenda_layout_column (10, 700, 7, TRUE), ==, 6);
  g_assert_cmpuint (clinic_agenda_layout_column (-50, 700, 7, FALSE), ==, 0);
  g_assert_cmpuint (clinic_agenda_layout_column (9000, 700, 7, FALSE), ==, 6);
}

static void
test_open_is_what_both_have_in_common (void)
{
  const ClinicSpan clinic[] = { { 540, 720 }, { 780, 1080 } };
  const ClinicSpan works[] = { { 600, 840 } };
  ClinicSpan spans[CLINIC_AGENDA_SPANS];

  g_assert_cmpuint (clinic_agenda_cut_spans (clinic, 2, works, 1, spans), ==, 2);
  g_assert_cmpuint (spans[0].from, ==, 600);
  g_assert_cmpuint (spans[0].to, ==, 720);
  g_assert_cmpuint (spans[1].from, ==, 780);
  g_assert_cmpuint (spans[1].to, ==, 840);
  g_assert_cmpuint (clinic_agenda_cut_spans (clinic, 2, works, 0, spans), ==, 0);
}

/* In Vienna the clocks go from two to three on 28 March 2027 and back on 31 October. */
static void
test_hour_without_a_clock_is_closed (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) spring = NULL;
  g_autoptr(GPtrArray) autumn = NULL;
  ClinicAgendaColumn *sunday;

  g_object_set (clinic_desk_get_clinic (desk), "hours", NULL, "zone", "Europe/Vienna", NULL);
  spring = clinic_agenda_columns_week (desk, "2027-03-22", 0, NULL);
  autumn = clinic_agenda_columns_week (desk, "2027-10-25", 0, NULL);
  sunday = spring->pdata[6];
  g_assert_cmpuint (sunday->n_open, ==, 2);
  g_assert_cmpuint (sunday->open[0].to, ==, 120);
  g_assert_cmpuint (sunday->open[1].from, ==, 180);
  g_assert_cmpuint (sunday->open[1].to, ==, CLINIC_DAY_MINUTES);
  sunday = autumn->pdata[6];
  g_assert_cmpuint (sunday->n_open, ==, 1);
  g_assert_cmpuint (sunday->open[0].to, ==, CLINIC_DAY_MINUTES);
}

static void
test_titles_of_ranges (void)
{
  g_autofree char *day = clinic_agenda_range_dup_title ("2026-11-24", "2026-11-24");
  g_autofree char *week = clinic_agenda_range_dup_title ("2026-11-23", "2026-11-29");
  g_autofree char *months = clinic_agenda_range_dup_title ("2026-11-30", "2026-12-06");

  g_assert_cmpstr (day, ==, "Tuesday 24 November 2026");
  g_assert_cmpstr (week, ==, "Mon 23 – Sun 29 November 2026");
  g_assert_cmpstr (months, ==, "Mon 30 Nov – 6 Dec 2026");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  g_test_add_func ("/agenda-layout/lanes", test_lanes_never_cover_each_other);
  g_test_add_func ("/agenda-layout/full-width", test_visits_one_after_another_have_all_the_width);
  g_test_add_func ("/agenda-layout/few-lanes", test_no_more_lanes_than_needed);
  g_test_add_func ("/agenda-layout/scale", test_scale_goes_there_and_back);
  g_test_add_func ("/agenda-layout/snapping", test_snapping_stays_within_the_day);
  g_test_add_func ("/agenda-layout/mirrored", test_columns_are_mirrored);
  g_test_add_func ("/agenda-layout/open", test_open_is_what_both_have_in_common);
  g_test_add_func ("/agenda-layout/titles", test_titles_of_ranges);
  clinic_display_add_empty ("/agenda-layout/clocks", test_hour_without_a_clock_is_closed);

  return g_test_run ();
}

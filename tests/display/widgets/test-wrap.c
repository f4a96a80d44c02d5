/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-wrap.h"

#define CHILDREN 5
#define WIDTH    100
#define SPACING  10

/* Children that want a hundred pixels and can do with sixty; the last one takes what is left. */
static GtkWidget *
make_wrap (void)
{
  GtkWidget *wrap = g_object_new (CLINIC_TYPE_WRAP, "spacing", SPACING, "row-spacing", 4, NULL);

  for (guint i = 0; i < CHILDREN; i++)
    {
      GtkWidget *child = gtk_scrolled_window_new ();
      GtkWidget *inside = gtk_drawing_area_new ();

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (inside), WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (inside), 20);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (child), inside);
      g_object_set (child, "min-content-width", 60, "propagate-natural-width", TRUE, "min-content-height", 20,
                    "hexpand", i == CHILDREN - 1, NULL);
      gtk_widget_insert_before (child, wrap, NULL);
    }

  return wrap;
}

static GtkWidget *
get_child (GtkWidget *wrap,
           guint      nth)
{
  GtkWidget *child = gtk_widget_get_first_child (wrap);

  while (nth-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static graphene_rect_t
get_place (GtkWidget *wrap,
           guint      nth)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (get_child (wrap, nth), wrap, &place));

  return place;
}

static int
measure (GtkWidget      *wrap,
         GtkOrientation  orientation,
         int             for_size)
{
  int least;

  gtk_widget_measure (wrap, orientation, for_size, &least, NULL, NULL, NULL);

  return least;
}

/* In a box, which does not make it as wide as the window. */
static void
show (GtkWidget *wrap)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), wrap);
  clinic_display_show (box);
}

static void
allocate (GtkWidget *wrap,
          int        width)
{
  gtk_widget_allocate (wrap, width, measure (wrap, GTK_ORIENTATION_VERTICAL, width), -1, NULL);
}

/* As many in a row as there is room for as wide as they want to be; the last row is filled. */
static void
test_rows (ClinicDesk *desk)
{
  GtkWidget *wrap = make_wrap ();
  int row;

  show (wrap);
  row = measure (wrap, GTK_ORIENTATION_VERTICAL, 10000);
  g_assert_cmpint (measure (wrap, GTK_ORIENTATION_HORIZONTAL, -1), ==, 60);
  g_assert_cmpint (measure (wrap, GTK_ORIENTATION_VERTICAL, 5 * WIDTH + 4 * SPACING), ==, row);
  g_assert_cmpint (measure (wrap, GTK_ORIENTATION_VERTICAL, 5 * WIDTH + 4 * SPACING - 1), ==, 2 * row + 4);
  g_assert_cmpint (measure (wrap, GTK_ORIENTATION_VERTICAL, 60), ==, 5 * row + 16);
  allocate (wrap, 250);
  g_assert_cmpfloat (get_place (wrap, 0).origin.x, ==, 0);
  g_assert_cmpfloat (get_place (wrap, 1).origin.x, ==, WIDTH + SPACING);
  g_assert_cmpfloat (get_place (wrap, 1).origin.y, ==, 0);
  g_assert_cmpfloat (get_place (wrap, 2).origin.x, ==, 0);
  g_assert_cmpfloat (get_place (wrap, 2).origin.y, ==, row + 4);
  g_assert_cmpfloat (get_place (wrap, 4).size.width, ==, 250);

  /* What is hidden leaves no gap. */
  gtk_widget_set_visible (get_child (wrap, 0), FALSE);
  g_assert_cmpint (measure (wrap, GTK_ORIENTATION_VERTICAL, 4 * WIDTH + 3 * SPACING), ==, row);
}

/* Narrow before a row is begun, and from the other side where words run so. */
static void
test_shrinks_and_turns (ClinicDesk *desk)
{
  GtkWidget *wrap = make_wrap ();
  int row;

  g_object_set (wrap, "shrink", TRUE, NULL);
  show (wrap);
  row = measure (wrap, GTK_ORIENTATION_VERTICAL, 10000);
  g_assert_cmpint (measure (wrap, GTK_ORIENTATION_VERTICAL, 5 * 60 + 4 * SPACING), ==, row);
  g_assert_cmpint (measure (wrap, GTK_ORIENTATION_VERTICAL, 5 * 60 + 4 * SPACING - 1), ==, 2 * row + 4);
  gtk_widget_set_direction (wrap, GTK_TEXT_DIR_RTL);
  allocate (wrap, 700);
  g_assert_cmpfloat (get_place (wrap, 0).origin.x, ==, 700 - WIDTH);
  g_assert_cmpfloat (get_place (wrap, 4).origin.x, ==, 0);
  g_assert_cmpfloat (get_place (wrap, 4).size.width, ==, 700 - 4 * (WIDTH + SPACING));
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/wrap/rows", "practitioner", test_rows);
  clinic_display_add ("/wrap/shrinks-and-turns", "practitioner", test_shrinks_and_turns);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-spread.h"

/* Three columns of 100, 60 and 60 pixels at least, wishing for twice as much. */
static ClinicSpread *
make_spread (void)
{
  static const char *const names[] = { "one", "two", "three" };
  ClinicSpread *spread = clinic_spread_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const ClinicSpreadPlace place = {
        .name = (char *) names[i],
        .title = (char *) names[i],
        .shown = TRUE,
        .least = i == 0 ? 100 : 60,
        .natural = i == 0 ? 200 : 120,
      };

      clinic_spread_add (spread, &place);
    }

  return spread;
}

/* Side by side, none over another; @spread fitted into @width. */
static void
check_places (ClinicSpread *spread,
              int           width)
{
  int edge = clinic_spread_get_place (spread, 0)->x;
  int x = edge;

  clinic_spread_fit (spread, width);

  for (guint i = 0; i < clinic_spread_get_n (spread); i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (spread, i);

      if (!place->shown)
        continue;

      if (i == 0)
        edge = x = place->x;

      g_assert_cmpint (place->x, ==, x);
      g_assert_cmpint (place->width, >=, place->chosen > 0 ? place->chosen : place->least);
      x += place->width;
    }

  g_assert_cmpint (x + edge, ==, MAX (width, clinic_spread_get_least (spread)));
}

static void
test_columns_share_a_row (void)
{
  g_autoptr(ClinicSpread) spread = make_spread ();
  int least = clinic_spread_get_least (spread);

  for (int width = least - 30; width < least + 600; width += 7)
    check_places (spread, width);

  /* What is left goes to the one that fills. */
  clinic_spread_fill (spread, 2);
  clinic_spread_fit (spread, least + 1000);
  g_assert_cmpint (clinic_spread_get_place (spread, 0)->width, ==, 200);
  g_assert_cmpint (clinic_spread_get_place (spread, 2)->width, >, 700);

  clinic_spread_show (spread, 1, FALSE);
  g_assert_cmpint (clinic_spread_get_least (spread), ==, least - 60);
  check_places (spread, least + 300);

  clinic_spread_choose_width (spread, 0, 333);
  check_places (spread, least + 900);
  g_assert_cmpint (clinic_spread_get_place (spread, 0)->width, ==, 333);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_only_what_is_seen_is_drawn (void)
{
  g_autoptr(ClinicSpread) spread = make_spread ();
  guint moved = 0;

  g_signal_connect_swapped (spread, "moved", G_CALLBACK (count_cb), &moved);
  clinic_spread_fit (spread, clinic_spread_get_least (spread));
  g_assert_true (clinic_spread_is_seen (spread, 2));

  clinic_spread_look_at (spread, 0, 90);
  g_assert_true (clinic_spread_is_seen (spread, 0));
  g_assert_false (clinic_spread_is_seen (spread, 1));
  g_assert_false (clinic_spread_is_seen (spread, 2));
  g_assert_cmpuint (moved, ==, 1);

  clinic_spread_look_at (spread, 0, 90);
  g_assert_cmpuint (moved, ==, 1);

  clinic_spread_look_at (spread, 120, 210);
  g_assert_false (clinic_spread_is_seen (spread, 0));
  g_assert_true (clinic_spread_is_seen (spread, 1));
  g_assert_true (clinic_spread_is_seen (spread, 2));
}

/* A number of which a part is of no use is shown whole or not at all. */
static void
test_the_last_are_dropped_for_want_of_room (void)
{
  g_autoptr(ClinicSpread) spread = make_spread ();
  int edge = clinic_spread_get_place (spread, 0)->x;

  clinic_spread_set_dropping (spread, TRUE);
  clinic_spread_fit (spread, 300);

  for (guint i = 0; i < 3; i++)
    g_assert_false (clinic_spread_get_place (spread, i)->dropped);

  clinic_spread_fit (spread, 200);
  g_assert_false (clinic_spread_get_place (spread, 1)->dropped);
  g_assert_true (clinic_spread_get_place (spread, 2)->dropped);
  g_assert_false (clinic_spread_is_seen (spread, 2));
  g_assert_cmpint (clinic_spread_get_place (spread, 1)->x + clinic_spread_get_place (spread, 1)->width + edge, <=, 200);

  clinic_spread_fit (spread, clinic_spread_get_least (spread));
  g_assert_true (clinic_spread_get_place (spread, 1)->dropped);
  g_assert_false (clinic_spread_get_place (spread, 0)->dropped);

  clinic_spread_choose_width (spread, 1, 400);
  clinic_spread_fit (spread, 200);
  g_assert_false (clinic_spread_get_place (spread, 2)->dropped);
}

static int
get_text_width (GtkWidget               *widget,
                const ClinicSpreadPlace *place,
                const char              *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr(PangoAttrList) attributes = clinic_spread_place_dup_attributes (place);
  int width;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Whatever its digits are: 0 and 4 are wider than 1 in most fonts. */
static void
test_a_number_has_room_whole (void)
{
  static const ClinicSpreadPlace phone = {
    .name = (char *) "phone", .title = (char *) "Telephone", .shown = TRUE, .whole = TRUE, .chars = 15
  };
  g_autoptr(ClinicSpread) spread = clinic_spread_new ();
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new (""));
  g_autoptr(GtkWidget) small = g_object_ref_sink (gtk_label_new (""));
  const ClinicSpreadPlace *place;

  gtk_widget_add_css_class (small, "caption");
  clinic_spread_add (spread, &phone);
  clinic_spread_measure (spread, label, small);
  place = clinic_spread_get_place (spread, 0);

  for (char digit = '0'; digit <= '9'; digit++)
    {
      g_autofree char *number = g_strdelimit (g_strdup ("+00 604 7490020"), "0123456789", digit);

      g_assert_cmpint (get_text_width (label, place, number), <=, place->least - 2 * CLINIC_SPREAD_PADDING);
    }
}

static void
test_sorts (void)
{
  g_autoptr(ClinicSpread) spread = make_spread ();
  guint sorted = 0;
  gboolean descending = TRUE;

  g_signal_connect_swapped (spread, "sorted", G_CALLBACK (count_cb), &sorted);
  g_assert_cmpint (clinic_spread_get_sorted (spread, NULL), ==, -1);
  clinic_spread_sort (spread, 1, FALSE);
  clinic_spread_sort (spread, 1, FALSE);
  g_assert_cmpuint (sorted, ==, 1);
  g_assert_cmpint (clinic_spread_get_sorted (spread, &descending), ==, 1);
  g_assert_false (descending);
  clinic_spread_sort (spread, 1, TRUE);
  g_assert_cmpuint (sorted, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  g_test_add_func ("/spread/columns-share-a-row", test_columns_share_a_row);
  g_test_add_func ("/spread/only-what-is-seen-is-drawn", test_only_what_is_seen_is_drawn);
  g_test_add_func ("/spread/the-last-are-dropped-for-want-of-room", test_the_last_are_dropped_for_want_of_room);
  g_test_add_func ("/spread/a-number-has-room-whole", test_a_number_has_room_whole);
  g_test_add_func ("/spread/sorts", test_sorts);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-spread-row.h"
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

static char *
write_text (gpointer item,
            guint    column,
            gpointer data)
{
  return g_strdup (column == 0 ? "DLQI" : "-16.7 %");
}

/* A list of one row; texts begin where a column does, figures end where it ends. */
static GtkWidget *
show_row (ClinicDesk   *desk,
          ClinicSpread *spread)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
  GtkWidget *list;

  g_list_store_append (store, item);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&store)))),
                            clinic_spread_row_factory (spread, write_text, NULL, FALSE));
  gtk_widget_set_size_request (list, 600, -1);
  clinic_display_show (list);
  clinic_display_settle (desk);

  return clinic_display_find_type (list, CLINIC_TYPE_SPREAD_ROW, 0);
}

static void
check_edges (ClinicDesk *desk,
             gboolean    turned)
{
  static const ClinicSpreadPlace places[] = {
    { .name = (char *) "name", .title = (char *) "Name", .shown = TRUE, .least = 200, .natural = 200 },
    { .name = (char *) "value", .title = (char *) "Value", .shown = TRUE, .figure = TRUE, .least = 200, .natural = 200 },
  };
  g_autoptr(ClinicSpread) spread = clinic_spread_new ();
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    clinic_spread_add (spread, &places[i]);

  gtk_widget_set_default_direction (turned ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  row = show_row (desk, spread);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (spread, i);
      int start = turned ? gtk_widget_get_width (row) - place->x - place->width : place->x;
      gboolean at_left = place->figure == turned;
      int first;
      int last;

      g_assert_true (clinic_display_find_ink (row, start, start + place->width, &first, &last));
      g_assert_cmpint (ABS (at_left ? first - start : start + place->width - last), <=, CLINIC_SPREAD_PADDING + 3);
    }
}

static void
test_texts_begin_where_their_column_does (ClinicDesk *desk)
{
  check_edges (desk, FALSE);
  check_edges (desk, TRUE);
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
  clinic_display_add ("/spread/texts-begin-where-their-column-does", "owner", test_texts_begin_where_their_column_does);

  return g_test_run ();
}

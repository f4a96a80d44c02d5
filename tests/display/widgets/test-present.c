/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-present.h"

#define N_PLACES 8

/* A place that takes as long to measure as a whole piece may last, and remembers in which turns of
 * the main loop that was. */
#define TEST_TYPE_PLACE (test_place_get_type ())
G_DECLARE_FINAL_TYPE (TestPlace, test_place, TEST, PLACE, GtkWidget)

struct _TestPlace
{
  GtkWidget parent_instance;

  guint turn;           /* when it was measured first, from 1 */
  guint times;
};

G_DEFINE_FINAL_TYPE (TestPlace, test_place, GTK_TYPE_WIDGET)

static guint turn;

static void
test_place_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  TestPlace *self = TEST_PLACE (widget);
  gint64 end = g_get_monotonic_time () + 15 * G_TIME_SPAN_MILLISECOND;

  *minimum = *natural = 20;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  if (self->times++ == 0)
    self->turn = turn;

  while (g_get_monotonic_time () < end)
    continue;
}

static void
test_place_class_init (TestPlaceClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = test_place_measure;
}

static void
test_place_init (TestPlace *self)
{
}

static void
count_cb (GtkButton *button,
          guint     *n)
{
  (*n)++;
}

static GtkWindow *
show_parent (guint *n_clicks)
{
  GtkWidget *button = gtk_button_new_with_label ("Behind");

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (count_cb), n_clicks);

  return clinic_display_show (button);
}

static GtkWindow *
make_window (GtkWindow *parent,
             GtkWidget *places[N_PLACES])
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < N_PLACES; i++)
    {
      places[i] = g_object_new (TEST_TYPE_PLACE, NULL);
      gtk_box_append (GTK_BOX (box), places[i]);
    }

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("First"));
  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (inner), gtk_button_new_with_label ("Inner"));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 200);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);

  return GTK_WINDOW (window);
}

static guint
count_controllers (gpointer window)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (window);

  return g_list_model_get_n_items (controllers);
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
count_map_cb (GtkWidget *widget,
              guint     *n)
{
  (*n)++;
}

static gboolean
count_close_cb (GtkWindow *window,
                guint     *n)
{
  (*n)++;

  return GDK_EVENT_PROPAGATE;
}

/* Until the first place was measured: the window is on its way. */
static void
begin (GtkWidget *places[N_PLACES])
{
  turn = 1;

  while (TEST_PLACE (places[0])->times == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_widget_get_root (places[0]))));
}

static void
test_comes_in_pieces (ClinicDesk *desk)
{
  guint n_clicks = 0, n_maps = 0;
  GtkWindow *parent = show_parent (&n_clicks);
  guint before = count_controllers (parent);
  GtkWidget *places[N_PLACES];
  GtkWindow *window = make_window (parent, places);

  g_signal_connect (window, "map", G_CALLBACK (count_map_cb), &n_maps);
  clinic_present (window);
  clinic_present (window);
  clinic_present_focus (gtk_widget_get_last_child (gtk_widget_get_parent (places[0])));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));

  for (turn = 1; !gtk_widget_get_mapped (GTK_WIDGET (window)); turn++)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 1; i < N_PLACES; i++)
    g_assert_cmpuint (TEST_PLACE (places[i])->turn, >, TEST_PLACE (places[i - 1])->turn);

  g_assert_cmpuint (turn - 1, >, TEST_PLACE (places[N_PLACES - 1])->turn);
  clinic_display_settle (desk);
  g_assert_cmpuint (n_maps, ==, 1);
  g_assert_cmpuint (count_controllers (parent), ==, before);
  g_assert_true (gtk_window_get_focus (window) == clinic_display_find (GTK_WIDGET (window), "Inner"));

  /* What was found out is not asked for again. */
  for (guint i = 0; i < N_PLACES; i++)
    g_assert_cmpuint (TEST_PLACE (places[i])->times, ==, 1);
}

static void
test_holds_its_parent (ClinicDesk *desk)
{
  guint n_clicks = 0;
  GtkWindow *parent = show_parent (&n_clicks);
  GtkWidget *button = clinic_display_find (GTK_WIDGET (parent), "Behind");
  GtkWidget *places[N_PLACES];

  clinic_display_click (button);
  g_assert_cmpuint (n_clicks, ==, 1);

  clinic_present (make_window (parent, places));
  begin (places);
  clinic_display_click (button);
  g_assert_cmpuint (n_clicks, ==, 1);
}

static void
test_escape_calls_it_off (ClinicDesk *desk)
{
  guint n_clicks = 0, n_maps = 0, n_closes = 0;
  GtkWindow *parent = show_parent (&n_clicks);
  guint before;
  GtkWidget *places[N_PLACES];
  GtkWindow *window = make_window (parent, places);

  clinic_display_press ("Shift_L");
  before = count_controllers (parent);
  g_signal_connect (window, "map", G_CALLBACK (count_map_cb), &n_maps);
  g_signal_connect (window, "close-request", G_CALLBACK (count_close_cb), &n_closes);
  clinic_present (window);
  begin (places);
  clinic_display_press ("Escape");
  g_assert_cmpuint (n_maps, ==, 0);
  g_assert_cmpuint (n_closes, ==, 1);
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_cmpuint (count_controllers (parent), ==, before);
}

/* Whoever waits for an answer may hold a window that was closed meanwhile. */
static void
test_closed_window_does_not_come (ClinicDesk *desk)
{
  guint n_clicks = 0, n_maps = 0;
  GtkWindow *parent = show_parent (&n_clicks);
  guint before = count_controllers (parent);
  GtkWidget *places[N_PLACES];
  GtkWindow *window = g_object_ref (make_window (parent, places));

  g_signal_connect (window, "map", G_CALLBACK (count_map_cb), &n_maps);
  clinic_present (window);
  begin (places);
  gtk_window_destroy (window);
  clinic_display_settle (desk);
  g_assert_cmpuint (n_maps, ==, 0);
  g_assert_cmpuint (count_controllers (parent), ==, before);
  g_assert_finalize_object (window);
}

static void
test_goes_with_its_parent (ClinicDesk *desk)
{
  guint n_clicks = 0;
  GtkWindow *parent = show_parent (&n_clicks);
  GtkWidget *places[N_PLACES];

  clinic_present (make_window (parent, places));
  begin (places);
  gtk_window_destroy (parent);
  clinic_display_settle (desk);
  g_assert_cmpuint (count_windows (), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/present/comes-in-pieces", test_comes_in_pieces);
  clinic_display_add_empty ("/present/holds-its-parent", test_holds_its_parent);
  clinic_display_add_empty ("/present/escape-calls-it-off", test_escape_calls_it_off);
  clinic_display_add_empty ("/present/closed-window-does-not-come", test_closed_window_does_not_come);
  clinic_display_add_empty ("/present/goes-with-its-parent", test_goes_with_its_parent);

  return g_test_run ();
}

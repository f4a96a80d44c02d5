/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <time.h>

#include "clinic-patients-page.h"
#include "clinic-ui.h"

/* The list of all patients: processor time of the main thread for each frame while it is
 * scrolled, and how long from a letter typed into the search to its rows on the screen.
 *
 *   tests/in-display bench-patients CLINIC
 *
 * Prints, and judges nothing. */

#define N_FRAMES 300
#define PATIENCE 60

typedef struct
{
  GtkWidget     *window;
  ClinicPage    *page;
  GtkAdjustment *adjustment;
  double         step;          /* a frame; 0: not scrolling */
  gint64         before;        /* processor time at the end of the last frame */
  guint          n;
  gint64         frames[N_FRAMES];
  guint          n_painted;
} Bench;

static ClinicDesk *desk;

static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
show (const char *what,
      gint64     *times,
      guint       n)
{
  qsort (times, n, sizeof *times, compare);
  g_print ("%-44s n %3u  median %6.2f  p99 %6.2f  most %6.2f ms\n", what, n, times[n / 2] / 1000.0,
           times[MIN (n * 99 / 100, n - 1)] / 1000.0, times[n - 1] / 1000.0);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  desk = clinic_desk_open_finish (result, &error);

  if (desk == NULL)
    g_error ("%s", error->message);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static gboolean
is_still (Bench *self)
{
  return !clinic_page_get_loading (self->page);
}

/* Until the page has loaded and a frame was painted after that. */
static void
wait_for_rows (Bench *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  guint painted;

  while (!is_still (self) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  painted = self->n_painted;
  gtk_widget_queue_draw (self->window);

  while (self->n_painted == painted && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  if (g_get_monotonic_time () >= end)
    g_error ("The list did not come within %d seconds", PATIENCE);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Bench *self = user_data;

  if (self->step != 0)
    gtk_adjustment_set_value (self->adjustment,
                              gtk_adjustment_get_value (self->adjustment) + self->step);

  return G_SOURCE_CONTINUE;
}

/* All that the main thread did since the last frame belongs to this one: also taking in the rows
 * that were read meanwhile. */
static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  Bench *self = user_data;
  gint64 now = processor_time ();

  self->n_painted++;

  if (self->step != 0 && self->before != 0 && self->n < N_FRAMES)
    self->frames[self->n++] = now - self->before;

  self->before = self->step != 0 ? now : 0;
}

static void
scroll (Bench      *self,
        const char *what,
        double      from,
        double      step)
{
  gtk_adjustment_set_value (self->adjustment,
                            from * gtk_adjustment_get_upper (self->adjustment));
  wait_for_rows (self);
  self->n = 0;
  self->before = 0;
  self->step = step;

  while (self->n < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);

  self->step = 0;
  show (what, self->frames, self->n);
}

static void
type_words (Bench *self)
{
  static const char * const words[] = { "wagner", "garcia", "nguyen", "müller", "ursula wag",
                                        "papado" };
  GtkEditable *entry = GTK_EDITABLE (find (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_ENTRY));
  g_autoptr(GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) later = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      for (const char *end = words[i]; *end != '\0';)
        {
          g_autofree char *typed = NULL;
          gint64 start = g_get_monotonic_time ();

          end = g_utf8_next_char (end);
          typed = g_strndup (words[i], end - words[i]);
          gtk_editable_set_text (entry, typed);
          wait_for_rows (self);
          start = g_get_monotonic_time () - start;
          g_array_append_val (g_utf8_strlen (typed, -1) == 1 ? first : later, start);
        }

      gtk_editable_set_text (entry, "");
      wait_for_rows (self);
    }

  show ("first letter to rows painted (wall)", (gint64 *) first->data, first->len);
  show ("later letter to rows painted (wall)", (gint64 *) later->data, later->len);
}

static void
present (Bench *self)
{
  gint64 start = g_get_monotonic_time ();
  GtkWidget *view;

  self->page = g_object_new (CLINIC_TYPE_PATIENTS_PAGE, "desk", desk, NULL);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1060, 760);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint",
                    G_CALLBACK (painted_cb), self);
  gtk_widget_add_tick_callback (self->window, tick_cb, self, NULL);
  wait_for_rows (self);
  g_print ("list there after %.0f ms\n", (g_get_monotonic_time () - start) / 1000.0);

  view = find (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW);
  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };
  g_autoptr(ClinicStaff) actor = NULL;
  GListModel *model;

  setlocale (LC_ALL, "");

  if (argc != 2 || g_getenv ("DISPLAY") == NULL)
    {
      g_printerr ("tests/in-display bench-patients CLINIC\n");
      return 2;
    }

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  clinic_ui_init ();
  clinic_desk_open_async (argv[1], NULL, opened_cb, NULL);

  while (desk == NULL)
    g_main_context_iteration (NULL, TRUE);

  actor = g_list_model_get_item (clinic_desk_get_staff (desk), 0);
  clinic_desk_set_actor (desk, actor);
  present (&self);
  model = G_LIST_MODEL (gtk_list_view_get_model (
                          GTK_LIST_VIEW (find (GTK_WIDGET (self.page), GTK_TYPE_LIST_VIEW))));
  g_print ("%u patients in the list\n", g_list_model_get_n_items (model));

  scroll (&self, "scrolled by 120 pixels a frame (cpu)", 0, 120);
  scroll (&self, "the same from the middle (cpu)", 0.5, 120);
  scroll (&self, "scrolled by 700 pixels a frame (cpu)", 0.25, 700);
  type_words (&self);

  gtk_window_destroy (GTK_WINDOW (self.window));
  g_clear_object (&desk);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <time.h>

#include "clinic-agenda-page.h"
#include "clinic-agenda-visit.h"
#include "clinic-ui.h"

/* The agenda of a clinic made by big-clinic (fifty practitioners): processor time of the main
 * thread for the longest turn of its loop while a day, a week and the next day are shown and while
 * the day is scrolled, how long until the picture is whole, and how many visits have a widget.
 *
 *   tests/in-display bench-agenda CLINIC
 *
 * Prints, and judges nothing. */

#define N_FRAMES 120
#define PATIENCE 60
#define STILL_FRAMES 4

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  double     step;              /* a frame; 0: not scrolling */
  gboolean   sideways;
  guint      n_painted;
  gint64     before;
  guint      n;
  gint64     frames[N_FRAMES];
} Bench;

static ClinicDesk *desk;
static GPollFunc wait_for_events;
static gint64 awake_since;
static gint64 longest;

static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
poll_and_measure (GPollFD *fds,
                  guint    n_fds,
                  int      timeout)
{
  int result;

  longest = MAX (longest, processor_time () - awake_since);
  result = wait_for_events (fds, n_fds, timeout);
  awake_since = processor_time ();

  return result;
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

static guint
count (GtkWidget *root,
       GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);

  return n;
}

static guint
count_visits (Bench *self)
{
  return count (self->page, CLINIC_TYPE_AGENDA_VISIT);
}

/* Until it has loaded and no more widgets are made. */
static void
wait_for_visits (Bench *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  guint still = 0;
  guint visits = 0;

  while (still < STILL_FRAMES && g_get_monotonic_time () < end)
    {
      guint painted = self->n_painted;

      gtk_widget_queue_draw (self->window);

      while (self->n_painted == painted && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, TRUE);

      still = !clinic_page_get_loading (CLINIC_PAGE (self->page)) &&
              count_visits (self) == visits ? still + 1 : 0;
      visits = count_visits (self);
    }

  if (still < STILL_FRAMES)
    g_error ("The visits did not come within %d seconds", PATIENCE);
}

static void
show (Bench      *self,
      const char *what,
      gint64      start)
{
  wait_for_visits (self);
  g_print ("%-26s whole after %5.0f ms (wall), longest turn %6.1f ms (cpu), %4u widgets of visits,"
           " %u in all\n", what, (g_get_monotonic_time () - start) / 1000.0, longest / 1000.0,
           count_visits (self), count (self->page, GTK_TYPE_WIDGET));
  longest = 0;
}

static GtkAdjustment *
get_adjustment (Bench *self)
{
  GtkWidget *view = find (self->page, g_type_from_name ("ClinicAgendaView"));
  GtkScrolledWindow *scroller =
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW));

  return self->sideways ? gtk_scrolled_window_get_hadjustment (scroller)
                        : gtk_scrolled_window_get_vadjustment (scroller);
}

/* There and back again. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Bench *self = user_data;
  GtkAdjustment *adjustment = self->step != 0 ? get_adjustment (self) : NULL;
  double before;

  if (adjustment == NULL)
    return G_SOURCE_CONTINUE;

  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + self->step);

  if (gtk_adjustment_get_value (adjustment) == before)
    self->step = -self->step;

  return G_SOURCE_CONTINUE;
}

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
        gboolean    sideways,
        double      step)
{
  self->n = 0;
  self->before = 0;
  self->sideways = sideways;
  self->step = step;

  while (self->n < N_FRAMES)
    {
      gtk_widget_queue_draw (self->window);
      g_main_context_iteration (NULL, TRUE);
    }

  self->step = 0;
  qsort (self->frames, self->n, sizeof *self->frames, compare);
  g_print ("%-26s frames of %3u: median %5.1f  p99 %5.1f  most %5.1f ms (cpu), %4u widgets of visits\n",
           what, self->n, self->frames[self->n / 2] / 1000.0,
           self->frames[self->n * 99 / 100] / 1000.0, self->frames[self->n - 1] / 1000.0,
           count_visits (self));
}

static void
present (Bench *self,
         int    width,
         int    height)
{
  gint64 start = g_get_monotonic_time ();

  longest = 0;
  self->page = g_object_new (CLINIC_TYPE_AGENDA_PAGE, "desk", desk, "mode", "day", NULL);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint",
                    G_CALLBACK (painted_cb), self);
  gtk_widget_add_tick_callback (self->window, tick_cb, self, NULL);
  g_print ("%d×%d\n", width, height);
  show (self, "first day", start);
}

static void
measure (int width,
         int height)
{
  Bench self = { 0 };

  present (&self, width, height);
  gtk_widget_activate_action (self.page, "agenda.previous", NULL);
  show (&self, "the day before", g_get_monotonic_time ());
  scroll (&self, "scrolled up and down", FALSE, 40);
  scroll (&self, "scrolled sideways", TRUE, 40);
  scroll (&self, "sideways by pages", TRUE, 600);
  longest = 0;
  gtk_widget_activate_action (self.page, "agenda.mode", "s", "week");
  show (&self, "the week", g_get_monotonic_time ());
  gtk_window_destroy (GTK_WINDOW (self.window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(ClinicStaff) actor = NULL;

  setlocale (LC_ALL, "");

  if (argc != 2 || g_getenv ("DISPLAY") == NULL)
    {
      g_printerr ("tests/in-display bench-agenda CLINIC\n");
      return 2;
    }

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  clinic_ui_init ();
  wait_for_events = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
  clinic_desk_open_async (argv[1], NULL, opened_cb, NULL);

  while (desk == NULL)
    g_main_context_iteration (NULL, TRUE);

  actor = g_list_model_get_item (clinic_desk_get_staff (desk), 0);
  clinic_desk_set_actor (desk, actor);
  measure (1060, 760);
  measure (1700, 1040);
  g_clear_object (&desk);

  return 0;
}

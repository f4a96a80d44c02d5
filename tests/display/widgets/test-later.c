/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-later.h"

/* A place that is not looked at yet, in a stack that is shown. */
static GtkWidget *
show_place (GtkStack **stack)
{
  GtkWidget *place = g_object_new (CLINIC_TYPE_LATER, "type", GTK_TYPE_BUTTON, "soon", TRUE, NULL);

  *stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (*stack, gtk_label_new ("Other"), "other");
  gtk_stack_add_named (*stack, place, "place");
  clinic_display_show (GTK_WIDGET (*stack));
  g_assert_null (clinic_later_get_made (CLINIC_LATER (place)));

  return place;
}

static void
test_soon_is_not_at_once (ClinicDesk *desk)
{
  GtkStack *stack;
  GtkWidget *place = show_place (&stack);
  GtkWidget *made;

  gtk_stack_set_visible_child_name (stack, "place");
  g_assert_true (gtk_widget_get_mapped (place));
  g_assert_null (clinic_later_get_made (CLINIC_LATER (place)));

  while (clinic_later_get_made (CLINIC_LATER (place)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  made = clinic_later_get_made (CLINIC_LATER (place));
  g_assert_false (gtk_widget_get_mapped (made));
  clinic_display_settle (desk);
  g_assert_true (gtk_widget_get_mapped (made));
}

static void
test_soon_may_be_left (ClinicDesk *desk)
{
  GtkStack *stack;
  GtkWidget *place = show_place (&stack);
  GtkWidget *made;

  gtk_stack_set_visible_child_name (stack, "place");
  gtk_stack_set_visible_child_name (stack, "other");
  clinic_display_settle (desk);
  g_assert_null (clinic_later_get_made (CLINIC_LATER (place)));

  gtk_stack_set_visible_child_name (stack, "place");

  while (clinic_later_get_made (CLINIC_LATER (place)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  made = clinic_later_get_made (CLINIC_LATER (place));
  gtk_stack_set_visible_child_name (stack, "other");
  clinic_display_settle (desk);
  g_assert_false (gtk_widget_get_mapped (made));

  gtk_stack_set_visible_child_name (stack, "place");
  clinic_display_settle (desk);
  g_assert_true (gtk_widget_get_mapped (made));
}

static void
test_keyboard_does_not_wait (ClinicDesk *desk)
{
  GtkStack *stack;
  GtkWidget *place = show_place (&stack);
  GtkWidget *made;

  gtk_stack_set_visible_child_name (stack, "place");
  g_assert_true (gtk_widget_grab_focus (place));
  made = clinic_later_get_made (CLINIC_LATER (place));
  g_assert_true (gtk_widget_get_mapped (made));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (place)) == made);
}

static void
count_cb (GtkDrawingArea *area,
          cairo_t        *cr,
          int             width,
          int             height,
          gpointer        times)
{
  (*(guint *) times)++;
}

static gboolean
is_drawn (gpointer times)
{
  return *(guint *) times > 0;
}

static GtkWidget *
make_cb (ClinicLater *place,
         GtkWidget  **area)
{
  return *area != NULL ? g_object_ref (*area) : NULL;
}

/* The window may be drawn between: that what came later is to be drawn is said to what is around it. */
static void
test_what_came_later_is_drawn (ClinicDesk *desk)
{
  GtkWidget *place = g_object_new (CLINIC_TYPE_LATER, "soon", TRUE, NULL);
  GtkWidget *area = NULL;
  guint times = 0;

  g_signal_connect (place, "make", G_CALLBACK (make_cb), &area);
  clinic_display_show (place);
  clinic_display_settle (desk);
  g_assert_null (clinic_later_get_made (CLINIC_LATER (place)));

  area = gtk_drawing_area_new ();
  g_object_ref_sink (area);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), count_cb, &times, NULL);
  g_assert_true (clinic_later_make (CLINIC_LATER (place)) == area);
  gtk_widget_queue_draw (place);
  gtk_test_widget_wait_for_draw (place);
  g_assert_cmpuint (times, ==, 0);

  gtk_widget_grab_focus (place);
  clinic_display_wait (is_drawn, &times);
  g_object_unref (area);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/later/soon-is-not-at-once", test_soon_is_not_at_once);
  clinic_display_add_empty ("/later/soon-may-be-left", test_soon_may_be_left);
  clinic_display_add_empty ("/later/keyboard-does-not-wait", test_keyboard_does_not_wait);
  clinic_display_add_empty ("/later/what-came-later-is-drawn", test_what_came_later_is_drawn);

  return g_test_run ();
}

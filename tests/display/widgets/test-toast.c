/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-error.h"
#include "clinic-toast.h"

/* What is said at the bottom of a window. */

static GtkWidget *
show (void)
{
  GtkWidget *label = gtk_label_new ("below");

  clinic_display_show (label);

  return label;
}

static GtkWidget *
find (GtkWidget  *widget,
      const char *text)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkWidget *found = clinic_display_find_text (root, text);

  /* A text of several lines is told as one. */
  return found != NULL ? found : clinic_display_find (root, text);
}

/* Names of people, firms and files are no markup. */
static void
test_words_are_said_as_they_are (ClinicDesk *desk)
{
  GtkWidget *widget = show ();
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/Smith & Sons <1>.pdf");
  g_autoptr(GError) error = g_error_new (CLINIC_ERROR, CLINIC_ERROR_INVALID, "No “A & B <C>”.");

  clinic_toast_show (widget, "Smith & Sons <1> is booked", 17);
  clinic_display_settle (desk);
  g_assert_nonnull (find (widget, "Smith & Sons <1> is booked"));
  clinic_toast_saved (widget, file);
  clinic_display_settle (desk);
  g_assert_nonnull (find (widget, "Saved “Smith & Sons <1>.pdf”"));
  clinic_toast_error (widget, error);
  clinic_display_settle (desk);
  g_assert_nonnull (find (widget, "No “A & B <C>”."));
}

typedef struct
{
  GtkWidget  *widget;
  const char *text;
} Gone;

static gboolean
is_gone (gpointer data)
{
  Gone *gone = data;

  return find (gone->widget, gone->text) == NULL;
}

/* What was said before does not come back when that is gone which took its place. */
static void
test_only_the_last_is_said (ClinicDesk *desk)
{
  static const char *const notes[] = { "The first & only note, which is long enough to need more than one "
                                       "line of the toast that it is said in.", "Another note", NULL };
  GtkWidget *widget = show ();
  Gone gone = { .widget = widget, .text = "Second" };

  clinic_toast_show_notes (widget, "First", notes, 17);
  clinic_display_settle (desk);
  g_assert_nonnull (find (widget, "First"));
  g_assert_nonnull (find (widget, notes[0]));
  g_assert_nonnull (find (widget, notes[1]));
  g_assert_nonnull (clinic_display_find (GTK_WIDGET (gtk_widget_get_root (widget)), "Undo"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (widget)), "toast-notes");

  clinic_toast_show (widget, "Second", 18);
  clinic_display_settle (desk);
  g_assert_nonnull (find (widget, "Second"));
  g_assert_null (find (widget, "First"));
  clinic_display_click (clinic_display_find (GTK_WIDGET (gtk_widget_get_root (widget)), "Undo"));
  clinic_display_wait (is_gone, &gone);
  clinic_display_settle (desk);
  g_assert_null (find (widget, "First"));
  g_assert_null (find (widget, notes[0]));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add_empty ("/toast/words", test_words_are_said_as_they_are);
  clinic_display_add_empty ("/toast/last", test_only_the_last_is_said);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-agenda-test.h"
#include "clinic-display.h"
#include "clinic-window.h"

/* What a move says besides that it was done. */

/* The visible label that has @words in it; NULL: none. */
static GtkWidget *
find_saying (GtkWidget  *root,
             const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_saying (child, words);

  return found;
}

/* Into the aftercare of another treatment, before another one that is booked: said with the move, which
 * can be taken back all the same. */
static void
test_move_says_which_aftercare_it_meets (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 later = agenda_test_book (desk, 7, "2026-11-26T10:00", first);
  gint64 alone = agenda_test_book (desk, 8, "2026-11-24T11:00", first);
  gint64 earlier;
  GtkWidget *window = GTK_WIDGET (clinic_window_new (NULL, desk));

  clinic_display_show (window);
  gtk_widget_activate_action (window, "win.show-day", "s", "2026-11-26");
  clinic_display_settle (desk);
  agenda_test_drag (agenda_test_get_view (window), "2026-11-26T10:00", first, "2026-11-26T08:15", first);
  g_assert_null (find_saying (window, "aftercare"));

  earlier = agenda_test_book (desk, 7, "2026-11-24T10:00", first);
  agenda_test_drag (agenda_test_get_view (window), "2026-11-26T08:15", first, "2026-11-26T09:00", first);
  agenda_test_assert_at (desk, later, "2026-11-26T09:00", first);
  g_assert_nonnull (clinic_display_find_text (window, "Visit moved to Thu 26 Nov, 09:00"));
  g_assert_nonnull (clinic_display_find (window,
                                         "The aftercare of an earlier treatment asks for no other "
                                         "treatment of the scalp until 1 Dec 2026."));
  clinic_display_picture (window, "agenda-moved-aftercare");
  clinic_display_click (clinic_display_find (window, "Undo"));
  agenda_test_assert_at (desk, later, "2026-11-26T08:15", first);

  /* By keys, and the other way round. */
  gtk_widget_activate_action (window, "win.show-day", "s", DAY);
  clinic_display_settle (desk);
  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (agenda_test_get_view (window),
                                                              earlier)));
  clinic_display_press ("ctrl+Down");
  clinic_display_settle (desk);
  g_assert_nonnull (find_saying (window, "Another treatment of the scalp is booked on 26 Nov 2026"));

  /* What is said of one is gone with the next. */
  agenda_test_drag (agenda_test_get_view (window), DAY "T11:00", first, DAY "T08:15", first);
  agenda_test_assert_at (desk, alone, DAY "T08:15", first);
  g_assert_null (find_saying (window, "Another treatment of the scalp"));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/agenda-aftercare/move", "receptionist",
                      test_move_says_which_aftercare_it_meets);

  return g_test_run ();
}

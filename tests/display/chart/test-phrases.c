/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-test.h"
#include "clinic-display.h"
#include "clinic-phrase-picker.h"
#include "clinic-phrases-window.h"
#include "clinic-phrases.h"

static gpointer
make_phrases (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  static const char *const phrases[][2] = {
    { "tol", "Tolerated well" }, { "ice", "Ice for ten minutes" }, { "bl", "Bled a little" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr(ClinicSnippet) snippet = clinic_snippet_new ();

      g_object_set (snippet, "short-key", phrases[i][0], "text", phrases[i][1], NULL);

      if (clinic_phrases_save (act, snippet, error) == 0)
        return NULL;
    }

  return GINT_TO_POINTER (TRUE);
}

static GtkWidget *
open_notes (ClinicDesk *desk)
{
  GtkWidget *page;

  chart_test_command (desk, make_phrases, NULL);
  page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  gtk_widget_grab_focus (clinic_display_find (page, "notes"));

  return page;
}

static const char *
get_notes (GtkWidget *page)
{
  return clinic_chart_model_get_record (chart_test_get_model (page))->notes;
}

/* Ctrl+Space, some letters, Enter: in the middle of what is there. */
static void
test_phrase_by_search (ClinicDesk *desk)
{
  GtkWidget *page = open_notes (desk);

  clinic_display_type ("Left side.");
  clinic_display_press ("ctrl+space");
  clinic_display_settle (desk);
  clinic_display_type ("TEN min");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_cmpstr (get_notes (page), ==, "Left side. Ice for ten minutes");
  clinic_display_type (", then home");
  g_assert_cmpstr (get_notes (page), ==, "Left side. Ice for ten minutes, then home");

  /* With Down into the list. */
  clinic_display_press ("ctrl+space");
  clinic_display_settle (desk);
  clinic_display_press ("Tab Down Down Return");
  clinic_display_settle (desk);
  g_assert_cmpstr (get_notes (page), ==, "Left side. Ice for ten minutes, then home Bled a little");
  clinic_display_check (page);
}

/* With the mouse. */
static void
test_phrase_by_mouse (ClinicDesk *desk)
{
  GtkWidget *page = open_notes (desk);
  GtkWidget *picker = clinic_display_find_type (page, CLINIC_TYPE_PHRASE_PICKER, 0);

  clinic_display_click (clinic_display_find (picker, "button"));
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find_text (picker, "Tolerated well"));
  clinic_display_settle (desk);
  g_assert_cmpstr (get_notes (page), ==, "Tolerated well");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-phrase");
}

/* A short key and a space; what is no key stays as it is typed. */
static void
test_phrase_by_its_key (ClinicDesk *desk)
{
  GtkWidget *page = open_notes (desk);

  clinic_display_type ("tol, bl today, table .");
  g_assert_cmpstr (get_notes (page), ==, "tol, Bled a little today, table .");
  clinic_display_press ("ctrl+a");
  clinic_display_type ("ice now");
  g_assert_cmpstr (get_notes (page), ==, "Ice for ten minutes now");
}

static GtkWindow *
open_phrases (ClinicDesk *desk,
              GtkWidget  *page)
{
  clinic_display_press ("ctrl+space");
  clinic_display_settle (desk);
  gtk_widget_activate_action (clinic_display_find_type (page, CLINIC_TYPE_PHRASE_PICKER, 0),
                              "phrases.manage", NULL);
  clinic_display_settle (desk);

  return clinic_display_top ();
}

static gpointer
list_phrases (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  return clinic_phrases_list (db, error);
}

static void
assert_keys (ClinicDesk *desk,
             const char *expected)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GString) keys = g_string_new (NULL);

  clinic_display_settle (desk);
  clinic_display_settle (desk);
  list = chart_test_ask (desk, list_phrases, NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", CLINIC_SNIPPET (list->pdata[i])->short_key);

  g_assert_cmpstr (keys->str, ==, expected);
}

static GtkWidget *
find_row (GtkWindow  *window,
          const char *text)
{
  return gtk_widget_get_ancestor (clinic_display_find_text (GTK_WIDGET (window), text), GTK_TYPE_LIST_BOX_ROW);
}

/* Added, refused, changed, moved and put away, with keyboard and mouse; the chart has it at once. */
static void
test_phrases_are_kept (ClinicDesk *desk)
{
  GtkWidget *page = open_notes (desk);
  GtkWindow *window = open_phrases (desk, page);

  g_assert_true (CLINIC_IS_PHRASES_WINDOW (window));
  clinic_display_check (GTK_WIDGET (window));
  gtk_widget_grab_focus (clinic_display_find (GTK_WIDGET (window), "short_key"));
  clinic_display_type ("two words");
  clinic_display_press ("Tab");
  clinic_display_type ("Water only");
  gtk_widget_activate_action (GTK_WIDGET (window), "phrases.save", NULL);
  assert_keys (desk, "tol ice bl");
  gtk_widget_grab_focus (clinic_display_find (GTK_WIDGET (window), "short_key"));
  clinic_display_press ("ctrl+a");
  clinic_display_type ("wat");
  gtk_widget_activate_action (GTK_WIDGET (window), "phrases.save", NULL);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (window), "phrases");
  assert_keys (desk, "tol ice bl wat");
  clinic_display_picture (GTK_WIDGET (window), "phrases");

  gtk_widget_grab_focus (find_row (window, "Water only"));
  clinic_display_press ("alt+Up");
  assert_keys (desk, "tol ice wat bl");
  clinic_display_click (clinic_display_find (find_row (window, "Tolerated well"), "Move down"));
  assert_keys (desk, "ice tol wat bl");
  gtk_widget_grab_focus (find_row (window, "Bled a little"));
  clinic_display_press ("Delete");
  assert_keys (desk, "ice tol wat");

  gtk_widget_grab_focus (find_row (window, "Water only"));
  clinic_display_press ("Return");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (window), "short_key"))),
                   ==, "wat");
  clinic_display_press ("Tab End");
  clinic_display_type (" today");
  gtk_widget_activate_action (GTK_WIDGET (window), "phrases.save", NULL);
  assert_keys (desk, "ice tol wat");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  gtk_widget_grab_focus (clinic_display_find (page, "notes"));
  clinic_display_type ("wat bl .");
  g_assert_cmpstr (get_notes (page), ==, "Water only today bl .");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/phrases/by-search", "practitioner", test_phrase_by_search);
  clinic_display_add ("/phrases/by-mouse", "practitioner", test_phrase_by_mouse);
  clinic_display_add ("/phrases/by-key", "practitioner", test_phrase_by_its_key);
  clinic_display_add ("/phrases/kept", "practitioner", test_phrases_are_kept);

  return g_test_run ();
}

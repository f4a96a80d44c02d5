/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-display.h"
#include "clinic-follow-up.h"
#include "clinic-reaction-dialog.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-known.h"
#include "clinic-reaction-suspect.h"
#include "clinic-reaction-window.h"
#include "clinic-reaction.h"
#include "clinic-visit.h"

typedef struct
{
  gpointer result;
  GError  *error;
  gboolean done;
} Asked;

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Asked *asked = user_data;

  asked->result = g_task_propagate_pointer (G_TASK (result), &asked->error);
  asked->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Asked *) data)->done;
}

static gpointer
ask (ClinicDesk     *desk,
     ClinicWorkFunc  func,
     gpointer        data)
{
  Asked asked = { NULL, NULL, FALSE };

  clinic_worker_run_async (clinic_desk_get_reader (desk), func, data, NULL, NULL, NULL, asked_cb,
                           &asked);
  clinic_display_wait (is_done, &asked);
  g_assert_no_error (asked.error);

  return asked.result;
}

static gpointer
list_visits (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  return clinic_visit_list_days (db, "2026-10-01", "2026-11-22", 0, error);
}

static gpointer
list_reactions (ClinicDb  *db,
                gpointer   data,
                GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_REACTION, "patient_id", *(gint64 *) data, error);
}

static gpointer
find_kind (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  return clinic_store_find (db, CLINIC_TYPE_REACTION_KIND, *(gint64 *) data, error);
}

/* A visit that took place. */
static ClinicVisit *
find_visit (GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];

      if (g_str_equal (visit->status, "done"))
        return visit;
    }

  g_assert_not_reached ();
}

static ClinicReaction *
find_newest (GPtrArray *reactions,
             GPtrArray *before)
{
  for (guint i = 0; i < reactions->len; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < before->len; j++)
        known = known || clinic_record_get_id (before->pdata[j]) == clinic_record_get_id (reactions->pdata[i]);

      if (!known)
        return reactions->pdata[i];
    }

  return NULL;
}

static GtkWidget *
show_below (ClinicDesk *desk,
            gint64      patient,
            gint64      session)
{
  GtkWidget *label = gtk_label_new ("below");
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), label);
  clinic_display_show (overlay);
  clinic_reaction_present (label, desk, patient, session);
  clinic_display_settle (desk);

  return GTK_WIDGET (clinic_display_top ());
}

/* Three clicks: where, what, how bad. */
static void
test_three_clicks (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  g_autoptr(GPtrArray) before = ask (desk, list_reactions, &visit->patient_id);
  gint64 session = clinic_record_get_id (CLINIC_RECORD (visit));
  GtkWidget *dialog = show_below (desk, visit->patient_id, session);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(ClinicReactionKind) kind = NULL;
  g_autofree char *now = clinic_desk_dup_now (desk);
  ClinicReaction *reaction;

  clinic_display_check (dialog);
  clinic_display_click (clinic_display_find (dialog, "Vertex"));
  clinic_display_click (clinic_display_find (dialog, "Bruising"));
  clinic_display_settle (desk);
  clinic_display_picture (dialog, "reaction");
  clinic_display_click (clinic_display_find (dialog, "Grade 1"));
  clinic_display_settle (desk);

  after = ask (desk, list_reactions, &visit->patient_id);
  reaction = find_newest (after, before);
  g_assert_nonnull (reaction);
  g_assert_cmpstr (reaction->zone, ==, "vertex");
  g_assert_cmpint (reaction->grade, ==, 1);
  g_assert_cmpint (reaction->session_id, ==, session);
  g_assert_cmpstr (reaction->onset, ==, now);
  kind = ask (desk, find_kind, &reaction->reaction_kind_id);
  g_assert_cmpstr (kind->name, ==, "Bruising");
  g_assert_true (GTK_WIDGET (clinic_display_top ()) != dialog);
}

/* The same with the keyboard alone; Escape logs nothing. */
static void
test_keyboard (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  g_autoptr(GPtrArray) before = ask (desk, list_reactions, &visit->patient_id);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) same = NULL;
  ClinicReaction *reaction;

  show_below (desk, visit->patient_id, 0);
  clinic_display_press ("Down Return");
  clinic_display_type ("bruis");
  clinic_display_settle (desk);
  clinic_display_press ("Return Return");
  clinic_display_settle (desk);
  after = ask (desk, list_reactions, &visit->patient_id);
  reaction = find_newest (after, before);
  g_assert_nonnull (reaction);
  g_assert_cmpstr (reaction->zone, !=, NULL);
  g_assert_cmpint (reaction->grade, ==, 1);
  g_assert_cmpint (reaction->session_id, ==, CLINIC_UNKNOWN);

  show_below (desk, visit->patient_id, 0);
  clinic_display_press ("Down Return Escape Escape");
  clinic_display_settle (desk);
  same = ask (desk, list_reactions, &visit->patient_id);
  g_assert_cmpuint (same->len, ==, after->len);
}

/* The keyboard is at the first zone, which nobody has chosen by that. */
static void
test_zone_is_chosen (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  g_autoptr(GPtrArray) before = ask (desk, list_reactions, &visit->patient_id);
  g_autoptr(GPtrArray) after = NULL;
  GtkWidget *dialog = show_below (desk, visit->patient_id, 0);

  clinic_display_click (clinic_display_find (dialog, "Bruising"));
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (dialog, "Grade 1"));
  clinic_display_settle (desk);
  after = ask (desk, list_reactions, &visit->patient_id);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_nonnull (clinic_display_find (dialog, "Choose where it is first."));
}

/* Any zone and any grade by its number: three steps by keyboard too. */
static void
test_digits (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  g_autoptr(GPtrArray) before = ask (desk, list_reactions, &visit->patient_id);
  g_autoptr(GPtrArray) after = NULL;
  ClinicReaction *reaction;

  show_below (desk, visit->patient_id, 0);
  clinic_display_press ("9");
  clinic_display_type ("bruis");
  clinic_display_settle (desk);
  clinic_display_press ("Return 5 2");
  clinic_display_settle (desk);
  after = ask (desk, list_reactions, &visit->patient_id);
  reaction = find_newest (after, before);
  g_assert_nonnull (reaction);
  g_assert_cmpstr (reaction->zone, ==, "occipital");
  g_assert_cmpint (reaction->grade, ==, 2);
}

static guint
count_open (GPtrArray *reactions)
{
  guint n_open = 0;

  for (guint i = 0; i < reactions->len; i++)
    n_open += CLINIC_REACTION (reactions->pdata[i])->cleared == NULL;

  return n_open;
}

/* An open one is there to be cleared. */
static void
test_clear (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  g_autoptr(GPtrArray) before = ask (desk, list_reactions, &visit->patient_id);
  g_autoptr(GPtrArray) after = NULL;
  GtkWidget *dialog = show_below (desk, visit->patient_id, 0);

  clinic_display_click (clinic_display_find (dialog, "Frontal"));
  clinic_display_click (clinic_display_find (dialog, "Bruising"));
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (dialog, "Grade 1"));
  clinic_display_settle (desk);

  dialog = show_below (desk, visit->patient_id, 0);
  clinic_display_picture (dialog, "reaction-open");
  clinic_display_click (clinic_display_find (dialog, "It has cleared"));
  clinic_display_settle (desk);
  after = ask (desk, list_reactions, &visit->patient_id);

  g_assert_cmpuint (count_open (after), ==, count_open (before));
}

static gint64
log_for (ClinicDesk  *desk,
         ClinicVisit *visit,
         const char  *kind)
{
  g_autoptr(GPtrArray) before = ask (desk, list_reactions, &visit->patient_id);
  g_autoptr(GPtrArray) after = NULL;
  GtkWidget *dialog = show_below (desk, visit->patient_id, clinic_record_get_id (CLINIC_RECORD (visit)));

  clinic_display_click (clinic_display_find (dialog, "Whole scalp"));
  clinic_display_click (clinic_display_find (dialog, kind));
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (dialog, "Grade 2"));
  clinic_display_settle (desk);
  after = ask (desk, list_reactions, &visit->patient_id);

  return clinic_record_get_id (CLINIC_RECORD (find_newest (after, before)));
}

static gpointer
find_reaction (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  return clinic_store_find (db, CLINIC_TYPE_REACTION, *(gint64 *) data, error);
}

static gpointer
list_suspects (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_REACTION_SUSPECT, "reaction_id", *(gint64 *) data, error);
}

static gpointer
list_calls (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_FOLLOW_UP, "reaction_id", *(gint64 *) data, error);
}

static GtkWidget *
open_window (ClinicDesk  *desk,
             ClinicVisit *visit,
             gint64       id)
{
  GtkWidget *label = gtk_label_new ("below");
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), label);
  clinic_display_show (overlay);
  clinic_entry_dialog_present (CLINIC_TYPE_REACTION_WINDOW, label, desk, visit->patient_id, id);
  clinic_display_settle (desk);

  return GTK_WIDGET (clinic_display_top ());
}

static void
show_page (GtkWidget  *window,
           const char *page)
{
  AdwViewStack *stack = ADW_VIEW_STACK (clinic_display_find_type (window, ADW_TYPE_VIEW_STACK, 0));

  adw_view_stack_set_visible_child_name (stack, page);
}

/* What it came from, by the mouse and by the keys 1 to 3. */
static void
test_judge (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  gint64 id = log_for (desk, visit, "Granuloma");
  GtkWidget *window = open_window (desk, visit, id);
  g_autoptr(ClinicReaction) reaction = NULL;

  clinic_display_check (window);
  clinic_display_picture (window, "reaction-course");
  show_page (window, "cause");
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (window, "Probable or likely"));
  clinic_display_picture (window, "reaction-cause");
  gtk_widget_grab_focus (clinic_display_find (window, "1: Yes"));
  clinic_display_press ("3 1 1");
  clinic_display_settle (desk);

  /* What was not answered is not "not known", and has no sum. */
  g_assert_nonnull (clinic_display_find_text (window, "3 of 10 answered"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (clinic_display_find (window, "4: Not known"))));
  clinic_display_picture (window, "reaction-naranjo-some");
  clinic_display_press ("3 2 3 3 3");
  /* The rest by arrows. */
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (window, "9 of 10 answered"));
  clinic_display_press ("Left Left Return");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (window, "Sum 6: Probable"));
  clinic_display_picture (window, "reaction-naranjo");
  clinic_display_click (clinic_display_find (window, "hospital"));
  clinic_display_click (clinic_display_find (window, "save"));
  clinic_display_settle (desk);

  reaction = ask (desk, find_reaction, &id);
  g_assert_cmpstr (reaction->causality, ==, "probable");
  g_assert_cmpstr (reaction->naranjo, ==, "uyyunuuuuy");
  g_assert_true (reaction->hospital);
  g_assert_false (reaction->death);
  g_assert_cmpint (reaction->assessed_by, ==,
                   clinic_record_get_id (CLINIC_RECORD (clinic_desk_get_actor (desk))));
}

/* Ticked and unticked, each at once. */
static void
test_link (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  gint64 id = log_for (desk, visit, "Granuloma");
  GtkWidget *window = open_window (desk, visit, id);
  g_autoptr(GPtrArray) linked = ask (desk, list_suspects, &id);
  g_autoptr(GPtrArray) fewer = NULL;
  g_autoptr(GPtrArray) again = NULL;
  GtkWidget *tick;

  g_assert_cmpuint (linked->len, >, 0);
  show_page (window, "watch");
  clinic_display_settle (desk);
  clinic_display_picture (window, "reaction-watch");
  tick = clinic_display_find_type (clinic_display_find (window, "What was injected before"), GTK_TYPE_CHECK_BUTTON, 0);
  clinic_display_click (tick);
  clinic_display_settle (desk);
  fewer = ask (desk, list_suspects, &id);
  g_assert_cmpuint (fewer->len, !=, linked->len);
  clinic_display_press ("space");
  clinic_display_settle (desk);
  again = ask (desk, list_suspects, &id);
  g_assert_cmpuint (again->len, ==, linked->len);
}

/* A call is due tomorrow; nobody reached, it is due again. */
static void
test_calls (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  gint64 id = log_for (desk, visit, "Granuloma");
  GtkWidget *window = open_window (desk, visit, id);
  g_autoptr(GPtrArray) calls = NULL;
  g_autofree char *action = NULL;

  show_page (window, "calls");
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (window, "Again tomorrow"));
  clinic_display_settle (desk);
  clinic_display_picture (window, "reaction-calls");
  calls = ask (desk, list_calls, &id);
  g_assert_cmpuint (calls->len, ==, 2);
  g_assert_cmpstr (CLINIC_FOLLOW_UP (calls->pdata[0])->outcome, ==, "not_reached");
  g_free (clinic_display_last_action ());
  clinic_display_click (clinic_display_find (window, "Undo"));
  action = clinic_display_last_action ();
  g_assert_true (g_str_has_prefix (action, "win.undo-operation "));
}

/* Each part of the window by a key, which takes the keyboard there. */
static void
test_parts_by_keys (ClinicDesk *desk)
{
  static const char *const names[] = { "course", "watch", "cause", "calls" };
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  GtkWidget *window = open_window (desk, visit, log_for (desk, visit, "Granuloma"));
  AdwViewStack *stack = ADW_VIEW_STACK (clinic_display_find_type (window, ADW_TYPE_VIEW_STACK, 0));

  for (guint i = G_N_ELEMENTS (names); i > 0; i--)
    {
      g_autofree char *key = g_strdup_printf ("alt+%u", i);
      GtkWidget *focus;

      clinic_display_press (key);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, names[i - 1]);
      g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, adw_view_stack_get_visible_child (stack)));
    }
}

/* Something else is logged only with words of its own. */
static void
test_something_else (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_visits, NULL);
  ClinicVisit *visit = find_visit (visits);
  g_autoptr(GPtrArray) before = ask (desk, list_reactions, &visit->patient_id);
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) after = NULL;
  GtkWidget *dialog = show_below (desk, visit->patient_id, 0);

  g_assert_null (clinic_display_find (dialog, "specified"));
  clinic_display_click (clinic_display_find (dialog, "Vertex"));
  clinic_display_click (clinic_display_find (dialog, "Something else"));
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (dialog, "Grade 1"));
  clinic_display_settle (desk);
  none = ask (desk, list_reactions, &visit->patient_id);
  g_assert_cmpuint (none->len, ==, before->len);

  gtk_widget_grab_focus (clinic_display_find (dialog, "specified"));
  clinic_display_type ("A blister");
  clinic_display_picture (dialog, "reaction-other");
  clinic_display_click (clinic_display_find (dialog, "Grade 1"));
  clinic_display_settle (desk);
  after = ask (desk, list_reactions, &visit->patient_id);
  g_assert_cmpstr (find_newest (after, before)->specified, ==, "A blister");
}

static gpointer
list_all (ClinicDb  *db,
          gpointer   data,
          GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_REACTION, NULL, 0, error);
}

static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Asked *asked = user_data;

  asked->result = clinic_reaction_known_read_finish (result, &asked->error);
  asked->done = TRUE;
}

static guint
count_of (GPtrArray          *reactions,
          ClinicReactionKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < reactions->len; i++)
    n += CLINIC_REACTION (reactions->pdata[i])->reaction_kind_id == clinic_record_get_id (CLINIC_RECORD (kind));

  return n;
}

/* What is logged every week is not below what happens once in years. */
static void
test_usual_kinds_come_first (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) reactions = ask (desk, list_all, NULL);
  g_autoptr(ClinicReactionKnown) known = NULL;
  Asked asked = { NULL, NULL, FALSE };

  clinic_reaction_known_read_async (desk, 0, known_cb, &asked);
  clinic_display_wait (is_done, &asked);
  g_assert_no_error (asked.error);
  known = asked.result;
  g_assert_cmpuint (count_of (reactions, known->kinds->pdata[0]), >, 0);

  for (guint i = 1; i < known->kinds->len; i++)
    {
      ClinicReactionKind *before = known->kinds->pdata[i - 1];
      ClinicReactionKind *kind = known->kinds->pdata[i];
      guint n_before = count_of (reactions, before);
      guint n = count_of (reactions, kind);

      g_assert_cmpuint (n_before, >=, n);

      if (n_before == n)
        g_assert_true (before->red_flag == kind->red_flag ? g_utf8_collate (before->name, kind->name) <= 0
                                                          : kind->red_flag);
    }
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/reaction/three-clicks", "practitioner", test_three_clicks);
  clinic_display_add ("/reaction/keyboard", "practitioner", test_keyboard);
  clinic_display_add ("/reaction/zone-is-chosen", "practitioner", test_zone_is_chosen);
  clinic_display_add ("/reaction/digits", "practitioner", test_digits);
  clinic_display_add ("/reaction/clear", "practitioner", test_clear);
  clinic_display_add ("/reaction/judge", "practitioner", test_judge);
  clinic_display_add ("/reaction/link", "practitioner", test_link);
  clinic_display_add ("/reaction/something-else", "practitioner", test_something_else);
  clinic_display_add ("/reaction/calls", "practitioner", test_calls);
  clinic_display_add ("/reaction/parts-by-keys", "practitioner", test_parts_by_keys);
  clinic_display_add ("/reaction/usual-kinds", "practitioner", test_usual_kinds_come_first);

  return g_test_run ();
}

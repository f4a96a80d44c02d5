/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What opens from the rows of today: a reaction to be looked after, a call, and all that stands in a visit's menu. */

#include "config.h"

#include <string.h>

#include "agenda-act.h"
#include "clinic-clock.h"
#include "clinic-decision-dialog.h"
#include "clinic-display.h"
#include "clinic-follow-up.h"
#include "clinic-query-model.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-log.h"
#include "clinic-reaction-window.h"
#include "clinic-reaction.h"
#include "clinic-session.h"
#include "clinic-today-calls.h"
#include "clinic-today-card.h"
#include "clinic-today-entry.h"
#include "clinic-today-page.h"
#include "clinic-today-rows.h"
#include "clinic-visit-row.h"

/* Late enough to meet no visit of the demonstration. */
#define EVENING "2026-11-21T20:00"

static GtkWidget *
top (void)
{
  return GTK_WIDGET (clinic_display_top ());
}

static GtkWidget *
show (ClinicDesk *desk)
{
  GtkWidget *page = clinic_today_page_new (desk);

  clinic_display_show (page);
  clinic_display_settle (desk);

  return page;
}

static gpointer
log_nodules (ClinicAct  *act,
             gpointer    data,
             GError    **error)
{
  g_autoptr(ClinicRecord) kind = clinic_store_find_by (act->db, CLINIC_TYPE_REACTION_KIND, "code", "late_nodules", error);
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();
  gint64 id;

  g_object_set (reaction, "patient-id", *(gint64 *) data, "zone", "vertex", "grade", (gint64) 2,
                "onset", "2010-01-01T10:00", "reaction-kind-id", clinic_record_get_id (kind), NULL);
  id = clinic_reaction_log (act, reaction, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

typedef struct
{
  gint64   id;
  gboolean done;
} Logged;

static void
logged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Logged *logged = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *id = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);

  g_assert_no_error (error);
  logged->id = *id;
  logged->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Logged *) data)->done;
}

/* The oldest of all, so that it stands first. */
static gint64
log_reaction (ClinicDesk *desk)
{
  gint64 patient = agenda_patient (desk, 0);
  Logged logged = { 0 };

  clinic_desk_run_async (desk, log_nodules, g_memdup2 (&patient, sizeof patient), g_free, g_free, logged_cb, &logged);
  clinic_display_wait (is_done, &logged);

  return logged.id;
}

static guint
count_rows (GtkWidget *window)
{
  g_autoptr(GListModel) model = NULL;

  g_object_get (window, "model", &model, NULL);

  return g_list_model_get_n_items (model);
}

/* How it is now, in the window that is there. */
static void
clear_it (ClinicDesk *desk,
          gint64      reaction,
          gboolean    mouse)
{
  g_autoptr(ClinicRecord) record = NULL;

  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (top (), "cleared")), "2026-11-21 10:00");

  if (mouse)
    clinic_display_click (clinic_display_find (top (), "save"));
  else
    clinic_display_press ("ctrl+Return");

  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_REACTION_WINDOW (top ()));
  record = agenda_find (desk, CLINIC_TYPE_REACTION, reaction);
  g_assert_nonnull (CLINIC_REACTION (record)->cleared);
}

/* The reaction itself, with the list still below: written down, it is gone from it. */
static void
test_a_reaction_is_looked_after (ClinicDesk    *desk,
                                 gconstpointer  mouse)
{
  gint64 reaction = log_reaction (desk);
  GtkWidget *page = show (desk);
  GtkWidget *rows;
  GtkWidget *list;
  guint before;

  clinic_display_click (clinic_display_find (page, "reactions_card"));
  clinic_display_settle (desk);
  rows = top ();
  g_assert_true (CLINIC_IS_TODAY_ROWS (rows));
  list = clinic_display_find (rows, "list");
  before = count_rows (rows);

  if (mouse != NULL)
    {
      clinic_display_click (clinic_display_find_type (list, GTK_TYPE_LABEL, 0));
    }
  else
    {
      clinic_display_press ("Return");
    }

  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_REACTION_WINDOW (top ()));
  clinic_display_picture (top (), "today-reaction");
  clear_it (desk, reaction, mouse != NULL);
  g_assert_true (top () == rows);
  g_assert_cmpuint (count_rows (rows), ==, before - 1);
  clinic_display_press ("Escape");
}

static gboolean
is_cut (GtkWidget *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* With large letters too: the date beside a switcher of two tables, and what the figures count. */
static void
test_captions_are_read_whole (ClinicDesk *desk)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page;
  GtkWidget *card;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 3 / 2, NULL);
  page = show (desk);
  clinic_display_picture (page, "today-captions-large");
  g_assert_false (is_cut (clinic_display_find (page, "date_label")));
  g_assert_nonnull (clinic_display_find_type (page, CLINIC_TYPE_TODAY_CARD, 0));

  for (guint i = 0; (card = clinic_display_find_type (page, CLINIC_TYPE_TODAY_CARD, i)) != NULL; i++)
    g_assert_false (is_cut (clinic_display_find_type (card, GTK_TYPE_LABEL, 1)));

  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* The decision itself, with the patient behind it. */
static void
test_a_decision_is_taken_where_it_is_due (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *rows;
  g_autofree char *action = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr(GListModel) model = NULL;
  g_autoptr(ClinicTodayEntry) entry = NULL;

  clinic_display_click (clinic_display_find (page, "decisions_card"));
  clinic_display_settle (desk);
  rows = top ();
  g_assert_true (CLINIC_IS_TODAY_ROWS (rows));
  g_object_get (rows, "model", &model, NULL);
  entry = g_list_model_get_item (model, 0);
  g_assert_nonnull (entry);
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  action = clinic_display_last_action ();
  wanted = g_strdup_printf ("win.open-patient %" G_GINT64_FORMAT, entry->patient_id);
  g_assert_cmpstr (action, ==, wanted);
  g_assert_true (CLINIC_IS_DECISION_DIALOG (top ()));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (top ())) == GTK_WINDOW (gtk_widget_get_root (page)));
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
}

/* A call opens what it is about. */
static void
test_a_call_opens_its_reaction (ClinicDesk    *desk,
                                gconstpointer  mouse)
{
  GtkWidget *page = show (desk);
  GtkListBoxRow *row;

  clinic_display_click (clinic_display_find (page, "calls_card"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_TODAY_CALLS (top ()));
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (clinic_display_find (top (), "list")), 0);
  g_assert_nonnull (row);

  if (mouse != NULL)
    {
      clinic_display_click_at (GTK_WIDGET (row), 40, 20);
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (row));
      clinic_display_press ("Return");
    }

  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_REACTION_WINDOW (top ()));
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_TODAY_CALLS (top ()));
  clinic_display_press ("Escape");
}

static GtkWidget *
find_row (GtkWidget *root,
          gint64     session)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = clinic_display_find_type (root, CLINIC_TYPE_VISIT_ROW, i);
      g_autoptr(ClinicVisit) visit = NULL;

      g_assert_nonnull (row);
      g_object_get (row, "visit", &visit, NULL);

      if (visit != NULL && clinic_record_get_id (CLINIC_RECORD (visit)) == session)
        return row;
    }
}

static GMenuModel *
find_menu (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER_MENU (child))
        return gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (child));
    }

  return NULL;
}

/* What is offered, a letter each: the first of what it becomes, and of what it opens. */
static char *
read_menu (GtkWidget *row)
{
  GMenuModel *menu;
  GString *offered = g_string_new (NULL);

  gtk_widget_activate_action (row, "visit.menu", NULL);
  menu = find_menu (clinic_display_find (row, "more"));
  g_assert_nonnull (menu);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *action = NULL;
          g_autofree char *target = NULL;

          g_menu_model_get_item_attribute (section, j, "action", "s", &action);
          g_menu_model_get_item_attribute (section, j, "target", "s", &target);
          g_string_append_printf (offered, " %s", target != NULL ? target : action + strlen ("visit."));
        }
    }

  return g_string_free (offered, FALSE);
}

static void
close_menu (ClinicDesk *desk)
{
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
}

/* The menu and the questions without the mouse. */
static void
test_keys_of_a_visit (ClinicDesk *desk)
{
  gint64 session = agenda_book (desk, agenda_patient (desk, 0), agenda_practitioner (desk, 0), EVENING);
  GtkWidget *page = show (desk);
  GtkWidget *list = clinic_display_find (clinic_display_find (page, "expected"), "list");
  g_autofree char *wanted = g_strdup_printf ("win.check-in %" G_GINT64_FORMAT, session);
  g_autofree char *action = NULL;

  gtk_widget_grab_focus (list);
  clinic_display_press ("End");
  g_free (clinic_display_last_action ());
  clinic_display_press ("i");
  action = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, wanted);
  clinic_display_press ("shift+F10");
  g_assert_nonnull (find_menu (clinic_display_find (find_row (page, session), "more")));
  close_menu (desk);
}

typedef struct
{
  const char *name;
  const char *action;       /* of the menu */
  const char *target;       /* NULL: none */
  const char *window;       /* what the window is asked for, before the id; NULL: nothing */
  const char *status;       /* what becomes of the visit */
  const char *starts;
} Item;

static const Item items[] = {
  { "confirmed", "visit.become", "confirmed", NULL, "confirmed", EVENING },
  { "arrived", "visit.become", "arrived", NULL, "arrived", EVENING },
  { "no-show", "visit.become", "no_show", NULL, "no_show", "2026-11-21T06:00" },
  { "check-in", "visit.check-in", NULL, "win.check-in", "booked", EVENING },
  { "patient", "visit.open-patient", NULL, "win.open-patient", "booked", EVENING },
};

static void
assert_status (ClinicDesk *desk,
               gint64      session,
               const char *status)
{
  g_autoptr(ClinicRecord) record = agenda_find (desk, CLINIC_TYPE_SESSION, session);

  g_assert_cmpstr (CLINIC_SESSION (record)->status, ==, status);
}

static void
test_the_menu_of_a_visit (ClinicDesk    *desk,
                          gconstpointer  data)
{
  const Item *item = data;
  gint64 patient = agenda_patient (desk, 0);
  gint64 session = agenda_book (desk, patient, agenda_practitioner (desk, 0), item->starts);
  GtkWidget *page = show (desk);
  GtkWidget *row = find_row (page, session);
  g_autofree char *offered = read_menu (row);
  g_autofree char *action = NULL;
  g_autofree char *wanted = NULL;

  close_menu (desk);
  g_assert_nonnull (strstr (offered, item->target != NULL ? item->target : item->action + strlen ("visit.")));
  g_free (clinic_display_last_action ());
  gtk_widget_activate_action (row, item->action, item->target != NULL ? "s" : NULL, item->target);
  clinic_display_settle (desk);
  action = clinic_display_last_action ();

  if (item->window != NULL)
    wanted = g_strdup_printf ("%s %" G_GINT64_FORMAT, item->window,
                              g_str_equal (item->window, "win.check-in") ? session : patient);

  g_assert_cmpstr (action, ==, wanted);
  assert_status (desk, session, item->status);
}

/* Cancelled only for a reason. */
static void
test_a_visit_is_cancelled_for_a_reason (ClinicDesk *desk)
{
  gint64 session = agenda_book (desk, agenda_patient (desk, 0), agenda_practitioner (desk, 0), EVENING);
  GtkWidget *page = show (desk);
  GtkWidget *row = find_row (page, session);
  g_autofree char *offered = read_menu (row);

  close_menu (desk);
  g_assert_nonnull (strstr (offered, "cancelled"));
  g_assert_null (strstr (offered, " done"));
  gtk_widget_activate_action (row, "visit.become", "s", "cancelled");
  clinic_display_settle (desk);
  g_assert_true (top () != GTK_WIDGET (gtk_widget_get_root (page)));
  assert_status (desk, session, "booked");
  clinic_display_type ("ill");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  assert_status (desk, session, "cancelled");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add_data ("/today-open/reaction/keyboard", "practitioner", NULL, test_a_reaction_is_looked_after);
  clinic_display_add_data ("/today-open/reaction/mouse", "practitioner", "mouse", test_a_reaction_is_looked_after);
  clinic_display_add ("/today-open/captions", "manager", test_captions_are_read_whole);
  clinic_display_add ("/today-open/decision", "practitioner", test_a_decision_is_taken_where_it_is_due);
  clinic_display_add_data ("/today-open/call/keyboard", "practitioner", NULL, test_a_call_opens_its_reaction);
  clinic_display_add_data ("/today-open/call/mouse", "practitioner", "mouse", test_a_call_opens_its_reaction);
  clinic_display_add ("/today-open/keys", "receptionist", test_keys_of_a_visit);
  clinic_display_add ("/today-open/menu/cancelled", "receptionist", test_a_visit_is_cancelled_for_a_reason);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *path = g_strdup_printf ("/today-open/menu/%s", items[i].name);

      clinic_display_add_data (path, "receptionist", &items[i], test_the_menu_of_a_visit);
    }

  return g_test_run ();
}

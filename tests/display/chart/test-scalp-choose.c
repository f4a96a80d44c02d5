/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-display.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-log.h"
#include "clinic-reaction.h"
#include "clinic-scalp-map.h"

static ClinicScalpMap *
find_map (GtkWidget *page)
{
  return CLINIC_SCALP_MAP (clinic_display_find_type (page, CLINIC_TYPE_SCALP_MAP, 0));
}

static guint
get_chosen (GtkWidget *page)
{
  guint chosen;

  g_object_get (find_map (page), "chosen", &chosen, NULL);

  return chosen;
}

static const char *
get_places (GtkWidget  *page,
            const char *zone)
{
  ClinicInjection *injection = clinic_chart_model_find_zone (chart_test_get_model (page), zone);

  return injection != NULL ? injection->places : NULL;
}

/* Three points of the vertex and two of the frontal zone. */
static GtkWidget *
open_with_points (ClinicDesk *desk)
{
  static const char *const stroke[] = {
    "vertex", "top:450,650 500,700 560,720", "frontal", "top:420,380 500,390", NULL
  };
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  clinic_chart_model_place_zones (chart_test_get_model (page), stroke);
  clinic_display_settle (desk);
  gtk_widget_grab_focus (GTK_WIDGET (find_map (page)));

  return page;
}

static void
band (GtkWidget        *page,
      ClinicScalpPoint  from,
      ClinicScalpPoint  to)
{
  ClinicScalpPoint start = clinic_scalp_map_from_view (find_map (page), from);
  ClinicScalpPoint end = clinic_scalp_map_from_view (find_map (page), to);

  clinic_display_drag (GTK_WIDGET (find_map (page)), start.x, start.y, end.x, end.y);
}

static const char *
get_status (GtkWidget *page)
{
  return gtk_label_get_text (GTK_LABEL (clinic_display_find (page, "status")));
}

/* A rectangle over empty scalp; Delete takes the points away in one step that is taken back in one. */
static void
test_rectangle (ClinicDesk *desk)
{
  GtkWidget *page = open_with_points (desk);

  band (page, (ClinicScalpPoint) { 430, 620 }, (ClinicScalpPoint) { 520, 715 });
  g_assert_cmpuint (get_chosen (page), ==, 2);
  g_assert_nonnull (strstr (get_status (page), "2 points selected"));
  gtk_test_accessible_assert_property (find_map (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 points selected");
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-chosen");
  clinic_display_press ("Delete");
  g_assert_cmpuint (get_chosen (page), ==, 0);
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:560,720");
  g_assert_cmpstr (get_places (page, "frontal"), ==, "top:420,380 500,390");
  clinic_display_press ("ctrl+z");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:450,650 500,700 560,720");

  /* All at once are gone with their zones; a click lets go. */
  band (page, (ClinicScalpPoint) { 380, 340 }, (ClinicScalpPoint) { 620, 760 });
  g_assert_cmpuint (get_chosen (page), ==, 5);
  clinic_display_press ("Delete");
  g_assert_null (clinic_chart_model_find_zone (chart_test_get_model (page), "vertex"));
  g_assert_null (clinic_chart_model_find_zone (chart_test_get_model (page), "frontal"));
  clinic_display_press ("ctrl+z");
  g_assert_cmpstr (get_places (page, "frontal"), ==, "top:420,380 500,390");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:450,650 500,700 560,720");
}

/* Arrows move all of them by one step, or none; they stay chosen. */
static void
test_arrows_move_them (ClinicDesk *desk)
{
  GtkWidget *page = open_with_points (desk);

  band (page, (ClinicScalpPoint) { 430, 620 }, (ClinicScalpPoint) { 520, 715 });
  clinic_display_press ("Left");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:438,650 488,700 560,720");
  clinic_display_press ("Down");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:438,662 488,712 560,720");
  g_assert_cmpuint (get_chosen (page), ==, 2);
  clinic_display_press ("ctrl+z");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:438,650 488,700 560,720");
  clinic_display_press ("ctrl+z");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:450,650 500,700 560,720");

  for (guint i = 0; i < 30; i++)
    clinic_display_press ("Up");

  /* The first would leave the zone: both stop, as far from each other as before. */
  {
    double x[3];
    double y[3];

    g_assert_cmpint (sscanf (get_places (page, "vertex"), "top:%lf,%lf %lf,%lf %lf,%lf", &x[0], &y[0], &x[1],
                             &y[1], &x[2], &y[2]), ==, 6);
    g_assert_cmpfloat (y[1] - y[0], ==, 50);
    g_assert_cmpfloat (y[0], <, 650);
    g_assert_cmpfloat (y[2], ==, 720);
  }

  clinic_display_press ("Escape");
  g_assert_cmpuint (get_chosen (page), ==, 0);
}

static void
drag (GtkWidget        *page,
      ClinicScalpPoint  from,
      ClinicScalpPoint  to)
{
  ClinicScalpPoint start = clinic_scalp_map_from_view (find_map (page), from);
  ClinicScalpPoint end = clinic_scalp_map_from_view (find_map (page), to);

  clinic_display_drag_to (GTK_WIDGET (find_map (page)), start.x, start.y, end.x, end.y);
}

static void
read_vertex (GtkWidget        *page,
             ClinicScalpPoint  points[3])
{
  g_assert_cmpint (sscanf (get_places (page, "vertex"), "top:%lf,%lf %lf,%lf %lf,%lf", &points[0].x, &points[0].y,
                           &points[1].x, &points[1].y, &points[2].x, &points[2].y), ==, 6);
}

/* One of those that are chosen takes the others along, in one step that is taken back in one; what is
 * not chosen stays, and what is mirrored after it is what they became. */
static void
test_pointer_drags_them (ClinicDesk *desk)
{
  GtkWidget *page = open_with_points (desk);
  ClinicScalpPoint points[3];
  ClinicInjection *injection;

  band (page, (ClinicScalpPoint) { 430, 620 }, (ClinicScalpPoint) { 520, 715 });
  drag (page, (ClinicScalpPoint) { 450, 650 }, (ClinicScalpPoint) { 470, 690 });
  clinic_display_drop ();
  read_vertex (page, points);
  g_assert_cmpfloat_with_epsilon (points[0].x, 470, 3);
  g_assert_cmpfloat_with_epsilon (points[0].y, 690, 3);
  g_assert_cmpfloat (points[1].x - points[0].x, ==, 50);
  g_assert_cmpfloat (points[1].y - points[0].y, ==, 50);
  g_assert_cmpfloat (points[2].x, ==, 560);
  g_assert_cmpfloat (points[2].y, ==, 720);
  g_assert_cmpuint (get_chosen (page), ==, 2);
  clinic_display_press ("ctrl+z");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:450,650 500,700 560,720");
  clinic_display_press ("shift+ctrl+z");
  read_vertex (page, points);
  g_assert_cmpfloat_with_epsilon (points[0].x, 470, 3);

  /* The left half onto the right: what is left of the middle, and that again in the mirror. */
  clinic_display_press ("l");
  injection = clinic_chart_model_find_zone (chart_test_get_model (page), "vertex");
  g_assert_cmpint (injection->points, ==, 2);
  {
    ClinicScalpPoint pair[2];

    g_assert_cmpint (sscanf (injection->places, "top:%lf,%lf %lf,%lf", &pair[0].x, &pair[0].y, &pair[1].x,
                             &pair[1].y), ==, 4);
    g_assert_cmpfloat (MIN (pair[0].x, pair[1].x), ==, points[0].x);
    g_assert_cmpfloat (pair[0].x + pair[1].x, ==, CLINIC_SCALP_SIZE);
    g_assert_cmpfloat (pair[0].y, ==, points[0].y);
    g_assert_cmpfloat (pair[1].y, ==, points[0].y);
  }
}

/* However far the pointer goes: they stop at the edge, as far from each other as before, and slide
 * along it. */
static void
test_pointer_drags_them_to_the_edge (ClinicDesk *desk)
{
  GtkWidget *page = open_with_points (desk);
  ClinicScalpPoint points[3];

  band (page, (ClinicScalpPoint) { 430, 620 }, (ClinicScalpPoint) { 580, 740 });
  g_assert_cmpuint (get_chosen (page), ==, 3);
  drag (page, (ClinicScalpPoint) { 500, 700 }, (ClinicScalpPoint) { 515, 120 });
  clinic_display_drop ();
  read_vertex (page, points);
  g_assert_cmpfloat (points[0].y, <, 640);
  g_assert_cmpfloat (points[0].x, >, 450);
  g_assert_cmpfloat (points[1].x - points[0].x, ==, 50);
  g_assert_cmpfloat (points[1].y - points[0].y, ==, 50);
  g_assert_cmpfloat (points[2].x - points[0].x, ==, 110);
  g_assert_cmpfloat (points[2].y - points[0].y, ==, 70);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (clinic_scalp_zone_at (CLINIC_SCALP_TOP, TRUE, points[i].x, points[i].y), ==, "vertex");

  g_assert_cmpstr (get_places (page, "frontal"), ==, "top:420,380 500,390");
}

/* Escape while the button is down: all is as it was, and nothing is to be undone. */
static void
test_escape_puts_them_back (ClinicDesk *desk)
{
  GtkWidget *page = open_with_points (desk);
  gboolean undo;

  clinic_chart_model_undo (chart_test_get_model (page));
  clinic_chart_model_redo (chart_test_get_model (page));
  clinic_scalp_map_set_selected (find_map (page), "vertex");
  gtk_widget_grab_focus (GTK_WIDGET (find_map (page)));
  clinic_display_press ("ctrl+a");
  drag (page, (ClinicScalpPoint) { 500, 700 }, (ClinicScalpPoint) { 520, 690 });
  clinic_display_press ("Escape");
  clinic_display_drop ();
  g_assert_cmpuint (get_chosen (page), ==, 3);
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:450,650 500,700 560,720");
  clinic_display_press ("ctrl+z");
  g_assert_null (get_places (page, "vertex"));
  g_object_get (chart_test_get_model (page), "can-undo", &undo, NULL);
  g_assert_false (undo);
  clinic_display_press ("shift+ctrl+z");

  /* What was only shown elsewhere is not where the next drag takes them up. */
  band (page, (ClinicScalpPoint) { 430, 620 }, (ClinicScalpPoint) { 580, 740 });
  g_assert_cmpuint (get_chosen (page), ==, 3);
  drag (page, (ClinicScalpPoint) { 500, 700 }, (ClinicScalpPoint) { 500, 720 });
  clinic_display_drop ();
  {
    ClinicScalpPoint points[3];

    read_vertex (page, points);
    g_assert_cmpfloat (points[1].x, ==, 500);
    g_assert_cmpfloat_with_epsilon (points[1].y, 720, 3);
  }
}

/* By the keyboard alone: the zone's, then the view's. */
static void
test_all_by_keyboard (ClinicDesk *desk)
{
  GtkWidget *page = open_with_points (desk);

  clinic_scalp_map_set_selected (find_map (page), "vertex");
  gtk_widget_grab_focus (GTK_WIDGET (find_map (page)));
  clinic_display_press ("ctrl+a");
  g_assert_cmpuint (get_chosen (page), ==, 3);
  clinic_display_press ("ctrl+a");
  g_assert_cmpuint (get_chosen (page), ==, 5);
  clinic_display_press ("Right");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:462,650 512,700 572,720");
  g_assert_cmpstr (get_places (page, "frontal"), ==, "top:432,380 512,390");
  clinic_display_press ("ctrl+z");
  g_assert_cmpstr (get_places (page, "vertex"), ==, "top:450,650 500,700 560,720");
  g_assert_cmpstr (get_places (page, "frontal"), ==, "top:420,380 500,390");

  /* Another view has other points. */
  clinic_display_press ("v");
  g_assert_cmpuint (get_chosen (page), ==, 0);
}

/* Shift chooses more, and without a movement does what it did: a point more. */
static void
test_shift_chooses_more (ClinicDesk *desk)
{
  GtkWidget *page = open_with_points (desk);
  ClinicScalpPoint at = clinic_scalp_map_from_view (find_map (page), (ClinicScalpPoint) { 470, 760 });

  band (page, (ClinicScalpPoint) { 430, 620 }, (ClinicScalpPoint) { 470, 670 });
  g_assert_cmpuint (get_chosen (page), ==, 1);
  clinic_display_hold_shift (TRUE);
  band (page, (ClinicScalpPoint) { 540, 760 }, (ClinicScalpPoint) { 580, 700 });
  g_assert_cmpuint (get_chosen (page), ==, 2);
  g_assert_cmpint (clinic_chart_model_find_zone (chart_test_get_model (page), "vertex")->points, ==, 3);
  clinic_display_click_at (GTK_WIDGET (find_map (page)), at.x, at.y);
  clinic_display_hold_shift (FALSE);
  g_assert_cmpint (clinic_chart_model_find_zone (chart_test_get_model (page), "vertex")->points, ==, 4);
}

static gpointer
react (ClinicAct  *act,
       gpointer    data,
       GError    **error)
{
  gint64 session = *(gint64 *) data;
  g_autoptr(GPtrArray) kinds = clinic_store_list_by (act->db, CLINIC_TYPE_REACTION_KIND, NULL, 0, error);
  g_autoptr(ClinicRecord) record = clinic_store_find (act->db, CLINIC_TYPE_SESSION, session, error);
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();

  g_object_set (reaction, "patient-id", CLINIC_SESSION (record)->patient_id, "session-id", session,
                "zone", "whole_scalp", "reaction-kind-id", clinic_record_get_id (kinds->pdata[0]),
                "grade", (gint64) 1, "onset", "2026-11-21T10:00", NULL);

  return clinic_reaction_log (act, reaction, error) != 0 ? data : NULL;
}

/* Reactions of the whole scalp stand below the head in every view, and their button hides them. */
static void
test_whole_scalp_has_a_sign (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  g_autoptr(ClinicChart) last = clinic_chart_sheet_copy_chart (clinic_chart_model_get_sheet (chart_test_get_model (page))->last);
  gint64 before = chart_test_get_id (last->session);
  ClinicChartSheet *sheet;
  guint n;
  g_autofree char *said = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *line = NULL;
  g_autofree char *words = NULL;
  GtkWidget *button;

  chart_test_command (desk, react, &before);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  sheet = clinic_chart_model_get_sheet (chart_test_get_model (page));
  g_assert_cmpuint (sheet->since->len, >, 0);
  said = clinic_chart_reactions_dup_words (sheet->reactions, "whole_scalp", &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_nonnull (strstr (said, ", grade 1, 21 Nov 2026"));
  parts = g_strsplit (said, "\n", -1);
  line = g_strjoinv (" · ", parts);
  words = g_strdup_printf ("Whole scalp: %s", line);

  for (guint view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    {
      clinic_scalp_map_set_view (find_map (page), view);
      clinic_display_settle (desk);
      g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (find_map (page)), words));
    }

  clinic_scalp_map_set_view (find_map (page), CLINIC_SCALP_TOP);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-whole");
  button = gtk_widget_get_ancestor (clinic_display_find (page, "Reactions"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  clinic_display_settle (desk);
  g_assert_null (clinic_display_find_text (GTK_WIDGET (find_map (page)), words));
}

typedef struct
{
  gint64      patient;
  const char *zone;
  const char *onset;
} Happened;

static gpointer
happen (ClinicAct  *act,
        gpointer    data,
        GError    **error)
{
  Happened *happened = data;
  g_autoptr(GPtrArray) kinds = clinic_store_list_by (act->db, CLINIC_TYPE_REACTION_KIND, NULL, 0, error);
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();

  g_object_set (reaction, "patient-id", happened->patient, "zone", happened->zone, "reaction-kind-id",
                clinic_record_get_id (kinds->pdata[0]), "grade", (gint64) 2, "onset", happened->onset, NULL);

  return clinic_reaction_log (act, reaction, error) != 0 ? data : NULL;
}

static gpointer
has_reacted (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  g_autoptr(ClinicRecord) session = clinic_store_find (db, CLINIC_TYPE_SESSION, *(gint64 *) data, error);
  g_autoptr(GPtrArray) reactions = NULL;

  g_assert_nonnull (session);
  reactions = clinic_chart_reactions_read (db, CLINIC_SESSION (session)->patient_id, "2026-11-21", error);

  return GINT_TO_POINTER (reactions != NULL && reactions->len > 0);
}

/* A visit of today of somebody treated before who never reacted. */
static gint64
find_calm (ClinicDesk *desk)
{
  for (guint i = 0;; i++)
    {
      gint64 session = chart_test_find_waiting (desk, i);

      if (!GPOINTER_TO_INT (chart_test_ask (desk, has_reacted, &session)))
        return session;
    }
}

static gboolean
shows_both (gpointer page)
{
  return clinic_chart_model_get_sheet (chart_test_get_model (page))->reactions->len == 2;
}

/* What happened before the last treatment too, for twelve months, with what was injected there; of what is
 * older nothing, and the button says why it can not be pressed. */
static void
test_reactions_of_a_year (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, find_calm (desk));
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (chart_test_get_model (page));
  ClinicInjection *injection = sheet->last->injections->pdata[0];
  g_autofree char *zone = g_strdup (injection->zone);
  Happened old = { sheet->visit->patient_id, zone, "2025-11-20T10:00" };
  Happened year = { sheet->visit->patient_id, zone, "2025-11-21T10:00" };
  Happened late = { sheet->visit->patient_id, zone, "2026-11-20T10:00" };
  GtkWidget *button = clinic_display_find (page, "Reactions");
  g_autofree char *words = NULL;
  guint n;

  button = gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_cmpuint (sheet->reactions->len, ==, 0);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "No reaction in the last twelve months");

  chart_test_command (desk, happen, &old);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  sheet = clinic_chart_model_get_sheet (chart_test_get_model (page));
  g_assert_cmpuint (sheet->reactions->len, ==, 0);
  g_assert_false (gtk_widget_get_sensitive (button));

  chart_test_command (desk, happen, &year);
  chart_test_command (desk, happen, &late);
  clinic_display_wait (shows_both, page);
  sheet = clinic_chart_model_get_sheet (chart_test_get_model (page));
  g_assert_true (gtk_widget_get_sensitive (button));
  words = clinic_chart_reactions_dup_words (sheet->reactions, zone, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (strstr (words, ", grade 2, 21 Nov 2025"));

  /* The later one first, with the lots that were injected there before it. */
  g_assert_nonnull (strstr (words, ", after "));
  g_assert_true (strstr (words, ", after ") < strchr (words, '\n'));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-reactions");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/scalp-choose/rectangle", "practitioner", test_rectangle);
  clinic_display_add ("/scalp-choose/arrows", "practitioner", test_arrows_move_them);
  clinic_display_add ("/scalp-choose/pointer", "practitioner", test_pointer_drags_them);
  clinic_display_add ("/scalp-choose/pointer-to-the-edge", "practitioner", test_pointer_drags_them_to_the_edge);
  clinic_display_add ("/scalp-choose/escape", "practitioner", test_escape_puts_them_back);
  clinic_display_add ("/scalp-choose/all-by-keyboard", "practitioner", test_all_by_keyboard);
  clinic_display_add ("/scalp-choose/shift", "practitioner", test_shift_chooses_more);
  clinic_display_add ("/scalp-choose/whole-scalp", "practitioner", test_whole_scalp_has_a_sign);

  clinic_display_add ("/scalp-choose/reactions-of-a-year", "practitioner", test_reactions_of_a_year);

  return g_test_run ();
}

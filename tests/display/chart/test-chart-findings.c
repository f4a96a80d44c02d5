/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules object to in a chart, what can be done about it by whom, and what was seen before. */

#include "config.h"

#include "chart-test.h"
#include "clinic-chart-reaction-list.h"
#include "clinic-display.h"
#include "clinic-figure-entry.h"
#include "clinic-finding-row.h"
#include "clinic-findings-box.h"
#include "clinic-findings-more.h"
#include "clinic-page.h"

static ClinicFindingRow *
find_row (GtkWidget  *page,
          const char *rule)
{
  GtkWidget *row;

  for (guint i = 0; (row = clinic_display_find_type (page, CLINIC_TYPE_FINDING_ROW, i)) != NULL; i++)
    {
      if (g_str_equal (clinic_finding_row_get_finding (CLINIC_FINDING_ROW (row))->rule, rule))
        return CLINIC_FINDING_ROW (row);
    }

  return NULL;
}

/* All that is in the formulary was withdrawn: every cocktail is stopped. */
static GtkWidget *
open_withdrawn (ClinicDesk *desk)
{
  GtkWidget *page;

  clinic_display_run_sql (desk, "UPDATE ingredient SET withdrawn = 1, withdrawn_reason = 'Reactions of the heart'");
  page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  clinic_chart_model_fill_zone (chart_test_get_model (page), "frontal");
  chart_test_wait_for_rules (desk);
  g_assert_nonnull (find_row (page, "withdrawn"));

  return page;
}

/* No field for a reason that would not help; who can is said instead, and the keyboard comes to it. */
static void
test_bar_says_who_may (ClinicDesk *desk)
{
  GtkWidget *page = open_withdrawn (desk);
  GtkWidget *row = GTK_WIDGET (find_row (page, "withdrawn"));
  GtkWidget *box = clinic_display_find_type (page, CLINIC_TYPE_FINDINGS_BOX, 0);

  g_assert_true (clinic_finding_row_get_barred (CLINIC_FINDING_ROW (row)));
  g_assert_null (clinic_display_find_type (row, GTK_TYPE_ENTRY, 0));
  g_assert_nonnull (clinic_display_find_text (row, "Your role may not pass this; the owner can."));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-barred");
  clinic_display_check (page);

  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_false (chart_test_is_signed (page));
  g_assert_true (gtk_widget_is_focus (row));
  g_assert_nonnull (clinic_display_find_text (page, "This cannot be signed: you may not pass what stops it."));
  g_assert_false (clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)));
}

static void
test_owner_gives_a_reason (ClinicDesk *desk)
{
  GtkWidget *page = open_withdrawn (desk);
  ClinicFindingRow *row = find_row (page, "withdrawn");

  g_assert_false (clinic_finding_row_get_barred (row));
  g_assert_nonnull (clinic_display_find_type (GTK_WIDGET (row), GTK_TYPE_ENTRY, 0));
  g_assert_null (clinic_display_find_text (page, "Your role may not pass this; the owner can."));
  chart_test_give_reasons (page);
  g_assert_false (gtk_widget_has_css_class (clinic_display_find_type (page, CLINIC_TYPE_FIGURE_ENTRY, 0), "read-only"));
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
  clinic_display_settle (desk);

  /* What was signed looks it. */
  g_assert_true (gtk_widget_has_css_class (clinic_display_find_type (page, CLINIC_TYPE_FIGURE_ENTRY, 0), "read-only"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-read-only");
}

/* What the clinic made a stop of, and nobody may go on with. */
static void
test_nobody_may (ClinicDesk *desk)
{
  GtkWidget *page;

  clinic_display_run_sql (desk, "DELETE FROM setting WHERE key = 'rule.lots-missing.severity'");
  clinic_display_run_sql (desk, "INSERT INTO setting (id, version, key, value) VALUES (4711, 1, 'rule.lots-missing.severity', 'stop')");
  page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  clinic_chart_model_fill_zone (chart_test_get_model (page), "frontal");
  clinic_chart_model_set_cocktail (chart_test_get_model (page), CLINIC_UNKNOWN);
  chart_test_wait_for_rules (desk);
  g_assert_nonnull (find_row (page, "lots-missing"));
  g_assert_true (clinic_finding_row_get_barred (find_row (page, "lots-missing")));
  g_assert_nonnull (clinic_display_find_text (page, "Nobody may pass this."));
}

/* Where writing goes to the left, neither a sign nor a date is turned round. */
static void
test_figures_stay_whole (ClinicDesk *desk)
{
  GtkWidget *box = clinic_findings_box_new ();
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_ptr_array_add (findings, g_object_new (CLINIC_TYPE_FINDING, "rule", "one", "severity", "note", "message",
                                           "Dose > 10 % since 2026-11", NULL));
  clinic_display_show (box);
  clinic_findings_box_set_findings (CLINIC_FINDINGS_BOX (box), findings);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (box, "\u200fDose \u2066> 10 %\u2069 since \u20662026-11\u2069"));
}

static void
add_finding (GPtrArray  *findings,
             const char *severity,
             guint       number)
{
  g_autofree char *rule = g_strdup_printf ("%s-%u", severity, number);
  g_autofree char *message = g_strdup_printf ("A %s of the check, number %u", severity, number);

  g_ptr_array_add (findings, g_object_new (CLINIC_TYPE_FINDING, "rule", rule, "severity", severity, "message", message, NULL));
}

static GPtrArray *
make_findings (guint n_stops,
               guint n_warnings,
               guint n_notes)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_stops; i++)
    add_finding (findings, "stop", i);

  for (guint i = 0; i < n_warnings; i++)
    add_finding (findings, "warn", i);

  for (guint i = 0; i < n_notes; i++)
    add_finding (findings, "note", i);

  return findings;
}

static guint
count_rows (GtkWidget *box)
{
  guint n = 0;

  while (clinic_display_find_type (box, CLINIC_TYPE_FINDING_ROW, n) != NULL)
    n++;

  return n;
}

static GtkWidget *
show_findings (ClinicDesk *desk,
               GtkWidget  *box,
               guint       n_stops,
               guint       n_warnings,
               guint       n_notes)
{
  g_autoptr(GPtrArray) findings = make_findings (n_stops, n_warnings, n_notes);

  clinic_findings_box_set_findings (CLINIC_FINDINGS_BOX (box), findings);
  clinic_display_settle (desk);

  return clinic_display_find_type (box, CLINIC_TYPE_FINDINGS_MORE, 0);
}

/* What has to be answered is read whole, however much there is; of notes a row says how many there are more. */
static void
test_notes_are_folded (ClinicDesk *desk)
{
  GtkWidget *box = clinic_findings_box_new ();
  g_autoptr(GHashTable) reasons = NULL;
  GtkWidget *more;

  clinic_display_show (box);
  g_assert_null (show_findings (desk, box, 0, 1, 3));
  g_assert_cmpuint (count_rows (box), ==, 4);

  more = show_findings (desk, box, 2, 3, 7);
  g_assert_nonnull (more);
  g_assert_cmpuint (count_rows (box), ==, 2 + 3 + 2);
  g_assert_nonnull (clinic_display_find_text (more, "5 more notes"));
  gtk_test_accessible_assert_property (more, GTK_ACCESSIBLE_PROPERTY_LABEL, "5 more notes");
  gtk_test_accessible_assert_state (more, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  clinic_display_check (box);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (box)), "findings-folded");

  /* Folded or not, they ask for nothing; what asks still does. */
  g_assert_false (clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)));
  reasons = clinic_findings_box_dup_reasons (CLINIC_FINDINGS_BOX (box));
  g_assert_cmpuint (g_hash_table_size (reasons), ==, 0);

  gtk_widget_grab_focus (more);
  clinic_display_press ("Return");
  g_assert_cmpuint (count_rows (box), ==, 12);
  gtk_test_accessible_assert_state (more, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_nonnull (clinic_display_find_text (box, "A note of the check, number 6"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (box)), "findings-open");

  /* It stays so when there is something new, and is folded where it was opened. */
  more = show_findings (desk, box, 3, 3, 8);
  g_assert_cmpuint (count_rows (box), ==, 14);
  clinic_display_click (more);
  g_assert_cmpuint (count_rows (box), ==, 3 + 3 + 2);
  g_assert_nonnull (clinic_display_find_text (more, "6 more notes"));
}

static void
test_stops_are_never_folded (ClinicDesk *desk)
{
  GtkWidget *box = clinic_findings_box_new ();
  g_autoptr(GPtrArray) late = make_findings (0, 0, 6);

  clinic_display_show (box);
  g_assert_nonnull (show_findings (desk, box, 0, 0, 6));
  g_assert_true (clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)));

  /* Behind all notes, too. */
  add_finding (late, "stop", 0);
  add_finding (late, "warn", 0);
  clinic_findings_box_set_findings (CLINIC_FINDINGS_BOX (box), late);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (box, "A stop of the check, number 0"));
  g_assert_nonnull (clinic_display_find_text (box, "A warn of the check, number 0"));
  g_assert_nonnull (clinic_display_find_text (box, "4 more notes"));
  g_assert_false (clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)));
  g_assert_true (clinic_findings_box_start (CLINIC_FINDINGS_BOX (box)));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (gtk_widget_get_root (box)), CLINIC_TYPE_FINDING_ROW));

  /* Nothing is left that could be folded. */
  g_assert_null (show_findings (desk, box, 1, 0, 0));
  g_assert_cmpuint (count_rows (box), ==, 1);
}

static GtkWidget *
find_reactions (GtkWidget *page)
{
  return clinic_display_find_type (page, CLINIC_TYPE_CHART_REACTION_LIST, 0);
}

/* The patient of @session has had nodules at the occiput, and no other reaction. */
static void
react (ClinicDesk *desk,
       gint64      session,
       int         grade,
       const char *onset)
{
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM reaction_suspect; DELETE FROM reaction; INSERT INTO reaction (id, version, patient_id, zone,"
                     " reaction_kind_id, grade, onset) SELECT 43, 1, s.patient_id, 'occipital', k.id, %d, '%s'"
                     " FROM session s, reaction_kind k WHERE s.id = %" G_GINT64_FORMAT " AND k.code = 'late_nodules'",
                     grade, onset, session);

  clinic_display_run_sql (desk, sql);
}

/* What the map has signs for stands beside it in words as long as it shows them: zone, kind, grade, day, and the lots that
 * were injected there before. */
static void
test_reactions_in_words (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page;
  GtkWidget *list;
  GtkWidget *layer;

  react (desk, session, 2, "2026-09-10T23:00");
  page = chart_test_open_chart (desk, session);
  list = find_reactions (page);
  g_assert_nonnull (list);
  g_assert_nonnull (clinic_display_find_text (list, "Reactions of twelve months"));
  g_assert_nonnull (clinic_display_find_text (list, "Occipital: Nodules weeks later"));
  g_assert_nonnull (clinic_display_find_text (list, "Grade 2 · 10 Sep 2026"));
  g_assert_nonnull (clinic_display_find_text (list, "After Biotin (B7) Z00128, Cysteine U00167, Dexpanthenol (B5) H00186, "
                                              "Sodium chloride 0.9 % G00185, Zinc S00160"));
  clinic_display_check (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-reactions");

  layer = clinic_display_find (page, "Reactions");
  clinic_display_click (layer);
  g_assert_null (find_reactions (page));
  clinic_display_click (layer);
  g_assert_nonnull (find_reactions (page));

  clinic_display_run_sql (desk, "UPDATE reaction SET grade = 3, zone = 'vertex'");
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (list, "Grade 3 · 10 Sep 2026"));
  g_assert_null (clinic_display_find_text (list, "Occipital: Nodules weeks later"));
  clinic_display_run_sql (desk, "DELETE FROM reaction");
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_assert_null (find_reactions (page));
}

/* The day stands within the sentence. */
static void
test_since_today (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page;

  react (desk, session, 1, "2026-11-21T09:00");
  page = chart_test_open_chart (desk, session);
  g_assert_nonnull (clinic_display_find_text (page, "Red flag: Nodules weeks later since today"));
  clinic_display_run_sql (desk, "UPDATE reaction SET onset = '2026-11-20T09:00'");
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (page, "Red flag: Nodules weeks later since yesterday"));
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/findings/bar-says-who-may", "practitioner", test_bar_says_who_may);
  clinic_display_add ("/chart/findings/owner-gives-a-reason", "owner", test_owner_gives_a_reason);
  clinic_display_add ("/chart/findings/reactions-in-words", "practitioner", test_reactions_in_words);
  clinic_display_add ("/chart/findings/since-today", "practitioner", test_since_today);
  clinic_display_add ("/chart/findings/figures-stay-whole", "practitioner", test_figures_stay_whole);
  clinic_display_add ("/chart/findings/notes-are-folded", "practitioner", test_notes_are_folded);
  clinic_display_add ("/chart/findings/stops-are-never-folded", "practitioner", test_stops_are_never_folded);
  clinic_display_add ("/chart/findings/nobody-may", "owner", test_nobody_may);

  return g_test_run ();
}

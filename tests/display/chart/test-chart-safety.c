/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be known before a needle is taken up: asked, read whole, and of this patient. */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-chart-banner.h"
#include "clinic-check-in-dialog.h"
#include "clinic-display.h"
#include "clinic-locale.h"
#include "clinic-page.h"
#include "clinic-visit.h"
#include "clinic-window.h"

/* Each address that is looked at costs time. */
#ifdef __SANITIZE_ADDRESS__
#define N_SWITCHES 200
#else
#define N_SWITCHES 1000
#endif

#define NONE "No allergies, conditions or open reactions on record"
#define UNREAD "Allergies, conditions and reactions could not be read"

/* All that the banner says is read from these. */
static const char *const tables[] = {
  "allergy", "allergy_status", "condition", "medicine", "reaction", "reaction_kind", "ingredient",
  "pregnancy_status", "check_in", "patient", "session",
};

static void
rename_table (ClinicDesk *desk,
              const char *from,
              const char *from_end,
              const char *to_end)
{
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE %s%s RENAME TO %s%s", from, from_end, from, to_end);

  clinic_display_run_sql (desk, sql);
}

/* A chart of which something cannot be read is not ready, and never says that there is nothing. */
static void
test_first_load (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GtkWidget *page;

      rename_table (desk, tables[i], "", "_gone");
      page = chart_test_open_chart (desk, session);

      if (clinic_chart_model_get_sheet (chart_test_get_model (page)) != NULL)
        g_error ("The chart is ready without the table %s", tables[i]);

      g_assert_null (clinic_display_find_text (page, NONE));
      g_assert_nonnull (clinic_display_find (page, "Try again"));
      clinic_display_press ("ctrl+Return");

      rename_table (desk, tables[i], "_gone", "");
      gtk_widget_activate_action (page, "chart.retry", NULL);
      clinic_display_settle (desk);
      g_assert_nonnull (clinic_chart_model_get_sheet (chart_test_get_model (page)));
      g_assert_false (chart_test_is_signed (page));
      gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
    }
}

/* What was read once may have changed: what cannot be read again is in doubt, and not signed. */
static void
test_later_load (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);

  clinic_display_press ("2");
  chart_test_wait_for_rules (desk);
  chart_test_give_reasons (page);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      rename_table (desk, tables[i], "", "_gone");
      clinic_page_queue_reload (CLINIC_PAGE (page));
      clinic_display_settle (desk);

      if (!clinic_chart_model_get_doubtful (chart_test_get_model (page)))
        g_error ("Nothing is in doubt without the table %s", tables[i]);

      g_assert_null (clinic_display_find_text (page, NONE));
      g_assert_nonnull (clinic_display_find_text (page, UNREAD));

      if (i == 0)
        clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-doubtful");

      clinic_display_press ("ctrl+Return");
      rename_table (desk, tables[i], "_gone", "");
      clinic_display_settle (desk);
      g_assert_false (chart_test_is_signed (page));
      g_assert_nonnull (clinic_chart_model_find_zone (chart_test_get_model (page), "frontal"));

      gtk_widget_activate_action (page, "chart.retry", NULL);
      clinic_display_settle (desk);
      g_assert_false (clinic_chart_model_get_doubtful (chart_test_get_model (page)));
      g_assert_null (clinic_display_find_text (page, UNREAD));
    }
}

/* Whatever the banner and the rules go by: changed elsewhere, it is read again. */
static void
test_all_is_watched (ClinicDesk *desk)
{
  static const char *const watched[] = {
    "measurement", "ingredient", "component", "contraindication", "allergen_group", "ingredient_allergen",
    "reaction_kind", "reaction_suspect", "setting", "phase", "consent_template", "aftercare_rule", "allergy",
    "allergy_status", "condition", "condition_kind", "medicine", "medicine_kind", "reaction", "pregnancy_status", "check_in", "patient", "session", "lot", "pour", "discard",
  };
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      const char *const changed[] = { watched[i], NULL };
      g_autoptr(ClinicChartSheet) before = g_object_ref (clinic_chart_model_get_sheet (chart_test_get_model (page)));

      clinic_desk_emit_changed (desk, changed);
      clinic_display_settle (desk);

      if (clinic_chart_model_get_sheet (chart_test_get_model (page)) == before)
        g_error ("The chart does not look again when %s changes", watched[i]);
    }
}

/* A session of today of a woman between 10 and 60. */
static gint64
find_woman (ClinicDesk *desk)
{
  for (guint i = 0; ; i++)
    {
      gint64 session = chart_test_find_visit (desk, TRUE, i);
      GtkWidget *page;
      ClinicVisit *visit;
      gboolean found;

      g_assert_cmpint (session, !=, 0);
      page = chart_test_open_chart (desk, session);
      visit = clinic_chart_model_get_sheet (chart_test_get_model (page))->visit;
      found = g_strcmp0 (visit->sex, "F") == 0 && strcmp (visit->birth_date, "1970") > 0;
      gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));

      if (found)
        return session;
    }
}

static GtkWidget *
find_button (GtkWidget  *page,
             const char *text)
{
  GtkWidget *label = clinic_display_find_text (page, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* Not asked is said; asked again is two keys on the button, and kept with its day. */
static void
test_pregnancy (ClinicDesk *desk)
{
  gint64 session;
  GtkWidget *page;
  GtkWidget *button;

  clinic_display_run_sql (desk, "DELETE FROM pregnancy_status");
  session = find_woman (desk);
  page = chart_test_open_chart (desk, session);
  button = find_button (page, "Pregnancy: not asked");
  g_assert_nonnull (button);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "pregnancy-not-asked");
  clinic_display_click (button);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "pregnancy-ask");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Pregnancy: no, asked today"));

  clinic_display_run_sql (desk, "UPDATE pregnancy_status SET asked_on = '2026-08-20'");
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Pregnancy: no, asked 3 months ago (20 Aug 2026)"));

  gtk_widget_activate_action (page, "chart.pregnancy", "s", "yes");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Pregnancy: yes, asked today"));
  clinic_display_press ("2");
  chart_test_wait_for_rules (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "pregnancy-yes");
  g_assert_nonnull (clinic_display_find_text (page, "Pregnant, as answered on 21 Nov 2026."));
}

/* Nothing on the list is not nothing until somebody asked. */
static void
test_allergies (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page;
  GtkWidget *button;

  clinic_display_run_sql (desk, "DELETE FROM allergy_status");
  clinic_display_run_sql (desk, "DELETE FROM allergy");
  clinic_display_run_sql (desk, "DELETE FROM condition");
  clinic_display_run_sql (desk, "UPDATE reaction SET cleared = onset");
  page = chart_test_open_chart (desk, session);
  button = find_button (page, "Allergies: not asked");
  g_assert_nonnull (button);
  g_assert_null (clinic_display_find_text (page, NONE));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "allergies-not-asked");
  clinic_display_click (button);
  clinic_display_settle (desk);
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Allergies: none known, asked today"));
  g_assert_nonnull (clinic_display_find_text (page, NONE));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "allergies-none");

  clinic_display_run_sql (desk, "UPDATE allergy_status SET asked_on = '2026-08-20'");
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Allergies: none known, asked 3 months ago (20 Aug 2026)"));
  g_assert_null (clinic_display_find_text (page, NONE));

  gtk_widget_activate_action (page, "chart.allergies", "s", "unsure");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Allergies: new or not sure, asked today"));
}

static void
test_check_in (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);
  gint64 session;
  GtkWindow *dialog;
  GtkWidget *page;
  GtkWidget *button;

  clinic_display_run_sql (desk, "DELETE FROM check_in");
  session = chart_test_find_waiting (desk, 0);
  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-chart", "x", session);
  clinic_display_settle (desk);
  page = GTK_WIDGET (clinic_window_get_page (window));
  button = find_button (page, "Check-in: not asked");
  g_assert_nonnull (button);
  clinic_display_click (button);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  clinic_display_check (GTK_WIDGET (dialog));
  clinic_display_click (clinic_display_find (GTK_WIDGET (dialog), "A new medicine since the last visit? Yes"));
  clinic_display_picture (GTK_WIDGET (dialog), "check-in");
  clinic_display_click (clinic_display_find (GTK_WIDGET (dialog), "_Nothing new") != NULL
                        ? clinic_display_find (GTK_WIDGET (dialog), "_Nothing new")
                        : clinic_display_find (GTK_WIDGET (dialog), "Nothing new"));
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Check-in: a new medicine"));
  clinic_display_picture (GTK_WIDGET (window), "check-in-said");
}

/* One answer hides no other, nor what nobody asked; the note is read by keyboard and by touch. */
static void
test_check_in_says_all (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO check_in (id, version, patient_id, session_id, asked_on, staff_id, new_medicine,"
                     " inflammation, note) SELECT 43, 1, s.patient_id, s.id, '2026-11-21', s.practitioner_id, 'yes',"
                     " 'unsure', 'Aspirin since Monday' FROM session s WHERE s.id = %" G_GINT64_FORMAT, session);
  GtkWidget *page;
  GtkWidget *button;

  clinic_display_run_sql (desk, "DELETE FROM check_in");
  clinic_display_run_sql (desk, sql);
  page = chart_test_open_chart (desk, session);
  g_assert_nonnull (find_button (page, "Check-in: a new medicine; not sure of inflammation of the scalp; "
                                 "not asked of hair coloured"));
  button = find_button (page, "Note");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  clinic_display_press ("space");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (page, "Aspirin since Monday"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "check-in-all");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_null (clinic_display_find_text (page, "Aspirin since Monday"));

  clinic_display_run_sql (desk, "UPDATE check_in SET note = NULL, hair_colour = 'no', inflammation = 'no', new_medicine = 'no'");
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_assert_nonnull (find_button (page, "Check-in: nothing new"));
  g_assert_null (find_button (page, "Note"));
}

static gboolean
is_at (GtkWidget  *dialog,
       const char *answer)
{
  return gtk_widget_is_focus (clinic_display_find (dialog, answer));
}

/* A grid: up and down to the same answer of another question, a key for each answer. */
static void
test_check_in_by_keys (ClinicDesk *desk)
{
  GtkWidget *parent = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkWidget *dialog;

  clinic_check_in_present (parent, desk, chart_test_find_waiting (desk, 0));
  clinic_display_settle (desk);
  dialog = GTK_WIDGET (clinic_display_top ());
  g_assert_true (is_at (dialog, "A new medicine since the last visit? No"));
  clinic_display_press ("Right Up");
  g_assert_true (is_at (dialog, "A new medicine since the last visit? Yes"));
  clinic_display_press (clinic_display_find (dialog, "Pregnant? Yes") != NULL ? "Down Down Down" : "Down Down");
  g_assert_true (is_at (dialog, "Is the scalp inflamed? Yes"));
  clinic_display_press ("Up");
  g_assert_true (is_at (dialog, "Hair coloured since the last visit? Yes"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (clinic_display_find (dialog, "Hair coloured since the last visit? Yes"))));
  clinic_display_press ("Return");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (clinic_display_find (dialog, "Hair coloured since the last visit? Yes"))));
  g_assert_true (is_at (dialog, "Is the scalp inflamed? Yes"));
  clinic_display_press ("1 1");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (clinic_display_find (dialog, "Is the scalp inflamed? No"))));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (dialog)), clinic_display_find (dialog, "note")));
}

static gboolean
drafted_laser (gpointer data)
{
  gpointer *pair = data;
  g_autoptr(ClinicChart) draft = chart_test_ask (pair[0], chart_test_load_draft, pair[1]);

  return draft != NULL && draft->session->lllt == 1 && draft->session->prp == CLINIC_UNKNOWN;
}

/* What else was done today is part of the chart, with undo. */
static void
test_also_today (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  gpointer pair[] = { desk, &session };

  clinic_display_click (clinic_display_find (page, "prp_done"));
  clinic_display_click (clinic_display_find (page, "lllt_done"));
  g_assert_cmpint (clinic_chart_model_get_record (chart_test_get_model (page))->prp, ==, 1);
  clinic_display_click (clinic_display_find (page, "prp_done"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-also");
  clinic_display_wait (drafted_laser, pair);
}

typedef struct
{
  GtkWidget        *page;
  GHashTable       *names;          /* session → who it is */
  GHashTable       *banners;        /* session → what is read above its chart */
  guint             n_frames;
  guint             n_banners;      /* of them with something read in it */
} Watched;

static gpointer
rest (ClinicDb  *db,
      gpointer   data,
      GError   **error)
{
  g_usleep (GPOINTER_TO_UINT (data));

  return data;
}

static void
rested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_task_propagate_pointer (G_TASK (result), NULL);
}

/* All that can be read there, one after the other. */
static char *
dup_banner (GtkWidget *page)
{
  GtkWidget *banner = clinic_display_find_type (page, CLINIC_TYPE_CHART_BANNER, 0);
  GString *texts = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; banner != NULL && (label = clinic_display_find_type (banner, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      if (gtk_widget_get_mapped (label))
        g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (label)));
    }

  return g_string_free (texts, FALSE);
}

/* Each chart looked at in peace. */
static GHashTable *
list_banners (ClinicDesk *desk,
              GtkWidget  *page,
              GPtrArray  *visits)
{
  GHashTable *banners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < visits->len; i++)
    {
      gint64 id = chart_test_get_id (visits->pdata[i]);

      clinic_page_set_id (CLINIC_PAGE (page), id);
      clinic_display_settle (desk);
      g_assert_cmpint (clinic_chart_model_get_sheet (chart_test_get_model (page))->session, ==, id);
      g_hash_table_insert (banners, g_memdup2 (&id, sizeof id), dup_banner (page));
    }

  return banners;
}

/* Each frame: either no chart is in view, or that of whoever was chosen. */
static void
painted_cb (GdkFrameClock *clock,
            Watched       *watched)
{
  gint64 session = clinic_page_get_id (CLINIC_PAGE (watched->page));
  const char *name = g_hash_table_lookup (watched->names, &session);
  GtkWidget *heading = clinic_display_find_type (watched->page, ADW_TYPE_WINDOW_TITLE, 0);
  const char *title = adw_window_title_get_title (ADW_WINDOW_TITLE (heading));
  ClinicChartModel *model = chart_test_get_model (watched->page);
  const char *expected = g_hash_table_lookup (watched->banners, &session);
  g_autofree char *banner = dup_banner (watched->page);

  watched->n_frames++;
  watched->n_banners += *banner != '\0';
  g_assert_cmpint (clinic_chart_model_get_session (model), ==, session);

  if (*title != '\0' && strstr (title, name) == NULL)
    g_error ("“%s” is shown where “%s” was chosen", title, name);

  if (*banner != '\0' && strcmp (banner, expected) != 0)
    g_error ("Above the chart of %s is read:\n%snot:\n%s", name, banner, expected);

  /* The banner is that of the model's sheet, which is of the session. */
  if (clinic_chart_model_get_sheet (model) != NULL)
    g_assert_cmpint (clinic_chart_model_get_sheet (model)->session, ==, session);
  else
    g_assert_null (clinic_display_find_text (watched->page, NONE));
}

static GHashTable *
list_names (GPtrArray *visits)
{
  GHashTable *names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];
      gint64 id = chart_test_get_id (visit);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id),
                           clinic_locale_full_name (visit->given_name, visit->family_name));
    }

  return names;
}

/* Sessions of today that can be charted. */
static GArray *
list_open (ClinicDesk *desk)
{
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint treated = 0; treated < 2; treated++)
    {
      gint64 session;

      for (guint i = 0; (session = chart_test_find_visit (desk, treated == 1, i)) != 0; i++)
        g_array_append_val (sessions, session);
    }

  return sessions;
}

/* Types into the notes of what is in view, if it can be; what it says names its session. */
static void
type_mark (GtkWidget  *page,
           GHashTable *typed)
{
  ClinicChartModel *model = chart_test_get_model (page);
  gint64 session = clinic_chart_model_get_session (model);
  g_autofree char *mark = g_strdup_printf ("of %" G_GINT64_FORMAT, session);

  if (!clinic_chart_model_get_editable (model))
    return;

  g_object_set (clinic_chart_model_get_record (model), "notes", mark, NULL);
  g_hash_table_add (typed, g_memdup2 (&session, sizeof session));
}

static gboolean
can_be_typed_into (gpointer page)
{
  return clinic_chart_model_get_editable (chart_test_get_model (GTK_WIDGET (page)));
}

/* Charts one after the other while loads rest for a while: no frame shows another patient, and
 * nothing that was typed lands in another's chart. */
static void
test_switching (ClinicDesk *desk)
{
  const guint n_switches = N_SWITCHES;
  g_autoptr(GPtrArray) visits = chart_test_ask (desk, chart_test_list_all, NULL);
  g_autoptr(GHashTable) names = list_names (visits);
  g_autoptr(GHashTable) typed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GArray) open = list_open (desk);
  GtkWidget *page = chart_test_open_chart (desk, g_array_index (open, gint64, 0));
  g_autoptr(GHashTable) banners = list_banners (desk, page, visits);
  Watched watched = { .page = page, .names = names, .banners = banners };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page);
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &watched);

  for (guint i = 0; i < n_switches; i++)
    {
      guint usual = g_rand_int_range (rand, 0, 10) == 0 ? 20000 : 1000;
      gboolean chartable;

      clinic_worker_run_async (clinic_desk_get_reader (desk), rest,
                               GUINT_TO_POINTER ((guint) g_rand_int_range (rand, 0, (int) usual)), NULL, NULL, NULL,
                               rested_cb, NULL);
      chartable = g_rand_boolean (rand);
      clinic_page_set_id (CLINIC_PAGE (page), chartable
                          ? g_array_index (open, gint64, g_rand_int_range (rand, 0, (int) open->len))
                          : chart_test_get_id (visits->pdata[g_rand_int_range (rand, 0, (int) visits->len)]));

      for (int turns = g_rand_int_range (rand, 0, i % 5 == 0 ? 40 : 3); turns > 0; turns--)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (100);
        }

      /* Now and then somebody is given the time to come to it, however slow the machine. */
      if (i % 15 == 0 && chartable)
        clinic_display_wait (can_be_typed_into, page);

      if (i % 5 == 0)
        type_mark (page, typed);
    }

  clinic_display_settle (desk);
  clinic_page_leave (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_signal_handler_disconnect (clock, handler);
  g_test_message ("%u frames, %u with a banner, typed in %u charts", watched.n_frames, watched.n_banners,
                  g_hash_table_size (typed));
  g_assert_cmpuint (watched.n_banners, >, watched.n_frames / 20);
  g_assert_cmpuint (watched.n_frames, >, n_switches / 50);
  g_assert_cmpuint (g_hash_table_size (typed), >, open->len / 3);

  for (guint i = 0; i < visits->len; i++)
    {
      gint64 other = chart_test_get_id (visits->pdata[i]);
      g_autoptr(ClinicChart) draft = chart_test_ask (desk, chart_test_load_draft, &other);
      g_autofree char *mark = g_strdup_printf ("of %" G_GINT64_FORMAT, other);

      g_assert_true ((draft != NULL) == g_hash_table_contains (typed, &other));

      if (draft == NULL)
        continue;

      g_assert_cmpint (chart_test_get_id (draft->session), ==, other);
      g_assert_cmpstr (draft->session->notes, ==, mark);
    }
}

/* A label that is seen and says both. */
static gboolean
is_said (GtkWidget  *root,
         const char *one,
         const char *other)
{
  GtkWidget *label;

  for (guint i = 0; (label = clinic_display_find_type (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      const char *text = gtk_label_get_text (GTK_LABEL (label));

      if (strstr (text, one) != NULL && strstr (text, other) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What can be read when the pointer rests on it. */
static GtkWidget *
find_advised (GtkWidget  *root,
              const char *words)
{
  GtkWidget *box;

  for (guint i = 0; (box = clinic_display_find_type (root, GTK_TYPE_BOX, i)) != NULL; i++)
    {
      const char *tip = gtk_widget_get_tooltip_text (box);

      if (tip != NULL && strstr (tip, words) != NULL)
        return box;
    }

  return NULL;
}

/* What is never expected stands above the chart with what to do about it, and again at the zone it began in: not at
 * another. */
static void
test_red_flag (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO reaction (id, version, patient_id, zone, reaction_kind_id, grade, onset)"
                     " SELECT 42, 1, s.patient_id, 'vertex', k.id, 2, '2026-11-10T10:00' FROM session s, reaction_kind k"
                     " WHERE s.id = %" G_GINT64_FORMAT " AND k.code = 'late_nodules'", session);
  GtkWidget *page;

  clinic_display_run_sql (desk, sql);
  page = chart_test_open_chart (desk, session);
  g_assert_true (is_said (page, "Red flag: ", "Nodules weeks later since "));
  g_assert_nonnull (find_advised (page, "atypical mycobacteria"));
  clinic_display_press ("3");
  chart_test_wait_for_rules (desk);
  clinic_display_settle (desk);
  g_assert_false (is_said (page, "Vertex: Nodules weeks later", "began here"));
  clinic_chart_model_fill_zone (chart_test_get_model (page), "vertex");
  chart_test_wait_for_rules (desk);
  clinic_display_settle (desk);
  g_assert_true (is_said (page, "Vertex: Nodules weeks later", "began here"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "red-flag");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/safety/first-load", "practitioner", test_first_load);
  clinic_display_add ("/chart/safety/later-load", "practitioner", test_later_load);
  clinic_display_add ("/chart/safety/all-is-watched", "practitioner", test_all_is_watched);
  clinic_display_add ("/chart/safety/pregnancy", "practitioner", test_pregnancy);
  clinic_display_add ("/chart/safety/allergies", "practitioner", test_allergies);
  clinic_display_add ("/chart/safety/red-flag", "practitioner", test_red_flag);
  clinic_display_add ("/chart/safety/check-in", "practitioner", test_check_in);
  clinic_display_add ("/chart/safety/check-in-keys", "practitioner", test_check_in_by_keys);
  clinic_display_add ("/chart/safety/check-in-says-all", "practitioner", test_check_in_says_all);
  clinic_display_add ("/chart/safety/also-today", "practitioner", test_also_today);
  clinic_display_add ("/chart/safety/switching", "practitioner", test_switching);

  return g_test_run ();
}

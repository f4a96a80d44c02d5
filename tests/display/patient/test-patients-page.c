/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-act.h"
#include "clinic-display.h"
#include "clinic-patient-browse.h"
#include "clinic-patient-line.h"
#include "clinic-patient-sift.h"
#include "clinic-patient-table.h"
#include "clinic-patients-page.h"
#include "clinic-register.h"

static GtkWidget *
show_page (ClinicDesk *desk)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_PATIENTS_PAGE, "desk", desk, NULL);

  clinic_display_show (page);

  return page;
}

static ClinicPatientTable *
get_table (GtkWidget *page)
{
  return CLINIC_PATIENT_TABLE (gtk_widget_get_template_child (page, CLINIC_TYPE_PATIENTS_PAGE,
                                                              "table"));
}

static guint
count (GtkWidget *page)
{
  return g_list_model_get_n_items (clinic_patient_table_get_model (get_table (page)));
}

static ClinicPatientLine *
get_line (GtkWidget *page,
          guint      position)
{
  return g_list_model_get_item (clinic_patient_table_get_model (get_table (page)), position);
}

static void
click (GtkWidget  *page,
       const char *name,
       ClinicDesk *desk)
{
  GtkWidget *button = clinic_display_find (page, name);

  g_assert_nonnull (button);

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");

  clinic_display_settle (desk);
}

static const char *
get_view (GtkWidget *page)
{
  GtkWidget *stack = clinic_display_find (page, "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* Each line is named as it stands in the list: loads all of them. */
static void
load_all (GtkWidget  *page,
          ClinicDesk *desk)
{
  for (guint i = 0; i < count (page); i++)
    g_object_unref (get_line (page, i));

  clinic_display_settle (desk);
}

/* The head of a column; NULL while it is not shown. */
static GtkWidget *
find_head (GtkWidget  *root,
           const char *column)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (root, "spread-head") &&
      g_str_equal (gtk_widget_get_name (root), column))
    return gtk_widget_get_mapped (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_head (child, column);

  return found;
}

/* By the pointer, as often as it takes: up comes before down. */
static void
sort (GtkWidget   *page,
      ClinicDesk  *desk,
      const char  *column,
      GtkSortType  direction)
{
  clinic_display_click (find_head (page, column));

  if (direction == GTK_SORT_DESCENDING)
    clinic_display_click (find_head (page, column));

  load_all (page, desk);
}

static GtkSingleSelection *
get_selection (GtkWidget *page)
{
  GtkWidget *view = clinic_display_find (page, "view");

  /* Those who are found have a list of their own. */
  if (!gtk_widget_get_mapped (view))
    view = clinic_display_find (page, "found");

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static void
check_order (GtkWidget  *page,
             const char *property,
             gboolean    descending)
{
  g_autofree char *before = NULL;
  gboolean ended = FALSE;

  g_assert_cmpuint (count (page), >, 40);

  for (guint i = 0; i < count (page); i++)
    {
      g_autoptr(ClinicPatientLine) line = get_line (page, i);
      g_autofree char *value = NULL;

      g_object_get (line, property, &value, NULL);
      g_assert_false (ended && value != NULL);
      ended = value == NULL;

      if (value != NULL && before != NULL && descending)
        g_assert_cmpstr (value, <=, before);
      else if (value != NULL && before != NULL)
        g_assert_cmpstr (value, >=, before);

      g_free (before);
      before = g_steal_pointer (&value);
    }
}

static void
test_lists (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  g_autoptr(ClinicPatientLine) first = get_line (page, 0);

  g_assert_cmpuint (count (page), >, 40);
  g_assert_nonnull (first->family_name);
  g_assert_nonnull (first->file_number);
  g_assert_cmpstr (get_view (page), ==, "list");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients");
  clinic_display_check (page);
}

static void
test_sorts (ClinicDesk *desk)
{
  static const struct
  {
    const char *column;
    const char *property;
  } cases[] = {
    { "number", "file-number" }, { "birth", "birth-date" }, { "last", "last-visit" },
    { "next", "next-visit" },
  };
  GtkWidget *page = show_page (desk);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sort (page, desk, cases[i].column, GTK_SORT_ASCENDING);
      check_order (page, cases[i].property, FALSE);

      /* From another column: each begins with up. */
      sort (page, desk, "name", GTK_SORT_ASCENDING);
      sort (page, desk, cases[i].column, GTK_SORT_DESCENDING);
      check_order (page, cases[i].property, TRUE);
    }

  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-sorted");
}

static void
check_all (GtkWidget  *page,
           ClinicDesk *desk,
           gboolean (* fits)(ClinicPatientLine *line))
{
  load_all (page, desk);

  for (guint i = 0; i < count (page); i++)
    {
      g_autoptr(ClinicPatientLine) line = get_line (page, i);

      g_assert_true (fits (line));
    }
}

static gboolean
is_booked (ClinicPatientLine *line)
{
  return line->next_visit != NULL;
}

static gboolean
is_not_booked (ClinicPatientLine *line)
{
  return line->next_visit == NULL;
}

static gboolean
is_female_in_course (ClinicPatientLine *line)
{
  return g_str_equal (line->sex, "F") && line->courses > 0;
}

static gboolean
has_allergy (ClinicPatientLine *line)
{
  return line->allergies > 0;
}

static void
test_filters (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  guint all = count (page);
  guint booked;

  click (page, "booked", desk);
  booked = count (page);
  g_assert_cmpuint (booked, >, 0);
  check_all (page, desk, is_booked);

  /* One excludes the other; together they are all. */
  click (page, "unbooked", desk);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (clinic_display_find (page,
                                                                                        "booked"))));
  g_assert_cmpuint (booked + count (page), ==, all);
  check_all (page, desk, is_not_booked);

  click (page, "clear", desk);
  g_assert_cmpuint (count (page), ==, all);
  g_assert_null (clinic_display_find (page, "clear"));

  click (page, "female", desk);
  click (page, "course", desk);
  g_assert_cmpuint (count (page), >, 0);
  g_assert_cmpuint (count (page), <, all);
  check_all (page, desk, is_female_in_course);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-sifted");
  click (page, "clear", desk);

  click (page, "allergies", desk);
  g_assert_cmpuint (count (page), <, all);
  check_all (page, desk, has_allergy);
  click (page, "archived", desk);
  click (page, "booked", desk);
  g_assert_cmpuint (count (page), ==, 0);
  g_assert_cmpstr (get_view (page), ==, "sifted");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-nobody-fits");
  click (page, "clear_button", desk);
  g_assert_cmpuint (count (page), ==, all);
}

/* Typing anywhere searches; the arrow goes to the list, Enter opens. */
static void
test_searches (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *entry = clinic_display_find (page, "entry");
  guint all = count (page);
  g_autoptr(ClinicPatientLine) wanted = get_line (page, 7);
  g_autofree char *number = g_strdup (wanted->file_number);
  g_autofree char *opened = NULL;
  g_autofree char *expected =
    g_strdup_printf ("win.open-patient %" G_GINT64_FORMAT,
                     clinic_record_get_id (CLINIC_RECORD (wanted)));

  gtk_widget_grab_focus (GTK_WIDGET (get_table (page)));
  clinic_display_type (number);
  clinic_display_settle (desk);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, number);
  g_assert_cmpuint (count (page), >=, 1);
  g_assert_cmpuint (count (page), <, all);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-found");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  opened = clinic_display_last_action ();
  g_assert_cmpstr (opened, ==, expected);

  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_cmpuint (count (page), ==, all);
}

/* It is not taken down for a search, and shows no one found by the search before. */
static void
test_a_search_leaves_the_list_where_it_was (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *all = clinic_display_find (page, "view");
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (all));
  guint n = count (page);
  g_autoptr(ClinicPatientLine) line = get_line (page, 0);
  g_autofree char *number = g_strdup (line->file_number);

  gtk_widget_grab_focus (GTK_WIDGET (get_table (page)));
  gtk_adjustment_set_value (place, 300);
  clinic_display_settle (desk);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 300);
  clinic_display_type (number);
  clinic_display_settle (desk);
  g_assert_false (gtk_widget_get_mapped (all));
  g_assert_cmpuint (count (page), <, n);

  clinic_display_press ("Escape");
  g_assert_true (gtk_widget_get_mapped (all));
  g_assert_cmpuint (count (page), ==, n);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 300);

  /* Before it is known who is found nobody else is. */
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find_type (page, GTK_TYPE_SEARCH_ENTRY, 0)), "qqxyzzy");
  g_assert_true (gtk_widget_get_mapped (all));
  clinic_display_settle (desk);
  g_assert_cmpstr (get_view (page), ==, "nobody");
}

/* Enter that comes before what is found opens who is found, not who is listed until then. */
static void
test_enter_in_haste_opens_who_is_found (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *entry = clinic_display_find (page, "entry");
  g_autoptr(ClinicPatientLine) wanted = get_line (page, 7);
  g_autofree char *opened = NULL;
  g_autofree char *expected = g_strdup_printf ("win.open-patient %" G_GINT64_FORMAT,
                                               clinic_record_get_id (CLINIC_RECORD (wanted)));

  gtk_editable_set_text (GTK_EDITABLE (entry), wanted->file_number);
  g_signal_emit_by_name (entry, "activate");
  clinic_display_settle (desk);
  opened = clinic_display_last_action ();
  g_assert_cmpstr (opened, ==, expected);
}

static void
test_nobody_found (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  g_autofree char *asked = NULL;

  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_type ("qqxyzzy");
  clinic_display_settle (desk);
  g_assert_cmpstr (get_view (page), ==, "nobody");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-nobody");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  asked = clinic_display_last_action ();
  g_assert_cmpstr (asked, ==, "win.register 'qqxyzzy'");
}

static void
test_keys (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  g_autoptr(ClinicPatientLine) first = get_line (page, 0);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (first));
  g_autofree char *opened = NULL;
  g_autofree char *window = NULL;
  g_autofree char *expected = g_strdup_printf ("win.open-patient %" G_GINT64_FORMAT, id);
  g_autofree char *expected_window = g_strdup_printf ("win.open-patient-window %" G_GINT64_FORMAT,
                                                      id);

  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("Down Home Return");
  clinic_display_settle (desk);
  opened = clinic_display_last_action ();
  g_assert_cmpstr (opened, ==, expected);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  window = clinic_display_last_action ();
  g_assert_cmpstr (window, ==, expected_window);

  clinic_display_press ("shift+F10");
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-menu");
  clinic_display_press ("Escape");
}

static void
drag_end_of (GtkWidget *heads,
             GtkWidget *head,
             int        by)
{
  graphene_rect_t bounds;
  double x;

  g_assert_true (gtk_widget_compute_bounds (head, heads, &bounds));
  x = bounds.origin.x + bounds.size.width - 1;
  clinic_display_drag (heads, x, bounds.size.height / 2, x + by, bounds.size.height / 2);
}

static void
test_columns (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *head;
  GtkWidget *heads;
  int width;

  g_assert_null (find_head (page, "email"));
  gtk_widget_activate_action (page, "columns.email", NULL);
  clinic_display_settle (desk);
  head = find_head (page, "email");
  g_assert_nonnull (head);

  /* Its end is dragged. */
  heads = gtk_widget_get_parent (head);
  width = gtk_widget_get_width (head);
  drag_end_of (heads, head, 60);
  g_assert_cmpint (gtk_widget_get_width (head), ==, width + 60);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-columns");

  gtk_widget_activate_action (page, "columns.email", NULL);
  clinic_display_settle (desk);
  g_assert_null (find_head (page, "email"));
}

/* But for whom was put away: those are looked at, and not left in the list. */
static void
test_is_as_it_was_left (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  ClinicPatientSift sift = { 0 };
  guint n;

  sort (page, desk, "birth", GTK_SORT_DESCENDING);
  click (page, "No next visit", desk);
  n = count (page);
  click (page, "Archived", desk);
  g_assert_cmpuint (count (page), <, n);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));

  page = show_page (desk);
  clinic_display_settle (desk);
  g_assert_cmpuint (count (page), ==, n);
  clinic_patient_table_get_sort (get_table (page), &sift);
  g_assert_cmpint (sift.sort, ==, CLINIC_SORT_BIRTH);
  g_assert_true (sift.descending);
  check_all (page, desk, is_not_booked);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-left");
  click (page, "Clear all", desk);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  page = show_page (desk);
  clinic_display_settle (desk);
  g_assert_cmpuint (count (page), >, n);
}

static gint64
find_unbooked (GtkWidget *page)
{
  for (guint i = 0; i < count (page); i++)
    {
      g_autoptr(ClinicPatientLine) line = get_line (page, i);

      if (line->next_visit == NULL && line->last_visit != NULL)
        {
          gtk_single_selection_set_selected (get_selection (page), i);

          return clinic_record_get_id (CLINIC_RECORD (line));
        }
    }

  g_assert_not_reached ();
}

static void
test_archives (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  guint all = count (page);
  gint64 id;

  load_all (page, desk);
  id = find_unbooked (page);
  gtk_widget_activate_action (GTK_WIDGET (get_table (page)), "line.archive", NULL);
  clinic_display_settle (desk);
  g_assert_cmpuint (count (page), ==, all - 1);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-archived");

  click (page, "archived", desk);

  for (guint i = 0; i < count (page); i++)
    {
      g_autoptr(ClinicPatientLine) line = get_line (page, i);

      if (clinic_record_get_id (CLINIC_RECORD (line)) == id)
        gtk_single_selection_set_selected (get_selection (page), i);
    }

  gtk_widget_activate_action (GTK_WIDGET (get_table (page)), "line.restore", NULL);
  clinic_display_settle (desk);
  click (page, "archived", desk);
  g_assert_cmpuint (count (page), ==, all);
}

static void
test_empty (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);

  g_assert_cmpstr (get_view (page), ==, "empty");
  clinic_display_check (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-empty");
}

static gpointer
register_long (ClinicAct  *act,
               gpointer    data,
               GError    **error)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();

  g_object_set (patient,
                "family-name", "Baumgartner de Montoya-Wolfeschlegelsteinhausenberg",
                "given-name", "Maximiliana Bartholomea Konstantina von der Hohen",
                "mobile", "+43 664 1234567890", NULL);

  return clinic_patient_register (act, patient, error) != 0 ? g_object_ref (patient) : NULL;
}

static void
registered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) patient = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL,
                                                       &error);

  g_assert_no_error (error);
}

/* Registered elsewhere while the list is shown; with long names, and from right to left. */
static void
test_follows (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  guint all = count (page);

  clinic_desk_run_async (desk, register_long, NULL, NULL, g_object_unref, registered_cb, NULL);
  clinic_display_settle (desk);
  g_assert_cmpuint (count (page), ==, all + 1);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-long");

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patients-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static gboolean
is_browsed (gpointer browse)
{
  return !clinic_patient_browse_get_loading (browse);
}

static void
test_patients_are_listed_without_a_window (ClinicDesk *desk)
{
  g_autoptr(ClinicPatientBrowse) browse = clinic_patient_browse_new ();
  ClinicPatientSift everybody = { 0 };
  ClinicPatientSift archived = { .archived = TRUE };

  clinic_patient_browse_set_desk (browse, desk);
  clinic_patient_browse_set_sift (browse, &everybody);
  clinic_display_wait (is_browsed, browse);
  g_assert_cmpuint (clinic_patient_browse_count (browse), ==, 59);
  g_assert_cmpstr (clinic_patient_browse_get_view (browse), ==, "list");

  clinic_patient_browse_set_typed (browse, "nobody is called that");
  clinic_display_wait (is_browsed, browse);
  clinic_display_settle (desk);
  g_assert_cmpstr (clinic_patient_browse_get_view (browse), ==, "nobody");

  /* The other list is there only once its first lines are. */
  clinic_patient_browse_set_typed (browse, "");
  g_assert_cmpuint (clinic_patient_browse_count (browse), ==, 59);
  clinic_patient_browse_set_sift (browse, &archived);
  g_assert_cmpuint (clinic_patient_browse_count (browse), ==, 59);
  clinic_display_wait (is_browsed, browse);
  g_assert_cmpuint (clinic_patient_browse_count (browse), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/patients-page/lists", "receptionist", test_lists);
  clinic_display_add ("/patients-page/sorts", "receptionist", test_sorts);
  clinic_display_add ("/patients-page/filters", "receptionist", test_filters);
  clinic_display_add ("/patients-page/searches", "receptionist", test_searches);
  clinic_display_add ("/patients-page/search-and-back", "receptionist", test_a_search_leaves_the_list_where_it_was);
  clinic_display_add ("/patients-page/search-in-haste", "receptionist", test_enter_in_haste_opens_who_is_found);
  clinic_display_add ("/patients-page/nobody-found", "receptionist", test_nobody_found);
  clinic_display_add ("/patients-page/keys", "owner", test_keys);
  clinic_display_add ("/patients-page/columns", "owner", test_columns);
  clinic_display_add ("/patients-page/as-it-was-left", "owner", test_is_as_it_was_left);
  clinic_display_add ("/patients-page/archives", "owner", test_archives);
  clinic_display_add ("/patients-page/follows", "owner", test_follows);
  clinic_display_add_empty ("/patients-page/empty", test_empty);

  clinic_display_add ("/patients-page/patients-are-listed-without-a-window", "owner",
                      test_patients_are_listed_without_a_window);

  return g_test_run ();
}

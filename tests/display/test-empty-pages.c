/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-cocktails-page.h"
#include "clinic-course-window.h"
#include "clinic-display.h"
#include "clinic-patient.h"
#include "clinic-report-form.h"
#include "clinic-reports-page.h"
#include "clinic-store.h"
#include "clinic-today-rows.h"

/* Where there is nothing, a page says what it is for and has the button that begins it. */

#define FOLDER "/org/anagen/Anagen/ui/"

/* The titles of those without one, and why they have none. */
static const struct
{
  const char *title;
  const char *reason;
} without[] = {
  { "A whole course at once", "the form beside it is what is to be filled in" },
  { "No changes on record", "it fills by itself, with whatever is done with the record" },
  { "Nothing was injected here before", "it lists what was; nothing can be added afterwards" },
  { "Nobody to call", "that is how it should be; calls come of reactions" },
  { "No such time zone", "the search above it goes on taking words" },
};

typedef struct
{
  const char *file;
  guint       depth;
  guint       page;             /* depth of the status page one is in; 0: in none */
  guint       button;           /* of the button in it */
  gboolean    starts;           /* a button that does something */
  gboolean    titled;           /* what comes is the title */
  char       *title;
  guint       n_pages;
  guint       n_without;
} Walk;

static const char *
get_value (const char **names,
           const char **values,
           const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], name) == 0)
        return values[i];
    }

  return "";
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Walk *self = user_data;
  const char *name = get_value (names, values, "name");

  self->depth++;

  if (strcmp (element, "object") == 0)
    {
      const char *class_name = get_value (names, values, "class");

      if (strcmp (class_name, "AdwStatusPage") == 0)
        {
          self->page = self->depth;
          self->starts = FALSE;
        }
      else if (self->page != 0 && g_str_has_suffix (class_name, "Button"))
        self->button = self->depth;
    }

  if (self->button != 0 && (strcmp (name, "action-name") == 0 || strcmp (name, "clicked") == 0))
    self->starts = TRUE;

  self->titled = self->page != 0 && self->depth == self->page + 1 && strcmp (name, "title") == 0;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Walk *self = user_data;

  if (!self->titled)
    return;

  g_free (self->title);
  self->title = g_strndup (text, length);
  self->titled = FALSE;
}

static gboolean
may_be_without (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      if (g_strcmp0 (without[i].title, title) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *element,
        gpointer              user_data,
        GError              **error)
{
  Walk *self = user_data;

  if (self->depth == self->button)
    self->button = 0;

  if (self->depth == self->page)
    {
      self->page = 0;
      self->n_pages++;
      self->n_without += !self->starts;

      if (self->starts == may_be_without (self->title))
        {
          g_test_message ("%s: “%s” %s", self->file, self->title,
                          self->starts ? "has a button; take it off the list"
                                       : "has no button that begins anything");
          g_test_fail ();
        }

      g_clear_pointer (&self->title, g_free);
    }

  self->depth--;
}

static void
test_empty_pages_lead_on (void)
{
  const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  g_auto(GStrv) files = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  Walk self = { 0 };

  g_assert_nonnull (files);

  for (char **file = files; *file != NULL; file++)
    {
      g_autofree char *path = g_strconcat (FOLDER, *file, NULL);
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr(GMarkupParseContext) context = NULL;
      g_autoptr(GError) error = NULL;

      if (bytes == NULL || !g_str_has_suffix (*file, ".ui"))
        continue;

      self.file = *file;
      context = g_markup_parse_context_new (&parser, 0, &self, NULL);
      g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (self.n_pages, >, 20);
  g_assert_cmpuint (self.n_without, ==, G_N_ELEMENTS (without));
}

/* Past the program: there is no way there for a person. */
static void
empty_table (ClinicDesk *desk,
             const char *table)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s", table);

  clinic_display_run_sql (desk, sql);
}

static void
assert_last_action (const char *wanted)
{
  g_autofree char *last = clinic_display_last_action ();

  g_assert_cmpstr (last, ==, wanted);
}

static void
test_clinic_without_ingredients (ClinicDesk *desk)
{
  GtkWidget *page;

  empty_table (desk, "component");
  empty_table (desk, "ingredient");
  page = clinic_cocktails_page_new (desk);
  clinic_display_show (page);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (clinic_display_find_type (page, ADW_TYPE_VIEW_STACK, 0)),
                                         "ingredients");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (page, "No ingredients yet"));
  clinic_display_check (page);
  clinic_display_picture (page, "empty-ingredients");
  clinic_display_click (clinic_display_find (page, "New ingredient…"));
  g_assert_cmpstr (gtk_window_get_title (clinic_display_top ()), ==, "New ingredient");
}

static void
test_cocktail_that_is_not_found (ClinicDesk *desk)
{
  GtkWidget *page = clinic_cocktails_page_new (desk);

  clinic_display_show (page);
  gtk_widget_grab_focus (clinic_display_find (page, "search"));
  clinic_display_type ("zzz");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (page, "No cocktail found"));
  clinic_display_picture (page, "empty-cocktail-search");
  clinic_display_click (clinic_display_find (page, "Show all cocktails"));
  clinic_display_settle (desk);
  g_assert_null (clinic_display_find_text (page, "No cocktail found"));
  g_assert_nonnull (clinic_display_find (page, "composition"));
}

static gint64
find_patient (ClinicDesk *desk)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) patients = clinic_store_list_by (db, CLINIC_TYPE_PATIENT, NULL, 0, NULL);

  return clinic_record_get_id (patients->pdata[0]);
}

static void
test_course_without_a_protocol (ClinicDesk *desk)
{
  GtkWidget *opener = gtk_label_new ("below");
  GtkWidget *window;
  g_autofree char *words = NULL;

  empty_table (desk, "phase");
  empty_table (desk, "protocol");
  clinic_display_show (opener);
  clinic_course_window_present (opener, desk, find_patient (desk), NULL);
  window = GTK_WIDGET (clinic_display_top ());
  g_assert_nonnull (clinic_display_find_text (window, "No protocol to plan from"));
  clinic_display_picture (window, "empty-protocols");
  clinic_display_click (clinic_display_find (window, "Book one visit…"));
  clinic_display_settle (desk);
  words = g_strdup_printf ("win.book (%" G_GINT64_FORMAT ", '')", find_patient (desk));
  assert_last_action (words);
  g_assert_false (CLINIC_IS_COURSE_WINDOW (clinic_display_top ()));
}

static void
test_rows_of_today_say_when_there_are_any (ClinicDesk *desk)
{
  GtkWidget *opener = gtk_label_new ("below");
  GtkWidget *window;

  clinic_display_show (opener);
  clinic_today_rows_present (opener, desk, "courses", 0);
  clinic_display_settle (desk);
  window = GTK_WIDGET (clinic_display_top ());
  g_assert_nonnull (clinic_display_find_text (window, "No course is running. “Plan a course…” in a "
                                              "patient’s record books one."));
  clinic_display_check (window);
  clinic_display_picture (window, "empty-rows");
  clinic_display_click (clinic_display_find (window, "Close"));
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_TODAY_ROWS (clinic_display_top ()));
}

static void
test_reports_that_are_not_open (ClinicDesk *desk)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_REPORTS_PAGE, "desk", desk, NULL);

  clinic_display_show (page);
  clinic_display_click (clinic_display_find (page, "Go to Today"));
  assert_last_action ("win.go 'today'");
}

static gboolean
has_no_answer (gpointer page)
{
  return clinic_display_find_text (page, "Something is missing") != NULL;
}

static gboolean
has_answer (gpointer page)
{
  return !has_no_answer (page);
}

/* The button leads to what is to be answered. */
static void
test_report_that_misses_an_answer (ClinicDesk *desk)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_REPORTS_PAGE, "desk", desk, NULL);

  clinic_display_show (page);
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  clinic_display_settle (desk);
  clinic_report_form_answer (CLINIC_REPORT_FORM (clinic_display_find (page, "form")), "threshold",
                             "5000");
  clinic_display_wait (has_no_answer, page);
  clinic_display_picture (page, "empty-answer");
  clinic_display_click (clinic_display_find (page, "Fill it in"));
  clinic_display_press ("ctrl+a");
  clinic_display_type ("12");
  clinic_display_wait (has_answer, page);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  g_test_add_func ("/empty-pages/lead-on", test_empty_pages_lead_on);
  clinic_display_add_empty ("/empty-pages/ingredients", test_clinic_without_ingredients);
  clinic_display_add ("/empty-pages/cocktail-search", "practitioner",
                      test_cocktail_that_is_not_found);
  clinic_display_add ("/empty-pages/course", "receptionist", test_course_without_a_protocol);
  clinic_display_add_empty ("/empty-pages/rows", test_rows_of_today_say_when_there_are_any);
  clinic_display_add ("/empty-pages/reports", "receptionist", test_reports_that_are_not_open);
  clinic_display_add ("/empty-pages/answer", "owner", test_report_that_misses_an_answer);

  return g_test_run ();
}

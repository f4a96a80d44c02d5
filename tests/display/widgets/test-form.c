/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-form.h"
#include "clinic-patient.h"

static const char page[] =
  "<interface><object class='AdwPreferencesGroup' id='group'>"
  "<child><object class='AdwEntryRow' id='family_name'/></child>"
  "<child><object class='AdwEntryRow' id='given_name'/></child>"
  "<child><object class='AdwEntryRow' id='birth_date'/></child>"
  "<child><object class='AdwEntryRow' id='email'/></child>"
  "<child><object class='AdwEntryRow' id='mobile'/></child>"
  "<child><object class='AdwComboRow' id='sex'/></child>"
  "<child><object class='GtkTextView' id='notes'/></child>"
  "</object></interface>";

typedef struct
{
  GtkBuilder    *builder;
  GtkWidget     *group;
  ClinicForm    *form;
  ClinicPatient *draft;
} Page;

static Page
make_page (ClinicDesk *desk)
{
  Page made = { gtk_builder_new_from_string (page, -1), NULL, NULL, NULL };

  made.group = GTK_WIDGET (gtk_builder_get_object (made.builder, "group"));
  made.form = clinic_form_new (made.group, CLINIC_TYPE_PATIENT);
  made.draft = g_object_new (CLINIC_TYPE_PATIENT, "file-number", "P1", "family-name", "Örnek",
                             "birth-date", "1984-05-31", "sex", "F", NULL);
  clinic_form_set_record (made.form, CLINIC_RECORD (made.draft), clinic_desk_get_today (desk));
  clinic_display_show (made.group);

  return made;
}

static void
drop_page (Page *made)
{
  g_clear_object (&made->form);
  g_clear_object (&made->draft);
  g_clear_object (&made->builder);
}

static GtkWidget *
get_child (Page       *made,
           const char *name)
{
  return GTK_WIDGET (gtk_builder_get_object (made->builder, name));
}

static void
set_text (Page       *made,
          const char *name,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (made, name)), text);
}

static const char *
get_text (Page       *made,
          const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_child (made, name)));
}

static void
test_form_shows_and_takes (ClinicDesk *desk)
{
  Page made = make_page (desk);
  GtkWidget *notes = get_child (&made, "notes");

  g_assert_cmpstr (get_text (&made, "family_name"), ==, "Örnek");
  g_assert_cmpstr (get_text (&made, "birth_date"), ==, "31.05.1984");
  g_assert_cmpstr (get_text (&made, "given_name"), ==, "");
  g_assert_false (clinic_form_get_changed (made.form));

  set_text (&made, "given_name", "Ayşe");
  set_text (&made, "birth_date", "1.6.84");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (&made, "sex")), 2);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (notes)), "one\ntwo", -1);

  g_assert_cmpstr (made.draft->given_name, ==, "Ayşe");
  g_assert_cmpstr (made.draft->birth_date, ==, "1984-06-01");
  g_assert_cmpstr (made.draft->sex, ==, "M");
  g_assert_cmpstr (made.draft->notes, ==, "one\ntwo");
  g_assert_true (clinic_form_get_changed (made.form));

  set_text (&made, "given_name", "");
  g_assert_null (made.draft->given_name);
  drop_page (&made);
}

static void
test_record_that_changes_is_shown (ClinicDesk *desk)
{
  Page made = make_page (desk);

  g_object_set (made.draft, "family-name", "Beispiel", "birth-date", NULL, NULL);
  g_assert_cmpstr (get_text (&made, "family_name"), ==, "Beispiel");
  g_assert_cmpstr (get_text (&made, "birth_date"), ==, "");
  drop_page (&made);
}

static void
test_what_cannot_be_is_marked_and_kept (ClinicDesk *desk)
{
  Page made = make_page (desk);
  g_autoptr(GError) error = NULL;
  GtkWidget *row = get_child (&made, "birth_date");

  set_text (&made, "birth_date", "31.02.1984");
  g_assert_cmpstr (made.draft->birth_date, !=, "1984-02-31");
  g_assert_false (clinic_form_validate (made.form, "2026-11-21", &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (get_text (&made, "birth_date"), ==, "31.02.1984");
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_widget_get_next_sibling (row)));
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_next_sibling (row),
                                           "clinic-field-problem"));

  set_text (&made, "birth_date", "29.02.1984");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_true (clinic_form_validate (made.form, "2026-11-21", NULL));
  drop_page (&made);
}

static void
test_rule_of_the_record_is_shown_at_its_row (ClinicDesk *desk)
{
  Page made = make_page (desk);
  g_autoptr(GError) error = NULL;

  set_text (&made, "family_name", "");
  g_assert_false (clinic_form_validate (made.form, "2026-11-21", &error));
  g_assert_true (gtk_widget_has_css_class (get_child (&made, "family_name"),
                                           "error"));
  drop_page (&made);
}

static void
test_form_may_go_before_its_widgets (ClinicDesk *desk)
{
  Page made = make_page (desk);

  drop_page (&made);
}

/* Where something in a text stands, from the left. */
static int
get_place (GtkText    *text,
           const char *what)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (text), gtk_editable_get_text (GTK_EDITABLE (text)));
  PangoRectangle at;

  pango_layout_index_to_pos (layout, strstr (pango_layout_get_text (layout), what) - pango_layout_get_text (layout), &at);

  return at.x;
}

/* "+90 212 555" would read "555 212 90+". */
static void
test_number_keeps_its_order_from_right_to_left (ClinicDesk *desk)
{
  Page made;
  GtkText *text;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  made = make_page (desk);
  set_text (&made, "mobile", "+90 212 555");
  text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (get_child (&made, "mobile"))));
  g_assert_cmpint (get_place (text, "90"), <, get_place (text, "212"));
  g_assert_cmpint (get_place (text, "212"), <, get_place (text, "555"));
  clinic_display_picture (made.group, "form-rtl");
  drop_page (&made);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_left_row_is_written_out (ClinicDesk *desk)
{
  Page made = make_page (desk);

  gtk_widget_grab_focus (get_child (&made, "birth_date"));
  clinic_display_press ("ctrl+a");
  clinic_display_type ("010685");
  clinic_display_press ("Tab");
  g_assert_cmpstr (get_text (&made, "birth_date"), ==, "01.06.1985");
  g_assert_cmpstr (made.draft->birth_date, ==, "1985-06-01");
  drop_page (&made);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/form/shows-and-takes", test_form_shows_and_takes);
  clinic_display_add_empty ("/form/record-that-changes-is-shown",
                            test_record_that_changes_is_shown);
  clinic_display_add_empty ("/form/what-cannot-be-is-marked-and-kept",
                            test_what_cannot_be_is_marked_and_kept);
  clinic_display_add_empty ("/form/rule-of-the-record-is-shown-at-its-row",
                            test_rule_of_the_record_is_shown_at_its_row);
  clinic_display_add_empty ("/form/may-go-before-its-widgets",
                            test_form_may_go_before_its_widgets);
  clinic_display_add_empty ("/form/number-keeps-its-order-from-right-to-left",
                            test_number_keeps_its_order_from_right_to_left);
  clinic_display_add_empty ("/form/left-row-is-written-out", test_left_row_is_written_out);

  return g_test_run ();
}

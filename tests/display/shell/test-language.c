/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-display.h"
#include "clinic-record-types.h"
#include "clinic-store.h"
#include "clinic-window.h"

/* Run in a language in which each text that can be translated stands in brackets: what is seen
 * without them is a date, a figure, something of the clinic's own, or was forgotten. */

#define MARK "⟦"

/* Texts that are the same everywhere. */
static const char * const names[] = {
  "Anagen", "English", "Türkçe", "Deutsch", "العربية", "Français", "Español", "UTC", "Europe/",
  "Mo-Fr", ".anagen", "µl", "ml", "mm", "mg", "cm²", "%", "AM", "PM",
  /* GTK's own, which has catalogues of its own */
  "Minimize", "Maximize", "Close", "Shortcuts", "Clear entry",
};

typedef struct
{
  GString *data;        /* every text that the clinic holds */
  guint    n_seen;
  guint    n_forgotten;
} Look;

static gboolean
is_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

/* "Mon 23 Nov", "09:30": made by strftime, which has its own translations. */
static gboolean
is_time (const char *text)
{
  return g_regex_match_simple ("^[0-9 .,:–/-]*((Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?"
                               "|Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?"
                               "|Sep(tember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?|[MTWFS]|[0-9 .,:–/-])+$",
                               text, 0, 0);
}

/* Nothing but names: "comment" has a unit in it and is a word all the same. */
static gboolean
is_name (const char *text)
{
  g_autoptr(GString) rest = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_replace (rest, names[i], "", 0);

  return !is_letter (rest->str);
}

static void
look_at_text (Look       *look,
              GtkWidget  *widget,
              const char *text)
{
  if (text == NULL || !is_letter (text))
    return;

  look->n_seen++;

  if (strstr (text, MARK) != NULL || is_time (text) || is_name (text) ||
      strstr (look->data->str, text) != NULL || g_utf8_strlen (text, -1) <= 2)
    return;

  look->n_forgotten++;
  g_test_message ("%s in %s: “%s”", G_OBJECT_TYPE_NAME (widget),
                  G_OBJECT_TYPE_NAME (gtk_widget_get_root (widget)), text);
}

/* What a screen reader says of it. */
static void
look_at_label (Look      *look,
               GtkWidget *widget)
{
  g_autofree char *label = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return;

  /* What it is instead of this. */
  label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
  look_at_text (look, widget, label);
}

static void
look_at_all (Look      *look,
             GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  /* The names of keys are GTK's. */
  if (gtk_widget_has_css_class (widget, "keycap"))
    return;

  if (GTK_IS_LABEL (widget))
    look_at_text (look, widget, gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    look_at_text (look, widget, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_TEXT (widget))
    look_at_text (look, widget, gtk_text_get_placeholder_text (GTK_TEXT (widget)));

  look_at_text (look, widget, gtk_widget_get_tooltip_text (widget));
  look_at_label (look, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at_all (look, child);
}

static gboolean
take_texts (ClinicRecord  *record,
            gpointer       user_data,
            GError       **error)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].storage == CLINIC_TEXT)
        {
          const char *text = clinic_record_get_text (record, &klass->fields[i]);

          g_string_append_printf (user_data, "%s\n", text != NULL ? text : "");
        }
    }

  return TRUE;
}

/* Names are shown in either order. */
static gboolean
take_names (ClinicRecord  *record,
            gpointer       user_data,
            GError       **error)
{
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  g_object_get (record, "given-name", &given, "family-name", &family, NULL);
  g_string_append_printf (user_data, "%s %s\n%s, %s\n", given, family, family, given);

  return TRUE;
}

static GString *
read_clinic (ClinicDesk *desk)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  GString *data = g_string_new (clinic_desk_get_location (desk));

  for (const GType *type = clinic_record_types (); *type != G_TYPE_INVALID; type++)
    clinic_store_each (db, *type, take_texts, data, NULL);

  clinic_store_each (db, g_type_from_name ("ClinicPatient"), take_names, data, NULL);

  return data;
}

static gint64
find_first (ClinicDesk *desk,
            const char *type)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, g_type_from_name (type), NULL, 0, NULL);

  return records->len > 0 ? clinic_record_get_id (records->pdata[0]) : 0;
}

static void
look_at_dialog (Look         *look,
                ClinicWindow *window,
                ClinicDesk   *desk,
                const char   *action,
                GVariant     *target)
{
  GtkWindow *dialog;

  g_test_message ("%s", action);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), action, target);
  dialog = clinic_display_top ();
  clinic_display_settle (desk);
  look_at_all (look, GTK_WIDGET (dialog));

  if (dialog != GTK_WINDOW (window))
    gtk_window_destroy (dialog);

  clinic_display_settle (desk);
}

static void
look_at_patient (Look         *look,
                 ClinicWindow *window,
                 ClinicDesk   *desk,
                 gint64        patient,
                 gint64        session)
{
  static const char * const sections[] = { "overview", "history", "courses", "sessions", "progress",
                                           "photos", "consents", "changes" };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-patient", "x", patient);
  clinic_display_settle (desk);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (clinic_window_get_page (window)), "patient.section", "s",
                                  sections[i]);
      clinic_display_settle (desk);
      look_at_all (look, GTK_WIDGET (window));
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-chart", "x", session);
  clinic_display_settle (desk);
  look_at_all (look, GTK_WIDGET (window));
  look_at_dialog (look, window, desk, "win.edit-patient", g_variant_new_int64 (patient));
  look_at_dialog (look, window, desk, "win.log-reaction",
                  g_variant_new ("(xx)", patient, G_GINT64_CONSTANT (0)));
  look_at_dialog (look, window, desk, "win.measure",
                  g_variant_new ("(xx)", patient, G_GINT64_CONSTANT (0)));
  look_at_dialog (look, window, desk, "win.check-in", g_variant_new_int64 (session));
}

static void
look_at_reports (Look         *look,
                 ClinicWindow *window,
                 ClinicDesk   *desk,
                 gint64        patient)
{
  static const char * const reports[] = { "clinic-progress", "patient-progress", "rule-overrides" };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.report", "(sx)", reports[i], patient);
      clinic_display_settle (desk);
      look_at_all (look, GTK_WIDGET (window));
    }
}

static void
look_at_windows (ClinicDesk *desk)
{
  static const char * const places[] = { "today", "agenda", "patients", "cocktails", "reports" };
  ClinicWindow *window = clinic_window_new (NULL, desk);
  Look look = { read_clinic (desk), 0, 0 };
  gint64 patient = find_first (desk, "ClinicPatient");
  gint64 session = find_first (desk, "ClinicSession");

  clinic_display_show (GTK_WIDGET (window));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", places[i]);
      clinic_display_settle (desk);
      look_at_all (&look, GTK_WIDGET (window));
    }

  if (patient != 0)
    look_at_patient (&look, window, desk, patient, session);

  look_at_dialog (&look, window, desk, "win.register", g_variant_new_string (""));
  look_at_dialog (&look, window, desk, "win.book", g_variant_new ("(xs)", patient, ""));
  look_at_dialog (&look, window, desk, "win.plan-course", g_variant_new_int64 (patient));
  look_at_dialog (&look, window, desk, "win.preferences", NULL);
  look_at_dialog (&look, window, desk, "win.search", NULL);
  look_at_dialog (&look, window, desk, "win.show-help-overlay", NULL);
  look_at_reports (&look, window, desk, patient);

  g_assert_cmpuint (look.n_seen, >, 50);
  g_assert_cmpuint (look.n_forgotten, ==, 0);
  g_string_free (look.data, TRUE);
}

static void
test_brackets_are_there (void)
{
  g_assert_cmpstr (_("Preferences"), ==, "⟦Preferences⟧");
}

/* The language is made anew from what the sources say now. */
static void
make_language (void)
{
  g_autofree char *folder = g_dir_make_tmp ("anagen-language-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "xx", "LC_MESSAGES", "anagen.mo", NULL);
  g_autofree char *script = g_build_filename (g_getenv ("ANAGEN_SOURCE_DIR"), "po", "update", NULL);
  const char * const command[] = { script, "--marked", file, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_setenv ("LANGUAGE", "xx", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int   argc,
      char *argv[])
{
  make_language ();
  clinic_display_init (&argc, &argv);

  g_test_add_func ("/language/brackets-are-there", test_brackets_are_there);
  clinic_display_add_empty ("/language/nothing-escapes-in-an-empty-clinic", look_at_windows);
  clinic_display_add ("/language/nothing-escapes-in-a-full-clinic", "owner", look_at_windows);
  clinic_display_add ("/language/nothing-escapes-at-the-reception", "receptionist", look_at_windows);
  clinic_display_add ("/language/nothing-escapes-where-one-treats", "practitioner", look_at_windows);

  return g_test_run ();
}

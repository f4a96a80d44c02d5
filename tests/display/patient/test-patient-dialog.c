/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-act.h"
#include "clinic-display.h"
#include "clinic-findings-box.h"
#include "clinic-look-alikes.h"
#include "clinic-patient-dialog.h"
#include "clinic-patient-typed.h"
#include "clinic-register.h"
#include "clinic-undo.h"

/* The dialog above a window that notes what is asked of it. */
static GtkWidget *
show_dialog (ClinicDesk *desk,
             gint64      patient,
             const char *typed)
{
  GtkWidget *child = gtk_label_new ("Below");
  GtkWindow *top;

  clinic_display_show (child);
  clinic_patient_dialog_present (child, desk, patient, typed);
  clinic_display_settle (desk);
  top = clinic_display_top ();
  g_assert_true (CLINIC_IS_PATIENT_DIALOG (top));

  return GTK_WIDGET (top);
}

static gboolean
is_open (void)
{
  return CLINIC_IS_PATIENT_DIALOG (clinic_display_top ());
}

static GtkWidget *
get_field (GtkWidget  *dialog,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, CLINIC_TYPE_PATIENT_DIALOG, name));
}

static GtkWidget *
find_field (GtkWidget  *dialog,
            const char *name)
{
  GtkWidget *field = clinic_display_find (dialog, name);

  g_assert_nonnull (field);

  return field;
}

static void
set_text (GtkWidget  *dialog,
          const char *name,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_field (dialog, name)), text);
}

static const char *
get_text (GtkWidget  *dialog,
          const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_field (dialog, name)));
}

static void
save (GtkWidget  *dialog,
      ClinicDesk *desk)
{
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  clinic_display_settle (desk);
}

/* The only patient with this family name, as the clinic has it now. */
static ClinicPatient *
find_patient (ClinicDesk *desk,
              const char *family_name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, &error);
  ClinicRecord *found;

  g_assert_no_error (error);
  found = clinic_store_find_by (db, CLINIC_TYPE_PATIENT, "family_name", family_name, &error);
  g_assert_no_error (error);

  return found != NULL ? CLINIC_PATIENT (found) : NULL;
}

static ClinicPatient *
find_nth (ClinicDesk *desk,
          guint       nth)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, &error);
  g_autoptr(GPtrArray) all = clinic_store_list_by (db, CLINIC_TYPE_PATIENT, NULL, 0, &error);

  g_assert_no_error (error);

  return g_object_ref (all->pdata[nth]);
}

typedef struct
{
  gpointer result;
  gboolean done;
} Wait;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wait *wait = user_data;
  g_autoptr(GError) error = NULL;

  wait->result = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  wait->done = TRUE;
  g_assert_no_error (error);
}

static gboolean
is_done (gpointer data)
{
  return ((Wait *) data)->done;
}

static void
run (ClinicDesk     *desk,
     ClinicDeskFunc  func,
     gpointer        data)
{
  Wait wait = { NULL, FALSE };

  clinic_desk_run_async (desk, func, data, NULL, NULL, done_cb, &wait);
  clinic_display_wait (is_done, &wait);
  clinic_display_settle (desk);
}

/* Name and telephone are enough; the keyboard is, too. */
static void
test_registers (ClinicDesk *desk)
{
  GtkWidget *dialog = show_dialog (desk, 0, "ayla yeni");
  g_autoptr(ClinicPatient) patient = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *expected = NULL;

  g_assert_cmpstr (get_text (dialog, "family_name"), ==, "Yeni");
  g_assert_cmpstr (get_text (dialog, "given_name"), ==, "Ayla");
  clinic_display_picture (dialog, "patient-dialog");
  clinic_display_check (dialog);

  gtk_widget_grab_focus (find_field (dialog, "family_name"));
  clinic_display_press ("Tab");
  clinic_display_press ("Tab");
  clinic_display_type ("31.5.84");
  g_assert_cmpstr (get_text (dialog, "birth_date"), ==, "31.5.84");
  set_text (dialog, "mobile", "+43 664 7777777");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_false (is_open ());

  patient = find_patient (desk, "Yeni");
  g_assert_nonnull (patient);
  g_assert_cmpstr (patient->birth_date, ==, "1984-05-31");
  g_assert_cmpstr (patient->file_number, !=, NULL);
  expected = g_strdup_printf ("win.open-patient %" G_GINT64_FORMAT,
                              clinic_record_get_id (CLINIC_RECORD (patient)));
  opened = clinic_display_last_action ();
  g_assert_cmpstr (opened, ==, expected);
}

/* What cannot be is marked where it was typed, and stays. */
static void
test_invalid (ClinicDesk *desk)
{
  GtkWidget *dialog = show_dialog (desk, 0, NULL);

  save (dialog, desk);
  g_assert_true (is_open ());
  g_assert_true (gtk_widget_has_css_class (find_field (dialog, "family_name"), "error"));

  set_text (dialog, "family_name", "Yeni");
  set_text (dialog, "birth_date", "40.13.1984");
  save (dialog, desk);
  g_assert_true (is_open ());
  g_assert_true (gtk_widget_has_css_class (find_field (dialog, "birth_date"), "error"));
  g_assert_cmpstr (get_text (dialog, "birth_date"), ==, "40.13.1984");
  clinic_display_picture (dialog, "patient-dialog-invalid");

  set_text (dialog, "birth_date", "21.11.2030");
  save (dialog, desk);
  g_assert_true (is_open ());
  g_assert_true (gtk_widget_has_css_class (find_field (dialog, "birth_date"), "error"));
  g_assert_cmpstr (get_text (dialog, "birth_date"), ==, "21.11.2030");

  set_text (dialog, "birth_date", "");
  save (dialog, desk);
  g_assert_false (is_open ());
}

static gboolean
is_likeness_shown (gpointer data)
{
  GtkWidget *likeness = get_field (data, "likeness");

  return gtk_widget_get_visible (likeness);
}

static void
test_duplicate (ClinicDesk *desk)
{
  g_autoptr(ClinicPatient) known = find_nth (desk, 5);
  GtkWidget *dialog = show_dialog (desk, 0, NULL);
  GtkWidget *reason;

  set_text (dialog, "family_name", known->family_name);
  set_text (dialog, "given_name", known->given_name);
  g_assert_false (is_likeness_shown (dialog));
  clinic_display_wait (is_likeness_shown, dialog);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (dialog, "Open"));
  clinic_display_picture (dialog, "patient-dialog-alike");

  /* All the same: that asks why. */
  save (dialog, desk);
  g_assert_true (is_open ());
  g_assert_false (clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (get_field (dialog,
                                                                                    "findings"))));
  clinic_display_picture (dialog, "patient-dialog-objection");
  reason = GTK_WIDGET (gtk_window_get_focus (GTK_WINDOW (dialog)));
  g_assert_true (gtk_widget_is_ancestor (reason, get_field (dialog, "findings")));
  clinic_display_type ("Another person");
  save (dialog, desk);
  g_assert_false (is_open ());
}

static gboolean
is_somebody_found (gpointer found)
{
  return g_list_model_get_n_items (found) > 0;
}

static void
test_look_alikes_without_a_window (ClinicDesk *desk)
{
  g_autoptr(ClinicPatient) known = find_nth (desk, 5);
  g_autoptr(ClinicLookAlikes) alikes = clinic_look_alikes_new ();
  g_autoptr(ClinicPatient) typed = clinic_patient_new ();
  g_autoptr(ClinicPatient) found = NULL;
  GListModel *list = clinic_look_alikes_get_found (alikes);

  g_object_set (typed, "family-name", known->family_name, "given-name", known->given_name, NULL);
  clinic_look_alikes_look (alikes, desk, typed);
  clinic_display_wait (is_somebody_found, list);
  found = g_list_model_get_item (list, 0);
  g_assert_cmpstr (found->family_name, ==, known->family_name);
  g_assert_nonnull (clinic_look_alikes_get_reason (found));
}

/* It is that one: nothing is registered, the other is opened. */
static void
test_open_known (ClinicDesk *desk)
{
  g_autoptr(ClinicPatient) known = find_nth (desk, 5);
  g_autofree char *typed = g_strdup_printf ("%s, %s", known->family_name, known->given_name);
  GtkWidget *dialog = show_dialog (desk, 0, typed);
  g_autofree char *expected = g_strdup_printf ("win.open-patient %" G_GINT64_FORMAT,
                                               clinic_record_get_id (CLINIC_RECORD (known)));
  g_autofree char *opened = NULL;

  clinic_display_wait (is_likeness_shown, dialog);
  clinic_display_settle (desk);
  g_signal_emit_by_name (clinic_display_find_type (get_field (dialog, "likeness"),
                                                   GTK_TYPE_BUTTON, 0), "clicked");
  clinic_display_settle (desk);
  g_assert_false (is_open ());
  opened = clinic_display_last_action ();
  g_assert_cmpstr (opened, ==, expected);
}

static void
test_edits (ClinicDesk *desk)
{
  g_autoptr(ClinicPatient) known = find_nth (desk, 5);
  GtkWidget *dialog = show_dialog (desk, clinic_record_get_id (CLINIC_RECORD (known)), NULL);
  g_autoptr(ClinicPatient) saved = NULL;

  g_assert_cmpstr (get_text (dialog, "family_name"), ==, known->family_name);
  clinic_display_picture (dialog, "patient-dialog-edit");
  set_text (dialog, "emergency_contact", "Her sister");
  save (dialog, desk);
  g_assert_false (is_open ());
  saved = find_nth (desk, 5);
  g_assert_cmpstr (saved->emergency_contact, ==, "Her sister");
}

static gpointer
change_email (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  g_autoptr(ClinicRecord) patient = clinic_store_find (act->db, CLINIC_TYPE_PATIENT,
                                                       *(gint64 *) data, error);

  g_object_set (patient, "email", "theirs@example.org", "emergency-contact", "Theirs", NULL);

  return clinic_patient_edit (act, CLINIC_PATIENT (patient), error) ? data : NULL;
}

/* Of what differs nothing is out of sight, with large letters either. */
static void
test_conflict_is_seen_whole (ClinicDesk *desk)
{
  g_autoptr(ClinicPatient) known = find_nth (desk, 5);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (known));
  GtkSettings *settings = gtk_settings_get_default ();
  GtkScrolledWindow *scroller;
  GtkAdjustment *adjustment;
  GtkWidget *dialog;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 3 / 2, NULL);
  dialog = show_dialog (desk, id, NULL);
  set_text (dialog, "emergency_contact", "Mine");
  run (desk, change_email, &id);
  save (dialog, desk);
  g_assert_false (CLINIC_IS_PATIENT_DIALOG (clinic_display_top ()));
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "patient-dialog-conflict-large");
  scroller = GTK_SCROLLED_WINDOW (clinic_display_find_type (GTK_WIDGET (clinic_display_top ()), GTK_TYPE_SCROLLED_WINDOW, 0));
  adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=, gtk_adjustment_get_page_size (adjustment));
  gtk_window_close (clinic_display_top ());
  clinic_display_settle (desk);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Another desk was faster: both stand side by side, and nothing of either is lost unseen. */
static void
test_conflict (ClinicDesk *desk)
{
  g_autoptr(ClinicPatient) known = find_nth (desk, 5);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (known));
  GtkWidget *dialog = show_dialog (desk, id, NULL);
  g_autoptr(ClinicPatient) saved = NULL;
  GtkWindow *question;

  set_text (dialog, "emergency_contact", "Mine");
  run (desk, change_email, &id);
  save (dialog, desk);
  question = clinic_display_top ();
  g_assert_false (CLINIC_IS_PATIENT_DIALOG (question));
  clinic_display_picture (GTK_WIDGET (question), "patient-dialog-conflict");
  gtk_widget_activate_action (GTK_WIDGET (question), "conflict.save", NULL);
  clinic_display_settle (desk);
  g_assert_false (is_open ());

  saved = find_nth (desk, 5);
  g_assert_cmpstr (saved->emergency_contact, ==, "Mine");
  g_assert_cmpstr (saved->email, ==, "theirs@example.org");
}

/* The same field, changed here and at another desk: what becomes of it. */
typedef struct
{
  const char *name;
  gboolean    by_mouse;
  const char *kept;       /* NULL: called off, and what was typed is still there */
} Dispute;

static const Dispute disputes[] = {
  { "mine-is-kept-by-mouse", TRUE, "Mine" },
  { "theirs-is-kept-by-mouse", TRUE, "Theirs" },
  { "mine-is-kept-by-key", FALSE, "Mine" },
  { "theirs-is-kept-by-key", FALSE, "Theirs" },
  { "called-off-by-mouse", TRUE, NULL },
  { "called-off-by-key", FALSE, NULL },
};

/* Mine stands before theirs. */
static GtkWidget *
find_choice (GtkWidget  *question,
             const char *words)
{
  GtkWidget *choice = clinic_display_find_type (question, GTK_TYPE_CHECK_BUTTON,
                                                g_str_equal (words, "Mine") ? 0 : 1);

  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (choice)), ==, words);

  return choice;
}

static void
settle_by_mouse (GtkWidget     *question,
                 const Dispute *dispute)
{
  if (dispute->kept != NULL)
    clinic_display_click (find_choice (question, dispute->kept));

  clinic_display_click (clinic_display_find (question, dispute->kept != NULL ? "save_button"
                                                                             : "_Cancel"));
}

/* Tab leads to what was typed, which is marked; an arrow to the other one. */
static void
settle_by_key (GtkWidget     *question,
               const Dispute *dispute)
{
  GtkWidget *mine = find_choice (question, "Mine");
  GtkRoot *root = GTK_ROOT (question);

  for (guint i = 0; i < 10 && gtk_root_get_focus (root) != mine; i++)
    clinic_display_press ("Tab");

  g_assert_true (gtk_root_get_focus (root) == mine);

  if (g_strcmp0 (dispute->kept, "Theirs") == 0)
    clinic_display_press ("Right space");

  clinic_display_press (dispute->kept != NULL ? "alt+s" : "Escape");
}

static gboolean
is_closed (gpointer data)
{
  /* Asked once: whatever is on top now may be gone when it is asked for again. */
  GType top = G_OBJECT_TYPE (clinic_display_top ());

  return top != CLINIC_TYPE_PATIENT_DIALOG && top != g_type_from_name ("ClinicConflictWindow");
}

static void
test_same_field_is_settled (ClinicDesk    *desk,
                            gconstpointer  data)
{
  const Dispute *dispute = data;
  g_autoptr(ClinicPatient) known = find_nth (desk, 5);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (known));
  GtkWidget *dialog = show_dialog (desk, id, NULL);
  g_autoptr(ClinicPatient) saved = NULL;
  GtkWidget *question;

  set_text (dialog, "emergency_contact", "Mine");
  run (desk, change_email, &id);
  save (dialog, desk);
  question = GTK_WIDGET (clinic_display_top ());
  g_assert_nonnull (clinic_display_find_text (question, "Mine"));
  g_assert_nonnull (clinic_display_find_text (question, "Theirs"));
  clinic_display_check (question);

  if (dispute->by_mouse)
    settle_by_mouse (question, dispute);
  else
    settle_by_key (question, dispute);

  /* What was chosen is saved in a second go. */
  if (dispute->kept != NULL)
    clinic_display_wait (is_closed, NULL);

  clinic_display_settle (desk);
  saved = find_nth (desk, 5);
  g_assert_cmpstr (saved->emergency_contact, ==, dispute->kept != NULL ? dispute->kept : "Theirs");
  g_assert_cmpint (is_open (), ==, dispute->kept == NULL);

  if (dispute->kept == NULL)
    g_assert_cmpstr (get_text (dialog, "emergency_contact"), ==, "Mine");
}

static void
test_asks_before_leaving (ClinicDesk *desk)
{
  GtkWidget *dialog = show_dialog (desk, 0, NULL);

  set_text (dialog, "family_name", "Yeni");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_false (is_open ());
  g_assert_true (gtk_widget_get_mapped (dialog));
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "patient-dialog-leaving");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_true (is_open ());
  g_assert_cmpstr (get_text (dialog, "family_name"), ==, "Yeni");

  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (clinic_display_top ()), "act");
  clinic_display_settle (desk);
  g_assert_false (is_open ());
}

static void
test_leaves_unchanged (ClinicDesk *desk)
{
  show_dialog (desk, 0, "somebody");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_false (is_open ());
}

static gpointer
undo_last (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  return clinic_undo_last (act, error) != 0 ? data : NULL;
}

static void
test_undo (ClinicDesk *desk)
{
  GtkWidget *dialog = show_dialog (desk, 0, "Yeni");
  g_autoptr(ClinicPatient) gone = NULL;

  set_text (dialog, "phone", "+43 1 5556667");
  save (dialog, desk);
  run (desk, undo_last, desk);
  gone = find_patient (desk, "Yeni");
  g_assert_null (gone);
}

static void
test_right_to_left (ClinicDesk *desk)
{
  GtkWidget *dialog;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  dialog = show_dialog (desk, 0, NULL);
  set_text (dialog, "family_name", "Baumgartner de Montoya-Wolfeschlegelsteinhausenberg");
  clinic_display_settle (desk);
  clinic_display_picture (dialog, "patient-dialog-rtl");
  set_text (dialog, "family_name", "");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *typed;
    const char *family;
    const char *given;
    const char *birth;
    const char *mobile;
  } cases[] = {
    { "ayşe yıldız", "Yıldız", "Ayşe", NULL, NULL },
    { "Yıldız, Ayşe", "Yıldız", "Ayşe", NULL, NULL },
    { "yıldız", "Yıldız", NULL, NULL, NULL },
    { "31.5.1984", NULL, NULL, "1984-05-31", NULL },
    { "+43 664 1234567", NULL, NULL, NULL, "+43 664 1234567" },
    { "12", NULL, NULL, NULL, NULL },
    { "  ", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinicPatient) patient = clinic_patient_new ();

      clinic_patient_typed_take (patient, cases[i].typed, "2026-11-21");
      g_assert_cmpstr (patient->family_name, ==, cases[i].family);
      g_assert_cmpstr (patient->given_name, ==, cases[i].given);
      g_assert_cmpstr (patient->birth_date, ==, cases[i].birth);
      g_assert_cmpstr (patient->mobile, ==, cases[i].mobile);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  g_test_add_func ("/patient-dialog/typed", test_typed);
  clinic_display_add ("/patient-dialog/look-alikes-without-a-window", "receptionist",
                      test_look_alikes_without_a_window);
  clinic_display_add ("/patient-dialog/registers", "receptionist", test_registers);
  clinic_display_add ("/patient-dialog/invalid", "receptionist", test_invalid);
  clinic_display_add ("/patient-dialog/duplicate", "receptionist", test_duplicate);
  clinic_display_add ("/patient-dialog/open-known", "receptionist", test_open_known);
  clinic_display_add ("/patient-dialog/edits", "receptionist", test_edits);
  clinic_display_add ("/patient-dialog/conflict", "owner", test_conflict);
  clinic_display_add ("/patient-dialog/conflict-is-seen-whole", "owner", test_conflict_is_seen_whole);

  for (guint i = 0; i < G_N_ELEMENTS (disputes); i++)
    {
      g_autofree char *path = g_strconcat ("/patient-dialog/same-field/", disputes[i].name, NULL);

      clinic_display_add_data (path, "owner", &disputes[i], test_same_field_is_settled);
    }

  clinic_display_add ("/patient-dialog/asks-before-leaving", "receptionist",
                      test_asks_before_leaving);
  clinic_display_add ("/patient-dialog/leaves-unchanged", "receptionist", test_leaves_unchanged);
  clinic_display_add ("/patient-dialog/undo", "receptionist", test_undo);
  clinic_display_add ("/patient-dialog/right-to-left", "receptionist", test_right_to_left);

  return g_test_run ();
}

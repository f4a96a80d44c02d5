/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-clock.h"
#include "clinic-display.h"
#include "clinic-photo-add-dialog.h"
#include "clinic-photo-board.h"
#include "clinic-photo-canvas.h"
#include "clinic-photo-thumb.h"
#include "clinic-photo-window.h"
#include "clinic-photos-section.h"
#include "clinic-undo.h"
#include "clinic-upkeep.h"
#include "picture-maker.h"

/* The photos of a patient as a person meets them. */

static gpointer
ask_number (ClinicDb  *db,
            gpointer   sql,
            GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, error);
  gint64 *number = g_new0 (gint64, 1);

  if (statement != NULL && clinic_statement_step (statement, error))
    *number = clinic_statement_get_int (statement, 0);

  return number;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      answer)
{
  *(gint64 **) answer = clinic_worker_run_finish (NULL, result, NULL);
}

static gboolean
is_answered (gpointer answer)
{
  return *(gint64 **) answer != NULL;
}

static gint64
ask (ClinicDesk *desk,
     const char *sql)
{
  gint64 *answer = NULL;
  gint64 number;

  clinic_worker_run_async (clinic_desk_get_reader (desk), ask_number, (gpointer) sql, NULL, g_free, NULL,
                           answered_cb, &answer);
  clinic_display_wait (is_answered, &answer);
  number = *answer;
  g_free (answer);

  return number;
}

static gint64
find_photographed (ClinicDesk *desk)
{
  return ask (desk, "SELECT patient_id FROM photo GROUP BY patient_id ORDER BY count (*) DESC LIMIT 1");
}

static gint64
find_other (ClinicDesk *desk)
{
  return ask (desk, "SELECT min (id) FROM patient WHERE id NOT IN (SELECT patient_id FROM photo)");
}

static GtkWidget *
show_section (ClinicDesk *desk,
              gint64      patient)
{
  GtkWidget *section = g_object_new (CLINIC_TYPE_PHOTOS_SECTION, "desk", desk, "id", patient, NULL);

  clinic_display_show (section);
  clinic_display_settle (desk);

  return section;
}

static char *
write_picture (const char *name,
               guint       width,
               guint       height)
{
  g_autoptr(GBytes) jpeg = picture_make_jpeg (width, height);
  g_autoptr(GBytes) file = picture_add_metadata (jpeg, 1);
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), NULL));

  return path;
}

static gboolean
is_top_dialog (gpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (clinic_display_top (), *(GType *) type);
}

static GtkWidget *
wait_for_window (GType type)
{
  clinic_display_wait (is_top_dialog, &type);

  return GTK_WIDGET (clinic_display_top ());
}

static gboolean
is_keepable (gpointer window)
{
  GtkWidget *keep = clinic_display_find (window, "keep");

  return keep != NULL && gtk_widget_is_sensitive (keep);
}

static gboolean
is_drawn (gpointer window)
{
  GtkWidget *spinner = clinic_display_find (window, "spinner");

  return spinner == NULL;
}

static void
test_photos_are_shown_by_view_and_day (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_photographed (desk));
  guint n_thumbs = 0;

  g_assert_nonnull (clinic_display_find_text (section, "Vertex"));
  g_assert_nonnull (clinic_display_find_text (section, "Front"));
  g_assert_null (clinic_display_find_text (section, "Back"));

  while (clinic_display_find_type (section, CLINIC_TYPE_PHOTO_THUMB, n_thumbs) != NULL)
    n_thumbs++;

  g_assert_cmpuint (n_thumbs, ==, 12);
  clinic_display_check (section);
  clinic_display_settle (desk);
  clinic_display_picture (section, "photos");
}

static void
test_without_photos_it_says_what_to_do (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_other (desk));

  g_assert_nonnull (clinic_display_find_text (section, "No photos yet"));
  g_assert_nonnull (clinic_display_find (section, "_Add photos…"));
  clinic_display_picture (section, "photos-empty");
}

/* Two steps: add, keep. */
static void
test_files_are_added_in_two_steps (ClinicDesk *desk)
{
  gint64 patient = find_other (desk);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM photo WHERE patient_id = %" G_GINT64_FORMAT, patient);
  g_autofree char *first = write_picture ("vertex.jpg", 300, 200);
  g_autofree char *second = write_picture ("IMG_0002.jpg", 310, 200);
  g_autofree char *bad = write_picture ("cut.jpg", 320, 200);
  g_autofree char *paths = g_strjoin (":", first, second, bad, NULL);
  GtkWidget *section = show_section (desk, patient);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (bad, "\xff\xd8\xff\xe0 nothing more", -1, NULL));
  g_setenv ("ANAGEN_CHOOSE_FILE", paths, TRUE);
  clinic_display_click (clinic_display_find (section, "_Add photos…"));
  g_unsetenv ("ANAGEN_CHOOSE_FILE");

  dialog = wait_for_window (CLINIC_TYPE_PHOTO_ADD_DIALOG);
  clinic_display_wait (is_keepable, dialog);
  g_assert_nonnull (clinic_display_find_text (dialog, "The picture is damaged, or not what it says it is."));
  clinic_display_check (dialog);
  clinic_display_picture (dialog, "photos-add");
  clinic_display_click (clinic_display_find (dialog, "keep"));
  clinic_display_settle (desk);

  g_assert_cmpint (ask (desk, sql), ==, 2);
  g_assert_nonnull (clinic_display_find_text (section, "31 May 2026"));
  g_assert_nonnull (clinic_display_find_text (section, "Vertex"));
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

/* As GTK gives it when a file is let go over a widget: it takes files, and copies them. */
static void
drop_file (GtkWidget  *widget,
           const char *path)
{
  GtkDropTarget *target = find_drop_target (widget);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file };
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target), GDK_TYPE_FILE_LIST));
  g_assert_cmpint (gtk_drop_target_get_actions (target), ==, GDK_ACTION_COPY);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 1));
  g_signal_emit_by_name (target, "drop", &value, 20.0, 20.0, &taken);
  g_assert_true (taken);
}

/* On the page, and one more on what it opened. */
static void
test_files_are_dropped (ClinicDesk *desk)
{
  gint64 patient = find_other (desk);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM photo WHERE patient_id = %" G_GINT64_FORMAT, patient);
  g_autofree char *first = write_picture ("dropped-vertex.jpg", 300, 210);
  g_autofree char *second = write_picture ("dropped-front.jpg", 310, 210);
  GtkWidget *section = show_section (desk, patient);
  GtkWidget *dialog;

  drop_file (section, first);
  dialog = wait_for_window (CLINIC_TYPE_PHOTO_ADD_DIALOG);
  clinic_display_wait (is_keepable, dialog);
  drop_file (dialog, second);
  clinic_display_settle (desk);
  clinic_display_wait (is_keepable, dialog);
  g_assert_nonnull (clinic_display_find (dialog, "_Keep 2 photos"));
  clinic_display_click (clinic_display_find (dialog, "keep"));
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, sql), ==, 2);
}

/* By keyboard alone. */
static void
test_photo_is_opened_and_compared_by_keyboard (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_photographed (desk));
  GtkWidget *window;
  ClinicPhotoPair *pair;

  gtk_widget_grab_focus (clinic_display_find (section, "Compare photos: Vertex"));
  clinic_display_press ("Return");
  window = wait_for_window (CLINIC_TYPE_PHOTO_WINDOW);
  clinic_display_wait (is_drawn, window);
  clinic_display_settle (desk);
  pair = clinic_photo_board_get_pair (CLINIC_PHOTO_BOARD (clinic_display_find (window, "board")));
  g_assert_cmpint (clinic_photo_pair_get_mode (pair), ==, CLINIC_PHOTO_SIDE);
  clinic_display_check (window);
  clinic_display_picture (window, "photos-beside");

  gtk_widget_grab_focus (clinic_display_find (window, "canvas"));
  clinic_display_press ("equal equal equal");
  g_assert_cmpfloat (clinic_photo_pair_get_zoom (pair), >, 1.5);
  clinic_display_press ("0");
  g_assert_cmpfloat (clinic_photo_pair_get_zoom (pair), ==, 1);

  clinic_display_press ("alt+l");
  g_assert_cmpint (clinic_photo_pair_get_mode (pair), ==, CLINIC_PHOTO_SLIDER);
  gtk_widget_grab_focus (clinic_display_find (window, "position"));
  clinic_display_press ("Right");
  g_assert_cmpfloat (clinic_photo_pair_get_position (pair), >, 0.5);
  clinic_display_picture (window, "photos-line");
  clinic_display_press ("alt+v");
  g_assert_cmpint (clinic_photo_pair_get_mode (pair), ==, CLINIC_PHOTO_OVERLAY);
  clinic_display_picture (window, "photos-over");

  /* Two points in each. */
  clinic_display_press ("ctrl+l");
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, 0);
  clinic_display_press ("Return Return Right Right Right Right Right Return");
  clinic_display_picture (window, "photos-align");
  clinic_display_press ("Return");
  g_assert_true (clinic_photo_pair_get_aligned (pair));
  g_assert_cmpint (clinic_photo_pair_get_mode (pair), ==, CLINIC_PHOTO_OVERLAY);
  clinic_display_press ("Escape");
}

static gint64
count_views (ClinicDesk *desk,
             const char *entity)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM audit WHERE action = 'view' AND entity = '%s'", entity);

  return ask (desk, sql);
}

/* One row for the thumbnails, one for each photo that is opened, and none for what comes again. */
static void
test_looking_leaves_a_row (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_photographed (desk));
  GtkWidget *window;

  g_assert_cmpint (count_views (desk, "patient"), ==, 1);
  g_assert_cmpint (count_views (desk, "photo"), ==, 0);
  clinic_page_queue_reload (CLINIC_PAGE (section));
  clinic_display_settle (desk);
  g_assert_cmpint (count_views (desk, "patient"), ==, 1);

  clinic_display_click (clinic_display_find (section, "Compare photos: Front"));
  window = wait_for_window (CLINIC_TYPE_PHOTO_WINDOW);
  clinic_display_wait (is_drawn, window);
  clinic_display_settle (desk);
  g_assert_cmpint (count_views (desk, "photo"), ==, 2);

  /* Another at the right, and the first one back again. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (window, "right")), 1);
  clinic_display_settle (desk);
  g_assert_cmpint (count_views (desk, "photo"), ==, 3);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (window, "right")), 0);
  clinic_display_settle (desk);
  clinic_display_press ("alt+l alt+v");
  clinic_display_settle (desk);
  g_assert_cmpint (count_views (desk, "photo"), ==, 3);
}

static gboolean
is_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GtkWidget *
open_pair (ClinicDesk *desk,
           gint64      patient)
{
  GtkWidget *section = show_section (desk, patient);
  GtkWidget *window;

  clinic_display_click (clinic_display_find (section, "Compare photos: Front"));
  window = wait_for_window (CLINIC_TYPE_PHOTO_WINDOW);
  clinic_display_settle (desk);
  clinic_display_wait (is_drawn, window);
  clinic_display_settle (desk);

  return window;
}

/* Two points in each, pointed at; the first too near to another says nothing and is asked for again. */
static void
test_photos_are_aligned_by_mouse (ClinicDesk *desk)
{
  GtkWidget *window = open_pair (desk, find_photographed (desk));
  GtkWidget *canvas = clinic_display_find (window, "canvas");
  ClinicPhotoPair *pair = clinic_photo_canvas_get_pair (CLINIC_PHOTO_CANVAS (canvas));
  double width = gtk_widget_get_width (canvas);
  double height = gtk_widget_get_height (canvas);

  gtk_widget_activate_action (window, "photo-window.align", NULL);
  clinic_display_settle (desk);
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, 0);
  clinic_display_click_at (canvas, width * 0.2, height * 0.4);
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, 1);
  clinic_display_click_at (canvas, width * 0.7, height * 0.4);
  clinic_display_click_at (canvas, width * 0.201, height * 0.4);
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, 0);
  clinic_display_click_at (canvas, width * 0.3, height * 0.6);
  clinic_display_click_at (canvas, width * 0.8, height * 0.6);
  g_assert_true (clinic_photo_pair_get_aligned (pair));
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, -1);
}

/* Nothing of whom it is of; the pixels of both photos, on white. */
static void
check_comparison (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = gdk_texture_new_from_filename (path, &error);
  g_autofree guint8 *pixels = NULL;
  int width, height;
  gsize stride;

  g_assert_no_error (error);
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  g_assert_cmpint (width, ==, 2 * 40 + 2 * 900 + 24);
  stride = 4 * (gsize) width;
  pixels = g_malloc (stride * height);
  gdk_texture_download (texture, pixels, stride);

  for (guint side = 0; side < 2; side++)
    {
      const guint8 *middle = pixels + (40 + (height - 236) / 2) * stride + 4 * (40 + side * 924 + 450);

      g_assert_cmpint (middle[0] + middle[1] + middle[2], <, 3 * 250);
    }

  g_assert_cmpint (pixels[0] + pixels[1] + pixels[2], ==, 3 * 255);
}

static gint64
find_agreed (ClinicDesk *desk,
             gboolean    agreed)
{
  return ask (desk, agreed
              ? "SELECT min (f.patient_id) FROM photo f JOIN consent c ON c.patient_id = f.patient_id JOIN "
              "consent_template t ON t.id = c.consent_template_id WHERE t.purpose = 'photo'"
              : "SELECT min (patient_id) FROM photo WHERE patient_id NOT IN (SELECT c.patient_id FROM consent c JOIN "
              "consent_template t ON t.id = c.consent_template_id WHERE t.purpose = 'photo')");
}

static gint64
count_exports (ClinicDesk *desk)
{
  return ask (desk, "SELECT count (*) FROM audit WHERE action = 'export' AND command = 'photo.export'");
}

/* By the button, by keyboard, and from the menu as PDF. */
static void
test_comparison_is_saved (ClinicDesk *desk)
{
  g_autofree char *png = g_build_filename (g_get_user_data_dir (), "comparison.png", NULL);
  g_autofree char *again = g_build_filename (g_get_user_data_dir (), "again.png", NULL);
  g_autofree char *pdf = g_build_filename (g_get_user_data_dir (), "comparison.pdf", NULL);
  g_autofree char *start = NULL;
  GtkWidget *window;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  window = open_pair (desk, find_agreed (desk, TRUE));
  g_setenv ("ANAGEN_CHOOSE_FILE", png, TRUE);
  clinic_display_click (clinic_display_find (window, "save"));
  clinic_display_wait (is_file, png);
  clinic_display_settle (desk);
  check_comparison (png);
  clinic_display_picture (window, "photos-saved");
  g_assert_cmpint (count_exports (desk), ==, 2);

  g_setenv ("ANAGEN_CHOOSE_FILE", again, TRUE);
  clinic_display_press ("ctrl+s");
  clinic_display_wait (is_file, again);
  g_setenv ("ANAGEN_CHOOSE_FILE", pdf, TRUE);
  gtk_widget_activate_action (window, "photo-window.save", "s", "pdf");
  clinic_display_wait (is_file, pdf);
  clinic_display_settle (desk);
  g_unsetenv ("ANAGEN_CHOOSE_FILE");
  g_assert_true (g_file_get_contents (pdf, &start, NULL, NULL));
  g_assert_true (g_str_has_prefix (start, "%PDF-"));
  g_assert_cmpint (count_exports (desk), ==, 6);

  if (g_getenv ("ANAGEN_PICTURES") != NULL)
    {
      g_autofree char *copy = g_build_filename (g_getenv ("ANAGEN_PICTURES"), "comparison.png", NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (png, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
    }
}

static void
test_without_consent_nothing_is_saved (ClinicDesk *desk)
{
  g_autofree char *png = g_build_filename (g_get_user_data_dir (), "refused.png", NULL);
  GtkWidget *window;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  window = open_pair (desk, find_agreed (desk, FALSE));
  g_setenv ("ANAGEN_CHOOSE_FILE", png, TRUE);
  clinic_display_click (clinic_display_find (window, "save"));
  clinic_display_settle (desk);
  g_unsetenv ("ANAGEN_CHOOSE_FILE");
  g_assert_nonnull (clinic_display_find_text (window, "The patient has not agreed to photos being given out."));
  g_assert_false (is_file (png));
  g_assert_cmpint (count_exports (desk), ==, 0);

  /* One photo alone is no comparison. */
  clinic_display_press ("alt+o");
  g_assert_false (gtk_widget_is_sensitive (clinic_display_find (window, "save")));
}

static void
test_photo_is_tagged_anew_and_archived (ClinicDesk *desk)
{
  gint64 patient = find_photographed (desk);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM photo WHERE archived_on IS NULL AND patient_id = %"
                                          G_GINT64_FORMAT, patient);
  GtkWidget *section = show_section (desk, patient);
  gint64 n = ask (desk, sql);
  GtkWidget *thumb = clinic_display_find_type (section, CLINIC_TYPE_PHOTO_THUMB, 0);
  GtkWidget *window;

  clinic_display_click (thumb);
  window = wait_for_window (CLINIC_TYPE_PHOTO_WINDOW);
  clinic_display_wait (is_drawn, window);
  clinic_display_picture (window, "photos-one");
  clinic_display_press ("ctrl+e");
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "photos-tags");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  gtk_widget_activate_action (window, "photo-window.archive", NULL);
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, sql), ==, n - 1);
}

static void
test_picture_is_pasted (ClinicDesk *desk)
{
  gint64 patient = find_other (desk);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM photo WHERE patient_id = %" G_GINT64_FORMAT, patient);
  GtkWidget *section = show_section (desk, patient);
  g_autoptr(GBytes) png = picture_make_png (200, 150);
  g_autoptr(GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  GtkWidget *dialog;

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (section), texture);
  gtk_widget_grab_focus (clinic_display_find (section, "_Add photos…"));
  clinic_display_press ("ctrl+v");
  dialog = wait_for_window (CLINIC_TYPE_PHOTO_ADD_DIALOG);
  clinic_display_wait (is_keepable, dialog);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, sql), ==, 1);
}

static gpointer
take_back_last (ClinicAct  *act,
                gpointer    data,
                GError    **error)
{
  return GINT_TO_POINTER (clinic_undo_last (act, error) != 0);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What was pasted by mistake and taken back is gone a month later, without anybody asking. */
static void
test_what_was_taken_back_is_swept (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_other (desk));
  g_autoptr(ClinicUpkeep) upkeep = clinic_upkeep_new (desk);
  g_autoptr(GBytes) png = picture_make_png (220, 150);
  g_autoptr(GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);
  gint64 before = ask (desk, "SELECT count (*) FROM picture");
  gint64 now = clinic_clock_now ();
  GtkWidget *dialog;

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (section), texture);
  gtk_widget_grab_focus (clinic_display_find (section, "_Add photos…"));
  clinic_display_press ("ctrl+v");
  dialog = wait_for_window (CLINIC_TYPE_PHOTO_ADD_DIALOG);
  clinic_display_wait (is_keepable, dialog);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  clinic_desk_run_async (desk, take_back_last, NULL, NULL, NULL, taken_back_cb, NULL);
  clinic_display_settle (desk);
  clinic_upkeep_run (upkeep);
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT count (*) FROM picture"), ==, before + 2);

  clinic_clock_set (now + 31 * G_GINT64_CONSTANT (86400000));
  clinic_upkeep_run (upkeep);
  clinic_display_settle (desk);
  clinic_clock_set (now);
  g_assert_cmpint (ask (desk, "SELECT count (*) FROM picture"), ==, before);
}

/* Nobody is signed in yet: it is tried again soon, not the next day. */
static void
test_upkeep_waits_for_somebody (ClinicDesk *desk)
{
  g_autoptr(ClinicUpkeep) upkeep = clinic_upkeep_new (desk);
  g_autoptr(ClinicStaff) actor = g_object_ref (clinic_desk_get_actor (desk));

  clinic_desk_set_actor (desk, NULL);
  g_assert_cmpuint (clinic_upkeep_run (upkeep), <=, 60 * 60);
  clinic_desk_set_actor (desk, actor);
  g_assert_cmpuint (clinic_upkeep_run (upkeep), ==, CLINIC_UPKEEP_SECONDS);
  clinic_display_settle (desk);
}

/* Rows and words turn round; what is left of two photos stays left. */
static void
test_photos_are_not_mirrored (ClinicDesk *desk)
{
  GtkWidget *section;
  GtkWidget *window;
  graphene_rect_t left;
  graphene_rect_t right;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  section = show_section (desk, find_photographed (desk));
  clinic_display_picture (section, "photos-rtl");
  clinic_display_click (clinic_display_find (section, "Compare photos: Front"));
  window = wait_for_window (CLINIC_TYPE_PHOTO_WINDOW);
  clinic_display_wait (is_drawn, window);
  clinic_display_settle (desk);
  g_assert_true (gtk_widget_compute_bounds (clinic_display_find (window, "left"), window, &left));
  g_assert_true (gtk_widget_compute_bounds (clinic_display_find (window, "right"), window, &right));
  g_assert_cmpfloat (left.origin.x, <, right.origin.x);
  clinic_display_picture (window, "photos-beside-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/photos/shown-by-view-and-day", "practitioner", test_photos_are_shown_by_view_and_day);
  clinic_display_add ("/photos/empty-says-what-to-do", "practitioner", test_without_photos_it_says_what_to_do);
  clinic_display_add ("/photos/files-are-added-in-two-steps", "practitioner", test_files_are_added_in_two_steps);
  clinic_display_add ("/photos/opened-and-compared-by-keyboard", "practitioner",
                      test_photo_is_opened_and_compared_by_keyboard);
  clinic_display_add ("/photos/files-are-dropped", "practitioner", test_files_are_dropped);
  clinic_display_add ("/photos/aligned-by-mouse", "practitioner", test_photos_are_aligned_by_mouse);
  clinic_display_add ("/photos/picture-is-pasted", "practitioner", test_picture_is_pasted);
  clinic_display_add ("/photos/looking-leaves-a-row", "practitioner", test_looking_leaves_a_row);
  clinic_display_add ("/photos/comparison-is-saved", "practitioner", test_comparison_is_saved);
  clinic_display_add ("/photos/without-consent-nothing-is-saved", "practitioner",
                      test_without_consent_nothing_is_saved);
  clinic_display_add ("/photos/taken-back-is-swept", "practitioner", test_what_was_taken_back_is_swept);
  clinic_display_add ("/photos/upkeep-waits-for-somebody", "practitioner", test_upkeep_waits_for_somebody);
  clinic_display_add ("/photos/not-mirrored", "practitioner", test_photos_are_not_mirrored);
  clinic_display_add ("/photos/tagged-anew-and-archived", "practitioner", test_photo_is_tagged_anew_and_archived);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "clinic-clock.h"
#include "clinic-demo.h"
#include "clinic-display-private.h"
#include "clinic-migration.h"
#include "clinic-settings.h"
#include "clinic-setup.h"
#include "clinic-ui.h"

#define CLOCK "2026-11-21T09:30:00Z"
#define TODAY "2026-11-21"
#define N_PATIENTS 60
#define PATIENCE_MS 30000
#define DRAW_MS 1000
/* As often the workers must be found idle before all counts as settled: what one answer leads to
 * is asked for in the next round. */
#define ROUNDS 4

typedef struct
{
  char                  *role;      /* NULL: an empty clinic */
  ClinicDisplayFunc      func;
  ClinicDisplayDataFunc  data_func;
  gconstpointer          data;
} Case;

static GtkApplication *application;
static char           *folder;
static guint n_places;
static ClinicDesk     *current;
static GPtrArray      *shown;           /* Shown, of the test that runs */
static char           *last_action;

typedef struct
{
  GWeakRef window;
  char    *name;
} Shown;

static void
shown_free (Shown *self)
{
  g_weak_ref_clear (&self->window);
  g_free (self->name);
  g_free (self);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

static void
clean_up (void)
{
  if (folder != NULL)
    remove_folder (folder);

  g_clear_pointer (&folder, g_free);
}

/* All that a program keeps for its user lies in the test's own folder. */
static void
move_home (void)
{
  const char *const names[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                "XDG_STATE_HOME" };
  g_autofree char *config = g_build_filename (g_getenv ("XDG_CONFIG_HOME") != NULL
                                              ? g_getenv ("XDG_CONFIG_HOME") : "/nowhere",
                                              "gtk-4.0", NULL);

  folder = g_dir_make_tmp ("anagen-display-XXXXXX", NULL);
  g_assert_nonnull (folder);
  atexit (clean_up);

  /* in-display has made them, with the settings of GTK. */
  if (g_file_test (config, G_FILE_TEST_IS_DIR))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_setenv (names[i], folder, TRUE);
}

void
clinic_display_init (int    *argc,
                     char ***argv)
{
  if (g_getenv ("DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP there is no display: run it with tests/in-display\n");
      exit (77);
    }

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  setlocale (LC_ALL, "");
  move_home ();
  g_test_init (argc, argv, NULL);
  clinic_clock_set (g_date_time_to_unix (g_date_time_new_from_iso8601 (CLOCK, NULL)) * 1000);

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = GTK_APPLICATION (adw_application_new ("org.anagen.Anagen",
                                                      G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_set_default (G_APPLICATION (application));
  clinic_ui_init ();
}

ClinicDesk *
clinic_display_get_desk (void)
{
  return current;
}

static char *
make_place (void)
{
  g_autofree char *name = g_strdup_printf ("%u", ++n_places);
  g_autofree char *own = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir (own, 0700), ==, 0);

  return g_build_filename (own, "clinic.anagen", NULL);
}

static ClinicDb *
create_db (const char *path)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (path, CLINIC_DB_CREATE, &error);

  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);

  return db;
}

static char *
make_demonstration (void)
{
  const ClinicDemoOptions options = { .seed = 1, .patients = N_PATIENTS, .today = TODAY };
  g_autoptr(GError) error = NULL;
  char *path = make_place ();
  ClinicDb *db = create_db (path);

  clinic_demo_make (db, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  clinic_db_close (db);

  return path;
}

static char *
make_empty (void)
{
  const char *const rooms[] = { "Room 1", "Room 2", NULL };
  const ClinicSetup setup = {
    .clinic_name = "Test clinic",
    .zone = "Europe/Vienna",
    .hours = "Mo-Fr 08:00-18:00; Sa 09:00-13:00",
    .owner_name = "Olga Owner",
    .owner_roles = "owner practitioner",
    .rooms = rooms,
  };
  g_autoptr(GError) error = NULL;
  char *path = make_place ();
  ClinicDb *db = create_db (path);

  clinic_setup_create (db, &setup, &error);
  g_assert_no_error (error);
  clinic_db_close (db);

  return path;
}

static void
copy_file (const char *from,
           const char *to,
           const char *ending)
{
  g_autofree char *source = g_strconcat (from, ending, NULL);
  g_autofree char *target = g_strconcat (to, ending, NULL);
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (source, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (target, content, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* The template of its kind is made when it is first needed. */
static char *
copy_clinic (gboolean demonstration)
{
  static char *templates[2];
  char *path = make_place ();

  if (templates[demonstration] == NULL)
    templates[demonstration] = demonstration ? make_demonstration () : make_empty ();

  copy_file (templates[demonstration], path, "");
  copy_file (templates[demonstration], path, ".key");

  return path;
}

void
clinic_display_drain (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end && g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
clinic_display_try (ClinicDisplayCondition condition,
                    gpointer               data,
                    guint                  ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
  guint source = g_timeout_add (10, wake_cb, NULL);
  gboolean met;

  while (!(met = condition (data)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);

  return met;
}

void
clinic_display_wait (ClinicDisplayCondition condition,
                     gpointer               data)
{
  if (!clinic_display_try (condition, data, PATIENCE_MS))
    g_error ("What was waited for did not come within %d seconds", PATIENCE_MS / 1000);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  current = clinic_desk_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return current != NULL;
}

static void
choose_actor (const char *role)
{
  GListModel *staff = clinic_desk_get_staff (current);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) person = g_list_model_get_item (staff, i);
      g_auto(GStrv) roles = g_strsplit (person->roles, " ", -1);

      if (g_strv_contains ((const char *const *) roles, role))
        {
          clinic_desk_set_actor (current, person);
          return;
        }
    }

  g_error ("The clinic has no %s", role);
}

static gpointer
do_nothing (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return GINT_TO_POINTER (1);
}

static gpointer
command_nothing (ClinicAct  *act,
                 gpointer    data,
                 GError    **error)
{
  return GINT_TO_POINTER (1);
}

static void
worker_idle_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  guint *left = user_data;

  (*left)--;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

static void
pass_workers (ClinicDesk *desk)
{
  guint left = 3;

  clinic_worker_run_async (clinic_desk_get_reader (desk), do_nothing, NULL, NULL, NULL, NULL,
                           worker_idle_cb, &left);
  clinic_worker_run_async (clinic_desk_get_archivist (desk), do_nothing, NULL, NULL, NULL, NULL,
                           worker_idle_cb, &left);
  clinic_desk_run_async (desk, command_nothing, NULL, NULL, NULL, worker_idle_cb, &left);
  clinic_display_wait (is_zero, &left);
}

typedef struct
{
  GtkWidget *window;    /* weak */
  gboolean   painted;
} Drawing;

static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  Drawing *drawing = user_data;

  drawing->painted = TRUE;
}

static gboolean
is_painted_or_gone (gpointer data)
{
  Drawing *drawing = data;

  return drawing->painted || drawing->window == NULL || !gtk_widget_get_mapped (drawing->window);
}

/* A window that closes meanwhile never paints: gtk_test_widget_wait_for_draw() would wait for
 * whatever wakes the loop next, for minutes. */
void
clinic_display_draw (GtkWidget *widget)
{
  Drawing drawing = { .window = GTK_WIDGET (gtk_widget_get_root (widget)) };
  g_autoptr(GdkFrameClock) clock = NULL;

  if (drawing.window == NULL || !gtk_widget_get_mapped (drawing.window))
    return;

  clock = g_object_ref (gtk_widget_get_frame_clock (drawing.window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &drawing);
  g_object_add_weak_pointer (G_OBJECT (drawing.window), (gpointer *) &drawing.window);
  gtk_widget_queue_draw (drawing.window);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);

  if (!clinic_display_try (is_painted_or_gone, &drawing, DRAW_MS))
    g_test_message ("A window was not painted within %d ms", DRAW_MS);

  /* A window that went away meanwhile has taken its clock's handlers along. */
  g_signal_handlers_disconnect_by_func (clock, painted_cb, &drawing);

  if (drawing.window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (drawing.window), (gpointer *) &drawing.window);
}

static void
draw_all (void)
{
  g_autoptr(GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    g_ptr_array_add (windows, g_list_model_get_item (toplevels, i));

  for (guint i = 0; i < windows->len; i++)
    clinic_display_draw (windows->pdata[i]);
}

void
clinic_display_settle (ClinicDesk *desk)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      clinic_display_drain (2000);

      if (desk != NULL)
        pass_workers (desk);

      if (i % 2 == 0)
        draw_all ();
    }

  clinic_display_drain (2000);
  draw_all ();
}

static void
action_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autofree char *words = parameter != NULL ? g_variant_print (parameter, FALSE) : NULL;

  g_free (last_action);
  last_action = g_strdup_printf ("win.%s%s%s", g_action_get_name (G_ACTION (action)),
                                 words != NULL ? " " : "", words != NULL ? words : "");
}

char *
clinic_display_last_action (void)
{
  return g_steal_pointer (&last_action);
}

/* A window that stands in for ClinicWindow. */
static GtkWindow *
make_window (GtkWidget *child)
{
  const GActionEntry actions[] = {
    { "go", action_cb, "s" }, { "back", action_cb }, { "search", action_cb },
    { "open-patient", action_cb, "x" }, { "open-patient-window", action_cb, "x" },
    { "open-chart", action_cb, "x" }, { "show-day", action_cb, "s" },
    { "register", action_cb, "s" }, { "edit-patient", action_cb, "x" },
    { "book", action_cb, "(xs)" }, { "plan-course", action_cb, "x" },
    { "log-reaction", action_cb, "(xx)" }, { "measure", action_cb, "(xx)" }, { "add-photos", action_cb, "(xx)" },
    { "undo", action_cb }, { "redo", action_cb }, { "undo-operation", action_cb, "x" },
    { "report", action_cb, "(sx)" }, { "check-in", action_cb, "x" }, { "preferences", action_cb },
  };
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *toasts = adw_toast_overlay_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), child);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), toasts);
  gtk_window_set_default_size (GTK_WINDOW (window), 1060, 760);

  return GTK_WINDOW (window);
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

GtkWindow *
clinic_display_show (GtkWidget *child)
{
  GtkWindow *window = GTK_IS_WINDOW (child) ? GTK_WINDOW (child) : make_window (child);
  Shown *entry = g_new0 (Shown, 1);

  entry->name = g_strdup (G_OBJECT_TYPE_NAME (child));
  g_weak_ref_init (&entry->window, window);
  g_ptr_array_add (shown, entry);

  gtk_window_present (window);
  clinic_display_wait (is_laid_out, window);

  /* "mapped" and "active" come before the first layout; keys sent then are lost. */
  for (guint i = 0; i < 3; i++)
    clinic_display_draw (GTK_WIDGET (window));

  clinic_display_settle (current);
  clinic_display_focus ();

  return window;
}

static gboolean
no_window_left (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0;
}

static gboolean
is_gone (gpointer data)
{
  g_autoptr(GObject) window = g_weak_ref_get (data);

  return window == NULL;
}

static void
destroy_windows (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (toplevels) > 0)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item
                                      (toplevels, g_list_model_get_n_items (toplevels) - 1);

      gtk_window_destroy (window);
    }

  clinic_display_wait (no_window_left, NULL);
}

static void
check_finalized (void)
{
  for (guint i = 0; i < shown->len; i++)
    {
      Shown *entry = shown->pdata[i];

      if (!clinic_display_try (is_gone, &entry->window, PATIENCE_MS))
        g_error ("The window of %s is still referenced after it was destroyed", entry->name);
    }

  g_clear_pointer (&shown, g_ptr_array_unref);
}

static gboolean
desk_is_ours_alone (gpointer data)
{
  return G_OBJECT (current)->ref_count == 1;
}

static void
close_desk (void)
{
  GWeakRef desk;

  clinic_display_settle (current);

  if (!clinic_display_try (desk_is_ours_alone, NULL, PATIENCE_MS))
    g_error ("The desk is still referenced after all windows were destroyed");

  g_weak_ref_init (&desk, current);
  g_clear_object (&current);
  g_assert_true (is_gone (&desk));
  g_weak_ref_clear (&desk);
  clinic_display_drain (2000);
}

/* Nothing is remembered of the test before. */
static void
forget_settings (void)
{
  GSettings *settings = clinic_settings_get ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  if (settings == NULL)
    return;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);

  for (char **key = keys; *key != NULL; key++)
    g_settings_reset (settings, *key);
}

static void
run_case (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *path = copy_clinic (self->role != NULL);
  g_autofree char *own = g_path_get_dirname (path);

  shown = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);
  g_clear_pointer (&last_action, g_free);
  forget_settings ();
  clinic_desk_open_async (path, NULL, opened_cb, NULL);
  clinic_display_wait (is_open, NULL);
  choose_actor (self->role != NULL ? self->role : "owner");

  if (self->func != NULL)
    self->func (current);
  else
    self->data_func (current, self->data);

  clinic_display_settle (current);
  destroy_windows ();
  clinic_display_settle (current);
  check_finalized ();
  close_desk ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  remove_folder (own);
}

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->role);
  g_free (self);
}

static void
add_case (const char *path,
          const char *role,
          Case       *self)
{
  Case *copy = g_memdup2 (self, sizeof *self);

  copy->role = g_strdup (role);
  g_test_add_data_func_full (path, copy, run_case, case_free);
}

void
clinic_display_add (const char        *path,
                    const char        *role,
                    ClinicDisplayFunc  func)
{
  Case self = { .func = func };

  add_case (path, role, &self);
}

void
clinic_display_add_data (const char            *path,
                         const char            *role,
                         gconstpointer          data,
                         ClinicDisplayDataFunc  func)
{
  Case self = { .data_func = func, .data = data };

  add_case (path, role, &self);
}

void
clinic_display_add_empty (const char        *path,
                          ClinicDisplayFunc  func)
{
  Case self = { .func = func };

  add_case (path, NULL, &self);
}

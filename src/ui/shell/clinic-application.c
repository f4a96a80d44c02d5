/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-application.h"
#include "clinic-preferences.h"
#include "clinic-settings.h"
#include "clinic-stalls.h"
#include "clinic-toast.h"
#include "clinic-ui.h"
#include "clinic-welcome.h"
#include "clinic-window.h"

/* When opening takes longer than this, it is shown. */
#define PATIENCE_MS 600
/* To draw it in all sizes a library is loaded first: the first picture does not wait for that. */
#define ICON_SECONDS 1

struct _ClinicApplication
{
  AdwApplication   parent_instance;
  char            *named;         /* the clinic of the command line; NULL: none */
  struct _Opening *ahead;         /* begun before it was asked for; NULL: none */
};

G_DEFINE_FINAL_TYPE (ClinicApplication, clinic_application, ADW_TYPE_APPLICATION)

static GtkWindow *
find_window (ClinicApplication * self,
             GType type)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *window = windows; window != NULL; window = window->next)
    {
      if (g_type_is_a (G_OBJECT_TYPE (window->data), type))
        return window->data;
    }

  return NULL;
}

/* Whoever acted here last, or is named in $ANAGEN_STAFF; else the first. */
static void
choose_actor (ClinicDesk *desk)
{
  GListModel *staff = clinic_desk_get_staff (desk);
  gint64 last = clinic_settings_get_actor (clinic_desk_get_location (desk));
  const char *name = g_getenv ("ANAGEN_STAFF");
  g_autoptr(ClinicStaff) chosen = g_list_model_get_item (staff, 0);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) member = g_list_model_get_item (staff, i);

      if (name != NULL ? g_strcmp0 (member->name, name) == 0
                       : clinic_record_get_id (CLINIC_RECORD (member)) == last)
        g_set_object (&chosen, member);
    }

  clinic_desk_set_actor (desk, chosen);
}

/* A clinic on its way to a window. */
typedef struct _Opening
{
  ClinicApplication *application;
  char              *location;
  GCancellable      *cancellable;
  guint              patience;
  gboolean           unwanted;    /* another was asked for */
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_handle_id (&opening->patience, g_source_remove);
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_object_unref (opening->cancellable);
  g_free (opening->location);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
present_cb (gpointer window)
{
  gtk_window_present (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static void
show_clinic (ClinicApplication *self,
             ClinicDesk        *desk)
{
  GtkWindow *welcome = find_window (self, CLINIC_TYPE_WELCOME);
  ClinicWindow *window;

  choose_actor (desk);

  /* The demonstration is for looking: the next start asks again. */
  if (!clinic_desk_get_clinic (desk)->demonstration)
    clinic_settings_set_clinic (clinic_desk_get_location (desk));

  window = clinic_window_new (GTK_APPLICATION (self), desk);
  /* Made in one turn of the main loop, laid out in the next. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, present_cb, g_object_ref (window), g_object_unref);

  if (welcome != NULL)
    gtk_window_destroy (welcome);
}

static void
desk_opened_cb (ClinicWelcome     *welcome,
                ClinicDesk        *desk,
                ClinicApplication *self)
{
  show_clinic (self, desk);
}

static ClinicWelcome *
make_welcome (ClinicApplication *self)
{
  GtkWindow *window = find_window (self, CLINIC_TYPE_WELCOME);
  ClinicWelcome *welcome;

  if (window != NULL)
    return CLINIC_WELCOME (window);

  welcome = clinic_welcome_new (GTK_APPLICATION (self));
  g_signal_connect_object (welcome, "opened", G_CALLBACK (desk_opened_cb), self, 0);

  return welcome;
}

/* The window that has this clinic open already. */
static GtkWindow *
find_clinic (ClinicApplication *self,
             const char        *location)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *window = windows; window != NULL; window = window->next)
    {
      if (CLINIC_IS_WINDOW (window->data) &&
          g_strcmp0 (clinic_desk_get_location (clinic_window_get_desk (window->data)),
                     location) == 0)
        return window->data;
    }

  return NULL;
}

static gboolean
patience_over_cb (gpointer user_data)
{
  Opening *opening = user_data;
  ClinicWelcome *welcome = make_welcome (opening->application);

  opening->patience = 0;
  clinic_welcome_wait (welcome, opening->location, opening->cancellable);
  gtk_window_present (GTK_WINDOW (welcome));

  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDesk) desk = clinic_desk_open_finish (result, &error);
  ClinicWelcome *welcome;

  if (opening->unwanted)
    return;

  if (desk != NULL)
    {
      show_clinic (opening->application, desk);
      return;
    }

  /* Who closed the window that waited wants no other. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      find_window (opening->application, CLINIC_TYPE_WELCOME) == NULL)
    return;

  welcome = make_welcome (opening->application);
  clinic_welcome_wait (welcome, opening->location, NULL);
  clinic_welcome_complain (welcome, error);
  gtk_window_present (GTK_WINDOW (welcome));
}

/* Without the welcome window: it comes forward when there is something to say, or when it takes
 * time. */
static Opening *
begin_opening (ClinicApplication *self,
               const char        *location)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->application = g_object_ref (self);
  opening->location = g_strdup (location);
  opening->cancellable = g_cancellable_new ();
  opening->patience = g_timeout_add (PATIENCE_MS, patience_over_cb, opening);
  g_application_hold (G_APPLICATION (self));
  clinic_desk_open_async (location, opening->cancellable, opened_cb, opening);

  return opening;
}

/* Nothing came of it yet: that happens in the main loop, which only runs once it is known what was
 * asked for. */
static void
drop_ahead (ClinicApplication *self)
{
  Opening *ahead = g_steal_pointer (&self->ahead);

  if (ahead == NULL)
    return;

  ahead->unwanted = TRUE;
  g_clear_handle_id (&ahead->patience, g_source_remove);
  g_cancellable_cancel (ahead->cancellable);
}

/* What the first window needs is read meanwhile. */
static void
open_alone (ClinicApplication *self,
            const char        *location)
{
  if (self->ahead != NULL && g_str_equal (self->ahead->location, location))
    {
      self->ahead = NULL;
    }
  else
    {
      drop_ahead (self);
      begin_opening (self, location);
    }

  clinic_window_prepare ();
}

static void
open_clinic (ClinicApplication *self,
             const char        *location)
{
  GtkWindow *window = find_clinic (self, location);
  GtkWindow *welcome = find_window (self, CLINIC_TYPE_WELCOME);

  if (window != NULL)
    gtk_window_present (window);
  else if (welcome != NULL)
    clinic_welcome_open (CLINIC_WELCOME (welcome), location);
  else
    open_alone (self, location);
}

static void
open_demonstration (ClinicApplication *self,
                    gboolean           anew)
{
  g_autofree char *location = clinic_founding_demonstration ();
  GtkWindow *window = find_clinic (self, location);
  ClinicWelcome *welcome;

  if (window != NULL)
    {
      gtk_window_present (window);

      if (anew)
        clinic_toast_show (GTK_WIDGET (window),
                           _("The demonstration is open here. It can be made anew once it is closed."), 0);

      return;
    }

  welcome = make_welcome (self);

  if (anew || !g_file_test (location, G_FILE_TEST_EXISTS))
    gtk_window_present (GTK_WINDOW (welcome));

  clinic_welcome_demonstrate (welcome, anew);
}

/* What opens when nothing is named: $ANAGEN_CLINIC, else the last one while it is there. */
static char *
dup_usual (void)
{
  const char *given = g_getenv ("ANAGEN_CLINIC");
  g_autofree char *last = NULL;

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  last = clinic_settings_dup_clinic ();

  return last != NULL && (g_file_test (last, G_FILE_TEST_EXISTS) || g_strrstr (last, "://"))
         ? g_steal_pointer (&last) : NULL;
}

static void
clinic_application_activate (GApplication *application)
{
  ClinicApplication *self = CLINIC_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *usual = dup_usual ();

  if (window != NULL)
    gtk_window_present (window);
  else if (usual != NULL)
    open_clinic (self, usual);
  else
    gtk_window_present (GTK_WINDOW (make_welcome (self)));
}

/* A file as a whole path, from @folder or else from here; the address of a server as it is. */
static char *
dup_location (const char *word,
              const char *folder)
{
  return g_strrstr (word, "://") != NULL ? g_strdup (word) : g_canonicalize_filename (word, folder);
}

static int
clinic_application_command_line (GApplication            *application,
                                 GApplicationCommandLine *line)
{
  ClinicApplication *self = CLINIC_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_auto(GStrv) arguments = g_application_command_line_get_arguments (line, NULL);
  g_autofree char *location = NULL;

  if (g_variant_dict_contains (options, "demonstration") ||
      g_variant_dict_contains (options, "fresh"))
    {
      open_demonstration (self, g_variant_dict_contains (options, "fresh"));
    }
  else if (g_strv_length (arguments) < 2)
    {
      g_application_activate (application);
    }
  else
    {
      location = dup_location (arguments[1], g_application_command_line_get_cwd (line));
      open_clinic (self, location);
    }

  drop_ahead (self);

  return 0;
}

/* Only remembers what is likely meant: the command line is read where the first window is. */
static gboolean
clinic_application_local_command_line (GApplication   *application,
                                       char         ***arguments,
                                       int            *status)
{
  ClinicApplication *self = CLINIC_APPLICATION (application);
  const char *word = (*arguments)[0] != NULL ? (*arguments)[1] : NULL;

  g_free (self->named);

  if (word == NULL)
    self->named = dup_usual ();
  else
    self->named = *word != '-' ? dup_location (word, NULL) : NULL;

  return G_APPLICATION_CLASS (clinic_application_parent_class)->local_command_line (application,
                                                                                    arguments,
                                                                                    status);
}

static void
welcome_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (make_welcome (CLINIC_APPLICATION (user_data))));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)),
                                     (GCopyFunc) g_object_ref, NULL);

  /* Each is closed as a person would, so that drafts and sizes are kept; it takes along what is
   * above it. */
  for (GList *window = windows; window != NULL; window = window->next)
    {
      if (gtk_window_get_transient_for (window->data) == NULL)
        gtk_window_close (window->data);
    }

  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry actions[] = {
  { "welcome", welcome_action },
  { "quit", quit_action },
};

/* Windows that are there already get it too. */
static gboolean
set_icon_cb (gpointer user_data)
{
  gtk_window_set_default_icon_name ("org.anagen.Anagen");

  return G_SOURCE_REMOVE;
}

static void
clinic_application_startup (GApplication *application)
{
  static const char * const quit_keys[] = { "<Control>q", NULL };
  ClinicApplication *self = CLINIC_APPLICATION (application);

  clinic_ui_open_display ();

  /* The file is read while libadwaita sets itself up, which takes longer. */
  if (self->named != NULL)
    self->ahead = begin_opening (self, self->named);

  G_APPLICATION_CLASS (clinic_application_parent_class)->startup (application);

  clinic_stalls_watch ();
  clinic_ui_init ();
  clinic_preferences_apply ();
  g_timeout_add_seconds_full (G_PRIORITY_LOW, ICON_SECONDS, set_icon_cb, NULL, NULL);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
}

static void
clinic_application_finalize (GObject *object)
{
  g_free (CLINIC_APPLICATION (object)->named);

  G_OBJECT_CLASS (clinic_application_parent_class)->finalize (object);
}

static void
clinic_application_class_init (ClinicApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = clinic_application_finalize;
  application_class->local_command_line = clinic_application_local_command_line;
  application_class->activate = clinic_application_activate;
  application_class->command_line = clinic_application_command_line;
  application_class->startup = clinic_application_startup;
}

static void
clinic_application_init (ClinicApplication *self)
{
  const GOptionEntry options[] = {
    { "demonstration", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_("Open the demonstration clinic, made first where there is none"), NULL },
    { "fresh", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_("Make the demonstration clinic anew and open it"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[CLINIC]"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

ClinicApplication *
clinic_application_new (void)
{
  return g_object_new (CLINIC_TYPE_APPLICATION,
                       "application-id", "org.anagen.Anagen",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/anagen/Anagen/application",
                       NULL);
}

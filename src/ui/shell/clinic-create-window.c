/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-create-window.h"
#include "clinic-hours.h"
#include "clinic-notice.h"
#include "clinic-resource.h"
#include "clinic-text.h"

struct _ClinicCreateWindow
{
  AdwWindow parent_instance;

  char         *location;
  GPtrArray    *ticks;          /* GtkCheckButton, with the code or name as data */

  ClinicNotice *notice;
  GtkEditable  *name;
  GtkEditable  *zone;
  GtkEditable  *hours;
  GtkEditable  *owner;
  GtkEditable  *rooms;
  AdwComboRow  *language;
  GtkListBox   *protocols;
  GtkListBox   *cocktails;
  AdwActionRow *place;
  GtkButton    *create_button;
};

G_DEFINE_FINAL_TYPE (ClinicCreateWindow, clinic_create_window, ADW_TYPE_WINDOW)

/* *INDENT-OFF* */
static const struct
{
  const char *code;
  const char *name;         /* as its speakers write it: not translated */
} languages[] = {
  { "en", "English" },
  { "tr", "Türkçe" },
  { "de", "Deutsch" },
  { "ar", "العربية" },
  { "fr", "Français" },
  { "es", "Español" },
};
/* *INDENT-ON* */

static void
show_place (ClinicCreateWindow *self)
{
  adw_action_row_set_subtitle (self->place, self->location);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ClinicCreateWindow *self = CLINIC_CREATE_WINDOW (source);
  g_autoptr(GFile) file = clinic_choose_file_finish (GTK_WIDGET (self), result);

  if (file == NULL || self->place == NULL)
    return;

  g_free (self->location);
  self->location = g_file_get_path (file);
  show_place (self);
}

static void
choose_place_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  clinic_choose_file_async (widget, _("Where the clinic is kept"), TRUE, "clinic.anagen",
                            _("Clinics"), "*.anagen", place_chosen_cb, NULL);
}

static char **
dup_rooms (ClinicCreateWindow *self)
{
  g_auto(GStrv) parts = g_strsplit (gtk_editable_get_text (self->rooms), ",", -1);
  g_autoptr(GPtrArray) rooms = g_ptr_array_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      char *room = clinic_text_clean (*part);

      if (room != NULL)
        g_ptr_array_add (rooms, room);
    }

  g_ptr_array_add (rooms, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&rooms), FALSE);
}

static char **
dup_given_up (ClinicCreateWindow *self)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < self->ticks->len; i++)
    {
      if (!gtk_check_button_get_active (self->ticks->pdata[i]))
        g_ptr_array_add (codes, g_strdup (g_object_get_data (self->ticks->pdata[i], "code")));
    }

  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/* A sentence about what is missing; NULL: nothing. Lent. */
static const char *
find_fault (ClinicCreateWindow *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (gtk_editable_get_text (self->zone));
  ClinicHours hours;

  if (clinic_text_is_empty (gtk_editable_get_text (self->name)))
    return _("Give the clinic a name.");

  if (clinic_text_is_empty (gtk_editable_get_text (self->owner)))
    return _("Say your name: whoever acts is written down with everything that is done.");

  if (zone == NULL)
    return _("There is no such time zone. Write it like Europe/Istanbul.");

  if (!clinic_hours_parse (gtk_editable_get_text (self->hours), &hours, NULL))
    return _("Write opening hours like Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00.");

  if (g_file_test (self->location, G_FILE_TEST_EXISTS))
    return _("There is a file of this name already. Choose another place.");

  return NULL;
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicCreateWindow *self = CLINIC_CREATE_WINDOW (widget);
  GtkWindow *welcome = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *fault = find_fault (self);
  ClinicFounding *founding;

  clinic_notice_set_text (self->notice, "error", fault);

  if (fault != NULL)
    return;

  founding = g_new0 (ClinicFounding, 1);
  founding->location = g_strdup (self->location);
  founding->name = clinic_text_clean (gtk_editable_get_text (self->name));
  founding->zone = g_strdup (gtk_editable_get_text (self->zone));
  founding->language = g_strdup (languages[adw_combo_row_get_selected (self->language)].code);
  founding->hours = clinic_text_clean (gtk_editable_get_text (self->hours));
  founding->owner = clinic_text_clean (gtk_editable_get_text (self->owner));
  founding->rooms = dup_rooms (self);
  founding->given_up = dup_given_up (self);
  clinic_welcome_found (CLINIC_WELCOME (welcome), founding);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_tick (ClinicCreateWindow *self,
          GtkListBox         *list,
          const char         *code,
          const char         *name,
          const char         *source)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source != NULL ? source : "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (check), "code", g_strdup (code), g_free);
  g_ptr_array_add (self->ticks, check);
  gtk_list_box_append (list, row);
}

/* What is shipped. A protocol is known by its code, a cocktail by its name. */
static void
list_seed (ClinicCreateWindow *self,
           GtkListBox         *list,
           const char         *path,
           gboolean            by_name)
{
  g_autoptr(GBytes) bytes = clinic_resource_lookup (path);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_auto(GStrv) groups = NULL;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return;

  groups = g_key_file_get_groups (file, NULL);

  for (char **group = groups; *group != NULL; group++)
    {
      g_autofree char *name = g_key_file_get_string (file, *group, "name", NULL);
      g_autofree char *source = g_key_file_get_string (file, *group, "source", NULL);

      if (name != NULL)
        add_tick (self, list, by_name ? name : *group, name, source);
    }
}

static void
list_languages (ClinicCreateWindow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const char * const *own = g_get_language_names ();
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gtk_string_list_append (names, languages[i].name);

      if (g_strv_contains (own, languages[i].code) && selected == 0)
        selected = i;
    }

  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language, selected);
}

static void
clinic_create_window_dispose (GObject *object)
{
  ClinicCreateWindow *self = CLINIC_CREATE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_CREATE_WINDOW);

  G_OBJECT_CLASS (clinic_create_window_parent_class)->dispose (object);
}

static void
clinic_create_window_finalize (GObject *object)
{
  ClinicCreateWindow *self = CLINIC_CREATE_WINDOW (object);

  g_ptr_array_unref (self->ticks);
  g_free (self->location);

  G_OBJECT_CLASS (clinic_create_window_parent_class)->finalize (object);
}

static void
clinic_create_window_class_init (ClinicCreateWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_create_window_dispose;
  object_class->finalize = clinic_create_window_finalize;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-create-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, name);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, zone);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, hours);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, owner);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, rooms);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, language);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, protocols);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, cocktails);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, place);
  gtk_widget_class_bind_template_child (widget_class, ClinicCreateWindow, create_button);
  gtk_widget_class_install_action (widget_class, "create.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "create.choose-place", NULL,
                                   choose_place_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_create_window_init (ClinicCreateWindow *self)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();

  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->location = g_build_filename (g_get_user_data_dir (), "anagen", "clinic.anagen", NULL);
  show_place (self);
  gtk_editable_set_text (self->zone, g_time_zone_get_identifier (local));
  list_languages (self);
  list_seed (self, self->protocols, "seed/protocols.ini", FALSE);
  list_seed (self, self->cocktails, "seed/cocktails.ini", TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->create_button));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
clinic_create_window_present (ClinicWelcome *welcome)
{
  GtkWidget *self;

  g_return_if_fail (CLINIC_IS_WELCOME (welcome));

  self = g_object_new (CLINIC_TYPE_CREATE_WINDOW, "transient-for", welcome, NULL);
  gtk_window_present (GTK_WINDOW (self));
}

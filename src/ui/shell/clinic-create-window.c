/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-create-window.h"
#include "clinic-hours-row.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-seed-list.h"
#include "clinic-text.h"
#include "clinic-time-zone-row.h"

struct _ClinicCreateWindow
{
  AdwWindow parent_instance;

  char         *location;

  ClinicNotice      *notice;
  GtkEditable       *name;
  ClinicTimeZoneRow *zone;
  ClinicHoursRow    *hours;
  GtkEditable       *owner;
  GtkEditable       *rooms;
  AdwComboRow       *language;
  ClinicSeedList    *protocols;
  ClinicSeedList    *cocktails;
  AdwActionRow      *place;
  GtkButton         *create_button;
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

/* Shipped protocols and cocktails that are not ticked. */
static char **
dup_given_up (ClinicCreateWindow *self)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  clinic_seed_list_add_given_up (self->protocols, codes);
  clinic_seed_list_add_given_up (self->cocktails, codes);

  return g_strv_builder_end (codes);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicCreateWindow *self = CLINIC_CREATE_WINDOW (widget);
  GtkWindow *welcome = gtk_window_get_transient_for (GTK_WINDOW (self));
  ClinicFounding *founding;
  const char *fault;

  founding = g_new0 (ClinicFounding, 1);
  founding->location = g_strdup (self->location);
  founding->name = clinic_text_clean (gtk_editable_get_text (self->name));
  founding->zone = g_strdup (clinic_time_zone_row_get_zone (self->zone));
  founding->language = g_strdup (languages[adw_combo_row_get_selected (self->language)].code);
  founding->hours = g_strdup (clinic_hours_row_get_text (self->hours));
  founding->owner = clinic_text_clean (gtk_editable_get_text (self->owner));
  founding->rooms = clinic_founding_split_rooms (gtk_editable_get_text (self->rooms));
  founding->given_up = dup_given_up (self);
  fault = clinic_founding_find_fault (founding);
  clinic_notice_set_text (self->notice, "error", fault);

  if (fault != NULL)
    {
      clinic_founding_free (founding);
      return;
    }

  clinic_welcome_found (CLINIC_WELCOME (welcome), founding);
  gtk_window_close (GTK_WINDOW (self));
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

  g_type_ensure (CLINIC_TYPE_HOURS_ROW);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_SEED_LIST);
  g_type_ensure (CLINIC_TYPE_TIME_ZONE_ROW);
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "create.create", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "create.create", NULL);
}

static void
clinic_create_window_init (ClinicCreateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->location = g_build_filename (g_get_user_data_dir (), "anagen", "clinic.anagen", NULL);
  show_place (self);
  list_languages (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->create_button));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
clinic_create_window_present (ClinicWelcome *welcome)
{
  GtkWidget *self;

  g_return_if_fail (CLINIC_IS_WELCOME (welcome));

  self = g_object_new (CLINIC_TYPE_CREATE_WINDOW, "transient-for", welcome, NULL);
  clinic_present (GTK_WINDOW (self));
}

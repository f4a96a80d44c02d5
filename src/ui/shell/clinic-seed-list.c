/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-resource.h"
#include "clinic-seed-list.h"

struct _ClinicSeedList
{
  AdwBin parent_instance;

  char       *seed;
  char       *label;
  gboolean    by_name;
  GtkListBox *list;
  GPtrArray  *ticks;          /* GtkCheckButton, with the code or name as data */
};

typedef enum
{
  PROPERTY_SEED = 1,
  PROPERTY_LABEL,
  PROPERTY_BY_NAME,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicSeedList, clinic_seed_list, ADW_TYPE_BIN)

static void
add_tick (ClinicSeedList *self,
          const char     *code,
          const char     *name,
          const char     *source)
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
  gtk_list_box_append (self->list, row);
}

static void
list_seed (ClinicSeedList *self)
{
  g_autoptr(GBytes) bytes = clinic_resource_lookup (self->seed);
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
        add_tick (self, self->by_name ? _(name) : *group, _(name), source);
    }
}

static void
clinic_seed_list_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ClinicSeedList *self = CLINIC_SEED_LIST (object);

  switch ((Property) property_id)
    {
    case PROPERTY_SEED:
      self->seed = g_value_dup_string (value);
      break;

    case PROPERTY_LABEL:
      self->label = g_value_dup_string (value);
      break;

    case PROPERTY_BY_NAME:
      self->by_name = g_value_get_boolean (value);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_seed_list_constructed (GObject *object)
{
  ClinicSeedList *self = CLINIC_SEED_LIST (object);

  G_OBJECT_CLASS (clinic_seed_list_parent_class)->constructed (object);

  self->ticks = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));

  if (self->label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->label, -1);

  if (self->seed != NULL)
    list_seed (self);
}

static void
clinic_seed_list_finalize (GObject *object)
{
  ClinicSeedList *self = CLINIC_SEED_LIST (object);

  g_ptr_array_unref (self->ticks);
  g_free (self->seed);
  g_free (self->label);

  G_OBJECT_CLASS (clinic_seed_list_parent_class)->finalize (object);
}

static void
clinic_seed_list_class_init (ClinicSeedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = clinic_seed_list_set_property;
  object_class->constructed = clinic_seed_list_constructed;
  object_class->finalize = clinic_seed_list_finalize;

  properties[PROPERTY_SEED] = g_param_spec_string ("seed", NULL, NULL, NULL, flags);
  properties[PROPERTY_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROPERTY_BY_NAME] = g_param_spec_boolean ("by-name", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_seed_list_init (ClinicSeedList *self)
{
}

void
clinic_seed_list_add_given_up (ClinicSeedList *self,
                               GStrvBuilder   *given_up)
{
  g_return_if_fail (CLINIC_IS_SEED_LIST (self));

  for (guint i = 0; i < self->ticks->len; i++)
    {
      if (!gtk_check_button_get_active (self->ticks->pdata[i]))
        g_strv_builder_add (given_up, g_object_get_data (self->ticks->pdata[i], "code"));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-radio-rows.h"

struct _ClinicRadioRows
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray  *buttons;      /* GtkCheckButton, lent */
  char       *value;
};

typedef enum
{
  PROPERTY_VALUE = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicRadioRows, clinic_radio_rows, ADW_TYPE_BIN)

static const char *
get_value (GtkWidget * button)
{
  return g_object_get_data (G_OBJECT (button), "value");
}

static void
set_value (ClinicRadioRows *self,
           const char      *value)
{
  if (g_strcmp0 (self->value, value) == 0)
    return;

  g_free (self->value);
  self->value = g_strdup (value);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (self->buttons->pdata[i],
                                 g_strcmp0 (get_value (self->buttons->pdata[i]), value) == 0);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_VALUE]);
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer        user_data)
{
  if (gtk_check_button_get_active (button))
    set_value (user_data, get_value (GTK_WIDGET (button)));
}

static void
clinic_radio_rows_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROPERTY_VALUE)
    g_value_set_string (value, CLINIC_RADIO_ROWS (object)->value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_radio_rows_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (property_id == PROPERTY_VALUE)
    set_value (CLINIC_RADIO_ROWS (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_radio_rows_finalize (GObject *object)
{
  ClinicRadioRows *self = CLINIC_RADIO_ROWS (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->value);

  G_OBJECT_CLASS (clinic_radio_rows_parent_class)->finalize (object);
}

static void
clinic_radio_rows_class_init (ClinicRadioRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_radio_rows_get_property;
  object_class->set_property = clinic_radio_rows_set_property;
  object_class->finalize = clinic_radio_rows_finalize;

  properties[PROPERTY_VALUE] =
    g_param_spec_string ("value", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_radio_rows_init (ClinicRadioRows *self)
{
  self->buttons = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
clinic_radio_rows_clear (ClinicRadioRows *self)
{
  GtkWidget *row;

  g_return_if_fail (CLINIC_IS_RADIO_ROWS (self));

  g_ptr_array_set_size (self->buttons, 0);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

void
clinic_radio_rows_add (ClinicRadioRows *self,
                       const char      *value,
                       const char      *title,
                       const char      *subtitle)
{
  GtkWidget *row;
  GtkWidget *button;

  g_return_if_fail (CLINIC_IS_RADIO_ROWS (self) && value != NULL && title != NULL);

  row = adw_action_row_new ();
  button = gtk_check_button_new ();
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (value), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons->pdata[0]);

  g_ptr_array_add (self->buttons, button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), g_strcmp0 (self->value, value) == 0);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_box_append (self->list, row);
}

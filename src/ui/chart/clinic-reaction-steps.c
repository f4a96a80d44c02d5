/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-gradual-model.h"
#include "clinic-reaction-steps.h"
#include "clinic-reaction-words.h"

#define N_DIGITS 9

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

/* The digit of its key, which its grade says anyway. */
static void
set_digit (GtkWidget *row,
           int        digit)
{
  g_object_set_data (G_OBJECT (row), "digit", GINT_TO_POINTER (digit));
}

static int
find_digit (const char *zone)
{
  for (int i = 0; i < N_DIGITS && clinic_zones[i].value != NULL; i++)
    {
      if (g_str_equal (clinic_zones[i].value, zone))
        return i + 1;
    }

  return 0;
}

static GtkWidget *
create_zone (gpointer item,
             gpointer user_data)
{
  const char *value = gtk_string_object_get_string (item);
  int digit = find_digit (value);
  GtkWidget *row;

  if (*value == '\0')
    return create_row (_("No particular zone"), "");

  row = create_row (clinic_choice_label (clinic_zones, value), "");
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value), g_free);
  set_digit (row, digit);

  if (digit > 0)
    {
      g_autofree char *key = g_strdup_printf ("%d", digit);
      GtkWidget *label = gtk_label_new (key);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }

  return row;
}

void
clinic_reaction_steps_show_zones (GtkListBox *list)
{
  g_autoptr(GtkStringList) zones = gtk_string_list_new (NULL);

  for (const ClinicChoice *zone = clinic_zones; zone->value != NULL; zone++)
    gtk_string_list_append (zones, zone->value);

  gtk_string_list_append (zones, "");
  gtk_list_box_bind_model (list, G_LIST_MODEL (zones), create_zone, NULL, NULL);
}

static GtkWidget *
create_kind (gpointer item,
             gpointer user_data)
{
  ClinicReactionKind *kind = item;
  g_autofree char *course = clinic_reaction_words_usual (kind);
  GtkWidget *row = create_row (kind->name, course);

  if (kind->red_flag)
    {
      GtkWidget *flag = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (flag, "error");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), flag);
    }

  g_object_set_data_full (G_OBJECT (row), "value", g_object_ref (kind), g_object_unref);

  return row;
}

void
clinic_reaction_steps_show_kinds (GtkListBox *list,
                                  GListModel *kinds)
{
  g_autoptr(ClinicGradualModel) rows = clinic_gradual_model_new (kinds);

  gtk_list_box_bind_model (list, G_LIST_MODEL (rows), create_kind, NULL, NULL);
}

/* The number of a grade, then its definition. */
static GtkWidget *
create_grade (gpointer item,
              gpointer user_data)
{
  const char *text = gtk_string_object_get_string (item);
  int grade = g_ascii_digit_value (text[0]);
  g_autofree char *title = grade > 0 ? g_strdup_printf (_("Grade %d"), grade) : g_strdup (_("Log it"));
  GtkWidget *row = create_row (title, text + 1);

  g_object_set_data (G_OBJECT (row), "value", GINT_TO_POINTER (grade));
  set_digit (row, grade);

  return row;
}

void
clinic_reaction_steps_show_grades (GtkListBox         *list,
                                   ClinicReactionKind *kind)
{
  g_autoptr(GtkStringList) rows = gtk_string_list_new (NULL);

  for (gint64 grade = 1; kind != NULL && grade <= 5; grade++)
    {
      const char *definition = clinic_reaction_kind_get_grade (kind, grade);

      if (definition != NULL)
        gtk_string_list_take (rows, g_strdup_printf ("%d%s", (int) grade, definition));
    }

  if (kind != NULL && g_list_model_get_n_items (G_LIST_MODEL (rows)) == 0)
    gtk_string_list_take (rows, g_strdup_printf ("0%s", _("This kind has no grades")));

  gtk_list_box_bind_model (list, G_LIST_MODEL (rows), create_grade, NULL, NULL);
}

static gboolean
digit_cb (GtkWidget *list,
          GVariant  *digit,
          gpointer   user_data)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "digit")) == g_variant_get_int32 (digit))
        return gtk_widget_activate (row);
    }

  return FALSE;
}

void
clinic_reaction_steps_add_digits (GtkListBox *list)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (int i = 1; i <= N_DIGITS; i++)
    {
      GtkShortcutTrigger *trigger =
        gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_0 + i, 0), gtk_keyval_trigger_new (GDK_KEY_KP_0 + i, 0));
      GtkShortcut *shortcut = gtk_shortcut_new (trigger, gtk_callback_action_new (digit_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }

  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}

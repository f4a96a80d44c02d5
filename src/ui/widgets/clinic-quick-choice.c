/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-quick-choice.h"

#define BEFORE "clinic-quick-choice-before"

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_below (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As GTK folds what its list is narrowed by. */
static char *
dup_folded (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

static char *
dup_row (GtkDropDown *choice,
         guint        row)
{
  g_autoptr(GObject) item = g_list_model_get_item (gtk_drop_down_get_model (choice), row);
  GtkExpression *expression = gtk_drop_down_get_expression (choice);
  g_auto(GValue) value = G_VALUE_INIT;

  if (expression == NULL || !gtk_expression_evaluate (expression, item, &value) || !G_VALUE_HOLDS_STRING (&value) ||
      g_value_get_string (&value) == NULL)
    return g_strdup ("");

  return dup_folded (g_value_get_string (&value));
}

static guint
find_row (GtkDropDown *choice,
          const char  *text)
{
  GListModel *model = gtk_drop_down_get_model (choice);
  g_autofree char *wanted = dup_folded (text);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autofree char *row = dup_row (choice, i);

      if (g_str_has_prefix (row, wanted))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The list follows the search a moment later, so that it is not asked. */
static void
taken_cb (GtkDropDown *choice,
          GtkEditable *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  const char *text = gtk_editable_get_text (entry);
  guint row = *text != '\0' ? find_row (choice, text) : gtk_drop_down_get_selected (choice);

  if (row == GTK_INVALID_LIST_POSITION)
    {
      gtk_widget_error_bell (GTK_WIDGET (entry));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_drop_down_set_selected (choice, row);
}

/* GTK leaves the keyboard in the list, where nothing can be typed, and what was typed last time where it was. */
static void
toggled_cb (GtkWidget       *entry,
            GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (entry);
}

static void
closed_cb (GtkDropDown *choice)
{
  GWeakRef *before = g_object_get_data (G_OBJECT (choice), BEFORE);
  g_autoptr(GtkWidget) focus = before != NULL ? g_weak_ref_get (before) : NULL;

  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);

  g_object_set_data (G_OBJECT (choice), BEFORE, NULL);
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
clinic_quick_choice_watch (GtkDropDown *choice)
{
  GtkWidget *popover = find_below (GTK_WIDGET (choice), GTK_TYPE_POPOVER);
  GtkWidget *entry = find_below (GTK_WIDGET (choice), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *button = find_below (GTK_WIDGET (choice), GTK_TYPE_TOGGLE_BUTTON);

  g_return_if_fail (popover != NULL && entry != NULL && button != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), entry, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (entry, "activate", G_CALLBACK (taken_cb), choice, G_CONNECT_SWAPPED);
  /* GTK closes it with the second Escape only. */
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), choice, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
clinic_quick_choice_open (GtkDropDown *choice)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (choice));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *button = find_below (GTK_WIDGET (choice), GTK_TYPE_TOGGLE_BUTTON);
  GWeakRef *before;

  if (root == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (choice)))
    return;

  before = g_new0 (GWeakRef, 1);
  g_weak_ref_init (before, focus);
  g_object_set_data_full (G_OBJECT (choice), BEFORE, before, weak_ref_free);
  /* An activated button waits for a moment, in which keys would go astray. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-quick-choice.h"
#include "clinic-text.h"

#define BEFORE "clinic-quick-choice-before"
#define OTHERS "clinic-quick-choice-others"

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

static char *
dup_said (GtkExpression *expression,
          gpointer       item)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (expression == NULL || !gtk_expression_evaluate (expression, item, &value) || !G_VALUE_HOLDS_STRING (&value))
    return NULL;

  return g_value_dup_string (&value);
}

static ClinicTextMatch
match (GtkDropDown *choice,
       gpointer     item,
       const char  *typed)
{
  g_autofree char *name = dup_said (gtk_drop_down_get_expression (choice), item);
  g_autofree char *others = dup_said (g_object_get_data (G_OBJECT (choice), OTHERS), item);

  return clinic_text_match (typed, name, others);
}

/* The first of the best. */
static guint
find_best (GtkDropDown *choice,
           GListModel  *model,
           const char  *typed)
{
  ClinicTextMatch best = CLINIC_TEXT_MATCH_NONE;
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);
      ClinicTextMatch now = match (choice, item, typed);

      if (now > best)
        {
          best = now;
          found = i;
        }
    }

  return found;
}

static GtkSingleSelection *
get_shown (GtkDropDown *choice)
{
  GtkWidget *list = find_below (GTK_WIDGET (choice), GTK_TYPE_LIST_VIEW);

  return list != NULL ? GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static GtkStringFilter *
get_filter (GtkDropDown *choice)
{
  GtkSingleSelection *shown = get_shown (choice);

  if (shown == NULL)
    return NULL;

  return GTK_STRING_FILTER (gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (gtk_single_selection_get_model (shown))));
}

/* GTK clears the search of a filter of its own kind only, before it counts rows: so that one stays, and is told what it
 * looks for wherever a row matches. */
static char *
find_cb (gpointer item,
         gpointer choice)
{
  const char *typed = gtk_string_filter_get_search (get_filter (choice));

  return typed != NULL && match (choice, item, typed) != CLINIC_TEXT_MATCH_NONE ? g_strdup (typed) : NULL;
}

/* The filter is a new one with each model. */
static void
model_changed_cb (GtkDropDown *choice)
{
  GtkStringFilter *filter = get_filter (choice);
  GtkExpression *expression;

  if (filter == NULL)
    return;

  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (find_cb), choice, NULL);
  gtk_string_filter_set_expression (filter, expression);
  gtk_expression_unref (expression);
}

/* GTK looks again only where the letters before were found. */
static void
search_changed_cb (GtkDropDown *choice,
                   GtkEditable *entry)
{
  GtkSingleSelection *shown = get_shown (choice);
  GtkWidget *list = find_below (GTK_WIDGET (choice), GTK_TYPE_LIST_VIEW);
  guint best;

  if (shown == NULL || *gtk_editable_get_text (entry) == '\0')
    return;

  gtk_filter_changed (GTK_FILTER (get_filter (choice)), GTK_FILTER_CHANGE_DIFFERENT);
  best = find_best (choice, G_LIST_MODEL (shown), gtk_editable_get_text (entry));

  if (best == GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (shown, best);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", best);
}

/* The list follows the search a moment later, so that it is not asked. */
static void
taken_cb (GtkDropDown *choice,
          GtkEditable *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  const char *text = gtk_editable_get_text (entry);
  guint row = *text != '\0' ? find_best (choice, gtk_drop_down_get_model (choice), text)
                           : gtk_drop_down_get_selected (choice);

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
clinic_quick_choice_watch (GtkDropDown   *choice,
                           GtkExpression *others)
{
  GtkWidget *popover = find_below (GTK_WIDGET (choice), GTK_TYPE_POPOVER);
  GtkWidget *entry = find_below (GTK_WIDGET (choice), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *button = find_below (GTK_WIDGET (choice), GTK_TYPE_TOGGLE_BUTTON);

  g_return_if_fail (popover != NULL && entry != NULL && button != NULL);

  g_object_set_data_full (G_OBJECT (choice), OTHERS, others, others != NULL ? (GDestroyNotify) gtk_expression_unref : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), entry, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), choice,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (entry, "activate", G_CALLBACK (taken_cb), choice, G_CONNECT_SWAPPED);
  /* GTK closes it with the second Escape only. */
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), choice, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect (choice, "notify::model", G_CALLBACK (model_changed_cb), NULL);
  g_signal_connect (choice, "notify::expression", G_CALLBACK (model_changed_cb), NULL);
  model_changed_cb (choice);
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

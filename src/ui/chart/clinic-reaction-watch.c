/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-earlier-injection.h"
#include "clinic-locale.h"
#include "clinic-reaction-link.h"
#include "clinic-reaction-timeline.h"
#include "clinic-reaction-watch.h"
#include "clinic-toast.h"

struct _ClinicReactionWatch
{
  AdwBin parent_instance;

  ClinicDesk             *desk;
  gint64                  reaction;
  gboolean                showing;      /* what is ticked comes from the clinic */

  GtkStack               *stack;
  ClinicReactionTimeline *timeline;
  GtkListBox             *list;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (ClinicReactionWatch, clinic_reaction_watch, ADW_TYPE_BIN)

typedef struct
{
  gint64     reaction;
  GPtrArray *injections;
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_ptr_array_unref (link->injections);
  g_free (link);
}

static gpointer
link_one (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  Link *link = data;

  return GINT_TO_POINTER (clinic_reaction_link (act, link->reaction, link->injections, error));
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicReactionWatch) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) == NULL)
    g_signal_emit (self, failed_signal, 0, error);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    clinic_toast_show (GTK_WIDGET (self), _("Changed what it may come from"), operation);
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer        user_data)
{
  ClinicReactionWatch *self = user_data;
  ClinicRecord *injection = g_object_get_data (G_OBJECT (button), "injection");
  Link *link;

  if (self->showing)
    return;

  link = g_new0 (Link, 1);
  link->reaction = self->reaction;
  link->injections = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (link->injections, clinic_record_copy (injection));
  g_object_set (link->injections->pdata[0], "linked", gtk_check_button_get_active (button), NULL);
  clinic_desk_run_async (self->desk, link_one, link, link_free, NULL, linked_cb,
                         g_object_ref (self));
}

static char *
dup_title (ClinicEarlierInjection *injection)
{
  g_autofree char *date = clinic_wall_dup_date (injection->starts);
  g_autofree char *day = clinic_locale_date (date);
  const char *zone = clinic_choice_label (clinic_zones, injection->zone);

  if (injection->number == CLINIC_UNKNOWN)
    /* Translators: when and where something was injected. */
    return g_strdup_printf (_("%s · %s"), day, zone);

  /* Translators: when something was injected, in which session of a course, and where. */
  return g_strdup_printf (_("%s · session %d · %s"), day, (int) injection->number, zone);
}

static char *
dup_subtitle (ClinicEarlierInjection *injection)
{
  g_autofree char *volume = clinic_locale_decimal (injection->volume);
  g_autofree char *what = injection->cocktail == NULL ? g_strdup (_("Cocktail not said"))
                          /* Translators: a cocktail and the number of its composition. */
                          : g_strdup_printf (_("%s, composition %d"), injection->cocktail,
                                             (int) injection->cocktail_number);

  if (injection->lots == NULL)
    /* Translators: a cocktail, how much of it. */
    return g_strdup_printf (_("%s · %s ml · no lot noted"), what, volume);

  /* Translators: a cocktail, how much of it, and the lots it was drawn from. */
  return g_strdup_printf (_("%s · %s ml · lots: %s"), what, volume, injection->lots);
}

static GtkWidget *
create_row (ClinicReactionWatch    *self,
            ClinicEarlierInjection *injection)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *title = dup_title (injection);
  g_autofree char *subtitle = dup_subtitle (injection);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), injection->linked);
  g_object_set_data_full (G_OBJECT (button), "injection", g_object_ref (injection), g_object_unref);
  gtk_widget_set_sensitive (button, clinic_desk_may (self->desk, "reaction.assess"));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkCheckButton *
find_button (GtkWidget              *row,
             ClinicEarlierInjection *injection)
{
  GtkWidget *button = row != NULL ? adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) : NULL;
  ClinicRecord *shown = button != NULL ? g_object_get_data (G_OBJECT (button), "injection") : NULL;

  return shown != NULL && clinic_record_get_id (shown) == clinic_record_get_id (CLINIC_RECORD (injection))
         ? GTK_CHECK_BUTTON (button) : NULL;
}

/* Where the rows are the same ones only the ticks are put right, and the focus stays. */
static gboolean
show_ticks (ClinicReactionWatch *self,
            GPtrArray           *earlier)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (guint i = 0; i < earlier->len; i++)
    {
      ClinicEarlierInjection *injection = earlier->pdata[i];
      GtkCheckButton *button = find_button (row, injection);

      if (button == NULL)
        return FALSE;

      gtk_check_button_set_active (button, injection->linked);
      row = gtk_widget_get_next_sibling (row);
    }

  return row == NULL;
}

static void
clinic_reaction_watch_dispose (GObject *object)
{
  g_clear_object (&CLINIC_REACTION_WATCH (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REACTION_WATCH);

  G_OBJECT_CLASS (clinic_reaction_watch_parent_class)->dispose (object);
}

static void
clinic_reaction_watch_class_init (ClinicReactionWatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_reaction_watch_dispose;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  g_type_ensure (CLINIC_TYPE_REACTION_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reaction-watch.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWatch, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWatch, timeline);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWatch, list);
}

static void
clinic_reaction_watch_init (ClinicReactionWatch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_reaction_watch_show (ClinicReactionWatch *self,
                            ClinicDesk          *desk,
                            ClinicReactionCase  *known)
{
  GtkWidget *row;

  g_return_if_fail (CLINIC_IS_REACTION_WATCH (self) && known != NULL);

  g_set_object (&self->desk, desk);
  self->reaction = clinic_record_get_id (CLINIC_RECORD (known->reaction));
  self->showing = TRUE;

  if (!show_ticks (self, known->earlier))
    {
      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
        gtk_list_box_remove (self->list, row);

      for (guint i = 0; i < known->earlier->len; i++)
        gtk_list_box_append (self->list, create_row (self, known->earlier->pdata[i]));
    }

  self->showing = FALSE;
  clinic_reaction_timeline_set (self->timeline, known->reaction, known->earlier, clinic_desk_get_today (desk));
  gtk_stack_set_visible_child_name (self->stack, known->earlier->len > 0 ? "list" : "empty");
}

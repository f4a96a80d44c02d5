/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-log.h"
#include "clinic-reaction-open.h"
#include "clinic-toast.h"

struct _ClinicReactionOpen
{
  AdwBin parent_instance;

  ClinicDesk *desk;
  GListModel *reactions;
  GListModel *kinds;

  GtkListBox *list;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicReactionOpen, clinic_reaction_open, ADW_TYPE_BIN)

typedef struct
{
  ClinicReactionOpen *self;
  ClinicReaction     *reaction;
} Clearing;

static ClinicReactionKind *
find_kind (ClinicReactionOpen *self,
           gint64              id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      g_autoptr(ClinicRecord) kind = g_list_model_get_item (self->kinds, i);

      if (clinic_record_get_id (kind) == id)
        return CLINIC_REACTION_KIND (kind);
    }

  return NULL;
}

static gpointer
clear (ClinicAct  *act,
       gpointer    data,
       GError    **error)
{
  return GINT_TO_POINTER (clinic_reaction_clear (act, *(gint64 *) data, NULL, error));
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Clearing *clearing = user_data;
  g_autoptr(ClinicReactionOpen) self = clearing->self;
  g_autoptr(ClinicReaction) reaction = clearing->reaction;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  guint position;

  g_free (clearing);

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  if (self->list == NULL)
    return;

  clinic_toast_show (GTK_WIDGET (self), _("The reaction has cleared"), operation);

  if (g_list_store_find (G_LIST_STORE (self->reactions), reaction, &position))
    g_list_store_remove (G_LIST_STORE (self->reactions), position);

  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->reactions) > 0);
}

static void
clear_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  ClinicReactionOpen *self = user_data;
  ClinicReaction *reaction = g_object_get_data (G_OBJECT (button), "reaction");
  gint64 id = clinic_record_get_id (CLINIC_RECORD (reaction));
  Clearing *clearing = g_new0 (Clearing, 1);

  clearing->self = g_object_ref (self);
  clearing->reaction = g_object_ref (reaction);
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  clinic_desk_run_async (self->desk, clear, g_memdup2 (&id, sizeof id), g_free, NULL, cleared_cb,
                         clearing);
}

static char *
dup_detail (ClinicReaction *reaction)
{
  g_autofree char *date = clinic_wall_dup_date (reaction->onset);
  g_autofree char *day = clinic_locale_day (date);
  const char *zone = reaction->zone != NULL ? clinic_choice_label (clinic_zones, reaction->zone)
                                            : _("No particular zone");

  if (reaction->grade == CLINIC_UNKNOWN)
    /* Translators: where a reaction is, and since when. */
    return g_strdup_printf (_("%s · since %s"), zone, day);

  /* Translators: where a reaction is, how bad, and since when. */
  return g_strdup_printf (_("%s · grade %d · since %s"), zone, (int) reaction->grade, day);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  ClinicReactionOpen *self = user_data;
  ClinicReaction *reaction = item;
  ClinicReactionKind *kind = find_kind (self, reaction->reaction_kind_id);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("It has cleared"));
  g_autofree char *detail = dup_detail (reaction);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kind != NULL ? kind->name : _("Reaction"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  g_object_set_data_full (G_OBJECT (button), "reaction", g_object_ref (reaction), g_object_unref);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, clinic_desk_may (self->desk, "reaction.clear"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
clinic_reaction_open_dispose (GObject *object)
{
  ClinicReactionOpen *self = CLINIC_REACTION_OPEN (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REACTION_OPEN);
  self->list = NULL;
  g_clear_object (&self->reactions);
  g_clear_object (&self->kinds);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_reaction_open_parent_class)->dispose (object);
}

static void
clinic_reaction_open_class_init (ClinicReactionOpenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_reaction_open_dispose;
  signals[FAILED] = g_signal_new ("failed", CLINIC_TYPE_REACTION_OPEN, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reaction-open.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionOpen, list);
}

static void
clinic_reaction_open_init (ClinicReactionOpen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_reaction_open_set (ClinicReactionOpen *self,
                          ClinicDesk         *desk,
                          GListModel         *reactions,
                          GListModel         *kinds)
{
  g_return_if_fail (CLINIC_IS_REACTION_OPEN (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->reactions, reactions);
  g_set_object (&self->kinds, kinds);
  gtk_list_box_bind_model (self->list, reactions, create_row, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (reactions) > 0);
}

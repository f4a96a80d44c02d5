/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-batch-choice.h"
#include "clinic-batch-pour-row.h"
#include "clinic-locale.h"
#include "clinic-lot-words.h"

struct _ClinicBatchPourRow
{
  AdwEntryRow parent_instance;

  GPtrArray         *choices;       /* ClinicBatchChoice */
  ClinicBatchChoice *choice;        /* one of them */
  gboolean           chosen;

  GtkLabel          *left;
  GtkMenuButton     *others;
};

enum
{
  PROP_LOT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicBatchPourRow, clinic_batch_pour_row, ADW_TYPE_ENTRY_ROW)

static gint64
get_id (const ClinicBatchChoice * choice)
{
  return clinic_record_get_id (CLINIC_RECORD (choice->lot));
}

static ClinicBatchChoice *
find (ClinicBatchPourRow *self,
      gint64              lot)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      if (get_id (self->choices->pdata[i]) == lot)
        return self->choices->pdata[i];
    }

  return NULL;
}

static char *
dup_left (const ClinicBatchChoice *choice)
{
  g_autofree char *number = choice->left != CLINIC_UNKNOWN ? clinic_locale_decimal (choice->left) : NULL;

  return number != NULL ? g_strdup_printf (_("%s ml left"), number) : g_strdup ("");
}

static void
show_choice (ClinicBatchPourRow *self)
{
  g_autofree char *label = clinic_lot_words_dup_label (self->choice->lot);
  g_autofree char *left = dup_left (self->choice);
  g_autofree char *name = g_strdup_printf (_("Another lot of %s"), self->choice->lot->product);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_label_set_label (self->left, left);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->others), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
take (ClinicBatchPourRow *self,
      ClinicBatchChoice  *choice)
{
  self->choice = choice;
  show_choice (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOT]);
}

/* Another row pours from it: what is in one lot is said once. */
static gboolean
is_elsewhere (ClinicBatchPourRow *self,
              gint64              lot)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (row != GTK_WIDGET (self) && CLINIC_IS_BATCH_POUR_ROW (row) &&
          get_id (CLINIC_BATCH_POUR_ROW (row)->choice) == lot)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_label (ClinicBatchPourRow      *self,
           const ClinicBatchChoice *choice,
           gboolean                 elsewhere)
{
  g_autofree char *detail = clinic_lot_words_dup_detail (choice->lot);
  g_autofree char *left = dup_left (choice);

  if (choice->lot->quarantined && choice->lot->quarantine_reason != NULL)
    /* Translators: a lot and until when it is usable; why it is in quarantine. */
    return g_strdup_printf (_("%s · in quarantine: %s"), detail, choice->lot->quarantine_reason);

  if (choice->lot->quarantined)
    return g_strdup_printf (_("%s · in quarantine"), detail);

  if (elsewhere)
    return g_strdup_printf (_("%s · poured from already"), detail);

  return *left != '\0' ? g_strdup_printf ("%s · %s", detail, left) : g_steal_pointer (&detail);
}

/* Made when it is opened: other rows may have changed. An action that is not there cannot be chosen. */
static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  ClinicBatchPourRow *self = user_data;
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      const ClinicBatchChoice *choice = self->choices->pdata[i];
      gboolean elsewhere = is_elsewhere (self, get_id (choice));
      g_autofree char *label = dup_label (self, choice, elsewhere);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, get_id (choice));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, choice->lot->quarantined || elsewhere ? "pour.barred" : "pour.lot",
                                         "s", id);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
clinic_batch_pour_row_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *spec)
{
  ClinicBatchPourRow *self = CLINIC_BATCH_POUR_ROW (object);

  if (id == PROP_LOT)
    g_value_take_string (value, self->choice != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, get_id (self->choice))
                                                     : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_batch_pour_row_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *spec)
{
  if (id == PROP_LOT)
    clinic_batch_pour_row_choose (CLINIC_BATCH_POUR_ROW (object),
                                  g_ascii_strtoll (g_value_get_string (value), NULL, 10));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_batch_pour_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_BATCH_POUR_ROW);
  G_OBJECT_CLASS (clinic_batch_pour_row_parent_class)->dispose (object);
}

static void
clinic_batch_pour_row_finalize (GObject *object)
{
  g_clear_pointer (&CLINIC_BATCH_POUR_ROW (object)->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (clinic_batch_pour_row_parent_class)->finalize (object);
}

static void
clinic_batch_pour_row_class_init (ClinicBatchPourRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_batch_pour_row_get_property;
  object_class->set_property = clinic_batch_pour_row_set_property;
  object_class->dispose = clinic_batch_pour_row_dispose;
  object_class->finalize = clinic_batch_pour_row_finalize;

  properties[PROP_LOT] = g_param_spec_string ("lot", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-batch-pour-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchPourRow, left);
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchPourRow, others);
  gtk_widget_class_install_property_action (widget_class, "pour.lot", "lot");
}

static void
clinic_batch_pour_row_init (ClinicBatchPourRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->others, fill_menu, self, NULL);
}

GtkWidget *
clinic_batch_pour_row_new (gint64     lot,
                           gint64     volume,
                           GPtrArray *choices)
{
  ClinicBatchPourRow *self = g_object_new (CLINIC_TYPE_BATCH_POUR_ROW, NULL);
  g_autofree char *text = clinic_locale_decimal (volume);

  self->choices = g_ptr_array_ref (choices);
  self->choice = find (self, lot);
  g_assert (self->choice != NULL);
  show_choice (self);
  gtk_editable_set_text (GTK_EDITABLE (self), text);

  return GTK_WIDGET (self);
}

ClinicLot *
clinic_batch_pour_row_get_lot (ClinicBatchPourRow *self)
{
  g_return_val_if_fail (CLINIC_IS_BATCH_POUR_ROW (self), NULL);

  return self->choice->lot;
}

gboolean
clinic_batch_pour_row_get_chosen (ClinicBatchPourRow *self)
{
  g_return_val_if_fail (CLINIC_IS_BATCH_POUR_ROW (self), FALSE);

  return self->chosen;
}

void
clinic_batch_pour_row_choose (ClinicBatchPourRow *self,
                              gint64              lot)
{
  ClinicBatchChoice *choice;

  g_return_if_fail (CLINIC_IS_BATCH_POUR_ROW (self));

  choice = find (self, lot);

  if (choice == NULL || choice == self->choice || choice->lot->quarantined || is_elsewhere (self, lot))
    return;

  self->chosen = TRUE;
  take (self, choice);
}

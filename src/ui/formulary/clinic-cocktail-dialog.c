/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktail-dialog.h"
#include "clinic-cocktail-order.h"
#include "clinic-component-row.h"
#include "clinic-component-rows.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-principals.h"
#include "clinic-toast.h"

struct _ClinicCocktailDialog
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  ClinicCocktail *cocktail;       /* NULL: a new one */
  GListModel     *ingredients;

  GtkListBox     *list;
  GtkEditable    *name_row;
  GtkEditable    *note_row;
  ClinicNotice   *notice;
  GtkLabel       *principals;
  GtkImage       *sign;
  GtkLabel       *total;
  GtkEditable    *weight;
  guint           least;        /* principal agents that are advised */
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (ClinicCocktailDialog, clinic_cocktail_dialog, ADW_TYPE_WINDOW)

/* Volume and principal agents of what is typed so far. */
static void
update (ClinicCocktailDialog *self)
{
  gint64 volume = 0;
  guint n_principals = 0;
  gint64 weight = CLINIC_UNKNOWN;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!clinic_locale_parse_decimal (gtk_editable_get_text (self->weight), &weight) || weight <= 0)
    weight = CLINIC_UNKNOWN;

  clinic_component_rows_tell (self->list, weight);
  clinic_component_rows_sum (self->list, &volume, &n_principals);
  number = clinic_locale_decimal (volume);
  text = g_strdup_printf (_("%s ml in all"), number);
  gtk_label_set_label (self->total, text);
  clinic_principals_show (self->sign, self->principals, n_principals, self->least);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
least_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicCocktailDialog) self = user_data;

  self->least = clinic_principals_read_finish (source, result);

  if (self->desk != NULL)
    update (self);
}

static void
removed_cb (ClinicCocktailDialog *self,
            GtkWidget            *row)
{
  gtk_list_box_remove (self->list, row);
  update (self);
}

static GtkWidget *
add_row (ClinicCocktailDialog *self,
         ClinicComponent      *component)
{
  GtkWidget *row = clinic_component_row_new (self->ingredients, component);

  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);

  return row;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicCocktailDialog *self = CLINIC_COCKTAIL_DIALOG (widget);

  gtk_widget_child_focus (add_row (self, NULL), GTK_DIR_TAB_FORWARD);
  update (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicCocktailDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *id = NULL;
  gint64 operation = 0;

  id = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (self->desk == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);

  if (id == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  clinic_toast_show (GTK_WIDGET (self), self->cocktail != NULL ? _("New version made")
                                                               : _("New cocktail made"), operation);
  g_signal_emit (self, saved_signal, 0, *id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicCocktailDialog *self = CLINIC_COCKTAIL_DIALOG (widget);
  GPtrArray *components = clinic_component_rows_read (self->list);
  ClinicCocktailOrder *order;

  if (components == NULL)
    {
      clinic_notice_set_text (self->notice, "warning",
                              _("A number that is marked cannot be read; each ingredient needs its "
                                "volume."));
      return;
    }

  clinic_notice_set_text (self->notice, NULL, NULL);
  order = clinic_cocktail_order_new (self->cocktail, gtk_editable_get_text (self->name_row),
                                     components, gtk_editable_get_text (self->note_row));
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  clinic_desk_run_async (self->desk, clinic_cocktail_order_run, order,
                         clinic_cocktail_order_free, g_free, saved_cb, g_object_ref (self));
}

static void
clinic_cocktail_dialog_dispose (GObject *object)
{
  ClinicCocktailDialog *self = CLINIC_COCKTAIL_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COCKTAIL_DIALOG);
  g_clear_object (&self->ingredients);
  g_clear_object (&self->cocktail);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_cocktail_dialog_parent_class)->dispose (object);
}

static void
clinic_cocktail_dialog_class_init (ClinicCocktailDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_cocktail_dialog_dispose;

  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-cocktail-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, principals);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, total);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailDialog, weight);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.save", NULL);
}

static void
clinic_cocktail_dialog_init (ClinicCocktailDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinicCocktailDialog *
clinic_cocktail_dialog_present (GtkWidget      *parent,
                                ClinicDesk     *desk,
                                ClinicCocktail *cocktail,
                                GListModel     *ingredients,
                                GPtrArray      *components)
{
  ClinicCocktailDialog *self = g_object_new (CLINIC_TYPE_COCKTAIL_DIALOG,
                                             "transient-for", gtk_widget_get_root (parent),
                                             NULL);

  self->desk = g_object_ref (desk);
  self->ingredients = g_object_ref (ingredients);
  g_set_object (&self->cocktail, cocktail);
  gtk_window_set_title (GTK_WINDOW (self), cocktail != NULL ? _("New version") : _("New cocktail"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), cocktail == NULL);

  if (cocktail != NULL)
    gtk_editable_set_text (self->name_row, cocktail->name);

  for (guint i = 0; components != NULL && i < components->len; i++)
    add_row (self, components->pdata[i]);

  if (components == NULL || components->len == 0)
    add_row (self, NULL);

  update (self);
  clinic_principals_read_async (desk, least_read_cb, g_object_ref (self));

  /* A new version keeps its name. */
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->name_row)))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);

  clinic_present (GTK_WINDOW (self));

  return self;
}

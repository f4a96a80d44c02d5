/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-batch-dialog.h"
#include "clinic-closures.h"
#include "clinic-cocktail-dialog.h"
#include "clinic-cocktail-view.h"
#include "clinic-cocktails-page.h"
#include "clinic-formulary-actions.h"
#include "clinic-formulary-browse.h"
#include "clinic-formulary-scan.h"
#include "clinic-ingredient.h"
#include "clinic-ingredient-dialog.h"
#include "clinic-lot-row.h"
#include "clinic-notice.h"

struct _ClinicCocktailsPage
{
  ClinicPage parent_instance;

  ClinicFormularyBrowse *browse;
  ClinicCocktailView    *view;
  GtkStack              *detail;
  GtkStack              *side;
  GtkEditable           *search;
  GtkStack              *ingredient_stack;
  GtkStack              *lot_stack;
  GtkStack              *batch_stack;
  GtkSingleSelection    *selection;
  ClinicWedge           *wedge;
};

static const char *const tables[] = { "cocktail", "cocktail_version", "component", "ingredient",
                                      "lot", "draw", "pour", "discard", NULL };

G_DEFINE_FINAL_TYPE (ClinicCocktailsPage, clinic_cocktails_page, CLINIC_TYPE_PAGE)

static ClinicCocktail *
get_cocktail (ClinicCocktailsPage * self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static gboolean
is_searching (ClinicCocktailsPage *self)
{
  return *gtk_editable_get_text (self->search) != '\0';
}

static void
selected_cb (ClinicCocktailsPage *self)
{
  ClinicCocktail *cocktail = get_cocktail (self);

  if (self->detail == NULL)
    return;

  /* What is not found is not taken for an empty formulary: what was typed stays in sight. */
  gtk_stack_set_visible_child_name (self->detail, cocktail != NULL || is_searching (self) ? "cocktail" : "empty");
  gtk_stack_set_visible_child_name (self->side, cocktail != NULL ? "view" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "formulary.revise",
                                 cocktail != NULL &&
                                 clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (self)),
                                                  "formulary.save"));

  if (cocktail != NULL)
    clinic_cocktail_view_show (self->view, clinic_page_get_desk (CLINIC_PAGE (self)), cocktail);
}

static void
search_stopped_cb (ClinicCocktailsPage *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
show_stack (ClinicCocktailsPage *self,
            GtkStack            *stack,
            const char          *list)
{
  gboolean any = g_list_model_get_n_items (clinic_formulary_browse_get_list (self->browse, list)) > 0;

  if (stack != NULL)
    gtk_stack_set_visible_child_name (stack, any ? "list" : "empty");
}

static void
lists_changed_cb (ClinicCocktailsPage *self)
{
  show_stack (self, self->ingredient_stack, "ingredients");
  show_stack (self, self->lot_stack, "lots");
  show_stack (self, self->batch_stack, "batches");
}

static void
actor_changed_cb (ClinicCocktailsPage *self)
{
  clinic_formulary_actions_update (GTK_WIDGET (self), clinic_page_get_desk (CLINIC_PAGE (self)));
  selected_cb (self);
}

static void
reload (ClinicPage *page)
{
  ClinicCocktailsPage *self = CLINIC_COCKTAILS_PAGE (page);

  clinic_formulary_browse_reload (self->browse);
  clinic_cocktail_view_reload (self->view);
}

static void
compose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicCocktailsPage *self = CLINIC_COCKTAILS_PAGE (widget);

  clinic_cocktail_dialog_present (widget, clinic_page_get_desk (CLINIC_PAGE (self)), NULL,
                                  clinic_formulary_browse_get_list (self->browse, "ingredients"), NULL);
}

static void
revise_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicCocktailsPage *self = CLINIC_COCKTAILS_PAGE (widget);
  g_autoptr(GPtrArray) components = clinic_cocktail_view_dup_components (self->view);

  if (get_cocktail (self) != NULL)
    clinic_cocktail_dialog_present (widget, clinic_page_get_desk (CLINIC_PAGE (self)),
                                    get_cocktail (self),
                                    clinic_formulary_browse_get_list (self->browse, "ingredients"),
                                    components);
}

static void
ingredient_activated_cb (ClinicCocktailsPage *self,
                         guint                position)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  g_autoptr(ClinicRecord) ingredient =
    g_list_model_get_item (clinic_formulary_browse_get_list (self->browse, "ingredients"), position);

  if (ingredient != NULL && clinic_desk_may (desk, "formulary.save"))
    clinic_ingredient_dialog_present (GTK_WIDGET (self), desk, clinic_record_get_id (ingredient));
}

static void
prepare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicCocktail *cocktail = get_cocktail (CLINIC_COCKTAILS_PAGE (widget));

  clinic_batch_dialog_present (widget, clinic_page_get_desk (CLINIC_PAGE (widget)),
                               cocktail != NULL ? clinic_record_get_id (CLINIC_RECORD (cocktail)) : 0, 0);
}

static void
clinic_cocktails_page_constructed (GObject *object)
{
  static const char *const lists[] = { "ingredients", "lots", "batches" };
  ClinicCocktailsPage *self = CLINIC_COCKTAILS_PAGE (object);
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  G_OBJECT_CLASS (clinic_cocktails_page_parent_class)->constructed (object);

  clinic_formulary_browse_set_desk (self->browse, desk);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (clinic_formulary_browse_get_list (self->browse, lists[i]),
                             "items-changed", G_CALLBACK (lists_changed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (actor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->wedge = clinic_formulary_scan_watch (CLINIC_PAGE (self));

  actor_changed_cb (self);
}

static void
clinic_cocktails_page_dispose (GObject *object)
{
  ClinicCocktailsPage *self = CLINIC_COCKTAILS_PAGE (object);

  g_clear_object (&self->wedge);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COCKTAILS_PAGE);

  G_OBJECT_CLASS (clinic_cocktails_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CLINIC_TYPE_COCKTAIL_VIEW);
  g_type_ensure (CLINIC_TYPE_FORMULARY_BROWSE);
  g_type_ensure (CLINIC_TYPE_INGREDIENT);
  g_type_ensure (CLINIC_TYPE_LOT_ROW);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-cocktails-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, view);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, browse);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, side);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, search);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, ingredient_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, lot_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, batch_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailsPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  clinic_closures_bind (widget_class);
  clinic_formulary_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "formulary.compose", NULL, compose_action);
  gtk_widget_class_install_action (widget_class, "formulary.revise", NULL, revise_action);
  gtk_widget_class_install_action (widget_class, "formulary.prepare", NULL, prepare_action);
  gtk_widget_class_bind_template_callback (widget_class, ingredient_activated_cb);
}

static void
clinic_cocktails_page_class_init (ClinicCocktailsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);

  object_class->constructed = clinic_cocktails_page_constructed;
  object_class->dispose = clinic_cocktails_page_dispose;
  page_class->tables = tables;
  page_class->reload = reload;

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
clinic_cocktails_page_init (ClinicCocktailsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_cocktails_page_new (ClinicDesk *desk)
{
  return g_object_new (CLINIC_TYPE_COCKTAILS_PAGE, "desk", desk, NULL);
}

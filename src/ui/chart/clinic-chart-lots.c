/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-batch-dialog.h"
#include "clinic-chart-lot-row.h"
#include "clinic-chart-lots.h"
#include "clinic-component.h"
#include "clinic-locale.h"
#include "clinic-lot-dialog.h"
#include "clinic-lot-words.h"
#include "clinic-page.h"
#include "clinic-scan.h"
#include "clinic-toast.h"
#include "clinic-treatment.h"
#include "clinic-wedge.h"

struct _ClinicChartLots
{
  ClinicChartPart parent_instance;

  GtkListBox      *list;
  GtkMenuButton   *add;
  GMenu           *menu;
  GSignalGroup    *signals;
  ClinicWedge     *wedge;
  gint64           received;    /* lot that came in from here and is not taken yet; 0: none */
  gint64           session;     /* for which */
  ClinicChartMark *before;      /* what a code that is typed by a scanner must leave as it is */
};

G_DEFINE_FINAL_TYPE (ClinicChartLots, clinic_chart_lots, CLINIC_TYPE_CHART_PART)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return clinic_chart_lot_row_new (clinic_chart_part_get_model (user_data), item);
}

static gboolean
has_ingredient (ClinicChartSheet *sheet,
                gint64            version,
                gint64            ingredient)
{
  for (guint i = 0; i < sheet->components->len; i++)
    {
      ClinicComponent *component = sheet->components->pdata[i];

      if (component->cocktail_version_id == version && component->ingredient_id == ingredient)
        return TRUE;
    }

  return FALSE;
}

/* Not past its time on the day of the session. */
static gboolean
is_usable (ClinicChartSheet *sheet,
           ClinicLot        *lot)
{
  g_autofree char *until = clinic_lot_dup_usable_until (lot);

  return !lot->quarantined && (until == NULL || strncmp (until, sheet->visit->starts, strlen (until)) >= 0) &&
         (lot->usable_until == NULL || strcmp (lot->usable_until, sheet->visit->starts) >= 0);
}

/* Whether the chosen cocktail can be drawn from it; any will do while none is chosen. */
static gboolean
is_fitting (ClinicChartSheet *sheet,
            gint64            version,
            ClinicLot        *lot)
{
  ClinicCocktailVersion *found = clinic_chart_sheet_find_version (sheet, version);

  if (!is_usable (sheet, lot) ||
      (found != NULL && lot->cocktail_version_id != CLINIC_UNKNOWN && lot->cocktail_version_id != version))
    return FALSE;

  return found == NULL || lot->cocktail_id == found->cocktail_id ||
         (lot->ingredient_id != CLINIC_UNKNOWN && has_ingredient (sheet, version, lot->ingredient_id));
}

/* Batches, then by product; what must be used up first before the rest of it. */
static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  ClinicLot *first = *(ClinicLot *const *) a;
  ClinicLot *second = *(ClinicLot *const *) b;
  int order = (first->prepared_at == NULL) - (second->prepared_at == NULL);
  g_autofree char *one = clinic_lot_dup_usable_until (first);
  g_autofree char *other = clinic_lot_dup_usable_until (second);

  if (order == 0)
    order = g_strcmp0 (first->product, second->product);

  if (order == 0)
    order = (one == NULL) - (other == NULL);

  return order != 0 ? order : g_strcmp0 (one, other);
}

static void
append_lot (GMenu     *menu,
            ClinicLot *lot)
{
  g_autofree char *label = clinic_lot_words_dup_label (lot);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "lots.add", "x",
                                     clinic_record_get_id (CLINIC_RECORD (lot)));
  g_menu_append_item (menu, item);
}

static void
cocktail_changed_cb (ClinicChartLots *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;
  g_autoptr(GPtrArray) lots = g_ptr_array_new ();
  g_autoptr(GMenu) section = g_menu_new ();
  g_autoptr(GMenu) batches = g_menu_new ();
  GHashTableIter iter;
  gpointer lot;

  g_menu_remove_all (self->menu);

  if (sheet == NULL)
    return;

  g_hash_table_iter_init (&iter, sheet->lots);

  while (g_hash_table_iter_next (&iter, NULL, &lot))
    {
      if (is_fitting (sheet, clinic_chart_model_get_cocktail (model), lot))
        g_ptr_array_add (lots, lot);
    }

  g_ptr_array_sort (lots, compare_lots);

  for (guint i = 0; i < lots->len; i++)
    append_lot (section, lots->pdata[i]);

  g_menu_append (batches, _("Prepare a batch…"), "lots.prepare");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (section));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (batches));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (widget));

  if (model != NULL)
    clinic_chart_model_add_lot (model, g_variant_get_int64 (parameter));
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (widget));

  if (model != NULL)
    clinic_chart_model_follow_lots (model);
}

static ClinicDesk *
get_desk (ClinicChartLots *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), CLINIC_TYPE_PAGE);

  return page != NULL ? clinic_page_get_desk (CLINIC_PAGE (page)) : NULL;
}

static void
prepare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (widget));
  ClinicDesk *desk = get_desk (CLINIC_CHART_LOTS (widget));
  ClinicCocktailVersion *version;

  if (model == NULL || desk == NULL || clinic_chart_model_get_sheet (model) == NULL)
    return;

  version = clinic_chart_sheet_find_version (clinic_chart_model_get_sheet (model),
                                             clinic_chart_model_get_cocktail (model));
  clinic_batch_dialog_present (widget, desk, version != NULL ? version->cocktail_id : 0, 0);
}

/* The package and the records say two days of which one is wrong; NULL: they do not. Caller frees. */
static char *
dup_difference (ClinicLot              *lot,
                const ClinicGs1Reading *reading)
{
  g_autofree char *read = clinic_locale_date (reading->expires_on);
  g_autofree char *kept = clinic_locale_date (lot->expires_on);

  if (reading->expires_on == NULL || lot->expires_on == NULL || g_str_equal (reading->expires_on, lot->expires_on))
    return NULL;

  /* Translators: the number of a lot, its expiry in the code of the package, its expiry in the records. */
  return g_strdup_printf (_("Lot %s: the package says %s, the records say %s."), lot->number, read, kept);
}

/* Why it cannot be drawn from; NULL: it can. Caller frees. */
static char *
dup_objection (ClinicChartModel       *model,
               ClinicLot              *lot,
               const ClinicGs1Reading *reading)
{
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (model);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (lot));
  GListModel *lots = clinic_chart_model_get_lots (model);
  g_autofree char *difference = dup_difference (lot, reading);

  if (lot->quarantined)
    return g_strdup_printf (_("Lot %s of %s is in quarantine."), lot->number, lot->product);

  if (!is_usable (sheet, lot))
    return g_strdup_printf (_("Lot %s of %s cannot be used any more."), lot->number, lot->product);

  if (difference != NULL)
    return g_steal_pointer (&difference);

  for (guint i = 0; i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr(ClinicDraw) draw = g_list_model_get_item (lots, i);

      if (draw->lot_id == id)
        return g_strdup_printf (_("Lot %s is there already."), lot->number);
    }

  if (!is_fitting (sheet, clinic_chart_model_get_cocktail (model), lot))
    return g_strdup_printf (_("Lot %s of %s is not in this cocktail."), lot->number, lot->product);

  return NULL;
}

static void
pick (ClinicChartLots        *self,
      ClinicChartModel       *model,
      ClinicLot              *lot,
      const ClinicGs1Reading *reading)
{
  g_autofree char *objection = dup_objection (model, lot, reading);
  g_autofree char *taken = g_strdup_printf (_("Lot %s is taken"), lot->number);

  if (objection == NULL)
    clinic_chart_model_pick_lot (model, clinic_record_get_id (CLINIC_RECORD (lot)));

  clinic_toast_show (GTK_WIDGET (self), objection != NULL ? objection : taken, 0);
}

static void
received_cb (ClinicChartLots *self,
             ClinicRecord    *lot)
{
  self->received = clinic_record_get_id (lot);
}

/* The lot that was scanned; one that is not there yet is received. */
static void
found_cb (GtkWidget              *widget,
          const ClinicGs1Reading *reading,
          ClinicLotScan          *found)
{
  ClinicChartLots *self = CLINIC_CHART_LOTS (widget);
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicDesk *desk = get_desk (self);
  g_autoptr(ClinicLot) draft = NULL;

  if (model == NULL || desk == NULL || !clinic_chart_model_get_editable (model))
    return;

  if (found->lots->len == 1 || (found->lots->len > 1 && reading->lot != NULL))
    {
      pick (self, model, found->lots->pdata[0], reading);
      return;
    }

  if (found->lots->len > 1)
    {
      clinic_toast_show (widget, _("The code says no lot, and there are several. Choose one from the list."), 0);
      return;
    }

  draft = clinic_lot_scan_prefill (reading, found->like);
  self->session = clinic_chart_model_get_session (model);
  g_signal_connect_object (clinic_lot_dialog_present (widget, desk, draft), "saved", G_CALLBACK (received_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
began_cb (ClinicChartLots *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));

  g_clear_pointer (&self->before, clinic_chart_mark_free);

  if (model != NULL && clinic_chart_model_get_sheet (model) != NULL)
    self->before = clinic_chart_model_mark (model);
}

static void
scanned_cb (ClinicChartLots *self,
            const char      *text)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicDesk *desk = get_desk (self);

  if (model == NULL || desk == NULL || clinic_chart_model_get_sheet (model) == NULL)
    return;

  /* The first digits of a code fill zones when the map has the keyboard. */
  if (self->before != NULL)
    clinic_chart_model_return (model, self->before);

  g_clear_pointer (&self->before, clinic_chart_mark_free);
  clinic_scan_resolve (GTK_WIDGET (self), desk, text, FALSE, found_cb);
}

static void
clinic_chart_lots_empty (ClinicChartPart *part)
{
  gtk_list_box_bind_model (CLINIC_CHART_LOTS (part)->list, NULL, NULL, NULL, NULL);
}

static void
clinic_chart_lots_show (ClinicChartPart  *part,
                        ClinicChartModel *model,
                        ClinicChartSheet *sheet)
{
  ClinicChartLots *self = CLINIC_CHART_LOTS (part);

  gtk_list_box_bind_model (self->list, clinic_chart_model_get_lots (model), create_row, self,
                           NULL);
  g_signal_group_set_target (self->signals, model);
  cocktail_changed_cb (self);
}

static void
clinic_chart_lots_finalize (GObject *object)
{
  g_clear_object (&CLINIC_CHART_LOTS (object)->signals);
  g_clear_pointer (&CLINIC_CHART_LOTS (object)->before, clinic_chart_mark_free);
  G_OBJECT_CLASS (clinic_chart_lots_parent_class)->finalize (object);
}

static void
clinic_chart_lots_dispose (GObject *object)
{
  g_clear_object (&CLINIC_CHART_LOTS (object)->wedge);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_LOTS);
  G_OBJECT_CLASS (clinic_chart_lots_parent_class)->dispose (object);
}

static void
clinic_chart_lots_class_init (ClinicChartLotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_lots_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_lots_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_lots_empty;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-lots.ui");
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_lots_finalize;
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLots, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLots, add);
  gtk_widget_class_install_action (widget_class, "lots.add", "x", add_action);
  gtk_widget_class_install_action (widget_class, "lots.prepare", NULL, prepare_action);
  gtk_widget_class_install_action (widget_class, "lots.propose", NULL, propose_action);
}

static void
clinic_chart_lots_init (ClinicChartLots *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu = g_menu_new ();
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (self->menu));
  g_object_unref (self->menu);
  self->signals = g_signal_group_new (CLINIC_TYPE_CHART_MODEL);
  g_signal_group_connect_swapped (self->signals, "notify::cocktail",
                                  G_CALLBACK (cocktail_changed_cb), self);
  self->wedge = clinic_wedge_new (GTK_WIDGET (self));
  g_signal_connect_object (self->wedge, "began", G_CALLBACK (began_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wedge, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);
}

void
clinic_chart_lots_take_received (ClinicChartLots *self)
{
  ClinicChartModel *model;
  ClinicChartSheet *sheet;
  ClinicGs1Reading nothing = { 0 };
  g_autofree char *objection = NULL;
  ClinicLot *lot;

  g_return_if_fail (CLINIC_IS_CHART_LOTS (self));

  model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;

  if (self->received == 0 || sheet == NULL || !(lot = g_hash_table_lookup (sheet->lots, &self->received)))
    return;

  self->received = 0;

  if (self->session != sheet->session || !clinic_chart_model_get_editable (model))
    return;

  /* That it is on hand is being said. */
  objection = dup_objection (model, lot, &nothing);

  if (objection != NULL)
    clinic_toast_show (GTK_WIDGET (self), objection, 0);
  else
    clinic_chart_model_pick_lot (model, clinic_record_get_id (CLINIC_RECORD (lot)));
}

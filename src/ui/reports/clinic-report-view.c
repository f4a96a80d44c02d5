/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-report-chart.h"
#include "clinic-report-row.h"
#include "clinic-report-table.h"
#include "clinic-report-view.h"
#include "clinic-report-work.h"

struct _ClinicReportView
{
  GtkWidget parent_instance;

  GPtrArray         *previews;      /* ClinicPreview */
  char              *location;
  guint              filler;        /* makes what is not seen first, a piece a turn */
  guint              n_charts;      /* made so far */
  GListModel        *method_rows;   /* to be shown; else NULL */

  GtkStack          *stack;
  GtkDropDown       *sheets;
  GtkStack          *table_stack;
  ClinicReportTable *table;
  GtkLabel          *count;
  GtkStack          *charts_stack;
  GtkBox            *charts;
  GtkListBox        *method;
};

G_DEFINE_FINAL_TYPE (ClinicReportView, clinic_report_view, GTK_TYPE_WIDGET)

static gboolean
is_method (ClinicPreview *preview)
{
  return g_strcmp0 (clinic_sheet_get_name (preview->sheet), "method") == 0;
}

/* The table in view. The last preview is the method's, which has a page of its own. */
static ClinicPreview *
get_preview (ClinicReportView *self)
{
  guint selected = gtk_drop_down_get_selected (self->sheets);

  return self->previews != NULL && selected < self->previews->len
         ? self->previews->pdata[selected] : NULL;
}

static char *
count_rows (ClinicPreview *preview)
{
  guint n = clinic_sheet_get_expected (preview->sheet);
  g_autofree char *shown = clinic_locale_number (n);
  g_autofree char *total = clinic_locale_number (preview->total);

  if (preview->more && preview->total > 0)
    return g_strdup_printf (_("The first %s of %s rows. The file has all of them."), shown, total);

  if (preview->more)
    return g_strdup_printf (_("The first %s rows. The file has all of them."), shown);

  return g_strdup_printf (ngettext ("%s row", "%s rows", n), shown);
}

static void
show_notes (ClinicReportView *self,
            ClinicPreview    *preview)
{
  GPtrArray *notes = clinic_sheet_get_notes (preview->sheet);
  gboolean some = clinic_sheet_get_expected (preview->sheet) > 0;
  g_autofree char *count = some ? count_rows (preview) : NULL;
  g_autoptr(GString) text = g_string_new (count);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (char *) notes->pdata[i]);

  gtk_label_set_label (self->count, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->count), text->len > 0);
  gtk_stack_set_visible_child_name (self->table_stack, some ? "rows" : "none");
}

static GtkWidget *
make_method_row (ClinicReportRow *row)
{
  g_autofree char *title = clinic_report_row_dup_text (row, 0);
  g_autofree char *text = clinic_report_row_dup_text (row, 1);
  GtkWidget *action = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (action), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (action), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (action), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (action), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (action), 0);

  return action;
}

static GtkWidget *
make_method_row_cb (gpointer item,
                    gpointer user_data)
{
  return make_method_row (item);
}

static gboolean
fill_cb (gpointer user_data)
{
  ClinicReportView *self = user_data;
  ClinicPreview *preview = get_preview (self);

  if (preview != NULL && self->n_charts < preview->graphs->len)
    {
      gtk_box_append (self->charts,
                      clinic_report_chart_new (preview->graphs->pdata[self->n_charts++],
                                               self->location));
      return G_SOURCE_CONTINUE;
    }

  if (self->method_rows != NULL)
    gtk_list_box_bind_model (self->method, self->method_rows, make_method_row_cb, NULL, NULL);

  g_clear_object (&self->method_rows);
  self->filler = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_filling (ClinicReportView *self)
{
  g_clear_handle_id (&self->filler, g_source_remove);
  g_clear_object (&self->method_rows);
}

static void
show_charts (ClinicReportView *self,
             ClinicPreview    *preview)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->charts))) != NULL)
    gtk_box_remove (self->charts, child);

  self->n_charts = 0;

  if (self->filler == 0)
    self->filler = g_idle_add (fill_cb, self);

  gtk_stack_set_visible_child_name (self->charts_stack, preview->graphs->len > 0 ? "some" : "none");
}

static void
selected_cb (ClinicReportView *self)
{
  ClinicPreview *preview = get_preview (self);

  if (preview == NULL)
    return;

  clinic_report_table_set_sheet (self->table, preview->sheet, NULL);
  show_notes (self, preview);
  show_charts (self, preview);
}

static void
list_sheets (ClinicReportView *self,
             const char       *wanted)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->previews->len; i++)
    {
      ClinicPreview *preview = self->previews->pdata[i];

      if (is_method (preview))
        {
          g_clear_object (&self->method_rows);
          self->method_rows = clinic_report_list_rows (preview->sheet);
          continue;
        }

      gtk_string_list_append (titles, clinic_sheet_get_title (preview->sheet));

      if (g_strcmp0 (clinic_sheet_get_name (preview->sheet), wanted) == 0)
        selected = i;
    }

  g_signal_handlers_block_by_func (self->sheets, selected_cb, self);
  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->sheets, selected);
  g_signal_handlers_unblock_by_func (self->sheets, selected_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets),
                          g_list_model_get_n_items (G_LIST_MODEL (titles)) > 1);
}

static void
page_cb (ClinicReportView *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_set_sensitive (GTK_WIDGET (self->sheets), g_strcmp0 (page, "method") != 0);
}

static void
table_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (CLINIC_REPORT_VIEW (widget)->stack, "table");
}

static void
clinic_report_view_dispose (GObject *object)
{
  ClinicReportView *self = CLINIC_REPORT_VIEW (object);

  GtkWidget *child;

  stop_filling (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORT_VIEW);

  /* Those without a name the template leaves. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->previews, g_ptr_array_unref);
  G_OBJECT_CLASS (clinic_report_view_parent_class)->dispose (object);
}

static void
clinic_report_view_finalize (GObject *object)
{
  g_free (CLINIC_REPORT_VIEW (object)->location);
  G_OBJECT_CLASS (clinic_report_view_parent_class)->finalize (object);
}

static void
clinic_report_view_class_init (ClinicReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_report_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_report_view_finalize;
  g_type_ensure (CLINIC_TYPE_REPORT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, sheets);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, table_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, table);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, count);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, charts_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, charts);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportView, method);
  gtk_widget_class_install_action (widget_class, "report-view.table", NULL, table_action);
}

static void
clinic_report_view_init (ClinicReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->sheets, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child-name", G_CALLBACK (page_cb), self,
                           G_CONNECT_SWAPPED);
}

void
clinic_report_view_set_previews (ClinicReportView *self,
                                 GPtrArray        *previews)
{
  g_autofree char *wanted = NULL;

  g_return_if_fail (CLINIC_IS_REPORT_VIEW (self));

  wanted = g_strdup (clinic_report_view_get_sheet (self));
  g_clear_pointer (&self->previews, g_ptr_array_unref);

  if (previews == NULL)
    {
      stop_filling (self);
      clinic_report_table_set_sheet (self->table, NULL, NULL);
      gtk_list_box_bind_model (self->method, NULL, NULL, NULL, NULL);
      gtk_drop_down_set_model (self->sheets, NULL);
      return;
    }

  self->previews = g_ptr_array_ref (previews);
  list_sheets (self, wanted);
  selected_cb (self);
}

const char *
clinic_report_view_get_sheet (ClinicReportView *self)
{
  ClinicPreview *preview;

  g_return_val_if_fail (CLINIC_IS_REPORT_VIEW (self), NULL);

  preview = get_preview (self);

  return preview != NULL ? clinic_sheet_get_name (preview->sheet) : NULL;
}

void
clinic_report_view_show_sheet (ClinicReportView *self,
                               const char       *name)
{
  g_return_if_fail (CLINIC_IS_REPORT_VIEW (self));

  for (guint i = 0; self->previews != NULL && i < self->previews->len; i++)
    {
      ClinicPreview *preview = self->previews->pdata[i];

      if (g_strcmp0 (clinic_sheet_get_name (preview->sheet), name) == 0 && !is_method (preview))
        gtk_drop_down_set_selected (self->sheets, i);
    }
}

GListModel *
clinic_report_view_get_rows (ClinicReportView *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_VIEW (self), NULL);

  return clinic_report_table_get_model (self->table);
}

void
clinic_report_view_set_location (ClinicReportView *self,
                                 const char       *location)
{
  g_return_if_fail (CLINIC_IS_REPORT_VIEW (self));

  g_free (self->location);
  self->location = g_strdup (location);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-report-row.h"
#include "clinic-report-table.h"
#include "clinic-spread-heads.h"
#include "clinic-spread-row.h"

/* Headings of several words go on several lines of about so many characters. */
#define HEADING_LINE 16
#define WIDEST 320
#define NARROWEST 64
/* Texts give way to figures: what they say is in the tooltip. */
#define LEAST_TEXT 132
/* What a cell has around its text. */
#define AROUND 26
/* Rows that the widths of columns are taken from, by the longest text among them. */
#define ROWS_MEASURED 100
#define ROW_HEIGHT 35

struct _ClinicReportTable
{
  AdwBin parent_instance;

  ClinicSheet       *sheet;
  GListModel        *rows;
  ClinicSpread      *columns;
  GArray            *numbers;    /* guint: which of the sheet each column shows */
  GtkGrid           *grid;
  GtkScrolledWindow *scroller;
  ClinicSpreadHeads *heads;
  GtkListView       *view;
};

G_DEFINE_FINAL_TYPE (ClinicReportTable, clinic_report_table, ADW_TYPE_BIN)

static char *
wrap_heading (const ClinicColumn * column)
{
  g_autofree char *heading = clinic_column_dup_heading (column);
  g_auto(GStrv) words = g_strsplit (heading, " ", -1);
  GString *wrapped = g_string_new (NULL);
  glong line = 0;

  for (char **word = words; *word != NULL; word++)
    {
      glong length = g_utf8_strlen (*word, -1);

      if (wrapped->len > 0)
        g_string_append_c (wrapped, line + length > HEADING_LINE ? '\n' : ' ');

      line = wrapped->len > 0 && line + length <= HEADING_LINE ? line + length + 1 : length;
      g_string_append (wrapped, *word);
    }

  return g_string_free (wrapped, FALSE);
}

static char *
write_text (gpointer item,
            guint    column,
            gpointer user_data)
{
  ClinicReportTable *self = user_data;

  return clinic_report_row_dup_text (item, g_array_index (self->numbers, guint, column));
}

static int
measure (PangoLayout *layout,
         const char  *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static int
measure_column (ClinicReportTable *self,
                guint              column,
                const char        *heading)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  guint n = MIN (g_list_model_get_n_items (self->rows), ROWS_MEASURED);
  g_autofree char *longest = g_strdup ("");
  glong length = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClinicReportRow) row = g_list_model_get_item (self->rows, i);
      g_autofree char *text = clinic_report_row_dup_text (row, column);
      glong own = g_utf8_strlen (text, -1);

      if (own <= length)
        continue;

      length = own;
      g_free (longest);
      longest = g_steal_pointer (&text);
    }

  /* Headings are bold; letters of one number differ in width. */
  return CLAMP (MAX (measure (layout, heading), measure (layout, longest)) * 11 / 10 + AROUND,
                NARROWEST, WIDEST);
}

static void
append_column (ClinicReportTable *self,
               guint              number)
{
  const ClinicColumn *column = clinic_sheet_get_column (self->sheet, number);
  g_autofree char *heading = wrap_heading (column);
  int width = measure_column (self, number, heading);
  gboolean figure = clinic_report_is_figure (column);
  const ClinicSpreadPlace place = {
    .name = (char *) column->name,
    .title = heading,
    .shown = TRUE,
    .figure = figure,
    .least = figure ? width : MIN (width, LEAST_TEXT),
    .natural = width,
  };

  clinic_spread_add (self->columns, &place);
  g_array_append_val (self->numbers, number);
}

/* What is left of the width goes to the widest text. */
static void
fill_widest (ClinicReportTable *self)
{
  int widest = -1;

  for (guint i = 0; i < clinic_spread_get_n (self->columns); i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (self->columns, i);

      if (!place->figure &&
          (widest < 0 ||
           place->natural >= clinic_spread_get_place (self->columns, (guint) widest)->natural))
        widest = (int) i;
    }

  if (widest >= 0)
    clinic_spread_fill (self->columns, (guint) widest);
}

static void
select_rows (ClinicReportTable *self)
{
  g_autoptr(GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  /* Before it has a model: else the first row is selected already. */
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, self->rows);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/* Takes away what is shown. */
static void
clear (ClinicReportTable *self)
{
  gtk_scrolled_window_set_child (self->scroller, NULL);
  self->view = NULL;

  if (self->heads != NULL)
    gtk_grid_remove (self->grid, GTK_WIDGET (self->heads));

  self->heads = NULL;
  g_clear_object (&self->columns);
  g_clear_object (&self->rows);
  g_array_set_size (self->numbers, 0);
}

/* Rows are laid out before the heads: how far they are scrolled moves these. */
static void
add_heads (ClinicReportTable *self)
{
  self->heads = g_object_new (CLINIC_TYPE_SPREAD_HEADS, NULL);
  clinic_spread_heads_set (self->heads, self->columns,
                           gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)));
  gtk_grid_attach (self->grid, GTK_WIDGET (self->heads), 0, 0, 1, 1);
}

static void
clinic_report_table_dispose (GObject *object)
{
  ClinicReportTable *self = CLINIC_REPORT_TABLE (object);

  if (self->scroller != NULL)
    clear (self);

  self->scroller = NULL;
  G_OBJECT_CLASS (clinic_report_table_parent_class)->dispose (object);
}

static void
clinic_report_table_finalize (GObject *object)
{
  g_clear_object (&CLINIC_REPORT_TABLE (object)->sheet);
  g_array_unref (CLINIC_REPORT_TABLE (object)->numbers);
  G_OBJECT_CLASS (clinic_report_table_parent_class)->finalize (object);
}

static void
clinic_report_table_class_init (ClinicReportTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_report_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_report_table_finalize;
}

static void
clinic_report_table_init (ClinicReportTable *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_attach (self->grid, GTK_WIDGET (self->scroller), 0, 1, 1, 1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

GtkWidget *
clinic_report_table_new (void)
{
  return g_object_new (CLINIC_TYPE_REPORT_TABLE, NULL);
}

void
clinic_report_table_set_sheet (ClinicReportTable *self,
                               ClinicSheet       *sheet,
                               const char *const *without)
{
  g_autoptr(GtkListItemFactory) factory = NULL;

  g_return_if_fail (CLINIC_IS_REPORT_TABLE (self));

  clear (self);
  g_set_object (&self->sheet, sheet);

  if (sheet == NULL)
    return;

  self->rows = clinic_report_list_rows (sheet);
  self->columns = clinic_spread_new ();
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "spread-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinic_sheet_get_title (sheet), -1);
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));

  for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
    {
      if (without == NULL || !g_strv_contains (without, clinic_sheet_get_column (sheet, i)->name))
        append_column (self, i);
    }

  fill_widest (self);
  add_heads (self);
  factory = clinic_spread_row_factory (self->columns, write_text, self, TRUE);
  gtk_list_view_set_factory (self->view, factory);
  select_rows (self);
}

void
clinic_report_table_set_rows (ClinicReportTable *self,
                              guint              rows)
{
  g_return_if_fail (CLINIC_IS_REPORT_TABLE (self));

  gtk_scrolled_window_set_propagate_natural_height (self->scroller, rows > 0);
  gtk_scrolled_window_set_max_content_height (self->scroller,
                                              rows > 0 ? (int) (rows + 1) * ROW_HEIGHT : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), rows == 0);
}

GListModel *
clinic_report_table_get_model (ClinicReportTable *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_TABLE (self), NULL);

  return self->rows;
}

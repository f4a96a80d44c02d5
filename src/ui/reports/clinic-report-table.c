/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-graph.h"
#include "clinic-report-row.h"
#include "clinic-report-table.h"

/* Headings of several words go on several lines of about so many characters. */
#define HEADING_LINE 16
#define WIDEST 320
#define NARROWEST 64
/* What a cell has around its text. */
#define AROUND 26
/* Rows that the widths of columns are taken from. */
#define ROWS_MEASURED 100
#define ROW_HEIGHT 35

struct _ClinicReportTable
{
  AdwBin parent_instance;

  ClinicSheet       *sheet;      /* columns point into it */
  GListModel        *rows;
  GtkScrolledWindow *scroller;
  GtkColumnView     *view;
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

/* The cells of a column; which one the factory knows. Columns are only known when the report is
 * made: no template can describe them. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  const ClinicColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 1);

  if (clinic_report_is_figure (column))
    gtk_widget_add_css_class (cell, "numeric");

  gtk_list_item_set_child (item, cell);
}

/* Whether a text begins at the left: by its first letter, as Unicode has it; figures as the
 * window. */
static gboolean
begins_left (const char *text,
             gboolean    turned)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      GUnicodeScript script = g_unichar_get_script (letter);

      if (g_unichar_isalpha (letter))
        return script != G_UNICODE_SCRIPT_ARABIC && script != G_UNICODE_SCRIPT_HEBREW &&
               script != G_UNICODE_SCRIPT_SYRIAC && script != G_UNICODE_SCRIPT_THAANA &&
               script != G_UNICODE_SCRIPT_NKO;
    }

  return !turned;
}

/* An inscription turns its alignment round for texts, not for windows, that are read from right to
 * left; columns are aligned as the window is. */
static void
align (GtkInscription *cell,
       const char     *text,
       gboolean        is_figure)
{
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (cell)) == GTK_TEXT_DIR_RTL;
  gboolean at_right = is_figure != turned;
  /* A figure is isolated from its window: what is in it does not count. */
  gboolean from_left = is_figure ? !turned : begins_left (text, turned);

  gtk_inscription_set_xalign (cell, at_right == from_left ? 1 : 0);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkInscription *cell = GTK_INSCRIPTION (gtk_list_item_get_child (item));
  ClinicReportRow *row = gtk_list_item_get_item (item);
  const ClinicColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  g_autofree char *text = clinic_report_row_dup_text (row, GPOINTER_TO_UINT (user_data));

  if (clinic_report_is_figure (column) &&
      gtk_widget_get_direction (GTK_WIDGET (cell)) == GTK_TEXT_DIR_RTL)
    {
      g_autofree char *figure = g_steal_pointer (&text);

      text = clinic_graph_isolate (figure);
    }

  align (cell, text, clinic_report_is_figure (column));
  gtk_inscription_set_text (cell, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), strlen (text) > 30 ? text : NULL);
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
  /* Headings are bold. */
  int width = measure (layout, heading) * 11 / 10;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClinicReportRow) row = g_list_model_get_item (self->rows, i);
      g_autofree char *text = clinic_report_row_dup_text (row, column);

      width = MAX (width, measure (layout, text));
    }

  return CLAMP (width + AROUND, NARROWEST, WIDEST);
}

static void
append_column (ClinicReportTable *self,
               ClinicSheet       *sheet,
               guint              number)
{
  const ClinicColumn *described = clinic_sheet_get_column (sheet, number);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;
  g_autofree char *heading = wrap_heading (described);

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) described);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (number));
  column = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, measure_column (self, number, heading));
  gtk_column_view_append_column (self->view, column);
}

/* A heading stands where the figures below it do; a view has no property for that. */
static void
align_headings (ClinicReportTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkListItemFactory *factory = column != NULL ? gtk_column_view_column_get_factory (column)
                                                   : NULL;
      const ClinicColumn *described = factory != NULL
                                      ? g_object_get_data (G_OBJECT (factory), "column") : NULL;
      GtkWidget *label = gtk_widget_get_first_child (title);

      while (label != NULL && !GTK_IS_LABEL (label))
        label = gtk_widget_get_first_child (label);

      if (label == NULL || described == NULL || !clinic_report_is_figure (described))
        continue;

      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_label_set_justify (GTK_LABEL (label),
                             gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL
                             ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
    }
}

/* What is left of the width goes to the widest text. */
static void
expand_widest (ClinicReportTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *widest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const ClinicColumn *described =
        g_object_get_data (G_OBJECT (gtk_column_view_column_get_factory (column)), "column");

      if (!clinic_report_is_figure (described) &&
          (widest == NULL || gtk_column_view_column_get_fixed_width (column) >=
           gtk_column_view_column_get_fixed_width (widest)))
        widest = column;
    }

  if (widest != NULL)
    gtk_column_view_column_set_expand (widest, TRUE);
}

static void
select_rows (ClinicReportTable *self)
{
  g_autoptr(GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  /* Before it has a model: else the first row is selected already. */
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, self->rows);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
clinic_report_table_dispose (GObject *object)
{
  ClinicReportTable *self = CLINIC_REPORT_TABLE (object);

  g_clear_object (&self->rows);
  G_OBJECT_CLASS (clinic_report_table_parent_class)->dispose (object);
}

static void
clinic_report_table_finalize (GObject *object)
{
  g_clear_object (&CLINIC_REPORT_TABLE (object)->sheet);
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
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
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
  g_return_if_fail (CLINIC_IS_REPORT_TABLE (self));

  gtk_scrolled_window_set_child (self->scroller, NULL);
  self->view = NULL;
  g_clear_object (&self->rows);
  g_set_object (&self->sheet, sheet);

  if (sheet == NULL)
    return;

  self->rows = clinic_report_list_rows (sheet);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "clinic-report-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinic_sheet_get_title (sheet), -1);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));

  for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
    {
      if (without == NULL || !g_strv_contains (without, clinic_sheet_get_column (sheet, i)->name))
        append_column (self, sheet, i);
    }

  align_headings (self);
  expand_widest (self);
  select_rows (self);
}

void
clinic_report_table_set_rows (ClinicReportTable *self,
                              guint              rows)
{
  g_return_if_fail (CLINIC_IS_REPORT_TABLE (self));

  gtk_scrolled_window_set_propagate_natural_height (self->scroller, rows > 0);
  gtk_scrolled_window_set_max_content_height (self->scroller,
                                              rows > 0 ? (int) (rows + 2) * ROW_HEIGHT : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), rows == 0);
}

GListModel *
clinic_report_table_get_model (ClinicReportTable *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_TABLE (self), NULL);

  return self->rows;
}

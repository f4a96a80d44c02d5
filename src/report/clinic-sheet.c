/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-db.h"
#include "clinic-decimal.h"
#include "clinic-sheet.h"

struct _ClinicSheet
{
  GObject parent_instance;

  char            *name;
  char            *title;
  GPtrArray       *columns;
  GPtrArray       *notes;
  GPtrArray       *plots;
  GPtrArray       *pictures;

  GArray          *cells;       /* of the rows that are kept */
  GStringChunk    *texts;       /* theirs */
  gsize            n_rows;
  gsize            at;

  ClinicSheetNext  next;
  gpointer         data;
  GDestroyNotify   destroy;
  guint64          expected;
  ClinicCell      *row;
  gboolean         started;
  gboolean         ended;
};

G_DEFINE_FINAL_TYPE (ClinicSheet, clinic_sheet, G_TYPE_OBJECT)

static void
free_column (gpointer data)
{
  ClinicColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->unit);
  g_free (column);
}

void
clinic_plot_free (ClinicPlot *self)
{
  g_free (self->title);
  g_free (self->category);
  g_strfreev (self->values);
  g_strfreev (self->split);
  g_free (self);
}

static void
free_picture (gpointer data)
{
  ClinicSheetPicture *picture = data;

  g_free (picture->row);
  g_free (picture->caption);
  g_bytes_unref (picture->image);
  g_free (picture);
}

static void
clinic_sheet_finalize (GObject *object)
{
  ClinicSheet *self = CLINIC_SHEET (object);

  if (self->destroy != NULL)
    self->destroy (self->data);

  g_free (self->name);
  g_free (self->title);
  g_free (self->row);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->plots);
  g_ptr_array_unref (self->pictures);
  g_array_unref (self->cells);
  g_string_chunk_free (self->texts);

  G_OBJECT_CLASS (clinic_sheet_parent_class)->finalize (object);
}

static void
clinic_sheet_class_init (ClinicSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_sheet_finalize;
}

static void
clinic_sheet_init (ClinicSheet *self)
{
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->plots = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_plot_free);
  self->pictures = g_ptr_array_new_with_free_func (free_picture);
  self->cells = g_array_new (FALSE, FALSE, sizeof (ClinicCell));
  self->texts = g_string_chunk_new (4096);
}

ClinicSheet *
clinic_sheet_new (const char *name,
                  const char *title)
{
  ClinicSheet *self = g_object_new (CLINIC_TYPE_SHEET, NULL);

  self->name = g_strdup (name);
  self->title = g_strdup (title);

  return self;
}

const char *
clinic_sheet_get_name (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), NULL);

  return self->name;
}

const char *
clinic_sheet_get_title (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), NULL);

  return self->title;
}

void
clinic_sheet_add_column (ClinicSheet        *self,
                         const ClinicColumn *column)
{
  ClinicColumn *copy;

  g_return_if_fail (CLINIC_IS_SHEET (self));
  g_return_if_fail (column != NULL && column->name != NULL && column->title != NULL);
  g_return_if_fail (self->n_rows == 0 && !self->started);

  copy = g_memdup2 (column, sizeof *column);
  copy->name = g_strdup (column->name);
  copy->title = g_strdup (column->title);
  copy->unit = g_strdup (column->unit);
  g_ptr_array_add (self->columns, copy);
}

guint
clinic_sheet_get_n_columns (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), 0);

  return self->columns->len;
}

const ClinicColumn *
clinic_sheet_get_column (ClinicSheet *self,
                         guint        column)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

int
clinic_sheet_find_column (ClinicSheet *self,
                          const char  *name)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), -1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_strcmp0 (clinic_sheet_get_column (self, i)->name, name) == 0)
        return i;
    }

  return -1;
}

char *
clinic_column_dup_heading (const ClinicColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  if (column->unit == NULL)
    return g_strdup (column->title);

  return g_strdup_printf ("%s (%s)", column->title, column->unit);
}

void
clinic_sheet_append (ClinicSheet      *self,
                     const ClinicCell *cells)
{
  g_return_if_fail (CLINIC_IS_SHEET (self));
  g_return_if_fail (cells != NULL && self->next == NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicCell cell = cells[i];

      /* The same words come in many rows. */
      if (cell.text != NULL)
        cell.text = g_string_chunk_insert_const (self->texts, cell.text);

      g_array_append_val (self->cells, cell);
    }

  self->n_rows++;
}

void
clinic_sheet_set_source (ClinicSheet     *self,
                         ClinicSheetNext  next,
                         gpointer         data,
                         GDestroyNotify   destroy,
                         guint64          expected)
{
  g_return_if_fail (CLINIC_IS_SHEET (self));
  g_return_if_fail (next != NULL && self->next == NULL && self->n_rows == 0);

  self->next = next;
  self->data = data;
  self->destroy = destroy;
  self->expected = expected;
}

guint64
clinic_sheet_get_expected (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), 0);

  return self->next != NULL ? self->expected : self->n_rows;
}

static const ClinicCell *
fetch_row (ClinicSheet  *self,
           GError      **error)
{
  guint n = self->columns->len;

  self->started = TRUE;

  if (self->ended)
    return NULL;

  if (self->row == NULL)
    self->row = g_new (ClinicCell, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    self->row[i] = (ClinicCell) { .decimals = CLINIC_CELL_DECIMALS }
  ;

  if (self->next (self->row, self->data, error))
    return self->row;

  self->ended = TRUE;

  return NULL;
}

const ClinicCell *
clinic_sheet_next (ClinicSheet  *self,
                   GError      **error)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), NULL);

  if (self->next != NULL)
    return fetch_row (self, error);

  if (self->at == self->n_rows)
    return NULL;

  return &g_array_index (self->cells, ClinicCell, self->at++ *self->columns->len);
}

gboolean
clinic_sheet_rewind (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), FALSE);

  self->at = 0;

  return !self->started;
}

void
clinic_sheet_add_note (ClinicSheet *self,
                       const char  *note)
{
  g_return_if_fail (CLINIC_IS_SHEET (self));

  g_ptr_array_add (self->notes, g_strdup (note));
}

GPtrArray *
clinic_sheet_get_notes (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), NULL);

  return self->notes;
}

void
clinic_sheet_add_plot (ClinicSheet      *self,
                       const ClinicPlot *plot)
{
  ClinicPlot *copy;

  g_return_if_fail (CLINIC_IS_SHEET (self));
  g_return_if_fail (plot != NULL && plot->values != NULL);

  copy = g_memdup2 (plot, sizeof *plot);
  copy->title = g_strdup (plot->title);
  copy->category = g_strdup (plot->category);
  copy->values = g_strdupv (plot->values);
  copy->split = g_strdupv (plot->split);
  g_ptr_array_add (self->plots, copy);
}

GPtrArray *
clinic_sheet_get_plots (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), NULL);

  return self->plots;
}

void
clinic_sheet_add_picture (ClinicSheet              *self,
                          const ClinicSheetPicture *picture)
{
  ClinicSheetPicture *copy;

  g_return_if_fail (CLINIC_IS_SHEET (self));
  g_return_if_fail (picture != NULL && picture->image != NULL);

  copy = g_memdup2 (picture, sizeof *picture);
  copy->row = g_strdup (picture->row);
  copy->caption = g_strdup (picture->caption);
  copy->image = g_bytes_ref (picture->image);
  g_ptr_array_add (self->pictures, copy);
}

GPtrArray *
clinic_sheet_get_pictures (ClinicSheet *self)
{
  g_return_val_if_fail (CLINIC_IS_SHEET (self), NULL);

  return self->pictures;
}

GArray *
clinic_sheets_list_photos (GPtrArray *sheets)
{
  GArray *photos = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (sheets != NULL, photos);

  for (guint i = 0; i < sheets->len; i++)
    {
      GPtrArray *pictures = clinic_sheet_get_pictures (sheets->pdata[i]);

      for (guint k = 0; k < pictures->len; k++)
        g_array_append_val (photos, ((ClinicSheetPicture *) pictures->pdata[k])->photo);
    }

  return photos;
}

static ClinicCell
make_text (ClinicCellKind  kind,
           const char     *text)
{
  return (ClinicCell) {
           .kind = text != NULL && text[0] != '\0' ? kind : CLINIC_CELL_BLANK,
           .decimals = CLINIC_CELL_DECIMALS,
           .text = text,
  };
}

ClinicCell
clinic_cell_text (const char *text)
{
  return make_text (CLINIC_CELL_TEXT, text);
}

ClinicCell
clinic_cell_date (const char *date)
{
  return make_text (CLINIC_CELL_DATE, date);
}

ClinicCell
clinic_cell_wall (const char *wall)
{
  return make_text (CLINIC_CELL_WALL, wall);
}

ClinicCell
clinic_cell_integer (gint64 integer)
{
  return (ClinicCell) {
           .kind = integer == CLINIC_NULL ? CLINIC_CELL_BLANK : CLINIC_CELL_INTEGER,
           .decimals = CLINIC_CELL_DECIMALS,
           .integer = integer,
  };
}

ClinicCell
clinic_cell_thousandths (gint64 thousandths)
{
  if (thousandths == CLINIC_NULL)
    return (ClinicCell) { .decimals = CLINIC_CELL_DECIMALS }
  ;

  return clinic_cell_number (thousandths / 1000.0, CLINIC_CELL_DECIMALS);
}

ClinicCell
clinic_cell_number (double number,
                    guint  decimals)
{
  return (ClinicCell) {
           .kind = isfinite (number) ? CLINIC_CELL_NUMBER : CLINIC_CELL_UNDEFINED,
           .decimals = decimals,
           .number = number,
  };
}

ClinicCell
clinic_cell_percent (double percent,
                     guint  decimals)
{
  return (ClinicCell) {
           .kind = isfinite (percent) ? CLINIC_CELL_PERCENT : CLINIC_CELL_UNDEFINED,
           .decimals = decimals,
           .number = percent / 100,
  };
}

ClinicCell
clinic_cell_flag (gboolean flag)
{
  return (ClinicCell) {
           .kind = CLINIC_CELL_FLAG,
           .decimals = CLINIC_CELL_DECIMALS,
           .integer = flag != FALSE,
  };
}

/* The shortest of the usual lengths that reads back as the same double. */
static char *
print_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", number);

  if (g_ascii_strtod (text, NULL) != number)
    g_ascii_formatd (text, sizeof text, "%.17g", number);

  return g_strdup (text);
}

static char *
print_figure (const ClinicCell   *cell,
              const ClinicColumn *column,
              gboolean            plain)
{
  guint decimals = cell->decimals != CLINIC_CELL_DECIMALS ? cell->decimals : column->decimals;
  g_autofree char *text = NULL;

  if (!isfinite (cell->number))
    return g_strdup (plain ? "" : _("n/a"));

  if (cell->kind == CLINIC_CELL_NUMBER)
    return plain ? print_number (cell->number) : clinic_decimal_format_double (cell->number,
                                                                               decimals);

  if (plain)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      /* 15 digits, for 0.29 × 100 is not quite 29. */
      return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.15g", cell->number * 100));
    }

  text = clinic_decimal_format_double (cell->number * 100, decimals);

  return g_strconcat (text, " %", NULL);
}

char *
clinic_cell_dup_text (const ClinicCell   *cell,
                      const ClinicColumn *column,
                      gboolean            plain)
{
  g_return_val_if_fail (cell != NULL && column != NULL, NULL);

  switch (cell->kind)
    {
    case CLINIC_CELL_UNDEFINED:
      return g_strdup (plain ? "" : _("n/a"));

    case CLINIC_CELL_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);

    case CLINIC_CELL_NUMBER:
    case CLINIC_CELL_PERCENT:
      return print_figure (cell, column, plain);

    case CLINIC_CELL_FLAG:
      return g_strdup (cell->integer ? _("yes") : _("no"));

    case CLINIC_CELL_TEXT:
    case CLINIC_CELL_DATE:
    case CLINIC_CELL_WALL:
      return g_strdup (cell->text != NULL ? cell->text : "");

    case CLINIC_CELL_BLANK:
    default:
      return g_strdup ("");
    }
}

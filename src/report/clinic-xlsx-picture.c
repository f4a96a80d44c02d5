/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-date.h"
#include "clinic-xlsx-picture.h"

/* A picture of 320 pixels takes a column of so many characters and so many rows of the usual
 * height: heights of rows that were said are forgotten by the library by the time it places what
 * lies over them. */
enum { PICTURE_WIDTH = 46, PICTURE_ROWS = 17, LABEL_WIDTH = 13 };

/* Of a page of A4 across, in pixels as a screen has them, of a row of pictures, and of a letter, which
 * is wider where the usual font is not there. */
enum { LETTER_WIDTH = 9, PAGE_WIDTH = 930, PAGE_HEIGHT = 640, BAND_HEIGHT = (PICTURE_ROWS + 1) * 20 };

/* The columns that are in use, from the second on; as many as @n say. */
static GArray *
list_columns (GPtrArray *pictures)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < pictures->len; i++)
    {
      guint column = ((ClinicSheetPicture *) pictures->pdata[i])->column;
      guint at = 0;

      while (at < columns->len && g_array_index (columns, guint, at) < column)
        at++;

      if (at == columns->len || g_array_index (columns, guint, at) != column)
        g_array_insert_val (columns, at, column);
    }

  return columns;
}

static guint
find_column (GArray *columns,
             guint   column)
{
  guint at = 0;

  while (g_array_index (columns, guint, at) != column)
    at++;

  return at + 1;
}

static gboolean
set_columns (ClinicXlsxPlace  *place,
             guint             n,
             GError          **error)
{
  return clinic_xlsx_look (worksheet_set_column (place->worksheet, 0, 0, LABEL_WIDTH, NULL), error) &&
         clinic_xlsx_look (worksheet_set_column (place->worksheet, 1, (lxw_col_t) n, PICTURE_WIDTH, NULL),
                           error);
}

/* As large as all columns and two rows fit on the page; no picture is cut in two. A scale, for programs forget the
 * breaks of what they fit themselves. */
static gboolean
set_pages (ClinicXlsxPlace  *place,
           guint             n_columns,
           guint             n_bands,
           GError          **error)
{
  guint width = (LABEL_WIDTH + n_columns * PICTURE_WIDTH) * LETTER_WIDTH;
  guint scale = CLAMP (MIN (PAGE_WIDTH * 100 / width, PAGE_HEIGHT * 100 / (2 * BAND_HEIGHT)), 10, 100);
  guint each = MAX (PAGE_HEIGHT * 100 / scale / BAND_HEIGHT, 1);
  g_autoptr(GArray) breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));

  for (guint band = each; band < n_bands; band += each)
    {
      lxw_row_t row = band * (PICTURE_ROWS + 1);

      g_array_append_val (breaks, row);
    }

  worksheet_set_print_scale (place->worksheet, (uint16_t) scale);

  /* The library takes no more of them. */
  if (breaks->len == 0 || breaks->len > LXW_BREAKS_MAX)
    return TRUE;

  return clinic_xlsx_look (worksheet_set_h_pagebreaks (place->worksheet, (lxw_row_t *) breaks->data),
                           error);
}

static gboolean
put_picture (ClinicXlsxBook            *book,
             ClinicXlsxPlace           *place,
             guint                      column,
             const ClinicSheetPicture  *picture,
             GError                   **error)
{
  g_autofree char *description = g_strdup_printf ("%s, %s", picture->caption, picture->row);
  lxw_image_options options = {
    .x_offset = 2, .y_offset = 2, .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .description = description,
  };
  gsize length;
  const guint8 *data = g_bytes_get_data (picture->image, &length);

  return clinic_xlsx_book_write_text (book, place, column, picture->caption, CLINIC_XLSX_NOTE,
                                      error) &&
         clinic_xlsx_look (worksheet_insert_image_buffer_opt (place->worksheet, place->row + 1,
                                                              (lxw_col_t) column, data, length,
                                                              &options), error);
}

static gboolean
write_label (ClinicXlsxBook   *book,
             ClinicXlsxPlace  *place,
             const char       *row,
             GError          **error)
{
  const ClinicColumn column = { (char *) "row", (char *) "", NULL, CLINIC_CELL_DATE };
  const ClinicCell cell = { .kind = CLINIC_CELL_DATE, .text = row };

  if (clinic_date_is_valid (row))
    return clinic_xlsx_book_write_cell (book, place, 0, &cell, &column, error);

  return clinic_xlsx_book_write_text (book, place, 0, row, CLINIC_CELL_TEXT, error);
}

gboolean
clinic_xlsx_draw_pictures (ClinicXlsxBook   *book,
                           ClinicXlsxPlace  *place,
                           ClinicSheet      *sheet,
                           guint64          *rows,
                           GCancellable     *cancellable,
                           GError          **error)
{
  GPtrArray *pictures = clinic_sheet_get_pictures (sheet);
  g_autoptr(GArray) columns = list_columns (pictures);
  const char *row = NULL;
  guint free_from = 0;          /* the first column of the row that no picture was put into yet */

  *rows = 0;

  if (!set_columns (place, columns->len, error))
    return FALSE;

  for (guint i = 0; i < pictures->len; i++)
    {
      const ClinicSheetPicture *picture = pictures->pdata[i];
      guint column = find_column (columns, picture->column);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      /* Another day, or a second picture of the same kind. */
      if (g_strcmp0 (picture->row, row) != 0 || column < free_from)
        {
          place->row += row != NULL ? PICTURE_ROWS + 1 : 0;
          row = picture->row;
          ++*rows;

          if (!write_label (book, place, row, error))
            return FALSE;
        }

      if (!put_picture (book, place, column, picture, error))
        return FALSE;

      free_from = column + 1;
    }

  return set_pages (place, columns->len, (guint) * rows, error);
}

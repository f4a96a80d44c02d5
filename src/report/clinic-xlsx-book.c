/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clinic-cell-gate.h"
#include "clinic-xlsx-book.h"

gboolean
clinic_xlsx_look (lxw_error   code,
                  GError    **error)
{
  if (code == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The workbook could not be written: %s."),
               lxw_strerror (code));

  return FALSE;
}

static char *
make_number_format (guint       decimals,
                    const char *suffix)
{
  g_autofree char *noughts = g_strnfill (decimals, '0');

  return g_strdup_printf ("0%s%s%s", decimals > 0 ? "." : "", noughts, suffix);
}

static void
shape_heading (lxw_format *format)
{
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bg_color (format, 0xe8eef4);
}

static void
shape_format (lxw_format *format,
              guint       kind,
              guint       decimals)
{
  g_autofree char *figures = make_number_format (decimals, kind == CLINIC_CELL_PERCENT ? "%" : "");

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  /* A text stands apart from the number in the column before it. */
  if (kind == CLINIC_XLSX_WRAPPED || kind == CLINIC_CELL_TEXT)
    format_set_indent (format, 1);

  if (kind == CLINIC_XLSX_HEADING)
    shape_heading (format);
  else if (kind == CLINIC_XLSX_NOTE)
    format_set_italic (format);
  else if (kind == CLINIC_XLSX_WRAPPED)
    format_set_text_wrap (format);
  else if (kind == CLINIC_CELL_DATE)
    format_set_num_format (format, "yyyy-mm-dd");
  else if (kind == CLINIC_CELL_WALL)
    format_set_num_format (format, "yyyy-mm-dd hh:mm");
  else if (kind == CLINIC_CELL_NUMBER || kind == CLINIC_CELL_PERCENT || kind == CLINIC_CELL_INTEGER)
    format_set_num_format (format, figures);
  else if (kind == CLINIC_CELL_UNDEFINED)
    format_set_align (format, LXW_ALIGN_RIGHT);
}

static lxw_format *
get_format (ClinicXlsxBook *self,
            guint           kind,
            guint           decimals,
            gboolean        left)
{
  lxw_format **format = &self->formats[left][kind][MIN (decimals, CLINIC_XLSX_DECIMALS)];

  if (*format == NULL)
    {
      *format = workbook_add_format (self->workbook);
      shape_format (*format, kind, MIN (decimals, CLINIC_XLSX_DECIMALS));

      if (left)
        format_set_align (*format, LXW_ALIGN_LEFT);
    }

  return *format;
}

/* Texts and whole numbers need no format of their own, and a long export is a tenth quicker
 * without. */
static lxw_format *
choose_format (ClinicXlsxBook        *self,
               const ClinicXlsxPlace *place,
               guint                  kind,
               guint                  decimals,
               gboolean               left)
{
  if (!place->tall && !left && (kind == CLINIC_CELL_TEXT || kind == CLINIC_CELL_INTEGER))
    return NULL;

  return get_format (self, kind, decimals, left);
}

/* Most texts need nothing done to them; this is where the time of a long export would go. */
static gboolean
is_plain (const char *text)
{
  gsize i;

  for (i = 0; text[i] != '\0'; i++)
    {
      guchar byte = text[i];

      if (byte >= 0x7f || byte == '_' || (byte < 0x20 && byte != '\n' && byte != '\t'))
        return FALSE;
    }

  return i <= CLINIC_CELL_LONGEST;
}

/* The text in pieces on a worksheet of its own; returns the number under which it stands there. */
static guint
keep_long_text (ClinicXlsxBook *self,
                const char     *where,
                const char     *text)
{
  guint number = ++self->written->cut;
  guint part = 1;

  while (*text != '\0')
    {
      gsize bytes = clinic_gate_fit (text, CLINIC_CELL_LONGEST);
      g_autofree char *piece = g_strndup (text, bytes);
      ClinicCell cells[] = {
        clinic_cell_integer (number), clinic_cell_text (where), clinic_cell_integer (part++),
        clinic_cell_text (piece),
      };

      clinic_sheet_append (self->long_texts, cells);
      text += bytes;
    }

  return number;
}

static char *
cut_text (ClinicXlsxBook *self,
          const char     *where,
          const char     *text)
{
  guint number = keep_long_text (self, where, text);
  g_autofree char *end = g_strdup_printf (_("… [cut here; the whole text is number %u on the "
                                            "worksheet “%s”]"),
                                          number, self->long_name);
  gsize bytes = clinic_gate_fit (text, CLINIC_CELL_LONGEST - clinic_gate_count_units (end));
  g_autofree char *start = g_strndup (text, bytes);

  return g_strconcat (start, end, NULL);
}

gboolean
clinic_xlsx_book_write_text (ClinicXlsxBook         *self,
                             const ClinicXlsxPlace  *place,
                             guint                   column,
                             const char             *text,
                             guint                   kind,
                             GError                **error)
{
  lxw_format *format = choose_format (self, place, kind, 0, FALSE);
  g_autofree char *valid = NULL;
  g_autofree char *escaped = NULL;
  gboolean mended = FALSE;

  if (text[0] == '\0')
    return TRUE;

  if (is_plain (text))
    return clinic_xlsx_look (worksheet_write_string (place->worksheet, place->row, column, text,
                                                     format), error);

  valid = clinic_gate_mend (text, &mended);
  self->written->mended += mended;

  if (valid[clinic_gate_fit (valid, CLINIC_CELL_LONGEST)] != '\0')
    {
      char cell[LXW_MAX_CELL_NAME_LENGTH];
      g_autofree char *whole = g_steal_pointer (&valid);
      g_autofree char *where = NULL;

      lxw_rowcol_to_cell (cell, place->row, column);
      where = g_strdup_printf ("%s, %s", place->name, cell);
      valid = cut_text (self, where, whole);
    }

  escaped = clinic_gate_escape_xlsx (valid);

  return clinic_xlsx_look (worksheet_write_string (place->worksheet, place->row, column, escaped,
                                                   format), error);
}

static gboolean
write_as_text (ClinicXlsxBook        *self,
               const ClinicXlsxPlace *place,
               guint                  number,
               const ClinicCell      *cell,
               const ClinicColumn    *column,
               GError               **error)
{
  g_autofree char *text = clinic_cell_dup_text (cell, column, FALSE);
  guint format =
    column->width >= CLINIC_XLSX_WRAPPED_WIDTH ? CLINIC_XLSX_WRAPPED : CLINIC_CELL_TEXT;

  if (cell->kind != CLINIC_CELL_TEXT && column->kind >= CLINIC_CELL_INTEGER &&
      column->kind <= CLINIC_CELL_PERCENT)
    format = CLINIC_CELL_UNDEFINED;

  return clinic_xlsx_book_write_text (self, place, number, text, format, error);
}

static gboolean
write_date (ClinicXlsxBook        *self,
            const ClinicXlsxPlace *place,
            guint                  number,
            const ClinicCell      *cell,
            const ClinicColumn    *column,
            GError               **error)
{
  double serial;

  if (clinic_gate_serial (cell->text, &serial))
    {
      /* A date with a time is one, whatever the column says. */
      guint kind = strlen (cell->text) > 10 ? CLINIC_CELL_WALL : CLINIC_CELL_DATE;

      return clinic_xlsx_look (worksheet_write_number (place->worksheet, place->row, number, serial,
                                                       get_format (self, kind, 0, column->kind == CLINIC_CELL_TEXT)), error);
    }

  self->written->odd_dates++;

  return write_as_text (self, place, number, cell, column, error);
}

gboolean
clinic_xlsx_book_write_cell (ClinicXlsxBook        *self,
                             const ClinicXlsxPlace *place,
                             guint                  number,
                             const ClinicCell      *cell,
                             const ClinicColumn    *column,
                             GError               **error)
{
  guint decimals = cell->decimals != CLINIC_CELL_DECIMALS ? cell->decimals : column->decimals;
  gboolean whole = cell->kind == CLINIC_CELL_INTEGER;

  switch (cell->kind)
    {
    case CLINIC_CELL_BLANK:
    case CLINIC_CELL_UNDEFINED:
      return TRUE;

    case CLINIC_CELL_DATE:
    case CLINIC_CELL_WALL:
      return write_date (self, place, number, cell, column, error);

    case CLINIC_CELL_INTEGER:
    case CLINIC_CELL_NUMBER:
    case CLINIC_CELL_PERCENT:
      /* A figure that cannot be is no text among figures. */
      if (!whole && !isfinite (cell->number))
        return TRUE;

      /* Cells keep 15 digits. What has more, as an id, stays whole as text. */
      if (whole && ABS (cell->integer) > G_GINT64_CONSTANT (999999999999999))
        return write_as_text (self, place, number, cell, column, error);

      return clinic_xlsx_look (worksheet_write_number (place->worksheet, place->row, number,
                                                       whole
                                                           ? (double) cell->integer : cell->number,
                                                       choose_format (self, place, cell->kind,
                                                                      whole ? 0 : decimals,
                                                                      column->kind == CLINIC_CELL_TEXT)), error);

    case CLINIC_CELL_TEXT:
    case CLINIC_CELL_FLAG:
    default:
      return write_as_text (self, place, number, cell, column, error);
    }
}

static ClinicSheet *
make_long_texts (const char *name)
{
  static const ClinicColumn columns[] = {
    { "number", (char *) N_("Number"), NULL, CLINIC_CELL_INTEGER },
    { "cell", (char *) N_("Cell"), NULL, CLINIC_CELL_TEXT },
    { "part", (char *) N_("Part"), NULL, CLINIC_CELL_INTEGER },
    { "text", (char *) N_("Text"), NULL, CLINIC_CELL_TEXT, 0, 120 },
  };
  ClinicSheet *sheet = clinic_sheet_new ("long-texts", name);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      ClinicColumn column = columns[i];

      column.title = (char *) _(columns[i].title);
      clinic_sheet_add_column (sheet, &column);
    }

  return sheet;
}

void
clinic_xlsx_book_init (ClinicXlsxBook    *self,
                       lxw_workbook      *workbook,
                       ClinicXlsxWritten *written,
                       char              *long_name)
{
  *self = (ClinicXlsxBook) { .workbook = workbook, .written = written, .long_name = long_name };
  self->long_texts = make_long_texts (long_name);
}

void
clinic_xlsx_book_clear (ClinicXlsxBook *self)
{
  g_clear_object (&self->long_texts);
  g_clear_pointer (&self->long_name, g_free);
}

/* The letters of a spreadsheet's usual font differ in width; words are broken at their ends. */
guint
clinic_xlsx_count_lines (const char *text,
                         double      width)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    n += 1 + clinic_gate_count_units (*line) / MAX (width * 1.05, 1);

  return MAX (n, 1);
}

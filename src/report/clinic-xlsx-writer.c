/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aside.h"
#include "clinic-cell-gate.h"
#include "clinic-xlsx-book.h"
#include "clinic-xlsx-check.h"
#include "clinic-xlsx-picture.h"
#include "clinic-xlsx-plot.h"
#include "clinic-xlsx-writer.h"

enum
{
  MOST_ROWS = LXW_ROW_MAX,
  LARGE = 50000,                /* rows from which temporary files go to the disk, not into the
                                 * session's memory */
  ROWS_BETWEEN_REPORTS = 1000,
  FIT_WIDTH = 300,              /* characters that still can be read on one page */
  MOST_LINES = 27,              /* a row is at most 409 points high */
};

/* 2000-01-01T00:00Z */
static const time_t fixed_time = 946684800;

typedef struct
{
  ClinicXlsxBook            book;
  const ClinicXlsxOptions  *options;
  ClinicXlsxWritten        *written;
  GCancellable             *cancellable;
  GHashTable               *names;
  GArray                   *rows;         /* <row> elements of each worksheet */
  guint64                   expected;
  ClinicSheet              *notes;        /* of all tables */
} Writer;

/* One chart as its rows go by. */
typedef struct
{
  const ClinicPlot *plot;
  char             *label;
  guint             first;
  guint             n;
  guint             n_values;     /* rows that have something to draw */
  gboolean          dated;
} Run;

/* One table, on one worksheet or several. */
typedef struct
{
  Writer         *writer;
  ClinicSheet    *sheet;
  ClinicXlsxPlace place;
  guint           last;           /* the row after which it goes on elsewhere */
  GArray         *runs;
  GPtrArray      *spans;
} Page;

static void
clear_run (gpointer data)
{
  g_free (((Run *) data)->label);
}

static void
page_clear (Page *page)
{
  g_free (page->place.name);
  g_array_unref (page->runs);
  g_ptr_array_unref (page->spans);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static double
get_width (const ClinicColumn *column)
{
  static const double widths[] = {
    [CLINIC_CELL_TEXT] = 20, [CLINIC_CELL_INTEGER] = 9, [CLINIC_CELL_NUMBER] = 11,
    [CLINIC_CELL_PERCENT] = 11, [CLINIC_CELL_DATE] = 12, [CLINIC_CELL_WALL] =
      17, [CLINIC_CELL_FLAG] = 8,
  };

  return column->width > 0 ? column->width : MAX (widths[column->kind], 8);
}

static void
count_row (Writer *writer)
{
  g_array_index (writer->rows, guint64, writer->rows->len - 1)++;
}

static gboolean
add_worksheet (Page        *page,
               const char  *title,
               GError     **error)
{
  guint64 none = 0;

  g_free (page->place.name);
  page->place.name = clinic_gate_sheet_name (title, page->writer->names);
  page->place.worksheet = workbook_add_worksheet (page->writer->book.workbook, page->place.name);
  page->place.row = 0;

  if (page->place.worksheet == NULL)
    return clinic_xlsx_look (LXW_ERROR_CREATING_TMPFILE, error);

  g_array_append_val (page->writer->rows, none);
  page->writer->written->worksheets++;
  worksheet_set_landscape (page->place.worksheet);
  worksheet_set_paper (page->place.worksheet, 9);      /* A4 */

  return TRUE;
}

/* As high as the highest of its texts. It is said before the cells: a row is written while the
 * next is begun. */
static gboolean
set_height (Page     *page,
            guint     lines,
            GError  **error)
{
  return lines <= 1 ||
         clinic_xlsx_look (worksheet_set_row (page->place.worksheet, page->place.row,
                                              MIN (lines,
                                                   MOST_LINES) * LXW_DEF_ROW_HEIGHT, NULL), error);
}

static gboolean
set_columns (Page    *page,
             GError **error)
{
  guint n = clinic_sheet_get_n_columns (page->sheet);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double width = get_width (clinic_sheet_get_column (page->sheet, i));

      sum += width;
      page->place.tall = page->place.tall || width >= CLINIC_XLSX_WRAPPED_WIDTH;

      if (!clinic_xlsx_look (worksheet_set_column (page->place.worksheet, i, i, width, NULL),
                             error))
        return FALSE;
    }

  /* Wider, and the print could not be read. */
  if (sum <= FIT_WIDTH)
    worksheet_fit_to_pages (page->place.worksheet, 1, 0);

  return TRUE;
}

static gboolean
write_heading (Page    *page,
               GError **error)
{
  guint n = clinic_sheet_get_n_columns (page->sheet);
  g_autoptr(GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  guint lines = 1;

  for (guint i = 0; i < n; i++)
    {
      const ClinicColumn *column = clinic_sheet_get_column (page->sheet, i);
      char *heading = clinic_column_dup_heading (column);

      g_ptr_array_add (headings, heading);
      lines = MAX (lines, clinic_xlsx_count_lines (heading, get_width (column)));
    }

  if (!set_height (page, lines, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!clinic_xlsx_book_write_text (&page->writer->book, &page->place, i,
                                        g_ptr_array_index (headings, i),
                                        CLINIC_XLSX_HEADING, error))
        return FALSE;
    }

  return TRUE;
}

/* A worksheet with its heading, which stays in sight and on each printed page. */
static gboolean
start_worksheet (Page    *page,
                 GError **error)
{
  if (!add_worksheet (page, clinic_sheet_get_title (page->sheet), error) ||
      !set_columns (page, error) || !write_heading (page, error))
    return FALSE;

  count_row (page->writer);
  worksheet_freeze_panes (page->place.worksheet, 1, 0);
  page->place.row = 1;

  return clinic_xlsx_look (worksheet_repeat_rows (page->place.worksheet, 0, 0), error);
}

static void
end_run (Page *page,
         Run  *run)
{
  ClinicXlsxSpan *span;

  /* A line needs two points. */
  if (run->n_values >= (run->plot->kind == CLINIC_PLOT_LINE ? 2 : 1))
    {
      span = g_new0 (ClinicXlsxSpan, 1);
      *span = (ClinicXlsxSpan) { run->plot, g_strdup (page->place.name), g_strdup (run->label),
                                 run->first, run->first + run->n - 1, run->dated };
      g_ptr_array_add (page->spans, span);
    }

  g_clear_pointer (&run->label, g_free);
  run->n = run->n_values = 0;
}

static char *
make_label (Page             *page,
            const ClinicPlot *plot,
            const ClinicCell *cells)
{
  GString *label = g_string_new (NULL);

  for (char **name = plot->split; *name != NULL; name++)
    {
      int column = clinic_sheet_find_column (page->sheet, *name);
      const ClinicColumn *described = clinic_sheet_get_column (page->sheet, column);
      g_autofree char *text = clinic_cell_dup_text (&cells[column], described, FALSE);

      /* "Course 2", not "2". */
      if (text[0] != '\0')
        g_string_append_printf (label, "%s%s%s%s", label->len > 0 ? " · " : "",
                                cells[column].kind == CLINIC_CELL_INTEGER ? described->title : "",
                                cells[column].kind == CLINIC_CELL_INTEGER ? " " : "", text);
    }

  return g_string_free (label, FALSE);
}

static void
follow_runs (Page             *page,
             const ClinicCell *cells)
{
  for (guint i = 0; i < page->runs->len; i++)
    {
      Run *run = &g_array_index (page->runs, Run, i);
      g_autofree char *label = run->plot->split != NULL ? make_label (page, run->plot,
                                                                      cells) : NULL;
      int category = clinic_sheet_find_column (page->sheet, run->plot->category);
      const ClinicCell *value = &cells[clinic_sheet_find_column (page->sheet,
                                                                 run->plot->values[0])];

      if (run->n > 0 && g_strcmp0 (label, run->label) != 0)
        end_run (page, run);

      if (run->n == 0)
        {
          run->first = page->place.row;
          run->dated = TRUE;
          run->label = g_steal_pointer (&label);
        }

      if (run->plot->top == 0 || run->n < run->plot->top)
        {
          run->n++;
          run->n_values += value->kind == CLINIC_CELL_INTEGER ||
                           value->kind == CLINIC_CELL_NUMBER ||
                           value->kind == CLINIC_CELL_PERCENT;
          run->dated = run->dated && cells[category].kind == CLINIC_CELL_DATE;
        }
    }
}

static gboolean
end_worksheet (Page    *page,
               GError **error)
{
  guint n = clinic_sheet_get_n_columns (page->sheet);

  for (guint i = 0; i < page->runs->len; i++)
    end_run (page, &g_array_index (page->runs, Run, i));

  if (page->place.row > 1)
    return clinic_xlsx_look (worksheet_autofilter (page->place.worksheet, 0, 0, page->place.row - 1,
                                                   n - 1), error);

  return TRUE;
}

static gboolean
may_go_on (Writer  *writer,
           GError **error)
{
  const ClinicXlsxOptions *options = writer->options;

  if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
    return FALSE;

  if (options->progress == NULL || writer->written->rows % ROWS_BETWEEN_REPORTS != 0 ||
      options->progress (writer->written->rows, writer->expected, options->progress_data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped; no file was written."));

  return FALSE;
}

/* Of the cells that are wrapped. */
static guint
count_lines (Page             *page,
             const ClinicCell *cells)
{
  guint lines = 1;

  for (guint i = 0; i < clinic_sheet_get_n_columns (page->sheet); i++)
    {
      const ClinicColumn *column = clinic_sheet_get_column (page->sheet, i);

      if (column->width >= CLINIC_XLSX_WRAPPED_WIDTH && cells[i].kind == CLINIC_CELL_TEXT &&
          cells[i].text != NULL)
        lines = MAX (lines, clinic_xlsx_count_lines (cells[i].text, column->width));
    }

  return lines;
}

static gboolean
write_row (Page              *page,
           const ClinicCell  *cells,
           GError           **error)
{
  gboolean anything = FALSE;

  if (page->place.row == page->last &&
      (!end_worksheet (page, error) || !start_worksheet (page, error)))
    return FALSE;

  if (page->place.tall && !set_height (page, count_lines (page, cells), error))
    return FALSE;

  for (guint i = 0; i < clinic_sheet_get_n_columns (page->sheet); i++)
    {
      anything = anything || cells[i].kind != CLINIC_CELL_BLANK;

      if (!clinic_xlsx_book_write_cell (&page->writer->book, &page->place, i, &cells[i],
                                        clinic_sheet_get_column (page->sheet, i), error))
        return FALSE;
    }

  if (anything)
    count_row (page->writer);

  follow_runs (page, cells);
  page->place.row++;
  page->writer->written->rows++;

  return may_go_on (page->writer, error);
}

static ClinicSheet *
make_notes (void)
{
  static const ClinicColumn columns[] = {
    { "sheet", (char *) N_("Sheet"), NULL, CLINIC_CELL_TEXT, 0, 30 },
    { "note", (char *) N_("Note"), NULL, CLINIC_CELL_TEXT, 0, 110 },
  };
  ClinicSheet *notes = clinic_sheet_new ("notes", _("Notes"));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      ClinicColumn column = columns[i];

      column.title = (char *) _(columns[i].title);
      clinic_sheet_add_column (notes, &column);
    }

  return notes;
}

/* Below a table they would be rows of it to whoever reads it with another program: they have a table of
 * their own, as the last worksheet but that of long texts. */
static void
keep_notes (Writer      *writer,
            ClinicSheet *sheet)
{
  GPtrArray *notes = clinic_sheet_get_notes (sheet);

  for (guint i = 0; i < notes->len; i++)
    {
      const ClinicCell cells[] = {
        clinic_cell_text (clinic_sheet_get_title (sheet)),
        clinic_cell_text (g_ptr_array_index (notes, i)),
      };

      clinic_sheet_append (writer->notes, cells);
    }
}

static gboolean
write_plots (Page    *page,
             GError **error)
{
  g_autofree char *title = NULL;

  if (page->spans->len == 0)
    return TRUE;

  title = g_strdup_printf (_("%s: charts"), clinic_sheet_get_title (page->sheet));
  g_strdelimit (title, ":", ',');

  if (!add_worksheet (page, title, error))
    return FALSE;

  worksheet_fit_to_pages (page->place.worksheet, 1, 0);

  if (page->spans->len > CLINIC_XLSX_MOST_CHARTS)
    {
      g_autofree char *note = g_strdup_printf (_("The first %u of %u charts are drawn."),
                                               CLINIC_XLSX_MOST_CHARTS, page->spans->len);

      if (!clinic_xlsx_book_write_text (&page->writer->book, &page->place, 0, note,
                                        CLINIC_XLSX_NOTE, error))
        return FALSE;

      count_row (page->writer);
    }

  return clinic_xlsx_draw (page->writer->book.workbook, page->place.worksheet, page->sheet,
                           page->spans, error);
}

static gboolean
write_pictures (Page    *page,
                GError **error)
{
  g_autofree char *title = NULL;
  guint64 rows;

  if (clinic_sheet_get_pictures (page->sheet)->len == 0)
    return TRUE;

  title = g_strdup_printf (_("%s: pictures"), clinic_sheet_get_title (page->sheet));
  g_strdelimit (title, ":", ',');

  if (!add_worksheet (page, title, error))
    return FALSE;

  if (!clinic_xlsx_draw_pictures (&page->writer->book, &page->place, page->sheet, &rows,
                                  page->writer->cancellable, error))
    return FALSE;

  g_array_index (page->writer->rows, guint64, page->writer->rows->len - 1) = rows;

  return TRUE;
}

static gboolean
write_sheet (Writer       *writer,
             ClinicSheet  *sheet,
             GError      **error)
{
  g_auto(Page) page = {
    .writer = writer, .sheet = sheet,
    .runs = g_array_new (FALSE, TRUE, sizeof (Run)),
    .spans = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_xlsx_span_free),
  };
  guint most = writer->options->max_rows > 0 ? writer->options->max_rows : MOST_ROWS;
  GPtrArray *plots = clinic_sheet_get_plots (sheet);
  const ClinicCell *cells;
  GError *failure = NULL;

  page.last = MAX (most, 2);
  g_array_set_clear_func (page.runs, clear_run);

  for (guint i = 0; i < plots->len; i++)
    {
      Run run = { .plot = g_ptr_array_index (plots, i) };

      g_array_append_val (page.runs, run);
    }

  if (!start_worksheet (&page, error))
    return FALSE;

  while ((cells = clinic_sheet_next (sheet, &failure)) != NULL)
    {
      if (!write_row (&page, cells, error))
        return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return end_worksheet (&page, error) && write_plots (&page, error) && write_pictures (&page, error);
}

static gboolean
write_notes (Writer  *writer,
             GError **error)
{
  guint64 rows = writer->written->rows;
  gboolean done;

  if (clinic_sheet_get_expected (writer->notes) == 0)
    return TRUE;

  done = write_sheet (writer, writer->notes, error);
  writer->written->rows = rows;

  return done;
}

/* Writes the worksheet only when something is on it; its name was kept free. */
static gboolean
write_long_texts (Writer  *writer,
                  GError **error)
{
  guint64 rows = writer->written->rows;
  gboolean done;

  if (writer->written->cut == 0)
    return TRUE;

  g_hash_table_remove_all (writer->names);
  done = write_sheet (writer, writer->book.long_texts, error);
  writer->written->rows = rows;

  return done;
}

static void
set_properties (Writer *writer)
{
  const ClinicXlsxOptions *options = writer->options;
  g_autofree char *title = clinic_gate_mend (options->title, NULL);
  g_autofree char *author = clinic_gate_mend (options->author, NULL);
  g_autofree char *company = clinic_gate_mend (options->company, NULL);
  lxw_doc_properties properties = {
    .title = title, .author = author, .company = company,
    .created = options->created != 0 ? options->created / 1000 : fixed_time,
  };

  title[clinic_gate_fit (title, 200)] = '\0';
  author[clinic_gate_fit (author, 200)] = '\0';
  company[clinic_gate_fit (company, 200)] = '\0';
  workbook_set_properties (writer->book.workbook, &properties);
}

static gboolean
write_sheets (Writer     *writer,
              GPtrArray  *sheets,
              GError    **error)
{
  set_properties (writer);

  for (guint i = 0; i < sheets->len; i++)
    {
      if (!write_sheet (writer, g_ptr_array_index (sheets, i), error))
        return FALSE;

      keep_notes (writer, g_ptr_array_index (sheets, i));
    }

  return write_notes (writer, error) && write_long_texts (writer, error);
}

/* The library closes its temporary files only where it ends a workbook well. */
static void
drop_workbook (lxw_workbook *workbook)
{
  lxw_worksheet *worksheet;

  STAILQ_FOREACH (worksheet, workbook->worksheets, list_pointers)
  {
    if (worksheet->optimize_tmpfile != NULL)
      fclose (worksheet->optimize_tmpfile);
  }

  lxw_workbook_free (workbook);
}

static gboolean
write_workbook (Writer       *writer,
                ClinicAside  *aside,
                GPtrArray    *sheets,
                GError      **error)
{
  const char *folder = clinic_aside_get_private_folder (aside, writer->expected > LARGE, error);
  lxw_workbook_options how = { .constant_memory = TRUE, .tmpdir = (char *) folder };
  lxw_workbook *workbook;

  if (folder == NULL)
    return FALSE;

  if ((workbook = workbook_new_opt (clinic_aside_get_path (aside), &how)) == NULL)
    return clinic_xlsx_look (LXW_ERROR_MEMORY_MALLOC_FAILED, error);

  clinic_xlsx_book_init (&writer->book, workbook, writer->written,
                         clinic_gate_sheet_name (_("Long texts"), writer->names));

  if (!write_sheets (writer, sheets, error))
    {
      drop_workbook (workbook);
      return FALSE;
    }

  return clinic_xlsx_look (workbook_close (workbook), error);
}

gboolean
clinic_xlsx_write (GPtrArray                *sheets,
                   const char               *path,
                   const ClinicXlsxOptions  *options,
                   ClinicXlsxWritten        *written,
                   GCancellable             *cancellable,
                   GError                  **error)
{
  static const ClinicXlsxOptions plain = { 0 };
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr(ClinicAside) aside = NULL;
  g_autoptr(ClinicSheet) notes = make_notes ();
  ClinicXlsxWritten own;
  gboolean done;
  Writer writer = {
    .options = options != NULL ? options : &plain, .written = written != NULL ? written : &own,
    .cancellable = cancellable, .names = names, .rows = rows, .notes = notes,
  };

  g_return_val_if_fail (sheets != NULL && sheets->len > 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  *writer.written = (ClinicXlsxWritten) { 0 };

  for (guint i = 0; i < sheets->len; i++)
    writer.expected += clinic_sheet_get_expected (g_ptr_array_index (sheets, i));

  done = (aside = clinic_aside_new (path, error)) != NULL &&
         write_workbook (&writer, aside, sheets, error) &&
         clinic_xlsx_check (clinic_aside_get_path (aside), rows, cancellable, error) &&
         clinic_aside_commit (aside, error);
  clinic_xlsx_book_clear (&writer.book);

  return done;
}

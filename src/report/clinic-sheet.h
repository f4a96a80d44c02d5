/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a cell holds. Figures keep their full value; they are rounded only where a person reads
 * them. */
typedef enum
{
  CLINIC_CELL_BLANK,        /* not known, or nothing to say */
  CLINIC_CELL_UNDEFINED,    /* a figure that cannot be, as a percentage of 0: "n/a", in files nothing */
  CLINIC_CELL_TEXT,
  CLINIC_CELL_INTEGER,
  CLINIC_CELL_NUMBER,
  CLINIC_CELL_PERCENT,      /* a share: 0.5 is 50 % */
  CLINIC_CELL_DATE,         /* text, "2026-11-21" */
  CLINIC_CELL_WALL,         /* text, "2026-11-21T09:30" */
  CLINIC_CELL_FLAG,
} ClinicCellKind;

typedef struct
{
  ClinicCellKind  kind;
  guint           decimals;   /* numbers and percents: shown; CLINIC_CELL_DECIMALS: those of the
                               * column */
  const char     *text;
  gint64          integer;
  double          number;
} ClinicCell;

#define CLINIC_CELL_DECIMALS G_MAXUINT

typedef struct
{
  char           *name;       /* for programs: "taken_on" */
  char           *title;      /* for people */
  char           *unit;       /* may be NULL */
  ClinicCellKind  kind;
  guint           decimals;
  double          width;      /* in characters; 0: by its kind */
} ClinicColumn;

typedef enum
{
  CLINIC_PLOT_LINE,           /* values over a category that rises, as dates */
  CLINIC_PLOT_COLUMN,         /* a column a row */
  CLINIC_PLOT_INTERVAL,       /* values[0] with a line from values[1] to values[2] */
} ClinicPlotKind;

/* A chart of a sheet's rows, by names of columns. */
typedef struct
{
  ClinicPlotKind   kind;
  char            *title;     /* may be NULL */
  char            *category;
  char           **values;
  char           **split;     /* a new chart wherever one of these columns changes; may be NULL */
  guint            top;       /* only the first so many rows of each; 0: all */
} ClinicPlot;

/* A picture that belongs to a sheet, laid out in rows and columns of its own. */
typedef struct
{
  guint   column;             /* pictures of one kind stand below each other, in this order */
  char   *row;                /* a date, or words; those of the same one after another stand side by side */
  char   *caption;
  GBytes *image;              /* JPEG */
  gint64  photo;              /* that it is of */
} ClinicSheetPicture;

/* Of plots that were made on the heap, with what they hold. */
void                clinic_plot_free          (ClinicPlot          *self);

#define CLINIC_TYPE_SHEET (clinic_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSheet, clinic_sheet, CLINIC, SHEET, GObject)

/* Fills one row, an array of as many cells as columns, all blank before; texts live until the
 * next call. FALSE at the end, or with an error. */
typedef gboolean (* ClinicSheetNext) (ClinicCell  *cells,
                                      gpointer     data,
                                      GError     **error);

/* A table that is read row by row: what a window previews, a workbook and a CSV file hold, all
 * from the same rows. @name: for programs ("measurements"). */
ClinicSheet        *clinic_sheet_new          (const char          *name,
                                               const char          *title);
const char         *clinic_sheet_get_name     (ClinicSheet         *self);
const char         *clinic_sheet_get_title    (ClinicSheet         *self);

/* Copies @column. Only before the first row. */
void                clinic_sheet_add_column   (ClinicSheet         *self,
                                               const ClinicColumn  *column);
guint               clinic_sheet_get_n_columns (ClinicSheet        *self);
const ClinicColumn *clinic_sheet_get_column   (ClinicSheet         *self,
                                               guint                column);
/* -1 when there is none. */
int                 clinic_sheet_find_column  (ClinicSheet         *self,
                                               const char          *name);
/* "Volume (ml)"; caller frees. */
char               *clinic_column_dup_heading (const ClinicColumn  *column);

/* Rows that are kept; cells and their texts are copied. */
void                clinic_sheet_append       (ClinicSheet         *self,
                                               const ClinicCell    *cells);
/* Rows that are fetched while they are read, once only. @expected: how many, when known, else 0. */
void                clinic_sheet_set_source   (ClinicSheet         *self,
                                               ClinicSheetNext      next,
                                               gpointer             data,
                                               GDestroyNotify       destroy,
                                               guint64              expected);
guint64             clinic_sheet_get_expected (ClinicSheet         *self);

/* The next row, valid until the next call; NULL at the end, or with @error. */
const ClinicCell   *clinic_sheet_next         (ClinicSheet         *self,
                                               GError             **error);
/* Starts again. FALSE when the rows were fetched and are gone. */
gboolean            clinic_sheet_rewind       (ClinicSheet         *self);

/* Said below the table, in workbooks on a worksheet of their own: what it leaves out, how it is made. */
void                clinic_sheet_add_note     (ClinicSheet         *self,
                                               const char          *note);
/* GPtrArray of char */
GPtrArray          *clinic_sheet_get_notes    (ClinicSheet         *self);
/* Copies @plot. */
void                clinic_sheet_add_plot     (ClinicSheet         *self,
                                               const ClinicPlot    *plot);
/* GPtrArray of ClinicPlot */
GPtrArray          *clinic_sheet_get_plots    (ClinicSheet         *self);
/* Copies @picture; the image is shared. Only workbooks have pictures. */
void                clinic_sheet_add_picture  (ClinicSheet         *self,
                                               const ClinicSheetPicture *picture);
/* GPtrArray of ClinicSheetPicture */
GPtrArray          *clinic_sheet_get_pictures (ClinicSheet         *self);
/* The photos (gint64) that leave with a workbook of @sheets (ClinicSheet). Caller unrefs. */
GArray             *clinic_sheets_list_photos (GPtrArray           *sheets);

/* Cells; NULL text and NaN make blank and undefined ones. Texts are not copied. */
ClinicCell          clinic_cell_text          (const char          *text);
ClinicCell          clinic_cell_date          (const char          *date);
ClinicCell          clinic_cell_wall          (const char          *wall);
/* CLINIC_NULL of the database is blank. */
ClinicCell          clinic_cell_integer       (gint64              integer);
/* From an integer in thousandths; blank for CLINIC_NULL. */
ClinicCell          clinic_cell_thousandths   (gint64               thousandths);
ClinicCell          clinic_cell_number        (double               number,
                                               guint                decimals);
/* @percent: 50 for 50 %, as the statistics give it. */
ClinicCell          clinic_cell_percent       (double               percent,
                                               guint                decimals);
ClinicCell          clinic_cell_flag          (gboolean             flag);

/* What a person reads: rounded half away from zero to the decimals, percents with their sign,
 * "n/a", "yes"; "" when blank. @plain: for programs instead, with all digits, percents without
 * the sign, "" for what cannot be. Caller frees. */
char               *clinic_cell_dup_text      (const ClinicCell    *cell,
                                               const ClinicColumn  *column,
                                               gboolean             plain);

G_END_DECLS

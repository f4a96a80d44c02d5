/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include "clinic-table.h"
#include "clinic-text.h"

/* No column of a table for a person is wider, but for the last one. */
#define WIDEST 48

typedef enum
{
  FORMAT_TABLE,
  FORMAT_CSV,
  FORMAT_JSON,
} Format;

struct _ClinicTable
{
  Format      format;
  char      **columns;
  guint       n_columns;
  guint       n_rows;
  GPtrArray  *cells;        /* FORMAT_TABLE only */
};

/* Columns of a terminal that @text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* One line, no control characters that could drive a terminal, cut with an ellipsis where too
 * wide. */
static char *
make_cell (const char *text,
           guint       widest)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *cell = g_string_new (NULL);
  guint width = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;

      if (width > widest)
        {
          g_string_append (cell, "…");
          break;
        }

      g_string_append_unichar (cell, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (cell, FALSE);
}

char *
clinic_table_format_csv_row (const char * const *values,
                             guint               n)
{
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (row, i > 0 ? ",\"" : "\"");

      for (const char *p = values[i] != NULL ? values[i] : ""; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (row, '"');

          g_string_append_c (row, *p);
        }

      g_string_append_c (row, '"');
    }

  g_string_append (row, "\r\n");

  return g_string_free (row, FALSE);
}

static void
write_csv_row (const char * const *values,
               guint               n)
{
  g_autofree char *row = clinic_table_format_csv_row (values, n);

  fputs (row, stdout);
}

static void
write_json_row (ClinicTable        *self,
                const char * const *values)
{
  g_autoptr(GString) line = g_string_new (self->n_rows == 0 ? "[\n  {" : ",\n  {");

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append (line, i > 0 ? ", " : "");
      clinic_text_append_json (line, self->columns[i]);
      g_string_append (line, ": ");
      clinic_text_append_json (line, values[i]);
    }

  g_string_append_c (line, '}');
  fputs (line->str, stdout);
}

ClinicTable *
clinic_table_new (const char         *format,
                  const char * const *columns)
{
  ClinicTable *self = g_new0 (ClinicTable, 1);

  self->columns = g_strdupv ((char **) columns);
  self->n_columns = g_strv_length (self->columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->format = g_strcmp0 (format, "csv") == 0 ? FORMAT_CSV
                 : g_strcmp0 (format, "json") == 0 ? FORMAT_JSON
                                                   : FORMAT_TABLE;

  if (self->format == FORMAT_CSV)
    write_csv_row (columns, self->n_columns);

  return self;
}

void
clinic_table_add (ClinicTable        *self,
                  const char * const *values)
{
  if (self->format == FORMAT_CSV)
    write_csv_row (values, self->n_columns);
  else if (self->format == FORMAT_JSON)
    write_json_row (self, values);
  else
    for (guint i = 0; i < self->n_columns; i++)
      g_ptr_array_add (self->cells,
                       make_cell (values[i], i + 1 < self->n_columns ? WIDEST : G_MAXUINT));

  self->n_rows++;
}

static void
write_table_row (ClinicTable  *self,
                 char        **cells,
                 const guint  *widths)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint rest = widths[i] - measure (cells[i]);

      fputs (cells[i], stdout);

      if (i + 1 < self->n_columns)
        printf ("%*s", (int) rest + 2, "");
    }

  putchar ('\n');
}

static void
write_table (ClinicTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = measure (self->columns[i]);

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] = MAX (widths[i % self->n_columns],
                                       measure (self->cells->pdata[i]));

  write_table_row (self, self->columns, widths);

  for (guint i = 0; i < self->cells->len; i += self->n_columns)
    write_table_row (self, (char **) self->cells->pdata + i, widths);
}

gboolean
clinic_table_end (ClinicTable *self)
{
  gboolean written;

  if (self->format == FORMAT_TABLE)
    write_table (self);
  else if (self->format == FORMAT_JSON)
    fputs (self->n_rows == 0 ? "[]\n" : "\n]\n", stdout);

  written = fflush (stdout) == 0 && !ferror (stdout);

  g_strfreev (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);

  return written;
}

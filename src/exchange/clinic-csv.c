/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-csv.h"
#include "clinic-error.h"

#define CHUNK (64 * 1024)

typedef enum
{
  FIELD_START,        /* nothing of the field was read yet */
  PLAIN,
  QUOTED,
  QUOTE_SEEN,         /* a quote within quotes: the first of two, or the end */
} State;

struct _ClinicCsv
{
  GInputStream *stream;
  char          separator;
  gsize         max_bytes;
  guint         max_fields;

  char     chunk[CHUNK];
  gsize    used;
  gsize    length;
  gboolean at_end;

  GString      *text;           /* the fields of the record, each ended by NUL */
  GArray       *starts;         /* gsize: where each begins */
  State         state;
  gboolean      quoted;         /* some field of the record was */
  gboolean      after_cr;       /* an LF now belongs to the line end before */
  guint64       here;           /* the line being read */
  guint64       line;
  guint64       last_line;
  guint64       quote_line;     /* where the quotes were opened */
  gboolean      open;
  const char   *fault;
};

ClinicCsv *
clinic_csv_new (GInputStream *stream,
                char          separator)
{
  ClinicCsv *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (separator != '"' && separator != '\n' && separator != '\r', NULL);

  self = g_new0 (ClinicCsv, 1);
  self->stream = g_object_ref (stream);
  self->separator = separator;
  self->max_bytes = CLINIC_CSV_RECORD_BYTES;
  self->max_fields = CLINIC_CSV_FIELDS;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->here = 1;

  return self;
}

void
clinic_csv_free (ClinicCsv *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

void
clinic_csv_set_bounds (ClinicCsv *self,
                       gsize      record_bytes,
                       guint      fields)
{
  g_return_if_fail (self != NULL && record_bytes > 0 && fields > 0);

  self->max_bytes = record_bytes;
  self->max_fields = fields;
}

/* Text of another encoding is translated by the stream, which knows of no lines. */
static gboolean
explain_stream (ClinicCsv  *self,
                GError     *failure,
                GError    **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("The file ends in the middle of a character, after line %" PRIu64
                   ": it was cut off. Please fetch it again."), self->here);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("Near line %" PRIu64 " there are bytes that are no text in the "
                   "encoding assumed. "
                   "Say which encoding the file has."), self->here);
  else
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("The file cannot be read: %s"),
                 failure->message);

  g_error_free (failure);

  return FALSE;
}

static gboolean
fill (ClinicCsv  *self,
      GError    **error)
{
  GError *failure = NULL;
  gssize length = g_input_stream_read (self->stream, self->chunk, CHUNK, NULL, &failure);

  if (length < 0)
    return explain_stream (self, failure, error);

  self->used = 0;
  self->length = length;
  self->at_end = length == 0;

  return TRUE;
}

static void
start_field (ClinicCsv *self)
{
  gsize start = self->text->len;

  g_array_append_val (self->starts, start);
  self->state = FIELD_START;
}

static void
start_record (ClinicCsv *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->quoted = FALSE;
  self->fault = NULL;
  self->open = FALSE;
  self->line = self->here;
  start_field (self);
}

/* GString keeps a NUL behind its text, but a field needs one of its own. */
static void
end_field (ClinicCsv *self)
{
  g_string_append_c (self->text, '\0');
}

static gboolean
check_bounds (ClinicCsv  *self,
              GError    **error)
{
  if (self->text->len > self->max_bytes)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   self->state == QUOTED
                   ? _("Line %" PRIu64 ": more than %zu bytes in one "
                       "row. Is a "
                       "quotation mark "
                       "missing?")
                   : _("Line %" PRIu64 ": more than %zu bytes in one "
                       "row. This is no "
                       "table."),
                   self->state == QUOTED ? self->quote_line : self->line, self->max_bytes);
      return FALSE;
    }

  if (self->starts->len > self->max_fields)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Line %" PRIu64 ": more than %u columns. Is the separator right?"), self->line, self->max_fields);
      return FALSE;
    }

  return TRUE;
}

static gboolean
refuse_nul (ClinicCsv  *self,
            GError    **error)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Line %" PRIu64 ": there is a NUL byte, which is no text. The file is "
                 "damaged or no table."),
               self->here);

  return FALSE;
}

static void
count_line (ClinicCsv *self,
            char       c)
{
  if (c == '\r' || (c == '\n' && !self->after_cr))
    self->here++;

  self->after_cr = c == '\r';
}

static void
append (ClinicCsv *self,
        char       c)
{
  g_string_append_c (self->text, c);
}

/* A character outside quotes; TRUE when it ends the record. */
static gboolean
read_plain (ClinicCsv *self,
            char       c)
{
  if (c == self->separator)
    {
      end_field (self);
      start_field (self);
    }
  else if (c == '\n' || c == '\r')
    {
      end_field (self);
      return TRUE;
    }
  else if (c == '"' && self->state == FIELD_START)
    {
      self->state = QUOTED;
      self->quoted = TRUE;
      self->quote_line = self->here;
    }
  else
    {
      if (self->state == QUOTE_SEEN)
        self->fault = _("Something stands behind a closing quotation mark.");

      self->state = PLAIN;
      append (self, c);
    }

  return FALSE;
}

static gboolean
read_character (ClinicCsv *self,
                char       c)
{
  if (self->state == QUOTED && c != '"')
    {
      append (self, c);
      return FALSE;
    }

  if (self->state == QUOTED)
    {
      self->state = QUOTE_SEEN;
      return FALSE;
    }

  if (self->state == QUOTE_SEEN && c == '"')
    {
      append (self, c);
      self->state = QUOTED;
      return FALSE;
    }

  return read_plain (self, c);
}

static gboolean
end_file (ClinicCsv  *self,
          GError    **error)
{
  if (self->state == QUOTED)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Line %" PRIu64 ": a quotation mark is opened and the file ends "
                     "before it is closed. "
                     "The file was cut off, or the mark does not belong there."), self->quote_line);
      return FALSE;
    }

  if (self->starts->len == 1 && self->text->len == 0 && !self->quoted)
    return FALSE;

  end_field (self);
  self->open = TRUE;

  return TRUE;
}

static gboolean
check_text (ClinicCsv  *self,
            GError    **error)
{
  const char *end = NULL;
  guint64 line = self->line;

  /* The NULs between the fields are ours. */
  for (const char *p = self->text->str; p < self->text->str + self->text->len; p = end + 1)
    {
      if (g_utf8_validate (p, -1, &end))
        continue;

      for (const char *q = self->text->str; q < end; q++)
        line += *q == '\n';

      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Line %" PRIu64 ": there are bytes that are no text (not UTF-8). "
                     "Say which encoding the file has."),
                   line);
      return FALSE;
    }

  return TRUE;
}

/* Reads to the end of the record. FALSE: the file has ended before one began, or @error is set. */
static gboolean
read_record (ClinicCsv  *self,
             GError    **error)
{
  for (;;)
    {
      char c;

      if (self->used == self->length && !self->at_end && !fill (self, error))
        return FALSE;

      if (self->at_end)
        return end_file (self, error);

      c = self->chunk[self->used++];

      /* The second half of the line end before: within quotes it is text. */
      if (c == '\n' && self->after_cr && self->state != QUOTED)
        {
          self->after_cr = FALSE;
          continue;
        }

      if (c == '\0')
        return refuse_nul (self, error);

      self->last_line = self->here;
      count_line (self, c);

      if (read_character (self, c))
        return TRUE;

      if (!check_bounds (self, error))
        return FALSE;
    }
}

gboolean
clinic_csv_next (ClinicCsv  *self,
                 GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  start_record (self);

  if (!read_record (self, error))
    {
      g_array_set_size (self->starts, 0);
      return FALSE;
    }

  return check_text (self, error);
}

guint
clinic_csv_n_fields (ClinicCsv *self)
{
  return self->starts->len;
}

const char *
clinic_csv_get_field (ClinicCsv *self,
                      guint      field)
{
  g_return_val_if_fail (field < self->starts->len, NULL);

  return self->text->str + g_array_index (self->starts, gsize, field);
}

guint64
clinic_csv_get_line (ClinicCsv *self)
{
  return self->line;
}

guint64
clinic_csv_last_line (ClinicCsv *self)
{
  return self->last_line;
}

gboolean
clinic_csv_is_blank (ClinicCsv *self)
{
  return self->starts->len == 1 && self->text->len == 1 && !self->quoted;
}

gboolean
clinic_csv_is_open (ClinicCsv *self)
{
  return self->open;
}

const char *
clinic_csv_get_fault (ClinicCsv *self)
{
  return self->fault;
}

void
clinic_csv_append (GString    *line,
                   const char *text)
{
  g_string_append_c (line, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');

      g_string_append_c (line, *p);
    }

  g_string_append_c (line, '"');
}

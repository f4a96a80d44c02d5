/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "clinic-csv-file.h"
#include "clinic-error.h"

/* Fields are joined by "|", records by "/"; a fault is "!". */
typedef struct
{
  const char *name;
  const char *bytes;
  const char *records;
  const char *error;      /* a piece of the message; NULL: none */
} Table;

/* *INDENT-OFF* */
static const Table tables[] = {
  { "plain",                "a,b\n1,2\n",                 "a|b/1|2" },
  { "no-last-line-end",     "a,b\n1,2",                   "a|b/1|2" },
  { "crlf",                 "a,b\r\n1,2\r\n",             "a|b/1|2" },
  { "cr",                   "a,b\r1,2\r",                 "a|b/1|2" },
  { "mixed-ends",           "a\rb\r\nc\nd",               "a/b/c/d" },
  { "quotes-doubled",       "\"a \"\"b\"\"\",c\n",        "a \"b\"|c" },
  { "break-in-quotes",      "\"a\r\nb\",c\n1,2\n",        "a\r\nb|c/1|2" },
  { "separator-in-quotes",  "\"a,b\",c\n",                "a,b|c" },
  { "empty-fields",         ",,\n",                       "||" },
  { "empty-quoted",         "\"\",\"\"\n",                "|" },
  { "quote-within-plain",   "5\" pipe,x\n",               "5\" pipe|x" },
  { "text-behind-quotes",   "\"a\"b,c\nd,e\n",            "!ab|c/d|e" },
  { "cr-cr-is-two-lines",   "a\r\rb\n",                   "a//b" },
  { "ends-in-quotes",       "a,b\n1,\"2\n3\n",            "a|b/", "Line 2: a quotation mark" },
  { "nul",                  "a,b\n1,\1\n",                "a|b/", "Line 2: there is a NUL byte" },
  { "not-utf8",             "a,b\n1,\xff\n",              "a|b/", "Line 2: there are bytes that are no text" },
  { "not-utf8-in-quotes",   "a,b\n\"1\n\xe9\",2\n",       "a|b/", "Line 3: there are bytes" },
  { "empty",                "",                           "" },
  { "one-line-end",         "\n",                         "" },
};
/* *INDENT-ON* */

/* "\1" in the table stands for NUL. */
static GInputStream *
make_stream (const char *bytes)
{
  gsize length = strlen (bytes);
  char *copy = g_memdup2 (bytes, length);

  for (gsize i = 0; i < length; i++)
    copy[i] = copy[i] == '\1' ? '\0' : copy[i];

  return g_memory_input_stream_new_from_data (copy, length, g_free);
}

static char *
read_all (ClinicCsv  *csv,
          GError    **error)
{
  GString *records = g_string_new (NULL);
  guint n_records = 0;

  while (clinic_csv_next (csv, error))
    {
      if (n_records++ > 0)
        g_string_append_c (records, '/');

      if (clinic_csv_get_fault (csv) != NULL)
        g_string_append_c (records, '!');

      for (guint i = 0; i < clinic_csv_n_fields (csv); i++)
        g_string_append_printf (records, "%s%s", i > 0 ? "|" : "", clinic_csv_get_field (csv, i));
    }

  if (error != NULL && *error != NULL && n_records > 0)
    g_string_append_c (records, '/');

  return g_string_free (records, FALSE);
}

static void
test_table_is_read (gconstpointer data)
{
  const Table *table = data;
  g_autoptr(GInputStream) stream = make_stream (table->bytes);
  g_autoptr(ClinicCsv) csv = clinic_csv_new (stream, ',');
  g_autoptr(GError) error = NULL;
  g_autofree char *records = read_all (csv, &error);

  g_assert_cmpstr (records, ==, table->records);

  if (table->error == NULL)
    {
      g_assert_no_error (error);
      return;
    }

  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, table->error));
}

static void
test_lines_are_those_of_the_file (void)
{
  g_autoptr(GInputStream) stream = make_stream ("a\r\n\"b\nc\r\nd\"\r\ne\rf\n\ng");
  g_autoptr(ClinicCsv) csv = clinic_csv_new (stream, ',');
  const guint64 lines[] = { 1, 2, 5, 6, 7, 8 };
  const guint64 last[] = { 1, 4, 5, 6, 7, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (clinic_csv_next (csv, NULL));
      g_assert_cmpuint (clinic_csv_get_line (csv), ==, lines[i]);
      g_assert_cmpuint (clinic_csv_last_line (csv), ==, last[i]);
      g_assert_cmpint (clinic_csv_is_blank (csv), ==, i == 4);
      g_assert_cmpint (clinic_csv_is_open (csv), ==, i == 5);
    }

  g_assert_false (clinic_csv_next (csv, NULL));
}

/* A stream that says "aaaa…" for two thousand million bytes and counts how many were asked for. */
typedef struct
{
  GInputStream parent_instance;
  guint64      given;
} Endless;

typedef GInputStreamClass EndlessClass;

static GType endless_get_type (void);

G_DEFINE_TYPE (Endless, endless, G_TYPE_INPUT_STREAM)

static gssize
endless_read (GInputStream  *stream,
              void          *buffer,
              gsize          count,
              GCancellable  *cancellable,
              GError       **error)
{
  Endless *self = (Endless *) stream;

  if (self->given > G_GUINT64_CONSTANT (2000000000))
    return 0;

  memset (buffer, 'a', count);
  self->given += count;

  return count;
}

static void
endless_class_init (EndlessClass *klass)
{
  klass->read_fn = endless_read;
}

static void
endless_init (Endless *self)
{
}

static void
test_line_of_two_gigabytes_is_refused_early (void)
{
  g_autoptr(GInputStream) stream = g_object_new (endless_get_type (), NULL);
  g_autoptr(ClinicCsv) csv = clinic_csv_new (stream, ',');
  g_autoptr(GError) error = NULL;

  g_assert_false (clinic_csv_next (csv, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Line 1: more than 1048576 bytes"));
  g_assert_cmpuint (((Endless *) stream)->given, <, 2 * CLINIC_CSV_RECORD_BYTES);
}

static void
test_too_many_columns_are_refused (void)
{
  g_autoptr(GInputStream) stream = make_stream ("a,b,c,d\n");
  g_autoptr(ClinicCsv) csv = clinic_csv_new (stream, ',');
  g_autoptr(GError) error = NULL;

  clinic_csv_set_bounds (csv, 100, 3);
  g_assert_false (clinic_csv_next (csv, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

static void
test_what_is_appended_is_read_back (void)
{
  const char *cells[] = { "", "a", "\"", "a,b", "\r\n", "=1+1", "ä" };
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(ClinicCsv) csv = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_string_append (line, i > 0 ? "," : "");
      clinic_csv_append (line, cells[i]);
    }

  stream = make_stream (line->str);
  csv = clinic_csv_new (stream, ',');
  g_assert_true (clinic_csv_next (csv, NULL));
  g_assert_cmpuint (clinic_csv_n_fields (csv), ==, G_N_ELEMENTS (cells));

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (clinic_csv_get_field (csv, i), ==, cells[i]);
}

/* A file whose columns are studied; "when" is read as dates, "value" as numbers. */
typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length;         /* 0: to the NUL */
  const char *encoding;       /* NULL: not looked at */
  char        separator;
  const char *first;          /* the first cell of the first row */
  int         order;          /* -1: not looked at */
  char        mark;           /* 0: not looked at */
  const char *error;
} File;

/* *INDENT-OFF* */
static const File files[] = {
  { "utf8",                 "name,x\nJosé,1\n", 0, "UTF-8", ',', "José", -1 },
  { "utf8-mark",            "\xef\xbb\xbfname;x\nJosé;1\n", 0, "UTF-8", ';', "José", -1 },
  { "utf16le-mark",         "\xff\xfe" "n\0;\0x\0\n\0\xe9\0;\0" "1\0\n\0", 18, "UTF-16LE", ';', "é", -1 },
  { "utf16be-mark",         "\xfe\xff\0n\0;\0x\0\n\0\xe9\0;\0" "1\0\n", 18, "UTF-16BE", ';', "é", -1 },
  { "utf16le",              "n\0;\0x\0\n\0\xe9\0;\0" "1\0\n\0", 16, "UTF-16LE", ';', "é", -1 },
  { "utf16be",              "\0n\0;\0x\0\n\0\xe9\0;\0" "1\0\n", 16, "UTF-16BE", ';', "é", -1 },
  { "utf16-cut",            "\xff\xfe" "n\0;\0x\0\n\0a\0;\0" "1", 15, NULL, 0, NULL, -1, 0, "cut off" },
  { "windows",              "name;x\nJos\xe9 \x80;1\n", 0, "WINDOWS-1252", ';', "José €", -1 },
  { "turkish-or-western",   "name;x\n\xde" "ahin;1\n", 0, NULL, 0, NULL, -1, 0, "Line 2 has letters" },
  { "cyrillic",             "name;x\n\xcf\xe5\xf2\xf0\xee\xe2;1\n", 0, NULL, 0, NULL, -1, 0, "does not look like Windows-1252" },
  { "polish",               "name;x\nPawe\xb3" "a;1\n", 0, NULL, 0, NULL, -1, 0, "does not look like Windows-1252" },
  { "superscript",          "name;x\ncm\xb2;1\n", 0, "WINDOWS-1252", ';', "cm²", -1 },
  { "undefined",            "name;x\na\x81;1\n", 0, NULL, 0, NULL, -1, 0, "neither UTF-8 nor Windows-1252" },
  { "two-encodings",        "name;x\nJosé;1\nJos\xe9;2\n", 0, NULL, 0, NULL, -1, 0, "Line 3 is not UTF-8" },
  { "cut-in-a-letter",      "name;x\nJosé;1\nJos\xc3", 0, NULL, 0, NULL, -1, 0, "middle of a character, on line 3" },
  { "nul",                  "name;x\nabcdefghijkl;1\nabc\0def;2\n", 33, NULL, 0, NULL, -1, 0, "Line 3: there is a NUL" },
  { "tab",                  "name\tx\na,b\t1\n", 0, NULL, '\t', "a,b", -1 },
  { "bar",                  "name|x\na|1\n", 0, NULL, '|', "a", -1 },
  { "announced",            "sep=;\nname;x,y\na;1\n", 0, NULL, ';', "a", -1 },
  { "quoted-separators",    "name;x\n\"a;b,c\";1\n", 0, NULL, ';', "a;b,c", -1 },
  { "decimal-commas",       "name;value\na;1,5\nb;2,5\n", 0, NULL, ';', "a", -1, ',' },
  { "one-column",           "name\na\n", 0, NULL, ',', "a", -1 },
  { "either-separator",     "a,b;c\n1,2;3\n", 0, NULL, 0, NULL, -1, 0, "both fit" },
  { "blank-lines",          "\n\nname;x\n\na;1\n\n", 0, NULL, ';', "a", -1 },
  { "empty",                "", 0, NULL, 0, NULL, -1, 0, "there is no header" },
  { "cut-in-quotes",        "name;x\na;\"1\n", 0, NULL, 0, NULL, -1, 0, "Line 2: a quotation mark" },
  { "cut-in-a-row",         "name;x\na;1\nb", 0, NULL, 0, NULL, -1, 0, "Line 3: the file ends within this row" },
  { "wrong-separator",      "a;b\n1\n2\n3\n4\n5\n", 0, NULL, 0, NULL, -1, 0, "Say which separator" },
  { "mdy",                  "name;when\na;5/25/1989\nb;1/2/1990\n", 0, NULL, ';', "a", CLINIC_DATE_MDY },
  { "dmy",                  "name;when\na;25.5.1989\nb;1.2.1990\n", 0, NULL, ';', "a", CLINIC_DATE_DMY },
  { "ymd",                  "name;when\na;1989-05-25\n", 0, NULL, ';', "a", CLINIC_DATE_YMD },
  { "midnight",             "name;when\na;5/25/1989 0:00\n", 0, NULL, ';', "a", CLINIC_DATE_MDY },
  { "dmy-or-mdy",           "name;when\na;1/2/1989\nb;3/4/1990\n", 0, NULL, 0, NULL, -1, 0, "more than one order" },
  { "same-either-way",      "name;when\na;1/1/1989\nb;\n", 0, NULL, ';', "a", CLINIC_DATE_DMY },
  { "contradiction",        "name;when\na;25/5/1989\nb;5/25/1990\n", 0, NULL, 0, NULL, -1, 0, "line 2 has “25/5/1989”" },
  { "two-digit-years",      "name;when\na;1/2/03\n", 0, NULL, 0, NULL, -1, 0, "more than one order" },
  { "point",                "name;value\na;1.5\n", 0, NULL, ';', "a", -1, '.' },
  { "thousands-or-decimals", "name;value\na;1.234\nb;2.345\n", 0, NULL, 0, NULL, -1, 0, "decimals or thousands" },
  { "both-marks",           "name;value\na;1.234,5\n", 0, NULL, ';', "a", -1, ',' },
  { "groups-by-evidence",   "name;value\na;1,234\nb;1.5\n", 0, NULL, ';', "a", -1, '.' },
  { "nought-is-no-group",   "name;value\na;0.500\n", 0, NULL, ';', "a", -1, '.' },
  { "numbers-contradict",   "name;value\na;1.5\nb;1,5\n", 0, NULL, 0, NULL, -1, 0, "no decimal mark fits both" },
  { "whole-numbers",        "name;value\na;50\n", 0, NULL, ';', "a", -1, '.' },
};
/* *INDENT-ON* */

static char *
write_file (const char *bytes,
            gssize      length)
{
  g_autoptr(GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("anagen-csv-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, bytes, length > 0 ? length : (gssize) strlen (bytes), &error);
  g_assert_no_error (error);

  return path;
}

static gboolean
study (ClinicCsvFile  *file,
       GError        **error)
{
  const ClinicImportOptions options = { NULL };

  for (guint i = 0; i < file->columns->len; i++)
    {
      ClinicCsvColumn *column = clinic_csv_file_column (file, i);

      if (g_str_has_prefix (column->name, "when"))
        column->kind = CLINIC_CSV_DATE;
      else if (g_str_equal (column->name, "value"))
        column->kind = CLINIC_CSV_NUMBER;
    }

  return clinic_csv_file_study (file, &options, "2026-11-21", error);
}

static void
check_file (ClinicCsvFile *file,
            const File    *expected)
{
  const ClinicCsvColumn *second = file->columns->len > 1 ? clinic_csv_file_column (file, 1) : NULL;
  g_autoptr(ClinicCsv) row = clinic_csv_file_read (file, NULL);

  if (expected->encoding != NULL)
    g_assert_cmpstr (file->encoding.name, ==, expected->encoding);

  g_assert_cmpint (file->separator, ==, expected->separator);

  do
    g_assert_true (clinic_csv_next (row, NULL));
  while (clinic_csv_is_blank (row));

  g_assert_cmpstr (clinic_csv_get_field (row, 0), ==, expected->first);

  if (expected->order >= 0)
    g_assert_cmpint (second->order, ==, expected->order);

  if (expected->mark != 0)
    g_assert_cmpint (second->mark, ==, expected->mark);

  if (second != NULL && second->how != NULL)
    g_test_message ("%s", second->how);
}

static void
test_file_is_understood (gconstpointer data)
{
  const File *expected = data;
  const ClinicImportOptions options = { NULL };
  g_autofree char *path = write_file (expected->bytes, expected->length);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicCsvFile) file = clinic_csv_file_open (path, &options, &error);

  if (file != NULL && study (file, &error))
    {
      g_assert_null (expected->error);
      check_file (file, expected);
    }
  else
    {
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (expected->error);
      g_assert_nonnull (strstr (error->message, expected->error));
    }

  g_unlink (path);
}

static void
test_order_is_borrowed_from_another_column (void)
{
  const ClinicImportOptions options = { NULL };
  g_autofree char *path = write_file ("when;when2\n5/25/1989;1/2/2001\n1/1/1980;\n", 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicCsvFile) file = clinic_csv_file_open (path, &options, &error);

  g_assert_no_error (error);
  g_assert_true (study (file, &error));
  g_assert_cmpint (clinic_csv_file_column (file, 1)->order, ==, CLINIC_DATE_MDY);
  g_assert_nonnull (strstr (clinic_csv_file_column (file, 1)->how, "when"));
  g_unlink (path);
}

static void
test_long_line_in_a_file_is_refused (void)
{
  const ClinicImportOptions options = { NULL };
  g_autofree char *bytes = g_strnfill (12 * 1024 * 1024, 'a');
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  memcpy (bytes, "x,y\n", 4);
  path = write_file (bytes, 0);
  g_assert_null (clinic_csv_file_open (path, &options, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Line 2: more than"));
  g_unlink (path);
}

typedef struct
{
  const char *text;
  char        mark;
  gboolean    round;
  gboolean    right;
  gint64      value;
} Number;

static const Number numbers[] = {
  { "1,5", ',', FALSE, TRUE, 1500 },
  { "1,5", '.', FALSE, FALSE },
  { "1.234,5", ',', FALSE, TRUE, 1234500 },
  { "1,234.5", '.', FALSE, TRUE, 1234500 },
  { "1 234,5", ',', FALSE, TRUE, 1234500 },
  { "1'234.5", '.', FALSE, TRUE, 1234500 },
  { "12.34.567", ',', FALSE, FALSE },
  { "1.23", ',', FALSE, FALSE },
  { "1,234'567", '.', FALSE, FALSE },
  { "-0.25", '.', FALSE, TRUE, -250 },
  { "\u22125", '.', FALSE, TRUE, -5000 },
  { "1.2345", '.', FALSE, FALSE },
  { "1.2345", '.', TRUE, TRUE, 1235 },
  { "1.2000000", '.', FALSE, TRUE, 1200 },
  { "0.500", ',', FALSE, FALSE },
  { "1e5", '.', TRUE, FALSE },
  { "12 %", '.', TRUE, FALSE },
  { "", '.', TRUE, FALSE },
  { ".", '.', TRUE, FALSE },
  { "99999999999999999999", '.', TRUE, FALSE },
};

static void
test_numbers_are_never_ten_times_too_big (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 value = 0;
      gboolean right = clinic_csv_read_number (numbers[i].text, numbers[i].mark, numbers[i].round,
                                               &value);

      g_test_message ("%s", numbers[i].text);
      g_assert_cmpint (right, ==, numbers[i].right);

      if (right)
        g_assert_cmpint (value, ==, numbers[i].value);
    }
}

/* Whatever stands there, it is read as what it says in one mark or the other, or refused. */
static void
test_random_numbers_are_read_right_or_refused (void)
{
  static const char signs[] = "0123456789.,-+ '";
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < 200000; i++)
    {
      char text[12] = "";
      char mark = g_rand_boolean (rand) ? '.' : ',';
      guint length = g_rand_int_range (rand, 1, 11);
      g_autoptr(GString) plain = g_string_new (NULL);
      gint64 value;
      double meant;

      for (guint k = 0; k < length; k++)
        text[k] = signs[g_rand_int_range (rand, 0, sizeof signs - 1)];

      if (!clinic_csv_read_number (text, mark, FALSE, &value))
        continue;

      for (const char *p = text; *p != '\0'; p++)
        {
          if (g_ascii_isdigit (*p) || *p == '-')
            g_string_append_c (plain, *p);
          else if (*p == mark)
            g_string_append_c (plain, '.');
        }

      meant = g_ascii_strtod (plain->str, NULL);
      g_assert_cmpfloat_with_epsilon (value / 1000.0, meant, 1e-6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/read/", tables[i].name, NULL);

      g_test_add_data_func (path, &tables[i], test_table_is_read);
    }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/file/", files[i].name, NULL);

      g_test_add_data_func (path, &files[i], test_file_is_understood);
    }

  g_test_add_func ("/csv/lines-are-those-of-the-file", test_lines_are_those_of_the_file);
  g_test_add_func ("/csv/line-of-two-gigabytes-is-refused-early",
                   test_line_of_two_gigabytes_is_refused_early);
  g_test_add_func ("/csv/too-many-columns-are-refused", test_too_many_columns_are_refused);
  g_test_add_func ("/csv/what-is-appended-is-read-back", test_what_is_appended_is_read_back);
  g_test_add_func ("/csv/order-is-borrowed-from-another-column",
                   test_order_is_borrowed_from_another_column);
  g_test_add_func ("/csv/long-line-in-a-file-is-refused", test_long_line_in_a_file_is_refused);
  g_test_add_func ("/csv/numbers-are-never-ten-times-too-big",
                   test_numbers_are_never_ten_times_too_big);

  g_test_add_func ("/csv/random-numbers-are-read-right-or-refused",
                   test_random_numbers_are_read_right_or_refused);

  return g_test_run ();
}

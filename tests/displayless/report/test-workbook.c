/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <sys/resource.h>

#include "clinic-cell-gate.h"
#include "clinic-xlsx-check.h"
#include "clinic-xlsx-writer.h"
#include "workbook-reader.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "report.xlsx", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_free (fixture->path);
  remove_folder (fixture->folder);
}

static ClinicSheet *
make_sheet (const char     *title,
            ClinicCellKind  kind)
{
  ClinicSheet *sheet = clinic_sheet_new ("test", title);
  const ClinicColumn columns[] = {
    { (char *) "name", (char *) "Name", NULL, CLINIC_CELL_TEXT },
    { (char *) "value", (char *) "Value", (char *) "ml", kind, 2 },
  };

  clinic_sheet_add_column (sheet, &columns[0]);
  clinic_sheet_add_column (sheet, &columns[1]);

  return sheet;
}

static void
append (ClinicSheet *sheet,
        const char  *name,
        ClinicCell   value)
{
  ClinicCell cells[] = { clinic_cell_text (name), value };

  clinic_sheet_append (sheet, cells);
}

static void
write_sheets (Fixture                  *fixture,
              GPtrArray                *sheets,
              const ClinicXlsxOptions  *options,
              ClinicXlsxWritten        *written)
{
  g_autoptr(GError) error = NULL;

  clinic_xlsx_write (sheets, fixture->path, options, written, NULL, &error);
  g_assert_no_error (error);
}

static char *
write_and_read (Fixture                  *fixture,
                ClinicSheet              *sheet,
                const ClinicXlsxOptions  *options,
                ClinicXlsxWritten        *written)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new ();

  g_ptr_array_add (sheets, sheet);
  write_sheets (fixture, sheets, options, written);

  return read_workbook (fixture->path);
}

typedef struct
{
  const char *text;
  const char *json;           /* as it reads back; NULL: as it was */
  gboolean    mended;
} Hostile;

static const Hostile hostile[] = {
  { "=cmd|' /C calc'!A0", "\"=cmd|' /C calc'!A0\"" },
  { "+1+1", "\"+1+1\"" },
  { "-2+3", "\"-2+3\"" },
  { "@SUM(A1:A2)", "\"@SUM(A1:A2)\"" },
  { "{=1+1}", "\"{=1+1}\"" },
  { "https://example.org/", "\"https://example.org/\"" },
  { "<f>1+1</f>&amp;\"'", "\"<f>1+1</f>&amp;\\\"'\"" },
  { "]]>", "\"]]>\"" },
  { "_x0041_", "\"_x0041_\"" },
  { "_x005F_x0041_", "\"_x005F_x0041_\"" },
  { "__x0041_x0042_", "\"__x0041_x0042_\"" },
  { "bell \a, escape \033, unit \037, one \001",
    "\"bell \\u0007, escape \\u001b, unit \\u001f, one \\u0001\"" },
  { "tab\tline\nreturn\rend", "\"tab\\tline\\nreturn\\rend\"" },
  { "\177", "\"\177\"" },
  { "  spaces  ", "\"  spaces  \"" },
  { "Latin-1: Andr\xe9", "\"Latin-1: Andr\xef\xbf\xbd\"", TRUE },
  { "overlong \xc0\xaf", "\"overlong \xef\xbf\xbd\xef\xbf\xbd\"", TRUE },
  { "surrogate \xed\xa0\x80", "\"surrogate \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"", TRUE },
  { "\xef\xbf\xbe and \xef\xbf\xbf", "\"\xef\xbf\xbd and \xef\xbf\xbd\"", TRUE },
  { "\xf4\x8f\xbf\xbf", "\"\xf4\x8f\xbf\xbf\"" },
  { "Şahin, Łukasz, 山田, \xf0\x9f\x92\x89", "\"Şahin, Łukasz, 山田, \xf0\x9f\x92\x89\"" },
  { "\xe2\x80\xaeright to left", "\"\xe2\x80\xaeright to left\"" },
};

static void
test_hostile_texts_stay_texts (Fixture       *fixture,
                               gconstpointer  unused)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_TEXT);
  g_autofree char *cells = NULL;
  ClinicXlsxWritten written;
  guint mended = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      append (sheet, hostile[i].text, clinic_cell_integer (i));
      mended += hostile[i].mended;
    }

  cells = write_and_read (fixture, sheet, NULL, &written);

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *cell = g_strdup_printf ("A%zu", i + 2);

      assert_text (cells, "Cells", cell, hostile[i].json);
    }

  g_assert_cmpuint (written.mended, ==, mended);
  g_assert_cmpuint (written.rows, ==, G_N_ELEMENTS (hostile));
}

static void
test_figures_keep_their_digits (Fixture       *fixture,
                                gconstpointer  unused)
{
  static const double figures[] = { 0, -0.5, 1.0 / 3, 91.2, 43.87051915, 1e-300, 1e300,
                                    -8.99122807017544, 0.1 + 0.2 };
  g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_NUMBER);
  g_autofree char *cells = NULL;
  guint n = G_N_ELEMENTS (figures);

  for (guint i = 0; i < n; i++)
    append (sheet, "x", clinic_cell_number (figures[i], 1));

  append (sheet, "percent", clinic_cell_percent (-8.99122807017544, 2));
  append (sheet, "id", clinic_cell_integer (G_GINT64_CONSTANT (4611686018427387905)));
  append (sheet, "unknown", clinic_cell_integer (G_MININT64));
  cells = write_and_read (fixture, sheet, NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell = g_strdup_printf ("B%u", i + 2);

      g_assert_cmpfloat_with_epsilon (get_figure (cells, "Cells", cell), figures[i],
                                      fabs (figures[i]) * 1e-15 + 1e-320);
    }

  g_assert_cmpfloat_with_epsilon (get_figure (cells, "Cells", "B11"), -0.0899122807017544, 1e-16);
  assert_text (cells, "Cells", "B12", "\"4611686018427387905\"");
  g_assert_null (strstr (cells, "!B13"));
}

static void
test_what_is_no_figure_is_empty (Fixture       *fixture,
                                 gconstpointer  unused)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_NUMBER);
  g_autofree char *cells = NULL;
  ClinicCell raw = { .kind = CLINIC_CELL_NUMBER, .number = INFINITY };

  append (sheet, "x", clinic_cell_number (NAN, 2));
  append (sheet, "x", clinic_cell_number (-INFINITY, 2));
  append (sheet, "x", clinic_cell_percent (NAN, 2));
  append (sheet, "x", raw);
  cells = write_and_read (fixture, sheet, NULL, NULL);

  for (guint i = 2; i <= 5; i++)
    {
      g_autofree char *cell = g_strdup_printf ("!B%u ", i);

      g_assert_null (strstr (cells, cell));
    }
}

typedef struct
{
  const char *date;
  double      serial;         /* 0: stays text */
} Dated;

static const Dated dates[] = {
  { "1900-03-01", 61 }, { "2026-11-21", 46347 }, { "9999-12-31", 2958465 },
  { "2026-11-21T12:00", 46347.5 }, { "2000-02-29", 36585 },
  { "2026-02-30", 0 }, { "2026-13-01", 0 }, { "1900-02-28", 0 }, { "1899-12-31",
                                                                   0 }, { "10000-01-01", 0 },
  { "2026-11-21T24:00", 0 }, { "2026-11-21T9:00", 0 }, { "21.11.2026", 0 }, { "2026-11-2", 0 },
};

static void
test_odd_dates_stay_text (Fixture       *fixture,
                          gconstpointer  unused)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_DATE);
  g_autofree char *cells = NULL;
  ClinicXlsxWritten written;
  guint odd = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    append (sheet, "x", clinic_cell_date (dates[i].date));

  cells = write_and_read (fixture, sheet, NULL, &written);

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *cell = g_strdup_printf ("B%zu", i + 2);
      g_autofree char *json = g_strdup_printf ("\"%s\"", dates[i].date);

      if (dates[i].serial == 0)
        assert_text (cells, "Cells", cell, json);
      else
        g_assert_cmpfloat (get_figure (cells, "Cells", cell), ==, dates[i].serial);

      odd += dates[i].serial == 0;
    }

  g_assert_cmpuint (written.odd_dates, ==, odd);
}

typedef struct
{
  const char *character;
  guint       times;
  gboolean    cut;
} Long;

static const Long longs[] = {
  { "z", 40000, TRUE },
  { "z", 32767, FALSE },
  { "z", 32768, TRUE },
  { "\xf0\x9f\x92\x89", 20000, TRUE },     /* 40,000 units of UTF-16 */
  { "\xf0\x9f\x92\x89", 16383, FALSE },
  { "\001", 5000, TRUE },                  /* spelled with 7 characters each */
  { "_x0041_", 6000, TRUE },
  { "ü", 32767, FALSE },
};

/* What is cut in its cell stands whole, in pieces, on a worksheet of its own. */
static void
test_long_text_is_kept_whole (Fixture       *fixture,
                              gconstpointer  data)
{
  const Long *what = data;
  g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_TEXT);
  const char *wanted = what->character[0] == '\001' ? "\\u0001" : what->character;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) joined = g_string_new (NULL);
  g_autofree char *cells = NULL;
  g_auto(GStrv) lines = NULL;
  ClinicXlsxWritten written;
  gsize found = 0;

  for (guint i = 0; i < what->times; i++)
    g_string_append (text, what->character);

  append (sheet, text->str, clinic_cell_text ("short"));
  cells = write_and_read (fixture, sheet, NULL, &written);
  g_assert_cmpuint (written.cut, ==, what->cut);
  g_assert_cmpuint (written.rows, ==, 1);
  g_assert_true ((strstr (cells, "the whole text is number 1 on the worksheet “Long texts”") != NULL) == what->cut);

  lines = g_strsplit (cells, "\n", -1);

  /* A piece may end within what is looked for. */
  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, what->cut ? "Long texts!D" : "Cells!A"))
        g_string_append_len (joined, strchr (*line, '"') + 1, strlen (strchr (*line, '"')) - 2);
    }

  for (const char *at = joined->str; (at = strstr (at, wanted)) != NULL; at += strlen (wanted))
    found++;

  g_assert_cmpuint (found, ==, what->times);
}

static void
test_long_table_goes_on_elsewhere (Fixture       *fixture,
                                   gconstpointer  unused)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Rows", CLINIC_CELL_INTEGER);
  ClinicXlsxOptions options = { .max_rows = 100 };
  g_autofree char *cells = NULL;
  ClinicXlsxWritten written;

  for (guint i = 1; i <= 250; i++)
    append (sheet, "x", clinic_cell_integer (i));

  clinic_sheet_add_note (sheet, "=a note");
  cells = write_and_read (fixture, sheet, &options, &written);

  /* 100 rows are a heading and 99 rows; what is said of them is no row of theirs. */
  g_assert_cmpuint (written.worksheets, ==, 4);
  g_assert_cmpuint (written.rows, ==, 250);
  assert_text (cells, "Rows", "B1", "\"Value (ml)\"");
  g_assert_cmpfloat (get_figure (cells, "Rows", "B100"), ==, 99);
  g_assert_cmpfloat (get_figure (cells, "Rows (2)", "B2"), ==, 100);
  assert_text (cells, "Rows (3)", "B1", "\"Value (ml)\"");
  g_assert_cmpfloat (get_figure (cells, "Rows (3)", "B53"), ==, 250);
  g_assert_null (strstr (cells, "Rows (3)!A54"));
  g_assert_null (strstr (cells, "Rows (3)!A55"));
  assert_text (cells, "Notes", "A1", "\"Sheet\"");
  assert_text (cells, "Notes", "A2", "\"Rows\"");
  assert_text (cells, "Notes", "B2", "\"=a note\"");
}

typedef struct
{
  const char *title;
  const char *name;
} Named;

static const Named names[] = {
  { "Sessions", "Sessions" },
  { "sessions", "sessions (2)" },
  { "a[b]:c*?/\\d", "a b c d" },
  { "'quoted'", "’quoted’" },
  { "History", "Sheet History" },
  { "", "Sheet" },
  { "2026", "Sheet 2026" },
  { "R1C1", "Sheet R1C1" },
  { "TRUE", "Sheet TRUE" },
  { "line\nbreak \001", "line break" },
  { "\xff\xfe", "Sheet (2)" },
  { "A title that is much too long for a sheet", "A title that is much too long f" },
  { "A title that is much too long for any sheet", "A title that is much too lo (2)" },
  { "\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89"
    "\xf0\x9f\x92\x89\xf0\x9f\x92\x89 0123456789012345678", "\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89"
    "\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89\xf0\x9f\x92\x89 "
    "01234567890123" },
};

static void
test_sheet_names_are_safe_and_unique (Fixture       *fixture,
                                      gconstpointer  unused)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *cells = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (sheets, make_sheet (names[i].title, CLINIC_CELL_TEXT));

  write_sheets (fixture, sheets, NULL, NULL);
  cells = read_workbook (fixture->path);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = g_strdup_printf ("\nsheet \"%s\"\n", names[i].name);

      if (strstr (cells, line) == NULL)
        g_error ("No worksheet “%s” in: %s", names[i].name, cells);
    }
}

static void
add_plots (ClinicSheet *sheet)
{
  const char *value[] = { "value", NULL };
  const char *three[] = { "value", "value", "value", NULL };
  const char *name[] = { "name", NULL };
  const ClinicPlot plots[] = {
    { CLINIC_PLOT_LINE, (char *) "By name", (char *) "value", (char **) value, (char **) name },
    { CLINIC_PLOT_COLUMN, (char *) "Columns", (char *) "name", (char **) value, NULL, 3 },
    { CLINIC_PLOT_INTERVAL, NULL, (char *) "name", (char **) three },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plots); i++)
    clinic_sheet_add_plot (sheet, &plots[i]);
}

static void
test_charts_are_drawn_from_their_rows (Fixture       *fixture,
                                       gconstpointer  unused)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Measurements", CLINIC_CELL_NUMBER);
  g_autofree char *cells = NULL;

  append (sheet, "density", clinic_cell_number (1, 0));
  append (sheet, "density", clinic_cell_number (2, 0));
  append (sheet, "alone", clinic_cell_number (2, 0));
  append (sheet, "shed & <hairs>", clinic_cell_number (2, 0));
  append (sheet, "shed & <hairs>", clinic_cell_number (3, 0));
  append (sheet, "nothing to draw", clinic_cell_number (NAN, 0));
  append (sheet, "nothing to draw", clinic_cell_text (NULL));
  append (sheet, "nothing to draw", clinic_cell_number (3, 0));
  add_plots (sheet);
  cells = write_and_read (fixture, sheet, NULL, NULL);

  g_assert_true (g_str_has_prefix (cells, "charts 4\n"));
  g_assert_nonnull (strstr (cells, "sheet \"Measurements, charts\"\n"));
}

static void
test_office_opens_it (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_NUMBER);
  g_autofree char *cells = NULL;
  g_autofree char *csv = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    append (sheet, hostile[i].text, clinic_cell_number (i / 4.0, 2));

  add_plots (sheet);
  cells = write_and_read (fixture, sheet, NULL, NULL);
  csv = convert_by_office (fixture->path, fixture->folder);

  g_assert_true (g_str_has_prefix (csv, "Name,Value (ml)\n"));
  g_assert_nonnull (strstr (csv, "=cmd|' /C calc'!A0,0.00\n"));
  g_assert_nonnull (strstr (csv, "\n-2+3,0.50\n"));
  g_assert_nonnull (strstr (csv, "\n_x0041_,2.00\n"));
}

static void
test_same_rows_same_bytes (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autofree char *first = NULL;
  gsize first_length = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_NUMBER);
      g_autofree char *cells = NULL;
      g_autofree char *bytes = NULL;
      gsize length = 0;

      append (sheet, "a", clinic_cell_number (1, 0));
      append (sheet, "a", clinic_cell_number (2, 0));
      add_plots (sheet);
      cells = write_and_read (fixture, sheet, NULL, NULL);
      g_file_get_contents (fixture->path, i == 0 ? &first : &bytes,
                           i == 0 ? &first_length : &length, NULL);

      if (i == 1)
        g_assert_cmpmem (first, first_length, bytes, length);
    }
}

static void
test_file_is_its_owners_and_alone (Fixture       *fixture,
                                   gconstpointer  unused)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Cells", CLINIC_CELL_NUMBER);
  g_autofree char *cells = NULL;
  g_autofree char *files = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  append (sheet, "a", clinic_cell_number (1, 0));
  cells = write_and_read (fixture, sheet, NULL, NULL);

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  files = list_folder (fixture->folder);
  g_assert_cmpstr (files, ==, "report.xlsx\n");
}

static gboolean
fetch_row (ClinicCell  *cells,
           gpointer     data,
           GError     **error)
{
  guint *left = data;

  if (*left == 0)
    return FALSE;

  cells[0] = clinic_cell_text ("a text of some length, so that the file fills");
  cells[1] = clinic_cell_number (g_random_double (), 3);
  --*left;

  return TRUE;
}

static gboolean
write_rows (Fixture                  *fixture,
            guint                     rows,
            const ClinicXlsxOptions  *options,
            GError                  **error)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ("Rows", CLINIC_CELL_NUMBER);
  g_autoptr(GPtrArray) sheets = g_ptr_array_new ();

  clinic_sheet_set_source (sheet, fetch_row, &rows, NULL, rows);
  g_ptr_array_add (sheets, sheet);

  return clinic_xlsx_write (sheets, fixture->path, options, NULL, NULL, error);
}

static void
assert_untouched (Fixture *fixture)
{
  g_autofree char *files = list_folder (fixture->folder);
  g_autofree char *old = NULL;

  g_assert_cmpstr (files, ==, "report.xlsx\n");
  g_assert_true (g_file_get_contents (fixture->path, &old, NULL, NULL));
  g_assert_cmpstr (old, ==, "old");
}

static guint
count_open_files (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Also where only the library's temporary files do not fit, of which it says nothing. */
static void
test_full_disk_leaves_the_old_file (Fixture       *fixture,
                                    gconstpointer  unused)
{
  static const guint limits[] = { 0, 100, 4096, 100000, 1000000, 2000000 };

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      struct rlimit was, now;
      g_autoptr(GError) error = NULL;
      gboolean written;

      getrlimit (RLIMIT_FSIZE, &was);
      now = (struct rlimit) { limits[i], was.rlim_max };
      setrlimit (RLIMIT_FSIZE, &now);
      written = write_rows (fixture, 40000, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &was);

      g_assert_false (written);
      g_assert_nonnull (error);
      g_test_message ("%u: %s", limits[i], error->message);
      assert_untouched (fixture);
    }
}

static gboolean
stop (guint64  done,
      guint64  total,
      gpointer data)
{
  g_assert_cmpuint (total, ==, 40000);

  return done < 5000;
}

static void
test_stopped_leaves_the_old_file (Fixture       *fixture,
                                  gconstpointer  unused)
{
  ClinicXlsxOptions options = { .progress = stop };
  g_autoptr(GError) error = NULL;
  guint files = count_open_files ();

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_false (write_rows (fixture, 40000, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (fixture);
  g_assert_cmpuint (count_open_files (), ==, files);
}

static void
test_bad_place_is_named (Fixture       *fixture,
                         gconstpointer  unused)
{
  const char *places[] = { "/nowhere/at/all.xlsx", "/proc/all.xlsx", fixture->folder, "" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      Fixture there = { fixture->folder, (char *) places[i] };
      g_autoptr(GError) error = NULL;

      if (places[i][0] == '\0')
        continue;

      g_assert_false (write_rows (&there, 3, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, places[i]));
    }
}

/* Whatever byte of a workbook is lost, it is seen. */
static void
test_damage_is_seen (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  guint64 n = 301;
  gsize length;
  guint seen = 0;

  g_array_append_val (rows, n);
  g_assert_true (write_rows (fixture, 300, NULL, &error));
  g_assert_true (clinic_xlsx_check (fixture->path, rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  for (gsize i = 0; i < length; i += 97)
    {
      g_assert_true (g_file_set_contents (fixture->path, bytes, i, NULL));
      g_assert_false (clinic_xlsx_check (fixture->path, rows, NULL, NULL));
      bytes[i] ^= 0x40;
      g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
      seen += !clinic_xlsx_check (fixture->path, rows, NULL, NULL);
      bytes[i] ^= 0x40;
    }

  /* Some bytes of a zip file mean nothing: times, attributes. */
  g_assert_cmpuint (seen, >, length / 97 / 2);

  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  n = 300;
  g_array_index (rows, guint64, 0) = n;
  g_assert_false (clinic_xlsx_check (fixture->path, rows, NULL, NULL));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/workbook/hostile-texts", test_hostile_texts_stay_texts);
  ADD ("/workbook/figures", test_figures_keep_their_digits);
  ADD ("/workbook/no-figures", test_what_is_no_figure_is_empty);
  ADD ("/workbook/odd-dates", test_odd_dates_stay_text);

  for (gsize i = 0; i < G_N_ELEMENTS (longs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/workbook/long-text/%zu", i);

      g_test_add (path, Fixture, &longs[i], set_up, test_long_text_is_kept_whole, tear_down);
    }

  ADD ("/workbook/long-table", test_long_table_goes_on_elsewhere);
  ADD ("/workbook/sheet-names", test_sheet_names_are_safe_and_unique);
  ADD ("/workbook/charts", test_charts_are_drawn_from_their_rows);
  ADD ("/workbook/same-bytes", test_same_rows_same_bytes);
  ADD ("/workbook/owners", test_file_is_its_owners_and_alone);
  ADD ("/workbook/full-disk", test_full_disk_leaves_the_old_file);
  ADD ("/workbook/stopped", test_stopped_leaves_the_old_file);
  ADD ("/workbook/bad-place", test_bad_place_is_named);
  ADD ("/workbook/damage", test_damage_is_seen);
  ADD ("/workbook/office", test_office_opens_it);

  return g_test_run ();
}

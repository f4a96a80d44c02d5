/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <sys/resource.h>

#include "clinic-cell-gate.h"
#include "clinic-csv-writer.h"
#include "workbook-reader.h"

static ClinicSheet *
make_sheet (void)
{
  ClinicSheet *sheet = clinic_sheet_new ("test", "Test");
  const ClinicColumn columns[] = {
    { (char *) "name", (char *) "Name", NULL, CLINIC_CELL_TEXT },
    { (char *) "volume", (char *) "Volume", (char *) "ml", CLINIC_CELL_NUMBER, 2 },
    { (char *) "share", (char *) "Share", NULL, CLINIC_CELL_PERCENT, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    clinic_sheet_add_column (sheet, &columns[i]);

  return sheet;
}

static void
append (ClinicSheet *sheet,
        const char  *name,
        ClinicCell   volume,
        ClinicCell   share)
{
  ClinicCell cells[] = { clinic_cell_text (name), volume, share };

  clinic_sheet_append (sheet, cells);
}

static char *
print (ClinicSheet            *sheet,
       const ClinicCsvOptions *options)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  clinic_csv_print (sheet, stream, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_rows_are_quoted (void)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ();
  ClinicCsvOptions bom = { .bom = TRUE };
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  append (sheet, "a \"quoted\", name\r\nof two lines", clinic_cell_number (-1.0 / 3, 2),
          clinic_cell_percent (29, 1));
  append (sheet, NULL, clinic_cell_number (NAN, 2), clinic_cell_integer (G_MININT64));

  text = print (sheet, NULL);
  g_assert_cmpstr (text, ==,
                   "\"Name\",\"Volume (ml)\",\"Share (%)\"\r\n"
                   "\"a \"\"quoted\"\", name\r\nof two lines\",\"-0.33333333333333331\",\"29\"\r\n"
                   "\"\",\"\",\"\"\r\n");

  g_assert_true (clinic_sheet_rewind (sheet));
  again = print (sheet, &bom);
  g_assert_cmpmem (again, 3, "\xef\xbb\xbf", 3);
  g_assert_cmpstr (again + 3, ==, text);
}

typedef struct
{
  const char *text;
  gboolean    armed;
} Armed;

static const Armed armed[] = {
  { "=1+1", TRUE }, { "+43 1 234", TRUE }, { "-2", TRUE }, { "@SUM(A1)", TRUE }, { "\tx",
                                                                                   TRUE }, { "\rx",
                                                                                             TRUE },
  { "\nx", TRUE }, { "|calc", TRUE }, { "%x", TRUE }, { "＝1", TRUE }, { "＋1", TRUE }, { "－1",
                                                                                        TRUE },
  { "＠x", TRUE }, { "−2", TRUE },
  { "a=1", FALSE }, { "'=1", FALSE }, { "0664 1", FALSE }, { "Şahin", FALSE }, { "n/a", FALSE },
};

static void
test_formulas_are_disarmed (void)
{
  ClinicCsvOptions raw = { .raw = TRUE };

  for (gsize i = 0; i < G_N_ELEMENTS (armed); i++)
    {
      g_autoptr(ClinicSheet) sheet = make_sheet ();
      g_autofree char *safe = g_strdup_printf ("\"Name\",\"Volume (ml)\",\"Share (%%)\"\r\n"
                                               "\"%s%s\",\"-2\",\"-50\"\r\n",
                                               armed[i].armed ? "'" : "", armed[i].text);
      g_autofree char *plain = g_strdup_printf ("\"name\",\"volume\",\"share\"\r\n"
                                                "\"%s\",\"-2\",\"-50\"\r\n", armed[i].text);
      g_autofree char *text = NULL;
      g_autofree char *machine = NULL;

      append (sheet, armed[i].text, clinic_cell_number (-2, 0), clinic_cell_percent (-50, 0));
      text = print (sheet, NULL);
      g_assert_cmpstr (text, ==, safe);

      g_assert_true (clinic_sheet_rewind (sheet));
      machine = print (sheet, &raw);
      g_assert_cmpstr (machine, ==, plain);
    }
}

static void
test_invalid_text_is_mended (void)
{
  g_autoptr(ClinicSheet) sheet = make_sheet ();
  g_autofree char *text = NULL;

  append (sheet, "Andr\xe9", clinic_cell_thousandths (1500), clinic_cell_percent (1, 0));
  text = print (sheet, NULL);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, "\"Andr\xef\xbf\xbd\",\"1.5\",\"1\""));
}

static gboolean
stop (guint64  done,
      guint64  total,
      gpointer data)
{
  return FALSE;
}

static void
fill (ClinicSheet *sheet)
{
  for (guint i = 0; i < 5000; i++)
    append (sheet, "some name", clinic_cell_number (i, 0), clinic_cell_percent (1, 0));
}

static void
test_failure_leaves_the_old_file (void)
{
  ClinicCsvOptions stopped = { .progress = stop };
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *files = NULL;
  g_autofree char *old = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ClinicSheet) sheet = make_sheet ();
      g_autoptr(GError) error = NULL;
      struct rlimit was, now;
      gboolean written;

      fill (sheet);
      getrlimit (RLIMIT_FSIZE, &was);
      now = (struct rlimit) { 10000, was.rlim_max };
      setrlimit (RLIMIT_FSIZE, i == 0 ? &now : &was);
      written = clinic_csv_write (sheet, path, i == 0 ? NULL : &stopped, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &was);

      g_assert_false (written);
      g_assert_nonnull (error);
      g_assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) == (i == 1));
    }

  files = list_folder (folder);
  g_assert_cmpstr (files, ==, "list.csv\n");
  g_assert_true (g_file_get_contents (path, &old, NULL, NULL));
  g_assert_cmpstr (old, ==, "old");
  remove_folder (folder);
}

static void
test_written_file_is_its_owners (void)
{
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autoptr(ClinicSheet) sheet = make_sheet ();
  g_autoptr(ClinicSheet) same = make_sheet ();
  g_autofree char *printed = NULL;
  g_autofree char *written = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  fill (sheet);
  fill (same);
  clinic_csv_write (sheet, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  printed = print (same, NULL);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, printed);
  remove_folder (folder);
}

typedef struct
{
  ClinicCell  cell;
  const char *shown;
  const char *plain;
} Shown;

static void
test_figures_are_rounded_for_people_only (void)
{
  const ClinicColumn column = { (char *) "x", (char *) "X", NULL, CLINIC_CELL_NUMBER, 1 };
  const Shown cells[] = {
    { clinic_cell_number (43.87051915, 2), "43.87", "43.87051915" },
    { clinic_cell_number (2.25, CLINIC_CELL_DECIMALS), "2.3", "2.25" },
    { clinic_cell_number (-2.25, CLINIC_CELL_DECIMALS), "-2.3", "-2.25" },
    { clinic_cell_number (-0.01, 1), "0.0", "-0.01" },
    { clinic_cell_percent (-8.99122807017544, 2), "-8.99 %", "-8.99122807017544" },
    { clinic_cell_percent (0.1 / 0.0, 2), "n/a", "" },
    { clinic_cell_integer (12), "12", "12" },
    { clinic_cell_thousandths (G_MININT64), "", "" },
    { clinic_cell_text (""), "", "" },
    { clinic_cell_flag (TRUE), "yes", "yes" },
    { clinic_cell_date ("2026-11-21"), "2026-11-21", "2026-11-21" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *shown = clinic_cell_dup_text (&cells[i].cell, &column, FALSE);
      g_autofree char *plain = clinic_cell_dup_text (&cells[i].cell, &column, TRUE);

      g_assert_cmpstr (shown, ==, cells[i].shown);
      g_assert_cmpstr (plain, ==, cells[i].plain);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/quoted", test_rows_are_quoted);
  g_test_add_func ("/csv/disarmed", test_formulas_are_disarmed);
  g_test_add_func ("/csv/mended", test_invalid_text_is_mended);
  g_test_add_func ("/csv/failure", test_failure_leaves_the_old_file);
  g_test_add_func ("/csv/owners", test_written_file_is_its_owners);
  g_test_add_func ("/csv/rounded", test_figures_are_rounded_for_people_only);

  return g_test_run ();
}

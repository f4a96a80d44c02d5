/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-error.h"
#include "clinic-report.h"

/* A description as short as it may be. */
static const char good[] =
  "[report]\ntitle=T\nsummary=S\nparameters=patient\nsheets=one\n"
  "[parameter patient]\nlabel=Patient\ntype=patient\nrequired=true\n"
  "[sheet one]\ntitle=One\nquery=report-patient\narguments=patient\ncolumns=sex;birth_date\nplots=p\n"
  "[one.sex]\nlabel=Sex\ntype=text\nwords=sexes\n"
  "[one.birth_date]\nlabel=Birth date\ntype=date\n"
  "[one plot p]\nkind=line\ncategory=birth_date\nvalues=sex\nsplit=sex\n"
  "[method]\n1=About | Text.\n";

static void
test_good_description_is_read (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) report = clinic_report_parse ("test", good, &error);
  const ClinicParameter *parameter;

  g_assert_no_error (error);
  g_assert_cmpstr (clinic_report_get_title (report), ==, "T");
  g_assert_cmpuint (clinic_report_get_parameters (report)->len, ==, 1);
  parameter = g_ptr_array_index (clinic_report_get_parameters (report), 0);
  g_assert_cmpstr (parameter->name, ==, "patient");
  g_assert_true (parameter->required);
}

/* A person reads labels, a script writes the words. */
static void
test_choices_have_labels (void)
{
  g_autoptr(GString) text = g_string_new (good);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) report = NULL;
  const ClinicParameter *parameter;

  g_string_replace (text, "type=patient\n", "type=choice\nchoices=a;b\nlabels=First;Second\n", 1);
  report = clinic_report_parse ("test", text->str, &error);
  g_assert_no_error (error);
  parameter = g_ptr_array_index (clinic_report_get_parameters (report), 0);
  g_assert_cmpstr (parameter->choices[1], ==, "b");
  g_assert_cmpstr (parameter->labels[1], ==, "Second");
  g_assert_cmpuint (g_strv_length (parameter->labels), ==, 2);
}

typedef struct
{
  const char *from;         /* what of the good one … */
  const char *to;           /* … becomes this */
  const char *named;        /* the message says where */
} Bad;

static const Bad bad[] = {
  { "title=T\n", "", "title" },
  { "summary=S\n", "", "summary" },
  { "sheets=one", "sheets=two", "sheet two" },
  { "type=patient", "type=person", "person" },
  { "label=Patient\n", "", "label" },
  { "type=patient\n", "type=choice\n", "choices" },
  { "type=patient\n", "type=choice\nchoices=a;b\nlabels=First\n", "labels" },
  { "query=report-patient\n", "query=no-such-query\n", "query" },
  { "query=report-patient\n", "", "query" },
  { "query=report-patient\n", "query=report-patient\nsource=patient-summary\n", "query" },
  { "query=report-patient\n", "source=no-such-source\n", "source" },
  { "query=report-patient\n", "source=patient-summary\n", "sex" },
  { "arguments=patient", "arguments=doctor", "doctor" },
  { "columns=sex;birth_date", "columns=sex;age", "one.age" },
  { "type=date", "type=day", "day" },
  { "words=sexes", "words=colours", "words" },
  { "kind=line", "kind=pie", "pie" },
  { "kind=line", "kind=interval", "values" },
  { "category=birth_date", "category=age", "category" },
  { "values=sex", "values=age", "age" },
  { "split=sex", "split=age", "age" },
  { "[method]\n1=About | Text.\n", "", "method" },
};

static void
test_bad_description_is_refused (gconstpointer data)
{
  const Bad *what = data;
  g_autoptr(GString) text = g_string_new (good);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) report = NULL;

  g_assert_cmpuint (g_string_replace (text, what->from, what->to, 1), ==, 1);
  report = clinic_report_parse ("test", text->str, &error);

  g_assert_null (report);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);

  if (strstr (error->message, what->named) == NULL)
    g_error ("Not about %s: %s", what->named, error->message);
}

static void
test_what_is_no_description_is_refused (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (clinic_report_parse ("test", "title=no group", &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/description/good", test_good_description_is_read);
  g_test_add_func ("/description/choices-have-labels", test_choices_have_labels);
  g_test_add_func ("/description/none", test_what_is_no_description_is_refused);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/description/bad/%zu", i);

      g_test_add_data_func (path, &bad[i], test_bad_description_is_refused);
    }

  return g_test_run ();
}

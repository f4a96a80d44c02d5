/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-patient-courses.h"
#include "clinic-report-private.h"

/* *INDENT-OFF* */
enum {
  STARTS, COURSE, NUMBER, STATUS, COCKTAILS, LOTS, ZONES, POINTS, VOLUME, TECHNIQUES, DEPTH_LOW, DEPTH_HIGH, PAIN,
  PRACTITIONER, SIGNED, NOTES, N_FIELDS
};

const char * const clinic_report_patient_sessions_fields[] = {
  "starts", "course", "number", "status", "cocktails", "lots", "zones", "points", "volume", "techniques", "depth_low",
  "depth_high", "pain", "practitioner", "signed", "notes", NULL
};
/* *INDENT-ON* */

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_sessions_fields) == N_FIELDS + 1);

/* What went in in one session, over its zones. Each of the lists names a thing once. */
typedef struct
{
  GPtrArray *cocktails;
  GPtrArray *lots;
  GPtrArray *zones;
  GPtrArray *techniques;
  GPtrArray *texts;           /* the lists as cells, which only borrow them */
  gint64     points;
  gint64     volume;
  gint64     depth_low;
  gint64     depth_high;
} Sum;

typedef struct
{
  ClinicSheet *sheet;
  const guint *map;
  GHashTable  *sums;          /* by session */
  GHashTable  *courses;
} Patient;

static Sum *
sum_new (void)
{
  Sum *sum = g_new0 (Sum, 1);

  sum->cocktails = g_ptr_array_new_with_free_func (g_free);
  sum->lots = g_ptr_array_new_with_free_func (g_free);
  sum->zones = g_ptr_array_new_with_free_func (g_free);
  sum->techniques = g_ptr_array_new_with_free_func (g_free);
  sum->texts = g_ptr_array_new_with_free_func (g_free);
  sum->points = sum->volume = sum->depth_low = sum->depth_high = CLINIC_NULL;

  return sum;
}

static void
sum_free (gpointer data)
{
  Sum *sum = data;

  g_ptr_array_unref (sum->cocktails);
  g_ptr_array_unref (sum->lots);
  g_ptr_array_unref (sum->zones);
  g_ptr_array_unref (sum->techniques);
  g_ptr_array_unref (sum->texts);
  g_free (sum);
}

static Sum *
get_sum (GHashTable *sums,
         gint64      session)
{
  Sum *sum = g_hash_table_lookup (sums, &session);

  if (sum == NULL)
    {
      sum = sum_new ();
      g_hash_table_insert (sums, g_memdup2 (&session, sizeof session), sum);
    }

  return sum;
}

static void
list_once (GPtrArray  *list,
           const char *name)
{
  if (name != NULL && !g_ptr_array_find_with_equal_func (list, name, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (name));
}

/* Names may have commas of their own: "Silicon, biotin v1; Beta v2". */
static ClinicCell
make_list (Sum       *sum,
           GPtrArray *list)
{
  GString *text = g_string_new (NULL);
  const char *comma = ", ";

  for (guint i = 0; i < list->len; i++)
    comma = strchr (list->pdata[i], ',') != NULL ? "; " : comma;

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? comma : "", (char *) list->pdata[i]);

  g_ptr_array_add (sum->texts, g_string_free (text, FALSE));

  return clinic_cell_text (sum->texts->pdata[sum->texts->len - 1]);
}

/* Unknown plus something is something. */
static void
add (gint64 *sum,
     gint64  more)
{
  if (more != CLINIC_NULL)
    *sum = *sum == CLINIC_NULL ? more : *sum + more;
}

static gboolean
take_injection (ClinicStatement  *statement,
                gpointer          data,
                GError          **error)
{
  Sum *sum = get_sum (((Patient *) data)->sums, clinic_row_number (statement, "session_id"));
  const char *cocktail = clinic_row_text (statement, "cocktail");
  gint64 depth = clinic_row_number (statement, "depth");
  g_autofree char *version = NULL;

  if (cocktail != NULL)
    version = g_strdup_printf ("%s v%" G_GINT64_FORMAT, cocktail,
                               clinic_row_number (statement, "cocktail_version"));

  list_once (sum->cocktails, version);
  list_once (sum->zones, clinic_choice_label (clinic_zones, clinic_row_text (statement, "zone")));
  list_once (sum->techniques,
             clinic_choice_label (clinic_techniques, clinic_row_text (statement, "technique")));
  add (&sum->points, clinic_row_number (statement, "points"));
  add (&sum->volume, clinic_row_number (statement, "volume"));

  if (depth == CLINIC_NULL)
    return TRUE;

  sum->depth_low = sum->depth_low == CLINIC_NULL ? depth : MIN (sum->depth_low, depth);
  sum->depth_high = sum->depth_high == CLINIC_NULL ? depth : MAX (sum->depth_high, depth);

  return TRUE;
}

static gboolean
take_draw (ClinicStatement  *statement,
           gpointer          data,
           GError          **error)
{
  Sum *sum = get_sum (((Patient *) data)->sums, clinic_row_number (statement, "session_id"));

  list_once (sum->lots, clinic_row_text (statement, "lot"));

  return TRUE;
}

static void
fill_cells (ClinicCell      *cells,
            ClinicStatement *statement,
            GHashTable      *sums,
            GHashTable      *courses)
{
  Sum *sum = get_sum (sums, clinic_row_number (statement, "id"));
  gint64 course = clinic_patient_courses_get_number (courses,
                                                     clinic_row_number (statement, "course_id"));

  list_once (sum->techniques, sum->techniques->len > 0
             ? NULL : clinic_choice_label (clinic_techniques,
                                           clinic_row_text (statement, "technique")));
  cells[STARTS] = clinic_cell_wall (clinic_row_text (statement, "starts"));
  cells[COURSE] = clinic_cell_integer (course > 0 ? course : CLINIC_NULL);
  cells[NUMBER] = clinic_cell_integer (clinic_row_number (statement, "number"));
  cells[STATUS] = clinic_cell_text (clinic_choice_label (clinic_session_statuses,
                                                         clinic_row_text (statement, "status")));
  cells[COCKTAILS] = make_list (sum, sum->cocktails);
  cells[LOTS] = make_list (sum, sum->lots);
  cells[ZONES] = make_list (sum, sum->zones);
  cells[POINTS] = clinic_cell_integer (sum->points);
  cells[VOLUME] = clinic_cell_thousandths (sum->volume);
  cells[TECHNIQUES] = make_list (sum, sum->techniques);
  cells[DEPTH_LOW] = clinic_cell_thousandths (sum->depth_low);
  cells[DEPTH_HIGH] = clinic_cell_thousandths (sum->depth_high);
  cells[PAIN] = clinic_cell_integer (clinic_row_number (statement, "pain"));
  cells[PRACTITIONER] = clinic_cell_text (clinic_row_text (statement, "practitioner"));
  cells[SIGNED] = clinic_cell_flag (clinic_row_text (statement, "signed_at") != NULL);
  cells[NOTES] = clinic_cell_text (clinic_row_text (statement, "notes"));
}

static gboolean
take_session (ClinicStatement  *statement,
              gpointer          data,
              GError          **error)
{
  Patient *patient = data;
  ClinicCell cells[N_FIELDS] = { 0 };

  fill_cells (cells, statement, patient->sums, patient->courses);
  clinic_report_append (patient->sheet, patient->map, cells);

  return TRUE;
}

gboolean
clinic_report_fill_patient_sessions (ClinicReportRun  *run,
                                     ClinicSheet      *sheet,
                                     GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_patient_sessions_fields);
  g_autoptr(GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                      sum_free);
  g_autoptr(GHashTable) courses = clinic_patient_courses_read (run, error);
  Patient patient = { sheet, map, sums, courses };

  return courses != NULL &&
         clinic_report_each (run, "report-patient-injections", arguments, take_injection, &patient,
                             error) &&
         clinic_report_each (run, "report-patient-draws", arguments, take_draw, &patient, error) &&
         clinic_report_each (run, "report-patient-sessions", arguments, take_session, &patient,
                             error);
}

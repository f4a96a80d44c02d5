/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each statement that the chart, its banner, the strip of consent and the rules read with fails in turn: something says
 * so, and nothing says that there is nothing. */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-chart-page.h"
#include "clinic-display.h"

#define NONE   "No allergies, conditions or open reactions on record"
#define UNREAD "Allergies, conditions and reactions could not be read"
#define UNSURE "The consent could not be read."

/* Threads of the workers ask. */
static GMutex lock;
static GHashTable *seen;
static const char *closed;

static gboolean
gate (const char *sql)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (closed == NULL)
    g_hash_table_add (seen, g_strdup (sql));

  return closed == NULL || strcmp (closed, sql) != 0;
}

static void
close_gate (const char *sql)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  closed = sql;
}

static void
reload (ClinicDesk *desk,
        GtkWidget  *page)
{
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  chart_test_wait_for_rules (desk);
}

/* What is read while a chart is opened, and again while it is open. That a draft cannot be kept has a test of its own; what
 * others changed meanwhile, which the trail tells, is not read by the chart. */
static GPtrArray *
list_statements (ClinicDesk *desk,
                 GtkWidget  *page)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer sql;

  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  clinic_db_set_gate (gate);
  reload (desk, page);
  clinic_db_set_gate (NULL);
  g_hash_table_iter_init (&iter, seen);

  while (g_hash_table_iter_next (&iter, &sql, NULL))
    {
      const char *begin = sql;

      while (g_ascii_isspace (*begin) || *begin == '-')
        begin = *begin == '-' ? strchr (begin, '\n') : begin + 1;

      if (strstr (sql, "FROM session_draft WHERE id") != NULL || strstr (sql, "FROM audit") != NULL)
        continue;

      if (g_ascii_strncasecmp (begin, "SELECT", 6) == 0 || g_ascii_strncasecmp (begin, "WITH", 4) == 0)
        g_ptr_array_add (list, g_strdup (sql));
    }

  g_hash_table_unref (seen);

  return list;
}

static gboolean
is_shown (GtkWidget  *page,
          const char *name)
{
  GtkWidget *widget = clinic_display_find (page, name);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
check_open (ClinicDesk *desk,
            GtkWidget  *page,
            const char *sql)
{
  ClinicChartModel *model = chart_test_get_model (page);
  gboolean doubtful = clinic_chart_model_get_doubtful (model);

  if (doubtful != (clinic_display_find_text (page, UNREAD) != NULL) ||
      (doubtful && clinic_display_find_text (page, NONE) != NULL))
    g_error ("The banner does not say that it is in doubt without: %s", sql);

  if (!doubtful && clinic_display_find_text (page, UNSURE) == NULL && !is_shown (page, "trouble"))
    g_error ("Nothing says that this could not be read: %s", sql);
}

static void
check_first (ClinicDesk *desk,
             gint64      session,
             const char *sql)
{
  GtkWidget *page = chart_test_open_chart (desk, session);

  if (clinic_chart_model_get_sheet (chart_test_get_model (page)) != NULL || clinic_display_find_text (page, NONE) != NULL)
    g_error ("The chart is ready without: %s", sql);

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
}

static void
test_each_statement_fails (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  g_autoptr(GPtrArray) statements = NULL;
  guint n_doubtful = 0;
  guint n_unsure = 0;

  clinic_display_press ("2");
  chart_test_wait_for_rules (desk);
  statements = list_statements (desk, page);
  g_assert_cmpuint (statements->len, >, 20);
  clinic_db_set_gate (gate);

  for (guint i = 0; i < statements->len; i++)
    {
      const char *sql = statements->pdata[i];
      gboolean doubtful;

      close_gate (sql);
      reload (desk, page);
      check_open (desk, page, sql);
      doubtful = clinic_chart_model_get_doubtful (chart_test_get_model (page));
      n_doubtful += doubtful;
      n_unsure += clinic_display_find_text (page, UNSURE) != NULL;

      if (doubtful)
        check_first (desk, session, sql);
    }

  close_gate ("");
  reload (desk, page);
  g_assert_false (clinic_chart_model_get_doubtful (chart_test_get_model (page)));
  g_assert_null (clinic_display_find_text (page, UNSURE));
  clinic_db_set_gate (NULL);
  g_test_message ("%u statements: the banner is in doubt without %u, the consent without %u", statements->len, n_doubtful,
                  n_unsure);
  g_assert_cmpuint (n_doubtful, >, 10);
  g_assert_cmpuint (n_unsure, >, 2);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/gate/each-statement-fails", "practitioner", test_each_statement_fails);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-pgsql.h"

/* A writer never waits long for what it has sent, and neither side's buffers fill. */
#define MOST_QUEUED 64

/* In a pipeline the results of each statement end with NULL. */
static PGresult *
take_answer (PGconn *handle)
{
  PGresult *answer = PQgetResult (handle);
  PGresult *rest;

  while (PQstatus (handle) == CONNECTION_OK && (rest = PQgetResult (handle)) != NULL)
    PQclear (rest);

  return answer;
}

static gboolean
check_answer (ClinicDb        *self,
              PGresult        *answer,
              gint64           rows,
              GError         **error)
{
  ExecStatusType status = PQresultStatus (answer);

  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    {
      clinic_pgsql_fail (self, answer, error);
      return FALSE;
    }

  if (rows < 0 || g_ascii_strtoll (PQcmdTuples (answer), NULL, 10) == rows)
    return TRUE;

  clinic_db_fail_count (self, error);

  return FALSE;
}

/* Takes the answers to what was queued and, where @last is given, to one more statement sent
 * after it. The first failure counts: the server passes over what comes after it. */
static gboolean
take_answers (ClinicDb  *self,
              PGresult **last,
              GError   **error)
{
  ClinicPgsql *connection = self->connection;
  gboolean good = PQpipelineSync (connection->handle) == 1;

  if (!good)
    clinic_pgsql_fail (self, NULL, error);

  for (guint i = 0; i < connection->queued->len; i++)
    {
      PGresult *answer = take_answer (connection->handle);

      good = good &&
             check_answer (self, answer, g_array_index (connection->queued, gint64, i), error);
      PQclear (answer);
    }

  if (last != NULL)
    *last = take_answer (connection->handle);

  PQclear (PQgetResult (connection->handle));
  PQexitPipelineMode (connection->handle);
  g_array_set_size (connection->queued, 0);
  connection->spoiled = connection->spoiled || !good;

  return good;
}

static gboolean
send_one (ClinicDb         *self,
          const char       *name,
          const GPtrArray  *parameters,
          GError          **error)
{
  ClinicPgsql *connection = self->connection;

  if (PQsendQueryPrepared (connection->handle, name, parameters->len,
                           (const char * const *) parameters->pdata,
                           NULL, NULL, 0) == 1)
    return TRUE;

  clinic_pgsql_fail (self, NULL, error);
  connection->spoiled = TRUE;

  return FALSE;
}

gboolean
clinic_pgsql_queue (ClinicDb         *self,
                    const char       *name,
                    const GPtrArray  *parameters,
                    gint64            rows,
                    GError          **error)
{
  ClinicPgsql *connection = self->connection;

  if (connection->queued->len == 0)
    PQenterPipelineMode (connection->handle);

  if (!send_one (self, name, parameters, error))
    return FALSE;

  g_array_append_val (connection->queued, rows);

  return connection->queued->len < MOST_QUEUED || clinic_pgsql_settle (self, error);
}

PGresult *
clinic_pgsql_run_after_queued (ClinicDb         *self,
                               const char       *name,
                               const GPtrArray  *parameters,
                               GError          **error)
{
  PGresult *result = NULL;

  if (!send_one (self, name, parameters, error))
    return NULL;

  if (!take_answers (self, &result, error))
    g_clear_pointer (&result, PQclear);

  return result;
}

gboolean
clinic_pgsql_settle (ClinicDb  *self,
                     GError   **error)
{
  ClinicPgsql *connection = self->connection;

  return connection->queued->len == 0 || take_answers (self, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libpq-fe.h>

#include "clinic-engine.h"

G_BEGIN_DECLS

/* What self->connection is for a clinic on a server. Private to this engine's files. */
typedef struct
{
  PGconn          *handle;
  PGcancel        *cancel;      /* PQcancel () may be called from any thread */
  ClinicStatement *stream;      /* whose rows are still on their way; nothing else may run until
                                 * then */
  gboolean         streams_in_transaction;
  GString         *dead;        /* DEALLOCATE of statements no longer wanted, sent with the next
                                 * prepare */
  guint64          n_names;
  GArray          *queued;      /* gint64 of each statement sent whose answer was not taken: rows
                                 * it must change, or -1 */
  gboolean         spoiled;     /* one of those failed: there is no COMMIT until the transaction
                                 * was taken back */
} ClinicPgsql;

/* Says what went wrong, by the SQLSTATE of @result or, without one, of the connection. */
void             clinic_pgsql_fail       (ClinicDb         *self,
                                          const PGresult   *result,
                                          GError          **error);
/* FALSE with @error while a statement streams, or when something queued turns out to have
 * failed. */
gboolean         clinic_pgsql_check_free (ClinicDb         *self,
                                          GError          **error);

/* Sends a prepared statement of this transaction without waiting for its answer; what runs next
 * takes it. */
gboolean         clinic_pgsql_queue      (ClinicDb         *self,
                                          const char       *name,
                                          const GPtrArray  *parameters,
                                          gint64            rows,
                                          GError          **error);
/* Runs one after those queued, in one journey. NULL with @error when one of those had failed. */
PGresult        *clinic_pgsql_run_after_queued (ClinicDb         *self,
                                                const char       *name,
                                                const GPtrArray  *parameters,
                                                GError          **error);
/* Takes the answers to those queued; FALSE with the first failure. */
gboolean         clinic_pgsql_settle     (ClinicDb         *self,
                                          GError          **error);

ClinicStatement *clinic_pgsql_prepare     (ClinicDb        *self,
                                           const char      *sql,
                                           GError         **error);
void             clinic_pgsql_finalize    (ClinicStatement *statement);
void             clinic_pgsql_bind_text   (ClinicStatement *statement,
                                           guint            parameter,
                                           const char      *text);
void             clinic_pgsql_bind_int    (ClinicStatement *statement,
                                           guint            parameter,
                                           gint64           number);
void             clinic_pgsql_bind_bytes  (ClinicStatement *statement,
                                           guint            parameter,
                                           GBytes          *bytes);
gboolean         clinic_pgsql_step        (ClinicStatement *statement,
                                           GError         **error);
gint64           clinic_pgsql_changes     (ClinicStatement *statement);
gboolean         clinic_pgsql_defer       (ClinicStatement *statement,
                                           gint64           rows,
                                           GError         **error);
void             clinic_pgsql_reset       (ClinicStatement *statement);
guint            clinic_pgsql_n_columns   (ClinicStatement *statement);
const char      *clinic_pgsql_column_name (ClinicStatement *statement,
                                           guint            column);
gboolean         clinic_pgsql_is_null     (ClinicStatement *statement,
                                           guint            column);
gint64           clinic_pgsql_get_int     (ClinicStatement *statement,
                                           guint            column);
double           clinic_pgsql_get_double  (ClinicStatement *statement,
                                           guint            column);
const char      *clinic_pgsql_get_text    (ClinicStatement *statement,
                                           guint            column);
GBytes          *clinic_pgsql_dup_bytes   (ClinicStatement *statement,
                                           guint            column);

/* Makes the planner know how much there is of what. */
gboolean         clinic_pgsql_optimize    (ClinicDb        *self,
                                           GError         **error);
/* NULL when the server finds no damage. */
char            *clinic_pgsql_check       (ClinicDb        *self,
                                           GError         **error);

G_END_DECLS

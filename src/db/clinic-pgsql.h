/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libpq-fe.h>

#include "clinic-engine.h"

G_BEGIN_DECLS

/* What self->connection is for a clinic on a server. Private to this engine's three files. */
typedef struct
{
  PGconn          *handle;
  PGcancel        *cancel;      /* PQcancel () may be called from any thread */
  ClinicStatement *stream;      /* whose rows are still on their way; nothing else may run until then */
  gboolean         streams_in_transaction;
  GString         *dead;        /* DEALLOCATE of statements no longer wanted, sent with the next prepare */
  guint64          n_names;
} ClinicPgsql;

/* Says what went wrong, by the SQLSTATE of @result or, without one, of the connection. */
void             clinic_pgsql_fail       (ClinicDb         *self,
                                          const PGresult   *result,
                                          GError          **error);
/* FALSE with @error while a statement streams. */
gboolean         clinic_pgsql_check_free (ClinicDb         *self,
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
gboolean         clinic_pgsql_step        (ClinicStatement *statement,
                                           GError         **error);
gint64           clinic_pgsql_changes     (ClinicStatement *statement);
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

/* NULL when the server finds no damage. */
char            *clinic_pgsql_check       (ClinicDb        *self,
                                           GError         **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clinic-error.h"

G_BEGIN_DECLS

/* NULL of the database where a number is expected. */
#define CLINIC_NULL G_MININT64

/* One connection to one clinic's records. Used by one thread at a time. */
typedef struct _ClinicDb ClinicDb;

/* A prepared statement, borrowed from its connection's cache; freeing it gives it back. */
typedef struct _ClinicStatement ClinicStatement;

typedef enum
{
  CLINIC_DB_WRITE,      /* the one writing connection: holds the clinic (SQLite: the lock file) */
  CLINIC_DB_READ,       /* reads only; never checkpoints; works while another process holds the
                         * clinic */
  CLINIC_DB_CREATE,     /* like WRITE, and the place must be empty */
} ClinicDbMode;

typedef enum
{
  CLINIC_DB_CHANGE,     /* a writing transaction (SQLite: BEGIN IMMEDIATE) */
  CLINIC_DB_SNAPSHOT,   /* one unchanging view for several queries; reads only */
} ClinicDbTransaction;

/* What a failed transaction leaves to do. */
typedef enum
{
  CLINIC_DB_FINAL,      /* nothing: the error stands */
  CLINIC_DB_AGAIN,      /* deadlock or serialisation: run the whole transaction again */
  CLINIC_DB_IN_DOUBT,   /* the connection was lost: after clinic_db_reopen (), look whether the
                         * operation is there */
} ClinicDbVerdict;

/* @location: a file's path, or "postgresql://…" (libpq URI; no password in it: libpq's own files
 * serve for that). A file on a network file system is refused, as is one made by a newer
 * program. No migration is run here. */
ClinicDb        *clinic_db_open            (const char           *location,
                                            ClinicDbMode          mode,
                                            GError              **error);
void             clinic_db_close           (ClinicDb             *self);
/* Drops the connection and makes it anew; the hold on the clinic is kept. */
gboolean         clinic_db_reopen          (ClinicDb             *self,
                                            GError              **error);

const char      *clinic_db_get_location    (ClinicDb             *self);
/* "sqlite" or "pgsql": also the infix of replaced queries, x.pgsql.sql */
const char      *clinic_db_get_engine      (ClinicDb             *self);
ClinicDbMode     clinic_db_get_mode        (ClinicDb             *self);
/* Where the key of the audit chain is kept, outside the database. */
const char      *clinic_db_get_key_path    (ClinicDb             *self);

/* Runs one or more statements that yield nothing. For migrations and the engine's own words. */
gboolean         clinic_db_exec            (ClinicDb             *self,
                                            const char           *sql,
                                            GError              **error);
gboolean         clinic_db_begin           (ClinicDb             *self,
                                            ClinicDbTransaction   kind,
                                            GError              **error);
gboolean         clinic_db_commit          (ClinicDb             *self,
                                            GError              **error);
/* Never fails for the caller: a connection that cannot roll back is dropped and made anew. */
void             clinic_db_rollback        (ClinicDb             *self);
gboolean         clinic_db_in_transaction  (ClinicDb             *self);
/* Another number for each transaction begun in this process: tells whether something remembered
 * is of this one. */
guint64          clinic_db_get_transaction (ClinicDb             *self);
/* Keeps something with the connection until it is closed or @name is kept again; and what was
 * kept, or NULL. */
void             clinic_db_keep            (ClinicDb             *self,
                                            const char           *name,
                                            gpointer              data,
                                            GDestroyNotify        free_data);
gpointer         clinic_db_get_kept        (ClinicDb             *self,
                                            const char           *name);
/* About the last failure on this connection. */
ClinicDbVerdict  clinic_db_get_verdict     (ClinicDb             *self);
/* The constraint that the last failure broke: "patient.file_number" (unique),
 * "booked_practitioner", "foreign_key"; NULL when it was something else. */
const char      *clinic_db_get_constraint  (ClinicDb             *self);

/* @sql has parameters $1, $2…; the same text runs on both engines. A parameter of no other
 * evident type is written CAST($1 AS BIGINT). The statement is the caller's until freed. */
ClinicStatement *clinic_db_prepare         (ClinicDb             *self,
                                            const char           *sql,
                                            GError              **error);
/* The same for data/sql/queries/NAME.sql, or NAME.ENGINE.sql where that exists. */
ClinicStatement *clinic_db_query           (ClinicDb             *self,
                                            const char           *name,
                                            GError              **error);

/* For tests: asked before each statement of any connection is prepared, on its thread, until it is set to NULL; FALSE
 * fails it. */
typedef gboolean (* ClinicDbGate) (const char *sql);
void             clinic_db_set_gate        (ClinicDbGate          gate);

/* Moves what is only in the write-ahead log into the file. Called by the worker when it has
 * nothing else to do; a no-op on PostgreSQL and on reading connections. */
void             clinic_db_checkpoint      (ClinicDb             *self);
/* Lets the engine learn how much there is of what, so that it finds the quickest ways to it. To
 * be called after many rows were written, outside a transaction; takes a second or so. That it
 * fails hurts nothing and is only logged. */
void             clinic_db_optimize        (ClinicDb             *self);
/* The engine's own look for damage: NULL when it finds none, else what it says; caller frees. */
char            *clinic_db_check           (ClinicDb             *self,
                                            GCancellable         *cancellable,
                                            GError              **error);
/* Whether the file that was opened is still where it was; nothing can be saved while it is not.
 * CLINIC_ERROR_DATABASE says so in words. Always TRUE on PostgreSQL. */
gboolean         clinic_db_check_place     (ClinicDb             *self,
                                            GError              **error);
/* Makes running statements stop from another thread; they fail with G_IO_ERROR_CANCELLED. */
void             clinic_db_interrupt       (ClinicDb             *self);

/* Parameters count from 1. Text is copied; NULL binds NULL, as does CLINIC_NULL. */
void             clinic_statement_bind_text (ClinicStatement     *self,
                                             guint                parameter,
                                             const char          *text);
void             clinic_statement_bind_int  (ClinicStatement     *self,
                                             guint                parameter,
                                             gint64               number);
/* For columns of type BYTEA, and only those; a SQLite clinic takes up to 16 MiB. */
void             clinic_statement_bind_bytes (ClinicStatement    *self,
                                              guint               parameter,
                                              GBytes             *bytes);
/* Rows are fetched as they are stepped over rather than all at once (PostgreSQL); until the last
 * row or the statement's end nothing else may run on the connection. To be said before the first
 * step. */
void             clinic_statement_stream    (ClinicStatement     *self);
/* TRUE: there is a row. FALSE: no more, or @error is set. */
gboolean         clinic_statement_step      (ClinicStatement     *self,
                                             GError             **error);
/* Runs a statement that changes something; how many rows it changed, or -1 with @error. */
gint64           clinic_statement_run       (ClinicStatement     *self,
                                             GError             **error);
/* The same inside a transaction for a statement of which only a failure would matter: FALSE with
 * @error then, or when not as many as @rows changed (-1: any number). PostgreSQL does not wait
 * for the answer: the failure may only be reported by what runs next on this connection, at the
 * latest by clinic_db_commit (), which then saves nothing. */
gboolean         clinic_statement_defer     (ClinicStatement     *self,
                                             gint64               rows,
                                             GError             **error);
/* Ready for new parameters and another run; old bindings are cleared. */
void             clinic_statement_reset     (ClinicStatement     *self);
/* Gives the statement back to its connection. */
void             clinic_statement_free      (ClinicStatement     *self);

guint            clinic_statement_n_columns   (ClinicStatement   *self);
const char      *clinic_statement_column_name (ClinicStatement   *self,
                                               guint              column);
/* -1 when there is none. */
int              clinic_statement_find_column (ClinicStatement   *self,
                                               const char        *name);
gboolean         clinic_statement_is_null     (ClinicStatement   *self,
                                               guint              column);
/* CLINIC_NULL for NULL. */
gint64           clinic_statement_get_int     (ClinicStatement   *self,
                                               guint              column);
/* NaN for NULL. */
double           clinic_statement_get_double  (ClinicStatement   *self,
                                               guint              column);
/* NULL for NULL; lives until the next step. */
const char      *clinic_statement_get_text    (ClinicStatement   *self,
                                               guint              column);
/* A copy of what a column of type BYTEA holds; NULL for NULL and for any other type. Caller
 * unrefs. */
GBytes          *clinic_statement_dup_bytes   (ClinicStatement   *self,
                                               guint              column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicDb, clinic_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicStatement, clinic_statement_free)

G_END_DECLS

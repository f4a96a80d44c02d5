/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* The seam between the two engines, below SQL text. Private to this room. */
typedef struct
{
  const char      *name;

  /* A bare connection; sets self->connection. Called again by clinic_db_reopen (). */
  gboolean         (* open)        (ClinicDb             *self,
                                    GError              **error);
  void             (* close)       (ClinicDb             *self);
  gboolean         (* exec)        (ClinicDb             *self,
                                    const char           *sql,
                                    GError              **error);
  gboolean         (* begin)       (ClinicDb             *self,
                                    ClinicDbTransaction   kind,
                                    GError              **error);
  gboolean         (* in_transaction) (ClinicDb          *self);
  void             (* checkpoint)  (ClinicDb             *self);
  gboolean         (* optimize)    (ClinicDb             *self,
                                    GError              **error);
  char *           (* check)       (ClinicDb             *self,
                                    GError              **error);
  void             (* interrupt)   (ClinicDb             *self);
  /* Whether what was opened is still where it was. NULL: the connection itself would know. */
  gboolean         (* check_place) (ClinicDb             *self,
                                    GError              **error);
  /* Lets schema changes through, or refuses them again. Only while a migration runs or a copy is
   * made. NULL: no such guard. */
  void             (* guard)       (ClinicDb             *self,
                                    gboolean              on);

  /* A new statement, allocated by the engine (its struct starts with ClinicStatement). */
  ClinicStatement *(* prepare)     (ClinicDb             *self,
                                    const char           *sql,
                                    GError              **error);
  void             (* finalize)    (ClinicStatement      *statement);
  void             (* bind_text)   (ClinicStatement      *statement,
                                    guint                 parameter,
                                    const char           *text);
  void             (* bind_int)    (ClinicStatement      *statement,
                                    guint                 parameter,
                                    gint64                number);
  void             (* bind_bytes)  (ClinicStatement      *statement,
                                    guint                 parameter,
                                    GBytes               *bytes);
  gboolean         (* step)        (ClinicStatement      *statement,
                                    GError              **error);
  /* Runs it without waiting for what comes of it; only in a transaction. NULL: the engine has
   * nothing to wait for. */
  gboolean         (* defer)       (ClinicStatement      *statement,
                                    gint64                rows,
                                    GError              **error);
  /* Rows changed by the last completed run. */
  gint64           (* changes)     (ClinicStatement      *statement);
  void             (* reset)       (ClinicStatement      *statement);
  guint            (* n_columns)   (ClinicStatement      *statement);
  const char *     (* column_name) (ClinicStatement      *statement,
                                    guint                 column);
  gboolean         (* is_null)     (ClinicStatement      *statement,
                                    guint                 column);
  gint64           (* get_int)     (ClinicStatement      *statement,
                                    guint                 column);
  double           (* get_double)  (ClinicStatement      *statement,
                                    guint                 column);
  const char *     (* get_text)    (ClinicStatement      *statement,
                                    guint                 column);
  /* NULL when the column holds no bytes. */
  GBytes *         (* dup_bytes)   (ClinicStatement      *statement,
                                    guint                 column);
} ClinicEngine;

struct _ClinicDb
{
  const ClinicEngine *engine;
  char               *location;
  ClinicDbMode        mode;
  char               *key_path;
  gpointer            connection;     /* sqlite3 * or the pgsql engine's own struct */
  gboolean            known;          /* which file was opened: the next two */
  guint64             device;
  guint64             inode;
  int                 lock_fd;        /* SQLite writer: holds the lock file; else -1 */
  GHashTable         *cache;          /* SQL text → idle ClinicStatement */
  GHashTable         *names;          /* query name → SQL text */
  GData              *kept;           /* what other rooms keep with the connection */
  guint64             transaction;    /* number of the last one begun */
  guint               n_out;          /* statements lent out */
  ClinicDbVerdict     verdict;
  char               *constraint;
};

struct _ClinicStatement
{
  ClinicDb           *db;
  char               *sql;
  gboolean            streams;
};

/* The whole clinic in one step into a new file, while others write. */
gboolean clinic_sqlite_copy_file (ClinicDb    *self,
                                  const char  *path,
                                  GError     **error);

/* The clinic's file: made anew; there; remembered as the one that is opened; still that one, else
 * CLINIC_ERROR_DATABASE with the constraint "file_gone". */
gboolean clinic_sqlite_file_create   (ClinicDb  *self,
                                      GError   **error);
gboolean clinic_sqlite_file_find     (ClinicDb  *self,
                                      GError   **error);
void     clinic_sqlite_file_remember (ClinicDb  *self);
gboolean clinic_sqlite_file_check    (ClinicDb  *self,
                                      GError   **error);
/* After an unclean end, which leaves a log behind, the file is looked through before anything is
 * written to it. */
gboolean clinic_sqlite_file_check_after_crash (ClinicDb  *self,
                                               gboolean   unclean,
                                               GError   **error);

extern const ClinicEngine clinic_sqlite_engine;
extern const ClinicEngine clinic_pgsql_engine;

/* Takes hold of a clinic's file: flock on PATH.lock, which names the holder. -1 with
 * CLINIC_ERROR_HELD in words. */
int  clinic_lock_take (const char  *path,
                       GError     **error);
/* CLINIC_ERROR_INVALID when @path lies on a network file system. */
gboolean clinic_lock_check_place (const char  *path,
                                  GError     **error);

/* Sets @error and what clinic_db_get_verdict () and clinic_db_get_constraint () say. @constraint
 * may be NULL. */
void clinic_db_fail (ClinicDb         *self,
                     GError          **error,
                     ClinicError       code,
                     ClinicDbVerdict   verdict,
                     const char       *constraint,
                     const char       *format,
                     ...) G_GNUC_PRINTF (6, 7);
/* The same for a statement that changed another number of rows than it had to. */
void clinic_db_fail_count (ClinicDb  *self,
                           GError   **error);

G_END_DECLS

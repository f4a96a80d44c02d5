/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* Somebody doing something: every change to the clinic's records is made by a command, and every
 * command by an act. Used by one thread at a time, several commands one after the other. */
typedef struct
{
  ClinicDb   *db;
  gint64      actor;        /* staff id */
  gint64      operation;    /* 0: clinic_act_run () makes one; set before a retry after a lost
                             * connection */
  GHashTable *reasons;      /* rule code → reason: findings accepted beforehand */
  GPtrArray  *findings;     /* out: ClinicFinding records of the last run (all severities); owned */

  char       *reason;       /* why, for the audit rows of the commands to come; may be NULL */
  gint64      undoes;       /* the operation that this one takes back; only for undo */
  gint64      done;         /* out: the operation of the last command that succeeded */
  gboolean    repeated;     /* out: the operation was there already, nothing was done again */
  char       *constraint;   /* out: what clinic_db_get_constraint () said of the last run; NULL
                             * when it did not fail so */
} ClinicAct;

/* The body of a command. May run more than once: it must leave what it was given as it was, so
 * work on copies (clinic_act_save () does). Its change has db, actor, operation, command, reason
 * and today (the clinic's date). */
typedef gboolean (* ClinicActFunc) (ClinicAct     *act,
                                    ClinicChange  *change,
                                    gpointer       data,
                                    GError       **error);

ClinicAct *clinic_act_new        (ClinicDb      *db,
                                  gint64         actor);
void       clinic_act_free       (ClinicAct     *self);
/* Says beforehand why the objection of a rule does not stop the next command. "" or NULL takes
 * that back. */
void       clinic_act_accept     (ClinicAct     *self,
                                  const char    *rule,
                                  const char    *reason);
/* Why the commands to come are given; NULL: no reason. */
void       clinic_act_set_reason (ClinicAct     *self,
                                  const char    *reason);

/* One command: BEGIN, operation id not there yet, actor's right to @command (else
 * CLINIC_ERROR_DENIED in words, and an audit row says who was refused what), func, COMMIT.
 * ROLLBACK on error. Runs again (at most 3 times) on CLINIC_DB_AGAIN; on CLINIC_DB_IN_DOUBT
 * reopens and looks whether the operation was committed. An operation that was there already is
 * a success that does nothing (self->repeated). When it could not be found out, self->operation
 * stays set: the same command given again with it is safe. */
gboolean   clinic_act_run        (ClinicAct      *self,
                                  const char     *command,
                                  ClinicActFunc   func,
                                  gpointer        data,
                                  GError        **error);
/* Whether the actor may give @command, for those that only read (report.run, export.run,
 * changes.read, audit.read, backup.run). */
gboolean   clinic_act_check      (ClinicAct      *self,
                                  const char     *command,
                                  GError        **error);
/* The same inside a command that needs a second right. */
gboolean   clinic_act_check_also (ClinicAct      *self,
                                  ClinicChange   *change,
                                  const char     *command,
                                  GError        **error);

/* Adds the findings of @found to act->findings; FALSE with CLINIC_ERROR_FINDINGS when one of
 * severity stop or warn has no reason in act->reasons; those accepted are saved with their
 * reason. @patient, @session: 0 for none. */
gboolean   clinic_act_weigh      (ClinicAct      *self,
                                  ClinicChange   *change,
                                  GPtrArray      *found,
                                  gint64          patient,
                                  gint64          session,
                                  GError        **error);

/* A command that saves one record and nothing else. @record gets its id and version when it
 * succeeds and is untouched when not. The record's id, 0 with @error. */
gint64     clinic_act_save       (ClinicAct      *self,
                                  const char     *command,
                                  ClinicRecord   *record,
                                  GError        **error);
/* For commands of their own that saved @saved, a copy of @record: gives @record what was
 * written, unless the operation was there already. The id of what was made. */
gint64     clinic_act_take_saved (ClinicAct      *self,
                                  ClinicRecord   *record,
                                  ClinicRecord   *saved);
/* Changes @record, which is as it stands in the clinic; FALSE with @error to refuse. */
typedef gboolean (* ClinicEditFunc) (ClinicAct     *act,
                                     ClinicChange  *change,
                                     ClinicRecord  *record,
                                     gpointer       data,
                                     GError       **error);

/* clinic_act_save () of what @func made of the copy, and with what it writes besides. */
gint64     clinic_act_save_with  (ClinicAct       *self,
                                  const char      *command,
                                  ClinicRecord    *record,
                                  ClinicEditFunc   func,
                                  gpointer         data,
                                  GError         **error);
/* A command that changes one record and nothing else: found by @id, given to @func, saved. */
gboolean   clinic_act_edit       (ClinicAct       *self,
                                  const char      *command,
                                  GType            type,
                                  gint64           id,
                                  ClinicEditFunc   func,
                                  gpointer         data,
                                  GError         **error);
/* After a repeated operation: the id of the first record of @table that it made; 0 when there is
 * none. */
gint64     clinic_act_find_made  (ClinicAct      *self,
                                  gint64          operation,
                                  const char     *table,
                                  GError        **error);

/* The clinic's time zone; NULL without @error while there is no clinic. Caller frees. */
char      *clinic_act_dup_zone   (ClinicDb       *db,
                                  GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicAct, clinic_act_free)

G_END_DECLS

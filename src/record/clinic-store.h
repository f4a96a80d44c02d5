/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* Who changes what: goes into each audit row. Made by the command, which also opens and ends the
 * transaction. */
typedef struct
{
  ClinicDb   *db;
  gint64      actor;         /* staff id; 0 only while a clinic is made */
  gint64      operation;     /* one id a command, unique in the table operation */
  const char *command;       /* "session.book" */
  const char *reason;        /* may be NULL */
  const char *today;         /* the clinic's date, for validation */
  gint64      patient;       /* whose record it is, where the row does not say (injection,
                              * draw…); 0: nobody's */
} ClinicChange;

/* Validates and writes: inserts when the id is 0 or @self was never stored (version 0), else
 * updates WHERE id AND version (CLINIC_ERROR_CONFLICT when another was faster). Search words and
 * one audit row with it. In the caller's transaction. The record's id and version are set. An
 * update without a difference writes nothing. */
gboolean      clinic_store_save        (ClinicChange  *change,
                                        ClinicRecord  *record,
                                        GError       **error);
/* Takes a row away, with its audit row. Only undo and import-undo do that. */
gboolean      clinic_store_remove      (ClinicChange  *change,
                                        ClinicRecord  *record,
                                        GError       **error);
/* Writes a new record without audit row; for the generated demonstration only. Validates. What
 * the database objects to may only be said by what comes next or by COMMIT
 * (clinic_statement_defer ()). */
gboolean      clinic_store_insert_made_up (ClinicDb     *db,
                                           ClinicRecord *record,
                                           const char   *today,
                                           GError      **error);
/* Writes without audit row; for session drafts only. Validates. */
gboolean      clinic_store_insert_bulk (ClinicDb      *db,
                                        ClinicRecord  *record,
                                        const char    *today,
                                        GError       **error);

/* New record, or NULL with CLINIC_ERROR_INVALID when there is none. */
ClinicRecord *clinic_store_find        (ClinicDb      *db,
                                        GType          type,
                                        gint64         id,
                                        GError       **error);
/* The records that the statement selects; it must yield the table's columns (SELECT patient.*
 * …). Bound by the caller. GPtrArray of ClinicRecord; caller unrefs. */
GPtrArray    *clinic_store_list        (ClinicStatement  *statement,
                                        GType             type,
                                        GError          **error);
/* The record in the row that @statement stands on, for queries that yield more than records. */
ClinicRecord *clinic_store_read        (ClinicStatement  *statement,
                                        GType             type,
                                        GError          **error);
/* The one record a statement selects: NULL without @error when there is none. */
ClinicRecord *clinic_store_one         (ClinicStatement  *statement,
                                        GType             type,
                                        GError          **error);
/* The records with these ids, in id order; those that are gone are left out. */
GPtrArray    *clinic_store_find_many   (ClinicDb      *db,
                                        GType          type,
                                        const gint64  *ids,
                                        guint          n_ids,
                                        GError       **error);
/* All records of a type whose @column is @id (a link), in id order; all of them when @column is
 * NULL. */
GPtrArray    *clinic_store_list_by     (ClinicDb      *db,
                                        GType          type,
                                        const char    *column,
                                        gint64         id,
                                        GError       **error);
/* The record whose text field @column is @value: NULL without @error when there is none. */
ClinicRecord *clinic_store_find_by     (ClinicDb      *db,
                                        GType          type,
                                        const char    *column,
                                        const char    *value,
                                        GError       **error);

/* Returns FALSE with @error to stop. */
typedef gboolean (* ClinicRecordFunc) (ClinicRecord  *record,
                                       gpointer       user_data,
                                       GError       **error);

/* Every record of a type in id order, one at a time: for exports of any size. Nothing else may
 * run on the connection meanwhile. */
gboolean      clinic_store_each        (ClinicDb          *db,
                                        GType              type,
                                        ClinicRecordFunc   func,
                                        gpointer           user_data,
                                        GError           **error);
/* The same for the records that a statement selects. */
gboolean      clinic_store_walk        (ClinicStatement   *statement,
                                        GType              type,
                                        ClinicRecordFunc   func,
                                        gpointer           user_data,
                                        GError           **error);

G_END_DECLS

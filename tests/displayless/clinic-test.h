/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

typedef void (* ClinicTestFunc)      (ClinicDb      *db);
typedef void (* ClinicTestDataFunc)  (ClinicDb      *db,
                                      gconstpointer  data);
typedef void (* ClinicTestPlaceFunc) (const char    *location);

/* In place of g_test_init (). Fixes the clock at 2026-11-21T09:30:00Z and moves the user's
 * folders (keys, settings) into clinic_test_dir (). */
void         clinic_test_init      (int                  *argc,
                                    char               ***argv);

/* Adds /sqlite/PATH and /pgsql/PATH. Each run of @func has a clinic of its own, migrated and
 * empty, whose writing connection is @db; it is thrown away afterwards. Without a server
 * ($ANAGEN_TEST_PGSQL) /pgsql/PATH fails. */
void         clinic_test_add       (const char           *path,
                                    ClinicTestFunc        func);
/* The same; @data must outlive the tests. */
void         clinic_test_add_data  (const char           *path,
                                    gconstpointer         data,
                                    ClinicTestDataFunc    func);
/* The same for tests that open the clinic themselves: nothing is at @location yet
 * (CLINIC_DB_CREATE). */
void         clinic_test_add_place (const char           *path,
                                    ClinicTestPlaceFunc   func);
/* What only one engine has: @engine is "sqlite" or "pgsql". */
void         clinic_test_add_on    (const char           *engine,
                                    const char           *path,
                                    ClinicTestFunc        func);
void         clinic_test_add_place_on (const char        *engine,
                                       const char        *path,
                                       ClinicTestPlaceFunc func);

/* Where @db is: for clinic_db_open () and for --clinic. SQLite: a second connection can only
 * read. */
const char  *clinic_test_location  (ClinicDb             *db);
/* A second connection to the same clinic; close it before the test ends. */
ClinicDb    *clinic_test_open      (ClinicDb             *db,
                                    ClinicDbMode          mode);
/* A private folder of this process, removed at its end. */
const char  *clinic_test_dir       (void);
/* The path of a file in it that nobody else was given; caller frees. */
char        *clinic_test_file      (const char           *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "clinic-display.h"

void
clinic_display_run_sql (ClinicDesk *desk,
                        const char *sql)
{
  sqlite3 *file = NULL;

  g_assert_cmpint (sqlite3_open (clinic_desk_get_location (desk), &file), ==, SQLITE_OK);
  sqlite3_busy_timeout (file, 5000);
  /* A table is renamed for whatever asks for it. */
  sqlite3_db_config (file, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 1, NULL);
  g_assert_cmpint (sqlite3_exec (file, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (file);
}

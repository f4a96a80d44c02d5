/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* A change by nobody in particular on the day at which the tests' clock stands. */
ClinicChange  maker_change       (ClinicDb      *db);

/* A new record of any type with all fields filled from its table, or only those required; what
 * it links to is made and stored first. Texts that must be unique are. Not yet stored. */
ClinicRecord *maker_make         (ClinicChange  *change,
                                  GType          type,
                                  gboolean       all);

/* Another valid value for a field, different from what it holds; FALSE when there is none to
 * give. */
gboolean      maker_change_field (ClinicChange       *change,
                                  ClinicRecord       *record,
                                  const ClinicField  *field);

/* Sets a text or a number by the field's name; the value is canonical text. */
void          maker_set          (ClinicRecord  *record,
                                  const char    *name,
                                  const char    *value);

/* Saves and asserts that it went. */
void          maker_save         (ClinicChange  *change,
                                  ClinicRecord  *record);

/* Number of rows that SELECT count (*) FROM @what finds. */
gint64        maker_count        (ClinicDb      *db,
                                  const char    *what);

void          maker_begin        (ClinicDb      *db);
void          maker_commit       (ClinicDb      *db);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* Options of the console made from a field table: --family-name TEXT sets family_name. */
typedef struct _ClinicCliFields ClinicCliFields;

/* @left_out: names that are not offered, NULL-terminated; may be NULL. */
ClinicCliFields    *clinic_cli_fields_new         (GType                 type,
                                                   const char * const   *left_out);
void                clinic_cli_fields_free        (ClinicCliFields      *self);
/* The entries, then @more, ended; lives with @self. @more may be NULL. */
const GOptionEntry *clinic_cli_fields_get_entries (ClinicCliFields      *self,
                                                   const GOptionEntry   *more);
/* Gives @record what was said; "" makes a field unknown. A link takes the other row's name; when
 * there is none FALSE without @error, as it has been said. */
gboolean            clinic_cli_fields_apply       (ClinicCliFields      *self,
                                                   ClinicRecord         *record,
                                                   gpointer              cli,
                                                   GError              **error);
/* Times that were said without a day ("09:05") are on this one. */
void                clinic_cli_fields_set_day     (ClinicCliFields      *self,
                                                   const char           *day);
/* What was said for a field; NULL: nothing. */
const char         *clinic_cli_fields_get         (ClinicCliFields      *self,
                                                   const char           *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCliFields, clinic_cli_fields_free)

G_END_DECLS

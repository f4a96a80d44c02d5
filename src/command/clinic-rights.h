/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "clinic-error.h"

G_BEGIN_DECLS

/* The matrix of roles and commands: data/rights.ini. Thread-safe. */

/* "receptionist", "practitioner", "manager", "owner"; NULL-terminated, static. */
const char *const *clinic_rights_roles       (void);
/* Every command there is ("session.book"), in the order of the file; NULL-terminated, static. */
const char *const *clinic_rights_commands    (void);
/* TRUE when one of @roles (words separated by spaces) may give @command. An unknown command is
 * nobody's. */
gboolean           clinic_rights_allow       (const char  *roles,
                                              const char  *command);
/* "Only a practitioner or the owner may sign a session."; caller frees. */
char              *clinic_rights_dup_refusal (const char  *command);
/* Who may go on where a rule stops: "Your role may not pass this; the owner can."; @roles
 * (NULL-terminated): those who may. Caller frees. */
char              *clinic_rights_dup_bar     (const char *const *roles);
/* What a command does, translated: "sign a session"; the command itself when unknown. */
const char        *clinic_rights_describe    (const char  *command);
/* CLINIC_ERROR_INVALID unless @roles holds one or more known roles and nothing else. */
gboolean           clinic_rights_check_roles (const char  *roles,
                                              GError     **error);

G_END_DECLS

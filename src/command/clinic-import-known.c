/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-import-known.h"
#include "clinic-text.h"

void
clinic_import_known_free (ClinicImportKnown *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_number);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_free (self);
}

/* NULL when there is no birth date: names alone are too often the same. */
static char *
make_key (const char *family_name,
          const char *given_name,
          const char *birth_date)
{
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (birth_date == NULL)
    return NULL;

  family = clinic_text_fold (family_name);
  given = clinic_text_fold (given_name);

  return g_strdup_printf ("%s\n%s\n%s", birth_date, family, given);
}

void
clinic_import_known_add (ClinicImportKnown *self,
                         gint64             id,
                         const char        *file_number,
                         const char        *family_name,
                         const char        *given_name,
                         const char        *birth_date)
{
  g_autofree char *key = self->by_name != NULL ? make_key (family_name, given_name,
                                                           birth_date) : NULL;

  g_hash_table_insert (self->by_number, g_strdup (file_number), g_memdup2 (&id, sizeof id));

  if (key != NULL && !g_hash_table_contains (self->by_name, key))
    g_hash_table_insert (self->by_name, g_steal_pointer (&key), g_strdup (file_number));
}

ClinicImportKnown *
clinic_import_known_load (ClinicDb  *db,
                          gboolean   names,
                          GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "import-known-patients", error);
  g_autoptr(ClinicImportKnown) self = g_new0 (ClinicImportKnown, 1);
  GError *failure = NULL;

  self->by_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_name = names ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) : NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_stream (statement);

  while (clinic_statement_step (statement, &failure))
    clinic_import_known_add (self,
                             clinic_statement_get_int (statement, 0),
                             clinic_statement_get_text (statement, 1),
                             clinic_statement_get_text (statement, 2),
                             clinic_statement_get_text (statement, 3),
                             clinic_statement_get_text (statement, 4));

  if (failure == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, failure);

  return NULL;
}

gint64
clinic_import_known_find (ClinicImportKnown *self,
                          const char        *file_number)
{
  const gint64 *id = file_number != NULL ? g_hash_table_lookup (self->by_number,
                                                                file_number) : NULL;

  return id != NULL ? *id : 0;
}

const char *
clinic_import_known_like (ClinicImportKnown *self,
                          ClinicPatient     *patient)
{
  g_autofree char *key = make_key (patient->family_name, patient->given_name, patient->birth_date);

  return key != NULL ? g_hash_table_lookup (self->by_name, key) : NULL;
}

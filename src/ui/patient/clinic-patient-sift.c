/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids of the patients a list shows. Indexes give the order; what they cannot give is made from two
 * lists of ids here, so that each way of sorting stays quick with a million patients. */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "clinic-patient-line.h"
#include "clinic-patient-sift.h"
#include "clinic-search.h"
#include "clinic-text.h"

/* Up to so many are sorted as people of the locale do; larger lists as the index has them. */
#define MOST_COLLATED 20000

/* Ids that one run of patient-lines takes. */
#define BATCH 32

/* As many as one looks through before typing more. */
#define MOST_FOUND 50

#define DATE 10

char *
clinic_patient_sift_write (const ClinicPatientSift *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%.*s %d %d %d %d %d %d %d", DATE, self->today, self->sort,
                          self->descending, self->archived, self->sex, self->coming, self->course,
                          self->allergies);
}

gboolean
clinic_patient_sift_open (const ClinicPatientSift *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->archived && self->sex == 0 && self->coming == CLINIC_COMING_ANY &&
         !self->course && !self->allergies;
}

static ClinicPatientSift
read_sift (const char *argument)
{
  ClinicPatientSift self = { 0 };
  gint64 numbers[7] = { 0 };
  const char *rest;

  g_strlcpy (self.today, argument, sizeof self.today);
  rest = argument + MIN (strlen (argument), DATE);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = g_ascii_strtoll (rest, (char **) &rest, 10);

  self.sort = numbers[0];
  self.descending = numbers[1] != 0;
  self.archived = numbers[2] != 0;
  self.sex = numbers[3];
  self.coming = numbers[4];
  self.course = numbers[5] != 0;
  self.allergies = numbers[6] != 0;

  return self;
}

static ClinicStatement *
prepare (ClinicDb                 *db,
         const char               *query,
         const ClinicPatientSift  *sift,
         guint                     limit,
         GError                  **error)
{
  ClinicStatement *statement = clinic_db_query (db, query, error);
  char sex[2] = { sift->sex, '\0' };

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, sift->archived);
  clinic_statement_bind_text (statement, 2, sift->sex != 0 ? sex : NULL);
  clinic_statement_bind_int (statement, 3, sift->coming);
  clinic_statement_bind_int (statement, 4, sift->course);
  clinic_statement_bind_int (statement, 5, sift->allergies);
  clinic_statement_bind_text (statement, 6, sift->today);
  clinic_statement_bind_int (statement, 7, limit > 0 ? limit : G_MAXINT32);

  return statement;
}

static gint64
id_at (GArray *ids,
       guint   position)
{
  return g_array_index (ids, gint64, position);
}

static void
reverse (GArray *ids)
{
  gint64 *data = (gint64 *) (gpointer) ids->data;

  for (guint i = 0; i < ids->len / 2; i++)
    {
      gint64 id = data[i];

      data[i] = data[ids->len - 1 - i];
      data[ids->len - 1 - i] = id;
    }
}

typedef struct
{
  gint64  id;
  char   *key;
} Named;

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->key);
}

static int
compare_named (gconstpointer one,
               gconstpointer other)
{
  return strcmp (((const Named *) one)->key, ((const Named *) other)->key);
}

/* "Çelik" stands beside "Celik" or after "Cz", as the locale has it; not behind all of Z. */
static char *
make_key (const char *family,
          const char *given)
{
  const char *locale = setlocale (LC_COLLATE, NULL);
  g_autofree char *name = g_strconcat (family, "\x1f", given != NULL ? given : "", NULL);

  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") ||
      g_str_has_prefix (locale, "C."))
    return clinic_text_fold (name);

  return g_utf8_collate_key (name, -1);
}

static void
collate (GArray *ids,
         GArray *names)
{
  g_array_sort (names, compare_named);

  for (guint i = 0; i < names->len; i++)
    g_array_index (ids, gint64, i) = g_array_index (names, Named, i).id;
}

static GArray *
read_by_name (ClinicDb                 *db,
              const ClinicPatientSift  *sift,
              guint                     limit,
              GError                  **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (Named));
  guint most = limit > 0 ? MAX (limit, MOST_COLLATED + 1) : 0;
  g_autoptr(ClinicStatement) statement = prepare (db, "patient-keys-name", sift, most, error);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  g_array_set_clear_func (names, clear_named);

  while (clinic_statement_step (statement, &failure))
    {
      gint64 id = clinic_statement_get_int (statement, 0);

      g_array_append_val (ids, id);

      if (names->len < MOST_COLLATED && names->len + 1 == ids->len)
        {
          Named named = { id, make_key (clinic_statement_get_text (statement, 1),
                                        clinic_statement_get_text (statement, 2)) };

          g_array_append_val (names, named);
        }
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  if (ids->len == names->len)
    collate (ids, names);
  else if (limit > 0 && ids->len > limit)
    g_array_set_size (ids, limit);

  return g_steal_pointer (&ids);
}

/* @last: those without what is sorted by come last, whichever way. */
static GArray *
read_by (ClinicDb                 *db,
         const char               *query,
         const ClinicPatientSift  *sift,
         guint                     limit,
         gboolean                  last,
         GError                  **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) without = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ClinicStatement) statement = prepare (db, query, sift, limit, error);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  while (clinic_statement_step (statement, &failure))
    {
      gint64 id = clinic_statement_get_int (statement, 0);

      g_array_append_val (last && clinic_statement_is_null (statement, 1) ? without : ids, id);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  if (sift->descending)
    reverse (ids);

  g_array_append_vals (ids, without->data, without->len);

  return g_steal_pointer (&ids);
}

/* Takes those of @left whom the statement names, in its order. */
static GArray *
take_named (ClinicStatement  *statement,
            GHashTable       *left,
            GError          **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;

  while (g_hash_table_size (left) > 0 && clinic_statement_step (statement, &failure))
    {
      gint64 id = clinic_statement_get_int (statement, 0);

      if (g_hash_table_remove (left, &id))
        g_array_append_val (ids, id);
    }

  if (failure == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, failure);

  return NULL;
}

/* Those with a visit in its order, then the others by name. */
static GArray *
read_by_visit (ClinicDb                 *db,
               const ClinicPatientSift  *sift,
               GError                  **error)
{
  gboolean next = sift->sort == CLINIC_SORT_NEXT_VISIT;
  g_autoptr(GArray) all = read_by_name (db, sift, 0, error);
  g_autoptr(GHashTable) left = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GArray) ids = NULL;

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (left, &g_array_index (all, gint64, i));

  statement = clinic_db_query (db, next ? "patient-keys-next" : "patient-keys-last", error);

  if (statement == NULL)
    return NULL;

  if (next)
    clinic_statement_bind_text (statement, 1, sift->today);

  ids = take_named (statement, left, error);

  if (ids == NULL)
    return NULL;

  if (sift->descending == next)
    reverse (ids);

  for (guint i = 0; i < all->len; i++)
    {
      if (g_hash_table_contains (left, &g_array_index (all, gint64, i)))
        g_array_append_val (ids, g_array_index (all, gint64, i));
    }

  return g_steal_pointer (&ids);
}

GArray *
clinic_patient_sift_keys (ClinicDb    *db,
                          const char  *argument,
                          guint        limit,
                          GError     **error)
{
  ClinicPatientSift sift;
  GArray *ids;

  g_return_val_if_fail (db != NULL, NULL);

  sift = read_sift (argument != NULL ? argument : "");

  switch (sift.sort)
    {
    case CLINIC_SORT_NUMBER:
      return read_by (db, "patient-keys-number", &sift, sift.descending ? 0 : limit, FALSE, error);

    case CLINIC_SORT_BIRTH:
      return read_by (db, "patient-keys-birth", &sift, 0, TRUE, error);

    case CLINIC_SORT_LAST_VISIT:
    case CLINIC_SORT_NEXT_VISIT:
      return read_by_visit (db, &sift, error);

    case CLINIC_SORT_NAME:
    default:
      ids = read_by_name (db, &sift, sift.descending ? 0 : limit, error);

      if (ids != NULL && sift.descending)
        reverse (ids);

      return ids;
    }
}

static gboolean
add_lines (ClinicDb      *db,
           GPtrArray     *lines,
           const char    *today,
           const gint64  *ids,
           guint          n_ids,
           GError       **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-lines", error);
  g_autoptr(GPtrArray) batch = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, today);

  for (guint i = 0; i < BATCH; i++)
    clinic_statement_bind_int (statement, i + 2, i < n_ids ? ids[i] : CLINIC_NULL);

  batch = clinic_store_list (statement, CLINIC_TYPE_PATIENT_LINE, error);

  if (batch == NULL)
    return FALSE;

  for (guint i = 0; i < batch->len; i++)
    g_ptr_array_add (lines, g_object_ref (batch->pdata[i]));

  return TRUE;
}

GPtrArray *
clinic_patient_sift_lines (ClinicDb      *db,
                           const char    *argument,
                           const gint64  *ids,
                           guint          n_ids,
                           GError       **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  ClinicPatientSift sift;

  g_return_val_if_fail (db != NULL, NULL);

  sift = read_sift (argument != NULL ? argument : "");

  for (guint i = 0; i < n_ids; i += BATCH)
    {
      if (!add_lines (db, lines, sift.today, ids + i, MIN (BATCH, n_ids - i), error))
        return NULL;
    }

  return g_steal_pointer (&lines);
}

static GPtrArray *
order_lines (GPtrArray *lines,
             GArray    *ids)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      for (guint j = 0; j < lines->len; j++)
        {
          if (clinic_record_get_id (lines->pdata[j]) == id_at (ids, i))
            g_ptr_array_add (ordered, g_object_ref (lines->pdata[j]));
        }
    }

  return ordered;
}

GPtrArray *
clinic_patient_sift_search (ClinicDb    *db,
                            const char  *argument,
                            GError     **error)
{
  const char *typed = argument != NULL ? argument + MIN (strlen (argument), DATE) : "";
  g_autoptr(GPtrArray) found = clinic_search_patients (db, typed, MOST_FOUND, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) lines = NULL;

  if (found == NULL)
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      gint64 id = clinic_record_get_id (found->pdata[i]);

      g_array_append_val (ids, id);
    }

  lines = clinic_patient_sift_lines (db, argument, (const gint64 *) (gpointer) ids->data, ids->len,
                                     error);

  return lines != NULL ? order_lines (lines, ids) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-date.h"
#include "clinic-medicine-look.h"
#include "clinic-text.h"

/* So many letters say which name somebody begins to write, and in so long a name one may be wrong. */
#define LEAST_LETTERS 2
#define LONG_NAME     7

void
clinic_medicine_match_free (ClinicMedicineMatch *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

/* "warfarine" is warfarin, "pantoprazol" is no other word. */
static gboolean
is_same_word (const char *written,
              const char *word)
{
  gsize length = clinic_text_length (word);
  gsize longer = MAX (clinic_text_length (written), length);

  if (strcmp (written, word) == 0)
    return TRUE;

  return length >= LONG_NAME && longer <= length + 1 && clinic_text_length (written) + 1 >= length &&
         clinic_text_prefix_distance (written, word, 1) <= 1;
}

/* All words of the name stand one after the other in what was written. */
static gboolean
stands_in (char **written,
           char **name)
{
  for (char **start = written; *start != NULL; start++)
    {
      guint n = 0;

      while (name[n] != NULL && start[n] != NULL && is_same_word (start[n], name[n]))
        n++;

      if (n > 0 && name[n] == NULL)
        return TRUE;
    }

  return FALSE;
}

static void
match_name (GPtrArray          *matches,
            ClinicMedicineKind *kind,
            const char         *name,
            const char         *folded,
            char              **written)
{
  g_auto(GStrv) words = clinic_text_fold_words (name);
  g_autofree char *whole_name = clinic_text_fold (name);
  ClinicMedicineMatch *match;
  gboolean whole = words[0] != NULL && stands_in (written, words);

  if (!whole && (clinic_text_length (folded) < LEAST_LETTERS || !g_str_has_prefix (whole_name, folded)))
    return;

  match = g_new0 (ClinicMedicineMatch, 1);
  match->kind = kind;
  match->name = g_strdup (name);
  match->whole = whole;
  g_ptr_array_insert (matches, whole ? 0 : -1, match);
}

static void
match_kind (GPtrArray          *matches,
            ClinicMedicineKind *kind,
            const char         *folded,
            char              **written)
{
  g_auto(GStrv) aliases = g_strsplit (kind->aliases != NULL ? kind->aliases : "", ";", -1);

  match_name (matches, kind, kind->name, folded, written);

  for (char **alias = aliases; *alias != NULL; alias++)
    {
      const char *name = g_strstrip (*alias);

      if (*name != '\0' && g_ascii_strcasecmp (name, kind->name) != 0)
        match_name (matches, kind, name, folded, written);
    }
}

GPtrArray *
clinic_medicine_kinds_match (GPtrArray  *kinds,
                             const char *written)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_medicine_match_free);
  g_autofree char *folded = clinic_text_fold (written);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; *folded != '\0' && i < kinds->len; i++)
    match_kind (matches, kinds->pdata[i], folded, words);

  return matches;
}

ClinicMedicineKind *
clinic_medicine_kinds_find (GPtrArray  *kinds,
                            const char *written)
{
  g_autoptr(GPtrArray) matches = clinic_medicine_kinds_match (kinds, written);
  ClinicMedicineKind *found = NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      ClinicMedicineMatch *match = matches->pdata[i];

      if (match->whole && found != NULL && match->kind != found)
        return NULL;

      if (match->whole)
        found = match->kind;
    }

  return found;
}

gboolean
clinic_medicine_counts_on (ClinicMedicine     *medicine,
                           ClinicMedicineKind *kind,
                           const char         *date)
{
  gint64 after = kind != NULL && kind->days_after != CLINIC_UNKNOWN ? kind->days_after : 0;

  if (medicine->since != NULL && strcmp (medicine->since, date) > 0)
    return FALSE;

  return medicine->stopped == NULL || clinic_date_days_between (medicine->stopped, date) <= after;
}

GPtrArray *
clinic_medicines_list (ClinicDb    *db,
                       gint64       patient,
                       const char  *date,
                       GError     **error)
{
  g_autoptr(GPtrArray) all = clinic_store_list_by (db, CLINIC_TYPE_MEDICINE, "patient_id", patient, error);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    {
      ClinicMedicine *medicine = all->pdata[i - 1];
      g_autoptr(ClinicRecord) kind = NULL;

      if (medicine->medicine_kind_id != CLINIC_UNKNOWN &&
          !(kind = clinic_store_find (db, CLINIC_TYPE_MEDICINE_KIND, medicine->medicine_kind_id, error)))
        return NULL;

      if (!clinic_medicine_counts_on (medicine, (ClinicMedicineKind *) kind, date))
        g_ptr_array_remove_index (all, i - 1);
    }

  return g_steal_pointer (&all);
}

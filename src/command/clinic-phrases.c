/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-phrases.h"

typedef struct
{
  ClinicRecord *record;
  ClinicRecord *saved;
  gint64        id;
  int           by;
} Save;

GPtrArray *
clinic_phrases_list (ClinicDb  *db,
                     GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "snippets", error);

  return statement != NULL ? clinic_store_list (statement, CLINIC_TYPE_SNIPPET, error) : NULL;
}

/* So that it is known where it ends. */
static gboolean
check_key (ClinicSnippet  *snippet,
           GError        **error)
{
  if (snippet->short_key == NULL || strpbrk (snippet->short_key, " \t\n") == NULL)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Short key: This is one word, without spaces."));

  return FALSE;
}

/* A key is one phrase's; a new one takes up what was put away under its key. */
static gboolean
find_place (ClinicDb      *db,
            ClinicRecord  *snippet,
            GError       **error)
{
  g_autoptr(GPtrArray) all = clinic_store_list_by (db, CLINIC_TYPE_SNIPPET, NULL, 0, error);
  gboolean new = clinic_record_get_id (snippet) == 0;
  gint64 last = 0;

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      ClinicSnippet *other = all->pdata[i];

      if (other->archived_on == NULL && other->place != CLINIC_UNKNOWN)
        last = MAX (last, other->place);

      if (clinic_record_get_id (CLINIC_RECORD (other)) == clinic_record_get_id (snippet) ||
          g_strcmp0 (other->short_key, CLINIC_SNIPPET (snippet)->short_key) != 0)
        continue;

      if (!new || other->archived_on == NULL)
        {
          g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                               _("Short key: Another phrase has it already."));
          return FALSE;
        }

      clinic_record_set_id (snippet, clinic_record_get_id (CLINIC_RECORD (other)));
      clinic_record_set_version (snippet, clinic_record_get_version (CLINIC_RECORD (other)));
    }

  if (new)
    g_object_set (snippet, "place", last + 1, NULL);

  return TRUE;
}

static gboolean
save_phrase (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  Save *save = data;

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (save->record);

  return check_key (CLINIC_SNIPPET (save->saved), error) &&
         find_place (act->db, save->saved, error) &&
         clinic_store_save (change, save->saved, error);
}

gint64
clinic_phrases_save (ClinicAct      *act,
                     ClinicSnippet  *snippet,
                     GError        **error)
{
  Save save = { .record = CLINIC_RECORD (snippet) };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_SNIPPET (snippet), 0);

  done = clinic_act_run (act, "snippet.save", save_phrase, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (snippet), saved) : 0;
}

static gboolean
remove_phrase (ClinicAct     *act,
               ClinicChange  *change,
               gpointer       data,
               GError       **error)
{
  Save *save = data;
  g_autoptr(ClinicRecord) snippet = clinic_store_find (act->db, CLINIC_TYPE_SNIPPET, save->id, error);

  if (snippet == NULL)
    return FALSE;

  g_object_set (snippet, "archived-on", change->today, "place", CLINIC_UNKNOWN, NULL);

  return clinic_store_save (change, snippet, error);
}

gboolean
clinic_phrases_remove (ClinicAct  *act,
                       gint64      snippet,
                       GError    **error)
{
  Save save = { .id = snippet };

  return clinic_act_run (act, "snippet.save", remove_phrase, &save, error);
}

static gboolean
move_phrase (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  Save *save = data;
  g_autoptr(GPtrArray) all = clinic_phrases_list (act->db, error);
  guint from = 0;
  gpointer moved;

  if (all == NULL)
    return FALSE;

  while (from < all->len && clinic_record_get_id (all->pdata[from]) != save->id)
    from++;

  if (from == all->len)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("This phrase was put away."));
      return FALSE;
    }

  moved = g_ptr_array_steal_index (all, from);
  g_ptr_array_insert (all, CLAMP ((int) from + save->by, 0, (int) all->len), moved);

  for (guint i = 0; i < all->len; i++)
    {
      g_object_set (all->pdata[i], "place", (gint64) i + 1, NULL);

      if (!clinic_store_save (change, all->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_phrases_move (ClinicAct  *act,
                     gint64      snippet,
                     int         by,
                     GError    **error)
{
  Save save = { .id = snippet, .by = by };

  return clinic_act_run (act, "snippet.save", move_phrase, &save, error);
}

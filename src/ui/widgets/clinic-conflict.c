/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-conflict-window.h"
#include "clinic-conflict.h"
#include "clinic-locale.h"

/* A record that was changed at two places. */
typedef struct
{
  ClinicRecord *mine;
  ClinicRecord *merged;         /* theirs, with what was chosen of mine */
  GArray       *fields;         /* const ClinicField * in dispute */
} Dispute;

static void
dispute_free (Dispute *self)
{
  g_clear_object (&self->mine);
  g_clear_object (&self->merged);
  g_array_unref (self->fields);
  g_free (self);
}

static void
copy_field (ClinicRecord      *to,
            ClinicRecord      *from,
            const ClinicField *field)
{
  g_autofree char *value = clinic_record_dup_value (from, field);

  clinic_record_take_value (to, field, value, NULL);
}

/* What a person reads; links by their number only: their names are not here. */
char *
clinic_conflict_dup_words (ClinicRecord      *record,
                           const ClinicField *field)
{
  const char *text = field->storage == CLINIC_TEXT ? clinic_record_get_text (record, field) : NULL;
  char *value;

  g_return_val_if_fail (CLINIC_IS_RECORD (record) && field != NULL, NULL);

  if (field->format == CLINIC_DATE)
    return clinic_locale_date (text);

  if (field->format == CLINIC_WALL)
    return clinic_locale_wall (text);

  if (field->format == CLINIC_CHOICE)
    return g_strdup (text != NULL ? clinic_choice_label (field->choices, text) : "—");

  if (field->storage == CLINIC_FLAG)
    return g_strdup (clinic_record_get_number (record, field) != 0 ? _("Yes") : _("No"));

  value = clinic_record_dup_value (record, field);

  return value != NULL ? value : g_strdup ("—");
}

/* What only one of the two changed needs no question. */
static void
compare (Dispute              *self,
         ClinicConflictWindow *window,
         ClinicRecord         *base,
         ClinicRecord         *theirs)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (theirs);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];
      gboolean changed_here = !clinic_record_field_equal (base, self->mine, field);
      gboolean changed_there = !clinic_record_field_equal (base, theirs, field);
      g_autofree char *mine = NULL;
      g_autofree char *other = NULL;

      if (!changed_here || clinic_record_field_equal (self->mine, theirs, field))
        continue;

      if (!changed_there)
        {
          copy_field (self->merged, self->mine, field);
          continue;
        }

      mine = clinic_conflict_dup_words (self->mine, field);
      other = clinic_conflict_dup_words (theirs, field);
      clinic_conflict_window_add (window, _(field->label), mine, other);
      g_array_append_val (self->fields, field);
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Dispute *dispute = g_task_get_task_data (task);
  g_autoptr(GArray) chosen = clinic_conflict_window_finish (GTK_WIDGET (source), result);

  if (chosen == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  for (guint i = 0; i < chosen->len; i++)
    {
      if (g_array_index (chosen, gboolean, i))
        copy_field (dispute->merged, dispute->mine, g_array_index (dispute->fields, const ClinicField *, i));
    }

  g_task_return_pointer (task, g_object_ref (dispute->merged), g_object_unref);
}

void
clinic_conflict_ask_async (GtkWidget           *parent,
                           ClinicRecord        *base,
                           ClinicRecord        *mine,
                           ClinicRecord        *theirs,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  ClinicConflictWindow *window;
  Dispute *dispute;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_RECORD (base) && CLINIC_IS_RECORD (mine) && CLINIC_IS_RECORD (theirs));

  task = g_task_new (parent, NULL, callback, user_data);
  window = clinic_conflict_window_new (parent);
  dispute = g_new0 (Dispute, 1);
  dispute->mine = g_object_ref (mine);
  dispute->merged = clinic_record_copy (theirs);
  dispute->fields = g_array_new (FALSE, FALSE, sizeof (const ClinicField *));
  g_task_set_task_data (task, dispute, (GDestroyNotify) dispute_free);
  compare (dispute, window, base, theirs);

  if (dispute->fields->len > 0)
    {
      clinic_conflict_window_ask_async (window, parent, chosen_cb, g_steal_pointer (&task));
      return;
    }

  /* Both changed something else: nothing to ask. */
  g_task_return_pointer (task, g_object_ref (dispute->merged), g_object_unref);
  gtk_window_destroy (GTK_WINDOW (window));
}

ClinicRecord *
clinic_conflict_finish (GtkWidget    *parent,
                        GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

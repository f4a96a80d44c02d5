/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An ingredient with what it has to do with allergies and conditions. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-contraindication.h"
#include "clinic-formulary.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-text.h"

typedef struct
{
  ClinicIngredient *ingredient;
  ClinicRecord     *saved;
  GPtrArray        *groups;
  GPtrArray        *contraindications;
} Work;

/* What a row is about: the group, or the condition. */
static gint64
get_subject (gpointer record)
{
  return CLINIC_IS_CONTRAINDICATION (record) ? CLINIC_CONTRAINDICATION (record)->condition_kind_id
                                             : CLINIC_INGREDIENT_ALLERGEN (record)->allergen_group_id;
}

static ClinicRecord *
find_subject (GPtrArray *records,
              gint64     subject)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (get_subject (records->pdata[i]) == subject)
        return records->pdata[i];
    }

  return NULL;
}

static gboolean
save_link (ClinicChange  *change,
           ClinicRecord  *standing,
           ClinicRecord  *given,
           gint64         ingredient,
           GError       **error)
{
  g_autoptr(ClinicRecord) row = clinic_record_copy (given);

  g_object_set (row, "ingredient-id", ingredient, NULL);
  clinic_record_set_id (row, standing != NULL ? clinic_record_get_id (standing) : 0);
  clinic_record_set_version (row, standing != NULL ? clinic_record_get_version (standing) : 0);

  return clinic_store_save (change, row, error);
}

/* Those that are not given any more go. */
static gboolean
save_links (ClinicChange  *change,
            GType          type,
            gint64         ingredient,
            GPtrArray     *given,
            GError       **error)
{
  g_autoptr(GPtrArray) standing = clinic_store_list_by (change->db, type, "ingredient_id", ingredient, error);

  if (standing == NULL)
    return FALSE;

  for (guint i = 0; i < standing->len; i++)
    {
      if (find_subject (given, get_subject (standing->pdata[i])) == NULL &&
          !clinic_store_remove (change, standing->pdata[i], error))
        return FALSE;
    }

  for (guint i = 0; i < given->len; i++)
    {
      if (!save_link (change, find_subject (standing, get_subject (given->pdata[i])), given->pdata[i], ingredient,
                      error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_ingredient (ClinicAct     *act,
                 ClinicChange  *change,
                 gpointer       data,
                 GError       **error)
{
  Work *work = data;
  gint64 id;

  if (work->ingredient->withdrawn && clinic_text_is_empty (work->ingredient->withdrawn_reason))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("Why withdrawn: Say who withdrew it and why."));
      return FALSE;
    }

  g_clear_object (&work->saved);
  work->saved = clinic_record_copy (CLINIC_RECORD (work->ingredient));

  if (!clinic_store_save (change, work->saved, error))
    return FALSE;

  id = clinic_record_get_id (work->saved);

  return save_links (change, CLINIC_TYPE_INGREDIENT_ALLERGEN, id, work->groups, error) &&
         save_links (change, CLINIC_TYPE_CONTRAINDICATION, id, work->contraindications, error);
}

gint64
clinic_ingredient_save (ClinicAct         *act,
                        ClinicIngredient  *ingredient,
                        GPtrArray         *groups,
                        GPtrArray         *contraindications,
                        GError           **error)
{
  Work work = { .ingredient = ingredient, .groups = groups, .contraindications = contraindications };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_INGREDIENT (ingredient), 0);
  g_return_val_if_fail (groups != NULL && contraindications != NULL, 0);

  done = clinic_act_run (act, "formulary.save", save_ingredient, &work, error);
  saved = work.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (ingredient), saved) : 0;
}

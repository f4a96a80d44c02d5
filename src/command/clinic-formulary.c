/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cocktails and their lots. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktail-version.h"
#include "clinic-formulary.h"
#include "clinic-text.h"

gint64
clinic_formulary_save (ClinicAct     *act,
                       ClinicRecord  *record,
                       GError       **error)
{
  g_return_val_if_fail (CLINIC_IS_RECORD (record), 0);

  return clinic_act_save (act, "formulary.save", record, error);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
check_components (GPtrArray  *components,
                  GError    **error)
{
  if (components->len == 0)
    return refuse (error, _("Components: A cocktail needs at least one ingredient."));

  for (guint i = 0; i < components->len; i++)
    {
      ClinicComponent *component = components->pdata[i];

      if ((component->strength == CLINIC_UNKNOWN) != (component->strength_unit == NULL))
        return refuse (error, _("Strength: A strength and its unit go together."));

      for (guint j = 0; j < i; j++)
        {
          if (component->ingredient_id == ((ClinicComponent *) components->pdata[j])->ingredient_id)
            return refuse (error,
                           _("Components: An ingredient stands there twice. Add up its volumes."));
        }
    }

  return TRUE;
}

/* Nobody mixes anew what was withdrawn. */
static gboolean
check_withdrawn (ClinicDb   *db,
                 GPtrArray  *components,
                 GError    **error)
{
  for (guint i = 0; i < components->len; i++)
    {
      ClinicComponent *component = components->pdata[i];
      g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_INGREDIENT, component->ingredient_id, error);
      ClinicIngredient *ingredient = (ClinicIngredient *) record;

      if (record == NULL)
        return FALSE;

      if (ingredient->withdrawn)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("Components: %s is withdrawn: %s"),
                       ingredient->name, ingredient->withdrawn_reason != NULL ? ingredient->withdrawn_reason : "–");
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
find_next_version (ClinicDb  *db,
                   gint64     cocktail,
                   gint64    *number,
                   GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "formulary-last-version", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, cocktail);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  *number = clinic_statement_is_null (statement, 0) ? 1 : clinic_statement_get_int (statement,
                                                                                    0) + 1;

  return TRUE;
}

static gboolean
save_components (ClinicChange  *change,
                 gint64         version,
                 GPtrArray     *components,
                 GError       **error)
{
  for (guint i = 0; i < components->len; i++)
    {
      g_autoptr(ClinicComponent) component = clinic_component_new ();
      ClinicComponent *given = components->pdata[i];

      g_object_set (component,
                    "cocktail-version-id", version,
                    "ingredient-id", given->ingredient_id,
                    "strength", given->strength,
                    "strength-unit", given->strength_unit,
                    "volume", given->volume,
                    NULL);

      if (!clinic_store_save (change, CLINIC_RECORD (component), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_version (ClinicChange  *change,
              gint64         cocktail,
              GPtrArray     *components,
              const char    *note,
              gint64        *id,
              GError       **error)
{
  g_autoptr(ClinicCocktailVersion) version = clinic_cocktail_version_new ();
  gint64 number;

  if (!check_components (components, error) ||
      !check_withdrawn (change->db, components, error) ||
      !find_next_version (change->db, cocktail, &number, error))
    return FALSE;

  g_object_set (version, "cocktail-id", cocktail, "number", number, "made-on", change->today,
                "note", note, NULL);

  if (!clinic_store_save (change, CLINIC_RECORD (version), error))
    return FALSE;

  *id = clinic_record_get_id (CLINIC_RECORD (version));

  return save_components (change, *id, components, error);
}

typedef struct
{
  ClinicCocktail *cocktail;
  ClinicRecord   *saved;
  gint64          id;
  GPtrArray      *components;
  const char     *note;
  gint64          version;
} Composition;

static gboolean
create_cocktail (ClinicAct     *act,
                 ClinicChange  *change,
                 gpointer       data,
                 GError       **error)
{
  Composition *composition = data;

  g_clear_object (&composition->saved);
  composition->saved = clinic_record_copy (CLINIC_RECORD (composition->cocktail));

  return clinic_store_save (change, composition->saved, error) &&
         save_version (change, clinic_record_get_id (composition->saved), composition->components,
                       composition->note,
                       &composition->version, error);
}

gint64
clinic_cocktail_create (ClinicAct       *act,
                        ClinicCocktail  *cocktail,
                        GPtrArray       *components,
                        const char      *note,
                        GError         **error)
{
  Composition composition = { .cocktail = cocktail, .components = components, .note = note };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_COCKTAIL (cocktail) && components != NULL, 0);

  done = clinic_act_run (act, "formulary.save", create_cocktail, &composition, error);
  saved = composition.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (cocktail), saved) : 0;
}

static gboolean
revise_cocktail (ClinicAct     *act,
                 ClinicChange  *change,
                 gpointer       data,
                 GError       **error)
{
  Composition *composition = data;
  g_autoptr(ClinicRecord) cocktail = clinic_store_find (act->db, CLINIC_TYPE_COCKTAIL,
                                                        composition->id, error);

  return cocktail != NULL &&
         save_version (change, composition->id, composition->components, composition->note,
                       &composition->version, error);
}

gint64
clinic_cocktail_revise (ClinicAct   *act,
                        gint64       cocktail,
                        GPtrArray   *components,
                        const char  *note,
                        GError     **error)
{
  Composition composition = { .id = cocktail, .components = components, .note = note };

  g_return_val_if_fail (act != NULL && components != NULL, 0);

  if (!clinic_act_run (act, "formulary.save", revise_cocktail, &composition, error))
    return 0;

  return act->repeated ? clinic_act_find_made (act, act->done, "cocktail_version",
                                               error) : composition.version;
}

typedef struct
{
  ClinicLot    *lot;
  ClinicRecord *saved;
  const char   *date;
  gboolean      quarantined;
  const char   *reason;
} LotWork;

static gboolean
receive_lot (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  LotWork *work = data;

  g_clear_object (&work->saved);
  work->saved = clinic_record_copy (CLINIC_RECORD (work->lot));

  if (work->lot->received_on == NULL)
    g_object_set (work->saved, "received-on", change->today, NULL);

  return clinic_store_save (change, work->saved, error);
}

gint64
clinic_lot_receive (ClinicAct  *act,
                    ClinicLot  *lot,
                    GError    **error)
{
  LotWork work = { .lot = lot };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_LOT (lot), 0);
  g_return_val_if_fail (clinic_record_get_version (CLINIC_RECORD (lot)) == 0, 0);

  done = clinic_act_run (act, "lot.save", receive_lot, &work, error);
  saved = work.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (lot), saved) : 0;
}

static gboolean
open_lot (ClinicAct     *act,
          ClinicChange  *change,
          ClinicRecord  *record,
          gpointer       data,
          GError       **error)
{
  LotWork *work = data;
  ClinicLot *lot = CLINIC_LOT (record);

  if (lot->opened_on != NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Opened on: Lot %s was opened on %s already. Correct the lot if that is "
                     "wrong."),
                   lot->number, lot->opened_on);
      return FALSE;
    }

  g_object_set (record, "opened-on", work->date != NULL ? work->date : change->today, NULL);

  return TRUE;
}

gboolean
clinic_lot_open (ClinicAct   *act,
                 gint64       lot,
                 const char  *date,
                 GError     **error)
{
  LotWork work = { .date = date };

  return clinic_act_edit (act, "lot.save", CLINIC_TYPE_LOT, lot, open_lot, &work, error);
}

static gboolean
quarantine_lot (ClinicAct     *act,
                ClinicChange  *change,
                ClinicRecord  *record,
                gpointer       data,
                GError       **error)
{
  LotWork *work = data;

  if (clinic_text_is_empty (work->reason))
    return refuse (error, work->quarantined ? _("Reason: Say why the lot goes into quarantine.")
                                            : _("Reason: Say why the lot may be used again."));

  change->reason = work->reason;
  g_object_set (record,
                "quarantined", work->quarantined,
                "quarantine-reason", work->quarantined ? work->reason : NULL,
                NULL);

  return TRUE;
}

gboolean
clinic_lot_quarantine (ClinicAct   *act,
                       gint64       lot,
                       gboolean     quarantined,
                       const char  *reason,
                       GError     **error)
{
  LotWork work = { .quarantined = quarantined, .reason = reason };

  return clinic_act_edit (act, "lot.save", CLINIC_TYPE_LOT, lot, quarantine_lot, &work, error);
}

static gboolean
correct_lot (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  LotWork *work = data;
  g_autoptr(ClinicRecord) standing = NULL;

  if (clinic_text_is_empty (work->reason))
    return refuse (error, _("Reason: Say what was wrong with the lot as it was written down."));

  standing = clinic_store_find (act->db, CLINIC_TYPE_LOT, clinic_record_get_id (CLINIC_RECORD (work->lot)), error);

  if (standing == NULL)
    return FALSE;

  if (CLINIC_LOT (standing)->prepared_at != NULL && CLINIC_LOT (standing)->quantity != work->lot->quantity)
    return refuse (error, _("Quantity (ml): A batch holds what was poured together. Discard what is not there."));

  change->reason = work->reason;
  g_clear_object (&work->saved);
  work->saved = clinic_record_copy (CLINIC_RECORD (work->lot));

  return clinic_store_save (change, work->saved, error);
}

gboolean
clinic_lot_correct (ClinicAct   *act,
                    ClinicLot   *lot,
                    const char  *reason,
                    GError     **error)
{
  LotWork work = { .lot = lot, .reason = reason };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_LOT (lot), FALSE);
  g_return_val_if_fail (clinic_record_get_version (CLINIC_RECORD (lot)) != 0, FALSE);

  done = clinic_act_run (act, "lot.save", correct_lot, &work, error);
  saved = work.saved;

  return done && clinic_act_take_saved (act, CLINIC_RECORD (lot), saved) != 0;
}

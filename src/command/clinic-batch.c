/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-batch.h"
#include "clinic-chart.h"
#include "clinic-clock.h"
#include "clinic-cocktail-version.h"
#include "clinic-cocktail.h"
#include "clinic-component.h"
#include "clinic-date.h"
#include "clinic-discard.h"
#include "clinic-locale.h"
#include "clinic-lot.h"
#include "clinic-setting.h"
#include "clinic-text.h"
#include "clinic-treatment.h"

#define USUAL_HOURS 4
#define MOST_HOURS  240

/* A hand with a syringe is not more exact: percent of a component's share. */
#define TOLERANCE 5

typedef struct
{
  gint64      version;
  GPtrArray  *pours;
  guint       hours;
  const char *note;
  gint64      lot;
  gint64      volume;
  const char *reason;
  gint64      made;
} Work;

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

gboolean
clinic_lot_read_balance (ClinicDb       *db,
                         gint64          lot,
                         ClinicBalance  *balance,
                         GError        **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "lot-balance", error);

  g_return_val_if_fail (balance != NULL, FALSE);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, lot);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  balance->in = clinic_statement_is_null (statement, 0) ? CLINIC_UNKNOWN : clinic_statement_get_int (statement, 0);
  balance->injected = clinic_statement_get_int (statement, 2);
  balance->poured = clinic_statement_get_int (statement, 3);
  balance->discarded = clinic_statement_get_int (statement, 4);
  balance->left = balance->in == CLINIC_UNKNOWN ? CLINIC_UNKNOWN
                  : balance->in - balance->injected - balance->poured - balance->discarded;

  return TRUE;
}

static gboolean
check_left (ClinicLot  *lot,
            gint64      left,
            gint64      volume,
            GError    **error)
{
  g_autofree char *there = NULL;
  g_autofree char *wanted = NULL;

  if (left == CLINIC_UNKNOWN || volume <= left)
    return TRUE;

  there = clinic_locale_decimal (MAX (0, left));
  wanted = clinic_locale_decimal (volume);
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Volume (ml): Lot %s of %s has %s ml left; %s ml cannot be taken from it."),
               lot->number, lot->product, there, wanted);

  return FALSE;
}

guint
clinic_batch_get_hours (ClinicDb  *db,
                        GError   **error)
{
  g_autoptr(ClinicRecord) setting = NULL;
  GError *failure = NULL;
  guint64 hours = 0;

  setting = clinic_store_find_by (db, CLINIC_TYPE_SETTING, "key", "batch.hours", &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return 0;
    }

  if (setting != NULL && CLINIC_SETTING (setting)->value != NULL)
    hours = g_ascii_strtoull (CLINIC_SETTING (setting)->value, NULL, 10);

  return hours >= 1 && hours <= MOST_HOURS ? hours : USUAL_HOURS;
}

static gint64
sum_pours (GPtrArray *pours)
{
  gint64 sum = 0;

  for (guint i = 0; i < pours->len; i++)
    sum += CLINIC_POUR (pours->pdata[i])->volume;

  return sum;
}

static gboolean
is_past (ClinicLot  *lot,
         const char *now)
{
  g_autofree char *until = clinic_lot_dup_usable_until (lot);

  return until != NULL && strncmp (until, now, strlen (until)) < 0;
}

static gboolean
check_usable (ClinicLot   *lot,
              const char  *now,
              GError     **error)
{
  g_autofree char *message = NULL;

  if (lot->quarantined)
    message = g_strdup_printf (_("Lot %s of %s is in quarantine."), lot->number, lot->product);
  else if (is_past (lot, now))
    message = g_strdup_printf (_("Lot %s of %s cannot be used any more."), lot->number, lot->product);
  else if (lot->ingredient_id == CLINIC_UNKNOWN)
    message = g_strdup_printf (_("Lot %s of %s is mixed already."), lot->number, lot->product);

  return message == NULL || refuse (error, message);
}

/* A lot as it stands, that so much may be poured from. NULL with @error. */
static ClinicLot *
find_source (ClinicDb    *db,
             ClinicPour  *pour,
             const char  *now,
             GError     **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_LOT, pour->lot_id, error);
  ClinicBalance balance;
  gint64 undivided;

  if (record == NULL ||
      !check_usable (CLINIC_LOT (record), now, error) ||
      !clinic_lot_read_balance (db, pour->lot_id, &balance, error) ||
      !check_left (CLINIC_LOT (record), balance.left, pour->volume, error) ||
      (undivided = clinic_lot_get_undivided (db, CLINIC_LOT (record), 0, 0, error)) < 0 ||
      !check_left (CLINIC_LOT (record), undivided, pour->volume, error))
    return NULL;

  return CLINIC_LOT (g_steal_pointer (&record));
}

/* What is poured of an ingredient. */
static gint64
sum_ingredient (GPtrArray *lots,
                GPtrArray *pours,
                gint64     ingredient)
{
  gint64 sum = 0;

  for (guint i = 0; i < lots->len; i++)
    {
      if (CLINIC_LOT (lots->pdata[i])->ingredient_id == ingredient)
        sum += CLINIC_POUR (pours->pdata[i])->volume;
    }

  return sum;
}

static gboolean
check_share (ClinicDb         *db,
             ClinicComponent  *component,
             gint64            total,
             gint64            poured,
             gint64            volume,
             GError          **error)
{
  double share = (double) component->volume / total;
  double wanted = share * volume;
  g_autoptr(ClinicRecord) ingredient = NULL;
  g_autofree char *is = NULL;
  g_autofree char *should = NULL;

  if (ABS (poured - wanted) <= MAX (10, wanted * TOLERANCE / 100))
    return TRUE;

  ingredient = clinic_store_find (db, CLINIC_TYPE_INGREDIENT, component->ingredient_id, error);

  if (ingredient == NULL)
    return FALSE;

  is = clinic_locale_decimal (poured);
  should = clinic_locale_decimal ((gint64) (wanted + 0.5));
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               /* Translators: an ingredient, ml that are poured, ml that its share is. */
               _("Volume (ml): %s: %s ml are poured; the composition asks for %s ml."),
               CLINIC_INGREDIENT (ingredient)->name, is, should);

  return FALSE;
}

static gboolean
check_composition (ClinicDb   *db,
                   GPtrArray  *components,
                   GPtrArray  *lots,
                   GPtrArray  *pours,
                   GError    **error)
{
  gint64 volume = sum_pours (pours);
  gint64 accounted = 0;
  gint64 total = 0;

  for (guint i = 0; i < components->len; i++)
    total += CLINIC_COMPONENT (components->pdata[i])->volume;

  for (guint i = 0; i < components->len; i++)
    {
      ClinicComponent *component = components->pdata[i];
      gint64 poured = sum_ingredient (lots, pours, component->ingredient_id);

      if (!check_share (db, component, total, poured, volume, error))
        return FALSE;

      accounted += poured;
    }

  return accounted == volume || refuse (error, _("Lot: One of the lots is not of this cocktail."));
}

/* The lots of the pours, in their order; NULL with @error. */
static GPtrArray *
find_sources (ClinicDb    *db,
              Work        *work,
              const char  *now,
              GError     **error)
{
  g_autoptr(GPtrArray) lots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) components = clinic_store_list_by (db, CLINIC_TYPE_COMPONENT, "cocktail_version_id",
                                                          work->version, error);

  if (components == NULL)
    return NULL;

  for (guint i = 0; i < work->pours->len; i++)
    {
      ClinicLot *lot = find_source (db, work->pours->pdata[i], now, error);

      if (lot == NULL)
        return NULL;

      g_ptr_array_add (lots, lot);
    }

  return check_composition (db, components, lots, work->pours, error) ? g_steal_pointer (&lots) : NULL;
}

static char *
dup_number (ClinicDb    *db,
            const char  *today,
            GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "lot-batches-of-day", error);
  g_autofree char *tomorrow = clinic_date_add_days (today, 1);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, today);
  clinic_statement_bind_text (statement, 2, tomorrow);

  if (!clinic_statement_step (statement, error))
    return NULL;

  return g_strdup_printf ("B%.2s%.2s%.2s-%d", today + 2, today + 5, today + 8,
                          (int) clinic_statement_get_int (statement, 0) + 1);
}

/* Nothing keeps longer than what it was mixed from. */
static void
set_limits (ClinicRecord *batch,
            GPtrArray    *lots,
            const char   *now,
            guint         hours)
{
  g_autofree char *until = clinic_wall_add_minutes (now, hours * 60);
  g_autofree char *first = NULL;

  for (guint i = 0; i < lots->len; i++)
    {
      g_autofree char *day = clinic_lot_dup_usable_until (lots->pdata[i]);

      if (day != NULL && (first == NULL || strcmp (day, first) < 0))
        {
          g_free (first);
          first = g_steal_pointer (&day);
        }
    }

  if (first != NULL && strncmp (first, until, strlen (first)) < 0)
    {
      g_free (until);
      until = g_strconcat (first, "T23:59", NULL);
    }

  g_object_set (batch, "expires-on", first, "usable-until", until, NULL);
}

static ClinicRecord *
make_batch (ClinicAct     *act,
            ClinicChange  *change,
            Work          *work,
            const char    *now,
            GError       **error)
{
  g_autoptr(ClinicRecord) version = clinic_store_find (act->db, CLINIC_TYPE_COCKTAIL_VERSION, work->version, error);
  g_autoptr(ClinicRecord) cocktail = NULL;
  g_autoptr(ClinicRecord) batch = CLINIC_RECORD (clinic_lot_new ());
  g_autofree char *number = NULL;
  g_autofree char *product = NULL;

  if (version == NULL ||
      !(cocktail = clinic_store_find (act->db, CLINIC_TYPE_COCKTAIL, CLINIC_COCKTAIL_VERSION (version)->cocktail_id,
                                      error)) ||
      !(number = dup_number (act->db, change->today, error)))
    return NULL;

  /* Translators: a cocktail and the number of its version: “Basic v3”. */
  product = g_strdup_printf (_("%s v%d"), CLINIC_COCKTAIL (cocktail)->name,
                             (int) CLINIC_COCKTAIL_VERSION (version)->number);
  g_object_set (batch,
                "product", product, "number", number,
                "cocktail-id", clinic_record_get_id (cocktail), "cocktail-version-id", work->version,
                "quantity", sum_pours (work->pours), "received-on", change->today,
                "prepared-at", now, "prepared-by", act->actor, "note", work->note,
                NULL);

  return g_steal_pointer (&batch);
}

static gboolean
save_pours (ClinicChange  *change,
            gint64         batch,
            GPtrArray     *pours,
            GError       **error)
{
  for (guint i = 0; i < pours->len; i++)
    {
      g_autoptr(ClinicRecord) pour = CLINIC_RECORD (clinic_pour_new ());
      ClinicPour *given = pours->pdata[i];

      g_object_set (pour, "lot-id", given->lot_id, "batch-id", batch, "volume", given->volume, NULL);

      if (!clinic_store_save (change, pour, error))
        return FALSE;
    }

  return TRUE;
}

/* One pour a lot, so that each can be looked at by itself. */
static gboolean
check_pours (GPtrArray  *pours,
             GError    **error)
{
  if (pours->len == 0)
    return refuse (error, _("Lot: A batch is poured together from lots."));

  for (guint i = 0; i < pours->len; i++)
    {
      ClinicPour *pour = pours->pdata[i];

      if (pour->volume == CLINIC_UNKNOWN || pour->volume <= 0)
        return refuse (error, _("Volume (ml): Each lot needs a volume."));

      for (guint j = 0; j < i; j++)
        {
          if (pour->lot_id == CLINIC_POUR (pours->pdata[j])->lot_id)
            return refuse (error, _("Lot: A lot stands there twice. Add up its volumes."));
        }
    }

  return TRUE;
}

static char *
dup_now (ClinicDb  *db,
         GError   **error)
{
  GError *failure = NULL;
  g_autofree char *zone = clinic_act_dup_zone (db, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return clinic_clock_wall (zone);
}

static gboolean
prepare_batch (ClinicAct     *act,
               ClinicChange  *change,
               gpointer       data,
               GError       **error)
{
  Work *work = data;
  g_autofree char *now = dup_now (act->db, error);
  g_autoptr(GPtrArray) lots = NULL;
  g_autoptr(ClinicRecord) batch = NULL;

  if (now == NULL || !check_pours (work->pours, error) ||
      !(lots = find_sources (act->db, work, now, error)) ||
      !(batch = make_batch (act, change, work, now, error)))
    return FALSE;

  set_limits (batch, lots, now, work->hours);

  if (!clinic_store_save (change, batch, error))
    return FALSE;

  work->made = clinic_record_get_id (batch);

  return save_pours (change, work->made, work->pours, error);
}

gint64
clinic_batch_prepare (ClinicAct   *act,
                      gint64       version,
                      GPtrArray   *pours,
                      guint        hours,
                      const char  *note,
                      GError     **error)
{
  Work work = { .version = version, .pours = pours, .hours = hours, .note = note };

  g_return_val_if_fail (act != NULL && pours != NULL, 0);

  if (hours < 1 || hours > MOST_HOURS)
    {
      refuse (error, _("Usable until: A batch is usable for one hour at least, and ten days at most."));
      return 0;
    }

  if (!clinic_act_run (act, "lot.save", prepare_batch, &work, error))
    return 0;

  return act->repeated ? clinic_act_find_made (act, act->done, "lot", error) : work.made;
}

static gboolean
discard_lot (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  Work *work = data;
  g_autofree char *now = dup_now (act->db, error);
  g_autoptr(ClinicRecord) lot = NULL;
  g_autoptr(ClinicRecord) discard = CLINIC_RECORD (clinic_discard_new ());
  ClinicBalance balance;

  if (clinic_text_is_empty (work->reason))
    return refuse (error, _("Reason: Say why it is thrown away."));

  if (work->volume == CLINIC_UNKNOWN || work->volume <= 0)
    return refuse (error, _("Volume (ml): Say how much is thrown away."));

  if (now == NULL ||
      !(lot = clinic_store_find (act->db, CLINIC_TYPE_LOT, work->lot, error)) ||
      !clinic_lot_read_balance (act->db, work->lot, &balance, error) ||
      !check_left (CLINIC_LOT (lot), balance.left, work->volume, error))
    return FALSE;

  change->reason = work->reason;
  g_object_set (discard, "lot-id", work->lot, "volume", work->volume, "discarded-at", now, "staff-id", act->actor,
                "reason", work->reason, NULL);

  if (!clinic_store_save (change, discard, error))
    return FALSE;

  work->made = clinic_record_get_id (discard);

  return TRUE;
}

gint64
clinic_lot_discard (ClinicAct   *act,
                    gint64       lot,
                    gint64       volume,
                    const char  *reason,
                    GError     **error)
{
  Work work = { .lot = lot, .volume = volume, .reason = reason };

  g_return_val_if_fail (act != NULL, 0);

  if (!clinic_act_run (act, "lot.save", discard_lot, &work, error))
    return 0;

  return act->repeated ? clinic_act_find_made (act, act->done, "discard", error) : work.made;
}

/* What all of @draws take from a lot; 0 when an earlier one has been counted already. */
static gint64
sum_lot (GPtrArray *draws,
         guint      first)
{
  gint64 lot = CLINIC_DRAW (draws->pdata[first])->lot_id;
  gint64 sum = 0;

  for (guint i = 0; i < draws->len; i++)
    {
      if (CLINIC_DRAW (draws->pdata[i])->lot_id == lot && i < first)
        return 0;

      if (CLINIC_DRAW (draws->pdata[i])->lot_id == lot)
        sum += CLINIC_DRAW (draws->pdata[i])->volume;
    }

  return sum;
}

gboolean
clinic_batch_check_draws (ClinicDb   *db,
                          gint64      session,
                          GPtrArray  *draws,
                          GError    **error)
{
  for (guint i = 0; i < draws->len; i++)
    {
      gint64 volume = sum_lot (draws, i);
      gint64 id = CLINIC_DRAW (draws->pdata[i])->lot_id;
      g_autoptr(ClinicRecord) lot = volume > 0 ? clinic_store_find (db, CLINIC_TYPE_LOT, id, error) : NULL;
      gint64 taken;

      if (volume <= 0)
        continue;

      if (lot == NULL)
        return FALSE;

      if (CLINIC_LOT (lot)->prepared_at == NULL)
        continue;

      taken = clinic_lot_get_drawn (db, id, session, error);

      if (taken < 0 || !check_left (CLINIC_LOT (lot), CLINIC_LOT (lot)->quantity - taken, volume, error))
        return FALSE;
    }

  return TRUE;
}

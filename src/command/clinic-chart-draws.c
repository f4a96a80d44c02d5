/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From which lots a chart is to be drawn: what must be used up first is taken first. */

#include "config.h"

#include <string.h>

#include "clinic-batch.h"
#include "clinic-chart.h"
#include "clinic-component.h"
#include "clinic-cocktail-version.h"
#include "clinic-date.h"
#include "clinic-dose.h"
#include "clinic-lot.h"
#include "clinic-treatment.h"

/* A lot that may be used on the day. */
typedef struct
{
  gint64  id;
  char   *until;        /* NULL: no limit known, so last of all */
  gint64  left;         /* µl; G_MAXINT64 when nobody said how much there is */
} Supply;

typedef struct
{
  ClinicDb    *db;
  ClinicChart *chart;
  char        *date;
  GHashTable  *taken;   /* lot id → µl taken by draws proposed so far */
  gint64       version; /* that is being drawn */
} Proposal;

static void
supply_free (gpointer data)
{
  Supply *self = data;

  g_free (self->until);
  g_free (self);
}

static gint
compare_supplies (gconstpointer a,
                  gconstpointer b)
{
  const Supply *first = *(Supply *const *) a;
  const Supply *second = *(Supply *const *) b;
  int order = 0;

  if (first->until != NULL && second->until != NULL)
    order = strcmp (first->until, second->until);
  else
    order = (first->until == NULL) - (second->until == NULL);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static gint64
get_taken (Proposal *self,
           gint64    lot)
{
  const gint64 *taken = g_hash_table_lookup (self->taken, &lot);

  return taken != NULL ? *taken : 0;
}

/* What is in the lot may go into this patient now. */
static gboolean
is_usable (Proposal   *self,
           ClinicLot  *lot,
           const char *until)
{
  return !lot->quarantined && (until == NULL || strcmp (until, self->date) >= 0) &&
         (lot->usable_until == NULL || strcmp (lot->usable_until, self->chart->session->starts) >= 0) &&
         (lot->cocktail_version_id == CLINIC_UNKNOWN || lot->cocktail_version_id == self->version);
}

/* µl that may be drawn; -1 with @error. */
static gint64
read_left (Proposal   *self,
           ClinicLot  *lot,
           GError    **error)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (lot));
  gint64 session = clinic_record_get_id (CLINIC_RECORD (self->chart->session));
  gint64 left = clinic_lot_get_undivided (self->db, lot, self->chart->session->patient_id, session, error);
  gint64 drawn;

  if (left < 0 || lot->quantity == CLINIC_UNKNOWN)
    return left;

  drawn = clinic_lot_get_drawn (self->db, id, session, error);

  return drawn >= 0 ? MAX (0, MIN (left, lot->quantity - drawn)) : -1;
}

/* Prepared from what nobody may use now. */
static gboolean
read_barred (Proposal   *self,
             ClinicLot  *lot,
             gboolean   *barred,
             GError    **error)
{
  g_autofree char *source = NULL;
  GError *failure = NULL;

  if (lot->prepared_at != NULL)
    source = clinic_lot_dup_barred (self->db, clinic_record_get_id (CLINIC_RECORD (lot)), &failure);

  *barred = source != NULL;

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

/* FALSE with @error; no supply is added when the lot may not be used or is empty. */
static gboolean
add_supply (Proposal   *self,
            ClinicLot  *lot,
            GPtrArray  *supplies,
            GError    **error)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (lot));
  g_autofree char *until = clinic_lot_dup_usable_until (lot);
  gint64 left;
  gboolean barred;
  Supply *supply;

  if (!is_usable (self, lot, until))
    return TRUE;

  left = read_left (self, lot, error);

  if (left < 0 || !read_barred (self, lot, &barred, error))
    return FALSE;

  left -= get_taken (self, id);

  if (barred || left <= 0)
    return TRUE;

  supply = g_new0 (Supply, 1);
  supply->id = id;
  supply->until = g_steal_pointer (&until);
  supply->left = left;
  g_ptr_array_add (supplies, supply);

  return TRUE;
}

/* Lots of one ingredient or ready-made cocktail (@column), in the order they are to be used.
 * NULL with @error. */
static GPtrArray *
list_supplies (Proposal    *self,
               const char  *column,
               gint64       id,
               GError     **error)
{
  g_autoptr(GPtrArray) supplies = g_ptr_array_new_with_free_func (supply_free);
  g_autoptr(GPtrArray) lots = clinic_store_list_by (self->db, CLINIC_TYPE_LOT, column, id, error);

  if (lots == NULL)
    return NULL;

  for (guint i = 0; i < lots->len; i++)
    {
      if (!add_supply (self, lots->pdata[i], supplies, error))
        return NULL;
    }

  g_ptr_array_sort (supplies, compare_supplies);

  return g_steal_pointer (&supplies);
}

static void
draw (Proposal *self,
      gint64    lot,
      gint64    version,
      gint64    volume)
{
  gint64 taken = get_taken (self, lot) + volume;

  g_hash_table_insert (self->taken, g_memdup2 (&lot, sizeof lot), g_memdup2 (&taken, sizeof taken));

  /* A component that comes twice in a cocktail is drawn once. */
  for (guint i = 0; i < self->chart->draws->len; i++)
    {
      ClinicDraw *there = self->chart->draws->pdata[i];

      if (there->lot_id == lot && there->cocktail_version_id == version)
        {
          g_object_set (there, "volume", there->volume + volume, NULL);
          return;
        }
    }

  clinic_chart_add_draw (self->chart, lot, version, volume);
}

/* Takes up to @volume; @left gets what no lot covers. */
static gboolean
take (Proposal    *self,
      const char  *column,
      gint64       id,
      gint64       version,
      gint64       volume,
      gint64      *left,
      GError     **error)
{
  g_autoptr(GPtrArray) supplies = list_supplies (self, column, id, error);

  *left = volume;

  if (supplies == NULL)
    return FALSE;

  for (guint i = 0; i < supplies->len && *left > 0; i++)
    {
      const Supply *supply = supplies->pdata[i];
      gint64 part = MIN (supply->left, *left);

      draw (self, supply->id, version, part);
      *left -= part;
    }

  return TRUE;
}

static gboolean
take_components (Proposal  *self,
                 gint64     version,
                 gint64     volume,
                 GError   **error)
{
  g_autoptr(GPtrArray) components = clinic_store_list_by (self->db, CLINIC_TYPE_COMPONENT,
                                                          "cocktail_version_id", version, error);
  g_autoptr(GArray) volumes = NULL;
  gint64 left;

  if (components == NULL || components->len == 0)
    return components != NULL;

  volumes = clinic_dose_volumes (components, volume);

  for (guint i = 0; i < components->len; i++)
    {
      gint64 ingredient = CLINIC_COMPONENT (components->pdata[i])->ingredient_id;
      gint64 part = g_array_index (volumes, gint64, i);

      if (part > 0 && !take (self, "ingredient_id", ingredient, version, part, &left, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
propose_cocktail (Proposal  *self,
                  gint64     version,
                  gint64     volume,
                  GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (self->db, CLINIC_TYPE_COCKTAIL_VERSION,
                                                      version, error);
  gint64 left;

  self->version = version;

  if (record == NULL ||
      !take (self, "cocktail_id", CLINIC_COCKTAIL_VERSION (record)->cocktail_id, version, volume,
             &left, error))
    return FALSE;

  return left == 0 || take_components (self, version, left, error);
}

/* How much of the cocktail is injected, if this is the first zone that has it; else 0. */
static gint64
sum_version (ClinicChart *chart,
             guint        first)
{
  gint64 version = CLINIC_INJECTION (chart->injections->pdata[first])->cocktail_version_id;
  gint64 volume = 0;

  for (guint i = 0; i < chart->injections->len; i++)
    {
      ClinicInjection *injection = chart->injections->pdata[i];

      if (injection->cocktail_version_id != version)
        continue;

      if (i < first)
        return 0;

      volume += injection->points * injection->volume_per_point;
    }

  return volume;
}

static gboolean
propose (Proposal  *self,
         GError   **error)
{
  for (guint i = 0; i < self->chart->injections->len; i++)
    {
      gint64 version = CLINIC_INJECTION (self->chart->injections->pdata[i])->cocktail_version_id;
      gint64 volume = version != CLINIC_UNKNOWN ? sum_version (self->chart, i) : 0;

      if (volume > 0 && !propose_cocktail (self, version, volume, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_chart_propose_draws (ClinicDb     *db,
                            ClinicChart  *self,
                            GError      **error)
{
  g_autofree char *date = clinic_wall_dup_date (self->session->starts);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Proposal proposal = { db, self, date, taken, CLINIC_UNKNOWN };

  for (guint i = 0; i < self->injections->len; i++)
    {
      if (!clinic_record_validate (self->injections->pdata[i], date, error))
        return FALSE;
    }

  g_ptr_array_set_size (self->draws, 0);

  return propose (&proposal, error);
}

static GPtrArray *
list_pours (ClinicChart *chart)
{
  GPtrArray *pours = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chart->draws->len; i++)
    {
      ClinicDraw *draw = chart->draws->pdata[i];
      ClinicPour *pour = clinic_pour_new ();

      g_object_set (pour, "lot-id", draw->lot_id, "volume", draw->volume, NULL);
      g_ptr_array_add (pours, pour);
    }

  return pours;
}

GPtrArray *
clinic_batch_propose (ClinicDb    *db,
                      gint64       version,
                      gint64       volume,
                      const char  *date,
                      GError     **error)
{
  g_autoptr(ClinicChart) chart = g_new0 (ClinicChart, 1);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree char *day = g_strdup (date);
  g_autofree char *starts = g_strconcat (date, "T00:00", NULL);
  Proposal proposal = { db, chart, day, taken, version };

  chart->session = clinic_session_new ();
  chart->injections = g_ptr_array_new_with_free_func (g_object_unref);
  chart->draws = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set (chart->session, "starts", starts, "patient-id", (gint64) 0, NULL);

  return take_components (&proposal, version, volume, error) ? list_pours (chart) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-earlier-injection.h"

G_DEFINE_FINAL_TYPE (ClinicEarlierInjection, clinic_earlier_injection, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicEarlierInjection, session_id,      N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicEarlierInjection, number,          N_("Number")),
  CLINIC_FIELD (ClinicEarlierInjection, starts,          N_("Starts"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicEarlierInjection, zone,            N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicEarlierInjection, cocktail,        N_("Cocktail")),
  CLINIC_FIELD (ClinicEarlierInjection, cocktail_number, N_("Version of its composition")),
  CLINIC_FIELD (ClinicEarlierInjection, volume,          N_("Volume (ml)"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicEarlierInjection, lot_id,          N_("Lot"), .format = CLINIC_LINK, .links = "lot"),
  CLINIC_FIELD (ClinicEarlierInjection, lots,            N_("Lots")),
  CLINIC_FIELD (ClinicEarlierInjection, lot_ids,         N_("Lots")),
  CLINIC_FIELD (ClinicEarlierInjection, linked,          N_("Linked")),
};
/* *INDENT-ON* */

static void
clinic_earlier_injection_class_init (ClinicEarlierInjectionClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "earlier_injection",
                                  N_("Earlier injection"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_earlier_injection_init (ClinicEarlierInjection *self)
{
}

/* One row a lot: those of the same session and zone are one. */
static void
join (GPtrArray *joined,
      GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      ClinicEarlierInjection *row = rows->pdata[i];
      ClinicEarlierInjection *last = joined->len > 0 ? joined->pdata[joined->len - 1] : NULL;
      g_autofree char *lots = NULL;
      g_autofree char *ids = NULL;

      if (last == NULL || clinic_record_get_id (CLINIC_RECORD (last)) != clinic_record_get_id (CLINIC_RECORD (row)))
        {
          g_ptr_array_add (joined, g_object_ref (row));
          continue;
        }

      lots = g_strdup_printf ("%s, %s", last->lots, row->lots);
      ids = g_strdup_printf ("%s %s", last->lot_ids, row->lot_ids);
      g_object_set (last, "lots", lots, "lot-ids", ids, NULL);
    }
}

GPtrArray *
clinic_earlier_injection_list (ClinicDb    *db,
                               gint64       patient,
                               const char  *zone,
                               const char  *until,
                               GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "earlier-injections", error);
  g_autofree char *day = g_strndup (until, strlen ("2026-11-21"));
  /* A day that is none (29 February) stands where it would, as text. */
  g_autofree char *from = g_strdup_printf ("%04d%s", atoi (day) - 1, day + strlen ("2026"));
  g_autofree char *after = clinic_date_add_days (day, 1);
  g_autoptr(GPtrArray) joined = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) rows = NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_text (statement, 2, zone != NULL ? zone : "");
  clinic_statement_bind_text (statement, 3, from);
  clinic_statement_bind_text (statement, 4, after);
  rows = clinic_store_list (statement, CLINIC_TYPE_EARLIER_INJECTION, error);

  if (rows == NULL)
    return NULL;

  join (joined, rows);

  return g_steal_pointer (&joined);
}

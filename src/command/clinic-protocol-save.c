/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-formulary.h"
#include "clinic-phase.h"

/* Phases get out of the way of each other's numbers before they take their own. */
#define ASIDE 50

typedef struct
{
  ClinicProtocol *protocol;
  ClinicRecord   *saved;
  GPtrArray      *phases;
} ProtocolSave;

static gboolean
check_phases (GPtrArray  *phases,
              GError    **error)
{
  if (phases->len == 0 || phases->len > ASIDE)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Phases: A protocol needs at least one phase and at most %d."), ASIDE);
      return FALSE;
    }

  return TRUE;
}

/* The one given for a stored phase, or NULL. */
static ClinicRecord *
find_given (GPtrArray    *phases,
            ClinicRecord *stored)
{
  for (guint i = 0; i < phases->len; i++)
    {
      if (clinic_record_get_id (phases->pdata[i]) == clinic_record_get_id (stored))
        return phases->pdata[i];
    }

  return NULL;
}

/* Whether a phase keeps the number it has. */
static gboolean
keeps_number (GPtrArray    *phases,
              ClinicRecord *stored)
{
  gint64 number = ((ClinicPhase *) stored)->number;

  return number >= 1 && number <= phases->len &&
         clinic_record_get_id (phases->pdata[number - 1]) == clinic_record_get_id (stored);
}

/* Takes away those not given any more, and puts aside those whose number another one will take. */
static gboolean
make_room (ClinicChange  *change,
           gint64         protocol,
           GPtrArray     *phases,
           GHashTable    *versions,
           GError       **error)
{
  g_autoptr(GPtrArray) stored = clinic_store_list_by (change->db, CLINIC_TYPE_PHASE, "protocol_id",
                                                      protocol, error);

  if (stored == NULL)
    return FALSE;

  for (guint i = 0; i < stored->len; i++)
    {
      ClinicRecord *phase = stored->pdata[i];
      ClinicRecord *given = find_given (phases, phase);

      if (given == NULL)
        {
          if (!clinic_store_remove (change, phase, error))
            return FALSE;
        }
      else if (!keeps_number (phases, phase) &&
               clinic_record_get_version (given) == clinic_record_get_version (phase))
        {
          g_object_set (phase, "number", ((ClinicPhase *) phase)->number + ASIDE, NULL);

          if (!clinic_store_save (change, phase, error))
            return FALSE;

          g_hash_table_insert (versions, given,
                               GSIZE_TO_POINTER ((gsize) clinic_record_get_version (phase)));
        }
    }

  return TRUE;
}

static gboolean
save_protocol (ClinicAct     *act,
               ClinicChange  *change,
               gpointer       data,
               GError       **error)
{
  ProtocolSave *save = data;
  g_autoptr(GHashTable) versions = g_hash_table_new (NULL, NULL);
  gint64 protocol;

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (CLINIC_RECORD (save->protocol));

  if (!check_phases (save->phases, error) || !clinic_store_save (change, save->saved, error))
    return FALSE;

  protocol = clinic_record_get_id (save->saved);

  if (!make_room (change, protocol, save->phases, versions, error))
    return FALSE;

  for (guint i = 0; i < save->phases->len; i++)
    {
      g_autoptr(ClinicRecord) phase = clinic_record_copy (save->phases->pdata[i]);
      gpointer version = g_hash_table_lookup (versions, save->phases->pdata[i]);

      if (version != NULL)
        clinic_record_set_version (phase, GPOINTER_TO_SIZE (version));

      g_object_set (phase, "protocol-id", protocol, "number", (gint64) i + 1, NULL);

      if (!clinic_store_save (change, phase, error))
        return FALSE;
    }

  return TRUE;
}

gint64
clinic_protocol_save (ClinicAct       *act,
                      ClinicProtocol  *protocol,
                      GPtrArray       *phases,
                      GError         **error)
{
  ProtocolSave save = { .protocol = protocol, .phases = phases };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_PROTOCOL (protocol) && phases != NULL, 0);

  done = clinic_act_run (act, "protocol.save", save_protocol, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (protocol), saved) : 0;
}

gint64
clinic_phase_save (ClinicAct    *act,
                   ClinicPhase  *phase,
                   GError      **error)
{
  g_return_val_if_fail (CLINIC_IS_PHASE (phase), 0);
  g_return_val_if_fail (clinic_record_get_id (CLINIC_RECORD (phase)) != 0, 0);

  return clinic_act_save (act, "protocol.save", CLINIC_RECORD (phase), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-earlier-injection.h"
#include "clinic-reaction-link.h"
#include "clinic-reaction-suspect.h"

static gboolean
is_of (ClinicReactionSuspect  *suspect,
       ClinicEarlierInjection *injection)
{
  return suspect->session_id == injection->session_id &&
         g_strcmp0 (suspect->zone, injection->zone) == 0;
}

static gboolean
add_suspect (ClinicChange            *change,
             gint64                   reaction,
             ClinicEarlierInjection  *injection,
             gint64                   lot,
             GError                 **error)
{
  g_autoptr(ClinicRecord) suspect = CLINIC_RECORD (clinic_reaction_suspect_new ());

  g_object_set (suspect, "reaction-id", reaction, "session-id", injection->session_id,
                "zone", injection->zone, "lot-id", lot, NULL);

  return clinic_store_save (change, suspect, error);
}

/* A row a lot; one without when nothing was drawn. */
static gboolean
add_suspects (ClinicChange            *change,
              gint64                   reaction,
              ClinicEarlierInjection  *injection,
              GError                 **error)
{
  g_auto(GStrv) lots = g_strsplit (injection->lot_ids != NULL ? injection->lot_ids : "", " ", -1);

  if (lots[0] == NULL)
    return add_suspect (change, reaction, injection, CLINIC_UNKNOWN, error);

  for (char **lot = lots; *lot != NULL; lot++)
    {
      if (!add_suspect (change, reaction, injection, g_ascii_strtoll (*lot, NULL, 10), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_suspects (ClinicChange            *change,
                 GPtrArray               *standing,
                 ClinicEarlierInjection  *injection,
                 GError                 **error)
{
  for (guint i = 0; i < standing->len; i++)
    {
      if (is_of (standing->pdata[i], injection) &&
          !clinic_store_remove (change, standing->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_linked (GPtrArray              *standing,
           ClinicEarlierInjection *injection)
{
  for (guint i = 0; i < standing->len; i++)
    {
      if (is_of (standing->pdata[i], injection))
        return TRUE;
    }

  return FALSE;
}

/* What is said of an injection must be so: it is this patient's, and was before the reaction. */
static gboolean
check_injection (GPtrArray               *known,
                 ClinicEarlierInjection  *injection,
                 GError                 **error)
{
  for (guint i = 0; i < known->len; i++)
    {
      ClinicEarlierInjection *other = known->pdata[i];

      if (other->session_id == injection->session_id &&
          g_strcmp0 (other->zone, injection->zone) == 0 &&
          g_strcmp0 (other->lot_ids, injection->lot_ids) == 0)
        return TRUE;
    }

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                       _("What was injected has been changed meanwhile. Please look again."));

  return FALSE;
}

typedef struct
{
  gint64     reaction;
  GPtrArray *injections;
} Link;

static gboolean
link_injections (ClinicAct     *act,
                 ClinicChange  *change,
                 gpointer       data,
                 GError       **error)
{
  Link *link = data;
  g_autoptr(ClinicRecord) record = clinic_store_find (act->db, CLINIC_TYPE_REACTION, link->reaction, error);
  ClinicReaction *reaction = CLINIC_REACTION (record);
  g_autoptr(GPtrArray) standing = NULL;
  g_autoptr(GPtrArray) known = NULL;

  if (reaction == NULL)
    return FALSE;

  change->patient = reaction->patient_id;
  standing = clinic_store_list_by (act->db, CLINIC_TYPE_REACTION_SUSPECT, "reaction_id",
                                   link->reaction, error);

  if (standing == NULL ||
      !(known = clinic_earlier_injection_list (act->db, reaction->patient_id, NULL, reaction->onset, error)))
    return FALSE;

  for (guint i = 0; i < link->injections->len; i++)
    {
      ClinicEarlierInjection *injection = link->injections->pdata[i];
      gboolean linked = is_linked (standing, injection);

      if (injection->linked == linked)
        continue;

      if (!(linked ? remove_suspects (change, standing, injection, error)
                   : check_injection (known, injection, error) &&
            add_suspects (change, link->reaction, injection, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_reaction_link (ClinicAct  *act,
                      gint64      reaction,
                      GPtrArray  *injections,
                      GError    **error)
{
  Link link = { reaction, injections };

  g_return_val_if_fail (injections != NULL, FALSE);

  return clinic_act_run (act, "reaction.assess", link_injections, &link, error);
}

gboolean
clinic_reaction_link_session (ClinicChange    *change,
                              ClinicReaction  *reaction,
                              GError         **error)
{
  gint64 patient = change->patient;
  gboolean linked = TRUE;
  g_autoptr(GPtrArray) known = NULL;

  if (reaction->session_id == CLINIC_UNKNOWN)
    return TRUE;

  known = clinic_earlier_injection_list (change->db, reaction->patient_id, reaction->zone,
                                         reaction->onset, error);
  change->patient = reaction->patient_id;

  for (guint i = 0; known != NULL && linked && i < known->len; i++)
    {
      ClinicEarlierInjection *injection = known->pdata[i];

      linked = injection->session_id != reaction->session_id ||
               add_suspects (change, clinic_record_get_id (CLINIC_RECORD (reaction)), injection, error);
    }

  change->patient = patient;

  return known != NULL && linked;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PLANNED_SESSION (clinic_planned_session_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPlannedSession, clinic_planned_session, CLINIC, PLANNED_SESSION,
                      ClinicRecord)

/* A session of a course that is being planned, as it is shown; never stored. */
struct _ClinicPlannedSession
{
  ClinicRecord  parent_instance;

  gint64        number;
  char         *starts;
  char         *ends;
  char         *phase;
  gint64        days;             /* since the one before; CLINIC_UNKNOWN for the first */
  gint64        min_days;
  gint64        max_days;
  char         *room;
  char         *words;            /* what stands in the way; NULL: nothing */
  char         *note;             /* the aftercare of another treatment that it meets; NULL: none */
  char         *alternatives;     /* wall times, a space between them */
};

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* Why a visit cannot be at a time. */
typedef enum
{
  CLINIC_CLASH_NONE,
  CLINIC_CLASH_CLOCK,           /* no such time: the clocks go forward */
  CLINIC_CLASH_HOURS,           /* the clinic is closed or the practitioner is not there */
  CLINIC_CLASH_PRACTITIONER,
  CLINIC_CLASH_PATIENT,
  CLINIC_CLASH_ROOM,
} ClinicClash;

/* A time for a visit. */
typedef struct
{
  char   *starts;
  char   *ends;
  gint64  room;                 /* CLINIC_UNKNOWN: the clinic keeps no rooms */
} ClinicSlot;

void clinic_slot_free (ClinicSlot *self);

/* What is free for one patient with one practitioner. It reads the days it is asked about once.
 * It proposes and explains; that nobody is booked twice is seen to by the database alone. */
typedef struct _ClinicAgenda ClinicAgenda;

/* @room: 0 for any that is free. @except: a session that is about to move and does not stand in
 * its own way, or a course all of whose visits are; 0 for none. CLINIC_ERROR_INVALID when the patient is archived, the practitioner
 * is none, or the room was given up. */
ClinicAgenda *clinic_agenda_new      (ClinicDb       *db,
                                      gint64          patient,
                                      gint64          practitioner,
                                      gint64          room,
                                      gint64          except,
                                      GError        **error);
void          clinic_agenda_free     (ClinicAgenda   *self);

/* Whether @minutes from @starts are free. @room gets the room (one that is free, when any will
 * do). FALSE with @error only when it could not be found out; else @clash says. */
gboolean      clinic_agenda_look     (ClinicAgenda   *self,
                                      const char     *starts,
                                      gint64          minutes,
                                      ClinicClash    *clash,
                                      gint64         *room,
                                      GError        **error);
/* What stands in the way there, as a translated sentence that names the visit's time and who or
 * what is taken, the patient by file number only. NULL when nothing does or with @error. Caller
 * frees. */
char         *clinic_agenda_explain  (ClinicAgenda   *self,
                                      const char     *starts,
                                      gint64          minutes,
                                      GError        **error);
/* Adds to @slots at most @most free times (ClinicSlot) on @date on the clinic's grid, those
 * nearest to the wall time @wished (its time of day counts) first. */
gboolean      clinic_agenda_find     (ClinicAgenda   *self,
                                      const char     *date,
                                      const char     *wished,
                                      gint64          minutes,
                                      guint           most,
                                      GPtrArray      *slots,
                                      GError        **error);
/* Counts a visit that is only planned as taken from now on. */
void          clinic_agenda_reserve  (ClinicAgenda   *self,
                                      const char     *starts,
                                      gint64          minutes,
                                      gint64          room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicSlot, clinic_slot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicAgenda, clinic_agenda_free)

G_END_DECLS

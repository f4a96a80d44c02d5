/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_VISIT (clinic_visit_get_type ())
G_DECLARE_FINAL_TYPE (ClinicVisit, clinic_visit, CLINIC, VISIT, ClinicRecord)

/* A session as lists and the agenda show it: with the names of whom and what it is about. Read
 * from queries, never stored; its id and version are the session's. */
struct _ClinicVisit
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        course_id;
  gint64        practitioner_id;
  gint64        room_id;
  char         *starts;
  char         *ends;
  char         *status;
  char         *status_reason;
  gboolean      overbooked;
  gint64        number;             /* in its course */
  gint64        planned;            /* sessions of the course's protocol */
  char         *signed_at;
  char         *file_number;
  char         *family_name;
  char         *given_name;
  char         *birth_date;
  char         *sex;
  char         *phone;              /* mobile, else telephone */
  char         *practitioner;
  char         *colour;             /* the practitioner's, "#3584e4" or NULL */
  char         *room;
  char         *protocol;
  char         *cocktail;           /* planned */
  gint64        allergies;          /* that stand, counted */
  gint64        conditions;         /* that stand and bear on treatment, counted */
  gint64        open_reactions;
};

/* How many visits take the same time. */
typedef struct
{
  char  starts[17];
  char  ends[17];
  guint visits;
} ClinicVisitSlot;

/* Visits that start from @from (a date or wall time) up to but not including @to, in time order;
 * cancelled ones too. @practitioner: 0 for all. GPtrArray of ClinicVisit; caller unrefs. */
GPtrArray   *clinic_visit_list_days    (ClinicDb    *db,
                                        const char  *from,
                                        const char  *to,
                                        gint64       practitioner,
                                        GError     **error);
/* How many take each time from @from up to but not including @to, in time order; none that are
 * cancelled or did not come. GArray of ClinicVisitSlot; caller unrefs. */
GArray      *clinic_visit_count_slots  (ClinicDb    *db,
                                        const char  *from,
                                        const char  *to,
                                        GError     **error);
/* All visits of a patient, the latest first. */
GPtrArray   *clinic_visit_list_patient (ClinicDb    *db,
                                        gint64       patient,
                                        GError     **error);
/* One, by the session's id; NULL with @error when there is none. */
ClinicVisit *clinic_visit_find         (ClinicDb    *db,
                                        gint64       session,
                                        GError     **error);

G_END_DECLS

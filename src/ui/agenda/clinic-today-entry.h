/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_ENTRY (clinic_today_entry_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayEntry, clinic_today_entry, CLINIC, TODAY_ENTRY, ClinicRecord)

/* Something about a patient that waits or counts today: a session, a reaction, a course. Read
 * from queries, never stored. */
struct _ClinicTodayEntry
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        session_id;
  char         *day;            /* a date or wall time */
  char         *file_number;
  char         *family_name;
  char         *given_name;
  char         *birth_date;
  char         *what;
  char         *zone;
  char         *who;
  gint64        expected;       /* days that it usually lasts */
  gboolean      red_flag;
};

/* Treated in the thirty days before @today and not signed; @practitioner 0: everybody's. All
 * lists: at most 500, GPtrArray of ClinicTodayEntry, caller unrefs. */
GPtrArray *clinic_today_entry_list_unsigned   (ClinicDb    *db,
                                               const char  *today,
                                               gint64       practitioner,
                                               GError     **error);
/* Reactions open for longer than their kind lasts, and all that are a red flag. */
GPtrArray *clinic_today_entry_list_reactions  (ClinicDb    *db,
                                               const char  *today,
                                               gint64       practitioner,
                                               GError     **error);
/* Patients registered in the month of @today, in the clinic's @zone. */
GPtrArray *clinic_today_entry_list_registered (ClinicDb    *db,
                                               const char  *today,
                                               const char  *zone,
                                               GError     **error);
/* Courses that a decision is due about: after the third and fifth session and at the end of a
 * phase, where that was in the last thirty days. @practitioner 0: everybody's. */
GPtrArray *clinic_today_entry_list_decisions  (ClinicDb    *db,
                                               const char  *today,
                                               gint64       practitioner,
                                               GError     **error);
/* The same of one patient, however long ago. */
GPtrArray *clinic_today_entry_list_decisions_of (ClinicDb  *db,
                                                 gint64     patient,
                                                 GError   **error);
GPtrArray *clinic_today_entry_list_courses    (ClinicDb    *db,
                                               GError     **error);
/* One of these lists; @argument: "kind today zone practitioner". */
GPtrArray *clinic_today_entry_list            (ClinicDb    *db,
                                               const char  *argument,
                                               GError     **error);
/* The lowest id that can have been given in the month of @today. */
gint64     clinic_today_entry_month_id        (const char  *today,
                                               const char  *zone);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "agenda-act.h"
#include "clinic-booking.h"
#include "clinic-date.h"
#include "clinic-display.h"
#include "clinic-undo.h"

typedef struct
{
  gint64      session;
  gint64      patient;
  gint64      practitioner;
  const char *text;         /* starts, or a status */
  gint64      made;
} Work;

static gpointer
book (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  Work *work = data;
  g_autoptr(ClinicSession) session = clinic_session_new ();
  g_autofree char *ends = clinic_wall_add_minutes (work->text, 30);

  clinic_act_accept (act, CLINIC_RULE_HOURS, "a test");
  clinic_act_accept (act, CLINIC_RULE_PAST, "a test");
  g_object_set (session,
                "patient-id", work->patient,
                "practitioner-id", work->practitioner,
                "starts", work->text,
                "ends", ends,
                NULL);
  work->made = clinic_session_book (act, session, error);

  return work->made != 0 ? work : NULL;
}

static gpointer
set_state (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  Work *work = data;

  return clinic_session_set_state (act, work->session, work->text, error) ? work : NULL;
}

static gpointer
undo (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  return clinic_undo_last (act, error) != 0 ? data : NULL;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
give (ClinicDesk     *desk,
      ClinicDeskFunc  func,
      Work           *work)
{
  clinic_desk_run_async (desk, func, work, NULL, NULL, done_cb, NULL);
  clinic_display_settle (desk);
}

gint64
agenda_book (ClinicDesk *desk,
             gint64      patient,
             gint64      practitioner,
             const char *starts)
{
  Work work = { .patient = patient, .practitioner = practitioner, .text = starts };

  give (desk, book, &work);

  return work.made;
}

void
agenda_set_state (ClinicDesk *desk,
                  gint64      session,
                  const char *status)
{
  Work work = { .session = session, .text = status };

  give (desk, set_state, &work);
}

void
agenda_undo (ClinicDesk *desk)
{
  Work work = { 0 };

  give (desk, undo, &work);
}

static ClinicDb *
open_db (ClinicDesk *desk)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, &error);

  g_assert_no_error (error);

  return db;
}

static GPtrArray *
list (ClinicDesk *desk,
      GType       type,
      const char *column,
      gint64      id)
{
  g_autoptr(ClinicDb) db = open_db (desk);
  g_autoptr(GError) error = NULL;
  GPtrArray *records = clinic_store_list_by (db, type, column, id, &error);

  g_assert_no_error (error);

  return records;
}

gint64
agenda_patient (ClinicDesk *desk,
                guint       n)
{
  g_autoptr(GPtrArray) patients = list (desk, CLINIC_TYPE_PATIENT, NULL, 0);

  for (guint i = 0; i < patients->len; i++)
    {
      ClinicPatient *patient = patients->pdata[i];

      if (patient->archived_on == NULL && patient->died_on == NULL &&
          patient->merged_into == CLINIC_UNKNOWN && n-- == 0)
        return clinic_record_get_id (CLINIC_RECORD (patient));
    }

  g_assert_not_reached ();
}

gint64
agenda_practitioner (ClinicDesk *desk,
                     guint       n)
{
  GListModel *staff = clinic_desk_get_staff (desk);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);

      if (strstr (one->roles, "practitioner") != NULL && n-- == 0)
        return clinic_record_get_id (CLINIC_RECORD (one));
    }

  g_assert_not_reached ();
}

guint
agenda_count (ClinicDesk *desk,
              GType       type,
              const char *column,
              gint64      id)
{
  g_autoptr(GPtrArray) records = list (desk, type, column, id);

  return records->len;
}

ClinicRecord *
agenda_find (ClinicDesk *desk,
             GType       type,
             gint64      id)
{
  g_autoptr(ClinicDb) db = open_db (desk);
  g_autoptr(GError) error = NULL;
  ClinicRecord *record = clinic_store_find (db, type, id, &error);

  g_assert_no_error (error);

  return record;
}

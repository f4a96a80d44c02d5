/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-column.h"
#include "clinic-agenda-test.h"
#include "clinic-booking.h"
#include "clinic-date.h"
#include "clinic-display.h"
#include "clinic-patient.h"
#include "clinic-undo.h"

typedef struct
{
  gpointer  result;
  GError   *error;
} Answer;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  answer->result = clinic_worker_run_finish (CLINIC_WORKER (source), result, &answer->error);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Answer *answer = user_data;

  answer->result = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL,
                                           &answer->error);
}

static gboolean
has_answer (gpointer data)
{
  Answer *answer = data;

  return answer->result != NULL || answer->error != NULL;
}

static gpointer
get_answer (Answer *answer)
{
  clinic_display_wait (has_answer, answer);
  g_assert_no_error (answer->error);

  return answer->result;
}

GtkWidget *
agenda_test_show (ClinicDesk *desk,
                  const char *date,
                  const char *mode)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_AGENDA_PAGE, "desk", desk, "mode", mode, NULL);

  clinic_agenda_page_show_day (CLINIC_AGENDA_PAGE (page), date);
  clinic_display_show (page);

  return page;
}

ClinicAgendaView *
agenda_test_get_view (GtkWidget *page)
{
  return CLINIC_AGENDA_VIEW (clinic_display_find_type (page, CLINIC_TYPE_AGENDA_VIEW, 0));
}

gint64
agenda_test_practitioner (ClinicDesk *desk,
                          guint       n)
{
  GListModel *staff = clinic_desk_get_staff (desk);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);

      if (clinic_agenda_treats (one) && n-- == 0)
        return clinic_record_get_id (CLINIC_RECORD (one));
    }

  g_assert_not_reached ();
}

static gpointer
list_patients (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_PATIENT, NULL, 0, error);
}

gint64
agenda_test_patient (ClinicDesk *desk,
                     guint       n)
{
  Answer answer = { NULL };
  g_autoptr(GPtrArray) patients = NULL;

  clinic_worker_run_async (clinic_desk_get_reader (desk), list_patients, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, &answer);
  patients = get_answer (&answer);

  return clinic_record_get_id (patients->pdata[n % patients->len]);
}

static gpointer
book (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  return clinic_session_book (act, data, error) != 0 ? g_object_ref (data) : NULL;
}

gint64
agenda_test_book (ClinicDesk *desk,
                  guint       patient,
                  const char *starts,
                  gint64      practitioner)
{
  Answer answer = { NULL };
  ClinicSession *session = clinic_session_new ();
  g_autoptr(ClinicSession) booked = NULL;
  g_autofree char *ends = clinic_wall_add_minutes (starts, 30);

  g_object_set (session,
                "patient-id", agenda_test_patient (desk, patient),
                "practitioner-id", practitioner,
                "starts", starts,
                "ends", ends,
                "status", "booked",
                NULL);
  clinic_desk_run_async (desk, book, session, g_object_unref, g_object_unref, run_cb, &answer);
  booked = get_answer (&answer);

  return clinic_record_get_id (CLINIC_RECORD (booked));
}

static gpointer
find (ClinicDb  *db,
      gpointer   data,
      GError   **error)
{
  return clinic_store_find (db, CLINIC_TYPE_SESSION, *(gint64 *) data, error);
}

ClinicSession *
agenda_test_find (ClinicDesk *desk,
                  gint64      session)
{
  Answer answer = { NULL };

  clinic_worker_run_async (clinic_desk_get_reader (desk), find, &session, NULL, g_object_unref,
                           NULL, read_cb, &answer);

  return get_answer (&answer);
}

static gpointer
list (ClinicDb  *db,
      gpointer   data,
      GError   **error)
{
  const char *const *days = data;

  return clinic_visit_list_days (db, days[0], days[1], 0, error);
}

GPtrArray *
agenda_test_list (ClinicDesk *desk,
                  const char *from,
                  const char *to)
{
  Answer answer = { NULL };
  const char *days[] = { from, to };

  clinic_worker_run_async (clinic_desk_get_reader (desk), list, days, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, &answer);

  return get_answer (&answer);
}

static gpointer
undo (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  return clinic_undo_last (act, error) != 0 ? g_strdup ("undone") : NULL;
}

void
agenda_test_undo (ClinicDesk *desk)
{
  Answer answer = { NULL };

  clinic_desk_run_async (desk, undo, NULL, NULL, g_free, run_cb, &answer);
  g_free (get_answer (&answer));
  clinic_display_settle (desk);
}

void
agenda_test_click_time (ClinicAgendaView *view,
                        const char       *wall,
                        gint64            practitioner)
{
  GdkRectangle area;

  g_assert_true (clinic_agenda_view_locate (view, wall, practitioner, &area));
  clinic_display_click_at (GTK_WIDGET (view), area.x + area.width / 2.0,
                           area.y + area.height / 2.0);
}

static gboolean
is_not_on_top (gpointer dialog)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (window == dialog)
        return !gtk_widget_get_mapped (window);
    }

  return TRUE;
}

void
agenda_test_await_closed (GtkWindow *dialog)
{
  clinic_display_wait (is_not_on_top, dialog);
  clinic_display_top ();
}

void
agenda_test_assert_at (ClinicDesk *desk,
                       gint64      session,
                       const char *starts,
                       gint64      practitioner)
{
  g_autoptr(ClinicSession) found = agenda_test_find (desk, session);

  g_assert_cmpstr (found->starts, ==, starts);
  g_assert_cmpint (found->practitioner_id, ==, practitioner);
}

void
agenda_test_drag (ClinicAgendaView *view,
                  const char       *from,
                  gint64            from_practitioner,
                  const char       *to,
                  gint64            to_practitioner)
{
  GdkRectangle start;
  GdkRectangle end;

  g_assert_true (clinic_agenda_view_locate (view, from, from_practitioner, &start));
  g_assert_true (clinic_agenda_view_locate (view, to, to_practitioner, &end));
  /* Not quite onto the line: it snaps. */
  clinic_display_drag (GTK_WIDGET (view), start.x + 30, start.y + 8, end.x + 40, end.y + 12);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-change-words.h"
#include "clinic-error.h"
#include "clinic-patient-test.h"

/* Which sections of a patient's page are open to whom. */

/* What is open to a role, in the order of Alt+1 and so on. */
typedef struct
{
  const char *role;
  const char *names[9];
} Offer;

static const Offer offers[] = {
  { "receptionist", { "overview", "history", "courses", "sessions", "progress", "consents" } },
  { "practitioner", { "overview", "history", "courses", "sessions", "progress", "photos", "consents",
                      "changes" } },
  { "manager", { "overview", "history", "courses", "sessions", "progress", "photos", "consents",
                 "changes" } },
};

static void
assert_section (GtkWidget  *page,
                const char *wanted)
{
  AdwViewStack *stack = ADW_VIEW_STACK (clinic_display_find_type (page, ADW_TYPE_VIEW_STACK, 0));

  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, wanted);
}

static void
test_sections_open_to_whom_they_are_for (ClinicDesk    *desk,
                                         gconstpointer  data)
{
  const Offer *offer = data;
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));
  const char *last = "overview";

  clinic_page_start (CLINIC_PAGE (page));

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *key = g_strdup_printf ("alt+%u", i + 1);

      clinic_display_press (key);
      clinic_display_settle (desk);
      last = offer->names[i] != NULL ? offer->names[i] : last;
      assert_section (page, last);
      g_assert_null (clinic_display_find (page, "_Retry"));
    }
}

/* By its name it is no more open than by its key. */
static void
test_receptionist_has_no_history_of_changes (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));

  patient_test_section (page, desk, "changes");
  assert_section (page, "overview");
  patient_test_section (page, desk, "photos");
  assert_section (page, "overview");
}

static gpointer
list_changes (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) refusal = NULL;

  changes = clinic_change_list (act, *(gint64 *) data, 10, &refusal);
  g_assert_error (refusal, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  g_assert_null (changes);

  return GINT_TO_POINTER (TRUE);
}

static void
test_receptionist_is_refused_the_changes_themselves (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);

  patient_test_run (desk, list_changes, &patient);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/patient-sections/sections-open-to-a-%s",
                                               offers[i].role);

      clinic_display_add_data (path, offers[i].role, &offers[i],
                               test_sections_open_to_whom_they_are_for);
    }

  clinic_display_add ("/patient-sections/receptionist-has-no-history-of-changes", "receptionist",
                      test_receptionist_has_no_history_of_changes);
  clinic_display_add ("/patient-sections/receptionist-is-refused-the-changes-themselves",
                      "receptionist", test_receptionist_is_refused_the_changes_themselves);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What whoever plans a course ought to know of its sessions, besides whether their times are free. */

#include "config.h"

#include "clinic-aftercare-look.h"
#include "clinic-date.h"
#include "clinic-finding.h"
#include "clinic-plan-notes.h"
#include "clinic-rule-book.h"

/* As it would be booked. It is not stored yet, and so of no course: every visit that is stored counts
 * as another treatment. */
static ClinicSession *
make_session (ClinicCoursePlan *plan,
              ClinicPlanned    *planned)
{
  ClinicSession *session = clinic_session_new ();

  g_object_set (session,
                "patient-id", plan->request.patient,
                "practitioner-id", plan->request.practitioner,
                "starts", planned->starts,
                "ends", planned->ends,
                "status", "booked",
                NULL);

  return session;
}

static gboolean
find_walls (ClinicDb         *db,
            ClinicTreatment  *treatment,
            GError          **error)
{
  GError *failure = NULL;

  treatment->aftercare_until = clinic_aftercare_find_clash (db, treatment->session, &failure);

  if (failure == NULL)
    treatment->aftercare_next = clinic_aftercare_find_next (db, treatment->session, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

/* NULL when there is nothing to say. */
static char *
ask (ClinicRuleBook  *book,
     ClinicTreatment *treatment)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GString) words = g_string_new (NULL);

  clinic_rule_book_ask (book, "aftercare-clash", treatment, found);
  clinic_rule_book_ask (book, "aftercare-next", treatment, found);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "",
                            CLINIC_FINDING (found->pdata[i])->message);

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static gboolean
note (ClinicDb          *db,
      ClinicRuleBook    *book,
      ClinicCoursePlan  *plan,
      ClinicPlanned     *planned,
      GError           **error)
{
  g_autoptr(ClinicSession) session = make_session (plan, planned);
  g_autofree char *date = clinic_wall_dup_date (planned->starts);
  ClinicTreatment treatment = { .session = session, .date = date };
  gboolean known = find_walls (db, &treatment, error);

  g_clear_pointer (&planned->note, g_free);

  if (known)
    planned->note = ask (book, &treatment);

  plan->n_notes += planned->note != NULL;
  g_free (treatment.aftercare_until);
  g_free (treatment.aftercare_next);

  return known;
}

gboolean
clinic_course_plan_note (ClinicDb          *db,
                         ClinicCoursePlan  *plan,
                         GError           **error)
{
  g_autoptr(ClinicRuleBook) book = clinic_rule_book_open (db, error);

  plan->n_notes = 0;

  for (guint i = 0; book != NULL && i < plan->sessions->len; i++)
    {
      if (!note (db, book, plan, plan->sessions->pdata[i], error))
        return FALSE;
    }

  return book != NULL;
}

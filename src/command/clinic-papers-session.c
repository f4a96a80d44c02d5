/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-amendment.h"
#include "clinic-chart-sign.h"
#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-papers-private.h"

static const guint zone_shares[] = { 24, 30, 16, 10, 14, 12, 12, 0 };
static const guint lot_shares[] = { 40, 24, 22, 14, 0 };

static char *
number_of (ClinicStatement *statement,
           guint            column)
{
  if (clinic_statement_is_null (statement, column))
    return g_strdup ("–");

  return clinic_locale_decimal (clinic_statement_get_int (statement, column));
}

static char *
cocktail_of (ClinicStatement *statement)
{
  if (clinic_statement_is_null (statement, 1))
    return g_strdup ("–");

  /* Translators: a cocktail and the version of its composition: "Basic 12, version 3". */
  return g_strdup_printf (_("%s, version %s"), clinic_statement_get_text (statement, 1),
                          clinic_statement_get_text (statement, 2));
}

static void
add_zone (ClinicPaper     *paper,
          ClinicStatement *statement,
          gint64          *n_points,
          gint64          *total)
{
  gint64 points = clinic_statement_get_int (statement, 4);
  gint64 volume = points * clinic_statement_get_int (statement, 5);
  g_autofree char *cocktail = cocktail_of (statement);
  g_autofree char *count = clinic_locale_number (points);
  g_autofree char *each = number_of (statement, 5);
  g_autofree char *all = clinic_locale_decimal (volume);
  g_autofree char *depth = number_of (statement, 6);
  const char *technique = clinic_statement_is_null (statement, 3)
                          ? NULL : clinic_statement_get_text (statement, 3);
  const char *cells[] = {
    clinic_choice_label (clinic_zones, clinic_statement_get_text (statement, 0)), cocktail,
    technique != NULL ? clinic_choice_label (clinic_techniques, technique) : "–", count, each, all,
    depth, NULL,
  };

  clinic_paper_add_row (paper, cells, zone_shares, FALSE);
  *n_points += points;
  *total += volume;
}

static ClinicStatement *
ask (ClinicDb    *db,
     const char  *query,
     gint64       session,
     GError     **error)
{
  ClinicStatement *statement = clinic_db_query (db, query, error);

  if (statement != NULL)
    clinic_statement_bind_int (statement, 1, session);

  return statement;
}

static gboolean
add_zones (ClinicDb     *db,
           ClinicPaper  *paper,
           gint64        session,
           GError      **error)
{
  const char *heads[] = { _("Zone"), _("Cocktail"), _("Technique"), _("Points"), _("ml a point"),
                          _("ml"), _("Depth (mm)"), NULL };
  g_autoptr(ClinicStatement) statement = ask (db, "paper-injections", session, error);
  g_autofree char *count = NULL;
  g_autofree char *volume = NULL;
  gint64 n_points = 0;
  gint64 total = 0;
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_paper_add_heading (paper, _("Injections"));
  clinic_paper_add_row (paper, heads, zone_shares, TRUE);

  while (clinic_statement_step (statement, &failure))
    add_zone (paper, statement, &n_points, &total);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  count = clinic_locale_number (n_points);
  volume = clinic_locale_decimal (total);

  {
    const char *sums[] = { _("Total"), "", "", count, "", volume, "", NULL };

    clinic_paper_add_row (paper, sums, zone_shares, TRUE);
  }

  return TRUE;
}

static gboolean
add_lots (ClinicDb     *db,
          ClinicPaper  *paper,
          gint64        session,
          GError      **error)
{
  const char *heads[] = { _("Product"), _("Lot"), _("Expiry"), _("ml"), NULL };
  g_autoptr(ClinicStatement) statement = ask (db, "paper-draws", session, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_paper_add_heading (paper, _("Lots"));
  clinic_paper_add_row (paper, heads, lot_shares, TRUE);

  while (clinic_statement_step (statement, &failure))
    {
      g_autofree char *expiry = clinic_statement_is_null (statement, 2)
                                ? g_strdup ("–")
                                : clinic_locale_date (clinic_statement_get_text (statement, 2));
      g_autofree char *volume = number_of (statement, 3);
      g_autofree char *product = g_strdup (clinic_statement_get_text (statement, 0));
      g_autofree char *lot = g_strdup (clinic_statement_get_text (statement, 1));
      const char *cells[] = { product, lot, expiry, volume, NULL };

      clinic_paper_add_row (paper, cells, lot_shares, FALSE);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

/* "09:35 – 10:05"; NULL when nobody said when it began. */
static char *
dup_treated (ClinicSession *session)
{
  g_autofree char *began = session->began != NULL ? clinic_locale_time (session->began) : NULL;
  g_autofree char *finished = session->finished != NULL ? clinic_locale_time (session->finished) : NULL;

  if (began == NULL)
    return NULL;

  /* Translators: the time a treatment began, when nobody said when it ended. */
  return finished != NULL ? g_strdup_printf ("%s – %s", began, finished)
                          : g_strdup_printf (_("from %s"), began);
}

static void
add_details (ClinicPaper   *paper,
             ClinicSession *session,
             const char    *practitioner)
{
  g_autofree char *starts = clinic_locale_wall (session->starts);
  g_autofree char *ends = clinic_locale_time (session->ends);
  g_autofree char *when = g_strdup_printf ("%s – %s", starts, ends);
  g_autofree char *treated = dup_treated (session);
  g_autofree char *needle = session->needle_mm != CLINIC_UNKNOWN
                            ? clinic_locale_decimal (session->needle_mm) : NULL;
  g_autofree char *pain = session->pain != CLINIC_UNKNOWN
                          ? clinic_locale_number (session->pain) : NULL;

  clinic_paper_add_fact (paper, _("Session"), when);
  clinic_paper_add_fact (paper, _("Treated"), treated);
  clinic_paper_add_fact (paper, _("Practitioner"), practitioner);
  clinic_paper_add_fact (paper, _("Technique"), session->technique != NULL
                         ? clinic_choice_label (clinic_techniques, session->technique) : NULL);
  clinic_paper_add_fact (paper, _("Needle gauge"), session->gauge);
  clinic_paper_add_fact (paper, _("Needle length (mm)"), needle);
  clinic_paper_add_fact (paper, _("Device"), session->device);
  clinic_paper_add_fact (paper, _("Anaesthetic"), session->anaesthetic);
  clinic_paper_add_fact (paper, _("Pain (0–10)"), pain);
}

static gboolean
add_amendments (ClinicDb     *db,
                ClinicPaper  *paper,
                gint64        session,
                const char   *zone,
                GError      **error)
{
  g_autoptr(GPtrArray) amendments = clinic_store_list_by (db, CLINIC_TYPE_AMENDMENT, "session_id",
                                                          session, error);

  if (amendments == NULL)
    return FALSE;

  if (amendments->len > 0)
    clinic_paper_add_heading (paper, _("Amendments"));

  for (guint i = 0; i < amendments->len; i++)
    {
      ClinicAmendment *amendment = amendments->pdata[i];
      g_autofree char *who = clinic_paper_dup_staff (db, amendment->staff_id, error);
      g_autofree char *when = clinic_locale_instant (amendment->written_at, zone);
      g_autofree char *head = NULL;

      if (who == NULL)
        return FALSE;

      head = g_strdup_printf ("%s · %s · %s", when, who, amendment->reason);
      clinic_paper_add_note (paper, head);
      clinic_paper_add_text (paper, amendment->text);
    }

  return TRUE;
}

/* Name, time and meaning of the signature, and whether it still fits. */
static gboolean
add_signature (ClinicDb       *db,
               ClinicPaper    *paper,
               ClinicSession  *session,
               const char     *zone,
               GError        **error)
{
  g_autofree char *who = clinic_paper_dup_staff (db, session->signed_by, error);
  g_autofree char *when = clinic_locale_instant (session->signed_at, zone);
  gboolean intact = FALSE;

  if (who == NULL ||
      !clinic_chart_verify (db, clinic_record_get_id (CLINIC_RECORD (session)), &intact, error))
    return FALSE;

  clinic_paper_add_heading (paper, _("Signature"));
  clinic_paper_add_fact (paper, _("Signed by"), who);
  clinic_paper_add_fact (paper, _("Signed at"), when);
  clinic_paper_add_fact (paper, _("Meaning"), _("Author: treated the patient and wrote this record"));
  clinic_paper_add_fact (paper, _("Fingerprint"), session->signature);
  /* Sessions that were made up are signed by nobody. */
  if (g_str_equal (session->signature, "demonstration"))
    return TRUE;

  clinic_paper_add_fact (paper, _("State"), intact ? _("Unchanged since it was signed")
                                                   : _("Changed since it was signed: the "
                                                       "fingerprint does not fit"));

  return TRUE;
}

static gboolean
fill (ClinicDb           *db,
      ClinicPaper        *paper,
      ClinicPaperPeople  *people,
      ClinicSession      *session,
      GError            **error)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (session));
  g_autofree char *practitioner = clinic_paper_dup_staff (db, session->practitioner_id, error);
  g_autofree char *name = clinic_locale_full_name (people->patient->given_name,
                                                   people->patient->family_name);
  g_autofree char *born = people->patient->birth_date != NULL
                          ? clinic_locale_date (people->patient->birth_date) : NULL;

  if (practitioner == NULL)
    return FALSE;

  clinic_paper_people_head (people, paper);
  clinic_paper_add_title (paper, _("Record of a session"));
  clinic_paper_add_fact (paper, _("Patient"), name);
  clinic_paper_add_fact (paper, _("Date of birth"), born);
  clinic_paper_add_fact (paper, _("File number"), people->patient->file_number);
  add_details (paper, session, practitioner);

  if (!add_zones (db, paper, id, error) || !add_lots (db, paper, id, error))
    return FALSE;

  if (session->notes != NULL)
    {
      clinic_paper_add_heading (paper, _("Notes"));
      clinic_paper_add_body (paper, session->notes);
    }

  return add_amendments (db, paper, id, people->clinic->zone, error) &&
         add_signature (db, paper, session, people->clinic->zone, error);
}

ClinicPaper *
clinic_paper_of_session (ClinicDb  *db,
                         gint64     session,
                         GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_SESSION, session, error);
  g_auto(ClinicPaperPeople) people = { 0 };
  g_autoptr(ClinicPaper) paper = NULL;

  if (record == NULL)
    return NULL;

  if (CLINIC_SESSION (record)->signed_at == NULL)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("This session is not signed."));
      return NULL;
    }

  if (!clinic_paper_people_load (db, CLINIC_SESSION (record)->patient_id, &people, error))
    return NULL;

  paper = clinic_paper_new (g_get_language_names ()[0], _("Record of a session"));

  return fill (db, paper, &people, CLINIC_SESSION (record), error) ? g_steal_pointer (&paper) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What bears on treatment: allergies, conditions, medicines, diagnoses. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "clinic-check-in-save.h"
#include "clinic-cli.h"
#include "clinic-history.h"
#include "clinic-medicine-look.h"
#include "clinic-record-types.h"

typedef struct
{
  char   *patient;
  char   *allergy;
  char   *asked;
  char   *pregnancy;
  char   *severity;
  char   *condition;
  char   *medicine;
  char   *kind;
  char   *dose;
  char   *diagnosis;
  char   *scale;
  char   *grade;
  char   *date;
  char   *note;
  char   *reason;
  gint64  end_allergy;
  gint64  end_condition;
  gint64  stop_medicine;
} Call;

/* An allergy is to an allergen group or to an ingredient, whichever has the code. */
static gint64
save_allergy (ClinicCli  *cli,
              Call       *call,
              gint64      patient,
              GError    **error)
{
  g_autoptr(ClinicAllergy) allergy = clinic_allergy_new ();
  g_autoptr(ClinicRecord) group = NULL;
  gint64 ingredient = CLINIC_UNKNOWN;

  group = clinic_store_find_by (cli->db, clinic_record_type_of_table ("allergen_group"), "code",
                                call->allergy, error);

  if (group == NULL && (ingredient = clinic_cli_find (cli, "ingredient", call->allergy)) == 0)
    return 0;

  g_object_set (allergy,
                "patient-id", patient,
                "ingredient-id", ingredient,
                "allergen-group-id", group != NULL ? clinic_record_get_id (group) : CLINIC_UNKNOWN,
                "severity", call->severity,
                "noted-on", call->date,
                "note", call->note,
                NULL);

  return clinic_allergy_save (cli->act, allergy, error);
}

static gint64
save_condition (ClinicCli  *cli,
                Call       *call,
                gint64      patient,
                GError    **error)
{
  g_autoptr(ClinicCondition) condition = clinic_condition_new ();
  gint64 kind = clinic_cli_find (cli, "condition_kind", call->condition);

  if (kind == 0)
    return 0;

  g_object_set (condition,
                "patient-id", patient,
                "condition-kind-id", kind,
                "since", call->date,
                "note", call->note,
                NULL);

  return clinic_condition_save (cli->act, condition, error);
}

/* What was said, else what is written; 0 with a message or @error. */
static gint64
find_medicine_kind (ClinicCli  *cli,
                    Call       *call,
                    GError    **error)
{
  g_autoptr(GPtrArray) kinds = NULL;
  ClinicMedicineKind *kind;

  if (call->kind != NULL)
    return clinic_cli_find (cli, "medicine_kind", call->kind);

  if (!(kinds = clinic_store_list_by (cli->db, CLINIC_TYPE_MEDICINE_KIND, NULL, 0, error)))
    return 0;

  kind = clinic_medicine_kinds_find (kinds, call->medicine);

  return kind != NULL ? clinic_record_get_id (CLINIC_RECORD (kind)) : CLINIC_UNKNOWN;
}

static gint64
save_medicine (ClinicCli  *cli,
               Call       *call,
               gint64      patient,
               GError    **error)
{
  g_autoptr(ClinicMedicine) medicine = clinic_medicine_new ();
  gint64 kind = find_medicine_kind (cli, call, error);

  if (kind == 0)
    return 0;

  g_object_set (medicine,
                "patient-id", patient,
                "name", call->medicine,
                "medicine-kind-id", kind,
                "dose", call->dose,
                "since", call->date,
                "note", call->note,
                NULL);

  return clinic_medicine_save (cli->act, medicine, error);
}

static gint64
save_diagnosis (ClinicCli  *cli,
                Call       *call,
                gint64      patient,
                GError    **error)
{
  g_autoptr(ClinicDiagnosis) diagnosis = clinic_diagnosis_new ();
  gint64 kind = clinic_cli_find (cli, "diagnosis_kind", call->diagnosis);

  if (kind == 0)
    return 0;

  g_object_set (diagnosis,
                "patient-id", patient,
                "diagnosis-kind-id", kind,
                "made-on", call->date,
                "scale", call->scale,
                "grade", call->grade,
                "note", call->note,
                NULL);

  return clinic_diagnosis_save (cli->act, diagnosis, error);
}

static int
end_something (ClinicCli *cli,
               Call      *call)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (call->end_allergy != 0)
    done = clinic_allergy_end (cli->act, call->end_allergy, call->date, call->reason, &error);
  else if (call->stop_medicine != 0)
    done = clinic_medicine_stop (cli->act, call->stop_medicine, call->date, &error);
  else
    done = clinic_condition_end (cli->act, call->end_condition, call->date, &error);

  return done ? CLINIC_EXIT_DONE : clinic_cli_fail (cli, error);
}

static int
run_call (ClinicCli *cli,
          Call      *call)
{
  g_autoptr(GError) error = NULL;
  gint64 patient;
  gint64 id;

  if (call->end_allergy != 0 || call->end_condition != 0 || call->stop_medicine != 0)
    return end_something (cli, call);

  if (call->patient == NULL)
    return clinic_cli_usage (_("say whose history: --patient FILE-NUMBER"));

  if ((patient = clinic_cli_find (cli, "patient", call->patient)) == 0)
    return CLINIC_EXIT_INVALID;

  if (call->asked != NULL)
    return clinic_allergies_ask (cli->act, patient, call->asked, call->note, &error) ? CLINIC_EXIT_DONE
                                                                                    : clinic_cli_fail (cli, error);

  if (call->pregnancy != NULL)
    id = clinic_pregnancy_ask (cli->act, patient, call->pregnancy, call->note, &error);
  else if (call->allergy != NULL)
    id = save_allergy (cli, call, patient, &error);
  else if (call->condition != NULL)
    id = save_condition (cli, call, patient, &error);
  else if (call->medicine != NULL)
    id = save_medicine (cli, call, patient, &error);
  else if (call->diagnosis != NULL)
    id = save_diagnosis (cli, call, patient, &error);
  else
    return clinic_cli_usage (_("say what to note: --allergy, --allergies-asked, --pregnancy, --condition, --medicine or --diagnosis"));

  if (id == 0)
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  printf ("%" G_GINT64_FORMAT "\n", id);

  return CLINIC_EXIT_DONE;
}

static void
call_clear (Call *call)
{
  g_free (call->patient);
  g_free (call->allergy);
  g_free (call->asked);
  g_free (call->pregnancy);
  g_free (call->severity);
  g_free (call->condition);
  g_free (call->medicine);
  g_free (call->kind);
  g_free (call->dose);
  g_free (call->diagnosis);
  g_free (call->scale);
  g_free (call->grade);
  g_free (call->date);
  g_free (call->note);
  g_free (call->reason);
}

int
clinic_cli_history (ClinicCli  *cli,
                    int         argc,
                    char      **argv)
{
  Call call = { 0 };
  const GOptionEntry entries[] = {
    { "patient", 'p', 0, G_OPTION_ARG_STRING, &call.patient, N_("Whose history"),
      N_("FILE-NUMBER") },
    { "allergy", 0, 0, G_OPTION_ARG_STRING, &call.allergy,
      N_("Allergic to this allergen group or ingredient"), N_("CODE") },
    { "allergies-asked", 0, 0, G_OPTION_ARG_STRING, &call.asked,
      N_("Answered today when asked about allergies: none, listed, unsure"), N_("ANSWER") },
    { "pregnancy", 0, 0, G_OPTION_ARG_STRING, &call.pregnancy, N_("Answered today whether she is pregnant: no, yes, unsure"),
      N_("ANSWER") },
    { "severity", 0, 0, G_OPTION_ARG_STRING, &call.severity,
      N_("How severe: mild, moderate, severe"), N_("WORD") },
    { "condition", 0, 0, G_OPTION_ARG_STRING, &call.condition, N_("Has this condition"),
      N_("CODE") },
    { "medicine", 0, 0, G_OPTION_ARG_STRING, &call.medicine,
      N_("Takes this medicine, as written; its substance is recognised"), N_("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &call.kind, N_("Its substance or class, where it is not recognised"), N_("CODE") },
    { "dose", 0, 0, G_OPTION_ARG_STRING, &call.dose, N_("Dose of the medicine"), N_("TEXT") },
    { "diagnosis", 0, 0, G_OPTION_ARG_STRING, &call.diagnosis, N_("Was found to have this"),
      N_("CODE") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &call.scale, N_("Scale of the diagnosis, such as Ludwig"),
      N_("NAME") },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &call.grade, N_("Grade on that scale"), N_("GRADE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &call.date, N_("Since or until when"), N_("DATE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &call.note, N_("Note"), N_("TEXT") },
    { "end-allergy", 0, 0, G_OPTION_ARG_INT64, &call.end_allergy,
      N_("This allergy no longer stands, for --reason"), N_("ID") },
    { "end-condition", 0, 0, G_OPTION_ARG_INT64, &call.end_condition, N_("This condition is over"),
      N_("ID") },
    { "stop-medicine", 0, 0, G_OPTION_ARG_INT64, &call.stop_medicine, N_("This medicine is no longer taken"), N_("ID") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &call.reason, N_("Why"), N_("TEXT") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Nothing is deleted from a history: what no longer stands gets an end.\n"
                                 "“anagenctl list condition-kinds” (allergen-groups, ingredients, medicine-kinds, diagnosis-kinds) shows the codes.\n\n"
                                 "Examples:\n"
                                 "  anagenctl history --patient P00001 --allergy fish --severity severe\n"
                                 "  anagenctl history --patient P00001 --allergies-asked none\n"
                                 "  anagenctl history --patient P00001 --pregnancy no\n"
                                 "  anagenctl history --patient P00001 --condition pregnancy --date 2026-09-01\n"
                                 "  anagenctl history --patient P00001 --medicine \"Xarelto 20 mg\" --dose \"one in the evening\"\n"
                                 "  anagenctl history --end-condition 123456 --date 2026-11-21\n"),
                               &argc, &argv);

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code == CLINIC_EXIT_DONE)
    code = run_call (cli, &call);

  call_clear (&call);

  return code;
}

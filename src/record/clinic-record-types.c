/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-aftercare-rule.h"
#include "clinic-aftercare-text.h"
#include "clinic-allergen-group.h"
#include "clinic-allergy.h"
#include "clinic-allergy-status.h"
#include "clinic-amendment.h"
#include "clinic-check-in.h"
#include "clinic-clinic.h"
#include "clinic-cocktail.h"
#include "clinic-cocktail-version.h"
#include "clinic-component.h"
#include "clinic-condition.h"
#include "clinic-condition-kind.h"
#include "clinic-consent.h"
#include "clinic-consent-confirmation.h"
#include "clinic-consent-template.h"
#include "clinic-consent-withdrawal.h"
#include "clinic-contraindication.h"
#include "clinic-course.h"
#include "clinic-decision.h"
#include "clinic-diagnosis.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-discard.h"
#include "clinic-draw.h"
#include "clinic-finding.h"
#include "clinic-follow-up.h"
#include "clinic-goal.h"
#include "clinic-grade.h"
#include "clinic-home-care.h"
#include "clinic-import-run.h"
#include "clinic-ingredient.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-injection.h"
#include "clinic-lot.h"
#include "clinic-measurement.h"
#include "clinic-medicine-kind.h"
#include "clinic-medicine.h"
#include "clinic-metric.h"
#include "clinic-patient.h"
#include "clinic-phase.h"
#include "clinic-photo.h"
#include "clinic-pour.h"
#include "clinic-pregnancy-status.h"
#include "clinic-protocol.h"
#include "clinic-pull-version.h"
#include "clinic-reaction.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-suspect.h"
#include "clinic-record-types.h"
#include "clinic-room.h"
#include "clinic-session.h"
#include "clinic-session-draft.h"
#include "clinic-setting.h"
#include "clinic-snippet.h"
#include "clinic-staff.h"
#include "clinic-track.h"

const GType *
clinic_record_types (void)
{
  static GType types[65];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      gsize n = 0;

      types[n++] = CLINIC_TYPE_CLINIC;
      types[n++] = CLINIC_TYPE_STAFF;
      types[n++] = CLINIC_TYPE_ROOM;
      types[n++] = CLINIC_TYPE_PATIENT;
      types[n++] = CLINIC_TYPE_ALLERGEN_GROUP;
      types[n++] = CLINIC_TYPE_CONDITION_KIND;
      types[n++] = CLINIC_TYPE_MEDICINE_KIND;
      types[n++] = CLINIC_TYPE_DIAGNOSIS_KIND;
      types[n++] = CLINIC_TYPE_INGREDIENT;
      types[n++] = CLINIC_TYPE_INGREDIENT_ALLERGEN;
      types[n++] = CLINIC_TYPE_CONTRAINDICATION;
      types[n++] = CLINIC_TYPE_COCKTAIL;
      types[n++] = CLINIC_TYPE_COCKTAIL_VERSION;
      types[n++] = CLINIC_TYPE_COMPONENT;
      types[n++] = CLINIC_TYPE_LOT;
      types[n++] = CLINIC_TYPE_PROTOCOL;
      types[n++] = CLINIC_TYPE_PHASE;
      types[n++] = CLINIC_TYPE_ALLERGY;
      types[n++] = CLINIC_TYPE_CONDITION;
      types[n++] = CLINIC_TYPE_MEDICINE;
      types[n++] = CLINIC_TYPE_DIAGNOSIS;
      types[n++] = CLINIC_TYPE_COURSE;
      types[n++] = CLINIC_TYPE_SESSION;
      types[n++] = CLINIC_TYPE_AMENDMENT;
      types[n++] = CLINIC_TYPE_INJECTION;
      types[n++] = CLINIC_TYPE_DRAW;
      types[n++] = CLINIC_TYPE_POUR;
      types[n++] = CLINIC_TYPE_DISCARD;
      types[n++] = CLINIC_TYPE_REACTION_KIND;
      types[n++] = CLINIC_TYPE_REACTION;
      types[n++] = CLINIC_TYPE_REACTION_SUSPECT;
      types[n++] = CLINIC_TYPE_FOLLOW_UP;
      types[n++] = CLINIC_TYPE_METRIC;
      types[n++] = CLINIC_TYPE_PULL_VERSION;
      types[n++] = CLINIC_TYPE_MEASUREMENT;
      types[n++] = CLINIC_TYPE_GRADE;
      types[n++] = CLINIC_TYPE_TRACK;
      types[n++] = CLINIC_TYPE_GOAL;
      types[n++] = CLINIC_TYPE_DECISION;
      types[n++] = CLINIC_TYPE_PHOTO;
      types[n++] = CLINIC_TYPE_SETTING;
      types[n++] = CLINIC_TYPE_SESSION_DRAFT;
      types[n++] = CLINIC_TYPE_FINDING;
      types[n++] = CLINIC_TYPE_IMPORT_RUN;
      types[n++] = CLINIC_TYPE_CONSENT_TEMPLATE;
      types[n++] = CLINIC_TYPE_CONSENT;
      types[n++] = CLINIC_TYPE_CONSENT_CONFIRMATION;
      types[n++] = CLINIC_TYPE_CONSENT_WITHDRAWAL;
      types[n++] = CLINIC_TYPE_AFTERCARE_RULE;
      types[n++] = CLINIC_TYPE_AFTERCARE_TEXT;
      types[n++] = CLINIC_TYPE_HOME_CARE;
      types[n++] = CLINIC_TYPE_PREGNANCY_STATUS;
      types[n++] = CLINIC_TYPE_ALLERGY_STATUS;
      types[n++] = CLINIC_TYPE_CHECK_IN;
      types[n++] = CLINIC_TYPE_SNIPPET;
      types[n] = G_TYPE_INVALID;

      g_once_init_leave (&ready, 1);
    }

  return types;
}

GType
clinic_record_type_of_table (const char *table)
{
  for (const GType *type = clinic_record_types (); *type != G_TYPE_INVALID; type++)
    {
      g_autoptr(ClinicRecordClass) klass = g_type_class_ref (*type);

      if (strcmp (klass->table, table) == 0)
        return *type;
    }

  return G_TYPE_INVALID;
}

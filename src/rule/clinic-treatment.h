/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-allergy.h"
#include "clinic-allergy-status.h"
#include "clinic-check-in.h"
#include "clinic-cocktail.h"
#include "clinic-cocktail-version.h"
#include "clinic-condition.h"
#include "clinic-condition-kind.h"
#include "clinic-consent-look.h"
#include "clinic-ingredient.h"
#include "clinic-injection.h"
#include "clinic-lot.h"
#include "clinic-medicine-look.h"
#include "clinic-patient.h"
#include "clinic-phase.h"
#include "clinic-pregnancy-status.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* What the rules look at, gathered beforehand: evaluating needs no database. */

typedef struct
{
  ClinicAllergy *allergy;
  char          *substance;         /* name of the ingredient or of the group */
} ClinicTreatmentAllergy;

typedef struct
{
  ClinicCondition     *condition;   /* NULL: not entered, but answered when asked or what a medicine counts as */
  ClinicConditionKind *kind;
} ClinicTreatmentCondition;

typedef struct
{
  ClinicMedicine      *medicine;
  ClinicMedicineKind  *kind;        /* NULL: none that the clinic knows of */
  ClinicConditionKind *condition;   /* what it counts as; NULL: nothing */
  gboolean             entered;     /* that condition stands by itself too */
} ClinicTreatmentMedicine;

/* An ingredient that the patient gets, from a cocktail or from a lot drawn. */
typedef struct
{
  ClinicIngredient *ingredient;
  GArray           *groups;             /* ids (gint64) of its allergen groups */
  GPtrArray        *contraindications;  /* ClinicContraindication */
  gint64            dose_mg;            /* thousandths; 0: none; CLINIC_UNKNOWN: a strength is
                                         * not known */
  gint64            dose_units;
} ClinicTreatmentIngredient;

typedef struct
{
  ClinicCocktail        *cocktail;
  ClinicCocktailVersion *version;
  GPtrArray             *components;    /* ClinicComponent */
  gint64                 injected;      /* µl in this session */
} ClinicTreatmentCocktail;

typedef struct
{
  ClinicInjection               *injection;
  const ClinicTreatmentCocktail *cocktail;  /* NULL: not said */
  char                          *reaction;  /* the last in its zone in twelve months; NULL: none */
  char                          *reaction_on;
  gint64                         reaction_grade;
  char                          *reaction_lots; /* "Biotin B2601, Procaine P77" that it may come
                                                 * from */
} ClinicTreatmentInjection;

typedef struct
{
  ClinicLot *lot;
  char      *substance;             /* name of the ingredient or of the ready-made cocktail */
  gint64     drawn_before;          /* µl, in all other sessions */
  gint64     drawn;                 /* µl, in this one */
  gint64     undivided;             /* µl that this patient may have of it: clinic_lot_get_undivided () */
  char      *barred;                /* number of a lot in quarantine that the batch was prepared
                                     * from; NULL: none */
} ClinicTreatmentLot;

typedef struct
{
  ClinicPatient *patient;
  ClinicSession *session;
  ClinicPhase   *phase;             /* NULL: none */
  char          *date;              /* of the session */
  char          *last;              /* date of the patient's treatment before this one; NULL:
                                     * none */
  gint64         course_left;       /* sessions of the course still to come after this one;
                                     * CLINIC_UNKNOWN: no course */
  gint64         weight;            /* kg in thousandths, last measured (metric "weight");
                                     * CLINIC_UNKNOWN: never */
  ClinicConsentLook consent;        /* to treatment */
  char          *aftercare_until;   /* wall time: clinic_aftercare_find_clash () */
  char          *aftercare_next;    /* wall time: clinic_aftercare_find_next () */
  ClinicPregnancyStatus *pregnancy; /* as last asked until the date; NULL: never */
  ClinicAllergyStatus *asked;       /* about allergies, as last asked until the date; NULL: never */
  gint64         pregnancy_kind;    /* ids of the conditions “pregnancy” and “may become pregnant”; */
  gint64         childbearing_kind; /* 0: the clinic has no such one */
  ClinicCheckIn *check_in;          /* of this session; NULL: nobody asked */
  GPtrArray     *allergies;         /* ClinicTreatmentAllergy: those that stand on the date */
  GPtrArray     *conditions;        /* ClinicTreatmentCondition: the same, what was answered and what medicines count as */
  GPtrArray     *medicines;         /* ClinicTreatmentMedicine: those that count on the date */
  GPtrArray     *cocktails;         /* ClinicTreatmentCocktail, in the order of the injections */
  GPtrArray     *ingredients;       /* ClinicTreatmentIngredient, in the order of cocktails and
                                     * lots */
  GPtrArray     *injections;        /* ClinicTreatmentInjection */
  GPtrArray     *lots;              /* ClinicTreatmentLot */
} ClinicTreatment;

/* Gathers what bears on @session (saved or not: patient, starts, course and phase are read) when
 * @injections (ClinicInjection) and @draws (ClinicDraw) are what is to be given in it; either
 * may be NULL. */
ClinicTreatment *clinic_treatment_load        (ClinicDb        *db,
                                               ClinicSession   *session,
                                               GPtrArray       *injections,
                                               GPtrArray       *draws,
                                               GError         **error);
void             clinic_treatment_free        (ClinicTreatment *self);

/* Last day on which the opened lot may be used: opened + days of use once opened (CLINIC 5.2:
 * opened 2026-02-01 with 28 days is 2026-03-01). NULL when it is not open or has no such limit.
 * Caller frees. */
char            *clinic_lot_dup_open_until    (ClinicLot       *lot);
/* The earliest of that day, the expiry, the maker's limit and, for a batch, the day until which it
 * is usable; NULL: no limit known. Caller frees. */
char            *clinic_lot_dup_usable_until  (ClinicLot       *lot);
/* µl taken from a lot in all sessions but @except (0: none), poured into batches and thrown away;
 * -1 with @error. */
gint64           clinic_lot_get_drawn         (ClinicDb        *db,
                                               gint64           lot,
                                               gint64           except,
                                               GError         **error);

/* µl that @patient may draw from a lot, besides what was drawn in other sessions than @except, so
 * that no container of a single dose serves two (CDC: one needle, one syringe, one patient): whole
 * containers that nobody drew from, and what is left of the patient's own. Where the volume of a
 * container is not known the lot is one. G_MAXINT64: no such limit; -1 with @error. */
gint64           clinic_lot_get_undivided     (ClinicDb        *db,
                                               ClinicLot       *lot,
                                               gint64           patient,
                                               gint64           except,
                                               GError         **error);
/* Number of a lot in quarantine that @batch was prepared from; NULL: none, or @error. Caller frees. */
char            *clinic_lot_dup_barred        (ClinicDb        *db,
                                               gint64           batch,
                                               GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicTreatment, clinic_treatment_free)

G_END_DECLS

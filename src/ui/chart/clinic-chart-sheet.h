/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-allergy-status.h"
#include "clinic-chart-course.h"
#include "clinic-chart-reactions.h"
#include "clinic-chart.h"
#include "clinic-check-in.h"
#include "clinic-cocktail-version.h"
#include "clinic-phase.h"
#include "clinic-pregnancy-status.h"
#include "clinic-visit.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_SHEET (clinic_chart_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartSheet, clinic_chart_sheet, CLINIC, CHART_SHEET, GObject)

/* All that the chart page shows of a session, read at once so that it is there whole or not at
 * all. Never changed once it was read. */
struct _ClinicChartSheet
{
  GObject       parent_instance;

  gint64        session;
  ClinicVisit  *visit;
  ClinicPhase  *phase;             /* of the course; NULL: none */
  ClinicChart  *standing;          /* what the clinic holds */
  ClinicChart  *chart;             /* the draft when there is one, else the same */
  gboolean      lots_proposed;     /* the lots of @chart are what would be proposed for it */
  gint64        draft_by;          /* staff id; 0: there is no draft */
  char         *draft_name;        /* whose it is */
  char         *draft_at;          /* when it was kept, an instant */
  gboolean      draft_stale;       /* the chart was saved by somebody since */
  char         *next;              /* the patient's next visit, a wall time; NULL: none */

  ClinicChart  *last;              /* the last treatment before; NULL: none */
  GPtrArray    *amendments;        /* ClinicAmendment */
  GPtrArray    *course;            /* ClinicChartSum, for the heat map */
  GPtrArray    *since;             /* ClinicReaction since then */
  GPtrArray    *reactions;         /* ClinicChartReaction of the last twelve months */
  GPtrArray    *warnings;          /* ClinicChartWarning, the gravest first */
  guint         n_allergies;
  char         *today;             /* the day it was read */
  char         *zone;              /* where the clinic's clock goes */
  ClinicPregnancyStatus *pregnancy; /* as last asked; NULL: nobody did */
  ClinicAllergyStatus *allergies;  /* the same of allergies */
  ClinicCheckIn *check_in;         /* NULL: nobody asked on arriving */
  gint64        decision_due;      /* after which session of a course; 0: none is */

  gint64        planned;           /* cocktail version of the course; CLINIC_UNKNOWN */
  gint64        least_principals;  /* that a cocktail is advised to have; 0: none are */
  gint64        default_volume;    /* µl a point, of the clinic's settings */
  gint64        default_depth;     /* µm */
  GHashTable   *cocktails;         /* gint64 * → ClinicCocktail, and so on */
  GPtrArray    *versions;          /* ClinicCocktailVersion: latest of each cocktail by name,
                                    * then the older ones */
  GPtrArray    *components;        /* ClinicComponent of all versions */
  GHashTable   *ingredients;       /* ClinicIngredient */
  GHashTable   *lots;              /* ClinicLot */
  GHashTable   *kinds;             /* ClinicReactionKind */
};

/* Runs on a worker's thread. NULL with @error when anything of it could not be read. */
ClinicChartSheet      *clinic_chart_sheet_read           (ClinicDb          *db,
                                                          gint64             session,
                                                          const char        *today,
                                                          GError           **error);

ClinicChart           *clinic_chart_sheet_copy_chart     (ClinicChart       *chart);
/* Names of the fields in which charting says something of the session itself; ends with NULL. */
const char *const     *clinic_chart_sheet_get_charted    (void);
/* Whether two charts say the same of the treatment, whatever became of the booking. */
gboolean               clinic_chart_sheet_same           (ClinicChart       *a,
                                                          ClinicChart       *b);
/* @chart with what it says of the treatment, on the booking as it is in @standing now. */
void                   clinic_chart_sheet_rebase         (ClinicChart       *chart,
                                                          ClinicChart       *standing);
/* Lent; NULL when @id is unknown. */
ClinicCocktailVersion *clinic_chart_sheet_find_version   (ClinicChartSheet  *self,
                                                          gint64             id);
/* "Basic v3"; "Not said" when @version is unknown. Caller frees. */
char                  *clinic_chart_sheet_dup_cocktail   (ClinicChartSheet  *self,
                                                          gint64             version);
/* Names of the principal agents of a version. Caller frees with g_ptr_array_unref (). */
GPtrArray             *clinic_chart_sheet_list_principal (ClinicChartSheet  *self,
                                                          gint64             version);
/* The names of all that is in a version, with a comma between. Caller frees. */
char                  *clinic_chart_sheet_dup_ingredients (ClinicChartSheet *self,
                                                           gint64            version);
/* "24 × 0.05 ml · 2.5 mm". Caller frees. */
char                  *clinic_chart_sheet_dup_injected   (ClinicInjection   *injection);
/* The injection of @zone in the last treatment, or NULL. Lent. */
ClinicInjection       *clinic_chart_sheet_find_last      (ClinicChartSheet  *self,
                                                          const char        *zone);

G_END_DECLS

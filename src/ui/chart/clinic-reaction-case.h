/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-patient.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction.h"

G_BEGIN_DECLS

/* A reaction with all that is known around it. */
typedef struct
{
  ClinicReaction     *reaction;
  ClinicReactionKind *kind;
  ClinicPatient      *patient;
  GPtrArray          *earlier;      /* ClinicEarlierInjection in its zone, twelve months, latest
                                     * first; those it is linked to say so */
  GPtrArray          *calls;        /* ClinicFollowUp about it, the first first */
} ClinicReactionCase;

/* What a valid case report must have (ICH E2D: four elements). */
typedef enum
{
  CLINIC_CASE_PATIENT  = 1 << 0,
  CLINIC_CASE_REPORTER = 1 << 1,
  CLINIC_CASE_REACTION = 1 << 2,
  CLINIC_CASE_SUSPECT  = 1 << 3,
} ClinicCaseElements;

/* On the worker's thread; NULL with @error. */
ClinicReactionCase *clinic_reaction_case_load         (ClinicDb             *db,
                                                       gint64                reaction,
                                                       GError              **error);
void                clinic_reaction_case_free         (ClinicReactionCase   *self);
void                clinic_reaction_case_read_async   (ClinicDesk           *desk,
                                                       gint64                reaction,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
ClinicReactionCase *clinic_reaction_case_read_finish  (GAsyncResult         *result,
                                                       GError              **error);
/* Those there are: a patient with a name, a reporter, a reaction, and a cocktail or lot that is
 * suspected. */
ClinicCaseElements  clinic_reaction_case_get_elements (ClinicReactionCase   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicReactionCase, clinic_reaction_case_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* The words that CHOICE fields may hold. */
extern const ClinicChoice clinic_sexes[];
extern const ClinicChoice clinic_answers[];
extern const ClinicChoice clinic_allergy_answers[];
extern const ClinicChoice clinic_medicine_sources[];
extern const ClinicChoice clinic_channels[];
extern const ClinicChoice clinic_bearings[];
extern const ClinicChoice clinic_severities[];
extern const ClinicChoice clinic_ingredient_classes[];
extern const ClinicChoice clinic_ingredient_roles[];
extern const ClinicChoice clinic_strength_units[];
extern const ClinicChoice clinic_techniques[];
extern const ClinicChoice clinic_course_statuses[];
extern const ClinicChoice clinic_session_statuses[];
extern const ClinicChoice clinic_zones[];
extern const ClinicChoice clinic_causalities[];
extern const ClinicChoice clinic_reaction_outcomes[];
extern const ClinicChoice clinic_call_outcomes[];
extern const ClinicChoice clinic_directions[];
extern const ClinicChoice clinic_test_results[];
extern const ClinicChoice clinic_track_kinds[];
extern const ClinicChoice clinic_decisions[];

/* The choice with this value, or NULL. */
const ClinicChoice *clinic_choice_find  (const ClinicChoice *choices,
                                         const char         *value);
/* Its translated label, or the value itself when it is none of them. */
const char         *clinic_choice_label (const ClinicChoice *choices,
                                         const char         *value);

G_END_DECLS

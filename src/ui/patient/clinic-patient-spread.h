/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-patient-column.h"

G_BEGIN_DECLS

/* A column as it stands in the list. */
typedef struct
{
  const ClinicPatientColumn *column;
  gboolean                   shown;
  int                        least;     /* pixels */
  int                        natural;
  int                        chosen;    /* by dragging; 0: none was */
  int                        x;         /* from the start of a row, as placed last */
  int                        width;
} ClinicPatientPlace;

#define CLINIC_TYPE_PATIENT_SPREAD (clinic_patient_spread_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientSpread, clinic_patient_spread, CLINIC, PATIENT_SPREAD,
                      GObject)

/* Which columns the list of patients has, where each lies, and by which it is sorted: what the
 * heads and all rows share. Signals: "changed" (what is shown or where), "sorted" (somebody chose
 * another order). */
ClinicPatientSpread     *clinic_patient_spread_new           (void);
guint                     clinic_patient_spread_get_n         (ClinicPatientSpread *self);
const ClinicPatientPlace *clinic_patient_spread_get_place     (ClinicPatientSpread *self,
                                                                guint                 i);
/* Toggles, one a column but the first, each named as its column. */
GActionGroup             *clinic_patient_spread_get_actions   (ClinicPatientSpread *self);

/* Takes the widths of letters from @widget; to be said again when its font changes. */
void                      clinic_patient_spread_measure       (ClinicPatientSpread *self,
                                                                GtkWidget            *widget);
/* Pixels that a row has at least. */
int                       clinic_patient_spread_get_least     (ClinicPatientSpread *self);
/* Spreads the columns over a row as wide as this; what is left over goes to the first. */
void                      clinic_patient_spread_fit        (ClinicPatientSpread *self,
                                                                int                   width);
/* Somebody drags the end of a column. */
void                      clinic_patient_spread_choose_width  (ClinicPatientSpread *self,
                                                                guint                 i,
                                                                int                   width);

/* By a column, or by none: -1. Emits "sorted". */
void                      clinic_patient_spread_sort          (ClinicPatientSpread *self,
                                                                int                   i,
                                                                gboolean              descending);
int                       clinic_patient_spread_get_sorted    (ClinicPatientSpread *self,
                                                                gboolean             *descending);
/* Without it the heads sort nothing. */
void                      clinic_patient_spread_set_sorting   (ClinicPatientSpread *self,
                                                                gboolean              sorting);
gboolean                  clinic_patient_spread_get_sorting   (ClinicPatientSpread *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-measurement-import.h"

G_BEGIN_DECLS

/* Compares the differences and percents that somebody computed with the readings beside them. A
 * published table may give a decrease or a change, so both signs are tried over the whole file,
 * and what fits worse is not held against it. */
typedef struct _ClinicDerivedCheck ClinicDerivedCheck;

ClinicDerivedCheck *clinic_derived_check_new  (void);
void                clinic_derived_check_free (ClinicDerivedCheck       *self);
/* @given: the cell; @column: its layout. Compared with the baseline and the last visit of its
 * metric in @row. */
void                clinic_derived_check_add  (ClinicDerivedCheck       *self,
                                               ClinicMeasurementRow     *row,
                                               ClinicMeasurementColumn  *column,
                                               const char               *name,
                                               const char               *given,
                                               char                      mark,
                                               guint64                   line);
/* A sentence on each row that does not fit. */
void                clinic_derived_check_note (ClinicDerivedCheck       *self,
                                               GPtrArray                *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicDerivedCheck, clinic_derived_check_free)

G_END_DECLS

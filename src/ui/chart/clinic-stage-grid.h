/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scale.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The stages of a scale as pictures to choose from, by mouse or by the arrow keys; of BASP one
 * basic type and at most one of each specific one. Property "stage" (read only): the stage chosen,
 * NULL for none. */
#define CLINIC_TYPE_STAGE_GRID (clinic_stage_grid_get_type ())
G_DECLARE_FINAL_TYPE (ClinicStageGrid, clinic_stage_grid, CLINIC, STAGE_GRID, AdwBin)

/* @stage: chosen at first; may be NULL. */
void        clinic_stage_grid_show      (ClinicStageGrid   *self,
                                         const ClinicScale *scale,
                                         const char        *stage);
const char *clinic_stage_grid_get_stage (ClinicStageGrid   *self);

G_END_DECLS

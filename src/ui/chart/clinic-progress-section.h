/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PROGRESS_SECTION (clinic_progress_section_get_type ())
G_DECLARE_FINAL_TYPE (ClinicProgressSection, clinic_progress_section, CLINIC, PROGRESS_SECTION,
                      ClinicPage)

/* What changed in a patient: one metric in one zone over time, said in words, drawn and listed.
 * "id" is the patient's. A section: it has no header bar. */

G_END_DECLS

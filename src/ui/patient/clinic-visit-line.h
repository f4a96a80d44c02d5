/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-row.h"

G_BEGIN_DECLS

/* A visit of a course in one line. */
#define CLINIC_TYPE_VISIT_LINE (clinic_visit_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicVisitLine, clinic_visit_line, CLINIC, VISIT_LINE, ClinicEntryRow)

G_END_DECLS

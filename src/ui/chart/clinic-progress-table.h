/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-report-table.h"

G_BEGIN_DECLS

/* Shows the readings of one series: what is chosen beside it, and what says nothing, needs no
 * column. */
void clinic_progress_table_show (ClinicReportTable *table,
                                 ClinicSheet       *sheet);

G_END_DECLS

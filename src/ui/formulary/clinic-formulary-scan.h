/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"
#include "clinic-wedge.h"

G_BEGIN_DECLS

/* While the page is seen, a scanned lot that is there is opened, and another one is received. Caller
 * unrefs. */
ClinicWedge *clinic_formulary_scan_watch (ClinicPage *page);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-lot-scan.h"
#include "clinic-notice.h"

G_BEGIN_DECLS

/* A code was understood and looked up. Both are lent. */
typedef void (* ClinicScanFunc) (GtkWidget              *widget,
                                 const ClinicGs1Reading *reading,
                                 ClinicLotScan          *found);

/* What a scanned @text speaks of: says in @widget's window what cannot be read, asks which reading holds
 * where a separator may be lost, looks it up, asks of which product it is where the code does not say so
 * (unless that is said elsewhere: @product_known), and calls @func if @widget is there still. */
void clinic_scan_resolve (GtkWidget      *widget,
                          ClinicDesk     *desk,
                          const char     *text,
                          gboolean        product_known,
                          ClinicScanFunc  func);
/* Whoever scanned a package to draw from it learns why there is a form to fill in: says so when @lot, which is
 * not in the records, has a number. */
void clinic_scan_say_unknown (ClinicLot    *lot,
                              ClinicNotice *notice);

G_END_DECLS

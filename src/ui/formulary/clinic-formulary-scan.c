/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-formulary-scan.h"
#include "clinic-ledger-window.h"
#include "clinic-lot-dialog.h"
#include "clinic-scan.h"

static void
found_cb (GtkWidget              *widget,
          const ClinicGs1Reading *reading,
          ClinicLotScan          *found)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (widget));
  ClinicLot *lot = found->lots->len > 0 && reading->lot != NULL ? found->lots->pdata[0] : NULL;
  g_autoptr(ClinicLot) draft = NULL;

  if (lot != NULL)
    {
      clinic_ledger_window_present (widget, desk, clinic_record_get_id (CLINIC_RECORD (lot)), lot->number,
                                    lot->product);
      return;
    }

  draft = clinic_lot_scan_prefill (reading, found->like);

  if (clinic_desk_may (desk, "lot.save"))
    clinic_lot_dialog_present (widget, desk, draft);
}

static void
scanned_cb (ClinicPage *page,
            const char *text)
{
  clinic_scan_resolve (GTK_WIDGET (page), clinic_page_get_desk (page), text, FALSE, found_cb);
}

ClinicWedge *
clinic_formulary_scan_watch (ClinicPage *page)
{
  ClinicWedge *wedge = clinic_wedge_new (GTK_WIDGET (page));

  g_signal_connect_object (wedge, "scanned", G_CALLBACK (scanned_cb), page, G_CONNECT_SWAPPED);

  return wedge;
}

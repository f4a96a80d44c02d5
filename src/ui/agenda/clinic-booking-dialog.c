/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-booking-dialog.h"

struct _ClinicBookingDialog
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicBookingDialog, clinic_booking_dialog, ADW_TYPE_WINDOW)

static void
clinic_booking_dialog_class_init (ClinicBookingDialogClass *klass)
{
}

static void
clinic_booking_dialog_init (ClinicBookingDialog *self)
{
}

void
clinic_booking_present (GtkWidget  *parent,
                        ClinicDesk *desk,
                        gint64      patient,
                        const char *when,
                        gint64      practitioner)
{
  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk));
}

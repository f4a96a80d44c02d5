/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-measure-dialog.h"
#include "clinic-measure-form.h"
#include "clinic-measure-forms.h"
#include "clinic-scale-dialog.h"

void
clinic_measure_forms_present (GtkWidget  *parent,
                              ClinicDesk *desk,
                              gint64      patient,
                              gint64      session,
                              const char *form)
{
  g_return_if_fail (form != NULL);

  if (g_str_equal (form, "scale"))
    clinic_scale_present (parent, desk, patient, session);
  else if (clinic_measure_kind_find (form) != NULL)
    clinic_measure_form_present (parent, desk, patient, session, clinic_measure_kind_find (form));
  else
    clinic_measure_present (parent, desk, patient, session);
}

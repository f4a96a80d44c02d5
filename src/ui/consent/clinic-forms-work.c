/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-consent-sign.h"
#include "clinic-forms-work.h"

gpointer
clinic_forms_read (ClinicDb  *db,
                   gpointer   data,
                   GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "consent-form-versions", error);

  return statement != NULL ? clinic_store_list (statement, CLINIC_TYPE_CONSENT_TEMPLATE, error)
                           : NULL;
}

gpointer
clinic_forms_save (ClinicAct  *act,
                   gpointer    form,
                   GError    **error)
{
  return GINT_TO_POINTER (clinic_consent_form_save (act, form, error) != 0);
}

gpointer
clinic_forms_take (ClinicAct  *act,
                   gpointer    data,
                   GError    **error)
{
  return GINT_TO_POINTER (clinic_consent_take_shipped (act, error));
}

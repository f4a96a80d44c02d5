/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-page.h"
#include "clinic-chart-page.h"
#include "clinic-cocktails-page.h"
#include "clinic-patient-page.h"
#include "clinic-patients-page.h"
#include "clinic-place.h"
#include "clinic-reports-page.h"
#include "clinic-rights.h"
#include "clinic-today-page.h"

/* *INDENT-OFF* */
static const ClinicPlace places[] = {
  { "today", N_("Today"), "user-home-symbolic", NULL, clinic_today_page_get_type },
  { "agenda", N_("Agenda"), "x-office-calendar-symbolic", NULL, clinic_agenda_page_get_type },
  { "patients", N_("Patients"), "system-users-symbolic", NULL, clinic_patients_page_get_type },
  { "cocktails", N_("Cocktails"), "anagen-cocktail-symbolic", "lot.save", clinic_cocktails_page_get_type },
  { "reports", N_("Reports"), "anagen-report-symbolic", "report.run", clinic_reports_page_get_type },
  { "patient", NULL, NULL, NULL, clinic_patient_page_get_type },
  { "chart", NULL, NULL, NULL, clinic_chart_page_get_type },
};
/* *INDENT-ON* */

const ClinicPlace *
clinic_place_list (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);

  return places;
}

const ClinicPlace *
clinic_place_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_strcmp0 (places[i].name, name) == 0)
        return &places[i];
    }

  return NULL;
}

static gboolean
has_role (const char *roles,
          const char *role)
{
  g_auto(GStrv) words = g_strsplit (roles != NULL ? roles : "", " ", -1);

  return g_strv_contains ((const char * const *) words, role);
}

const char **
clinic_place_list_for (const char *roles)
{
  static const char * const usual[] = { "today", "agenda", "patients", "cocktails", "reports" };
  static const char * const office[] = { "today", "reports", "agenda", "patients", "cocktails" };
  gboolean manages = has_role (roles, "manager") && !has_role (roles, "practitioner") &&
                     !has_role (roles, "receptionist");
  const char * const *order = manages ? office : usual;
  const char **names = g_new0 (const char *, G_N_ELEMENTS (usual) + 1);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      const ClinicPlace *place = clinic_place_find (order[i]);

      if (place->right == NULL || clinic_rights_allow (roles != NULL ? roles : "", place->right))
        names[n++] = place->name;
    }

  return names;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patients-page.h"

struct _ClinicPatientsPage
{
  ClinicPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicPatientsPage, clinic_patients_page, CLINIC_TYPE_PAGE)

static void
clinic_patients_page_class_init (ClinicPatientsPageClass *klass)
{
}

static void
clinic_patients_page_init (ClinicPatientsPage *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-staff.h"

G_DEFINE_FINAL_TYPE (ClinicStaff, clinic_staff, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicStaff, name,        N_("Name"), .required = TRUE, .max = 120),
  CLINIC_FIELD (ClinicStaff, roles,       N_("Roles"), .required = TRUE, .max = 80),
  CLINIC_FIELD (ClinicStaff, colour,      N_("Colour"), .max = 16),
  CLINIC_FIELD (ClinicStaff, hours,       N_("Working hours"), .max = 400),
  CLINIC_FIELD (ClinicStaff, archived_on, N_("Left on"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static const char *const roles[] = { "receptionist", "practitioner", "manager", "owner", NULL };

static const char *
clinic_staff_check (ClinicRecord *record,
                    const char   *today)
{
  ClinicStaff *self = CLINIC_STAFF (record);
  g_auto(GStrv) names = g_strsplit (self->roles, " ", -1);

  for (char **name = names; *name != NULL; name++)
    {
      if (!g_strv_contains (roles, *name))
        return _("Roles: Give one or more of receptionist, practitioner, manager and owner, with "
                 "a space between.");

      if (g_strv_contains ((const char *const *) name + 1, *name))
        return _("Roles: One of them is given twice.");
    }

  return NULL;
}

static void
clinic_staff_class_init (ClinicStaffClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->check = clinic_staff_check;

  clinic_record_class_set_fields (record_class, "staff", N_("Staff member"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_staff_init (ClinicStaff *self)
{
}

ClinicStaff *
clinic_staff_new (void)
{
  return g_object_new (CLINIC_TYPE_STAFF, NULL);
}

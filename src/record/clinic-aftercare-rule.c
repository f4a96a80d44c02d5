/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-rule.h"
#include "clinic-date.h"

G_DEFINE_FINAL_TYPE (ClinicAftercareRule, clinic_aftercare_rule, CLINIC_TYPE_RECORD)

const ClinicChoice clinic_aftercare_sides[] = {
  { "after", N_("After the session") },
  { "before", N_("Before the next session") },
  { NULL }
};

const ClinicChoice clinic_aftercare_units[] = {
  { "hours", N_("hours") },
  { "days", N_("days") },
  { "day_end", N_("days, to the end of the day") },
  { NULL }
};

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicAftercareRule, code,      N_("Code"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicAftercareRule, side,      N_("When"), .format = CLINIC_CHOICE, .choices = clinic_aftercare_sides, .required = TRUE),
  CLINIC_FIELD (ClinicAftercareRule, amount,    N_("How long"), .min = 0, .max = 1000, .required = TRUE),
  CLINIC_FIELD (ClinicAftercareRule, unit,      N_("Unit"), .format = CLINIC_CHOICE, .choices = clinic_aftercare_units, .required = TRUE),
  CLINIC_FIELD (ClinicAftercareRule, position,  N_("Place in the list"), .min = 0, .max = 1000),
  CLINIC_FIELD (ClinicAftercareRule, treatment, N_("Other treatments of the scalp are among it")),
  CLINIC_FIELD (ClinicAftercareRule, source,    N_("Source"), .max = 400),
  CLINIC_FIELD (ClinicAftercareRule, ended_on,  N_("Not used since"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static const char *
clinic_aftercare_rule_check (ClinicRecord *record,
                             const char   *today)
{
  ClinicAftercareRule *self = CLINIC_AFTERCARE_RULE (record);

  if (self->amount == 0 && strcmp (self->unit, "day_end") != 0)
    return _("How long: Only the end of a day can be none at all.");

  if (self->treatment && !clinic_aftercare_rule_is_after (self))
    return _("Other treatments of the scalp are among it: That is for what comes after a session.");

  return NULL;
}

static void
clinic_aftercare_rule_class_init (ClinicAftercareRuleClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->check = clinic_aftercare_rule_check;

  clinic_record_class_set_fields (record_class, "aftercare_rule", N_("Aftercare"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_aftercare_rule_init (ClinicAftercareRule *self)
{
}

ClinicAftercareRule *
clinic_aftercare_rule_new (void)
{
  return g_object_new (CLINIC_TYPE_AFTERCARE_RULE, NULL);
}

gboolean
clinic_aftercare_rule_is_after (ClinicAftercareRule *self)
{
  return g_strcmp0 (self->side, "after") == 0;
}

static char *
add_days (ClinicAftercareRule *self,
          const char          *wall,
          gint64               sign)
{
  g_autofree char *date = clinic_wall_dup_date (wall);
  gboolean whole = strcmp (self->unit, "day_end") == 0;
  g_autofree char *day = clinic_date_add_days (date, sign * self->amount + (whole && sign > 0));

  if (day == NULL)
    return NULL;

  return g_strconcat (day, whole ? "T00:00" : wall + strlen ("2026-11-21"), NULL);
}

char *
clinic_aftercare_rule_limit (ClinicAftercareRule *self,
                             const char          *wall,
                             GTimeZone           *zone)
{
  gint64 sign = clinic_aftercare_rule_is_after (self) ? 1 : -1;
  g_autofree char *limit = NULL;

  g_return_val_if_fail (CLINIC_IS_AFTERCARE_RULE (self) && self->unit != NULL, NULL);
  g_return_val_if_fail (wall != NULL && clinic_wall_is_valid (wall), NULL);

  if (strcmp (self->unit, "hours") == 0)
    return clinic_wall_add_elapsed (wall, sign * self->amount * 60, zone);

  limit = add_days (self, wall, sign);

  /* A time that the change of the clocks skips is the one after it. */
  return limit != NULL ? clinic_wall_add_elapsed (limit, 0, zone) : NULL;
}

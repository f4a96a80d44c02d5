/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-decimal.h"
#include "clinic-default.h"

G_DEFINE_FINAL_TYPE (ClinicDefault, clinic_default, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicDefault, key,     N_("Key")),
  CLINIC_FIELD (ClinicDefault, title,   N_("Name")),
  CLINIC_FIELD (ClinicDefault, label,   N_("What")),
  CLINIC_FIELD (ClinicDefault, kind,    N_("Kind")),
  CLINIC_FIELD (ClinicDefault, value,   N_("Value")),
  CLINIC_FIELD (ClinicDefault, shipped, N_("As shipped")),
  CLINIC_FIELD (ClinicDefault, known,   N_("Shipped")),
  CLINIC_FIELD (ClinicDefault, least,   N_("At least")),
  CLINIC_FIELD (ClinicDefault, loosens, N_("Warns less")),
  CLINIC_FIELD (ClinicDefault, source,  N_("Source")),
};
/* *INDENT-ON* */

static void
clinic_default_class_init (ClinicDefaultClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "default", N_("Default"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_default_init (ClinicDefault *self)
{
}

/* From what says nothing to what stops. */
static int
rank (const char *severity)
{
  static const char *const order[] = { "off", "note", "warn", "stop" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (g_strcmp0 (severity, order[i]) == 0)
        return (int) i;
    }

  return 0;
}

gboolean
clinic_default_is_looser (ClinicDefault *self,
                          const char    *value)
{
  const char *before = self->known ? self->shipped : self->value;
  gint64 old;
  gint64 new;

  g_return_val_if_fail (CLINIC_IS_DEFAULT (self), FALSE);

  if (g_strcmp0 (self->kind, "bearing") == 0 || g_strcmp0 (self->kind, "severity") == 0)
    return rank (value) < rank (before);

  if (self->loosens == NULL || value == NULL || before == NULL || !clinic_decimal_parse (before, '.', &old) ||
      !clinic_decimal_parse (value, '.', &new))
    return FALSE;

  return g_str_equal (self->loosens, "up") ? new > old : new < old;
}

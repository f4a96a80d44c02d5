/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-text.h"

G_DEFINE_FINAL_TYPE (ClinicAftercareText, clinic_aftercare_text, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicAftercareText, aftercare_rule_id, N_("Aftercare"), .format = CLINIC_LINK, .links = "aftercare_rule", .required = TRUE),
  CLINIC_FIELD (ClinicAftercareText, language,          N_("Language"), .required = TRUE, .max = 16),
  CLINIC_FIELD (ClinicAftercareText, text,              N_("Text"), .required = TRUE, .max = 400),
};
/* *INDENT-ON* */

static void
clinic_aftercare_text_class_init (ClinicAftercareTextClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "aftercare_text", N_("Words of aftercare"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_aftercare_text_init (ClinicAftercareText *self)
{
}

ClinicAftercareText *
clinic_aftercare_text_new (void)
{
  return g_object_new (CLINIC_TYPE_AFTERCARE_TEXT, NULL);
}

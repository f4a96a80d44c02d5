/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-draw.h"

G_DEFINE_FINAL_TYPE (ClinicDraw, clinic_draw, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicDraw, session_id,          N_("Session"), .format = CLINIC_LINK, .links = "session", .required = TRUE),
  CLINIC_FIELD (ClinicDraw, cocktail_version_id, N_("Cocktail version"), .format = CLINIC_LINK, .links = "cocktail_version"),
  CLINIC_FIELD (ClinicDraw, lot_id,              N_("Lot"), .format = CLINIC_LINK, .links = "lot", .required = TRUE),
  CLINIC_FIELD (ClinicDraw, volume,              N_("Volume (ml)"), .format = CLINIC_DECIMAL, .required = TRUE, .min = 1, .max = 10000000),
};
/* *INDENT-ON* */

static void
clinic_draw_class_init (ClinicDrawClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "draw", N_("Draw"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_draw_init (ClinicDraw *self)
{
}

ClinicDraw *
clinic_draw_new (void)
{
  return g_object_new (CLINIC_TYPE_DRAW, NULL);
}

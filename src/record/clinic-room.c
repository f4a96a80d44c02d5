/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-room.h"

G_DEFINE_FINAL_TYPE (ClinicRoom, clinic_room, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicRoom, name,        N_("Name"), .required = TRUE, .max = 80),
  CLINIC_FIELD (ClinicRoom, archived_on, N_("Given up on"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static void
clinic_room_class_init (ClinicRoomClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "room", N_("Room"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_room_init (ClinicRoom *self)
{
}

ClinicRoom *
clinic_room_new (void)
{
  return g_object_new (CLINIC_TYPE_ROOM, NULL);
}

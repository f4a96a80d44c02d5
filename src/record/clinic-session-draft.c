/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-session-draft.h"

G_DEFINE_FINAL_TYPE (ClinicSessionDraft, clinic_session_draft, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicSessionDraft, session_id, N_("Session"), .format = CLINIC_LINK, .links = "session", .required = TRUE),
  CLINIC_FIELD (ClinicSessionDraft, staff_id,   N_("Written by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicSessionDraft, content,    N_("Content"), .required = TRUE, .max = 1000000),
  CLINIC_FIELD (ClinicSessionDraft, saved_at,   N_("Saved at"), .required = TRUE, .max = 40),
};
/* *INDENT-ON* */

static void
clinic_session_draft_class_init (ClinicSessionDraftClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "session_draft", N_("Session draft"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_session_draft_init (ClinicSessionDraft *self)
{
}

ClinicSessionDraft *
clinic_session_draft_new (void)
{
  return g_object_new (CLINIC_TYPE_SESSION_DRAFT, NULL);
}

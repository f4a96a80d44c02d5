/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-snippet.h"

G_DEFINE_FINAL_TYPE (ClinicSnippet, clinic_snippet, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicSnippet, short_key,   N_("Short key"), .required = TRUE, .max = 16),
  CLINIC_FIELD (ClinicSnippet, text,        N_("Text"), .required = TRUE, .max = 1000),
  CLINIC_FIELD (ClinicSnippet, place,       N_("Place in the list"), .min = 1, .max = 100000),
  CLINIC_FIELD (ClinicSnippet, archived_on, N_("Archived on"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static void
clinic_snippet_class_init (ClinicSnippetClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "snippet", N_("Phrase"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_snippet_init (ClinicSnippet *self)
{
}

ClinicSnippet *
clinic_snippet_new (void)
{
  return g_object_new (CLINIC_TYPE_SNIPPET, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-sheet.h"
#include "clinic-paper-words.h"

G_DEFINE_FINAL_TYPE (ClinicAftercareSheet, clinic_aftercare_sheet, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicAftercareSheet, code,      N_("Code"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicAftercareSheet, side,      N_("When"), .format = CLINIC_CHOICE, .choices = clinic_aftercare_sides, .required = TRUE),
  CLINIC_FIELD (ClinicAftercareSheet, amount,    N_("How long"), .min = 0, .max = 1000, .required = TRUE),
  CLINIC_FIELD (ClinicAftercareSheet, unit,      N_("Unit"), .format = CLINIC_CHOICE, .choices = clinic_aftercare_units, .required = TRUE),
  CLINIC_FIELD (ClinicAftercareSheet, position,  N_("Place in the list"), .min = 0, .max = 1000),
  CLINIC_FIELD (ClinicAftercareSheet, treatment, N_("Other treatments of the scalp are among it")),
  CLINIC_FIELD (ClinicAftercareSheet, source,    N_("Source"), .max = 400),
  CLINIC_FIELD (ClinicAftercareSheet, ended_on,  N_("Not used since"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

/* The fields that it shares with a rule; those after them are its words. */
static void
copy_fields (ClinicRecord *to,
             ClinicRecord *from)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (to);
  ClinicRecordClass *other = CLINIC_RECORD_GET_CLASS (from);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const ClinicField *field = clinic_record_class_find_field (klass, fields[i].name);
      const ClinicField *source = clinic_record_class_find_field (other, fields[i].name);

      if (field->storage == CLINIC_TEXT)
        clinic_record_set_text (to, field, clinic_record_get_text (from, source));
      else
        clinic_record_set_number (to, field, clinic_record_get_number (from, source));
    }
}

static const char *
clinic_aftercare_sheet_check (ClinicRecord *record,
                              const char   *today)
{
  g_autoptr(ClinicAftercareRule) rule = clinic_aftercare_sheet_dup_rule (CLINIC_AFTERCARE_SHEET (record));

  return CLINIC_RECORD_GET_CLASS (rule)->check (CLINIC_RECORD (rule), today);
}

/* A field a language, named "text_de" and labelled as the language calls itself. */
static void
add_languages (GArray *all)
{
  const char *const *languages = clinic_paper_known_languages ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const ClinicField field = {
        .name = g_strconcat ("text_", languages[i], NULL),
        .label = clinic_paper_language_name (languages[i]),
        .offset = G_STRUCT_OFFSET (ClinicAftercareSheet, texts) + i * sizeof (char *),
        .storage = CLINIC_TEXT,
      };

      g_assert (i < CLINIC_AFTERCARE_MOST_LANGUAGES);
      g_array_append_val (all, field);
    }
}

static void
clinic_aftercare_sheet_class_init (ClinicAftercareSheetClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ClinicField));

  record_class->check = clinic_aftercare_sheet_check;

  /* They live as long as the class. */
  g_array_append_vals (all, fields, G_N_ELEMENTS (fields));
  add_languages (all);
  clinic_record_class_set_fields (record_class, "aftercare_sheet", N_("Aftercare"),
                                  (const ClinicField *) all->data, all->len);
  g_array_free (all, FALSE);
}

static void
clinic_aftercare_sheet_init (ClinicAftercareSheet *self)
{
}

static const ClinicField *
find_language (const char *language)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (CLINIC_TYPE_AFTERCARE_SHEET);
  g_autofree char *name = g_strconcat ("text_", language, NULL);

  return clinic_record_class_find_field (klass, name);
}

ClinicAftercareSheet *
clinic_aftercare_sheet_new (ClinicAftercareRule *rule,
                            GPtrArray           *texts,
                            gint64               version)
{
  ClinicAftercareSheet *self = g_object_new (CLINIC_TYPE_AFTERCARE_SHEET, NULL);

  copy_fields (CLINIC_RECORD (self), CLINIC_RECORD (rule));
  clinic_record_set_id (CLINIC_RECORD (self), clinic_record_get_id (CLINIC_RECORD (rule)));
  clinic_record_set_version (CLINIC_RECORD (self), version);

  for (guint i = 0; i < texts->len; i++)
    {
      ClinicAftercareText *text = texts->pdata[i];

      clinic_aftercare_sheet_set_text (self, text->language, text->text);
    }

  return self;
}

ClinicAftercareRule *
clinic_aftercare_sheet_dup_rule (ClinicAftercareSheet *self)
{
  ClinicAftercareRule *rule = clinic_aftercare_rule_new ();

  copy_fields (CLINIC_RECORD (rule), CLINIC_RECORD (self));
  clinic_record_set_id (CLINIC_RECORD (rule), clinic_record_get_id (CLINIC_RECORD (self)));

  return rule;
}

GStrv
clinic_aftercare_sheet_dup_words (ClinicAftercareSheet *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *languages = clinic_paper_known_languages ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *text = clinic_aftercare_sheet_get_text (self, languages[i]);

      g_strv_builder_add (builder, languages[i]);
      g_strv_builder_add (builder, text != NULL ? text : "");
    }

  return g_strv_builder_end (builder);
}

const char *
clinic_aftercare_sheet_get_text (ClinicAftercareSheet *self,
                                 const char           *language)
{
  const ClinicField *field = find_language (language);

  return field != NULL ? clinic_record_get_text (CLINIC_RECORD (self), field) : NULL;
}

void
clinic_aftercare_sheet_set_text (ClinicAftercareSheet *self,
                                 const char           *language,
                                 const char           *text)
{
  const ClinicField *field = find_language (language);

  if (field != NULL)
    clinic_record_set_text (CLINIC_RECORD (self), field, text);
}

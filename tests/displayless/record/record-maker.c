/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-id.h"
#include "clinic-record-types.h"
#include "record-maker.h"

/* Fields whose values must fit others: table, field, value; NULL leaves it empty. */
static const struct
{
  const char *table;
  const char *field;
  const char *value;
} fitting[] = {
  { "clinic", "zone", "Europe/Vienna" },
  { "staff", "roles", "receptionist practitioner" },
  { "patient", "birth_date", "1984-05-31" },
  { "patient", "merged_into", NULL },
  { "allergy", "allergen_group_id", NULL },
  { "lot", "cocktail_id", NULL },
  { "lot", "gtin", "04006381333931" },
  { "session", "ends", "2024-05-31T10:15" },
  { "session", "began", "2024-05-31T09:35" },
  { "session", "finished", "2024-05-31T10:05" },
  { "phase", "min_days", "7" },
  { "phase", "target_days", "14" },
  { "phase", "max_days", "21" },
  { "grade", "stage", "IIIa" },
  { "consent", "strokes", NULL },
  { "reaction", "naranjo", "uyyunuuuuy" },
  { "metric", "low", "0" },
  { "metric", "high", "100.5" },
  { "pull_version", "grasped_from", "40" },
  { "pull_version", "grasped_to", "60" },
};

ClinicChange
maker_change (ClinicDb *db)
{
  return (ClinicChange) {
           .db = db,
           .actor = 1,
           .operation = 77,
           .command = "test",
           .today = "2026-11-21",
  };
}

void
maker_begin (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
}

void
maker_commit (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  clinic_db_commit (db, &error);
  g_assert_no_error (error);
}

void
maker_set (ClinicRecord *record,
           const char   *name,
           const char   *value)
{
  const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                             name);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (field);
  clinic_record_take_value (record, field, value, &error);
  g_assert_no_error (error);
}

void
maker_save (ClinicChange *change,
            ClinicRecord *record)
{
  g_autoptr(GError) error = NULL;

  clinic_store_save (change, record, &error);
  g_assert_no_error (error);
}

gint64
maker_count (ClinicDb   *db,
             const char *what)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", what, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));

  return clinic_statement_get_int (statement, 0);
}

static gint64
make_linked (ClinicChange *change,
             const char   *table)
{
  g_autoptr(ClinicRecord) linked = maker_make (change, clinic_record_type_of_table (table), FALSE);

  maker_save (change, linked);

  return clinic_record_get_id (linked);
}

static void
fill_text (ClinicRecord      *record,
           const ClinicField *field)
{
  static guint n_texts;
  g_autofree char *text = NULL;

  switch (field->format)
    {
    case CLINIC_DATE:
      clinic_record_set_text (record, field, "2024-05-31");
      break;

    case CLINIC_WALL:
      clinic_record_set_text (record, field, "2024-05-31T09:30");
      break;

    case CLINIC_CHOICE:
      clinic_record_set_text (record, field, field->choices[0].value);
      break;

    case CLINIC_PLAIN:
    case CLINIC_LINK:
    case CLINIC_DECIMAL:
    default:
      text = g_strdup_printf ("Ş%u ‹é›", ++n_texts);
      clinic_record_set_text (record, field, text);
    }
}

static gint64
middle (const ClinicField *field)
{
  return field->max == 0 && field->min == 0 ? 1234567 : field->min + (field->max - field->min) / 3;
}

static void
fill (ClinicChange      *change,
      ClinicRecord      *record,
      const ClinicField *field)
{
  if (field->storage == CLINIC_TEXT)
    fill_text (record, field);
  else if (field->storage == CLINIC_FLAG)
    clinic_record_set_number (record, field, 1);
  else if (field->format == CLINIC_LINK)
    clinic_record_set_number (record, field, make_linked (change, field->links));
  else
    clinic_record_set_number (record, field, middle (field));
}

static gboolean
find_fitting (const char   *table,
              const char   *field,
              const char  **value)
{
  for (guint i = 0; i < G_N_ELEMENTS (fitting); i++)
    {
      if (strcmp (fitting[i].table, table) == 0 && strcmp (fitting[i].field, field) == 0)
        {
          *value = fitting[i].value;
          return TRUE;
        }
    }

  return FALSE;
}

/* What a record needs although each of its fields alone may be left out. */
static gboolean
is_needed (ClinicRecordClass *klass,
           const ClinicField *field)
{
  return field->required ||
         (strcmp (klass->table, "allergy") == 0 && strcmp (field->name, "ingredient_id") == 0) ||
         (strcmp (klass->table, "consent") == 0 && strcmp (field->name, "typed") == 0) ||
         (strcmp (klass->table, "lot") == 0 && strcmp (field->name, "ingredient_id") == 0) ||
         (strcmp (klass->table, "pull_version") == 0 && strcmp (field->name, "total_above") == 0) ||
         (strcmp (klass->table, "measurement") == 0 && strcmp (field->name, "taken_on") == 0);
}

ClinicRecord *
maker_make (ClinicChange *change,
            GType         type,
            gboolean      all)
{
  ClinicRecord *record = g_object_new (type, NULL);
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];
      const char *value = NULL;

      if (!all && !is_needed (klass, field))
        continue;

      if (find_fitting (klass->table, field->name, &value))
        maker_set (record, field->name, value);
      else
        fill (change, record, field);
    }

  return record;
}

gboolean
maker_change_field (ClinicChange      *change,
                    ClinicRecord      *record,
                    const ClinicField *field)
{
  const char *table = CLINIC_RECORD_GET_CLASS (record)->table;
  const char *value;
  gint64 number;

  /* Those that must fit are changed in pairs only. */
  if (find_fitting (table, field->name, &value) ||
      strcmp (field->name, "starts") == 0 ||
      strcmp (field->name, "signed_at") == 0)
    return FALSE;

  if (field->storage == CLINIC_TEXT && field->format == CLINIC_DATE)
    clinic_record_set_text (record, field, "2024-06-01");
  else if (field->storage == CLINIC_TEXT && field->format == CLINIC_WALL)
    clinic_record_set_text (record, field, strcmp (field->name, "onset") == 0 ? "2024-05-31T09:00"
                                                                                 : "2024-05-31T09:31");
  else if (field->storage == CLINIC_TEXT && field->format == CLINIC_CHOICE)
    clinic_record_set_text (record, field, field->choices[1].value);
  else if (field->storage == CLINIC_NUMBER && field->format != CLINIC_LINK)
    {
      number = clinic_record_get_number (record, field);
      clinic_record_set_number (record, field, number + 1);
    }
  else if (field->storage == CLINIC_FLAG)
    clinic_record_set_number (record, field, 0);
  else
    fill (change, record, field);

  return TRUE;
}

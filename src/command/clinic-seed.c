/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-rule.h"
#include "clinic-aftercare-text.h"
#include "clinic-allergen-group.h"
#include "clinic-cocktail-version.h"
#include "clinic-cocktail.h"
#include "clinic-component.h"
#include "clinic-condition-kind.h"
#include "clinic-consent-template.h"
#include "clinic-contraindication.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-id.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-ingredient.h"
#include "clinic-medicine-kind.h"
#include "clinic-metric.h"
#include "clinic-phase.h"
#include "clinic-protocol.h"
#include "clinic-reaction-kind.h"
#include "clinic-resource.h"
#include "clinic-seed.h"
#include "clinic-text.h"

/* The shipped files become a list of records that have ids but were never stored, those that
 * others link to first. */
typedef struct
{
  GPtrArray  *records;
  GHashTable *ids;          /* "ingredient/biotin" → its record */
  GPtrArray  *problems;     /* sentences */
  const char *today;
  const char *file;
  const char *code;
  GKeyFile   *keys;         /* of the file */
} Seed;

/* Fields that people read, in the language of whoever makes the clinic; from then on they are the clinic's own. */
static const char * const told[] = {
  "name", "note", "advice", "withdrawn_reason", "grade_1", "grade_2", "grade_3", "grade_4", "grade_5", NULL,
};

G_GNUC_PRINTF (2, 3)
static void
complain (Seed       *seed,
          const char *format,
          ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (seed->problems, g_strdup_printf ("%s [%s]: %s", seed->file, seed->code, what));
}

static void
seed_clear (Seed *seed)
{
  g_clear_pointer (&seed->records, g_ptr_array_unref);
  g_clear_pointer (&seed->ids, g_hash_table_unref);
  g_clear_pointer (&seed->problems, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seed, seed_clear)

static ClinicRecord *
add (Seed * seed,
     GType type)
{
  ClinicRecord *record = g_object_new (type, NULL);

  clinic_record_set_id (record, clinic_id_new ());
  g_ptr_array_add (seed->records, record);

  return record;
}

/* A '-' says that the source says nothing. */
static void
set (Seed         *seed,
     ClinicRecord *record,
     const char   *name,
     const char   *value)
{
  const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                             name);
  g_autoptr(GError) error = NULL;

  if (field == NULL)
    complain (seed, "no field “%s”", name);
  else if (strcmp (value, "-") != 0 && !clinic_record_take_value (record, field, value, &error))
    complain (seed, "%s", error->message);
}

static void
set_told (Seed         *seed,
          ClinicRecord *record,
          const char   *name,
          const char   *value)
{
  set (seed, record, name, g_strv_contains (told, name) && *value != '\0' ? _(value) : value);
}

static void
set_link (Seed         *seed,
          ClinicRecord *record,
          const char   *name,
          ClinicRecord *other)
{
  const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                             name);

  if (other != NULL)
    clinic_record_set_number (record, field, clinic_record_get_id (other));
}

static ClinicRecord *
find (Seed       *seed,
      const char *table,
      const char *code)
{
  g_autofree char *key = g_strconcat (table, "/", code, NULL);
  ClinicRecord *record = g_hash_table_lookup (seed->ids, key);

  if (record == NULL)
    complain (seed, "there is no %s “%s”", table, code);

  return record;
}

/* The parts of @text between @separator, trimmed. */
static char **
split (const char *text,
       const char *separator)
{
  char **parts = g_strsplit (text, separator, -1);

  for (char **part = parts; *part != NULL; part++)
    g_strstrip (*part);

  return parts;
}

static void
add_allergens (Seed         *seed,
               ClinicRecord *ingredient,
               const char   *value)
{
  g_auto(GStrv) codes = split (value, ";");

  for (char **code = codes; *code != NULL; code++)
    {
      ClinicRecord *link = add (seed, CLINIC_TYPE_INGREDIENT_ALLERGEN);

      set_link (seed, link, "ingredient_id", ingredient);
      set_link (seed, link, "allergen_group_id", find (seed, "allergen_group", *code));
    }
}

/* "pregnancy:stop;cardiac:warn" */
static void
add_contraindications (Seed         *seed,
                       ClinicRecord *ingredient,
                       const char   *value)
{
  g_auto(GStrv) entries = split (value, ";");

  for (char **entry = entries; *entry != NULL; entry++)
    {
      g_auto(GStrv) parts = split (*entry, ":");
      ClinicRecord *record = add (seed, CLINIC_TYPE_CONTRAINDICATION);

      if (g_strv_length (parts) != 2)
        {
          complain (seed, "“%s” is not CONDITION:SEVERITY", *entry);
          continue;
        }

      set_link (seed, record, "ingredient_id", ingredient);
      set_link (seed, record, "condition_kind_id", find (seed, "condition_kind", parts[0]));
      set (seed, record, "severity", parts[1]);

      if (CLINIC_INGREDIENT (ingredient)->source != NULL)
        set (seed, record, "source", CLINIC_INGREDIENT (ingredient)->source);
    }
}

/* The code of a condition. */
static void
add_condition (Seed         *seed,
               ClinicRecord *medicine,
               const char   *value)
{
  set_link (seed, medicine, "condition_kind_id", find (seed, "condition_kind", value));
}

/* "NAME, SESSIONS, LEAST/TARGET/MOST, TECHNIQUE, DEPTH, MINUTES; …" */
static void
add_phases (Seed         *seed,
            ClinicRecord *protocol,
            const char   *value)
{
  static const char *const names[] = { "name", "sessions", NULL, "technique", "depth",
                                       "length_minutes" };
  static const char *const days_names[] = { "min_days", "target_days", "max_days" };
  g_auto(GStrv) entries = split (value, ";");

  for (guint n = 0; entries[n] != NULL; n++)
    {
      g_auto(GStrv) parts = split (entries[n], ",");
      g_auto(GStrv) days = g_strv_length (parts) == G_N_ELEMENTS (names) ? split (parts[2],
                                                                                  "/") : NULL;
      g_autofree char *number = g_strdup_printf ("%u", n + 1);
      ClinicRecord *phase = add (seed, CLINIC_TYPE_PHASE);

      if (days == NULL || g_strv_length (days) != G_N_ELEMENTS (days_names))
        {
          complain (seed, "“%s” is no phase", entries[n]);
          continue;
        }

      set_link (seed, phase, "protocol_id", protocol);
      set (seed, phase, "number", number);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          if (names[i] != NULL)
            set_told (seed, phase, names[i], parts[i]);
        }

      for (guint i = 0; i < G_N_ELEMENTS (days_names); i++)
        set (seed, phase, days_names[i], days[i]);
    }
}

static void
add_component (Seed         *seed,
               ClinicRecord *version,
               const char   *entry,
               guint        *n_principal)
{
  ClinicRecord *component = add (seed, CLINIC_TYPE_COMPONENT);
  g_auto(GStrv) parts = split (entry, ",");
  g_auto(GStrv) strength = NULL;
  ClinicRecord *ingredient;

  if (g_strv_length (parts) != 3)
    {
      complain (seed, "“%s” is no component", entry);
      return;
    }

  ingredient = find (seed, "ingredient", parts[0]);
  set_link (seed, component, "cocktail_version_id", version);
  set_link (seed, component, "ingredient_id", ingredient);
  set (seed, component, "volume", parts[2]);
  strength = g_strsplit (parts[1], " ", 2);
  set (seed, component, "strength", strength[0]);

  if (strength[0] != NULL && strength[1] != NULL)
    set (seed, component, "strength_unit", strength[1]);

  if (ingredient != NULL && g_strcmp0 (CLINIC_INGREDIENT (ingredient)->role, "principal") == 0)
    (*n_principal)++;
}

/* "INGREDIENT, STRENGTH UNIT, ML; …" */
static void
add_components (Seed         *seed,
                ClinicRecord *cocktail,
                const char   *value)
{
  ClinicRecord *version = add (seed, CLINIC_TYPE_COCKTAIL_VERSION);
  g_auto(GStrv) entries = split (value, ";");
  g_autofree char *note = g_key_file_get_string (seed->keys, seed->code, "note", NULL);
  guint n_principal = 0;

  set_link (seed, version, "cocktail_id", cocktail);
  set (seed, version, "number", "1");
  set (seed, version, "made_on", seed->today);

  for (char **entry = entries; *entry != NULL; entry++)
    add_component (seed, version, *entry, &n_principal);

  if (n_principal < 2 && (note == NULL || strstr (note, "Published product") == NULL))
    complain (seed, "has %u principal agents and does not say that it is published so",
              n_principal);
}

/* The file that holds the words of a form. */
static void
add_body (Seed         *seed,
          ClinicRecord *form,
          const char   *value)
{
  g_autofree char *path = g_strdup_printf ("seed/%s", value);
  g_autofree char *text = clinic_resource_dup_text (path);

  if (text == NULL)
    {
      complain (seed, "there is no %s", path);
      return;
    }

  set (seed, form, "body", g_strstrip (text));
  set (seed, form, "number", "1");
  set (seed, form, "valid_from", seed->today);
}

/* "LANGUAGE: WORDS | …" */
static void
add_aftercare_texts (Seed         *seed,
                     ClinicRecord *rule,
                     const char   *value)
{
  g_auto(GStrv) entries = split (value, "|");

  for (char **entry = entries; *entry != NULL; entry++)
    {
      g_auto(GStrv) parts = g_strsplit (*entry, ": ", 2);
      ClinicRecord *text = add (seed, CLINIC_TYPE_AFTERCARE_TEXT);

      if (g_strv_length (parts) != 2)
        {
          complain (seed, "“%s” is not LANGUAGE: WORDS", *entry);
          continue;
        }

      set_link (seed, text, "aftercare_rule_id", rule);
      set (seed, text, "language", parts[0]);
      set (seed, text, "text", parts[1]);
    }
}

/* What the groups of a file become. One key may stand for records that hang on the group's own. */
typedef struct
{
  const char  *file;
  GType (* get_type)(void);
  const char  *part;
  void (* add_part)(Seed         *seed,
                    ClinicRecord *record,
                    const char   *value);
  const char  *other_part;
  void (* add_other)(Seed         *seed,
                     ClinicRecord *record,
                     const char   *value);
} SeedFile;

/* Each refers to those before it only. */
/* *INDENT-OFF* */
static const SeedFile files[] = {
  { "allergen-groups", clinic_allergen_group_get_type },
  { "conditions",      clinic_condition_kind_get_type },
  { "medicines",       clinic_medicine_kind_get_type, "condition", add_condition },
  { "diagnosis-kinds", clinic_diagnosis_kind_get_type },
  { "reaction-kinds",  clinic_reaction_kind_get_type },
  { "metrics",         clinic_metric_get_type },
  { "ingredients",     clinic_ingredient_get_type, "allergens", add_allergens, "contraindications", add_contraindications },
  { "protocols",       clinic_protocol_get_type,   "phases", add_phases },
  { "cocktails",       clinic_cocktail_get_type,   "components", add_components },
  { "consents",        clinic_consent_template_get_type, "text", add_body },
  { "aftercare",       clinic_aftercare_rule_get_type,   "texts", add_aftercare_texts },
};
/* *INDENT-ON* */

static void
read_part (Seed         *seed,
           GKeyFile     *keys,
           ClinicRecord *record,
           const char   *key,
           void (      * add_part )(Seed               *seed,
                                    ClinicRecord       *record,
                                    const char         *value))
{
  g_autofree char *value = key != NULL ? g_key_file_get_string (keys, seed->code, key, NULL) : NULL;

  if (value != NULL)
    add_part (seed, record, value);
}

/* An import still knows by its shipped name what has another here. */
static void
add_shipped_name (Seed         *seed,
                  ClinicRecord *record)
{
  g_autofree char *name = g_key_file_get_string (seed->keys, seed->code, "name", NULL);
  g_autofree char *aliases = g_key_file_get_string (seed->keys, seed->code, "aliases", NULL);
  g_autofree char *all = NULL;

  if (name == NULL || g_strcmp0 (name, _(name)) == 0)
    return;

  all = aliases != NULL ? g_strjoin (";", name, aliases, NULL) : g_strdup (name);
  set (seed, record, "aliases", all);
}

static void
read_group (Seed           *seed,
            const SeedFile *file,
            GKeyFile       *keys)
{
  ClinicRecord *record = add (seed, file->get_type ());
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_auto(GStrv) names = g_key_file_get_keys (keys, seed->code, NULL, NULL);

  if (clinic_record_class_find_field (klass, "code") != NULL)
    set (seed, record, "code", seed->code);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *value = g_key_file_get_string (keys, seed->code, *name, NULL);

      if (g_strcmp0 (*name, file->part) != 0 && g_strcmp0 (*name, file->other_part) != 0)
        set_told (seed, record, *name, value != NULL ? value : "");
    }

  if (clinic_record_class_find_field (klass, "aliases") != NULL)
    add_shipped_name (seed, record);

  g_hash_table_insert (seed->ids, g_strconcat (klass->table, "/", seed->code, NULL), record);
  read_part (seed, keys, record, file->part, file->add_part);
  read_part (seed, keys, record, file->other_part, file->add_other);
}

/* A key file takes groups of one name together in silence. */
static void
check_groups (Seed       *seed,
              const char *text)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (**line == '[' && !g_hash_table_add (seen, *line))
        complain (seed, "%s is given twice", *line);
    }
}

static void
read_file (Seed           *seed,
           const SeedFile *file)
{
  g_autofree char *path = g_strdup_printf ("seed/%s.ini", file->file);
  g_autofree char *text = clinic_resource_dup_text (path);
  g_autoptr(GKeyFile) keys = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) groups = NULL;

  seed->file = file->file;
  seed->code = "";

  if (text == NULL || !g_key_file_load_from_data (keys, text, -1, G_KEY_FILE_NONE, &error))
    {
      complain (seed, "%s", error != NULL ? error->message : "missing");
      return;
    }

  check_groups (seed, text);
  seed->keys = keys;
  groups = g_key_file_get_groups (keys, NULL);

  for (char **group = groups; *group != NULL; group++)
    {
      seed->code = *group;
      read_group (seed, file, keys);
    }

  seed->keys = NULL;
  seed->code = "";
}

static void
read_all (Seed       *seed,
          const char *today)
{
  seed->records = g_ptr_array_new_with_free_func (g_object_unref);
  seed->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  seed->problems = g_ptr_array_new_with_free_func (g_free);
  seed->today = today;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    read_file (seed, &files[i]);
}

static gboolean
check_none (ClinicDb  *db,
            GError   **error)
{
  g_autoptr(GPtrArray) there = clinic_store_list_by (db, CLINIC_TYPE_INGREDIENT, NULL, 0, error);

  if (there == NULL)
    return FALSE;

  if (there->len == 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                       _("The lists that come with the program are in this clinic already."));

  return FALSE;
}

/* Forms and aftercare came later than the other lists: a clinic may have either without the other. */
static gboolean
is_paper (ClinicRecord *record)
{
  return CLINIC_IS_CONSENT_TEMPLATE (record) || CLINIC_IS_AFTERCARE_RULE (record) ||
         CLINIC_IS_AFTERCARE_TEXT (record);
}

/* Whether the clinic has any of the type of @record; -1 with @error. */
static int
has_any (ClinicDb      *db,
         ClinicRecord  *record,
         GError       **error)
{
  g_autoptr(GPtrArray) there = clinic_store_list_by (db, G_OBJECT_TYPE (record), NULL, 0, error);

  return there != NULL ? there->len > 0 : -1;
}

gboolean
clinic_seed_load_papers (ClinicChange  *change,
                         GError       **error)
{
  g_auto(Seed) seed = { 0 };
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (change != NULL && change->db != NULL && change->today != NULL, FALSE);

  read_all (&seed, change->today);

  for (guint i = 0; i < seed.records->len; i++)
    {
      ClinicRecord *record = seed.records->pdata[i];
      gpointer type = (gpointer) G_OBJECT_TYPE (record);
      int there = g_hash_table_contains (known, type)
                  ? GPOINTER_TO_INT (g_hash_table_lookup (known, type))
                  : is_paper (record) ? has_any (change->db, record, error) : 1;

      if (there < 0)
        return FALSE;

      g_hash_table_insert (known, type, GINT_TO_POINTER (there));

      if (there == 0 && !clinic_store_save (change, record, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_seed_load (ClinicChange  *change,
                  GError       **error)
{
  g_auto(Seed) seed = { 0 };

  g_return_val_if_fail (change != NULL && change->db != NULL && change->today != NULL, FALSE);

  read_all (&seed, change->today);

  if (seed.problems->len > 0)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, seed.problems->pdata[0]);
      return FALSE;
    }

  if (!check_none (change->db, error))
    return FALSE;

  for (guint i = 0; i < seed.records->len; i++)
    {
      if (!clinic_store_save (change, seed.records->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* The grades of a term are one stretch (only 2; 3 to 5), and each has a term and its
 * dictionary's version. */
static void
check_grades (Seed               *seed,
              ClinicReactionKind *kind)
{
  const char *grades[] = { kind->grade_1, kind->grade_2, kind->grade_3, kind->grade_4,
                           kind->grade_5 };
  guint n_stretches = 0;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    n_stretches += grades[i] != NULL && (i == 0 || grades[i - 1] == NULL);

  seed->code = kind->code;

  if (n_stretches != 1)
    complain (seed, "its grades are not one stretch");

  if (kind->ctcae_term == NULL || kind->ctcae_version == NULL || kind->meddra == NULL)
    complain (seed, "lacks the term, its version or its code");
}

/* An import finds a metric by its code, name or any alias. */
static void
check_aliases (Seed         *seed,
               ClinicMetric *metric,
               GHashTable   *words)
{
  g_auto(GStrv) aliases = split (metric->aliases != NULL ? metric->aliases : "", ";");
  const char *names[] = { metric->code, metric->name };

  seed->code = metric->code;

  for (guint i = 0; i < G_N_ELEMENTS (names) + g_strv_length (aliases); i++)
    {
      g_autofree char *word =
        clinic_text_fold (i < G_N_ELEMENTS (names) ? names[i] : aliases[i - G_N_ELEMENTS (names)]);
      ClinicMetric *other = g_hash_table_lookup (words, word);

      if (other != NULL && other != metric)
        complain (seed, "“%s” also means %s", word, other->code);

      g_hash_table_insert (words, g_steal_pointer (&word), metric);
    }
}

static void
check_record (Seed         *seed,
              ClinicRecord *record,
              GHashTable   *words)
{
  const ClinicField *source = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                              "source");
  g_autoptr(GError) error = NULL;

  seed->file = CLINIC_RECORD_GET_CLASS (record)->table;
  seed->code = "";

  if (!clinic_record_validate (record, seed->today, &error))
    complain (seed, "%s", error->message);

  if (source != NULL && clinic_record_get_text (record, source) == NULL)
    complain (seed, "a row names no source");

  if (CLINIC_IS_REACTION_KIND (record))
    check_grades (seed, CLINIC_REACTION_KIND (record));
  else if (CLINIC_IS_METRIC (record))
    check_aliases (seed, CLINIC_METRIC (record), words);
}

char **
clinic_seed_check (void)
{
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(Seed) seed = { 0 };

  read_all (&seed, "2026-01-01");

  for (guint i = 0; i < seed.records->len; i++)
    check_record (&seed, seed.records->pdata[i], words);

  g_ptr_array_add (seed.problems, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&seed.problems), FALSE);
}

GPtrArray *
clinic_seed_list_shipped (GType type)
{
  g_auto(Seed) seed = { 0 };
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  read_all (&seed, "2026-01-01");

  for (guint i = 0; i < seed.records->len; i++)
    {
      if (G_OBJECT_TYPE (seed.records->pdata[i]) == type)
        g_ptr_array_add (records, g_object_ref (seed.records->pdata[i]));
    }

  return records;
}

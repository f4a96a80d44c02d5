/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#include "clinic-allergen-group.h"
#include "clinic-cocktail.h"
#include "clinic-condition-kind.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-id.h"
#include "clinic-ingredient.h"
#include "clinic-medicine-kind.h"
#include "clinic-metric.h"
#include "clinic-phase.h"
#include "clinic-protocol.h"
#include "clinic-reaction-kind.h"
#include "clinic-seed.h"
#include "clinic-test.h"

/* What a clinic is filled with is in the language of whoever makes it, and whole in each. */

static const char * const languages[] = { "ar", "de", "tr" };

static GType types[10];

static void
load (ClinicDb   *db,
      const char *language)
{
  ClinicChange change = { .db = db, .operation = clinic_id_new (), .command = "clinic.create",
                          .today = "2026-11-21" };
  g_autoptr(GError) error = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  /* What was looked up before is looked up anew. */
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_true (clinic_db_begin (db, CLINIC_DB_CHANGE, NULL));
  clinic_seed_load (&change, &error);
  g_assert_no_error (error);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
}

static char *
get_name (ClinicRecord *record)
{
  const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record), "name");

  return (char *) clinic_record_get_text (record, field);
}

/* Names of records, each by what stands for it in every language. */
static GHashTable *
read_names (ClinicDb *db,
            GType     type)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, type, NULL, 0, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ClinicField *code = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (records->pdata[i]), "code");

      g_hash_table_insert (names, code != NULL ? g_strdup (clinic_record_get_text (records->pdata[i], code))
                                               : g_strdup_printf ("%u", i),
                           g_strdup (get_name (records->pdata[i])));
    }

  return names;
}

static GHashTable *english[G_N_ELEMENTS (types)];

static void
test_in_english (ClinicDb *db)
{
  load (db, "en");

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_clear_pointer (&english[i], g_hash_table_unref);
      english[i] = read_names (db, types[i]);
    }
}

static void
look_at_names (ClinicDb *db,
               guint     i,
               guint    *n_same,
               guint    *n_all)
{
  g_autoptr(GHashTable) names = read_names (db, types[i]);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer code;
  gpointer name;

  g_assert_cmpuint (g_hash_table_size (names), ==, g_hash_table_size (english[i]));
  g_hash_table_iter_init (&iter, names);

  while (g_hash_table_iter_next (&iter, &code, &name))
    {
      *n_all += 1;
      *n_same += g_strcmp0 (name, g_hash_table_lookup (english[i], code)) == 0;

      /* Phases of many protocols are called the same. */
      if (types[i] != CLINIC_TYPE_PHASE && !g_hash_table_add (seen, name))
        g_error ("%s: two are called “%s”", g_type_name (types[i]), (const char *) name);
    }
}

static void
test_in_its_language (ClinicDb      *db,
                      gconstpointer  language)
{
  guint n_same = 0;
  guint n_all = 0;

  if (english[0] == NULL)
    {
      g_test_skip ("Only after the English one");
      return;
    }

  load (db, language);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    look_at_names (db, i, &n_same, &n_all);

  /* Biotin is Biotin, and PRP is PRP. */
  g_assert_cmpuint (n_all, >, 200);
  g_assert_cmpuint (n_same * 6, <, n_all);
}

/* A list from elsewhere says it in English still. */
static void
test_shipped_names_are_still_known (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) metric = NULL;
  g_auto(GStrv) aliases = NULL;

  load (db, "de");
  metric = clinic_store_find_by (db, CLINIC_TYPE_METRIC, "code", "count_terminal", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_name (metric), !=, "Terminal hairs in the target area");
  aliases = g_strsplit (CLINIC_METRIC (metric)->aliases, ";", -1);
  g_assert_true (g_strv_contains ((const char * const *) aliases, "Terminal hairs in the target area"));
}

static void
make_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *source = g_strdup_printf ("%s/po/%s.po", g_getenv ("ANAGEN_SOURCE_DIR"), languages[i]);
      g_autofree char *messages = g_strdup_printf ("%s/%s/LC_MESSAGES", clinic_test_dir (), languages[i]);
      g_autofree char *file = g_strdup_printf ("%s/%s.mo", messages, GETTEXT_PACKAGE);
      const char * const command[] = { "msgfmt", "--output-file", file, source, NULL };
      g_autoptr(GError) error = NULL;
      int status;

      g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_true (g_spawn_check_wait_status (status, NULL));
    }

  bindtextdomain (GETTEXT_PACKAGE, clinic_test_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
name_types (void)
{
  const GType all[] = {
    CLINIC_TYPE_ALLERGEN_GROUP, CLINIC_TYPE_CONDITION_KIND, CLINIC_TYPE_DIAGNOSIS_KIND, CLINIC_TYPE_REACTION_KIND,
    CLINIC_TYPE_MEDICINE_KIND, CLINIC_TYPE_METRIC, CLINIC_TYPE_INGREDIENT, CLINIC_TYPE_PROTOCOL, CLINIC_TYPE_PHASE, CLINIC_TYPE_COCKTAIL,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) == G_N_ELEMENTS (types));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    types[i] = all[i];
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);
  make_languages ();
  name_types ();

  clinic_test_add ("/seed-languages/en", test_in_english);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/seed-languages/", languages[i], NULL);

      clinic_test_add_data (path, languages[i], test_in_its_language);
    }

  clinic_test_add ("/seed-languages/shipped-names", test_shipped_names_are_still_known);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-cocktail-version.h"
#include "clinic-component.h"
#include "clinic-condition-kind.h"
#include "clinic-date.h"
#include "clinic-demo-world.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-allergen-group.h"
#include "clinic-ingredient.h"
#include "clinic-medicine-kind.h"
#include "clinic-metric.h"
#include "clinic-protocol.h"
#include "clinic-reaction-kind.h"

/* FNV-1a; tells contents apart, keeps no secret. */
#define DIGEST_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define DIGEST_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static void
protocol_free (gpointer data)
{
  ClinicDemoProtocol *self = data;

  g_free (self->code);
  g_ptr_array_unref (self->phases);
  g_free (self);
}

static void
product_free (gpointer data)
{
  ClinicDemoProduct *self = data;

  g_free (self->name);
  g_hash_table_unref (self->by_month);
  g_free (self);
}

static void
cocktail_free (gpointer data)
{
  ClinicDemoCocktail *self = data;

  g_free (self->name);
  g_array_unref (self->parts);
  g_free (self);
}

static void
practitioner_clear (gpointer data)
{
  g_free (((ClinicDemoPractitioner *) data)->taken);
}

static void
room_clear (gpointer data)
{
  g_free (((ClinicDemoRoom *) data)->taken);
}

/* How far the clinic's clock is ahead of UTC at noon of each day, as minutes. */
static void
learn_offsets (ClinicDemoWorld *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (self->options->zone);

  self->offsets = g_new0 (gint16, self->n_days);

  for (guint day = 0; zone != NULL && day < self->n_days; day++)
    {
      gint64 noon = (self->epoch + day) * 86400 + 43200;
      int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_STANDARD, noon);

      self->offsets[day] = interval >= 0 ? g_time_zone_get_offset (zone, interval) / 60 : 0;
    }
}

void
clinic_demo_world_init (ClinicDemoWorld         *self,
                        ClinicDb                *db,
                        const ClinicDemoOptions *options)
{
  self->db = db;
  self->options = options;
  self->date_today = g_strdup (options->today);
  self->today = options->years * 365 + options->years / 4;
  self->epoch = clinic_date_to_days (options->today) - self->today;
  self->n_days = self->today + CLINIC_DEMO_AHEAD;
  self->open_sunday = clinic_date_weekday (options->today) == 7;
  self->practitioners = g_array_new (FALSE, TRUE, sizeof (ClinicDemoPractitioner));
  self->rooms = g_array_new (FALSE, TRUE, sizeof (ClinicDemoRoom));
  self->protocols = g_ptr_array_new_with_free_func (protocol_free);
  self->cocktails = g_ptr_array_new_with_free_func (cocktail_free);
  self->products = g_ptr_array_new_with_free_func (product_free);
  self->lots = g_array_new (FALSE, TRUE, sizeof (ClinicDemoLot));
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->patients = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->seen_today = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->result.digest = DIGEST_START;
  g_array_set_clear_func (self->practitioners, practitioner_clear);
  g_array_set_clear_func (self->rooms, room_clear);
  clinic_random_init (&self->random, options->seed);
  learn_offsets (self);
}

void
clinic_demo_world_clear (ClinicDemoWorld *self)
{
  g_clear_pointer (&self->date_today, g_free);
  g_clear_pointer (&self->offsets, g_free);
  g_clear_pointer (&self->practitioners, g_array_unref);
  g_clear_pointer (&self->rooms, g_array_unref);
  g_clear_pointer (&self->protocols, g_ptr_array_unref);
  g_clear_pointer (&self->cocktails, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->lots, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->patients, g_array_unref);
  g_clear_pointer (&self->seen_today, g_hash_table_unref);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_error (&self->error);
}

static gboolean
learn_codes (ClinicDemoWorld *self,
             GType            type)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  const ClinicField *code = clinic_record_class_find_field (klass, "code");
  g_autoptr(GPtrArray) records = clinic_store_list_by (self->db, type, NULL, 0, &self->error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 id = clinic_record_get_id (records->pdata[i]);

      g_hash_table_insert (self->ids,
                           g_strconcat (klass->table, "/",
                                        clinic_record_get_text (records->pdata[i], code), NULL),
                           g_memdup2 (&id, sizeof id));
    }

  return records != NULL;
}

static gboolean
learn_protocols (ClinicDemoWorld *self)
{
  g_autoptr(GPtrArray) records = clinic_store_list_by (self->db, CLINIC_TYPE_PROTOCOL, NULL, 0,
                                                       &self->error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ClinicDemoProtocol *protocol = g_new0 (ClinicDemoProtocol, 1);

      g_ptr_array_add (self->protocols, protocol);
      protocol->id = clinic_record_get_id (records->pdata[i]);
      protocol->code = g_strdup (CLINIC_PROTOCOL (records->pdata[i])->code);
      protocol->evaluate_after_days = CLINIC_PROTOCOL (records->pdata[i])->evaluate_after_days;
      protocol->phases = clinic_store_list_by (self->db, CLINIC_TYPE_PHASE, "protocol_id",
                                               protocol->id, &self->error);

      if (protocol->phases == NULL)
        protocol->phases = g_ptr_array_new ();

      for (guint n = 0; n < protocol->phases->len; n++)
        protocol->n_sessions += CLINIC_PHASE (protocol->phases->pdata[n])->sessions;
    }

  return self->error == NULL;
}

static void
bucket_free (gpointer data)
{
  g_array_unref (data);
}

static guint
add_product (ClinicDemoWorld *self,
             gint64           ingredient,
             gint64           cocktail,
             const char      *name)
{
  ClinicDemoProduct *product = g_new0 (ClinicDemoProduct, 1);

  product->ingredient_id = ingredient;
  product->cocktail_id = cocktail;
  product->name = g_strdup (name);
  product->own = ingredient != CLINIC_UNKNOWN &&
                 ingredient == clinic_demo_world_find (self, "ingredient", "prp");
  product->bottle = ingredient != CLINIC_UNKNOWN &&
                    (ingredient == clinic_demo_world_find (self, "ingredient", "saline") ||
                     ingredient == clinic_demo_world_find (self, "ingredient", "dexpanthenol"));
  product->by_month = g_hash_table_new_full (NULL, NULL, NULL, bucket_free);
  g_ptr_array_add (self->products, product);

  return self->products->len - 1;
}

/* The product of an ingredient, made when it is first asked for. */
static guint
find_product (ClinicDemoWorld *self,
              gint64           ingredient)
{
  g_autoptr(ClinicRecord) record = NULL;

  for (guint i = 0; i < self->products->len; i++)
    {
      if (((ClinicDemoProduct *) self->products->pdata[i])->ingredient_id == ingredient)
        return i;
    }

  record = clinic_store_find (self->db, CLINIC_TYPE_INGREDIENT, ingredient,
                              self->error == NULL ? &self->error : NULL);

  return add_product (self, ingredient, CLINIC_UNKNOWN,
                      record != NULL ? CLINIC_INGREDIENT (record)->name : "");
}

static void
learn_parts (ClinicDemoWorld    *self,
             ClinicDemoCocktail *cocktail)
{
  g_autoptr(GPtrArray) records = NULL;

  records = clinic_store_list_by (self->db, CLINIC_TYPE_COMPONENT, "cocktail_version_id",
                                  cocktail->version_id,
                                  &self->error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ClinicComponent *component = records->pdata[i];
      ClinicDemoPart part = { 0, component->volume };

      part.product = find_product (self, component->ingredient_id);
      cocktail->volume += component->volume;
      g_array_append_val (cocktail->parts, part);
    }

  /* This clinic mixes its basic cocktail; others of several parts come ready-made, as lots of
   * the cocktail. */
  if (cocktail->parts->len > 1 && !clinic_demo_is_shipped (cocktail->name, CLINIC_DEMO_BASIC))
    {
      ClinicDemoPart whole = { add_product (self, CLINIC_UNKNOWN, cocktail->id, cocktail->name),
                               cocktail->volume };

      g_array_set_size (cocktail->parts, 0);
      g_array_append_val (cocktail->parts, whole);
    }
}

static gboolean
learn_cocktails (ClinicDemoWorld *self)
{
  g_autoptr(GPtrArray) records = clinic_store_list_by (self->db, CLINIC_TYPE_COCKTAIL_VERSION, NULL,
                                                       0, &self->error);

  for (guint i = 0; records != NULL && self->error == NULL && i < records->len; i++)
    {
      ClinicDemoCocktail *cocktail = g_new0 (ClinicDemoCocktail, 1);
      g_autoptr(ClinicRecord) record = NULL;

      cocktail->id = CLINIC_COCKTAIL_VERSION (records->pdata[i])->cocktail_id;
      cocktail->version_id = clinic_record_get_id (records->pdata[i]);
      cocktail->parts = g_array_new (FALSE, TRUE, sizeof (ClinicDemoPart));
      record = clinic_store_find (self->db, CLINIC_TYPE_COCKTAIL, cocktail->id, &self->error);
      cocktail->name = g_strdup (record != NULL ? CLINIC_COCKTAIL (record)->name : "");
      g_ptr_array_add (self->cocktails, cocktail);

      if (self->error == NULL)
        learn_parts (self, cocktail);
    }

  return self->error == NULL;
}

gboolean
clinic_demo_world_learn (ClinicDemoWorld  *self,
                         GError          **error)
{
  if (learn_codes (self, CLINIC_TYPE_ALLERGEN_GROUP) &&
      learn_codes (self, CLINIC_TYPE_CONDITION_KIND) &&
      learn_codes (self, CLINIC_TYPE_DIAGNOSIS_KIND) &&
      learn_codes (self, CLINIC_TYPE_INGREDIENT) &&
      learn_codes (self, CLINIC_TYPE_MEDICINE_KIND) &&
      learn_codes (self, CLINIC_TYPE_METRIC) &&
      learn_codes (self, CLINIC_TYPE_REACTION_KIND) &&
      learn_protocols (self) &&
      learn_cocktails (self))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

gboolean
clinic_demo_is_shipped (const char *name,
                        const char *shipped)
{
  return g_str_equal (name, shipped) || g_str_equal (name, g_dgettext (GETTEXT_PACKAGE, shipped));
}

gint64
clinic_demo_world_find (ClinicDemoWorld *self,
                        const char      *table,
                        const char      *code)
{
  char key[128];
  gint64 *id;

  g_snprintf (key, sizeof key, "%s/%s", table, code);
  id = g_hash_table_lookup (self->ids, key);

  if (id == NULL)
    g_error ("The demonstration needs %s, which is not shipped", key);

  return *id;
}

gboolean
clinic_demo_chance (ClinicDemoWorld *self,
                    double           percent)
{
  return clinic_random_unit (&self->random) * 100 < percent;
}

gint64
clinic_demo_between (ClinicDemoWorld *self,
                     gint64           least,
                     gint64           most)
{
  return most > least ? least + clinic_random_below (&self->random, most - least + 1) : least;
}

const char *
clinic_demo_pick (ClinicDemoWorld   *self,
                  const char *const *texts,
                  guint              n)
{
  return texts[clinic_random_below (&self->random, n)];
}

char *
clinic_demo_date (ClinicDemoWorld *self,
                  gint64           day)
{
  return clinic_date_from_days (self->epoch + day);
}

char *
clinic_demo_wall (ClinicDemoWorld *self,
                  gint64           day,
                  gint64           minutes)
{
  return clinic_wall_from_minutes ((self->epoch + day) * 1440 + minutes);
}

static const ClinicField *
find_field (ClinicRecord *record,
            const char   *name)
{
  const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                             name);

  g_assert (field != NULL);

  return field;
}

void
clinic_demo_text (ClinicRecord *record,
                  const char   *name,
                  const char   *text)
{
  clinic_record_set_text (record, find_field (record, name), text);
}

void
clinic_demo_take_text (ClinicRecord *record,
                       const char   *name,
                       char         *text)
{
  clinic_demo_text (record, name, text);
  g_free (text);
}

void
clinic_demo_number (ClinicRecord *record,
                    const char   *name,
                    gint64        number)
{
  clinic_record_set_number (record, find_field (record, name), number);
}

void
clinic_demo_digest_number (ClinicDemoWorld *self,
                           gint64           number)
{
  for (guint i = 0; i < 8; i++)
    self->result.digest =
      (self->result.digest ^ ((guint64) number >> (8 * i) & 0xff)) * DIGEST_PRIME;
}

static void
digest_text (ClinicDemoWorld *self,
             const char      *text)
{
  guint64 digest = self->result.digest;

  for (; text != NULL && *text != '\0'; text++)
    digest = (digest ^ (guint8) * text) * DIGEST_PRIME;

  self->result.digest = (digest ^ 0xff) * DIGEST_PRIME;
}

static void
digest_record (ClinicDemoWorld *self,
               ClinicRecord    *record)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);

  digest_text (self, klass->table);
  clinic_demo_digest_number (self, clinic_record_get_id (record));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];

      if (field->storage == CLINIC_TEXT)
        digest_text (self, clinic_record_get_text (record, field));
      else
        clinic_demo_digest_number (self, clinic_record_get_number (record, field));
    }
}

gint64
clinic_demo_write (ClinicDemoWorld *self,
                   gpointer         data)
{
  g_autoptr(ClinicRecord) record = data;

  if (self->error != NULL ||
      !clinic_store_insert_made_up (self->db, record, self->date_today, &self->error))
    return 0;

  digest_record (self, record);
  self->n_pending++;

  return clinic_record_get_id (record);
}

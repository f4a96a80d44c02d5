/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-clock.h"
#include "clinic-text.h"
#include "clinic-time-zone.h"

/* No place on earth is farther from UTC. */
#define FARTHEST (14 * 60)

typedef enum
{
  PROPERTY_ID = 1,
  PROPERTY_CITY,
  PROPERTY_REGION,
  PROPERTY_OFFSET_TEXT,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicTimeZone, clinic_time_zone, G_TYPE_OBJECT)

/* *INDENT-OFF* */
/* How identifiers begin. */
static const struct
{
  const char *id;
  const char *name;
} regions[] = {
  { "Africa", NC_("region", "Africa") },
  { "America", NC_("region", "America") },
  { "Antarctica", NC_("region", "Antarctica") },
  { "Arctic", NC_("region", "Arctic") },
  { "Asia", NC_("region", "Asia") },
  { "Atlantic", NC_("region", "Atlantic Ocean") },
  { "Australia", NC_("region", "Australia") },
  { "Europe", NC_("region", "Europe") },
  { "Indian", NC_("region", "Indian Ocean") },
  { "Pacific", NC_("region", "Pacific Ocean") },
};
/* *INDENT-ON* */

/* Where GLib looks too. */
static char *
dup_path (const char *name)
{
  const char *folder = g_getenv ("TZDIR");

  return g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", name, NULL);
}

static const char *
name_region (const char *region)
{
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      if (strcmp (regions[i].id, region) == 0)
        return g_dpgettext2 (GETTEXT_PACKAGE, "region", regions[i].name);
    }

  return region;
}

/* "America/Argentina/Buenos_Aires": the city last, and from what is around it inwards out. */
static void
read_names (ClinicTimeZone *self)
{
  g_autofree char *readable = g_strdelimit (g_strdup (self->id), "_", ' ');
  g_auto(GStrv) parts = g_strsplit (readable, "/", -1);
  guint last = g_strv_length (parts) - 1;
  g_autoptr(GString) region = g_string_new (NULL);

  for (guint i = last; i-- > 0; )
    {
      if (strcmp (parts[i], "Etc") == 0)
        continue;

      if (region->len > 0)
        g_string_append (region, ", ");

      g_string_append (region, name_region (parts[i]));
    }

  self->city = g_strdup (parts[last]);
  self->region = g_string_free (g_steal_pointer (&region), FALSE);
}

static int
ask_offset (GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, clinic_clock_now () / 1000);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) / 60 : 0;
}

static char *
write_offset (int minutes)
{
  const char *sign = minutes < 0 ? "−" : "+";
  int hours = ABS (minutes) / 60;
  int rest = ABS (minutes) % 60;

  if (minutes == 0)
    return g_strdup ("UTC");

  return rest == 0 ? g_strdup_printf ("UTC%s%d", sign, hours)
                   : g_strdup_printf ("UTC%s%d:%02d", sign, hours, rest);
}

static void
clinic_time_zone_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ClinicTimeZone *self = CLINIC_TIME_ZONE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_ID:
      g_value_set_string (value, self->id);
      break;

    case PROPERTY_CITY:
      g_value_set_string (value, self->city);
      break;

    case PROPERTY_REGION:
      g_value_set_string (value, self->region);
      break;

    case PROPERTY_OFFSET_TEXT:
      g_value_set_string (value, self->offset_text);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_time_zone_finalize (GObject *object)
{
  ClinicTimeZone *self = CLINIC_TIME_ZONE (object);

  g_free (self->id);
  g_free (self->city);
  g_free (self->region);
  g_free (self->offset_text);
  g_free (self->others);

  G_OBJECT_CLASS (clinic_time_zone_parent_class)->finalize (object);
}

static void
clinic_time_zone_class_init (ClinicTimeZoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_time_zone_get_property;
  object_class->finalize = clinic_time_zone_finalize;

  properties[PROPERTY_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROPERTY_CITY] = g_param_spec_string ("city", NULL, NULL, NULL, flags);
  properties[PROPERTY_REGION] = g_param_spec_string ("region", NULL, NULL, NULL, flags);
  properties[PROPERTY_OFFSET_TEXT] = g_param_spec_string ("offset-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_time_zone_init (ClinicTimeZone *self)
{
}

ClinicTimeZone *
clinic_time_zone_new (const char *id)
{
  g_autoptr(GTimeZone) zone = id != NULL && g_ascii_isalpha (*id) ? clinic_clock_dup_zone (id) : NULL;
  ClinicTimeZone *self;

  if (zone == NULL)
    return NULL;

  self = g_object_new (CLINIC_TYPE_TIME_ZONE, NULL);
  self->id = g_strdup (id);
  self->offset = ask_offset (zone);
  self->offset_text = write_offset (self->offset);
  read_names (self);

  return self;
}

static int
compare_cities (gconstpointer a,
                gconstpointer b)
{
  const ClinicTimeZone *first = *(ClinicTimeZone * const *) a;
  const ClinicTimeZone *second = *(ClinicTimeZone * const *) b;
  int order = g_utf8_collate (first->city, second->city);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/* Lines of a table of the time zones, without its remarks; empty when there is none. */
static char **
read_table (const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autofree char *content = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL) || !g_utf8_validate (content, -1, NULL))
    return g_new0 (char *, 1);

  return g_strsplit (content, "\n", -1);
}

/* "TR" → "Turkey", and the same in the language of the program where the system has it. */
static GHashTable *
read_countries (void)
{
  GHashTable *countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = read_table ("iso3166.tab");

  bind_textdomain_codeset ("iso_3166-1", "UTF-8");

  for (char **line = lines; *line != NULL; line++)
    {
      const char *name = strchr (*line, '\t');

      if (**line != '#' && name != NULL)
        g_hash_table_insert (countries, g_strndup (*line, name - *line),
                             g_strdup_printf ("%s %s", name + 1, g_dgettext ("iso_3166-1", name + 1)));
    }

  return countries;
}

static char *
name_countries (GHashTable *countries,
                const char *codes,
                const char *remark)
{
  g_auto(GStrv) each = g_strsplit (codes, ",", -1);
  g_autoptr(GString) names = g_string_new (remark);

  for (char **code = each; *code != NULL; code++)
    {
      const char *name = g_hash_table_lookup (countries, *code);

      g_string_append_printf (names, " %s", name != NULL ? name : *code);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
read_zones (GPtrArray  *zones,
            const char *table)
{
  g_auto(GStrv) lines = read_table (table);
  g_autoptr(GHashTable) countries = read_countries ();

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto(GStrv) parts = g_strsplit (*line, "\t", 4);
      ClinicTimeZone *zone = NULL;

      if (**line != '#' && g_strv_length (parts) >= 3)
        zone = clinic_time_zone_new (parts[2]);

      if (zone != NULL)
        {
          zone->others = name_countries (countries, parts[0], parts[3]);
          g_ptr_array_add (zones, zone);
        }
    }
}

GPtrArray *
clinic_time_zone_list (void)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func (g_object_unref);

  /* Each country has its own names in the one, fewer in the other. */
  read_zones (zones, "zone.tab");

  if (zones->len == 0)
    read_zones (zones, "zone1970.tab");

  g_ptr_array_add (zones, clinic_time_zone_new ("UTC"));
  g_ptr_array_sort (zones, compare_cities);

  return zones;
}

/* The next digits, of any script; FALSE when there is none. */
static gboolean
take_number (const char **text,
             int         *number,
             guint       *n_digits)
{
  *number = 0;
  *n_digits = 0;

  for (; *n_digits < 5 && g_unichar_isdigit (g_utf8_get_char (*text)); (*n_digits)++)
    {
      *number = *number * 10 + g_unichar_digit_value (g_utf8_get_char (*text));
      *text = g_utf8_next_char (*text);
    }

  return *n_digits > 0;
}

/* "UTC+3", "gmt -3:30", "+0530" in minutes. */
static gboolean
read_offset (const char *typed,
             int        *offset)
{
  g_autofree char *clean = clinic_text_clean (typed);
  const char *text = clean != NULL ? clean : "";
  gboolean negative;
  gunichar sign;
  guint n_digits;
  int hours;
  int minutes = 0;

  if (g_ascii_strncasecmp (text, "utc", 3) == 0 || g_ascii_strncasecmp (text, "gmt", 3) == 0)
    text += 3;

  text += strspn (text, " ");
  sign = g_utf8_get_char (text);
  negative = sign == '-' || sign == 0x2212 || sign == 0x2013;

  if (!negative && sign != '+')
    return FALSE;

  text = g_utf8_next_char (text);
  text += strspn (text, " ");

  if (!take_number (&text, &hours, &n_digits))
    return FALSE;

  if (n_digits > 2)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if ((*text == ':' || *text == '.') && (text++, !take_number (&text, &minutes, &n_digits)))
    minutes = 0;

  *offset = (hours * 60 + minutes) * (negative ? -1 : 1);

  return *text == '\0' && minutes < 60 && ABS (*offset) <= FARTHEST;
}

static GPtrArray *
find_offset (GPtrArray *zones,
             int        offset)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < zones->len; i++)
    {
      if (CLINIC_TIME_ZONE (zones->pdata[i])->offset == offset)
        g_ptr_array_add (found, g_object_ref (zones->pdata[i]));
    }

  return found;
}

static ClinicTextMatch
match (ClinicTimeZone *self,
       const char     *typed)
{
  g_autofree char *others = g_strjoin (" ", self->region, self->id,
                                       self->others != NULL ? self->others : "", NULL);

  return clinic_text_match (typed, self->city, others);
}

/* GLib takes whatever lies there for one, and other things lie there too. */
/* Also what no table has: "CET", "Asia/Calcutta". */
static void
add_exact (GPtrArray  *found,
           const char *typed)
{
  g_autofree char *id = clinic_text_clean (typed);
  ClinicTimeZone *zone = clinic_time_zone_new (id);

  if (zone != NULL)
    g_ptr_array_add (found, zone);
}

GPtrArray *
clinic_time_zone_find (GPtrArray  *zones,
                       const char *typed)
{
  g_autoptr(GArray) matches = g_array_sized_new (FALSE, FALSE, sizeof (ClinicTextMatch), zones->len);
  GPtrArray *found;
  int offset;

  if (read_offset (typed, &offset))
    return find_offset (zones, offset);

  for (guint i = 0; i < zones->len; i++)
    {
      ClinicTextMatch matched = match (zones->pdata[i], typed);

      g_array_append_val (matches, matched);
    }

  found = g_ptr_array_new_with_free_func (g_object_unref);

  for (ClinicTextMatch rank = CLINIC_TEXT_MATCH_WHOLE; rank > CLINIC_TEXT_MATCH_NONE; rank--)
    {
      for (guint i = 0; i < zones->len; i++)
        {
          if (g_array_index (matches, ClinicTextMatch, i) == rank)
            g_ptr_array_add (found, g_object_ref (zones->pdata[i]));
        }
    }

  if (found->len == 0)
    add_exact (found, typed);

  return found;
}

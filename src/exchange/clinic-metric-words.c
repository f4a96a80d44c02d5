/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-metric-words.h"
#include "clinic-text.h"
#include "clinic-words.h"

/* Longer headers are prose. */
#define MOST_WORDS 12

struct _ClinicMetricWords
{
  GPtrArray  *metrics;
  GHashTable *by_word;      /* folded → ClinicMetric; NULL when two share it */
};

static void
add_word (ClinicMetricWords *self,
          ClinicMetric      *metric,
          const char        *text)
{
  char *folded = clinic_text_fold (text);

  if (*folded == '\0')
    {
      g_free (folded);
      return;
    }

  if (g_hash_table_contains (self->by_word, folded) &&
      g_hash_table_lookup (self->by_word, folded) != metric)
    metric = NULL;

  g_hash_table_insert (self->by_word, folded, metric);
}

ClinicMetricWords *
clinic_metric_words_new (GPtrArray *metrics)
{
  ClinicMetricWords *self = g_new0 (ClinicMetricWords, 1);

  self->metrics = g_ptr_array_ref (metrics);
  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < metrics->len; i++)
    {
      ClinicMetric *metric = metrics->pdata[i];
      g_auto(GStrv) aliases = g_strsplit (metric->aliases != NULL ? metric->aliases : "", ";", -1);

      for (guint k = 0; aliases[k] != NULL; k++)
        add_word (self, metric, aliases[k]);

      add_word (self, metric, metric->name);
    }

  /* A code is nobody else's, whatever others are called. */
  for (guint i = 0; i < metrics->len; i++)
    {
      ClinicMetric *metric = metrics->pdata[i];

      g_hash_table_insert (self->by_word, clinic_text_fold (metric->code), metric);
    }

  return self;
}

void
clinic_metric_words_free (ClinicMetricWords *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->metrics);
  g_hash_table_unref (self->by_word);
  g_free (self);
}

ClinicMetric *
clinic_metric_words_find (ClinicMetricWords *self,
                          const char        *text)
{
  g_autofree char *folded = clinic_text_fold (text);

  return g_hash_table_lookup (self->by_word, folded);
}

char *
clinic_metric_words_list (ClinicMetricWords *self)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->metrics->len && list->len < 800; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            CLINIC_METRIC (self->metrics->pdata[i])->code);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

void
clinic_metric_header_clear (ClinicMetricHeader *header)
{
  g_clear_pointer (&header->visit_name, g_free);
  g_clear_pointer (&header->unit, g_free);
}

/* The words that are neither visit nor zone nor sign, joined. */
static char *
join_rest (GStrv    words,
           gboolean used[])
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!used[i])
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_range (GStrv words,
            guint from,
            guint to)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "%s%s", i > from ? " " : "", words[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
mark (gboolean used[],
      guint    from,
      guint    to,
      gboolean value)
{
  for (guint i = from; i < to; i++)
    used[i] = value;
}

static gboolean
is_free (gboolean used[],
         guint    from,
         guint    to)
{
  for (guint i = from; i < to; i++)
    {
      if (used[i])
        return FALSE;
    }

  return TRUE;
}

/* What is left when visit and zone are taken away must be one metric, or a sign that it is
 * computed or a date, or nothing. */
static gboolean
read_rest (ClinicMetricWords  *self,
           const char         *rest,
           gboolean            percent,
           ClinicMetricHeader *header)
{
  g_auto(GStrv) words = NULL;
  guint n_words;

  header->metric = g_hash_table_lookup (self->by_word, rest);

  if (header->metric != NULL || *rest == '\0')
    return TRUE;

  if (g_strcmp0 (clinic_words_find ("measurement", rest), "date") == 0)
    {
      header->dated = TRUE;
      return TRUE;
    }

  words = g_strsplit (rest, " ", -1);
  n_words = g_strv_length (words);

  /* "density change", "change in density" is beyond this. */
  for (guint cut = 0; cut <= n_words; cut++)
    {
      for (guint side = 0; side < 2; side++)
        {
          g_autofree char *sign = side == 0 ? join_range (words, cut, n_words) : join_range (words, 0, cut);
          g_autofree char *other = side == 0 ? join_range (words, 0, cut) : join_range (words, cut,
                                                                                        n_words);
          const char *derived = clinic_words_find ("derived", sign);
          ClinicMetric *metric = g_hash_table_lookup (self->by_word, other);

          if (derived == NULL || g_str_equal (derived, "ignored") ||
              (*other != '\0' && metric == NULL))
            continue;

          header->metric = metric;
          header->derived = percent ||
                            g_str_equal (derived, "percent") ? CLINIC_DERIVED_PERCENT : CLINIC_DERIVED_DIFFERENCE;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
try_zones (ClinicMetricWords  *self,
           GStrv               words,
           guint               n_words,
           gboolean            used[],
           gboolean            percent,
           ClinicMetricHeader *header)
{
  g_autofree char *rest = join_rest (words, used);

  if (read_rest (self, rest, percent, header))
    return TRUE;

  for (guint length = MIN (n_words, 4); length > 0; length--)
    {
      for (guint from = 0; from + length <= n_words; from++)
        {
          g_autofree char *text = join_range (words, from, from + length);
          g_autofree char *left = NULL;
          const char *zone = is_free (used, from, from + length) ? clinic_words_find ("zone",
                                                                                      text) : NULL;
          gboolean right;

          if (zone == NULL)
            continue;

          mark (used, from, from + length, TRUE);
          left = join_rest (words, used);
          right = read_rest (self, left, percent, header);
          mark (used, from, from + length, FALSE);

          if (right)
            {
              header->zone = zone;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* The visit in the words that the header has them in, not in folded ones. */
static char *
find_own_words (const char *text,
                GStrv       words,
                guint       from,
                guint       to)
{
  g_autofree char *folded = join_range (words, from, to);
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "_-.,;:/()[]", ' ');
  g_auto(GStrv) own = g_strsplit_set (spaced, " ", -1);
  guint n_own = g_strv_length (own);

  for (guint i = 0; i < n_own; i++)
    {
      g_autoptr(GString) name = g_string_new (NULL);

      for (guint k = i; k < n_own; k++)
        {
          g_autofree char *together = NULL;

          if (*own[k] == '\0')
            continue;

          g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", own[k]);
          together = clinic_text_fold (name->str);

          if (g_str_equal (together, folded))
            return g_string_free (g_steal_pointer (&name), FALSE);
        }
    }

  return g_steal_pointer (&folded);
}

/* The longest words for a visit that leave something sensible. */
static gboolean
try_visits (ClinicMetricWords  *self,
            const char         *text,
            GStrv               words,
            guint               n_words,
            gboolean            percent,
            ClinicMetricHeader *header)
{
  gboolean used[MOST_WORDS] = { FALSE };

  if (try_zones (self, words, n_words, used, percent, header) && header->metric != NULL)
    return TRUE;

  for (guint length = n_words; length > 0; length--)
    {
      for (guint from = 0; from + length <= n_words; from++)
        {
          ClinicVisit visit = clinic_visit_parse ((const char *const *) words + from, length);
          gboolean right;

          if (visit.kind == CLINIC_VISIT_NONE)
            continue;

          *header = (ClinicMetricHeader) { .unit = header->unit };
          mark (used, from, from + length, TRUE);
          right = try_zones (self, words, n_words, used, percent, header);
          mark (used, from, from + length, FALSE);

          if (right)
            {
              header->visit = visit;
              header->visit_name = find_own_words (text, words, from, from + length);
              return TRUE;
            }
        }
    }

  *header = (ClinicMetricHeader) { .unit = header->unit };

  return try_zones (self, words, n_words, used, percent, header);
}

static gboolean
parse_text (ClinicMetricWords  *self,
            const char         *text,
            gboolean            percent,
            ClinicMetricHeader *header)
{
  g_auto(GStrv) words = clinic_text_fold_words (text);
  guint n_words = g_strv_length (words);

  /* Nothing but signs: "%". */
  if (n_words == 0 || *words[0] == '\0')
    {
      header->derived = percent ? CLINIC_DERIVED_PERCENT : CLINIC_DERIVED_NO;
      return percent;
    }

  return n_words <= MOST_WORDS && try_visits (self, text, words, n_words, percent, header);
}

/* "Density (/cm²) week 12" → "Density  week 12" and "/cm²" */
static char *
cut_parentheses (const char  *text,
                 char       **inside)
{
  const char *open = strpbrk (text, "([");
  const char *close = open != NULL ? strpbrk (open, ")]") : NULL;
  g_autofree char *before = NULL;

  *inside = NULL;

  if (close == NULL)
    return NULL;

  before = g_strndup (text, open - text);
  *inside = g_strndup (open + 1, close - open - 1);

  return g_strconcat (before, " ", close + 1, NULL);
}

gboolean
clinic_metric_words_parse (ClinicMetricWords  *self,
                           const char         *text,
                           ClinicMetricHeader *header)
{
  g_autofree char *inside = NULL;
  g_autofree char *outside = cut_parentheses (text, &inside);
  gboolean percent = strchr (text, '%') != NULL;

  *header = (ClinicMetricHeader) { NULL };

  if (parse_text (self, text, percent, header))
    return TRUE;

  if (outside == NULL ||
      !parse_text (self, outside, percent && strchr (outside, '%') != NULL, header))
    return FALSE;

  header->unit = g_strstrip (g_steal_pointer (&inside));

  return TRUE;
}

/* "hairs / cm2", "n/cm²" and "/cm²" are the same. */
static char *
plain_unit (const char *unit)
{
  static const char *const counted[] = { "hairs", "hair", "count", "number", "no", "n", NULL };
  g_autofree char *normal = g_utf8_normalize (unit, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
  GString *plain = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '.')
        g_string_append_unichar (plain, c == 0x3bc ? 0xb5 : c);
    }

  /* Keyboards without "µ". */
  if (g_str_equal (plain->str, "um") || g_str_equal (plain->str, "micron") ||
      g_str_equal (plain->str, "microns"))
    g_string_assign (plain, "\302\265m");

  for (guint i = 0; counted[i] != NULL; i++)
    {
      if (g_str_has_prefix (plain->str, counted[i]) && plain->str[strlen (counted[i])] == '/')
        {
          g_string_erase (plain, 0, strlen (counted[i]));
          break;
        }
    }

  return g_string_free (plain, FALSE);
}

gboolean
clinic_metric_same_unit (ClinicMetric *metric,
                         const char   *unit)
{
  g_autofree char *one = plain_unit (metric->unit != NULL ? metric->unit : "");
  g_autofree char *other = plain_unit (unit);

  return g_str_equal (one, other) ||
         (g_str_equal (one, "hairs") &&
          (g_str_equal (other, "n") || g_str_equal (other, "hair") ||
           g_str_equal (other, "count")));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-text.h"
#include "clinic-visit-words.h"
#include "clinic-words.h"

/* Says nothing more beside a time: "after 12 weeks", "at month 6". */
static gboolean
is_filler (const char *word)
{
  static const char *const fillers[] = {
    "after", "at", "post", "nach", "apres", "a", "despues", "de", "tras", "sonra", "in", "the", "th", "st", "nd", "rd", NULL
  };

  return g_strv_contains (fillers, word);
}

/* "12", "3rd" */
static gboolean
read_number (const char *word,
             guint      *number)
{
  gsize n_digits = strspn (word, "0123456789");

  if (n_digits == 0 || n_digits > 5 || (word[n_digits] != '\0' && !is_filler (word + n_digits)))
    return FALSE;

  *number = (guint) g_ascii_strtoull (word, NULL, 10);

  return TRUE;
}

static ClinicVisit
make (const char *unit,
      guint       number)
{
  static const struct
  {
    const char *unit;
    guint       days;
  } units[] = { { "day", 1 }, { "week", 7 }, { "month", 30 }, { "year", 365 } };
  ClinicVisit visit = { CLINIC_VISIT_NONE, number };

  if (unit == NULL)
    return visit;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (!g_str_equal (unit, units[i].unit))
        continue;

      visit.kind = CLINIC_VISIT_TIME;
      visit.value = number * units[i].days;
    }

  if (g_str_equal (unit, "number"))
    visit.kind = CLINIC_VISIT_NUMBER;
  else if (g_str_equal (unit, "after"))
    visit.kind = CLINIC_VISIT_AFTER;
  else if (g_str_equal (unit, "later"))
    visit.kind = CLINIC_VISIT_LATER;

  if (number == 0 && (visit.kind == CLINIC_VISIT_TIME || visit.kind == CLINIC_VISIT_NUMBER))
    visit.kind = CLINIC_VISIT_BASELINE;

  return visit;
}

static ClinicVisit
find_words (const char *const *words,
            guint              n_words)
{
  static const struct
  {
    const char      *key;
    ClinicVisitKind  kind;
  } kinds[] = {
    { "baseline", CLINIC_VISIT_BASELINE },
    { "after", CLINIC_VISIT_AFTER },
    { "later", CLINIC_VISIT_LATER },
    { "last", CLINIC_VISIT_LAST },
  };
  g_autoptr(GString) text = g_string_new (NULL);
  ClinicVisit visit = { CLINIC_VISIT_NONE };
  const char *key;

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);

  key = clinic_words_find ("visit", text->str);

  for (guint i = 0; key != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (key, kinds[i].key))
        visit.kind = kinds[i].kind;
    }

  return visit;
}

/* The unit in so many words: "follow up". */
static const char *
find_unit (const char *const *words,
           guint              n_words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);

  return clinic_words_find ("visit", text->str);
}

/* "w12", "12w" */
static ClinicVisit
find_glued (const char *word)
{
  gsize n_letters = strcspn (word, "0123456789");
  gsize n_digits = strspn (word, "0123456789");
  g_autofree char *first = NULL;
  guint number;

  if (n_letters > 0 && read_number (word + n_letters, &number))
    {
      first = g_strndup (word, n_letters);
      return make (clinic_words_find ("visit", first), number);
    }

  if (n_digits > 0 && word[n_digits] != '\0')
    {
      first = g_strndup (word, n_digits);

      if (read_number (first, &number))
        return make (clinic_words_find ("visit", word + n_digits), number);
    }

  return (ClinicVisit) { CLINIC_VISIT_NONE };
}

static ClinicVisit
find_time (const char *const *words,
           guint              n_words)
{
  ClinicVisit visit = { CLINIC_VISIT_NONE };
  guint number;

  if (n_words == 1)
    return find_glued (words[0]);

  if (read_number (words[n_words - 1], &number))
    visit = make (find_unit (words, n_words - 1), number);

  if (visit.kind == CLINIC_VISIT_NONE && read_number (words[0], &number))
    visit = make (find_unit (words + 1, n_words - 1), number);

  return visit;
}

ClinicVisit
clinic_visit_parse (const char *const *words,
                    guint              n_words)
{
  ClinicVisit visit = { CLINIC_VISIT_NONE };

  if (n_words == 0 || n_words > 6)
    return visit;

  visit = find_words (words, n_words);

  if (visit.kind == CLINIC_VISIT_NONE)
    visit = find_time (words, n_words);

  if (visit.kind != CLINIC_VISIT_NONE || n_words == 1)
    return visit;

  /* "after 12 weeks", "12 weeks after treatment": only the time counts. */
  if (is_filler (words[0]))
    visit = clinic_visit_parse (words + 1, n_words - 1);

  for (guint i = n_words - 1; visit.kind == CLINIC_VISIT_NONE && i > 0; i--)
    {
      if (find_words (words + i, n_words - i).kind == CLINIC_VISIT_AFTER)
        visit = find_time (words, i);
      else if (find_words (words, i).kind == CLINIC_VISIT_AFTER)
        visit = find_time (words + i, n_words - i);
    }

  return visit;
}

ClinicVisit
clinic_visit_read (const char *text)
{
  g_auto(GStrv) words = clinic_text_fold_words (text);
  guint n_words = g_strv_length (words);

  if (n_words > 0 && *words[0] == '\0')
    n_words = 0;

  return clinic_visit_parse ((const char *const *) words, n_words);
}

ClinicVisit
clinic_visit_look (const char  *header,
                   char       **name)
{
  g_auto(GStrv) words = clinic_text_fold_words (header);
  guint n_words = MIN (g_strv_length (words), 12);

  *name = NULL;

  for (guint length = n_words; length > 0; length--)
    {
      for (guint from = 0; from + length <= n_words; from++)
        {
          ClinicVisit visit = clinic_visit_parse ((const char *const *) words + from, length);

          if (visit.kind == CLINIC_VISIT_NONE)
            continue;

          g_free (words[from + length]);
          words[from + length] = NULL;
          *name = g_strjoinv (" ", words + from);

          for (guint i = from + length + 1; i < n_words; i++)
            g_clear_pointer (&words[i], g_free);

          return visit;
        }
    }

  return (ClinicVisit) { CLINIC_VISIT_NONE };
}

gboolean
clinic_visit_equal (const ClinicVisit *one,
                    const ClinicVisit *other)
{
  return one->kind == other->kind && one->value == other->value;
}

gboolean
clinic_visit_mixed (const ClinicVisit *visits,
                    guint              n_visits)
{
  guint kinds = 0;

  for (guint i = 0; i < n_visits; i++)
    {
      if (visits[i].kind == CLINIC_VISIT_TIME || visits[i].kind == CLINIC_VISIT_NUMBER ||
          visits[i].kind == CLINIC_VISIT_AFTER)
        kinds |= 1u << visits[i].kind;
    }

  return (kinds & (kinds - 1)) != 0;
}

static guint
get_rank (ClinicVisitKind kind)
{
  switch (kind)
    {
    case CLINIC_VISIT_BASELINE: return 0;
    case CLINIC_VISIT_LATER: return 2;
    case CLINIC_VISIT_LAST: return 3;
    case CLINIC_VISIT_NONE:
    case CLINIC_VISIT_AFTER:
    case CLINIC_VISIT_TIME:
    case CLINIC_VISIT_NUMBER:
    default: return 1;
    }
}

int
clinic_visit_compare (const ClinicVisit *one,
                      const ClinicVisit *other)
{
  guint rank = get_rank (one->kind);
  guint rank_other = get_rank (other->kind);

  if (rank != rank_other)
    return rank < rank_other ? -1 : 1;

  return one->value < other->value ? -1 : one->value > other->value;
}

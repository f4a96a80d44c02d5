/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "clinic-chart-reactions.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-record.h"

static void
reaction_free (gpointer data)
{
  ClinicChartReaction *self = data;

  g_free (self->zone);
  g_free (self->what);
  g_free (self->onset);
  g_free (self->lots);
  g_free (self);
}

/* The same day a year before; the one day that is in no year before sorts as well. */
static char *
dup_year_before (const char *today)
{
  return g_strdup_printf ("%04d%s", atoi (today) - 1, today + 4);
}

/* Rows of a reaction come one after the other. */
static ClinicChartReaction *
open_reaction (GPtrArray       *reactions,
               ClinicStatement *statement)
{
  gint64 id = clinic_statement_get_int (statement, 0);
  ClinicChartReaction *last = reactions->len > 0 ? reactions->pdata[reactions->len - 1] : NULL;

  if (last != NULL && last->id == id)
    return last;

  last = g_new0 (ClinicChartReaction, 1);
  last->id = id;
  last->zone = g_strdup (clinic_statement_get_text (statement, 1));
  last->what = g_strdup (clinic_statement_get_text (statement, 2));
  last->grade = clinic_statement_get_int (statement, 3);
  last->onset = g_strdup (clinic_statement_get_text (statement, 4));
  g_ptr_array_add (reactions, last);

  return last;
}

static void
add_lot (ClinicChartReaction *self,
         const char          *lot)
{
  char *lots;

  if (lot == NULL)
    return;

  lots = self->lots != NULL ? g_strdup_printf (_("%s, %s"), self->lots, lot) : g_strdup (lot);
  g_free (self->lots);
  self->lots = lots;
}

GPtrArray *
clinic_chart_reactions_read (ClinicDb    *db,
                             gint64       patient,
                             const char  *today,
                             GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-reactions", error);
  g_autoptr(GPtrArray) reactions = g_ptr_array_new_with_free_func (reaction_free);
  g_autofree char *from = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (today != NULL && strlen (today) == 10, NULL);

  if (statement == NULL)
    return NULL;

  from = dup_year_before (today);
  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_text (statement, 2, from);

  while (clinic_statement_step (statement, &failure))
    add_lot (open_reaction (reactions, statement), clinic_statement_get_text (statement, 5));

  if (failure == NULL)
    return g_steal_pointer (&reactions);

  g_propagate_error (error, failure);

  return NULL;
}

static char *
dup_words (ClinicChartReaction *self)
{
  g_autofree char *date = clinic_wall_dup_date (self->onset);
  g_autofree char *day = clinic_locale_date (date);
  g_autofree char *words = NULL;

  if (self->grade != CLINIC_UNKNOWN)
    /* Translators: a reaction, its grade, the day it began. */
    words = g_strdup_printf (_("%s, grade %d, %s"), self->what, (int) self->grade, day);
  else
    words = g_strdup_printf (_("%s, %s"), self->what, day);

  if (self->lots == NULL)
    return g_steal_pointer (&words);

  /* Translators: a reaction with its day, and the lots that were injected there before it. */
  return g_strdup_printf (_("%s, after %s"), words, self->lots);
}

char *
clinic_chart_reactions_dup_words (GPtrArray  *reactions,
                                  const char *zone,
                                  guint      *n)
{
  g_autoptr(GString) all = g_string_new (NULL);

  g_return_val_if_fail (reactions != NULL, NULL);

  *n = 0;

  for (guint i = 0; i < reactions->len; i++)
    {
      ClinicChartReaction *reaction = reactions->pdata[i];
      g_autofree char *words = NULL;

      if (!g_str_equal (reaction->zone, zone))
        continue;

      words = dup_words (reaction);
      g_string_append_printf (all, "%s%s", *n > 0 ? "\n" : "", words);
      *n += 1;
    }

  return *n > 0 ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
}

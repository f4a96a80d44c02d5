/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-merge.h"
#include "clinic-chart-sheet.h"

/* Whatever they are called in the database: what they say of the treatment. */
static gboolean
says_same (ClinicRecord *a,
           ClinicRecord *b)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!g_str_equal (klass->fields[i].name, "session_id") &&
          !clinic_record_field_equal (a, b, &klass->fields[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds (GPtrArray    *rows,
       ClinicRecord *row)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (says_same (rows->pdata[i], row))
        return TRUE;
    }

  return FALSE;
}

/* In whatever order. */
static gboolean
same_rows (GPtrArray *a,
           GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    {
      if (!holds (b, a->pdata[i]))
        return FALSE;
    }

  for (guint i = 0; i < b->len; i++)
    {
      if (!holds (a, b->pdata[i]))
        return FALSE;
    }

  return a->len == b->len;
}

static gboolean
same_treatment (ClinicChart *a,
                ClinicChart *b,
                gboolean     lots_follow)
{
  return same_rows (a->injections, b->injections) && (lots_follow || same_rows (a->draws, b->draws));
}

static void
compare_field (ClinicChartMerge  *self,
               ClinicChart       *base,
               const ClinicField *field)
{
  ClinicRecord *mine = CLINIC_RECORD (self->mine->session);
  ClinicRecord *theirs = CLINIC_RECORD (self->theirs->session);
  ClinicRecord *before = base != NULL ? CLINIC_RECORD (base->session) : NULL;

  if (clinic_record_field_equal (mine, theirs, field) ||
      (before != NULL && clinic_record_field_equal (before, mine, field)))
    return;

  if (before != NULL && clinic_record_field_equal (before, theirs, field))
    g_array_append_val (self->mine_fields, field);
  else
    g_array_append_val (self->fields, field);
}

ClinicChartMerge *
clinic_chart_merge_new (ClinicChart *base,
                        ClinicChart *mine,
                        ClinicChart *theirs,
                        gboolean     lots_follow)
{
  ClinicChartMerge *self = g_new0 (ClinicChartMerge, 1);
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (mine->session);
  const char *const *charted = clinic_chart_sheet_get_charted ();
  gboolean here = base == NULL || !same_treatment (mine, base, lots_follow);
  gboolean there = base == NULL || !same_treatment (theirs, base, FALSE);

  self->mine = mine;
  self->theirs = theirs;
  self->fields = g_array_new (FALSE, FALSE, sizeof (const ClinicField *));
  self->mine_fields = g_array_new (FALSE, FALSE, sizeof (const ClinicField *));

  for (guint i = 0; charted[i] != NULL; i++)
    compare_field (self, base, clinic_record_class_find_field (klass, charted[i]));

  self->rows = here && there && !same_treatment (mine, theirs, lots_follow);
  self->mine_rows = here && !there;

  return self;
}

void
clinic_chart_merge_free (ClinicChartMerge *self)
{
  if (self == NULL)
    return;

  clinic_chart_free (self->mine);
  clinic_chart_free (self->theirs);
  g_array_unref (self->fields);
  g_array_unref (self->mine_fields);
  g_free (self);
}

guint
clinic_chart_merge_count (ClinicChartMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fields->len + (self->rows ? 1 : 0);
}

static gboolean
is_like (ClinicRecord *a,
         ClinicRecord *b)
{
  if (CLINIC_IS_INJECTION (a))
    return g_strcmp0 (CLINIC_INJECTION (a)->zone, CLINIC_INJECTION (b)->zone) == 0;

  return CLINIC_DRAW (a)->lot_id == CLINIC_DRAW (b)->lot_id &&
         CLINIC_DRAW (a)->cocktail_version_id == CLINIC_DRAW (b)->cocktail_version_id;
}

static gboolean
is_taken (GPtrArray    *rows,
          ClinicRecord *standing)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (clinic_record_get_id (rows->pdata[i]) == clinic_record_get_id (standing))
        return TRUE;
    }

  return FALSE;
}

static ClinicRecord *
find_like (GPtrArray    *standing,
           ClinicRecord *row,
           GPtrArray    *taken)
{
  for (guint i = 0; i < standing->len; i++)
    {
      if (is_like (standing->pdata[i], row) && !is_taken (taken, standing->pdata[i]))
        return standing->pdata[i];
    }

  return NULL;
}

/* Rows of mine in place of the clinic's: the same zone or lot goes on being the same row. */
static GPtrArray *
take_rows (GPtrArray *mine,
           GPtrArray *standing)
{
  GPtrArray *rows = g_ptr_array_new_full (mine->len, g_object_unref);

  for (guint i = 0; i < mine->len; i++)
    {
      ClinicRecord *row = clinic_record_copy (mine->pdata[i]);
      ClinicRecord *there = find_like (standing, row, rows);

      clinic_record_set_id (row, there != NULL ? clinic_record_get_id (there) : 0);
      clinic_record_set_version (row, there != NULL ? clinic_record_get_version (there) : 0);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static void
take_field (ClinicChart       *chart,
            ClinicChart       *from,
            const ClinicField *field)
{
  if (field->storage == CLINIC_TEXT)
    clinic_record_set_text (CLINIC_RECORD (chart->session), field,
                            clinic_record_get_text (CLINIC_RECORD (from->session), field));
  else
    clinic_record_set_number (CLINIC_RECORD (chart->session), field,
                              clinic_record_get_number (CLINIC_RECORD (from->session), field));
}

ClinicChart *
clinic_chart_merge_settle (ClinicChartMerge *self,
                           GArray           *mine,
                           gboolean         *rows)
{
  ClinicChart *chart;

  g_return_val_if_fail (self != NULL && mine->len == clinic_chart_merge_count (self), NULL);

  chart = clinic_chart_sheet_copy_chart (self->theirs);
  *rows = self->rows ? g_array_index (mine, gboolean, mine->len - 1) : self->mine_rows;

  for (guint i = 0; i < self->mine_fields->len; i++)
    take_field (chart, self->mine, g_array_index (self->mine_fields, const ClinicField *, i));

  for (guint i = 0; i < self->fields->len; i++)
    {
      if (g_array_index (mine, gboolean, i))
        take_field (chart, self->mine, g_array_index (self->fields, const ClinicField *, i));
    }

  if (*rows)
    {
      g_ptr_array_unref (chart->injections);
      g_ptr_array_unref (chart->draws);
      chart->injections = take_rows (self->mine->injections, self->theirs->injections);
      chart->draws = take_rows (self->mine->draws, self->theirs->draws);
    }

  return chart;
}

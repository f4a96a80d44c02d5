/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-agenda-layout.h"

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  const ClinicAgendaBlock *left = *(ClinicAgendaBlock *const *) a;
  const ClinicAgendaBlock *right = *(ClinicAgendaBlock *const *) b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;

  /* Those that were given first stay first. */
  return left < right ? -1 : left > right;
}

static guint
get_end (const ClinicAgendaBlock *block,
         guint                    shortest)
{
  return MAX (block->to, block->from + shortest);
}

/* The first lane that is free again, else one more. */
static guint
take_lane (GArray *ends,
           guint   from,
           guint   to)
{
  guint lane = 0;

  while (lane < ends->len && g_array_index (ends, guint, lane) > from)
    lane++;

  if (lane == ends->len)
    g_array_append_val (ends, to);
  else
    g_array_index (ends, guint, lane) = to;

  return lane;
}

static void
end_cluster (GPtrArray *sorted,
             guint      first,
             guint      next,
             GArray    *ends)
{
  for (guint i = first; i < next; i++)
    ((ClinicAgendaBlock *) sorted->pdata[i])->lanes = ends->len;

  g_array_set_size (ends, 0);
}

void
clinic_agenda_layout_lanes (ClinicAgendaBlock *blocks,
                            guint              n_blocks,
                            guint              shortest)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new (n_blocks);
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;
  guint last_end = 0;

  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (sorted, &blocks[i]);

  g_ptr_array_sort (sorted, compare_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      ClinicAgendaBlock *block = sorted->pdata[i];

      if (block->from >= last_end)
        {
          end_cluster (sorted, first, i, ends);
          first = i;
        }

      block->lane = take_lane (ends, block->from, get_end (block, shortest));
      last_end = MAX (last_end, get_end (block, shortest));
    }

  end_cluster (sorted, first, n_blocks, ends);
}

void
clinic_agenda_scale_start (ClinicAgendaScale *self,
                           guint              slot)
{
  g_return_if_fail (self != NULL);

  *self = (ClinicAgendaScale) { .slot = slot > 0 && slot <= 120 ? slot : 15, .minute = 1.0 };
}

void
clinic_agenda_scale_widen (ClinicAgendaScale *self,
                           guint              from,
                           guint              to)
{
  gboolean nothing = self->from >= self->to;

  g_return_if_fail (self != NULL);

  from = from / 60 * 60;
  to = MIN ((to + 59) / 60 * 60, CLINIC_DAY_MINUTES);

  if (from >= to)
    return;

  self->from = nothing ? from : MIN (self->from, from);
  self->to = nothing ? to : MAX (self->to, to);
}

double
clinic_agenda_scale_height (const ClinicAgendaScale *self)
{
  return (self->to - self->from) * self->minute;
}

double
clinic_agenda_scale_y (const ClinicAgendaScale *self,
                       guint                    minute)
{
  return ((double) minute - self->from) * self->minute;
}

guint
clinic_agenda_scale_step (const ClinicAgendaScale *self,
                          double                   y)
{
  double steps = floor (y / (self->minute * self->slot));
  guint last = self->to > self->from ? (self->to - self->from - 1) / self->slot : 0;

  return self->from + (guint) CLAMP (steps, 0.0, (double) last) * self->slot;
}

guint
clinic_agenda_scale_snap (const ClinicAgendaScale *self,
                          double                   y,
                          guint                    length)
{
  double steps = floor (y / (self->minute * self->slot) + 0.5);
  guint room = self->to - self->from > length ? self->to - self->from - length : 0;

  return self->from + (guint) CLAMP (steps, 0.0, (double) (room / self->slot)) * self->slot;
}

int
clinic_agenda_layout_edge (double width,
                           guint  n_columns,
                           guint  column)
{
  return (int) (width * column / MAX (n_columns, 1));
}

guint
clinic_agenda_layout_column (double   x,
                             double   width,
                             guint    n_columns,
                             gboolean mirrored)
{
  double column;

  if (n_columns == 0 || width <= 0)
    return 0;

  column = CLAMP (floor (x * n_columns / width), 0.0, (double) (n_columns - 1));

  return mirrored ? n_columns - 1 - (guint) column : (guint) column;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"
#include "clinic-locale.h"

/* An hour, so that half an hour takes two lines of text. */
#define HOUR_HEIGHT 84
/* Of a short visit, and of a step of the grid. */
#define LINE_HEIGHT 20
#define STEP_HEIGHT 12
/* Minutes: no visit is drawn lower than the first; shorter ones are as rare as @FEW in a hundred. */
#define SHORTEST 15
#define LEAST_SHORTEST 10
#define FEW 10
/* What is shown where the clinic has no hours. */
#define FIRST_HOUR (7 * 60)
#define LAST_HOUR (20 * 60)

typedef enum
{
  PROPERTY_MOVABLE = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicAgendaView, clinic_agenda_view, GTK_TYPE_WIDGET)

void
clinic_agenda_view_book (ClinicAgendaView *self,
                         guint             column,
                         guint             minute)
{
  ClinicAgendaColumn *day = self->columns->pdata[column];
  g_autofree char *wall = clinic_agenda_view_dup_wall (self, column, minute);

  gtk_widget_activate_action (GTK_WIDGET (self), "agenda.book", "(xs)", day->practitioner, wall);
}

/* The hours that anything happens in, and one more before and after. */
static void
choose_scale (ClinicAgendaView *self,
              guint             slot)
{
  clinic_agenda_scale_start (&self->scale, slot);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicAgendaColumn *column = self->columns->pdata[i];

      for (guint k = 0; k < column->n_open; k++)
        {
          ClinicSpan span = column->open[k];

          if (span.to - span.from < CLINIC_DAY_MINUTES / 2 + 120)
            clinic_agenda_scale_widen (&self->scale, span.from > 0 ? span.from - 1 : 0, span.to + 1);
        }
    }

  if (self->scale.to == 0)
    clinic_agenda_scale_widen (&self->scale, FIRST_HOUR, LAST_HOUR);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaBlock *block = &g_array_index (self->places, ClinicAgendaPlace, i).block;

      clinic_agenda_scale_widen (&self->scale, block->from, block->to);
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* How long short visits are here. */
static void
choose_shortest (ClinicAgendaView *self)
{
  g_autoptr(GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaBlock *block = &g_array_index (self->places, ClinicAgendaPlace, i).block;
      guint length = block->to - block->from;

      g_array_append_val (lengths, length);
    }

  g_array_sort (lengths, compare_lengths);
  self->shortest = lengths->len > 0
                   ? CLAMP (g_array_index (lengths, guint, lengths->len * FEW / 100),
                            LEAST_SHORTEST, SHORTEST)
                   : SHORTEST;
}

static int
get_least_height (ClinicAgendaView *self)
{
  int hour = MAX (HOUR_HEIGHT, STEP_HEIGHT * 60 / (int) MAX (self->scale.slot, 1));

  hour = MAX (hour, LINE_HEIGHT * 60 / (int) MAX (self->shortest, LEAST_SHORTEST));

  return (self->scale.to - self->scale.from) / 60 * hour;
}

/* As it will be when it is laid out. */
static void
foresee_scale (ClinicAgendaView *self)
{
  GdkRectangle seen;

  clinic_agenda_view_get_seen (self, &seen);

  if (seen.height > 0 && self->scale.to > self->scale.from)
    self->scale.minute = (double) MAX (get_least_height (self), seen.height) /
                         (self->scale.to - self->scale.from);
}

static void
clinic_agenda_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  int least = 0;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    least = MAX (least, ((ClinicAgendaColumn *) self->columns->pdata[i])->least);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = get_least_height (self);
  else
    *minimum = *natural = CLINIC_AGENDA_GUTTER +
                          least * (int) (self->columns != NULL ? self->columns->len : 0);
}

static void
clinic_agenda_view_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_boolean (value, CLINIC_AGENDA_VIEW (object)->movable);
}

static void
clinic_agenda_view_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CLINIC_AGENDA_VIEW (object)->movable = g_value_get_boolean (value);
}

static void
clinic_agenda_view_dispose (GObject *object)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (object);
  GtkWidget *child;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);

  if (self->filler != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filler);

  self->tick = 0;
  self->filler = 0;
  self->spanning = FALSE;
  g_clear_object (&self->moving);
  g_ptr_array_set_size (self->spares, 0);

  if (self->places != NULL)
    g_array_set_size (self->places, 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);

  G_OBJECT_CLASS (clinic_agenda_view_parent_class)->dispose (object);
}

static void
clinic_agenda_view_finalize (GObject *object)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (object);

  g_ptr_array_unref (self->spares);
  g_array_unref (self->places);
  g_free (self->now);

  G_OBJECT_CLASS (clinic_agenda_view_parent_class)->finalize (object);
}

static void
clinic_agenda_view_class_init (ClinicAgendaViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_agenda_view_get_property;
  object_class->set_property = clinic_agenda_view_set_property;
  object_class->dispose = clinic_agenda_view_dispose;
  object_class->finalize = clinic_agenda_view_finalize;
  widget_class->measure = clinic_agenda_view_measure;
  widget_class->size_allocate = clinic_agenda_view_size_allocate;
  widget_class->snapshot = clinic_agenda_view_snapshot;
  widget_class->focus = clinic_agenda_view_focus;
  widget_class->set_focus_child = clinic_agenda_view_set_focus_child;
  widget_class->root = clinic_agenda_view_root;
  widget_class->unroot = clinic_agenda_view_unroot;

  properties[PROPERTY_MOVABLE] =
    g_param_spec_boolean ("movable", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "agendaview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  clinic_agenda_view_add_keys (widget_class);
}

/* A frame with a line of text in it that lies over the grid. */
static GtkWidget *
add_mark (ClinicAgendaView *self,
          const char       *name)
{
  GtkWidget *mark = g_object_new (ADW_TYPE_BIN,
                                  "can-target", FALSE,
                                  "overflow", GTK_OVERFLOW_HIDDEN,
                                  "accessible-role",
                                  strcmp (name, "cursor") == 0 ? GTK_ACCESSIBLE_ROLE_BUTTON
                                                               : GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_INSCRIPTION,
                                   "text-overflow", GTK_INSCRIPTION_OVERFLOW_CLIP,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (mark, name);
  adw_bin_set_child (ADW_BIN (mark), label);
  gtk_widget_set_parent (mark, GTK_WIDGET (self));

  return mark;
}

static void
clinic_agenda_view_init (ClinicAgendaView *self)
{
  self->movable = TRUE;
  self->hover_minute = G_MAXUINT;
  self->shortest = SHORTEST;
  self->spares = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (ClinicAgendaPlace));
  self->columns = g_ptr_array_new ();
  self->visits = g_ptr_array_new ();
  clinic_agenda_scale_start (&self->scale, 0);

  self->hover = add_mark (self, "hover");
  self->cursor = add_mark (self, "cursor");
  self->now_line = add_mark (self, "now");
  adw_bin_set_child (ADW_BIN (self->now_line), NULL);
  self->ghost = add_mark (self, "ghost");
  self->hours = clinic_agenda_hours_new ();
  gtk_widget_set_parent (self->hours, GTK_WIDGET (self));
  gtk_widget_set_focusable (self->cursor, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Visits"), -1);
  /* The keyboard may be here before there is anything. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Visits"), -1);
  clinic_agenda_view_add_pointer (self);
}

/* Whether what is marked by keyboard is in the same column among @columns. */
static gboolean
stays_marked (ClinicAgendaView *self,
              GPtrArray        *columns)
{
  ClinicAgendaColumn *old;
  ClinicAgendaColumn *new;

  if (!clinic_agenda_view_is_marked (self) || self->ghost_column >= columns->len)
    return FALSE;

  old = self->columns->pdata[self->ghost_column];
  new = columns->pdata[self->ghost_column];

  return strcmp (old->date, new->date) == 0 && old->practitioner == new->practitioner;
}

void
clinic_agenda_view_show (ClinicAgendaView *self,
                         GPtrArray        *columns,
                         GPtrArray        *visits,
                         guint             slot)
{
  g_autoptr(GArray) old = NULL;
  g_autoptr(GPtrArray) old_visits = NULL;
  gboolean focused;
  gboolean marked;

  g_return_if_fail (CLINIC_IS_AGENDA_VIEW (self) && columns != NULL && visits != NULL);

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  marked = stays_marked (self, columns);
  old_visits = g_steal_pointer (&self->visits);
  old = g_steal_pointer (&self->places);
  g_ptr_array_ref (columns);
  g_ptr_array_unref (self->columns);
  self->columns = columns;
  self->visits = g_ptr_array_ref (visits);
  self->places = g_array_new (FALSE, FALSE, sizeof (ClinicAgendaPlace));

  if ((!self->dragging && !marked) || (self->spanning && self->ghost_column >= columns->len))
    clinic_agenda_view_settle (self);

  clinic_agenda_view_place_visits (self);
  clinic_agenda_view_hand_on (self, old);
  choose_scale (self, slot);
  choose_shortest (self);
  clinic_agenda_view_place_lanes (self);
  foresee_scale (self);
  self->hover_minute = G_MAXUINT;
  clinic_agenda_view_set_cursor (self, self->cursor_column, self->cursor_minute);

  if (clinic_agenda_view_is_marked (self))
    clinic_agenda_view_mark_again (self);

  /* Somebody may have been booked where the keyboard is. */
  if (focused && columns->len > 0 &&
      (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL || gtk_widget_has_focus (self->cursor)))
    clinic_agenda_view_focus_cursor (self);

  self->stale = TRUE;

  /* The first of them at once, where it is known already what is seen. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    clinic_agenda_view_fill (self);

  clinic_agenda_view_queue_fill (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
clinic_agenda_view_set_now (ClinicAgendaView *self,
                            const char       *wall)
{
  g_return_if_fail (CLINIC_IS_AGENDA_VIEW (self));

  if (g_strcmp0 (self->now, wall) == 0)
    return;

  g_free (self->now);
  self->now = g_strdup (wall);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

ClinicAgendaVisit *
clinic_agenda_view_find (ClinicAgendaView *self,
                         gint64            session)
{
  g_return_val_if_fail (CLINIC_IS_AGENDA_VIEW (self), NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (clinic_record_get_id (CLINIC_RECORD (place->visit)) == session)
        return CLINIC_AGENDA_VISIT (clinic_agenda_view_reach (self, place));
    }

  return NULL;
}

ClinicVisit *
clinic_agenda_view_get_visit (ClinicAgendaView *self,
                              gint64            session)
{
  g_return_val_if_fail (CLINIC_IS_AGENDA_VIEW (self), NULL);

  for (guint i = 0; i < self->visits->len; i++)
    {
      if (clinic_record_get_id (self->visits->pdata[i]) == session)
        return self->visits->pdata[i];
    }

  return NULL;
}

static gboolean
is_column_of (ClinicAgendaView *self,
              guint             column,
              const char       *date,
              gint64            practitioner)
{
  ClinicAgendaColumn *day = column < self->columns->len ? self->columns->pdata[column] : NULL;

  return day != NULL && g_str_has_prefix (date, day->date) &&
         (practitioner == 0 || day->practitioner == 0 || day->practitioner == practitioner);
}

void
clinic_agenda_view_go (ClinicAgendaView *self,
                       const char       *date,
                       gint64            practitioner,
                       gboolean          focus)
{
  guint minute = self->cursor_minute;
  guint column = self->cursor_column;

  g_return_if_fail (CLINIC_IS_AGENDA_VIEW (self) && date != NULL);

  /* Another day of the same person is looked at where the first was. */
  if (!is_column_of (self, column, date, practitioner))
    for (column = 0; column < self->columns->len; column++)
      {
        if (is_column_of (self, column, date, practitioner))
          break;
      }

  if (clinic_wall_is_valid (date))
    minute = clinic_agenda_view_read_minute (date) / self->scale.slot * self->scale.slot;

  if (column < self->columns->len)
    {
      clinic_agenda_view_set_cursor (self, column, minute);
      self->sought = TRUE;
      self->sought_time = clinic_wall_is_valid (date);
      clinic_agenda_view_queue_fill (self);
    }

  if ((focus || gtk_widget_has_focus (self->cursor)) && self->columns->len > 0)
    clinic_agenda_view_focus_cursor (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"
#include "clinic-locale.h"

/* An hour, so that half an hour takes two lines of text. */
#define HOUR_HEIGHT 84
/* No visit is drawn lower. */
#define SHORTEST 15
#define GAP 2
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

static gboolean
is_mirrored (ClinicAgendaView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
get_columns_width (ClinicAgendaView *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - CLINIC_AGENDA_GUTTER, 1);
}

/* Columns begin and end on whole pixels. */
static int
get_column_x (ClinicAgendaView *self,
              guint             column)
{
  double width = get_columns_width (self);
  guint n_columns = MAX (self->columns != NULL ? self->columns->len : 0, 1);

  if (is_mirrored (self))
    return (int) (width - width * (column + 1) / n_columns);

  return CLINIC_AGENDA_GUTTER + (int) (width * column / n_columns);
}

void
clinic_agenda_view_get_area (ClinicAgendaView *self,
                             guint             column,
                             guint             minute,
                             guint             minutes,
                             GdkRectangle     *area)
{
  guint n_columns = MAX (self->columns != NULL ? self->columns->len : 0, 1);
  int y = clinic_agenda_scale_y (&self->scale, minute);

  area->x = get_column_x (self, column);
  area->width = (int) (get_columns_width (self) * (column + 1) / n_columns) -
                (int) (get_columns_width (self) * column / n_columns);
  area->y = y;
  area->height = (int) clinic_agenda_scale_y (&self->scale, minute + minutes) - y;
}

guint
clinic_agenda_view_get_column (ClinicAgendaView *self,
                               double            x)
{
  gboolean mirrored = is_mirrored (self);

  return clinic_agenda_layout_column (mirrored ? x : x - CLINIC_AGENDA_GUTTER,
                                      get_columns_width (self), self->columns->len, mirrored);
}

ClinicAgendaPlace *
clinic_agenda_view_find_place (ClinicAgendaView *self,
                               GtkWidget        *widget)
{
  for (guint i = 0; widget != NULL && i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (GTK_WIDGET (place->widget) == widget)
        return place;
    }

  return NULL;
}

ClinicAgendaPlace *
clinic_agenda_view_find_at (ClinicAgendaView *self,
                            guint             column,
                            guint             minute)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (place->column == column && place->block.from <= minute && minute < place->block.to)
        return place;
    }

  return NULL;
}

char *
clinic_agenda_view_dup_wall (ClinicAgendaView *self,
                             guint             column,
                             guint             minute)
{
  ClinicAgendaColumn *day = self->columns->pdata[column];

  return g_strdup_printf ("%sT%02u:%02u", day->date, minute / 60, minute % 60);
}

void
clinic_agenda_view_book (ClinicAgendaView *self,
                         guint             column,
                         guint             minute)
{
  ClinicAgendaColumn *day = self->columns->pdata[column];
  g_autofree char *wall = clinic_agenda_view_dup_wall (self, column, minute);

  gtk_widget_activate_action (GTK_WIDGET (self), "agenda.book", "(xs)", day->practitioner, wall);
}

static guint
get_minute (const char *wall)
{
  return (guint) (clinic_wall_to_minutes (wall) % CLINIC_DAY_MINUTES);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ClinicAgendaPlace *left = a;
  const ClinicAgendaPlace *right = b;

  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;

  if (left->block.from != right->block.from)
    return left->block.from < right->block.from ? -1 : 1;

  return left->block.lane < right->block.lane ? -1 : left->block.lane > right->block.lane;
}

static void
lay_out_column (ClinicAgendaView *self,
                guint             first,
                guint             next)
{
  g_autofree ClinicAgendaBlock *blocks = g_new (ClinicAgendaBlock, next - first);

  for (guint i = first; i < next; i++)
    blocks[i - first] = g_array_index (self->places, ClinicAgendaPlace, i).block;

  clinic_agenda_layout_lanes (blocks, next - first, SHORTEST);

  for (guint i = first; i < next; i++)
    g_array_index (self->places, ClinicAgendaPlace, i).block = blocks[i - first];
}

static void
place_visits (ClinicAgendaView *self)
{
  guint first = 0;

  g_array_set_size (self->places, 0);

  for (guint i = 0; i < self->visits->len; i++)
    {
      ClinicVisit *visit = self->visits->pdata[i];
      int column = clinic_agenda_columns_find (self->columns, visit->starts,
                                               visit->practitioner_id);
      ClinicAgendaPlace place = {
        .widget = clinic_agenda_view_find (self, clinic_record_get_id (CLINIC_RECORD (visit))),
        .column = column,
        .block.from = get_minute (visit->starts),
      };

      gtk_widget_set_child_visible (GTK_WIDGET (place.widget), column >= 0);
      place.block.to = MIN (place.block.from + (guint) (clinic_wall_to_minutes (visit->ends) -
                                                        clinic_wall_to_minutes (visit->starts)),
                            CLINIC_DAY_MINUTES);

      if (column >= 0)
        g_array_append_val (self->places, place);
    }

  g_array_sort (self->places, compare_places);

  for (guint i = 1; i <= self->places->len; i++)
    {
      if (i == self->places->len ||
          g_array_index (self->places, ClinicAgendaPlace, i).column !=
          g_array_index (self->places, ClinicAgendaPlace, first).column)
        {
          lay_out_column (self, first, i);
          first = i;
        }
    }
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

static void
make_hours (ClinicAgendaView *self)
{
  for (guint i = 0; i < self->hours->len; i++)
    gtk_widget_unparent (self->hours->pdata[i]);

  g_ptr_array_set_size (self->hours, 0);

  for (guint minute = self->scale.from; minute < self->scale.to; minute += 60)
    {
      g_autofree char *wall = g_strdup_printf ("2026-01-01T%02u:00", minute / 60);
      g_autofree char *text = clinic_locale_time (wall);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "label", text,
                                       "xalign", 1.0,
                                       "can-target", FALSE,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_insert_after (label, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->hours, label);
    }
}

/* New widgets for new visits, none for those that are gone, the rest say what is new. */
static void
splice_visits (ClinicAgendaView *self)
{
  g_autoptr(GHashTable) old = g_steal_pointer (&self->widgets);
  GHashTableIter iter;
  gpointer widget;

  self->widgets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->visits->len; i++)
    {
      ClinicVisit *visit = self->visits->pdata[i];
      gint64 id = clinic_record_get_id (CLINIC_RECORD (visit));

      widget = g_hash_table_lookup (old, &id);

      if (widget == NULL)
        {
          widget = clinic_agenda_visit_new (visit);
          gtk_widget_insert_before (widget, GTK_WIDGET (self), self->cursor);
        }
      else
        {
          if (!clinic_record_equal (CLINIC_RECORD (clinic_agenda_visit_get_visit (widget)),
                                    CLINIC_RECORD (visit)))
            clinic_agenda_visit_set_visit (widget, visit);

          g_hash_table_remove (old, &id);
        }

      g_hash_table_insert (self->widgets, g_memdup2 (&id, sizeof id), widget);
    }

  g_hash_table_iter_init (&iter, old);

  while (g_hash_table_iter_next (&iter, NULL, &widget))
    gtk_widget_unparent (widget);
}

static void
allocate_area (GtkWidget    *child,
               gboolean      visible,
               GdkRectangle *area)
{
  gtk_widget_set_child_visible (child, visible);

  if (visible)
    gtk_widget_size_allocate (child, area, -1);
}

static void
allocate_visit (ClinicAgendaView  *self,
                ClinicAgendaPlace *place)
{
  guint minutes = MAX (place->block.to - place->block.from, SHORTEST);
  guint lane = is_mirrored (self) ? place->block.lanes - 1 - place->block.lane : place->block.lane;
  GdkRectangle column;
  GdkRectangle area;

  clinic_agenda_view_get_area (self, place->column, place->block.from, minutes, &column);
  column.x += GAP;
  column.width = MAX (column.width - 3 * GAP, 1);
  area.x = column.x + column.width * lane / place->block.lanes;
  area.width = column.x + column.width * (lane + 1) / place->block.lanes - area.x -
               (place->block.lanes > 1 ? GAP : 0);
  area.width = MAX (area.width, 1);
  area.y = column.y + 1;
  area.height = MAX (column.height - 2, 1);
  gtk_widget_size_allocate (GTK_WIDGET (place->widget), &area, -1);
}

static void
allocate_hours (ClinicAgendaView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < self->hours->len; i++)
    {
      GtkWidget *label = self->hours->pdata[i];
      GdkRectangle area;
      int height;

      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &area.width, NULL, NULL, NULL);
      area.width = MAX (area.width, CLINIC_AGENDA_GUTTER - 10);
      area.x = is_mirrored (self) ? width - area.width : 0;
      area.height = height;
      area.y = (int) clinic_agenda_scale_y (&self->scale, self->scale.from + i * 60);
      area.y = i == 0 ? area.y + 1 : area.y - height / 2;
      gtk_widget_size_allocate (label, &area, -1);
    }
}

static gboolean
get_now_area (ClinicAgendaView *self,
              GdkRectangle     *area)
{
  guint minute = self->now != NULL ? get_minute (self->now) : 0;
  GdkRectangle last;

  if (self->now == NULL || minute < self->scale.from || minute >= self->scale.to)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicAgendaColumn *column = self->columns->pdata[i];

      if (!g_str_has_prefix (self->now, column->date))
        continue;

      clinic_agenda_view_get_area (self, i, minute, 0, area);

      /* One line for all, where all columns are today. */
      if (i == 0 && self->columns->len > 1 &&
          ((ClinicAgendaColumn *) self->columns->pdata[self->columns->len - 1])->today)
        {
          clinic_agenda_view_get_area (self, self->columns->len - 1, minute, 0, &last);
          gdk_rectangle_union (area, &last, area);
          area->width = get_columns_width (self);
          area->x = is_mirrored (self) ? 0 : CLINIC_AGENDA_GUTTER;
        }

      area->height = 2;
      area->y -= 1;

      return TRUE;
    }

  return FALSE;
}

static void
allocate_marks (ClinicAgendaView *self)
{
  gboolean any = self->columns != NULL && self->columns->len > 0;
  GdkRectangle area = { 0, 0, 1, 1 };
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, GTK_WIDGET (self->moving));

  if (any)
    clinic_agenda_view_get_area (self, self->cursor_column, self->cursor_minute, self->scale.slot,
                                 &area);

  allocate_area (self->cursor, any, &area);

  if (self->hover_minute != G_MAXUINT && any)
    clinic_agenda_view_get_area (self, self->hover_column, self->hover_minute, self->scale.slot,
                                 &area);

  allocate_area (self->hover, any && self->hover_minute != G_MAXUINT, &area);

  if (place != NULL)
    clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute,
                                 place->block.to - place->block.from, &area);

  allocate_area (self->ghost, place != NULL, &area);
  allocate_area (self->now_line, any && get_now_area (self, &area), &area);
}

static void
clinic_agenda_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);

  if (self->scale.to > self->scale.from)
    self->scale.minute = (double) height / (self->scale.to - self->scale.from);

  for (guint i = 0; i < self->places->len; i++)
    allocate_visit (self, &g_array_index (self->places, ClinicAgendaPlace, i));

  allocate_hours (self);
  allocate_marks (self);
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
  int hours = (self->scale.to - self->scale.from) / 60;

  /* Steps that are short need room to be told apart. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = hours * MAX (HOUR_HEIGHT, 12 * 60 / (int) MAX (self->scale.slot, 1));
  else
    *minimum = *natural = CLINIC_AGENDA_GUTTER + 120;
}

/* Grey on any background: light, dark and high contrast have the same lines. */
static void
fill (GtkSnapshot *snapshot,
      float        x,
      float        y,
      float        width,
      float        height,
      float        alpha)
{
  const GdkRGBA colour = { 0.5, 0.5, 0.5, alpha };

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_closed (ClinicAgendaView *self,
             GtkSnapshot      *snapshot,
             guint             index)
{
  ClinicAgendaColumn *column = self->columns->pdata[index];
  guint from = self->scale.from;

  for (guint i = 0; i <= column->n_open; i++)
    {
      guint to = i < column->n_open ? MIN (column->open[i].from, self->scale.to) : self->scale.to;
      GdkRectangle area;

      if (to > from)
        {
          clinic_agenda_view_get_area (self, index, from, to - from, &area);
          fill (snapshot, area.x, area.y, area.width, area.height, 0.13);
        }

      if (i < column->n_open)
        from = MAX (from, column->open[i].to);
    }
}

static void
draw_column (ClinicAgendaView *self,
             GtkSnapshot      *snapshot,
             guint             index)
{
  ClinicAgendaColumn *column = self->columns->pdata[index];
  GdkRectangle area;
  GdkRGBA colour;

  clinic_agenda_view_get_area (self, index, self->scale.from, self->scale.to - self->scale.from,
                               &area);
  draw_closed (self, snapshot, index);
  fill (snapshot, is_mirrored (self) ? area.x + area.width - 1 : area.x, area.y, 1, area.height,
        0.25);

  if (column->colour != NULL && gdk_rgba_parse (&colour, column->colour))
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (area.x, area.y, area.width, 2));
}

static void
clinic_agenda_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  double width = get_columns_width (self);
  int x = is_mirrored (self) ? 0 : CLINIC_AGENDA_GUTTER;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    draw_column (self, snapshot, i);

  for (guint minute = self->scale.from; minute < self->scale.to; minute += self->scale.slot)
    fill (snapshot, x, (int) clinic_agenda_scale_y (&self->scale, minute), width, 1,
          minute % 60 == 0 ? 0.28 : 0.11);

  GTK_WIDGET_CLASS (clinic_agenda_view_parent_class)->snapshot (widget, snapshot);
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

  self->tick = 0;
  g_clear_object (&self->moving);

  if (self->places != NULL)
    g_array_set_size (self->places, 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->widgets, g_hash_table_unref);

  G_OBJECT_CLASS (clinic_agenda_view_parent_class)->dispose (object);
}

static void
clinic_agenda_view_finalize (GObject *object)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (object);

  g_ptr_array_unref (self->hours);
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
  self->hours = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (ClinicAgendaPlace));
  self->columns = g_ptr_array_new ();
  self->visits = g_ptr_array_new ();
  self->widgets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  clinic_agenda_scale_start (&self->scale, 0);

  self->hover = add_mark (self, "hover");
  self->cursor = add_mark (self, "cursor");
  self->now_line = add_mark (self, "now");
  adw_bin_set_child (ADW_BIN (self->now_line), NULL);
  self->ghost = add_mark (self, "ghost");
  gtk_widget_set_focusable (self->cursor, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Visits"), -1);
  clinic_agenda_view_add_pointer (self);
}

void
clinic_agenda_view_show (ClinicAgendaView *self,
                         GPtrArray        *columns,
                         GPtrArray        *visits,
                         guint             slot)
{
  gboolean focused;

  g_return_if_fail (CLINIC_IS_AGENDA_VIEW (self) && columns != NULL && visits != NULL);

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_ptr_array_ref (columns);
  g_ptr_array_ref (visits);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->visits);
  self->columns = columns;
  self->visits = visits;

  if (!self->dragging)
    clinic_agenda_view_settle (self);

  splice_visits (self);
  place_visits (self);
  choose_scale (self, slot);
  make_hours (self);
  self->hover_minute = G_MAXUINT;
  clinic_agenda_view_set_cursor (self, self->cursor_column, self->cursor_minute);

  if (focused && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL && columns->len > 0)
    gtk_widget_grab_focus (self->cursor);

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

  return g_hash_table_lookup (self->widgets, &session);
}

gboolean
clinic_agenda_view_locate (ClinicAgendaView *self,
                           const char       *wall,
                           gint64            practitioner,
                           GdkRectangle     *area)
{
  int column;

  g_return_val_if_fail (CLINIC_IS_AGENDA_VIEW (self) && clinic_wall_is_valid (wall), FALSE);

  column = clinic_agenda_columns_find (self->columns, wall, practitioner);

  if (column < 0)
    return FALSE;

  clinic_agenda_view_get_area (self, column, get_minute (wall), self->scale.slot, area);

  return TRUE;
}

void
clinic_agenda_view_go (ClinicAgendaView *self,
                       const char       *date,
                       gint64            practitioner,
                       gboolean          focus)
{
  guint minute = self->cursor_minute;
  guint column = 0;

  g_return_if_fail (CLINIC_IS_AGENDA_VIEW (self) && date != NULL);

  while (column < self->columns->len)
    {
      ClinicAgendaColumn *day = self->columns->pdata[column];

      if (g_str_has_prefix (date, day->date) &&
          (practitioner == 0 || day->practitioner == 0 || day->practitioner == practitioner))
        break;

      column++;
    }

  if (clinic_wall_is_valid (date))
    minute = get_minute (date) / self->scale.slot * self->scale.slot;

  if (column < self->columns->len)
    clinic_agenda_view_set_cursor (self, column, minute);

  if (focus && self->columns->len > 0)
    gtk_widget_grab_focus (self->cursor);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"
#include "clinic-locale.h"

/* An hour, so that half an hour takes two lines of text. */
#define HOUR_HEIGHT 84
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
  clinic_agenda_view_place_visits (self);
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
    minute = clinic_agenda_view_read_minute (date) / self->scale.slot * self->scale.slot;

  if (column < self->columns->len)
    clinic_agenda_view_set_cursor (self, column, minute);

  if (focus && self->columns->len > 0)
    gtk_widget_grab_focus (self->cursor);
}

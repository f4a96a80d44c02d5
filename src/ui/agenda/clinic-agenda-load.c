/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-cell.h"
#include "clinic-agenda-hours.h"
#include "clinic-agenda-load.h"
#include "clinic-date.h"

#define CELL_HEIGHT 64
#define LEAST_WIDTH 72
#define GAP 2

struct _ClinicAgendaLoad
{
  GtkWidget parent_instance;

  ClinicAgendaScale  scale;
  GtkWidget         *hours;
  GPtrArray         *cells;     /* ClinicAgendaCell, day after day, hour after hour */
  guint              day;       /* that the keyboard is on */
  guint              hour;
};

G_DEFINE_FINAL_TYPE (ClinicAgendaLoad, clinic_agenda_load, GTK_TYPE_WIDGET)

static guint
count_hours (ClinicAgendaLoad * self)
{
  return (self->scale.to - self->scale.from) / 60;
}

static GtkWidget *
get_cell (ClinicAgendaLoad *self,
          guint             day,
          guint             hour)
{
  guint i = day * count_hours (self) + hour;

  return i < self->cells->len ? self->cells->pdata[i] : NULL;
}

static gboolean
focus_cell (ClinicAgendaLoad *self,
            guint             day,
            guint             hour)
{
  GtkWidget *cell = get_cell (self, day, hour);

  if (day >= CLINIC_AGENDA_WEEK || hour >= count_hours (self) || cell == NULL ||
      !gtk_widget_grab_focus (cell))
    return FALSE;

  self->day = day;
  self->hour = hour;

  return TRUE;
}

/* The one that was left, else the first that there is. */
static gboolean
focus_any (ClinicAgendaLoad *self)
{
  if (focus_cell (self, self->day, self->hour))
    return TRUE;

  for (guint day = 0; day < CLINIC_AGENDA_WEEK; day++)
    for (guint hour = 0; hour < count_hours (self); hour++)
      {
        if (focus_cell (self, day, hour))
          return TRUE;
      }

  return FALSE;
}

static gboolean
clinic_agenda_load_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  /* From a cell Tab leads out of them all. */
  return gtk_widget_get_focus_child (widget) == NULL && focus_any (CLINIC_AGENDA_LOAD (widget));
}

/* Past those where nothing can be chosen. */
static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ClinicAgendaLoad *self = CLINIC_AGENDA_LOAD (widget);
  int days;
  int hours;
  int day = (int) self->day;
  int hour = (int) self->hour;

  g_variant_get (arguments, "(ii)", &days, &hours);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;

  do
    {
      day += days;
      hour += hours;
    }
  while (day >= 0 && day < CLINIC_AGENDA_WEEK && hour >= 0 && hour < (int) count_hours (self) &&
         !focus_cell (self, (guint) day, (guint) hour));

  return GDK_EVENT_STOP;
}

static void
clinic_agenda_load_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  ClinicAgendaLoad *self = CLINIC_AGENDA_LOAD (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                        ? (int) count_hours (self) * CELL_HEIGHT
                        : CLINIC_AGENDA_GUTTER + CLINIC_AGENDA_WEEK * LEAST_WIDTH;
}

static void
clinic_agenda_load_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  ClinicAgendaLoad *self = CLINIC_AGENDA_LOAD (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int all = width - CLINIC_AGENDA_GUTTER;
  guint n_hours = MAX (count_hours (self), 1);
  int least;

  self->scale.minute = (double) height / (n_hours * 60);
  clinic_agenda_hours_set_scale (CLINIC_AGENDA_HOURS (self->hours), &self->scale);
  gtk_widget_measure (self->hours, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->hours,
                            &(GtkAllocation) { mirrored ? all : 0, 0, CLINIC_AGENDA_GUTTER,
                                               height }, -1);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint day = i / n_hours;
      int start = clinic_agenda_layout_edge (all, CLINIC_AGENDA_WEEK, day);
      int end = clinic_agenda_layout_edge (all, CLINIC_AGENDA_WEEK, day + 1);
      int top = clinic_agenda_layout_edge (height, n_hours, i % n_hours);
      int bottom = clinic_agenda_layout_edge (height, n_hours, i % n_hours + 1);
      GtkAllocation area = { mirrored ? all - end : CLINIC_AGENDA_GUTTER + start, top, end - start,
                             bottom - top };

      area.x += GAP;
      area.y += GAP / 2;
      area.width -= 2 * GAP;
      area.height -= GAP;
      gtk_widget_measure (self->cells->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (self->cells->pdata[i], &area, -1);
    }
}

static void
clinic_agenda_load_dispose (GObject *object)
{
  ClinicAgendaLoad *self = CLINIC_AGENDA_LOAD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_ptr_array_set_size (self->cells, 0);

  G_OBJECT_CLASS (clinic_agenda_load_parent_class)->dispose (object);
}

static void
clinic_agenda_load_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_AGENDA_LOAD (object)->cells);

  G_OBJECT_CLASS (clinic_agenda_load_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; guint pad; int days; int hours; } arrows[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, walk_cb, "(ii)",
                                    arrows[i].days, arrows[i].hours);
      gtk_widget_class_add_binding (widget_class, arrows[i].pad, 0, walk_cb, "(ii)",
                                    arrows[i].days, arrows[i].hours);
    }

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "agenda.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "agenda.next", NULL);
}

static void
clinic_agenda_load_class_init (ClinicAgendaLoadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_agenda_load_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_agenda_load_finalize;
  widget_class->measure = clinic_agenda_load_measure;
  widget_class->size_allocate = clinic_agenda_load_size_allocate;
  widget_class->focus = clinic_agenda_load_focus;
  gtk_widget_class_set_css_name (widget_class, "agendaload");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  add_keys (widget_class);
}

static void
clinic_agenda_load_init (ClinicAgendaLoad *self)
{
  self->cells = g_ptr_array_new ();
  self->hours = clinic_agenda_hours_new ();
  gtk_widget_set_parent (self->hours, GTK_WIDGET (self));
  clinic_agenda_scale_start (&self->scale, 60);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How busy the hours are"), -1);
}

/* As many as there are hours in the week; those that stay keep the keyboard. */
static void
make_cells (ClinicAgendaLoad *self)
{
  guint n = CLINIC_AGENDA_WEEK * count_hours (self);

  while (self->cells->len > n)
    {
      gtk_widget_unparent (self->cells->pdata[self->cells->len - 1]);
      g_ptr_array_remove_index (self->cells, self->cells->len - 1);
    }

  while (self->cells->len < n)
    {
      GtkWidget *cell = clinic_agenda_cell_new ();

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

void
clinic_agenda_load_show (ClinicAgendaLoad        *self,
                         const char              *first,
                         const ClinicAgendaTally *tally)
{
  guint from;
  guint to;

  g_return_if_fail (CLINIC_IS_AGENDA_LOAD (self) && clinic_date_is_valid (first) && tally != NULL);

  clinic_agenda_tally_get_range (tally, &from, &to);
  clinic_agenda_scale_start (&self->scale, 60);
  clinic_agenda_scale_widen (&self->scale, from * 60, to * 60);
  make_cells (self);

  for (guint day = 0; day < CLINIC_AGENDA_WEEK; day++)
    {
      g_autofree char *date = clinic_date_add_days (first, day);

      for (guint hour = from; date != NULL && hour < to; hour++)
        {
          g_autofree char *starts = g_strdup_printf ("%sT%02u:00", date, hour);

          clinic_agenda_cell_show (CLINIC_AGENDA_CELL (get_cell (self, day, hour - from)), starts,
                                   &tally->hours[day][hour]);
        }
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

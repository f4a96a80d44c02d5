/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-agenda-board.h"
#include "clinic-agenda-heads.h"
#include "clinic-agenda-layout.h"
#include "clinic-agenda-load.h"
#include "clinic-date.h"

#define SECONDS 20

struct _ClinicAgendaBoard
{
  AdwBin parent_instance;

  ClinicAgendaDays  *days;
  guint              clock;

  GtkStack          *stack;
  ClinicAgendaHeads *heads;
  ClinicAgendaView  *view;
  ClinicAgendaLoad  *load;
  ClinicAgendaHeads *load_heads;
  GtkScrolledWindow *scroller;
};

static GParamSpec *days_property;

G_DEFINE_FINAL_TYPE (ClinicAgendaBoard, clinic_agenda_board, ADW_TYPE_BIN)

static GPtrArray *
make_columns (ClinicAgendaBoard * self,
              GPtrArray * visits)
{
  ClinicDesk *desk = clinic_agenda_days_get_desk (self->days);
  gint64 practitioner = clinic_agenda_days_get_practitioner (self->days);
  g_autofree char *first = clinic_agenda_days_dup_first (self->days);

  return clinic_agenda_days_is_week (self->days)
         ? clinic_agenda_columns_week (desk, first, practitioner, visits)
         : clinic_agenda_columns_day (desk, first, practitioner, visits);
}

static gboolean
tell_time (gpointer user_data)
{
  ClinicAgendaBoard *self = user_data;
  ClinicDesk *desk = self->days != NULL ? clinic_agenda_days_get_desk (self->days) : NULL;
  g_autofree char *now = desk != NULL ? clinic_desk_dup_now (desk) : NULL;

  clinic_agenda_view_set_now (self->view, now);

  return G_SOURCE_CONTINUE;
}

/* The keyboard goes along. */
static void
show_page (ClinicAgendaBoard *self,
           const char        *name)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL &&
                     strcmp (name, gtk_stack_get_visible_child_name (self->stack)) != 0;

  gtk_stack_set_visible_child_name (self->stack, name);

  if (focused)
    clinic_agenda_board_start (self);
}

static void
add_open (ClinicAgendaTally *tally,
          ClinicDesk        *desk,
          const char        *first)
{
  for (guint day = 0; day < CLINIC_AGENDA_WEEK; day++)
    {
      g_autofree char *date = clinic_date_add_days (first, day);
      g_autoptr(GPtrArray) people = date != NULL ? clinic_agenda_columns_day (desk, date, 0, NULL)
                                                 : g_ptr_array_new ();

      for (guint i = 0; i < people->len; i++)
        {
          ClinicAgendaColumn *column = people->pdata[i];

          clinic_agenda_tally_add_open (tally, day, column->open, column->n_open);
        }
    }
}

/* A week of too many practitioners: how busy it is. */
static void
show_load (ClinicAgendaBoard *self)
{
  ClinicDesk *desk = clinic_agenda_days_get_desk (self->days);
  GArray *slots = clinic_agenda_days_get_slots (self->days);
  g_autofree char *first = clinic_agenda_days_dup_first (self->days);
  g_autoptr(GPtrArray) columns = clinic_agenda_columns_week (desk, first, 0, NULL);
  ClinicAgendaTally tally = { 0 };

  for (guint i = 0; i < slots->len; i++)
    {
      ClinicVisitSlot *slot = &g_array_index (slots, ClinicVisitSlot, i);
      gint64 from = clinic_wall_to_minutes (slot->starts);
      guint minute = (guint) (from % CLINIC_DAY_MINUTES);
      int day = clinic_agenda_columns_find (columns, slot->starts, 0);

      if (day >= 0)
        clinic_agenda_tally_add_visits (&tally, day, minute,
                                        minute + (guint) (clinic_wall_to_minutes (slot->ends) - from),
                                        slot->visits);
    }

  add_open (&tally, desk, first);
  clinic_agenda_heads_show (self->load_heads, columns, TRUE, NULL);
  clinic_agenda_load_show (self->load, first, &tally);
  show_page (self, "load");
  g_free (clinic_agenda_days_steal_wanted (self->days));
}

static void
loaded_cb (ClinicAgendaBoard *self,
           const GError      *error)
{
  ClinicDesk *desk = clinic_agenda_days_get_desk (self->days);
  GPtrArray *visits = clinic_agenda_days_get_visits (self->days);
  g_autoptr(GPtrArray) columns = NULL;
  g_autofree char *wanted = NULL;

  if (error != NULL)
    return;

  if (clinic_agenda_days_get_slots (self->days) != NULL)
    {
      show_load (self);
      return;
    }

  columns = make_columns (self, visits);
  tell_time (self);
  g_object_set (self->view, "movable", clinic_desk_may (desk, "session.move"), NULL);
  clinic_agenda_heads_show (self->heads, columns, clinic_agenda_days_is_week (self->days),
                            gtk_scrolled_window_get_hadjustment (self->scroller));
  clinic_agenda_view_show (self->view, columns, visits,
                           MAX (clinic_desk_get_clinic (desk)->slot_minutes, 0));
  show_page (self, columns->len > 0 ? "visits" : "nobody");
  wanted = clinic_agenda_days_steal_wanted (self->days);

  if (wanted != NULL)
    clinic_agenda_view_go (self->view, wanted, clinic_agenda_days_get_practitioner (self->days),
                           FALSE);
}

static void
clinic_agenda_board_map (GtkWidget *widget)
{
  ClinicAgendaBoard *self = CLINIC_AGENDA_BOARD (widget);

  GTK_WIDGET_CLASS (clinic_agenda_board_parent_class)->map (widget);
  tell_time (self);
  self->clock = g_timeout_add_seconds (SECONDS, tell_time, self);
}

static void
clinic_agenda_board_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&CLINIC_AGENDA_BOARD (widget)->clock, g_source_remove);

  GTK_WIDGET_CLASS (clinic_agenda_board_parent_class)->unmap (widget);
}

static void
clinic_agenda_board_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_object (value, CLINIC_AGENDA_BOARD (object)->days);
}

static void
clinic_agenda_board_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ClinicAgendaBoard *self = CLINIC_AGENDA_BOARD (object);

  if (self->days == NULL && (self->days = g_value_dup_object (value)) != NULL)
    g_signal_connect_object (self->days, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
}

static void
clinic_agenda_board_dispose (GObject *object)
{
  ClinicAgendaBoard *self = CLINIC_AGENDA_BOARD (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  /* The bin takes its child out itself; the template must not have done so before. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_AGENDA_BOARD);
  g_clear_object (&self->days);

  G_OBJECT_CLASS (clinic_agenda_board_parent_class)->dispose (object);
}

static void
clinic_agenda_board_class_init (ClinicAgendaBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_agenda_board_get_property;
  object_class->set_property = clinic_agenda_board_set_property;
  object_class->dispose = clinic_agenda_board_dispose;
  widget_class->map = clinic_agenda_board_map;
  widget_class->unmap = clinic_agenda_board_unmap;

  days_property = g_param_spec_object ("days", NULL, NULL, CLINIC_TYPE_AGENDA_DAYS,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, days_property);

  g_type_ensure (CLINIC_TYPE_AGENDA_HEADS);
  g_type_ensure (CLINIC_TYPE_AGENDA_LOAD);
  g_type_ensure (CLINIC_TYPE_AGENDA_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-agenda-board.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaBoard, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaBoard, heads);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaBoard, view);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaBoard, load);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaBoard, load_heads);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaBoard, scroller);
}

static void
clinic_agenda_board_init (ClinicAgendaBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinicAgendaView *
clinic_agenda_board_get_view (ClinicAgendaBoard *self)
{
  g_return_val_if_fail (CLINIC_IS_AGENDA_BOARD (self), NULL);

  return self->view;
}

void
clinic_agenda_board_start (ClinicAgendaBoard *self)
{
  g_return_if_fail (CLINIC_IS_AGENDA_BOARD (self));

  if (strcmp (gtk_stack_get_visible_child_name (self->stack), "load") == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->load), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard in the agenda: a time that arrows walk over, and the visits it comes upon. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-view-private.h"
#include "clinic-locale.h"

void
clinic_agenda_view_say_cursor (ClinicAgendaView *self)
{
  GtkWidget *label = adw_bin_get_child (ADW_BIN (self->cursor));
  ClinicAgendaColumn *column;
  g_autofree char *wall = NULL;
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  /* Other columns are about to be shown. */
  if (self->cursor_column >= self->columns->len)
    return;

  column = self->columns->pdata[self->cursor_column];
  wall = clinic_agenda_view_dup_wall (self, self->cursor_column, self->cursor_minute);
  time = clinic_locale_time (wall);
  /* Translators: a free time in the column of a practitioner or a day: "Dr Weber, 10:15" */
  words = g_strdup_printf (_("%s, %s: book a visit"), column->title, time);
  gtk_inscription_set_text (GTK_INSCRIPTION (label), time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
}

void
clinic_agenda_view_set_cursor (ClinicAgendaView *self,
                               guint             column,
                               guint             minute)
{
  guint last = self->scale.to > self->scale.slot ? self->scale.to - self->scale.slot : 0;

  self->cursor_column = MIN (column, self->columns->len > 0 ? self->columns->len - 1 : 0);
  self->cursor_minute = CLAMP (minute, self->scale.from, MAX (last, self->scale.from));

  if (clinic_agenda_view_is_marked (self) &&
      self->cursor_column == self->ghost_column && self->cursor_minute == self->ghost_minute)
    return;

  clinic_agenda_view_unmark (self);
  clinic_agenda_view_say_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static ClinicAgendaPlace *
find_at_cursor (ClinicAgendaView *self)
{
  return clinic_agenda_view_find_at (self, self->cursor_column, self->cursor_minute);
}

gboolean
clinic_agenda_view_focus_cursor (ClinicAgendaView *self)
{
  ClinicAgendaPlace *place = find_at_cursor (self);

  return gtk_widget_grab_focus (place != NULL ? clinic_agenda_view_reach (self, place)
                                              : self->cursor);
}

static void
focus_cursor (ClinicAgendaView *self)
{
  GdkRectangle area;

  clinic_agenda_view_focus_cursor (self);
  clinic_agenda_view_get_area (self, self->cursor_column, self->cursor_minute, self->scale.slot,
                               &area);
  clinic_agenda_view_scroll_to (self, &area);
}

/* Beside this visit in the same column. */
static ClinicAgendaPlace *
find_beside (ClinicAgendaView  *self,
             ClinicAgendaPlace *place,
             int                step)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *other = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (other->column == place->column &&
          (int) other->block.lane == (int) place->block.lane + step &&
          other->block.from < place->block.to && place->block.from < other->block.to)
        return other;
    }

  return NULL;
}

static int
turn (ClinicAgendaView *self,
      int               columns)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -columns : columns;
}

static void
walk_minutes (ClinicAgendaView  *self,
              ClinicAgendaPlace *place,
              int                steps)
{
  guint slot = self->scale.slot;
  guint minute = self->cursor_minute;

  if (place != NULL && steps > 0)
    minute = (place->block.to + slot - 1) / slot * slot;
  else if (place != NULL)
    minute = place->block.from / slot * slot > slot ? place->block.from / slot * slot - slot : 0;
  else if (steps > 0 || minute >= slot)
    minute += steps * (int) slot;

  clinic_agenda_view_set_cursor (self, self->cursor_column, minute);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  ClinicAgendaPlace *place =
    clinic_agenda_view_find_place (self, gtk_widget_get_focus_child (widget));
  ClinicAgendaPlace *beside;
  int columns;
  int steps;

  g_variant_get (arguments, "(ii)", &columns, &steps);
  columns = turn (self, columns);

  if (self->columns->len == 0 || self->moving != NULL)
    return GDK_EVENT_STOP;

  clinic_agenda_view_unmark (self);
  beside = place != NULL && columns != 0 ? find_beside (self, place, columns) : NULL;

  if (beside != NULL)
    {
      gtk_widget_grab_focus (clinic_agenda_view_reach (self, beside));
      return GDK_EVENT_STOP;
    }

  if (place != NULL)
    clinic_agenda_view_set_cursor (self, place->column, place->block.from);

  if (steps != 0)
    walk_minutes (self, place, steps);
  else if (columns > 0 || self->cursor_column > 0)
    clinic_agenda_view_set_cursor (self, self->cursor_column + columns, self->cursor_minute);

  focus_cursor (self);

  return GDK_EVENT_STOP;
}

/* To the first or the last time that visits are booked at. */
static gboolean
jump_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  ClinicAgendaColumn *column;
  gboolean last;
  guint minute;

  g_variant_get (arguments, "(b)", &last);
  minute = last ? self->scale.to : self->scale.from;

  if (self->columns->len == 0)
    return GDK_EVENT_PROPAGATE;

  clinic_agenda_view_unmark (self);
  column = self->columns->pdata[self->cursor_column];

  if (column->n_open > 0)
    minute = last ? column->open[column->n_open - 1].to - self->scale.slot : column->open[0].from;

  clinic_agenda_view_set_cursor (self, self->cursor_column, minute);
  focus_cursor (self);

  return GDK_EVENT_STOP;
}

/* Ctrl and arrows carry the visit; it is put down when Ctrl is let go. */
static gboolean
carry_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  ClinicAgendaPlace *place =
    clinic_agenda_view_find_place (self, gtk_widget_get_focus_child (widget));
  guint column;
  int minute;
  int columns;
  int steps;

  g_variant_get (arguments, "(ii)", &columns, &steps);

  if (place == NULL || !self->movable || self->dragging || self->given || self->sizing ||
      !clinic_agenda_visit_can_move (place->widget))
    return GDK_EVENT_STOP;

  columns = turn (self, columns);
  column = self->moving != NULL ? self->ghost_column : place->column;
  minute = (int) (self->moving != NULL ? self->ghost_minute : place->block.from);
  minute = CLAMP (minute + steps * (int) self->scale.slot, (int) self->scale.from,
                  (int) (self->scale.to - MIN (place->block.to - place->block.from,
                                               self->scale.to - self->scale.from)));

  if (columns > 0 || column > 0)
    column = MIN (column + columns, self->columns->len - 1);

  clinic_agenda_view_carry (self, place, column, minute);

  return GDK_EVENT_STOP;
}

/* Shift and arrows carry its end; of free time that of what is marked. */
static gboolean
size_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  ClinicAgendaPlace *place =
    clinic_agenda_view_find_place (self, gtk_widget_get_focus_child (widget));
  int minute;

  if (self->columns->len > 0 && gtk_widget_get_focus_child (widget) == self->cursor && self->moving == NULL &&
      !self->dragging)
    clinic_agenda_view_mark (self, g_variant_get_int32 (arguments));

  if (place == NULL || !self->movable || self->dragging || self->given ||
      (self->moving != NULL && !self->sizing) || !clinic_agenda_visit_can_move (place->widget))
    return GDK_EVENT_STOP;

  minute = (int) (self->sizing ? self->ghost_minute + self->ghost_minutes : place->block.to);
  clinic_agenda_view_size (self, place,
                           minute + g_variant_get_int32 (arguments) * (int) self->scale.slot);

  return GDK_EVENT_STOP;
}

static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);

  if ((self->moving != NULL || self->spanning) && !self->dragging)
    clinic_agenda_view_drop (self);
  else if (gtk_widget_get_focus_child (widget) == self->cursor && self->columns->len > 0)
    clinic_agenda_view_book (self, self->cursor_column, self->cursor_minute);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);

  if ((self->moving == NULL && !self->spanning) || self->given)
    return GDK_EVENT_PROPAGATE;

  clinic_agenda_view_settle (self);

  return GDK_EVENT_STOP;
}

static void
add_arrows (GtkWidgetClass      *widget_class,
            GdkModifierType      modifiers,
            GtkShortcutFunc      func)
{
  static const struct { guint key; guint pad; int columns; int steps; } arrows[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, modifiers, func, "(ii)",
                                    arrows[i].columns, arrows[i].steps);
      gtk_widget_class_add_binding (widget_class, arrows[i].pad, modifiers, func, "(ii)",
                                    arrows[i].columns, arrows[i].steps);
    }
}

void
clinic_agenda_view_add_keys (GtkWidgetClass *widget_class)
{
  add_arrows (widget_class, 0, walk_cb);
  add_arrows (widget_class, GDK_CONTROL_MASK, carry_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_SHIFT_MASK, size_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, GDK_SHIFT_MASK, size_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_SHIFT_MASK, size_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, GDK_SHIFT_MASK, size_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, jump_cb, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, jump_cb, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  /* Here rather than in the page: what scrolls would take them first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "agenda.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "agenda.next", NULL);
}

/* Tab: first the cursor, then visit after visit. Where a visit is at the cursor that one is first, and there is no free
 * time to go back to. */
gboolean
clinic_agenda_view_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  GtkWidget *now = gtk_widget_get_focus_child (widget);
  int n = self->places->len;
  int position = -2;                    /* -1: the cursor */

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return now == NULL && clinic_agenda_view_focus_cursor (self);

  if (now == self->cursor)
    position = -1;

  for (int i = 0; now != NULL && position == -2 && i < n; i++)
    {
      if (GTK_WIDGET (g_array_index (self->places, ClinicAgendaPlace, i).widget) == now)
        position = i;
    }

  if (now == NULL)
    position = direction == GTK_DIR_TAB_FORWARD ? -1 : n - 1;
  else
    position += direction == GTK_DIR_TAB_FORWARD ? 1 : -1;

  if (position < -1 || position >= n || (position < 0 && now != NULL && find_at_cursor (self) != NULL))
    return FALSE;

  if (position < 0)
    return clinic_agenda_view_focus_cursor (self);

  return gtk_widget_grab_focus (clinic_agenda_view_reach (self, &g_array_index (self->places, ClinicAgendaPlace,
                                                                                position)));
}

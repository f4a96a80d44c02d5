/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-column.h"
#include "clinic-agenda-range.h"
#include "clinic-booking-time.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-room.h"

struct _ClinicBookingTime
{
  AdwBin parent_instance;

  ClinicDesk    *desk;
  char          *when;                  /* a date that was asked for, until a time is chosen */
  GArray        *lengths;               /* gint64 minutes, as the row lists them */
  GArray        *people;                /* gint64 */
  GArray        *places;                /* gint64 */
  gboolean       quiet;                 /* set, not chosen */
  gboolean       time_given;
  gboolean       length_given;
  gboolean       person_given;

  GtkEditable   *date;
  GtkEditable   *time;
  GtkCalendar   *calendar;
  GtkMenuButton *jump;
  AdwComboRow   *length;
  AdwComboRow   *practitioner;
  AdwComboRow   *room;
};

static guint changed_signal;

static const gint64 usual_lengths[] = { 10, 15, 20, 30, 40, 45, 60, 75, 90, 120, 150, 180, 240 };

G_DEFINE_FINAL_TYPE (ClinicBookingTime, clinic_booking_time, ADW_TYPE_BIN)

static char *
dup_date (ClinicBookingTime * self)
{
  return clinic_locale_parse_date (gtk_editable_get_text (self->date),
                                   clinic_desk_get_today (self->desk), TRUE);
}

static char *
dup_time (ClinicBookingTime *self)
{
  return clinic_locale_parse_time (gtk_editable_get_text (self->time));
}

static void
mark (GtkEditable *row,
      gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* The row of the date says which weekday it is. */
static void
check (ClinicBookingTime *self)
{
  g_autofree char *date = dup_date (self);
  g_autofree char *time = dup_time (self);
  g_autofree char *weekday = NULL;
  g_autofree char *title = NULL;

  mark (self->date, date == NULL);
  mark (self->time, time == NULL);

  if (date != NULL)
    {
      g_autoptr(GDateTime) day = clinic_agenda_range_new_day (date);
      gboolean quiet = self->quiet;

      self->quiet = TRUE;
      gtk_calendar_select_day (self->calendar, day);
      self->quiet = quiet;
      weekday = clinic_locale_weekday (clinic_date_weekday (date), FALSE);
      title = g_strdup_printf (_("Date (%s)"), weekday);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date),
                                 title != NULL ? title : _("Date"));
}

static void
set_wall (ClinicBookingTime *self,
          const char        *wall)
{
  gboolean quiet = self->quiet;
  g_autofree char *date = clinic_wall_dup_date (wall);
  g_autofree char *entry = clinic_locale_date_entry (date);
  g_autofree char *time = clinic_locale_time (wall);

  self->quiet = TRUE;
  gtk_editable_set_text (self->date, entry);
  gtk_editable_set_text (self->time, time);
  check (self);
  self->quiet = quiet;
}

static guint
find_id (GArray *ids,
         gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static gint64
get_chosen (AdwComboRow *row,
            GArray      *ids)
{
  guint chosen = adw_combo_row_get_selected (row);

  return chosen < ids->len ? g_array_index (ids, gint64, chosen) : 0;
}

static void
choose (ClinicBookingTime *self,
        AdwComboRow       *row,
        GArray            *ids,
        gint64             id)
{
  guint position = find_id (ids, id);
  gboolean quiet = self->quiet;

  self->quiet = TRUE;

  if (position != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (row, position);

  self->quiet = quiet;
}

static void
fill_lengths (ClinicBookingTime *self,
              gint64             minutes)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gboolean quiet = self->quiet;
  guint next = 0;

  g_array_set_size (self->lengths, 0);

  while (next < G_N_ELEMENTS (usual_lengths) || minutes > 0)
    {
      gboolean usual = next < G_N_ELEMENTS (usual_lengths) &&
                       (minutes <= 0 || usual_lengths[next] <= minutes);
      gint64 length = usual ? usual_lengths[next] : minutes;
      g_autofree char *name = clinic_locale_minutes (length);

      next += usual;
      minutes = length == minutes ? 0 : minutes;
      g_array_append_val (self->lengths, length);
      gtk_string_list_append (names, name);
    }

  self->quiet = TRUE;
  adw_combo_row_set_model (self->length, G_LIST_MODEL (names));
  self->quiet = quiet;
}

static void
set_minutes (ClinicBookingTime *self,
             gint64             minutes)
{
  if (find_id (self->lengths, minutes) == GTK_INVALID_LIST_POSITION)
    fill_lengths (self, minutes);

  choose (self, self->length, self->lengths, minutes);
}

static void
fill_people (ClinicBookingTime *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *staff = clinic_desk_get_staff (self->desk);

  g_array_set_size (self->people, 0);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);
      gint64 id = clinic_record_get_id (CLINIC_RECORD (one));

      if (!clinic_agenda_treats (one))
        continue;

      g_array_append_val (self->people, id);
      gtk_string_list_append (names, one->name);
    }

  adw_combo_row_set_model (self->practitioner, G_LIST_MODEL (names));
}

static void
tell_changed (ClinicBookingTime *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
typed_cb (ClinicBookingTime *self)
{
  if (self->quiet || self->desk == NULL)
    return;

  self->time_given = TRUE;
  check (self);
  tell_changed (self);
}

static void
day_selected_cb (ClinicBookingTime *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *entry = clinic_locale_date_entry (date);

  if (self->quiet || self->desk == NULL)
    return;

  gtk_menu_button_popdown (self->jump);
  gtk_editable_set_text (self->date, entry);
}

static void
length_chosen_cb (ClinicBookingTime *self)
{
  if (self->quiet)
    return;

  self->length_given = TRUE;
  tell_changed (self);
}

static void
person_chosen_cb (ClinicBookingTime *self)
{
  if (self->quiet)
    return;

  self->person_given = TRUE;
  tell_changed (self);
}

static void
room_chosen_cb (ClinicBookingTime *self)
{
  if (!self->quiet)
    tell_changed (self);
}

static void
clinic_booking_time_dispose (GObject *object)
{
  ClinicBookingTime *self = CLINIC_BOOKING_TIME (object);

  self->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_BOOKING_TIME);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_booking_time_parent_class)->dispose (object);
}

static void
clinic_booking_time_finalize (GObject *object)
{
  ClinicBookingTime *self = CLINIC_BOOKING_TIME (object);

  g_free (self->when);
  g_array_unref (self->lengths);
  g_array_unref (self->people);
  g_array_unref (self->places);

  G_OBJECT_CLASS (clinic_booking_time_parent_class)->finalize (object);
}

static void
clinic_booking_time_class_init (ClinicBookingTimeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_booking_time_dispose;
  object_class->finalize = clinic_booking_time_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-booking-time.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, date);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, time);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, calendar);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, jump);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, length);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, practitioner);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, room);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_chosen_cb);
}

static void
clinic_booking_time_init (ClinicBookingTime *self)
{
  self->lengths = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quiet = FALSE;
}

void
clinic_booking_time_begin (ClinicBookingTime *self,
                           ClinicDesk        *desk,
                           const char        *when,
                           gint64             practitioner)
{
  ClinicStaff *actor = clinic_desk_get_actor (desk);
  g_autofree char *now = clinic_desk_dup_now (desk);
  gint64 slot = clinic_desk_get_clinic (desk)->slot_minutes;
  gint64 minute = clinic_wall_to_minutes (now);
  g_autofree char *next = NULL;

  g_return_if_fail (CLINIC_IS_BOOKING_TIME (self) && CLINIC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  self->quiet = TRUE;
  fill_people (self);
  slot = slot > 0 ? slot : 15;
  set_minutes (self, MAX (slot, 30));
  next = clinic_wall_from_minutes ((minute + slot - 1) / slot * slot);
  self->time_given = when != NULL && clinic_wall_is_valid (when);
  self->person_given = practitioner != 0;

  if (!self->time_given && when != NULL && clinic_date_is_valid (when))
    {
      self->when = g_strdup (when);
      memcpy (next, when, strlen (when));
    }

  set_wall (self, self->time_given ? when : next);

  if (actor != NULL)
    choose (self, self->practitioner, self->people, clinic_record_get_id (CLINIC_RECORD (actor)));

  if (practitioner != 0)
    choose (self, self->practitioner, self->people, practitioner);

  self->quiet = FALSE;
}

void
clinic_booking_time_set_rooms (ClinicBookingTime *self,
                               GPtrArray         *rooms)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 any = CLINIC_UNKNOWN;

  g_return_if_fail (CLINIC_IS_BOOKING_TIME (self) && rooms != NULL);

  g_array_set_size (self->places, 0);
  g_array_append_val (self->places, any);
  gtk_string_list_append (names, _("Any that is free"));

  for (guint i = 0; i < rooms->len; i++)
    {
      ClinicRoom *room = rooms->pdata[i];
      gint64 id = clinic_record_get_id (CLINIC_RECORD (room));

      if (room->archived_on != NULL)
        continue;

      g_array_append_val (self->places, id);
      gtk_string_list_append (names, room->name);
    }

  self->quiet = TRUE;
  adw_combo_row_set_model (self->room, G_LIST_MODEL (names));
  self->quiet = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->room), self->places->len > 1);
}

void
clinic_booking_time_fill (ClinicBookingTime *self,
                          ClinicBookingWish *wish)
{
  gint64 room;

  g_return_if_fail (CLINIC_IS_BOOKING_TIME (self) && wish != NULL);

  room = clinic_booking_time_get_room (self);
  wish->usual = clinic_booking_time_get_practitioner (self);
  wish->practitioner = self->person_given ? wish->usual : 0;
  wish->minutes = self->length_given ? clinic_booking_time_get_minutes (self) : 0;
  wish->slot_minutes = clinic_desk_get_clinic (self->desk)->slot_minutes;
  wish->room = room != CLINIC_UNKNOWN ? room : 0;
  wish->now = clinic_desk_dup_now (self->desk);
  wish->when = self->time_given ? clinic_booking_time_dup_wall (self) : g_strdup (self->when);
}

void
clinic_booking_time_show (ClinicBookingTime        *self,
                          const ClinicBookingFacts *facts)
{
  g_return_if_fail (CLINIC_IS_BOOKING_TIME (self) && facts != NULL);

  if (!self->time_given)
    set_wall (self, facts->starts);

  if (!self->length_given)
    set_minutes (self, facts->minutes);

  if (!self->person_given)
    choose (self, self->practitioner, self->people, facts->practitioner);
}

void
clinic_booking_time_choose (ClinicBookingTime *self,
                            const char        *wall)
{
  g_return_if_fail (CLINIC_IS_BOOKING_TIME (self) && clinic_wall_is_valid (wall));

  set_wall (self, wall);
  self->time_given = TRUE;
  tell_changed (self);
}

char *
clinic_booking_time_dup_wall (ClinicBookingTime *self)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (CLINIC_IS_BOOKING_TIME (self), NULL);

  date = dup_date (self);
  time = dup_time (self);

  return date != NULL && time != NULL ? g_strconcat (date, "T", time, NULL) : NULL;
}

gint64
clinic_booking_time_get_minutes (ClinicBookingTime *self)
{
  g_return_val_if_fail (CLINIC_IS_BOOKING_TIME (self), 0);

  return get_chosen (self->length, self->lengths);
}

gint64
clinic_booking_time_get_practitioner (ClinicBookingTime *self)
{
  g_return_val_if_fail (CLINIC_IS_BOOKING_TIME (self), 0);

  return get_chosen (self->practitioner, self->people);
}

gint64
clinic_booking_time_get_room (ClinicBookingTime *self)
{
  gint64 room;

  g_return_val_if_fail (CLINIC_IS_BOOKING_TIME (self), CLINIC_UNKNOWN);

  room = get_chosen (self->room, self->places);

  return room != 0 ? room : CLINIC_UNKNOWN;
}

gboolean
clinic_booking_time_start (ClinicBookingTime *self)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (CLINIC_IS_BOOKING_TIME (self), FALSE);

  date = dup_date (self);
  time = dup_time (self);

  if (date != NULL && time != NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (date == NULL ? self->date : self->time));
}

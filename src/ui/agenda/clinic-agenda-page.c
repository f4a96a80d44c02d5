/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-choice.h"
#include "clinic-agenda-column.h"
#include "clinic-agenda-heads.h"
#include "clinic-agenda-page-private.h"
#include "clinic-agenda-range.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-notice.h"

struct _ClinicAgendaPage
{
  ClinicPage parent_instance;

  char              *date;              /* of the day shown, or a day of the week shown */
  char              *mode;              /* "day" or "week" */
  char              *wanted;            /* a wall time to go to once it is there */
  GCancellable      *loading;
  gboolean           quiet;             /* the calendar is set, not chosen from */
  guint              clock;

  GtkLabel           *range;
  GtkLabel           *count;
  ClinicAgendaChoice *choice;
  GtkMenuButton      *jump;
  GtkCalendar        *calendar;
  GtkStack           *stack;
  ClinicNotice       *notice;
  ClinicAgendaHeads  *heads;
  ClinicAgendaView   *view;
  GtkScrolledWindow  *scroller;
  GtkWidget          *hint;
};

typedef enum
{
  PROPERTY_MODE = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static const char * const tables[] = { "session", "patient", "course", "allergy", "condition",
                                       "reaction", "staff", "room", "clinic", NULL };

G_DEFINE_FINAL_TYPE (ClinicAgendaPage, clinic_agenda_page, CLINIC_TYPE_PAGE)

static ClinicDesk *
get_desk (ClinicAgendaPage * self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static gboolean
is_week (ClinicAgendaPage *self)
{
  return strcmp (self->mode, "week") == 0;
}

static char *
dup_first (ClinicAgendaPage *self)
{
  return is_week (self) ? clinic_agenda_dup_week_start (self->date) : g_strdup (self->date);
}

static void
update_titles (ClinicAgendaPage *self)
{
  g_autofree char *first = dup_first (self);
  g_autofree char *last = clinic_date_add_days (first, is_week (self) ? 6 : 0);
  g_autofree char *title = clinic_agenda_range_dup_title (first, last);
  g_autoptr(GDateTime) day = clinic_agenda_range_new_day (self->date);

  gtk_label_set_label (self->range, title);
  clinic_page_set_subtitle (CLINIC_PAGE (self), title);

  if (day != NULL)
    {
      self->quiet = TRUE;
      gtk_calendar_select_day (self->calendar, day);
      self->quiet = FALSE;
    }
}

static void
say_count (ClinicAgendaPage *self,
           GPtrArray        *visits)
{
  guint n_visits = clinic_agenda_range_count (visits);
  g_autofree char *words = g_strdup_printf (ngettext ("%u visit", "%u visits", n_visits), n_visits);

  gtk_label_set_label (self->count, words);
  gtk_widget_set_visible (self->hint, visits->len == 0);
}

static void
scroll_to_cursor (ClinicAgendaPage *self,
                  const char       *wall)
{
  GdkRectangle area;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (clinic_wall_is_valid (wall) && clinic_agenda_view_locate (self->view, wall, 0, &area))
    gtk_adjustment_set_value (adjustment, area.y - gtk_adjustment_get_page_size (adjustment) / 3);
}

static void
show_visits (ClinicAgendaPage *self,
             GPtrArray        *visits)
{
  ClinicDesk *desk = get_desk (self);
  g_autofree char *first = dup_first (self);
  g_autoptr(GPtrArray) columns =
    is_week (self) ? clinic_agenda_columns_week (desk, first, clinic_agenda_page_get_practitioner (self))
                   : clinic_agenda_columns_day (desk, first, clinic_agenda_page_get_practitioner (self), visits);

  clinic_notice_set_text (self->notice, NULL, NULL);
  clinic_agenda_heads_show (self->heads, columns, is_week (self));
  clinic_agenda_view_show (self->view, columns, visits,
                           clinic_desk_get_clinic (desk)->slot_minutes > 0
                           ? clinic_desk_get_clinic (desk)->slot_minutes : 0);
  gtk_stack_set_visible_child_name (self->stack, columns->len > 0 ? "visits" : "nobody");
  say_count (self, visits);

  if (self->wanted != NULL)
    {
      clinic_agenda_view_go (self->view, self->wanted, clinic_agenda_page_get_practitioner (self), FALSE);
      scroll_to_cursor (self, self->wanted);
      g_clear_pointer (&self->wanted, g_free);
    }
}

static void
visits_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ClinicAgendaPage) self = user_data;
  g_autoptr(GPtrArray) visits = NULL;
  g_autoptr(GError) error = NULL;

  visits = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  /* Another range was asked for meanwhile, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;

  g_clear_object (&self->loading);
  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);

  if (visits != NULL)
    show_visits (self, visits);
  else
    clinic_notice_set_error (self->notice, error);
}

static void
clinic_agenda_page_reload (ClinicPage *page)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (page);
  g_autofree char *first = NULL;

  if (self->date == NULL)
    clinic_agenda_page_show_day (self, clinic_desk_get_today (get_desk (self)));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  clinic_page_set_loading (page, TRUE);
  clinic_agenda_choice_fill (self->choice, get_desk (self));
  update_titles (self);
  g_object_set (self->view, "movable", clinic_desk_may (get_desk (self), "session.move"), NULL);
  first = dup_first (self);
  clinic_agenda_range_load_async (get_desk (self), first, is_week (self) ? 7 : 1,
                                  clinic_agenda_page_get_practitioner (self), self->loading, visits_loaded_cb,
                                  g_object_ref (self));
}

static void
clinic_agenda_page_start (ClinicPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (CLINIC_AGENDA_PAGE (page)->view), GTK_DIR_TAB_FORWARD);
}

static gboolean
tell_time (ClinicAgendaPage *self)
{
  g_autofree char *now = clinic_desk_dup_now (get_desk (self));

  clinic_agenda_view_set_now (self->view, now);

  return G_SOURCE_CONTINUE;
}

static gboolean
clock_cb (gpointer user_data)
{
  return tell_time (user_data);
}

static void
clinic_agenda_page_map (GtkWidget *widget)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);

  GTK_WIDGET_CLASS (clinic_agenda_page_parent_class)->map (widget);

  if (get_desk (self) == NULL)
    return;

  tell_time (self);
  self->clock = g_timeout_add_seconds (20, clock_cb, self);
}

static void
clinic_agenda_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&CLINIC_AGENDA_PAGE (widget)->clock, g_source_remove);

  GTK_WIDGET_CLASS (clinic_agenda_page_parent_class)->unmap (widget);
}

static void
step (ClinicAgendaPage *self,
      int               direction)
{
  g_autofree char *date = clinic_date_add_days (self->date, direction * (is_week (self) ? 7 : 1));

  if (date != NULL)
    clinic_agenda_page_show_day (self, date);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  step (CLINIC_AGENDA_PAGE (widget), -1);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  step (CLINIC_AGENDA_PAGE (widget), 1);
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  g_autofree char *now = clinic_desk_dup_now (get_desk (self));

  clinic_agenda_page_show_day (self, now);
}

static void
show_day_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_object_set (widget, "mode", "day", NULL);
  clinic_agenda_page_show_day (CLINIC_AGENDA_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_page_queue_reload (CLINIC_PAGE (widget));
}

static void
choice_changed_cb (ClinicAgendaPage *self)
{
  if (get_desk (self) != NULL && self->date != NULL)
    clinic_page_queue_reload (CLINIC_PAGE (self));
}

static void
day_selected_cb (ClinicAgendaPage *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (self->quiet)
    return;

  gtk_menu_button_popdown (self->jump);
  clinic_agenda_page_show_day (self, date);
}

static void
clinic_agenda_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_string (value, CLINIC_AGENDA_PAGE (object)->mode);
}

static void
clinic_agenda_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (object);
  const char *mode = g_value_get_string (value);

  if (g_strcmp0 (mode, self->mode) == 0 ||
      (g_strcmp0 (mode, "day") != 0 && g_strcmp0 (mode, "week") != 0))
    return;

  g_free (self->mode);
  self->mode = g_strdup (mode);
  g_object_notify_by_pspec (object, pspec);
  clinic_page_queue_reload (CLINIC_PAGE (self));
}

static void
clinic_agenda_page_constructed (GObject *object)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (object);

  G_OBJECT_CLASS (clinic_agenda_page_parent_class)->constructed (object);
  clinic_page_set_title (CLINIC_PAGE (self), _("Agenda"));

  if (get_desk (self) == NULL)
    return;

  self->date = g_strdup (clinic_desk_get_today (get_desk (self)));
  self->wanted = clinic_desk_dup_now (get_desk (self));
  g_signal_connect_object (get_desk (self), "notify::today", G_CALLBACK (clinic_page_queue_reload),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_desk (self), "notify::actor", G_CALLBACK (clinic_page_queue_reload),
                           self, G_CONNECT_SWAPPED);
}

static void
clinic_agenda_page_dispose (GObject *object)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->clock, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_AGENDA_PAGE);

  G_OBJECT_CLASS (clinic_agenda_page_parent_class)->dispose (object);
}

static void
clinic_agenda_page_finalize (GObject *object)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (object);

  g_free (self->date);
  g_free (self->mode);
  g_free (self->wanted);

  G_OBJECT_CLASS (clinic_agenda_page_parent_class)->finalize (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "agenda.mode", "mode");
  gtk_widget_class_install_action (widget_class, "agenda.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "agenda.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "agenda.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "agenda.show-day", "s", show_day_action);
  gtk_widget_class_install_action (widget_class, "agenda.retry", NULL, retry_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "agenda.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "agenda.mode", "s", "day");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, 0, "agenda.mode", "s", "week");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, range);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, count);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, choice);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, jump);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, heads);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, view);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, hint);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
clinic_agenda_page_class_init (ClinicAgendaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);

  object_class->constructed = clinic_agenda_page_constructed;
  object_class->get_property = clinic_agenda_page_get_property;
  object_class->set_property = clinic_agenda_page_set_property;
  object_class->dispose = clinic_agenda_page_dispose;
  object_class->finalize = clinic_agenda_page_finalize;
  widget_class->map = clinic_agenda_page_map;
  widget_class->unmap = clinic_agenda_page_unmap;
  page_class->tables = tables;
  page_class->reload = clinic_agenda_page_reload;
  page_class->start = clinic_agenda_page_start;

  properties[PROPERTY_MODE] =
    g_param_spec_string ("mode", NULL, NULL, "day",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_AGENDA_CHOICE);
  g_type_ensure (CLINIC_TYPE_AGENDA_HEADS);
  g_type_ensure (CLINIC_TYPE_AGENDA_VIEW);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  bind_template (widget_class);
  add_actions (widget_class);
  clinic_agenda_page_add_visit_actions (widget_class);
}

static void
clinic_agenda_page_init (ClinicAgendaPage *self)
{
  self->mode = g_strdup ("day");
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_notice_set_button (self->notice, _("_Retry"), "agenda.retry");
}

void
clinic_agenda_page_show_day (ClinicAgendaPage *self,
                             const char       *date)
{
  g_autofree char *day = NULL;

  g_return_if_fail (CLINIC_IS_AGENDA_PAGE (self) && date != NULL);

  day = clinic_wall_is_valid (date) ? clinic_wall_dup_date (date) : g_strdup (date);

  if (!clinic_date_is_valid (day))
    return;

  g_free (self->wanted);
  self->wanted = g_strdup (date);
  g_free (self->date);
  self->date = g_steal_pointer (&day);
  clinic_page_queue_reload (CLINIC_PAGE (self));
}

ClinicAgendaView *
clinic_agenda_page_get_view (ClinicAgendaPage *self)
{
  return self->view;
}

const char *
clinic_agenda_page_get_date (ClinicAgendaPage *self)
{
  return self->date;
}

gint64
clinic_agenda_page_get_practitioner (ClinicAgendaPage *self)
{
  return clinic_agenda_choice_get_practitioner (self->choice);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-board.h"
#include "clinic-agenda-choice.h"
#include "clinic-agenda-page-private.h"
#include "clinic-date-button.h"
#include "clinic-notice.h"
#include "clinic-settings.h"

struct _ClinicAgendaPage
{
  ClinicPage parent_instance;

  ClinicAgendaDays   *days;
  ClinicAgendaChoice *choice;
  ClinicNotice       *notice;
  ClinicAgendaBoard  *board;
};

static GParamSpec *mode_property;

static const char * const tables[] = { "session", "patient", "course", "allergy", "condition", "medicine",
                                       "reaction", "staff", "room", "clinic", NULL };

G_DEFINE_FINAL_TYPE (ClinicAgendaPage, clinic_agenda_page, CLINIC_TYPE_PAGE)

static ClinicDesk *
get_desk (ClinicAgendaPage * self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static void
loaded_cb (ClinicAgendaPage *self,
           const GError     *error)
{
  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);
  clinic_notice_set_error (self->notice, error);
}

static void
clinic_agenda_page_reload (ClinicPage *page)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (page);

  clinic_page_set_loading (page, TRUE);
  clinic_agenda_choice_fill (self->choice, get_desk (self));
  clinic_agenda_days_load (self->days, get_desk (self));
}

static void
clinic_agenda_page_start (ClinicPage *page)
{
  clinic_agenda_board_start (CLINIC_AGENDA_PAGE (page)->board);
}

/* agenda.previous, agenda.next */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  int steps = strcmp (name, "agenda.next") == 0 ? 1 : -1;

  if (clinic_agenda_days_step (CLINIC_AGENDA_PAGE (widget)->days, steps))
    clinic_page_queue_reload (CLINIC_PAGE (widget));
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
  if (get_desk (self) != NULL)
    clinic_page_queue_reload (CLINIC_PAGE (self));
}

static void
clinic_agenda_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_object_get_property (G_OBJECT (CLINIC_AGENDA_PAGE (object)->days), "mode", value);
}

static void
clinic_agenda_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  g_object_set_property (G_OBJECT (CLINIC_AGENDA_PAGE (object)->days), "mode", value);
}

static void
mode_changed_cb (ClinicAgendaPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), mode_property);
  clinic_page_queue_reload (CLINIC_PAGE (self));
}

static void
clinic_agenda_page_constructed (GObject *object)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (object);
  g_autofree char *now = NULL;

  G_OBJECT_CLASS (clinic_agenda_page_parent_class)->constructed (object);
  clinic_page_set_title (CLINIC_PAGE (self), _("Agenda"));
  g_object_bind_property (self->days, "title", self, "subtitle", G_BINDING_SYNC_CREATE);

  if (get_desk (self) == NULL)
    return;

  if (clinic_settings_get () != NULL)
    g_settings_bind (clinic_settings_get (), "agenda-mode", self, "mode",
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);

  clinic_agenda_choice_remember (self->choice, clinic_desk_get_location (get_desk (self)));
  now = clinic_desk_dup_now (get_desk (self));
  clinic_agenda_days_show (self->days, now);
  g_signal_connect_object (get_desk (self), "notify::today", G_CALLBACK (clinic_page_queue_reload),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_desk (self), "notify::actor", G_CALLBACK (clinic_page_queue_reload),
                           self, G_CONNECT_SWAPPED);
}

static void
clinic_agenda_page_dispose (GObject *object)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (object);

  if (self->days != NULL)
    clinic_agenda_days_stop (self->days);

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_AGENDA_PAGE);

  G_OBJECT_CLASS (clinic_agenda_page_parent_class)->dispose (object);
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
  page_class->tables = tables;
  page_class->reload = clinic_agenda_page_reload;
  page_class->start = clinic_agenda_page_start;

  mode_property =
    g_param_spec_string ("mode", NULL, NULL, "day",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, mode_property);

  g_type_ensure (CLINIC_TYPE_AGENDA_BOARD);
  g_type_ensure (CLINIC_TYPE_AGENDA_CHOICE);
  g_type_ensure (CLINIC_TYPE_AGENDA_DAYS);
  g_type_ensure (CLINIC_TYPE_DATE_BUTTON);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, days);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, choice);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaPage, board);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clinic_agenda_page_show_day);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);

  gtk_widget_class_install_property_action (widget_class, "agenda.mode", "mode");
  gtk_widget_class_install_action (widget_class, "agenda.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "agenda.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "agenda.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "agenda.show-day", "s", show_day_action);
  gtk_widget_class_install_action (widget_class, "agenda.retry", NULL, retry_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "agenda.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "agenda.mode", "s", "day");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, 0, "agenda.mode", "s", "week");
  clinic_agenda_page_add_visit_actions (widget_class);
}

static void
clinic_agenda_page_init (ClinicAgendaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_notice_set_button (self->notice, _("_Retry"), "agenda.retry");
}

void
clinic_agenda_page_show_day (ClinicAgendaPage *self,
                             const char       *date)
{
  g_return_if_fail (CLINIC_IS_AGENDA_PAGE (self) && date != NULL);

  if (clinic_agenda_days_show (self->days, date))
    clinic_page_queue_reload (CLINIC_PAGE (self));
}

ClinicAgendaView *
clinic_agenda_page_get_view (ClinicAgendaPage *self)
{
  return self->board != NULL ? clinic_agenda_board_get_view (self->board) : NULL;
}

ClinicAgendaDays *
clinic_agenda_page_get_days (ClinicAgendaPage *self)
{
  return self->days;
}

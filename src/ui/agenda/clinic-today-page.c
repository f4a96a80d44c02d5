/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-closures.h"
#include "clinic-later.h"
#include "clinic-notice.h"
#include "clinic-today-calls.h"
#include "clinic-today-desk.h"
#include "clinic-today-figures.h"
#include "clinic-today-mine.h"
#include "clinic-today-page.h"
#include "clinic-today-rows.h"
#include "clinic-today-state.h"
#include "clinic-today-views.h"

struct _ClinicTodayPage
{
  ClinicPage parent_instance;

  ClinicTodayState   *state;
  guint               minute_source;

  AdwViewStack       *stack;
  ClinicLater        *mine;
  ClinicLater        *front;
  ClinicLater        *figures;
  ClinicNotice       *notice;
};

static const char *const tables[] = { "session", "patient", "course", "reaction", "decision", "follow_up", "allergy",
                                      "condition", "medicine", "staff", "consent", "consent_withdrawal", "aftercare_rule",
                                      "check_in", NULL };

static guint waited_signal;

G_DEFINE_FINAL_TYPE (ClinicTodayPage, clinic_today_page, CLINIC_TYPE_PAGE)

static void
refreshed_cb (ClinicTodayPage * self)
{
  clinic_today_views_refresh (clinic_later_get_made (self->mine), self->state);
  clinic_today_views_refresh (clinic_later_get_made (self->front), self->state);
  clinic_today_views_refresh (clinic_later_get_made (self->figures), self->state);
  g_signal_emit (self, waited_signal, 0);
}

static void
view_made_cb (ClinicTodayPage *self,
              GtkWidget       *view)
{
  clinic_today_views_begin (view, self->state);
}

static void
failed_cb (ClinicTodayPage *self,
           const char      *message)
{
  clinic_notice_set_text (self->notice, "error", message);
  clinic_notice_set_button (self->notice, message != NULL ? _("_Try again") : NULL, "today.retry");
}

static void
reload (ClinicPage *page)
{
  clinic_today_state_reload (CLINIC_TODAY_PAGE (page)->state);
}

static void
start (ClinicPage *page)
{
  gtk_widget_grab_focus (adw_view_stack_get_visible_child (CLINIC_TODAY_PAGE (page)->stack));
}

static char *
say_header (GObject  *object,
            gboolean  several)
{
  return g_strdup (several ? "switcher" : "title");
}

/* The views of whoever acts, the first of them shown. */
static void
actor_changed_cb (ClinicTodayPage *self)
{
  g_autofree char *first = NULL;

  g_object_get (self->state, "first-view", &first, NULL);
  adw_view_stack_set_visible_child_name (self->stack, first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.book",
                                 clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (self)),
                                                  "session.book"));
  clinic_page_queue_reload (CLINIC_PAGE (self));
}

static gboolean
minute_cb (gpointer user_data)
{
  g_signal_emit (user_data, waited_signal, 0);

  return G_SOURCE_CONTINUE;
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.book", "(xs)", (gint64) 0, "");
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_page_queue_reload (CLINIC_PAGE (widget));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (widget));
  gint64 practitioner = clinic_today_state_get_practitioner (CLINIC_TODAY_PAGE (widget)->state);
  const char *kind = g_variant_get_string (parameter, NULL);

  if (g_str_equal (kind, "calls"))
    clinic_today_calls_present (widget, desk, practitioner);
  else
    clinic_today_rows_present (widget, desk, kind, practitioner);
}

static void
clinic_today_page_map (GtkWidget *widget)
{
  ClinicTodayPage *self = CLINIC_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (clinic_today_page_parent_class)->map (widget);

  self->minute_source = g_timeout_add_seconds (60, minute_cb, self);
}

static void
clinic_today_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&CLINIC_TODAY_PAGE (widget)->minute_source, g_source_remove);

  GTK_WIDGET_CLASS (clinic_today_page_parent_class)->unmap (widget);
}

static void
clinic_today_page_constructed (GObject *object)
{
  ClinicTodayPage *self = CLINIC_TODAY_PAGE (object);
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  G_OBJECT_CLASS (clinic_today_page_parent_class)->constructed (object);

  g_object_bind_property (self->state, "date-words", self, "subtitle", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->state, "loading", self, "loading", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (clinic_page_queue_reload), self,
                           G_CONNECT_SWAPPED);
  clinic_today_state_begin (self->state, desk);
}

static void
clinic_today_page_dispose (GObject *object)
{
  ClinicTodayPage *self = CLINIC_TODAY_PAGE (object);

  if (self->state != NULL)
    clinic_today_state_stop (self->state);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (clinic_today_page_parent_class)->dispose (object);
}

static void
clinic_today_page_class_init (ClinicTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);

  object_class->constructed = clinic_today_page_constructed;
  object_class->dispose = clinic_today_page_dispose;
  widget_class->map = clinic_today_page_map;
  widget_class->unmap = clinic_today_page_unmap;
  page_class->tables = tables;
  page_class->reload = reload;
  page_class->start = start;

  waited_signal = g_signal_new ("waited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CLINIC_TYPE_LATER);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_TODAY_DESK);
  g_type_ensure (CLINIC_TYPE_TODAY_FIGURES);
  g_type_ensure (CLINIC_TYPE_TODAY_MINE);
  g_type_ensure (CLINIC_TYPE_TODAY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, state);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, mine);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, front);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, figures);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, notice);
  gtk_widget_class_bind_template_callback (widget_class, actor_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refreshed_cb);
  gtk_widget_class_bind_template_callback (widget_class, say_header);
  gtk_widget_class_bind_template_callback (widget_class, view_made_cb);
  clinic_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "today.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "today.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "today.show", "s", show_action);
}

static void
clinic_today_page_init (ClinicTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_today_page_new (ClinicDesk *desk)
{
  return g_object_new (CLINIC_TYPE_TODAY_PAGE, "desk", desk, NULL);
}

gint64
clinic_today_page_get_wait (ClinicTodayPage *self,
                            gint64           session)
{
  return clinic_today_facts_wait (clinic_today_state_get_facts (self->state), session, clinic_clock_now ());
}

const ClinicVisitAlert *
clinic_today_page_get_alert (ClinicTodayPage *self,
                             gint64           session)
{
  return clinic_today_facts_alert (clinic_today_state_get_facts (self->state), session);
}

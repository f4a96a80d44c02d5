/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-closures.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-query-model.h"
#include "clinic-today-desk.h"
#include "clinic-today-facts.h"
#include "clinic-today-figures.h"
#include "clinic-today-mine.h"
#include "clinic-today-page.h"
#include "clinic-today-rows.h"
#include "clinic-visit.h"

struct _ClinicTodayPage
{
  ClinicPage parent_instance;

  ClinicQueryModel   *visits;
  ClinicTodayFacts   *facts;
  GCancellable       *cancellable;  /* of the facts being loaded; NULL: none */
  guint               minute_source;

  AdwViewStack       *stack;
  GtkStack           *header;
  GtkWidget          *date_label;   /* beside the switcher, which leaves no place for it */
  ClinicTodayMine    *mine;
  ClinicTodayDesk    *front;
  ClinicTodayFigures *figures;
  ClinicNotice       *notice;
};

/* What the facts are loaded for. */
typedef struct
{
  char   *today;
  char   *zone;
  gint64  practitioner;
} Question;

static const char *const tables[] = { "session", "patient", "course", "reaction", "allergy",
                                      "condition", "staff", NULL };

static guint waited_signal;

G_DEFINE_FINAL_TYPE (ClinicTodayPage, clinic_today_page, CLINIC_TYPE_PAGE)

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->today);
  g_free (question->zone);
  g_free (question);
}

static gboolean
has_role (ClinicTodayPage *self,
          const char      *role)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  ClinicStaff *actor = desk != NULL ? clinic_desk_get_actor (desk) : NULL;
  g_auto(GStrv) roles = NULL;

  if (actor == NULL || actor->roles == NULL)
    return FALSE;

  roles = g_strsplit (actor->roles, " ", -1);

  return g_strv_contains ((const char * const *) roles, role);
}

static gint64
get_actor (ClinicTodayPage *self)
{
  ClinicStaff *actor = clinic_desk_get_actor (clinic_page_get_desk (CLINIC_PAGE (self)));

  return actor != NULL ? clinic_record_get_id (CLINIC_RECORD (actor)) : 0;
}

/* Whose sessions and reactions wait: a practitioner's own, else everybody's. */
static gint64
get_practitioner (ClinicTodayPage *self)
{
  return has_role (self, "practitioner") ? get_actor (self) : 0;
}

static void
refresh (ClinicTodayPage *self)
{
  clinic_today_mine_refresh (self->mine, get_actor (self), self->facts);
  clinic_today_desk_refresh (self->front);
  clinic_today_figures_refresh (self->figures, self->facts);
  g_signal_emit (self, waited_signal, 0);
}

static void
visits_loaded_cb (ClinicTodayPage *self)
{
  const char *message = clinic_query_model_get_message (self->visits);

  clinic_page_set_loading (CLINIC_PAGE (self), clinic_query_model_get_loading (self->visits));

  if (clinic_query_model_get_loading (self->visits))
    return;

  clinic_notice_set_text (self->notice, "error", message);
  clinic_notice_set_button (self->notice, message != NULL ? _("_Try again") : NULL, "today.retry");
  refresh (self);
}

static gpointer
load_facts (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Question *question = data;

  return clinic_today_facts_load (db, question->today, question->zone, question->practitioner,
                                  error);
}

static void
facts_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinicTodayPage) self = user_data;
  g_autoptr(ClinicTodayFacts) facts = NULL;
  g_autoptr(GError) error = NULL;

  facts = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->visits == NULL)
    return;

  g_clear_object (&self->cancellable);

  if (facts == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      clinic_notice_set_button (self->notice, _("_Try again"), "today.retry");
      return;
    }

  g_clear_pointer (&self->facts, clinic_today_facts_free);
  self->facts = g_steal_pointer (&facts);
  refresh (self);
}

/* On the connection for what takes long: the visits must not wait for counts. */
static void
ask_facts (ClinicTodayPage *self)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  Question *question = g_new0 (Question, 1);

  question->today = g_strdup (clinic_desk_get_today (desk));
  question->zone = g_strdup (clinic_desk_get_clinic (desk)->zone);
  question->practitioner = get_practitioner (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinic_worker_run_async (clinic_desk_get_archivist (desk), load_facts, question, free_question,
                           (GDestroyNotify) clinic_today_facts_free, self->cancellable,
                           facts_loaded_cb, g_object_ref (self));
}

static GPtrArray *
list_visits (ClinicDb    *db,
             const char  *argument,
             GError     **error)
{
  g_autofree char *tomorrow = clinic_date_add_days (argument, 1);

  return clinic_visit_list_days (db, argument, tomorrow, 0, error);
}

static void
reload (ClinicPage *page)
{
  ClinicTodayPage *self = CLINIC_TODAY_PAGE (page);
  const char *today = clinic_desk_get_today (clinic_page_get_desk (page));

  if (g_strcmp0 (clinic_query_model_get_argument (self->visits), today) == 0)
    clinic_query_model_reload (self->visits);
  else
    clinic_query_model_set_argument (self->visits, today);

  ask_facts (self);
}

static void
start (ClinicPage *page)
{
  ClinicTodayPage *self = CLINIC_TODAY_PAGE (page);

  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->stack));
}

static void
show_view (ClinicTodayPage *self,
           gpointer         view,
           gboolean         visible,
           guint           *n_views)
{
  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->stack, view), visible);
  *n_views += visible;

  if (visible && *n_views == 1)
    adw_view_stack_set_visible_child (self->stack, view);
}

/* The views of whoever acts, the first of them shown. */
static void
actor_changed_cb (ClinicTodayPage *self)
{
  gboolean leads = has_role (self, "manager") || has_role (self, "owner");
  guint n_views = 0;

  show_view (self, self->mine, has_role (self, "practitioner"), &n_views);
  show_view (self, self->figures, leads, &n_views);
  show_view (self, self->front, has_role (self, "receptionist") || leads, &n_views);
  gtk_stack_set_visible_child_name (self->header, n_views > 1 ? "switcher" : "title");
  gtk_widget_set_visible (self->date_label, n_views > 1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.book",
                                 clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (self)),
                                                  "session.book"));
  clinic_page_queue_reload (CLINIC_PAGE (self));
}

static void
today_changed_cb (ClinicTodayPage *self)
{
  const char *today = clinic_desk_get_today (clinic_page_get_desk (CLINIC_PAGE (self)));
  g_autofree char *subtitle = clinic_locale_long_date (today);

  clinic_page_set_subtitle (CLINIC_PAGE (self), subtitle);
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
  ClinicTodayPage *self = CLINIC_TODAY_PAGE (widget);

  clinic_today_rows_present (widget, clinic_page_get_desk (CLINIC_PAGE (widget)),
                             g_variant_get_string (parameter, NULL), get_practitioner (self));
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
  GListModel *visits;

  G_OBJECT_CLASS (clinic_today_page_parent_class)->constructed (object);

  self->visits = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_VISIT,
                                         list_visits);
  visits = G_LIST_MODEL (self->visits);
  g_signal_connect_object (visits, "notify::loading", G_CALLBACK (visits_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  clinic_today_mine_set_visits (self->mine, visits);
  clinic_today_desk_set_visits (self->front, visits);
  clinic_today_figures_set_visits (self->figures, visits);

  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (actor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  actor_changed_cb (self);
  today_changed_cb (self);
}

static void
clinic_today_page_dispose (GObject *object)
{
  ClinicTodayPage *self = CLINIC_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_PAGE);
  g_clear_object (&self->visits);
  g_clear_pointer (&self->facts, clinic_today_facts_free);

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

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_TODAY_DESK);
  g_type_ensure (CLINIC_TYPE_TODAY_FIGURES);
  g_type_ensure (CLINIC_TYPE_TODAY_MINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, header);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, mine);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, front);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, figures);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayPage, notice);
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
  return clinic_today_facts_wait (self->facts, session, clinic_clock_now ());
}

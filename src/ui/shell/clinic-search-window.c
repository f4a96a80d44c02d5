/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-closures.h"
#include "clinic-hit.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-search-hits.h"
#include "clinic-search-window.h"
#include "clinic-typing.h"
#include "clinic-walk.h"

struct _ClinicSearchWindow
{
  AdwWindow parent_instance;

  ClinicDesk         *desk;
  ClinicQueryModel   *found;
  GListStore         *places;       /* ClinicHit */
  GtkSingleSelection *selection;
  gboolean            hasty;        /* Enter came before what was found */

  GtkEditable        *entry;
  ClinicNotice       *notice;
  GtkStack           *stack;
  GtkListView        *list;
  GtkWidget          *register_button;
};

G_DEFINE_FINAL_TYPE (ClinicSearchWindow, clinic_search_window, ADW_TYPE_WINDOW)

/* The window below does it: this one is gone by then. */
static void
go_to (ClinicSearchWindow *self,
       ClinicHit          *hit)
{
  g_autoptr(GtkWidget) below = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (
                                                           GTK_WINDOW (self))));
  g_autoptr(ClinicHit) kept = g_object_ref (hit);
  gboolean charts = clinic_desk_may (self->desk, "session.chart");

  gtk_window_close (GTK_WINDOW (self));

  if (strcmp (kept->kind, "patient") == 0)
    gtk_widget_activate_action (below, "win.open-patient", "x", kept->target);
  else if (strcmp (kept->kind, "visit") == 0 && charts)
    gtk_widget_activate_action (below, "win.open-chart", "x", kept->target);
  else if (strcmp (kept->kind, "visit") == 0 || strcmp (kept->kind, "day") == 0)
    gtk_widget_activate_action (below, "win.show-day", "s", kept->word);
  else
    gtk_widget_activate_action (below, "win.go", "s", kept->word);
}

static void
decide (ClinicSearchWindow *self)
{
  ClinicHit *hit = gtk_single_selection_get_selected_item (self->selection);

  self->hasty = clinic_query_model_get_loading (self->found);

  if (!self->hasty && hit != NULL)
    go_to (self, hit);
}

static void
update (ClinicSearchWindow *self)
{
  gboolean loading = clinic_query_model_get_loading (self->found);
  gboolean none = !loading && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  gtk_stack_set_visible_child_name (self->stack, none ? "none" : "list");
  gtk_widget_set_visible (self->register_button,
                          clinic_desk_may (self->desk, "patient.register"));
  clinic_notice_set_text (self->notice, "error", clinic_query_model_get_message (self->found));

  if (self->hasty && !loading)
    decide (self);
}

static void
search_changed_cb (ClinicSearchWindow *self)
{
  self->hasty = FALSE;
  clinic_search_hits_find_places (self->places, self->desk, gtk_editable_get_text (self->entry));
  clinic_query_model_set_argument (self->found, gtk_editable_get_text (self->entry));
  update (self);
}

static void
entry_activated_cb (ClinicSearchWindow *self)
{
  decide (self);
}

static void
stop_search_cb (ClinicSearchWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (ClinicSearchWindow *self,
                  guint               position)
{
  g_autoptr(ClinicHit) hit = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (hit != NULL)
    go_to (self, hit);
}

static void
register_clicked_cb (ClinicSearchWindow *self)
{
  g_autoptr(GtkWidget) below = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (
                                                           GTK_WINDOW (self))));
  g_autofree char *typed = g_strdup (gtk_editable_get_text (self->entry));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (below, "win.register", "s", typed);
}

/* Up and Down walk what was found while the keyboard stays in the entry. */
static gboolean
key_pressed_cb (ClinicSearchWindow *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  return clinic_walk_key (self->list, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
clinic_search_window_dispose (GObject *object)
{
  ClinicSearchWindow *self = CLINIC_SEARCH_WINDOW (object);

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_SEARCH_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->places);
  g_clear_object (&self->found);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_search_window_parent_class)->dispose (object);
}

static void
clinic_search_window_class_init (ClinicSearchWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_search_window_dispose;

  g_type_ensure (CLINIC_TYPE_HIT);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, ClinicSearchWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicSearchWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicSearchWindow, register_button);
  clinic_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_search_window_init (ClinicSearchWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

static void
make_models (ClinicSearchWindow *self)
{
  g_autoptr(GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);

  self->places = g_list_store_new (CLINIC_TYPE_HIT);
  self->found = clinic_query_model_new (clinic_desk_get_reader (self->desk), CLINIC_TYPE_HIT,
                                        clinic_search_hits_read);
  g_list_store_append (lists, self->found);
  g_list_store_append (lists, self->places);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (
                                                              G_LIST_MODEL (g_steal_pointer (
                                                                              &lists)))));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->found, "items-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->found, "notify::loading", G_CALLBACK (update), self);
}

void
clinic_search_window_present (GtkWidget  *parent,
                              ClinicDesk *desk)
{
  ClinicSearchWindow *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  root = gtk_widget_get_root (parent);
  self = g_object_new (CLINIC_TYPE_SEARCH_WINDOW, "transient-for", root, NULL);
  self->desk = g_object_ref (desk);
  clinic_typing_ignore (GTK_WINDOW (self));
  make_models (self);
  clinic_search_hits_find_places (self->places, self->desk, gtk_editable_get_text (self->entry));
  update (self);
  clinic_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

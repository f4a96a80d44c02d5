/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-leaving.h"
#include "clinic-place.h"
#include "clinic-settings.h"
#include "clinic-window-actions.h"
#include "clinic-window-find.h"

/* How far back one can go. */
#define LONGEST_WAY 50

struct _ClinicWindow
{
  AdwApplicationWindow parent_instance;

  ClinicDesk      *desk;
  ClinicLeaving   *leaving;
  GQueue          *way;             /* Stop: the pages before, the last first */
  gint64           patient;         /* whose own window it is, without places; 0: nobody's */

  AdwToastOverlay *toasts;
  GtkWidget       *sidebar;
  GtkWidget       *separator;
  GtkLabel        *clinic_name;
  GtkWidget       *demonstration;
  GtkWidget       *line;            /* what the side says elsewhere */
  GtkListBox      *places;
  GtkDropDown     *actor;
  ClinicNotice    *trouble;
  ClinicNotice    *unkept;
  GtkStack        *stack;
};

/* A page one came from. */
typedef struct
{
  const char *name;
  gint64      id;
} Stop;

G_DEFINE_FINAL_TYPE (ClinicWindow, clinic_window, ADW_TYPE_APPLICATION_WINDOW)

ClinicPage *
clinic_window_get_page (ClinicWindow * self)
{
  GtkWidget *page;

  g_return_val_if_fail (CLINIC_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->stack);

  return page != NULL ? CLINIC_PAGE (page) : NULL;
}

static void
update_title (ClinicWindow *self)
{
  ClinicPage *page = clinic_window_get_page (self);
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  const ClinicPlace *place = clinic_place_find (name);
  g_autofree char *title = NULL;

  if (page == NULL)
    return;

  /* The desktop keeps titles of windows: patients' names have no business there. */
  if (place->title != NULL)
    /* Translators: title of the window: a place, the program */
    title = g_strdup_printf (_("%s – Anagen"), _(place->title));
  else
    title = g_strdup (clinic_page_get_title (page) != NULL ? clinic_page_get_title (page)
                                                           : _("Anagen"));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static GtkWidget *
make_row (const ClinicPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (place->icon);
  GtkWidget *label = gtk_label_new (_(place->title));

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, place->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(place->title), -1);

  return row;
}

static GtkListBoxRow *
find_row (ClinicWindow *self,
          const char   *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), name) == 0)
        return row;
    }

  return NULL;
}

/* What somebody of these roles uses; a page they have no place for gives way to the first. */
static void
update_places (ClinicWindow *self)
{
  ClinicStaff *actor = clinic_desk_get_actor (self->desk);
  g_autofree const char **names = clinic_place_list_for (actor != NULL ? actor->roles : NULL);
  const char *now = gtk_stack_get_visible_child_name (self->stack);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->places, 0)) != NULL)
    gtk_list_box_remove (self->places, GTK_WIDGET (row));

  for (const char **name = names; *name != NULL; name++)
    gtk_list_box_append (self->places, make_row (clinic_place_find (*name)));

  gtk_list_box_select_row (self->places, now != NULL ? find_row (self, now) : NULL);

  if (now != NULL && clinic_place_find (now)->title != NULL && find_row (self, now) == NULL)
    clinic_window_go (self, names[0], 0);
}

static void
actor_changed_cb (ClinicWindow *self)
{
  ClinicStaff *actor = clinic_desk_get_actor (self->desk);
  GListModel *staff = clinic_desk_get_staff (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) member = g_list_model_get_item (staff, i);

      if (member == actor && gtk_drop_down_get_selected (self->actor) != i)
        gtk_drop_down_set_selected (self->actor, i);
    }

  update_places (self);
}

static void
actor_selected_cb (ClinicWindow *self)
{
  ClinicStaff *member = gtk_drop_down_get_selected_item (self->actor);

  if (member == NULL || self->desk == NULL || member == clinic_desk_get_actor (self->desk))
    return;

  clinic_desk_set_actor (self->desk, member);
  clinic_settings_set_actor (clinic_desk_get_location (self->desk), member);
}

/* Enter or a click. Tab and arrows only pass by. */
static void
place_activated_cb (ClinicWindow  *self,
                    GtkListBoxRow *row)
{
  clinic_window_go (self, gtk_widget_get_name (GTK_WIDGET (row)), 0);
}

/* The list shows where one is, not where the keyboard was last. */
static void
places_left_cb (ClinicWindow *self)
{
  const char *now = gtk_stack_get_visible_child_name (self->stack);

  gtk_list_box_select_row (self->places, now != NULL ? find_row (self, now) : NULL);
}

static ClinicPage *
ensure_page (ClinicWindow      *self,
             const ClinicPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, place->name);

  if (page == NULL)
    {
      page = g_object_new (place->get_type (), "desk", self->desk, NULL);
      gtk_stack_add_named (self->stack, page, place->name);
      g_signal_connect_object (page, "notify::title", G_CALLBACK (update_title), self,
                               G_CONNECT_SWAPPED);
    }

  return CLINIC_PAGE (page);
}

static void
show_page (ClinicWindow      *self,
           const ClinicPlace *place,
           gint64             id)
{
  ClinicPage *before = clinic_window_get_page (self);
  ClinicPage *page = ensure_page (self, place);

  if (before != NULL)
    clinic_page_leave (before);

  if (id != 0)
    clinic_page_set_id (page, id);

  if (place->title != NULL)
    clinic_settings_set_place (place->name);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  gtk_list_box_select_row (self->places, find_row (self, place->name));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->way->length > 0);
  update_title (self);
  clinic_leaving_update (self->leaving);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    clinic_page_start (page);
}

ClinicPage *
clinic_window_go (ClinicWindow *self,
                  const char   *name,
                  gint64        id)
{
  const ClinicPlace *place = clinic_place_find (name);
  ClinicPage *page = clinic_window_get_page (self);
  const char *now = gtk_stack_get_visible_child_name (self->stack);
  gboolean moves;

  g_return_val_if_fail (place != NULL, NULL);

  if (self->patient != 0 && place->title != NULL)
    return clinic_window_go (clinic_window_present_places (self), name, id);

  moves = page != NULL &&
          (g_strcmp0 (now, name) != 0 || (id != 0 && id != clinic_page_get_id (page)));

  if (moves && !clinic_leaving_may_go (self->leaving, name, id))
    return NULL;

  if (moves)
    {
      Stop *stop = g_new0 (Stop, 1);

      stop->name = clinic_place_find (now)->name;
      stop->id = clinic_page_get_id (page);
      g_queue_push_head (self->way, stop);
      g_free (self->way->length > LONGEST_WAY ? g_queue_pop_tail (self->way) : NULL);
    }

  /* A place chosen at the side is a new beginning. */
  if (place->title != NULL && page != NULL && clinic_place_find (now)->title != NULL)
    g_queue_clear_full (self->way, g_free);

  show_page (self, place, id);

  return clinic_window_get_page (self);
}

void
clinic_window_go_back (ClinicWindow *self)
{
  g_autofree Stop *stop = NULL;

  if (!clinic_leaving_may_go (self->leaving, NULL, 0))
    return;

  stop = g_queue_pop_head (self->way);

  if (stop != NULL)
    show_page (self, clinic_place_find (stop->name), stop->id);
}

void
clinic_window_go_unkept (ClinicWindow *self)
{
  gint64 session = clinic_leaving_find (self->leaving);

  if (session != 0)
    clinic_window_go (self, "chart", session);
}

void
clinic_window_go_nth (ClinicWindow *self,
                      int           nth)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, nth - 1);

  if (row != NULL)
    clinic_window_go (self, gtk_widget_get_name (GTK_WIDGET (row)), 0);
}

static gboolean
clinic_window_close_request (GtkWindow *window)
{
  ClinicWindow *self = CLINIC_WINDOW (window);
  ClinicPage *page = clinic_window_get_page (self);

  if (page != NULL)
    clinic_page_leave (page);

  if (self->leaving != NULL && !clinic_leaving_may_close (self->leaving))
    return GDK_EVENT_STOP;

  clinic_settings_save_size (window, self->patient != 0);

  return GTK_WINDOW_CLASS (clinic_window_parent_class)->close_request (window);
}

static void
clinic_window_map (GtkWidget *widget)
{
  ClinicPage *page = clinic_window_get_page (CLINIC_WINDOW (widget));

  GTK_WIDGET_CLASS (clinic_window_parent_class)->map (widget);

  if (page != NULL)
    clinic_page_start (page);
}

static void
clinic_window_dispose (GObject *object)
{
  ClinicWindow *self = CLINIC_WINDOW (object);

  g_clear_object (&self->leaving);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_WINDOW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_window_parent_class)->dispose (object);
}

static void
clinic_window_finalize (GObject *object)
{
  g_queue_free_full (CLINIC_WINDOW (object)->way, g_free);

  G_OBJECT_CLASS (clinic_window_parent_class)->finalize (object);
}

static void
clinic_window_class_init (ClinicWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_window_dispose;
  object_class->finalize = clinic_window_finalize;
  widget_class->map = clinic_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = clinic_window_close_request;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_STAFF);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, clinic_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, demonstration);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, line);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, places);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, actor);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, unkept);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, places_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  clinic_window_class_install_actions (widget_class);
}

static void
clinic_window_init (ClinicWindow *self)
{
  self->way = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", FALSE);
}

static void
follow_desk (ClinicWindow *self)
{
  ClinicClinic *clinic = clinic_desk_get_clinic (self->desk);
  GBindingFlags flags = G_BINDING_SYNC_CREATE;

  g_object_bind_property (clinic, "name", self->clinic_name, "label", flags);
  g_object_bind_property (clinic, "name", self->clinic_name, "tooltip-text", flags);
  g_object_bind_property (clinic, "demonstration", self->demonstration, "visible", flags);
  g_object_bind_property (clinic_desk_get_watch (self->desk), "trouble", self->trouble, "text",
                          flags);
  gtk_drop_down_set_model (self->actor, clinic_desk_get_staff (self->desk));
  actor_changed_cb (self);
  g_signal_connect_object (self->desk, "notify::actor", G_CALLBACK (actor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actor, "notify::selected-item", G_CALLBACK (actor_selected_cb),
                           self, G_CONNECT_SWAPPED);
}

static ClinicWindow *
make_window (GtkApplication *application,
             ClinicDesk     *desk)
{
  ClinicWindow *self = g_object_new (CLINIC_TYPE_WINDOW, "application", application, NULL);

  self->desk = g_object_ref (desk);
  self->leaving = clinic_leaving_new (self, self->unkept);
  follow_desk (self);

  return self;
}

void
clinic_window_prepare (void)
{
  /* Classes stay: their templates are read once. */
  g_type_class_ref (CLINIC_TYPE_WINDOW);
  g_type_class_ref (clinic_place_find ("today")->get_type ());
}

ClinicWindow *
clinic_window_new (GtkApplication *application,
                   ClinicDesk     *desk)
{
  ClinicWindow *self;
  ClinicStaff *actor;
  g_autofree const char **names = NULL;
  g_autofree char *last = clinic_settings_dup_place ();

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);

  self = make_window (application, desk);
  actor = clinic_desk_get_actor (desk);
  names = clinic_place_list_for (actor != NULL ? actor->roles : NULL);
  clinic_settings_restore_size (GTK_WINDOW (self), FALSE);
  /* It is read while the window is laid out. */
  clinic_page_load_ahead (clinic_window_go (self, last != NULL && find_row (self, last) != NULL ? last : names[0],
                                            0));

  return self;
}

ClinicWindow *
clinic_window_new_for_patient (GtkApplication *application,
                               ClinicDesk     *desk,
                               gint64          patient)
{
  ClinicWindow *self;

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);

  self = make_window (application, desk);
  self->patient = patient;
  gtk_widget_set_visible (self->sidebar, FALSE);
  gtk_widget_set_visible (self->separator, FALSE);
  gtk_widget_set_visible (self->line, TRUE);
  clinic_settings_restore_size (GTK_WINDOW (self), TRUE);
  clinic_window_go (self, "patient", patient);

  return self;
}

gint64
clinic_window_get_patient (ClinicWindow *self)
{
  g_return_val_if_fail (CLINIC_IS_WINDOW (self), 0);

  return self->patient;
}

ClinicDesk *
clinic_window_get_desk (ClinicWindow *self)
{
  g_return_val_if_fail (CLINIC_IS_WINDOW (self), NULL);

  return self->desk;
}

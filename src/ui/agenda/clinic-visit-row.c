/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-booking.h"
#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-today-page.h"
#include "clinic-visit-face.h"
#include "clinic-visit-row.h"
#include "clinic-visit-step.h"

struct _ClinicVisitRow
{
  GtkBox parent_instance;

  ClinicVisit     *visit;
  GSignalGroup    *visit_signals;
  ClinicTodayPage *page;          /* that it is in, while it is in one */
  char            *waited;
  GtkWidget       *menu;          /* made when it is first asked for */
  GtkWidget       *advance;
  GtkWidget       *more;
};

typedef enum
{
  PROPERTY_VISIT = 1,
  PROPERTY_NEXT,
  PROPERTY_WAITED,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicVisitRow, clinic_visit_row, GTK_TYPE_BOX)

static const char *
get_next (ClinicVisitRow * self)
{
  return self->visit != NULL ? clinic_visit_step_next (self->visit->status) : NULL;
}

static void
update_waited (ClinicVisitRow *self)
{
  gint64 minutes = -1;

  if (self->page != NULL && self->visit != NULL)
    minutes = clinic_today_page_get_wait (self->page,
                                          clinic_record_get_id (CLINIC_RECORD (self->visit)));

  g_free (self->waited);
  self->waited = minutes >= 0 ? clinic_locale_minutes (minutes) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_WAITED]);
}

static void
visit_changed_cb (ClinicVisitRow *self)
{
  const char *next = get_next (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.advance", next != NULL);
  gtk_widget_set_visible (self->advance, next != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_NEXT]);
  update_waited (self);
}

/* Said when somebody looks: a tooltip set beforehand asks the display where the pointer is, for
 * each of two hundred rows. */
static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (gtk_widget_get_parent (widget));

  gtk_tooltip_set_text (tooltip, widget == self->more ? _("More about this visit")
                                                      : _("Move the visit on (Space)"));

  return TRUE;
}

static void
become (ClinicVisitRow *self,
        const char     *status)
{
  if (self->page != NULL && self->visit != NULL)
    clinic_visit_step (GTK_WIDGET (self), clinic_page_get_desk (CLINIC_PAGE (self->page)),
                       self->visit, status);
}

static void
advance_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (widget);

  if (get_next (self) != NULL)
    become (self, get_next (self));
}

static void
become_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  become (CLINIC_VISIT_ROW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_patient_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (widget);

  if (self->visit != NULL)
    gtk_widget_activate_action (widget, "win.open-patient", "x", self->visit->patient_id);
}

static void
check_in_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (widget);

  if (self->visit != NULL && self->visit->signed_at == NULL)
    gtk_widget_activate_action (widget, "win.check-in", "x",
                                clinic_record_get_id (CLINIC_RECORD (self->visit)));
}

/* What may become of the visit, as it stands when the menu is opened. */
static GMenuModel *
make_menu (ClinicVisitRow *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) steps = g_menu_new ();
  g_autoptr(GMenu) open = g_menu_new ();

  for (const ClinicChoice *choice = clinic_session_statuses; choice->value != NULL; choice++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (clinic_visit_step_name (choice->value), NULL);

      if (self->visit == NULL || !clinic_session_may_become (self->visit->status, choice->value))
        continue;

      if (g_str_equal (choice->value, "cancelled"))
        g_menu_item_set_label (item, _("Cancel the visit…"));

      g_menu_item_set_action_and_target (item, "visit.become", "s", choice->value);
      g_menu_append_item (steps, item);
    }

  if (self->visit != NULL && self->visit->signed_at == NULL)
    g_menu_append (open, _("Check-in questions…"), "visit.check-in");

  g_menu_append (open, _("Open the patient"), "visit.open-patient");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (widget);
  g_autoptr(GMenuModel) model = make_menu (self);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_widget_set_parent (self->menu, self->more);
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
clinic_visit_row_root (GtkWidget *widget)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (widget);
  GtkWidget *page;

  GTK_WIDGET_CLASS (clinic_visit_row_parent_class)->root (widget);

  page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_TODAY_PAGE);

  if (page == NULL)
    return;

  self->page = CLINIC_TODAY_PAGE (page);
  g_signal_connect_object (page, "waited", G_CALLBACK (update_waited), self, G_CONNECT_SWAPPED);
  update_waited (self);
}

static void
clinic_visit_row_unroot (GtkWidget *widget)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (widget);

  if (self->page != NULL)
    g_signal_handlers_disconnect_by_func (self->page, update_waited, self);

  self->page = NULL;

  GTK_WIDGET_CLASS (clinic_visit_row_parent_class)->unroot (widget);
}

static void
clinic_visit_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (object);

  switch ((Property) property_id)
    {
    case PROPERTY_VISIT:
      g_value_set_object (value, self->visit);
      break;

    case PROPERTY_NEXT:
      g_value_set_string (value, get_next (self) != NULL ? clinic_visit_step_verb (get_next (self))
                                                         : "");
      break;

    case PROPERTY_WAITED:
      g_value_set_string (value, self->waited);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_visit_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (property_id == PROPERTY_VISIT)
    clinic_visit_row_set_visit (CLINIC_VISIT_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_visit_row_dispose (GObject *object)
{
  ClinicVisitRow *self = CLINIC_VISIT_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_VISIT_ROW);
  g_clear_object (&self->visit_signals);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->waited, g_free);

  G_OBJECT_CLASS (clinic_visit_row_parent_class)->dispose (object);
}

static void
clinic_visit_row_class_init (ClinicVisitRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_visit_row_dispose;
  object_class->get_property = clinic_visit_row_get_property;
  object_class->set_property = clinic_visit_row_set_property;
  widget_class->root = clinic_visit_row_root;
  widget_class->unroot = clinic_visit_row_unroot;

  properties[PROPERTY_VISIT] =
    g_param_spec_object ("visit", NULL, NULL, CLINIC_TYPE_VISIT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_NEXT] =
    g_param_spec_string ("next", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_WAITED] =
    g_param_spec_string ("waited", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_VISIT_FACE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-visit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicVisitRow, advance);
  gtk_widget_class_bind_template_child (widget_class, ClinicVisitRow, more);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_install_action (widget_class, "visit.advance", NULL, advance_action);
  gtk_widget_class_install_action (widget_class, "visit.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "visit.become", "s", become_action);
  gtk_widget_class_install_action (widget_class, "visit.open-patient", NULL, open_patient_action);
  gtk_widget_class_install_action (widget_class, "visit.check-in", NULL, check_in_action);
}

static void
clinic_visit_row_init (ClinicVisitRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_init_template (widget);

  self->visit_signals = g_signal_group_new (CLINIC_TYPE_VISIT);
  g_signal_group_connect_swapped (self->visit_signals, "notify::status",
                                  G_CALLBACK (visit_changed_cb), self);

  /* Not by the template: the button asks for the action while there is no visit yet. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->advance), "visit.advance");
}

void
clinic_visit_row_set_visit (ClinicVisitRow *self,
                            ClinicVisit    *visit)
{
  if (!g_set_object (&self->visit, visit))
    return;

  g_signal_group_set_target (self->visit_signals, visit);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_VISIT]);
  visit_changed_cb (self);
}

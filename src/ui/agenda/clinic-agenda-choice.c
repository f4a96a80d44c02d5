/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-choice.h"
#include "clinic-pick-list.h"
#include "clinic-settings.h"

struct _ClinicAgendaChoice
{
  AdwBin parent_instance;

  ClinicPickList *people;       /* the first stands for all */
  gint64          practitioner;
  char           *location;     /* of the clinic whose practitioners they are */

  GObject        *list;
};

static GParamSpec *practitioner_property;

G_DEFINE_FINAL_TYPE (ClinicAgendaChoice, clinic_agenda_choice, ADW_TYPE_BIN)

static void
set_practitioner (ClinicAgendaChoice *self,
                  gint64              practitioner)
{
  if (practitioner == self->practitioner)
    return;

  self->practitioner = practitioner;
  g_object_notify_by_pspec (G_OBJECT (self), practitioner_property);
}

static void
picked_cb (ClinicAgendaChoice *self)
{
  set_practitioner (self, clinic_pick_list_get_id (self->people));
}

/* Somebody does so, and finds it so the next time. */
static void
chosen_cb (ClinicAgendaChoice *self)
{
  picked_cb (self);
  clinic_settings_set_practitioner (self->location, self->practitioner);
}

static void
clinic_agenda_choice_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_int64 (value, CLINIC_AGENDA_CHOICE (object)->practitioner);
}

static void
clinic_agenda_choice_dispose (GObject *object)
{
  /* The bin takes its child out itself; the template must not have done so before. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_AGENDA_CHOICE);

  G_OBJECT_CLASS (clinic_agenda_choice_parent_class)->dispose (object);
}

static void
clinic_agenda_choice_finalize (GObject *object)
{
  g_object_unref (CLINIC_AGENDA_CHOICE (object)->people);
  g_free (CLINIC_AGENDA_CHOICE (object)->location);

  G_OBJECT_CLASS (clinic_agenda_choice_parent_class)->finalize (object);
}

static void
clinic_agenda_choice_class_init (ClinicAgendaChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_agenda_choice_get_property;
  object_class->dispose = clinic_agenda_choice_dispose;
  object_class->finalize = clinic_agenda_choice_finalize;

  practitioner_property =
    g_param_spec_int64 ("practitioner", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, practitioner_property);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-agenda-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaChoice, list);
}

static void
clinic_agenda_choice_init (ClinicAgendaChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = clinic_pick_list_new ();
  clinic_pick_list_bind (self->people, self->list);
  g_signal_connect_object (self->people, "picked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

void
clinic_agenda_choice_remember (ClinicAgendaChoice *self,
                               const char         *location)
{
  g_return_if_fail (CLINIC_IS_AGENDA_CHOICE (self) && location != NULL);

  g_free (self->location);
  self->location = g_strdup (location);
  set_practitioner (self, clinic_settings_get_practitioner (location));
}

void
clinic_agenda_choice_fill (ClinicAgendaChoice *self,
                           ClinicDesk         *desk)
{
  g_return_if_fail (CLINIC_IS_AGENDA_CHOICE (self) && CLINIC_IS_DESK (desk));

  clinic_pick_list_begin (self->people);
  clinic_pick_list_add (self->people, 0, _("All practitioners"));
  clinic_pick_list_add_treating (self->people, desk);
  clinic_pick_list_end (self->people, self->practitioner);
  picked_cb (self);
}

gint64
clinic_agenda_choice_get_practitioner (ClinicAgendaChoice *self)
{
  g_return_val_if_fail (CLINIC_IS_AGENDA_CHOICE (self), 0);

  return self->practitioner;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-choice.h"
#include "clinic-agenda-column.h"

struct _ClinicAgendaChoice
{
  AdwBin parent_instance;

  GArray      *people;          /* gint64, as the list has them; the first is 0 */
  gint64       practitioner;
  gboolean     quiet;           /* set, not chosen */

  GtkDropDown *list;
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
chosen_cb (ClinicAgendaChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->list);

  if (!self->quiet && chosen < self->people->len)
    set_practitioner (self, g_array_index (self->people, gint64, chosen));
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
  CLINIC_AGENDA_CHOICE (object)->quiet = TRUE;
  /* The bin takes its child out itself; the template must not have done so before. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_AGENDA_CHOICE);

  G_OBJECT_CLASS (clinic_agenda_choice_parent_class)->dispose (object);
}

static void
clinic_agenda_choice_finalize (GObject *object)
{
  g_array_unref (CLINIC_AGENDA_CHOICE (object)->people);

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
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
clinic_agenda_choice_init (ClinicAgendaChoice *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_agenda_choice_fill (ClinicAgendaChoice *self,
                           ClinicDesk         *desk)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *staff = clinic_desk_get_staff (desk);
  gint64 all = 0;
  guint chosen = 0;

  g_return_if_fail (CLINIC_IS_AGENDA_CHOICE (self) && CLINIC_IS_DESK (desk));

  g_array_set_size (self->people, 0);
  g_array_append_val (self->people, all);
  gtk_string_list_append (names, _("All practitioners"));

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);
      gint64 id = clinic_record_get_id (CLINIC_RECORD (one));

      if (!clinic_agenda_treats (one))
        continue;

      chosen = id == self->practitioner ? self->people->len : chosen;
      g_array_append_val (self->people, id);
      gtk_string_list_append (names, one->name);
    }

  self->quiet = TRUE;
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->list, chosen);
  self->quiet = FALSE;
  set_practitioner (self, g_array_index (self->people, gint64, chosen));
}

gint64
clinic_agenda_choice_get_practitioner (ClinicAgendaChoice *self)
{
  g_return_val_if_fail (CLINIC_IS_AGENDA_CHOICE (self), 0);

  return self->practitioner;
}

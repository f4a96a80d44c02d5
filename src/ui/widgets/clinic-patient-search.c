/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-closures.h"
#include "clinic-locale.h"
#include "clinic-patient-search.h"
#include "clinic-query-model.h"
#include "clinic-search.h"
#include "clinic-text.h"
#include "clinic-walk.h"

#define MOST_FOUND 30

struct _ClinicPatientSearch
{
  GtkWidget parent_instance;

  ClinicDesk         *desk;
  ClinicPatient      *patient;
  ClinicQueryModel   *found;
  GtkSingleSelection *selection;
  gboolean            quiet;        /* the text is set, not typed */
  gboolean            hasty;        /* Enter came before what was found */

  GtkEditable        *entry;
  GtkWidget          *scroller;
  GtkListView        *list;
  GtkButton          *register_button;
};

typedef enum
{
  PROPERTY_DESK = 1,
  PROPERTY_PATIENT,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

typedef enum
{
  CHOSEN,
  REGISTER,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicPatientSearch, clinic_patient_search, GTK_TYPE_WIDGET)

static GPtrArray *
search (ClinicDb * db,
        const char  *text,
        GError * *error)
{
  return clinic_search_patients (db, text != NULL ? text : "", MOST_FOUND, error);
}

static void
take (ClinicPatientSearch *self,
      ClinicPatient       *patient)
{
  clinic_patient_search_set_patient (self, patient);
  g_signal_emit (self, signals[CHOSEN], 0, patient);
}

static guint
count_found (ClinicPatientSearch *self)
{
  return self->found != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->found)) : 0;
}

static const char *
get_text (ClinicPatientSearch *self)
{
  return gtk_editable_get_text (self->entry);
}

/* Enter takes the one that is selected; where nobody is found, registers. */
static void
decide (ClinicPatientSearch *self)
{
  g_autoptr(ClinicPatient) patient = NULL;

  if (clinic_text_is_empty (get_text (self)))
    return;

  if (clinic_query_model_get_loading (self->found))
    {
      self->hasty = TRUE;
      return;
    }

  self->hasty = FALSE;
  patient = g_list_model_get_item (G_LIST_MODEL (self->found),
                                   gtk_single_selection_get_selected (self->selection));

  if (patient != NULL)
    take (self, patient);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->register_button)))
    g_signal_emit (self, signals[REGISTER], 0, get_text (self));
}

static void
update (ClinicPatientSearch *self)
{
  gboolean asked = self->patient == NULL && !clinic_text_is_empty (get_text (self));
  gboolean loading = self->found != NULL && clinic_query_model_get_loading (self->found);

  gtk_widget_set_visible (self->scroller, asked && count_found (self) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->register_button),
                          asked && !loading && count_found (self) == 0 &&
                          clinic_desk_may (self->desk, "patient.register"));

  if (gtk_widget_get_visible (GTK_WIDGET (self->register_button)))
    {
      /* Translators: a button; nobody was found by what was typed */
      g_autofree char *label = g_strdup_printf (_("Nobody found. Register “%s”…"), get_text (self));

      gtk_button_set_label (self->register_button, label);
    }

  if (self->hasty && !loading)
    decide (self);
}

/* The entry tells of a new text only after a while, also of one that was set. */
static gboolean
is_chosen (ClinicPatientSearch *self)
{
  g_autofree char *name = self->patient != NULL
                          ? clinic_locale_list_name (self->patient->family_name,
                                                     self->patient->given_name) : NULL;

  return name != NULL && strcmp (get_text (self), name) == 0;
}

static void
search_changed_cb (ClinicPatientSearch *self)
{
  if (self->quiet || self->found == NULL || is_chosen (self))
    return;

  if (g_set_object (&self->patient, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_PATIENT]);

  self->hasty = FALSE;
  clinic_query_model_set_argument (self->found, get_text (self));
  update (self);
}

static void
entry_activated_cb (ClinicPatientSearch *self)
{
  if (self->patient == NULL)
    decide (self);
}

/* Escape: what was typed goes first, then the dialog around. */
static void
stop_search_cb (ClinicPatientSearch *self)
{
  if (!clinic_text_is_empty (get_text (self)) && self->patient == NULL)
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
next_match_cb (ClinicPatientSearch *self)
{
  clinic_walk_by (self->list, 1);
}

static void
previous_match_cb (ClinicPatientSearch *self)
{
  clinic_walk_by (self->list, -1);
}

static gboolean
key_pressed_cb (ClinicPatientSearch *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  if (!gtk_widget_get_visible (self->scroller))
    return GDK_EVENT_PROPAGATE;

  return clinic_walk_key (self->list, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
row_activated_cb (ClinicPatientSearch *self,
                  guint                position)
{
  g_autoptr(ClinicPatient) patient = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (patient != NULL)
    take (self, patient);
}

static void
register_clicked_cb (ClinicPatientSearch *self)
{
  g_signal_emit (self, signals[REGISTER], 0, get_text (self));
}

static gboolean
clinic_patient_search_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CLINIC_PATIENT_SEARCH (widget)->entry));
}

static void
clinic_patient_search_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ClinicPatientSearch *self = CLINIC_PATIENT_SEARCH (object);

  switch ((Property) property_id)
    {
    case PROPERTY_DESK:
      g_value_set_object (value, self->desk);
      break;

    case PROPERTY_PATIENT:
      g_value_set_object (value, self->patient);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_patient_search_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ClinicPatientSearch *self = CLINIC_PATIENT_SEARCH (object);

  switch ((Property) property_id)
    {
    case PROPERTY_DESK:
      clinic_patient_search_set_desk (self, g_value_get_object (value));
      break;

    case PROPERTY_PATIENT:
      clinic_patient_search_set_patient (self, g_value_get_object (value));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_patient_search_dispose (GObject *object)
{
  ClinicPatientSearch *self = CLINIC_PATIENT_SEARCH (object);

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENT_SEARCH);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->patient);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_patient_search_parent_class)->dispose (object);
}

static void
clinic_patient_search_class_init (ClinicPatientSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_patient_search_get_property;
  object_class->set_property = clinic_patient_search_set_property;
  object_class->dispose = clinic_patient_search_dispose;
  widget_class->grab_focus = clinic_patient_search_grab_focus;

  properties[PROPERTY_DESK] =
    g_param_spec_object ("desk", NULL, NULL, CLINIC_TYPE_DESK, flags);
  properties[PROPERTY_PATIENT] =
    g_param_spec_object ("patient", NULL, NULL, CLINIC_TYPE_PATIENT, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, CLINIC_TYPE_PATIENT);
  signals[REGISTER] = g_signal_new ("register", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-search.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientSearch, scroller);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientSearch, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientSearch, register_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_clicked_cb);
  clinic_closures_bind (widget_class);
}

static void
clinic_patient_search_init (ClinicPatientSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_type_ensure (CLINIC_TYPE_PATIENT);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
clinic_patient_search_new (void)
{
  return g_object_new (CLINIC_TYPE_PATIENT_SEARCH, NULL);
}

void
clinic_patient_search_set_desk (ClinicPatientSearch *self,
                                ClinicDesk          *desk)
{
  g_return_if_fail (CLINIC_IS_PATIENT_SEARCH (self));

  if (!g_set_object (&self->desk, desk) || desk == NULL)
    return;

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);

  g_clear_object (&self->found);
  self->found = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_PATIENT, search);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  g_signal_connect_swapped (self->found, "items-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->found, "notify::loading", G_CALLBACK (update), self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_DESK]);
}

ClinicPatient *
clinic_patient_search_get_patient (ClinicPatientSearch *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_SEARCH (self), NULL);

  return self->patient;
}

void
clinic_patient_search_set_patient (ClinicPatientSearch *self,
                                   ClinicPatient       *patient)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CLINIC_IS_PATIENT_SEARCH (self));

  if (!g_set_object (&self->patient, patient))
    return;

  if (patient != NULL)
    {
      name = clinic_locale_list_name (patient->family_name, patient->given_name);
      self->quiet = TRUE;
      gtk_editable_set_text (self->entry, name);
      gtk_editable_set_position (self->entry, -1);
      self->quiet = FALSE;
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_PATIENT]);
  update (self);
}

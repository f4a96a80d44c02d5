/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient-filters.h"
#include "clinic-settings.h"

#define KEY "patient-filters"

struct _ClinicPatientFilters
{
  GtkWidget parent_instance;

  GtkToggleButton *booked;
  GtkToggleButton *unbooked;
  GtkToggleButton *course;
  GtkToggleButton *allergies;
  GtkToggleButton *female;
  GtkToggleButton *male;
  GtkToggleButton *archived;
  GtkWidget       *clear;
  GtkWidget       *scroller;
  gboolean         busy;        /* several chips change at once */
};

typedef enum
{
  CHANGED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicPatientFilters, clinic_patient_filters, GTK_TYPE_WIDGET)

/* The chip of a name, in settings; NULL after the last. Whom the clinic has put away is looked at, and not
 * left in the list: it is not remembered. */
static GtkToggleButton *
get_remembered (ClinicPatientFilters * self,
                guint i,
                const char           **name)
{
  const struct
  {
    const char      *name;
    GtkToggleButton *chip;
  } chips[] = {
    { "booked", self->booked },
    { "unbooked", self->unbooked },
    { "course", self->course },
    { "allergies", self->allergies },
    { "female", self->female },
    { "male", self->male },
  };

  if (i >= G_N_ELEMENTS (chips))
    return NULL;

  *name = chips[i].name;

  return chips[i].chip;
}

static void
keep (ClinicPatientFilters *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GtkToggleButton *chip;
  const char *name;

  for (guint i = 0; (chip = get_remembered (self, i, &name)) != NULL; i++)
    {
      if (gtk_toggle_button_get_active (chip))
        g_ptr_array_add (names, (char *) name);
    }

  g_ptr_array_add (names, NULL);

  if (clinic_settings_get () != NULL)
    g_settings_set_strv (clinic_settings_get (), KEY, (const char *const *) names->pdata);
}

static void
remember (ClinicPatientFilters *self)
{
  GSettings *settings = clinic_settings_get ();
  g_auto(GStrv) names = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;
  GtkToggleButton *chip;
  const char *name;

  for (guint i = 0; names != NULL && (chip = get_remembered (self, i, &name)) != NULL; i++)
    gtk_toggle_button_set_active (chip, g_strv_contains ((const char *const *) names, name));
}

static void
changed (ClinicPatientFilters *self)
{
  ClinicPatientSift sift = { 0 };

  clinic_patient_filters_apply (self, &sift);
  gtk_widget_set_visible (self->clear, !clinic_patient_sift_open (&sift));
  keep (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Nobody is booked and not booked at once. */
static void
toggled_cb (ClinicPatientFilters *self,
            GtkToggleButton      *button)
{
  GtkToggleButton *pairs[][2] = { { self->booked, self->unbooked }, { self->female, self->male } };

  if (self->busy)
    return;

  self->busy = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (button == pairs[i][0] && gtk_toggle_button_get_active (button))
        gtk_toggle_button_set_active (pairs[i][1], FALSE);
      else if (button == pairs[i][1] && gtk_toggle_button_get_active (button))
        gtk_toggle_button_set_active (pairs[i][0], FALSE);
    }

  self->busy = FALSE;
  changed (self);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicPatientFilters *self = CLINIC_PATIENT_FILTERS (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->booked));
  clinic_patient_filters_clear (self);
}

static void
clinic_patient_filters_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_FILTERS);

  G_OBJECT_CLASS (clinic_patient_filters_parent_class)->dispose (object);
}

static void
clinic_patient_filters_class_init (ClinicPatientFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_filters_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, booked);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, unbooked);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, course);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, allergies);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, female);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, male);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, archived);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, clear);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientFilters, scroller);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_install_action (widget_class, "filters.clear", NULL, clear_action);
}

static void
clinic_patient_filters_init (ClinicPatientFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remember (self);
}

void
clinic_patient_filters_apply (ClinicPatientFilters *self,
                              ClinicPatientSift    *sift)
{
  g_return_if_fail (CLINIC_IS_PATIENT_FILTERS (self));
  g_return_if_fail (sift != NULL);

  sift->archived = gtk_toggle_button_get_active (self->archived);
  sift->course = gtk_toggle_button_get_active (self->course);
  sift->allergies = gtk_toggle_button_get_active (self->allergies);
  sift->coming = CLINIC_COMING_ANY;
  sift->sex = 0;

  if (gtk_toggle_button_get_active (self->booked))
    sift->coming = CLINIC_COMING_BOOKED;
  else if (gtk_toggle_button_get_active (self->unbooked))
    sift->coming = CLINIC_COMING_NONE;

  if (gtk_toggle_button_get_active (self->female))
    sift->sex = 'F';
  else if (gtk_toggle_button_get_active (self->male))
    sift->sex = 'M';
}

void
clinic_patient_filters_clear (ClinicPatientFilters *self)
{
  GtkToggleButton *all[] = { self->booked, self->unbooked, self->course, self->allergies,
                             self->female, self->male, self->archived };

  g_return_if_fail (CLINIC_IS_PATIENT_FILTERS (self));

  self->busy = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_toggle_button_set_active (all[i], FALSE);

  self->busy = FALSE;
  changed (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-patient-actions.h"
#include "clinic-register.h"

typedef enum
{
  FOR_ANYBODY,          /* also for an archived patient */
  FOR_ACTIVE,
  FOR_ARCHIVED,
  FOR_TODAY,            /* with a visit today */
} For;

/* An action of the page, the right it takes and the key that gives it. */
typedef struct
{
  const char *name;
  const char *right;
  For         whom;
  guint       key;
} Action;

static const Action actions[] = {
  { "patient.book", "session.book", FOR_ACTIVE, GDK_KEY_b },
  { "patient.plan", "course.start", FOR_ACTIVE, GDK_KEY_p },
  { "patient.chart", NULL, FOR_TODAY, GDK_KEY_t },
  { "patient.edit", "patient.edit", FOR_ANYBODY, GDK_KEY_e },
  { "patient.measure", "measurement.add", FOR_ACTIVE, GDK_KEY_m },
  { "patient.react", "reaction.log", FOR_ACTIVE, GDK_KEY_l },
  { "patient.report", "report.run", FOR_ANYBODY, GDK_KEY_r },
  { "patient.window", NULL, FOR_ANYBODY, GDK_KEY_Return },
  { "patient.archive", "patient.archive", FOR_ACTIVE, 0 },
  { "patient.restore", "patient.archive", FOR_ARCHIVED, 0 },
};

static gpointer
archive (ClinicAct  *act,
         gpointer    data,
         GError    **error)
{
  const gint64 *patient = data;

  return GINT_TO_POINTER (clinic_patient_archive (act, *patient, error));
}

static gpointer
restore (ClinicAct  *act,
         gpointer    data,
         GError    **error)
{
  const gint64 *patient = data;

  return GINT_TO_POINTER (clinic_patient_restore (act, *patient, error));
}

static void
archive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gint64 id = clinic_page_get_id (CLINIC_PAGE (widget));

  clinic_patient_section_run (CLINIC_PATIENT_SECTION (widget), archive,
                              g_memdup2 (&id, sizeof id), g_free, _("Patient archived"));
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gint64 id = clinic_page_get_id (CLINIC_PAGE (widget));

  clinic_patient_section_run (CLINIC_PATIENT_SECTION (widget), restore,
                              g_memdup2 (&id, sizeof id), g_free, _("Patient restored"));
}

static void
chart_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicPatientFile *file = clinic_patient_section_get_file (CLINIC_PATIENT_SECTION (widget));
  ClinicVisit *visit = file != NULL ? clinic_patient_file_get_visit_today (file) : NULL;

  if (visit != NULL)
    gtk_widget_activate_action (widget, "win.open-chart", "x",
                                clinic_record_get_id (CLINIC_RECORD (visit)));
}

/* What the window does with the patient's id. */
static void
window_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gint64 id = clinic_page_get_id (CLINIC_PAGE (widget));

  if (strcmp (name, "patient.book") == 0)
    gtk_widget_activate_action (widget, "win.book", "(xs)", id, "");
  else if (strcmp (name, "patient.plan") == 0)
    gtk_widget_activate_action (widget, "win.plan-course", "x", id);
  else if (strcmp (name, "patient.edit") == 0)
    gtk_widget_activate_action (widget, "win.edit-patient", "x", id);
  else if (strcmp (name, "patient.measure") == 0)
    gtk_widget_activate_action (widget, "win.measure", "(xx)", id, (gint64) 0);
  else if (strcmp (name, "patient.react") == 0)
    gtk_widget_activate_action (widget, "win.log-reaction", "(xx)", id, (gint64) 0);
  else if (strcmp (name, "patient.report") == 0)
    gtk_widget_activate_action (widget, "win.report", "(sx)", "patient-progress", id);
  else if (strcmp (name, "patient.window") == 0)
    gtk_widget_activate_action (widget, "win.open-patient-window", "x", id);
}

static GtkWidgetActionActivateFunc
find_function (const char *name)
{
  if (strcmp (name, "patient.chart") == 0)
    return chart_action;

  if (strcmp (name, "patient.archive") == 0)
    return archive_action;

  return strcmp (name, "patient.restore") == 0 ? restore_action : window_action;
}

void
clinic_patient_actions_install (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                       find_function (actions[i].name));

      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, GDK_CONTROL_MASK,
                                             actions[i].name, NULL);
    }
}

static gboolean
suits (const Action      *action,
       ClinicPatientFile *file)
{
  ClinicPatient *patient = clinic_patient_file_get_patient (file);

  switch (action->whom)
    {
    case FOR_ACTIVE:
      return patient->archived_on == NULL;

    case FOR_ARCHIVED:
      return patient->archived_on != NULL;

    case FOR_TODAY:
      return clinic_patient_file_get_visit_today (file) != NULL;

    case FOR_ANYBODY:
    default:
      return TRUE;
    }
}

void
clinic_patient_actions_allow (ClinicPatientSection *page)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (page));
  ClinicPatientFile *file = clinic_patient_section_get_file (page);
  gboolean known = file != NULL && clinic_patient_file_get_patient (file) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const char *right = actions[i].right;
      gboolean may = right == NULL || (desk != NULL && clinic_desk_may (desk, right));

      gtk_widget_action_set_enabled (GTK_WIDGET (page), actions[i].name,
                                     known && may && suits (&actions[i], file));
    }
}

gboolean
clinic_patient_actions_may_chart (ClinicPatientSection *page)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (page));
  ClinicPatientFile *file = clinic_patient_section_get_file (page);

  return file != NULL && desk != NULL && clinic_desk_may (desk, "session.chart") &&
         clinic_patient_file_get_visit_today (file) != NULL;
}

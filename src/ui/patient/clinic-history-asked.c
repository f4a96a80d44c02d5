/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-check-in-save.h"
#include "clinic-history-asked.h"

typedef struct
{
  gint64  patient;
  char   *answer;
} Answer;

static void
answer_free (gpointer data)
{
  g_free (((Answer *) data)->answer);
  g_free (data);
}

static gpointer
save_answer (ClinicAct  *act,
             gpointer    data,
             GError    **error)
{
  Answer *answer = data;

  return GINT_TO_POINTER (clinic_allergies_ask (act, answer->patient, answer->answer, NULL, error));
}

static void
allergies_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->patient = clinic_page_get_id (CLINIC_PAGE (widget));
  answer->answer = g_variant_dup_string (parameter, NULL);
  clinic_patient_section_run (CLINIC_PATIENT_SECTION (widget), save_answer, answer, answer_free,
                              _("The answer was written down"));
}

void
clinic_history_asked_allow (ClinicPatientSection *section)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (section));

  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.allergies",
                                 desk != NULL && clinic_desk_may (desk, "check-in.save"));
}

void
clinic_history_asked_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "history.allergies", "s", allergies_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-history-end.h"
#include "clinic-history.h"
#include "clinic-reaction-log.h"

/* What is ended, and why. */
typedef struct
{
  ClinicPatientSection *section;
  gint64                id;
  char                 *reason;
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_clear_object (&ending->section);
  g_free (ending->reason);
  g_free (ending);
}

static Ending *
ending_new (gint64      id,
            const char *reason)
{
  Ending *ending = g_new0 (Ending, 1);

  ending->id = id;
  ending->reason = g_strdup (reason);

  return ending;
}

static gpointer
end_allergy (ClinicAct  *act,
             gpointer    data,
             GError    **error)
{
  Ending *ending = data;

  return GINT_TO_POINTER (clinic_allergy_end (act, ending->id, NULL, ending->reason, error));
}

static gpointer
end_condition (ClinicAct  *act,
               gpointer    data,
               GError    **error)
{
  Ending *ending = data;

  return GINT_TO_POINTER (clinic_condition_end (act, ending->id, NULL, error));
}

static gpointer
stop_medicine (ClinicAct  *act,
               gpointer    data,
               GError    **error)
{
  Ending *ending = data;

  return GINT_TO_POINTER (clinic_medicine_stop (act, ending->id, NULL, error));
}

static gpointer
clear_reaction (ClinicAct  *act,
                gpointer    data,
                GError    **error)
{
  Ending *ending = data;

  return GINT_TO_POINTER (clinic_reaction_clear (act, ending->id, NULL, error));
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Ending *ending = user_data;
  g_autoptr(ClinicPatientSection) self = g_steal_pointer (&ending->section);
  g_autofree char *reason = clinic_ask_reason_finish (GTK_WIDGET (source), result);

  if (reason != NULL)
    clinic_patient_section_run (self, end_allergy,
                                ending_new (ending->id, reason), ending_free,
                                _("The allergy no longer stands"));

  ending_free (ending);
}

static void
ask_why (GtkWidget *widget,
         gint64     id)
{
  const char *const suggestions[] = { _("Tested: not allergic"), _("Noted by mistake"),
                                      _("Another patient’s"), NULL };
  Ending *ending = ending_new (id, NULL);

  ending->section = g_object_ref (CLINIC_PATIENT_SECTION (widget));
  clinic_ask_reason_async (widget, _("Why does this allergy no longer stand?"),
                           _("From now on nobody is warned of it any more. It stays on record "
                             "with your reason."),
                           _("_End"), suggestions, reason_given_cb, ending);
}

static void
end_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);

  if (strcmp (kind, "allergy") == 0)
    ask_why (widget, id);
  else if (strcmp (kind, "medicine") == 0)
    clinic_patient_section_run (CLINIC_PATIENT_SECTION (widget), stop_medicine, ending_new (id, NULL), ending_free,
                                _("The medicine was stopped"));
  else
    clinic_patient_section_run (CLINIC_PATIENT_SECTION (widget), end_condition,
                                ending_new (id, NULL), ending_free,
                                _("The condition no longer stands"));
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gint64 id;

  g_variant_get (parameter, "(&sx)", NULL, &id);
  clinic_patient_section_run (CLINIC_PATIENT_SECTION (widget), clear_reaction,
                              ending_new (id, NULL), ending_free, _("The reaction has cleared"));
}

void
clinic_history_end_allow (ClinicPatientSection *section)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (section));

  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.end",
                                 desk != NULL && clinic_desk_may (desk, "history.save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.clear",
                                 desk != NULL && clinic_desk_may (desk, "reaction.clear"));
}

void
clinic_history_end_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "history.end", "(sx)", end_action);
  gtk_widget_class_install_action (widget_class, "history.clear", "(sx)", clear_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-allergy-dialog.h"
#include "clinic-ask.h"
#include "clinic-condition-dialog.h"
#include "clinic-diagnosis-dialog.h"
#include "clinic-history-asked.h"
#include "clinic-history-group.h"
#include "clinic-history.h"
#include "clinic-patient-history.h"
#include "clinic-reaction-log.h"
#include "clinic-reaction-window.h"

struct _ClinicPatientHistory
{
  ClinicPatientSection parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicPatientHistory, clinic_patient_history, CLINIC_TYPE_PATIENT_SECTION)

static GType
find_dialog (const char *kind)
{
  if (strcmp (kind, "allergy") == 0)
    return CLINIC_TYPE_ALLERGY_DIALOG;

  if (strcmp (kind, "condition") == 0)
    return CLINIC_TYPE_CONDITION_DIALOG;

  if (strcmp (kind, "reaction") == 0)
    return CLINIC_TYPE_REACTION_WINDOW;

  return strcmp (kind, "diagnosis") == 0 ? CLINIC_TYPE_DIAGNOSIS_DIALOG : G_TYPE_INVALID;
}

static void
present (GtkWidget  *widget,
         const char *kind,
         gint64      id)
{
  ClinicPage *page = CLINIC_PAGE (widget);
  GType dialog = find_dialog (kind);

  if (dialog != G_TYPE_INVALID)
    clinic_entry_dialog_present (dialog, widget, clinic_page_get_desk (page),
                                 clinic_page_get_id (page), id);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const char *kind = g_variant_get_string (parameter, NULL);

  if (strcmp (kind, "reaction") == 0)
    gtk_widget_activate_action (widget, "win.log-reaction", "(xx)",
                                clinic_page_get_id (CLINIC_PAGE (widget)), (gint64) 0);
  else
    present (widget, kind, 0);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  present (widget, kind, id);
}

/* What is ended, and why. */
typedef struct
{
  ClinicPatientHistory *section;
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
  g_autoptr(ClinicPatientHistory) self = g_steal_pointer (&ending->section);
  g_autofree char *reason = clinic_ask_reason_finish (GTK_WIDGET (source), result);

  if (reason != NULL)
    clinic_patient_section_run (CLINIC_PATIENT_SECTION (self), end_allergy,
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

  ending->section = g_object_ref (CLINIC_PATIENT_HISTORY (widget));
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

static void
clinic_patient_history_allow (ClinicPatientSection *section)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (section));
  gboolean save = desk != NULL && clinic_desk_may (desk, "history.save");
  gboolean clear = desk != NULL && clinic_desk_may (desk, "reaction.clear");

  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.add", save);
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.edit", save);
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.end", save);
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.clear", clear);
  clinic_history_asked_allow (section);
}

static void
clinic_patient_history_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_HISTORY);

  G_OBJECT_CLASS (clinic_patient_history_parent_class)->dispose (object);
}

static void
clinic_patient_history_class_init (ClinicPatientHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_history_dispose;
  CLINIC_PATIENT_SECTION_CLASS (klass)->allow = clinic_patient_history_allow;

  g_type_ensure (CLINIC_TYPE_HISTORY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-history.ui");
  gtk_widget_class_install_action (widget_class, "history.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "history.edit", "(sx)", edit_action);
  gtk_widget_class_install_action (widget_class, "history.end", "(sx)", end_action);
  clinic_history_asked_install (widget_class);
  gtk_widget_class_install_action (widget_class, "history.clear", "(sx)", clear_action);
}

static void
clinic_patient_history_init (ClinicPatientHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

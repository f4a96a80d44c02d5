/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aftercare.h"
#include "clinic-consent-look.h"
#include "clinic-consent-sign.h"
#include "clinic-consent-strip.h"
#include "clinic-consent-window.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-paper-out.h"
#include "clinic-papers.h"
#include "clinic-text.h"
#include "clinic-toast.h"

struct _ClinicConsentStrip
{
  AdwBin parent_instance;

  ClinicDesk   *desk;
  gint64        session;
  gint64        patient;
  gint64        course;
  GCancellable *cancellable;

  GtkWidget    *consent;
  GtkWidget    *aftercare;
  GtkLabel     *say;
  GtkLabel     *times;
  GtkWidget    *sign;
  GtkWidget    *confirm;
};

G_DEFINE_FINAL_TYPE (ClinicConsentStrip, clinic_consent_strip, ADW_TYPE_BIN)

/* What is read of a session. */
typedef struct
{
  ClinicSession     *session;
  ClinicConsentLook  look;
  ClinicAftercare   *aftercare;         /* NULL until it is signed */
} Strip;

static void
strip_free (gpointer data)
{
  Strip *strip = data;

  g_clear_object (&strip->session);
  clinic_consent_look_clear (&strip->look);
  g_clear_pointer (&strip->aftercare, clinic_aftercare_free);
  g_free (strip);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Strip, strip_free)

static gpointer
read_strip (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(Strip) strip = g_new0 (Strip, 1);
  gint64 id = *(gint64 *) data;

  strip->session = (ClinicSession *) clinic_store_find (db, CLINIC_TYPE_SESSION, id, error);

  if (strip->session == NULL ||
      !clinic_consent_look_load (db, strip->session, &strip->look, error))
    return NULL;

  if (strip->session->signed_at != NULL &&
      (strip->aftercare = clinic_aftercare_load (db, id, NULL, error)) == NULL)
    return NULL;

  return g_steal_pointer (&strip);
}

static char *
dup_consent_words (ClinicConsentLook *look)
{
  g_autofree char *day = look->signed_on != NULL ? clinic_locale_date (look->signed_on) : NULL;
  g_autofree char *withdrawn = look->withdrawn_on != NULL ? clinic_locale_date (look->withdrawn_on)
                                                          : NULL;

  if (g_str_equal (look->state, "withdrawn"))
    return g_strdup_printf (_("The consent to this treatment was withdrawn on %s."), withdrawn);

  if (g_str_equal (look->state, "outdated"))
    return g_strdup_printf (_("The consent of %s is on an older version of the form."), day);

  if (g_str_equal (look->state, "valid"))
    return g_strdup_printf (_("Consent of %s: ask whether it still stands."), day);

  return g_strdup (_("No consent to this treatment is signed."));
}

/* "wash until Sat 21 Nov, 23:59": the lines after the session, in the program's language. */
static char *
dup_times (ClinicAftercare *aftercare)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < aftercare->lines->len; i++)
    {
      const ClinicAftercareLine *line = aftercare->lines->pdata[i];
      g_autofree char *date = line->limit != NULL ? clinic_wall_dup_date (line->limit) : NULL;
      g_autofree char *last = line->whole_day && date != NULL ? clinic_date_add_days (date, -1)
                                                              : NULL;
      g_autofree char *day = NULL;
      g_autofree char *isolated = NULL;

      if (!line->after || date == NULL)
        continue;

      day = line->whole_day ? clinic_locale_day (last) : clinic_locale_wall (line->limit);
      isolated = clinic_text_isolate (day);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", line->text, isolated);
    }

  return g_string_free (text, FALSE);
}

static void
show_strip (ClinicConsentStrip *self,
            Strip              *strip)
{
  ClinicConsentLook *look = &strip->look;
  gboolean is_signed = strip->session->signed_at != NULL;
  gboolean stands = g_str_equal (look->state, "valid") || g_str_equal (look->state, "outdated");
  gboolean asks = look->needed && !is_signed &&
                  !(g_str_equal (look->state, "valid") && look->confirmed);
  g_autofree char *words = dup_consent_words (look);
  g_autofree char *times = is_signed ? dup_times (strip->aftercare) : NULL;

  self->patient = strip->session->patient_id;
  self->course = strip->session->course_id;
  gtk_label_set_text (self->say, words);
  gtk_label_set_text (self->times, times != NULL ? times : "");
  gtk_widget_set_visible (self->consent, asks);
  gtk_widget_set_visible (self->aftercare, is_signed);
  gtk_widget_set_visible (self->sign, !g_str_equal (look->state, "valid"));
  gtk_widget_set_visible (self->confirm, stands && !look->confirmed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consent.sign",
                                 clinic_desk_may (self->desk, "consent.sign"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consent.confirm",
                                 clinic_desk_may (self->desk, "consent.confirm"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "aftercare.save",
                                 clinic_desk_may (self->desk, "paper.write"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "aftercare.print",
                                 clinic_desk_may (self->desk, "paper.write"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.save",
                                 clinic_desk_may (self->desk, "paper.write"));
  gtk_widget_set_visible (GTK_WIDGET (self), asks || is_signed);
}

/* Nothing to be seen would mean that all is well. */
static void
show_doubt (ClinicConsentStrip *self)
{
  gtk_label_set_text (self->say, _("The consent could not be read."));
  gtk_widget_set_visible (self->consent, TRUE);
  gtk_widget_set_visible (self->aftercare, FALSE);
  gtk_widget_set_visible (self->sign, FALSE);
  gtk_widget_set_visible (self->confirm, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
strip_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicConsentStrip) self = user_data;
  g_autoptr(Strip) strip = NULL;

  if (self->desk == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  strip = clinic_worker_run_finish (clinic_desk_get_reader (self->desk), result, NULL);

  if (strip != NULL)
    show_strip (self, strip);
  else
    show_doubt (self);
}

void
clinic_consent_strip_show (ClinicConsentStrip *self,
                           ClinicDesk         *desk,
                           gint64              session)
{
  g_return_if_fail (CLINIC_IS_CONSENT_STRIP (self) && CLINIC_IS_DESK (desk));

  if (session != self->session)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  g_set_object (&self->desk, desk);
  self->session = session;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_strip,
                           g_memdup2 (&session, sizeof session), g_free, strip_free,
                           self->cancellable, strip_read_cb, g_object_ref (self));
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicConsentStrip *self = CLINIC_CONSENT_STRIP (widget);

  if (self->patient != 0)
    clinic_consent_window_present (widget, self->desk, self->patient, self->course, "treatment");
}

static gpointer
confirm (ClinicAct  *act,
         gpointer    data,
         GError    **error)
{
  return GINT_TO_POINTER (clinic_consent_confirm (act, *(gint64 *) data, error) != 0);
}

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ClinicConsentStrip) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) != NULL)
    clinic_toast_show (GTK_WIDGET (self), _("The consent still stands"), operation);
  else
    clinic_toast_error (GTK_WIDGET (self), error);
}

static void
confirm_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicConsentStrip *self = CLINIC_CONSENT_STRIP (widget);

  clinic_desk_run_async (self->desk, confirm, g_memdup2 (&self->session, sizeof self->session),
                         g_free, NULL, confirmed_cb, g_object_ref (self));
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicConsentStrip *self = CLINIC_CONSENT_STRIP (widget);

  if (g_str_equal (name, "aftercare.print"))
    clinic_paper_out_print (widget, self->desk, clinic_paper_out_aftercare, self->session);
  else if (g_str_equal (name, "aftercare.save"))
    clinic_paper_out_save (widget, self->desk, clinic_paper_out_aftercare, self->session,
                           _("Aftercare"));
  else
    clinic_paper_out_save (widget, self->desk, clinic_paper_of_session, self->session,
                           _("Record of a session"));
}

static void
clinic_consent_strip_dispose (GObject *object)
{
  ClinicConsentStrip *self = CLINIC_CONSENT_STRIP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CONSENT_STRIP);

  G_OBJECT_CLASS (clinic_consent_strip_parent_class)->dispose (object);
}

static void
clinic_consent_strip_class_init (ClinicConsentStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_consent_strip_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-consent-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentStrip, consent);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentStrip, aftercare);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentStrip, say);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentStrip, times);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentStrip, sign);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentStrip, confirm);
  gtk_widget_class_install_action (widget_class, "consent.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "consent.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "aftercare.save", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "aftercare.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "record.save", NULL, paper_action);
}

static void
clinic_consent_strip_init (ClinicConsentStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

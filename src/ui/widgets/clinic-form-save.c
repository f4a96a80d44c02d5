/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-conflict.h"
#include "clinic-form-save.h"

struct _ClinicFormSave
{
  GObject parent_instance;

  ClinicDesk        *desk;
  ClinicForm        *form;          /* the dialog's, as the next two; NULL once it is gone */
  ClinicNotice      *notice;
  ClinicFindingsBox *findings;
  char              *action;
  char              *reason;
  ClinicRecord      *base;
  ClinicWorkFunc     reader;        /* NULL: it is a row */
  gboolean           saving;
  gboolean           merged;
};

/* What crosses to the worker. */
typedef struct
{
  ClinicFormSaveFunc  func;
  ClinicRecord       *record;
  GHashTable         *reasons;
  char               *reason;
  gpointer            with;
  GDestroyNotify      free_with;
} Order;

typedef struct
{
  GType  type;
  gint64 id;
} Wanted;

typedef enum
{
  PROPERTY_SAVING = 1,
  N_PROPERTIES
} Property;

typedef enum
{
  SAVED,
  FAILED,
  N_SIGNALS
} Signal;

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicFormSave, clinic_form_save, G_TYPE_OBJECT)

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->record);
  g_clear_pointer (&order->reasons, g_hash_table_unref);
  g_free (order->reason);

  if (order->free_with != NULL)
    order->free_with (order->with);

  g_free (order);
}

static void
set_saving (ClinicFormSave *self,
            gboolean        saving)
{
  self->saving = saving;

  if (self->form != NULL && self->action != NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->notice))),
                                   self->action, !saving);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_SAVING]);
}

/* Somebody else was faster */

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicFormSave) self = user_data;
  g_autoptr(ClinicRecord) settled = clinic_conflict_finish (GTK_WIDGET (source), result);

  if (settled == NULL || self->form == NULL)
    return;

  clinic_form_set_record (self->form, settled, clinic_desk_get_today (self->desk));
  self->merged = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self->notice), self->action, NULL);
}

static gpointer
read_theirs (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  Wanted *wanted = data;

  return clinic_store_find (db, wanted->type, wanted->id, error);
}

static void
theirs_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinicFormSave) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) theirs = clinic_worker_run_finish (NULL, result, &error);
  g_autoptr(ClinicRecord) mine = NULL;
  g_autoptr(ClinicRecord) base = NULL;

  if (self->form == NULL)
    return;

  if (theirs == NULL)
    {
      clinic_form_save_tell (self, error, self->action);
      return;
    }

  base = g_steal_pointer (&self->base);
  self->base = g_object_ref (theirs);
  mine = clinic_record_copy (clinic_form_get_record (self->form));
  clinic_conflict_ask_async (GTK_WIDGET (self->notice), base, mine, theirs, settled_cb,
                             g_object_ref (self));
}

static void
compare_with_theirs (ClinicFormSave *self)
{
  gint64 id = clinic_record_get_id (self->base);
  Wanted *wanted;

  if (self->reader != NULL)
    {
      clinic_worker_run_async (clinic_desk_get_reader (self->desk), self->reader,
                               g_memdup2 (&id, sizeof id), g_free, g_object_unref, NULL,
                               theirs_read_cb, g_object_ref (self));
      return;
    }

  wanted = g_new0 (Wanted, 1);
  wanted->type = G_OBJECT_TYPE (self->base);
  wanted->id = id;
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), read_theirs, wanted, g_free,
                           g_object_unref, NULL, theirs_read_cb, g_object_ref (self));
}

/* Saving */

static void
explain (ClinicFormSave *self,
         const GError   *error,
         GPtrArray      *findings)
{
  gboolean again = g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);

  if (self->findings != NULL && g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS))
    {
      clinic_findings_box_set_findings (self->findings, findings);
      clinic_findings_box_start (self->findings);
    }
  else if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT) && self->base != NULL &&
           clinic_record_get_id (self->base) != 0)
    compare_with_theirs (self);
  else if (again || !clinic_form_show_error (self->form, error))
    clinic_form_save_tell (self, error, again ? self->action : NULL);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(ClinicFormSave) self = user_data;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  g_autoptr(ClinicRecord) record = clinic_desk_run_finish (CLINIC_DESK (source), result, &findings,
                                                           &operation, &error);

  set_saving (self, FALSE);

  if (self->form == NULL)
    return;

  if (record != NULL)
    g_signal_emit (self, signals[SAVED], 0, record, operation);
  else
    {
      explain (self, error, findings);
      g_signal_emit (self, signals[FAILED], 0, error);
    }
}

static gpointer
run_order (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  Order *order = data;

  clinic_findings_accept (act, order->reasons);

  if (order->reason != NULL)
    clinic_act_set_reason (act, order->reason);

  return order->func (act, order->record, order->with, error) ? g_object_ref (order->record) : NULL;
}

static void
clinic_form_save_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (property_id == PROPERTY_SAVING)
    g_value_set_boolean (value, CLINIC_FORM_SAVE (object)->saving);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_form_save_finalize (GObject *object)
{
  ClinicFormSave *self = CLINIC_FORM_SAVE (object);

  g_clear_weak_pointer (&self->form);
  g_clear_weak_pointer (&self->notice);
  g_clear_weak_pointer (&self->findings);
  g_clear_object (&self->base);
  g_clear_object (&self->desk);
  g_free (self->action);
  g_free (self->reason);

  G_OBJECT_CLASS (clinic_form_save_parent_class)->finalize (object);
}

static void
clinic_form_save_class_init (ClinicFormSaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_form_save_get_property;
  object_class->finalize = clinic_form_save_finalize;

  properties[PROPERTY_SAVING] =
    g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, CLINIC_TYPE_RECORD, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
clinic_form_save_init (ClinicFormSave *self)
{
}

ClinicFormSave *
clinic_form_save_new (ClinicDesk   *desk,
                      ClinicForm   *form,
                      ClinicNotice *notice,
                      const char   *action)
{
  ClinicFormSave *self;

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);
  g_return_val_if_fail (CLINIC_IS_FORM (form) && CLINIC_IS_NOTICE (notice), NULL);

  self = g_object_new (CLINIC_TYPE_FORM_SAVE, NULL);
  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->form, form);
  g_set_weak_pointer (&self->notice, notice);
  self->action = g_strdup (action);

  return self;
}

void
clinic_form_save_set_findings (ClinicFormSave    *self,
                               ClinicFindingsBox *findings)
{
  g_return_if_fail (CLINIC_IS_FORM_SAVE (self));

  g_set_weak_pointer (&self->findings, findings);
}

void
clinic_form_save_set_reason (ClinicFormSave *self,
                             const char     *reason)
{
  g_return_if_fail (CLINIC_IS_FORM_SAVE (self));

  g_free (self->reason);
  self->reason = g_strdup (reason);
}

void
clinic_form_save_set_base (ClinicFormSave *self,
                           ClinicRecord   *base)
{
  g_return_if_fail (CLINIC_IS_FORM_SAVE (self));

  g_set_object (&self->base, base);
}

void
clinic_form_save_set_reader (ClinicFormSave *self,
                             ClinicWorkFunc  reader)
{
  g_return_if_fail (CLINIC_IS_FORM_SAVE (self));

  self->reader = reader;
}

ClinicRecord *
clinic_form_save_get_base (ClinicFormSave *self)
{
  g_return_val_if_fail (CLINIC_IS_FORM_SAVE (self), NULL);

  return self->base;
}

gboolean
clinic_form_save_get_merged (ClinicFormSave *self)
{
  g_return_val_if_fail (CLINIC_IS_FORM_SAVE (self), FALSE);

  return self->merged;
}

gboolean
clinic_form_save_get_saving (ClinicFormSave *self)
{
  g_return_val_if_fail (CLINIC_IS_FORM_SAVE (self), FALSE);

  return self->saving;
}

gboolean
clinic_form_save_check (ClinicFormSave *self)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (CLINIC_IS_FORM_SAVE (self), FALSE);

  clinic_notice_set_error (self->notice, NULL);

  if (clinic_form_validate (self->form, clinic_desk_get_today (self->desk), &error))
    return TRUE;

  if (!clinic_form_show_error (self->form, error))
    clinic_form_save_tell (self, error, NULL);

  return FALSE;
}

void
clinic_form_save_run (ClinicFormSave     *self,
                      ClinicFormSaveFunc  func,
                      gpointer            with,
                      GDestroyNotify      free_with)
{
  Order *order;

  g_return_if_fail (CLINIC_IS_FORM_SAVE (self) && !self->saving);

  /* What goes to the worker is a copy: the form goes on holding the draft. */
  order = g_new0 (Order, 1);
  order->func = func;
  order->record = clinic_record_copy (clinic_form_get_record (self->form));
  order->reason = g_strdup (self->reason);
  order->with = with;
  order->free_with = free_with;

  if (self->findings != NULL)
    order->reasons = clinic_findings_box_dup_reasons (self->findings);

  set_saving (self, TRUE);
  clinic_desk_run_async (self->desk, run_order, order, order_free, g_object_unref, run_cb,
                         g_object_ref (self));
}

void
clinic_form_save_tell (ClinicFormSave *self,
                       const GError   *error,
                       const char     *action)
{
  g_return_if_fail (CLINIC_IS_FORM_SAVE (self));

  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, action != NULL ? _("_Retry") : NULL, action);
}

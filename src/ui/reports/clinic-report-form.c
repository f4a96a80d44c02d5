/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-patient.h"
#include "clinic-report-field.h"
#include "clinic-report-form.h"
#include "clinic-report-memory.h"
#include "clinic-store.h"

struct _ClinicReportForm
{
  AdwBin parent_instance;

  ClinicDesk   *desk;
  char         *name;           /* of the report */
  GPtrArray    *fields;         /* ClinicReportField, lent by the box */
  GCancellable *cancellable;
};

typedef enum
{
  CHANGED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

/* The records that can be chosen from: what is asked for, and what was read. */
typedef struct
{
  GType     *types;             /* one a field; G_TYPE_INVALID: none */
  guint      n_types;
  gint64     patient;
} Request;

typedef struct
{
  GPtrArray    *lists;          /* GPtrArray each, or NULL */
  ClinicRecord *patient;
} Options;

G_DEFINE_FINAL_TYPE (ClinicReportForm, clinic_report_form, ADW_TYPE_BIN)

static void
request_free (Request *request)
{
  g_free (request->types);
  g_free (request);
}

static void
free_list (gpointer list)
{
  if (list != NULL)
    g_ptr_array_unref (list);
}

static void
options_free (Options *options)
{
  g_ptr_array_unref (options->lists);
  g_clear_object (&options->patient);
  g_free (options);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Options, options_free)

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_object_get (*(gpointer *) one, "name", &first, NULL);
  g_object_get (*(gpointer *) other, "name", &second, NULL);

  return g_utf8_collate (first != NULL ? first : "", second != NULL ? second : "");
}

static gpointer
read_options (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  const Request *request = data;
  g_autoptr(Options) options = g_new0 (Options, 1);

  options->lists = g_ptr_array_new_with_free_func (free_list);

  for (guint i = 0; i < request->n_types; i++)
    {
      GPtrArray *list = NULL;

      if (request->types[i] != G_TYPE_INVALID)
        {
          list = clinic_store_list_by (db, request->types[i], NULL, 0, error);

          if (list == NULL)
            return NULL;

          g_ptr_array_sort (list, compare_names);
        }

      g_ptr_array_add (options->lists, list);
    }

  if (request->patient != 0)
    {
      options->patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, request->patient, error);

      if (options->patient == NULL)
        return NULL;
    }

  return g_steal_pointer (&options);
}

static void
options_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicReportForm) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Options) options = clinic_worker_run_finish (NULL, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  for (guint i = 0; options != NULL && i < self->fields->len; i++)
    {
      ClinicReportField *field = self->fields->pdata[i];

      if (options->lists->pdata[i] != NULL)
        clinic_report_field_set_options (field, options->lists->pdata[i]);

      if (options->patient != NULL &&
          clinic_report_field_get_parameter (field)->type == CLINIC_PARAMETER_PATIENT)
        clinic_report_field_set_patient (field, options->patient);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (ClinicReportForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clinic_report_form_dispose (GObject *object)
{
  ClinicReportForm *self = CLINIC_REPORT_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_report_form_parent_class)->dispose (object);
}

static void
clinic_report_form_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_REPORT_FORM (object)->fields);
  g_free (CLINIC_REPORT_FORM (object)->name);
  G_OBJECT_CLASS (clinic_report_form_parent_class)->finalize (object);
}

static void
clinic_report_form_class_init (ClinicReportFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_report_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_report_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_report_form_init (ClinicReportForm *self)
{
  self->fields = g_ptr_array_new ();
}

/* As it was asked for last. */
static void
remember (ClinicReportForm *self)
{
  g_autoptr(GHashTable) answers =
    clinic_report_memory_dup_answers (clinic_desk_get_location (self->desk), self->name);

  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicReportField *field = self->fields->pdata[i];
      const char *name = clinic_report_field_get_parameter (field)->name;

      if (g_hash_table_contains (answers, name))
        clinic_report_field_set_value (field, g_hash_table_lookup (answers, name));
    }
}

void
clinic_report_form_set_report (ClinicReportForm *self,
                               ClinicDesk       *desk,
                               ClinicReport     *report,
                               gint64            patient)
{
  GPtrArray *parameters = clinic_report_get_parameters (report);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (CLINIC_IS_REPORT_FORM (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_set_size (self->fields, 0);
  g_set_object (&self->desk, desk);
  g_free (self->name);
  self->name = g_strdup (clinic_report_get_name (report));
  request->types = g_new0 (GType, parameters->len + 1);
  request->n_types = parameters->len;
  request->patient = patient;

  for (guint i = 0; i < parameters->len; i++)
    {
      GtkWidget *field = clinic_report_field_new (parameters->pdata[i], desk);

      request->types[i] = clinic_report_field_get_links (CLINIC_REPORT_FIELD (field));
      g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), field);
      g_ptr_array_add (self->fields, field);
    }

  adw_bin_set_child (ADW_BIN (self), box);
  remember (self);
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_options, request,
                           (GDestroyNotify) request_free, (GDestroyNotify) options_free,
                           self->cancellable, options_cb, g_object_ref (self));
}

void
clinic_report_form_clear (ClinicReportForm *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_FORM (self));

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->fields, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
}

GHashTable *
clinic_report_form_dup_values (ClinicReportForm *self)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (CLINIC_IS_REPORT_FORM (self), values);

  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicReportField *field = self->fields->pdata[i];
      char *value = clinic_report_field_dup_value (field);

      if (value != NULL)
        g_hash_table_insert (values, g_strdup (clinic_report_field_get_parameter (field)->name),
                             value);
    }

  return values;
}

/* Whose report it was has no business in the settings. */
void
clinic_report_form_keep (ClinicReportForm *self)
{
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *missing = NULL;

  g_return_if_fail (CLINIC_IS_REPORT_FORM (self));

  missing = clinic_report_form_dup_missing (self);

  if (missing != NULL || self->fields->len == 0)
    return;

  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicReportField *field = self->fields->pdata[i];
      const ClinicParameter *parameter = clinic_report_field_get_parameter (field);
      char *value;

      if (parameter->type == CLINIC_PARAMETER_PATIENT || !clinic_report_field_is_answered (field))
        continue;

      value = clinic_report_field_dup_value (field);
      g_hash_table_insert (answers, parameter->name, value != NULL ? value : g_strdup (""));
    }

  clinic_report_memory_keep (clinic_desk_get_location (self->desk), self->name, answers,
                             clinic_desk_get_today (self->desk));
}

void
clinic_report_form_take_back (ClinicReportForm *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    clinic_report_field_take_back (self->fields->pdata[i]);
}

/* What keeps the report from being made, in words, of one parameter; NULL: nothing does. */
static char *
dup_missing (ClinicReportField *field)
{
  const ClinicParameter *parameter = clinic_report_field_get_parameter (field);
  g_autofree char *problem = clinic_report_field_dup_problem (field);
  g_autofree char *value = clinic_report_field_dup_value (field);

  if (problem != NULL)
    return g_strdup_printf (C_("field: what is wrong", "%s: %s"), parameter->label, problem);

  if (value == NULL && parameter->required && parameter->type == CLINIC_PARAMETER_PATIENT)
    return g_strdup (_("Choose a patient to see the report."));

  if (value == NULL && parameter->required)
    return g_strdup_printf (_("“%s” is needed to make the report."), parameter->label);

  return NULL;
}

char *
clinic_report_form_dup_missing (ClinicReportForm *self)
{
  char *missing = NULL;

  g_return_val_if_fail (CLINIC_IS_REPORT_FORM (self), NULL);

  for (guint i = 0; i < self->fields->len && missing == NULL; i++)
    missing = dup_missing (self->fields->pdata[i]);

  return missing;
}

void
clinic_report_form_start (ClinicReportForm *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autofree char *missing = dup_missing (self->fields->pdata[i]);

      if (missing != NULL)
        {
          clinic_report_field_start (self->fields->pdata[i]);
          return;
        }
    }
}

void
clinic_report_form_answer (ClinicReportForm *self,
                           const char       *parameter,
                           const char       *text)
{
  g_return_if_fail (CLINIC_IS_REPORT_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicReportField *field = self->fields->pdata[i];

      if (g_strcmp0 (clinic_report_field_get_parameter (field)->name, parameter) == 0)
        clinic_report_field_answer (field, text);
    }
}

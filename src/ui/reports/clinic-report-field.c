/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-cocktail.h"
#include "clinic-decimal.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-locale.h"
#include "clinic-metric.h"
#include "clinic-patient-search.h"
#include "clinic-protocol.h"
#include "clinic-report-field.h"
#include "clinic-text.h"

struct _ClinicReportField
{
  GtkBox parent_instance;

  const ClinicParameter *parameter;
  ClinicDesk            *desk;
  GtkWidget             *control;
  GtkWidget             *mark;        /* what is wrong */
  GArray                *ids;         /* gint64, of the rows of a drop-down; 0: all */
  gint64                 wanted;      /* the one of them that was chosen before they were there */
  char                  *first;       /* the answer that it has by itself */
};

typedef enum
{
  CHANGED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicReportField, clinic_report_field, GTK_TYPE_BOX)

static void
changed_cb (ClinicReportField *self)
{
  g_autofree char *problem = clinic_report_field_dup_problem (self);

  gtk_label_set_label (GTK_LABEL (self->mark), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->mark, problem != NULL);

  if (problem != NULL)
    gtk_widget_add_css_class (self->control, "error");
  else
    gtk_widget_remove_css_class (self->control, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* "20" of a description as people write it. */
static char *
write_number (const char *text)
{
  gint64 thousandths;

  if (text == NULL || !clinic_decimal_parse (text, '.', &thousandths))
    return g_strdup (text != NULL ? text : "");

  return clinic_locale_decimal (thousandths);
}

static GtkWidget *
make_entry (ClinicReportField *self)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *example = NULL;

  if (self->parameter->type == CLINIC_PARAMETER_DATE)
    example = self->parameter->required ? clinic_locale_date_entry (clinic_desk_get_today (self->desk))
                                        : g_strdup (_("Any day"));
  else if (self->parameter->type == CLINIC_PARAMETER_NUMBER)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_check (ClinicReportField *self)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (self->parameter->label);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->parameter->label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static GtkWidget *
make_choice (ClinicReportField *self)
{
  GtkWidget *chooser = gtk_drop_down_new_from_strings ((const char * const *)
                                                       self->parameter->labels);

  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return chooser;
}

static GtkWidget *
make_search (ClinicReportField *self)
{
  GtkWidget *search = clinic_patient_search_new ();

  clinic_patient_search_set_desk (CLINIC_PATIENT_SEARCH (search), self->desk);
  g_signal_connect_object (search, "notify::patient", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return search;
}

static GtkWidget *
make_links (ClinicReportField *self)
{
  GtkWidget *chooser = gtk_drop_down_new (NULL, NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (GTK_DROP_DOWN (chooser), expression);
  gtk_expression_unref (expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), TRUE);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return chooser;
}

static GtkWidget *
make_control (ClinicReportField *self)
{
  switch (self->parameter->type)
    {
    case CLINIC_PARAMETER_FLAG:
      return make_check (self);

    case CLINIC_PARAMETER_CHOICE:
      return make_choice (self);

    case CLINIC_PARAMETER_PATIENT:
      return make_search (self);

    case CLINIC_PARAMETER_METRIC:
    case CLINIC_PARAMETER_COCKTAIL:
    case CLINIC_PARAMETER_DIAGNOSIS:
    case CLINIC_PARAMETER_PROTOCOL:
      return make_links (self);

    case CLINIC_PARAMETER_TEXT:
    case CLINIC_PARAMETER_DATE:
    case CLINIC_PARAMETER_NUMBER:
    default:
      return make_entry (self);
    }
}

static void
append_label (ClinicReportField *self,
              const char        *text,
              const char        *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
}

/* What the description says of typing is for the console; here only what is not seen. */
static gboolean
has_help (const ClinicParameter *parameter)
{
  return parameter->help != NULL &&
         (parameter->type == CLINIC_PARAMETER_TEXT || parameter->type == CLINIC_PARAMETER_NUMBER ||
          parameter->type == CLINIC_PARAMETER_FLAG || parameter->type == CLINIC_PARAMETER_CHOICE);
}

static void
clinic_report_field_dispose (GObject *object)
{
  g_clear_object (&CLINIC_REPORT_FIELD (object)->desk);
  G_OBJECT_CLASS (clinic_report_field_parent_class)->dispose (object);
}

static void
clinic_report_field_finalize (GObject *object)
{
  g_array_unref (CLINIC_REPORT_FIELD (object)->ids);
  g_free (CLINIC_REPORT_FIELD (object)->first);
  G_OBJECT_CLASS (clinic_report_field_parent_class)->finalize (object);
}

static void
clinic_report_field_class_init (ClinicReportFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_report_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_report_field_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_report_field_init (ClinicReportField *self)
{
  self->ids = g_array_new (FALSE, TRUE, sizeof (gint64));
}

GtkWidget *
clinic_report_field_new (const ClinicParameter *parameter,
                         ClinicDesk            *desk)
{
  ClinicReportField *self = g_object_new (CLINIC_TYPE_REPORT_FIELD, "orientation",
                                          GTK_ORIENTATION_VERTICAL, "spacing", 3, NULL);

  self->parameter = parameter;
  self->desk = g_object_ref (desk);
  self->control = make_control (self);

  if (parameter->type != CLINIC_PARAMETER_FLAG)
    {
      append_label (self, parameter->label, "caption-heading");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->control),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, parameter->label, -1);
    }

  gtk_widget_set_name (self->control, parameter->name);
  gtk_box_append (GTK_BOX (self), self->control);
  self->mark = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->mark), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->mark), 0);
  gtk_widget_add_css_class (self->mark, "caption");
  gtk_widget_add_css_class (self->mark, "error");
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_box_append (GTK_BOX (self), self->mark);

  if (has_help (parameter))
    {
      append_label (self, parameter->help, "caption");
      gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (self)), "dim-label");
    }

  clinic_report_field_set_value (self, parameter->fallback);
  self->first = clinic_report_field_dup_value (self);

  return GTK_WIDGET (self);
}

const ClinicParameter *
clinic_report_field_get_parameter (ClinicReportField *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_FIELD (self), NULL);

  return self->parameter;
}

GType
clinic_report_field_get_links (ClinicReportField *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_FIELD (self), G_TYPE_INVALID);

  switch ((int) self->parameter->type)
    {
    case CLINIC_PARAMETER_METRIC:
      return CLINIC_TYPE_METRIC;

    case CLINIC_PARAMETER_COCKTAIL:
      return CLINIC_TYPE_COCKTAIL;

    case CLINIC_PARAMETER_DIAGNOSIS:
      return CLINIC_TYPE_DIAGNOSIS_KIND;

    case CLINIC_PARAMETER_PROTOCOL:
      return CLINIC_TYPE_PROTOCOL;

    default:
      return G_TYPE_INVALID;
    }
}

static void
select_wanted (ClinicReportField *self)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) == self->wanted)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), i);
    }
}

void
clinic_report_field_set_options (ClinicReportField *self,
                                 GPtrArray         *records)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 id = 0;

  g_return_if_fail (CLINIC_IS_REPORT_FIELD (self));

  g_array_set_size (self->ids, 0);
  gtk_string_list_append (names, self->parameter->required ? _("Choose one") : _("All"));
  g_array_append_val (self->ids, id);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *name = NULL;

      g_object_get (records->pdata[i], "name", &name, NULL);
      gtk_string_list_append (names, name != NULL ? name : "");
      id = clinic_record_get_id (records->pdata[i]);
      g_array_append_val (self->ids, id);
    }

  g_signal_handlers_block_by_func (self->control, changed_cb, self);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->control), G_LIST_MODEL (names));
  select_wanted (self);
  g_signal_handlers_unblock_by_func (self->control, changed_cb, self);
}

void
clinic_report_field_set_patient (ClinicReportField *self,
                                 gpointer           patient)
{
  g_return_if_fail (CLINIC_IS_REPORT_FIELD (self));
  g_return_if_fail (self->parameter->type == CLINIC_PARAMETER_PATIENT);

  clinic_patient_search_set_patient (CLINIC_PATIENT_SEARCH (self->control), patient);
}

static char *
dup_id (gint64 id)
{
  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static char *
dup_typed (ClinicReportField *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->control));
  gint64 thousandths;

  if (clinic_text_is_empty (text))
    return NULL;

  if (self->parameter->type == CLINIC_PARAMETER_DATE)
    return clinic_locale_parse_date (text, clinic_desk_get_today (self->desk), FALSE);

  if (self->parameter->type != CLINIC_PARAMETER_NUMBER)
    return g_strdup (text);

  return clinic_locale_parse_decimal (text, &thousandths)
         ? clinic_decimal_format (thousandths, '.') : NULL;
}

char *
clinic_report_field_dup_value (ClinicReportField *self)
{
  guint selected;

  g_return_val_if_fail (CLINIC_IS_REPORT_FIELD (self), NULL);

  switch (self->parameter->type)
    {
    case CLINIC_PARAMETER_FLAG:
      return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->control)) ? "yes"
                                                                                      : "no");

    case CLINIC_PARAMETER_CHOICE:
      selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

      return selected != GTK_INVALID_LIST_POSITION ? g_strdup (self->parameter->choices[selected])
                                                   : NULL;

    case CLINIC_PARAMETER_PATIENT:
      {
        ClinicPatient *patient =
          clinic_patient_search_get_patient (CLINIC_PATIENT_SEARCH (self->control));

        return dup_id (patient != NULL ? clinic_record_get_id (CLINIC_RECORD (patient)) : 0);
      }

    case CLINIC_PARAMETER_METRIC:
    case CLINIC_PARAMETER_COCKTAIL:
    case CLINIC_PARAMETER_DIAGNOSIS:
    case CLINIC_PARAMETER_PROTOCOL:
      selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

      return selected < self->ids->len ? dup_id (g_array_index (self->ids, gint64, selected))
                                       : NULL;

    case CLINIC_PARAMETER_TEXT:
    case CLINIC_PARAMETER_DATE:
    case CLINIC_PARAMETER_NUMBER:
    default:
      return dup_typed (self);
    }
}

static void
choose_value (ClinicReportField *self,
              const char        *value)
{
  for (guint i = 0; self->parameter->choices[i] != NULL; i++)
    {
      if (g_strcmp0 (self->parameter->choices[i], value) == 0)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), i);
    }
}

static void
type_value (ClinicReportField *self,
            const char        *value)
{
  g_autofree char *text = NULL;

  if (self->parameter->type == CLINIC_PARAMETER_DATE)
    text = clinic_locale_date_entry (value);
  else if (self->parameter->type == CLINIC_PARAMETER_NUMBER)
    text = write_number (value);

  gtk_editable_set_text (GTK_EDITABLE (self->control), text != NULL ? text : value);
}

void
clinic_report_field_set_value (ClinicReportField *self,
                               const char        *value)
{
  g_return_if_fail (CLINIC_IS_REPORT_FIELD (self));

  switch (self->parameter->type)
    {
    case CLINIC_PARAMETER_FLAG:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->control),
                                   g_strcmp0 (value, "yes") == 0);
      break;

    case CLINIC_PARAMETER_CHOICE:
      choose_value (self, value);
      break;

    case CLINIC_PARAMETER_PATIENT:
      break;

    case CLINIC_PARAMETER_METRIC:
    case CLINIC_PARAMETER_COCKTAIL:
    case CLINIC_PARAMETER_DIAGNOSIS:
    case CLINIC_PARAMETER_PROTOCOL:
      self->wanted = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
      select_wanted (self);
      break;

    case CLINIC_PARAMETER_TEXT:
    case CLINIC_PARAMETER_DATE:
    case CLINIC_PARAMETER_NUMBER:
    default:
      type_value (self, value != NULL ? value : "");
    }
}

void
clinic_report_field_take_back (ClinicReportField *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_FIELD (self));

  clinic_report_field_set_value (self, self->first);
}

gboolean
clinic_report_field_is_answered (ClinicReportField *self)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (CLINIC_IS_REPORT_FIELD (self), FALSE);

  value = clinic_report_field_dup_value (self);

  return g_strcmp0 (value, self->first) != 0;
}

static char *
check_number (ClinicReportField *self,
              const char        *value)
{
  double number = g_ascii_strtod (value, NULL);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (number >= self->parameter->low && number <= self->parameter->high)
    return NULL;

  if (isfinite (self->parameter->low))
    low = clinic_locale_decimal ((gint64) (self->parameter->low * 1000));

  if (isfinite (self->parameter->high))
    high = clinic_locale_decimal ((gint64) (self->parameter->high * 1000));

  if (low == NULL)
    return g_strdup_printf (_("At most %s"), high);

  if (high == NULL)
    return g_strdup_printf (_("At least %s"), low);

  return g_strdup_printf (_("From %s to %s"), low, high);
}

char *
clinic_report_field_dup_problem (ClinicReportField *self)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (CLINIC_IS_REPORT_FIELD (self), NULL);

  if (!GTK_IS_ENTRY (self->control) ||
      clinic_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->control))))
    return NULL;

  value = dup_typed (self);

  if (value == NULL)
    {
      g_autofree char *example = clinic_locale_date_entry (clinic_desk_get_today (self->desk));

      return self->parameter->type == CLINIC_PARAMETER_DATE
             ? g_strdup_printf (_("Not a date, such as %s"), example)
             : g_strdup (_("Not a number"));
    }

  return self->parameter->type == CLINIC_PARAMETER_NUMBER ? check_number (self, value) : NULL;
}

static void
choose (GtkDropDown *chooser,
        const char  *text)
{
  GListModel *model = gtk_drop_down_get_model (chooser);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (gtk_string_object_get_string (item), text) == 0)
        gtk_drop_down_set_selected (chooser, i);
    }
}

void
clinic_report_field_answer (ClinicReportField *self,
                            const char        *text)
{
  g_return_if_fail (CLINIC_IS_REPORT_FIELD (self));

  if (GTK_IS_ENTRY (self->control))
    gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  else if (GTK_IS_CHECK_BUTTON (self->control))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->control), g_strcmp0 (text, "yes") == 0);
  else if (GTK_IS_DROP_DOWN (self->control))
    choose (GTK_DROP_DOWN (self->control), text);
}

void
clinic_report_field_start (ClinicReportField *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_FIELD (self));

  gtk_widget_child_focus (self->control, GTK_DIR_TAB_FORWARD);
}

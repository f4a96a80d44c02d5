/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-form-field.h"
#include "clinic-hours-row.h"
#include "clinic-locale.h"

/* Text of a control that holds text. */
static char *
dup_text (GtkWidget *child)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  if (GTK_IS_EDITABLE (child))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (child))));

  if (CLINIC_IS_HOURS_ROW (child))
    {
      const char *text = clinic_hours_row_get_text (CLINIC_HOURS_ROW (child));

      return g_strdup (text != NULL ? text : "");
    }

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (child));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (GtkWidget  *child,
          const char *text)
{
  g_autofree char *now = dup_text (child);

  if (strcmp (now, text) == 0)
    return;

  if (GTK_IS_EDITABLE (child))
    gtk_editable_set_text (GTK_EDITABLE (child), text);
  else if (CLINIC_IS_HOURS_ROW (child))
    clinic_hours_row_set_text (CLINIC_HOURS_ROW (child), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (child)), text, -1);
}

static guint
get_selected (GtkWidget *child)
{
  return ADW_IS_COMBO_ROW (child) ? adw_combo_row_get_selected (ADW_COMBO_ROW (child))
                                  : gtk_drop_down_get_selected (GTK_DROP_DOWN (child));
}

static void
set_selected (GtkWidget *child,
              guint      position)
{
  if (ADW_IS_COMBO_ROW (child))
    adw_combo_row_set_selected (ADW_COMBO_ROW (child), position);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (child), position);
}

static void
set_labels (GtkWidget     *child,
            GtkStringList *labels)
{
  if (ADW_IS_COMBO_ROW (child))
    adw_combo_row_set_model (ADW_COMBO_ROW (child), G_LIST_MODEL (labels));
  else
    gtk_drop_down_set_model (GTK_DROP_DOWN (child), G_LIST_MODEL (labels));
}

static gboolean
is_chooser (GtkWidget *child)
{
  return ADW_IS_COMBO_ROW (child) || GTK_IS_DROP_DOWN (child);
}

static gboolean
is_toggle (GtkWidget *child)
{
  return GTK_IS_SWITCH (child) || GTK_IS_CHECK_BUTTON (child);
}

static void
offer_choices (ClinicFormField *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  const ClinicChoice *choice = self->field->choices;

  self->values = g_ptr_array_new ();

  if (!self->field->required)
    {
      /* Translators: the first row of a list to choose from: nothing chosen */
      gtk_string_list_append (labels, C_("choice", "Not said"));
      g_ptr_array_add (self->values, NULL);
    }

  for (; choice->value != NULL; choice++)
    {
      gtk_string_list_append (labels, _(choice->label));
      g_ptr_array_add (self->values, (gpointer) choice->value);
    }

  set_labels (self->child, labels);
}

static void
name_child (ClinicFormField *self)
{
  const char *label = _(self->field->label);

  if (ADW_IS_PREFERENCES_ROW (self->child))
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->child));

      if (title == NULL || *title == '\0')
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->child), label);
    }
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->child),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* In a window from right to left the groups of a number would change places; it stands where other texts do. */
static void
keep_order (GtkWidget *child)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (child));

  if (gtk_widget_get_direction (child) != GTK_TEXT_DIR_RTL)
    return;

  gtk_widget_set_direction (GTK_WIDGET (text != NULL ? text : GTK_EDITABLE (child)), GTK_TEXT_DIR_LTR);
  gtk_editable_set_alignment (GTK_EDITABLE (child), 1);
}

ClinicFormField *
clinic_form_field_new (const ClinicField *field,
                       GtkWidget         *child)
{
  ClinicFormField *self = g_new0 (ClinicFormField, 1);

  self->field = field;
  self->child = child;
  name_child (self);

  if (field->format == CLINIC_CHOICE && is_chooser (child))
    offer_choices (self);

  if (field->ltr && GTK_IS_EDITABLE (child))
    keep_order (child);

  return self;
}

void
clinic_form_field_free (ClinicFormField *self)
{
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->problem);
  g_free (self);
}

static char *
format_value (const ClinicField *field,
              ClinicRecord      *record)
{
  switch (field->format)
    {
    case CLINIC_DATE:
      return clinic_locale_date_entry (clinic_record_get_text (record, field));

    case CLINIC_WALL:
      {
        const char *wall = clinic_record_get_text (record, field);
        g_autofree char *date = wall != NULL ? clinic_wall_dup_date (wall) : NULL;
        g_autofree char *day = clinic_locale_date_entry (date);
        g_autofree char *time = clinic_locale_time (wall);

        return wall != NULL ? g_strdup_printf ("%s %s", day, time) : g_strdup ("");
      }

    case CLINIC_DECIMAL:
      return clinic_locale_decimal (clinic_record_get_number (record, field));

    case CLINIC_PLAIN:
    case CLINIC_LINK:
    case CLINIC_CHOICE:
    default:
      {
        char *value = clinic_record_dup_value (record, field);

        return value != NULL ? value : g_strdup ("");
      }
    }
}

static guint
find_position (ClinicFormField *self,
               ClinicRecord    *record)
{
  if (self->ids != NULL)
    {
      gint64 id = clinic_record_get_number (record, self->field);

      for (guint i = 0; i < self->ids->len; i++)
        {
          if (g_array_index (self->ids, gint64, i) == id)
            return i;
        }
    }
  else if (self->values != NULL)
    {
      const char *value = clinic_record_get_text (record, self->field);

      for (guint i = 0; i < self->values->len; i++)
        {
          if (g_strcmp0 (self->values->pdata[i], value) == 0)
            return i;
        }
    }

  return GTK_INVALID_LIST_POSITION;
}

void
clinic_form_field_show (ClinicFormField *self,
                        ClinicRecord    *record)
{
  g_clear_pointer (&self->problem, g_free);
  clinic_form_field_mark (self, NULL);

  if (is_toggle (self->child))
    g_object_set (self->child, "active", clinic_record_get_number (record, self->field) != 0,
                  NULL);
  else if (is_chooser (self->child))
    set_selected (self->child, find_position (self, record));
  else
    {
      g_autofree char *text = format_value (self->field, record);

      set_text (self->child, text);
    }
}

static void
complain (ClinicFormField *self,
          const char      *words)
{
  g_free (self->problem);
  /* Translators: the label of a field, then what is wrong with what was typed there */
  self->problem = g_strdup_printf (_("%s: %s"), _(self->field->label), words);
}

static char *
parse_date (ClinicFormField *self,
            const char      *text,
            const char      *today)
{
  gboolean near = strstr (self->field->name, "birth") == NULL;

  return clinic_locale_parse_date (text, today, near);
}

static void
read_date (ClinicFormField *self,
           ClinicRecord    *record,
           const char      *text,
           const char      *today)
{
  g_autofree char *date = parse_date (self, text, today);
  g_autofree char *example = clinic_locale_date_entry ("1984-12-31");
  g_autofree char *words = NULL;

  if (date != NULL)
    {
      clinic_record_set_text (record, self->field, date);
      return;
    }

  /* Translators: %s is a date as it is typed here, such as 31.12.1984 */
  words = g_strdup_printf (_("This is no date. Write it like %s."), example);
  complain (self, words);
}

static void
read_wall (ClinicFormField *self,
           ClinicRecord    *record,
           const char      *text,
           const char      *today)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *day = space != NULL ? g_strndup (text, space - text) : NULL;
  g_autofree char *date = day != NULL ? parse_date (self, day, today) : NULL;
  g_autofree char *time = space != NULL ? clinic_locale_parse_time (space + 1) : NULL;
  g_autofree char *wall = NULL;

  if (date == NULL || time == NULL)
    {
      complain (self, _("Write a date and a time, like 23.11.2026 09:30."));
      return;
    }

  wall = g_strdup_printf ("%sT%s", date, time);
  clinic_record_set_text (record, self->field, wall);
}

static void
read_number (ClinicFormField *self,
             ClinicRecord    *record,
             const char      *text)
{
  gint64 thousandths;
  gboolean decimal = self->field->format == CLINIC_DECIMAL;

  if (!clinic_locale_parse_decimal (text, &thousandths) || (!decimal && thousandths % 1000 != 0))
    complain (self, decimal ? _("This is no number.") : _("This is no whole number."));
  else
    clinic_record_set_number (record, self->field, decimal ? thousandths : thousandths / 1000);
}

static void
read_text (ClinicFormField *self,
           ClinicRecord    *record,
           const char      *today)
{
  g_autofree char *text = dup_text (self->child);

  if (*text == '\0' && self->field->storage == CLINIC_NUMBER)
    clinic_record_set_number (record, self->field, CLINIC_UNKNOWN);
  else if (*text == '\0' || self->field->format == CLINIC_PLAIN ||
           self->field->format == CLINIC_CHOICE)
    {
      if (self->field->storage == CLINIC_NUMBER)
        read_number (self, record, text);
      else
        clinic_record_set_text (record, self->field, text);
    }
  else if (self->field->format == CLINIC_DATE)
    read_date (self, record, text, today);
  else if (self->field->format == CLINIC_WALL)
    read_wall (self, record, text, today);
  else
    read_number (self, record, text);
}

static void
read_choice (ClinicFormField *self,
             ClinicRecord    *record)
{
  guint position = get_selected (self->child);

  if (self->ids != NULL)
    clinic_record_set_number (record, self->field,
                              position < self->ids->len
                              ? g_array_index (self->ids, gint64, position) : CLINIC_UNKNOWN);
  else if (self->values != NULL)
    clinic_record_set_text (record, self->field,
                            position < self->values->len ? self->values->pdata[position] : NULL);
}

void
clinic_form_field_read (ClinicFormField *self,
                        ClinicRecord    *record,
                        const char      *today)
{
  g_clear_pointer (&self->problem, g_free);

  if (is_toggle (self->child))
    {
      gboolean active;

      g_object_get (self->child, "active", &active, NULL);
      clinic_record_set_number (record, self->field, active);
    }
  else if (is_chooser (self->child))
    read_choice (self, record);
  else
    read_text (self, record, today);
}

static GtkWidget *
make_mark (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "clinic-field-problem");

  return row;
}

/* Only in a list of rows is there room below. */
static void
show_below (ClinicFormField *self,
            const char      *problem)
{
  GtkWidget *list = gtk_widget_get_parent (self->child);
  GtkWidget *label;

  if (!GTK_IS_LIST_BOX_ROW (self->child) || !GTK_IS_LIST_BOX (list))
    return;

  if (self->mark == NULL)
    {
      int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->child));

      self->mark = make_mark ();
      gtk_list_box_insert (GTK_LIST_BOX (list), self->mark, index + 1);
    }

  label = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self->mark));
  gtk_label_set_text (GTK_LABEL (label), problem);
}

void
clinic_form_field_mark (ClinicFormField *self,
                        const char      *problem)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->child);

  if (problem == NULL)
    {
      gtk_widget_remove_css_class (self->child, "error");
      gtk_widget_set_tooltip_text (self->child, NULL);
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);

      if (self->mark != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (self->mark)), self->mark);

      self->mark = NULL;
      return;
    }

  gtk_widget_add_css_class (self->child, "error");
  gtk_widget_set_tooltip_text (self->child, problem);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  show_below (self, problem);
}

void
clinic_form_field_set_options (ClinicFormField *self,
                               GListModel      *options,
                               const char      *property,
                               const char      *none)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  gint64 unknown = CLINIC_UNKNOWN;

  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (none != NULL)
    {
      gtk_string_list_append (labels, none);
      g_array_append_val (self->ids, unknown);
    }

  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr(ClinicRecord) record = g_list_model_get_item (options, i);
      g_autofree char *name = NULL;
      gint64 id = clinic_record_get_id (record);

      g_object_get (record, property, &name, NULL);
      gtk_string_list_append (labels, name != NULL ? name : "");
      g_array_append_val (self->ids, id);
    }

  set_labels (self->child, labels);
}

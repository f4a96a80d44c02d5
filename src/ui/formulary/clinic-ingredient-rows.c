/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-allergen-group.h"
#include "clinic-choices.h"
#include "clinic-condition-kind.h"
#include "clinic-contraindication.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-ingredient-rows.h"

/* The rows that were added, with the record that each stands for. */
typedef struct
{
  GtkWidget    *control;
  ClinicRecord *link;       /* that stood there, or a new one */
} Row;

static void
row_free (gpointer data)
{
  Row *self = data;

  g_object_unref (self->link);
  g_free (self);
}

static GPtrArray *
get_rows (AdwExpanderRow *expander)
{
  return g_object_get_data (G_OBJECT (expander), "clinic-rows");
}

static void
add (AdwExpanderRow *expander,
     GtkWidget      *row,
     GtkWidget      *control,
     ClinicRecord   *link)
{
  GPtrArray *rows = get_rows (expander);
  Row *self = g_new0 (Row, 1);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func (row_free);
      g_object_set_data_full (G_OBJECT (expander), "clinic-rows", rows, (GDestroyNotify) g_ptr_array_unref);
    }

  self->control = control;
  self->link = link;
  g_ptr_array_add (rows, self);
  adw_expander_row_add_row (expander, row);
}

static void
count (AdwExpanderRow *expander,
       guint           number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup (_("None"));

  adw_expander_row_set_subtitle (expander, text);
}

void
clinic_ingredient_rows_show_groups (AdwExpanderRow *expander,
                                    GPtrArray      *groups,
                                    GPtrArray      *links)
{
  for (guint i = 0; i < groups->len; i++)
    {
      ClinicAllergenGroup *group = groups->pdata[i];
      gint64 id = clinic_record_get_id (CLINIC_RECORD (group));
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", group->name, "use-markup", FALSE, NULL);
      GtkWidget *check = gtk_check_button_new ();
      ClinicRecord *link = NULL;

      for (guint j = 0; j < links->len; j++)
        {
          if (CLINIC_INGREDIENT_ALLERGEN (links->pdata[j])->allergen_group_id == id)
            link = g_object_ref (links->pdata[j]);
        }

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), link != NULL);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, group->name, -1);
      add (expander, row, check, link != NULL ? link : g_object_new (CLINIC_TYPE_INGREDIENT_ALLERGEN,
                                                                     "allergen-group-id", id, NULL));
    }

  count (expander, links->len);
}

GPtrArray *
clinic_ingredient_rows_read_groups (AdwExpanderRow *expander)
{
  GPtrArray *rows = get_rows (expander);
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row->control)))
        g_ptr_array_add (links, clinic_record_copy (row->link));
    }

  return links;
}

static GtkStringList *
list_severities (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Nothing known"));

  for (const ClinicChoice *choice = clinic_bearings; choice->value != NULL; choice++)
    gtk_string_list_append (list, _(choice->label));

  return list;
}

static guint
find_severity (const char *severity)
{
  for (guint i = 0; clinic_bearings[i].value != NULL; i++)
    {
      if (g_strcmp0 (clinic_bearings[i].value, severity) == 0)
        return i + 1;
    }

  return 0;
}

void
clinic_ingredient_rows_show_kinds (AdwExpanderRow *expander,
                                   GPtrArray      *kinds,
                                   GPtrArray      *contraindications)
{
  g_autoptr(GtkStringList) severities = list_severities ();

  for (guint i = 0; i < kinds->len; i++)
    {
      ClinicConditionKind *kind = kinds->pdata[i];
      gint64 id = clinic_record_get_id (CLINIC_RECORD (kind));
      GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", kind->name, "use-markup", FALSE,
                                     "model", severities, NULL);
      ClinicRecord *link = NULL;

      for (guint j = 0; j < contraindications->len; j++)
        {
          if (CLINIC_CONTRAINDICATION (contraindications->pdata[j])->condition_kind_id == id)
            link = g_object_ref (contraindications->pdata[j]);
        }

      adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                                  link != NULL ? find_severity (CLINIC_CONTRAINDICATION (link)->severity) : 0);
      add (expander, row, row, link != NULL ? link : g_object_new (CLINIC_TYPE_CONTRAINDICATION,
                                                                   "condition-kind-id", id, NULL));
    }

  count (expander, contraindications->len);
}

GPtrArray *
clinic_ingredient_rows_read_kinds (AdwExpanderRow *expander)
{
  GPtrArray *rows = get_rows (expander);
  GPtrArray *contraindications = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      Row *row = rows->pdata[i];
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row->control));
      ClinicRecord *record;

      if (selected == 0)
        continue;

      record = clinic_record_copy (row->link);
      g_object_set (record, "severity", clinic_bearings[selected - 1].value, NULL);
      g_ptr_array_add (contraindications, record);
    }

  return contraindications;
}

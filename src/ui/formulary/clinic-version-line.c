/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-version-line.h"

G_DEFINE_FINAL_TYPE (ClinicVersionLine, clinic_version_line, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicVersionLine, ingredient, N_("Ingredient")),
  CLINIC_FIELD (ClinicVersionLine, before,     N_("Before")),
  CLINIC_FIELD (ClinicVersionLine, after,      N_("After")),
  CLINIC_FIELD (ClinicVersionLine, change,     N_("Change")),
};
/* *INDENT-ON* */

static void
clinic_version_line_class_init (ClinicVersionLineClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "version_line", N_("Comparison"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_version_line_init (ClinicVersionLine *self)
{
}

/* "0.5 % · 2 ml", "150 units/ml · 1 ml", "2 ml". */
static char *
dup_content (ClinicCompositionLine *line)
{
  g_autofree char *strength = clinic_locale_decimal (line->strength);
  g_autofree char *volume = clinic_locale_decimal (line->volume);
  g_autofree char *content = NULL;

  if (line->strength == CLINIC_UNKNOWN)
    return g_strdup_printf (_("%s ml"), volume);

  if (g_strcmp0 (line->strength_unit, "unit_ml") == 0)
    return g_strdup_printf (_("%s units/ml · %s ml"), strength, volume);

  content = g_strdup_printf (_("%s %% · %s ml"), strength, volume);

  return clinic_direction_figures (content);
}

static ClinicVersionLine *
find_line (GPtrArray  *found,
           const char *ingredient)
{
  ClinicVersionLine *line;

  for (guint i = 0; i < found->len; i++)
    {
      if (g_str_equal (CLINIC_VERSION_LINE (found->pdata[i])->ingredient, ingredient))
        return found->pdata[i];
    }

  line = g_object_new (CLINIC_TYPE_VERSION_LINE, "ingredient", ingredient, NULL);
  g_ptr_array_add (found, line);

  return line;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const ClinicVersionLine *first = *(ClinicVersionLine *const *) a;
  const ClinicVersionLine *second = *(ClinicVersionLine *const *) b;
  int order = g_str_equal (first->change, "same") - g_str_equal (second->change, "same");

  return order != 0 ? order : g_utf8_collate (first->ingredient, second->ingredient);
}

static const char *
judge (ClinicVersionLine *line)
{
  if (line->before == NULL)
    return "added";

  if (line->after == NULL)
    return "removed";

  return g_str_equal (line->before, line->after) ? "same" : "changed";
}

GPtrArray *
clinic_version_line_compare (GListModel *lines,
                             gint64      before,
                             gint64      after)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (lines), found);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(ClinicCompositionLine) line = g_list_model_get_item (lines, i);
      g_autofree char *content = dup_content (line);

      if (line->version_id == before)
        g_object_set (find_line (found, line->ingredient), "before", content, NULL);

      if (line->version_id == after)
        g_object_set (find_line (found, line->ingredient), "after", content, NULL);
    }

  for (guint i = 0; i < found->len; i++)
    g_object_set (found->pdata[i], "change", judge (found->pdata[i]), NULL);

  g_ptr_array_sort (found, compare_lines);

  return found;
}

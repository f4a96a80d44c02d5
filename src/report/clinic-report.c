/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clinic-error.h"
#include "clinic-report-private.h"
#include "clinic-resource.h"

typedef struct
{
  const char         *name;
  const ClinicChoice *choices;
} Words;

static const Words words[] = {
  { "zones", clinic_zones },
  { "techniques", clinic_techniques },
  { "session-statuses", clinic_session_statuses },
  { "course-statuses", clinic_course_statuses },
  { "causalities", clinic_causalities },
  { "directions", clinic_directions },
  { "sexes", clinic_sexes },
  { "decisions", clinic_decisions },
  { "severities", clinic_bearings },
};

static const char * const cell_kinds[] = {
  [CLINIC_CELL_BLANK] = "blank", [CLINIC_CELL_UNDEFINED] = "undefined", [CLINIC_CELL_TEXT] = "text",
  [CLINIC_CELL_INTEGER] = "integer", [CLINIC_CELL_NUMBER] = "number", [CLINIC_CELL_PERCENT] =
    "percent",
  [CLINIC_CELL_DATE] = "date", [CLINIC_CELL_WALL] = "wall", [CLINIC_CELL_FLAG] = "flag",
};

static const char * const parameter_types[] = {
  [CLINIC_PARAMETER_TEXT] = "text", [CLINIC_PARAMETER_DATE] = "date", [CLINIC_PARAMETER_NUMBER] =
    "number",
  [CLINIC_PARAMETER_FLAG] = "flag", [CLINIC_PARAMETER_CHOICE] =
    "choice", [CLINIC_PARAMETER_PATIENT] = "patient",
  [CLINIC_PARAMETER_METRIC] = "metric", [CLINIC_PARAMETER_COCKTAIL] = "cocktail",
  [CLINIC_PARAMETER_DIAGNOSIS] = "diagnosis", [CLINIC_PARAMETER_PROTOCOL] = "protocol",
};

static const char * const plot_kinds[] = {
  [CLINIC_PLOT_LINE] = "line", [CLINIC_PLOT_COLUMN] = "column", [CLINIC_PLOT_INTERVAL] = "interval",
};

static void
free_parameter (gpointer data)
{
  ClinicParameter *parameter = data;

  g_free (parameter->name);
  g_free (parameter->label);
  g_free (parameter->help);
  g_free (parameter->fallback);
  g_strfreev (parameter->choices);
  g_strfreev (parameter->labels);
  g_free (parameter);
}

static void
clear_column (gpointer data)
{
  ClinicColumn *column = &((ClinicReportColumn *) data)->column;

  g_free (((ClinicReportColumn *) data)->help);
  g_free (column->name);
  g_free (column->title);
  g_free (column->unit);
}

static void
free_sheet (gpointer data)
{
  ClinicReportSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->title);
  g_free (sheet->query);
  g_strfreev (sheet->arguments);
  g_strfreev (sheet->notes);
  g_array_unref (sheet->columns);
  g_ptr_array_unref (sheet->plots);
  g_free (sheet);
}

void
clinic_report_free (ClinicReport *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->right);
  g_ptr_array_unref (self->parameters);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->method);
  g_free (self);
}

/* The texts of descriptions are translated as those of the program are. */
static char *
get_words (GKeyFile   *file,
           const char *group,
           const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  return text != NULL && text[0] != '\0' ? g_strdup (g_dgettext (GETTEXT_PACKAGE, text)) : NULL;
}

/* -1 with @error unless the key holds one of @names. */
static int
get_choice (GKeyFile            *file,
            const char          *group,
            const char          *key,
            const char * const  *names,
            guint                n,
            GError             **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (text, names[i]) == 0)
        return i;
    }

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Report description, [%s]: “%s” cannot be “%s”."),
               group, key, text != NULL ? text : "");

  return -1;
}

static gboolean
miss (const char  *group,
      const char  *what,
      GError     **error)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Report description, [%s]: “%s” is missing or unknown."),
               group, what);

  return FALSE;
}

/* How the words that can be chosen read; a word that has no label stands for itself. */
static gboolean
read_choices (ClinicParameter  *parameter,
              GKeyFile         *file,
              const char       *group,
              GError          **error)
{
  g_auto(GStrv) labels = g_key_file_get_string_list (file, group, "labels", NULL, NULL);
  g_autoptr(GStrvBuilder) shown = g_strv_builder_new ();

  parameter->choices = g_key_file_get_string_list (file, group, "choices", NULL, NULL);

  if (parameter->type == CLINIC_PARAMETER_CHOICE && parameter->choices == NULL)
    return miss (group, "choices", error);

  if (labels != NULL && (parameter->choices == NULL ||
                         g_strv_length (labels) != g_strv_length (parameter->choices)))
    return miss (group, "labels", error);

  for (guint i = 0; parameter->choices != NULL && parameter->choices[i] != NULL; i++)
    g_strv_builder_add (shown, labels != NULL ? g_dgettext (GETTEXT_PACKAGE, labels[i])
                                              : parameter->choices[i]);

  parameter->labels = g_strv_builder_end (shown);

  return TRUE;
}

static gboolean
read_parameter (ClinicReport  *self,
                GKeyFile      *file,
                const char    *name,
                GError       **error)
{
  g_autofree char *group = g_strdup_printf ("parameter %s", name);
  ClinicParameter *parameter;
  int type = get_choice (file, group, "type", parameter_types, G_N_ELEMENTS (parameter_types),
                         error);

  if (type < 0)
    return FALSE;

  parameter = g_new0 (ClinicParameter, 1);
  g_ptr_array_add (self->parameters, parameter);
  parameter->name = g_strdup (name);
  parameter->type = type;
  parameter->label = get_words (file, group, "label");
  parameter->help = get_words (file, group, "help");
  parameter->required = g_key_file_get_boolean (file, group, "required", NULL);
  parameter->fallback = g_key_file_get_string (file, group, "default", NULL);
  parameter->low = g_key_file_has_key (file, group, "low", NULL)
                   ? g_key_file_get_double (file, group, "low", NULL) : -INFINITY;
  parameter->high = g_key_file_has_key (file, group, "high", NULL)
                    ? g_key_file_get_double (file, group, "high", NULL) : INFINITY;

  if (parameter->label == NULL)
    return miss (group, "label", error);

  return read_choices (parameter, file, group, error);
}

static gboolean
find_words (GKeyFile             *file,
            const char           *group,
            const ClinicChoice  **choices,
            GError              **error)
{
  g_autofree char *name = g_key_file_get_string (file, group, "words", NULL);

  *choices = NULL;

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (words[i].name, name) == 0)
        *choices = words[i].choices;
    }

  return name == NULL || *choices != NULL || miss (group, "words", error);
}

static gboolean
read_column (ClinicReportSheet  *sheet,
             GKeyFile           *file,
             const char         *name,
             GError            **error)
{
  g_autofree char *group = g_strdup_printf ("%s.%s", sheet->name, name);
  int kind = get_choice (file, group, "type", cell_kinds, G_N_ELEMENTS (cell_kinds), error);
  ClinicReportColumn column = { 0 };

  if (kind < 0 || !find_words (file, group, &column.choices, error))
    return FALSE;

  column.column = (ClinicColumn) {
    .name = g_strdup (name), .title = get_words (file, group, "label"), .unit = get_words (file, group, "unit"),
    .kind = kind, .decimals = MAX (g_key_file_get_integer (file, group, "decimals", NULL), 0),
    .width = g_key_file_get_double (file, group, "width", NULL),
  };
  column.help = get_words (file, group, "help");
  g_array_append_val (sheet->columns, column);

  return column.column.title != NULL || miss (group, "label", error);
}

static gboolean
has_column (ClinicReportSheet *sheet,
            const char        *name)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      if (g_strcmp0 (g_array_index (sheet->columns, ClinicReportColumn, i).column.name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_plot (ClinicReportSheet *sheet,
            const ClinicPlot  *plot,
            const char        *group,
            GError           **error)
{
  if (!has_column (sheet, plot->category))
    return miss (group, "category", error);

  if (plot->values == NULL || plot->values[0] == NULL ||
      (plot->kind == CLINIC_PLOT_INTERVAL && g_strv_length (plot->values) != 3))
    return miss (group, "values", error);

  for (char **name = plot->values; *name != NULL; name++)
    {
      if (!has_column (sheet, *name))
        return miss (group, *name, error);
    }

  for (char **name = plot->split; name != NULL && *name != NULL; name++)
    {
      if (!has_column (sheet, *name))
        return miss (group, *name, error);
    }

  return TRUE;
}

static gboolean
read_plot (ClinicReportSheet  *sheet,
           GKeyFile           *file,
           const char         *name,
           GError            **error)
{
  g_autofree char *group = g_strdup_printf ("%s plot %s", sheet->name, name);
  int kind = get_choice (file, group, "kind", plot_kinds, G_N_ELEMENTS (plot_kinds), error);
  ClinicPlot *plot;

  if (kind < 0)
    return FALSE;

  plot = g_new0 (ClinicPlot, 1);
  g_ptr_array_add (sheet->plots, plot);
  plot->kind = kind;
  plot->title = get_words (file, group, "title");
  plot->category = g_key_file_get_string (file, group, "category", NULL);
  plot->values = g_key_file_get_string_list (file, group, "values", NULL, NULL);
  plot->split = g_key_file_get_string_list (file, group, "split", NULL, NULL);
  plot->top = MAX (g_key_file_get_integer (file, group, "top", NULL), 0);

  return check_plot (sheet, plot, group, error);
}

static gboolean
has_parameter (ClinicReport *self,
               const char   *name)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      if (strcmp (((ClinicParameter *) g_ptr_array_index (self->parameters, i))->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_source (ClinicReport       *self,
             ClinicReportSheet  *sheet,
             GKeyFile           *file,
             const char         *group,
             GError            **error)
{
  g_autofree char *query = g_key_file_get_string (file, group, "query", NULL);
  g_autofree char *source = g_key_file_get_string (file, group, "source", NULL);
  g_autofree char *path = g_strdup_printf ("sql/queries/%s.sql", query);

  if (source != NULL && (sheet->source = clinic_report_source_find (source)) == NULL)
    return miss (group, "source", error);

  if ((source == NULL) == (query == NULL) || (query != NULL && !clinic_resource_exists (path)))
    return miss (group, "query", error);

  sheet->query = g_steal_pointer (&query);
  sheet->arguments = g_key_file_get_string_list (file, group, "arguments", NULL, NULL);

  for (char **name = sheet->arguments; name != NULL && *name != NULL; name++)
    {
      if (!has_parameter (self, *name))
        return miss (group, *name, error);
    }

  return TRUE;
}

/* That a query yields every column is seen when it runs; of C it is known here. */
static gboolean
check_fields (ClinicReportSheet  *sheet,
              const char         *group,
              GError            **error)
{
  for (guint i = 0; sheet->source != NULL && i < sheet->columns->len; i++)
    {
      const char *name = g_array_index (sheet->columns, ClinicReportColumn, i).column.name;

      if (!g_strv_contains (sheet->source->fields, name))
        return miss (group, name, error);
    }

  return TRUE;
}

static gboolean
read_sheet (ClinicReport  *self,
            GKeyFile      *file,
            const char    *name,
            GError       **error)
{
  g_autofree char *group = g_strdup_printf ("sheet %s", name);
  g_auto(GStrv) columns = g_key_file_get_string_list (file, group, "columns", NULL, NULL);
  g_auto(GStrv) plots = g_key_file_get_string_list (file, group, "plots", NULL, NULL);
  ClinicReportSheet *sheet = g_new0 (ClinicReportSheet, 1);

  g_ptr_array_add (self->sheets, sheet);
  sheet->name = g_strdup (name);
  sheet->columns = g_array_new (FALSE, FALSE, sizeof (ClinicReportColumn));
  g_array_set_clear_func (sheet->columns, clear_column);
  sheet->plots = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_plot_free);
  sheet->title = get_words (file, group, "title");
  sheet->notes = g_key_file_get_string_list (file, group, "notes", NULL, NULL);

  if (sheet->title == NULL || columns == NULL)
    return miss (group, sheet->title == NULL ? "title" : "columns", error);

  if (!read_source (self, sheet, file, group, error))
    return FALSE;

  for (char **column = columns; *column != NULL; column++)
    {
      if (!read_column (sheet, file, *column, error))
        return FALSE;
    }

  for (char **plot = plots; plot != NULL && *plot != NULL; plot++)
    {
      if (!read_plot (sheet, file, *plot, error))
        return FALSE;
    }

  return check_fields (sheet, group, error);
}

static void
read_method (ClinicReport *self,
             GKeyFile     *file)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, "method", NULL, NULL);

  for (char **key = keys; key != NULL && *key != NULL; key++)
    g_ptr_array_add (self->method, get_words (file, "method", *key));
}

static gboolean
read_description (ClinicReport  *self,
                  GKeyFile      *file,
                  GError       **error)
{
  g_auto(GStrv) parameters = g_key_file_get_string_list (file, "report", "parameters", NULL, NULL);
  g_auto(GStrv) sheets = g_key_file_get_string_list (file, "report", "sheets", NULL, NULL);

  self->title = get_words (file, "report", "title");
  self->summary = get_words (file, "report", "summary");
  self->right = g_key_file_get_string (file, "report", "right", NULL);

  if (self->right == NULL)
    self->right = g_strdup ("report.run");

  if (self->title == NULL || self->summary == NULL || sheets == NULL)
    return miss ("report",
                 self->title == NULL ? "title" : self->summary == NULL
                     ? "summary" : "sheets", error);

  for (char **name = parameters; name != NULL && *name != NULL; name++)
    {
      if (!read_parameter (self, file, *name, error))
        return FALSE;
    }

  for (char **name = sheets; *name != NULL; name++)
    {
      if (!read_sheet (self, file, *name, error))
        return FALSE;
    }

  read_method (self, file);

  return self->method->len > 0 || miss ("method", "1", error);
}

ClinicReport *
clinic_report_parse (const char  *name,
                     const char  *text,
                     GError     **error)
{
  g_autoptr(ClinicReport) self = g_new0 (ClinicReport, 1);
  g_autoptr(GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  self->name = g_strdup (name);
  self->parameters = g_ptr_array_new_with_free_func (free_parameter);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->method = g_ptr_array_new_with_free_func (g_free);

  if (!g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, error) ||
      !read_description (self, file, error))
    return NULL;

  return g_steal_pointer (&self);
}

char **
clinic_report_list (void)
{
  g_auto(GStrv) files = clinic_resource_list ("reports/");
  GPtrArray *names = g_ptr_array_new ();

  for (char **file = files; *file != NULL; file++)
    {
      if (g_str_has_suffix (*file, ".ini"))
        g_ptr_array_add (names, g_strndup (*file, strlen (*file) - strlen (".ini")));
    }

  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}

ClinicReport *
clinic_report_load (const char  *name,
                    GError     **error)
{
  g_auto(GStrv) names = clinic_report_list ();
  g_autofree char *path = g_strdup_printf ("reports/%s.ini", name);
  g_autofree char *text = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_strv_contains ((const char * const *) names, name))
    {
      g_autofree char *all = g_strjoinv (", ", names);

      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("There is no report “%s”. There are: %s."), name, all);
      return NULL;
    }

  text = clinic_resource_dup_text (path);

  return clinic_report_parse (name, text, error);
}

const char *
clinic_report_get_name (ClinicReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
clinic_report_get_title (ClinicReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
clinic_report_get_summary (ClinicReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary;
}

const char *
clinic_report_get_right (ClinicReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->right;
}

GPtrArray *
clinic_report_get_parameters (ClinicReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parameters;
}

ClinicSheet *
clinic_report_make_sheet (const ClinicReportSheet *described)
{
  ClinicSheet *sheet = clinic_sheet_new (described->name, described->title);

  for (guint i = 0; i < described->columns->len; i++)
    clinic_sheet_add_column (sheet,
                             &g_array_index (described->columns, ClinicReportColumn, i).column);

  for (guint i = 0; i < described->plots->len; i++)
    clinic_sheet_add_plot (sheet, g_ptr_array_index (described->plots, i));

  for (char **note = described->notes; note != NULL && *note != NULL; note++)
    clinic_sheet_add_note (sheet, g_dgettext (GETTEXT_PACKAGE, *note));

  return sheet;
}

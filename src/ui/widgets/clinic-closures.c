/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-choices.h"
#include "clinic-clock.h"
#include "clinic-closures.h"
#include "clinic-locale.h"
#include "clinic-record.h"

static char *
format_date (GObject    *object,
             const char *date)
{
  return clinic_locale_date (date);
}

static char *
format_day (GObject    *object,
            const char *date)
{
  return clinic_locale_day (date);
}

static char *
format_time (GObject    *object,
             const char *wall)
{
  return clinic_locale_time (wall);
}

static char *
format_wall (GObject    *object,
             const char *wall)
{
  return clinic_locale_wall (wall);
}

/* The machine's date will do for an age in years. */
static char *
format_age (GObject    *object,
            const char *birth_date)
{
  g_autofree char *today = clinic_clock_today (NULL);

  return clinic_locale_age (birth_date, today);
}

static char *
format_decimal (GObject *object,
                gint64   thousandths)
{
  return clinic_locale_decimal (thousandths);
}

static char *
format_number (GObject *object,
               gint64   number)
{
  return clinic_locale_number (number);
}

static char *
format_name (GObject    *object,
             const char *family,
             const char *given)
{
  return clinic_locale_list_name (family, given);
}

static char *
format_full_name (GObject    *object,
                  const char *given,
                  const char *family)
{
  return clinic_locale_full_name (given, family);
}

static char *
dup_label (const ClinicChoice *choices,
           const char         *value)
{
  return g_strdup (value != NULL ? clinic_choice_label (choices, value) : "");
}

static char *
format_status (GObject    *object,
               const char *value)
{
  return dup_label (clinic_session_statuses, value);
}

static char *
format_choice_zone (GObject    *object,
                    const char *value)
{
  return dup_label (clinic_zones, value);
}

static char *
format_choice_technique (GObject    *object,
                         const char *value)
{
  return dup_label (clinic_techniques, value);
}

static char *
format_choice_severity (GObject    *object,
                        const char *value)
{
  return dup_label (clinic_severities, value);
}

static char *
format_choice_sex (GObject    *object,
                   const char *value)
{
  return dup_label (clinic_sexes, value);
}

static char *
format_choice_course_status (GObject    *object,
                             const char *value)
{
  return dup_label (clinic_course_statuses, value);
}

static char *
format_choice_causality (GObject    *object,
                         const char *value)
{
  return dup_label (clinic_causalities, value);
}

static char *
format_choice_class (GObject    *object,
                     const char *value)
{
  return dup_label (clinic_ingredient_classes, value);
}

static char *
format_choice_role (GObject    *object,
                    const char *value)
{
  return dup_label (clinic_ingredient_roles, value);
}

static gboolean
is_set (GObject    *object,
        const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_known (GObject *object,
          gint64   number)
{
  return number != CLINIC_UNKNOWN;
}

static gboolean
is_above_zero (GObject *object,
               gint64   number)
{
  return number > 0;
}

static gboolean
negate (GObject  *object,
        gboolean  value)
{
  return !value;
}

static gboolean
either (GObject  *object,
        gboolean  one,
        gboolean  other)
{
  return one || other;
}

static gboolean
both (GObject  *object,
      gboolean  one,
      gboolean  other)
{
  return one && other;
}

static char *
page_of (GObject  *object,
         gboolean  loading,
         guint     n_items)
{
  if (n_items > 0)
    return g_strdup ("list");

  return g_strdup (loading ? "loading" : "empty");
}

/* *INDENT-OFF* */
static const struct
{
  const char *name;
  GCallback   func;
} closures[] = {
  { "format_date", G_CALLBACK (format_date) },
  { "format_day", G_CALLBACK (format_day) },
  { "format_time", G_CALLBACK (format_time) },
  { "format_wall", G_CALLBACK (format_wall) },
  { "format_age", G_CALLBACK (format_age) },
  { "format_decimal", G_CALLBACK (format_decimal) },
  { "format_number", G_CALLBACK (format_number) },
  { "format_name", G_CALLBACK (format_name) },
  { "format_full_name", G_CALLBACK (format_full_name) },
  { "format_status", G_CALLBACK (format_status) },
  { "format_choice_zone", G_CALLBACK (format_choice_zone) },
  { "format_choice_technique", G_CALLBACK (format_choice_technique) },
  { "format_choice_severity", G_CALLBACK (format_choice_severity) },
  { "format_choice_sex", G_CALLBACK (format_choice_sex) },
  { "format_choice_course_status", G_CALLBACK (format_choice_course_status) },
  { "format_choice_causality", G_CALLBACK (format_choice_causality) },
  { "format_choice_class", G_CALLBACK (format_choice_class) },
  { "format_choice_role", G_CALLBACK (format_choice_role) },
  { "is_set", G_CALLBACK (is_set) },
  { "is_known", G_CALLBACK (is_known) },
  { "is_above_zero", G_CALLBACK (is_above_zero) },
  { "not", G_CALLBACK (negate) },
  { "either", G_CALLBACK (either) },
  { "both", G_CALLBACK (both) },
  { "page_of", G_CALLBACK (page_of) },
};
/* *INDENT-ON* */

void
clinic_closures_bind (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < G_N_ELEMENTS (closures); i++)
    gtk_widget_class_bind_template_callback_full (widget_class, closures[i].name,
                                                  closures[i].func);
}

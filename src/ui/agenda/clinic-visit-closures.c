/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-record.h"
#include "clinic-visit-closures.h"
#include "clinic-visit-step.h"

static char *
format_course (GObject *object,
               gint64   number,
               gint64   planned)
{
  g_autofree char *nth = clinic_locale_number (number);
  g_autofree char *all = clinic_locale_number (planned);

  if (number == CLINIC_UNKNOWN)
    return g_strdup ("");

  if (planned == CLINIC_UNKNOWN || planned == 0)
    return g_steal_pointer (&nth);

  /* Translators: session 4 of 8 */
  return g_strdup_printf (C_("session of course", "%s/%s"), nth, all);
}

static char *
format_visit_status (GObject    *object,
                     const char *status,
                     const char *signed_at)
{
  if (signed_at != NULL && *signed_at != '\0')
    return g_strdup (_("Signed"));

  if (g_strcmp0 (status, "done") == 0)
    return g_strdup (_("To be signed"));

  return g_strdup (clinic_visit_step_name (status));
}

/* Digits and spaces stay in their order in a line of Arabic or Hebrew. */
static char *
format_phone (GObject    *object,
              const char *phone)
{
  return phone != NULL && *phone != '\0' ? g_strdup_printf ("\u2066%s\u2069", phone) : g_strdup ("");
}

void
clinic_visit_closures_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, format_course);
  gtk_widget_class_bind_template_callback (widget_class, format_phone);
  gtk_widget_class_bind_template_callback (widget_class, format_visit_status);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-principal-least.h"
#include "clinic-principals.h"

static gpointer
read_least (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  gint64 least = clinic_principal_least (db, error);

  return least >= 0 ? g_memdup2 (&least, sizeof least) : NULL;
}

void
clinic_principals_read_async (ClinicDesk          *desk,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_least, NULL, NULL, g_free, NULL, callback, user_data);
}

/* Without an answer nothing is advised: the check before signing says what is wrong. */
guint
clinic_principals_read_finish (GObject      *source,
                               GAsyncResult *result)
{
  g_autofree gint64 *least = clinic_worker_run_finish (CLINIC_WORKER (source), result, NULL);

  return least != NULL ? (guint) * least : 0;
}

void
clinic_principals_show (GtkImage *sign,
                        GtkLabel *words,
                        guint     number,
                        guint     least)
{
  gboolean enough = number >= least;
  g_autofree char *counted = g_strdup_printf (ngettext ("%u principal agent",
                                                        "%u principal agents", number), number);
  g_autofree char *few = g_strdup_printf (ngettext ("%u principal agent: at least %u are advised",
                                                    "%u principal agents: at least %u are advised",
                                                    number), number, least);

  gtk_image_set_from_icon_name (sign, enough ? "object-select-symbolic"
                                             : "dialog-warning-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (sign), least > 0);
  gtk_widget_remove_css_class (GTK_WIDGET (sign), enough ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (sign), enough ? "success" : "warning");
  gtk_label_set_label (words, enough ? counted : few);
}

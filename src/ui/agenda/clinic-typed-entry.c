/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-typed-entry.h"

void
clinic_typed_entry_mark (GtkEditable *entry,
                         gboolean     wrong)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
wrong_cb (GtkEditable     *entry,
          GParamSpec      *pspec,
          ClinicTypedTime *typed)
{
  gboolean wrong;

  g_object_get (typed, pspec->name, &wrong, NULL);
  clinic_typed_entry_mark (entry, wrong);
}

void
clinic_typed_entry_bind (GtkEditable     *entry,
                         ClinicTypedTime *typed,
                         const char      *property)
{
  g_autofree char *signal = g_strdup_printf ("notify::%s-wrong", property);

  g_return_if_fail (GTK_IS_EDITABLE (entry) && CLINIC_IS_TYPED_TIME (typed));

  g_object_bind_property (typed, property, entry, "text",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (typed, signal, G_CALLBACK (wrong_cb), entry, G_CONNECT_SWAPPED);
}

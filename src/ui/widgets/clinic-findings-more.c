/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-findings-more.h"

struct _ClinicFindingsMore
{
  GtkListBoxRow parent_instance;

  GtkLabel *words;
  GtkImage *arrow;
};

G_DEFINE_FINAL_TYPE (ClinicFindingsMore, clinic_findings_more, GTK_TYPE_LIST_BOX_ROW)

static void
clinic_findings_more_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_FINDINGS_MORE);
  G_OBJECT_CLASS (clinic_findings_more_parent_class)->dispose (object);
}

static void
clinic_findings_more_class_init (ClinicFindingsMoreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_findings_more_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-findings-more.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicFindingsMore, words);
  gtk_widget_class_bind_template_child (widget_class, ClinicFindingsMore, arrow);
}

static void
clinic_findings_more_init (ClinicFindingsMore *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_findings_more_new (void)
{
  return g_object_new (CLINIC_TYPE_FINDINGS_MORE, NULL);
}

void
clinic_findings_more_tell (ClinicFindingsMore *self,
                           guint               n_folded,
                           gboolean            open)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CLINIC_IS_FINDINGS_MORE (self));

  /* Translators: of what the rules note; a row that unfolds them. */
  words = open ? g_strdup (_("Fewer notes"))
               : g_strdup_printf (ngettext ("%u more note", "%u more notes", n_folded), n_folded);
  gtk_label_set_text (self->words, words);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

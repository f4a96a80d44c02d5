/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-scalp-zone.h"

struct _ClinicScalpZone
{
  GtkWidget parent_instance;

  char      *zone;
  GtkWidget *name;
  GtkWidget *count;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (ClinicScalpZone, clinic_scalp_zone, GTK_TYPE_WIDGET)

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, activated_signal, 0);
}

static void
clinic_scalp_zone_dispose (GObject *object)
{
  ClinicScalpZone *self = CLINIC_SCALP_ZONE (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->count, gtk_widget_unparent);

  G_OBJECT_CLASS (clinic_scalp_zone_parent_class)->dispose (object);
}

static void
clinic_scalp_zone_finalize (GObject *object)
{
  g_free (CLINIC_SCALP_ZONE (object)->zone);

  G_OBJECT_CLASS (clinic_scalp_zone_parent_class)->finalize (object);
}

static void
clinic_scalp_zone_class_init (ClinicScalpZoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_scalp_zone_dispose;
  object_class->finalize = clinic_scalp_zone_finalize;

  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scalpzone");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "zone.activate", NULL, activate_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "zone.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "zone.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "zone.activate", NULL);
}

static void
clinic_scalp_zone_init (ClinicScalpZone *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* What is below is clicked, not the name. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);

  self->name = gtk_label_new (NULL);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
}

GtkWidget *
clinic_scalp_zone_new (const char *zone)
{
  ClinicScalpZone *self = g_object_new (CLINIC_TYPE_SCALP_ZONE, NULL);

  self->zone = g_strdup (zone);
  clinic_scalp_zone_set (self, 0, NULL, FALSE);

  return GTK_WIDGET (self);
}

const char *
clinic_scalp_zone_get_zone (ClinicScalpZone *self)
{
  g_return_val_if_fail (CLINIC_IS_SCALP_ZONE (self), NULL);

  return self->zone;
}

void
clinic_scalp_zone_set (ClinicScalpZone *self,
                       guint            points,
                       const char      *words,
                       gboolean         brief)
{
  const char *name = clinic_choice_label (clinic_zones, self->zone);
  g_autofree char *count = g_strdup_printf ("%u", points);
  g_autofree char *said = NULL;

  g_return_if_fail (CLINIC_IS_SCALP_ZONE (self));

  if (points == 0)
    /* Translators: a zone of the scalp, for the screen reader */
    said = g_strdup_printf (_("%s, no points"), name);
  else if (words != NULL)
    /* Translators: a zone of the scalp and what it holds: "Frontal: 24 × 0.05 ml" */
    said = g_strdup_printf (_("%s: %s"), name, words);
  else
    said = g_strdup_printf (ngettext ("%s, %u point", "%s, %u points", points), name, points);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->name, !brief);
  gtk_widget_set_visible (self->count, points > 0);

  if (brief && points == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "bare");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "bare");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
clinic_scalp_zone_measure (ClinicScalpZone *self,
                           const char      *name,
                           int             *width,
                           int             *height)
{
  g_autoptr(PangoLayout) layout = NULL;

  g_return_if_fail (CLINIC_IS_SCALP_ZONE (self));

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  pango_layout_get_pixel_size (layout, width, height);
}

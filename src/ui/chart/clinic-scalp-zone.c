/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-scalp-zone.h"

/* Pixels that the style leaves beside a name, and a hyphen. */
#define EDGES 12

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
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
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
  clinic_scalp_zone_set (self, 0, -1, NULL, NULL, FALSE);

  return GTK_WIDGET (self);
}

const char *
clinic_scalp_zone_get_zone (ClinicScalpZone *self)
{
  g_return_val_if_fail (CLINIC_IS_SCALP_ZONE (self), NULL);

  return self->zone;
}

/* "24", or of the heat map "0.08". */
static char *
format_count (guint  points,
              double density)
{
  if (density < 0)
    return clinic_locale_number (points);

  return clinic_locale_decimal ((gint64) (density * 1000 + 0.5));
}

static char *
format_said (ClinicScalpZone *self,
             guint            points,
             double           density,
             const char      *words,
             const char      *more)
{
  const char *name = clinic_choice_label (clinic_zones, self->zone);
  g_autofree char *said = NULL;

  if (points == 0)
    /* Translators: a zone of the scalp, for the screen reader */
    said = g_strdup_printf (_("%s, no points"), name);
  else if (density >= 0)
    {
      g_autofree char *number = format_count (points, density);

      /* Translators: a zone of the scalp and how much was injected there. */
      said = g_strdup_printf (_("%s: %s ml per cm²"), name, number);
    }
  else if (words != NULL)
    /* Translators: a zone of the scalp and what it holds: "Frontal: 24 × 0.05 ml" */
    said = g_strdup_printf (_("%s: %s"), name, words);
  else
    said = g_strdup_printf (ngettext ("%s, %u point", "%s, %u points", points), name, points);

  return more != NULL ? g_strdup_printf ("%s; %s", said, more) : g_steal_pointer (&said);
}

void
clinic_scalp_zone_set (ClinicScalpZone *self,
                       guint            points,
                       double           density,
                       const char      *words,
                       const char      *more,
                       gboolean         brief)
{
  g_autofree char *count = format_count (points, density);
  g_autofree char *said = format_said (self, points, density, words, more);

  g_return_if_fail (CLINIC_IS_SCALP_ZONE (self));

  gtk_label_set_text (GTK_LABEL (self->name), clinic_choice_label (clinic_zones, self->zone));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->name, !brief);
  gtk_widget_set_visible (self->count, points > 0);

  if (brief)
    gtk_widget_add_css_class (GTK_WIDGET (self), "brief");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "brief");

  if (points > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "filled");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "filled");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
clinic_scalp_zone_set_left (ClinicScalpZone *self,
                            gboolean         left)
{
  gboolean end;

  g_return_if_fail (CLINIC_IS_SCALP_ZONE (self));

  /* Labels turn around where words run from right to left; the sides of a head do not. */
  end = left != (gtk_widget_get_direction (self->name) == GTK_TEXT_DIR_RTL);
  gtk_label_set_xalign (GTK_LABEL (self->name), end ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (self->name), end ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_xalign (GTK_LABEL (self->count), end ? 1 : 0);
}

void
clinic_scalp_zone_measure_name (ClinicScalpZone *self,
                                int             *least,
                                int             *wanted)
{
  const char *name = clinic_choice_label (clinic_zones, self->zone);
  g_auto(GStrv) words = g_strsplit_set (name, " -", -1);
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  g_return_if_fail (CLINIC_IS_SCALP_ZONE (self));

  layout = gtk_widget_create_pango_layout (self->name, name);
  pango_layout_get_pixel_size (layout, wanted, NULL);
  *least = 0;

  for (char **word = words; *word != NULL; word++)
    {
      pango_layout_set_text (layout, *word, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      *least = MAX (*least, width);
    }

  *least += EDGES;
  *wanted += EDGES;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reactions of the whole scalp have no zone to stand in: their sign stands below the head, with its
 * words, in every view. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-scalp-map-private.h"

/* Pixels from the edge of the map. */
#define EDGE 3

void
clinic_scalp_map_add_whole (ClinicScalpMap *self)
{
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *words = gtk_label_new (NULL);

  self->whole = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (sign, "warning");
  gtk_widget_add_css_class (self->whole, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->whole), sign);
  gtk_box_append (GTK_BOX (self->whole), words);
  gtk_widget_set_visible (self->whole, FALSE);
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
}

void
clinic_scalp_map_update_whole (ClinicScalpMap *self)
{
  ClinicScalpHolding *reactions = clinic_scalp_layers_find (self->layers, CLINIC_SCALP_REACTIONS, "whole_scalp");
  g_autofree char *words = NULL;
  g_autoptr(GString) line = NULL;

  gtk_widget_set_visible (self->whole, reactions != NULL);

  if (reactions == NULL)
    return;

  /* Translators: the whole scalp, and its reactions: "Whole scalp: Itching". */
  words = g_strdup_printf (_("%s: %s"), clinic_choice_label (clinic_zones, "whole_scalp"),
                           reactions->words != NULL ? reactions->words : "");
  line = g_string_new (words);
  g_string_replace (line, "\n", " · ", 0);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (self->whole)), line->str);
  gtk_widget_set_tooltip_text (self->whole, words);
}

double
clinic_scalp_map_get_foot (ClinicScalpMap *self)
{
  int height;

  if (self->whole == NULL || !gtk_widget_get_visible (self->whole))
    return 0;

  gtk_widget_measure (self->whole, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height + EDGE;
}

void
clinic_scalp_map_place_whole (ClinicScalpMap *self,
                              int             width,
                              int             height)
{
  int least;
  int wanted;
  int tall;
  GtkAllocation place;

  if (!gtk_widget_get_visible (self->whole))
    return;

  gtk_widget_measure (self->whole, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  gtk_widget_measure (self->whole, GTK_ORIENTATION_VERTICAL, -1, NULL, &tall, NULL, NULL);
  place.width = MAX (least, MIN (wanted, width - 2 * EDGE));
  place.height = tall;
  place.x = (width - place.width) / 2;
  place.y = height - tall;
  gtk_widget_size_allocate (self->whole, &place, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-one-width.h"

/* As GTK asked and remembers it: without margins and padding. */
typedef struct
{
  int minimum;
  int natural;
} Width;

static void (* label_measure) (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline);
static void (* box_measure) (GtkLayoutManager *layout,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline);

static GQuark
width_quark (void)
{
  return g_quark_from_static_string ("clinic-one-width");
}

static Width *
get_width (GtkWidget *label)
{
  Width *width = g_object_get_qdata (G_OBJECT (label), width_quark ());

  if (width == NULL)
    {
      width = g_new0 (Width, 1);
      g_object_set_qdata_full (G_OBJECT (label), width_quark (), width, g_free);
    }

  return width;
}

static void
measure_label (GtkWidget      *widget,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural,
               int            *minimum_baseline,
               int            *natural_baseline)
{
  Width *width = get_width (widget);
  int least;

  /* GTK comes back here when what it remembers is no longer true. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && for_size >= 0)
    {
      gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = width->minimum;
      *natural = width->natural;

      return;
    }

  label_measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      width->minimum = *minimum;
      width->natural = *natural;
    }
}

/* What is in it remembers its width. */
static void
measure_box (GtkLayoutManager *layout,
             GtkWidget        *widget,
             GtkOrientation    orientation,
             int               for_size,
             int              *minimum,
             int              *natural,
             int              *minimum_baseline,
             int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL &&
      gtk_widget_get_request_mode (widget) == GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH)
    for_size = -1;

  box_measure (layout, widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

void
clinic_one_width_init (void)
{
  GtkWidgetClass *widget_class = g_type_class_ref (GTK_TYPE_LABEL);
  GtkLayoutManagerClass *layout_class = g_type_class_ref (GTK_TYPE_BOX_LAYOUT);

  if (label_measure != NULL)
    return;

  /* The classes are held for good. */
  label_measure = widget_class->measure;
  widget_class->measure = measure_label;
  box_measure = layout_class->measure;
  layout_class->measure = measure_box;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-spread-heads.h"

/* So near to the end of a column, in pixels, one drags it. */
#define GRIP 5

struct _ClinicSpreadHeads
{
  GtkWidget parent_instance;

  ClinicSpread         *columns;
  GtkAdjustment        *adjustment;
  GPtrArray            *heads;          /* GtkWidget, one a column */
  int                   dragged;        /* column; -1: none */
  int                   before;         /* its width when dragging began */
};

G_DEFINE_FINAL_TYPE (ClinicSpreadHeads, clinic_spread_heads, GTK_TYPE_WIDGET)

/* Where a column begins, as things are scrolled: a list begins at the largest value where it is
 * read from right to left. */
static int
get_x (ClinicSpreadHeads *self,
       guint              i,
       int                width)
{
  const ClinicSpreadPlace *place = clinic_spread_get_place (self->columns, i);
  int row = MAX ((int) gtk_adjustment_get_upper (self->adjustment), width);
  int value = (int) gtk_adjustment_get_value (self->adjustment);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return row - place->x - place->width - value;

  return place->x - value;
}

/* The rows draw what lies under the heads. */
static void
look (ClinicSpreadHeads *self,
      int                width)
{
  int row = MAX ((int) gtk_adjustment_get_upper (self->adjustment), width);
  int value = (int) gtk_adjustment_get_value (self->adjustment);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int from = rtl ? row - value - width : value;

  clinic_spread_look_at (self->columns, from, from + width);
}

/* The column whose end lies under @x; -1: none does. */
static int
find_end (ClinicSpreadHeads *self,
          double             x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->columns == NULL)
    return -1;

  for (guint i = 0; i < self->heads->len; i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (self->columns, i);
      int start = get_x (self, i, gtk_widget_get_width (GTK_WIDGET (self)));
      int end = rtl ? start : start + place->width;

      if (place->shown && !place->dropped && ABS (x - end) <= GRIP)
        return (int) i;
    }

  return -1;
}

static void
motion_cb (ClinicSpreadHeads *self,
           double             x,
           double             y)
{
  gboolean at_end = self->dragged >= 0 || find_end (self, x) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_end ? "col-resize" : NULL);
}

static void
drag_begin_cb (ClinicSpreadHeads  *self,
               double              x,
               double              y,
               GtkGesture         *gesture)
{
  self->dragged = find_end (self, x);

  if (self->dragged < 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->before = clinic_spread_get_place (self->columns, (guint) self->dragged)->width;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (ClinicSpreadHeads *self,
                double             x,
                double             y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->dragged >= 0)
    clinic_spread_choose_width (self->columns, (guint) self->dragged,
                                self->before + (int) (rtl ? -x : x));
}

static void
drag_end_cb (ClinicSpreadHeads *self)
{
  self->dragged = -1;
}

static void
clicked_cb (ClinicSpreadHeads  *self,
            GtkWidget          *button)
{
  guint i;
  gboolean descending;
  int sorted = clinic_spread_get_sorted (self->columns, &descending);

  if (g_ptr_array_find (self->heads, button, &i))
    clinic_spread_sort (self->columns, (int) i, sorted == (int) i && !descending);
}

static GtkWidget *
make_button (ClinicSpreadHeads  *self,
             const char         *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *arrow = gtk_image_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static GtkWidget *
make_label (const ClinicSpreadPlace *place)
{
  GtkWidget *label = gtk_label_new (place->title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), place->figure ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), place->figure ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_tooltip_text (label, place->title);

  return label;
}

static void
add_head (ClinicSpreadHeads       *self,
          const ClinicSpreadPlace *place)
{
  GtkWidget *head = place->sorts ? make_button (self, place->title) : make_label (place);

  gtk_widget_add_css_class (head, "spread-head");
  gtk_widget_set_name (head, place->name);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  g_ptr_array_add (self->heads, head);
}

static void
show_arrow (GtkWidget *head,
            gboolean   sorted,
            gboolean   descending)
{
  GtkWidget *arrow;

  if (!GTK_IS_BUTTON (head))
    return;

  arrow = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (head)));
  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), !sorted ? NULL : descending
                                ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_widget_set_visible (arrow, sorted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_SORT,
                                  !sorted ? GTK_ACCESSIBLE_SORT_NONE
                                  : descending ? GTK_ACCESSIBLE_SORT_DESCENDING
                                               : GTK_ACCESSIBLE_SORT_ASCENDING, -1);
}

/* Unsorted, names lead. */
static void
update (ClinicSpreadHeads *self)
{
  gboolean sorting = clinic_spread_get_sorting (self->columns);
  gboolean descending;
  int sorted = MAX (clinic_spread_get_sorted (self->columns, &descending), 0);

  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = self->heads->pdata[i];

      gtk_widget_set_child_visible (head,
                                    clinic_spread_get_place (self->columns, i)->shown);
      show_arrow (head, sorting && sorted == (int) i, descending);

      if (GTK_IS_BUTTON (head))
        gtk_widget_set_sensitive (head, sorting);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
measure_columns (ClinicSpreadHeads *self)
{
  if (self->columns != NULL && self->heads->len > 0)
    clinic_spread_measure (self->columns, GTK_WIDGET (self), self->heads->pdata[0]);
}

static void
clinic_spread_heads_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (clinic_spread_heads_parent_class)->css_changed (widget, change);
  measure_columns (CLINIC_SPREAD_HEADS (widget));
}

static void
clinic_spread_heads_system_setting_changed (GtkWidget        *widget,
                                            GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (clinic_spread_heads_parent_class)->system_setting_changed (widget, setting);
  measure_columns (CLINIC_SPREAD_HEADS (widget));
}

static void
clinic_spread_heads_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (clinic_spread_heads_parent_class)->root (widget);
  measure_columns (CLINIC_SPREAD_HEADS (widget));
}

static void
clinic_spread_heads_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *least,
                             int            *natural,
                             int            *least_baseline,
                             int            *natural_baseline)
{
  ClinicSpreadHeads *self = CLINIC_SPREAD_HEADS (widget);

  *least = *natural = 0;

  for (guint i = 0; orientation == GTK_ORIENTATION_VERTICAL && i < self->heads->len; i++)
    {
      int child_least;
      int child_natural;

      gtk_widget_measure (self->heads->pdata[i], orientation, -1, &child_least, &child_natural,
                          NULL, NULL);
      *least = MAX (*least, child_least);
      *natural = MAX (*natural, child_natural);
    }
}

static void
clinic_spread_heads_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ClinicSpreadHeads *self = CLINIC_SPREAD_HEADS (widget);

  if (self->columns == NULL)
    return;

  clinic_spread_fit (self->columns,
                     MAX (width, clinic_spread_get_least (self->columns)));

  look (self, width);

  for (guint i = 0; i < self->heads->len; i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (self->columns, i);
      int least;

      gtk_widget_set_child_visible (self->heads->pdata[i], place->shown && !place->dropped);

      if (!place->shown || place->dropped)
        continue;

      gtk_widget_measure (self->heads->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      gtk_widget_size_allocate (self->heads->pdata[i],
                                &(GtkAllocation) { get_x (self, i, width), 0,
                                                   MAX (place->width, least), height }, -1);
    }
}

static void
clinic_spread_heads_dispose (GObject *object)
{
  ClinicSpreadHeads *self = CLINIC_SPREAD_HEADS (object);

  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_unparent (self->heads->pdata[i]);

  g_ptr_array_set_size (self->heads, 0);
  g_clear_object (&self->columns);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (clinic_spread_heads_parent_class)->dispose (object);
}

static void
clinic_spread_heads_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_SPREAD_HEADS (object)->heads);

  G_OBJECT_CLASS (clinic_spread_heads_parent_class)->finalize (object);
}

static void
clinic_spread_heads_class_init (ClinicSpreadHeadsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_spread_heads_dispose;
  object_class->finalize = clinic_spread_heads_finalize;
  widget_class->css_changed = clinic_spread_heads_css_changed;
  widget_class->system_setting_changed = clinic_spread_heads_system_setting_changed;
  widget_class->root = clinic_spread_heads_root;
  widget_class->measure = clinic_spread_heads_measure;
  widget_class->size_allocate = clinic_spread_heads_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "spreadheads");
}

static void
clinic_spread_heads_init (ClinicSpreadHeads *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->heads = g_ptr_array_new ();
  self->dragged = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
clinic_spread_heads_set (ClinicSpreadHeads    *self,
                         ClinicSpread         *columns,
                         GtkAdjustment        *adjustment)
{
  g_return_if_fail (CLINIC_IS_SPREAD_HEADS (self));
  g_return_if_fail (self->columns == NULL);
  g_return_if_fail (CLINIC_IS_SPREAD (columns));
  g_return_if_fail (GTK_IS_ADJUSTMENT (adjustment));

  self->columns = g_object_ref (columns);
  self->adjustment = g_object_ref (adjustment);

  for (guint i = 0; i < clinic_spread_get_n (columns); i++)
    add_head (self, clinic_spread_get_place (columns, i));

  g_signal_connect_object (columns, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "sorted", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

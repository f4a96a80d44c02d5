/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-patient-heads.h"

/* So near to the end of a column, in pixels, one drags it. */
#define GRIP 5

struct _ClinicPatientHeads
{
  GtkWidget parent_instance;

  ClinicPatientSpread  *columns;
  GtkAdjustment        *adjustment;
  GPtrArray            *heads;          /* GtkWidget, one a column */
  int                   dragged;        /* column; -1: none */
  int                   before;         /* its width when dragging began */
};

G_DEFINE_FINAL_TYPE (ClinicPatientHeads, clinic_patient_heads, GTK_TYPE_WIDGET)

/* Where a column begins, as things are scrolled. */
static int
get_x (ClinicPatientHeads * self,
       guint                i,
       int                  width)
{
  const ClinicPatientPlace *place = clinic_patient_spread_get_place (self->columns, i);
  int upper = (int) gtk_adjustment_get_upper (self->adjustment);
  int row = MAX (upper, width);
  int value = (int) gtk_adjustment_get_value (self->adjustment);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return place->x - value;

  return row - place->x - place->width - (row - width - value);
}

/* The column whose end lies under @x; -1: none does. */
static int
find_end (ClinicPatientHeads *self,
          double              x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->columns == NULL)
    return -1;

  for (guint i = 0; i < self->heads->len; i++)
    {
      const ClinicPatientPlace *place = clinic_patient_spread_get_place (self->columns, i);
      int start = get_x (self, i, gtk_widget_get_width (GTK_WIDGET (self)));
      int end = rtl ? start : start + place->width;

      if (place->shown && ABS (x - end) <= GRIP)
        return (int) i;
    }

  return -1;
}

static void
motion_cb (ClinicPatientHeads *self,
           double              x,
           double              y)
{
  gboolean at_end = self->dragged >= 0 || find_end (self, x) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_end ? "col-resize" : NULL);
}

static void
drag_begin_cb (ClinicPatientHeads *self,
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

  self->before = clinic_patient_spread_get_place (self->columns, (guint) self->dragged)->width;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (ClinicPatientHeads *self,
                double              x,
                double              y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->dragged >= 0)
    clinic_patient_spread_choose_width (self->columns, (guint) self->dragged,
                                        self->before + (int) (rtl ? -x : x));
}

static void
drag_end_cb (ClinicPatientHeads *self)
{
  self->dragged = -1;
}

static void
clicked_cb (ClinicPatientHeads *self,
            GtkWidget          *button)
{
  guint i;
  gboolean descending;
  int sorted = clinic_patient_spread_get_sorted (self->columns, &descending);

  if (g_ptr_array_find (self->heads, button, &i))
    clinic_patient_spread_sort (self->columns, (int) i, sorted == (int) i && !descending);
}

static GtkWidget *
make_button (ClinicPatientHeads *self,
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
make_label (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
add_head (ClinicPatientHeads        *self,
          const ClinicPatientColumn *column)
{
  GtkWidget *head = column->sort != CLINIC_SORT_NOT ? make_button (self, _(column->title))
                                                    : make_label (_(column->title));

  gtk_widget_add_css_class (head, "patient-head");
  gtk_widget_set_name (head, column->name);
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
update (ClinicPatientHeads *self)
{
  gboolean sorting = clinic_patient_spread_get_sorting (self->columns);
  gboolean descending;
  int sorted = MAX (clinic_patient_spread_get_sorted (self->columns, &descending), 0);

  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = self->heads->pdata[i];

      gtk_widget_set_child_visible (head,
                                    clinic_patient_spread_get_place (self->columns, i)->shown);
      show_arrow (head, sorting && sorted == (int) i, descending);

      if (GTK_IS_BUTTON (head))
        gtk_widget_set_sensitive (head, sorting);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
measure_columns (ClinicPatientHeads *self)
{
  if (self->columns != NULL && self->heads->len > 0)
    clinic_patient_spread_measure (self->columns, self->heads->pdata[0]);
}

static void
clinic_patient_heads_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (clinic_patient_heads_parent_class)->css_changed (widget, change);
  measure_columns (CLINIC_PATIENT_HEADS (widget));
}

static void
clinic_patient_heads_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (clinic_patient_heads_parent_class)->system_setting_changed (widget, setting);
  measure_columns (CLINIC_PATIENT_HEADS (widget));
}

static void
clinic_patient_heads_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (clinic_patient_heads_parent_class)->root (widget);
  measure_columns (CLINIC_PATIENT_HEADS (widget));
}

static void
clinic_patient_heads_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *least,
                              int            *natural,
                              int            *least_baseline,
                              int            *natural_baseline)
{
  ClinicPatientHeads *self = CLINIC_PATIENT_HEADS (widget);

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
clinic_patient_heads_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  ClinicPatientHeads *self = CLINIC_PATIENT_HEADS (widget);

  if (self->columns == NULL)
    return;

  clinic_patient_spread_fit (self->columns,
                             MAX (width, clinic_patient_spread_get_least (self->columns)));

  for (guint i = 0; i < self->heads->len; i++)
    {
      const ClinicPatientPlace *place = clinic_patient_spread_get_place (self->columns, i);
      int least;

      if (!place->shown)
        continue;

      gtk_widget_measure (self->heads->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      gtk_widget_size_allocate (self->heads->pdata[i],
                                &(GtkAllocation) { get_x (self, i, width), 0,
                                                   MAX (place->width, least), height }, -1);
    }
}

static void
clinic_patient_heads_dispose (GObject *object)
{
  ClinicPatientHeads *self = CLINIC_PATIENT_HEADS (object);

  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_unparent (self->heads->pdata[i]);

  g_ptr_array_set_size (self->heads, 0);
  g_clear_object (&self->columns);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (clinic_patient_heads_parent_class)->dispose (object);
}

static void
clinic_patient_heads_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_PATIENT_HEADS (object)->heads);

  G_OBJECT_CLASS (clinic_patient_heads_parent_class)->finalize (object);
}

static void
clinic_patient_heads_class_init (ClinicPatientHeadsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_patient_heads_dispose;
  object_class->finalize = clinic_patient_heads_finalize;
  widget_class->css_changed = clinic_patient_heads_css_changed;
  widget_class->system_setting_changed = clinic_patient_heads_system_setting_changed;
  widget_class->root = clinic_patient_heads_root;
  widget_class->measure = clinic_patient_heads_measure;
  widget_class->size_allocate = clinic_patient_heads_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "patientheads");
}

static void
clinic_patient_heads_init (ClinicPatientHeads *self)
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
clinic_patient_heads_set (ClinicPatientHeads   *self,
                          ClinicPatientSpread  *columns,
                          GtkAdjustment        *adjustment)
{
  g_return_if_fail (CLINIC_IS_PATIENT_HEADS (self));
  g_return_if_fail (self->columns == NULL);
  g_return_if_fail (CLINIC_IS_PATIENT_SPREAD (columns));
  g_return_if_fail (GTK_IS_ADJUSTMENT (adjustment));

  self->columns = g_object_ref (columns);
  self->adjustment = g_object_ref (adjustment);

  for (guint i = 0; i < clinic_patient_spread_get_n (columns); i++)
    add_head (self, clinic_patient_spread_get_place (columns, i)->column);

  g_signal_connect_object (columns, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "sorted", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

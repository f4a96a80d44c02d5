/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-wrap.h"

struct _ClinicWrap
{
  GtkWidget parent_instance;

  int      spacing;
  int      row_spacing;
  gboolean shrink;
};

typedef enum
{
  PROPERTY_SPACING = 1,
  PROPERTY_ROW_SPACING,
  PROPERTY_SHRINK,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicWrap, clinic_wrap, GTK_TYPE_WIDGET)

/* From one child to the one that begins the next row. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;               /* NULL: it is the last row */
  int        n;
  int        expanding;
  int        least;             /* without spacing */
  int        height;
} Row;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

/* As many as there is room for; at least one. */
static Row
find_row (ClinicWrap *self,
          GtkWidget  *first,
          int         width)
{
  Row row = { first, first, 0, 0, 0, 0 };
  int used = 0;

  while (row.end != NULL)
    {
      int least;
      int wanted;

      gtk_widget_measure (row.end, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      used += self->shrink ? least : wanted;

      if (row.n > 0 && used + row.n * self->spacing > width)
        break;

      row.least += least;
      row.n++;
      row.expanding += gtk_widget_compute_expand (row.end, GTK_ORIENTATION_HORIZONTAL);
      row.end = get_next (row.end);
    }

  return row;
}

/* How wide each is, and so how high the row. */
static GtkRequestedSize *
share_out (ClinicWrap *self,
           Row        *row,
           int         width)
{
  GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, row->n);
  int left = MAX (width, row->least + (row->n - 1) * self->spacing) - (row->n - 1) * self->spacing;
  int expanding = row->expanding;
  GtkWidget *child = row->first;

  for (int i = 0; i < row->n; i++, child = get_next (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &sizes[i].minimum_size, &sizes[i].natural_size,
                          NULL, NULL);
      left -= sizes[i].minimum_size;
    }

  left = gtk_distribute_natural_allocation (left, row->n, sizes);
  child = row->first;

  for (int i = 0; i < row->n; i++, child = get_next (child))
    {
      int least;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          sizes[i].minimum_size += left / expanding;
          left -= left / expanding;
          expanding--;
        }

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, sizes[i].minimum_size, &least, NULL, NULL, NULL);
      row->height = MAX (row->height, least);
    }

  return sizes;
}

static int
measure_height (ClinicWrap *self,
                int         width)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int height = 0;

  while (child != NULL)
    {
      Row row = find_row (self, child, width);

      g_free (share_out (self, &row, width));
      height += row.height + (height > 0 ? self->row_spacing : 0);
      child = row.end;
    }

  return height;
}

static void
clinic_wrap_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  ClinicWrap *self = CLINIC_WRAP (widget);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));

  *minimum = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size < 0 ? G_MAXINT / 2 : for_size);
      return;
    }

  for (; child != NULL; child = get_next (child))
    {
      int least;
      int wanted;

      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static void
allocate_row (ClinicWrap *self,
              Row        *row,
              int         y,
              int         width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree GtkRequestedSize *sizes = share_out (self, row, width);
  GtkWidget *child = row->first;
  int used = (row->n - 1) * self->spacing;
  int x = 0;

  for (int i = 0; i < row->n; i++)
    used += sizes[i].minimum_size;

  if (gtk_widget_get_halign (widget) == GTK_ALIGN_END)
    x = MAX (0, width - used);
  else if (gtk_widget_get_halign (widget) == GTK_ALIGN_CENTER)
    x = MAX (0, width - used) / 2;

  for (int i = 0; i < row->n; i++, child = get_next (child))
    {
      GtkAllocation place = { x, y, sizes[i].minimum_size, row->height };

      if (turned)
        place.x = width - x - place.width;

      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static void
clinic_wrap_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  ClinicWrap *self = CLINIC_WRAP (widget);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Row row = find_row (self, child, width);

      allocate_row (self, &row, y, width);
      y += row.height + self->row_spacing;
      child = row.end;
    }
}

static GtkSizeRequestMode
clinic_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As far as its children want to. */
static void
clinic_wrap_compute_expand (GtkWidget *widget,
                            gboolean  *across,
                            gboolean  *down)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      *across |= gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *down |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
clinic_wrap_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ClinicWrap *self = CLINIC_WRAP (object);

  if (property_id == PROPERTY_SPACING)
    g_value_set_int (value, self->spacing);
  else if (property_id == PROPERTY_ROW_SPACING)
    g_value_set_int (value, self->row_spacing);
  else if (property_id == PROPERTY_SHRINK)
    g_value_set_boolean (value, self->shrink);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_wrap_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  ClinicWrap *self = CLINIC_WRAP (object);

  if (property_id == PROPERTY_SPACING)
    self->spacing = g_value_get_int (value);
  else if (property_id == PROPERTY_ROW_SPACING)
    self->row_spacing = g_value_get_int (value);
  else if (property_id == PROPERTY_SHRINK)
    self->shrink = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
clinic_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (clinic_wrap_parent_class)->dispose (object);
}

static void
clinic_wrap_class_init (ClinicWrapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_wrap_get_property;
  object_class->set_property = clinic_wrap_set_property;
  object_class->dispose = clinic_wrap_dispose;
  widget_class->measure = clinic_wrap_measure;
  widget_class->size_allocate = clinic_wrap_size_allocate;
  widget_class->get_request_mode = clinic_wrap_get_request_mode;
  widget_class->compute_expand = clinic_wrap_compute_expand;

  properties[PROPERTY_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROPERTY_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROPERTY_SHRINK] = g_param_spec_boolean ("shrink", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_wrap_init (ClinicWrap *self)
{
}

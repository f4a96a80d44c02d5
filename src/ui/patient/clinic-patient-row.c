/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-graph-colours.h"
#include "clinic-locale.h"
#include "clinic-patient-row.h"

/* Marks of direction; isolates that read from left to right, or as their text does. */
#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"
#define LRI "\xe2\x81\xa6"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

/* Pixels beside a text, above and below it. */
#define PADDING 6
#define ABOVE 8

struct _ClinicPatientRow
{
  GtkWidget parent_instance;

  ClinicPatientSpread  *columns;
  ClinicPatientLine    *line;
  GPtrArray            *layouts;        /* PangoLayout or NULL, one a column; as drawn last */
  gboolean              stale;          /* the texts are to be made */
  char                  today[11];
};

G_DEFINE_FINAL_TYPE (ClinicPatientRow, clinic_patient_row, GTK_TYPE_WIDGET)

/* Whatever script a name is in, it begins where the column does; and a telephone number keeps its
 * order in a window from right to left. */
static char *
mark_direction (ClinicPatientRow * self,
                const ClinicPatientColumn * column,
                const char                *text)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return g_strconcat (rtl ? RLM : LRM, column->ltr ? LRI : FSI, text, PDI, NULL);
}

static void
put_text (ClinicPatientRow          *self,
          guint                      i,
          const ClinicPatientColumn *column,
          const char                *text)
{
  g_autofree char *marked = mark_direction (self, column, text);
  PangoLayout *layout = self->layouts->pdata[i];

  if (layout == NULL)
    {
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      self->layouts->pdata[i] = layout;

      if (i == 0)
        {
          g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

          pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
          pango_layout_set_attributes (layout, attributes);
        }
    }

  pango_layout_set_text (layout, marked, -1);
}

/* All that the columns say, for who listens. */
static void
name_row (ClinicPatientRow *self,
          const char       *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
make_texts (ClinicPatientRow *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  self->stale = FALSE;

  for (guint i = 0; i < self->layouts->len; i++)
    {
      const ClinicPatientPlace *place = clinic_patient_spread_get_place (self->columns, i);
      g_autofree char *text = self->line != NULL && place->shown
                              ? place->column->get_text (self->line, self->today) : NULL;

      if (text == NULL || *text == '\0')
        {
          g_clear_object (&self->layouts->pdata[i]);
          continue;
        }

      put_text (self, i, place->column, text);
      g_string_append (words, words->len > 0 ? ", " : "");
      g_string_append (words, text);
    }

  name_row (self, words->str);
}

/* What is out of sight has a name at least. */
static void
name_undrawn (ClinicPatientRow *self)
{
  g_autofree char *name = clinic_locale_list_name (self->line->family_name,
                                                   self->line->given_name);

  name_row (self, name != NULL ? name : "");
}

static void
forget_texts (ClinicPatientRow *self)
{
  for (guint i = 0; i < self->layouts->len; i++)
    g_clear_object (&self->layouts->pdata[i]);

  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_stale (ClinicPatientRow *self)
{
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
columns_changed_cb (ClinicPatientRow *self)
{
  make_stale (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Where a column begins. */
static int
get_x (ClinicPatientRow         *self,
       const ClinicPatientPlace *place)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return place->x;

  return gtk_widget_get_width (GTK_WIDGET (self)) - place->x - place->width;
}

static void
draw_text (ClinicPatientRow *self,
           GtkSnapshot      *snapshot,
           guint             i,
           const GdkRGBA    *colour)
{
  const ClinicPatientPlace *place = clinic_patient_spread_get_place (self->columns, i);
  PangoLayout *layout = self->layouts->pdata[i];
  int width = MAX (place->width - 2 * PADDING, 1);
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (get_x (self, place) + PADDING),
                                                (float) ((gtk_widget_get_height (GTK_WIDGET (self))
                                                          - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
clinic_patient_row_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ClinicPatientRow *self = CLINIC_PATIENT_ROW (widget);
  GdkRGBA text;
  GdkRGBA warning;

  if (self->columns == NULL)
    return;

  if (self->stale)
    make_texts (self);

  clinic_graph_colours_get (widget, NULL, &text);
  clinic_graph_colours_get (widget, "warning_color", &warning);
  clinic_patient_spread_fit (self->columns, gtk_widget_get_width (widget));

  for (guint i = 0; i < self->layouts->len; i++)
    {
      const ClinicPatientPlace *place = clinic_patient_spread_get_place (self->columns, i);

      if (place->shown && self->layouts->pdata[i] != NULL)
        draw_text (self, snapshot, i, place->column->warns ? &warning : &text);
    }
}

static void
clinic_patient_row_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *least,
                            int            *natural,
                            int            *least_baseline,
                            int            *natural_baseline)
{
  ClinicPatientRow *self = CLINIC_PATIENT_ROW (widget);
  PangoFontMetrics *metrics;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *least = *natural = self->columns != NULL ? clinic_patient_spread_get_least (self->columns)
                                                : 0;
      return;
    }

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  *least = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) + 2 * ABOVE;
  pango_font_metrics_unref (metrics);
}

static void
clinic_patient_row_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (clinic_patient_row_parent_class)->css_changed (widget, change);

  /* What does not concern the texts' shape, such as the pointer over a row, keeps them. */
  gtk_widget_queue_draw (widget);
}

static void
clinic_patient_row_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (clinic_patient_row_parent_class)->system_setting_changed (widget, setting);
  forget_texts (CLINIC_PATIENT_ROW (widget));
}

static void
clinic_patient_row_direction_changed (GtkWidget        *widget,
                                      GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (clinic_patient_row_parent_class)->direction_changed (widget, before);
  forget_texts (CLINIC_PATIENT_ROW (widget));
}

/* The whole of a text that has no room. */
static gboolean
query_tooltip_cb (ClinicPatientRow *self,
                  int               x,
                  int               y,
                  gboolean          keyboard,
                  GtkTooltip       *tooltip)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      const ClinicPatientPlace *place = clinic_patient_spread_get_place (self->columns, i);
      int start = get_x (self, place);

      if (!place->shown || x < start || x >= start + place->width ||
          self->layouts->pdata[i] == NULL)
        continue;

      gtk_tooltip_set_text (tooltip, pango_layout_get_text (self->layouts->pdata[i]));

      return pango_layout_is_ellipsized (self->layouts->pdata[i]);
    }

  return FALSE;
}

static void
drop_line (ClinicPatientRow *self)
{
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_data (self->line, self);

  g_clear_object (&self->line);
}

static void
clinic_patient_row_dispose (GObject *object)
{
  ClinicPatientRow *self = CLINIC_PATIENT_ROW (object);

  drop_line (self);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (clinic_patient_row_parent_class)->dispose (object);
}

static void
clinic_patient_row_class_init (ClinicPatientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_row_dispose;
  widget_class->snapshot = clinic_patient_row_snapshot;
  widget_class->measure = clinic_patient_row_measure;
  widget_class->css_changed = clinic_patient_row_css_changed;
  widget_class->system_setting_changed = clinic_patient_row_system_setting_changed;
  widget_class->direction_changed = clinic_patient_row_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "patientrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
unref_layout (gpointer layout)
{
  if (layout != NULL)
    g_object_unref (layout);
}

static void
clinic_patient_row_init (ClinicPatientRow *self)
{
  self->layouts = g_ptr_array_new_with_free_func (unref_layout);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

ClinicPatientLine *
clinic_patient_row_get_line (ClinicPatientRow *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_ROW (self), NULL);

  return self->line;
}

void
clinic_patient_row_set_line (ClinicPatientRow  *self,
                             ClinicPatientLine *line,
                             const char        *today)
{
  g_return_if_fail (CLINIC_IS_PATIENT_ROW (self));

  g_strlcpy (self->today, today != NULL ? today : "", sizeof self->today);

  if (line == self->line)
    return;

  drop_line (self);
  make_stale (self);

  if (line == NULL)
    return;

  self->line = g_object_ref (line);
  g_signal_connect_swapped (line, "notify", G_CALLBACK (make_stale), self);
  g_signal_connect_swapped (line, "notify::family-name", G_CALLBACK (name_undrawn), self);
  name_undrawn (self);
}

typedef struct
{
  ClinicPatientSpread  *columns;
  const char *const    *today;
} Maker;

static void
maker_free (gpointer  data,
            GClosure *closure)
{
  Maker *maker = data;

  g_object_unref (maker->columns);
  g_free (maker);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Maker                    *maker)
{
  ClinicPatientRow *row = g_object_new (CLINIC_TYPE_PATIENT_ROW, NULL);

  row->columns = g_object_ref (maker->columns);
  g_ptr_array_set_size (row->layouts, (int) clinic_patient_spread_get_n (row->columns));
  g_signal_connect_object (row->columns, "changed", G_CALLBACK (columns_changed_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Maker                    *maker)
{
  clinic_patient_row_set_line (CLINIC_PATIENT_ROW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item), *maker->today);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Maker                    *maker)
{
  clinic_patient_row_set_line (CLINIC_PATIENT_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

GtkListItemFactory *
clinic_patient_row_factory (ClinicPatientSpread  *columns,
                            const char *const    *today)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_new0 (Maker, 1);

  maker->columns = g_object_ref (columns);
  maker->today = today;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), maker, maker_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), maker);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), maker);

  return factory;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-graph-colours.h"
#include "clinic-spread-row.h"

/* Marks of direction; isolates that read from left to right, or as their text does. */
#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"
#define LRI "\xe2\x81\xa6"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

/* Pixels above and below a text. */
#define ABOVE 8

typedef struct
{
  ClinicSpread     *columns;
  ClinicSpreadText  func;
  gpointer          data;
  gboolean          tells_titles;
} Maker;

typedef struct
{
  char        *text;            /* NULL: nothing */
  PangoLayout *layout;          /* made when it is first drawn */
  gboolean     set;             /* the layout has the text */
} Piece;

struct _ClinicSpreadRow
{
  GtkWidget parent_instance;

  Maker       *maker;           /* NULL after dispose */
  GObject     *item;
  GArray      *pieces;          /* Piece, one a column */
  gboolean     stale;           /* the texts are to be made */
  gboolean     named;
};

G_DEFINE_FINAL_TYPE (ClinicSpreadRow, clinic_spread_row, GTK_TYPE_WIDGET)

static Piece *
piece_at (ClinicSpreadRow * self,
          guint i)
{
  return &g_array_index (self->pieces, Piece, i);
}

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->text, g_free);
  g_clear_object (&piece->layout);
}

/* Whatever script a name is in, it begins where the column does; and a telephone number keeps its
 * order in a window from right to left. */
static char *
mark_direction (ClinicSpreadRow         * self,
                const ClinicSpreadPlace * place,
                const char               *text)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return g_strconcat (rtl ? RLM : LRM, place->ltr ? LRI : FSI, text, PDI, NULL);
}

static PangoLayout *
make_layout (ClinicSpreadRow         *self,
             const ClinicSpreadPlace *place)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr(PangoAttrList) attributes = clinic_spread_place_dup_attributes (place);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  /* Pango turns it round only for a text that runs against the window. */
  if (place->figure != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static char *
get_text (ClinicSpreadRow *self,
          guint            i)
{
  return self->item != NULL && self->maker != NULL
         ? self->maker->func (self->item, i, self->maker->data) : NULL;
}

/* All that the columns say, for who listens. */
static void
name_row (ClinicSpreadRow *self,
          const char      *words)
{
  self->named = *words != '\0';
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_words (ClinicSpreadRow         *self,
           GString                 *words,
           const ClinicSpreadPlace *place,
           const char              *text)
{
  if (words->len > 0)
    g_string_append (words, "; ");

  if (self->maker->tells_titles)
    g_string_append_printf (words, "%s: ", place->title);

  g_string_append (words, text);
}

static void
make_texts (ClinicSpreadRow *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  self->stale = FALSE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (self->maker->columns, i);
      Piece *piece = piece_at (self, i);

      g_free (piece->text);
      piece->text = place->shown ? get_text (self, i) : NULL;
      piece->set = FALSE;

      if (piece->text != NULL && *piece->text != '\0')
        add_words (self, words, place, piece->text);
      else
        g_clear_pointer (&piece->text, g_free);
    }

  name_row (self, words->str);
}

/* The layout of a text that is drawn. */
static PangoLayout *
get_layout (ClinicSpreadRow         *self,
            Piece                   *piece,
            const ClinicSpreadPlace *place)
{
  g_autofree char *marked = NULL;

  if (piece->set)
    return piece->layout;

  if (piece->layout == NULL)
    piece->layout = make_layout (self, place);

  marked = mark_direction (self, place, piece->text);
  pango_layout_set_text (piece->layout, marked, -1);
  piece->set = TRUE;

  return piece->layout;
}

/* What is out of sight has a name at least. */
static void
name_undrawn (ClinicSpreadRow *self)
{
  g_autofree char *name = get_text (self, 0);

  name_row (self, name != NULL ? name : "");
}

static void
forget_texts (ClinicSpreadRow *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    clear_piece (piece_at (self, i));

  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_stale (ClinicSpreadRow *self)
{
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
item_changed_cb (ClinicSpreadRow *self)
{
  make_stale (self);

  if (!self->named)
    name_undrawn (self);
}

static void
columns_changed_cb (ClinicSpreadRow *self)
{
  make_stale (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Where a column begins. */
static int
get_x (ClinicSpreadRow         *self,
       const ClinicSpreadPlace *place)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return place->x;

  return gtk_widget_get_width (GTK_WIDGET (self)) - place->x - place->width;
}

static void
draw_text (ClinicSpreadRow  *self,
           GtkSnapshot      *snapshot,
           guint             i,
           const GdkRGBA    *colour)
{
  const ClinicSpreadPlace *place = clinic_spread_get_place (self->maker->columns, i);
  PangoLayout *layout = get_layout (self, piece_at (self, i), place);
  int width = MAX (place->width - 2 * CLINIC_SPREAD_PADDING, 1);
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (get_x (self, place) + CLINIC_SPREAD_PADDING),
                                                (float) ((gtk_widget_get_height (GTK_WIDGET (self))
                                                          - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
clinic_spread_row_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ClinicSpreadRow *self = CLINIC_SPREAD_ROW (widget);
  GdkRGBA colour;

  if (self->maker == NULL)
    return;

  if (self->stale)
    make_texts (self);

  clinic_spread_fit (self->maker->columns, gtk_widget_get_width (widget));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (self->maker->columns, i);

      if (piece_at (self, i)->text == NULL || !clinic_spread_is_seen (self->maker->columns, i))
        continue;

      clinic_graph_colours_get (widget, place->warns ? "warning_color" : NULL, &colour);
      draw_text (self, snapshot, i, &colour);
    }
}

static void
clinic_spread_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *least,
                           int            *natural,
                           int            *least_baseline,
                           int            *natural_baseline)
{
  ClinicSpreadRow *self = CLINIC_SPREAD_ROW (widget);
  PangoFontMetrics *metrics;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *least = *natural = self->maker != NULL ? clinic_spread_get_least (self->maker->columns)
                                                : 0;
      return;
    }

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  *least = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) + 2 * ABOVE;
  pango_font_metrics_unref (metrics);
}

static void
clinic_spread_row_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (clinic_spread_row_parent_class)->system_setting_changed (widget, setting);
  forget_texts (CLINIC_SPREAD_ROW (widget));
}

static void
clinic_spread_row_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (clinic_spread_row_parent_class)->direction_changed (widget, before);
  forget_texts (CLINIC_SPREAD_ROW (widget));
}

/* The whole of a text that has no room. */
static gboolean
query_tooltip_cb (ClinicSpreadRow  *self,
                  int               x,
                  int               y,
                  gboolean          keyboard,
                  GtkTooltip       *tooltip)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (self->maker->columns, i);
      int start = get_x (self, place);

      if (!place->shown || place->dropped || x < start || x >= start + place->width ||
          piece_at (self, i)->text == NULL)
        continue;

      gtk_tooltip_set_text (tooltip, piece_at (self, i)->text);

      return pango_layout_is_ellipsized (get_layout (self, piece_at (self, i), place));
    }

  return FALSE;
}

static void
drop_item (ClinicSpreadRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);

  g_clear_object (&self->item);
  self->named = FALSE;
}

static void
maker_clear (gpointer data)
{
  Maker *maker = data;

  g_object_unref (maker->columns);
}

static void
maker_unref (gpointer maker)
{
  g_rc_box_release_full (maker, maker_clear);
}

static void
clinic_spread_row_dispose (GObject *object)
{
  ClinicSpreadRow *self = CLINIC_SPREAD_ROW (object);

  drop_item (self);
  g_array_set_size (self->pieces, 0);
  g_clear_pointer (&self->maker, maker_unref);

  G_OBJECT_CLASS (clinic_spread_row_parent_class)->dispose (object);
}

static void
clinic_spread_row_finalize (GObject *object)
{
  g_array_unref (CLINIC_SPREAD_ROW (object)->pieces);

  G_OBJECT_CLASS (clinic_spread_row_parent_class)->finalize (object);
}

static void
clinic_spread_row_class_init (ClinicSpreadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_spread_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_spread_row_finalize;
  widget_class->snapshot = clinic_spread_row_snapshot;
  widget_class->measure = clinic_spread_row_measure;
  widget_class->system_setting_changed = clinic_spread_row_system_setting_changed;
  widget_class->direction_changed = clinic_spread_row_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "spreadrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
clinic_spread_row_init (ClinicSpreadRow *self)
{
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

gpointer
clinic_spread_row_get_item (ClinicSpreadRow *self)
{
  g_return_val_if_fail (CLINIC_IS_SPREAD_ROW (self), NULL);

  return self->item;
}

static void
set_item (ClinicSpreadRow *self,
          GObject         *item)
{
  if (item == self->item)
    return;

  drop_item (self);
  make_stale (self);

  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "notify", G_CALLBACK (item_changed_cb), self);
  name_undrawn (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Maker                    *maker)
{
  ClinicSpreadRow *row = g_object_new (CLINIC_TYPE_SPREAD_ROW, NULL);

  row->maker = g_rc_box_acquire (maker);
  g_array_set_size (row->pieces, clinic_spread_get_n (maker->columns));
  g_signal_connect_object (maker->columns, "changed", G_CALLBACK (columns_changed_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (maker->columns, "moved", G_CALLBACK (gtk_widget_queue_draw), row,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Maker                    *maker)
{
  set_item (CLINIC_SPREAD_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Maker                    *maker)
{
  set_item (CLINIC_SPREAD_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
factory_gone (gpointer  maker,
              GClosure *closure)
{
  maker_unref (maker);
}

GtkListItemFactory *
clinic_spread_row_factory (ClinicSpread     *columns,
                           ClinicSpreadText  func,
                           gpointer          data,
                           gboolean          tells_titles)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_rc_box_new0 (Maker);

  maker->columns = g_object_ref (columns);
  maker->func = func;
  maker->data = data;
  maker->tells_titles = tells_titles;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), maker, factory_gone, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), maker);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), maker);

  return factory;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-graph-colours.h"
#include "clinic-locale.h"
#include "clinic-today-page.h"
#include "clinic-visit-face.h"
#include "clinic-visit-cells.h"
#include "clinic-visit-signs.h"
#include "clinic-visit-texts.h"

/* Marks of direction, and an isolate that reads as its text does. */
#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

#define GAP_IN_CARD 6
#define BETWEEN_LINES 2
#define SIGN 16
#define SIGN_GAP 4
#define LEAST_IN_CARD 6
#define CAPTION 0.82
#define DIM 0.55f

/* A text as drawn. */
typedef struct
{
  char        *text;
  PangoLayout *layout;
} Piece;

struct _ClinicVisitFace
{
  GtkWidget parent_instance;

  ClinicTodayPage  *page;       /* that it is in, while it is in one */
  ClinicVisit      *visit;
  ClinicVisitAlert *alert;
  ClinicVisitLook   look;
  char             *waited;
  Piece             pieces[CLINIC_VISIT_N_PARTS];
  gboolean          stale;      /* the texts are to be made */
};

typedef enum
{
  PROPERTY_VISIT = 1,
  PROPERTY_LOOK,
  PROPERTY_WAITED,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicVisitFace, clinic_visit_face, GTK_TYPE_WIDGET)

static void
clear_piece (Piece *piece)
{
  g_clear_pointer (&piece->text, g_free);
  g_clear_object (&piece->layout);
}

static void
forget (ClinicVisitFace *self)
{
  for (guint i = 0; i < CLINIC_VISIT_N_PARTS; i++)
    clear_piece (&self->pieces[i]);

  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_alert (ClinicVisitFace *self)
{
  const ClinicVisitAlert *alert = NULL;

  if (self->page != NULL && self->visit != NULL)
    alert = clinic_today_page_get_alert (self->page,
                                         clinic_record_get_id (CLINIC_RECORD (self->visit)));

  if (clinic_visit_alert_equal (alert, self->alert))
    return;

  g_clear_pointer (&self->alert, clinic_visit_alert_free);
  self->alert = clinic_visit_alert_copy (alert);
  forget (self);
}

/* All that there is to say, for who listens. */
static void
make_texts (ClinicVisitFace *self)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *signs = NULL;
  const ClinicVisitCell *slots;
  guint n;

  self->stale = FALSE;
  slots = clinic_visit_cells_of (self->look, &n);

  for (guint i = 0; i < n && self->visit != NULL; i++)
    {
      Piece *piece;

      if (slots[i].part == CLINIC_VISIT_PART_SIGNS)
        continue;

      piece = &self->pieces[slots[i].part];
      clear_piece (piece);
      piece->text = clinic_visit_part_say (self->visit, slots[i].part, self->waited);

      if (piece->text == NULL || *piece->text == '\0')
        g_clear_pointer (&piece->text, g_free);
      else
        g_string_append_printf (words, words->len > 0 ? "; %s" : "%s", piece->text);
    }

  signs = self->visit != NULL ? clinic_visit_signs_say (self->visit, self->alert) : NULL;

  if (signs != NULL)
    g_string_append_printf (words, "; %s", signs);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

static gboolean
is_rtl (ClinicVisitFace *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Whatever script a name is in, it begins where its place does. */
static PangoLayout *
make_layout (ClinicVisitFace            *self,
             const char                 *text,
             const ClinicVisitCell      *slot)
{
  g_autofree char *marked = g_strconcat (is_rtl (self) ? RLM : LRM, FSI, text, PDI, NULL);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marked);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  /* Pango turns it round only for a text that runs against the window. */
  pango_layout_set_alignment (layout, is_rtl (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  if (slot->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  if (slot->caption)
    pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION));

  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
get_letter (ClinicVisitFace *self,
            int             *width,
            int             *height)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *width = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                   pango_font_metrics_get_approximate_digit_width (metrics)));
  *height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

static guint
count_lines (ClinicVisitFace *self)
{
  return self->look == CLINIC_VISIT_LOOK_CARD ? 3 : 1;
}

static int
get_line_height (int   letter,
                 guint line)
{
  return line == 0 ? letter : (int) (letter * CAPTION + 0.5);
}

static int
get_height (ClinicVisitFace *self,
            int              letter)
{
  int height = -BETWEEN_LINES;

  for (guint line = 0; line < count_lines (self); line++)
    height += get_line_height (letter, line) + BETWEEN_LINES;

  return height;
}

static void
append_text (ClinicVisitFace *self,
             GtkSnapshot     *snapshot,
             PangoLayout     *layout,
             const GdkRGBA   *colour,
             int              x,
             int              width,
             int              middle)
{
  int height;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  if (is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (middle - height / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static int
append_sign (ClinicVisitFace       *self,
             GtkSnapshot           *snapshot,
             const ClinicVisitSign *sign,
             int                    x,
             int                    middle)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = NULL;
  g_autofree char *number = NULL;
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA colour;
  GdkRGBA text;
  int width;

  icon = gtk_icon_theme_lookup_icon (theme, sign->icon, NULL, SIGN,
                                     gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  clinic_graph_colours_get (widget, sign->colour, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (is_rtl (self)
                                                         ? gtk_widget_get_width (widget) - x - SIGN
                                                         : x),
                                                (float) (middle - SIGN / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SIGN, SIGN,
                                            &colour, 1);
  gtk_snapshot_restore (snapshot);

  if (sign->number == 0)
    return SIGN + GAP_IN_CARD;

  number = clinic_locale_number (sign->number);
  layout = make_layout (self, number, &(ClinicVisitCell) { .line = 0 });
  clinic_graph_colours_get (widget, NULL, &text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  append_text (self, snapshot, layout, &text, x + SIGN + SIGN_GAP, width, middle);

  return SIGN + SIGN_GAP + width + GAP_IN_CARD;
}

static void
append_signs (ClinicVisitFace *self,
              GtkSnapshot     *snapshot,
              int              x,
              int              middle)
{
  ClinicVisitSign signs[CLINIC_VISIT_MOST_SIGNS];
  guint n = clinic_visit_signs_list (self->visit, self->alert, self->look, signs);

  for (guint i = 0; i < n; i++)
    x += append_sign (self, snapshot, &signs[i], x, middle);
}

/* Pixels of a slot that does not take what is left. */
static int
get_width (ClinicVisitFace            *self,
           const ClinicVisitCell      *slot,
           int                         letter)
{
  Piece *piece;
  int width;

  if (slot->chars > 0)
    return slot->chars * letter;

  if (slot->part == CLINIC_VISIT_PART_SIGNS)
    {
      ClinicVisitSign signs[CLINIC_VISIT_MOST_SIGNS];

      /* In a card, where none has a number. */
      return (int) clinic_visit_signs_list (self->visit, self->alert, self->look, signs) *
             (SIGN + GAP_IN_CARD);
    }

  piece = &self->pieces[slot->part];

  if (piece->text == NULL)
    return 0;

  if (piece->layout == NULL)
    piece->layout = make_layout (self, piece->text, slot);

  pango_layout_set_width (piece->layout, -1);
  pango_layout_get_pixel_size (piece->layout, &width, NULL);

  return width;
}

static void
append_slot (ClinicVisitFace            *self,
             GtkSnapshot                *snapshot,
             const ClinicVisitCell      *slot,
             int                         x,
             int                         width,
             int                         middle)
{
  Piece *piece;
  GdkRGBA colour;

  if (slot->part == CLINIC_VISIT_PART_SIGNS)
    {
      append_signs (self, snapshot, x, middle);
      return;
    }

  piece = &self->pieces[slot->part];

  if (piece->text == NULL)
    return;

  if (piece->layout == NULL)
    piece->layout = make_layout (self, piece->text, slot);

  clinic_graph_colours_get (GTK_WIDGET (self), NULL, &colour);
  colour.alpha *= slot->dim && !adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                  ? DIM : 1;
  append_text (self, snapshot, piece->layout, &colour, x, width, middle);
}

static void
append_line (ClinicVisitFace *self,
             GtkSnapshot     *snapshot,
             guint            line,
             int              letter,
             int              middle)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int gap = self->look == CLINIC_VISIT_LOOK_CARD ? GAP_IN_CARD : CLINIC_VISIT_GAP;
  int left = width;
  int x = 0;
  guint n;
  const ClinicVisitCell *slots = clinic_visit_cells_of (self->look, &n);
  guint dropped = clinic_visit_cells_dropped (slots, n, letter, width);
  int widths[8] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      if (slots[i].line != line || slots[i].chars < 0 || slots[i].drops >= dropped)
        continue;

      widths[i] = get_width (self, &slots[i], letter);
      left -= widths[i] > 0 ? widths[i] + gap : 0;
    }

  for (guint i = 0; i < n; i++)
    {
      if (slots[i].line == line && slots[i].grows && widths[i] > 0)
        {
          int spare = MAX (left - CLINIC_VISIT_MOST_NAME * letter, 0);

          widths[i] += spare;
          left -= spare;
        }
    }

  for (guint i = 0; i < n; i++)
    {
      if (slots[i].line != line)
        continue;

      if (slots[i].chars < 0)
        widths[i] = MAX (left, 0);

      if (widths[i] > 0)
        append_slot (self, snapshot, &slots[i], x, widths[i], middle);

      x += widths[i] > 0 ? widths[i] + gap : 0;
    }
}

static void
clinic_visit_face_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ClinicVisitFace *self = CLINIC_VISIT_FACE (widget);
  int letter, high, y;

  if (self->visit == NULL)
    return;

  if (self->stale)
    make_texts (self);

  get_letter (self, &letter, &high);
  y = (gtk_widget_get_height (widget) - get_height (self, high)) / 2;

  for (guint line = 0; line < count_lines (self); line++)
    {
      int height = get_line_height (high, line);

      append_line (self, snapshot, line, letter, y + height / 2);
      y += height + BETWEEN_LINES;
    }
}

static void
clinic_visit_face_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *least,
                           int            *natural,
                           int            *least_baseline,
                           int            *natural_baseline)
{
  ClinicVisitFace *self = CLINIC_VISIT_FACE (widget);
  int letter, high;

  get_letter (self, &letter, &high);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *least = (self->look == CLINIC_VISIT_LOOK_CARD ? LEAST_IN_CARD : CLINIC_VISIT_LEAST_NAME) * letter;
      *natural = *least;
      return;
    }

  *least = *natural = get_height (self, high);
}

/* What the signs count, and what had no room. */
static gboolean
query_tooltip_cb (ClinicVisitFace *self,
                  int              x,
                  int              y,
                  gboolean         keyboard,
                  GtkTooltip      *tooltip)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *signs = self->visit != NULL ? clinic_visit_signs_say (self->visit, self->alert)
                                               : NULL;

  for (guint i = 0; i < CLINIC_VISIT_N_PARTS; i++)
    {
      Piece *piece = &self->pieces[i];

      if (piece->text != NULL && (piece->layout == NULL ||
                                  pango_layout_is_ellipsized (piece->layout)))
        g_string_append_printf (words, words->len > 0 ? "\n%s" : "%s", piece->text);
    }

  if (signs != NULL)
    g_string_append_printf (words, words->len > 0 ? "\n%s" : "%s", signs);

  gtk_tooltip_set_text (tooltip, words->str);

  return words->len > 0;
}

static void
clinic_visit_face_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (clinic_visit_face_parent_class)->system_setting_changed (widget, setting);
  forget (CLINIC_VISIT_FACE (widget));
}

static void
clinic_visit_face_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (clinic_visit_face_parent_class)->direction_changed (widget, before);
  forget (CLINIC_VISIT_FACE (widget));
}

/* A row out of sight is not drawn: its name at least can be heard. */
static void
name_undrawn (ClinicVisitFace *self)
{
  g_autofree char *name = clinic_visit_part_say (self->visit, CLINIC_VISIT_PART_NAME, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
}

static void
set_visit (ClinicVisitFace *self,
           ClinicVisit     *visit)
{
  if (visit == self->visit)
    return;

  if (self->visit != NULL)
    g_signal_handlers_disconnect_by_func (self->visit, forget, self);

  g_set_object (&self->visit, visit);
  forget (self);
  update_alert (self);

  if (visit == NULL)
    return;

  g_signal_connect_swapped (visit, "notify", G_CALLBACK (forget), self);
  name_undrawn (self);
}

static void
clinic_visit_face_root (GtkWidget *widget)
{
  ClinicVisitFace *self = CLINIC_VISIT_FACE (widget);
  GtkWidget *page;

  GTK_WIDGET_CLASS (clinic_visit_face_parent_class)->root (widget);

  page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_TODAY_PAGE);

  if (page == NULL)
    return;

  self->page = CLINIC_TODAY_PAGE (page);
  g_signal_connect_object (page, "waited", G_CALLBACK (update_alert), self, G_CONNECT_SWAPPED);
  update_alert (self);
}

static void
clinic_visit_face_unroot (GtkWidget *widget)
{
  ClinicVisitFace *self = CLINIC_VISIT_FACE (widget);

  if (self->page != NULL)
    g_signal_handlers_disconnect_by_func (self->page, update_alert, self);

  self->page = NULL;

  GTK_WIDGET_CLASS (clinic_visit_face_parent_class)->unroot (widget);
}

static void
clinic_visit_face_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ClinicVisitFace *self = CLINIC_VISIT_FACE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_VISIT:
      g_value_set_object (value, self->visit);
      break;

    case PROPERTY_LOOK:
      g_value_set_enum (value, self->look);
      break;

    case PROPERTY_WAITED:
      g_value_set_string (value, self->waited);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_visit_face_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ClinicVisitFace *self = CLINIC_VISIT_FACE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_VISIT:
      set_visit (self, g_value_get_object (value));
      break;

    case PROPERTY_LOOK:
      self->look = g_value_get_enum (value);
      forget (self);
      break;

    case PROPERTY_WAITED:
      g_free (self->waited);
      self->waited = g_value_dup_string (value);
      forget (self);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_visit_face_dispose (GObject *object)
{
  ClinicVisitFace *self = CLINIC_VISIT_FACE (object);

  set_visit (self, NULL);
  g_clear_pointer (&self->waited, g_free);
  g_clear_pointer (&self->alert, clinic_visit_alert_free);

  G_OBJECT_CLASS (clinic_visit_face_parent_class)->dispose (object);
}

static void
clinic_visit_face_class_init (ClinicVisitFaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = clinic_visit_face_dispose;
  object_class->get_property = clinic_visit_face_get_property;
  object_class->set_property = clinic_visit_face_set_property;
  widget_class->root = clinic_visit_face_root;
  widget_class->unroot = clinic_visit_face_unroot;
  widget_class->snapshot = clinic_visit_face_snapshot;
  widget_class->measure = clinic_visit_face_measure;
  widget_class->system_setting_changed = clinic_visit_face_system_setting_changed;
  widget_class->direction_changed = clinic_visit_face_direction_changed;

  properties[PROPERTY_VISIT] = g_param_spec_object ("visit", NULL, NULL, CLINIC_TYPE_VISIT, flags);
  properties[PROPERTY_LOOK] = g_param_spec_enum ("look", NULL, NULL, CLINIC_TYPE_VISIT_LOOK,
                                                 CLINIC_VISIT_LOOK_MINE, flags);
  properties[PROPERTY_WAITED] = g_param_spec_string ("waited", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "visitface");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
clinic_visit_face_init (ClinicVisitFace *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

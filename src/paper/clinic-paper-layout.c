/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks become pieces on sheets. */

#include "config.h"

#include "clinic-paper-private.h"

#define FONT "Noto Sans, Noto Sans Arabic, DejaVu Sans, Sans"
#define SIGNATURE_HEIGHT 88.0
#define ITEM_INDENT 14.0

/* Size, weight and the space above of each kind. */
static const struct
{
  double      points;
  PangoWeight weight;
  double      above;
} looks[] = {
  [CLINIC_PAPER_TITLE] = { 17, PANGO_WEIGHT_BOLD, 10 },
  [CLINIC_PAPER_HEADING] = { 11.5, PANGO_WEIGHT_BOLD, 12 },
  [CLINIC_PAPER_TEXT] = { 10, PANGO_WEIGHT_NORMAL, 5 },
  [CLINIC_PAPER_ITEM] = { 10, PANGO_WEIGHT_NORMAL, 3 },
  [CLINIC_PAPER_NOTE] = { 8.5, PANGO_WEIGHT_NORMAL, 6 },
  [CLINIC_PAPER_FACT] = { 10, PANGO_WEIGHT_NORMAL, 3 },
  [CLINIC_PAPER_ROW] = { 9, PANGO_WEIGHT_NORMAL, 2.5 },
  [CLINIC_PAPER_HEAD_ROW] = { 9, PANGO_WEIGHT_BOLD, 8 },
  [CLINIC_PAPER_SIGNATURE] = { 9, PANGO_WEIGHT_NORMAL, 14 },
};

static const double inner = CLINIC_PAPER_WIDTH - 2 * CLINIC_PAPER_MARGIN;

PangoLayout *
clinic_paper_make_layout (ClinicPaper *self,
                          const char  *text,
                          double       width,
                          double       points,
                          PangoWeight  weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_font_description_set_size (font, (int) (points * PANGO_SCALE));
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, (int) (points * 0.22 * PANGO_SCALE));
  /* A line of another script stays on the side of the paper. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static guint
sum_shares (const ClinicPaperBlock *block)
{
  guint sum = 0;

  for (guint i = 0; i < block->shares->len; i++)
    sum += g_array_index (block->shares, guint, i);

  return sum;
}

void
clinic_paper_get_cell (ClinicPaper            *self,
                       const ClinicPaperBlock *block,
                       guint                   n,
                       double                 *x,
                       double                 *width)
{
  double gap = 8;
  double start = 0;
  double unit;

  if (block->shares == NULL)
    {
      start = block->kind == CLINIC_PAPER_ITEM ? ITEM_INDENT : 0;
      *width = inner - start;
      *x = self->rtl ? 0 : start;
      return;
    }

  unit = inner / sum_shares (block);

  for (guint i = 0; i < n; i++)
    start += unit * g_array_index (block->shares, guint, i);

  *width = unit * g_array_index (block->shares, guint, n) - gap;
  *x = self->rtl ? inner - start - *width : start;
}

static void
free_piece (gpointer data)
{
  ClinicPaperPiece *piece = data;

  g_ptr_array_unref (piece->layouts);
  g_free (piece);
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* Where the next piece goes; a new sheet when it does not fit. */
static void
place (ClinicPaper      *self,
       ClinicPaperPiece *piece,
       double            wanted,
       double           *y)
{
  double bottom = CLINIC_PAPER_HEIGHT - CLINIC_PAPER_MARGIN - CLINIC_PAPER_FOOT;

  if (*y + MAX (piece->height, wanted) > bottom && *y > CLINIC_PAPER_MARGIN)
    {
      self->n_pages++;
      *y = CLINIC_PAPER_MARGIN;
    }

  piece->page = self->n_pages - 1;
  piece->y = *y;
  *y += piece->height;
  g_ptr_array_add (self->pieces, piece);
}

static ClinicPaperPiece *
new_piece (const ClinicPaperBlock *block)
{
  ClinicPaperPiece *piece = g_new0 (ClinicPaperPiece, 1);

  piece->block = block;
  piece->layouts = g_ptr_array_new_with_free_func (g_object_unref);

  return piece;
}

/* Line by line, so that a paragraph goes on overleaf. */
static void
lay_text (ClinicPaper            *self,
          const ClinicPaperBlock *block,
          double                 *y)
{
  double x, width;
  g_autoptr(PangoLayout) layout = NULL;
  PangoLayoutIter *iter;
  guint line = 0;

  clinic_paper_get_cell (self, block, 0, &x, &width);
  layout = clinic_paper_make_layout (self, block->cells[0], width, looks[block->kind].points,
                                     looks[block->kind].weight);
  iter = pango_layout_get_iter (layout);

  do
    {
      ClinicPaperPiece *piece = new_piece (block);
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      piece->height = (double) (bottom - top) / PANGO_SCALE;
      piece->line = line++;
      g_ptr_array_add (piece->layouts, g_object_ref (layout));
      /* A heading does not stand alone at the foot. */
      place (self, piece, block->kind == CLINIC_PAPER_HEADING ? 60 : 0, y);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

static void
lay_cells (ClinicPaper            *self,
           const ClinicPaperBlock *block,
           double                 *y)
{
  ClinicPaperPiece *piece = new_piece (block);

  for (guint i = 0; block->cells[i] != NULL; i++)
    {
      PangoLayout *layout;
      double x, width;

      clinic_paper_get_cell (self, block, i, &x, &width);
      layout = clinic_paper_make_layout (self, block->cells[i], width, looks[block->kind].points,
                                         looks[block->kind].weight);
      g_ptr_array_add (piece->layouts, layout);
      piece->height = MAX (piece->height, get_height (layout));
    }

  if (block->kind == CLINIC_PAPER_SIGNATURE)
    piece->height += SIGNATURE_HEIGHT;
  else if (block->kind != CLINIC_PAPER_FACT)
    piece->height += 4;

  place (self, piece, block->kind == CLINIC_PAPER_HEAD_ROW ? 60 : 0, y);
}

static double
lay_head (ClinicPaper *self)
{
  double y = CLINIC_PAPER_MARGIN;

  if (self->head == NULL)
    return y;

  y += 18;

  return self->below != NULL ? y + 22 : y + 10;
}

static PangoContext *
make_context (ClinicPaper *self)
{
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A point is a point, and glyphs lie where they are measured: the same on screen and paper. */
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_base_dir (context, self->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (self->language));

  return context;
}

/* The space above a block: more where facts begin or end. */
static double
get_above (ClinicPaper *self,
           guint        place)
{
  const ClinicPaperBlock *block = self->blocks->pdata[place];
  const ClinicPaperBlock *before = place > 0 ? self->blocks->pdata[place - 1] : block;
  gboolean turns = (block->kind == CLINIC_PAPER_FACT) != (before->kind == CLINIC_PAPER_FACT);

  return turns ? MAX (looks[block->kind].above, 9) : looks[block->kind].above;
}

void
clinic_paper_lay_out (ClinicPaper *self)
{
  double y;

  if (self->pieces != NULL)
    return;

  self->context = make_context (self);
  self->pieces = g_ptr_array_new_with_free_func (free_piece);
  self->n_pages = 1;
  y = lay_head (self);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ClinicPaperBlock *block = self->blocks->pdata[i];

      y += y > CLINIC_PAPER_MARGIN ? get_above (self, i) : 0;

      if (block->kind <= CLINIC_PAPER_NOTE)
        lay_text (self, block, &y);
      else
        lay_cells (self, block, &y);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-error.h"
#include "clinic-paper-private.h"
#include "clinic-paper-words.h"
#include "clinic-strokes.h"

#define PALE 0.42
#define SIGNATURE_WIDTH 220.0

static const double inner = CLINIC_PAPER_WIDTH - 2 * CLINIC_PAPER_MARGIN;

static void
free_block (gpointer data)
{
  ClinicPaperBlock *block = data;

  g_strfreev (block->cells);
  g_clear_pointer (&block->shares, g_array_unref);
  g_clear_pointer (&block->strokes, g_ptr_array_unref);
  g_free (block);
}

gboolean
clinic_paper_is_rtl (const char *language)
{
  static const char *const known[] = { "ar", "fa", "he", "ur", "ckb", "yi" };
  gsize length = language != NULL ? strcspn (language, "_-.@") : 0;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (strlen (known[i]) == length && strncmp (known[i], language, length) == 0)
        return TRUE;
    }

  return FALSE;
}

ClinicPaper *
clinic_paper_new (const char *language,
                  const char *title)
{
  ClinicPaper *self = g_new0 (ClinicPaper, 1);

  g_return_val_if_fail (language != NULL && title != NULL, NULL);

  self->language = g_strdup (language);
  self->title = g_strdup (title);
  self->rtl = clinic_paper_is_rtl (language);
  self->blocks = g_ptr_array_new_with_free_func (free_block);

  return self;
}

void
clinic_paper_free (ClinicPaper *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_ptr_array_unref (self->blocks);
  g_free (self->language);
  g_free (self->title);
  g_free (self->head);
  g_free (self->below);
  g_free (self->foot);
  g_free (self);
}

void
clinic_paper_set_head (ClinicPaper *self,
                       const char  *name,
                       const char  *below)
{
  g_free (self->head);
  g_free (self->below);
  self->head = g_strdup (name);
  self->below = g_strdup (below);
}

void
clinic_paper_set_foot (ClinicPaper *self,
                       const char  *foot)
{
  g_free (self->foot);
  self->foot = g_strdup (foot);
}

static ClinicPaperBlock *
add_block (ClinicPaper     *self,
           ClinicPaperKind  kind,
           const char      *first,
           const char      *second)
{
  const char *cells[] = { first, second, NULL };
  ClinicPaperBlock *block = g_new0 (ClinicPaperBlock, 1);

  g_assert (self->pieces == NULL);
  block->kind = kind;
  block->cells = g_strdupv ((char **) cells);
  g_ptr_array_add (self->blocks, block);

  return block;
}

void
clinic_paper_add_title (ClinicPaper *self,
                        const char  *text)
{
  add_block (self, CLINIC_PAPER_TITLE, text, NULL);
}

void
clinic_paper_add_heading (ClinicPaper *self,
                          const char  *text)
{
  add_block (self, CLINIC_PAPER_HEADING, text, NULL);
}

void
clinic_paper_add_text (ClinicPaper *self,
                       const char  *text)
{
  add_block (self, CLINIC_PAPER_TEXT, text, NULL);
}

void
clinic_paper_add_item (ClinicPaper *self,
                       const char  *text)
{
  add_block (self, CLINIC_PAPER_ITEM, text, NULL);
}

void
clinic_paper_add_note (ClinicPaper *self,
                       const char  *text)
{
  add_block (self, CLINIC_PAPER_NOTE, text, NULL);
}

void
clinic_paper_add_body (ClinicPaper *self,
                       const char  *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strstrip (*line);

      if (g_str_has_prefix (*line, "## "))
        clinic_paper_add_heading (self, *line + 3);
      else if (g_str_has_prefix (*line, "- "))
        clinic_paper_add_item (self, *line + 2);
      else if (**line != '\0')
        clinic_paper_add_text (self, *line);
    }
}

static void
set_shares (ClinicPaperBlock *block,
            const guint      *shares)
{
  block->shares = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; *shares != 0; shares++)
    g_array_append_vals (block->shares, shares, 1);
}

void
clinic_paper_add_fact (ClinicPaper *self,
                       const char  *label,
                       const char  *value)
{
  static const guint shares[] = { 3, 7, 0 };

  if (value != NULL)
    set_shares (add_block (self, CLINIC_PAPER_FACT, label, value), shares);
}

void
clinic_paper_add_row (ClinicPaper       *self,
                      const char *const *cells,
                      const guint       *shares,
                      gboolean           head)
{
  ClinicPaperBlock *block = add_block (self, head ? CLINIC_PAPER_HEAD_ROW : CLINIC_PAPER_ROW, NULL,
                                       NULL);

  g_strfreev (block->cells);
  block->cells = g_strdupv ((char **) cells);
  set_shares (block, shares);
}

void
clinic_paper_add_signature (ClinicPaper *self,
                            const char  *strokes,
                            const char  *below)
{
  ClinicPaperBlock *block = add_block (self, CLINIC_PAPER_SIGNATURE, below, NULL);

  block->strokes = strokes != NULL ? clinic_strokes_parse (strokes) : NULL;
}

guint
clinic_paper_get_n_pages (ClinicPaper *self)
{
  clinic_paper_lay_out (self);

  return self->n_pages;
}

static void
set_grey (cairo_t *cairo,
          double   grey)
{
  cairo_set_source_rgb (cairo, grey, grey, grey);
}

static void
draw_rule (cairo_t *cairo,
           double   y,
           double   width,
           double   x)
{
  cairo_save (cairo);
  set_grey (cairo, 0.75);
  cairo_set_line_width (cairo, 0.6);
  cairo_move_to (cairo, x, y);
  cairo_line_to (cairo, x + width, y);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_stroke (cairo_t *cairo,
             GArray  *stroke,
             double   scale)
{
  for (guint i = 0; i < stroke->len; i++)
    {
      const ClinicStrokePoint *to = &g_array_index (stroke, ClinicStrokePoint, i);
      const ClinicStrokePoint *from = i > 0 ? to - 1 : to;

      cairo_set_line_width (cairo, clinic_strokes_width (to) * scale);
      cairo_move_to (cairo, from->x * scale, from->y * scale);
      cairo_line_to (cairo, to->x * scale, to->y * scale);
      cairo_stroke (cairo);
    }
}

/* The pad is two and a half times as wide as it is high. */
static void
draw_signature (ClinicPaper            *self,
                cairo_t                *cairo,
                const ClinicPaperPiece *piece)
{
  double x = CLINIC_PAPER_MARGIN + (self->rtl ? inner - SIGNATURE_WIDTH : 0);
  PangoLayout *layout = piece->layouts->pdata[0];
  double line = piece->y + 66;

  draw_rule (cairo, line, SIGNATURE_WIDTH, x);
  cairo_move_to (cairo, CLINIC_PAPER_MARGIN, line + 4);
  set_grey (cairo, 0);
  pango_cairo_show_layout (cairo, layout);

  if (piece->block->strokes == NULL)
    return;

  cairo_save (cairo);
  cairo_translate (cairo, x, piece->y - 4);
  cairo_rectangle (cairo, 0, 0, SIGNATURE_WIDTH, 90);
  cairo_clip (cairo);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cairo, 0.06, 0.12, 0.42);

  for (guint i = 0; i < piece->block->strokes->len; i++)
    draw_stroke (cairo, piece->block->strokes->pdata[i], SIGNATURE_WIDTH / 1000);

  cairo_restore (cairo);
}

static void
draw_line (ClinicPaper            *self,
           cairo_t                *cairo,
           const ClinicPaperPiece *piece)
{
  PangoLayout *layout = piece->layouts->pdata[0];
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double x, width;
  PangoRectangle logical;
  int top;

  for (guint i = 0; i < piece->line; i++)
    pango_layout_iter_next_line (iter);

  clinic_paper_get_cell (self, piece->block, 0, &x, &width);
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_iter_get_line_yrange (iter, &top, NULL);
  cairo_move_to (cairo, CLINIC_PAPER_MARGIN + x + (double) logical.x / PANGO_SCALE,
                 piece->y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
  set_grey (cairo, piece->block->kind == CLINIC_PAPER_NOTE ? PALE : 0);
  pango_cairo_show_layout_line (cairo, pango_layout_iter_get_line_readonly (iter));
  pango_layout_iter_free (iter);

  if (piece->block->kind != CLINIC_PAPER_ITEM || piece->line > 0)
    return;

  cairo_new_path (cairo);
  cairo_arc (cairo, CLINIC_PAPER_MARGIN + (self->rtl ? inner - 5 : 5), piece->y + 7.5, 1.6, 0,
             2 * G_PI);
  cairo_fill (cairo);
}

static void
draw_cells (ClinicPaper            *self,
            cairo_t                *cairo,
            const ClinicPaperPiece *piece)
{
  gboolean fact = piece->block->kind == CLINIC_PAPER_FACT;

  for (guint i = 0; i < piece->layouts->len; i++)
    {
      double x, width;

      clinic_paper_get_cell (self, piece->block, i, &x, &width);
      cairo_move_to (cairo, CLINIC_PAPER_MARGIN + x, piece->y);
      set_grey (cairo, fact && i == 0 ? PALE : 0);
      pango_cairo_show_layout (cairo, piece->layouts->pdata[i]);
    }

  if (!fact)
    draw_rule (cairo, piece->y + piece->height - 1, inner, CLINIC_PAPER_MARGIN);
}

static void
draw_piece (ClinicPaper            *self,
            cairo_t                *cairo,
            const ClinicPaperPiece *piece)
{
  if (piece->block->kind <= CLINIC_PAPER_NOTE)
    draw_line (self, cairo, piece);
  else if (piece->block->kind == CLINIC_PAPER_SIGNATURE)
    draw_signature (self, cairo, piece);
  else
    draw_cells (self, cairo, piece);
}

static void
draw_label (ClinicPaper *self,
            cairo_t     *cairo,
            const char  *text,
            double       y,
            double       points,
            PangoWeight  weight,
            double       grey,
            gboolean     at_end)
{
  g_autoptr(PangoLayout) layout = clinic_paper_make_layout (self, text, at_end ? inner
                                                            : inner - 60, points, weight);

  if (at_end)
    pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

  set_grey (cairo, grey);
  cairo_move_to (cairo, CLINIC_PAPER_MARGIN + (self->rtl && !at_end ? 60 : 0), y);
  pango_cairo_show_layout (cairo, layout);
}

static void
draw_margins (ClinicPaper *self,
              cairo_t     *cairo,
              guint        page)
{
  double foot = CLINIC_PAPER_HEIGHT - CLINIC_PAPER_MARGIN - 22;
  g_autofree char *number = g_strdup_printf ("\u2066%u / %u\u2069", page + 1, self->n_pages);

  draw_rule (cairo, foot - 4, inner, CLINIC_PAPER_MARGIN);

  if (self->foot != NULL)
    draw_label (self, cairo, self->foot, foot, 7.5, PANGO_WEIGHT_NORMAL, PALE, FALSE);

  draw_label (self, cairo, number, foot, 7.5, PANGO_WEIGHT_NORMAL, PALE, TRUE);

  if (page > 0 || self->head == NULL)
    return;

  draw_label (self, cairo, self->head, CLINIC_PAPER_MARGIN - 6, 12, PANGO_WEIGHT_BOLD, 0.1, FALSE);

  if (self->below != NULL)
    draw_label (self, cairo, self->below, CLINIC_PAPER_MARGIN + 12, 8.5, PANGO_WEIGHT_NORMAL, PALE,
                FALSE);

  draw_rule (cairo, CLINIC_PAPER_MARGIN + (self->below != NULL ? 30 : 16), inner,
             CLINIC_PAPER_MARGIN);
}

void
clinic_paper_draw_page (ClinicPaper *self,
                        cairo_t     *cairo,
                        guint        page)
{
  clinic_paper_lay_out (self);
  draw_margins (self, cairo, page);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ClinicPaperPiece *piece = self->pieces->pdata[i];

      if (piece->page == page)
        draw_piece (self, cairo, piece);
    }
}

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (ClinicPaper     *self,
              cairo_surface_t *surface)
{
  g_autofree char *now = clinic_clock_instant ();
  g_autofree char *second = g_strdup_printf ("%.19sZ", now);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Anagen");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, second);

  if (self->head != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->head);
}

GBytes *
clinic_paper_dup_pdf (ClinicPaper  *self,
                      GError      **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes,
                                                                  CLINIC_PAPER_WIDTH,
                                                                  CLINIC_PAPER_HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  set_metadata (self, surface);

  for (guint page = 0; page < clinic_paper_get_n_pages (self); page++)
    {
      clinic_paper_draw_page (self, cairo, page);
      cairo_show_page (cairo);
    }

  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("The PDF could not be drawn: %s"),
               cairo_status_to_string (status));

  return NULL;
}

gboolean
clinic_paper_write_pdf (ClinicPaper  *self,
                        const char   *path,
                        GError      **error)
{
  g_autoptr(GBytes) bytes = clinic_paper_dup_pdf (self, error);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);

  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "clinic-paper.h"

G_BEGIN_DECLS

/* What the two files of ClinicPaper share. */

typedef enum
{
  CLINIC_PAPER_TITLE,
  CLINIC_PAPER_HEADING,
  CLINIC_PAPER_TEXT,
  CLINIC_PAPER_ITEM,
  CLINIC_PAPER_NOTE,
  CLINIC_PAPER_FACT,
  CLINIC_PAPER_ROW,
  CLINIC_PAPER_HEAD_ROW,
  CLINIC_PAPER_SIGNATURE,
} ClinicPaperKind;

typedef struct
{
  ClinicPaperKind  kind;
  GStrv            cells;       /* one for all that is no fact and no row */
  GArray          *shares;      /* guint; rows */
  GPtrArray       *strokes;     /* signature; NULL: none */
} ClinicPaperBlock;

/* A piece that lies on one sheet: some lines of a layout, or all of several. */
typedef struct
{
  const ClinicPaperBlock *block;
  GPtrArray              *layouts;  /* PangoLayout, one a cell */
  guint                   line;     /* text: the only line of the layout that this is */
  guint                   page;
  double                  y;
  double                  height;
} ClinicPaperPiece;

struct _ClinicPaper
{
  char         *language;
  char         *title;
  char         *head;
  char         *below;
  char         *foot;
  gboolean      rtl;
  GPtrArray    *blocks;         /* ClinicPaperBlock */
  PangoContext *context;        /* NULL until it is laid out */
  GPtrArray    *pieces;         /* ClinicPaperPiece; NULL until it is laid out */
  guint         n_pages;
};

#define CLINIC_PAPER_MARGIN 56.0
#define CLINIC_PAPER_FOOT   40.0

/* Puts the blocks onto sheets, once. */
void         clinic_paper_lay_out       (ClinicPaper            *self);
/* A layout @width wide, of @points and a weight. Caller unrefs. */
PangoLayout *clinic_paper_make_layout   (ClinicPaper            *self,
                                         const char             *text,
                                         double                  width,
                                         double                  points,
                                         PangoWeight             weight);
/* Where cell @n of a block is, from the left margin. */
void         clinic_paper_get_cell      (ClinicPaper            *self,
                                         const ClinicPaperBlock *block,
                                         guint                   n,
                                         double                 *x,
                                         double                 *width);

G_END_DECLS

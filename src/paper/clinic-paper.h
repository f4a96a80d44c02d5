/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Something to be printed, or written as PDF, on sheets of A4: first said, then drawn. Text is
 * selectable; a language written from right to left is laid out so. Used by one thread at a time;
 * all texts are copied. Lengths are in points (1/72 inch). */
typedef struct _ClinicPaper ClinicPaper;

#define CLINIC_PAPER_WIDTH  595.28
#define CLINIC_PAPER_HEIGHT 841.89

/* @language: "ar", "de_AT"…; says the direction. @title: of the document, among its metadata; no
 * patient is named in it. */
ClinicPaper *clinic_paper_new           (const char          *language,
                                         const char          *title);
void         clinic_paper_free          (ClinicPaper         *self);

/* On top of the first sheet: the clinic's name, and a line below it (may be NULL). */
void         clinic_paper_set_head      (ClinicPaper         *self,
                                         const char          *name,
                                         const char          *below);
/* At the foot of every sheet, beside its number. */
void         clinic_paper_set_foot      (ClinicPaper         *self,
                                         const char          *foot);
void         clinic_paper_add_title     (ClinicPaper         *self,
                                         const char          *text);
void         clinic_paper_add_heading   (ClinicPaper         *self,
                                         const char          *text);
void         clinic_paper_add_text      (ClinicPaper         *self,
                                         const char          *text);
/* An item of a list. */
void         clinic_paper_add_item      (ClinicPaper         *self,
                                         const char          *text);
/* Small and pale. */
void         clinic_paper_add_note      (ClinicPaper         *self,
                                         const char          *text);
/* The text of a form: paragraphs with empty lines between them, "## " headings, "- " items
 * (ClinicConsentTemplate). */
void         clinic_paper_add_body      (ClinicPaper         *self,
                                         const char          *text);
/* A label and what it is, side by side. Nothing when @value is NULL. */
void         clinic_paper_add_fact      (ClinicPaper         *self,
                                         const char          *label,
                                         const char          *value);
/* A row of a table: NULL-terminated cells, as many as @shares has; @shares: parts of the width, ending
 * with 0. @head: the row of titles. */
void         clinic_paper_add_row       (ClinicPaper         *self,
                                         const char *const   *cells,
                                         const guint         *shares,
                                         gboolean             head);
/* A drawn signature (clinic-strokes.h) over a line, with the words below it. NULL strokes leave an
 * empty line, to be signed by hand. */
void         clinic_paper_add_signature (ClinicPaper         *self,
                                         const char          *strokes,
                                         const char          *below);

/* How many sheets it takes. */
guint        clinic_paper_get_n_pages   (ClinicPaper         *self);
/* Draws sheet @page, from 0, in points from the corner of an A4 sheet. */
void         clinic_paper_draw_page     (ClinicPaper         *self,
                                         cairo_t             *cairo,
                                         guint                page);
/* The whole as PDF; the clinic of the head is its author. */
GBytes      *clinic_paper_dup_pdf       (ClinicPaper         *self,
                                         GError             **error);
/* Writes it to a file that only its owner can read. */
gboolean     clinic_paper_write_pdf     (ClinicPaper         *self,
                                         const char          *path,
                                         GError             **error);

/* Whether the language is written from right to left. */
gboolean     clinic_paper_is_rtl        (const char          *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicPaper, clinic_paper_free)

G_END_DECLS

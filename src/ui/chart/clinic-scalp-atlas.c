/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-scalp-atlas.h"

/* Outlines in the words of SVG: M, L, C, Z, absolute, in a square of 1000. */

typedef struct
{
  const char *zone;
  const char *path;
} Zone;

typedef struct
{
  const char *name;
  const char *label;
  const char *head;
  const char *features;         /* lines only */
  const char *scalp;            /* a woman's hairline */
  const char *male_scalp;
  Zone        zones[10];        /* the first that holds a place has it; the last holds all */
} Drawing;

#define EVERYTHING "M0 0 L1000 0 L1000 1000 L0 1000 Z"
#define LEFT_HALF  "M0 0 L500 0 L500 1000 L0 1000 Z"

/* *INDENT-OFF* */
static const Drawing drawings[] = {
  {
    "top", N_("Top"),
    "M500 108 C622 108 738 176 786 330 C814 420 832 500 830 572 C826 764 690 918 500 918 C310 918 174 764 170 572 C168 500 186 420 214 330 C262 176 378 108 500 108 Z",
    "M462 114 C472 84 486 62 500 62 C514 62 528 84 538 114 "
    "M171 526 C146 506 124 528 127 574 C130 622 150 656 178 640 M829 526 C854 506 876 528 873 574 C870 622 850 656 822 640",
    "M500 212 C600 212 690 232 742 290 C766 318 784 352 797 394 C816 455 826 515 824 572 C820 758 686 911 500 911 C314 911 180 758 176 572 C174 515 184 455 203 394 C216 352 234 318 258 290 C310 232 400 212 500 212 Z",
    "M500 200 C556 200 602 212 630 244 C652 270 668 312 692 312 C714 312 730 292 748 298 C768 320 785 354 797 394 C816 455 826 515 824 572 C820 758 686 911 500 911 C314 911 180 758 176 572 C174 515 184 455 203 394 C215 354 232 320 252 298 C270 292 286 312 308 312 C332 312 348 270 370 244 C398 212 444 200 500 200 Z",
    {
      { "temple_left", "M60 180 L352 180 C342 262 334 304 320 338 C302 384 262 424 182 456 L60 470 Z" },
      { "temple_right", "M940 180 L648 180 C658 262 666 304 680 338 C698 384 738 424 818 456 L940 470 Z" },
      { "vertex", "M500 560 C584 560 652 616 652 686 C652 756 584 812 500 812 C416 812 348 756 348 686 C348 616 416 560 500 560 Z" },
      { "frontal_hairline", "M0 0 L1000 0 L1000 340 L690 340 C640 300 570 290 500 290 C430 290 360 300 310 340 L0 340 Z" },
      { "frontal", "M300 0 L700 0 L704 322 C718 364 718 404 712 440 C642 464 570 474 500 474 C430 474 358 464 288 440 C282 404 282 364 296 322 Z" },
      { "mid_scalp", "M287 420 L713 420 C724 500 718 566 690 632 C630 646 560 650 500 650 C440 650 370 646 310 632 C282 566 276 500 287 420 Z" },
      { "occipital", "M0 1000 L1000 1000 L1000 736 L772 736 C704 790 604 812 500 812 C396 812 296 790 228 736 L0 736 Z" },
      { "parietal_left", LEFT_HALF },
      { "parietal_right", EVERYTHING },
    },
  },
  {
    "front", N_("Front"),
    "M500 88 C664 88 774 200 780 384 C783 476 770 566 748 640 C716 762 632 908 500 908 C368 908 284 762 252 640 C230 566 217 476 220 384 C226 200 336 88 500 88 Z",
    "M222 470 C196 448 180 478 188 532 C195 588 214 626 240 612 M778 470 C804 448 820 478 812 532 C805 588 786 626 760 612 "
    "M318 470 C346 446 394 446 424 462 M576 462 C606 446 654 446 682 470 "
    "M330 520 C356 500 398 502 420 524 C396 538 354 538 330 520 M580 524 C602 502 644 500 670 520 C646 538 604 538 580 524 "
    "M492 500 C486 560 474 610 464 640 C476 662 524 662 536 640 "
    "M420 742 C450 728 480 726 500 734 C520 726 550 728 580 742 M420 742 C456 772 544 772 580 742",
    "M250 474 C262 404 276 350 312 306 C362 256 430 240 500 240 C570 240 638 256 688 306 C724 350 738 404 750 474 C762 470 772 440 778 396 C778 200 664 92 500 92 C336 92 222 200 222 396 C228 440 238 470 250 474 Z",
    "M250 474 C262 412 276 374 300 332 C318 292 336 226 368 214 C404 236 448 246 500 248 C552 246 596 236 632 214 C664 226 682 292 700 332 C724 374 738 412 750 474 C762 470 772 440 778 396 C778 200 664 92 500 92 C336 92 222 200 222 396 C228 440 238 470 250 474 Z",
    {
      { "temple_right", "M60 700 L60 306 L216 306 C268 294 310 262 362 204 L420 330 L330 700 Z" },
      { "temple_left", "M940 700 L940 306 L784 306 C732 294 690 262 638 204 L580 330 L670 700 Z" },
      { "frontal_hairline", "M362 1000 L362 204 C400 185 446 176 500 176 C554 176 600 185 638 204 L638 1000 Z" },
      { "frontal", "M372 300 C378 188 420 126 500 124 C580 126 622 188 628 300 Z" },
      { "mid_scalp", "M356 0 L644 0 C648 90 660 170 684 258 L316 258 C340 170 352 90 356 0 Z" },
      { "parietal_right", LEFT_HALF },
      { "parietal_left", EVERYTHING },
    },
  },
  {
    "back", N_("Back"),
    "M500 88 C666 88 780 206 784 388 C787 504 762 622 734 694 C716 742 668 790 662 826 C660 862 672 906 700 940 L300 940 C328 906 340 862 338 826 C332 790 284 742 266 694 C238 622 213 504 216 388 C220 206 334 88 500 88 Z",
    "M218 466 C190 446 174 478 182 534 C190 592 212 630 240 614 M782 466 C810 446 826 478 818 534 C810 592 788 630 760 614 "
    "M428 884 C452 872 476 868 500 868 C524 868 548 872 572 884",
    "M500 92 C664 92 778 208 780 388 C782 482 768 572 744 642 C728 690 696 730 664 760 C620 750 560 772 500 784 C440 772 380 750 336 760 C304 730 272 690 256 642 C232 572 218 482 220 388 C222 208 336 92 500 92 Z",
    "M500 92 C664 92 778 208 780 388 C782 482 768 572 744 642 C728 690 696 730 664 760 C620 750 560 772 500 784 C440 772 380 750 336 760 C304 730 272 690 256 642 C232 572 218 482 220 388 C222 208 336 92 500 92 Z",
    {
      { "vertex", "M500 168 C590 168 660 222 660 290 C660 358 590 412 500 412 C410 412 340 358 340 290 C340 222 410 168 500 168 Z" },
      { "mid_scalp", "M330 0 L670 0 L652 208 L600 216 L400 216 L348 208 Z" },
      { "occipital", "M0 1000 L0 556 L216 556 C300 470 400 412 500 412 C600 412 700 470 784 556 L1000 556 L1000 1000 Z" },
      { "parietal_left", LEFT_HALF },
      { "parietal_right", EVERYTHING },
    },
  },
  {
    "left", N_("Left"),
    "M474 92 C644 82 804 168 848 338 C872 450 842 572 792 662 C766 708 756 758 760 802 C766 852 790 902 812 940 L462 940 C468 904 466 884 452 862 C420 884 340 894 300 876 C270 862 262 832 266 802 C268 788 254 780 250 766 C262 752 250 742 238 732 C230 716 240 702 232 688 C200 684 150 676 150 658 C152 640 196 574 206 524 C190 474 188 422 204 372 C230 210 340 98 474 92 Z",
    "M566 500 C530 486 500 512 500 560 C502 606 524 640 532 664 C540 690 570 690 578 662 C586 634 612 612 610 560 C608 526 590 508 566 500 M552 530 C532 528 522 548 526 578 C530 606 548 612 552 636 "
    "M228 508 C256 496 284 500 304 514 M226 546 C248 532 276 536 290 552 M232 688 C246 684 258 676 262 664 M250 766 C276 764 300 758 316 748 M452 862 C480 840 500 800 508 760",
    "M262 236 C320 144 392 96 474 95 C642 85 801 170 845 339 C869 450 839 571 789 661 C776 684 766 706 760 730 C736 748 692 748 660 732 C642 694 634 654 622 606 C624 536 598 474 548 468 C502 464 478 500 470 576 C462 602 432 602 424 576 C418 522 408 482 386 456 C352 440 336 410 332 372 C326 330 302 286 262 236 Z",
    "M268 228 C324 144 394 96 474 95 C642 85 801 170 845 339 C869 450 839 571 789 661 C776 684 766 706 760 730 C736 748 692 748 660 732 C642 694 634 654 622 606 C624 536 598 474 548 468 C502 464 478 500 470 576 C462 602 432 602 424 576 C418 522 408 482 386 456 C360 442 348 424 350 402 C356 372 402 350 404 318 C402 282 330 262 268 228 Z",
    {
      { "temple_left", "M200 330 L318 268 C380 300 436 340 462 404 C476 452 476 520 474 640 L280 660 Z" },
      { "vertex", "M738 118 C812 118 872 178 872 252 C872 326 812 372 738 372 C678 372 634 326 634 252 C634 178 678 118 738 118 Z" },
      { "frontal_hairline", "M0 0 L352 0 L354 130 C336 196 350 268 396 326 L320 420 L0 420 Z" },
      { "frontal", "M0 0 L482 0 L480 94 C462 180 466 270 500 356 C450 360 404 350 350 320 L0 420 Z" },
      { "mid_scalp", "M450 0 L760 0 L760 245 L652 304 C606 340 552 357 500 356 C456 270 456 180 466 90 Z" },
      { "occipital", "M1000 366 L846 366 C780 380 704 434 652 540 L612 620 L640 1000 L1000 1000 Z" },
      { "parietal_left", EVERYTHING },
    },
  },
};
/* *INDENT-ON* */

/* In the drawings' order, so that the map can be walked front to back. */
static const char * const zones_of_view[CLINIC_SCALP_N_VIEWS][10] = {
  { "frontal_hairline", "frontal", "mid_scalp", "vertex", "temple_left", "temple_right",
    "parietal_left", "parietal_right", "occipital", NULL },
  { "frontal_hairline", "frontal", "mid_scalp", "temple_right", "temple_left", "parietal_right",
    "parietal_left", NULL },
  { "mid_scalp", "vertex", "parietal_left", "parietal_right", "occipital", NULL },
  { "frontal_hairline", "frontal", "mid_scalp", "vertex", "temple_left", "parietal_left",
    "occipital", NULL },
  { "frontal_hairline", "frontal", "mid_scalp", "vertex", "temple_right", "parietal_right",
    "occipital", NULL },
};

static const Drawing *
get_drawing (ClinicScalpView view)
{
  return &drawings[view == CLINIC_SCALP_RIGHT ? CLINIC_SCALP_LEFT : view];
}

const char *
clinic_scalp_view_label (ClinicScalpView view)
{
  return view == CLINIC_SCALP_RIGHT ? _("Right") : _(drawings[view].label);
}

const char *
clinic_scalp_view_name (ClinicScalpView view)
{
  return view == CLINIC_SCALP_RIGHT ? "right" : drawings[view].name;
}

const char * const *
clinic_scalp_zones (ClinicScalpView view)
{
  g_return_val_if_fail (view < CLINIC_SCALP_N_VIEWS, NULL);

  return zones_of_view[view];
}

const char *
clinic_scalp_mirror (const char *zone)
{
  static const char * const pairs[][2] = {
    { "temple_left", "temple_right" }, { "parietal_left", "parietal_right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_strcmp0 (zone, pairs[i][0]) == 0)
        return pairs[i][1];

      if (g_strcmp0 (zone, pairs[i][1]) == 0)
        return pairs[i][0];
    }

  return zone;
}

/* A number, and where the next word begins. */
static double
read_number (const char **p)
{
  char *end;
  double number = g_ascii_strtod (*p, &end);

  *p = end;

  return number;
}

static void
add_path (cairo_t    *cr,
          const char *p)
{
  while (*p != '\0')
    {
      double v[6];
      char command = *p++;
      int n = command == 'C' ? 6 : command == 'M' || command == 'L' ? 2 : 0;

      for (int i = 0; i < n; i++)
        v[i] = read_number (&p);

      if (command == 'M')
        cairo_move_to (cr, v[0], v[1]);
      else if (command == 'L')
        cairo_line_to (cr, v[0], v[1]);
      else if (command == 'C')
        cairo_curve_to (cr, v[0], v[1], v[2], v[3], v[4], v[5]);
      else if (command == 'Z')
        cairo_close_path (cr);
    }
}

/* The right side is the left one in a mirror. */
static void
add_path_in_view (cairo_t         *cr,
                  ClinicScalpView  view,
                  const char      *path)
{
  if (view != CLINIC_SCALP_RIGHT)
    {
      add_path (cr, path);
      return;
    }

  cairo_save (cr);
  cairo_translate (cr, CLINIC_SCALP_SIZE, 0);
  cairo_scale (cr, -1, 1);
  add_path (cr, path);
  cairo_restore (cr);
}

void
clinic_scalp_path_head (cairo_t         *cr,
                        ClinicScalpView  view)
{
  add_path_in_view (cr, view, get_drawing (view)->head);
}

void
clinic_scalp_path_features (cairo_t         *cr,
                            ClinicScalpView  view)
{
  add_path_in_view (cr, view, get_drawing (view)->features);
}

void
clinic_scalp_path_scalp (cairo_t         *cr,
                         ClinicScalpView  view,
                         gboolean         male)
{
  add_path_in_view (cr, view, male ? get_drawing (view)->male_scalp : get_drawing (view)->scalp);
}

/* What the drawing calls left is right in the mirror. */
static const char *
name_in_view (ClinicScalpView  view,
              const char      *zone)
{
  return view == CLINIC_SCALP_RIGHT ? clinic_scalp_mirror (zone) : zone;
}

void
clinic_scalp_path_zone (cairo_t         *cr,
                        ClinicScalpView  view,
                        const char      *zone)
{
  const Drawing *drawing = get_drawing (view);
  const char *name = name_in_view (view, zone);

  for (const Zone *z = drawing->zones; z->zone != NULL; z++)
    {
      if (g_strcmp0 (z->zone, name) == 0)
        {
          add_path_in_view (cr, view, z->path);
          return;
        }
    }
}

guint
clinic_scalp_n_outlines (ClinicScalpView view)
{
  guint n = 0;

  while (get_drawing (view)->zones[n].zone != NULL)
    n++;

  return n;
}

const char *
clinic_scalp_outline (ClinicScalpView view,
                      guint           nth)
{
  return name_in_view (view, get_drawing (view)->zones[nth].zone);
}

static cairo_t *
get_scratch (void)
{
  static cairo_t *scratch = NULL;

  if (scratch == NULL)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);

      scratch = cairo_create (surface);
      cairo_surface_destroy (surface);
    }

  cairo_new_path (scratch);

  return scratch;
}

const char *
clinic_scalp_zone_at (ClinicScalpView view,
                      gboolean        male,
                      double          x,
                      double          y)
{
  cairo_t *cr = get_scratch ();

  g_return_val_if_fail (view < CLINIC_SCALP_N_VIEWS, NULL);

  clinic_scalp_path_scalp (cr, view, male);

  if (!cairo_in_fill (cr, x, y))
    return NULL;

  for (guint i = 0; i < clinic_scalp_n_outlines (view); i++)
    {
      cairo_new_path (cr);
      add_path_in_view (cr, view, get_drawing (view)->zones[i].path);

      if (cairo_in_fill (cr, x, y))
        return clinic_scalp_outline (view, i);
    }

  return NULL;
}

char *
clinic_scalp_format (ClinicScalpView  view,
                     GArray          *places)
{
  g_autoptr(GString) text = g_string_new (clinic_scalp_view_name (view));

  g_string_append_c (text, ':');

  for (guint i = 0; i < places->len; i++)
    {
      ClinicScalpPoint *point = &g_array_index (places, ClinicScalpPoint, i);

      g_string_append_printf (text, "%s%d,%d", i > 0 ? " " : "", (int) (point->x + 0.5),
                              (int) (point->y + 0.5));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
find_view (const char      *text,
           ClinicScalpView *view)
{
  for (int i = 0; i < CLINIC_SCALP_N_VIEWS; i++)
    {
      const char *name = clinic_scalp_view_name (i);

      if (g_str_has_prefix (text, name) && text[strlen (name)] == ':')
        {
          *view = i;
          return TRUE;
        }
    }

  return FALSE;
}

GArray *
clinic_scalp_parse (const char      *text,
                    ClinicScalpView *view)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPoint));
  g_auto(GStrv) words = NULL;

  if (text == NULL || !find_view (text, view))
    return NULL;

  words = g_strsplit (strchr (text, ':') + 1, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      ClinicScalpPoint point;
      char *end;

      point.x = g_ascii_strtod (*word, &end);

      if (end == *word || *end != ',')
        return NULL;

      point.y = g_ascii_strtod (end + 1, &end);

      if (*end != '\0' || point.x < 0 || point.y < 0 || point.x > CLINIC_SCALP_SIZE ||
          point.y > CLINIC_SCALP_SIZE)
        return NULL;

      g_array_append_val (places, point);
    }

  return g_steal_pointer (&places);
}

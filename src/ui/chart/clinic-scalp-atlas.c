/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

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
  const char *ears;             /* behind the head */
  const char *features;         /* lines only */
  const char *fine;             /* thinner lines */
  const char *tone;             /* brows and lips */
  const char *dark;             /* pupils and nostrils */
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
    "M172 520 C146 500 122 524 125 572 C128 622 152 660 181 642 Z "
    "M828 520 C854 500 878 524 875 572 C872 622 848 660 819 642 Z "
    "M462 114 C470 98 478 70 488 64 C494 61 506 61 512 64 C522 70 530 98 538 114",
    "",
    "M160 536 C144 530 138 552 142 580 C146 606 156 622 168 624 "
    "M840 536 C856 530 862 552 858 580 C854 606 844 622 832 624 "
    "M158 562 C152 574 156 594 164 602 "
    "M842 562 C848 574 844 594 836 602 "
    "M340 168 C376 142 424 132 458 140 "
    "M660 168 C624 142 576 132 542 140 "
    "M478 104 C482 92 486 84 492 80 "
    "M522 104 C518 92 514 84 508 80",
    "",
    "",
    "M500 212 C600 212 690 232 742 290 C766 318 784 352 797 394 C816 455 826 515 824 572 C820 758 686 911 500 911 C314 911 180 758 176 572 C174 515 184 455 203 394 C216 352 234 318 258 290 C310 232 400 212 500 212 Z",
    "M500 200 C556 200 602 212 630 244 C652 270 668 312 692 312 C714 312 730 292 748 298 C768 320 785 354 797 394 C816 455 826 515 824 572 C820 758 686 911 500 911 C314 911 180 758 176 572 C174 515 184 455 203 394 C215 354 232 320 252 298 C270 292 286 312 308 312 C332 312 348 270 370 244 C398 212 444 200 500 200 Z",
    {
      { "temple_left", "M60 180 L352 180 C342 262 334 304 320 338 C302 384 262 424 182 456 L60 470 Z" },
      { "temple_right", "M940 180 L648 180 C658 262 666 304 680 338 C698 384 738 424 818 456 L940 470 Z" },
      { "vertex", "M500 560 C584 560 652 616 652 686 C652 756 584 812 500 812 C416 812 348 756 348 686 C348 616 416 560 500 560 Z" },
      { "frontal_hairline", "M0 0 L1000 0 L1000 340 L690 340 C640 300 570 290 500 290 C430 290 360 300 310 340 L0 340 Z" },
      { "frontal", "M300 0 L700 0 L704 322 C718 364 718 404 712 440 C642 464 570 474 500 474 C430 474 358 464 288 440 C282 404 282 364 296 322 Z" },
      { "mid_scalp", "M287 420 L713 420 C724 500 718 566 690 632 C630 646 560 650 500 650 C440 650 370 646 310 632 C282 566 276 500 287 420 Z" },
      { "occipital", "M0 1000 L1000 1000 L1000 736 L772 736 C704 784 604 798 500 798 C396 798 296 784 228 736 L0 736 Z" },
      { "parietal_left", LEFT_HALF },
      { "parietal_right", EVERYTHING },
    },
  },
  {
    "front", N_("Front"),
    "M500 88 C662 88 778 196 780 380 C780 430 772 482 765 530 C761 566 757 604 751 644 C744 694 736 728 716 764 C694 802 646 850 596 878 C562 896 530 902 500 902 C470 902 438 896 404 878 C354 850 306 802 284 764 C264 728 256 694 249 644 C243 604 239 566 235 530 C228 482 220 430 220 380 C222 196 338 88 500 88 Z",
    "M228 470 C200 440 172 462 177 520 C182 584 206 648 246 628 Z "
    "M772 470 C800 440 828 462 823 520 C818 584 794 648 754 628 Z "
    "M348 838 C350 880 344 914 312 934 C280 950 220 960 160 968 L840 968 C780 960 720 950 688 934 C656 914 650 880 652 838",
    "M336 516 C354 490 390 480 420 490 C434 496 444 506 452 520 "
    "M664 516 C646 490 610 480 580 490 C566 496 556 506 548 520 "
    "M456 610 C440 618 432 640 444 654 C452 662 466 660 478 654 "
    "M544 610 C560 618 568 640 556 654 C548 662 534 660 522 654 "
    "M480 655 C488 668 512 668 520 655 "
    "M423 742 C447 738 474 743 488 745 C495 747 505 747 512 745 C526 743 553 738 577 742",
    "M336 516 C360 536 424 542 452 520 "
    "M664 516 C640 536 576 542 548 520 "
    "M374 494 C368 512 376 531 394 532 C412 531 420 512 412 490 "
    "M626 494 C632 512 624 531 606 532 C588 531 580 512 588 490 "
    "M388 506 C388 498 400 498 400 506 C400 514 388 514 388 506 "
    "M612 506 C612 498 600 498 600 506 C600 514 612 514 612 506 "
    "M338 494 C360 468 412 462 446 488 "
    "M662 494 C640 468 588 462 554 488 "
    "M346 538 C366 552 404 556 432 546 "
    "M654 538 C634 552 596 556 568 546 "
    "M474 474 C478 524 472 572 460 606 "
    "M526 474 C522 524 528 572 540 606 "
    "M464 652 C470 645 482 646 488 654 "
    "M536 652 C530 645 518 646 512 654 "
    "M491 680 L489 706 "
    "M509 680 L511 706 "
    "M434 668 C418 686 410 704 406 722 "
    "M566 668 C582 686 590 704 594 722 "
    "M424 740 C454 728 477 720 489 723 C494 725 497 725 500 725 "
    "M576 740 C546 728 523 720 511 723 C506 725 503 725 500 725 "
    "M438 750 C458 772 479 777 500 777 "
    "M562 750 C542 772 521 777 500 777 "
    "M206 482 C190 490 190 528 202 566 C208 588 218 604 230 606 "
    "M794 482 C810 490 810 528 798 566 C792 588 782 604 770 606 "
    "M212 514 C222 520 226 548 218 570 "
    "M788 514 C778 520 774 548 782 570 "
    "M352 838 C380 866 390 900 396 940 "
    "M648 838 C620 866 610 900 604 940 "
    "M470 826 C480 820 490 818 500 818 "
    "M530 826 C520 820 510 818 500 818",
    "M314 464 C340 434 400 424 452 446 C454 452 452 458 448 460 C400 446 352 446 314 464 Z "
    "M686 464 C660 434 600 424 548 446 C546 452 548 458 552 460 C600 446 648 446 686 464 Z "
    "M423 742 C454 728 477 720 489 723 C495 726 505 726 511 723 C523 720 546 728 577 742 C553 738 526 743 512 745 C505 747 495 747 488 745 C474 743 447 738 423 742 Z "
    "M423 742 C447 738 474 743 488 745 C495 747 505 747 512 745 C526 743 553 738 577 742 C556 774 520 778 500 778 C480 778 444 774 412 742 Z",
    "M384 509 C384 496 404 496 404 509 C404 522 384 522 384 509 Z "
    "M616 509 C616 496 596 496 596 509 C596 522 616 522 616 509 Z "
    "M463 655 C470 648 480 649 486 655 C480 660 469 660 463 655 Z "
    "M537 655 C530 648 520 649 514 655 C520 660 531 660 537 655 Z",
    "M250 474 C262 404 276 350 312 306 C362 256 430 240 500 240 C570 240 638 256 688 306 C724 350 738 404 750 474 C762 470 772 440 778 396 C778 200 664 92 500 92 C336 92 222 200 222 396 C228 440 238 470 250 474 Z",
    "M250 474 C262 412 276 374 300 332 C318 292 336 226 368 214 C404 236 448 246 500 248 C552 246 596 236 632 214 C664 226 682 292 700 332 C724 374 738 412 750 474 C762 470 772 440 778 396 C778 200 664 92 500 92 C336 92 222 200 222 396 C228 440 238 470 250 474 Z",
    {
      { "temple_right", "M60 700 L60 306 L216 306 C268 294 310 262 362 204 L420 330 L330 700 Z" },
      { "temple_left", "M940 700 L940 306 L784 306 C732 294 690 262 638 204 L580 330 L670 700 Z" },
      { "frontal_hairline", "M362 1000 L362 204 C400 185 446 176 500 176 C554 176 600 185 638 204 L638 1000 Z" },
      { "frontal", "M318 214 C372 156 436 132 500 132 C564 132 628 156 682 214 L638 300 L362 300 Z" },
      { "mid_scalp", "M318 214 C332 150 346 110 352 0 L648 0 C654 110 668 150 682 214 L500 300 Z" },
      { "parietal_right", LEFT_HALF },
      { "parietal_left", EVERYTHING },
    },
  },
  {
    "back", N_("Back"),
    "M500 88 C666 88 780 206 784 388 C787 504 762 622 734 694 C714 744 676 786 666 826 C660 866 672 900 708 924 C748 946 800 958 848 966 L152 966 C200 958 252 946 292 924 C328 900 340 866 334 826 C324 786 286 744 266 694 C238 622 213 504 216 388 C220 206 334 88 500 88 Z",
    "M222 466 C192 442 172 476 180 534 C188 596 214 640 246 620 Z "
    "M778 466 C808 442 828 476 820 534 C812 596 786 640 754 620 Z",
    "",
    "M206 484 C192 492 194 540 206 576 C210 592 220 604 230 606 "
    "M794 484 C808 492 806 540 794 576 C790 592 780 604 770 606 "
    "M212 500 C222 520 226 560 224 590 "
    "M788 500 C778 520 774 560 776 590 "
    "M352 808 C372 846 372 890 352 930 "
    "M648 808 C628 846 628 890 648 930 "
    "M452 806 C462 846 462 890 454 940 "
    "M548 806 C538 846 538 890 546 940 "
    "M500 812 L500 900 "
    "M478 922 C490 916 510 916 522 922",
    "",
    "",
    "M500 92 C664 92 778 208 780 388 C782 482 768 572 744 642 C728 690 696 730 664 760 C620 750 560 772 500 784 C440 772 380 750 336 760 C304 730 272 690 256 642 C232 572 218 482 220 388 C222 208 336 92 500 92 Z",
    "M500 92 C664 92 778 208 780 388 C782 482 768 572 744 642 C728 690 696 730 664 760 C620 750 560 772 500 784 C440 772 380 750 336 760 C304 730 272 690 256 642 C232 572 218 482 220 388 C222 208 336 92 500 92 Z",
    {
      { "vertex", "M500 168 C590 168 660 222 660 290 C660 358 590 412 500 412 C410 412 340 358 340 290 C340 222 410 168 500 168 Z" },
      { "mid_scalp", "M330 0 L670 0 C668 90 660 160 644 237 L356 237 C340 160 332 90 330 0 Z" },
      { "occipital", "M0 1000 L0 556 L216 556 C300 470 400 412 500 412 C600 412 700 470 784 556 L1000 556 L1000 1000 Z" },
      { "parietal_left", LEFT_HALF },
      { "parietal_right", EVERYTHING },
    },
  },
  {
    "left", N_("Left"),
    "M474 92 C644 82 804 168 848 338 C872 450 842 572 792 662 C766 708 752 758 758 806 C766 862 806 914 868 952 L470 966 C476 926 468 900 450 880 C420 886 372 896 330 898 C290 900 258 896 242 878 C228 862 228 840 234 822 C237 810 232 800 227 791 C220 782 222 768 217 760 C212 753 203 751 204 744 C206 739 209 736 207 730 C200 722 199 710 206 697 C213 685 214 671 206 663 C190 657 163 655 156 638 C152 620 174 592 189 560 C202 532 214 504 214 478 C207 458 201 440 201 416 C201 396 205 378 209 360 C236 206 344 98 474 92 Z",
    "",
    "M522 566 C504 536 510 500 540 484 C578 468 618 490 621 538 C624 586 598 612 590 640 C584 668 568 686 549 679 C535 673 533 654 536 638 "
    "M234 497 C254 492 278 502 294 520 "
    "M214 661 C232 655 236 628 218 614 "
    "M206 743 C226 740 246 744 264 751",
    "M527 550 C520 526 530 506 552 500 C580 493 603 511 603 543 C603 573 586 592 579 614 "
    "M550 528 C572 520 588 536 584 562 C580 586 565 598 563 618 C561 632 553 640 545 636 "
    "M523 567 C537 569 541 583 535 599 C531 611 533 624 536 638 "
    "M552 560 C546 578 549 596 543 608 "
    "M240 528 C256 535 278 531 294 520 "
    "M238 498 C231 508 233 520 241 528 "
    "M248 497 C241 508 243 521 251 531 "
    "M236 484 C260 477 288 488 304 506 "
    "M246 542 C264 550 284 548 298 540 "
    "M186 649 C193 640 205 641 210 650 "
    "M222 664 C244 674 258 694 266 716 "
    "M206 699 C222 712 240 730 262 750 "
    "M218 761 C236 768 252 764 264 752 "
    "M512 700 C509 752 497 796 464 830 C438 854 404 868 372 876 "
    "M566 700 C566 780 546 866 520 944 "
    "M640 724 C668 790 716 850 776 904",
    "M213 454 C240 432 284 436 318 466 C284 452 246 450 216 466 Z "
    "M206 743 C226 740 246 744 264 751 C244 732 224 712 206 698 C199 710 200 722 207 730 C209 736 206 739 206 743 Z "
    "M206 743 C226 740 246 744 264 751 C250 768 232 768 218 761 C212 753 204 751 206 743 Z",
    "M243 505 C239 512 240 521 245 526 C251 521 251 510 243 505 Z "
    "M187 648 C193 641 204 642 208 649 C202 653 193 653 187 648 Z",
    "M262 236 C320 144 392 96 474 95 C642 85 801 170 845 339 C869 450 839 571 789 661 C776 684 766 706 760 730 C736 748 692 748 660 732 C642 694 634 654 622 606 C624 536 598 474 548 468 C502 464 478 500 470 576 C462 602 432 602 424 576 C418 522 408 482 386 456 C352 440 336 410 332 372 C326 330 302 286 262 236 Z",
    "M268 228 C324 144 394 96 474 95 C642 85 801 170 845 339 C869 450 839 571 789 661 C776 684 766 706 760 730 C736 748 692 748 660 732 C642 694 634 654 622 606 C624 536 598 474 548 468 C502 464 478 500 470 576 C462 602 432 602 424 576 C418 522 408 482 384 454 C360 436 346 414 346 392 C352 362 382 342 388 318 C382 286 322 256 268 228 Z",
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

void
clinic_scalp_view_bounds (ClinicScalpView  view,
                          float           *x,
                          float           *y,
                          float           *width,
                          float           *height)
{
  static const float bounds[CLINIC_SCALP_N_VIEWS][4] = {
    { 112, 48, 776, 882 }, { 155, 78, 690, 890 }, { 150, 78, 700, 890 }, { 146, 80, 738, 890 },
    { 116, 80, 738, 890 },
  };

  g_return_if_fail (view < CLINIC_SCALP_N_VIEWS);

  *x = bounds[view][0];
  *y = bounds[view][1];
  *width = bounds[view][2];
  *height = bounds[view][3];
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
clinic_scalp_path_ears (cairo_t         *cr,
                        ClinicScalpView  view)
{
  add_path_in_view (cr, view, get_drawing (view)->ears);
}

void
clinic_scalp_path_fine (cairo_t         *cr,
                        ClinicScalpView  view)
{
  add_path_in_view (cr, view, get_drawing (view)->fine);
}

void
clinic_scalp_path_tone (cairo_t         *cr,
                        ClinicScalpView  view)
{
  add_path_in_view (cr, view, get_drawing (view)->tone);
}

void
clinic_scalp_path_dark (cairo_t         *cr,
                        ClinicScalpView  view)
{
  add_path_in_view (cr, view, get_drawing (view)->dark);
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

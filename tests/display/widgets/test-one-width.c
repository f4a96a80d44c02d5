/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"

#define SHORT "Nodules weeks later"
#define LONG  "Nodules weeks later, at the temples and behind the left ear, which were told of by telephone"
#define BOXES 4

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, NULL);
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *least,
         int            *wanted)
{
  gtk_widget_measure (widget, orientation, for_size, least, wanted, NULL, NULL);
}

static void
assert_one_width (GtkWidget *label)
{
  int least;
  int wanted;
  int one;
  int line;

  measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted);
  g_assert_cmpint (wanted, >, least);
  measure (label, GTK_ORIENTATION_VERTICAL, -1, &one, NULL);

  for (int lines = 1; lines < 6; lines++)
    {
      int least_there;
      int wanted_there;

      measure (label, GTK_ORIENTATION_HORIZONTAL, lines * one, &least_there, &wanted_there);
      g_assert_cmpint (least_there, ==, least);
      g_assert_cmpint (wanted_there, ==, wanted);
    }

  /* How high it is does depend on how wide it is. */
  measure (label, GTK_ORIENTATION_VERTICAL, wanted, &line, NULL);
  g_assert_cmpint (line, ==, one);
  measure (label, GTK_ORIENTATION_VERTICAL, least, &line, NULL);
  g_assert_cmpint (line, >, one);
}

/* Whatever the height; that of a text that is gone is forgotten, and margins are counted once. */
static void
test_one_width_for_all_heights (ClinicDesk *desk)
{
  GtkWidget *label = make_label (SHORT);
  int before;
  int after;

  clinic_display_show (label);
  assert_one_width (label);
  measure (label, GTK_ORIENTATION_HORIZONTAL, 100, NULL, &before);

  gtk_label_set_label (GTK_LABEL (label), LONG);
  measure (label, GTK_ORIENTATION_HORIZONTAL, 100, NULL, &after);
  g_assert_cmpint (after, >, before);
  assert_one_width (label);

  gtk_label_set_label (GTK_LABEL (label), SHORT);
  gtk_widget_set_margin_start (label, 7);
  measure (label, GTK_ORIENTATION_HORIZONTAL, 100, NULL, &after);
  g_assert_cmpint (after, ==, before + 7);
}

/* In boxes in one another that stand in the middle, as a word of warning does beside its picture. */
static GtkWidget *
put_in_boxes (GtkWidget *label)
{
  GtkWidget *inner = label;

  for (int i = 0; i < BOXES; i++)
    {
      GtkWidget *box = gtk_box_new (i % 2 == 0 ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 6);

      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_box_append (GTK_BOX (box), inner);
      inner = box;
    }

  return inner;
}

static void
test_boxes_have_one_width (ClinicDesk *desk)
{
  GtkWidget *boxes = put_in_boxes (make_label (LONG));
  int least;
  int wanted;

  clinic_display_show (boxes);
  measure (boxes, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted);

  for (int height = 0; height < 200; height += 40)
    {
      int least_there;
      int wanted_there;

      measure (boxes, GTK_ORIENTATION_HORIZONTAL, height, &least_there, &wanted_there);
      g_assert_cmpint (least_there, ==, least);
      g_assert_cmpint (wanted_there, ==, wanted);
    }
}

static void
test_words_have_room_at_any_width (ClinicDesk *desk)
{
  GtkWidget *label = make_label (LONG);
  GtkWidget *boxes = put_in_boxes (label);
  int least;
  int wanted;

  clinic_display_show (boxes);
  measure (boxes, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted);

  for (int width = least; width < wanted + 40; width += 17)
    {
      int words;
      int height;

      measure (boxes, GTK_ORIENTATION_VERTICAL, width, &height, NULL);
      gtk_widget_allocate (boxes, width, height, -1, NULL);
      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &words);
      g_assert_cmpint (gtk_widget_get_height (label), >=, words);
      g_assert_cmpint (gtk_widget_get_width (label), <=, width);
    }
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/one-width/one-for-all-heights", "practitioner", test_one_width_for_all_heights);
  clinic_display_add ("/one-width/boxes", "practitioner", test_boxes_have_one_width);
  clinic_display_add ("/one-width/words-have-room", "practitioner", test_words_have_room_at_any_width);

  return g_test_run ();
}

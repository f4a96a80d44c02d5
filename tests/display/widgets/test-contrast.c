/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn by hand says itself that nothing is pale in high contrast. */

#include "config.h"

#include "clinic-agenda-hours.h"
#include "clinic-display.h"
#include "clinic-graph-colours.h"
#include "clinic-scalp-map-private.h"
#include "clinic-visit-face.h"

static void
test_graphs_are_not_pale (ClinicDesk *desk)
{
  GtkWidget *label = gtk_label_new ("Graph");
  ClinicGraphLook look;

  clinic_display_show (label);
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  clinic_graph_colours_look (label, &look);
  g_assert_cmpfloat (look.pale.alpha, ==, look.text.alpha);
  g_assert_cmpfloat (look.grid.alpha, >=, 0.5f * look.text.alpha);
}

static void
test_maps_are_strong (ClinicDesk *desk)
{
  GtkWidget *map = g_object_new (CLINIC_TYPE_SCALP_MAP, NULL);
  g_autoptr(GArray) marks = g_array_new (FALSE, TRUE, sizeof (ClinicScalpMark));

  clinic_display_show (map);
  g_assert_true (clinic_scalp_map_make_look (CLINIC_SCALP_MAP (map), marks).strong);
}

static gboolean
add_colour (GskRenderNode *node,
            GArray        *colours)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      g_array_append_vals (colours, gsk_text_node_get_color (node), 1);
      return TRUE;

    case GSK_TRANSFORM_NODE:
      return add_colour (gsk_transform_node_get_child (node), colours);

    case GSK_CLIP_NODE:
      return add_colour (gsk_clip_node_get_child (node), colours);

    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        add_colour (gsk_container_node_get_child (node, i), colours);

      return TRUE;

    default:
      return FALSE;
    }
}

/* No text of it is paler than the theme has texts. */
static void
check_texts (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr(GArray) colours = g_array_new (FALSE, FALSE, sizeof (GdkRGBA));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  GdkRGBA own;

  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  clinic_graph_colours_get (widget, NULL, &own);
  add_colour (node, colours);
  g_assert_cmpuint (colours->len, >, 0);

  for (guint i = 0; i < colours->len; i++)
    g_assert_cmpfloat (g_array_index (colours, GdkRGBA, i).alpha, >=, own.alpha - 0.001f);
}

static ClinicVisit *
make_visit (void)
{
  return g_object_new (CLINIC_TYPE_VISIT, "starts", "2026-11-21T09:00", "ends", "2026-11-21T09:30", "status", "done",
                       "family-name", "Exemple", "given-name", "Anne", "practitioner", "Dr Beispiel", "phone", "+00 1",
                       NULL);
}

static void
test_lists_are_not_pale (ClinicDesk *desk)
{
  g_autoptr(ClinicVisit) visit = make_visit ();
  GtkWidget *face = g_object_new (CLINIC_TYPE_VISIT_FACE, "visit", visit, "look", CLINIC_VISIT_LOOK_CARD, NULL);

  clinic_display_show (face);
  check_texts (face);
}

static void
test_hours_are_not_pale (ClinicDesk *desk)
{
  GtkWidget *hours = g_object_new (CLINIC_TYPE_AGENDA_HOURS, NULL);

  clinic_agenda_hours_set_scale (CLINIC_AGENDA_HOURS (hours), &(ClinicAgendaScale) { .from = 480, .to = 720, .minute = 2 });
  clinic_display_show (hours);
  check_texts (hours);
}

int
main (int   argc,
      char *argv[])
{
  /* As the desktop asks for it. */
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/contrast/graphs-are-not-pale", test_graphs_are_not_pale);
  clinic_display_add_empty ("/contrast/maps-are-strong", test_maps_are_strong);
  clinic_display_add_empty ("/contrast/lists-are-not-pale", test_lists_are_not_pale);
  clinic_display_add_empty ("/contrast/hours-are-not-pale", test_hours_are_not_pale);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-sections.h"
#include "clinic-findings-box.h"
#include "clinic-scalp-map.h"

static gboolean
is_inside (GtkWidget *widget,
           GtkWidget *section)
{
  return widget == section || gtk_widget_is_ancestor (widget, section);
}

/* Where the keyboard is; @n_sections: in none of them. */
static guint
find_current (GtkWidget *const *sections,
              guint             n_sections,
              GtkWidget        *focus)
{
  guint found = n_sections;

  for (guint i = 0; focus != NULL && i < n_sections; i++)
    {
      if (is_inside (focus, sections[i]) && (found == n_sections || is_inside (sections[i], sections[found])))
        found = i;
    }

  return found;
}

static GtkWidget *
find_map (GtkWidget *widget)
{
  if (CLINIC_IS_SCALP_MAP (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_map (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* On the map itself, not on a button above it; else on the first thing that takes the keyboard. */
static gboolean
enter (GtkWidget *section)
{
  GtkWidget *map = find_map (section);

  if (!gtk_widget_get_mapped (section))
    return FALSE;

  if (map != NULL)
    return gtk_widget_grab_focus (map);

  return CLINIC_IS_FINDINGS_BOX (section) ? clinic_findings_box_read (CLINIC_FINDINGS_BOX (section))
                                          : gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
}

gboolean
clinic_chart_sections_go (GtkWidget *const *sections,
                          guint             n_sections,
                          gboolean          forward)
{
  GtkRoot *root = n_sections > 0 ? gtk_widget_get_root (sections[0]) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint current = find_current (sections, n_sections, focus);

  if (current == n_sections)
    current = forward ? n_sections - 1 : 0;

  for (guint i = 1; i <= n_sections; i++)
    {
      guint next = (current + (forward ? i : n_sections * 2 - i)) % n_sections;

      if (enter (sections[next]))
        return TRUE;
    }

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-visit-menu.h"
#include "clinic-booking.h"
#include "clinic-locale.h"

typedef struct
{
  const char *status;
  const char *label;
} Step;

/* Only what can become of this visit is in its menu. */
static GMenuModel *
make_lengths (void)
{
  static const gint64 minutes[] = { 15, 20, 30, 45, 60, 75, 90, 120 };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *name = clinic_locale_minutes (minutes[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "visit.length", "x", minutes[i]);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (const char *status)
{
  static const Step items[] = {
    { "confirmed", N_("_Confirmed") }, { "arrived", N_("_Arrived") },
    { "in_treatment", N_("In _treatment") }, { "done", N_("_Done") },
    { "booked", N_("_Booked again") }, { "no_show", N_("Did _not come") },
    { "cancelled", N_("_Cancel the visit…") },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) open = g_menu_new ();
  g_autoptr(GMenu) become = g_menu_new ();

  g_menu_append (open, _("_Open"), "visit.open");
  g_menu_append (open, _("Open _patient"), "visit.patient");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *action = g_strdup_printf ("visit.become::%s", items[i].status);

      if (clinic_session_may_become (status, items[i].status))
        g_menu_append (become, _(items[i].label), action);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (become));

  if (g_strcmp0 (status, "booked") == 0 || g_strcmp0 (status, "confirmed") == 0)
    {
      g_autoptr(GMenuModel) lengths = make_lengths ();
      g_autoptr(GMenu) more = g_menu_new ();

      g_menu_append_submenu (more, _("_Length"), lengths);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
    }

  return G_MENU_MODEL (menu);
}

static void
popover_closed_cb (GtkWidget *popover,
                   gpointer   user_data)
{
  /* Only once what was chosen has been done. */
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

void
clinic_agenda_visit_menu_popup (GtkWidget  *visit,
                                const char *status,
                                double      x,
                                double      y)
{
  g_autoptr(GMenuModel) menu = make_menu (status);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_grab_focus (visit);
  gtk_widget_set_parent (popover, visit);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { x, y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

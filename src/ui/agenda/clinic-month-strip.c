/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-month-strip.h"
#include "clinic-planned-session.h"

#define N_DAYS 7
#define N_WEEKS 6
#define MOST_MONTHS 24

/* The children: a box a month, with its title and a grid whose first row names the weekdays. */
struct _ClinicMonthStrip
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicMonthStrip, clinic_month_strip, GTK_TYPE_BOX)

static void
add_cell (GtkGrid    *grid,
          int         column,
          int         row,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static GtkWidget *
make_month (void)
{
  GtkWidget *month = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_valign (month, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (month), title);
  gtk_box_append (GTK_BOX (month), grid);

  for (guint i = 0; i < N_DAYS; i++)
    {
      guint weekday = (clinic_locale_first_weekday () - 1 + i) % N_DAYS + 1;
      g_autofree char *name = clinic_locale_weekday (weekday, TRUE);

      add_cell (GTK_GRID (grid), i, 0, name, "month-weekday");
    }

  for (guint i = 0; i < N_DAYS * N_WEEKS; i++)
    add_cell (GTK_GRID (grid), i % N_DAYS, 1 + i / N_DAYS, NULL, "month-day");

  return month;
}

static void
show_day (GtkWidget  *label,
          const char *date,
          gboolean    inside,
          GHashTable *marks)
{
  const char *mark = inside ? g_hash_table_lookup (marks, date) : NULL;
  g_autofree char *number = clinic_locale_number (g_ascii_strtoll (date + strlen ("2026-11-"), NULL,
                                                                   10));

  gtk_label_set_label (GTK_LABEL (label), inside ? number : "");
  gtk_widget_remove_css_class (label, "planned");
  gtk_widget_remove_css_class (label, "clash");

  if (mark != NULL)
    gtk_widget_add_css_class (label, mark);
}

/* @first: the first day of the month. */
static void
show_month (GtkWidget  *month,
            gint64      first,
            GHashTable *marks)
{
  GtkWidget *title = gtk_widget_get_first_child (month);
  GtkGrid *grid = GTK_GRID (gtk_widget_get_next_sibling (title));
  g_autofree char *date = clinic_date_from_days (first);
  g_autofree char *name = clinic_locale_month (date);
  gint64 start = first - (clinic_date_weekday (date) - clinic_locale_first_weekday () + N_DAYS) % N_DAYS;

  gtk_label_set_label (GTK_LABEL (title), name);

  for (guint i = 0; i < N_DAYS * N_WEEKS; i++)
    {
      g_autofree char *day = clinic_date_from_days (start + i);

      show_day (gtk_grid_get_child_at (grid, i % N_DAYS, 1 + i / N_DAYS), day,
                strncmp (day, date, strlen ("2026-11")) == 0, marks);
    }
}

static char *
get_month (const char *date,
           guint       later)
{
  g_autofree char *first = g_strdup_printf ("%.7s-01", date);

  for (guint i = 0; i < later; i++)
    {
      g_autofree char *next = clinic_date_add_days (first, 31);

      g_free (first);
      first = g_strdup_printf ("%.7s-01", next);
    }

  return g_steal_pointer (&first);
}

static GHashTable *
collect_marks (GListModel  *sessions,
               char       **earliest,
               char       **latest)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(ClinicPlannedSession) session = g_list_model_get_item (sessions, i);
      char *date = clinic_wall_dup_date (session->starts);

      if (*earliest == NULL || strcmp (date, *earliest) < 0)
        {
          g_free (*earliest);
          *earliest = g_strdup (date);
        }

      if (*latest == NULL || strcmp (date, *latest) > 0)
        {
          g_free (*latest);
          *latest = g_strdup (date);
        }

      g_hash_table_insert (marks, date, session->words != NULL ? "clash" : "planned");
    }

  return marks;
}

static void
clinic_month_strip_class_init (ClinicMonthStripClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "monthstrip");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
clinic_month_strip_init (ClinicMonthStrip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The days of the sessions"), -1);
}

void
clinic_month_strip_show (ClinicMonthStrip *self,
                         GListModel       *sessions)
{
  GtkWidget *month = gtk_widget_get_first_child (GTK_WIDGET (self));
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;
  g_autoptr(GHashTable) marks = collect_marks (sessions, &earliest, &latest);

  for (guint i = 0; i < MOST_MONTHS && earliest != NULL; i++)
    {
      g_autofree char *first = get_month (earliest, i);

      if (strcmp (first, latest) > 0)
        break;

      if (month == NULL)
        gtk_box_append (GTK_BOX (self), month = make_month ());

      show_month (month, clinic_date_to_days (first), marks);
      gtk_widget_set_visible (month, TRUE);
      month = gtk_widget_get_next_sibling (month);
    }

  for (; month != NULL; month = gtk_widget_get_next_sibling (month))
    gtk_widget_set_visible (month, FALSE);
}

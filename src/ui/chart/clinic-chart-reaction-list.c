/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-reaction-list.h"
#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-locale.h"

struct _ClinicChartReactionList
{
  ClinicChartPart parent_instance;

  GtkListBox       *list;
  ClinicChartSheet *sheet;      /* that the rows say; NULL: none */
  gboolean          shown;
};

static GParamSpec *shown_property;

G_DEFINE_FINAL_TYPE (ClinicChartReactionList, clinic_chart_reaction_list, CLINIC_TYPE_CHART_PART)

static char *
dup_title (ClinicChartReaction * reaction)
{
  /* Translators: a zone of the scalp and what was seen there: “Occipital: Itching”. */
  return g_strdup_printf (C_("reaction", "%s: %s"), clinic_choice_label (clinic_zones, reaction->zone), reaction->what);
}

static char *
dup_detail (ClinicChartReaction *reaction)
{
  g_autofree char *date = clinic_wall_dup_date (reaction->onset);
  g_autofree char *day = clinic_locale_date (date);
  g_autofree char *grade = NULL;

  if (reaction->grade == CLINIC_UNKNOWN)
    return g_steal_pointer (&day);

  grade = g_strdup_printf (_("Grade %d"), (int) reaction->grade);

  /* Translators: the grade of a reaction and the day it began. */
  return g_strdup_printf (C_("reaction", "%s · %s"), grade, day);
}

static char *
dup_lots (ClinicChartReaction *reaction)
{
  if (reaction->lots == NULL)
    return g_strdup (_("No lot was noted there before"));

  /* Translators: the lots that were injected there before a reaction. */
  return g_strdup_printf (C_("reaction", "After %s"), reaction->lots);
}

static GtkWidget *
make_label (const char *text,
            gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static GtkWidget *
make_row (ClinicChartReaction *reaction)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = dup_title (reaction);
  g_autofree char *detail = dup_detail (reaction);
  g_autofree char *lots = dup_lots (reaction);
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s", title, detail, lots);

  gtk_box_append (GTK_BOX (box), make_label (title, FALSE));
  gtk_box_append (GTK_BOX (box), make_label (detail, TRUE));
  gtk_box_append (GTK_BOX (box), make_label (lots, TRUE));
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);

  return row;
}

static void
update (ClinicChartReactionList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown && self->sheet != NULL && self->sheet->reactions->len > 0);
}

/* Rows stay while what is read again says the same: mostly it does. */
static gboolean
say_the_same (GPtrArray *some,
              GPtrArray *others)
{
  if (some->len != others->len)
    return FALSE;

  for (guint i = 0; i < some->len; i++)
    {
      ClinicChartReaction *one = some->pdata[i];
      ClinicChartReaction *other = others->pdata[i];

      if (one->id != other->id || one->grade != other->grade || g_strcmp0 (one->zone, other->zone) != 0 ||
          g_strcmp0 (one->what, other->what) != 0 || g_strcmp0 (one->onset, other->onset) != 0 ||
          g_strcmp0 (one->lots, other->lots) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
clear (ClinicChartReactionList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
clinic_chart_reaction_list_show (ClinicChartPart  *part,
                                 ClinicChartModel *model,
                                 ClinicChartSheet *sheet)
{
  ClinicChartReactionList *self = CLINIC_CHART_REACTION_LIST (part);

  if (self->sheet == NULL || !say_the_same (self->sheet->reactions, sheet->reactions))
    {
      clear (self);

      for (guint i = 0; i < sheet->reactions->len; i++)
        gtk_list_box_append (self->list, make_row (sheet->reactions->pdata[i]));
    }

  g_set_object (&self->sheet, sheet);
  update (self);
}

static void
clinic_chart_reaction_list_empty (ClinicChartPart *part)
{
  ClinicChartReactionList *self = CLINIC_CHART_REACTION_LIST (part);

  clear (self);
  g_clear_object (&self->sheet);
  update (self);
}

static void
clinic_chart_reaction_list_get_property (GObject    *object,
                                         guint       id,
                                         GValue     *value,
                                         GParamSpec *spec)
{
  g_value_set_boolean (value, CLINIC_CHART_REACTION_LIST (object)->shown);
}

static void
clinic_chart_reaction_list_set_property (GObject      *object,
                                         guint         id,
                                         const GValue *value,
                                         GParamSpec   *spec)
{
  ClinicChartReactionList *self = CLINIC_CHART_REACTION_LIST (object);

  self->shown = g_value_get_boolean (value);
  update (self);
}

static void
clinic_chart_reaction_list_dispose (GObject *object)
{
  g_clear_object (&CLINIC_CHART_REACTION_LIST (object)->sheet);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_REACTION_LIST);
  G_OBJECT_CLASS (clinic_chart_reaction_list_parent_class)->dispose (object);
}

static void
clinic_chart_reaction_list_class_init (ClinicChartReactionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_chart_reaction_list_get_property;
  object_class->set_property = clinic_chart_reaction_list_set_property;
  object_class->dispose = clinic_chart_reaction_list_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_reaction_list_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_reaction_list_empty;

  shown_property = g_param_spec_boolean ("shown", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, shown_property);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-reaction-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartReactionList, list);
}

static void
clinic_chart_reaction_list_init (ClinicChartReactionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-last.h"
#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-lot.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction.h"

struct _ClinicChartLast
{
  ClinicChartPart parent_instance;

  GtkStack          *stack;
  GtkLabel          *day;
  GtkLabel          *cocktail;
  GtkLabel          *lots;
  GtkLabel          *needle;
  GtkLabel          *totals;
  GtkLabel          *notes;
  GtkLabel          *reactions;
  GtkListBox        *zones;
};

G_DEFINE_FINAL_TYPE (ClinicChartLast, clinic_chart_last, CLINIC_TYPE_CHART_PART)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/org/anagen/Anagen/ui/clinic-chart-last-row.ui");
  g_autofree char *injected = clinic_chart_sheet_dup_injected (item);
  const char *zone = clinic_choice_label (clinic_zones, CLINIC_INJECTION (item)->zone);

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "zone")), zone);
  gtk_widget_set_tooltip_text (GTK_WIDGET (gtk_builder_get_object (builder, "zone")), zone);
  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "injected")), injected);

  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "row")));
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_lots (ClinicChartSheet *sheet)
{
  g_autoptr(GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < sheet->last->draws->len; i++)
    {
      ClinicLot *lot = g_hash_table_lookup (sheet->lots,
                                            &CLINIC_DRAW (sheet->last->draws->pdata[i])->lot_id);

      if (lot != NULL)
        g_ptr_array_add (numbers, lot->number);
    }

  g_ptr_array_add (numbers, NULL);
  list = g_strjoinv (", ", (char **) numbers->pdata);

  return numbers->len > 1
         ? g_strdup_printf (ngettext ("Lot %s", "Lots %s", numbers->len - 1), list)
         : g_strdup ("");
}

/* Technique, gauge, length, as far as they were said. */
static char *
dup_needle (ClinicSession *session)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *length = clinic_locale_decimal (session->needle_mm);

  if (session->technique != NULL)
    g_ptr_array_add (words, g_strdup (clinic_choice_label (clinic_techniques, session->technique)));

  if (session->gauge != NULL)
    g_ptr_array_add (words, g_strdup (session->gauge));

  if (session->needle_mm != CLINIC_UNKNOWN)
    g_ptr_array_add (words, g_strdup_printf (_("%s mm"), length));

  if (session->device != NULL &&
      g_strcmp0 (session->device, clinic_choice_label (clinic_techniques, session->technique)) != 0)
    g_ptr_array_add (words, g_strdup (session->device));

  if (session->anaesthetic != NULL)
    g_ptr_array_add (words, g_strdup (session->anaesthetic));

  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

static char *
dup_totals (ClinicChart *last)
{
  gint64 points = 0;
  gint64 volume = 0;
  g_autofree char *ml = NULL;

  for (guint i = 0; i < last->injections->len; i++)
    {
      ClinicInjection *injection = last->injections->pdata[i];

      points += injection->points;
      volume += injection->points * injection->volume_per_point;
    }

  ml = clinic_locale_decimal (volume);

  if (last->session->pain == CLINIC_UNKNOWN)
    return g_strdup_printf (ngettext ("%d point · %s ml", "%d points · %s ml", (gulong) points),
                            (int) points, ml);

  return g_strdup_printf (ngettext ("%d point · %s ml · pain %d", "%d points · %s ml · pain %d",
                                    (gulong) points), (int) points, ml, (int) last->session->pain);
}

static char *
dup_reactions (ClinicChartSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->since->len; i++)
    {
      ClinicReaction *reaction = sheet->since->pdata[i];
      ClinicReactionKind *kind = g_hash_table_lookup (sheet->kinds, &reaction->reaction_kind_id);
      g_autofree char *date = clinic_wall_dup_date (reaction->onset);
      g_autofree char *day = clinic_locale_day (date);

      if (kind == NULL)
        continue;

      if (text->len > 0)
        g_string_append_c (text, '\n');

      if (reaction->grade != CLINIC_UNKNOWN)
        /* Translators: a reaction, its grade, the day it began. */
        g_string_append_printf (text, _("%s, grade %d, %s"), kind->name, (int) reaction->grade, day);
      else
        g_string_append_printf (text, _("%s, %s"), kind->name, day);
    }

  if (text->len == 0)
    g_string_append (text, _("None reported"));

  return g_string_free (text, FALSE);
}

static void
show_last (ClinicChartLast  *self,
           ClinicChartSheet *sheet)
{
  ClinicInjection *first = clinic_chart_sheet_find_last (sheet, NULL);
  g_autoptr(GListStore) zones = g_list_store_new (CLINIC_TYPE_INJECTION);
  g_autofree char *date = clinic_wall_dup_date (sheet->last->session->starts);
  g_autofree char *today = clinic_wall_dup_date (sheet->visit->starts);
  g_autofree char *day = clinic_locale_near_day (date, today);
  g_autofree char *cocktail = NULL;
  g_autofree char *lots = dup_lots (sheet);
  g_autofree char *needle = dup_needle (sheet->last->session);
  g_autofree char *totals = dup_totals (sheet->last);
  g_autofree char *reactions = dup_reactions (sheet);

  cocktail = clinic_chart_sheet_dup_cocktail (sheet, first != NULL ? first->cocktail_version_id
                                                                   : CLINIC_UNKNOWN);

  for (guint i = 0; i < sheet->last->injections->len; i++)
    g_list_store_append (zones, sheet->last->injections->pdata[i]);

  gtk_list_box_bind_model (self->zones, G_LIST_MODEL (zones), create_row, NULL, NULL);
  set_line (self->day, day);
  set_line (self->cocktail, cocktail);
  set_line (self->lots, lots);
  set_line (self->needle, needle);
  set_line (self->totals, totals);
  set_line (self->reactions, reactions);
  set_line (self->notes, sheet->last->session->notes != NULL ? sheet->last->session->notes : "");
}

static void
clinic_chart_last_empty (ClinicChartPart *part)
{
  gtk_stack_set_visible_child_name (CLINIC_CHART_LAST (part)->stack, "loading");
}

static void
clinic_chart_last_show (ClinicChartPart  *part,
                        ClinicChartModel *model,
                        ClinicChartSheet *sheet)
{
  ClinicChartLast *self = CLINIC_CHART_LAST (part);

  if (sheet->last != NULL)
    show_last (self, sheet);

  gtk_stack_set_visible_child_name (self->stack, sheet->last != NULL ? "last" : "first");
}

static void
clinic_chart_last_dispose (GObject *object)
{
  /* Before the template unparents it behind the bin's back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_LAST);
  G_OBJECT_CLASS (clinic_chart_last_parent_class)->dispose (object);
}

static void
clinic_chart_last_class_init (ClinicChartLastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_last_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_last_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_last_empty;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-last.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, day);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, cocktail);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, lots);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, needle);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, totals);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, notes);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, reactions);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLast, zones);
}

static void
clinic_chart_last_init (ClinicChartLast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

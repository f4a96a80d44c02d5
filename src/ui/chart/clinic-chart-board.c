/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-asked.h"
#include "clinic-chart-banner.h"
#include "clinic-chart-board.h"
#include "clinic-chart-cocktail.h"
#include "clinic-chart-details.h"
#include "clinic-chart-last.h"
#include "clinic-chart-lots.h"
#include "clinic-chart-map.h"
#include "clinic-chart-notes.h"
#include "clinic-chart-reaction-list.h"
#include "clinic-chart-sections.h"
#include "clinic-chart-totals.h"
#include "clinic-chart-zones.h"
#include "clinic-figure-entry.h"
#include "clinic-findings-box.h"
#include "clinic-later.h"

struct _ClinicChartBoard
{
  ClinicChartPart parent_instance;

  GtkWidget           *banner;
  ClinicChartCocktail *cocktail;
  GtkWidget           *lots;
  GtkWidget           *reactions;
  GtkWidget           *record;          /* the column with the last session and the notes */
  ClinicLater         *details;
  ClinicLater         *remarks;
  ClinicChartTotals   *totals;
  ClinicChartZones    *zones;
  ClinicFindingsBox   *findings;
  GtkWidget           *figures;         /* the column with numbers to be typed */
  ClinicLater         *map;
  GtkLabel            *kept;
  GtkWidget           *sign;
  GtkButton           *decision;        /* that is due */
  GtkWidget           *added_box;
  GtkLabel            *added;
};

G_DEFINE_FINAL_TYPE (ClinicChartBoard, clinic_chart_board, CLINIC_TYPE_CHART_PART)

/* The first figure below @widget that was typed wrongly. */
static GtkWidget *
find_wrong (GtkWidget * widget)
{
  if (CLINIC_IS_FIGURE_ENTRY (widget))
    return gtk_widget_has_css_class (widget, "error") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_wrong (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
part_made_cb (ClinicChartBoard *self,
              GtkWidget        *part)
{
  g_object_bind_property (self, "model", part, "model", G_BINDING_SYNC_CREATE);

  if (CLINIC_IS_CHART_MAP (part))
    g_object_bind_property (part, "reactions", self->reactions, "shown", G_BINDING_SYNC_CREATE);
}

static void
clinic_chart_board_empty (ClinicChartPart *part)
{
  ClinicChartBoard *self = CLINIC_CHART_BOARD (part);

  clinic_findings_box_set_findings (self->findings, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), FALSE);
  gtk_label_set_text (self->kept, "");
}

static void
clinic_chart_board_show (ClinicChartPart  *part,
                         ClinicChartModel *model,
                         ClinicChartSheet *sheet)
{
  ClinicChartBoard *self = CLINIC_CHART_BOARD (part);
  g_autofree char *decision = clinic_chart_asked_dup_decision (sheet);
  GtkWidget *words;

  gtk_widget_set_visible (self->sign, sheet->standing->session->signed_at == NULL);
  gtk_button_set_label (self->decision, decision != NULL ? decision : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decision), decision != NULL);

  /* The column is narrow. */
  words = gtk_button_get_child (self->decision);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
}

static void
clinic_chart_board_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_BOARD);
  G_OBJECT_CLASS (clinic_chart_board_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (CLINIC_TYPE_CHART_BANNER);
  g_type_ensure (CLINIC_TYPE_CHART_LAST);
  g_type_ensure (CLINIC_TYPE_CHART_COCKTAIL);
  g_type_ensure (CLINIC_TYPE_CHART_LOTS);
  g_type_ensure (CLINIC_TYPE_CHART_MAP);
  g_type_ensure (CLINIC_TYPE_CHART_NOTES);
  g_type_ensure (CLINIC_TYPE_CHART_ZONES);
  g_type_ensure (CLINIC_TYPE_CHART_TOTALS);
  g_type_ensure (CLINIC_TYPE_CHART_REACTION_LIST);
  g_type_ensure (CLINIC_TYPE_CHART_DETAILS);
  g_type_ensure (CLINIC_TYPE_FINDINGS_BOX);
  g_type_ensure (CLINIC_TYPE_LATER);
}

static void
clinic_chart_board_class_init (ClinicChartBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_board_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_board_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_board_empty;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-board.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, banner);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, cocktail);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, lots);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, reactions);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, record);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, details);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, remarks);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, totals);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, zones);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, findings);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, figures);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, map);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, kept);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, sign);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, decision);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, added_box);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBoard, added);
  gtk_widget_class_bind_template_callback (widget_class, part_made_cb);
}

static void
clinic_chart_board_init (ClinicChartBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
clinic_chart_board_build (ClinicChartBoard *self)
{
  ClinicLater *places[] = { self->map, self->details, self->remarks };

  g_return_val_if_fail (CLINIC_IS_CHART_BOARD (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (clinic_later_get_made (places[i]) == NULL)
        {
          clinic_later_make (places[i]);
          return TRUE;
        }
    }

  return FALSE;
}

void
clinic_chart_board_take_answers (ClinicChartBoard *self,
                                 GPtrArray        *findings,
                                 GArray           *doses)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  clinic_findings_box_set_findings (self->findings, findings);
  clinic_chart_totals_take_doses (self->totals, doses);
}

void
clinic_chart_board_set_findings (ClinicChartBoard *self,
                                 GPtrArray        *findings)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  clinic_findings_box_set_findings (self->findings, findings);
  clinic_findings_box_start (self->findings);
}

const char *
clinic_chart_board_find_missing (ClinicChartBoard *self,
                                 const char       *today)
{
  GtkWidget *wrong = find_wrong (self->figures);

  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return _("A number cannot be read. It is marked.");
    }

  if (!clinic_chart_details_validate (CLINIC_CHART_DETAILS (clinic_later_make (self->details)), today) ||
      !clinic_chart_notes_validate (CLINIC_CHART_NOTES (clinic_later_make (self->remarks)), today))
    return _("Something cannot be read. It is marked.");

  if (clinic_findings_box_get_answered (self->findings))
    return NULL;

  clinic_findings_box_start (self->findings);

  return clinic_chart_board_describe_missing (self);
}

const char *
clinic_chart_board_describe_missing (ClinicChartBoard *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_BOARD (self), NULL);

  return clinic_findings_box_get_barred (self->findings)
         ? _("This cannot be signed: you may not pass what stops it.")
         : _("Give a reason for each objection, then sign.");
}

GHashTable *
clinic_chart_board_dup_reasons (ClinicChartBoard *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_BOARD (self), NULL);

  return clinic_findings_box_dup_reasons (self->findings);
}

void
clinic_chart_board_set_kept (ClinicChartBoard *self,
                             const char       *words)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  gtk_label_set_text (self->kept, words);
}

void
clinic_chart_board_set_added (ClinicChartBoard *self,
                              const char       *words)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  gtk_label_set_text (self->added, words);
  gtk_widget_set_visible (self->added_box, *words != '\0');
}

void
clinic_chart_board_start (ClinicChartBoard *self)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  clinic_chart_map_start (CLINIC_CHART_MAP (clinic_later_make (self->map)));
}

void
clinic_chart_board_set_hindrance (ClinicChartBoard *self,
                                  const char       *words)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  clinic_chart_cocktail_set_hindrance (self->cocktail, words);
}

void
clinic_chart_board_go (ClinicChartBoard *self,
                       gboolean          forward)
{
  GtkWidget *sections[] = {
    self->banner, GTK_WIDGET (self->cocktail), self->lots, GTK_WIDGET (self->map), GTK_WIDGET (self->zones),
    self->reactions, self->record, GTK_WIDGET (self->details), GTK_WIDGET (self->findings), NULL,
  };

  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  sections[G_N_ELEMENTS (sections) - 1] =
    clinic_chart_details_get_actions (CLINIC_CHART_DETAILS (clinic_later_make (self->details)));
  clinic_chart_sections_go (sections, G_N_ELEMENTS (sections), forward);
}

void
clinic_chart_board_take_received (ClinicChartBoard *self)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  clinic_chart_lots_take_received (CLINIC_CHART_LOTS (self->lots));
}

void
clinic_chart_board_choose (ClinicChartBoard *self)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  clinic_chart_cocktail_open (self->cocktail);
}

void
clinic_chart_board_write (ClinicChartBoard *self)
{
  g_return_if_fail (CLINIC_IS_CHART_BOARD (self));

  clinic_chart_notes_start (CLINIC_CHART_NOTES (clinic_later_make (self->remarks)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-stage-grid.h"
#include "clinic-stage-picture.h"

#define MOST_GROUPS 3

struct _ClinicStageGrid
{
  AdwBin parent_instance;

  const ClinicScale *scale;
  char              *stage;
  GtkWidget         *box;
  GtkFlowBox        *groups[MOST_GROUPS];   /* BASP: basic, vertex, whole top */
  guint              n_groups;
};

typedef enum
{
  PROPERTY_STAGE = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicStageGrid, clinic_stage_grid, ADW_TYPE_BIN)

/* The value of what is chosen in a group; NULL: nothing, or "none". */
static const char *
get_chosen (ClinicStageGrid * self,
            guint group)
{
  GList *selected = group < self->n_groups
                    ? gtk_flow_box_get_selected_children (self->groups[group]) : NULL;
  const char *value = selected != NULL ? g_object_get_data (selected->data, "stage") : NULL;

  g_list_free (selected);

  return value;
}

static void
selected_cb (ClinicStageGrid *self)
{
  g_autofree char *stage = self->n_groups > 1
                           ? clinic_basp_combine (get_chosen (self, 0), get_chosen (self, 1),
                                                  get_chosen (self, 2))
                           : g_strdup (get_chosen (self, 0));

  if (g_strcmp0 (stage, self->stage) == 0)
    return;

  g_free (self->stage);
  self->stage = g_steal_pointer (&stage);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_STAGE]);
}

/* @value NULL: none of the group. */
static void
add_picture (ClinicStageGrid *self,
             GtkFlowBox      *group,
             const char      *value,
             gboolean         chosen)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (value != NULL ? value : C_("no such type of BASP", "None"));
  g_autofree char *words = value != NULL ? clinic_scale_define (self->scale, value) : NULL;

  gtk_box_append (GTK_BOX (box), clinic_stage_picture_new (self->scale, value));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_tooltip_text (child, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (label)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "",
                                  -1);
  g_object_set_data_full (G_OBJECT (child), "stage", g_strdup (value), g_free);
  gtk_flow_box_insert (group, child, -1);

  if (chosen)
    gtk_flow_box_select_child (group, GTK_FLOW_BOX_CHILD (child));
}

static GtkFlowBox *
add_group (ClinicStageGrid *self,
           const char      *title)
{
  GtkWidget *group = gtk_flow_box_new ();

  if (title != NULL)
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (self->box), label);
    }

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (group), GTK_SELECTION_SINGLE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (group), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (group), 6);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (group), 3);
  gtk_widget_set_valign (group, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : _("Stages"), -1);
  gtk_box_append (GTK_BOX (self->box), group);
  self->groups[self->n_groups++] = GTK_FLOW_BOX (group);

  return GTK_FLOW_BOX (group);
}

static void
show_basp (ClinicStageGrid *self,
           const char      *stage)
{
  g_autofree char *basic = NULL;
  g_autofree char *vertex = NULL;
  g_autofree char *frontal = NULL;
  GtkFlowBox *groups[MOST_GROUPS];

  clinic_basp_split (stage, &basic, &vertex, &frontal);
  groups[0] = add_group (self, _("Hairline"));
  groups[1] = add_group (self, _("Vertex"));
  groups[2] = add_group (self, _("Whole top"));
  add_picture (self, groups[1], NULL, vertex == NULL);
  add_picture (self, groups[2], NULL, frontal == NULL);

  for (const ClinicStage *one = self->scale->stages; one->value != NULL; one++)
    {
      if (*one->value == 'V')
        add_picture (self, groups[1], one->value, g_strcmp0 (one->value, vertex) == 0);
      else if (*one->value == 'F')
        add_picture (self, groups[2], one->value, g_strcmp0 (one->value, frontal) == 0);
      else
        add_picture (self, groups[0], one->value, g_strcmp0 (one->value, basic) == 0);
    }
}

/* Into the first group, to what is chosen there: its cursor goes along, as grab_focus () on a
 * child would not have it. */
static gboolean
clinic_stage_grid_grab_focus (GtkWidget *widget)
{
  ClinicStageGrid *self = CLINIC_STAGE_GRID (widget);

  if (self->n_groups > 0 && gtk_widget_get_focus_child (GTK_WIDGET (self->groups[0])) != NULL)
    return TRUE;

  return self->n_groups > 0 &&
         gtk_widget_child_focus (GTK_WIDGET (self->groups[0]), GTK_DIR_TAB_FORWARD);
}

static void
clinic_stage_grid_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROPERTY_STAGE)
    g_value_set_string (value, CLINIC_STAGE_GRID (object)->stage);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_stage_grid_finalize (GObject *object)
{
  g_free (CLINIC_STAGE_GRID (object)->stage);
  G_OBJECT_CLASS (clinic_stage_grid_parent_class)->finalize (object);
}

static void
clinic_stage_grid_class_init (ClinicStageGridClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = clinic_stage_grid_get_property;
  G_OBJECT_CLASS (klass)->finalize = clinic_stage_grid_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = clinic_stage_grid_grab_focus;
  properties[PROPERTY_STAGE] =
    g_param_spec_string ("stage", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
clinic_stage_grid_init (ClinicStageGrid *self)
{
}

void
clinic_stage_grid_show (ClinicStageGrid   *self,
                        const ClinicScale *scale,
                        const char        *stage)
{
  g_return_if_fail (CLINIC_IS_STAGE_GRID (self) && scale != NULL);

  self->scale = scale;
  self->n_groups = 0;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);

  if (strcmp (scale->name, "basp") == 0)
    {
      show_basp (self, stage);
    }
  else
    {
      GtkFlowBox *group = add_group (self, NULL);

      for (const ClinicStage *one = scale->stages; one->value != NULL; one++)
        add_picture (self, group, one->value, g_strcmp0 (one->value, stage) == 0);
    }

  for (guint i = 0; i < self->n_groups; i++)
    g_signal_connect_object (self->groups[i], "selected-children-changed",
                             G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  g_clear_pointer (&self->stage, g_free);
  selected_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_STAGE]);
}

const char *
clinic_stage_grid_get_stage (ClinicStageGrid *self)
{
  g_return_val_if_fail (CLINIC_IS_STAGE_GRID (self), NULL);

  return self->stage;
}

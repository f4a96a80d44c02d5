/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-answer-grid.h"
#include "clinic-causality.h"
#include "clinic-choices.h"
#include "clinic-direction.h"
#include "clinic-reaction-naranjo.h"

#define N_ANSWERS 3

static const char letters[N_ANSWERS] = { 'y', 'n', 'u' };

struct _ClinicReactionNaranjo
{
  AdwBin parent_instance;

  char            *answers;
  GtkToggleButton *buttons[CLINIC_NARANJO_QUESTIONS][N_ANSWERS];
  GtkLabel        *points[CLINIC_NARANJO_QUESTIONS];
  gboolean         showing;     /* what is toggled comes from the answers */

  GtkListBox      *list;
  GtkLabel        *sum;
};

typedef enum
{
  PROPERTY_ANSWERS = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicReactionNaranjo, clinic_reaction_naranjo, ADW_TYPE_BIN)

static void
show_sum (ClinicReactionNaranjo *self)
{
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  int n = clinic_naranjo_count (self->answers);
  int score;

  if (n <= 0)
    {
      gtk_label_set_label (self->sum, _("Not asked yet"));
      return;
    }

  if (!clinic_naranjo_sum (self->answers, &score))
    {
      /* Translators: of Naranjo's ten questions; until all are, they have no sum. */
      text = g_strdup_printf (ngettext ("%d of %d answered", "%d of %d answered", (gulong) n), n,
                              CLINIC_NARANJO_QUESTIONS);
      gtk_label_set_label (self->sum, text);
      return;
    }

  /* Translators: the sum of Naranjo's scale and what it means: "Sum 6: Probable" */
  text = g_strdup_printf (_("Sum %d: %s"), score,
                          clinic_choice_label (clinic_naranjo_categories,
                                               clinic_naranjo_categorize (score)));
  number = clinic_direction_figures (text);
  gtk_label_set_label (self->sum, number);
}

static void
show (ClinicReactionNaranjo *self)
{
  self->showing = TRUE;

  for (guint i = 0; i < CLINIC_NARANJO_QUESTIONS; i++)
    {
      char answer = self->answers != NULL ? self->answers[i] : CLINIC_NARANJO_OPEN;
      int points = clinic_naranjo_get_points (i, answer);
      g_autofree char *text = g_strdup_printf (points > 0 ? "+%d" : points < 0 ? "−%d" : "%d", ABS (points));
      g_autofree char *number = clinic_direction_number (text);

      for (guint j = 0; j < N_ANSWERS; j++)
        gtk_toggle_button_set_active (self->buttons[i][j], answer == letters[j]);

      gtk_label_set_label (self->points[i], answer != CLINIC_NARANJO_OPEN ? number : "");
    }

  self->showing = FALSE;
  show_sum (self);
}

static void
set_answers (ClinicReactionNaranjo *self,
             const char            *answers)
{
  if (clinic_naranjo_count (answers) <= 0)
    answers = NULL;

  if (g_strcmp0 (self->answers, answers) == 0)
    return;

  g_free (self->answers);
  self->answers = g_strdup (answers);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ANSWERS]);
}

/* The others stay as they are: what nobody has answered is not "not known". */
static void
answer (ClinicReactionNaranjo *self,
        guint                  question,
        char                   letter)
{
  g_autofree char *answers = self->answers != NULL ? g_strdup (self->answers)
                                                   : g_strnfill (CLINIC_NARANJO_QUESTIONS, CLINIC_NARANJO_OPEN);

  answers[question] = letter;
  set_answers (self, answers);
}

static guint
get_question (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "question"));
}

static void
toggled_cb (GtkToggleButton *button,
            gpointer         user_data)
{
  ClinicReactionNaranjo *self = user_data;
  char letter = (char) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "letter"));

  if (!self->showing && gtk_toggle_button_get_active (button))
    answer (self, get_question (button), letter);
}

static GtkWidget *
create_answers (ClinicReactionNaranjo *self,
                guint                  question)
{
  const char *const labels[N_ANSWERS] = { _("Yes"), _("No"), _("Not known") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  for (guint i = 0; i < N_ANSWERS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);
      g_autofree char *name = g_strdup_printf ("%u: %s", question + 1, labels[i]);

      self->buttons[question][i] = GTK_TOGGLE_BUTTON (button);
      g_object_set_data (G_OBJECT (button), "question", GUINT_TO_POINTER (question));
      g_object_set_data (G_OBJECT (button), "letter", GINT_TO_POINTER ((int) letters[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[question][i], self->buttons[question][0]);

      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
create_row (ClinicReactionNaranjo *self,
            guint                  question)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = g_strdup_printf ("%u. %s", question + 1, clinic_naranjo_get_question (question));
  GtkWidget *label = gtk_label_new (text);

  self->points[question] = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->points[question], 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->points[question]), "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "naranjo-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_answers (self, question));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->points[question]));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
forget_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  set_answers (CLINIC_REACTION_NARANJO (widget), NULL);
}

static void
clinic_reaction_naranjo_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  if (property_id == PROPERTY_ANSWERS)
    g_value_set_string (value, CLINIC_REACTION_NARANJO (object)->answers);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_reaction_naranjo_set_property (GObject      *object,
                                      guint         property_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  if (property_id == PROPERTY_ANSWERS)
    set_answers (CLINIC_REACTION_NARANJO (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_reaction_naranjo_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REACTION_NARANJO);
  g_clear_pointer (&CLINIC_REACTION_NARANJO (object)->answers, g_free);

  G_OBJECT_CLASS (clinic_reaction_naranjo_parent_class)->dispose (object);
}

static void
clinic_reaction_naranjo_class_init (ClinicReactionNaranjoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_reaction_naranjo_get_property;
  object_class->set_property = clinic_reaction_naranjo_set_property;
  object_class->dispose = clinic_reaction_naranjo_dispose;

  properties[PROPERTY_ANSWERS] =
    g_param_spec_string ("answers", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reaction-naranjo.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionNaranjo, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionNaranjo, sum);
  gtk_widget_class_install_action (widget_class, "naranjo.forget", NULL, forget_action);
}

static void
clinic_reaction_naranjo_init (ClinicReactionNaranjo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < CLINIC_NARANJO_QUESTIONS; i++)
    gtk_list_box_append (self->list, create_row (self, i));

  clinic_answer_grid_watch (GTK_WIDGET (self->list), TRUE);
  show (self);
}

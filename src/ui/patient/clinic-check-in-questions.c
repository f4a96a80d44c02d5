/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-answer-grid.h"
#include "clinic-check-in-questions.h"
#include "clinic-choices.h"

#define N_QUESTIONS 5
#define PREGNANCY   1
#define ALLERGIES   4

struct _ClinicCheckInQuestions
{
  AdwPreferencesGroup parent_instance;

  ClinicCheckIn   *record;          /* NULL: none yet */
  gboolean         listed;          /* there are allergies on the list */
  GtkWidget       *rows[N_QUESTIONS];
  GtkToggleButton *answers[N_QUESTIONS][3];
};

static const struct { const char *field; const char *title; } questions[N_QUESTIONS] = {
  { "new-medicine", N_("A new medicine since the last visit?") },
  { "pregnancy", N_("Pregnant?") },
  { "hair-colour", N_("Hair coloured since the last visit?") },
  { "inflammation", N_("Is the scalp inflamed?") },
  { "allergies", N_("Allergies?") },
};

/* As the list of allergies is empty or not. */
static const ClinicChoice unlisted[] = {
  { "none", N_("None known") },
  { "unsure", N_("New or not sure") },
  { NULL }
};

static const ClinicChoice listed[] = {
  { "listed", N_("As listed") },
  { "unsure", N_("New or not sure") },
  { NULL }
};

G_DEFINE_FINAL_TYPE (ClinicCheckInQuestions, clinic_check_in_questions, ADW_TYPE_PREFERENCES_GROUP)

static const ClinicChoice *
get_choices (ClinicCheckInQuestions * self,
             guint question)
{
  if (question != ALLERGIES)
    return clinic_answers;

  return self->listed ? listed : unlisted;
}

static void
answered_cb (GtkToggleButton        *button,
             ClinicCheckInQuestions *self)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      const ClinicChoice *choices = get_choices (self, i);

      for (guint j = 0; choices[j].value != NULL; j++)
        {
          if (button == self->answers[i][j] && gtk_toggle_button_get_active (button) && self->record != NULL)
            g_object_set (self->record, questions[i].field, choices[j].value, NULL);
        }
    }
}

static void
name_answers (ClinicCheckInQuestions *self,
              guint                   n)
{
  const ClinicChoice *choices = get_choices (self, n);

  for (guint j = 0; choices[j].value != NULL; j++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", _(questions[n].title), _(choices[j].label));

      gtk_button_set_label (GTK_BUTTON (self->answers[n][j]), _(choices[j].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers[n][j]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
add_question (ClinicCheckInQuestions *self,
              guint                   n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row = adw_action_row_new ();
  const ClinicChoice *choices = get_choices (self, n);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(questions[n].title));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  for (guint j = 0; choices[j].value != NULL; j++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->answers[n][j] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->answers[n][j], j > 0 ? self->answers[n][0] : NULL);
      g_signal_connect_object (button, "toggled", G_CALLBACK (answered_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }

  name_answers (self, n);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[n] = row;
}

static void
clinic_check_in_questions_finalize (GObject *object)
{
  g_clear_object (&CLINIC_CHECK_IN_QUESTIONS (object)->record);
  G_OBJECT_CLASS (clinic_check_in_questions_parent_class)->finalize (object);
}

static void
clinic_check_in_questions_class_init (ClinicCheckInQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_check_in_questions_finalize;
}

static void
clinic_check_in_questions_init (ClinicCheckInQuestions *self)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    add_question (self, i);

  clinic_answer_grid_watch (GTK_WIDGET (self), TRUE);
}

void
clinic_check_in_questions_set_record (ClinicCheckInQuestions *self,
                                      ClinicCheckIn          *record,
                                      gboolean                pregnancy,
                                      gboolean                allergies)
{
  g_return_if_fail (CLINIC_IS_CHECK_IN_QUESTIONS (self));

  g_set_object (&self->record, record);
  gtk_widget_set_visible (self->rows[PREGNANCY], pregnancy);
  self->listed = allergies;
  name_answers (self, ALLERGIES);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      const ClinicChoice *choices = get_choices (self, i);
      g_autofree char *answer = NULL;

      g_object_get (self->record, questions[i].field, &answer, NULL);

      for (guint j = 0; choices[j].value != NULL; j++)
        gtk_toggle_button_set_active (self->answers[i][j], g_strcmp0 (answer, choices[j].value) == 0);
    }
}

void
clinic_check_in_questions_answer_rest (ClinicCheckInQuestions *self)
{
  g_return_if_fail (CLINIC_IS_CHECK_IN_QUESTIONS (self));

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *answer = NULL;

      g_object_get (self->record, questions[i].field, &answer, NULL);

      if (answer == NULL && gtk_widget_get_visible (self->rows[i]))
        gtk_toggle_button_set_active (self->answers[i][0], TRUE);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-answer-row.h"

#define MOST_ANSWERS 9

struct _ClinicAnswerRow
{
  AdwActionRow parent_instance;

  const char *const *answers;
  guint              n_answers;
  GtkWidget         *buttons[MOST_ANSWERS + 1];     /* the first: no answer */
};

typedef enum
{
  PROPERTY_ANSWER = 1,
  N_PROPERTIES
} Property;

typedef enum
{
  ANSWERED,
  DONE,
  N_SIGNALS
} Signal;

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicAnswerRow, clinic_answer_row, ADW_TYPE_ACTION_ROW)

static const char *
get_words (ClinicAnswerRow * self,
           int answer)
{
  return answer < 0 ? _("No answer") : _(self->answers[answer]);
}

static void
choose (ClinicAnswerRow *self,
        int              answer)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[answer + 1]), TRUE);
}

static void
toggled_cb (ClinicAnswerRow *self,
            GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  get_words (self, clinic_answer_row_get_answer (self)), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ANSWER]);
}

static gboolean
key_cb (ClinicAnswerRow *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  int answer = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    {
      g_signal_emit (self, signals[DONE], 0);
      return GDK_EVENT_STOP;
    }

  if (key == GDK_KEY_BackSpace || key == GDK_KEY_Delete)
    {
      choose (self, -1);
      return GDK_EVENT_STOP;
    }

  if (answer < 0 || answer >= (int) self->n_answers)
    return GDK_EVENT_PROPAGATE;

  choose (self, answer);
  g_signal_emit (self, signals[ANSWERED], 0);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (ClinicAnswerRow *self,
             int              answer)
{
  g_autofree char *figure = answer < 0 ? g_strdup (C_("no answer", "–")) : g_strdup_printf ("%d", answer);
  GtkWidget *button = gtk_toggle_button_new_with_label (figure);

  gtk_widget_set_tooltip_text (button, get_words (self, answer));
  gtk_widget_set_size_request (button, 42, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, get_words (self, answer), -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_buttons (ClinicAnswerRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  for (int answer = -1; answer < (int) self->n_answers; answer++)
    {
      self->buttons[answer + 1] = make_button (self, answer);
      gtk_box_append (GTK_BOX (box), self->buttons[answer + 1]);
    }

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  choose (self, -1);
}

static void
clinic_answer_row_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROPERTY_ANSWER)
    g_value_set_int (value, clinic_answer_row_get_answer (CLINIC_ANSWER_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_answer_row_class_init (ClinicAnswerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = clinic_answer_row_get_property;
  properties[PROPERTY_ANSWER] = g_param_spec_int ("answer", NULL, NULL, -1, MOST_ANSWERS - 1, -1,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  signals[ANSWERED] = g_signal_new ("answered", CLINIC_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", CLINIC_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_answer_row_init (ClinicAnswerRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
clinic_answer_row_new (const char        *question,
                       const char *const *answers)
{
  ClinicAnswerRow *self = g_object_new (CLINIC_TYPE_ANSWER_ROW, "title", question, NULL);

  self->answers = answers;

  while (answers[self->n_answers] != NULL && self->n_answers < MOST_ANSWERS)
    self->n_answers++;

  add_buttons (self);

  return GTK_WIDGET (self);
}

int
clinic_answer_row_get_answer (ClinicAnswerRow *self)
{
  g_return_val_if_fail (CLINIC_IS_ANSWER_ROW (self), -1);

  for (guint i = 1; i <= self->n_answers; i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
        return i - 1;
    }

  return -1;
}

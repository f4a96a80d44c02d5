/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-derived.h"
#include "clinic-score-row.h"

#define LEAST -3
#define MOST 3
#define N_SCORES (MOST - LEAST + 1)

struct _ClinicScoreRow
{
  AdwActionRow parent_instance;

  int        score;
  GtkWidget *buttons[N_SCORES];
};

typedef enum
{
  PROPERTY_SCORE = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicScoreRow, clinic_score_row, ADW_TYPE_ACTION_ROW)

static void
say (ClinicScoreRow *self)
{
  const char *words = self->score == CLINIC_SCORE_NONE ? _("Not compared yet") : clinic_photo_words (self->score);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
toggled_cb (ClinicScoreRow  *self,
            GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (int i = 0; i < N_SCORES; i++)
    {
      if (GTK_WIDGET (button) == self->buttons[i])
        clinic_score_row_set_score (self, LEAST + i);
    }
}

/* What one of these keys does to the score. */
static int
find_step (ClinicScoreRow *self,
           guint           key)
{
  gboolean reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal)
    return 1;

  if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    return -1;

  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    return reversed ? -1 : 1;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return reversed ? 1 : -1;

  return 0;
}

static gboolean
key_cb (ClinicScoreRow  *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  int step = find_step (self, key);

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  clinic_score_row_set_score (self, self->score == CLINIC_SCORE_NONE ? step : self->score + step);

  return GDK_EVENT_STOP;
}

/* The keyboard is the row's: one stop, not seven. */
static void
add_button (ClinicScoreRow *self,
            GtkBox         *box,
            int             score)
{
  /* A sign stands before its figure, whichever way is written. */
  g_autofree char *figure = score == 0 ? g_strdup ("0") : g_strdup_printf ("\u2066%+d\u2069", score);
  g_autofree char *words = clinic_photo_score_words (score);
  GtkWidget *button = gtk_toggle_button_new_with_label (figure);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_size_request (button, 40, -1);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  if (score > LEAST)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));

  self->buttons[score - LEAST] = button;
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
clinic_score_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (property_id == PROPERTY_SCORE)
    g_value_set_int (value, CLINIC_SCORE_ROW (object)->score);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_score_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (property_id == PROPERTY_SCORE)
    clinic_score_row_set_score (CLINIC_SCORE_ROW (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_score_row_class_init (ClinicScoreRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = clinic_score_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = clinic_score_row_set_property;
  properties[PROPERTY_SCORE] =
    g_param_spec_int ("score", NULL, NULL, CLINIC_SCORE_NONE, MOST, CLINIC_SCORE_NONE,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
clinic_score_row_init (ClinicScoreRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  for (int score = LEAST; score <= MOST; score++)
    add_button (self, GTK_BOX (box), score);

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->score = CLINIC_SCORE_NONE;
  say (self);
}

int
clinic_score_row_get_score (ClinicScoreRow *self)
{
  g_return_val_if_fail (CLINIC_IS_SCORE_ROW (self), CLINIC_SCORE_NONE);

  return self->score;
}

void
clinic_score_row_set_score (ClinicScoreRow *self,
                            int             score)
{
  g_return_if_fail (CLINIC_IS_SCORE_ROW (self));

  score = CLAMP (score, LEAST, MOST);

  if (self->score == score)
    return;

  self->score = score;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[score - LEAST]), TRUE);
  say (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_SCORE]);
}

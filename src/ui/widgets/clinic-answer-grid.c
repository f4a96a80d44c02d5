/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-answer-grid.h"

#define ANSWERING "clinic-answer-grid-answering"

static GtkWidget *
find_answers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_TOGGLE_BUTTON (child) ? widget : find_answers (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_answer (GtkWidget *answers,
            guint      n)
{
  GtkWidget *answer = gtk_widget_get_first_child (answers);

  while (n-- > 0 && answer != NULL)
    answer = gtk_widget_get_next_sibling (answer);

  return answer;
}

static guint
get_place (GtkWidget *answer)
{
  guint n = 0;

  while ((answer = gtk_widget_get_prev_sibling (answer)) != NULL)
    n++;

  return n;
}

/* The answers of the question above or below; NULL: there is none. */
static GtkWidget *
find_next (GtkWidget *answer,
           gboolean   below)
{
  GtkWidget *row = gtk_widget_get_ancestor (answer, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *found = NULL;

  while (found == NULL && row != NULL)
    {
      row = below ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
      found = row != NULL && gtk_widget_get_child_visible (row) && gtk_widget_get_visible (row) ? find_answers (row) : NULL;
    }

  return found;
}

static void
step (GtkWidget *answer,
      gboolean   below)
{
  GtkWidget *answers = find_next (answer, below);
  GtkWidget *next = answers != NULL ? get_answer (answers, get_place (answer)) : NULL;

  if (answers != NULL && next == NULL)
    next = gtk_widget_get_last_child (answers);

  if (next != NULL)
    {
      gtk_widget_grab_focus (next);
      return;
    }

  if (!below)
    return;

  gtk_widget_grab_focus (gtk_widget_get_last_child (gtk_widget_get_parent (answer)));
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (answer)), GTK_DIR_TAB_FORWARD);
}

/* Which answer a key chooses, of those that stand with @answer; NULL: it is no such key. */
static GtkWidget *
find_chosen (GtkWidget *answer,
             guint      key)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    return answer;

  return digit > 0 ? get_answer (gtk_widget_get_parent (answer), digit - 1) : NULL;
}

static gboolean
key_cb (GtkEventController *keys,
        guint               key,
        guint               code,
        GdkModifierType     state)
{
  GtkWidget *questions = gtk_event_controller_get_widget (keys);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (questions));
  GtkWidget *chosen;

  if (!GTK_IS_TOGGLE_BUTTON (focus) || (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down || key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    {
      step (focus, key == GDK_KEY_Down || key == GDK_KEY_KP_Down);
      return GDK_EVENT_STOP;
    }

  if (g_object_get_data (G_OBJECT (keys), ANSWERING) == NULL || (chosen = find_chosen (focus, key)) == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chosen), TRUE);
  step (chosen, TRUE);

  return GDK_EVENT_STOP;
}

void
clinic_answer_grid_watch (GtkWidget *questions,
                          gboolean   answering)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (questions));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_object_set_data (G_OBJECT (keys), ANSWERING, GINT_TO_POINTER (answering));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), NULL);
  gtk_widget_add_controller (questions, keys);
}

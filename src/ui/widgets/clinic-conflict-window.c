/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-conflict-window.h"
#include "clinic-present.h"

struct _ClinicConflictWindow
{
  AdwWindow parent_instance;

  GTask     *task;
  GPtrArray *choices;           /* GtkCheckButton of "mine", one a line */
  GtkGrid   *grid;
  GtkLabel  *mine_side;
  GtkLabel  *theirs_side;
  GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE (ClinicConflictWindow, clinic_conflict_window, ADW_TYPE_WINDOW)

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicConflictWindow *self = CLINIC_CONFLICT_WINDOW (widget);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gboolean));

  for (guint i = 0; i < self->choices->len; i++)
    {
      gboolean mine = gtk_check_button_get_active (self->choices->pdata[i]);

      g_array_append_val (chosen, mine);
    }

  g_task_return_pointer (self->task, chosen, (GDestroyNotify) g_array_unref);
  g_clear_object (&self->task);
  gtk_window_close (GTK_WINDOW (self));
}

static void
clinic_conflict_window_dispose (GObject *object)
{
  ClinicConflictWindow *self = CLINIC_CONFLICT_WINDOW (object);

  if (self->task != NULL)
    g_task_return_pointer (self->task, NULL, NULL);

  g_clear_object (&self->task);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_CONFLICT_WINDOW);

  G_OBJECT_CLASS (clinic_conflict_window_parent_class)->dispose (object);
}

static void
clinic_conflict_window_finalize (GObject *object)
{
  ClinicConflictWindow *self = CLINIC_CONFLICT_WINDOW (object);

  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (clinic_conflict_window_parent_class)->finalize (object);
}

static void
clinic_conflict_window_class_init (ClinicConflictWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_conflict_window_dispose;
  object_class->finalize = clinic_conflict_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-conflict-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicConflictWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, ClinicConflictWindow, mine_side);
  gtk_widget_class_bind_template_child (widget_class, ClinicConflictWindow, theirs_side);
  gtk_widget_class_bind_template_child (widget_class, ClinicConflictWindow, save_button);
  gtk_widget_class_install_action (widget_class, "conflict.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_conflict_window_init (ClinicConflictWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_ptr_array_new ();
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
}

static GtkWidget *
make_choice (const char *words)
{
  GtkWidget *button = gtk_check_button_new_with_label (words);
  GtkWidget *label = gtk_widget_get_last_child (button);

  /* GTK 4.8 gives a check button no other way to a label of several lines. */
  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }

  gtk_widget_set_valign (gtk_widget_get_first_child (button), GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_START);

  return button;
}

ClinicConflictWindow *
clinic_conflict_window_new (GtkWidget *parent)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  root = gtk_widget_get_root (parent);

  return g_object_new (CLINIC_TYPE_CONFLICT_WINDOW,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
}

static void
set_side (GtkLabel   *label,
          const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

void
clinic_conflict_window_set_sides (ClinicConflictWindow *self,
                                  const char           *mine,
                                  const char           *theirs)
{
  g_return_if_fail (CLINIC_IS_CONFLICT_WINDOW (self));

  set_side (self->mine_side, mine);
  set_side (self->theirs_side, theirs);
}

void
clinic_conflict_window_set_action (ClinicConflictWindow *self,
                                   const char           *label)
{
  g_return_if_fail (CLINIC_IS_CONFLICT_WINDOW (self));

  gtk_button_set_label (self->save_button, label);
}

void
clinic_conflict_window_add (ClinicConflictWindow *self,
                            const char           *label,
                            const char           *mine,
                            const char           *theirs)
{
  int row;
  GtkWidget *heading;
  GtkWidget *ours;
  GtkWidget *other;

  g_return_if_fail (CLINIC_IS_CONFLICT_WINDOW (self));
  g_return_if_fail (label != NULL && mine != NULL && theirs != NULL);

  row = self->choices->len + 2;
  heading = gtk_label_new (label);
  ours = make_choice (mine);
  other = make_choice (theirs);
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_set_valign (heading, GTK_ALIGN_START);
  gtk_widget_set_margin_top (heading, 4);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (other), GTK_CHECK_BUTTON (ours));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ours), TRUE);
  gtk_grid_attach (self->grid, heading, 0, row, 1, 1);
  gtk_grid_attach (self->grid, ours, 1, row, 1, 1);
  gtk_grid_attach (self->grid, other, 2, row, 1, 1);
  g_ptr_array_add (self->choices, ours);
}

void
clinic_conflict_window_ask_async (ClinicConflictWindow *self,
                                  GtkWidget            *parent,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_return_if_fail (CLINIC_IS_CONFLICT_WINDOW (self) && self->task == NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self->task = g_task_new (parent, NULL, callback, user_data);
  clinic_present (GTK_WINDOW (self));
}

GArray *
clinic_conflict_window_finish (GtkWidget    *parent,
                               GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

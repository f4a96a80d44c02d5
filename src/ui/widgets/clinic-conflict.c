/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-conflict.h"
#include "clinic-locale.h"
#include "clinic-present.h"

#define CLINIC_TYPE_CONFLICT_WINDOW (clinic_conflict_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConflictWindow, clinic_conflict_window, CLINIC, CONFLICT_WINDOW,
                      AdwWindow)

/* Two versions of one record, to choose from field by field. */
struct _ClinicConflictWindow
{
  AdwWindow parent_instance;

  GTask        *task;
  ClinicRecord *mine;
  ClinicRecord *merged;         /* theirs, with what was chosen of mine */
  GPtrArray    *choices;        /* GtkCheckButton of "mine", one a field in dispute */
  GArray       *fields;         /* const ClinicField * of each */
  GtkGrid      *grid;
  GtkButton    *save_button;
};

G_DEFINE_FINAL_TYPE (ClinicConflictWindow, clinic_conflict_window, ADW_TYPE_WINDOW)

static void
copy_field (ClinicRecord      *to,
            ClinicRecord      *from,
            const ClinicField *field)
{
  g_autofree char *value = clinic_record_dup_value (from, field);

  clinic_record_take_value (to, field, value, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicConflictWindow *self = CLINIC_CONFLICT_WINDOW (widget);

  for (guint i = 0; i < self->choices->len; i++)
    {
      if (gtk_check_button_get_active (self->choices->pdata[i]))
        copy_field (self->merged, self->mine, g_array_index (self->fields, const ClinicField *, i));
    }

  g_task_return_pointer (self->task, g_object_ref (self->merged), g_object_unref);
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
  g_clear_object (&self->mine);
  g_clear_object (&self->merged);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_CONFLICT_WINDOW);

  G_OBJECT_CLASS (clinic_conflict_window_parent_class)->dispose (object);
}

static void
clinic_conflict_window_finalize (GObject *object)
{
  ClinicConflictWindow *self = CLINIC_CONFLICT_WINDOW (object);

  g_ptr_array_unref (self->choices);
  g_array_unref (self->fields);

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
  gtk_widget_class_bind_template_child (widget_class, ClinicConflictWindow, save_button);
  gtk_widget_class_install_action (widget_class, "conflict.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_conflict_window_init (ClinicConflictWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_ptr_array_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (const ClinicField *));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
}

/* What a person reads; links by their number only: their names are not here. */
static char *
dup_words (ClinicRecord      *record,
           const ClinicField *field)
{
  const char *text = field->storage == CLINIC_TEXT ? clinic_record_get_text (record, field) : NULL;
  char *value;

  if (field->format == CLINIC_DATE)
    return clinic_locale_date (text);

  if (field->format == CLINIC_WALL)
    return clinic_locale_wall (text);

  if (field->format == CLINIC_CHOICE)
    return g_strdup (text != NULL ? clinic_choice_label (field->choices, text) : "—");

  if (field->storage == CLINIC_FLAG)
    return g_strdup (clinic_record_get_number (record, field) != 0 ? _("Yes") : _("No"));

  value = clinic_record_dup_value (record, field);

  return value != NULL ? value : g_strdup ("—");
}

static GtkWidget *
make_choice (ClinicRecord      *record,
             const ClinicField *field)
{
  g_autofree char *words = dup_words (record, field);
  GtkWidget *button = gtk_check_button_new_with_label (words);
  GtkWidget *label = gtk_widget_get_last_child (button);

  /* GTK 4.8 gives a check button no other way to a label of several lines. */
  if (GTK_IS_LABEL (label))
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return button;
}

static void
add_field (ClinicConflictWindow *self,
           ClinicRecord         *theirs,
           const ClinicField    *field)
{
  int row = self->fields->len + 1;
  GtkWidget *label = gtk_label_new (_(field->label));
  GtkWidget *mine = make_choice (self->mine, field);
  GtkWidget *other = make_choice (theirs, field);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (other), GTK_CHECK_BUTTON (mine));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mine), TRUE);
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, mine, 1, row, 1, 1);
  gtk_grid_attach (self->grid, other, 2, row, 1, 1);
  g_ptr_array_add (self->choices, mine);
  g_array_append_val (self->fields, field);
}

/* What only one of the two changed needs no question. */
static void
compare (ClinicConflictWindow *self,
         ClinicRecord         *base,
         ClinicRecord         *theirs)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (theirs);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];
      gboolean changed_here = !clinic_record_field_equal (base, self->mine, field);
      gboolean changed_there = !clinic_record_field_equal (base, theirs, field);

      if (!changed_here || clinic_record_field_equal (self->mine, theirs, field))
        continue;

      if (changed_there)
        add_field (self, theirs, field);
      else
        copy_field (self->merged, self->mine, field);
    }
}

void
clinic_conflict_ask_async (GtkWidget           *parent,
                           ClinicRecord        *base,
                           ClinicRecord        *mine,
                           ClinicRecord        *theirs,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GtkRoot *root;
  GTask *task;
  ClinicConflictWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_RECORD (base) && CLINIC_IS_RECORD (mine) && CLINIC_IS_RECORD (theirs));

  root = gtk_widget_get_root (parent);
  task = g_task_new (parent, NULL, callback, user_data);
  self = g_object_new (CLINIC_TYPE_CONFLICT_WINDOW,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->mine = g_object_ref (mine);
  self->merged = clinic_record_copy (theirs);
  compare (self, base, theirs);

  /* Both changed something else: nothing to ask. */
  if (self->choices->len == 0)
    {
      g_task_return_pointer (task, g_object_ref (self->merged), g_object_unref);
      g_object_unref (task);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  self->task = task;
  clinic_present (GTK_WINDOW (self));
}

ClinicRecord *
clinic_conflict_finish (GtkWidget    *parent,
                        GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

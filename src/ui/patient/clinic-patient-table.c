/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-patient-spread.h"
#include "clinic-patient-table.h"
#include "clinic-register.h"
#include "clinic-spread-heads.h"
#include "clinic-spread-row.h"
#include "clinic-toast.h"

struct _ClinicPatientTable
{
  AdwBin parent_instance;

  ClinicDesk           *desk;
  const char           *today;      /* of the desk; where rows read it */
  ClinicSpread         *columns;
  GSimpleActionGroup   *toggles;    /* of the columns */
  GtkSingleSelection   *selection;  /* the one that is shown, of these two */
  GtkSingleSelection   *of_all;
  GtkSingleSelection   *of_found;
  ClinicSpreadHeads    *heads;
  GtkStack             *lists;
  GtkListView          *shown;      /* one of these two */
  GtkListView          *view;       /* everybody */
  GtkListView          *found;      /* by typing */
  GtkPopover           *menu;
  ClinicPatientLine    *target;     /* whom the menu is about */
  guint                 closing;
};

typedef enum
{
  SORTED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicPatientTable, clinic_patient_table, ADW_TYPE_BIN)

/* Whom an action is about: never whom the pointer happens to lie on behind the menu. */
static ClinicPatientLine *
get_target (ClinicPatientTable * self)
{
  return self->target != NULL ? self->target
                              : gtk_single_selection_get_selected_item (self->selection);
}

static GtkWidget *
find_row (GtkWidget * widget)
{
  GtkWidget *row = NULL;

  if (CLINIC_IS_SPREAD_ROW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_row (child);

  return row;
}

/* The line of the row that has the keyboard, or NULL. */
static ClinicPatientLine *
get_focused (ClinicPatientTable *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row;

  if (focus == NULL || focus == GTK_WIDGET (self->shown) ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->shown)))
    return NULL;

  row = find_row (focus);

  return row != NULL ? clinic_spread_row_get_item (CLINIC_SPREAD_ROW (row)) : NULL;
}

static void
sorted_cb (ClinicPatientTable *self)
{
  g_signal_emit (self, signals[SORTED], 0);
}

/* What is done with a patient */

/* "line.window" → "win.open-patient-window" and the like. */
static void
forward (ClinicPatientTable *self,
         const char         *action,
         ClinicPatientLine  *line)
{
  if (line != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "x",
                                clinic_record_get_id (CLINIC_RECORD (line)));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientTable *self = CLINIC_PATIENT_TABLE (widget);

  forward (self, "win.open-patient", get_target (self));
}

static void
window_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicPatientTable *self = CLINIC_PATIENT_TABLE (widget);

  forward (self, "win.open-patient-window", get_target (self));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientTable *self = CLINIC_PATIENT_TABLE (widget);

  forward (self, "win.edit-patient", get_target (self));
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientLine *line = get_target (CLINIC_PATIENT_TABLE (widget));

  if (line != NULL)
    gtk_widget_activate_action (widget, "win.book", "(xs)",
                                clinic_record_get_id (CLINIC_RECORD (line)), "");
}

typedef struct
{
  gint64    id;
  gboolean  archive;
  char     *name;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->name);
  g_free (move);
}

static gpointer
move_patient (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  Move *move = data;
  gboolean done = move->archive ? clinic_patient_archive (act, move->id, error)
                                : clinic_patient_restore (act, move->id, error);

  /* Translators: %s is a patient */
  return done ? g_strdup_printf (move->archive ? _("%s was archived") : _("%s is back in the list"),
                                 move->name)
              : NULL;
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicPatientTable) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  g_autofree char *text = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation,
                                                  &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (text != NULL)
    clinic_toast_show (GTK_WIDGET (self), text, operation);
  else
    clinic_toast_error (GTK_WIDGET (self), error);
}

static void
move_selected (ClinicPatientTable *self,
               gboolean            archive)
{
  ClinicPatientLine *line = get_target (self);
  Move *move;

  if (line == NULL)
    return;

  move = g_new0 (Move, 1);
  move->id = clinic_record_get_id (CLINIC_RECORD (line));
  move->archive = archive;
  move->name = clinic_locale_full_name (line->given_name, line->family_name);
  clinic_desk_run_async (self->desk, move_patient, move, move_free, g_free, moved_cb,
                         g_object_ref (self));
}

static void
archive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move_selected (CLINIC_PATIENT_TABLE (widget), TRUE);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move_selected (CLINIC_PATIENT_TABLE (widget), FALSE);
}

static void
update_actions (ClinicPatientTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ClinicPatientLine *line = get_target (self);
  gboolean may = line != NULL && self->desk != NULL && clinic_desk_may (self->desk,
                                                                        "patient.archive");

  gtk_widget_action_set_enabled (widget, "line.archive", may && line->archived_on == NULL);
  gtk_widget_action_set_enabled (widget, "line.restore", may && line->archived_on != NULL);
  gtk_widget_action_set_enabled (widget, "line.edit", line != NULL && self->desk != NULL &&
                                 clinic_desk_may (self->desk, "patient.edit"));
  gtk_widget_action_set_enabled (widget, "line.book", line != NULL && line->archived_on == NULL &&
                                 self->desk != NULL && clinic_desk_may (self->desk,
                                                                        "session.book"));
}

/* The menu */

static void
pop_up (ClinicPatientTable *self,
        ClinicPatientLine  *line,
        GtkWidget          *widget,
        double              x,
        double              y)
{
  graphene_point_t point;
  GdkRectangle at;

  if (line == NULL || !gtk_widget_compute_point (widget, GTK_WIDGET (self),
                                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  g_clear_handle_id (&self->closing, g_source_remove);
  g_set_object (&self->target, line);
  update_actions (self);
  at = (GdkRectangle) { point.x, point.y, 1, 1 };
  gtk_popover_set_pointing_to (self->menu, &at);
  gtk_popover_popup (self->menu);
}

static gboolean
closing_cb (gpointer user_data)
{
  ClinicPatientTable *self = user_data;

  self->closing = 0;
  g_clear_object (&self->target);
  update_actions (self);

  return G_SOURCE_REMOVE;
}

/* What was chosen in it may still come. */
static void
closed_cb (ClinicPatientTable *self)
{
  if (self->closing == 0)
    self->closing = g_idle_add (closing_cb, self);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientTable *self = CLINIC_PATIENT_TABLE (widget);
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (row != NULL)
    pop_up (self, get_focused (self), row, gtk_widget_get_width (row) / 8.0,
            gtk_widget_get_height (row));
}

static void
pressed_cb (ClinicPatientTable *self,
            int                 n_press,
            double              x,
            double              y,
            GtkGesture         *gesture)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->shown), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row;

  while (at != NULL && at != GTK_WIDGET (self->shown) &&
         !g_str_equal (gtk_widget_get_css_name (at), "row"))
    at = gtk_widget_get_parent (at);

  row = at != NULL && at != GTK_WIDGET (self->shown) ? find_row (at) : NULL;

  if (row == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (self, clinic_spread_row_get_item (CLINIC_SPREAD_ROW (row)), GTK_WIDGET (self->shown),
          x, y);
}

static void
activated_cb (ClinicPatientTable *self,
              guint               position)
{
  g_autoptr(ClinicRecord) line = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (line != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "x",
                                clinic_record_get_id (line));
}

/* Ctrl+Enter is taken before the row takes it for Enter. */
static gboolean
key_pressed_cb (ClinicPatientTable *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  forward (self, "win.open-patient-window", get_focused (self));

  return GDK_EVENT_STOP;
}

static gboolean
clinic_patient_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (CLINIC_PATIENT_TABLE (widget)->shown),
                                 GTK_DIR_TAB_FORWARD);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The heads, then the rows: among these arrows lead, and Tab leads on, as nobody passes a million
 * of them by Tab. */
static gboolean
clinic_patient_table_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  ClinicPatientTable *self = CLINIC_PATIENT_TABLE (widget);
  GtkWidget *heads = GTK_WIDGET (self->heads);
  GtkWidget *view = GTK_WIDGET (self->shown);

  if (direction == GTK_DIR_TAB_FORWARD)
    return !has_focus (view) && (gtk_widget_child_focus (heads, direction) ||
                                 gtk_widget_child_focus (view, direction));

  if (direction == GTK_DIR_TAB_BACKWARD)
    return (!has_focus (view) && !has_focus (heads) && gtk_widget_child_focus (view, direction)) ||
           gtk_widget_child_focus (heads, direction);

  if (has_focus (heads))
    return direction == GTK_DIR_DOWN ? gtk_widget_child_focus (view, direction)
                                     : gtk_widget_child_focus (heads, direction);

  return gtk_widget_child_focus (view, direction) ||
         (direction == GTK_DIR_UP && gtk_widget_child_focus (heads, direction));
}

static void
clinic_patient_table_dispose (GObject *object)
{
  ClinicPatientTable *self = CLINIC_PATIENT_TABLE (object);

  g_clear_handle_id (&self->closing, g_source_remove);
  g_clear_object (&self->target);

  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));

  self->menu = NULL;

  if (self->view != NULL)
    {
      gtk_list_view_set_model (self->view, NULL);
      gtk_list_view_set_model (self->found, NULL);
    }

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENT_TABLE);
  self->shown = self->view = self->found = NULL;
  self->today = NULL;
  self->selection = NULL;
  g_clear_object (&self->of_all);
  g_clear_object (&self->of_found);
  g_clear_object (&self->columns);
  g_clear_object (&self->toggles);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_patient_table_parent_class)->dispose (object);
}

static void
clinic_patient_table_class_init (ClinicPatientTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_table_dispose;
  widget_class->focus = clinic_patient_table_focus;
  widget_class->grab_focus = clinic_patient_table_grab_focus;

  signals[SORTED] = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CLINIC_TYPE_SPREAD_HEADS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientTable, heads);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientTable, lists);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientTable, view);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientTable, found);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientTable, menu);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "line.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "line.window", NULL, window_action);
  gtk_widget_class_install_action (widget_class, "line.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "line.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "line.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "line.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "line.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "line.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "line.menu",
                                       NULL);
}

static char *
write_text (gpointer item,
            guint    column,
            gpointer user_data)
{
  ClinicPatientTable *self = user_data;
  guint n;

  return clinic_patient_column_list (&n)[column].get_text (item,
                                                           self->today != NULL ? self->today : "");
}

/* Returns: (transfer full): what @view selects among */
static GtkSingleSelection *
set_up_view (ClinicPatientTable *self,
             GtkListView        *view)
{
  g_autoptr(GtkListItemFactory) factory = clinic_spread_row_factory (self->columns, write_text, self, FALSE);
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_list_view_set_factory (view, factory);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);

  return selection;
}

static void
clinic_patient_table_init (ClinicPatientTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));

  self->toggles = g_simple_action_group_new ();
  self->columns = clinic_patient_spread_new (G_ACTION_MAP (self->toggles));
  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  clinic_spread_heads_set (self->heads, self->columns,
                           gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)));
  self->of_all = set_up_view (self, self->view);
  self->of_found = set_up_view (self, self->found);
  self->selection = self->of_all;
  self->shown = self->view;
  update_actions (self);
}

static void
today_changed_cb (ClinicPatientTable *self)
{
  self->today = clinic_desk_get_today (self->desk);
}

void
clinic_patient_table_set_desk (ClinicPatientTable *self,
                               ClinicDesk         *desk)
{
  g_return_if_fail (CLINIC_IS_PATIENT_TABLE (self));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  if (!g_set_object (&self->desk, desk))
    return;

  g_signal_connect_object (desk, "notify::today", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  today_changed_cb (self);
  update_actions (self);
}

void
clinic_patient_table_set_model (ClinicPatientTable *self,
                                GListModel         *model,
                                gboolean            found)
{
  g_return_if_fail (CLINIC_IS_PATIENT_TABLE (self));

  self->selection = found ? self->of_found : self->of_all;
  self->shown = found ? self->found : self->view;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  if (gtk_single_selection_get_model (self->selection) != model)
    {
      /* In two steps: in one the view would look for each old row among all the new ones. */
      gtk_single_selection_set_model (self->selection, NULL);
      gtk_single_selection_set_model (self->selection, model);
    }

  clinic_spread_set_sorting (self->columns, !found);
  gtk_stack_set_visible_child_name (self->lists, found ? "found" : "all");
  update_actions (self);
}

GListModel *
clinic_patient_table_get_model (ClinicPatientTable *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_TABLE (self), NULL);

  return gtk_single_selection_get_model (self->selection);
}

void
clinic_patient_table_get_sort (ClinicPatientTable *self,
                               ClinicPatientSift  *sift)
{
  int sorted;
  guint n;

  g_return_if_fail (CLINIC_IS_PATIENT_TABLE (self));
  g_return_if_fail (sift != NULL);

  sorted = clinic_spread_get_sorted (self->columns, &sift->descending);
  sift->sort = sorted >= 0 ? clinic_patient_column_list (&n)[sorted].sort
                           : CLINIC_SORT_NAME;
}

GActionGroup *
clinic_patient_table_get_actions (ClinicPatientTable *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_TABLE (self), NULL);

  return G_ACTION_GROUP (self->toggles);
}

GMenuModel *
clinic_patient_table_dup_menu (ClinicPatientTable *self)
{
  GMenu *menu = g_menu_new ();
  guint n_columns;
  const ClinicPatientColumn *columns = clinic_patient_column_list (&n_columns);

  g_return_val_if_fail (CLINIC_IS_PATIENT_TABLE (self), NULL);

  for (guint i = 1; i < n_columns; i++)
    {
      g_autofree char *action = g_strconcat ("columns.", columns[i].name, NULL);

      g_menu_append (menu, _(columns[i].title), action);
    }

  return G_MENU_MODEL (menu);
}

void
clinic_patient_table_open (ClinicPatientTable *self)
{
  guint selected;

  g_return_if_fail (CLINIC_IS_PATIENT_TABLE (self));

  selected = gtk_single_selection_get_selected (self->selection);
  activated_cb (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

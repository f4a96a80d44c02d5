/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-direction.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-pull-dialog.h"
#include "clinic-pull-save.h"
#include "clinic-pull-window.h"
#include "clinic-query-model.h"
#include "clinic-toast.h"

struct _ClinicPullWindow
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *versions;       /* ClinicPullVersion, the newest of each */
  ClinicNotice     *notice;
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (ClinicPullWindow, clinic_pull_window, ADW_TYPE_WINDOW)

static const ClinicPullRule *
get_rule (gpointer row)
{
  return g_object_get_data (row, "clinic-rule");
}

/* NULL: the clinic has none of its own. */
static ClinicPullVersion *
find_version (ClinicPullWindow     *self,
              const ClinicPullRule *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->versions)); i++)
    {
      g_autoptr(ClinicPullVersion) version = g_list_model_get_item (G_LIST_MODEL (self->versions), i);

      /* The list keeps it. */
      if (g_strcmp0 (version->code, rule->id) == 0)
        return version;
    }

  return NULL;
}

static void
row_activated_cb (GtkListBoxRow    *row,
                  ClinicPullWindow *self)
{
  ClinicPullVersion *version = find_version (self, get_rule (row));

  clinic_pull_dialog_present (GTK_WIDGET (self), self->desk, get_rule (row),
                              version != NULL ? clinic_record_get_id (CLINIC_RECORD (version)) : 0);
}

static char *
dup_words (ClinicPullVersion *version)
{
  g_autoptr(ClinicPullRule) rule = clinic_pull_rule_of_version (version);
  g_autofree char *cutoff = clinic_pull_rule_dup_cutoff (rule);

  if (version->retired)
    return g_strdup (_("The clinic’s own: no longer offered"));

  /* Translators: when a test is positive, the number of the version, who says so. */
  return g_strdup_printf (_("The clinic’s own: %s · version %d · %s"), cutoff, (int) version->number, version->source);
}

static void
show_row (ClinicPullWindow *self,
          GtkWidget        *row)
{
  const ClinicPullRule *rule = get_rule (row);
  ClinicPullVersion *version = find_version (self, rule);
  g_autofree char *cutoff = clinic_pull_rule_dup_cutoff (rule);
  g_autofree char *own = version != NULL ? dup_words (version) : NULL;
  g_autofree char *words = g_strdup_printf ("%s · %s%s%s", cutoff, rule->source, own != NULL ? "\n" : "",
                                            own != NULL ? own : "");
  g_autofree char *lines = clinic_direction_figures (words);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lines);
}

static void
loaded_cb (ClinicPullWindow *self)
{
  if (self->versions == NULL || clinic_query_model_get_loading (self->versions))
    return;

  if (clinic_query_model_get_message (self->versions) != NULL)
    clinic_notice_set_text (self->notice, "error", clinic_query_model_get_message (self->versions));

  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    show_row (self, row);
}

static void
add_row (ClinicPullWindow *self,
         ClinicPullRule   *rule)
{
  gboolean may = clinic_desk_may (self->desk, "protocol.save");
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(rule->label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may);

  if (may)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  g_object_set_data (G_OBJECT (row), "clinic-rule", rule);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  gtk_list_box_append (self->list, row);
}

static GPtrArray *
list_versions (ClinicDb    *db,
               const char  *argument,
               GError     **error)
{
  return clinic_pull_list_versions (db, error);
}

static void
clinic_pull_window_dispose (GObject *object)
{
  ClinicPullWindow *self = CLINIC_PULL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PULL_WINDOW);
  g_clear_object (&self->versions);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_pull_window_parent_class)->dispose (object);
}

static void
clinic_pull_window_class_init (ClinicPullWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_pull_window_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-pull-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPullWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPullWindow, list);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_pull_window_init (ClinicPullWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_pull_window_present (GtkWidget  *parent,
                            ClinicDesk *desk)
{
  ClinicPullWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  self = g_object_new (CLINIC_TYPE_PULL_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->versions = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_PULL_VERSION, list_versions);
  g_signal_connect_object (self->versions, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::pull_version", G_CALLBACK (clinic_query_model_reload), self->versions,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < clinic_pull_rules ()->len; i++)
    add_row (self, clinic_pull_rules ()->pdata[i]);

  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  clinic_query_model_reload (self->versions);
  clinic_present (GTK_WINDOW (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-present.h"
#include "clinic-version-line.h"
#include "clinic-version-window.h"

struct _ClinicVersionWindow
{
  AdwWindow parent_instance;

  GListModel     *lines;
  GArray         *ids;
  GListStore     *found;

  AdwWindowTitle *title;
  GtkDropDown    *before;
  GtkDropDown    *after;
};

enum
{
  PROP_FOUND = 1,
};

G_DEFINE_FINAL_TYPE (ClinicVersionWindow, clinic_version_window, ADW_TYPE_WINDOW)

static char *
format_change (GObject * object,
               const char *change)
{
  static const struct { const char *change; const char *label; } changes[] = {
    { "added", N_("Added") }, { "removed", N_("Removed") }, { "changed", N_("Changed") }, { "same", N_("The same") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      if (g_strcmp0 (changes[i].change, change) == 0)
        return g_strdup (_(changes[i].label));
    }

  return g_strdup ("");
}

static char *
format_icon (GObject    *object,
             const char *change)
{
  if (g_strcmp0 (change, "added") == 0)
    return g_strdup ("list-add-symbolic");

  if (g_strcmp0 (change, "removed") == 0)
    return g_strdup ("list-remove-symbolic");

  return g_strdup (g_strcmp0 (change, "changed") == 0 ? "document-edit-symbolic" : "object-select-symbolic");
}

static char *
format_content (GObject    *object,
                const char *content)
{
  return g_strdup (content != NULL && *content != '\0' ? content : "–");
}

static gint64
get_id (ClinicVersionWindow *self,
        GtkDropDown         *chooser)
{
  guint selected = gtk_drop_down_get_selected (chooser);

  return selected < self->ids->len ? g_array_index (self->ids, gint64, selected) : 0;
}

static void
compare (ClinicVersionWindow *self)
{
  g_autoptr(GPtrArray) found = NULL;

  if (self->ids == NULL)
    return;

  found = clinic_version_line_compare (self->lines, get_id (self, self->before), get_id (self, self->after));
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), found->pdata, found->len);
}

static void
clinic_version_window_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *spec)
{
  if (id == PROP_FOUND)
    g_value_set_object (value, CLINIC_VERSION_WINDOW (object)->found);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_version_window_dispose (GObject *object)
{
  ClinicVersionWindow *self = CLINIC_VERSION_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_VERSION_WINDOW);
  g_clear_object (&self->lines);
  g_clear_object (&self->found);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (clinic_version_window_parent_class)->dispose (object);
}

static void
clinic_version_window_class_init (ClinicVersionWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_version_window_get_property;
  object_class->dispose = clinic_version_window_dispose;
  g_object_class_install_property (object_class, PROP_FOUND,
                                   g_param_spec_object ("found", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (CLINIC_TYPE_VERSION_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-version-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicVersionWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicVersionWindow, before);
  gtk_widget_class_bind_template_child (widget_class, ClinicVersionWindow, after);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, format_change);
  gtk_widget_class_bind_template_callback (widget_class, format_icon);
  gtk_widget_class_bind_template_callback (widget_class, format_content);
  clinic_closures_bind (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_version_window_init (ClinicVersionWindow *self)
{
  self->found = g_list_store_new (CLINIC_TYPE_VERSION_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_version_window_present (GtkWidget  *parent,
                               const char *cocktail,
                               GListModel *lines,
                               GListModel *names,
                               GArray     *ids)
{
  ClinicVersionWindow *self = g_object_new (CLINIC_TYPE_VERSION_WINDOW,
                                            "transient-for", gtk_widget_get_root (parent), NULL);

  self->lines = g_object_ref (lines);
  adw_window_title_set_subtitle (self->title, cocktail);
  gtk_drop_down_set_model (self->before, names);
  gtk_drop_down_set_model (self->after, names);
  self->ids = g_array_copy (ids);
  gtk_drop_down_set_selected (self->before, MIN (1, ids->len - 1));
  gtk_drop_down_set_selected (self->after, 0);
  compare (self);
  clinic_present (GTK_WINDOW (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "clinic-phrase-row.h"
#include "clinic-phrases.h"

typedef struct
{
  gint64 id;
  int    by;
} Arrange;

static void
add_button (GtkWidget    *row,
            ClinicRecord *phrase,
            const char   *icon,
            const char   *label,
            int           by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "phrases.arrange");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xi)", clinic_record_get_id (phrase), by);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

GtkWidget *
clinic_phrase_row_new (ClinicSnippet *phrase)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  g_object_bind_property (phrase, "text", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (phrase, "short-key", row, "subtitle", G_BINDING_SYNC_CREATE);
  add_button (row, CLINIC_RECORD (phrase), "go-up-symbolic", _("Move up"), -1);
  add_button (row, CLINIC_RECORD (phrase), "go-down-symbolic", _("Move down"), 1);
  add_button (row, CLINIC_RECORD (phrase), "user-trash-symbolic", _("Put away"), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "clinic-record", g_object_ref (phrase), g_object_unref);

  return row;
}

ClinicSnippet *
clinic_phrase_row_get (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "clinic-record");
}

static gpointer
arrange (ClinicAct  *act,
         gpointer    data,
         GError    **error)
{
  Arrange *wanted = data;
  gboolean done = wanted->by != 0 ? clinic_phrases_move (act, wanted->id, wanted->by, error)
                                  : clinic_phrases_remove (act, wanted->id, error);

  return GINT_TO_POINTER (done);
}

void
clinic_phrase_arrange_async (ClinicDesk          *desk,
                             gint64               phrase,
                             int                  by,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Arrange wanted = { phrase, by };

  clinic_desk_run_async (desk, arrange, g_memdup2 (&wanted, sizeof wanted), g_free, NULL, callback,
                         user_data);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-progress-tracks.h"
#include "clinic-toast.h"
#include "clinic-track-dialog.h"
#include "clinic-tracking.h"

struct _ClinicProgressTracks
{
  AdwBin parent_instance;

  ClinicDesk *desk;
  gint64      patient;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ClinicProgressTracks, clinic_progress_tracks, ADW_TYPE_BIN)

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicProgressTracks *self = CLINIC_PROGRESS_TRACKS (widget);

  clinic_entry_dialog_present (CLINIC_TYPE_TRACK_DIALOG, widget, self->desk, self->patient, 0);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicProgressTracks *self = CLINIC_PROGRESS_TRACKS (widget);

  clinic_entry_dialog_present (CLINIC_TYPE_TRACK_DIALOG, widget, self->desk, self->patient,
                               g_variant_get_int64 (parameter));
}

static gpointer
end_track (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  return GINT_TO_POINTER (clinic_track_end (act, *(gint64 *) data, NULL, error));
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicProgressTracks) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (error != NULL)
    clinic_toast_error (GTK_WIDGET (self), error);
  else
    clinic_toast_show (GTK_WIDGET (self), _("Ended today"), operation);
}

static void
end_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicProgressTracks *self = CLINIC_PROGRESS_TRACKS (widget);
  gint64 id = g_variant_get_int64 (parameter);

  clinic_desk_run_async (self->desk, end_track, g_memdup2 (&id, sizeof id), g_free, NULL, ended_cb,
                         g_object_ref (self));
}

static char *
describe (ClinicTrack *track)
{
  g_autofree char *since = clinic_locale_date (track->since);
  g_autofree char *until = clinic_locale_date (track->until);
  g_autofree char *time = track->until != NULL
                          ? g_strdup_printf (C_("dates", "%s – %s"), since, until)
                          : g_strdup_printf (_("since %s"), since);

  if (track->detail == NULL)
    return g_steal_pointer (&time);

  return g_strdup_printf (C_("dose, time", "%s · %s"), track->detail, time);
}

static void
add_row (ClinicProgressTracks *self,
         ClinicTrack          *track)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (track));
  const char *kind = clinic_choice_label (clinic_track_kinds, track->kind);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *end = gtk_button_new_with_mnemonic (_("_End today"));
  g_autofree char *words = describe (track);
  g_autofree char *name = g_strdup_printf (_("End %s today"), kind);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kind);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tracks.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);

  if (track->until == NULL)
    {
      gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (end), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (end), "tracks.end");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (end), "x", id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
    }
  else
    {
      g_object_ref_sink (end);
      g_object_unref (end);
      gtk_widget_add_css_class (row, "clinic-past");
    }

  gtk_list_box_append (self->list, row);
}

static void
clinic_progress_tracks_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PROGRESS_TRACKS);
  g_clear_object (&CLINIC_PROGRESS_TRACKS (object)->desk);
  G_OBJECT_CLASS (clinic_progress_tracks_parent_class)->dispose (object);
}

static void
clinic_progress_tracks_class_init (ClinicProgressTracksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_progress_tracks_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-progress-tracks.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressTracks, list);
  gtk_widget_class_install_action (widget_class, "tracks.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "tracks.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "tracks.end", "x", end_action);
}

static void
clinic_progress_tracks_init (ClinicProgressTracks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_progress_tracks_show (ClinicProgressTracks *self,
                             ClinicDesk           *desk,
                             gint64                patient,
                             GPtrArray            *tracks)
{
  GtkWidget *row;
  gboolean may;

  g_return_if_fail (CLINIC_IS_PROGRESS_TRACKS (self));

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);

  gtk_widget_set_visible (GTK_WIDGET (self), tracks != NULL);

  if (tracks == NULL)
    return;

  g_set_object (&self->desk, desk);
  self->patient = patient;
  may = clinic_desk_may (desk, "history.save");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tracks.add", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tracks.edit", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tracks.end", may);

  /* The latest first. */
  for (guint i = tracks->len; i > 0; i--)
    add_row (self, tracks->pdata[i - 1]);
}

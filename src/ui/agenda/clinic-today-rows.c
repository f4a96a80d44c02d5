/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-closures.h"
#include "clinic-decision-dialog.h"
#include "clinic-gradual-model.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-reaction-window.h"
#include "clinic-today-entry.h"
#include "clinic-today-rows.h"

struct _ClinicTodayRows
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  GtkWidget        *opener;         /* weak: what is opened is opened in its window */
  gboolean          charts;         /* rows are sessions whose chart is opened */
  gboolean          reactions;      /* rows are reactions; else patients */
  gboolean          decisions;      /* rows are courses that are decided about */
  gboolean          begun;          /* there were rows before */
  ClinicQueryModel *model;

  GtkWidget        *heading;
  GtkListView      *list;
  GtkStack         *stack;
  AdwStatusPage    *empty;
  ClinicNotice     *notice;
};

typedef enum
{
  PROPERTY_MODEL = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicTodayRows, clinic_today_rows, ADW_TYPE_WINDOW)

/* What a row is about, in words of its own. */
static char *
format_entry (GObject * object,
              const char *what,
              const char *zone)
{
  if (zone != NULL && *zone != '\0')
    return g_strdup_printf (_("%s, %s"), what, clinic_choice_label (clinic_zones, zone));

  return g_strdup (what != NULL ? what : "");
}

static char *
format_entry_day (GObject    *object,
                  const char *day)
{
  g_autofree char *date = day != NULL && *day != '\0' ? clinic_wall_dup_date (day) : NULL;

  return clinic_locale_date (date);
}

static void
loaded_cb (ClinicTodayRows *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;
  const char *message = clinic_query_model_get_message (self->model);

  if (clinic_query_model_get_loading (self->model))
    return;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");

  /* The first row has the keyboard at once. */
  if (any && !self->begun)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);

  self->begun = self->begun || any;
  clinic_notice_set_text (self->notice, "error", message);
}

static void
activate_cb (ClinicTodayRows *self,
             guint            position)
{
  g_autoptr(ClinicTodayEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  GtkWidget *window;

  if (entry == NULL || self->opener == NULL)
    return;

  /* How it is now is written down above the list, and then the next. */
  if (self->reactions)
    {
      clinic_entry_dialog_present (CLINIC_TYPE_REACTION_WINDOW, GTK_WIDGET (self), self->desk, entry->patient_id,
                                   clinic_record_get_id (CLINIC_RECORD (entry)));
      return;
    }

  window = GTK_WIDGET (gtk_widget_get_root (self->opener));

  if (self->charts)
    gtk_widget_activate_action (self->opener, "win.open-chart", "x", entry->session_id);
  else
    gtk_widget_activate_action (self->opener, "win.open-patient", "x", entry->patient_id);

  /* Where it is taken, with the patient behind it. */
  if (self->decisions && clinic_desk_may (self->desk, "decision.take"))
    clinic_decision_present (window, self->desk, entry->patient_id);

  gtk_window_close (GTK_WINDOW (self));
}

static void
clinic_today_rows_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROPERTY_MODEL)
    g_value_set_object (value, CLINIC_TODAY_ROWS (object)->model);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_today_rows_dispose (GObject *object)
{
  ClinicTodayRows *self = CLINIC_TODAY_ROWS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_ROWS);
  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->desk);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (clinic_today_rows_parent_class)->dispose (object);
}

static void
clinic_today_rows_class_init (ClinicTodayRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_today_rows_dispose;
  object_class->get_property = clinic_today_rows_get_property;

  properties[PROPERTY_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_TODAY_ENTRY);
  g_type_ensure (CLINIC_TYPE_GRADUAL_MODEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayRows, heading);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayRows, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayRows, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayRows, empty);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayRows, notice);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_entry);
  gtk_widget_class_bind_template_callback (widget_class, format_entry_day);
  clinic_closures_bind (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_today_rows_init (ClinicTodayRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_kind (ClinicTodayRows *self,
           ClinicDesk      *desk,
           const char      *kind)
{
  static const struct { const char *kind; const char *title; const char *empty; } kinds[] = {
    { "unsigned", N_("Sessions to be signed"),
      N_("Every chart is signed. A session stands here from its treatment until then.") },
    { "reactions", N_("Reactions to look after"),
      N_("No reaction lasts longer than its kind does. One that does stands here until it is closed.") },
    { "decisions", N_("Decisions due"),
      N_("Nothing is to be decided. A course stands here after its third and fifth session and after "
         "a phase.") },
    { "registered", N_("New this month"),
      N_("Nobody was registered this month. Register… in the list of patients begins a record.") },
    { "courses", N_("Courses running"),
      N_("No course is running. “Plan a course…” in a patient’s record books one.") },
  };
  guint nth = 0;

  while (nth + 1 < G_N_ELEMENTS (kinds) && strcmp (kinds[nth].kind, kind) != 0)
    nth++;

  /* The first ones are charts to be signed. */
  self->charts = nth == 0;
  self->reactions = nth == 1;
  self->decisions = nth == 2;
  gtk_window_set_title (GTK_WINDOW (self), _(kinds[nth].title));
  adw_status_page_set_description (self->empty, _(kinds[nth].empty));
  self->model = clinic_query_model_new (clinic_desk_get_archivist (desk),
                                        CLINIC_TYPE_TODAY_ENTRY, clinic_today_entry_list);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODEL]);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::reaction", G_CALLBACK (clinic_query_model_reload), self->model,
                           G_CONNECT_SWAPPED);
}

void
clinic_today_rows_present (GtkWidget  *parent,
                           ClinicDesk *desk,
                           const char *kind,
                           gint64      practitioner)
{
  ClinicTodayRows *self = g_object_new (CLINIC_TYPE_TODAY_ROWS,
                                        "transient-for", gtk_widget_get_root (parent),
                                        NULL);
  ClinicClinic *clinic = clinic_desk_get_clinic (desk);
  g_autofree char *argument = g_strdup_printf ("%s %s %s %" G_GINT64_FORMAT, kind,
                                               clinic_desk_get_today (desk), clinic->zone,
                                               practitioner);

  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->opener, parent);
  show_kind (self, desk, kind);
  clinic_query_model_set_argument (self->model, argument);
  clinic_present (GTK_WINDOW (self));
}

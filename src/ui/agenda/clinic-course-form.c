/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-course-form.h"
#include "clinic-date.h"
#include "clinic-locale.h"

#define N_DAYS 7

/* What stands behind each row of a combo. */
typedef enum
{
  COMBO_PROTOCOL,
  COMBO_PRACTITIONER,
  COMBO_ROOM,
  COMBO_DIAGNOSIS,
  COMBO_COCKTAIL,
  N_COMBOS
} Combo;

struct _ClinicCourseForm
{
  AdwBin parent_instance;

  ClinicDesk   *desk;
  gint64        patient;
  gboolean      filling;        /* the form changes itself */
  GArray       *ids[N_COMBOS];  /* gint64 */
  char         *first;          /* wall time, as applied */
  char         *time;           /* of those after; NULL: the first one's */
  char         *goal_text;

  AdwComboRow  *combos[N_COMBOS];
  GtkEditable  *goal;
  GtkEditable  *day;
  GtkEditable  *clock;
  GtkEditable  *later;
  GtkBox       *weekdays;
};

static const char *const combo_names[N_COMBOS] = {
  "protocol", "practitioner", "room", "diagnosis", "cocktail"
};

enum
{
  CHANGED,
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicCourseForm, clinic_course_form, ADW_TYPE_BIN)

static void
tell (ClinicCourseForm *self,
      gboolean          anew)
{
  if (!self->filling && self->patient != 0)
    g_signal_emit (self, signals[CHANGED], 0, anew);
}

/* Another practitioner or room leaves what was settled by hand; another protocol does not. The
 * diagnosis and the cocktail are not planned with, but what is shown is always what is asked. */
static void
selected_cb (ClinicCourseForm *self,
             GParamSpec       *pspec,
             AdwComboRow      *combo)
{
  tell (self, combo == self->combos[COMBO_PROTOCOL]);
}

static gint64
get_chosen (ClinicCourseForm *self,
            Combo             combo)
{
  guint selected = adw_combo_row_get_selected (self->combos[combo]);

  return selected < self->ids[combo]->len ? g_array_index (self->ids[combo], gint64, selected) : 0;
}

static void
add_choice (ClinicCourseForm *self,
            Combo             combo,
            GtkStringList    *list,
            const char       *name,
            gint64            id)
{
  gtk_string_list_append (list, name != NULL ? name : "");
  g_array_append_val (self->ids[combo], id);
}

/* @none: what stands for no choice; NULL: one must be chosen. @names: beside @records; NULL: their
 * own. */
static void
fill_combo (ClinicCourseForm *self,
            Combo             combo,
            const char       *none,
            GPtrArray        *records,
            GPtrArray        *names,
            gint64            chosen)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->ids[combo], 0);

  if (none != NULL)
    add_choice (self, combo, list, none, 0);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = clinic_record_get_id (records->pdata[i]);
      g_autofree char *name = NULL;

      if (names == NULL)
        g_object_get (records->pdata[i], "name", &name, NULL);

      if (id == chosen)
        selected = self->ids[combo]->len;

      add_choice (self, combo, list, names != NULL ? names->pdata[i] : name, id);
    }

  adw_combo_row_set_model (self->combos[combo], G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->combos[combo], selected);
}

static gboolean
treats (ClinicStaff *staff)
{
  g_auto(GStrv) roles = g_strsplit (staff->roles != NULL ? staff->roles : "", " ", -1);

  return g_strv_contains ((const char * const *) roles, "practitioner");
}

/* Whoever acts, if they treat; else who treated the patient last (@last; 0: nobody). */
static void
fill_practitioners (ClinicCourseForm *self,
                    gint64            last)
{
  GListModel *staff = clinic_desk_get_staff (self->desk);
  ClinicStaff *actor = clinic_desk_get_actor (self->desk);
  g_autoptr(GPtrArray) treating = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);

      if (treats (one))
        g_ptr_array_add (treating, g_steal_pointer (&one));
    }

  fill_combo (self, COMBO_PRACTITIONER, NULL, treating, NULL,
              actor != NULL && treats (actor) ? clinic_record_get_id (CLINIC_RECORD (actor))
                                              : last);
}

static void
mark (GtkEditable *entry,
      gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

/* What is shown is what was understood. */
static void
show_times (ClinicCourseForm *self)
{
  g_autofree char *date = clinic_wall_dup_date (self->first);
  g_autofree char *day = clinic_locale_date_entry (date);
  g_autofree char *clock = clinic_locale_time (self->first);
  g_autofree char *wall = self->time != NULL ? g_strconcat (date, "T", self->time, NULL) : NULL;
  g_autofree char *later = clinic_locale_time (wall);

  gtk_editable_set_text (self->day, day);
  gtk_editable_set_text (self->clock, clock);
  gtk_editable_set_text (self->later, later);
}

/* Reads what is typed; FALSE when part of it cannot be read. @differs: from what was there. */
static gboolean
take_times (ClinicCourseForm *self,
            gboolean         *differs)
{
  const char *later_text = gtk_editable_get_text (self->later);
  g_autofree char *date = clinic_locale_parse_date (gtk_editable_get_text (self->day),
                                                    clinic_desk_get_today (self->desk), TRUE);
  g_autofree char *time = clinic_locale_parse_time (gtk_editable_get_text (self->clock));
  g_autofree char *later = clinic_locale_parse_time (later_text);
  g_autofree char *first = NULL;
  gboolean later_wrong = later == NULL && *later_text != '\0';

  mark (self->day, date == NULL);
  mark (self->clock, time == NULL);
  mark (self->later, later_wrong);

  if (date == NULL || time == NULL || later_wrong)
    return FALSE;

  first = g_strconcat (date, "T", time, NULL);
  *differs = g_strcmp0 (first, self->first) != 0 || g_strcmp0 (later, self->time) != 0;

  g_free (self->first);
  g_free (self->time);
  self->first = g_steal_pointer (&first);
  self->time = g_steal_pointer (&later);

  return TRUE;
}

/* Enter plans with what was typed; with nothing new typed it stands for the window's button. */
static void
entry_activated_cb (ClinicCourseForm *self)
{
  gboolean differs = FALSE;

  if (self->patient == 0 || !take_times (self, &differs))
    return;

  show_times (self);

  if (differs)
    tell (self, TRUE);
  else
    g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
entry_left_cb (ClinicCourseForm *self)
{
  gboolean differs = FALSE;

  if (self->patient == 0 || !take_times (self, &differs))
    return;

  show_times (self);

  if (differs)
    tell (self, TRUE);
}

static void
weekday_toggled_cb (ClinicCourseForm *self)
{
  tell (self, TRUE);
}

static guint
get_weekdays (ClinicCourseForm *self)
{
  guint weekdays = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->weekdays));
       button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        weekdays |= 1u << (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "weekday")) - 1);
    }

  return weekdays;
}

static void
add_weekdays (ClinicCourseForm *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      guint weekday = (clinic_locale_first_weekday () - 1 + i) % N_DAYS + 1;
      g_autofree char *brief = clinic_locale_weekday (weekday, TRUE);
      g_autofree char *name = clinic_locale_weekday (weekday, FALSE);
      GtkWidget *button = gtk_toggle_button_new_with_label (brief);

      g_object_set_data (G_OBJECT (button), "weekday", GUINT_TO_POINTER (weekday));
      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_add_css_class (button, "weekday");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (weekday_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->weekdays, button);
    }
}

/* Times that were typed are taken when their entry is left. */
static void
watch_entry (ClinicCourseForm *self,
             GtkEditable      *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect_object (entry, "entry-activated", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinic_course_form_dispose (GObject *object)
{
  ClinicCourseForm *self = CLINIC_COURSE_FORM (object);

  self->patient = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COURSE_FORM);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_course_form_parent_class)->dispose (object);
}

static void
clinic_course_form_finalize (GObject *object)
{
  ClinicCourseForm *self = CLINIC_COURSE_FORM (object);

  for (guint i = 0; i < N_COMBOS; i++)
    g_array_unref (self->ids[i]);

  g_free (self->first);
  g_free (self->time);
  g_free (self->goal_text);

  G_OBJECT_CLASS (clinic_course_form_parent_class)->finalize (object);
}

static void
clinic_course_form_class_init (ClinicCourseFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_course_form_dispose;
  object_class->finalize = clinic_course_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-form.ui");

  for (guint i = 0; i < N_COMBOS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, combo_names[i], FALSE, 0);

  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, goal);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, day);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, clock);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, later);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, weekdays);
}

static void
clinic_course_form_init (ClinicCourseForm *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_init_template (widget);

  for (guint i = 0; i < N_COMBOS; i++)
    {
      self->ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
      self->combos[i] = ADW_COMBO_ROW (gtk_widget_get_template_child (widget,
                                                                      CLINIC_TYPE_COURSE_FORM,
                                                                      combo_names[i]));
      g_signal_connect_object (self->combos[i], "notify::selected", G_CALLBACK (selected_cb), self,
                               G_CONNECT_SWAPPED);
    }

  add_weekdays (self);
  watch_entry (self, self->day);
  watch_entry (self, self->clock);
  watch_entry (self, self->later);
}

void
clinic_course_form_set_options (ClinicCourseForm    *self,
                                ClinicDesk          *desk,
                                ClinicCourseOptions *options,
                                const char          *first)
{
  ClinicStaff *staff;
  g_autofree char *tomorrow = clinic_date_add_days (clinic_desk_get_today (desk), 1);
  gint64 diagnosis = options->diagnoses->len > 0
                     ? clinic_record_get_id (options->diagnoses->pdata[0]) : 0;

  self->filling = TRUE;
  g_set_object (&self->desk, desk);
  self->patient = clinic_record_get_id (CLINIC_RECORD (options->patient));

  fill_combo (self, COMBO_PROTOCOL, NULL, options->protocols, NULL, options->protocol);
  fill_practitioners (self, options->practitioner);
  fill_combo (self, COMBO_ROOM, _("Any that is free"), options->rooms, NULL, 0);
  fill_combo (self, COMBO_DIAGNOSIS, C_("diagnosis", "None"), options->diagnoses,
              options->diagnosis_names, diagnosis);
  fill_combo (self, COMBO_COCKTAIL, _("Not decided yet"), options->cocktails, NULL,
              options->cocktail);

  staff = clinic_desk_find_staff (desk, get_chosen (self, COMBO_PRACTITIONER));
  g_free (self->first);
  self->first = clinic_course_first_time (first != NULL && *first != '\0' ? first : tomorrow,
                                          clinic_desk_get_clinic (desk)->hours,
                                          staff != NULL ? staff->hours : NULL);
  show_times (self);
  self->filling = FALSE;
}

gboolean
clinic_course_form_get_request (ClinicCourseForm    *self,
                                ClinicCourseRequest *request)
{
  gboolean differs;

  if (!take_times (self, &differs))
    return FALSE;

  g_free (self->goal_text);
  self->goal_text = g_strstrip (g_strdup (gtk_editable_get_text (self->goal)));

  *request = (ClinicCourseRequest) {
    .patient = self->patient,
    .protocol = get_chosen (self, COMBO_PROTOCOL),
    .practitioner = get_chosen (self, COMBO_PRACTITIONER),
    .room = get_chosen (self, COMBO_ROOM),
    .diagnosis = get_chosen (self, COMBO_DIAGNOSIS),
    .cocktail = get_chosen (self, COMBO_COCKTAIL),
    .goal = *self->goal_text != '\0' ? self->goal_text : NULL,
    .first = self->first,
    .time = self->time,
    .weekdays = get_weekdays (self),
  };

  return TRUE;
}

void
clinic_course_form_start (ClinicCourseForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

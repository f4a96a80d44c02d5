/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-course-form.h"
#include "clinic-course-picks.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-typed-entry.h"
#include "clinic-weekday-picker.h"

struct _ClinicCourseForm
{
  AdwBin parent_instance;

  ClinicCourseDraft   *draft;
  char                *wanted;          /* when the first session is to be; may be NULL */
  gint64               patient;         /* 0 until known what can be asked for */
  ClinicCoursePicks   *picks;
  char                *first;           /* wall time, as applied */
  char                *time;            /* of those after; NULL: the first one's */
  char                *goal_text;

  GtkEditable         *goal;
  GtkEditable         *day;
  GtkEditable         *clock;
  GtkEditable         *later;
  ClinicWeekdayPicker *weekdays;
};

static GParamSpec *draft_property;

static guint unreadable_signal;

G_DEFINE_FINAL_TYPE (ClinicCourseForm, clinic_course_form, ADW_TYPE_BIN)

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
                                                    clinic_desk_get_today (clinic_course_draft_get_desk (self->draft)), TRUE);
  g_autofree char *time = clinic_locale_parse_time (gtk_editable_get_text (self->clock));
  g_autofree char *later = clinic_locale_parse_time (later_text);
  g_autofree char *first = NULL;
  gboolean later_wrong = later == NULL && *later_text != '\0';

  clinic_typed_entry_mark (self->day, date == NULL);
  clinic_typed_entry_mark (self->clock, time == NULL);
  clinic_typed_entry_mark (self->later, later_wrong);

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

/* What is asked for now; texts are lent until the form changes. FALSE when something typed cannot
 * be read: it is marked. */
static gboolean
read_request (ClinicCourseForm    *self,
              ClinicCourseRequest *request)
{
  gboolean differs;

  if (!take_times (self, &differs))
    {
      g_signal_emit (self, unreadable_signal, 0);
      return FALSE;
    }

  g_free (self->goal_text);
  self->goal_text = g_strstrip (g_strdup (gtk_editable_get_text (self->goal)));

  *request = (ClinicCourseRequest) {
    .patient = self->patient,
    .goal = *self->goal_text != '\0' ? self->goal_text : NULL,
    .first = self->first,
    .time = self->time,
    .weekdays = clinic_weekday_picker_get_weekdays (self->weekdays),
  };
  clinic_course_picks_read (self->picks, request);

  return TRUE;
}

static void
plan_anew_cb (ClinicCourseForm *self)
{
  clinic_course_form_plan (self, CLINIC_COURSE_ANEW);
}

static void
picked_cb (ClinicCourseForm *self,
           gboolean          anew)
{
  clinic_course_form_plan (self, anew ? CLINIC_COURSE_ANEW : CLINIC_COURSE_AS_SETTLED);
}

/* Whether something new was typed, which is planned with. */
static gboolean
plan_typed (ClinicCourseForm *self)
{
  gboolean differs = FALSE;

  if (self->patient == 0 || !clinic_course_draft_can_plan (self->draft) ||
      !take_times (self, &differs))
    return TRUE;

  show_times (self);

  if (differs)
    clinic_course_form_plan (self, CLINIC_COURSE_ANEW);

  return differs;
}

/* Enter plans with what was typed; with nothing new typed it books. */
static void
entry_activated_cb (ClinicCourseForm *self)
{
  if (!plan_typed (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "course.book", NULL);
}

static void
entry_left_cb (ClinicCourseForm *self)
{
  plan_typed (self);
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

/* The choices, and what is most likely; then the first plan. */
static void
loaded_cb (ClinicCourseForm    *self,
           ClinicCourseOptions *options)
{
  ClinicDesk *desk = clinic_course_draft_get_desk (self->draft);
  ClinicPickList *practitioner;
  ClinicStaff *staff;
  g_autofree char *tomorrow = clinic_date_add_days (clinic_desk_get_today (desk), 1);
  self->patient = clinic_record_get_id (CLINIC_RECORD (options->patient));
  clinic_course_picks_fill (self->picks, desk, options);
  practitioner = clinic_course_picks_get_list (self->picks, "practitioner");
  staff = clinic_desk_find_staff (desk, clinic_pick_list_get_id (practitioner));
  g_free (self->first);
  self->first = clinic_course_first_time (self->wanted != NULL ? self->wanted : tomorrow,
                                          clinic_desk_get_clinic (desk)->hours,
                                          staff != NULL ? staff->hours : NULL);
  show_times (self);
  clinic_course_form_start (self);

  if (options->protocols->len > 0)
    clinic_course_form_plan (self, CLINIC_COURSE_ANEW);
}

static void
clinic_course_form_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_object (value, CLINIC_COURSE_FORM (object)->draft);
}

static void
clinic_course_form_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ClinicCourseForm *self = CLINIC_COURSE_FORM (object);

  if (self->draft == NULL && (self->draft = g_value_dup_object (value)) != NULL)
    g_signal_connect_object (self->draft, "loaded", G_CALLBACK (loaded_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
clinic_course_form_dispose (GObject *object)
{
  ClinicCourseForm *self = CLINIC_COURSE_FORM (object);

  self->patient = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COURSE_FORM);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (clinic_course_form_parent_class)->dispose (object);
}

static void
clinic_course_form_finalize (GObject *object)
{
  ClinicCourseForm *self = CLINIC_COURSE_FORM (object);

  g_object_unref (self->picks);
  g_free (self->wanted);
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

  object_class->get_property = clinic_course_form_get_property;
  object_class->set_property = clinic_course_form_set_property;
  object_class->dispose = clinic_course_form_dispose;
  object_class->finalize = clinic_course_form_finalize;

  draft_property = g_param_spec_object ("draft", NULL, NULL, CLINIC_TYPE_COURSE_DRAFT,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, draft_property);

  unreadable_signal = g_signal_new ("unreadable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CLINIC_TYPE_WEEKDAY_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-form.ui");

  for (guint i = 0; clinic_course_pick_names[i] != NULL; i++)
    gtk_widget_class_bind_template_child_full (widget_class, clinic_course_pick_names[i], FALSE, 0);

  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, goal);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, day);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, clock);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, later);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseForm, weekdays);
  gtk_widget_class_bind_template_callback (widget_class, plan_anew_cb);
}

static void
clinic_course_form_init (ClinicCourseForm *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_init_template (widget);

  self->picks = clinic_course_picks_new ();
  g_signal_connect_object (self->picks, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; clinic_course_pick_names[i] != NULL; i++)
    clinic_pick_list_bind (clinic_course_picks_get_list (self->picks, clinic_course_pick_names[i]),
                           gtk_widget_get_template_child (widget, CLINIC_TYPE_COURSE_FORM,
                                                          clinic_course_pick_names[i]));

  watch_entry (self, self->day);
  watch_entry (self, self->clock);
  watch_entry (self, self->later);
}

void
clinic_course_form_set_first (ClinicCourseForm *self,
                              const char       *first)
{
  g_return_if_fail (CLINIC_IS_COURSE_FORM (self));

  g_free (self->wanted);
  self->wanted = first != NULL && *first != '\0' ? g_strdup (first) : NULL;
}

void
clinic_course_form_plan (ClinicCourseForm     *self,
                         ClinicCoursePlanning  how)
{
  ClinicCourseRequest request;

  g_return_if_fail (CLINIC_IS_COURSE_FORM (self));

  if (self->patient != 0 && clinic_course_draft_can_plan (self->draft) &&
      read_request (self, &request))
    clinic_course_draft_plan (self->draft, &request, how);
}

gboolean
clinic_course_form_book (ClinicCourseForm *self,
                         GHashTable       *reasons)
{
  ClinicCourseRequest request;

  g_return_val_if_fail (CLINIC_IS_COURSE_FORM (self), FALSE);

  if (!read_request (self, &request))
    return FALSE;

  if (clinic_course_draft_book (self->draft, &request, reasons))
    return TRUE;

  clinic_course_draft_plan (self->draft, &request, CLINIC_COURSE_ANEW);

  return FALSE;
}

void
clinic_course_form_start (ClinicCourseForm *self)
{
  g_return_if_fail (CLINIC_IS_COURSE_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

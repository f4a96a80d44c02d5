/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-times.h"
#include "clinic-clock.h"
#include "clinic-date.h"
#include "clinic-locale.h"

typedef enum
{
  BEGAN,
  FINISHED,
  N_TIMES
} Time;

static const char *const fields[N_TIMES] = { "began", "finished" };

struct _ClinicChartTimes
{
  ClinicChartPart parent_instance;

  GtkMenuButton *button;
  GtkLabel      *words;
  GtkEntry      *began_time;    /* not named as fields are: the form around them would take them */
  GtkEntry      *finished_time;
  GtkLabel      *wrong;
  GSignalGroup  *signals;
  gboolean       showing;       /* the texts are being set, not typed */
};

G_DEFINE_FINAL_TYPE (ClinicChartTimes, clinic_chart_times, CLINIC_TYPE_CHART_PART)

static GtkEntry *
get_entry (ClinicChartTimes * self,
           Time time)
{
  return time == BEGAN ? self->began_time : self->finished_time;
}

static ClinicSession *
get_record (ClinicChartTimes *self)
{
  return clinic_chart_model_get_record (clinic_chart_part_get_model (CLINIC_CHART_PART (self)));
}

static ClinicChartSheet *
get_sheet (ClinicChartTimes *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));

  return model != NULL ? clinic_chart_model_get_sheet (model) : NULL;
}

static const char *
get_time (ClinicChartTimes *self,
          Time              time)
{
  return time == BEGAN ? get_record (self)->began : get_record (self)->finished;
}

/* FALSE when it is no time; @time is NULL when nothing is typed. */
static gboolean
read_entry (ClinicChartTimes  *self,
            Time               which,
            char             **time)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (get_entry (self, which)))));

  *time = *text != '\0' ? clinic_locale_parse_time (text) : NULL;

  return *text == '\0' || *time != NULL;
}

/* What cannot be, and in which entry; NULL: nothing. */
static const char *
find_problem (ClinicChartTimes *self,
              Time             *where)
{
  g_autofree char *now = clinic_clock_wall (get_sheet (self)->zone);
  ClinicSession *record = get_record (self);

  for (*where = BEGAN; *where < N_TIMES; ++*where)
    {
      g_autofree char *time = NULL;

      if (!read_entry (self, *where, &time))
        return _("This is no time. Write it like 9:30.");

      if (get_time (self, *where) != NULL && strcmp (get_time (self, *where), now) > 0)
        return _("This is in the future.");
    }

  *where = BEGAN;

  if (record->finished != NULL && record->began == NULL)
    return _("What ended also began: say when.");

  *where = FINISHED;

  return record->finished != NULL && strcmp (record->finished, record->began) < 0
         ? _("A treatment ends after it began.") : NULL;
}

static void
mark (ClinicChartTimes *self)
{
  Time where;
  const char *problem = find_problem (self, &where);

  gtk_label_set_text (self->wrong, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), problem != NULL);

  for (Time time = BEGAN; time < N_TIMES; time++)
    {
      GtkWidget *entry = GTK_WIDGET (get_entry (self, time));
      gboolean bad = problem != NULL && time == where;

      if (bad)
        gtk_widget_add_css_class (entry, "error");
      else
        gtk_widget_remove_css_class (entry, "error");

      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   bad ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
}

/* "09:30 – 10:05", "09:30 –", "Not begun". */
static void
tell (ClinicChartTimes *self)
{
  ClinicSession *record = get_record (self);
  g_autofree char *began = record->began != NULL ? clinic_locale_time (record->began) : g_strdup ("");
  g_autofree char *finished = record->finished != NULL ? clinic_locale_time (record->finished)
                                                       : g_strdup ("");
  g_autofree char *words = NULL;

  if (record->began == NULL && record->finished == NULL)
    words = g_strdup (_("Not begun"));
  else
    words = g_strdup_printf ("%s – %s", began, finished);

  gtk_label_set_text (self->words, g_strstrip (words));
}

static void
show_time (ClinicChartTimes *self,
           Time              time)
{
  const char *wall = get_time (self, time);
  g_autofree char *text = wall != NULL ? clinic_locale_time (wall) : g_strdup ("");
  g_autofree char *typed = NULL;

  /* What somebody is typing says the same. */
  if (read_entry (self, time, &typed) && g_strcmp0 (typed, wall != NULL ? wall + 11 : NULL) == 0)
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self, time)), text);
  self->showing = FALSE;
}

/* The other one may hold what is no time yet. */
static void
time_changed_cb (ClinicChartTimes *self,
                 GParamSpec       *spec)
{
  if (get_sheet (self) == NULL)
    return;

  show_time (self, g_str_equal (spec->name, fields[BEGAN]) ? BEGAN : FINISHED);
  tell (self);
  mark (self);
}

static void
set_time (ClinicChartTimes *self,
          Time              which,
          const char       *time)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  g_autofree char *day = NULL;
  g_autofree char *wall = NULL;

  if (get_sheet (self) == NULL || !clinic_chart_model_get_editable (model))
    return;

  day = clinic_wall_dup_date (get_sheet (self)->visit->starts);
  wall = time != NULL ? g_strdup_printf ("%sT%s", day, time) : NULL;
  g_object_set (get_record (self), fields[which], wall, NULL);
}

static void
typed_cb (ClinicChartTimes *self,
          GtkEditable      *entry)
{
  Time which = GTK_ENTRY (entry) == self->began_time ? BEGAN : FINISHED;
  g_autofree char *time = NULL;

  if (self->showing || get_sheet (self) == NULL)
    return;

  if (read_entry (self, which, &time))
    set_time (self, which, time);

  mark (self);
}

/* "began": now. On another day than the visit's there is no now. */
static void
now_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicChartTimes *self = CLINIC_CHART_TIMES (widget);
  ClinicChartSheet *sheet = get_sheet (self);
  g_autofree char *now = NULL;

  if (sheet == NULL)
    return;

  now = clinic_clock_wall (sheet->zone);
  set_time (self, g_str_equal (g_variant_get_string (parameter, NULL), "began") ? BEGAN : FINISHED,
            now + 11);
}

static void
clinic_chart_times_show (ClinicChartPart  *part,
                         ClinicChartModel *model,
                         ClinicChartSheet *sheet)
{
  ClinicChartTimes *self = CLINIC_CHART_TIMES (part);
  g_autofree char *now = clinic_clock_wall (sheet->zone);

  g_signal_group_set_target (self->signals, clinic_chart_model_get_record (model));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "times.now",
                                 clinic_date_days_between (sheet->visit->starts, now) == 0);
  show_time (self, BEGAN);
  show_time (self, FINISHED);
  tell (self);
  mark (self);
}

static void
clinic_chart_times_dispose (GObject *object)
{
  g_clear_object (&CLINIC_CHART_TIMES (object)->signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_TIMES);
  G_OBJECT_CLASS (clinic_chart_times_parent_class)->dispose (object);
}

static void
clinic_chart_times_class_init (ClinicChartTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_times_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_times_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-times.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartTimes, button);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartTimes, words);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartTimes, began_time);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartTimes, finished_time);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartTimes, wrong);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "times.now", "s", now_action);
}

static void
clinic_chart_times_init (ClinicChartTimes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (CLINIC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::began", G_CALLBACK (time_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::finished", G_CALLBACK (time_changed_cb),
                                  self);
}

gboolean
clinic_chart_times_validate (ClinicChartTimes *self)
{
  Time where;

  g_return_val_if_fail (CLINIC_IS_CHART_TIMES (self), FALSE);

  if (get_sheet (self) == NULL || find_problem (self, &where) == NULL)
    return TRUE;

  mark (self);
  gtk_menu_button_popup (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, where)));

  return FALSE;
}

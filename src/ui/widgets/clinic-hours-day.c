/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-hours-day.h"
#include "clinic-hours-line.h"
#include "clinic-locale.h"

struct _ClinicHoursDay
{
  AdwPreferencesRow parent_instance;

  guint      day;
  char      *name;
  GPtrArray *lines;             /* ClinicHoursLine, children of the box; never empty */
  GtkBox    *box;
  GtkWidget *closed;
  GtkLabel  *problem;
  GtkSwitch *toggle;
};

static guint toggled_signal;

G_DEFINE_FINAL_TYPE (ClinicHoursDay, clinic_hours_day, ADW_TYPE_PREFERENCES_ROW)

/* The spans in the order of the day, and which of them is wrong, in which way. */
static ClinicHoursFault
read_spans (ClinicHoursDay *self,
            ClinicSpan     *spans,
            guint          *wrong)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      ClinicHoursFault fault;
      ClinicSpan span;
      guint at = i;

      *wrong = i;
      fault = clinic_hours_line_read (self->lines->pdata[i], &span);

      if (fault != CLINIC_HOURS_FAULT_NONE)
        return fault;

      for (; at > 0 && spans[at - 1].from > span.from; at--)
        spans[at] = spans[at - 1];

      spans[at] = span;

      if ((at > 0 && spans[at - 1].to > span.from) || (at < i && spans[at + 1].from < span.to))
        return CLINIC_HOURS_FAULT_OVERLAP;
    }

  return CLINIC_HOURS_FAULT_NONE;
}

static char *
explain (ClinicHoursFault fault)
{
  g_autofree char *example = clinic_hours_write_minute (9 * 60);

  switch (fault)
    {
    case CLINIC_HOURS_FAULT_ORDER:
      return g_strdup (_("The end is not after the beginning."));

    case CLINIC_HOURS_FAULT_OVERLAP:
      return g_strdup (_("These hours overlap with others of the day."));

    case CLINIC_HOURS_FAULT_FROM:
    case CLINIC_HOURS_FAULT_TO:
      /* Translators: %s is a time as it is typed here: "09:00" */
      return g_strdup_printf (_("This is no time. Write it like %s."), example);

    case CLINIC_HOURS_FAULT_NONE:
    default:
      return NULL;
    }
}

static gboolean
check (ClinicHoursDay *self)
{
  ClinicSpan spans[CLINIC_HOURS_SPANS];
  guint wrong = 0;
  ClinicHoursFault fault = clinic_hours_day_is_open (self) ? read_spans (self, spans, &wrong)
                                                           : CLINIC_HOURS_FAULT_NONE;
  g_autofree char *words = explain (fault);

  for (guint i = 0; i < self->lines->len; i++)
    clinic_hours_line_mark (self->lines->pdata[i], i == wrong ? fault : CLINIC_HOURS_FAULT_NONE);

  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);

  return fault == CLINIC_HOURS_FAULT_NONE;
}

/* Nothing is said of what is still being typed, but what was said is taken back. */
static void
line_changed_cb (ClinicHoursDay *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    check (self);
}

static void
line_left_cb (ClinicHoursDay *self)
{
  check (self);
}

static ClinicHoursLine *
add_line (ClinicHoursDay *self)
{
  GtkWidget *line = clinic_hours_line_new (self->name, self->lines->len);

  g_signal_connect_object (line, "changed", G_CALLBACK (line_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "left", G_CALLBACK (line_left_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lines, line);
  gtk_box_append (self->box, line);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hours-day.more",
                                 self->lines->len < CLINIC_HOURS_SPANS);

  return CLINIC_HOURS_LINE (line);
}

static void
drop_line (ClinicHoursDay *self)
{
  GtkWidget *line = g_ptr_array_steal_index (self->lines, self->lines->len - 1);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->box)) == line)
    clinic_hours_line_start (self->lines->pdata[self->lines->len - 1], CLINIC_HOURS_FAULT_NONE);

  gtk_box_remove (self->box, line);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hours-day.more", TRUE);
}

static void
set_n_lines (ClinicHoursDay *self,
             guint           n_lines)
{
  while (self->lines->len > n_lines)
    drop_line (self);

  while (self->lines->len < n_lines)
    add_line (self);
}

/* When the last of its hours end; 24:00 where nobody can tell. */
static guint
find_end (ClinicHoursDay *self)
{
  guint end = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      ClinicSpan span;

      if (clinic_hours_line_read (self->lines->pdata[i], &span) != CLINIC_HOURS_FAULT_NONE)
        return 24 * 60;

      end = MAX (end, span.to);
    }

  return end;
}

/* After a break of an hour, for half a day. */
static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicHoursDay *self = CLINIC_HOURS_DAY (widget);
  guint end = find_end (self);
  ClinicHoursLine *line = add_line (self);

  if (end + 60 < 24 * 60)
    clinic_hours_line_set_span (line, &(ClinicSpan) { end + 60, MIN (end + 5 * 60, 24 * 60) });

  clinic_hours_line_start (line, CLINIC_HOURS_FAULT_NONE);
}

/* Those below move up. */
static void
less_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicHoursDay *self = CLINIC_HOURS_DAY (widget);
  guint nth = g_variant_get_uint32 (parameter);

  if (nth == 0 || nth >= self->lines->len)
    return;

  clinic_hours_line_start (self->lines->pdata[nth - 1], CLINIC_HOURS_FAULT_NONE);

  for (guint i = nth; i + 1 < self->lines->len; i++)
    clinic_hours_line_copy (self->lines->pdata[i], self->lines->pdata[i + 1]);

  drop_line (self);
  check (self);
}

static void
toggled_cb (ClinicHoursDay *self)
{
  gboolean open = clinic_hours_day_is_open (self);

  gtk_widget_set_visible (GTK_WIDGET (self->box), open);
  gtk_widget_set_visible (self->closed, !open);
  check (self);
  g_signal_emit (self, toggled_signal, 0);
}

static void
clinic_hours_day_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_HOURS_DAY);

  G_OBJECT_CLASS (clinic_hours_day_parent_class)->dispose (object);
}

static void
clinic_hours_day_finalize (GObject *object)
{
  ClinicHoursDay *self = CLINIC_HOURS_DAY (object);

  g_ptr_array_unref (self->lines);
  g_free (self->name);

  G_OBJECT_CLASS (clinic_hours_day_parent_class)->finalize (object);
}

static void
clinic_hours_day_class_init (ClinicHoursDayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_hours_day_dispose;
  object_class->finalize = clinic_hours_day_finalize;

  toggled_signal = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-hours-day.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursDay, box);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursDay, closed);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursDay, problem);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursDay, toggle);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_install_action (widget_class, "hours-day.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "hours-day.less", "u", less_action);
}

static void
clinic_hours_day_init (ClinicHoursDay *self)
{
  self->lines = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_hours_day_new (guint day)
{
  ClinicHoursDay *self = g_object_new (CLINIC_TYPE_HOURS_DAY, NULL);

  self->day = day;
  self->name = clinic_locale_weekday (day + 1, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  clinic_hours_line_set_span (add_line (self), &(ClinicSpan) { 9 * 60, 18 * 60 });

  return GTK_WIDGET (self);
}

const char *
clinic_hours_day_get_name (ClinicHoursDay *self)
{
  g_return_val_if_fail (CLINIC_IS_HOURS_DAY (self), NULL);

  return self->name;
}

gboolean
clinic_hours_day_is_open (ClinicHoursDay *self)
{
  g_return_val_if_fail (CLINIC_IS_HOURS_DAY (self), FALSE);

  return gtk_switch_get_active (self->toggle);
}

void
clinic_hours_day_show (ClinicHoursDay    *self,
                       const ClinicHours *hours)
{
  guint n_spans;

  g_return_if_fail (CLINIC_IS_HOURS_DAY (self) && hours != NULL);

  n_spans = hours->n_spans[self->day];
  gtk_switch_set_active (self->toggle, n_spans > 0);

  if (n_spans > 0)
    set_n_lines (self, n_spans);

  for (guint i = 0; i < n_spans; i++)
    clinic_hours_line_set_span (self->lines->pdata[i], &hours->spans[self->day][i]);
}

void
clinic_hours_day_copy (ClinicHoursDay *self,
                       ClinicHoursDay *other)
{
  g_return_if_fail (CLINIC_IS_HOURS_DAY (self) && CLINIC_IS_HOURS_DAY (other));

  set_n_lines (self, other->lines->len);

  for (guint i = 0; i < self->lines->len; i++)
    clinic_hours_line_copy (self->lines->pdata[i], other->lines->pdata[i]);

  check (self);
}

gboolean
clinic_hours_day_read (ClinicHoursDay *self,
                       ClinicHours    *hours)
{
  ClinicSpan spans[CLINIC_HOURS_SPANS] = { { 0, 0 } };
  guint wrong;

  g_return_val_if_fail (CLINIC_IS_HOURS_DAY (self) && hours != NULL, FALSE);

  hours->n_spans[self->day] = 0;

  if (!check (self))
    return FALSE;

  if (!clinic_hours_day_is_open (self))
    return TRUE;

  read_spans (self, spans, &wrong);
  memcpy (hours->spans[self->day], spans, sizeof spans);
  hours->n_spans[self->day] = self->lines->len;

  return TRUE;
}

void
clinic_hours_day_start (ClinicHoursDay *self)
{
  ClinicSpan spans[CLINIC_HOURS_SPANS];
  ClinicHoursFault fault;
  guint wrong = 0;

  g_return_if_fail (CLINIC_IS_HOURS_DAY (self));

  if (!clinic_hours_day_is_open (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->toggle));
      return;
    }

  fault = read_spans (self, spans, &wrong);
  clinic_hours_line_start (self->lines->pdata[fault != CLINIC_HOURS_FAULT_NONE ? wrong : 0], fault);
}

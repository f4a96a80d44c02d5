/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-progress-chooser.h"

struct _ClinicProgressChooser
{
  AdwBin parent_instance;

  GPtrArray   *series;        /* ClinicProgressSeries */
  gboolean     choosing;      /* the choosers are filled, not used */

  GtkDropDown *metrics;
  GtkDropDown *zones;
  GtkDropDown *courses;
};

typedef enum
{
  CHOSEN,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicProgressChooser, clinic_progress_chooser, ADW_TYPE_BIN)

static const char *
get_chosen (GtkDropDown * chooser)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (chooser);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static const char *
name_zone (ClinicProgressSeries *series)
{
  return series->zone != NULL ? series->zone : _("No zone");
}

static gboolean
fits (ClinicProgressSeries *series,
      const char           *metric,
      const char           *zone,
      const char           *course)
{
  return (metric == NULL || g_strcmp0 (series->metric, metric) == 0) &&
         (zone == NULL || g_strcmp0 (name_zone (series), zone) == 0) &&
         (course == NULL || g_strcmp0 (series->course_words, course) == 0);
}

static void
fill (ClinicProgressChooser *self,
      GtkDropDown           *chooser,
      GPtrArray             *words,
      const char            *wanted)
{
  g_autoptr(GtkStringList) model = NULL;
  guint selected = 0;

  for (guint i = 0; i < words->len; i++)
    {
      if (g_strcmp0 (words->pdata[i], wanted) == 0)
        selected = i;
    }

  g_ptr_array_add (words, NULL);
  model = gtk_string_list_new ((const char * const *) words->pdata);
  self->choosing = TRUE;
  gtk_drop_down_set_model (chooser, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (chooser, selected);
  self->choosing = FALSE;
}

static void
add_once (GPtrArray  *words,
          const char *word)
{
  if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (word));
}

/* What there are readings of, given what is chosen before it. */
static void
fill_metrics (ClinicProgressChooser *self,
              const char            *wanted)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->series->len; i++)
    add_once (words, ((ClinicProgressSeries *) self->series->pdata[i])->metric);

  fill (self, self->metrics, words, wanted);
}

static void
fill_zones (ClinicProgressChooser *self,
            const char            *wanted)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->series->len; i++)
    {
      if (fits (self->series->pdata[i], get_chosen (self->metrics), NULL, NULL))
        add_once (words, name_zone (self->series->pdata[i]));
    }

  fill (self, self->zones, words, wanted);
}

static void
fill_courses (ClinicProgressChooser *self,
              const char            *wanted)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  /* The latest first. */
  for (guint i = self->series->len; i > 0; i--)
    {
      if (fits (self->series->pdata[i - 1], get_chosen (self->metrics), get_chosen (self->zones),
                NULL))
        add_once (words, ((ClinicProgressSeries *) self->series->pdata[i - 1])->course_words);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->courses), words->len > 1);
  fill (self, self->courses, words, wanted);
}

/* What tells more: more readings, then those of a place that was named. */
static gboolean
tells_more (ClinicProgressSeries *one,
            ClinicProgressSeries *other)
{
  guint64 n = clinic_sheet_get_expected (one->sheet);
  guint64 n_other = clinic_sheet_get_expected (other->sheet);

  return n != n_other ? n > n_other : one->zone != NULL && other->zone == NULL;
}

static ClinicProgressSeries *
find_longest (GPtrArray *series)
{
  ClinicProgressSeries *longest = NULL;

  for (guint i = 0; i < series->len; i++)
    {
      ClinicProgressSeries *one = series->pdata[i];

      if (longest == NULL || tells_more (one, longest))
        longest = one;
    }

  return longest;
}

static void
chosen_cb (ClinicProgressChooser *self,
           GParamSpec            *pspec,
           GtkDropDown           *chooser)
{
  g_autofree char *zone = NULL;

  if (self->choosing || self->series == NULL)
    return;

  zone = g_strdup (get_chosen (self->zones));

  if (chooser == self->metrics)
    fill_zones (self, zone);

  if (chooser != self->courses)
    fill_courses (self, NULL);

  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
clinic_progress_chooser_dispose (GObject *object)
{
  ClinicProgressChooser *self = CLINIC_PROGRESS_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PROGRESS_CHOOSER);
  g_clear_pointer (&self->series, g_ptr_array_unref);

  G_OBJECT_CLASS (clinic_progress_chooser_parent_class)->dispose (object);
}

static void
clinic_progress_chooser_class_init (ClinicProgressChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_progress_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-progress-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressChooser, metrics);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressChooser, zones);
  gtk_widget_class_bind_template_child (widget_class, ClinicProgressChooser, courses);
}

static void
clinic_progress_chooser_init (ClinicProgressChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->metrics, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zones, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->courses, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

void
clinic_progress_chooser_set_series (ClinicProgressChooser *self,
                                    GPtrArray             *series)
{
  g_autofree char *metric = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *course = NULL;
  ClinicProgressSeries *longest;

  g_return_if_fail (CLINIC_IS_PROGRESS_CHOOSER (self));

  g_clear_pointer (&self->series, g_ptr_array_unref);

  if (series == NULL)
    {
      gtk_drop_down_set_model (self->metrics, NULL);
      gtk_drop_down_set_model (self->zones, NULL);
      gtk_drop_down_set_model (self->courses, NULL);
      return;
    }

  metric = g_strdup (get_chosen (self->metrics));
  zone = g_strdup (get_chosen (self->zones));
  course = g_strdup (get_chosen (self->courses));
  longest = find_longest (series);
  self->series = g_ptr_array_ref (series);

  if (metric == NULL && longest != NULL)
    {
      metric = g_strdup (longest->metric);
      zone = g_strdup (name_zone (longest));
    }

  fill_metrics (self, metric);
  fill_zones (self, zone);
  fill_courses (self, course);
  g_signal_emit (self, signals[CHOSEN], 0);
}

ClinicProgressSeries *
clinic_progress_chooser_get_chosen (ClinicProgressChooser *self)
{
  g_return_val_if_fail (CLINIC_IS_PROGRESS_CHOOSER (self), NULL);

  for (guint i = 0; self->series != NULL && i < self->series->len; i++)
    {
      if (fits (self->series->pdata[i], get_chosen (self->metrics), get_chosen (self->zones),
                get_chosen (self->courses)))
        return self->series->pdata[i];
    }

  return NULL;
}

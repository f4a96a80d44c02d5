/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-column.h"
#include "clinic-agenda-heads.h"
#include "clinic-agenda-hours.h"
#include "clinic-agenda-layout.h"
#include "clinic-locale.h"

/* Pixels above and below. */
#define PADDING 6
/* What is left of a title that is pushed out of sight. */
#define LEAST_SEEN 40

typedef struct
{
  GtkWidget *widget;            /* child */
  guint      first;             /* of its columns */
  guint      n;
  gboolean   below;             /* in the second line: whose column of the day */
} Head;

struct _ClinicAgendaHeads
{
  GtkWidget parent_instance;

  GArray        *heads;         /* Head */
  guint          n_columns;
  int            least;         /* width of all columns */
  GtkAdjustment *across;
  guint          mover;         /* the tick that follows it */
};

G_DEFINE_FINAL_TYPE (ClinicAgendaHeads, clinic_agenda_heads, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char * text,
            const char * css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", 3,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_words (const char *title,
            const char *subtitle,
            gboolean    accent)
{
  GtkWidget *words = make_label (title, "heading");
  GtkWidget *box;

  if (accent)
    gtk_widget_add_css_class (words, "accent");

  if (subtitle == NULL)
    return words;

  box = g_object_new (GTK_TYPE_BOX,
                      "orientation", GTK_ORIENTATION_VERTICAL,
                      "valign", GTK_ALIGN_CENTER,
                      NULL);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make_label (subtitle, "caption"));

  return box;
}

static GtkWidget *
make_person (ClinicAgendaColumn *column)
{
  GtkWidget *words = make_words (column->title, column->subtitle, FALSE);

  gtk_widget_set_tooltip_text (words, column->title);

  return words;
}

static GtkWidget *
make_day (ClinicAgendaColumn *column,
          gboolean            several)
{
  g_autofree char *long_date = clinic_locale_long_date (column->date);
  const char *subtitle = several ? NULL : column->subtitle;
  GtkWidget *button;

  if (subtitle == NULL && column->today)
    subtitle = _("Today");

  button = g_object_new (GTK_TYPE_BUTTON,
                         "child", make_words (several ? column->day : column->title, subtitle,
                                              column->today),
                         "action-name", "agenda.show-day",
                         "tooltip-text", long_date,
                         NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", column->date);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, long_date,
                                  -1);

  return button;
}

static GtkWidget *
make_brief (ClinicAgendaColumn *column)
{
  GtkWidget *label = make_label (column->brief, "caption");
  g_autofree char *words = column->subtitle != NULL
                           ? g_strdup_printf ("%s\n%s", column->title, column->subtitle)
                           : g_strdup (column->title);

  gtk_widget_set_tooltip_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  column->title, -1);

  if (column->subtitle != NULL)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
add_head (ClinicAgendaHeads *self,
          GtkWidget         *widget,
          guint              first,
          guint              n,
          gboolean           below)
{
  Head head = { .widget = widget, .first = first, .n = n, .below = below };

  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_array_append_val (self->heads, head);
}

static int
measure_line (ClinicAgendaHeads *self,
              gboolean           below)
{
  int height = 0;

  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);
      int own;

      if (head->below != below)
        continue;

      gtk_widget_measure (head->widget, GTK_ORIENTATION_VERTICAL, -1, &own, NULL, NULL, NULL);
      height = MAX (height, own);
    }

  return height;
}

static void
clinic_agenda_heads_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  ClinicAgendaHeads *self = CLINIC_AGENDA_HEADS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = CLINIC_AGENDA_GUTTER;
  else
    *minimum = *natural = measure_line (self, FALSE) + measure_line (self, TRUE) + 2 * PADDING;
}

/* One that stands over several columns stays where it can be read. */
static void
keep_in_sight (GdkRectangle *area,
               int           from,
               int           to)
{
  int start = MAX (area->x, from);
  int end = MIN (area->x + area->width, to);

  if (end - start < LEAST_SEEN)
    return;

  area->x = start;
  area->width = end - start;
}

static void
allocate_head (ClinicAgendaHeads *self,
               Head              *head,
               int                width,
               int                height,
               int                line)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int all = MAX (self->least, width) - CLINIC_AGENDA_GUTTER;
  int by = self->across != NULL ? (int) gtk_adjustment_get_value (self->across) : 0;
  int start = clinic_agenda_layout_edge (all, self->n_columns, head->first);
  int end = clinic_agenda_layout_edge (all, self->n_columns, head->first + head->n);
  GdkRectangle area = {
    .x = (mirrored ? all - end : CLINIC_AGENDA_GUTTER + start) - by,
    .y = head->below ? PADDING + line : self->heads->len > self->n_columns ? PADDING : 0,
    .width = end - start,
  };
  int least;

  if (head->n > 1)
    keep_in_sight (&area, mirrored ? 0 : CLINIC_AGENDA_GUTTER,
                   mirrored ? width - CLINIC_AGENDA_GUTTER : width);

  area.height = self->heads->len == self->n_columns ? height
                                                    : head->below ? height - line - 2 * PADDING
                                                                  : line;
  gtk_widget_measure (head->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  area.width = MAX (area.width, least);
  gtk_widget_set_child_visible (head->widget, area.x < width && area.x + area.width > 0);

  if (gtk_widget_get_child_visible (head->widget))
    gtk_widget_size_allocate (head->widget, &area, -1);
}

static void
clinic_agenda_heads_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ClinicAgendaHeads *self = CLINIC_AGENDA_HEADS (widget);
  int line = measure_line (self, FALSE);

  for (guint i = 0; i < self->heads->len; i++)
    allocate_head (self, &g_array_index (self->heads, Head, i), width, height, line);
}

/* Beside the columns: nothing is seen there of what is scrolled away. */
static void
clinic_agenda_heads_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (mirrored ? 0 : CLINIC_AGENDA_GUTTER, 0,
                                                         width - CLINIC_AGENDA_GUTTER, height));
  GTK_WIDGET_CLASS (clinic_agenda_heads_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* The keyboard comes to one out of sight. */
static void
clinic_agenda_heads_set_focus_child (GtkWidget *widget,
                                     GtkWidget *child)
{
  ClinicAgendaHeads *self = CLINIC_AGENDA_HEADS (widget);
  int all = MAX (self->least, gtk_widget_get_width (widget)) - CLINIC_AGENDA_GUTTER;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  GTK_WIDGET_CLASS (clinic_agenda_heads_parent_class)->set_focus_child (widget, child);

  for (guint i = 0; child != NULL && self->across != NULL && i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);
      int start = clinic_agenda_layout_edge (all, self->n_columns, head->first);
      int end = clinic_agenda_layout_edge (all, self->n_columns, head->first + head->n);

      if (head->widget != child)
        continue;

      gtk_adjustment_clamp_page (self->across, mirrored ? all - end : start,
                                 (mirrored ? all - start : end) + CLINIC_AGENDA_GUTTER);
    }
}

static void
remove_heads (ClinicAgendaHeads *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    gtk_widget_unparent (g_array_index (self->heads, Head, i).widget);

  g_array_set_size (self->heads, 0);
}

static void
clinic_agenda_heads_dispose (GObject *object)
{
  ClinicAgendaHeads *self = CLINIC_AGENDA_HEADS (object);

  if (self->mover != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->mover);

  self->mover = 0;
  remove_heads (self);
  g_clear_object (&self->across);

  G_OBJECT_CLASS (clinic_agenda_heads_parent_class)->dispose (object);
}

static void
clinic_agenda_heads_finalize (GObject *object)
{
  g_array_unref (CLINIC_AGENDA_HEADS (object)->heads);

  G_OBJECT_CLASS (clinic_agenda_heads_parent_class)->finalize (object);
}

static void
clinic_agenda_heads_class_init (ClinicAgendaHeadsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_agenda_heads_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_agenda_heads_finalize;
  widget_class->measure = clinic_agenda_heads_measure;
  widget_class->size_allocate = clinic_agenda_heads_size_allocate;
  widget_class->snapshot = clinic_agenda_heads_snapshot;
  widget_class->set_focus_child = clinic_agenda_heads_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "agendaheads");
}

static void
clinic_agenda_heads_init (ClinicAgendaHeads *self)
{
  self->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CLINIC_AGENDA_HEADS (widget)->mover = 0;
  gtk_widget_queue_allocate (widget);

  return G_SOURCE_REMOVE;
}

/* Not at once: it may have moved because all is being laid out. */
static void
scrolled_cb (ClinicAgendaHeads *self)
{
  if (self->mover == 0)
    self->mover = gtk_widget_add_tick_callback (GTK_WIDGET (self), move_cb, NULL, NULL);
}

static void
follow (ClinicAgendaHeads *self,
        GtkAdjustment     *across)
{
  if (across == NULL || !g_set_object (&self->across, across))
    return;

  g_signal_connect_object (across, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/* How many columns from @first on are of the same day. */
static guint
count_of_day (GPtrArray *columns,
              guint      first)
{
  ClinicAgendaColumn *one = columns->pdata[first];
  guint n = 1;

  while (one->day != NULL && first + n < columns->len &&
         strcmp (((ClinicAgendaColumn *) columns->pdata[first + n])->date, one->date) == 0)
    n++;

  return n;
}

void
clinic_agenda_heads_show (ClinicAgendaHeads *self,
                          GPtrArray         *columns,
                          gboolean           days,
                          GtkAdjustment     *across)
{
  int least = 0;

  g_return_if_fail (CLINIC_IS_AGENDA_HEADS (self) && columns != NULL);

  remove_heads (self);
  follow (self, across);
  self->n_columns = columns->len;

  for (guint i = 0; i < columns->len;)
    {
      ClinicAgendaColumn *column = columns->pdata[i];
      guint n = count_of_day (columns, i);

      add_head (self, days ? make_day (column, column->day != NULL) : make_person (column), i, n,
                FALSE);

      for (guint k = i; column->day != NULL && k < i + n; k++)
        add_head (self, make_brief (columns->pdata[k]), k, 1, TRUE);

      for (guint k = i; k < i + n; k++)
        least = MAX (least, ((ClinicAgendaColumn *) columns->pdata[k])->least);

      i += n;
    }

  self->least = CLINIC_AGENDA_GUTTER + least * (int) columns->len;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

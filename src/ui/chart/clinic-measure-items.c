/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-answer-grid.h"
#include "clinic-answer-row.h"
#include "clinic-decimal.h"
#include "clinic-measure-items.h"

struct _ClinicMeasureItems
{
  AdwBin parent_instance;

  const ClinicMeasureKind *kind;
  GPtrArray               *rows;
  char                    *items;
};

typedef enum
{
  PROPERTY_ITEMS = 1,
  N_PROPERTIES
} Property;

typedef enum
{
  DONE,
  N_SIGNALS
} Signal;

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicMeasureItems, clinic_measure_items, ADW_TYPE_BIN)

/* Of a figure, either decimal mark will do: no figure here has thousands. */
static char *
dup_item (GtkWidget * row)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (CLINIC_IS_ANSWER_ROW (row))
    {
      int answer = clinic_answer_row_get_answer (CLINIC_ANSWER_ROW (row));

      return answer >= 0 ? g_strdup_printf ("%d", answer) : g_strdup ("-");
    }

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  gtk_widget_remove_css_class (row, "error");

  if (*text == '\0')
    return g_strdup ("-");

  if (clinic_decimal_parse (text, '.', &number) || clinic_decimal_parse (text, ',', &number))
    return clinic_decimal_format (number, '.');

  gtk_widget_add_css_class (row, "error");

  return g_strdup ("?");
}

/* Of wash and place there may be fewer; of what has its place in a row of answers, none. */
static gboolean
may_be_fewer (ClinicMeasureItems *self)
{
  return self->kind->answers == NULL && self->kind->n_items <= 3;
}

static void
changed_cb (ClinicMeasureItems *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_ptr_array_add (words, dup_item (self->rows->pdata[i]));

      if (!g_str_equal (words->pdata[i], "-"))
        n = i + 1;
    }

  if (n > 0 && !may_be_fewer (self))
    n = words->len;

  g_ptr_array_set_size (words, n);
  g_ptr_array_add (words, NULL);
  g_free (self->items);
  self->items = n > 0 ? g_strjoinv (" ", (char **) words->pdata) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ITEMS]);
}

/* To the next row; from the last, or where no more are said, it is done. */
static void
go_on (ClinicMeasureItems *self,
       GtkWidget          *row)
{
  gboolean empty = !CLINIC_IS_ANSWER_ROW (row) && *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0';
  guint item;

  g_ptr_array_find (self->rows, row, &item);

  if (empty && (item == 0 || !may_be_fewer (self)))
    gtk_widget_error_bell (row);
  else if (!empty && item + 1 < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[item + 1]);
  else if (!CLINIC_IS_ANSWER_ROW (row))
    g_signal_emit (self, signals[DONE], 0);
}

static void
done_cb (ClinicMeasureItems *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* Where one question has answers of its own, the last of them is said: it is what a person may wonder at. */
static GtkWidget *
make_choice (ClinicMeasureItems *self,
             guint               item)
{
  const ClinicMeasureKind *kind = self->kind;
  gboolean other = kind->other != NULL && item == kind->nth_other;
  const char *const *answers = other ? kind->other : kind->answers;
  GtkWidget *row = clinic_answer_row_new (_(kind->items[item]), answers);

  if (other)
    {
      guint last = g_strv_length ((char **) answers) - 1;
      g_autofree char *words = g_strdup_printf (C_("figure, what it means", "%u: %s"), last, _(answers[last]));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
    }

  g_signal_connect_object (row, "notify::answer", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "answered", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
make_row (ClinicMeasureItems *self,
          guint               item)
{
  GtkWidget *row;

  if (self->kind->answers != NULL)
    return make_choice (self, item);

  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(self->kind->items[item]));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);

  return row;
}

static void
clinic_measure_items_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROPERTY_ITEMS)
    g_value_set_string (value, CLINIC_MEASURE_ITEMS (object)->items);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_measure_items_finalize (GObject *object)
{
  ClinicMeasureItems *self = CLINIC_MEASURE_ITEMS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->items);
  G_OBJECT_CLASS (clinic_measure_items_parent_class)->finalize (object);
}

static void
clinic_measure_items_class_init (ClinicMeasureItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = clinic_measure_items_get_property;
  G_OBJECT_CLASS (klass)->finalize = clinic_measure_items_finalize;
  properties[PROPERTY_ITEMS] =
    g_param_spec_string ("items", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  signals[DONE] = g_signal_new ("done", CLINIC_TYPE_MEASURE_ITEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
}

static void
clinic_measure_items_init (ClinicMeasureItems *self)
{
  self->rows = g_ptr_array_new ();
  clinic_answer_grid_watch (GTK_WIDGET (self), FALSE);
}

void
clinic_measure_items_show (ClinicMeasureItems      *self,
                           const ClinicMeasureKind *kind)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_return_if_fail (CLINIC_IS_MEASURE_ITEMS (self) && kind != NULL);

  self->kind = kind;
  g_ptr_array_set_size (self->rows, 0);
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), kind->n_items > 0);

  for (guint i = 0; i < kind->n_items; i++)
    {
      GtkWidget *row = make_row (self, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
}

const char *
clinic_measure_items_get_values (ClinicMeasureItems *self,
                                 double              values[4])
{
  g_return_val_if_fail (CLINIC_IS_MEASURE_ITEMS (self), NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = i < self->rows->len ? dup_item (self->rows->pdata[i]) : NULL;
      gint64 number;

      values[i] = text != NULL && clinic_decimal_parse (text, '.', &number) ? number / 1000.0 : -1;
    }

  return self->items;
}

gboolean
clinic_measure_items_focus (ClinicMeasureItems *self,
                            guint               item)
{
  g_return_val_if_fail (CLINIC_IS_MEASURE_ITEMS (self), FALSE);

  return item < self->rows->len && gtk_widget_grab_focus (self->rows->pdata[item]);
}

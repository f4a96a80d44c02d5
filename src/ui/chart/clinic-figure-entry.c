/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-figure-entry.h"
#include "clinic-locale.h"
#include "clinic-record.h"

struct _ClinicFigureEntry
{
  GtkEntry parent_instance;

  gint64   value;
  gint64   minimum;
  gint64   maximum;
  gint64   step;
  gboolean decimal;
  gboolean shown;         /* the text is being set, not typed */
};

enum
{
  PROP_VALUE = 1,
  PROP_MINIMUM,
  PROP_MAXIMUM,
  PROP_STEP,
  PROP_DECIMAL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicFigureEntry, clinic_figure_entry, GTK_TYPE_ENTRY)

static void
mark (ClinicFigureEntry *self,
      gboolean           wrong)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *words = NULL;

  if (wrong)
    {
      least = self->decimal ? clinic_locale_decimal (self->minimum)
                            : clinic_locale_number (self->minimum);
      most = self->decimal ? clinic_locale_decimal (self->maximum)
                           : clinic_locale_number (self->maximum);
      words = g_strdup_printf (_("A number from %s to %s"), least, most);
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
    }

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* Shows the value as it is written; throws away what was typed. */
static void
show_value (ClinicFigureEntry *self)
{
  g_autofree char *text = NULL;

  if (self->value == CLINIC_UNKNOWN)
    text = g_strdup ("");
  else
    text = self->decimal ? clinic_locale_decimal (self->value) : clinic_locale_number (self->value);

  self->shown = TRUE;

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);

  self->shown = FALSE;
  mark (self, FALSE);
}

static gboolean
read_value (ClinicFigureEntry *self,
            gint64            *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (!clinic_locale_parse_decimal (text, value))
    return FALSE;

  if (!self->decimal && *value % 1000 != 0)
    return FALSE;

  if (!self->decimal)
    *value /= 1000;

  return *value >= self->minimum && *value <= self->maximum;
}

static void
set_value (ClinicFigureEntry *self,
           gint64             value)
{
  if (value == self->value)
    return;

  self->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
text_changed_cb (ClinicFigureEntry *self)
{
  gint64 value;

  if (self->shown)
    return;

  if (!read_value (self, &value))
    {
      mark (self, TRUE);
      return;
    }

  mark (self, FALSE);
  set_value (self, value);
}

/* A value that can be read is tidied when the entry is left; one that cannot stays to be seen. */
static void
focus_left_cb (ClinicFigureEntry *self)
{
  gint64 value;

  if (read_value (self, &value))
    show_value (self);
}

static gboolean
key_pressed_cb (ClinicFigureEntry *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  gint64 step = self->step;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      (key != GDK_KEY_Up && key != GDK_KEY_Down) ||
      !gtk_editable_get_editable (GTK_EDITABLE (self)))
    return GDK_EVENT_PROPAGATE;

  if (self->value != CLINIC_UNKNOWN)
    {
      set_value (self, CLAMP (self->value + (key == GDK_KEY_Up ? step : -step), self->minimum, self->maximum));
      show_value (self);
      gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
    }

  return GDK_EVENT_STOP;
}

static void
clinic_figure_entry_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *spec)
{
  ClinicFigureEntry *self = CLINIC_FIGURE_ENTRY (object);

  switch (id)
    {
    case PROP_VALUE:
      g_value_set_int64 (value, self->value);
      break;

    case PROP_MINIMUM:
      g_value_set_int64 (value, self->minimum);
      break;

    case PROP_MAXIMUM:
      g_value_set_int64 (value, self->maximum);
      break;

    case PROP_STEP:
      g_value_set_int64 (value, self->step);
      break;

    case PROP_DECIMAL:
      g_value_set_boolean (value, self->decimal);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
clinic_figure_entry_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *spec)
{
  ClinicFigureEntry *self = CLINIC_FIGURE_ENTRY (object);
  gint64 typed;

  switch (id)
    {
    case PROP_VALUE:
      /* What is being typed says the same already: leave the cursor alone. */
      if (g_value_get_int64 (value) == self->value &&
          read_value (self, &typed) && typed == self->value)
        break;

      set_value (self, g_value_get_int64 (value));
      show_value (self);
      break;

    case PROP_MINIMUM:
      self->minimum = g_value_get_int64 (value);
      break;

    case PROP_MAXIMUM:
      self->maximum = g_value_get_int64 (value);
      break;

    case PROP_STEP:
      self->step = g_value_get_int64 (value);
      break;

    case PROP_DECIMAL:
      self->decimal = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
clinic_figure_entry_class_init (ClinicFigureEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_figure_entry_get_property;
  object_class->set_property = clinic_figure_entry_set_property;

  properties[PROP_VALUE] = g_param_spec_int64 ("value", NULL, NULL, G_MININT64, G_MAXINT64,
                                               CLINIC_UNKNOWN, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MINIMUM] = g_param_spec_int64 ("minimum", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                 flags);
  properties[PROP_MAXIMUM] = g_param_spec_int64 ("maximum", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                 flags);
  properties[PROP_STEP] = g_param_spec_int64 ("step", NULL, NULL, 1, G_MAXINT64, 1, flags);
  properties[PROP_DECIMAL] = g_param_spec_boolean ("decimal", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

/* What cannot be typed into does not look as if it could. */
static void
editable_changed_cb (ClinicFigureEntry *self)
{
  if (gtk_editable_get_editable (GTK_EDITABLE (self)))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "read-only");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "read-only");
}

static void
clinic_figure_entry_init (ClinicFigureEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = CLINIC_UNKNOWN;
  self->step = 1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_editable_set_alignment (GTK_EDITABLE (self), 1);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect (self, "notify::editable", G_CALLBACK (editable_changed_cb), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

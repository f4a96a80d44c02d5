/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-clock.h"
#include "clinic-gs1.h"
#include "clinic-wedge.h"

#define GAP      35     /* ms between keys: scanners need 2 to 20, people 60 and more */
#define SHORTEST 6
#define LONGEST  400
#define SURE     4      /* characters after which it can hardly be a person… */
#define MANY     9      /* …and digits: zones of the scalp are filled by single ones */

struct _ClinicWedge
{
  GObject parent_instance;

  GtkWidget          *widget;
  GtkWidget          *root;         /* listened to; NULL: nowhere */
  GtkEventController *keys;
  GString            *typed;
  guint32             last;         /* time of the last key, ms */
  gboolean            swallowed;

  GtkEditable        *entry;        /* that had the focus at the first key */
  char               *text;         /* what stood in it */
};

enum
{
  BEGAN,
  SCANNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicWedge, clinic_wedge, G_TYPE_OBJECT)

static void
forget (ClinicWedge * self)
{
  g_string_truncate (self->typed, 0);
  self->swallowed = FALSE;
  g_clear_weak_pointer (&self->entry);
  g_clear_pointer (&self->text, g_free);
}

/* The entry as it is before the first key reaches it. */
static void
begin (ClinicWedge *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));

  forget (self);

  if (focus != NULL && GTK_IS_EDITABLE (focus))
    {
      g_set_weak_pointer (&self->entry, GTK_EDITABLE (focus));
      self->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
    }

  g_signal_emit (self, signals[BEGAN], 0);
}

/* The character that a key is to a scanner; 0: none. A separator comes as Ctrl+]. */
static char
read_key (guint           keyval,
          GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (character == (guchar) CLINIC_GS1_SEPARATOR ||
      (keyval == GDK_KEY_bracketright && (state & GDK_CONTROL_MASK) != 0))
    return CLINIC_GS1_SEPARATOR;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return 0;

  return character >= 0x20 && character < 0x7f ? (char) character : 0;
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) || keyval == GDK_KEY_ISO_Level3_Shift;
}

/* As a code of a package begins, and nothing that a person does with single keys. */
static gboolean
begins_like_a_code (const char *text)
{
  static const char *const identifiers[] = { "01", "10", "11", "17", "21" };
  gsize length = strlen (text);
  gsize digits = strspn (text, "0123456789");

  if (*text == ']' || *text == '(')
    return length >= SURE;

  for (guint i = 0; i < G_N_ELEMENTS (identifiers); i++)
    {
      if (g_str_has_prefix (text, identifiers[i]))
        return digits >= MANY || (length >= SHORTEST && digits < length);
    }

  return digits >= MANY;
}

static guint
get_year (void)
{
  g_autofree char *today = clinic_clock_today (NULL);

  return (guint) g_ascii_strtoull (today, NULL, 10);
}

static gboolean
is_code (const char *text)
{
  g_autoptr(GPtrArray) readings = strlen (text) >= SHORTEST ? clinic_gs1_read (text, get_year (), NULL) : NULL;

  return readings != NULL;
}

static gboolean
finish (ClinicWedge *self)
{
  g_autofree char *text = g_strdup (self->typed->str);

  if (!self->swallowed && !is_code (text))
    {
      forget (self);
      return GDK_EVENT_PROPAGATE;
    }

  if (self->entry != NULL && self->text != NULL)
    gtk_editable_set_text (self->entry, self->text);

  forget (self);
  g_signal_emit (self, signals[SCANNED], 0, text);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (ClinicWedge     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  guint32 now = gtk_event_controller_get_current_event_time (self->keys);
  gboolean fast = self->typed->len > 0 && now - self->last <= GAP;
  char character = read_key (keyval, state);

  if (is_modifier (keyval))
    return GDK_EVENT_PROPAGATE;

  if (fast && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    return finish (self);

  if (!fast || self->typed->len > LONGEST)
    begin (self);

  self->last = now;

  if (character == 0)
    {
      forget (self);
      return GDK_EVENT_PROPAGATE;
    }

  g_string_append_c (self->typed, character);
  self->swallowed = self->swallowed || (self->entry == NULL &&
                                        begins_like_a_code (self->typed->str));

  return self->swallowed || character == CLINIC_GS1_SEPARATOR ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
stop (ClinicWedge *self)
{
  if (self->root != NULL)
    gtk_widget_remove_controller (self->root, self->keys);

  self->keys = NULL;
  g_clear_weak_pointer (&self->root);
  forget (self);
}

static void
start (ClinicWedge *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  if (self->root != NULL || root == NULL)
    return;

  g_set_weak_pointer (&self->root, GTK_WIDGET (root));
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->root, self->keys);
}

static void
clinic_wedge_dispose (GObject *object)
{
  ClinicWedge *self = CLINIC_WEDGE (object);

  stop (self);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (clinic_wedge_parent_class)->dispose (object);
}

static void
clinic_wedge_finalize (GObject *object)
{
  g_string_free (CLINIC_WEDGE (object)->typed, TRUE);

  G_OBJECT_CLASS (clinic_wedge_parent_class)->finalize (object);
}

static void
clinic_wedge_class_init (ClinicWedgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clinic_wedge_dispose;
  object_class->finalize = clinic_wedge_finalize;

  signals[BEGAN] = g_signal_new ("began", CLINIC_TYPE_WEDGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SCANNED] = g_signal_new ("scanned", CLINIC_TYPE_WEDGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
}

static void
clinic_wedge_init (ClinicWedge *self)
{
  self->typed = g_string_new (NULL);
}

ClinicWedge *
clinic_wedge_new (GtkWidget *widget)
{
  ClinicWedge *self = g_object_new (CLINIC_TYPE_WEDGE, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (widget), self);

  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (widget, "map", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (stop), self, G_CONNECT_SWAPPED);

  if (gtk_widget_get_mapped (widget))
    start (self);

  return self;
}

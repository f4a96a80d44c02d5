/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-burst.h"
#include "clinic-clock.h"
#include "clinic-gs1.h"
#include "clinic-wedge-keys.h"
#include "clinic-wedge.h"

/* A window is drawn and what waits in the queue of the display is heard before silence counts. */
#define SILENCE_PRIORITY G_PRIORITY_LOW

#define ARTICLE 16      /* characters: its identifier and number */

struct _ClinicWedge
{
  GObject parent_instance;

  GtkWidget          *widget;
  GtkWidget          *root;         /* listened to; NULL: nowhere */
  GtkEventController *keys;
  ClinicBurst        *burst;
  GString            *number;       /* Alt and the digits of a character… */
  guint32             dialled;      /* …the last of them when */
  guint               silence;      /* source that ends it */
  guint               pressed;      /* hardware code of the key that is down; 0: none */
  guint32             ended;        /* when a code was ended by a key, ms; 0: none was */

  GtkWidget          *entry;        /* that had the focus at the first key */
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
  g_clear_handle_id (&self->silence, g_source_remove);
  clinic_burst_clear (self->burst);
  g_string_truncate (self->number, 0);
  g_clear_weak_pointer (&self->entry);
  g_clear_pointer (&self->text, g_free);
}

static char *
dup_text (GtkWidget *entry)
{
  char *text = NULL;

  if (GTK_IS_EDITABLE (entry))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "text", &text, NULL);

  return text;
}

static void
set_text (GtkWidget  *entry,
          const char *text)
{
  if (GTK_IS_EDITABLE (entry))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), text, -1);
}

/* The entry as it is before the first key reaches it. */
static void
begin (ClinicWedge *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));

  forget (self);

  if (focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)))
    {
      g_set_weak_pointer (&self->entry, focus);
      self->text = dup_text (focus);
    }

  g_signal_emit (self, signals[BEGAN], 0);
}

static guint
get_year (void)
{
  g_autofree char *today = clinic_clock_today (NULL);

  return (guint) g_ascii_strtoull (today, NULL, 10);
}

/* What a program that writes for a person types into an entry stays there, unless it is a code: one holds
 * no blanks. A scanner that stutters is known by an article whose digits fit together. */
static gboolean
is_for_us (ClinicWedge *self,
           gboolean     machine)
{
  const char *text = clinic_burst_get_text (self->burst);

  if (!machine && strlen (text) < ARTICLE)
    return FALSE;

  if (machine && self->entry == NULL)
    return TRUE;

  return strchr (text, ' ') == NULL && clinic_burst_is_code (self->burst, get_year ());
}

/* @machine: nobody else types like that. What does not read as a code is handed on too: whoever listens
 * says so, and takes back what its keys have done. */
static gboolean
finish (ClinicWedge *self,
        gboolean     machine)
{
  g_autofree char *text = g_strdup (clinic_burst_get_text (self->burst));

  if (!is_for_us (self, machine))
    {
      forget (self);
      return FALSE;
    }

  if (self->entry != NULL && self->text != NULL)
    set_text (self->entry, self->text);

  forget (self);
  g_signal_emit (self, signals[SCANNED], 0, text);

  return TRUE;
}

/* "Alt+029": on a keyboard that counts characters, it is the 29th. Anything else that comes so, and is no
 * character, separates. */
static void
take_number (ClinicWedge *self)
{
  guint64 number = g_ascii_strtoull (self->number->str, NULL, 10);

  if (self->number->len == 0)
    return;

  clinic_burst_add (self->burst, number > 0x20 && number < 0x7f ? (char) number : CLINIC_GS1_SEPARATOR,
                    self->dialled);
  g_string_truncate (self->number, 0);
}

static gboolean
silent_cb (gpointer data)
{
  g_autoptr(ClinicWedge) self = g_object_ref (data);

  self->silence = 0;
  take_number (self);
  finish (self, clinic_burst_is_machine (self->burst));

  return G_SOURCE_REMOVE;
}

static void
await_silence (ClinicWedge *self)
{
  g_clear_handle_id (&self->silence, g_source_remove);
  self->silence = g_timeout_add_full (SILENCE_PRIORITY, CLINIC_BURST_PAUSE, silent_cb, self, NULL);
}

static gboolean
end (ClinicWedge *self,
     guint32      now)
{
  gboolean follows = self->ended != 0 && now - self->ended <= CLINIC_BURST_PAUSE;

  self->ended = 0;
  take_number (self);

  /* Return was that of a code, and this is its line feed. */
  if (follows)
    return GDK_EVENT_STOP;

  if (!clinic_burst_goes_on (self->burst, now))
    {
      finish (self, clinic_burst_is_machine (self->burst));
      return GDK_EVENT_PROPAGATE;
    }

  if (!finish (self, clinic_burst_is_ended (self->burst, now)))
    return GDK_EVENT_PROPAGATE;

  self->ended = now;

  return GDK_EVENT_STOP;
}

/* A key that writes nothing: a command when a person gives it, a separator in the midst of a code. */
static gboolean
take_chord (ClinicWedge     *self,
            guint            keyval,
            GdkModifierType  state,
            guint32          now)
{
  gboolean ours = clinic_burst_separates (self->burst, now) &&
                  (self->entry == NULL || clinic_burst_begins_a_code (self->burst));
  char digit = clinic_wedge_keys_digit (keyval, state);

  if (!clinic_burst_goes_on (self->burst, now) || clinic_wedge_keys_edit (keyval, state, self->entry != NULL))
    {
      finish (self, clinic_burst_is_machine (self->burst));
      return GDK_EVENT_PROPAGATE;
    }

  if (digit != 0)
    {
      g_string_append_c (self->number, digit);
      self->dialled = now;
      clinic_burst_touch (self->burst, now);
    }
  else
    {
      take_number (self);
      clinic_burst_add (self->burst, CLINIC_GS1_SEPARATOR, now);
    }

  await_silence (self);

  return ours ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
take_character (ClinicWedge *self,
                char         character,
                guint32      now)
{
  gboolean machine;

  take_number (self);

  if (!clinic_burst_goes_on (self->burst, now))
    {
      finish (self, clinic_burst_is_machine (self->burst));
      begin (self);
    }

  clinic_burst_add (self->burst, character, now);
  machine = self->entry == NULL && clinic_burst_is_machine (self->burst);
  await_silence (self);

  return machine || character == CLINIC_GS1_SEPARATOR ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
take_modifier (ClinicWedge *self,
               guint        keyval,
               guint32      now)
{
  if (!clinic_burst_goes_on (self->burst, now))
    return;

  if (keyval == GDK_KEY_Alt_L || keyval == GDK_KEY_Alt_R)
    take_number (self);

  clinic_burst_touch (self->burst, now);
}

static gboolean
key_pressed_cb (ClinicWedge     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  guint32 now = gtk_event_controller_get_current_event_time (self->keys);
  gboolean held = keycode == self->pressed;
  char character = clinic_wedge_keys_read (keyval, state);

  self->pressed = keycode;

  if (clinic_wedge_keys_modify (keyval))
    {
      take_modifier (self, keyval, now);
      return GDK_EVENT_PROPAGATE;
    }

  if (held)
    {
      forget (self);
      return GDK_EVENT_PROPAGATE;
    }

  if (clinic_wedge_keys_end (keyval, state))
    return end (self, now);

  self->ended = 0;

  return character != 0 ? take_character (self, character, now) : take_chord (self, keyval, state, now);
}

static void
key_released_cb (ClinicWedge *self,
                 guint        keyval,
                 guint        keycode)
{
  if (keycode == self->pressed)
    self->pressed = 0;
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
  g_signal_connect_object (self->keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
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
  clinic_burst_free (CLINIC_WEDGE (object)->burst);
  g_string_free (CLINIC_WEDGE (object)->number, TRUE);

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
  self->burst = clinic_burst_new ();
  self->number = g_string_new (NULL);
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

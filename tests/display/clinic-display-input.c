/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-display-private.h"

/* How long an event may take to arrive; it does within a few, except where it closes the window
 * that would have told us, and where the machine is busy. */
#define EFFECT_MS 400
#define BUSY_MS   2000

/* A busy machine is late by more than a code's own pauses differ. */
#define LATE_MS 12

static guint n_events;          /* releases that reached a window */
static GtkWindow *aimed_at;     /* weak: that keys went to */
static guint32 key_down;        /* when the last key was, ms of the server */
static guint32 longest;         /* between two of them, since a scan began */

static Display *
get_display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

static Window
get_surface (GtkWidget *widget)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (gtk_widget_get_native (widget)));
}

/* What a popover hears its window may have heard before. */
static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          gpointer                  user_data)
{
  static GdkEvent *last;
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS)
    {
      if (key_down != 0)
        longest = MAX (longest, gdk_event_get_time (event) - key_down);

      key_down = gdk_event_get_time (event);
    }

  if ((type == GDK_KEY_RELEASE || type == GDK_BUTTON_RELEASE) && event != last)
    {
      n_events++;
      g_clear_pointer (&last, gdk_event_unref);
      last = gdk_event_ref (event);
    }

  return GDK_EVENT_PROPAGATE;
}

/* Counts what arrives at a window or popover, once for each. */
static void
listen_to (GtkWidget *widget)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (widget), "clinic-display-heard") != NULL)
    return;

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), NULL);
  gtk_widget_add_controller (widget, controller);
  g_object_set_data (G_OBJECT (widget), "clinic-display-heard", controller);
}

static gboolean
has_arrived (gpointer data)
{
  return n_events >= *(guint *) data;
}

/* It was seen, or the window that would have seen it is no longer the one on top. */
static gboolean
has_arrived_or_gone (gpointer data)
{
  return has_arrived (data) || clinic_display_find_top () != aimed_at;
}

static void
await_events (guint expected)
{
  if (!clinic_display_try (has_arrived, &expected, EFFECT_MS))
    clinic_display_try (has_arrived_or_gone, &expected, BUSY_MS);

  clinic_display_drain (200);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static gboolean
focus_is_mapped (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  return focus == NULL || gtk_widget_get_mapped (focus);
}

GtkWindow *
clinic_display_focus (void)
{
  GtkWindow *top = clinic_display_find_top ();

  g_assert_nonnull (top);

  /* No window manager is there to do it. */
  if (!gtk_window_is_active (top))
    {
      XRaiseWindow (get_display (), get_surface (GTK_WIDGET (top)));
      XSetInputFocus (get_display (), get_surface (GTK_WIDGET (top)), RevertToParent, CurrentTime);
      XSync (get_display (), False);
      clinic_display_wait (is_active, top);
    }

  clinic_display_try (focus_is_mapped, top, 1000);
  listen_to (GTK_WIDGET (top));
  g_set_weak_pointer (&aimed_at, top);

  if (gtk_window_get_focus (top) != NULL)
    listen_to (GTK_WIDGET (gtk_widget_get_native (gtk_window_get_focus (top))));

  return top;
}

static void
tap (KeySym   symbol,
     guint    n_modifiers,
     KeyCode *modifiers)
{
  Display *display = get_display ();
  KeyCode code = XKeysymToKeycode (display, symbol);
  gboolean upper = code != 0 && XkbKeycodeToKeysym (display, code, 0, 0) != symbol &&
                   XkbKeycodeToKeysym (display, code, 0, 1) == symbol;
  KeyCode shift = XKeysymToKeycode (display, XK_Shift_L);
  guint expected = n_events + 1 + n_modifiers + upper;

  if (code == 0)
    g_error ("The keyboard has no key for %s", XKeysymToString (symbol));

  for (guint i = 0; i < n_modifiers; i++)
    XTestFakeKeyEvent (display, modifiers[i], True, CurrentTime);

  if (upper)
    XTestFakeKeyEvent (display, shift, True, CurrentTime);

  XTestFakeKeyEvent (display, code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, False, CurrentTime);

  if (upper)
    XTestFakeKeyEvent (display, shift, False, CurrentTime);

  for (guint i = n_modifiers; i > 0; i--)
    XTestFakeKeyEvent (display, modifiers[i - 1], False, CurrentTime);

  XSync (display, False);
  await_events (expected);
}

/* "ctrl+shift+k": the last is the key. */
static void
press_chord (const char *chord)
{
  g_auto(GStrv) parts = g_strsplit (chord, "+", -1);
  guint n = g_strv_length (parts);
  KeyCode modifiers[4];
  KeySym symbol;

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (modifiers));
  clinic_display_focus ();

  for (guint i = 0; i + 1 < n; i++)
    {
      const char *name = g_ascii_strcasecmp (parts[i], "ctrl") == 0 ? "Control_L" :
                         g_ascii_strcasecmp (parts[i], "shift") == 0 ? "Shift_L" :
                         g_ascii_strcasecmp (parts[i], "alt") == 0 ? "Alt_L" : NULL;

      if (name == NULL)
        g_error ("“%s” is no modifier", parts[i]);

      modifiers[i] = XKeysymToKeycode (get_display (), XStringToKeysym (name));
    }

  symbol = XStringToKeysym (parts[n - 1]);

  if (symbol == NoSymbol)
    g_error ("“%s” is no key", parts[n - 1]);

  tap (symbol, n - 1, modifiers);
}

void
clinic_display_press (const char *keys)
{
  g_auto(GStrv) chords = g_strsplit (keys, " ", -1);

  for (guint i = 0; chords[i] != NULL; i++)
    if (*chords[i] != '\0')
      {
        /* As fast as a person, who is no scanner. */
        if (i > 0)
          XTestFakeRelativeMotionEvent (get_display (), 0, 0, 110);

        press_chord (chords[i]);
      }

  clinic_display_settle (clinic_display_get_desk ());
}

/* Sent without waiting; whether it needed Shift, which is an event too. */
static gboolean
send_key (KeySym symbol)
{
  Display *display = get_display ();
  KeyCode code = XKeysymToKeycode (display, symbol);
  KeyCode shift = XKeysymToKeycode (display, XK_Shift_L);
  gboolean upper = XkbKeycodeToKeysym (display, code, 0, 0) != symbol &&
                   XkbKeycodeToKeysym (display, code, 0, 1) == symbol;

  g_assert_cmpint (code, !=, 0);

  if (upper)
    XTestFakeKeyEvent (display, shift, True, CurrentTime);

  XTestFakeKeyEvent (display, code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, False, CurrentTime);

  if (upper)
    XTestFakeKeyEvent (display, shift, False, CurrentTime);

  return upper;
}

/* A key of a name, or of the hardware code "#35" whatever the layout makes of it. */
static KeyCode
find_code (const char *name)
{
  KeyCode code = *name == '#' ? (KeyCode) atoi (name + 1)
                 : XKeysymToKeycode (get_display (), XStringToKeysym (name));

  if (code == 0)
    g_error ("The keyboard has no key for “%s”", name);

  return code;
}

/* "Control_L+#35", without waiting; the number of events that tell of it. */
static guint
send_chord (const char *chord)
{
  g_auto(GStrv) parts = g_strsplit (chord, "+", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    XTestFakeKeyEvent (get_display (), find_code (parts[i]), True, CurrentTime);

  for (guint i = n; i > 0; i--)
    XTestFakeKeyEvent (get_display (), find_code (parts[i - 1]), False, CurrentTime);

  return n;
}

/* Several chords with blanks between them. */
static guint
send_chords (const char *chords)
{
  g_auto(GStrv) each = g_strsplit (chords, " ", -1);
  guint n = 0;

  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0')
      n += send_chord (each[i]);

  return n;
}

/* The server itself waits, between one key and the next. */
static void
pause_keys (guint ms)
{
  XTestFakeMotionEvent (get_display (), -1, 0, 0, ms);
}

gboolean
clinic_display_scan_as (const char                 *code,
                        const ClinicDisplayScanner *scanner)
{
  guint expected;

  clinic_display_focus ();
  expected = n_events;
  key_down = 0;
  longest = 0;

  /* The hand that pressed a key takes the scanner first. */
  pause_keys (200);

  for (guint i = 0; code[i] != '\0'; i++)
    {
      if (scanner->each_ms > 0 && i > 0)
        pause_keys (scanner->each_ms);

      if (scanner->pause_ms > 0 && i == scanner->pause_at)
        pause_keys (scanner->pause_ms);

      if (code[i] == '\x1d')
        expected += send_chords (scanner->separator);
      else
        expected += 1 + send_key ((KeySym) (guchar) code[i]);
    }

  expected += send_chords (scanner->suffix);
  XSync (get_display (), False);
  await_events (expected);
  clinic_display_settle (clinic_display_get_desk ());

  return longest <= scanner->each_ms + scanner->pause_ms + LATE_MS;
}

void
clinic_display_scan (const char *code)
{
  const ClinicDisplayScanner scanner = { .separator = "Control_L+bracketright", .suffix = "Return" };

  clinic_display_scan_as (code, &scanner);
}

void
clinic_display_hold (const char *key,
                     guint       ms)
{
  KeyCode code = find_code (key);
  guint expected;

  clinic_display_focus ();
  expected = n_events + 1;
  XkbSetAutoRepeatRate (get_display (), XkbUseCoreKbd, 100, 20);
  XTestFakeKeyEvent (get_display (), code, True, CurrentTime);
  XTestFakeKeyEvent (get_display (), code, False, ms);
  XSync (get_display (), False);
  await_events (expected);
  clinic_display_settle (clinic_display_get_desk ());
}

void
clinic_display_type (const char *text)
{
  for (const char *letter = text; *letter != '\0'; letter++)
    {
      g_assert_true (g_ascii_isprint (*letter));
      clinic_display_focus ();
      tap ((KeySym) (guchar) * letter, 0, NULL);
    }

  clinic_display_settle (clinic_display_get_desk ());
}

/* Where a point of a widget is in its surface. */
static void
find_point (GtkWidget *widget,
            double     x,
            double     y,
            int       *at_x,
            int       *at_y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t point;
  double offset_x;
  double offset_y;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  *at_x = (int) (point.x + offset_x + 0.5);
  *at_y = (int) (point.y + offset_y + 0.5);
}

static void
move_pointer (GtkWidget *widget,
              double     x,
              double     y)
{
  Display *display = get_display ();
  int at_x;
  int at_y;
  int root_x;
  int root_y;
  Window child;

  find_point (widget, x, y, &at_x, &at_y);
  XTranslateCoordinates (display, get_surface (widget), DefaultRootWindow (display), at_x, at_y,
                         &root_x, &root_y, &child);
  XTestFakeMotionEvent (display, -1, root_x, root_y, CurrentTime);
  XSync (display, False);
  clinic_display_drain (50);
}

static void
set_button (gboolean pressed)
{
  XTestFakeButtonEvent (get_display (), 1, pressed, CurrentTime);
  XSync (get_display (), False);
}

static void
scroll_one (GtkAdjustment *adjustment,
            double         start,
            double         size)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (adjustment == NULL || (start >= 0 && start + size <= page))
    return;

  gtk_adjustment_set_value (adjustment, value + start - MAX (0, (page - size) / 2));
}

/* Into the visible part of each scrolled window around it. */
static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *around = gtk_widget_get_parent (widget);

  for (; around != NULL; around = gtk_widget_get_parent (around))
    {
      graphene_rect_t bounds;

      if (!GTK_IS_SCROLLED_WINDOW (around) ||
          !gtk_widget_compute_bounds (widget, around, &bounds))
        continue;

      scroll_one (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (around)),
                  bounds.origin.y, bounds.size.height);
      scroll_one (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (around)),
                  bounds.origin.x, bounds.size.width);
    }

  clinic_display_draw (widget);
}

static void
ready_pointer (GtkWidget *widget)
{
  g_assert_true (gtk_widget_get_mapped (widget));
  clinic_display_focus ();
  scroll_to (widget);
  listen_to (GTK_WIDGET (gtk_widget_get_native (widget)));
}

/* @widget may be gone after it. */
static void
click (GtkWidget *widget,
       double     x,
       double     y,
       guint      times)
{
  guint expected = n_events + times;

  ready_pointer (widget);
  expected = n_events + times;
  move_pointer (widget, x, y);

  for (guint i = 0; i < times; i++)
    {
      set_button (TRUE);
      set_button (FALSE);
    }

  await_events (expected);
  clinic_display_settle (clinic_display_get_desk ());
}

void
clinic_display_click (GtkWidget *widget)
{
  click (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0, 1);
}

void
clinic_display_double_click (GtkWidget *widget)
{
  click (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0, 2);
}

void
clinic_display_click_at (GtkWidget *widget,
                         double     x,
                         double     y)
{
  click (widget, x, y, 1);
}

void
clinic_display_hold_shift (gboolean down)
{
  Display *display = get_display ();

  XTestFakeKeyEvent (display, XKeysymToKeycode (display, XK_Shift_L), down, CurrentTime);
  XSync (display, False);
  clinic_display_drain (100);
}

void
clinic_display_drag_to (GtkWidget *widget,
                        double     from_x,
                        double     from_y,
                        double     to_x,
                        double     to_y)
{
  const guint steps = 8;

  ready_pointer (widget);
  move_pointer (widget, from_x, from_y);
  set_button (TRUE);
  clinic_display_drain (100);

  for (guint i = 1; i <= steps; i++)
    {
      move_pointer (widget, from_x + (to_x - from_x) * i / steps,
                    from_y + (to_y - from_y) * i / steps);
      clinic_display_draw (widget);
    }
}

void
clinic_display_drop (void)
{
  guint expected = n_events + 1;

  set_button (FALSE);
  await_events (expected);
  clinic_display_settle (clinic_display_get_desk ());
}

void
clinic_display_drag (GtkWidget *widget,
                     double     from_x,
                     double     from_y,
                     double     to_x,
                     double     to_y)
{
  clinic_display_drag_to (widget, from_x, from_y, to_x, to_y);
  clinic_display_drop ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

typedef void (* ClinicDisplayFunc)     (ClinicDesk   *desk);
typedef void (* ClinicDisplayDataFunc) (ClinicDesk   *desk,
                                        gconstpointer data);

/* In place of g_test_init (): the display, the windows' resources, fatal warnings, no animations,
 * the clock fixed at 2026-11-21T09:30:00Z (10:30 in the clinic, a Saturday, open from 9 to 13),
 * folders of its own. Skips all (exit 77) without a display. */
void        clinic_display_init      (int                *argc,
                                      char             ***argv);
/* A test with a desk open on a demonstration clinic of its own (made once in the process: 60
 * patients, the same each time; then copied), as its first staff member of @role. */
void        clinic_display_add       (const char         *path,
                                      const char         *role,
                                      ClinicDisplayFunc   func);
/* The same with @data, which must outlive the tests. */
void        clinic_display_add_data  (const char           *path,
                                      const char           *role,
                                      gconstpointer         data,
                                      ClinicDisplayDataFunc func);
/* The same on a clinic just created, with an owner and the shipped formulary and nothing else. */
void        clinic_display_add_empty (const char         *path,
                                      ClinicDisplayFunc   func);

/* Puts @child into a window of 1060×760 (or, when it is a window itself, presents that) and waits
 * until it is laid out and its first load is done. The window is destroyed at the end of the test,
 * which fails when it is not finalized then. The window has toasts, and the actions of
 * ClinicWindow, which do nothing but be remembered: clinic_display_last_action (). */
GtkWindow  *clinic_display_show      (GtkWidget          *child);
/* The last action given to the window around the child and its parameter, as text:
 * "win.open-patient 17", "win.book (17, '')", "win.undo"; NULL when there was none since the last
 * time this was asked. Caller frees. */
char       *clinic_display_last_action (void);
/* Until all workers are idle, all callbacks have run and the frame is drawn. What waits for a
 * timer (the pause before a search) is waited for with clinic_display_wait (). */
void        clinic_display_settle    (ClinicDesk         *desk);
/* Until @condition is TRUE; fails after ten seconds. */
typedef gboolean (* ClinicDisplayCondition) (gpointer data);
void        clinic_display_wait      (ClinicDisplayCondition  condition,
                                      gpointer                data);
/* Real keys to the focused window: "Tab", "Return", "ctrl+k", "shift+Left", separated by spaces;
 * and real typing of ASCII text. Both wait until they have had their effect. */
void        clinic_display_press     (const char         *keys);
void        clinic_display_type      (const char         *text);
/* How a scanner types: chords are keys joined with "+", a key is its X name or its hardware code "#35". */
typedef struct
{
  const char *separator;    /* chords with blanks between them, for each \x1d */
  const char *suffix;       /* the same, after the code; "": nothing */
  guint       each_ms;      /* between two keys; 0: at once */
  guint       pause_at;     /* before this character… */
  guint       pause_ms;     /* …it stops for so long */
} ClinicDisplayScanner;

/* Whether the machine was as fast as the scanner. */
gboolean    clinic_display_scan_as   (const char                 *code,
                                      const ClinicDisplayScanner *scanner);
/* As most do it: all keys at once, and Return. */
void        clinic_display_scan      (const char         *code);
/* A key that is held down; it repeats itself each 20 ms after the first 100. */
void        clinic_display_hold      (const char         *key,
                                      guint               ms);
/* A real click into the middle of @widget, which is scrolled to when it has to be; two of them; a
 * drag from one point to another, in @widget's coordinates. */
void        clinic_display_click     (GtkWidget          *widget);
void        clinic_display_double_click (GtkWidget       *widget);
void        clinic_display_click_at  (GtkWidget          *widget,
                                      double              x,
                                      double              y);
/* Shift goes down, or up, and stays so while the pointer is used. */
void        clinic_display_hold_shift (gboolean         down);
void        clinic_display_drag      (GtkWidget          *widget,
                                      double              from_x,
                                      double              from_y,
                                      double              to_x,
                                      double              to_y);
/* Its first half: the button stays down; and its second, where the pointer is then. */
void        clinic_display_drag_to   (GtkWidget          *widget,
                                      double              from_x,
                                      double              from_y,
                                      double              to_x,
                                      double              to_y);
void        clinic_display_drop      (void);
/* Changes the clinic's file past the program, which does not let its own connections do such things: as a damaged file
 * would be, or as what has no way there for a person. */
void        clinic_display_run_sql   (ClinicDesk         *desk,
                                      const char         *sql);
/* The descendant with this buildable id, accessible label, button label or row title, in that
 * order; NULL when there is none that is mapped. */
GtkWidget  *clinic_display_find      (GtkWidget          *root,
                                      const char         *name);
/* The n-th mapped descendant of @type, from 0. */
GtkWidget  *clinic_display_find_type (GtkWidget          *root,
                                      GType               type,
                                      guint               n);
/* The mapped descendant that shows this text; NULL when there is none. */
GtkWidget  *clinic_display_find_text (GtkWidget          *root,
                                      const char         *text);
/* The window of the application on top (a dialog that was opened), once it is laid out. */
GtkWindow  *clinic_display_top       (void);
/* Fails on each focusable descendant that has no accessible name, and on what Tab does not reach
 * (arrows, in lists and in widgets that see to the focus themselves). */
void        clinic_display_check     (GtkWidget          *root);
/* The first and the last column of pixels from @from to @to in which something is drawn; FALSE when nothing is. */
gboolean    clinic_display_find_ink  (GtkWidget          *widget,
                                      int                 from,
                                      int                 to,
                                      int                *first,
                                      int                *last);
/* PNG of @root to $ANAGEN_PICTURES/@name.png when that is set. */
void        clinic_display_picture   (GtkWidget          *root,
                                      const char         *name);

G_END_DECLS

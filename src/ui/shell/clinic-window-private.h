/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-leaving.h"
#include "clinic-notice.h"
#include "clinic-window.h"

G_BEGIN_DECLS

struct _ClinicWindow
{
  AdwApplicationWindow parent_instance;

  ClinicDesk      *desk;
  ClinicLeaving   *leaving;
  GQueue          *way;             /* Stop: the pages before, the last first */
  gint64           patient;         /* whose own window it is, without places; 0: nobody's */

  AdwToastOverlay *toasts;
  GtkWidget       *sidebar;
  GtkWidget       *separator;
  GtkLabel        *clinic_name;
  GtkWidget       *demonstration;
  GtkWidget       *line;            /* what the side says elsewhere */
  GtkListBox      *places;
  GtkDropDown     *actor;
  ClinicNotice    *trouble;
  ClinicNotice    *unkept;
  GtkStack        *stack;
};

/* clinic-window-side.c: what is beside the page. */
void           clinic_window_class_bind_side (GtkWidgetClass *widget_class);
/* Shows the clinic, who is at the desk, and the places that they have. */
void           clinic_window_follow_desk     (ClinicWindow   *self);
/* The row of a place; NULL: whoever is at the desk has no such place. */
GtkListBoxRow *clinic_window_find_row        (ClinicWindow   *self,
                                              const char     *name);

G_END_DECLS

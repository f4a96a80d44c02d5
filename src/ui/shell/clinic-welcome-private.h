/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-notice.h"
#include "clinic-welcome.h"

G_BEGIN_DECLS

struct _ClinicWelcome
{
  AdwApplicationWindow parent_instance;

  GCancellable   *cancellable;      /* of what is under way; NULL: nothing */
  char           *location;         /* tried last */
  ClinicNotice   *notice;
  GtkStack       *stack;
  GtkProgressBar *progress;
};

/* Says what is under way, which can be called off; NULL: nothing is. */
void clinic_welcome_set_busy     (ClinicWelcome  *self,
                                  const char     *words);
/* The clinic is open: somebody may go to work. */
void clinic_welcome_tell_opened  (ClinicWelcome  *self,
                                  ClinicDesk     *desk);

/* clinic-welcome-open.c: to a clinic that is there. */
void clinic_welcome_install_open (GtkWidgetClass *widget_class);
/* clinic-welcome-make.c: to a clinic that is made first, also one to try. */
void clinic_welcome_install_make (GtkWidgetClass *widget_class);

G_END_DECLS

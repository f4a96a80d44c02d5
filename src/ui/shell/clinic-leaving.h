/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-notice.h"
#include "clinic-window.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LEAVING (clinic_leaving_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLeaving, clinic_leaving, CLINIC, LEAVING, GObject)

/* Private to the window: that nothing typed is lost without a word when a page is left or the
 * window closed. What cannot be kept is told, in @notice too when its page is out of sight. */
ClinicLeaving *clinic_leaving_new       (ClinicWindow   *window,
                                         ClinicNotice   *notice);
/* Whether the page in view may be left for this one (@name NULL: the page before). FALSE: it is
 * asked, and gone there then unless it is called off. */
gboolean       clinic_leaving_may_go    (ClinicLeaving  *self,
                                         const char     *name,
                                         gint64          id);
/* Whether the window may close now. FALSE: it closes itself as soon as all is kept, or it is
 * asked. */
gboolean       clinic_leaving_may_close (ClinicLeaving  *self);
/* Another page is in view. */
void           clinic_leaving_update    (ClinicLeaving  *self);
/* The first chart out of sight that cannot be kept: session id, 0 when there is none. */
gint64         clinic_leaving_find      (ClinicLeaving  *self);

G_END_DECLS

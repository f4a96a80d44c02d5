/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

/* One step of a call, wherever it is offered: "reached", "dropped" (no longer needed), "again"
 * (nobody reached, tomorrow again), or "cleared" (the reaction has, and its calls end with it;
 * @reaction is its id). Toasts with Undo at @widget; @callback gets a gboolean by
 * clinic_follow_up_run_finish (). */
void     clinic_follow_up_run_async  (GtkWidget            *widget,
                                      ClinicDesk           *desk,
                                      const char           *step,
                                      gint64                follow_up,
                                      gint64                reaction,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean clinic_follow_up_run_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS

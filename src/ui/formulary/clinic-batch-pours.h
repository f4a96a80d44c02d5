/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-act.h"
#include "clinic-batch-plan.h"

G_BEGIN_DECLS

/* The rows of a list in which it is said how much is poured from which lot. */

/* One row a pour of the plan. @changed: called with @object when a volume is typed. */
void              clinic_batch_pours_show  (GtkListBox        *list,
                                            ClinicBatchPlan   *plan,
                                            GCallback          changed,
                                            gpointer           object);
/* µl of what is typed so far. */
gint64            clinic_batch_pours_sum   (GtkListBox        *list);

/* A batch to be prepared, as it crosses to the worker. */
typedef struct _ClinicBatchOrder ClinicBatchOrder;

/* NULL when a volume cannot be read: it is marked. A lot of which nothing is poured is left out. */
ClinicBatchOrder *clinic_batch_pours_order (GtkListBox        *list,
                                            gint64             version,
                                            guint              hours,
                                            const char        *note);
void              clinic_batch_order_free  (gpointer           order);
/* For clinic_desk_run_async (): gint64 id, newly allocated. */
gpointer          clinic_batch_order_run   (ClinicAct         *act,
                                            gpointer           order,
                                            GError           **error);

G_END_DECLS

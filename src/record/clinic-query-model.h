/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"
#include "clinic-worker.h"

G_BEGIN_DECLS

/* What a list shows: new records for @argument (what is typed or chosen; may be NULL). Runs on
 * the worker's thread. */
typedef GPtrArray *(* ClinicQueryFunc) (ClinicDb    *db,
                                        const char  *argument,
                                        GError     **error);

/* The records of a query as a list that stays alive: it loads on a worker, and a reload changes
 * only what is different. Records that stay are the same objects and notify what changed in
 * them; one items-changed tells of the others, no further than from the first to the last that
 * differs. */
#define CLINIC_TYPE_QUERY_MODEL (clinic_query_model_get_type ())
G_DECLARE_FINAL_TYPE (ClinicQueryModel, clinic_query_model, CLINIC, QUERY_MODEL, GObject)

/* Empty until told what to show. */
ClinicQueryModel *clinic_query_model_new          (ClinicWorker      *worker,
                                                   GType              type,
                                                   ClinicQueryFunc    func);
/* Loads for another argument; what is still loading is given up. */
void              clinic_query_model_set_argument (ClinicQueryModel  *self,
                                                   const char        *argument);
const char       *clinic_query_model_get_argument (ClinicQueryModel  *self);
/* Loads again with the same argument. */
void              clinic_query_model_reload       (ClinicQueryModel  *self);
/* Property "loading". */
gboolean          clinic_query_model_get_loading  (ClinicQueryModel  *self);
/* Why the last load failed, property "message"; NULL when it did not. The rows before it stay. */
const char       *clinic_query_model_get_message  (ClinicQueryModel  *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"
#include "clinic-worker.h"

G_BEGIN_DECLS

/* The ids of all rows for @argument in the order shown, as GArray of gint64; with @limit above 0
 * only the first so many. Runs on the worker's thread. */
typedef GArray *(* ClinicKeysFunc) (ClinicDb    *db,
                                    const char  *argument,
                                    guint        limit,
                                    GError     **error);

/* The rows with these ids, in any order; @argument as for the ids. Runs on the worker's thread.
 * GPtrArray of records; the model unrefs. */
typedef GPtrArray *(* ClinicRowsFunc) (ClinicDb      *db,
                                       const char    *argument,
                                       const gint64  *ids,
                                       guint          n_ids,
                                       GError       **error);

/* A list as long as one likes: only ids are held (a million are 8 MB). A row that is asked for
 * is a blank record with its id at first, filled in place when its page, fetched by key, has
 * come; the rows used last are kept. The first screenful is there before the rest of the ids. */
#define CLINIC_TYPE_PAGE_MODEL (clinic_page_model_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPageModel, clinic_page_model, CLINIC, PAGE_MODEL, GObject)

/* Empty until told what to show. */
ClinicPageModel *clinic_page_model_new          (ClinicWorker      *worker,
                                                 GType              type,
                                                 ClinicKeysFunc     func);
/* How rows are fetched that are not a table's own, such as those joined of several; to be said
 * before anything is shown. */
void             clinic_page_model_set_rows_func (ClinicPageModel *self,
                                                  ClinicRowsFunc   func);
/* Loads for another argument; what is still loading is given up. */
void             clinic_page_model_set_argument (ClinicPageModel   *self,
                                                 const char        *argument);
/* Loads again with the same argument: rows that stay are the same objects, filled anew. */
void             clinic_page_model_reload       (ClinicPageModel   *self);
/* Property "loading": ids are under way (pages come and go without it). */
gboolean         clinic_page_model_get_loading  (ClinicPageModel   *self);
/* Why the last load failed, property "message"; NULL when it did not. */
const char      *clinic_page_model_get_message  (ClinicPageModel   *self);
/* Rows held now; for tests. */
guint            clinic_page_model_get_n_held   (ClinicPageModel   *self);

G_END_DECLS

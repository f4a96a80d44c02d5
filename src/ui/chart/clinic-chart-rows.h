/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clinic-injection.h"

G_BEGIN_DECLS

/* Lists of live records whose changes are heard of. */
typedef struct
{
  GListStore *store;
  GCallback   changed;      /* of "notify" of each record */
  gpointer    object;       /* a GObject, passed to it */
} ClinicChartRows;

/* Zones stand in their order, lots at the end. */
void             clinic_chart_rows_add          (ClinicChartRows  *self,
                                                 gpointer          record);
void             clinic_chart_rows_remove       (ClinicChartRows  *self,
                                                 gpointer          record);
/* Makes the list say what @records say; those that stay are the same objects. */
void             clinic_chart_rows_assign_zones (ClinicChartRows  *self,
                                                 GPtrArray        *records);
void             clinic_chart_rows_assign_lots  (ClinicChartRows  *self,
                                                 GPtrArray        *records);
/* Copies for a worker; caller unrefs. */
GPtrArray       *clinic_chart_rows_copy         (ClinicChartRows  *self);
/* Lent, or NULL. */
ClinicInjection *clinic_chart_rows_find_zone    (ClinicChartRows  *self,
                                                 const char       *zone);
/* Points, or µl with @volume, of all zones. */
gint64           clinic_chart_rows_sum          (ClinicChartRows  *self,
                                                 gboolean          volume);

G_END_DECLS

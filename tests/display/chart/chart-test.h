/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-chart-model.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

/* What the tests of the chart share. chart_test_ask () reads from the clinic and
 * chart_test_command () changes it, both waiting. chart_test_find_waiting ():
 * a visit of today, not treated yet, whose patient was treated before. */

gpointer          chart_test_ask (ClinicDesk *desk,
                                  ClinicWorkFunc func,
                                  gpointer data);
gpointer          chart_test_command (ClinicDesk *desk,
                                      ClinicDeskFunc func,
                                      gpointer data);
gpointer          chart_test_load_chart (ClinicDb *db,
                                         gpointer data,
                                         GError **error);
gpointer          chart_test_load_draft (ClinicDb *db,
                                         gpointer data,
                                         GError **error);
gpointer          chart_test_list_all (ClinicDb *db,
                                       gpointer data,
                                       GError **error);
gint64            chart_test_get_id (gpointer record);
gint64            chart_test_find_visit (ClinicDesk *desk,
                                         gboolean treated,
                                         guint skip);
gint64            chart_test_find_waiting (ClinicDesk *desk,
                                           guint skip);
GtkWidget         *chart_test_open_chart (ClinicDesk *desk,
                                          gint64 session);
ClinicChartModel  *chart_test_get_model (GtkWidget *page);
gint64            chart_test_get_number (gpointer object,
                                         const char *property);
gboolean          chart_test_is_signed (gpointer data);
void              chart_test_wait_for_rules (ClinicDesk *desk);
void              chart_test_give_reasons (GtkWidget *page);

G_END_DECLS

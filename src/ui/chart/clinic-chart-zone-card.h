/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-chart-model.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_ZONE_CARD (clinic_chart_zone_card_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartZoneCard, clinic_chart_zone_card, CLINIC, CHART_ZONE_CARD, GtkPopover)

/* What a zone holds, to be changed where it is on the map, or cleared. Goes away by itself when the
 * zone does. */
GtkWidget *clinic_chart_zone_card_new  (void);
/* Opens it for a zone that is filled; it points to where it was told to. */
void       clinic_chart_zone_card_open (ClinicChartZoneCard  *self,
                                        ClinicChartModel     *model,
                                        ClinicInjection      *injection);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-report.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_GALLERY (clinic_report_gallery_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportGallery, clinic_report_gallery, CLINIC, REPORT_GALLERY, AdwBin)

/* A card for each report that whoever acts at the desk may make. */

/* To be called once; it follows who acts. */
void          clinic_report_gallery_set_desk (ClinicReportGallery  *self,
                                              ClinicDesk           *desk);
/* CLINIC_ERROR_DENIED for a report that whoever acts at @desk may not make. */
ClinicReport *clinic_report_gallery_load     (ClinicDesk           *desk,
                                              const char           *name,
                                              GError              **error);
/* Whether whoever acts may make it; NULL may always be. */
gboolean      clinic_report_gallery_allows   (ClinicDesk           *desk,
                                              ClinicReport         *report);

G_END_DECLS

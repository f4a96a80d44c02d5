/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-check-in.h"
#include "clinic-pregnancy-status.h"

G_BEGIN_DECLS

/* What was answered today to whether @patient is pregnant (check-in.save): a value of
 * clinic_answers. @note may be NULL. The id; 0 with @error. */
gint64 clinic_pregnancy_ask (ClinicAct      *act,
                                         gint64          patient,
                                         const char     *answer,
                                         const char     *note,
                                         GError        **error);
/* What was answered today about the allergies of @patient (check-in.save): a value of clinic_allergy_answers, which must
 * agree with the list of them. @note may be NULL. */
gboolean       clinic_allergies_ask     (ClinicAct      *act,
                                         gint64          patient,
                                         const char     *answer,
                                         const char     *note,
                                         GError        **error);
/* The answers of a session (check-in.save), once or again; who asked and when is set here. What
 * was said of pregnancy and of allergies is kept with its day too. The id; 0 with @error. */
gint64         clinic_check_in_save     (ClinicAct      *act,
                                         ClinicCheckIn  *check_in,
                                         GError        **error);

G_END_DECLS

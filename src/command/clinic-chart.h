/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-draw.h"
#include "clinic-injection.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* What is written down of one session while it is being treated: a copy to be changed freely
 * until it is saved. */
typedef struct
{
  ClinicSession *session;       /* saving takes over starts, ends, technique, gauge, needle_mm, device, anaesthetic, pain, prp, lllt,
                                 * notes; and status, when that is "done" */
  GPtrArray     *injections;    /* ClinicInjection: one a zone; those that are saved already keep
                                 * their id */
  GPtrArray     *draws;         /* ClinicDraw: what was taken from which lot */
  char          *basis;         /* what the clinic held when this was read */
} ClinicChart;

/* The chart as it stands in the clinic. */
ClinicChart     *clinic_chart_load          (ClinicDb       *db,
                                             gint64          session,
                                             GError        **error);
void             clinic_chart_free          (ClinicChart    *self);

/* One more zone. @cocktail_version, @depth: CLINIC_UNKNOWN when not said. Volumes in µl, depth
 * in µm. Lent. */
ClinicInjection *clinic_chart_add_injection (ClinicChart    *self,
                                             const char     *zone,
                                             gint64          cocktail_version,
                                             gint64          points,
                                             gint64          volume_per_point,
                                             gint64          depth);
/* Something taken from a lot, for @cocktail_version (CLINIC_UNKNOWN: not said). Lent. */
ClinicDraw      *clinic_chart_add_draw      (ClinicChart    *self,
                                             gint64          lot,
                                             gint64          cocktail_version,
                                             gint64          volume);

/* Puts proposed draws in place of what is there: for each cocktail its ready-made lots, else the
 * lots of each component in proportion, those that must be used up earliest first; no lot that
 * is expired, too long open, in quarantine or empty on the day of the session. What stock does
 * not cover stays uncovered (the rule "lots-short" says so). */
gboolean         clinic_chart_propose_draws (ClinicDb       *db,
                                             ClinicChart    *self,
                                             GError        **error);
/* The chart of @session filled in as the patient's last treatment before it was (technique,
 * needle, device, anaesthetic, zones with the same versions of cocktails) with today's lots.
 * NULL with CLINIC_ERROR_INVALID when there was none. */
ClinicChart     *clinic_chart_repeat        (ClinicDb       *db,
                                             gint64          session,
                                             GError        **error);

/* What the rules would say to the chart now: ClinicFinding records, unsaved, stops first.
 * Nothing is written. */
GPtrArray       *clinic_chart_check         (ClinicDb       *db,
                                             ClinicChart    *self,
                                             GError        **error);
/* Dose of each ingredient: GArray of ClinicDose (clinic-dose.h). */
GArray          *clinic_chart_list_doses    (ClinicDb       *db,
                                             ClinicChart    *self,
                                             GError        **error);

/* Saves the chart (session.chart): unchanged rows stay, others are changed, added or taken away,
 * and the session is in treatment or done. CLINIC_ERROR_FINDINGS when rules object without a
 * reason (clinic_act_accept ()); what was accepted for this session before need not be again;
 * CLINIC_ERROR_DENIED when the actor is not among those who may override a stop.
 * CLINIC_ERROR_CONFLICT when somebody else charted it since it was read. CLINIC_ERROR_INVALID
 * when the session is signed, cancelled, missed or not due yet. The draft goes with it, and
 * @self then is what was saved. */
gboolean         clinic_chart_save          (ClinicAct      *act,
                                             ClinicChart    *self,
                                             GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicChart, clinic_chart_free)

G_END_DECLS

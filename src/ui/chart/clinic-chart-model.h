/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clinic-chart-sheet.h"
#include "clinic-scalp-places.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_MODEL (clinic_chart_model_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartModel, clinic_chart_model, CLINIC, CHART_MODEL, GObject)

/* The chart of one session while it is being filled in: live records that views bind to, totals,
 * undo. It belongs to that session for good; another session has another model, so that nothing
 * typed for one can land in another. Knows neither database nor widgets.
 *
 * Properties: "session" (id, construct only), "sheet" (ClinicChartSheet; NULL until it was
 * read), "ready" (it was), "doubtful" (it could not be read again since: what it says of the
 * patient may not hold; settable), "editable", "busy" (being signed; settable), "record"
 * (ClinicSession, live), "zones" (GListModel of ClinicInjection, live, in the order of the zones),
 * "lots" (GListModel of ClinicDraw, live), "cocktail" (version that zones are filled with;
 * settable), "points", "volume" (µl), "dirty" (holds what is not saved), "can-undo", "can-redo".
 *
 * Signals: "edited" (a person changed something: the rules are to be asked), "touched" (what it
 * holds differs from before: it is to be kept). */
ClinicChartModel *clinic_chart_model_new          (gint64             session);

/* What was read. What has been edited since the first time stays. */
void              clinic_chart_model_take_sheet   (ClinicChartModel  *self,
                                                   ClinicChartSheet  *sheet,
                                                   gboolean           editable);
/* The chart was saved or the draft thrown away: @sheet is all there is. */
void              clinic_chart_model_reset        (ClinicChartModel  *self,
                                                   ClinicChartSheet  *sheet,
                                                   gboolean           editable);
gint64            clinic_chart_model_get_session  (ClinicChartModel  *self);
ClinicChartSheet *clinic_chart_model_get_sheet    (ClinicChartModel  *self);
ClinicSession    *clinic_chart_model_get_record   (ClinicChartModel  *self);
GListModel       *clinic_chart_model_get_zones    (ClinicChartModel  *self);
GListModel       *clinic_chart_model_get_lots     (ClinicChartModel  *self);
gboolean          clinic_chart_model_get_editable (ClinicChartModel  *self);
gboolean          clinic_chart_model_get_dirty    (ClinicChartModel  *self);
void              clinic_chart_model_set_busy     (ClinicChartModel  *self,
                                                   gboolean           busy);
gboolean          clinic_chart_model_get_doubtful (ClinicChartModel  *self);
void              clinic_chart_model_set_doubtful (ClinicChartModel  *self,
                                                   gboolean           doubtful);
/* A copy of its own, for a worker. */
ClinicChart      *clinic_chart_model_dup_chart    (ClinicChartModel  *self);

/* Lent; NULL when nothing was injected there. */
ClinicInjection  *clinic_chart_model_find_zone    (ClinicChartModel  *self,
                                                   const char        *zone);
/* Points, volume and depth as the phase of the protocol says them, else as last time, else as usual.
 * Nothing when the zone is filled already. */
void              clinic_chart_model_fill_zone    (ClinicChartModel  *self,
                                                   const char        *zone);
/* Points of a zone at the spacing of the phase, however many; CLINIC_UNKNOWN: it says none. */
gint64            clinic_chart_model_count_spaced (ClinicChartModel *self,
                                                   const char       *zone);
void              clinic_chart_model_clear_zone   (ClinicChartModel  *self,
                                                   const char        *zone);
/* Points as they were set one by one on the map, in one stroke and one edit: zone, places as kept
 * with an injection, zone, places, …, NULL. A zone that was empty is filled with them, one without
 * places is cleared. */
void              clinic_chart_model_place_zones  (ClinicChartModel   *self,
                                                   const char *const  *places);
/* Points of the half @from of the head on the other half as well, in place of what is there: zones
 * at a side as they are, those of the middle by their places. One edit. */
void              clinic_chart_model_mirror       (ClinicChartModel   *self,
                                                   ClinicScalpSide     from);
/* Points of a zone go back to lie evenly. */
void              clinic_chart_model_spread_zone  (ClinicChartModel   *self,
                                                   const char         *zone);
/* A number that is changed with the keyboard on the map. */
void              clinic_chart_model_set_points   (ClinicChartModel  *self,
                                                   const char        *zone,
                                                   gint64             points);
gint64            clinic_chart_model_get_cocktail (ClinicChartModel  *self);
/* For the zones to come, and those that had the one before. */
void              clinic_chart_model_set_cocktail (ClinicChartModel  *self,
                                                   gint64             version);
/* @version is not in the formulary any more: whatever stands with it, also in what can be undone or redone,
 * stands with @instead. */
void              clinic_chart_model_replace_version (ClinicChartModel *self,
                                                      gint64            version,
                                                      gint64            instead);
/* Lots: whether they follow what is charted, until somebody changes one by hand. */
gboolean          clinic_chart_model_lots_follow  (ClinicChartModel  *self);
void              clinic_chart_model_follow_lots  (ClinicChartModel  *self);
void              clinic_chart_model_take_draws   (ClinicChartModel  *self,
                                                   GPtrArray         *draws);
void              clinic_chart_model_add_lot      (ClinicChartModel  *self,
                                                   gint64             lot);
/* A lot that was taken into the hand: instead of another one of the same, with its volume; else
 * beside the others. */
void              clinic_chart_model_pick_lot     (ClinicChartModel  *self,
                                                   gint64             lot);
void              clinic_chart_model_remove_lot   (ClinicChartModel  *self,
                                                   ClinicDraw        *draw);
/* Puts @chart in place of what is there, as one edit ("same as last time"). */
void              clinic_chart_model_take_chart   (ClinicChartModel  *self,
                                                   ClinicChart       *chart);

/* What the clinic held when this was started; NULL when that is not known. Lent. */
ClinicChart      *clinic_chart_model_get_base     (ClinicChartModel  *self);
/* Whether it holds what is not saved while somebody else saved something else meanwhile. */
gboolean          clinic_chart_model_get_outdated (ClinicChartModel  *self);
/* Puts @chart, made of this and of what the clinic holds now (@standing), in place of what is there,
 * as one edit. @lots_mine: its zones and lots are those that were here. */
void              clinic_chart_model_settle       (ClinicChartModel  *self,
                                                   ClinicChart       *chart,
                                                   ClinicChart       *standing,
                                                   gboolean           lots_mine);

void              clinic_chart_model_undo         (ClinicChartModel  *self);
void              clinic_chart_model_redo         (ClinicChartModel  *self);

/* Where the chart and its edits stand. clinic_chart_model_return () makes what was done since as if it had
 * not been: there is nothing to undo or redo of it. Nothing is returned to after a reset. */
typedef struct
{
  ClinicChart *chart;
  ClinicChart *base;
  gint64       cocktail;
  gboolean     lots_follow;
  guint        depth;
  guint        n_resets;
} ClinicChartMark;

ClinicChartMark  *clinic_chart_model_mark          (ClinicChartModel *self);
void              clinic_chart_model_return        (ClinicChartModel *self,
                                                    ClinicChartMark  *mark);
void              clinic_chart_mark_free           (ClinicChartMark  *self);
/* How often it was returned: what was asked for before may not be wanted any more. */
guint             clinic_chart_model_count_returns (ClinicChartModel *self);

G_END_DECLS

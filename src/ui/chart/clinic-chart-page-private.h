/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-board.h"
#include "clinic-chart-checker.h"
#include "clinic-chart-keeper.h"
#include "clinic-chart-page.h"
#include "clinic-consent-strip.h"
#include "clinic-notice.h"

G_BEGIN_DECLS

/* A version of the cocktail that was composed from the chart. */
typedef struct
{
  gint64   session;     /* of the chart */
  gint64   version;     /* 0: none yet */
  gint64   instead;     /* the version that was charted before it */
  gboolean taken;       /* it is charted since */
} ClinicChartComposed;

struct _ClinicChartPage
{
  ClinicPage          parent_instance;

  ClinicChartModel   *model;            /* of the chart shown; NULL: none yet */
  ClinicChartKeeper  *keeper;
  ClinicChartChecker *checker;
  GCancellable       *cancellable;      /* of the load under way; NULL: none */
  guint               building;         /* parts of it are still to be made */
  ClinicChartSheet   *read;             /* to be shown as soon as they are; NULL: none */
  GCancellable       *repeating;        /* of "same as last time" under way; NULL: none */
  gboolean            reset;            /* the next load is all there is */
  gboolean            unkept;           /* what went wrong is that the draft was not kept */
  gboolean            refused;          /* the trouble is that it may not be signed: said until it is tried again */
  ClinicChartComposed composed;
  gboolean            outdated;         /* it was said that somebody else saved the chart meanwhile */
  gboolean            comparing;        /* both charts are side by side, or about to be */
  gboolean            sign_next;        /* as soon as the rules were asked */

  AdwWindowTitle     *heading;
  ClinicNotice       *state;            /* what may be done with the chart */
  ClinicNotice       *trouble;          /* what went wrong */
  ClinicConsentStrip *consent;
  GtkStack           *stack;
  ClinicChartBoard   *board;
};

/* What an answer belongs to: the chart may be another by the time it comes. In clinic-chart-page-waiting.c. */
typedef struct
{
  ClinicChartPage  *page;
  ClinicChartModel *model;
  guint             n_returns;          /* of the model, when it was asked */
} ClinicChartWaiting;

ClinicChartWaiting *clinic_chart_waiting_new        (ClinicChartPage    *page);
void                clinic_chart_waiting_free       (ClinicChartWaiting *self);
/* Whether the page shows the same chart still. */
gboolean            clinic_chart_waiting_is_current (ClinicChartWaiting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicChartWaiting, clinic_chart_waiting_free)

/* What a person can do here, in clinic-chart-page-actions.c. */
void clinic_chart_page_install_actions (GtkWidgetClass   *widget_class);
/* The same for signing, in clinic-chart-page-sign.c. */
void clinic_chart_page_install_sign    (GtkWidgetClass   *widget_class);
/* The same for charting the same as last time, in clinic-chart-page-repeat.c. */
void clinic_chart_page_install_repeat  (GtkWidgetClass   *widget_class);
/* The same for the draft, in clinic-chart-page-draft.c. */
void clinic_chart_page_install_draft   (GtkWidgetClass   *widget_class);
/* The same for what is asked before a treatment, in clinic-chart-page-asked.c. */
void clinic_chart_page_install_asked   (GtkWidgetClass   *widget_class);
void clinic_chart_page_enable_asked    (ClinicChartPage  *self);
/* The same for a new version of the cocktail, in clinic-chart-page-compose.c. */
void clinic_chart_page_install_compose (GtkWidgetClass   *widget_class);
void clinic_chart_page_enable_compose  (ClinicChartPage  *self);
/* Charts the version that was made, or goes back to the one before when it was taken back. */
void clinic_chart_page_take_composed   (ClinicChartPage  *self,
                                        ClinicChartSheet *sheet);
/* The same for what somebody else charted meanwhile, in clinic-chart-page-conflict.c. */
void clinic_chart_page_install_conflict (GtkWidgetClass  *widget_class);
void clinic_chart_page_show_outdated   (ClinicChartPage  *self);
/* Shows what is typed and what the clinic holds side by side. */
void clinic_chart_page_compare         (ClinicChartPage  *self);
/* Which of it is possible now. */
void clinic_chart_page_enable          (ClinicChartPage  *self);
/* Does what waited for the rules to be asked. */
void clinic_chart_page_go_on           (ClinicChartPage  *self);
void clinic_chart_page_say             (ClinicChartPage  *self,
                                        const GError     *error,
                                        const char       *label,
                                        const char       *action);
/* Makes its parts, in turns of the main loop to come. */
void clinic_chart_page_build           (ClinicChartPage  *self);
/* Whether there is a chart, and it may be changed. */
gboolean clinic_chart_page_is_editable (ClinicChartPage  *self);
/* What the clinic holds replaces what is shown. */
void clinic_chart_page_read_again      (ClinicChartPage  *self);
/* Reads the chart, and shows it when all of it is there. */
void clinic_chart_page_read            (ClinicPage       *page);
/* Another chart, not read yet. */
void clinic_chart_page_take_model      (ClinicChartPage  *self,
                                        gint64            session);
/* Lets go of the chart; what is not kept of it yet is kept now. */
void clinic_chart_page_drop_model      (ClinicChartPage  *self);

G_END_DECLS

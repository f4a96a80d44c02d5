/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-model.h"
#include "clinic-chart-rows.h"

G_BEGIN_DECLS

/* Edits that can be taken back. */
#define MAX_UNDO 200

struct _ClinicChartModel
{
  GObject parent_instance;

  gint64            session;
  ClinicChartSheet *sheet;
  ClinicSession    *record;
  ClinicChartRows   zones;
  ClinicChartRows   lots;
  char             *basis;
  ClinicChart      *base;           /* what the clinic held then; NULL: nobody knows */
  gint64            cocktail;
  gboolean          chosen;         /* that cocktail, by somebody since it was read */
  gboolean          editable;
  gboolean          busy;
  gboolean          doubtful;
  gboolean          dirty;
  gboolean          lots_follow;

  GQueue            undo;           /* ClinicChart, the latest last */
  GQueue            redo;
  ClinicChart      *standing;       /* after the last edit */
  char             *key;            /* what the last edit changed: going on typing is one edit */
  guint             quiet;          /* changes that are no edits, or part of a bigger one */
  guint             n_lost;         /* edits that cannot be taken back any more */
  guint             n_resets;
  guint             n_returns;
};

/* Between these, changes are one edit, or none when nothing @changed. @key: see note_edit (). */
void clinic_chart_model_begin  (ClinicChartModel *self);
void clinic_chart_model_end    (ClinicChartModel *self,
                                const char       *key,
                                gboolean          changed);
/* The treatment begins with its first zone, on the visit's own day: part of the edit that put it. */
void clinic_chart_model_begin_treatment (ClinicChartModel *self);
/* A zone or a lot; to be called between them. */
void clinic_chart_model_add    (ClinicChartModel *self,
                                ClinicRecord     *record);
void clinic_chart_model_remove (ClinicChartModel *self,
                                ClinicRecord     *record);

/* @chart in place of what is there, which is no edit yet. */
void clinic_chart_model_restore      (ClinicChartModel *self,
                                      ClinicChart      *chart);
/* What is there is what the next edit starts from. */
void clinic_chart_model_set_standing (ClinicChartModel *self);
/* The visit was moved, or its state changed, while it was being charted. */
void clinic_chart_model_rebase       (ClinicChartModel *self,
                                      ClinicChart      *standing);
/* What it was started from; NULL: nobody knows. */
void clinic_chart_model_set_base     (ClinicChartModel *self,
                                      ClinicChart      *base);
void clinic_chart_model_choose_first_cocktail (ClinicChartModel *self);
void clinic_chart_model_notify_state (ClinicChartModel *self);

G_END_DECLS

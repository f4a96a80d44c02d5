/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart.h"
#include "command-fixture.h"

G_BEGIN_DECLS

/* A visit today with something to inject: 2 ml vials of ingredient (lot) and other ingredient
 * (other_lot, later_lot) and a cocktail of both, half and half. */
typedef struct
{
  CommandFixture  clinic;
  ClinicDb       *db;
  ClinicAct      *act;          /* the practitioner's */
  gint64          cocktail;
  gint64          version;
  gint64          lot;          /* of ingredient: 10 ml, expires 2027-03-31 */
  gint64          other_lot;    /* of other ingredient: 1 ml, expires 2027-01-31 */
  gint64          later_lot;    /* of other ingredient: 10 ml, expires 2027-12-31 */
  gint64          session;      /* arrived, 2026-11-21 10:00 */
} ChartFixture;

void         chart_fixture_init   (ChartFixture *self,
                                   ClinicDb     *db);
void         chart_fixture_clear  (ChartFixture *self);
/* Keeps a record without any command; its id. Takes over @record. */
gint64       chart_put            (ClinicDb     *db,
                                   gpointer      record);
gint64       chart_put_session    (ChartFixture *self,
                                   gint64        patient,
                                   const char   *starts,
                                   const char   *ends,
                                   const char   *status);
gint64       chart_put_lot        (ChartFixture *self,
                                   gint64        ingredient,
                                   const char   *number,
                                   gint64        quantity,
                                   const char   *expires);
/* The fixture's session with 20 × 0.1 ml of the cocktail in the vertex at 2 mm. */
ClinicChart *chart_open           (ChartFixture *self);
/* That, with proposed draws, saved as done. */
void         chart_treat          (ChartFixture *self);

G_END_DECLS

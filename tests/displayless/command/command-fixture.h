/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"

G_BEGIN_DECLS

/* A small clinic in Vienna with somebody of each role, two practitioners and two rooms. */
typedef struct
{
  ClinicDb  *db;
  gint64     owner;
  gint64     manager;
  gint64     receptionist;
  gint64     practitioner;
  gint64     colleague;         /* a second practitioner */
  gint64     room;
  gint64     other_room;
  gint64     patient;           /* P00001 */
  gint64     other_patient;     /* P00002 */
  gint64     ingredient;
  gint64     other_ingredient;
  gint64     protocol;          /* 3 sessions weekly (6–9 days), then 2 fortnightly (10–18); 30
                                 * minutes */
  ClinicAct *act;               /* the receptionist's */
} CommandFixture;

void      command_fixture_init    (CommandFixture *self,
                                   ClinicDb       *db);
void      command_fixture_clear   (CommandFixture *self);
gint64    command_add_staff       (ClinicDb       *db,
                                   gint64          owner,
                                   const char     *name,
                                   const char     *roles);
gint64    command_add_patient     (ClinicDb       *db,
                                   gint64          actor,
                                   const char     *family,
                                   const char     *given,
                                   const char     *birth);
gboolean  command_archive         (ClinicAct      *act,
                                   gint64          patient);
/* The one number that a query of this text yields. */
gint64    command_count           (ClinicDb       *db,
                                   const char     *sql);

G_END_DECLS

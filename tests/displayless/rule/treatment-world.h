/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-finding.h"
#include "clinic-injection.h"
#include "clinic-rule-book.h"
#include "clinic-session.h"
#include "clinic-store.h"
#include "clinic-test.h"

G_BEGIN_DECLS

#define TODAY "2026-11-21"

/* A patient who gets 2 ml of a cocktail of biotin (principal), dutasteride (principal) and
 * procaine. */
typedef struct
{
  ClinicDb      *db;
  gint64         staff;
  gint64         patient;
  gint64         biotin;
  gint64         dutasteride;
  gint64         procaine;
  gint64         ester;
  gint64         pregnancy;
  gint64         cocktail;
  gint64         version;
  gint64         lot;
  gint64         phase;
  ClinicSession *session;
  GPtrArray     *injections;
  GPtrArray     *draws;
} World;

void      world_run_sql        (ClinicDb *db,
                                const char *sql);
/* Keeps the record and lets go of it. */
gint64    world_put            (ClinicDb *db,
                                gpointer record);
gint64    world_put_ingredient (World *world,
                                const char *code,
                                const char *role,
                                gint64 max_dose);
void      world_put_component  (World *world,
                                gint64 ingredient,
                                gint64 strength);
gint64    world_put_session    (World *world,
                                const char *starts,
                                const char *ends,
                                const char *status);
/* What was answered on arriving; NULL: not asked. */
void      world_check_in       (World *world,
                                const char *medicine,
                                const char *inflammation,
                                const char *colour);
void      world_init           (World *world,
                                ClinicDb *db);
void      world_clear          (World *world);
GPtrArray *world_evaluate      (World *world);
/* "stop:allergy-group warn:interval-short" */
void      world_assert_found   (World *world,
                                const char *expected);
void      world_assert_said    (World *world,
                                const char *rule,
                                const char *message);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-cocktail.h"
#include "clinic-demo.h"
#include "clinic-phase.h"
#include "clinic-random.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* What the parts of the demonstration share; nobody else includes this. Days are counted from
 * the first of history, which is day 0; world->today is the last. Minutes are of the day. */

#define CLINIC_DEMO_SLOT  15            /* minutes */
#define CLINIC_DEMO_AHEAD 400           /* days after today that bookings may lie on */

typedef struct
{
  gint64  id;
  gint64  room_id;
  guint   from_day;
  guint   to_day;         /* the first day no longer here */
  guint64 *taken;         /* a bit a slot, a word a day */
} ClinicDemoPractitioner;

typedef struct
{
  gint64   id;
  guint64 *taken;
} ClinicDemoRoom;

typedef struct
{
  gint64     id;
  char      *code;
  gint64     evaluate_after_days;
  GPtrArray *phases;      /* ClinicPhase */
  guint      n_sessions;
} ClinicDemoProtocol;

/* An ingredient or a ready-made cocktail that lots are of. */
typedef struct
{
  gint64      ingredient_id;    /* CLINIC_UNKNOWN: of a cocktail */
  gint64      cocktail_id;
  char       *name;
  gboolean    own;              /* made of the patient: no lots */
  gboolean    bottle;           /* opened and used up within days, not ampoules */
  GHashTable *by_month;         /* month → GArray of guint, places in lots */
} ClinicDemoProduct;

typedef struct
{
  gint64  id;
  guint   from_day;
  guint   to_day;         /* the first day no longer usable */
  gint64  left;           /* µl */
} ClinicDemoLot;

typedef struct
{
  guint  product;
  gint64 volume;          /* µl */
} ClinicDemoPart;

typedef struct
{
  gint64  id;
  gint64  version_id;
  char   *name;
  gint64  volume;         /* µl of all parts */
  GArray *parts;          /* ClinicDemoPart */
} ClinicDemoCocktail;

typedef struct
{
  ClinicDb                *db;
  ClinicRandom             random;
  const ClinicDemoOptions *options;
  char                    *date_today;
  gint64                   epoch;             /* days since 1970 of day 0 */
  guint                    today;
  guint                    n_days;            /* with those ahead */
  gint16                  *offsets;           /* minutes that the clinic's clock is before UTC,
                                               * by day */
  gboolean                 open_sunday;       /* today is one */

  GArray                  *practitioners;
  GArray                  *rooms;
  GPtrArray               *protocols;
  GPtrArray               *cocktails;
  GPtrArray               *products;
  GArray                  *lots;
  GHashTable              *ids;               /* "metric/salt" → gint64 */
  GArray                  *patients;          /* ids of those who still come */
  GPtrArray               *forms;             /* those in force; NULL: not read yet */
  guint                    n_exceptions;      /* courses whose consent is missing or withdrawn */
  GHashTable              *seen_today;        /* ids of patients with a visit today */

  ClinicDemoResult         result;
  guint                    n_pending;         /* rows in the open transaction */
  GError                  *error;             /* the first; nothing is written after it */
} ClinicDemoWorld;

/* The cocktail that the clinic mixes itself. */
#define CLINIC_DEMO_BASIC "Vitamins, minerals, amino acids (basic)"

/* Whether something is called as it is shipped, in the language that the clinic was filled in. */
gboolean clinic_demo_is_shipped (const char *name,
                                 const char *shipped);

/* clinic-demo-world.c */
void          clinic_demo_world_init     (ClinicDemoWorld          *self,
                                          ClinicDb                 *db,
                                          const ClinicDemoOptions  *options);
void          clinic_demo_world_clear    (ClinicDemoWorld          *self);
/* Reads the lists that were shipped into it. */
gboolean      clinic_demo_world_learn    (ClinicDemoWorld          *self,
                                          GError                  **error);
gint64        clinic_demo_world_find     (ClinicDemoWorld          *self,
                                          const char               *table,
                                          const char               *code);
/* TRUE so often in a hundred. */
gboolean      clinic_demo_chance         (ClinicDemoWorld          *self,
                                          double                    percent);
gint64        clinic_demo_between        (ClinicDemoWorld          *self,
                                          gint64                    least,
                                          gint64                    most);
/* One of the @n @texts. */
const char   *clinic_demo_pick           (ClinicDemoWorld          *self,
                                          const char *const        *texts,
                                          guint                     n);
#define CLINIC_DEMO_PICK(self, texts) clinic_demo_pick (self, texts, G_N_ELEMENTS (texts))
char         *clinic_demo_date           (ClinicDemoWorld          *self,
                                          gint64                    day);
char         *clinic_demo_wall           (ClinicDemoWorld          *self,
                                          gint64                    day,
                                          gint64                    minutes);

/* Fields of a record by name; unknown names are programming errors. */
void          clinic_demo_text           (ClinicRecord             *record,
                                          const char               *name,
                                          const char               *text);
void          clinic_demo_take_text      (ClinicRecord             *record,
                                          const char               *name,
                                          char                     *text);
void          clinic_demo_number         (ClinicRecord             *record,
                                          const char               *name,
                                          gint64                    number);
/* Writes and frees @record; its id, 0 after an error. */
gint64        clinic_demo_write          (ClinicDemoWorld          *self,
                                          gpointer                  record);
/* Adds something that is no record to the digest. */
void          clinic_demo_digest_number  (ClinicDemoWorld          *self,
                                          gint64                    number);

/* clinic-demo-agenda.c */
void          clinic_demo_make_people    (ClinicDemoWorld          *self,
                                          ClinicChange             *change);
ClinicDemoPractitioner *
              clinic_demo_get_practitioner (ClinicDemoWorld        *self,
                                          guint                     place);
/* Somebody to begin a course with on @day: a place. */
guint         clinic_demo_practitioner   (ClinicDemoWorld          *self,
                                          gint64                    day);
/* Finds and takes time for a visit near @day, not before @least and not after @most; FALSE when
 * there is none. */
typedef struct
{
  gint64 day;
  guint  minutes;
  guint  length;
  guint  practitioner;
  gint64 room_id;
} ClinicDemoVisit;
gboolean      clinic_demo_find_time      (ClinicDemoWorld          *self,
                                          gint64                    day,
                                          gint64                    least,
                                          gint64                    most,
                                          guint                     length,
                                          guint                     practitioner,
                                          ClinicDemoVisit          *visit);

/* clinic-demo-stock.c */
void          clinic_demo_draw_lots      (ClinicDemoWorld          *self,
                                          gint64                    session,
                                          ClinicDemoCocktail       *cocktail,
                                          gint64                    day,
                                          gint64                    volume);
/* Lots on the shelf today that something is wrong with. */
void          clinic_demo_make_shelf     (ClinicDemoWorld          *self);

/* clinic-demo-patient.c */
typedef struct
{
  gint64      id;
  const char *sex;
  guint       age;
  gint64      day;            /* the next day something may happen */
  gint64      last;           /* nothing new begins after it */
  guint       n_sessions;
  const char *diagnosis;      /* code */
  gint64      diagnosis_id;
  const char *allergies;      /* as answered when asked; NULL: nobody asks */
  const char *grade;          /* the last one; NULL: none */
} ClinicDemoPatient;
void          clinic_demo_make_patient   (ClinicDemoWorld          *self,
                                          ClinicDemoPatient        *patient,
                                          gint64                    day);

/* clinic-demo-medicine.c */
/* What the patient takes for a condition or a diagnosis (@for_what: its code), if anything; days as in a condition. */
void          clinic_demo_write_medicines (ClinicDemoWorld         *self,
                                           const ClinicDemoPatient *patient,
                                           const char              *for_what,
                                           gint64                   since,
                                           gint64                   stopped);

/* clinic-demo-course.c */
/* A course from patient->day on; FALSE when there was no time for it. */
gboolean      clinic_demo_make_course    (ClinicDemoWorld          *self,
                                          ClinicDemoPatient        *patient);

/* clinic-demo-visit.c */
typedef struct
{
  gint64              course_id;      /* CLINIC_UNKNOWN: stands alone */
  ClinicDemoCocktail *cocktail;
  ClinicPhase        *phase;
  gint64              number;
  const char         *status;
  const char         *reason;
} ClinicDemoTreatment;
/* Writes a session with all that hangs on it; its id. */
gint64        clinic_demo_write_visit    (ClinicDemoWorld           *self,
                                          ClinicDemoPatient         *patient,
                                          const ClinicDemoTreatment *treatment,
                                          const ClinicDemoVisit     *visit);
/* What a visit on that day and at that time is by now. */
const char   *clinic_demo_status         (ClinicDemoWorld           *self,
                                          const ClinicDemoVisit     *visit);
/* Visits that stand alone, so that nobody's agenda is empty today. */
void          clinic_demo_fill_today     (ClinicDemoWorld           *self);

/* clinic-demo-weeks.c */
/* Visits that stand alone on the other days of this week and the next. */
void          clinic_demo_fill_weeks     (ClinicDemoWorld           *self);

/* clinic-demo-photo.c */
/* Drawn heads in place of photos, of two patients. */
void          clinic_demo_make_photos    (ClinicDemoWorld           *self);

/* clinic-demo-consent.c */
/* Signed on the first @day of a course, as most are; its id, 0 when it is not. @exception: nobody
 * looks at this course today, its consent may be missing or withdrawn. */
gint64        clinic_demo_consent_course (ClinicDemoWorld           *self,
                                          gint64                     patient,
                                          gint64                     course,
                                          gint64                     day,
                                          gint64                     staff,
                                          gboolean                   exception);
/* For visits of today that stand alone. */
gint64        clinic_demo_consent_alone  (ClinicDemoWorld           *self,
                                          gint64                     patient,
                                          gint64                     staff);
/* Said again today before @session. */
void          clinic_demo_confirm        (ClinicDemoWorld           *self,
                                          gint64                     consent,
                                          gint64                     session,
                                          gint64                     staff);
void          clinic_demo_home_care      (ClinicDemoWorld           *self,
                                          gint64                     patient,
                                          gint64                     course,
                                          gint64                     day);

/* clinic-demo-outcome.c */
typedef struct
{
  const char *diagnosis;
  const char *zone;
  double      start[4];       /* density /cm², diameter µm, hairs shed, SALT */
  double      gain;           /* what the whole course is worth, as a share of the start */
} ClinicDemoCase;
void          clinic_demo_begin_case     (ClinicDemoWorld           *self,
                                          ClinicDemoCase            *outcome,
                                          const char                *diagnosis,
                                          const char                *cocktail,
                                          const char                *sex);
/* @share: of the course that has gone by, 0 at its start. */
void          clinic_demo_measure        (ClinicDemoWorld           *self,
                                          ClinicDemoPatient         *patient,
                                          const ClinicDemoCase      *outcome,
                                          gint64                     course,
                                          gint64                     session,
                                          gint64                     day,
                                          double                     share);
/* clinic-demo-follow.c */
typedef struct
{
  gint64   number;
  gint64   session;
  gint64   day;
  double   share;             /* of the course */
  gboolean checkpoint;        /* something is decided after it */
} ClinicDemoDone;
typedef struct
{
  gint64                course;
  gint64                staff;
  const ClinicDemoCase *outcome;
  GArray               *done;       /* ClinicDemoDone: sessions that took place */
  gboolean              measured;
  gboolean              active;
} ClinicDemoFollow;
/* Goal, tracks, stages and decisions of a course. */
void          clinic_demo_follow         (ClinicDemoWorld           *self,
                                          ClinicDemoPatient         *patient,
                                          const ClinicDemoFollow    *follow);
/* Reactions that wait for somebody today, with calls to be made. */
void          clinic_demo_make_reactions (ClinicDemoWorld          *self);
void          clinic_demo_react          (ClinicDemoWorld           *self,
                                          ClinicDemoPatient         *patient,
                                          gint64                     session,
                                          const char                *zone,
                                          gint64                     day,
                                          gint64                     minutes);

G_END_DECLS

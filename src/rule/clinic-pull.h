/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-pull-version.h"

G_BEGIN_DECLS

/* Rules of the hair pull test disagree: each is a file data/rules/ID.pull, and the one used is kept with the reading.
 *
 * [pull]
 * code=share_10              the file's name
 * version=1                  goes up with every change of meaning
 * label=…                    as a person chooses it
 * source=…                   who says so
 * grasped_from=40            hairs that the rule has grasped at each place; may be left out
 * grasped_to=60
 * places=1                   pulled at, at least; 1 when left out
 * total_above=6              positive with more hairs in all
 * each_from=3                or with so many at each place
 * percent_above=10           or with more of those grasped; at least one of the three
 *
 * [example six]              tried by a test
 * grasped=60                 may be left out: not known
 * extracted=6                at each place, a space between
 * expect=negative            positive, negative, or unknown: the rule cannot tell */
typedef struct
{
  char   *id;               /* as it is kept */
  gint64  version;
  char   *label;            /* for gettext */
  char   *source;
  gint64  grasped_from;     /* -1: the rule does not say */
  gint64  grasped_to;
  guint   places;
  gint64  total_above;      /* -1: does not matter */
  gint64  each_from;        /* -1: does not matter */
  gint64  percent_above;    /* -1: does not matter */
} ClinicPullRule;

/* Reads a rule's file. CLINIC_ERROR_INVALID says what is wrong with it. Caller frees. */
ClinicPullRule       *clinic_pull_rule_new        (const char            *id,
                                                   const char            *text,
                                                   GError               **error);
void                  clinic_pull_rule_free       (ClinicPullRule        *self);

/* All that are shipped, by id; const ClinicPullRule. Lent. */
GPtrArray            *clinic_pull_rules           (void);
/* A clinic's own, "own-" before its code. Caller frees. */
ClinicPullRule       *clinic_pull_rule_of_version (ClinicPullVersion     *version);
/* What a clinic's own would begin with: as @self is. Caller unrefs. */
ClinicPullVersion    *clinic_pull_rule_to_version (const ClinicPullRule  *self);
/* NULL when there is none of this id. */
const ClinicPullRule *clinic_pull_rule_find       (const char            *id);
/* "positive", "negative", or NULL when the rule cannot tell: too few places, or hairs grasped not known. @extracted:
 * hairs at each of @n places. @grasped: at each; CLINIC_NULL. */
const char           *clinic_pull_rule_judge      (const ClinicPullRule  *self,
                                                   gint64                 grasped,
                                                   const gint64          *extracted,
                                                   guint                  n);
/* Above what it is positive, translated: "> 10 % of those grasped". Caller frees. */
char                 *clinic_pull_rule_dup_cutoff (const ClinicPullRule  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicPullRule, clinic_pull_rule_free)

G_END_DECLS

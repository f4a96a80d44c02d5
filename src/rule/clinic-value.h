/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* What a fact may be. */
typedef enum
{
  CLINIC_VALUE_UNKNOWN,
  CLINIC_VALUE_NUMBER,      /* in thousandths of the fact's unit */
  CLINIC_VALUE_FLAG,
  CLINIC_VALUE_TEXT,
  CLINIC_VALUE_DATE,        /* text, "2024-05-31" */
} ClinicValueKind;

/* One fact's value. The text is its own. */
typedef struct
{
  ClinicValueKind  kind;
  gint64           number;      /* NUMBER; FLAG: 0 or 1 */
  char            *text;        /* TEXT, DATE */
} ClinicValue;

void     clinic_value_clear       (ClinicValue         *self);
/* CLINIC_UNKNOWN makes it unknown. */
void     clinic_value_set_number  (ClinicValue         *self,
                                   gint64               thousandths);
/* A whole number: days, years, points. */
void     clinic_value_set_count   (ClinicValue         *self,
                                   gint64               count);
void     clinic_value_set_flag    (ClinicValue         *self,
                                   gboolean             flag);
/* NULL and "" make it unknown. */
void     clinic_value_set_text    (ClinicValue         *self,
                                   const char          *text);
void     clinic_value_set_date    (ClinicValue         *self,
                                   const char          *date);
void     clinic_value_copy        (ClinicValue         *self,
                                   const ClinicValue   *other);

/* Reads a value of @kind as a rule's file writes it: "2.5", "true", "2024-05-31", anything else
 * as text; "unknown" is unknown for all of them. FALSE when it is no such value. */
gboolean clinic_value_parse       (ClinicValue         *self,
                                   ClinicValueKind      kind,
                                   const char          *text);
/* As a person of the locale reads it; @choices gives words their labels and may be NULL. Never
 * NULL; caller frees. */
char    *clinic_value_dup_shown   (const ClinicValue   *self,
                                   const ClinicChoice  *choices);

/* TRUE when both are unknown, or known and the same. */
gboolean clinic_value_equal       (const ClinicValue   *self,
                                   const ClinicValue   *other);
/* The order of two numbers or two dates. FALSE when one is unknown or they cannot be compared. */
gboolean clinic_value_compare     (const ClinicValue   *self,
                                   const ClinicValue   *other,
                                   int                 *order);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicValue, clinic_value_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The application identifiers of GS1 (General Specifications, 3 and 7.8; gs1/gs1-syntax-dictionary). */

typedef enum
{
  CLINIC_GS1_TEXT,
  CLINIC_GS1_NUMBER,
  CLINIC_GS1_ARTICLE,   /* GTIN, its last digit a check digit */
  CLINIC_GS1_DATE,
  CLINIC_GS1_TIME,      /* YYMMDDHHMM */
} ClinicGs1Kind;

typedef struct
{
  char          ai[5];
  ClinicGs1Kind kind;
  guint         longest;
  gboolean      fixed;      /* exactly so long */
  gboolean      carried;    /* of no use to a clinic: what it says is not looked into */
} ClinicGs1Identifier;

/* What @text begins with, of what a clinic has a use for. */
gboolean    clinic_gs1_table_find       (const char          *text,
                                         ClinicGs1Identifier *found);
/* Any other: how long it is itself, and where it is predefined how long its value is. */
gboolean    clinic_gs1_table_find_other (const char          *text,
                                         ClinicGs1Identifier *found);
/* Of which a lost separator is thought of where others are there: what packages carry. */
gboolean    clinic_gs1_table_is_usual   (const char          *ai);
/* The identifier that cannot stand beside @ai; NULL: none of @all, which ends with NULL. */
const char *clinic_gs1_table_find_foe   (const char          *ai,
                                         const char *const   *all);

G_END_DECLS

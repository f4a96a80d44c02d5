/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a scanner reads from a package: element strings of GS1 (General Specifications, 3; lengths
 * and checks after gs1/gs1-syntax-dictionary). The application identifiers 01 to 03, 10, 11, 13, 15,
 * 16, 17, 21, 240, 30, 710–717 and 7003 are understood; any other is carried along. */

/* What ends an element of variable length: ASCII 29. */
#define CLINIC_GS1_SEPARATOR '\x1d'

/* One element as it stands in the code. */
typedef struct
{
  char *ai;
  char *value;
} ClinicGs1Element;

/* One way to read a code; what it does not say is NULL. A lot, a serial number or a day without an
 * article is of a code in several parts: nobody can say from it of which product. */
typedef struct
{
  GPtrArray *elements;      /* ClinicGs1Element, in their order */
  char      *gtin;          /* 14 digits: the article, or what is in a carton */
  char      *lot;
  char      *serial;
  char      *expires_on;    /* date; the last of the month where the code says no day */
  char      *expiry_text;   /* as it stands, for who must compare the exact form */
  char      *produced_on;
} ClinicGs1Reading;

/* All ways to read @text: element strings with or without symbology identifier, or with their
 * identifiers in brackets, or the bare digits of an article. One: it is clear. Several: an element
 * of variable length may have lost its separator, or not; a person has to say. As it stands comes
 * first. @year: the current one, for the century. GPtrArray of ClinicGs1Reading; NULL with
 * CLINIC_ERROR_INVALID. */
GPtrArray *clinic_gs1_read             (const char              *text,
                                        guint                    year,
                                        GError                 **error);
/* "(01)04150000021126 (10)LOT42X". Caller frees. */
char      *clinic_gs1_reading_dup_text (const ClinicGs1Reading  *self);

/* The article and the expiry where all @readings agree on them, and nothing else. */
ClinicGs1Reading *clinic_gs1_reading_new_common (GPtrArray       *readings);
void       clinic_gs1_reading_free     (ClinicGs1Reading        *self);

/* YYMMDD as a date: day 00 is the last of its month; NULL: no such day. The century is the one
 * that brings the year within 50 of @year (GS1 General Specifications, 7.12). Caller frees. */
char      *clinic_gs1_read_date        (const char              *text,
                                        guint                    year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicGs1Reading, clinic_gs1_reading_free)

G_END_DECLS

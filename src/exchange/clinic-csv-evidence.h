/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-date.h"

G_BEGIN_DECLS

/* What the values of a column say of how they are to be read. A value speaks against each
 * reading that it does not fit. */

#define CLINIC_READINGS 3

typedef struct
{
  guint    n_readings;                    /* dates: by ClinicDateOrder; numbers: 0 point, 1 comma */
  guint64  n_fit;                         /* values that fit some reading */
  guint64  n_none;                        /* values that fit none */
  guint64  n_short;                       /* dates with a year of two digits */
  guint    open;                          /* bit mask of the readings that all values with a
                                           * meaning fit */
  guint    differ;                        /* bit mask of the pairs of readings under which some
                                           * value means different things */
  guint64  line[CLINIC_READINGS];         /* the first that speaks against it */
  char    *value[CLINIC_READINGS];
} ClinicCsvEvidence;

typedef enum
{
  CLINIC_CSV_SETTLED,       /* one reading fits, or all that fit mean the same */
  CLINIC_CSV_EITHER,        /* more than one fits, and they differ */
  CLINIC_CSV_CONTRADICTED,  /* none fits all values */
} ClinicCsvVerdict;

void             clinic_csv_evidence_init       (ClinicCsvEvidence  *self,
                                                 guint               n_readings);
void             clinic_csv_evidence_clear      (ClinicCsvEvidence  *self);
void             clinic_csv_evidence_add_date   (ClinicCsvEvidence  *self,
                                                 const char         *value,
                                                 guint64             line,
                                                 const char         *today);
void             clinic_csv_evidence_add_number (ClinicCsvEvidence  *self,
                                                 const char         *value,
                                                 guint64             line);
/* @reading: the one to take when settled. */
ClinicCsvVerdict clinic_csv_evidence_judge      (const ClinicCsvEvidence  *self,
                                                 guint                    *reading);

/* Reads a date as it stands in a cell: clinic_date_parse (), and a time of nought behind it, as
 * spreadsheets write. NULL: none. */
char            *clinic_csv_read_date           (const char         *value,
                                                 ClinicDateOrder     order,
                                                 const char         *today);
/* Whether @value may be a day as spreadsheets count them ("32123"): refused, for some count from
 * 1900 and some from 1904. */
gboolean         clinic_csv_is_day_number       (const char         *value);
/* Reads a number with @mark and groups of three digits set off by a space, an apostrophe or the
 * other mark. More than three decimals: FALSE, unless @round. Never a value ten times too big:
 * groups must be whole ones. */
gboolean         clinic_csv_read_number         (const char         *value,
                                                 char                mark,
                                                 gboolean            round,
                                                 gint64             *thousandths);
/* Whether it is a number with more decimals than are kept. */
gboolean         clinic_csv_is_too_fine         (const char         *value,
                                                 char                mark);
/* Splits off what stands behind a number, such as its unit: "45 %" → "45"; *@rest is "%" within
 * @value, "" when nothing does. Caller frees. */
char            *clinic_csv_split_number        (const char         *value,
                                                 const char        **rest);

G_END_DECLS

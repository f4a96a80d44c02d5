/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-backup.h"
#include "clinic-date.h"

G_BEGIN_DECLS

/* What the caller knows of a table or wishes of an import. All zero: find out, ask where it
 * cannot be found out, keep all. */
typedef struct
{
  const char         *encoding;           /* a name of iconv; NULL: find out */
  char                separator;          /* 0: find out */
  gboolean            has_date_order;
  ClinicDateOrder     date_order;         /* of all columns of dates */
  char                decimal_mark;       /* of all columns of numbers; 0: find out */
  const char *const  *columns;            /* "COLUMN=field", "COLUMN=-" (leave out), "#3=field";
                                           * may be NULL */
  gboolean            allow_cut;          /* a last row that is too short is refused instead of
                                           * the whole file */

  /* Patients */
  gboolean            strip_name_digits;  /* "Gómez206" → "Gómez" */
  gboolean            drop_rest;          /* columns without a field are left out instead of kept
                                           * as text */
  gboolean            skip_known;         /* rows with a file number that is in use are passed
                                           * over instead of refused */

  /* Measurements */
  gboolean            create_patients;    /* subjects nobody knows become patients with a course */
  gboolean            create_cocktails;   /* so do arms that are no cocktail's name */
  gboolean            round;              /* more than three decimals are rounded instead of
                                           * refused */
  const char         *metric;             /* of all values, where no column says it: its code or
                                           * name */
  const char         *zone;
  const char         *method;
  const char         *cocktail;           /* of the courses made */
  const char         *protocol;
  const char         *diagnosis;

  /* Both */
  gboolean            dry_run;            /* says what would be and writes nothing */
  gboolean            again;              /* the same file was imported before, and that is known */
  const char         *refused_path;       /* for the rows refused; NULL: beside the file */
  ClinicProgressFunc  progress;           /* rows so far, rows in all; FALSE stops; may be NULL */
  gpointer            progress_data;
} ClinicImportOptions;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A form for something that is measured in a way of its own. */
typedef struct
{
  const char         *name;         /* "salt" */
  const char         *title;        /* N_() */
  const char         *hint;         /* N_(): how it is done */
  const char         *codes[4];     /* metrics it may be of; ends with NULL */
  const char         *rows;         /* fields that are asked, a space between and around */
  const char         *focus;        /* the field that has the keyboard first, where there are no items */
  const char         *zone;         /* where it is unless said otherwise; NULL */
  guint               n_items;      /* what .items is made of */
  const char *const  *items;        /* N_(): their names */
  const char *const  *answers;      /* N_(): an item is one of these, valued from 0; NULL: typed */
  const char *const  *other;        /* N_(): the same for the item .nth_other */
  guint               nth_other;
} ClinicMeasureKind;

/* By name; NULL when there is none: "salt", "count", "pull", "comb", "dlqi", "photo",
 * "satisfaction". */
const ClinicMeasureKind *clinic_measure_kind_find (const char              *name);
gboolean                 clinic_measure_kind_asks (const ClinicMeasureKind *self,
                                                   const char              *field);

G_END_DECLS

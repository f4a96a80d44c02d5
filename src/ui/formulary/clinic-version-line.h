/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-composition-line.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_VERSION_LINE (clinic_version_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicVersionLine, clinic_version_line, CLINIC, VERSION_LINE, ClinicRecord)

/* An ingredient in two versions of a cocktail, side by side. Never stored. */
struct _ClinicVersionLine
{
  ClinicRecord  parent_instance;

  char         *ingredient;
  char         *before;         /* "0.5 % · 2 ml"; NULL: not in it */
  char         *after;
  char         *change;         /* "added", "removed", "changed", "same" */
};

/* What two versions hold, by ingredient, those that differ first. @lines: ClinicCompositionLine of all
 * versions. GPtrArray of ClinicVersionLine; caller unrefs. */
GPtrArray *clinic_version_line_compare (GListModel *lines,
                                        gint64      before,
                                        gint64      after);

G_END_DECLS

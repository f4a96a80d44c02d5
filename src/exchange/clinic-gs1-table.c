/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-gs1-table.h"

/* General Specifications, 7.8: no element is longer. */
#define LONGEST 90

/* *INDENT-OFF* */
static const ClinicGs1Identifier known[] = {
  { "01", CLINIC_GS1_ARTICLE, 14, TRUE },
  { "02", CLINIC_GS1_ARTICLE, 14, TRUE },
  { "03", CLINIC_GS1_ARTICLE, 14, TRUE },
  { "10", CLINIC_GS1_TEXT, 20, FALSE },
  { "11", CLINIC_GS1_DATE, 6, TRUE },
  { "13", CLINIC_GS1_DATE, 6, TRUE },
  { "15", CLINIC_GS1_DATE, 6, TRUE },
  { "16", CLINIC_GS1_DATE, 6, TRUE },
  { "17", CLINIC_GS1_DATE, 6, TRUE },
  { "21", CLINIC_GS1_TEXT, 20, FALSE },
  { "30", CLINIC_GS1_NUMBER, 8, FALSE },
  { "240", CLINIC_GS1_TEXT, 30, FALSE },
  { "710", CLINIC_GS1_TEXT, 20, FALSE },
  { "711", CLINIC_GS1_TEXT, 20, FALSE },
  { "712", CLINIC_GS1_TEXT, 20, FALSE },
  { "713", CLINIC_GS1_TEXT, 20, FALSE },
  { "714", CLINIC_GS1_TEXT, 20, FALSE },
  { "715", CLINIC_GS1_TEXT, 20, FALSE },
  { "716", CLINIC_GS1_TEXT, 20, FALSE },
  { "717", CLINIC_GS1_TEXT, 20, FALSE },
  { "7003", CLINIC_GS1_TIME, 10, TRUE },
};

/* By the first two digits: digits of the identifier, and of its value where they are predefined, so that
 * no separator follows (General Specifications, 7.8.5); 0: as many as there are up to a separator. */
static const struct { char first[3]; guint8 own, value; } others[] = {
  { "00", 2, 18 }, { "04", 2, 16 }, { "12", 2, 6 }, { "14", 2, 6 }, { "18", 2, 6 }, { "19", 2, 6 }, { "20", 2, 2 },
  { "22", 2, 0 }, { "23", 3, 0 }, { "24", 3, 0 }, { "25", 3, 0 },
  { "31", 4, 6 }, { "32", 4, 6 }, { "33", 4, 6 }, { "34", 4, 6 }, { "35", 4, 6 }, { "36", 4, 6 }, { "37", 2, 0 },
  { "39", 4, 0 }, { "40", 3, 0 }, { "41", 3, 13 }, { "42", 3, 0 }, { "43", 4, 0 },
  { "70", 4, 0 }, { "71", 3, 0 }, { "72", 4, 0 }, { "80", 4, 0 }, { "81", 4, 0 }, { "82", 4, 0 },
  { "90", 2, 0 }, { "91", 2, 0 }, { "92", 2, 0 }, { "93", 2, 0 }, { "94", 2, 0 }, { "95", 2, 0 }, { "96", 2, 0 },
  { "97", 2, 0 }, { "98", 2, 0 }, { "99", 2, 0 },
};

static const char *const foes[][2] = {
  { "01", "02" }, { "01", "37" }, { "01", "255" }, { "21", "235" },
};
/* *INDENT-ON* */

gboolean
clinic_gs1_table_find (const char          *text,
                       ClinicGs1Identifier *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_has_prefix (text, known[i].ai))
        {
          *found = known[i];
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
clinic_gs1_table_find_other (const char          *text,
                             ClinicGs1Identifier *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (!g_str_has_prefix (text, others[i].first))
        continue;

      if (strspn (text, "0123456789") < others[i].own)
        return FALSE;

      *found = (ClinicGs1Identifier) {
        .kind = others[i].value > 0 ? CLINIC_GS1_NUMBER : CLINIC_GS1_TEXT,
        .longest = others[i].value > 0 ? others[i].value : LONGEST,
        .fixed = others[i].value > 0,
        .carried = TRUE,
      };
      memcpy (found->ai, text, others[i].own);

      return TRUE;
    }

  return FALSE;
}

gboolean
clinic_gs1_table_is_usual (const char *ai)
{
  static const char *const usual[] = { "01", "10", "11", "17", "21", NULL };

  return g_strv_contains (usual, ai);
}

const char *
clinic_gs1_table_find_foe (const char        *ai,
                           const char *const *all)
{
  for (guint i = 0; i < G_N_ELEMENTS (foes); i++)
    {
      for (guint side = 0; side < 2; side++)
        {
          if (g_str_equal (foes[i][side], ai) && g_strv_contains (all, foes[i][1 - side]))
            return foes[i][1 - side];
        }
    }

  return NULL;
}

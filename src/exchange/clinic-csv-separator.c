/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-csv.h"
#include "clinic-csv-separator.h"
#include "clinic-error.h"

/* So many rows tell. */
#define SAMPLE 200

typedef struct
{
  char  sign;
  guint n_columns;      /* of the header */
  guint n_rows;
  guint n_equal;        /* rows with as many */
} Candidate;

static gboolean
try_separator (const char            *path,
               const ClinicEncoding  *encoding,
               Candidate             *candidate,
               GError               **error)
{
  g_autoptr(GInputStream) stream = clinic_encoding_open (path, encoding, error);
  g_autoptr(ClinicCsv) csv = NULL;

  if (stream == NULL)
    return FALSE;

  csv = clinic_csv_new (stream, candidate->sign);

  /* A wrong separator may well make nonsense of quotes: what cannot be read simply does not
   * count. */
  while (candidate->n_rows < SAMPLE && clinic_csv_next (csv, NULL))
    {
      if (clinic_csv_is_blank (csv))
        continue;

      if (candidate->n_columns == 0)
        {
          candidate->n_columns = clinic_csv_n_fields (csv);
          continue;
        }

      candidate->n_rows++;
      candidate->n_equal += clinic_csv_n_fields (csv) == candidate->n_columns &&
                            clinic_csv_get_fault (csv) == NULL;
    }

  return TRUE;
}

/* The share of rows that fit, in thousandths; a header alone fits. */
static guint
get_share (const Candidate *candidate)
{
  return candidate->n_rows > 0 ? candidate->n_equal * 1000 / candidate->n_rows : 1000;
}

static int
compare (const Candidate *one,
         const Candidate *other)
{
  gboolean all = get_share (one) == 1000;
  gboolean all_other = get_share (other) == 1000;

  if (all != all_other)
    return all ? 1 : -1;

  if (one->n_columns != other->n_columns)
    return one->n_columns > other->n_columns ? 1 : -1;

  return (int) get_share (one) - (int) get_share (other);
}

static const char *
get_label (char sign)
{
  switch (sign)
    {
    case ',': return _("comma");
    case ';': return _("semicolon");
    case '\t': return _("tab");
    case '|': return _("bar");
    default: return NULL;
    }
}

char
clinic_csv_separator_find (const char            *path,
                           const ClinicEncoding  *encoding,
                           char                 **how,
                           GError               **error)
{
  Candidate candidates[] = { { ',' }, { ';' }, { '\t' }, { '|' } };
  const Candidate *best = NULL;

  g_return_val_if_fail (path != NULL && encoding != NULL && how != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      if (!try_separator (path, encoding, &candidates[i], error))
        return 0;

      if (candidates[i].n_columns < 2)
        continue;

      if (best != NULL && compare (&candidates[i], best) == 0)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("The columns may be separated by %s or by %s: both fit. Say which "
                         "separator it is."),
                       get_label (best->sign), get_label (candidates[i].sign));
          return 0;
        }

      if (best == NULL || compare (&candidates[i], best) > 0)
        best = &candidates[i];
    }

  if (best == NULL)
    {
      *how = g_strdup (_("There is one column only."));
      return ',';
    }

  /* Translators: "%s" is comma, semicolon, tab or bar */
  *how = g_strdup_printf (_("Separator: %s; %u of the first %u rows have %u columns like the "
                            "header."),
                          get_label (best->sign), best->n_equal, best->n_rows, best->n_columns);

  return best->sign;
}

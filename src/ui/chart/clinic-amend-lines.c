/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-amend-lines.h"
#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-lot.h"

static void
line_free (gpointer data)
{
  ClinicAmendLine *line = data;

  g_free (line->label);
  g_free (line->value);
  g_free (line);
}

/* Takes over @value. */
static void
add_line (GPtrArray  *lines,
          const char *label,
          char       *value)
{
  ClinicAmendLine *line = g_new0 (ClinicAmendLine, 1);

  line->label = g_strdup (label);
  line->value = value;
  g_ptr_array_add (lines, line);
}

static void
add_zones (GPtrArray        *lines,
           ClinicChartSheet *sheet)
{
  for (guint i = 0; i < sheet->standing->injections->len; i++)
    {
      ClinicInjection *injection = sheet->standing->injections->pdata[i];
      g_autofree char *injected = clinic_chart_sheet_dup_injected (injection);
      g_autofree char *cocktail = clinic_chart_sheet_dup_cocktail (sheet, injection->cocktail_version_id);
      gboolean known = injection->cocktail_version_id != CLINIC_UNKNOWN;

      /* Translators: what was injected in a zone; the cocktail. */
      add_line (lines, clinic_choice_label (clinic_zones, injection->zone),
                known ? g_strdup_printf (_("%s · %s"), injected, cocktail) : g_strdup (injected));
    }
}

static void
add_lots (GPtrArray        *lines,
          ClinicChartSheet *sheet)
{
  for (guint i = 0; i < sheet->standing->draws->len; i++)
    {
      ClinicDraw *draw = sheet->standing->draws->pdata[i];
      ClinicLot *lot = g_hash_table_lookup (sheet->lots, &draw->lot_id);
      g_autofree char *ml = clinic_locale_decimal (draw->volume);
      g_autofree char *label = g_strdup_printf (_("Lot %s"), lot != NULL ? lot->number : "?");

      add_line (lines, label, g_strdup_printf (_("%s ml"), ml));
    }
}

static char *
dup_value (ClinicRecord      *record,
           const ClinicField *field)
{
  const char *text = field->storage == CLINIC_TEXT ? clinic_record_get_text (record, field) : NULL;
  gint64 number = field->storage == CLINIC_NUMBER ? clinic_record_get_number (record, field) : CLINIC_UNKNOWN;

  if (text == NULL && number == CLINIC_UNKNOWN)
    return NULL;

  switch (field->format)
    {
    case CLINIC_WALL:
      return clinic_locale_time (text);

    case CLINIC_CHOICE:
      return g_strdup (clinic_choice_label (field->choices, text));

    case CLINIC_DECIMAL:
      return clinic_locale_decimal (number);

    case CLINIC_PLAIN:
    case CLINIC_DATE:
    case CLINIC_LINK:
    default:
      return text != NULL ? g_strdup (text) : clinic_locale_number (number);
    }
}

GPtrArray *
clinic_amend_lines_list (ClinicChartSheet *sheet)
{
  static const char *const said[] = {
    "technique", "gauge", "needle_mm", "device", "anaesthetic", "pain", "began", "finished", "notes",
  };
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  ClinicRecord *session;

  g_return_val_if_fail (CLINIC_IS_CHART_SHEET (sheet), lines);

  session = CLINIC_RECORD (sheet->standing->session);
  add_zones (lines, sheet);
  add_lots (lines, sheet);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (session), said[i]);
      char *value = dup_value (session, field);

      if (value != NULL)
        add_line (lines, _(field->label), value);
    }

  return lines;
}

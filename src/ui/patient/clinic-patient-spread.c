/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-patient-spread.h"

static void
keep (ClinicSpread *columns)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < clinic_spread_get_n (columns); i++)
    {
      const ClinicSpreadPlace *place = clinic_spread_get_place (columns, i);

      if (place->shown)
        g_ptr_array_add (names, place->name);
    }

  g_ptr_array_add (names, NULL);
  clinic_patient_column_keep ((const char *const *) names->pdata);
}

static void
sorted_cb (ClinicSpread *columns)
{
  gboolean descending;
  int sorted = clinic_spread_get_sorted (columns, &descending);

  clinic_patient_column_keep_sorted (sorted, descending);
}

static void
toggle_cb (GSimpleAction *action,
           GVariant      *state,
           ClinicSpread  *columns)
{
  const char *name = g_action_get_name (G_ACTION (action));

  g_simple_action_set_state (action, state);

  for (guint i = 0; i < clinic_spread_get_n (columns); i++)
    {
      if (g_str_equal (clinic_spread_get_place (columns, i)->name, name))
        clinic_spread_show (columns, i, g_variant_get_boolean (state));
    }

  keep (columns);
}

static void
add_toggle (ClinicSpread            *columns,
            GActionMap              *actions,
            const ClinicSpreadPlace *place)
{
  g_autoptr(GSimpleAction) action =
    g_simple_action_new_stateful (place->name, NULL, g_variant_new_boolean (place->shown));

  g_signal_connect_object (action, "change-state", G_CALLBACK (toggle_cb), columns, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

ClinicSpread *
clinic_patient_spread_new (GActionMap *actions)
{
  ClinicSpread *self = clinic_spread_new ();
  guint n;
  const ClinicPatientColumn *columns = clinic_patient_column_list (&n);
  gboolean descending;
  int sorted = clinic_patient_column_sorted (&descending);

  clinic_spread_set_dropping (self, TRUE);

  for (guint i = 0; i < n; i++)
    {
      const ClinicSpreadPlace place = {
        .name = (char *) columns[i].name,
        .title = (char *) _(columns[i].title),
        .sorts = columns[i].sort != CLINIC_SORT_NOT,
        .shown = clinic_patient_column_shown (&columns[i]),
        .bold = i == 0,
        .warns = columns[i].warns,
        .ltr = columns[i].ltr,
        .whole = columns[i].whole,
        .chars = columns[i].chars,
      };

      clinic_spread_add (self, &place);

      if (i > 0)
        add_toggle (self, actions, &place);
    }

  clinic_spread_sort (self, sorted, descending);
  g_signal_connect (self, "sorted", G_CALLBACK (sorted_cb), NULL);

  return self;
}

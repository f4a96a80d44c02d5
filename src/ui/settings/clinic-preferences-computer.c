/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-preferences-private.h"
#include "clinic-settings.h"

static const AdwColorScheme schemes[] = {
  ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK
};

static void
appearance_changed_cb (ClinicPreferences *self)
{
  GSettings *settings = clinic_settings_get ();
  guint selected = adw_combo_row_get_selected (self->appearance);

  if (selected >= G_N_ELEMENTS (schemes))
    return;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[selected]);

  if (settings != NULL)
    g_settings_set_enum (settings, "appearance", selected);
}

void
clinic_preferences_show_computer (ClinicPreferences *self)
{
  GSettings *settings = clinic_settings_get ();

  if (settings != NULL)
    {
      adw_combo_row_set_selected (self->appearance, g_settings_get_enum (settings, "appearance"));
      g_settings_bind (settings, "hide-names", self->hide_names, "active", G_SETTINGS_BIND_DEFAULT);
    }

  g_signal_connect_object (self->appearance, "notify::selected",
                           G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
}

void
clinic_preferences_apply (void)
{
  GSettings *settings = clinic_settings_get ();
  int chosen = settings != NULL ? g_settings_get_enum (settings, "appearance") : 0;

  if (chosen > 0 && chosen < (int) G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[chosen]);
}

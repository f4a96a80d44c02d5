/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consents-rows.h"
#include "clinic-locale.h"

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* What people wrote is no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
make_button (const char *label,
             const char *icon,
             const char *tooltip,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon)
                                   : gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");

  if (tooltip != NULL)
    {
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }

  return button;
}

GtkWidget *
clinic_consents_make_need (ClinicConsentNeed *need)
{
  GtkWidget *row = make_row (need->title, need->state);
  GtkWidget *sign = gtk_image_new_from_icon_name (need->stands ? "object-select-symbolic"
                                                               : "dialog-warning-symbolic");
  GtkWidget *button = make_button (need->stands ? _("Sign _anew…") : _("_Sign…"), NULL, NULL,
                                   "consent.sign",
                                   g_variant_new ("(sx)", need->purpose, need->course));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);

  if (!need->stands)
    gtk_widget_remove_css_class (button, "flat");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

GtkWidget *
clinic_consents_make_signed (ClinicConsentSigned *one)
{
  g_autofree char *detail = g_strjoin ("\n", one->detail,
                                       one->altered ? _("Changed since it was signed: this is not what was signed")
                                                    : one->withdrawn,
                                       one->altered ? one->withdrawn : NULL, NULL);
  GtkWidget *row = make_row (one->title, detail);
  GVariant *id = g_variant_ref_sink (g_variant_new_int64 (one->id));

  if (one->altered)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-error-symbolic"));

  if (one->withdrawn == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_button (_("_Withdraw…"), NULL, NULL, "consent.withdraw", id));
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("action-unavailable-symbolic"));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (NULL, "document-save-symbolic", _("Save as PDF"),
                                          "consent.save", id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (NULL, "printer-symbolic", _("Print"), "consent.print",
                                          id));
  g_variant_unref (id);

  return row;
}

GtkWidget *
clinic_consents_make_home (ClinicHomeCare *care)
{
  g_autofree char *since = care->since != NULL ? clinic_locale_date (care->since) : NULL;
  g_autofree char *until = care->until != NULL ? clinic_locale_date (care->until) : NULL;
  g_autoptr(GString) detail = g_string_new (care->directions);
  GtkWidget *row;

  if (since != NULL)
    {
      g_string_append (detail, detail->len > 0 ? " · " : "");
      g_string_append_printf (detail, _("since %s"), since);
    }

  if (until != NULL)
    {
      g_string_append (detail, detail->len > 0 ? " · " : "");
      g_string_append_printf (detail, _("until %s"), until);
    }

  row = make_row (care->what, detail->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (NULL, "document-edit-symbolic", _("Change"), "home.edit",
                                          g_variant_new_int64 (clinic_record_get_id (CLINIC_RECORD (care)))));

  return row;
}

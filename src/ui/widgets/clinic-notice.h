/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_NOTICE (clinic_notice_get_type ())
G_DECLARE_FINAL_TYPE (ClinicNotice, clinic_notice, CLINIC, NOTICE, GtkWidget)

/* A line across a page or dialog that says what is wrong or what should be known, with a button
 * that does something about it; slides away when there is nothing to say. In .ui:
 * <object class="ClinicNotice" id="notice"/>. Properties: "text" (NULL or "": hidden), "kind"
 * ("error", "warning", "information"), "button-label", "action-name" (of the button). */

GtkWidget *clinic_notice_new        (void);
/* NULL hides it. */
void       clinic_notice_set_text   (ClinicNotice  *self,
                                     const char    *kind,
                                     const char    *text);
/* What went wrong; NULL hides it. */
void       clinic_notice_set_error  (ClinicNotice  *self,
                                     const GError  *error);
/* @label NULL: no button. @action_name: activated on the notice ("page.retry"). */
void       clinic_notice_set_button (ClinicNotice  *self,
                                     const char    *label,
                                     const char    *action_name);

G_END_DECLS

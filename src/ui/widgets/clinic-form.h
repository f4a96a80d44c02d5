/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FORM (clinic_form_get_type ())
G_DECLARE_FINAL_TYPE (ClinicForm, clinic_form, CLINIC, FORM, GObject)

/* Binds what is below a widget to the fields of a record: a descendant whose id in the .ui is a
 * field's name shows and changes that field. Fields without one are left alone. What may be one:
 *  - AdwEntryRow, GtkEntry or any GtkEditable: texts, numbers, decimals ("1,5" where people write
 *    so), dates (typed in the locale's order, "31.5.84"; written out when the row is left), wall
 *    times;
 *  - GtkSwitch, GtkCheckButton: flags;
 *  - AdwComboRow, GtkDropDown: choices (the form makes the model from the field's choices, with an
 *    empty first row unless the field is required) and links (after clinic_form_set_options ());
 *  - GtkTextView: texts of several lines;
 *  - ClinicHoursRow: hours of a week.
 * Rows without a title get the field's label; others an accessible label. A value that cannot be
 * is marked at its row, in words, when the row is left, and stays as it was typed. Properties:
 * "record" (the draft that is edited), "changed" (differs from what it was when set), "valid" (all
 * that was typed can be read). */

/* For the descendants of @widget, whose template was initialized. The form does not keep
 * @widget; it is to be dropped (g_clear_object ()) in its dispose. */
ClinicForm   *clinic_form_new          (GtkWidget       *widget,
                                        GType            record_type);
/* @record is a draft (a copy): the form writes into it as is typed. @today: for dates; may be
 * NULL. */
void          clinic_form_set_record   (ClinicForm      *self,
                                        ClinicRecord    *record,
                                        const char      *today);
ClinicRecord *clinic_form_get_record   (ClinicForm      *self);
/* For a link: the records to choose from (GListModel of ClinicRecord) and the property that names
 * them ("name"). @none: what stands for no record ("Any room"); NULL: one must be chosen. */
void          clinic_form_set_options  (ClinicForm      *self,
                                        const char      *field,
                                        GListModel      *options,
                                        const char      *property,
                                        const char      *none);
gboolean      clinic_form_get_changed  (ClinicForm      *self);
/* Checks all fields as a save would; marks what is wrong and puts the keyboard into the first of
 * it. */
gboolean      clinic_form_validate     (ClinicForm      *self,
                                        const char      *today,
                                        GError         **error);
/* Marks the field that @error's message begins with ("Telephone: …"); TRUE when there is one. */
gboolean      clinic_form_show_error   (ClinicForm      *self,
                                        const GError    *error);

G_END_DECLS

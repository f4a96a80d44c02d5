/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FORM (clinic_form_get_type ())
G_DECLARE_FINAL_TYPE (ClinicForm, clinic_form, CLINIC, FORM, GObject)

/* Binds the children of a template to the fields of a record: a child whose id is a field's name
 * shows and changes that field. Fields without a child are left alone. What may be a child:
 *  - AdwEntryRow, GtkEntry or any GtkEditable: texts, numbers, decimals ("1,5" where people write
 *    so), dates (typed in the locale's order, "31.5.84"; shown in full), wall times;
 *  - GtkSwitch, GtkCheckButton: flags;
 *  - AdwComboRow, GtkDropDown: choices (the form makes the model from the field's choices, with an
 *    empty first row unless the field is required) and links (after
 *    clinic_form_set_options ());
 *  - GtkTextView: texts of several lines.
 * Titles of rows that have none are the field's label; a missing accessible label is set. A value
 * that cannot be is marked at its row, in words, when the row is left, and kept as typed.
 * Properties: "record" (the draft that is edited), "changed" (differs from what it was when set),
 * "valid" (all that was typed can be read). */

/* To be called from class_init, after the template was set. */
void          clinic_form_class_bind   (GtkWidgetClass  *widget_class,
                                        GType            record_type);
/* For the template children of @widget, of type @widget_type. To be called after
 * gtk_widget_init_template (). The form does not keep @widget. */
ClinicForm   *clinic_form_new          (GtkWidget       *widget,
                                        GType            widget_type,
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

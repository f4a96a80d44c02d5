/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-record.h"

G_BEGIN_DECLS

/* One field of a form and the control that shows it; private to clinic-form.c. */
typedef struct
{
  const ClinicField *field;
  GtkWidget         *child;
  GPtrArray         *values;    /* choices: the value of each row, NULL for none */
  GArray            *ids;       /* links: the id of each row, CLINIC_UNKNOWN for none */
  GtkWidget         *mark;      /* the row below that says what is wrong; NULL: none */
  char              *problem;   /* why what was typed cannot be read; NULL: it can */
} ClinicFormField;

ClinicFormField *clinic_form_field_new         (const ClinicField *field,
                                                GtkWidget         *child);
void             clinic_form_field_free        (ClinicFormField   *self);

/* What the record says, into the control. */
void             clinic_form_field_show        (ClinicFormField   *self,
                                                ClinicRecord      *record);
/* What the control says, into the record; self->problem when it cannot be. */
void             clinic_form_field_read        (ClinicFormField   *self,
                                                ClinicRecord      *record,
                                                const char        *today);
/* Says below the control what is wrong; NULL: nothing. */
void             clinic_form_field_mark        (ClinicFormField   *self,
                                                const char        *problem);
void             clinic_form_field_set_options (ClinicFormField   *self,
                                                GListModel        *options,
                                                const char        *property,
                                                const char        *none);

G_END_DECLS

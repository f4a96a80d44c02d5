/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-form-save.h"
#include "clinic-preferences.h"
#include "clinic-query-model.h"

G_BEGIN_DECLS

struct _ClinicPreferences
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicForm       *form;
  ClinicFormSave   *save;
  ClinicQueryModel *room_list;
  ClinicNotice     *notice;
  AdwComboRow      *appearance;
  GtkWidget        *hide_names;
  GtkWidget        *clinic_group;
  GtkListBox       *people;
  GtkListBox       *rooms;
};

/* clinic-preferences-computer.c: what holds here, whatever the clinic. */
void clinic_preferences_show_computer  (ClinicPreferences *self);
/* clinic-preferences-clinic.c: what the clinic says of itself. */
void clinic_preferences_install_clinic (GtkWidgetClass    *widget_class);
void clinic_preferences_show_clinic    (ClinicPreferences *self);
/* clinic-preferences-people.c: who works here, and the rooms. */
void clinic_preferences_install_people (GtkWidgetClass    *widget_class);
void clinic_preferences_show_people    (ClinicPreferences *self);

G_END_DECLS

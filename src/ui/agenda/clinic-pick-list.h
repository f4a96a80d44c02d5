/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PICK_LIST (clinic_pick_list_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPickList, clinic_pick_list, CLINIC, PICK_LIST, GObject)

/* Names to pick one of, and the id that each stands for. Properties: "names" (GListModel of
 * strings), "selected" (position; writing it is a person's pick), "id" (read only). Signal
 * "picked": a person picked another. */

ClinicPickList *clinic_pick_list_new          (void);
/* Shows both in a control with the properties "model" and "selected" (a combo row, a
 * drop-down). */
void            clinic_pick_list_bind         (ClinicPickList  *self,
                                               GObject         *control);

/* Filling it: begin () empties it, what is added is shown by end (), which picks @id, or the
 * first when that is not there. Nobody is told of a pick. */
void            clinic_pick_list_begin        (ClinicPickList  *self);
void            clinic_pick_list_add          (ClinicPickList  *self,
                                               gint64           id,
                                               const char      *name);
/* Everybody at @desk who treats patients. */
void            clinic_pick_list_add_treating (ClinicPickList  *self,
                                               ClinicDesk      *desk);
void            clinic_pick_list_end          (ClinicPickList  *self,
                                               gint64           id);

/* 0 while there is nothing to pick. */
gint64          clinic_pick_list_get_id       (ClinicPickList  *self);
/* Picks @id without telling; does nothing, and gives FALSE, when it is not there. */
gboolean        clinic_pick_list_set_id       (ClinicPickList  *self,
                                               gint64           id);
guint           clinic_pick_list_get_length   (ClinicPickList  *self);

G_END_DECLS

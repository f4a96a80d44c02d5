/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PAGE (clinic_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinicPage, clinic_page, CLINIC, PAGE, AdwBin)

/* A place, a page of it, or a section of a page: shows something of the open clinic. Properties:
 * "desk" (construct only), "id" (the record shown; 0 for pages that show no single one), "title",
 * "subtitle" (of the window, while it is shown; may hold no patient's name where the clinic wants
 * that: the window sees to it), "loading".
 *
 * Loading: the base class calls reload () when the page is first mapped, when "id" changes while
 * it is mapped, and when a table of klass->tables was changed; unmapped pages only remember that
 * they must. */
struct _ClinicPageClass
{
  AdwBinClass         parent_class;

  /* Tables whose change makes the page load again; NULL-terminated; NULL: none. */
  const char *const  *tables;

  /* Loads anew what is shown. Must leave what a person is typing alone. */
  void             (* reload)  (ClinicPage *self);
  /* Put the keyboard where work starts; the default focuses the first control. Given once more
   * when what was being loaded is there, if the keyboard is not in the page by then. */
  void             (* start)   (ClinicPage *self);
  /* The page is left for another: save drafts. */
  void             (* leave)   (ClinicPage *self);
  /* Why what was typed in it cannot be kept; NULL: it is, or nothing is known against it. Lent. */
  const GError  *  (* trouble) (ClinicPage *self);
  /* What was typed and is not kept is given up. */
  void             (* give_up) (ClinicPage *self);
};

ClinicDesk *clinic_page_get_desk     (ClinicPage  *self);
gint64      clinic_page_get_id       (ClinicPage  *self);
/* Another record in the same page. */
void        clinic_page_set_id       (ClinicPage  *self,
                                      gint64       id);
const char *clinic_page_get_title    (ClinicPage  *self);
void        clinic_page_set_title    (ClinicPage  *self,
                                      const char  *title);
const char *clinic_page_get_subtitle (ClinicPage  *self);
void        clinic_page_set_subtitle (ClinicPage  *self,
                                      const char  *subtitle);
gboolean    clinic_page_get_loading  (ClinicPage  *self);
void        clinic_page_set_loading  (ClinicPage  *self,
                                      gboolean     loading);
/* Loads now if mapped, else when next mapped. */
void        clinic_page_queue_reload (ClinicPage  *self);
/* Loads what a page needs before it is first seen. */
void        clinic_page_load_ahead   (ClinicPage  *self);
void        clinic_page_start        (ClinicPage  *self);
void        clinic_page_leave        (ClinicPage  *self);
/* NULL where nothing typed is in danger. Lent. */
const GError *clinic_page_get_trouble (ClinicPage *self);
void        clinic_page_give_up      (ClinicPage  *self);

G_END_DECLS

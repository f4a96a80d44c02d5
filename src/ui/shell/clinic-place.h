/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

/* A place of the window: what the sidebar lists, or a page that is only gone to from another. */
typedef struct
{
  const char  *name;        /* "today" */
  const char  *title;       /* N_(); NULL: not in the sidebar */
  const char  *icon;
  const char  *right;       /* the command without whose right nobody needs it; NULL: everybody */
  GType      (*get_type)    (void);     /* a ClinicPage */
} ClinicPlace;

/* All of them. */
const ClinicPlace *clinic_place_list     (guint              *n_places);
const ClinicPlace *clinic_place_find     (const char         *name);
/* Names of the places that somebody with @roles uses, what they need most first; caller frees with
 * g_free (). Ends with NULL. */
const char       **clinic_place_list_for (const char         *roles);

G_END_DECLS

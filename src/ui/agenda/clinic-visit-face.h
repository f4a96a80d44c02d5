/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-visit.h"

G_BEGIN_DECLS

/* What of a visit stands where. */
typedef enum
{
  CLINIC_VISIT_LOOK_MINE,       /* a line: time, name, age, nth of course, cocktail, signs, state */
  CLINIC_VISIT_LOOK_CLINIC,     /* the same with the practitioner in place of the cocktail */
  CLINIC_VISIT_LOOK_CARD,       /* name; time, how long here, practitioner; telephone */
} ClinicVisitLook;

#define CLINIC_TYPE_VISIT_LOOK (clinic_visit_look_get_type ())
GType clinic_visit_look_get_type (void);

#define CLINIC_TYPE_VISIT_FACE (clinic_visit_face_get_type ())
G_DECLARE_FINAL_TYPE (ClinicVisitFace, clinic_visit_face, CLINIC, VISIT_FACE, GtkWidget)

/* What lists of the day show of a visit, drawn by one widget: with a label for each text the first
 * list of the morning took longer than all else that starts. Texts are made when they are first
 * drawn, and anew when the visit notifies. A line that gets narrow leaves out what matters least;
 * who listens hears all of it. Properties: "visit", "look", "waited" (words, may be NULL). */

G_END_DECLS

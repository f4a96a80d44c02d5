/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PHOTO (clinic_photo_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhoto, clinic_photo, CLINIC, PHOTO, ClinicRecord)

/* From where the head is seen, in the order in which they are taken and shown. Left and right are
 * the patient's. */
extern const ClinicChoice clinic_photo_views[];

/* A photograph of a patient: what it shows and when it was taken. The picture itself is found by
 * @content (clinic-picture-vault.h). Never taken away, only archived.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicPhoto
{
  ClinicRecord parent_instance;

  gint64        patient_id;
  gint64        session_id;
  gint64        course_id;
  char         *view;
  char         *taken_on;
  char         *content;        /* keyed hash of the picture */
  gint64        width;          /* pixels */
  gint64        height;
  char         *note;
  char         *archived_on;
};

ClinicPhoto *clinic_photo_new (void);
/* Which of clinic_photo_views it is, from 0; how many those are when it is none. */
guint        clinic_photo_view_place (const char *view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-photo-course.h"
#include "clinic-photo-load.h"

static gboolean
is_wanted (ClinicPhoto *photo,
           gint64       course)
{
  return photo->view != NULL && photo->taken_on != NULL && (course == CLINIC_UNKNOWN || photo->course_id == course);
}

/* The earliest photo of the view of @last, on a day before it. */
static gboolean
find_first (GPtrArray *photos,
            gint64     course,
            guint      last,
            guint     *first)
{
  ClinicPhoto *latest = photos->pdata[last];

  for (guint i = 0; i < last; i++)
    {
      ClinicPhoto *photo = photos->pdata[i];

      if (is_wanted (photo, course) && g_str_equal (photo->view, latest->view) &&
          !g_str_equal (photo->taken_on, latest->taken_on))
        {
          *first = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_pair (GPtrArray *photos,
           gint64     course,
           guint     *first,
           guint     *last)
{
  for (guint i = photos->len; i > 0; i--)
    {
      if (is_wanted (photos->pdata[i - 1], course) && find_first (photos, course, i - 1, first))
        {
          *last = i - 1;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
clinic_photo_course_find_pair (GPtrArray *photos,
                               gint64     course,
                               guint     *first,
                               guint     *last)
{
  g_return_val_if_fail (photos != NULL && first != NULL && last != NULL, FALSE);

  return find_pair (photos, course, first, last) || find_pair (photos, CLINIC_UNKNOWN, first, last);
}

char *
clinic_photo_course_say_pair (ClinicPhoto *first,
                              ClinicPhoto *last)
{
  g_autofree char *before = clinic_photo_dup_day (first);
  g_autofree char *after = clinic_photo_dup_day (last);

  return g_strdup_printf (C_("view, day and day", "%s: %s and %s"), clinic_photo_get_view_label (last), before, after);
}

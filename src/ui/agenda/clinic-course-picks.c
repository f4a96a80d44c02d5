/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda-column.h"
#include "clinic-course-picks.h"

typedef enum
{
  PICK_PROTOCOL,
  PICK_PRACTITIONER,
  PICK_ROOM,
  PICK_DIAGNOSIS,
  PICK_COCKTAIL,
  N_PICKS
} Pick;

struct _ClinicCoursePicks
{
  GObject parent_instance;

  ClinicPickList *lists[N_PICKS];
};

const char *const clinic_course_pick_names[] = {
  "protocol", "practitioner", "room", "diagnosis", "cocktail", NULL
};

static guint picked_signal;

G_DEFINE_FINAL_TYPE (ClinicCoursePicks, clinic_course_picks, G_TYPE_OBJECT)

/* @none: what stands for no pick; NULL: one must be picked. @names: beside @records; NULL: their
 * own. */
static void
fill_list (ClinicCoursePicks *self,
           Pick               pick,
           const char        *none,
           GPtrArray         *records,
           GPtrArray         *names,
           gint64             picked)
{
  clinic_pick_list_begin (self->lists[pick]);

  if (none != NULL)
    clinic_pick_list_add (self->lists[pick], 0, none);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *name = NULL;

      if (names == NULL)
        g_object_get (records->pdata[i], "name", &name, NULL);

      clinic_pick_list_add (self->lists[pick], clinic_record_get_id (records->pdata[i]),
                            names != NULL ? names->pdata[i] : name);
    }

  clinic_pick_list_end (self->lists[pick], picked);
}

/* Whoever acts, if they treat; else who treated the patient last (@last; 0: nobody). */
static void
fill_practitioners (ClinicCoursePicks *self,
                    ClinicDesk        *desk,
                    gint64             last)
{
  ClinicStaff *actor = clinic_desk_get_actor (desk);
  ClinicPickList *list = self->lists[PICK_PRACTITIONER];

  clinic_pick_list_begin (list);
  clinic_pick_list_add_treating (list, desk);
  clinic_pick_list_end (list, actor != NULL && clinic_agenda_treats (actor)
                              ? clinic_record_get_id (CLINIC_RECORD (actor)) : last);
}

/* Another practitioner or room leaves what was settled by hand; another protocol does not. The
 * diagnosis and the cocktail are not planned with, but what is shown is always what is asked. */
static void
list_picked_cb (ClinicCoursePicks *self,
                ClinicPickList    *list)
{
  g_signal_emit (self, picked_signal, 0, list == self->lists[PICK_PROTOCOL]);
}

static void
clinic_course_picks_finalize (GObject *object)
{
  for (guint i = 0; i < N_PICKS; i++)
    g_object_unref (CLINIC_COURSE_PICKS (object)->lists[i]);

  G_OBJECT_CLASS (clinic_course_picks_parent_class)->finalize (object);
}

static void
clinic_course_picks_class_init (ClinicCoursePicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_course_picks_finalize;

  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
clinic_course_picks_init (ClinicCoursePicks *self)
{
  for (guint i = 0; i < N_PICKS; i++)
    {
      self->lists[i] = clinic_pick_list_new ();
      g_signal_connect_object (self->lists[i], "picked", G_CALLBACK (list_picked_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

ClinicCoursePicks *
clinic_course_picks_new (void)
{
  return g_object_new (CLINIC_TYPE_COURSE_PICKS, NULL);
}

ClinicPickList *
clinic_course_picks_get_list (ClinicCoursePicks *self,
                              const char        *name)
{
  g_return_val_if_fail (CLINIC_IS_COURSE_PICKS (self), NULL);

  for (guint i = 0; i < N_PICKS; i++)
    {
      if (strcmp (clinic_course_pick_names[i], name) == 0)
        return self->lists[i];
    }

  g_return_val_if_reached (NULL);
}

void
clinic_course_picks_fill (ClinicCoursePicks   *self,
                          ClinicDesk          *desk,
                          ClinicCourseOptions *options)
{
  gint64 diagnosis;

  g_return_if_fail (CLINIC_IS_COURSE_PICKS (self) && CLINIC_IS_DESK (desk) && options != NULL);

  diagnosis = options->diagnoses->len > 0 ? clinic_record_get_id (options->diagnoses->pdata[0]) : 0;
  fill_list (self, PICK_PROTOCOL, NULL, options->protocols, NULL, options->protocol);
  fill_practitioners (self, desk, options->practitioner);
  fill_list (self, PICK_ROOM, _("Any that is free"), options->rooms, NULL, 0);
  fill_list (self, PICK_DIAGNOSIS, C_("diagnosis", "None"), options->diagnoses,
             options->diagnosis_names, diagnosis);
  fill_list (self, PICK_COCKTAIL, _("Not decided yet"), options->cocktails, NULL,
             options->cocktail);
}

void
clinic_course_picks_read (ClinicCoursePicks   *self,
                          ClinicCourseRequest *request)
{
  g_return_if_fail (CLINIC_IS_COURSE_PICKS (self) && request != NULL);

  request->protocol = clinic_pick_list_get_id (self->lists[PICK_PROTOCOL]);
  request->practitioner = clinic_pick_list_get_id (self->lists[PICK_PRACTITIONER]);
  request->room = clinic_pick_list_get_id (self->lists[PICK_ROOM]);
  request->diagnosis = clinic_pick_list_get_id (self->lists[PICK_DIAGNOSIS]);
  request->cocktail = clinic_pick_list_get_id (self->lists[PICK_COCKTAIL]);
}

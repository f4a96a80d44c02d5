/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-hit.h"
#include "clinic-place.h"
#include "clinic-search-hits.h"
#include "clinic-text.h"

/* The clinic's own date differs from the machine's only around midnight of travellers. */
GPtrArray *
clinic_search_hits_read (ClinicDb    *db,
                         const char  *text,
                         GError     **error)
{
  g_autofree char *today = clinic_clock_today (NULL);

  return clinic_hit_search (db, text, today, error);
}

void
clinic_search_hits_find_places (GListStore *places,
                                ClinicDesk *desk,
                                const char *typed)
{
  ClinicStaff *actor = clinic_desk_get_actor (desk);
  g_autofree const char **names = clinic_place_list_for (actor != NULL ? actor->roles : NULL);
  g_autofree char *wanted = clinic_text_fold (typed);

  g_list_store_remove_all (places);

  for (const char **name = names; *name != NULL; name++)
    {
      const ClinicPlace *place = clinic_place_find (*name);
      g_autofree char *title = clinic_text_fold (_(place->title));
      g_autoptr(ClinicHit) hit = clinic_hit_new ();

      if (!g_str_has_prefix (title, wanted))
        continue;

      g_object_set (hit, "kind", "place", "icon", place->icon, "title", _(place->title), "word",
                    place->name, NULL);
      g_list_store_append (places, hit);
    }
}

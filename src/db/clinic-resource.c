/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-resource.h"

#include "anagen-data.h"

#define PREFIX "/org/anagen/Anagen/"

/* The generated getter is called by name, so that the linker keeps the data in. */
static GResource *
get_resource (void)
{
  return clinic_data_get_resource ();
}

GBytes *
clinic_resource_lookup (const char *path)
{
  g_autofree char *full = g_strconcat (PREFIX, path, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  return g_resource_lookup_data (get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

char *
clinic_resource_dup_text (const char *path)
{
  g_autoptr(GBytes) bytes = clinic_resource_lookup (path);

  if (bytes == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

gboolean
clinic_resource_exists (const char *path)
{
  g_autofree char *full = g_strconcat (PREFIX, path, NULL);

  return g_resource_get_info (get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL,
                              NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

char **
clinic_resource_list (const char *folder)
{
  g_autofree char *full = g_strconcat (PREFIX, folder, NULL);
  char **names;

  names = g_resource_enumerate_children (get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    return g_new0 (char *, 1);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names;
}

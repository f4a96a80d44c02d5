/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <sys/random.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "clinic-audit-key.h"

static gboolean
refuse (GError     **error,
        const char  *path,
        const char  *why)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
               _("The key of the trail of changes, “%s”, cannot be used: %s."), path, why);

  return FALSE;
}

static gboolean
decode (const char *text,
        guint8      key[CLINIC_AUDIT_KEY_BYTES])
{
  for (guint i = 0; i < CLINIC_AUDIT_KEY_BYTES; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]);
      int low = high < 0 ? -1 : g_ascii_xdigit_value (text[2 * i + 1]);

      if (low < 0)
        return FALSE;

      key[i] = high << 4 | low;
    }

  return text[2 * CLINIC_AUDIT_KEY_BYTES] == '\0' ||
         g_ascii_isspace (text[2 * CLINIC_AUDIT_KEY_BYTES]);
}

static GString *
make_key (void)
{
  guint8 bytes[CLINIC_AUDIT_KEY_BYTES];
  GString *text;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    return NULL;

  text = g_string_sized_new (2 * sizeof bytes + 2);

  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (text, "%02x", bytes[i]);

  explicit_bzero (bytes, sizeof bytes);

  return g_string_append_c (text, '\n');
}

static gboolean
write_whole (const char    *path,
             const GString *text)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean written;

  if (fd < 0)
    return FALSE;

  written = write (fd, text->str, text->len) == (gssize) text->len && fsync (fd) == 0;

  return close (fd) == 0 && written;
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/* The file appears whole or not at all; whoever was faster has made it. */
static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = g_strdup_printf ("%s.new-%d-%p", path, (int) getpid (),
                                            (gpointer) g_thread_self ());
  GString *text = make_key ();
  gboolean made;
  int failure;

  if (text == NULL)
    return refuse (error, path, g_strerror (errno));

  made = g_mkdir_with_parents (folder, 0700) == 0 &&
         write_whole (aside, text) &&
         (link (aside, path) == 0 || errno == EEXIST);
  failure = errno;

  explicit_bzero (text->str, text->len);
  g_string_free (text, TRUE);
  g_unlink (aside);
  sync_folder (folder);

  return made || refuse (error, path, g_strerror (failure));
}

gboolean
clinic_audit_key_read (ClinicDb  *db,
                       gboolean   may_make,
                       guint8     key[CLINIC_AUDIT_KEY_BYTES],
                       GError   **error)
{
  const char *path = clinic_db_get_key_path (db);
  g_autoptr(GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize length;
  gboolean good;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!may_make)
        return refuse (error, path,
                       _("it is missing. Put it back from where the last backup lies; without it "
                         "nobody can tell "
                         "whether the trail is whole"));

      if (!make_file (path, error))
        return FALSE;
    }

  if (!g_file_get_contents (path, &text, &length, &failure))
    return refuse (error, path, failure->message);

  good = length >= 2 * CLINIC_AUDIT_KEY_BYTES && decode (text, key);
  explicit_bzero (text, length);

  return good ||
         refuse (error, path, _("it does not hold a key. Put it back from where the last backup lies"));
}

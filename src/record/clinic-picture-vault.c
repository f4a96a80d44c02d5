/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <sodium.h>

#include <glib/gi18n-lib.h>

#include "clinic-audit-key.h"
#include "clinic-picture-orphan.h"
#include "clinic-picture-vault.h"

/* The sealed form: a byte for the manner of sealing, the nonce, then ciphertext with its tag. */
#define MANNER          1
#define HEAD_BYTES      (1 + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
#define OVERHEAD_BYTES  (HEAD_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define HASH_BYTES      32

/* The clinic's one key serves for nothing but making others, each for one purpose. */
#define PURPOSE "pictures"

enum
{
  KEY_SEAL = 1,
  KEY_HASH,
};

typedef struct
{
  guint8 seal[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  guint8 hash[crypto_generichash_KEYBYTES];
} Keys;

G_STATIC_ASSERT (CLINIC_AUDIT_KEY_BYTES == crypto_kdf_KEYBYTES);
G_STATIC_ASSERT (sizeof PURPOSE - 1 == crypto_kdf_CONTEXTBYTES);

static const char * const kinds[] = { "photo", "thumbnail" };

static void
keys_free (Keys *keys)
{
  sodium_free (keys);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keys, keys_free)

static gboolean
fail (GError     **error,
      const char  *why)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
               _("The picture cannot be read: %s. Restore it from the last backup."), why);

  return FALSE;
}

/* In memory that is neither swapped out nor dumped, and wiped when it is given back. */
static Keys *
read_keys (ClinicDb  *db,
           GError   **error)
{
  guint8 master[CLINIC_AUDIT_KEY_BYTES];
  Keys *keys;

  if (!clinic_audit_key_read (db, FALSE, master, error))
    return NULL;

  if (sodium_init () < 0 || (keys = sodium_malloc (sizeof *keys)) == NULL)
    {
      sodium_memzero (master, sizeof master);
      fail (error, _("there is no memory to keep its key in"));
      return NULL;
    }

  crypto_kdf_derive_from_key (keys->seal, sizeof keys->seal, KEY_SEAL, PURPOSE, master);
  crypto_kdf_derive_from_key (keys->hash, sizeof keys->hash, KEY_HASH, PURPOSE, master);
  sodium_memzero (master, sizeof master);

  return keys;
}

static char *
hash_content (const Keys *keys,
              GBytes     *bytes)
{
  guint8 hash[HASH_BYTES];
  char text[2 * HASH_BYTES + 1];

  crypto_generichash (hash, sizeof hash, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                      keys->hash, sizeof keys->hash);
  sodium_bin2hex (text, sizeof text, hash, sizeof hash);

  return g_strdup (text);
}

/* What a picture is sealed for: neither can another be put in its place, nor its thumbnail. */
static char *
describe (const char        *content,
          ClinicPictureKind  kind)
{
  return g_strconcat (kinds[kind], ":", content, NULL);
}

static GBytes *
seal (const Keys        *keys,
      const char        *content,
      ClinicPictureKind  kind,
      GBytes            *bytes)
{
  g_autofree char *purpose = describe (content, kind);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint8 *sealed = g_malloc (length + OVERHEAD_BYTES);

  sealed[0] = MANNER;
  randombytes_buf (sealed + 1, HEAD_BYTES - 1);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + HEAD_BYTES, NULL, data, length,
                                              (const guint8 *) purpose, strlen (purpose), NULL,
                                              sealed + 1, keys->seal);

  return g_bytes_new_take (sealed, length + OVERHEAD_BYTES);
}

static GBytes *
unseal (const Keys         *keys,
        const char         *content,
        ClinicPictureKind   kind,
        GBytes             *sealed,
        GError            **error)
{
  g_autofree char *purpose = describe (content, kind);
  g_autofree guint8 *opened = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (sealed, &length);

  if (length <= OVERHEAD_BYTES || data[0] != MANNER)
    {
      fail (error, _("it is damaged"));
      return NULL;
    }

  opened = g_malloc (length - OVERHEAD_BYTES);

  if (crypto_aead_xchacha20poly1305_ietf_decrypt (opened, NULL, NULL, data + HEAD_BYTES,
                                                  length - HEAD_BYTES, (const guint8 *) purpose,
                                                  strlen (purpose), data + 1, keys->seal) != 0)
    {
      fail (error, _("it is damaged, or was sealed with another clinic's key"));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&opened), length - OVERHEAD_BYTES);
}

/* 1 or 0, or -1 with @error. */
static gint64
is_known (ClinicDb           *db,
          const char         *content,
          ClinicPictureKind   kind,
          GError            **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "picture-known", error);

  if (statement == NULL)
    return -1;

  clinic_statement_bind_text (statement, 1, content);
  clinic_statement_bind_text (statement, 2, kinds[kind]);

  return clinic_statement_step (statement, error) ? clinic_statement_get_int (statement, 0) : -1;
}

static gboolean
write_sealed (ClinicDb           *db,
              const Keys         *keys,
              const char         *content,
              ClinicPictureKind   kind,
              GBytes             *bytes,
              GError            **error)
{
  gint64 known = is_known (db, content, kind, error);
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GBytes) sealed = NULL;

  if (known != 0)
    return known > 0;

  if ((statement = clinic_db_query (db, "picture-insert", error)) == NULL)
    return FALSE;

  sealed = seal (keys, content, kind, bytes);
  clinic_statement_bind_text (statement, 1, content);
  clinic_statement_bind_text (statement, 2, kinds[kind]);
  clinic_statement_bind_bytes (statement, 3, sealed);

  return clinic_statement_run (statement, error) == 1;
}

gboolean
clinic_picture_vault_has (ClinicDb    *db,
                          const char  *content,
                          gboolean    *has,
                          GError     **error)
{
  gint64 photo, thumbnail;

  g_return_val_if_fail (db != NULL && content != NULL && has != NULL, FALSE);

  photo = is_known (db, content, CLINIC_PICTURE_PHOTO, error);
  thumbnail = photo >= 0 ? is_known (db, content, CLINIC_PICTURE_THUMBNAIL, error) : -1;
  *has = photo > 0 && thumbnail > 0;

  return thumbnail >= 0;
}

char *
clinic_picture_vault_keep (ClinicDb  *db,
                           GBytes    *photo,
                           GBytes    *thumbnail,
                           GError   **error)
{
  g_autoptr(Keys) keys = NULL;
  g_autofree char *content = NULL;

  g_return_val_if_fail (db != NULL && photo != NULL && thumbnail != NULL, NULL);

  if ((keys = read_keys (db, error)) == NULL)
    return NULL;

  content = hash_content (keys, photo);

  /* First of all: who sweeps at this moment is waited for, or waits. */
  if (!clinic_picture_orphan_hold (db, content, error) ||
      !write_sealed (db, keys, content, CLINIC_PICTURE_PHOTO, photo, error) ||
      !write_sealed (db, keys, content, CLINIC_PICTURE_THUMBNAIL, thumbnail, error))
    return NULL;

  return g_steal_pointer (&content);
}

static GBytes *
read_sealed (ClinicDb           *db,
             const char         *content,
             ClinicPictureKind   kind,
             GError            **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "picture-find", error);
  GError *failure = NULL;
  GBytes *sealed;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, content);
  clinic_statement_bind_text (statement, 2, kinds[kind]);

  if (clinic_statement_step (statement, &failure) &&
      (sealed = clinic_statement_dup_bytes (statement, 0)) != NULL)
    return sealed;

  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    fail (error, _("it is missing"));

  return NULL;
}

static GBytes *
read_picture (ClinicDb           *db,
              const Keys         *keys,
              const char         *content,
              ClinicPictureKind   kind,
              GError            **error)
{
  g_autoptr(GBytes) sealed = read_sealed (db, content, kind, error);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *hash = NULL;

  if (sealed == NULL || (bytes = unseal (keys, content, kind, sealed, error)) == NULL)
    return NULL;

  if (kind == CLINIC_PICTURE_PHOTO)
    hash = hash_content (keys, bytes);

  if (hash != NULL && strcmp (hash, content) != 0)
    {
      fail (error, _("it is not the picture that was kept"));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

GBytes *
clinic_picture_vault_read (ClinicDb           *db,
                           const char         *content,
                           ClinicPictureKind   kind,
                           GError            **error)
{
  g_autoptr(Keys) keys = NULL;

  g_return_val_if_fail (db != NULL && content != NULL, NULL);

  keys = read_keys (db, error);

  return keys != NULL ? read_picture (db, keys, content, kind, error) : NULL;
}

typedef struct
{
  gint64  photo;
  char   *content;
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->content);
}

static GArray *
list_contents (ClinicDb  *db,
               GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "photo-contents", error);
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GError *failure = NULL;

  g_array_set_clear_func (entries, entry_clear);

  if (statement == NULL)
    return NULL;

  while (clinic_statement_step (statement, &failure))
    {
      Entry entry = { clinic_statement_get_int (statement, 0),
                      g_strdup (clinic_statement_get_text (statement, 1)) };

      g_array_append_val (entries, entry);
    }

  if (failure == NULL)
    return g_steal_pointer (&entries);

  g_propagate_error (error, failure);

  return NULL;
}

static void
check_entry (ClinicDb                *db,
             const Keys              *keys,
             const Entry             *entry,
             ClinicPictureDamageFunc  found,
             gpointer                 user_data)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = read_picture (db, keys, entry->content, kind, &error);

      if (bytes == NULL)
        {
          found (entry->photo, error->message, user_data);
          return;
        }
    }
}

gint64
clinic_picture_vault_check (ClinicDb                 *db,
                            ClinicPictureDamageFunc   found,
                            gpointer                  user_data,
                            GCancellable             *cancellable,
                            GError                  **error)
{
  g_autoptr(GArray) entries = NULL;
  g_autoptr(Keys) keys = NULL;

  g_return_val_if_fail (db != NULL && found != NULL, -1);

  if ((entries = list_contents (db, error)) == NULL)
    return -1;

  /* Without photos nothing needs the key, which a clinic just made may not have yet. */
  if (entries->len > 0 && (keys = read_keys (db, error)) == NULL)
    return -1;

  for (guint i = 0; i < entries->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;

      check_entry (db, keys, &g_array_index (entries, Entry, i), found, user_data);
    }

  return entries->len;
}

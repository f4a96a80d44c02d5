/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures are kept sealed, once, and read only when they are whole. */

#include "config.h"

#include <string.h>

#include "clinic-audit-key.h"
#include "clinic-error.h"
#include "clinic-photo.h"
#include "clinic-picture-vault.h"
#include "clinic-test.h"
#include "record-maker.h"

#define CANARY "JFIF-CANARY of a face"

static void
make_key (ClinicDb *db)
{
  guint8 key[CLINIC_AUDIT_KEY_BYTES];
  g_autoptr(GError) error = NULL;

  clinic_audit_key_read (db, TRUE, key, &error);
  g_assert_no_error (error);
}

static char *
keep (ClinicDb   *db,
      const char *photo,
      const char *thumbnail)
{
  g_autoptr(GBytes) whole = g_bytes_new (photo, strlen (photo));
  g_autoptr(GBytes) small = g_bytes_new (thumbnail, strlen (thumbnail));
  g_autoptr(GError) error = NULL;
  char *content;

  maker_begin (db);
  content = clinic_picture_vault_keep (db, whole, small, &error);
  g_assert_no_error (error);
  maker_commit (db);

  return content;
}

static void
check_read (ClinicDb          *db,
            const char        *content,
            ClinicPictureKind  kind,
            const char        *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = clinic_picture_vault_read (db, content, kind, &error);

  if (expected == NULL)
    {
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
run (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static GBytes *
read_sealed (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement =
    clinic_db_prepare (db, "SELECT sealed FROM picture WHERE kind = 'photo'", NULL);

  g_assert_true (clinic_statement_step (statement, NULL));

  return clinic_statement_dup_bytes (statement, 0);
}

static void
write_sealed (ClinicDb      *db,
              const guint8  *data,
              gsize          length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(ClinicStatement) statement =
    clinic_db_prepare (db, "UPDATE picture SET sealed = $1 WHERE kind = 'photo'", NULL);

  clinic_statement_bind_bytes (statement, 1, bytes);
  g_assert_cmpint (clinic_statement_run (statement, NULL), ==, 1);
}

static void
test_kept_is_read (ClinicDb *db)
{
  g_autofree char *content = NULL;

  make_key (db);
  content = keep (db, CANARY, "small");
  g_assert_cmpuint (strlen (content), ==, 64);
  check_read (db, content, CLINIC_PICTURE_PHOTO, CANARY);
  check_read (db, content, CLINIC_PICTURE_THUMBNAIL, "small");
}

static void
test_same_picture_is_kept_once (ClinicDb *db)
{
  g_autofree char *content = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;

  make_key (db);
  content = keep (db, CANARY, "small");
  again = keep (db, CANARY, "small");
  other = keep (db, "another", "small");
  g_assert_cmpstr (content, ==, again);
  g_assert_cmpstr (content, !=, other);
  g_assert_cmpint (maker_count (db, "picture"), ==, 4);
}

static void
test_nothing_lies_open (ClinicDb *db)
{
  g_autofree char *content = NULL;
  g_autoptr(GBytes) sealed = NULL;
  g_autofree char *plain = g_compute_checksum_for_string (G_CHECKSUM_SHA256, CANARY, -1);

  make_key (db);
  content = keep (db, CANARY, CANARY);
  sealed = read_sealed (db);
  g_assert_null (memmem (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), "CANARY", 6));
  /* Who has the picture cannot tell from its name that the clinic has it. */
  g_assert_cmpstr (content, !=, plain);
}

static void
test_damage_is_found (ClinicDb *db)
{
  g_autofree char *content = NULL;
  g_autofree guint8 *data = NULL;
  g_autoptr(GBytes) sealed = NULL;
  gsize length;

  make_key (db);
  content = keep (db, CANARY, "small");
  sealed = read_sealed (db);
  data = g_memdup2 (g_bytes_get_data (sealed, &length), g_bytes_get_size (sealed));
  length = g_bytes_get_size (sealed);

  for (gsize i = 0; i < length; i++)
    {
      data[i] ^= 1 << i % 8;
      write_sealed (db, data, length);
      check_read (db, content, CLINIC_PICTURE_PHOTO, NULL);
      data[i] ^= 1 << i % 8;
    }

  for (gsize n = 0; n < length; n++)
    {
      write_sealed (db, data, n);
      check_read (db, content, CLINIC_PICTURE_PHOTO, NULL);
    }

  write_sealed (db, data, length);
  check_read (db, content, CLINIC_PICTURE_PHOTO, CANARY);
}

static void
test_pictures_cannot_be_exchanged (ClinicDb *db)
{
  g_autofree char *content = NULL;
  g_autofree char *other = NULL;

  make_key (db);
  content = keep (db, CANARY, "small");
  other = keep (db, "another", "little");
  run (db, "UPDATE picture SET content = content || 'x' WHERE kind = 'photo'");
  check_read (db, content, CLINIC_PICTURE_PHOTO, NULL);
  run (db, "UPDATE picture SET kind = 'photo' WHERE kind = 'thumbnail'");
  check_read (db, content, CLINIC_PICTURE_PHOTO, NULL);
  check_read (db, other, CLINIC_PICTURE_PHOTO, NULL);
}

static void
count_damage (gint64      photo,
              const char *what,
              gpointer    count)
{
  g_assert_cmpint (photo, !=, 0);
  ++*(guint *) count;
}

static gint64
check_all (ClinicDb *db,
           guint    *n_damaged)
{
  g_autoptr(GError) error = NULL;
  gint64 n;

  *n_damaged = 0;
  n = clinic_picture_vault_check (db, count_damage, n_damaged, NULL, &error);
  g_assert_no_error (error);

  return n;
}

static void
add_photo (ClinicDb   *db,
           const char *content)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) photo = NULL;

  maker_begin (db);
  photo = maker_make (&change, CLINIC_TYPE_PHOTO, FALSE);
  maker_set (photo, "content", content);
  maker_save (&change, photo);
  maker_commit (db);
}

static void
test_check_finds_what_is_damaged_or_missing (ClinicDb *db)
{
  g_autofree char *content = NULL;
  g_autofree char *other = NULL;
  guint n_damaged;

  g_assert_cmpint (check_all (db, &n_damaged), ==, 0);

  make_key (db);
  content = keep (db, CANARY, "small");
  add_photo (db, content);
  other = keep (db, "another", "little");
  add_photo (db, other);
  g_assert_cmpint (check_all (db, &n_damaged), ==, 2);
  g_assert_cmpuint (n_damaged, ==, 0);

  run (db, "DELETE FROM picture WHERE kind = 'thumbnail'");
  check_all (db, &n_damaged);
  g_assert_cmpuint (n_damaged, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/picture-vault/kept-is-read", test_kept_is_read);
  clinic_test_add ("/picture-vault/same-picture-is-kept-once", test_same_picture_is_kept_once);
  clinic_test_add ("/picture-vault/nothing-lies-open", test_nothing_lies_open);
  clinic_test_add ("/picture-vault/damage-is-found", test_damage_is_found);
  clinic_test_add ("/picture-vault/pictures-cannot-be-exchanged", test_pictures_cannot_be_exchanged);
  clinic_test_add ("/picture-vault/check-finds-what-is-damaged-or-missing",
                   test_check_finds_what_is_damaged_or_missing);

  return g_test_run ();
}

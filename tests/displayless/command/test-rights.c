/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-error.h"
#include "clinic-report.h"
#include "clinic-rights.h"

/* The matrix once more, typed by hand: receptionist, practitioner, manager, owner. */
typedef struct
{
  const char *command;
  const char *allowed;
} Row;

/* *INDENT-OFF* */
static const Row matrix[] = {
  { "clinic.create",     "...o" },
  { "staff.save",        "..mo" },
  { "room.save",         "..mo" },
  { "setting.save",      "..mo" },
  { "formulary.save",    ".pmo" },
  { "lot.save",          ".pmo" },
  { "protocol.save",     ".pmo" },
  { "patient.register",  "rpmo" },
  { "patient.edit",      "rpmo" },
  { "patient.archive",   ".pmo" },
  { "history.save",      ".p.o" },
  { "medicine.add",      "rpmo" },
  { "check-in.save",     "rpmo" },
  { "snippet.save",      ".pmo" },
  { "course.start",      "rpmo" },
  { "course.edit",       "rpmo" },
  { "session.book",      "rpmo" },
  { "session.overbook",  ".pmo" },
  { "session.move",      "rpmo" },
  { "session.cancel",    "rpmo" },
  { "session.no-show",   "rpmo" },
  { "session.state",     "rpmo" },
  { "session.chart",     ".p.o" },
  { "session.sign",      ".p.o" },
  { "session.amend",     ".p.o" },
  { "reaction.log",      ".p.o" },
  { "reaction.clear",    ".p.o" },
  { "reaction.assess",   ".p.o" },
  { "follow-up.save",    "rpmo" },
  { "measurement.add",   ".p.o" },
  { "decision.take",     ".p.o" },
  { "photo.add",         ".p.o" },
  { "photo.edit",        ".p.o" },
  { "photo.archive",     ".p.o" },
  { "photo.view",        ".pmo" },
  { "photo.export",      ".pmo" },
  { "photo.sweep",       "rpmo" },
  { "consent.sign",      ".p.o" },
  { "consent.confirm",   ".p.o" },
  { "consent.withdraw",  "rpmo" },
  { "consent.form",      ".pmo" },
  { "aftercare.save",    ".pmo" },
  { "homecare.save",     ".p.o" },
  { "paper.write",       "rpmo" },
  { "import.run",        "..mo" },
  { "undo.run",          "rpmo" },
  { "undo.import",       "..mo" },
  { "report.run",        ".pmo" },
  { "report.overrides",  "..mo" },
  { "export.run",        "..mo" },
  { "changes.read",      ".pmo" },
  { "audit.read",        "..mo" },
  { "backup.run",        "..mo" },
  { "demo.make",         "...o" },
};
/* *INDENT-ON* */

static void
test_matrix_is_the_agreed_one (void)
{
  const char *const *roles = clinic_rights_roles ();
  const char *const *commands = clinic_rights_commands ();

  g_assert_cmpuint (g_strv_length ((char **) roles), ==, 4);
  g_assert_cmpuint (g_strv_length ((char **) commands), ==, G_N_ELEMENTS (matrix));

  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++)
    {
      g_assert_true (g_strv_contains (commands, matrix[i].command));

      for (guint role = 0; role < 4; role++)
        {
          g_test_message ("%s of %s", matrix[i].command, roles[role]);
          g_assert_cmpint (clinic_rights_allow (roles[role], matrix[i].command), ==,
                           matrix[i].allowed[role] == roles[role][0]);
        }
    }
}

static void
test_unknown_is_nobodys (void)
{
  g_assert_false (clinic_rights_allow ("owner", "session.forge"));
  g_assert_false (clinic_rights_allow ("king", "session.sign"));
  g_assert_false (clinic_rights_allow ("", "session.sign"));
  g_assert_false (clinic_rights_allow (NULL, "session.sign"));
  g_assert_false (clinic_rights_allow ("owners", "session.sign"));
  g_assert_true (clinic_rights_allow ("receptionist practitioner", "session.sign"));
  g_assert_true (clinic_rights_allow ("  receptionist  owner ", "session.sign"));
}

static void
test_refusals_read_well (void)
{
  g_autofree char *sign = clinic_rights_dup_refusal ("session.sign");
  g_autofree char *report = clinic_rights_dup_refusal ("report.run");
  g_autofree char *demo = clinic_rights_dup_refusal ("demo.make");

  g_assert_cmpstr (sign, ==, "Only a practitioner or the owner may sign a session.");
  g_assert_cmpstr (report, ==, "Only a practitioner, a manager or the owner may make a report.");
  g_assert_cmpstr (demo, ==, "Only the owner may make a demonstration clinic.");
}

static void
test_every_command_has_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++)
    g_assert_cmpstr (clinic_rights_describe (matrix[i].command), !=, matrix[i].command);
}

static void
test_roles_are_checked (void)
{
  static const char *const refused[] = { NULL, "", "  ", "doctor", "owner doctor", "owner,manager",
                                         "Owner" };
  static const char *const taken[] = { "owner", "receptionist practitioner", "  manager " };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (clinic_rights_check_roles (refused[i], &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    g_assert_true (clinic_rights_check_roles (taken[i], NULL));
}

/* Every name in quotes after one of the functions that ask for a right. */
static void
collect_commands (const char *path,
                  GHashTable *names)
{
  g_autofree char *text = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("clinic_act_(?:run|save|edit|check|check_also) "
                                         "\\([^;\"]*\"([a-z.-]+)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  for (g_regex_match (regex, text, 0,
                      &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (names, g_match_info_fetch (match, 1));
}

static void
test_every_command_given_is_in_the_matrix (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ANAGEN_SOURCE_DIR"), "src", "command",
                                              NULL);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GHashTableIter iter;
  gpointer name;

  g_assert_nonnull (dir);

  for (const char *file = g_dir_read_name (dir); file != NULL; file = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_str_has_suffix (file, ".c"))
        collect_commands (path, names);
    }

  g_assert_cmpuint (g_hash_table_size (names), >, 8);
  g_hash_table_iter_init (&iter, names);

  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_test_message ("%s", (const char *) name);
      g_assert_true (g_strv_contains (clinic_rights_commands (), name));
    }
}

/* A report that asks for a right asks for one that somebody can have. */
static void
test_rights_of_reports_are_in_the_matrix (void)
{
  g_auto(GStrv) names = clinic_report_list ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ClinicReport) report = clinic_report_load (*name, &error);

      g_assert_no_error (error);
      g_assert_true (g_strv_contains (clinic_rights_commands (), clinic_report_get_right (report)));
      g_assert_true (g_str_has_prefix (clinic_report_get_right (report), "report."));
      g_assert_true (clinic_rights_allow ("owner", clinic_report_get_right (report)));
      g_assert_cmpint (clinic_rights_allow ("practitioner", clinic_report_get_right (report)), ==,
                       !g_str_equal (*name, "rule-overrides"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/rights/matrix", test_matrix_is_the_agreed_one);
  g_test_add_func ("/command/rights/unknown", test_unknown_is_nobodys);
  g_test_add_func ("/command/rights/refusals", test_refusals_read_well);
  g_test_add_func ("/command/rights/words", test_every_command_has_words);
  g_test_add_func ("/command/rights/roles", test_roles_are_checked);
  g_test_add_func ("/command/rights/in-the-matrix", test_every_command_given_is_in_the_matrix);

  g_test_add_func ("/command/rights/reports", test_rights_of_reports_are_in_the_matrix);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-resource.h"
#include "clinic-rights.h"

typedef struct
{
  const char *name;
  const char *words;
} Wording;

static const char *const roles_known[] = { "receptionist", "practitioner", "manager", "owner",
                                           NULL };

/* With the article that the sentence of a refusal needs. */
static const Wording role_words[] = {
  { "receptionist", N_("a receptionist") },
  { "practitioner", N_("a practitioner") },
  { "manager", N_("a manager") },
  { "owner", N_("the owner") },
};

/* How "Only … may" goes on. */
static const Wording command_words[] = {
  { "clinic.create", N_("make a clinic") },
  { "staff.save", N_("change who works here") },
  { "room.save", N_("change the rooms") },
  { "setting.save", N_("change the settings") },
  { "formulary.save", N_("change the formulary") },
  { "lot.save", N_("change the lots") },
  { "protocol.save", N_("change the protocols") },
  { "patient.register", N_("register a patient") },
  { "patient.edit", N_("change a patient’s details") },
  { "patient.archive", N_("archive or restore a patient") },
  { "history.save", N_("change allergies, conditions and diagnoses") },
  { "medicine.add", N_("note a medicine") },
  { "check-in.save", N_("write down what was answered on arriving") },
  { "snippet.save", N_("change phrases for notes") },
  { "course.start", N_("start a course") },
  { "course.edit", N_("change a course") },
  { "session.book", N_("book a session") },
  { "session.overbook", N_("overbook on purpose") },
  { "session.move", N_("move a session") },
  { "session.cancel", N_("cancel a session") },
  { "session.no-show", N_("mark a no-show") },
  { "session.state", N_("change the state of a session") },
  { "session.chart", N_("chart a session") },
  { "session.sign", N_("sign a session") },
  { "session.amend", N_("amend a signed session") },
  { "reaction.log", N_("log a reaction") },
  { "reaction.clear", N_("say that a reaction has cleared") },
  { "reaction.assess", N_("judge what a reaction came from") },
  { "follow-up.save", N_("change follow-up calls") },
  { "measurement.add", N_("add a measurement") },
  { "decision.take", N_("decide about a course") },
  { "photo.add", N_("add a photo") },
  { "photo.edit", N_("say anew what a photo shows") },
  { "photo.archive", N_("archive or restore a photo") },
  { "photo.view", N_("look at photos") },
  { "photo.export", N_("give photos out") },
  { "photo.sweep", N_("take away pictures that belong to no photo") },
  { "consent.sign", N_("take a consent") },
  { "consent.confirm", N_("note that a consent stands") },
  { "consent.withdraw", N_("note that a consent is withdrawn") },
  { "consent.form", N_("change the forms that patients sign") },
  { "aftercare.save", N_("change the aftercare") },
  { "homecare.save", N_("change the home care of a patient") },
  { "paper.write", N_("print or write a paper") },
  { "import.run", N_("import a table") },
  { "undo.run", N_("take back a change") },
  { "undo.import", N_("take back an import") },
  { "report.run", N_("make a report") },
  { "report.overrides", N_("read which rules staff members overrode") },
  { "export.run", N_("export records") },
  { "changes.read", N_("read what was changed in a patient’s file") },
  { "audit.read", N_("read the audit trail") },
  { "backup.run", N_("make a backup") },
  { "demo.make", N_("make a demonstration clinic") },
};

typedef struct
{
  GStrv       commands;
  GHashTable *roles;       /* command → GStrv of those who may */
} Matrix;

static gpointer
read_matrix (gpointer data)
{
  g_autoptr(GBytes) bytes = clinic_resource_lookup ("rights.ini");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  Matrix *matrix = g_new0 (Matrix, 1);

  /* The file is part of the program: when it cannot be read, nobody may do anything. */
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_error ("The table of rights cannot be read");

  matrix->commands = g_key_file_get_keys (file, "rights", NULL, NULL);
  matrix->roles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; matrix->commands[i] != NULL; i++)
    g_hash_table_insert (matrix->roles, matrix->commands[i],
                         g_key_file_get_string_list (file, "rights", matrix->commands[i], NULL,
                                                     NULL));

  return matrix;
}

static const Matrix *
get_matrix (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_matrix, NULL);
}

static const char *
find_words (const Wording *wordings,
            gsize          n_wordings,
            const char    *name)
{
  for (gsize i = 0; i < n_wordings; i++)
    {
      if (g_str_equal (wordings[i].name, name))
        return _(wordings[i].words);
    }

  return name;
}

/* "a practitioner, a manager or the owner" */
static char *
join_roles (const char *const *names)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_names = g_strv_length ((char **) names);

  for (guint i = 0; i < n_names; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == n_names ? _(" or ") : _(", "));

      g_string_append (text, find_words (role_words, G_N_ELEMENTS (role_words), names[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *const *
clinic_rights_roles (void)
{
  return roles_known;
}

const char *const *
clinic_rights_commands (void)
{
  return (const char *const *) get_matrix ()->commands;
}

gboolean
clinic_rights_allow (const char *roles,
                     const char *command)
{
  const char *const *allowed = g_hash_table_lookup (get_matrix ()->roles, command);
  g_auto(GStrv) names = NULL;

  if (allowed == NULL || roles == NULL)
    return FALSE;

  names = g_strsplit (roles, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strv_contains (allowed, names[i]))
        return TRUE;
    }

  return FALSE;
}

char *
clinic_rights_dup_refusal (const char *command)
{
  const char *const *allowed = g_hash_table_lookup (get_matrix ()->roles, command);
  g_autofree char *who = NULL;

  if (allowed == NULL || allowed[0] == NULL)
    return g_strdup_printf (_("Nobody may do this: %s."), command);

  who = join_roles (allowed);

  /* Translators: "Only a practitioner or the owner may sign a session." */
  return g_strdup_printf (_("Only %s may %s."), who, clinic_rights_describe (command));
}

char *
clinic_rights_dup_bar (const char *const *roles)
{
  g_autofree char *who = NULL;

  if (roles == NULL || roles[0] == NULL)
    return g_strdup (_("Nobody may pass this."));

  who = join_roles (roles);

  /* Translators: of what a rule stops: “Your role may not pass this; the owner can.” */
  return g_strdup_printf (_("Your role may not pass this; %s can."), who);
}

const char *
clinic_rights_describe (const char *command)
{
  return find_words (command_words, G_N_ELEMENTS (command_words), command);
}

gboolean
clinic_rights_check_roles (const char  *roles,
                           GError     **error)
{
  g_auto(GStrv) names = g_strsplit (roles != NULL ? roles : "", " ", -1);
  guint n_known = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (names[i][0] == '\0')
        continue;

      if (!g_strv_contains (roles_known, names[i]))
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("“%s” is no role. The roles are receptionist, practitioner, manager and "
                         "owner."), names[i]);
          return FALSE;
        }

      n_known++;
    }

  if (n_known == 0)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("Everybody who works here needs a role: receptionist, practitioner, "
                           "manager or owner."));

  return n_known > 0;
}

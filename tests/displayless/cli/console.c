/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/wait.h>

#include "console.h"

void
console_clear (Console *console)
{
  g_clear_pointer (&console->output, g_free);
  g_clear_pointer (&console->errors, g_free);
}

/* Runs anagenctl with these words; what it exits with. */
int
run_words (Console     *console,
           const char **words)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  console_clear (console);
  g_ptr_array_add (argv, (gpointer) g_getenv ("ANAGENCTL"));

  for (; *words != NULL; words++)
    g_ptr_array_add (argv, (gpointer) * words);

  g_ptr_array_add (argv, NULL);
  launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "ANAGEN_CLOCK",
                                console->clock != NULL ? console->clock : "2026-11-21T09:30:00Z", TRUE);
  g_subprocess_launcher_setenv (launcher, "ANAGEN_CLINIC", console->location, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &console->output, &console->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

/* Fails the test with what the program said when it exits otherwise. */
void
expect (Console    *console,
        int         status,
        const char *first,
        ...)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  va_list arguments;
  int found;

  va_start (arguments, first);

  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);

  va_end (arguments);
  g_ptr_array_add (words, NULL);
  found = run_words (console, (const char **) words->pdata);

  if (found != status)
    {
      g_test_message ("%s %s…: %d instead of %d\n%s\n%s", first, (char *) words->pdata[1], found,
                      status,
                      console->output, console->errors);
      g_test_fail ();
    }
}

void
make_clinic (Console *console)
{
  expect (console, 0, "init", "--name", "Test clinic", "--zone", "Europe/Vienna", "--owner",
          "Owner",
          "--room", "Room 1", "--room", "Room 2", "--hours", "Mo-Sa 08:00-19:00", NULL);
  expect (console, 0, "staff", "--as", "Owner", "--name", "Dr Weber", "--roles", "practitioner",
          NULL);
  expect (console, 0, "staff", "--as", "Owner", "--name", "Front desk", "--roles", "receptionist",
          NULL);
}

char *
first_line (Console *console)
{
  char *end = strchr (console->output, '\n');

  return end != NULL ? g_strndup (console->output,
                                  end - console->output) : g_strdup (console->output);
}

char *
register_patient (Console    *console,
                  const char *family_name)
{
  expect (console, 0, "register", "--as", "Front desk", "--family-name", family_name,
          "--given-name", "Ayşe",
          "--birth-date", "1984-05-31", "--sex", "M", NULL);

  return first_line (console);
}

void
assert_contains (const char *text,
                 const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in:\n%s", words, text);

  g_assert_nonnull (strstr (text, words));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where foreign pictures are decoded nothing else can be done. */

#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clinic-decode-formats.h"

static void
open_file (void)
{
  open ("/etc/passwd", O_RDONLY);
}

static void
make_file (void)
{
  open ("/tmp/anagen-decode-test", O_WRONLY | O_CREAT, 0600);
}

static void
open_network (void)
{
  socket (AF_INET, SOCK_STREAM, 0);
}

static void
start_process (void)
{
  execl ("/bin/true", "true", NULL);
}

static void
look_around (void)
{
  kill (getppid (), 0);
}

static void
make_code (void)
{
  mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void
compute (void)
{
  g_free (g_malloc0 (10 * 1024 * 1024));
}

typedef struct
{
  const char *path;
  void (* act)(void);
  gboolean lives;
} Case;

static const Case cases[] = {
  { "/confine/file-is-not-opened", open_file, FALSE },
  { "/confine/file-is-not-made", make_file, FALSE },
  { "/confine/network-is-not-reached", open_network, FALSE },
  { "/confine/process-is-not-started", start_process, FALSE },
  { "/confine/others-are-not-looked-at", look_around, FALSE },
  { "/confine/memory-is-not-executable", make_code, FALSE },
  { "/confine/memory-is-to-be-had", compute, TRUE },
};

static void
test_confined (gconstpointer data)
{
  const Case *confined = data;
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      clinic_decode_confine ();
      confined->act ();
      _exit (EXIT_SUCCESS);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  if (confined->lives)
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == EXIT_SUCCESS);
  else
    g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_confined);

  return g_test_run ();
}

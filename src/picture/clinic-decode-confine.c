/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <seccomp.h>

#include "clinic-decode-formats.h"

#define MOST_MEMORY  (600 * 1024 * 1024)
#define MOST_SECONDS 20

/* Enough to read, to write, to get memory and to end. Memory is never made executable. */
static const int allowed[] = {
  SCMP_SYS (read), SCMP_SYS (write), SCMP_SYS (exit), SCMP_SYS (exit_group), SCMP_SYS (brk),
  SCMP_SYS (munmap), SCMP_SYS (mremap), SCMP_SYS (madvise), SCMP_SYS (futex),
  SCMP_SYS (rt_sigreturn), SCMP_SYS (rt_sigprocmask), SCMP_SYS (getrandom),
  SCMP_SYS (clock_gettime), SCMP_SYS (gettimeofday), SCMP_SYS (restart_syscall),
  SCMP_SYS (sysinfo),   /* qsort () asks how much memory there is */
#ifdef __SANITIZE_ADDRESS__
  SCMP_SYS (sigaltstack), SCMP_SYS (rt_sigaction), SCMP_SYS (getpid), SCMP_SYS (gettid),
  SCMP_SYS (sched_yield), SCMP_SYS (mprotect),
#endif
};

static void
limit (int    what,
       rlim_t most)
{
  struct rlimit bounds = { most, most };

  if (setrlimit (what, &bounds) != 0)
    _exit (EXIT_FAILURE);
}

static void
limit_means (void)
{
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NPROC, 0);
  limit (RLIMIT_CPU, MOST_SECONDS);
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_AS, MOST_MEMORY);
#endif
}

void
clinic_decode_confine (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
  gboolean good = filter != NULL && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;

  limit_means ();

  for (guint i = 0; good && i < G_N_ELEMENTS (allowed); i++)
    good = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0;

  good = good &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
         seccomp_load (filter) == 0;

  if (!good)
    _exit (EXIT_FAILURE);

  seccomp_release (filter);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The built console program in front of one clinic, and what it said last. */
typedef struct
{
  const char *location;
  const char *clock;            /* an instant; NULL: 2026-11-21T09:30:00Z */
  char       *output;
  char       *errors;
} Console;

void  console_clear    (Console      *console);

/* Runs anagenctl with these words; what it exits with. */
int   run_words        (Console      *console,
                        const char  **words);
/* Fails the test with what the program said when it exits otherwise. The words end with NULL. */
void  expect           (Console      *console,
                        int           status,
                        const char   *first,
                        ...) G_GNUC_NULL_TERMINATED;
/* A clinic with an owner ("Owner"), a practitioner ("Dr Weber") and a receptionist ("Front desk"). */
void  make_clinic      (Console      *console);
/* What it said first; caller frees. */
char *first_line       (Console      *console);
/* A man's file number, of whom nothing has to be asked before he is treated; caller frees. */
char *register_patient (Console      *console,
                        const char   *family_name);
void  assert_contains  (const char   *text,
                        const char   *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Console, console_clear)

G_END_DECLS

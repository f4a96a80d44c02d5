/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"

G_BEGIN_DECLS

/* What the console tells the shell. */
typedef enum
{
  CLINIC_EXIT_DONE = 0,
  CLINIC_EXIT_FAILED = 1,       /* the storage or the system failed */
  CLINIC_EXIT_USAGE = 2,        /* the words of the call are off */
  CLINIC_EXIT_INVALID = 3,      /* what was given cannot be */
  CLINIC_EXIT_CONFLICT = 4,     /* somebody was faster, or a time is taken */
  CLINIC_EXIT_DENIED = 5,       /* the acting person has no right to it */
  CLINIC_EXIT_FINDINGS = 6,     /* rules object: accept them with --accept RULE=REASON */
  CLINIC_EXIT_HELD = 7,         /* another process holds the clinic */
  CLINIC_EXIT_DAMAGED = 8,      /* a check found damage */
  CLINIC_EXIT_CANCELLED = 9,
} ClinicExit;

/* One call of the console: what all commands share. */
typedef struct
{
  char       *location;     /* --clinic */
  char       *staff;        /* --as */
  char       *format;       /* --format */
  char      **accepted;     /* --accept RULE=REASON */
  gboolean    quiet;        /* --quiet */
  gboolean    found_key;    /* beside a clinic to be made there was a key already */
  ClinicDb   *db;
  ClinicAct  *act;
} ClinicCli;

/* Returns one of ClinicExit. argv[0] is the command's own name. */
typedef int (* ClinicCliFunc) (ClinicCli  *cli,
                               int         argc,
                               char      **argv);

typedef struct
{
  const char    *name;
  const char    *summary;       /* N_() */
  ClinicCliFunc  func;
} ClinicCliCommand;

/* The commands, in the order of the help; ends with { NULL }. */
extern const ClinicCliCommand clinic_cli_commands[];

int         clinic_cli_init          (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_demo          (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_import        (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_register      (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_history       (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_book          (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_move          (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_state         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_chart         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_sign          (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_amend         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_react         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_measure       (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_photo         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_consent       (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_paper         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_report        (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_list          (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_export        (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_backup        (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_sweep         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_check         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_audit         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_undo          (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_staff         (ClinicCli  *cli, int argc, char **argv);
int         clinic_cli_lot           (ClinicCli  *cli, int argc, char **argv);

/* Reads the options of a command with those all share; @usage: what follows the name ("FILE…"),
 * @description: a text with examples below the options. -1: go on; else what to exit with (help
 * was shown, or the words were off). */
int         clinic_cli_parse         (ClinicCli          *cli,
                                      const GOptionEntry *entries,
                                      const char         *usage,
                                      const char         *description,
                                      int                *argc,
                                      char             ***argv);
/* Opens the clinic and finds who acts; says what is wrong. CLINIC_EXIT_DONE or what to exit
 * with. Reading does not need the clinic to be free and needs no acting person. */
int         clinic_cli_open          (ClinicCli          *cli,
                                      ClinicDbMode        mode);
/* Makes an empty clinic with its tables. */
int         clinic_cli_create        (ClinicCli          *cli);
/* Takes away a clinic's file that was just made and could not be filled. */
void        clinic_cli_discard       (ClinicCli          *cli);
void        clinic_cli_close         (ClinicCli          *cli);
/* Says @error, with the findings that stand in the way, and returns the exit code for it. */
int         clinic_cli_fail          (ClinicCli          *cli,
                                      const GError       *error);
/* What was found in the last command, to stderr: each objection with the words that accept it. */
void        clinic_cli_print_findings (ClinicCli         *cli);
/* Whether a file may be written at @path: not over a clinic, nor over what belongs to this one. */
gboolean    clinic_cli_check_target  (ClinicCli          *cli,
                                      const char         *path,
                                      GError            **error);
/* A mistake in the call. */
int         clinic_cli_usage         (const char         *format,
                                      ...) G_GNUC_PRINTF (1, 2);
/* A line for the person, unless --quiet. */
void        clinic_cli_say           (ClinicCli          *cli,
                                      const char         *format,
                                      ...) G_GNUC_PRINTF (2, 3);
/* ClinicProgressFunc: a line that counts up on a terminal; stops on Ctrl+C. */
gboolean    clinic_cli_progress      (guint64             done,
                                      guint64             total,
                                      gpointer            cli);
/* Cancelled by Ctrl+C. */
GCancellable *clinic_cli_cancellable (void);

/* The id of a row named by its own text ("P00001", "Dr Weber", "12 v3") or its number; 0 after
 * saying what is wrong. */
gint64      clinic_cli_find          (ClinicCli          *cli,
                                      const char         *table,
                                      const char         *name);
/* As above; CLINIC_NULL when @name is NULL. @failed is set to TRUE when it was not found. */
gint64      clinic_cli_find_optional (ClinicCli          *cli,
                                      const char         *table,
                                      const char         *name,
                                      gboolean           *failed);

/* What a row is called by people: its file number, name or code, else its id. Caller frees. */
char       *clinic_cli_name          (ClinicCli          *cli,
                                      const char         *table,
                                      gint64              id);
/* All rows of a statement to standard output, columns as the query names them. */
int         clinic_cli_print_statement (ClinicCli        *cli,
                                        ClinicStatement  *statement);

G_END_DECLS

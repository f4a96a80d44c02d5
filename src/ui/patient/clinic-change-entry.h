/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHANGE_ENTRY (clinic_change_entry_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChangeEntry, clinic_change_entry, CLINIC, CHANGE_ENTRY, ClinicRecord)

/* Something that was done about a patient, with what it changed in words. Read from queries,
 * never stored, and put into words by clinic-change-words; its id is the operation's. */
struct _ClinicChangeEntry
{
  ClinicRecord  parent_instance;

  char         *at;                 /* an instant */
  char         *staff;
  char         *command;            /* "session.book"; of an undo "undo.run" */
  gint64        undoes;             /* the operation; unknown when it is no undo */
  char         *undone_command;
  gint64        undone_by;          /* the operation; unknown when it stands */
  char         *reason;
  char         *title;              /* what was done, in words */
  char         *moment;             /* as people write it */
  char         *words;              /* a line each */
};

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-follow-up.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction.h"

G_BEGIN_DECLS

/* A new call or a change of one (follow-up.save). The id; 0 with @error. */
gint64   clinic_follow_up_save     (ClinicAct            *act,
                                    ClinicFollowUp       *follow_up,
                                    GError              **error);
/* The call was made (follow-up.save), now, by whoever acts: @outcome "reached", "cleared",
 * "dropped". @note may be NULL. */
gboolean clinic_follow_up_finish   (ClinicAct            *act,
                                    gint64                follow_up,
                                    const char           *outcome,
                                    const char           *note,
                                    GError              **error);
/* Nobody was reached (follow-up.save): that is kept, and a call is due tomorrow. */
gboolean clinic_follow_up_again    (ClinicAct            *act,
                                    gint64                follow_up,
                                    GError              **error);

/* What the clinic says of all kinds of reaction: from which grade on (1 to 5) and after how many days somebody is
 * called, or what is shipped. FALSE with @error. */
gboolean clinic_follow_up_read_usual (ClinicDb           *db,
                                      gint64             *grade,
                                      gint64             *days,
                                      GError            **error);
/* Says it (setting.save); CLINIC_UNKNOWN: stays as it is. Refused outside grades 1 to 5 and 365 days. */
gboolean clinic_follow_up_set_usual  (ClinicAct          *act,
                                      gint64              grade,
                                      gint64              days,
                                      GError            **error);

/* For the commands of reactions, in their transaction. */

/* A new reaction of the clinic's grade ("follow-up.grade", 2 as shipped) or more, or a red flag,
 * is called after in so many days ("follow-up.days", 1 as shipped; both settings), unless its kind
 * says another grade or other days; not one that has cleared. */
gboolean clinic_follow_up_plan     (ClinicChange         *change,
                                    ClinicReaction       *reaction,
                                    ClinicReactionKind   *kind,
                                    GError              **error);
/* Calls about @reaction that are still to be made are not needed any more. */
gboolean clinic_follow_up_end_all  (ClinicChange         *change,
                                    gint64                reaction,
                                    const char           *now,
                                    GError              **error);

G_END_DECLS

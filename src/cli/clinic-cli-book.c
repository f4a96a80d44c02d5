/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Booking: one session or a whole course, moving, and what became of a visit. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "clinic-booking.h"
#include "clinic-cli.h"
#include "clinic-date.h"
#include "clinic-plan.h"
#include "clinic-table.h"

typedef struct
{
  char     *patient;
  char     *practitioner;
  char     *room;
  char     *protocol;
  char     *diagnosis;
  char     *cocktail;
  char     *goal;
  char     *start;
  char     *time;
  char     *days;
  char     *reason;
  char    **chosen;
  gint64    minutes;
  gboolean  settle;
  gboolean  dry_run;
  gboolean  overbook;
} BookCall;

/* "Mo,We" → 5; 0 for none; G_MAXUINT when a word is no day. */
static guint
read_weekdays (const char *text)
{
  static const char * const days[] = { "mo", "tu", "we", "th", "fr", "sa", "su" };
  g_auto(GStrv) words = g_strsplit_set (text != NULL ? text : "", ", ", -1);
  guint weekdays = 0;

  for (char **word = words; *word != NULL; word++)
    {
      guint i = 0;

      if (**word == '\0')
        continue;

      while (i < G_N_ELEMENTS (days) && g_ascii_strncasecmp (*word, days[i], 2) != 0)
        i++;

      if (i == G_N_ELEMENTS (days))
        return G_MAXUINT;

      weekdays |= 1u << i;
    }

  return weekdays;
}

/* Every session of the plan with what stands in its way and what else is free. */
static int
print_plan (ClinicCli        *cli,
            ClinicCoursePlan *plan)
{
  static const char * const columns[] = { "session", "starts", "ends", "days", "room", "clash",
                                          "free", "note", NULL };
  ClinicTable *table = clinic_table_new (cli->format, columns);

  for (guint i = 0; i < plan->sessions->len; i++)
    {
      ClinicPlanned *planned = plan->sessions->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", planned->number);
      g_autofree char *days = g_strdup_printf ("%" G_GINT64_FORMAT, planned->days);
      g_autofree char *room = planned->room > 0 ? clinic_cli_name (cli, "room",
                                                                   planned->room) : NULL;
      g_autoptr(GString) alternatives = g_string_new (NULL);
      const char *values[] = { number, planned->starts, planned->ends, days, room, planned->words,
                               NULL, planned->note };

      for (guint k = 0; k < planned->alternatives->len; k++)
        {
          ClinicSlot *slot = planned->alternatives->pdata[k];

          g_string_append_printf (alternatives, "%s%s", k > 0 ? " " : "", slot->starts);
        }

      values[6] = alternatives->len > 0 ? alternatives->str : NULL;
      clinic_table_add (table, values);
    }

  return clinic_table_end (table) ? CLINIC_EXIT_DONE : CLINIC_EXIT_FAILED;
}

/* --at 3=2026-12-07T10:00 puts the third session there. */
static int
choose_times (ClinicCli        *cli,
              BookCall         *call,
              ClinicCoursePlan *plan)
{
  g_autoptr(GError) error = NULL;

  for (char **chosen = call->chosen; chosen != NULL && *chosen != NULL; chosen++)
    {
      char *end = NULL;
      guint64 number = g_ascii_strtoull (*chosen, &end, 10);

      if (number == 0 || *end != '=' || !clinic_wall_is_valid (end + 1))
        return clinic_cli_usage (_("--at takes NUMBER=TIME, such as 3=2026-12-07T10:00"));

      if (!clinic_course_plan_choose (cli->db, plan, number, end + 1, &error))
        return clinic_cli_fail (cli, error);
    }

  if (call->settle && !clinic_course_plan_settle (cli->db, plan, &error))
    return clinic_cli_fail (cli, error);

  return CLINIC_EXIT_DONE;
}

static int
start_course (ClinicCli        *cli,
              BookCall         *call,
              ClinicCoursePlan *plan)
{
  g_autoptr(GError) error = NULL;
  int code = choose_times (cli, call, plan);
  gint64 course;

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (call->dry_run)
    return print_plan (cli, plan);

  course = clinic_course_start (cli->act, plan, &error);

  if (course == 0)
    {
      if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT))
        {
          print_plan (cli, plan);
          fputs (_("Nothing was booked. --settle takes the nearest free times; --at NUMBER=TIME "
                   "chooses one.\n"), stderr);
        }

      return clinic_cli_fail (cli, error);
    }

  if (!cli->quiet)
    print_plan (cli, plan);

  return CLINIC_EXIT_DONE;
}

static int
find_request (ClinicCli           *cli,
              BookCall            *call,
              ClinicCourseRequest *request)
{
  gboolean failed = FALSE;
  gint64 room = clinic_cli_find_optional (cli, "room", call->room, &failed);
  gint64 diagnosis = CLINIC_NULL;
  gint64 cocktail = clinic_cli_find_optional (cli, "cocktail", call->cocktail, &failed);

  if (call->diagnosis != NULL)
    diagnosis = g_ascii_strtoll (call->diagnosis, NULL, 10);

  request->patient = clinic_cli_find (cli, "patient", call->patient);
  request->practitioner = clinic_cli_find (cli, "staff", call->practitioner);
  request->protocol = call->protocol != NULL ? clinic_cli_find (cli, "protocol",
                                                                call->protocol) : 1;
  request->room = MAX (room, 0);
  request->diagnosis = MAX (diagnosis, 0);
  request->cocktail = MAX (cocktail, 0);
  request->goal = call->goal;
  request->first = call->start;
  request->time = call->time;
  request->weekdays = read_weekdays (call->days);

  if (request->weekdays == G_MAXUINT)
    return clinic_cli_usage (_("--days takes days such as Mo,We"));

  return failed || request->patient == 0 || request->practitioner == 0 ||
         request->protocol == 0 ? CLINIC_EXIT_INVALID
                                                                                                 : CLINIC_EXIT_DONE;
}

static int
book_session (ClinicCli           *cli,
              BookCall            *call,
              ClinicCourseRequest *request)
{
  g_autoptr(ClinicSession) session = clinic_session_new ();
  g_autofree char *ends = clinic_wall_add_minutes (call->start, call->minutes);
  g_autoptr(GError) error = NULL;

  g_object_set (session,
                "patient-id", request->patient,
                "practitioner-id", request->practitioner,
                "room-id", request->room > 0 ? request->room : CLINIC_UNKNOWN,
                "starts", call->start,
                "ends", ends,
                "status", "booked",
                "overbooked", call->overbook,
                NULL);
  clinic_act_set_reason (cli->act, call->reason);

  if (clinic_session_book (cli->act, session, &error) == 0)
    return clinic_cli_fail (cli, error);

  printf ("%" G_GINT64_FORMAT "\n", clinic_record_get_id (CLINIC_RECORD (session)));

  if (!cli->quiet)
    clinic_cli_print_findings (cli);

  return CLINIC_EXIT_DONE;
}

static int
book (ClinicCli *cli,
      BookCall  *call)
{
  ClinicCourseRequest request = { 0 };
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  int code;

  if (call->patient == NULL || call->practitioner == NULL || call->start == NULL)
    return clinic_cli_usage (_("a booking needs --patient, --practitioner and --start"));

  if (!clinic_wall_is_valid (call->start))
    return clinic_cli_usage (_("--start takes a time such as 2026-11-24T10:00"));

  if ((code = clinic_cli_open (cli, CLINIC_DB_WRITE)) != CLINIC_EXIT_DONE ||
      (code = find_request (cli, call, &request)) != CLINIC_EXIT_DONE)
    return code;

  if (call->protocol == NULL)
    return book_session (cli, call, &request);

  plan = clinic_course_plan (cli->db, &request, &error);

  return plan == NULL ? clinic_cli_fail (cli, error) : start_course (cli, call, plan);
}

static void
book_call_clear (BookCall *call)
{
  g_free (call->patient);
  g_free (call->practitioner);
  g_free (call->room);
  g_free (call->protocol);
  g_free (call->diagnosis);
  g_free (call->cocktail);
  g_free (call->goal);
  g_free (call->start);
  g_free (call->time);
  g_free (call->days);
  g_free (call->reason);
  g_strfreev (call->chosen);
}

int
clinic_cli_book (ClinicCli  *cli,
                 int         argc,
                 char      **argv)
{
  BookCall call = { .minutes = 30 };
  const GOptionEntry entries[] = {
    { "patient", 'p', 0, G_OPTION_ARG_STRING, &call.patient, N_("For whom"), N_("FILE-NUMBER") },
    { "practitioner", 0, 0, G_OPTION_ARG_STRING, &call.practitioner, N_("With whom"), N_("NAME") },
    { "start", 's', 0, G_OPTION_ARG_STRING, &call.start, N_("When, or when the first session is"),
      N_("YYYY-MM-DDTHH:MM") },
    { "room", 0, 0, G_OPTION_ARG_STRING, &call.room, N_("Where (else any room that is free)"),
      N_("NAME") },
    { "minutes", 0, 0, G_OPTION_ARG_INT64, &call.minutes, N_("How long one session is (30)"),
      N_("N") },
    { "protocol", 0, 0, G_OPTION_ARG_STRING, &call.protocol,
      N_("The whole course of this protocol"), N_("CODE") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &call.time,
      N_("Time of day wished for the sessions after the first"), N_("HH:MM") },
    { "days", 0, 0, G_OPTION_ARG_STRING, &call.days, N_("Weekdays wished for them"), N_("Mo,We") },
    { "cocktail", 0, 0, G_OPTION_ARG_STRING, &call.cocktail, N_("The cocktail planned"),
      N_("NAME") },
    { "diagnosis", 0, 0, G_OPTION_ARG_STRING, &call.diagnosis,
      N_("The patient's diagnosis that is treated"), N_("ID") },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &call.goal, N_("What the course is to reach"),
      N_("TEXT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call.dry_run, N_("Show the sessions and book nothing"),
      NULL },
    { "settle", 0, 0, G_OPTION_ARG_NONE, &call.settle,
      N_("Take the nearest free time where one is taken"), NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.chosen,
      N_("Put this session of the course there"), N_("NUMBER=TIME") },
    { "overbook", 0, 0, G_OPTION_ARG_NONE, &call.overbook,
      N_("Beside another visit on purpose, for --reason"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &call.reason, N_("Why"), N_("TEXT") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Books one session, or with --protocol all sessions of a course at once or none. Nobody is booked\n"
                                 "twice at one time: where a time is taken the free ones nearest to it are shown.\n\n"
                                 "Examples:\n"
                                 "  anagenctl book --patient P00001 --practitioner 'Dr Weber' --start 2026-11-24T10:00\n"
                                 "  anagenctl book --patient P00001 --practitioner 'Dr Weber' --start 2026-11-24T10:00 \\\n"
                                 "    --protocol weekly-8 --days Tu --settle\n"),
                               &argc, &argv);

  if (code < 0)
    code = book (cli, &call);

  book_call_clear (&call);

  return code;
}

typedef struct
{
  gint64    session;
  char     *start;
  char     *practitioner;
  char     *room;
  char     *reason;
  gboolean  overbook;
} MoveCall;

static int
move_session (ClinicCli *cli,
              MoveCall  *call)
{
  gboolean failed = FALSE;
  gint64 practitioner = clinic_cli_find_optional (cli, "staff", call->practitioner, &failed);
  gint64 room = clinic_cli_find_optional (cli, "room", call->room, &failed);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) record = NULL;
  ClinicSession *session;

  if (failed)
    return CLINIC_EXIT_INVALID;

  if ((record = clinic_store_find (cli->db, CLINIC_TYPE_SESSION, call->session, &error)) == NULL)
    return clinic_cli_fail (cli, error);

  session = CLINIC_SESSION (record);

  if (call->start != NULL)
    {
      gint64 minutes =
        clinic_wall_to_minutes (session->ends) - clinic_wall_to_minutes (session->starts);
      g_autofree char *ends = clinic_wall_add_minutes (call->start, minutes);

      g_object_set (session, "starts", call->start, "ends", ends, NULL);
    }

  if (practitioner != CLINIC_NULL)
    g_object_set (session, "practitioner-id", practitioner, NULL);

  if (room != CLINIC_NULL)
    g_object_set (session, "room-id", room, NULL);

  g_object_set (session, "overbooked", call->overbook, NULL);
  clinic_act_set_reason (cli->act, call->reason);

  if (!clinic_session_move (cli->act, session, &error))
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Moved to %s."), session->starts);

  if (!cli->quiet)
    clinic_cli_print_findings (cli);

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_move (ClinicCli  *cli,
                 int         argc,
                 char      **argv)
{
  MoveCall call = { 0 };
  const GOptionEntry entries[] = {
    { "session", 0, 0, G_OPTION_ARG_INT64, &call.session, N_("Which (“anagenctl list sessions”)"),
      N_("ID") },
    { "start", 's', 0, G_OPTION_ARG_STRING, &call.start, N_("To when; it stays as long as it was"),
      N_("YYYY-MM-DDTHH:MM") },
    { "practitioner", 0, 0, G_OPTION_ARG_STRING, &call.practitioner, N_("To whom"), N_("NAME") },
    { "room", 0, 0, G_OPTION_ARG_STRING, &call.room, N_("To which room"), N_("NAME") },
    { "overbook", 0, 0, G_OPTION_ARG_NONE, &call.overbook,
      N_("Beside another visit on purpose, for --reason"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &call.reason, N_("Why"), N_("TEXT") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Example:\n"
                                 "  anagenctl move --session 123456 --start 2026-11-26T10:15\n"),
                               &argc, &argv);

  if (code < 0 && call.session == 0)
    code = clinic_cli_usage (_("say which session: --session ID"));

  if (code < 0 && call.start != NULL && !clinic_wall_is_valid (call.start))
    code = clinic_cli_usage (_("--start takes a time such as 2026-11-24T10:00"));

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code == CLINIC_EXIT_DONE)
    code = move_session (cli, &call);

  g_free (call.start);
  g_free (call.practitioner);
  g_free (call.room);
  g_free (call.reason);

  return code;
}

static int
set_state (ClinicCli  *cli,
           gint64      session,
           const char *state,
           const char *reason)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (strcmp (state, "cancelled") == 0)
    done = clinic_session_cancel (cli->act, session, reason, &error);
  else if (strcmp (state, "no_show") == 0)
    done = clinic_session_no_show (cli->act, session, reason, &error);
  else
    done = clinic_session_set_state (cli->act, session, state, &error);

  return done ? CLINIC_EXIT_DONE : clinic_cli_fail (cli, error);
}

int
clinic_cli_state (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  gint64 session = 0;
  g_autofree char *reason = NULL;
  g_autofree char *state = NULL;
  const GOptionEntry entries[] = {
    { "session", 0, 0, G_OPTION_ARG_INT64, &session, N_("Which (“anagenctl list sessions”)"),
      N_("ID") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason,
      N_("Why it is cancelled, or what is known of a no-show"), N_("TEXT") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, _("STATE"),
                               _("STATE is booked, confirmed, arrived, in-treatment, done, no-show or cancelled.\n\n"
                                 "Example:\n"
                                 "  anagenctl state arrived --session 123456\n"
                                 "  anagenctl state cancelled --session 123456 --reason 'has a cold'\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (argc != 2 || session == 0)
    return clinic_cli_usage (_("say what became of which session: anagenctl state STATE --session "
                               "ID"));

  state = g_strdelimit (g_strdup (argv[1]), "-", '_');

  if ((code = clinic_cli_open (cli, CLINIC_DB_WRITE)) != CLINIC_EXIT_DONE)
    return code;

  return set_state (cli, session, state, reason);
}

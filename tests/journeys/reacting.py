#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reaction, from the chart to the day when it has cleared: logged, called about, judged. To be run by tests/in-display.

    reacting.py BUILD-FOLDER [PATTERN]…
"""

import contextlib
import os
import sys

from charting import choose, go_to, holds_keyboard, is_open, open_visit, press_until, reach
from journey import TODAY, Atspi, Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

TOMORROW = "2026-11-22"

LOGGED = """SELECT r.zone, k.name, r.grade, r.onset, f.name FROM reaction r JOIN reaction_kind k ON k.id = r.reaction_kind_id
  JOIN staff f ON f.id = r.reported_by WHERE r.session_id = ?"""

PLANNED = "SELECT u.due_on, u.done_at, u.outcome FROM follow_up u JOIN reaction r ON r.id = u.reaction_id WHERE r.session_id = ?"

JUDGED = """SELECT r.causality, r.naranjo, r.assessed_on, f.name FROM reaction r JOIN staff f ON f.id = r.assessed_by
  WHERE r.session_id = ?"""

ENDED = """SELECT r.cleared, r.outcome, u.done_at, u.outcome, f.name FROM reaction r JOIN follow_up u ON u.reaction_id = r.id
  JOIN staff f ON f.id = u.done_by WHERE r.session_id = ?"""

# Injected into this zone in the year before, and of what was drawn then.
BEFORE = """SELECT s.id, s.number FROM session s JOIN injection i ON i.session_id = s.id
  WHERE s.patient_id = ? AND i.zone = 'occipital' AND s.starts BETWEEN '2025-11-21' AND ? ORDER BY s.starts DESC"""

SUSPECTED = """SELECT DISTINCT u.session_id, u.zone FROM reaction_suspect u JOIN reaction r ON r.id = u.reaction_id
  WHERE r.session_id = ? AND u.session_id <> r.session_id"""

# Ten answers of a published case, which are worth six: probable (PMC6136411).
ANSWERS = "yyuunuunny"

WORDS = {"y": "Yes", "n": "No", "u": "Not known"}


def logged(program, clinic, session):
    """It is in the records, in the chart, and somebody is called about it tomorrow."""
    found = program.wait(lambda: clinic.ask(LOGGED, session), "the reaction in the records")
    if found != [("occipital", "Bruising", 2, TODAY + "T10:30", clinic.staff("practitioner"))]:
        raise Lost(f"logged was {found}")
    if clinic.ask(PLANNED, session) != [(TOMORROW, None, None)]:
        raise Lost("nobody is called tomorrow")
    program.wait(lambda: is_open(program), "the chart")
    program.find("/Bruising, grade 2, /", "label")
    program.find("/Occipital, no points; Bruising/", "push button")


def patient_of(clinic, session):
    """Id, how the list of calls has the name and the number, and the file number."""
    return clinic.ask("SELECT p.id, p.family_name || ', ' || p.given_name || '  ·  ' || coalesce(p.mobile, p.phone), "
                      "p.file_number FROM patient p JOIN session s ON s.patient_id = p.id WHERE s.id = ?", session)[0]


def watched(program, clinic, session):
    """What went into the same zone in twelve months is there, with its lots; gives the first of it."""
    patient, _, _ = patient_of(clinic, session)
    before = clinic.ask(BEFORE, patient, TODAY)
    rows = program.find("What was injected before", "list").children()
    names = [row.name for row in rows]
    if len(names) != len(before) or not all(f"session {number} · Occipital" in name
                                            for name, (_, number) in zip(names, before)):
        raise Lost(f"injected before is {names}, not {before}")
    program.read(".* · lots: .*[A-Z]\\d{5}")
    return program.find(names[0], "list item"), before[0][0]


def linked(program, clinic, session, suspect):
    program.wait(lambda: clinic.ask(SUSPECTED, session) == [(suspect, "occipital")], "the suspect in the records")


def judged(program, clinic, session):
    found = program.wait(lambda: clinic.ask(JUDGED, session), "the judgement in the records")
    if found != [("probable", ANSWERS, TOMORROW + "T10:30", clinic.staff("practitioner"))]:
        raise Lost(f"judged was {found}")


def ended(program, clinic, session, outcome):
    """Called and cleared; nobody else is to be called today."""
    found = program.wait(lambda: [row for row in clinic.ask(ENDED, session) if row[0]], "the end in the records")
    now = TOMORROW + "T10:30"
    if found != [(now, "recovered", now, outcome, clinic.staff("practitioner"))]:
        raise Lost(f"ended was {found}")


def is_chosen(button):
    return button.has(Atspi.StateType.PRESSED) or button.has(Atspi.StateType.CHECKED)


def on_today(program):
    """A window takes its time to go, and a key that comes then goes nowhere."""
    with contextlib.suppress(Lost):
        return program.wait(lambda: program.top().name.startswith("Today"), "the first page", 2)
    return False


def open_log(program):
    """The button for it is in the chart; where there is none, in its menu."""
    button = program.look("/Log a reaction…?$/", "push button")
    if button:
        program.click(button)
    else:
        choose(program, "More", "Log a reaction…")
    program.opened("Log a reaction")
    program.find("Bruising", "list item")
    program.part("opening it", 1 if button else 2)


@journeys.add("a reaction is logged, called about, judged and cleared by mouse", "practitioner")
def react_by_mouse(program, clinic):
    session = open_visit(program, clinic, "in_treatment")
    _, call, number = patient_of(clinic, session)
    program.begin()
    open_log(program)
    program.click(program.find("Occipital", "list item"))
    program.click(program.find("Bruising", "list item"))
    program.click(program.find("/Grade 2/", "list item"))
    logged(program, clinic, session)
    program.part("where, what, how bad", 3)

    program.restart(ANAGEN_CLOCK=TOMORROW + "T09:30:00Z")
    program.click(program.find("/Calls today: 1/", "push button"))
    program.opened("^Calls today")
    program.click(program.find(call, "list item"))
    program.opened("^Bruising")
    program.part("from today to the reaction", 2)
    program.click(program.find("Injected before", "page tab"))
    row, suspect = watched(program, clinic, session)
    program.click(row)
    linked(program, clinic, session, suspect)
    program.part("what was injected in the same zone", 2)
    program.click(program.find("What from", "page tab"))
    program.click(program.find("Probable or likely", "list item"))
    rows = list(program.find("Naranjo’s ten questions", "list").children())
    # the word about what was linked stands over the first question, for a while
    program.wait(lambda: not program.look("Undo", "push button"), "the word in passing gone", 30)
    for question, (row, answer) in enumerate(zip(rows, ANSWERS), 1):
        button = program.find(f"{question}: {WORDS[answer]}", "toggle button|radio button|push button", row)
        reach(program, button)
        program.click(button)
        program.wait(lambda: is_chosen(button), f"question {question} answered")
    program.find("Sum 6: Probable", "label")
    program.click(program.find("Save", "push button"))
    judged(program, clinic, session)
    program.part("what it came from", 13)
    program.opened("^Calls today")
    program.click(program.find("Called", "push button"))
    program.find("Nobody to call", "panel|label")
    program.click(program.find("Close", "push button"))
    program.opened("^Today")
    program.wait(lambda: not program.look("/Calls today/", "push button"), "a day without calls")
    program.part("called", 2)
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.begin()
    program.click(program.find("Medical history", "page tab"))
    program.click(program.find("Cleared", "push button"))
    ended(program, clinic, session, "reached")
    program.part("cleared", 2)


@journeys.add("a reaction is logged, judged, called about and cleared by keyboard", "practitioner")
def react_by_keyboard(program, clinic):
    session = open_visit(program, clinic, "in_treatment")
    _, call, _ = patient_of(clinic, session)
    program.begin()
    program.key("e")
    program.opened("Log a reaction")
    program.find("Bruising", "list item")
    program.part("opening it", 1)
    program.key("9")
    program.word("bruis")
    program.find("/Grade 2/", "list item")
    program.key("2")
    logged(program, clinic, session)
    program.part("where, what, how bad", 3)

    program.restart(ANAGEN_CLOCK=TOMORROW + "T09:30:00Z")
    card = program.find("/Calls today: 1/", "push button")
    program.wait(lambda: holds_keyboard(program.find("Book a visit", "push button")), "the keyboard on the page")
    go_to(program, card, "shift+Tab", 3)
    program.key("Return")
    program.opened("^Calls today")
    program.wait(lambda: holds_keyboard(program.find(call, "list item")), "the keyboard at the call")
    program.key("Return")
    program.opened("^Bruising")
    program.part("from today to the reaction", 4)
    program.key("alt+2")
    row, suspect = watched(program, clinic, session)
    program.wait(lambda: holds_keyboard(row), "the keyboard at what was injected last")
    program.key("space")
    linked(program, clinic, session, suspect)
    program.part("what was injected in the same zone", 2)
    program.key("alt+3")
    program.wait(lambda: holds_keyboard(program.find("Certain", "list item")), "the keyboard at the first category")
    program.key("Down")
    program.key("space")
    go_to(program, program.find("1: Yes", "toggle button|radio button|push button"), most=8)
    for answer in ANSWERS:
        program.key("ynu".index(answer) + 1)
    program.find("Sum 6: Probable", "label")
    program.key("ctrl+Return")
    judged(program, clinic, session)
    program.part("what it came from", 21)
    program.opened("^Calls today")
    program.wait(lambda: holds_keyboard(program.find(call, "list item")), "the keyboard back at the call")
    go_to(program, program.find("Cleared", "push button"), most=3)
    program.key("space")
    ended(program, clinic, session, "cleared")
    program.find("Nobody to call", "panel|label")
    # the word in passing takes the first Escape when it is still there
    press_until(program, "Escape", lambda: on_today(program), 2)
    program.wait(lambda: not program.look("/Calls today/", "push button"), "a day without calls")
    program.part("called and cleared at once", 6)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

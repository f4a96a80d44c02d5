#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is written down of a session: how it was injected and with what, how it hurt, when it began and ended, what
else was given, a phrase; signed, it is locked, and what is added to it has a reason. To be run by tests/in-display.

    recording.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

from charting import choose, go_to, holds_keyboard, menus_closed, open_visit, signed, total, zone
from journey import TODAY, Journeys, Lost
from treating import PHRASE, TIMES, keep_phrase, write

journeys = Journeys(os.path.abspath(sys.argv[1]))

KEPT = """SELECT status, technique, gauge, needle_mm, device, anaesthetic, pain, prp, lllt, began, finished, notes, signed_by
  FROM session WHERE id = ?"""

FIELDS = (("Needle gauge", "32G"), ("Needle length (mm)", "6"), ("Device", "U225"), ("Anaesthetic", "Cold air"))

ADDED = ("The left temple bled", "Seen after signing")

PAIN = 7


def find_bar(program):
    """Where all of it is written: nothing of it has to be looked for in the whole window."""
    return program.find("ClinicChartDetails")


def wanted(clinic):
    me = clinic.one("SELECT id FROM staff WHERE name = ?", clinic.staff("practitioner"))
    return ("done", "papule", "32G", 6000, "U225", "Cold air", PAIN, 1, 1, TODAY + "T10:05", TODAY + "T10:25", PHRASE[1], me)


def recorded(program, clinic, session):
    program.wait(lambda: signed(clinic, session) or program.look("/Give a reason/", "label"), "the signature")
    found = clinic.ask(KEPT, session)
    if found != [wanted(clinic)]:
        raise Lost(f"kept was {found}, not {wanted(clinic)}")
    program.read("Signed by")


def locked(program, clinic, session, attempt):
    """Nothing of it can be written into any more, and what is tried changes nothing."""
    before = clinic.ask(KEPT, session), clinic.ask("SELECT * FROM injection WHERE session_id = ?", session), total(program)
    attempt()
    bar = find_bar(program)
    for name, text in FIELDS:
        if program.find(name, "text", bar).text != text:
            raise Lost(f"“{name}” was written into after the signature")
    if clinic.ask("SELECT id FROM session_draft WHERE session_id = ?", session):
        raise Lost("there is a draft of what was signed")
    after = clinic.ask(KEPT, session), clinic.ask("SELECT * FROM injection WHERE session_id = ?", session), total(program)
    if after != before:
        raise Lost("what was signed was changed")


def amended(program, clinic, session):
    """Beside the session, with who and why; what was signed is as it was, and all signatures fit."""
    found = program.wait(lambda: clinic.ask("SELECT a.text, a.reason, f.name FROM amendment a JOIN staff f ON "
                                            "f.id = a.staff_id WHERE a.session_id = ?", session), "the amendment in the records")
    if found != [ADDED + (clinic.staff("practitioner"),)]:
        raise Lost(f"added was {found}")
    if clinic.ask(KEPT, session) != [wanted(clinic)]:
        raise Lost("what was signed was changed")
    program.opened("^Chart ")
    program.find(f"/{ADDED[0]}/", "label")


@journeys.add("a session is recorded, signed, locked and amended by keyboard", "practitioner", steps=78, prepare=keep_phrase)
def record_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("2")
    program.wait(lambda: total(program) > 0, "points")
    bar = find_bar(program)
    times = program.find(TIMES, "push button", bar)
    go_to(program, times)
    program.key("space")
    program.find("Treatment began", "text", times)
    program.word("1005", enter=False)
    go_to(program, program.find("Treatment ended", "text", times))
    program.word("1025", enter=False)
    program.key("Escape")
    menus_closed(program)
    technique = program.find("Technique", "combo box", bar)
    go_to(program, technique)
    program.key("space")
    program.find("Papule", "list item|label", technique)
    program.key("Down")
    program.key("Down")
    program.key("Return")
    menus_closed(program)
    program.find("Papule", "label", technique)
    for name, text in FIELDS:
        go_to(program, program.find(name, "text", bar))
        program.word(text, enter=False)
    for name in ("PRP", "Laser"):
        go_to(program, program.find(name, "toggle button|push button", bar))
        program.key("space")
    pain = program.find("Pain, 0 to 10")
    go_to(program, pain)
    for _ in range(PAIN):
        program.key("Right")
    program.key("space")
    program.read(f"Pain {PAIN} of 10")
    program.key("n")
    notes = program.find("Notes", "text")
    program.wait(lambda: holds_keyboard(notes), "the keyboard at the notes")
    program.word(PHRASE[0] + " ", enter=False)
    program.key("BackSpace")
    program.key("ctrl+Return")
    recorded(program, clinic, session)

    def attempt():
        program.key("3")
        program.key("Delete")
        program.key("r")
        program.key("ctrl+z")
        program.key("ctrl+Return")

    locked(program, clinic, session, attempt)
    program.key("a")
    program.opened("^Add to the signed session")
    program.word(ADDED[0], enter=False)
    program.key("Tab")
    program.word(ADDED[1], enter=False)
    program.key("ctrl+Return")
    amended(program, clinic, session)


@journeys.add("a session is recorded, signed, locked and amended by mouse", "practitioner", steps=36, prepare=keep_phrase)
def record_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.click(zone(program, "Frontal"))
    program.wait(lambda: total(program) > 0, "points")
    bar = find_bar(program)
    times = program.find(TIMES, "push button", bar)
    program.find("/10:30/", "label", times)
    program.click(times)
    for name, text in (("Treatment began", "1005"), ("Treatment ended", "1025")):
        program.click(program.find(name, "text", times), times=3)
        program.word(text, enter=False)
    program.click(times)
    menus_closed(program)
    technique = program.find("Technique", "combo box", bar)
    program.click(technique)
    program.click(program.find("Papule", "list item|label", technique))
    menus_closed(program)
    for name, text in FIELDS:
        write(program, name, text, bar)
    for name in ("PRP", "Laser"):
        program.click(program.find(name, "toggle button|push button", bar))
    program.click(program.find(f"Pain {PAIN} of 10", "toggle button|push button"))
    program.click(program.find("Insert a phrase", "push button"))
    program.click(program.find(f"/{PHRASE[1]}/", "label|list item"))
    program.click(program.find("Sign", "push button"))
    recorded(program, clinic, session)

    def attempt():
        program.click(zone(program, "Mid-scalp"))
        program.click(program.find("PRP", "toggle button|push button"))
        program.click(program.find("Needle gauge", "text"))
        program.word("55G", enter=False)

    locked(program, clinic, session, attempt)
    choose(program, "More", "/Amend the signed session/")
    program.opened("^Add to the signed session")
    program.word(ADDED[0], enter=False)
    program.click(program.find("Why it is added now", "text"))
    program.word(ADDED[1], enter=False)
    program.click(program.find("Add", "push button"))
    amended(program, clinic, session)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written beside the points: how it was injected and how it hurt, phrases, times; what the rules object to is
gone on with for a reason. To be run by tests/in-display.

    treating.py BUILD-FOLDER [PATTERN]…
"""

import os
import sqlite3
import sys

from charting import go_to, holds_keyboard, menus_closed, open_visit, signed, total, zone
from journey import TODAY, Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

TIMES = "When the treatment began and ended"

PHRASE = ("ice", "Ice for ten minutes")

KEPT = "SELECT technique, gauge, needle_mm, device, anaesthetic, pain, prp, lllt, began, finished, notes FROM session WHERE id = ?"

WANTED = ("nappage", "32G", 6000, "U225", "Cold air", 4, 1, None, TODAY + "T10:20", TODAY + "T10:30", PHRASE[1])

OVERRIDDEN = """SELECT f.severity, f.reason, f.rule_version, s.name FROM finding f JOIN staff s ON s.id = f.staff_id
  WHERE f.session_id = ? AND f.rule = 'depth-limit'"""

AUDITED = """SELECT s.name, a.command, a.action, a.after FROM audit a JOIN staff s ON s.id = a.actor
  WHERE a.entity = 'finding' AND a.after LIKE '%depth-limit%'"""

OBJECTED = "Frontal: 14 mm is deeper than any needle of mesotherapy goes (13 mm)."

REASON = "shown only"


def keep_phrase(clinic):
    """A phrase of the clinic's; there is no command for it on the console."""
    base = sqlite3.connect(clinic.path)
    base.execute("INSERT INTO snippet (id, version, short_key, text, place) VALUES (17, 1, ?, ?, 1)", PHRASE)
    base.commit()
    base.close()


def refused(program, clinic, session):
    """It says what stops it, and asks for a reason, to which the keyboard has gone."""
    program.read("/?Give a reason")
    if signed(clinic, session):
        raise Lost("signed without a reason")
    return program.find(f"Reason to go on although: {OBJECTED}", "text")


def recorded(program, clinic, session):
    """Signed; all of it is in the records, and so are the reason and who gave it."""
    program.wait(lambda: signed(clinic, session), "the signature")
    found = clinic.ask(KEPT, session)
    if found != [WANTED]:
        raise Lost(f"kept was {found}")
    me = clinic.staff("practitioner")
    overridden = clinic.ask(OVERRIDDEN, session)
    if overridden != [("stop", REASON, 1, me)]:
        raise Lost(f"overridden was {overridden}")
    rows = clinic.ask(AUDITED)
    if len(rows) != 1 or rows[0][0] != me or rows[0][2] != "insert" or REASON not in rows[0][3]:
        raise Lost(f"the audit has {rows}")
    if clinic.ask("SELECT depth FROM injection WHERE session_id = ?", session) != [(14000,)]:
        raise Lost("the depth is not as it was typed")


@journeys.add("a session with a stop is recorded and signed by keyboard", "practitioner", steps=70, prepare=keep_phrase)
def record_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    depth = "Depth in mm, Frontal"
    program.begin()
    program.key("2")
    program.wait(lambda: total(program) > 0, "points")
    go_to(program, program.find(depth, "text"))
    program.key("ctrl+a")
    program.word("14", enter=False)
    program.find(f"Reason to go on although: {OBJECTED}", "text")
    go_to(program, program.find(TIMES, "push button"))
    program.key("space")
    program.find("Treatment began", "text")
    program.word("1020", enter=False)
    program.key("Escape")
    program.key("Tab")
    program.key("space")
    program.find("Nappage", "list item|label")
    for _ in range(4):
        program.key("Down")
    program.key("Return")
    program.wait(lambda: program.look("Nappage", "label", program.find("Technique", "combo box")), "the technique")
    for text in ("32G", "6", "U225", "Cold air"):
        program.key("Tab")
        program.word(text, enter=False)
    program.key("Tab")
    program.key("space")
    program.key("Tab")
    program.key("Tab")
    for _ in range(4):
        program.key("Right")
    program.key("space")
    program.read("Pain 4 of 10")
    program.key("n")
    notes = program.find("Notes", "text")
    program.wait(lambda: holds_keyboard(notes), "the keyboard at the notes")
    program.word("ice ", enter=False)
    program.key("BackSpace")
    program.key("ctrl+Return")
    reason = refused(program, clinic, session)
    program.wait(lambda: holds_keyboard(reason), "the keyboard at the reason")
    program.word(REASON, enter=False)
    program.key("ctrl+Return")
    recorded(program, clinic, session)


def write(program, name, text, within=None):
    """Into a field that was clicked; a menu that is just going away can take the first click for itself."""
    field = program.find(name, "text", within)
    program.click(field)
    try:
        program.wait(lambda: holds_keyboard(field), "the keyboard", 1)
    except Lost:
        program.click(field)
        program.wait(lambda: holds_keyboard(field), f"the keyboard at “{name}”")
    program.word(text, enter=False)


@journeys.add("a session with a stop is recorded and signed by mouse", "practitioner", steps=30, prepare=keep_phrase)
def record_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.click(zone(program, "Frontal"))
    program.wait(lambda: total(program) > 0, "points")
    program.click(program.find("Depth in mm, Frontal", "text"), times=3)
    program.word("14", enter=False)
    program.find(f"Reason to go on although: {OBJECTED}", "text")
    program.click(program.find(TIMES, "push button"))
    program.click(program.find("Treatment began", "text"), times=3)
    program.word("1020", enter=False)
    program.click(program.find(TIMES, "push button"))
    menus_closed(program)
    # what stands beside it moves aside for the time
    program.wait(lambda: program.look("/10:20/", "label", program.find(TIMES, "push button")), "the time in the chart")
    program.click(program.find("Technique", "combo box"))
    program.click(program.find("Nappage", "list item|label"))
    menus_closed(program)
    for name, text in (("Needle gauge", "32G"), ("Needle length (mm)", "6"), ("Device", "U225"), ("Anaesthetic", "Cold air")):
        write(program, name, text)
    program.click(program.find("Pain 4 of 10", "toggle button|push button"))
    program.click(program.find("PRP", "toggle button|push button"))
    program.click(program.find("Insert a phrase", "push button"))
    program.click(program.find(f"/{PHRASE[1]}/", "label|list item"))
    program.click(program.find("Sign", "push button"))
    program.click(refused(program, clinic, session))
    program.word(REASON, enter=False)
    program.click(program.find("Sign", "push button"))
    recorded(program, clinic, session)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

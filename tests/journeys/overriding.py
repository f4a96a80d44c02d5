#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules object to: some of it is gone on with for a reason, which the report of overrides tells; some is not for
the practitioner to go on with, whatever the reason. To be run by tests/in-display.

    overriding.py BUILD-FOLDER [PATTERN]…
"""

import os
import sqlite3
import sys

from charting import go_to, holds_keyboard, menus_closed, open_visit, reach, signed, zone
from journey import Journeys, Lost, Program
from practitioner import MIXED, compose

journeys = Journeys(os.path.abspath(sys.argv[1]))

WITHDRAWN = "Biochanin A is withdrawn: Reactions of the heart"
FORBIDDEN = "Peptides and biochanin A"
WHO_MAY = "Your role may not pass this; the owner can."
FEW = f"{MIXED} has fewer principal agents (1) than advised (2)."

REASON = "Reacted to the others"

REPORT = "Rules that were overridden"

FOUND = """SELECT f.rule, f.severity, f.message, f.reason, s.name FROM finding f JOIN staff s ON s.id = f.staff_id
  WHERE f.session_id = ?"""


def withdraw(clinic):
    """What is in a cocktail of the clinic's must not be given any more."""
    compose(clinic)
    base = sqlite3.connect(clinic.path)
    base.execute("UPDATE ingredient SET withdrawn = 1, withdrawn_reason = 'Reactions of the heart' WHERE code = 'biochanin_a'")
    base.commit()
    base.close()


def reason_for(program, words):
    return program.find(f"Reason to go on although: {words}", "text")


def reasons(program):
    """All that are asked for, once the rules have said all: none where no reason of the practitioner's helps."""
    program.find(WHO_MAY, "label")
    program.find("Reason to go on although: .* are injected, but only .*".join("//"), "text")
    if program.look(f"Reason to go on although: {WITHDRAWN}", "text"):
        raise Lost("a reason is asked for that does not help")
    box = program.find("What the rules object to")
    return [node for node in box.walk() if node.role == "text" and node.name.startswith("Reason to go on")]


def forbidden(program, clinic, session):
    """It is said why, and it stays: nothing is signed, and no reason is kept."""
    program.read("This cannot be signed: you may not pass what stops it.")
    if signed(clinic, session) or clinic.ask(FOUND, session):
        raise Lost("what may not be overridden was overridden")


def overridden(program, clinic, session):
    program.wait(lambda: signed(clinic, session), "the signature")
    me = clinic.staff("practitioner")
    if clinic.ask(FOUND, session) != [("principal-agents", "warn", FEW, REASON, me)]:
        raise Lost(f"kept was {clinic.ask(FOUND, session)}")


def reported(program, clinic, show):
    """Whoever may read it finds the rule there, and on which figures."""
    program.close()
    manager = Program(program.build, clinic, clinic.staff("manager"))
    try:
        manager.wait(manager.shown, "the window")
        manager.wait(manager.top, "the window")
        manager.front()
        place = show(manager)
        rows = manager.find("Rules", "list|table|tree table", place)
        manager.wait(lambda: any("principal-agents" in word for word in rows.words()), "the rule in the report", 60)
        program.steps += manager.steps
    finally:
        manager.close()


@journeys.add("a finding is overridden with a reason, another cannot be, by keyboard", "practitioner", steps=36, prepare=withdraw)
def override_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("c")
    program.find("/Search/", "entry")
    program.word("bioch")
    program.key("2")
    fields = reasons(program)
    program.key("ctrl+Return")
    program.wait(lambda: holds_keyboard(program.find(f"{WITHDRAWN} {WHO_MAY}", "list item")), "the keyboard at what stops")
    for field in fields:
        go_to(program, field)
        program.word("known", enter=False)
    program.key("ctrl+Return")
    forbidden(program, clinic, session)
    choice = program.find("Cocktail and version", "combo box")
    go_to(program, choice, "shift+Tab")
    program.key("space")
    program.find("/Search/", "entry", choice)
    program.word("cyst")
    program.find(FEW, "label")
    program.wait(lambda: not program.look(WITHDRAWN, "label"), "the other cocktail's findings")
    program.key("ctrl+Return")
    reason = reason_for(program, FEW)
    program.wait(lambda: holds_keyboard(reason), "the keyboard at the reason")
    program.word(REASON, enter=False)
    program.key("ctrl+Return")
    overridden(program, clinic, session)

    def show(manager):
        manager.key("ctrl+2")
        place = manager.find("ClinicReportsPage", "filler")
        go_to(manager, manager.find(REPORT, "push button", place), "Tab")
        manager.key("Return")
        return place

    reported(program, clinic, show)


@journeys.add("a finding is overridden with a reason, another cannot be, by mouse", "practitioner", steps=16, prepare=withdraw)
def override_by_mouse(program, clinic):
    session = open_visit(program, clinic)

    def cocktail(name):
        choice = program.find("Cocktail and version", "combo box")
        reach(program, choice)
        program.click(choice)
        program.click(program.find(f"/{name}/", "list item|label", choice))
        menus_closed(program)

    program.begin()
    cocktail(FORBIDDEN)
    program.click(zone(program, "Frontal"))
    for field in reasons(program):
        reach(program, field)
        program.click(field)
        program.wait(lambda: holds_keyboard(field), "the keyboard at the reason")
        program.word("known", enter=False)
    program.click(program.find("Sign", "push button"))
    forbidden(program, clinic, session)
    cocktail(MIXED)
    program.wait(lambda: not program.look(WITHDRAWN, "label"), "the other cocktail's findings")
    field = reason_for(program, FEW)
    reach(program, field)
    program.click(field)
    program.word(REASON, enter=False)
    program.click(program.find("Sign", "push button"))
    overridden(program, clinic, session)

    def show(manager):
        manager.click(manager.find("Reports", "list item"))
        place = manager.find("ClinicReportsPage", "filler")
        card = manager.find(REPORT, "push button", place)
        reach(manager, card)
        manager.click(card)
        return place

    reported(program, clinic, show)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: every control of every place and of the main dialogs has a name, on the accessibility bus
itself. To be run by tests/in-display.

    names.py BUILD-FOLDER [PATTERN]…
"""

import os
import re
import sys

from founding import tab_to, welcomed
from journey import Journeys, Lost, names

journeys = Journeys(os.path.abspath(sys.argv[1]))

# GTK names what has no name after its type.
TYPE = re.compile(r"(Gtk|Adw|Clinic)[A-Z]\w*$|$")
CONTROLS = {"push button", "toggle button", "check box", "check menu item", "radio button", "combo box", "text", "entry",
            "password text", "slider", "spin button", "menu item", "page tab", "table row", "link", "switch", "list item"}
# Parts of a control that has a name itself: the button of a menu button, of a choice, of a row.
PARTS = {"GtkToggleButton", "GtkMenuButton", "GtkListItemWidget"}
PLACES = ["Today", "Agenda", "Patients", "Cocktails", "Reports"]


def named_by(node):
    """What is read of a row: its own name, or the texts in it."""
    return node.name if not TYPE.match(node.name) else " ".join(word for word in node.words() if not TYPE.match(word))


def way_to(node):
    """What it is in, the outermost first."""
    way = []
    while node.above:
        node = node.above
        way.insert(0, node)
    return way


def nameless(root):
    # the days of a calendar are a picture with one name
    nodes = list(root.walk(barren={"image"}))
    found = []
    for node, name in zip(nodes, names(nodes)):
        role = node.role
        bad = TYPE.match(name) is not None
        if role == "label" and bad:
            found.append((role, name, way_to(node)))
        elif role in CONTROLS and bad and not (role in ("list item", "table row") and named_by(node)):
            if name not in PARTS or not named_by(node.above):
                found.append((role, name, way_to(node)))
    return [f"{role} “{name}” in " + " < ".join(f"{part.role} “{part.name}”" for part in reversed(way[-4:])) +
            f" beside {way[-1].words()[:6]}" for role, name, way in found]


def check(program, where):
    """What is nameless twice over was not just on its way."""
    def all_named():
        return not nameless(program.top())

    try:
        program.wait(all_named, where, 3)
    except Lost:
        raise Lost(f"{where}: " + "; ".join(nameless(program.top())[:12])) from None


def loaded(program, title):
    def here():
        top = program.top()
        return top is not None and title in top.name and not any(
            node.role == "animation" for node in top.walk())
    program.wait(here, f"the place {title}")


def places(program, wanted):
    wrong = []
    for number, title in enumerate(wanted, 1):
        program.key(f"ctrl+{number}")
        loaded(program, title)
        try:
            check(program, title)
        except Lost as lost:
            wrong.append(str(lost))
    return wrong


def dialogs(program, chords):
    wrong = []
    for chord, title in chords:
        program.key(chord)
        try:
            program.opened(title)
            check(program, title)
        except Lost as lost:
            wrong.append(str(lost))
        before = len([window for window in program.windows() if window.seen])
        if before > 1:
            program.front()
            program.key("Escape")
            program.wait(lambda: len([window for window in program.windows() if window.seen]) < before, f"the end of {title}")
            program.front()
    return wrong


EVERYWHERE = [("ctrl+n", "New patient"), ("ctrl+b", "Book"), ("ctrl+comma", "Preferences"), ("ctrl+k", "Search")]


def fail_for(wrong):
    if wrong:
        raise Lost("\n".join(wrong))


@journeys.add("every control of a receptionist has a name", "receptionist")
def receptionist(program, clinic):
    fail_for(places(program, PLACES[:3]) + dialogs(program, EVERYWHERE))


@journeys.add("every control of a practitioner has a name", "practitioner")
def practitioner(program, clinic):
    fail_for(places(program, PLACES) + dialogs(program, EVERYWHERE))


@journeys.add("every control of a manager has a name", "manager")
def manager(program, clinic):
    fail_for(places(program, ["Today", "Reports", "Agenda", "Patients", "Cocktails"]) + dialogs(program, EVERYWHERE))


@journeys.add("every control of a patient's page has a name", "practitioner")
def patient(program, clinic):
    number, = clinic.ask("SELECT file_number FROM patient WHERE id IN (SELECT patient_id FROM session WHERE status = 'done') "
                         "ORDER BY id LIMIT 1")[0]
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number, enter=False)
    program.wait(lambda: any(number in word for word in program.top().words()), f"the patient {number}")
    program.key("Return")
    program.wait(lambda: number in program.top().name, f"the file of {number}")
    program.front()
    wrong = []
    for section in range(1, 9):
        program.key(f"alt+{section}")
        try:
            check(program, f"section {section}")
        except Lost as lost:
            wrong.append(str(lost))
    program.key("alt+1")
    fail_for(wrong + dialogs(program, [("ctrl+p", "course"), ("ctrl+e", "Edit"), ("ctrl+m", "Measure"), ("ctrl+l", "eaction")]))


@journeys.add("every control of a new clinic has a name", "owner", alone=True)
def new_clinic(clinic):
    with welcomed(clinic) as program:
        check(program, "the welcome")
        program.key("alt+c")
        program.opened("A new clinic")
        check(program, "A new clinic")
        for row in ("Time zone", "Opening hours"):
            tab_to(program, row)
            fail_for(dialogs(program, [("Return", row)]))
        program.opened("A new clinic")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What journeys into the chart have in common."""

import contextlib
import re
import subprocess

import journey
from journey import Atspi, Lost

# Today's visits of one practitioner, as they stand in the list of the day.
MINE = """SELECT s.id FROM session s JOIN staff p ON p.id = s.practitioner_id
  WHERE p.name = ? AND s.starts LIKE ? ORDER BY s.starts"""

# Whoever was treated before, so that there is a last time.
KNOWN = """SELECT s.id FROM session s JOIN staff p ON p.id = s.practitioner_id
  WHERE p.name = ? AND s.starts LIKE ? AND s.status = ?
    AND EXISTS (SELECT 1 FROM injection i JOIN session e ON e.id = i.session_id
                WHERE e.patient_id = s.patient_id AND e.id <> s.id) ORDER BY s.starts"""


def rows(program, clinic):
    """The rows of the list of today, in order."""
    names = [name for (name,) in clinic.ask("SELECT family_name FROM patient")]
    return [node for node in program.top().walk()
            if node.role == "list item" and any(name in word for word in node.words() for name in names)]


def is_open(program):
    """A chart that was read and can be worked with."""
    top = program.top()
    return top and top.name.startswith("Chart ") and program.look("/Sign$/", "push button")


def opened(program):
    return program.wait(lambda: is_open(program), "the chart")


def row_of(program, clinic, session):
    """The row of a session in the list of today."""
    order = [number for (number,) in clinic.ask(MINE, clinic.staff("practitioner"), journey.TODAY + "%")]
    return program.wait(lambda: rows(program, clinic), "today's list")[order.index(session)]


def find_visit(clinic, status="arrived"):
    """Today's first visit in this state of whoever acts, of somebody who had one before."""
    session = clinic.one(KNOWN, clinic.staff("practitioner"), journey.TODAY + "%", status)
    if session is None:
        raise Lost(f"the demonstration has nobody {status}")
    return session


def open_session(program, clinic, session):
    """Its chart, by mouse."""
    program.click(row_of(program, clinic, session))
    opened(program)
    return session


def open_visit(program, clinic, status="arrived"):
    return open_session(program, clinic, find_visit(clinic, status))


def total(program):
    """Points in all, as the chart says them at its side."""
    labels = [node for node in program.top().walk(True) if node.role == "label"]
    for node, name in zip(labels, journey.names(labels)):
        words = re.match(r"(\d+) points? · .* ml\Z", name)
        if words and node.box[0] > 850:
            return int(words.group(1))
    return 0


def zone(program, name):
    """A zone on the map; it says itself how many points it has."""
    return program.find(f"/{name}, (no|[0-9]+) point/", "push button")


def signed(clinic, session):
    return clinic.one("SELECT signed_at FROM session WHERE id = ?", session)


def choose(program, menu, item):
    """Something in a menu, by mouse."""
    program.click(program.find(menu, "push button"))
    program.click(program.find(item, "menu item|push button"))


def reach(program, node):
    """Turns the wheel over a list until what is further down can be clicked, which is no step."""
    area = node.parent
    while area.role != "scroll pane":
        area = area.parent
    left, top, width, height = area.box
    program.xdo("mousemove", left + width // 2 + 5, top + height // 2 + 5)

    def seen():
        _, y, _, tall = node.box
        if top <= y and y + tall <= top + height:
            return True
        program.xdo("click", 5 if y > top else 4)
        # turned further before this is drawn, it would run past
        with contextlib.suppress(Lost):
            program.wait(lambda: node.box[1] != y, "the list moved", 1)
        return False
    program.wait(seen, f"“{node.name}” in the list")


def press_until(program, chord, reached, most):
    """A key again and again, each time a step, until it led where it should."""
    for _ in range(most):
        program.key(chord)
        if reached():
            return
    raise Lost(f"{most} times {chord} led elsewhere")


def menus_closed(program):
    """No menu is on the screen any more: it would take the next click for itself."""
    def alone():
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "anagen"], capture_output=True, text=True,
                               check=False).stdout.split()
        return len(found) == len([window for window in program.windows() if window.seen])
    program.wait(alone, "the menus closed")
    program.settled()


def holds_keyboard(node):
    """It is here, or in something inside."""
    return bool(journey.holding(node.walk(True), Atspi.StateType.FOCUSED))


def go_to(program, node, chord="Tab", most=40):
    """A key again and again, each time a step, until the keyboard is here: the place is not looked for each time."""
    if not holds_keyboard(node):
        press_until(program, chord, lambda: holds_keyboard(node), most)

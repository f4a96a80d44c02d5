#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the clinic judges by: the error of a method is changed, and the progress of a patient is judged by it; a bound of a
rule is changed; both are put back as shipped. Whoever may not change them reads them. To be run by tests/in-display.

    defaulting.py BUILD-FOLDER [PATTERN]…
"""

import os
import re
import sys

from charting import go_to, holds_keyboard, press_until, reach
from journey import Atspi, Journeys, Lost, holding, names
from measures import typing

journeys = Journeys(os.path.abspath(sys.argv[1]))

# Somebody of whose hairs, when they were pulled, half as many came out in the end as in the beginning.
PULLED = """SELECT p.file_number FROM measurement a JOIN metric k ON k.id = a.metric_id AND k.code = 'pull_test'
  JOIN measurement b ON b.patient_id = a.patient_id AND b.metric_id = k.id AND b.value * 2 <= a.value
  JOIN patient p ON p.id = a.patient_id
  WHERE a.taken_on = (SELECT min(taken_on) FROM measurement WHERE patient_id = p.id AND metric_id = k.id)
    AND b.taken_on = (SELECT max(taken_on) FROM measurement WHERE patient_id = p.id AND metric_id = k.id)
    AND 1 = (SELECT count(DISTINCT coalesce(course_id, 0)) FROM measurement WHERE patient_id = p.id AND metric_id = k.id)
  ORDER BY p.id LIMIT 1"""

METRIC = "Hair pull test, hairs extracted"
ERROR = "Error of the method (in its unit): {} · shipped: 1"
RULE = "Pregnancy asked long ago (days)"
BOUND = "At most: {} · shipped: 90"
SETTINGS = "SELECT value FROM setting WHERE key LIKE 'rule%' AND key LIKE '%pregnan%'"
JUDGED = "SELECT error_absolute FROM metric WHERE code = 'pull_test'"
AUDITED = """SELECT s.name, a.entity, a.action, a.reason FROM audit a JOIN staff s ON s.id = a.actor
  WHERE a.entity IN ('setting', 'metric') AND a.seq > ? ORDER BY a.seq"""

REASON = "asked by telephone"
TITLE = "^Clinical defaults$"


def last_audit(clinic):
    return clinic.one("SELECT max(seq) FROM audit")


def open_progress(program, clinic):
    """The progress of somebody: what it says is more than the method's error."""
    number = clinic.one(PULLED)
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.find("Progress", "page tab")
    program.key("alt+5")
    judged(program, "beyond the method's")
    program.begin()


def judged(program, words):
    program.read(f"{METRIC}.* → .*{words} ±")


def row(program, title, line):
    """Of something in the list, once it says this."""
    def there():
        labels = [node for node in program.find("Clinical defaults", "list").walk() if node.role == "label"]
        said = names(labels)
        for number, pair in enumerate(zip(said, said[1:])):
            if pair == (title, line):
                node = labels[number]
                while node.role != "list item":
                    node = node.above
                return node
        return None
    return program.wait(there, f"“{title}: {line}”")


def changed(program, clinic, sql, value, title, line):
    """It is in the records, and the list says so."""
    program.wait(lambda: clinic.one(sql) == value, f"{value} in the records")
    program.opened(TITLE)
    there = row(program, title, line)
    own, _, shipped = line.partition(": ")[2].partition(" · shipped: ")
    if ("Changed" in there.words()) != (own != shipped):
        raise Lost(f"“{title}: {line}” is marked wrongly: {there.words()}")
    return there


def by_whom(clinic, before, role, reasons):
    """Each of the changes is in the audit, and why where the clinic is warned of less."""
    found = clinic.ask(AUDITED, before)
    if [(name, reason) for name, _, _, reason in found] != [(clinic.staff(role), reason) for reason in reasons]:
        raise Lost(f"the audit has {found}")


# by mouse


def press(program, node):
    """Further up than what is said in passing."""
    reach(program, node)
    low, high = 450, None
    while low < node.box[1] != high:
        high = node.box[1]
        program.xdo("click", 5)
        program.settled()
    program.click(node)


def open_by_mouse(program, section):
    program.click("Main menu")
    program.click(program.find("Preferences", "menu item"))
    program.opened("^Preferences$")
    press(program, program.find("/Defaults… /", "push button"))
    program.opened(TITLE)
    program.click(program.find(section, "page tab"))


def set_by_mouse(program, node, label, value):
    press(program, node)
    program.opened("^Clinical default$")
    if value is None:
        program.click(program.find("Back to the shipped value", "push button"))
        return
    program.click(program.find(label, "text"), times=3)
    program.word(value, enter=False)
    program.click(program.find("Save", "push button"))


def leave_by_mouse(program):
    for title in (TITLE, "^Preferences$"):
        program.opened(title)
        program.click(program.find("Close", "push button"))
    program.opened("^Patient ")


@journeys.add("a method's error and a rule's bound are changed and put back by mouse", "manager", steps=36)
def change_by_mouse(program, clinic):
    before = last_audit(clinic)
    open_progress(program, clinic)
    open_by_mouse(program, "Measurements")
    set_by_mouse(program, row(program, METRIC, ERROR.format(1)), ERROR.split(":", 1)[0], "9")
    changed(program, clinic, JUDGED, 9000, METRIC, ERROR.format(9))
    leave_by_mouse(program)
    judged(program, "within noise: the method's")
    open_by_mouse(program, "Measurements")
    set_by_mouse(program, row(program, METRIC, ERROR.format(9)), None, None)
    changed(program, clinic, JUDGED, 1000, METRIC, ERROR.format(1))
    program.click(program.find("Rules", "page tab"))
    set_by_mouse(program, row(program, RULE, BOUND.format(90)), "At most", "60")
    there = changed(program, clinic, SETTINGS, "60", RULE, BOUND.format(60))
    set_by_mouse(program, there, None, None)
    changed(program, clinic, SETTINGS, None, RULE, BOUND.format(90))
    leave_by_mouse(program)
    judged(program, "beyond the method's")
    by_whom(clinic, before, "manager", [None] * 4)


# by keyboard


def open_by_keyboard(program, section):
    program.key("ctrl+comma")
    program.opened("^Preferences$")
    program.key("alt+d")
    program.opened(TITLE)
    to_section(program, section, "Tab")


def to_section(program, section, chord):
    go_to(program, program.find(section, "page tab"), chord, 6)
    program.key("space")


def to_row(program, node):
    """Into the list, and down a page at a time while it is far."""
    inside = program.find("Clinical defaults", "list")
    if not holds_keyboard(inside):
        press_until(program, "Tab", lambda: holds_keyboard(inside), 5)
    for _ in range(60):
        here = holding(inside.walk(), Atspi.StateType.FOCUSED)
        if here and here[0].path == node.path:
            return
        far = node.box[1] - here[0].box[1] if here else 0
        program.key("Page_Down" if far > 600 else "Down" if far >= 0 else "Up")
    raise Lost(f"the keyboard does not come to “{node.name}”")


def set_by_keyboard(program, node, label, value):
    to_row(program, node)
    program.key("Return")
    program.opened("^Clinical default$")
    if value is None:
        program.key("alt+b")
        return
    program.wait(lambda: typing(program, label), f"the keyboard at “{label}”")
    program.key("ctrl+a")
    program.word(value)


def leave_by_keyboard(program):
    """The first Escape is for what is said in passing, where there is any."""
    for title in (TITLE, "^Preferences$"):
        there = program.opened(title)
        if program.look("Undo", "push button", there):
            program.key("Escape")
            program.wait(lambda there=there: gone(program, title) or not program.look("Undo", "push button", there), "no words")
        if not gone(program, title):
            program.key("Escape")
        program.wait(lambda title=title: gone(program, title), f"no window {title}")
    program.opened("^Patient ")


def gone(program, title):
    return not any(re.search(title, window.name) for window in program.windows() if window.seen)


@journeys.add("a method's error and a rule's bound are changed and put back by keyboard", "owner", steps=140)
def change_by_keyboard(program, clinic):
    before = last_audit(clinic)
    open_progress(program, clinic)
    open_by_keyboard(program, "Measurements")
    set_by_keyboard(program, row(program, METRIC, ERROR.format(1)), ERROR.split(":", 1)[0], "9")
    changed(program, clinic, JUDGED, 9000, METRIC, ERROR.format(9))
    leave_by_keyboard(program)
    judged(program, "within noise: the method's")
    open_by_keyboard(program, "Measurements")
    set_by_keyboard(program, row(program, METRIC, ERROR.format(9)), None, None)
    changed(program, clinic, JUDGED, 1000, METRIC, ERROR.format(1))
    leave_by_keyboard(program)
    judged(program, "beyond the method's")
    open_by_keyboard(program, "Rules")
    set_by_keyboard(program, row(program, RULE, BOUND.format(90)), "At most", "120")
    program.find("Why does the clinic warn of less?", "label")
    program.front()
    program.word(REASON)
    changed(program, clinic, SETTINGS, "120", RULE, BOUND.format(120))
    set_by_keyboard(program, row(program, RULE, BOUND.format(120)), None, None)
    changed(program, clinic, SETTINGS, None, RULE, BOUND.format(90))
    leave_by_keyboard(program)
    by_whom(clinic, before, "owner", [None, None, REASON, None])


# who may not


def only_read(program, clinic, press_on):
    before = last_audit(clinic)
    press_on(row(program, METRIC, ERROR.format(1)))
    if not re.search(TITLE, program.top().name) or clinic.ask(AUDITED, before):
        raise Lost("a practitioner changes what the clinic judges by")


@journeys.add("whoever may not change what the clinic judges by reads it, by keyboard", "practitioner")
def read_by_keyboard(program, clinic):
    program.begin()
    open_by_keyboard(program, "Measurements")

    def press_on(there):
        to_row(program, there)
        program.key("Return")

    only_read(program, clinic, press_on)


@journeys.add("whoever may not change what the clinic judges by reads it, by mouse", "practitioner")
def read_by_mouse(program, clinic):
    program.begin()
    open_by_mouse(program, "Measurements")
    only_read(program, clinic, lambda there: press(program, there))


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

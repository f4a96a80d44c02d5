#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main jobs in the windows, in as few steps as promised. To be run by tests/in-display.

    windows.py BUILD-FOLDER [PATTERN]…
"""

import os
import re
import sys
import time

import journey
from journey import Journeys, Lost, Program

journeys = Journeys(os.path.abspath(sys.argv[1]))


def rows(program, clinic):
    """The rows of the list of today, in order."""
    names = [name for (name,) in clinic.ask("SELECT family_name FROM patient")]
    page = program.top()
    return [node for node in page.walk()
            if node.role == "list item" and any(name in word for word in node.words() for name in names)]


@journeys.add("practitioner opens the chart from today by mouse", "practitioner", steps=2)
def open_chart_by_mouse(program, clinic):
    found = program.wait(lambda: rows(program, clinic), "today's list")
    program.begin()
    program.click(found[min(2, len(found) - 1)])
    program.wait(lambda: chart_is_open(program), "the chart")


@journeys.add("practitioner opens the chart from today by keyboard", "practitioner", steps=2)
def open_chart_by_keyboard(program, clinic):
    program.wait(lambda: rows(program, clinic), "today's list")
    program.begin()
    program.key("Down")
    program.key("Return")
    program.wait(lambda: chart_is_open(program), "the chart")


def chart_is_open(program):
    return any(node.name.startswith("Sign") for node in program.top().walk() if "button" in node.role)


def open_visit(program, clinic, status):
    """The chart of today's first visit in this state of whoever acts, who had one before."""
    session = clinic.one(
        "SELECT s.id FROM session s JOIN staff p ON p.id = s.practitioner_id WHERE p.name = ? AND s.starts LIKE ? "
        "AND s.status = ? AND EXISTS (SELECT 1 FROM injection i JOIN session e ON e.id = i.session_id "
        "WHERE e.patient_id = s.patient_id AND e.id <> s.id) ORDER BY s.starts", clinic.staff("practitioner"),
        journey.TODAY + "%", status)
    if session is None:
        raise Lost(f"the demonstration has nobody {status}")
    order = clinic.ask("SELECT s.id FROM session s JOIN staff p ON p.id = s.practitioner_id WHERE p.name = ? "
                       "AND s.starts LIKE ? ORDER BY s.starts", clinic.staff("practitioner"), journey.TODAY + "%")
    program.wait(lambda: rows(program, clinic), "today's list")
    # the keyboard is at the first row
    for _ in range([number for (number,) in order].index(session)):
        program.key("Down")
    program.key("Return")
    program.wait(lambda: chart_is_open(program), "the chart")
    return session


def total(program):
    """Points in all, as the chart says them at its side."""
    for node in program.top().walk(True):
        words = re.match(r"(\d+) points? · .* ml\Z", node.name) if node.role == "label" else None
        if words and node.box[0] > 850:
            return int(words.group(1))
    return 0


@journeys.add("sixty points in zones by keyboard", "practitioner", steps=8)
def sixty_points(program, clinic):
    open_visit(program, clinic, "arrived")
    program.begin()
    for digit in "23456":
        if total(program) < 60:
            program.key(digit)
    while total(program) < 60 and program.steps < 8:
        program.key("plus")
    program.wait(lambda: total(program) >= 60, "sixty points", 3)


def signed(clinic, session):
    time.sleep(1)
    return clinic.one("SELECT signed_at FROM session WHERE id = ?", session)


@journeys.add("same as last time to signed by keyboard", "practitioner", steps=5)
def same_again(program, clinic):
    session = open_visit(program, clinic, "arrived")
    program.begin()
    program.key("r")
    program.wait(lambda: total(program) > 0, "the points of last time")
    program.key("ctrl+Return")
    while program.steps < 4 and not signed(clinic, session):
        # what is objected to asks for a reason, and the keyboard is there
        program.word("discussed", enter=False)
        program.key("ctrl+Return")
    program.wait(lambda: clinic.one("SELECT signed_at FROM session WHERE id = ?", session), "the signature", 6)


@journeys.add("what was charted is there after a crash", "practitioner")
def draft_is_kept(program, clinic):
    open_visit(program, clinic, "arrived")
    program.key("2")
    before = program.wait(lambda: total(program), "points")
    time.sleep(2)
    program.kill()
    again = Program(journeys.build, clinic, clinic.staff("practitioner"))
    try:
        again.wait(again.top, "the window")
        again.front()
        open_again(again, clinic)
        again.wait(lambda: total(again) == before, f"the {before} points charted before")
    finally:
        again.close()


def open_again(program, clinic):
    program.wait(lambda: rows(program, clinic), "today's list")
    open_visit(program, clinic, clinic.one("SELECT s.status FROM session s JOIN session_draft d ON d.session_id = s.id"))


@journeys.add("places are gone to by keyboard", "owner", steps=5)
def go_to_places(program, clinic):
    program.begin()
    for chord, title in (("ctrl+2", "Agenda"), ("ctrl+3", "Patients"), ("ctrl+4", "Cocktails"), ("ctrl+5", "Reports"),
                         ("ctrl+1", "Today")):
        program.key(chord)
        program.wait(lambda: title in program.top().name, f"the place {title}")


@journeys.add("the search finds a patient", "receptionist", steps=2)
def find_patient(program, clinic):
    name, = clinic.ask("SELECT family_name FROM patient WHERE family_name NOT GLOB '*[^A-Za-z]*' LIMIT 1")[0]
    program.begin()
    program.key("ctrl+k")
    program.wait(lambda: len([window for window in program.windows() if window.seen]) > 1, "the search")
    program.front()
    program.word(name, enter=False)
    program.wait(lambda: any(name in word for word in program.top().words()), f"somebody called {name}")


@journeys.add("killed and started again, all is there", "practitioner")
def killed(program, clinic):
    before = clinic.one("SELECT count(*) FROM session")
    program.wait(lambda: rows(program, clinic), "today's list")
    program.key("Down")
    program.key("Return")
    program.kill()
    again = Program(journeys.build, clinic, clinic.staff("practitioner"))
    try:
        again.wait(again.top, "the window")
        again.front()
        again.wait(lambda: rows(again, clinic), "today's list")
        if clinic.one("SELECT count(*) FROM session") != before:
            raise Lost("sessions were lost")
    finally:
        again.close()


@journeys.add("the window lives on when the file has gone", "receptionist")
def file_gone(program, clinic):
    program.wait(lambda: program.top(), "the window")
    os.rename(clinic.path, clinic.path + ".away")
    program.key("ctrl+3")
    program.wait(lambda: "Patients" in program.top().name, "the list of patients")
    program.key("ctrl+1")
    program.wait(lambda: "Today" in program.top().name, "today")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

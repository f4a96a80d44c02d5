#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is the same for everybody: places and the search. To be run by tests/in-display.

    windows.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

from journey import Journeys, Lost, Program

journeys = Journeys(os.path.abspath(sys.argv[1]))


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


def somebody(clinic):
    """The number of a file, and the family name in it, which nobody else has."""
    return clinic.ask("SELECT file_number, family_name FROM patient WHERE family_name NOT GLOB '*[^A-Za-z]*'"
                      " GROUP BY family_name HAVING count(*) = 1 LIMIT 1")[0]


@journeys.add("a patient is searched for and opened by keyboard", "receptionist", steps=2)
def open_by_keyboard(program, clinic):
    number, _ = somebody(clinic)
    program.begin()
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")


@journeys.add("a patient is searched for and opened by mouse", "receptionist", steps=3)
def open_by_mouse(program, clinic):
    number, name = somebody(clinic)
    program.begin()
    program.click(program.find("/Search/", "push button"))
    search = program.opened("Search")
    program.word(name, enter=False)
    program.click(program.find(f"/.*{name}/", "label", search))
    program.opened(f"Patient {number}")


def throw_away(program, clinic, answer):
    """What was typed into a form and is not wanted: asked about once, and the program goes on."""
    before = clinic.one("SELECT count(*) FROM patient")
    program.begin()
    program.key("ctrl+n")
    program.opened("New patient")
    program.word("Somebody", enter=False)
    program.key("Escape")
    program.find("Discard what you typed?", "label")
    program.front()
    answer()
    program.wait(lambda: not any("New patient" in window.name for window in program.windows()), "the form to be gone")
    program.key("ctrl+3")
    program.wait(lambda: "Patients" in program.top().name, "the list of patients")
    if clinic.one("SELECT count(*) FROM patient") != before:
        raise Lost("somebody was registered")


@journeys.add("what was typed is thrown away by keyboard", "receptionist", steps=5)
def throw_away_by_keyboard(program, clinic):
    throw_away(program, clinic, lambda: program.key("alt+d"))


@journeys.add("what was typed is thrown away by mouse", "receptionist", steps=5)
def throw_away_by_mouse(program, clinic):
    throw_away(program, clinic, lambda: program.click(program.find("Discard", "push button")))


# What this desktop keeps; other journeys keep nothing.
KEPT = {"GSETTINGS_BACKEND": "keyfile"}
WEEK = "Mon .* – Sun "


@journeys.add("the next start begins where the last one ended", "owner", alone=True)
def begin_where_it_ended(clinic):
    def start():
        program = Program(journeys.build, clinic, clinic.staff("owner"), **KEPT)
        program.wait(program.shown, "the window")
        program.wait(program.top, "the window")
        program.front()
        return program

    program = start()
    try:
        program.key("ctrl+2")
        program.wait(lambda: "Agenda" in program.top().name, "the agenda")
        program.find("Visits", "list")
        program.key("w")
        program.read(WEEK)
    finally:
        program.close()
    program = start()
    try:
        program.wait(lambda: "Agenda" in program.top().name, "the agenda")
        program.read(WEEK)
    finally:
        program.close()


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

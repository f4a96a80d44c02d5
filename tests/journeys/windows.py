#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is the same for everybody: places and the search. To be run by tests/in-display.

    windows.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

from journey import Journeys, Lost

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


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

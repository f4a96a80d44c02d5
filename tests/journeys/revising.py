#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cocktail of a chart gets a new version without the chart being left: what is injected, its lots and what the rules
say follow, and go back when the version is taken back. To be run by tests/in-display.

    revising.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

from charting import choose, go_to, menus_closed, open_visit, opened, zone
from journey import Journeys, Lost
from practitioner import MIXED, compose

journeys = Journeys(os.path.abspath(sys.argv[1]))

VERSIONS = """SELECT v.number, v.id FROM cocktail_version v JOIN cocktail c ON c.id = v.cocktail_id WHERE c.name = ?
  ORDER BY v.number"""

VOLUME = """SELECT p.volume FROM component p JOIN ingredient i ON i.id = p.ingredient_id
  WHERE p.cocktail_version_id = ? AND i.code = 'dexpanthenol'"""

# As of the version before.
FEW = f"{MIXED} has fewer principal agents (1) than advised (2)."


def versions(clinic):
    return dict(clinic.ask(VERSIONS, MIXED))


def drafted(clinic, session, version):
    """What is kept of the chart: zones and lots with this version and no other of it."""
    content = clinic.one("SELECT content FROM session_draft WHERE session_id = ?", session) or ""
    others = [other for other in versions(clinic).values() if other != version]
    return str(version) in content and not any(str(other) in content for other in others)


def in_chart(program, number):
    """The chart says the version, and three lots are there."""
    choice = program.look("Cocktail and version", "combo box")
    lots = program.look("Lots", "list")
    return (choice and any(f"{MIXED} v{number}" in word for word in [choice.name, *choice.words()]) and
            lots and sum(child.role == "list item" for child in lots.children()) == 3)


def charted(program, clinic, session, number):
    """It is kept as well, and the rules have said what they say."""
    program.wait(lambda: in_chart(program, number), f"version {number} in the chart")
    program.wait(lambda: drafted(clinic, session, versions(clinic)[number]), f"version {number} in the draft")
    program.find(FEW, "label")


def made(program, clinic):
    """The version that was there is as it was; beside it there is another."""
    program.wait(lambda: len(versions(clinic)) == 2, "two versions in the records")
    found = [clinic.one(VOLUME, version) for version in versions(clinic).values()]
    if found != [1000, 750]:
        raise Lost(f"of B5 there is {found}")
    opened(program)


def revise(program, volume):
    """Another version, with another volume of B5, which weighs most and so stands first."""
    choose(program, "More about the cocktail", "New version of this cocktail…")
    window = program.opened("^New version")
    program.click(program.find("Volume in ml", "text", window), times=3)
    program.word(volume, enter=False)
    program.click(program.find("Save", "push button", window))


@journeys.add("a new version of the cocktail is made in the chart and taken back by mouse", "practitioner", steps=18, prepare=compose)
def revise_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    choice = program.find("Cocktail and version", "combo box|push button")
    program.click(choice)
    program.click(program.find(f"/{MIXED}/", "list item|label"))
    menus_closed(program)
    program.click(zone(program, "Frontal"))
    charted(program, clinic, session, 1)
    revise(program, "0.75")
    made(program, clinic)
    charted(program, clinic, session, 2)
    program.wait(lambda: not program.over("New version made", "label"), "the word in passing gone", 30)
    revise(program, "0.5")
    program.said("New version made")
    # the word stays for some seconds only
    program.click(program.offered("Undo"))
    made(program, clinic)
    charted(program, clinic, session, 2)


@journeys.add("a new version of the cocktail is made in the chart by keyboard", "practitioner", steps=30, prepare=compose)
def revise_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("c")
    program.find("/Search/", "entry")
    program.word("cyst")
    program.key("2")
    charted(program, clinic, session, 1)
    program.key("ctrl+shift+c")
    window = program.opened("^New version")
    go_to(program, program.find("Volume in ml", "text", window), most=12)
    program.key("ctrl+a")
    program.word("0.75", enter=False)
    program.key("ctrl+Return")
    made(program, clinic)
    charted(program, clinic, session, 2)
    program.key("ctrl+z")
    charted(program, clinic, session, 1)
    program.key("ctrl+shift+z")
    charted(program, clinic, session, 2)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

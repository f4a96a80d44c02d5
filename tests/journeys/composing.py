#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cocktail is composed of three products, with its totals and doses seen as it grows, and injected from lots on hand.
To be run by tests/in-display.

    composing.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

import charting
from charting import go_to, open_session, open_visit, zone
from journey import TODAY, Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

NAME = "Journey mix"

# What is looked for, its code, percent, ml and the dose that is read beside it: mg = ml × % × 10.
PARTS = (("cyst", "cysteine", "1", "0.5", "5 mg"), ("dexp", "dexpanthenol", "25", "1", "250 mg"),
         ("zinc", "zinc", "0.1", "0.5", "0.5 mg"))

KEPT = """SELECT v.number, i.code, p.strength, p.strength_unit, p.volume FROM component p
  JOIN cocktail_version v ON v.id = p.cocktail_version_id JOIN cocktail c ON c.id = v.cocktail_id
  JOIN ingredient i ON i.id = p.ingredient_id WHERE c.name = ? ORDER BY v.number, p.id"""

# What may be used of a product today, what spoils first before the rest of it.
ON_HAND = """SELECT l.number, min(l.expires_on, coalesce(date(l.opened_on, '+' || l.in_use_days || ' days'), l.expires_on)) AS until
  FROM lot l JOIN ingredient i ON i.id = l.ingredient_id
  WHERE i.code = ? AND NOT l.quarantined AND until >= ? ORDER BY until"""

HERE = """SELECT count(*) FROM session_draft WHERE session_id = ? AND content LIKE '%' || ? || '%'"""


def grown(program):
    """What the window says of all of it."""
    program.read("2 ml in all")
    program.read("1 principal agent: at least 2 are advised")


def composed(program, clinic):
    """It is kept as it was typed; the list has it, and its composition is shown."""
    wanted = [(1, code, round(float(percent) * 1000), "percent", round(float(volume) * 1000))
              for _, code, percent, volume, _ in PARTS]
    found = program.wait(lambda: clinic.ask(KEPT, NAME), "the cocktail in the records")
    if found != wanted:
        raise Lost(f"composed was {found}")
    program.opened("^Cocktails")


def injected(program, clinic, session):
    """Of each product the lot that spoils first stands in the chart."""
    numbers = [clinic.ask(ON_HAND, code, TODAY)[0][0] for _, code, *_ in PARTS]

    def there():
        words = " ".join(word for row in program.find("Lots", "list").children() for word in row.words())
        return all(number in words for number in numbers)
    program.wait(there, f"the lots {numbers}")
    for number in numbers:
        lot = clinic.one("SELECT id FROM lot WHERE number = ?", number)
        program.wait(lambda: clinic.one(HERE, session, lot), f"the lot {number} in the draft")


def rows(program):
    """One row of the composer for each ingredient."""
    return [node for node in program.top().walk() if node.role == "combo box" and node.name == "Ingredient"]


def new_row(program, number):
    """A button pressed by its letter acts a moment later."""
    return program.wait(lambda: len(rows(program)) == number + 1 and rows(program)[number], f"row {number + 1}").parent


@journeys.add("a cocktail is composed and its lots taken by keyboard", "practitioner", steps=45)
def compose_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("ctrl+4")
    program.find("New cocktail…", "push button")
    program.key("alt+c")
    program.opened("^New cocktail")
    program.word(NAME, enter=False)
    for number, (search, code, percent, volume, dose) in enumerate(PARTS):
        if number:
            program.key("alt+a")
        row = new_row(program, number)
        go_to(program, row, most=3 if number == 0 else 0)
        program.key("space")
        program.find("/(Gtk)?Search/", "entry", row)
        program.word(search)
        program.key("Tab")
        program.word(percent, enter=False)
        program.key("Tab")
        program.key("Tab")
        program.word(volume, enter=False)
        program.read(f".* · {dose}\\Z")
    grown(program)
    program.key("ctrl+Return")
    composed(program, clinic)
    program.key("ctrl+1")
    program.key("Return")
    charting.opened(program)
    program.key("c")
    program.find("/Search/", "entry")
    program.word("journ")
    program.key("3")
    injected(program, clinic, session)


@journeys.add("a cocktail is composed and its lots taken by mouse", "practitioner", steps=45)
def compose_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.click(program.find("Cocktails", "list item"))
    program.click(program.find("New cocktail…", "push button"))
    program.opened("^New cocktail")
    program.click(program.find("Name", "text"))
    program.word(NAME, enter=False)
    for number, (search, code, percent, volume, dose) in enumerate(PARTS):
        if number:
            program.click(program.find("Add an ingredient", "push button"))
        row = new_row(program, number)
        program.click(rows(program)[number])
        program.find("/(Gtk)?Search/", "entry", row)
        program.word(search)
        program.click(program.find("Strength", "text", row))
        program.word(percent, enter=False)
        program.click(program.find("Volume in ml", "text", row))
        program.word(volume, enter=False)
        program.read(f".* · {dose}\\Z")
    grown(program)
    program.click(program.find("Save", "push button"))
    composed(program, clinic)
    program.click(program.find("Today", "list item"))
    open_session(program, clinic, session)
    program.click(program.find("Cocktail and version", "combo box|push button"))
    program.click(program.find(f"/{NAME}/", "list item|label"))
    program.click(zone(program, "Frontal"))
    injected(program, clinic, session)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A composed cocktail gets a new version, which is compared with the one before; a batch of it is prepared, some of it is
thrown away, and its ledger balances. To be run by tests/in-display.

    batching.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

from charting import go_to, holds_keyboard, press_until
from journey import Journeys, Lost
from practitioner import MIXED, compose

journeys = Journeys(os.path.abspath(sys.argv[1]))

VERSIONS = """SELECT v.number, p.volume FROM component p JOIN cocktail_version v ON v.id = p.cocktail_version_id
  JOIN cocktail c ON c.id = v.cocktail_id JOIN ingredient i ON i.id = p.ingredient_id
  WHERE c.name = ? AND i.code = 'dexpanthenol' ORDER BY v.number"""

BATCH = """SELECT l.id, l.number, l.quantity, (SELECT sum(volume) FROM pour WHERE batch_id = l.id),
    (SELECT count(*) FROM pour WHERE batch_id = l.id) FROM lot l JOIN cocktail_version v ON v.id = l.cocktail_version_id
  JOIN cocktail c ON c.id = v.cocktail_id WHERE c.name = ? AND v.number = 2 AND l.prepared_at IS NOT NULL"""

THROWN = """SELECT d.volume, d.reason, s.name FROM discard d JOIN staff s ON s.id = d.staff_id WHERE d.lot_id = ?"""


def versioned(program, clinic):
    """The version that was there is as it was; beside it there is another."""
    program.wait(lambda: clinic.ask(VERSIONS, MIXED) == [(1, 1000), (2, 750)], "two versions in the records")
    program.opened("^Cocktails")


def compared(program):
    """Of each ingredient what it was and is, and which of them changed."""
    program.opened("^Compare versions")
    rows = program.find("What differs", "list").children()
    found = sorted(tuple(row.words()) for row in rows if row.role == "list item")
    if found != [("Cysteine", "1 % · 0.5 ml", "1 % · 0.5 ml", "The same"),
                 ("Dexpanthenol (B5)", "25 % · 1 ml", "25 % · 0.75 ml", "Changed"),
                 ("Zinc", "0.1 % · 0.5 ml", "0.1 % · 0.5 ml", "The same")]:
        raise Lost(f"compared was {found}")


def prepared(program, clinic):
    """10 ml, poured together from three lots."""
    found = program.wait(lambda: clinic.ask(BATCH, MIXED), "the batch in the records")
    if len(found) != 1 or found[0][2:] != (10000, 10000, 3):
        raise Lost(f"prepared was {found}")
    program.opened("^Cocktails")
    batches = program.find("Batches", "list")
    program.find(found[0][1], "label", batches)
    return found[0][:2]


def row_of(program, number):
    """Rows are made anew when the list is read again."""
    program.settled()
    return program.find(number, "label", program.find("Batches", "list")).parent.parent.parent.parent


def figures(program):
    """What stands over each word of the ledger."""
    words = [node.name for node in program.top().walk(True) if node.role == "label"]
    return {word: words[words.index(word) - 1] for word in ("In", "Injected", "Into batches", "Discarded", "Left")
            if word in words}


def balanced(program, clinic, batch, discarded, left):
    wanted = {"In": "10 ml", "Injected": "0 ml", "Into batches": "0 ml", "Discarded": discarded, "Left": left}
    program.wait(lambda: figures(program) == wanted, f"{wanted} in the ledger")
    program.find("What came in is what was injected, mixed on, discarded and is left.", "label")
    thrown = clinic.ask(THROWN, batch)
    if thrown != ([(4000, "Spilled", clinic.staff("practitioner"))] if discarded != "0 ml" else []):
        raise Lost(f"thrown away was {thrown}")


@journeys.add("versions of a cocktail are compared and a batch balances by mouse", "practitioner", steps=20, prepare=compose)
def batch_by_mouse(program, clinic):
    program.begin()
    program.click(program.find("Cocktails", "list item"))
    program.click(program.find(MIXED, "list item|label"))
    program.click(program.find("New version…", "push button"))
    window = program.opened("^New version")
    # what weighs most stands first
    program.click(program.find("Volume in ml", "text", window), times=3)
    program.word("0.75", enter=False)
    program.click(program.find("Save", "push button"))
    versioned(program, clinic)
    program.click(program.find("Compare two versions", "push button"))
    compared(program)
    program.click(program.find("Close", "push button"))
    program.opened("^Cocktails")
    program.click(program.find("Batches", "page tab"))
    program.click(program.find("Prepare a batch…", "push button"))
    program.opened("^Prepare a batch")
    program.read("10 ml in all")
    program.click(program.find("Prepare", "push button"))
    batch, number = prepared(program, clinic)
    row = row_of(program, number)
    program.click(program.find("More about this lot", "push button", row))
    program.click(program.find("Ledger…", "menu item", row))
    program.opened(number)
    balanced(program, clinic, batch, "0 ml", "10 ml")
    program.click(program.find("Discard…", "push button"))
    window = program.opened("^Discard")
    program.click(program.find("Volume (ml)", "text", window), times=3)
    program.word("4", enter=False)
    program.click(program.find("Spilled", "push button", window))
    program.click(program.find("Discard", "push button", window))
    program.opened(number)
    balanced(program, clinic, batch, "4 ml", "6 ml")


@journeys.add("versions of a cocktail are compared and a batch balances by keyboard", "practitioner", steps=80, prepare=compose)
def batch_by_keyboard(program, clinic):
    program.begin()
    program.key("ctrl+4")
    cocktails = program.find("Cocktails", "list", program.find("ClinicCocktailsPage"))
    go_to(program, cocktails, most=6)
    go_to(program, program.find(MIXED, "label", cocktails).parent, "Down", 4)
    program.find(MIXED, "label", program.find("ClinicCocktailView"))
    program.key("alt+v")
    window = program.opened("^New version")
    go_to(program, program.find("Volume in ml", "text", window), most=12)
    program.key("ctrl+a")
    program.word("0.75", enter=False)
    program.key("ctrl+Return")
    versioned(program, clinic)
    compare = program.find("Compare two versions", "push button")
    go_to(program, compare, most=20)
    program.key("space")
    compared(program)
    program.key("Escape")
    program.opened("^Cocktails")
    tabs = program.find("AdwViewSwitcher", "page tab list")
    go_to(program, tabs, "shift+Tab", 20)
    go_to(program, program.find("Batches", "page tab", tabs), "Right", 4)
    program.key("space")
    program.find("Prepare a batch…", "push button")
    program.key("alt+p")
    program.opened("^Prepare a batch")
    program.read("10 ml in all")
    program.key("ctrl+Return")
    batch, number = prepared(program, clinic)
    row_of(program, number)
    go_to(program, program.find("Batches", "list"), most=12)
    # the list is entered where it was left
    if not holds_keyboard(row_of(program, number)):
        press_until(program, "Up", lambda: holds_keyboard(row_of(program, number)), 3)
    if not program.keyboard_is_at("More about this lot"):
        press_until(program, "Tab", lambda: program.keyboard_is_at("More about this lot"), 2)
    program.key("space")
    item = program.find("Ledger…", "menu item", row_of(program, number))
    program.wait(lambda: holds_keyboard(item), "the keyboard in the menu")
    program.key("Return")
    program.opened(number)
    balanced(program, clinic, batch, "0 ml", "10 ml")
    program.key("alt+d")
    window = program.opened("^Discard")
    program.key("Tab")
    program.key("Tab")
    program.key("ctrl+a")
    program.word("4", enter=False)
    go_to(program, program.find("Spilled", "push button", window), most=8)
    program.key("space")
    program.key("ctrl+Return")
    program.opened(number)
    balanced(program, clinic, batch, "4 ml", "6 ml")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

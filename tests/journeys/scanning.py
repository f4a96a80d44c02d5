#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lots today's cocktail is drawn from: proposed, earliest expiry first; scanned, also where the scanner lost what
separates the parts of a code; received when nobody knows them; or chosen by hand. To be run by tests/in-display.

    scanning.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

from charting import go_to, holds_keyboard, menus_closed, open_visit, press_until, reach, total, zone
from journey import TODAY, Journeys, Lost
from practitioner import MIXED, PRODUCTS, check_cocktail, compose, kept_lots
from scanner import SEPARATOR, scan

journeys = Journeys(os.path.abspath(sys.argv[1]))

ON_HAND = """SELECT l.number, l.gtin, replace(substr(l.expires_on, 3), '-', ''),
    min(l.expires_on, coalesce(date(l.opened_on, '+' || l.in_use_days || ' days'), l.expires_on)) AS until
  FROM lot l JOIN ingredient i ON i.id = l.ingredient_id
  WHERE i.code = ? AND NOT l.quarantined AND until >= ? ORDER BY until"""

GTIN = "SELECT l.gtin FROM lot l JOIN ingredient i ON i.id = l.ingredient_id WHERE i.code = ? AND l.gtin IS NOT NULL LIMIT 1"

RECEIVED = """SELECT i.code, l.gtin, l.expires_on, l.received_on FROM lot l JOIN ingredient i ON i.id = l.ingredient_id
  WHERE l.number = 'NEW77'"""

AUDITED = "SELECT count(*) FROM audit WHERE entity = 'lot' AND action = 'insert' AND after LIKE '%NEW77%'"


def on_hand(clinic, code):
    """Numbers of its lots that may be used today, what spoils first before the rest."""
    return [row[0] for row in clinic.ask(ON_HAND, code, TODAY)]


def shown_lots(program):
    """Of each row of the lots which number, and how many ml are drawn."""
    rows = [row for row in program.find("Lots", "list").children() if row.role == "list item"]
    fields = [node for row in rows for node in row.walk(True) if node.name.startswith("ml from lot ")]
    return {field.name.removeprefix("ml from lot "): field.text for field in fields}


def drawn(program, clinic, session, wanted):
    """These lots, and no others, stand in the chart and in its draft."""
    program.wait(lambda: sorted(shown_lots(program)) == sorted(wanted), f"the lots {wanted} in the chart")
    program.wait(lambda: kept_lots(clinic, session) == sorted(wanted), f"the lots {wanted} in the draft")


def pull(program, code):
    """The trigger of the scanner is a step."""
    scan(code)
    program.steps += 1


def scan_all(program, clinic, session, choose, save):
    """A lot is taken for the one that was proposed; of a code without its separator a reading is chosen; of a lot that
    is not in the records it is said so, it is received, and with that taken."""
    proposed = [on_hand(clinic, code)[0] for code in PRODUCTS]
    other, _, expires = next(row[:3] for row in clinic.ask(ON_HAND, "cysteine", TODAY)[1:])
    third = on_hand(clinic, "cysteine")[2]
    gtin = clinic.one(GTIN, "cysteine")
    filled = total(program)
    rest = proposed[1:]
    pull(program, f"01{gtin}17{expires}10{other}{SEPARATOR}21SER7")
    program.said(f"Lot {other} is taken")
    drawn(program, clinic, session, [other] + rest)
    pull(program, f"01{gtin}10{third}21SER9")
    program.opened("^Which is right")
    choose(f"Lot {third} · serial number SER9")
    program.opened("^Chart ")
    program.said(f"Lot {third} is taken")
    drawn(program, clinic, session, [third] + rest)
    pull(program, f"01{gtin}1728010110NEW77")
    program.opened("^Receive a lot")
    program.read("Lot NEW77 is not in the records yet")
    program.wait(lambda: program.look("Cysteine", "label"), "the product of the code")
    if clinic.ask(RECEIVED):
        raise Lost("it was received without being asked for")
    save()
    program.wait(lambda: clinic.ask(RECEIVED) == [("cysteine", gtin, "2028-01-01", TODAY)], "the lot in the records")
    if clinic.one(AUDITED) != 1:
        raise Lost("the audit has nothing of the lot")
    program.opened("^Chart ")
    drawn(program, clinic, session, ["NEW77"] + rest)
    if total(program) != filled:
        raise Lost("the digits of a code filled zones")


@journeys.add("lots of a cocktail are scanned by keyboard", "practitioner", steps=11, prepare=compose)
def scan_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("c")
    program.find("/Search/", "entry")
    program.word("cyst")
    program.key("3")
    check_cocktail(program, clinic, session)

    def choose(title):
        row = program.find(title, "list item")
        press_until(program, "Tab", lambda: holds_keyboard(program.find("/The scanner may/", "list")), 2)
        go_to(program, row, "Down", 3)
        program.key("Return")

    scan_all(program, clinic, session, choose, lambda: program.key("ctrl+Return"))


@journeys.add("lots of a cocktail are scanned by mouse", "practitioner", steps=9, prepare=compose)
def scan_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.click(program.find("Cocktail and version", "combo box|push button"))
    program.click(program.find(f"/{MIXED}/", "list item|label"))
    menus_closed(program)
    program.click(zone(program, "Frontal"))
    check_cocktail(program, clinic, session)
    scan_all(program, clinic, session, lambda title: program.click(program.find(title, "list item")),
             lambda: program.click(program.find("Save", "push button")))


# without a scanner: what was proposed is left, and another is taken in its place


def open_proposed(program, clinic):
    """The lots of a cocktail stand there, of each product the one that spoils first; and the second of one of them."""
    session = open_visit(program, clinic)
    program.key("c")
    program.find("/Search/", "entry")
    program.word("cyst")
    program.key("3")
    check_cocktail(program, clinic, session)
    first, second = on_hand(clinic, "cysteine")[:2]
    return session, first, second


def exchanged(program, clinic, session, first, second, volume):
    drawn(program, clinic, session, [second] + [on_hand(clinic, code)[0] for code in PRODUCTS[1:]])
    if shown_lots(program)[second] != volume:
        raise Lost(f"from lot {second} are drawn {shown_lots(program)[second]} ml, not {volume} as from {first}")


def press(program, node):
    """With the mouse, wherever it is in the column: the wheel does not count."""
    reach(program, node)
    program.click(node)


@journeys.add("a lot of one's own choosing by mouse", "practitioner", steps=3, prepare=compose)
def choose_lot_by_mouse(program, clinic):
    session, first, second = open_proposed(program, clinic)
    volume = shown_lots(program)[first]
    program.begin()
    row = program.find(f"ml from lot {first}", "text").parent
    press(program, program.find("Do not draw from this lot", "push button", row))
    program.wait(lambda: first not in shown_lots(program), "the proposed lot gone")
    # what this says moves the lots further down
    program.read(".* are injected, but only .* are taken from lots")
    press(program, program.find("Add a lot", "push button"))
    program.click(program.find(f"/Cysteine · {second} /", "menu item"))
    exchanged(program, clinic, session, first, second, volume)


@journeys.add("a lot of one's own choosing by keyboard", "practitioner", steps=30, prepare=compose)
def choose_lot_by_keyboard(program, clinic):
    session, first, second = open_proposed(program, clinic)
    volume = shown_lots(program)[first]
    program.begin()
    row = program.find(f"ml from lot {first}", "text").parent
    go_to(program, program.find("Do not draw from this lot", "push button", row))
    program.key("space")
    program.wait(lambda: first not in shown_lots(program), "the proposed lot gone")
    go_to(program, program.find("Add a lot", "push button"), "shift+Tab", 6)
    program.key("space")
    item = program.find(f"/Cysteine · {second} /", "menu item")
    go_to(program, item, "Down", 3)
    program.key("Return")
    exchanged(program, clinic, session, first, second, volume)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

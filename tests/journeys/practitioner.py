#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day of whoever treats: the chart is opened, filled, signed; reactions and measurements are written down, and what
came of the treatment is looked at. To be run by tests/in-display.

    practitioner.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys
import time

import charting
from charting import choose, open_visit, press_until, reach, signed, total, zone
from journey import TODAY, Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

# On the clock in the clinic, an hour ahead of Greenwich.
NOW = TODAY + "T10:30"



@journeys.add("practitioner opens the chart from today by mouse", "practitioner", steps=2)
def open_chart_by_mouse(program, clinic):
    found = program.wait(lambda: charting.rows(program, clinic), "today's list")
    program.begin()
    program.click(found[min(2, len(found) - 1)])
    charting.opened(program)


@journeys.add("practitioner opens the chart from today by keyboard", "practitioner", steps=2)
def open_chart_by_keyboard(program, clinic):
    program.wait(lambda: charting.rows(program, clinic), "today's list")
    program.begin()
    program.key("Down")
    program.key("Return")
    charting.opened(program)


# sixty points


@journeys.add("sixty points in zones by keyboard", "practitioner", steps=8)
def sixty_points_by_keyboard(program, clinic):
    open_visit(program, clinic)
    program.begin()
    for digit in "23456":
        if total(program) < 60:
            program.key(digit)
    while total(program) < 60 and program.steps < 8:
        program.key("plus")
    program.wait(lambda: total(program) >= 60, "sixty points", 3)


@journeys.add("sixty points in zones by mouse", "practitioner", steps=8)
def sixty_points_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    for name in ("Frontal", "Mid-scalp", "Vertex", "Left parietal", "Right parietal", "Occipital", "Left temple",
                 "Right temple"):
        before = total(program)
        program.click(zone(program, name))
        program.wait(lambda: total(program) > before, f"points in the zone {name}")
        if total(program) >= 60:
            break
    points = program.wait(lambda: total(program) >= 60 and total(program), "sixty points", 3)
    program.wait(lambda: clinic.one("SELECT content FROM session_draft WHERE session_id = ?", session),
                 f"the draft with {points} points")


# points one by one


@journeys.add("points are brushed, mirrored and taken back by keyboard", "practitioner", steps=8)
def brush_by_keyboard(program, clinic):
    open_visit(program, clinic)
    program.begin()
    program.key("Down")
    program.key("b")
    program.key("Left")
    program.key("Left")
    program.key("space")
    program.wait(lambda: total(program) == 1, "one point")
    program.key("l")
    program.wait(lambda: total(program) == 2, "its image in the mirror")
    program.key("ctrl+z")
    program.wait(lambda: total(program) == 1, "the mirror taken back")
    program.key("ctrl+z")
    program.wait(lambda: total(program) == 0, "the point taken back")


@journeys.add("points are brushed and mirrored by mouse", "practitioner", steps=4)
def brush_by_mouse(program, clinic):
    open_visit(program, clinic)
    scalp = program.find("Map of the scalp", "panel")
    program.begin()
    program.click(program.find("/Brush$/"))
    program.drag(scalp, -60, 0)
    brushed = program.wait(lambda: total(program) > 1 and total(program), "points where the brush went")
    choose(program, "Mirror", "Left half onto the right")
    program.wait(lambda: total(program) > brushed, "their images in the mirror")


# a cocktail with its lots

MIXED = "Cysteine with zinc and B5"
PRODUCTS = ("cysteine", "dexpanthenol", "zinc")

# What may be used of a product today, what spoils first before the rest of it.
ON_HAND = """SELECT l.number, min(l.expires_on, coalesce(date(l.opened_on, '+' || l.in_use_days || ' days'), l.expires_on)) AS until
  FROM lot l JOIN ingredient i ON i.id = l.ingredient_id
  WHERE i.code = ? AND NOT l.quarantined AND until >= ? ORDER BY until"""


def compose(clinic):
    """A cocktail of three products, each of which is on hand."""
    parts = [word for code, part in zip(PRODUCTS, (":1:0.5", ":25:1", ":0.1:0.5")) for word in ("--part", code + part)]
    clinic.ctl("lot", "--clinic", clinic.path, "--as", clinic.staff("practitioner"), "--compose", MIXED, *parts)


def check_cocktail(program, clinic, session):
    """Three lots stand there, of each product the one that spoils first, and are kept."""
    expected = [clinic.ask(ON_HAND, code, TODAY)[0][0] for code in PRODUCTS]

    def there():
        words = " ".join(word for row in program.find("Lots", "list").children() for word in row.words())
        return all(number in words for number in expected)
    program.wait(there, f"the lots {expected}")
    program.wait(lambda: kept_lots(clinic, session) == sorted(expected), "the lots in the draft")


def kept_lots(clinic, session):
    content = clinic.one("SELECT content FROM session_draft WHERE session_id = ?", session) or ""
    return sorted(number for number, lot in clinic.ask("SELECT number, id FROM lot") if str(lot) in content)


@journeys.add("a cocktail composed before, of three products, and their lots by keyboard", "practitioner", steps=3, prepare=compose)
def cocktail_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("c")
    program.find("/Search/", "entry")
    program.word("cyst")
    program.key("3")
    check_cocktail(program, clinic, session)


@journeys.add("a cocktail composed before, of three products, and their lots by mouse", "practitioner", steps=3, prepare=compose)
def cocktail_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.click(program.find("Cocktail and version", "combo box|push button"))
    program.click(program.find(f"/{MIXED}/", "list item|label"))
    program.click(zone(program, "Frontal"))
    check_cocktail(program, clinic, session)


# same as last time, to signed


def check_lots(clinic, session):
    """Of today: there, in date, and the volume of all points is taken from them."""
    drawn = clinic.ask("SELECT l.expires_on, d.volume FROM draw d JOIN lot l ON l.id = d.lot_id WHERE d.session_id = ?",
                       session)
    if not drawn or any(expires is not None and expires < TODAY for expires, _ in drawn):
        raise Lost(f"lots of today: {drawn}")


def sign_at_once(program, clinic, session, began):
    """Nothing is objected to, so that no reason is typed; from the first key to the signature it took so long at most."""
    program.wait(lambda: signed(clinic, session) or program.look("/Give a reason/", "label"), "the signature")
    if not signed(clinic, session):
        raise Lost("a reason is asked for")
    if time.monotonic() - began > 20:
        raise Lost(f"signed after {time.monotonic() - began:.0f} seconds")
    if clinic.ask("SELECT id FROM finding WHERE session_id = ? AND reason IS NOT NULL", session):
        raise Lost("signed for a reason")


@journeys.add("same as last time to signed by keyboard", "practitioner", steps=5)
def same_again_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    began = time.monotonic()
    program.key("r")
    program.wait(lambda: total(program) > 0, "the points of last time")
    program.key("ctrl+Return")
    sign_at_once(program, clinic, session, began)
    check_lots(clinic, session)


@journeys.add("same as last time to signed by mouse", "practitioner", steps=5)
def same_again_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    began = time.monotonic()
    program.click(program.find("Same as last time", "push button|label"))
    program.wait(lambda: total(program) > 0, "the points of last time")
    program.click(program.find("Sign", "push button"))
    sign_at_once(program, clinic, session, began)
    if not clinic.one("SELECT count(*) FROM injection WHERE session_id = ?", session):
        raise Lost("what was signed has no points")


# what was signed is added to

def check_added(program, clinic, session):
    """It stands in the records with who and why, and beside the chart; the signature still fits."""
    added = program.wait(lambda: clinic.ask("SELECT a.text, a.reason, f.name FROM amendment a JOIN staff f ON f.id = a.staff_id "
                                            "WHERE a.session_id = ?", session), "the amendment in the records")
    if added != [("Bled a little", "Left out", clinic.staff("practitioner"))]:
        raise Lost(f"added was {added}")
    program.opened("^Chart ")
    program.find("/Bled a little/", "label")


def open_signed(program, clinic):
    session = open_visit(program, clinic)
    program.key("r")
    program.wait(lambda: total(program) > 0, "the points of last time")
    program.key("ctrl+Return")
    program.wait(lambda: signed(clinic, session), "the signature")
    program.find("/Signed by/", "label")
    return session


@journeys.add("a signed session is added to by keyboard", "practitioner", steps=5)
def amend_by_keyboard(program, clinic):
    session = open_signed(program, clinic)
    program.begin()
    program.key("a")
    program.opened("^Add to the signed session")
    program.word("Bled a little", enter=False)
    program.key("Tab")
    program.word("Left out", enter=False)
    program.key("ctrl+Return")
    check_added(program, clinic, session)


@journeys.add("a signed session is added to by mouse", "practitioner", steps=5)
def amend_by_mouse(program, clinic):
    session = open_signed(program, clinic)
    program.begin()
    choose(program, "More", "/Amend the signed session/")
    program.opened("^Add to the signed session")
    program.word("Bled a little", enter=False)
    program.click(program.find("Left out", "push button"))
    program.click(program.find("Add", "push button"))
    check_added(program, clinic, session)


# a reaction


def reaction(clinic, session):
    return clinic.ask("SELECT r.zone, k.name, r.grade, r.onset FROM reaction r JOIN reaction_kind k ON "
                      "k.id = r.reaction_kind_id WHERE r.session_id = ?", session)


def check_reaction(program, clinic, session, where):
    logged = program.wait(lambda: reaction(clinic, session), "the reaction in the records")
    if logged != [(where, "Rash", 1, NOW)]:
        raise Lost(f"logged was {logged}")
    program.opened("^Chart ")


def taken(program, most):
    """Opening it is counted too, apart from its own three steps: zone, kind, grade."""
    if program.steps > most:
        raise Lost(f"opened in {program.steps} steps, not {most}")
    program.begin()


@journeys.add("a reaction in three steps by keyboard", "practitioner", steps=3)
def reaction_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("e")
    program.opened("Log a reaction")
    program.find("Rash", "list item")
    taken(program, 1)
    program.key("Return")
    program.word("rash")
    program.find("/Grade 1/", "list item")
    program.key("Return")
    check_reaction(program, clinic, session, "frontal_hairline")


@journeys.add("a reaction in three steps by mouse", "practitioner", steps=3)
def reaction_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    choose(program, "More", "Log a reaction…")
    program.opened("Log a reaction")
    taken(program, 2)
    program.click(program.find("Vertex", "list item"))
    # it is further down than what can be seen: the wheel does not count
    kind = program.find("Rash", "list item")
    reach(program, kind)
    program.click(kind)
    program.click(program.find("/Grade 1/", "list item"))
    check_reaction(program, clinic, session, "vertex")


# measurements


def measured(clinic, session):
    return clinic.ask("SELECT k.name, m.value FROM measurement m JOIN metric k ON k.id = m.metric_id "
                      "WHERE m.session_id = ? AND m.value = 71000", session)


def check_measurement(program, clinic, session):
    program.wait(lambda: measured(clinic, session), "the measurement in the records")
    program.opened("^Chart ")


@journeys.add("a measurement is added by keyboard", "practitioner", steps=5)
def measure_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    program.key("m")
    program.opened("^Measure$")
    program.find("/Value \\(/", "text")
    # the keyboard is at the metric
    program.key("Tab")
    program.key("Tab")
    program.word("71")
    check_measurement(program, clinic, session)


@journeys.add("a measurement is added by mouse", "practitioner", steps=5)
def measure_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    choose(program, "More", "Measure…")
    program.opened("^Measure$")
    program.click(program.find("/Value \\(/", "text"))
    program.word("71", enter=False)
    program.click(program.find("Save", "push button"))
    check_measurement(program, clinic, session)


# what came of it


def open_progress(program, clinic):
    """The progress of whoever was measured most often, by keyboard."""
    number = clinic.one("SELECT p.file_number FROM measurement m JOIN patient p ON p.id = m.patient_id "
                        "GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1")
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.find("Progress", "page tab")


def check_file(program, path, beginning, ending):
    """A whole picture or document. What the window says of it is gone after a moment, so it is not looked for."""
    def whole():
        if not os.path.exists(path):
            return False
        with open(path, "rb") as file:
            content = file.read()
        return len(content) > 2000 and content.startswith(beginning) and ending in content[-16:]
    program.wait(whole, f"a whole {os.path.basename(path)}", 60)
    program.opened("^Patient ")


@journeys.add("the progress chart becomes a picture by mouse", "practitioner", steps=5)
def progress_by_mouse(program, clinic):
    path = os.path.join(clinic.folder, "progress.png")
    open_progress(program, clinic)
    program.begin()
    program.click(program.find("Progress", "page tab"))
    program.find("/.* → .*/", "label")
    choose(program, "Save", "Chart as a picture…")
    program.opened("Save the chart")
    program.key("ctrl+a", count=False)
    program.word(path, enter=False)
    program.click(program.find("Save", "push button"))
    check_file(program, path, b"\x89PNG\r\n", b"IEND")


@journeys.add("the progress chart becomes a PDF by keyboard", "practitioner", steps=22)
def progress_by_keyboard(program, clinic):
    path = os.path.join(clinic.folder, "progress.pdf")
    open_progress(program, clinic)
    program.begin()
    program.key("alt+5")
    program.find("/.* → .*/", "label")
    press_until(program, "Tab", lambda: program.keyboard_is_at("Save"), 17)
    program.key("space")
    program.find("Chart as a PDF…", "menu item|push button")
    program.key("Down")
    program.key("Return")
    program.opened("Save the chart")
    program.key("ctrl+a", count=False)
    program.word(path)
    check_file(program, path, b"%PDF-", b"%%EOF")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A consent is signed: with the mouse, drawn; and with the keyboard alone, typed. To be run by tests/in-display.

    consent.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys
import time

from journey import Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

UNSIGNED = """SELECT p.file_number FROM course c JOIN patient p ON p.id = c.patient_id WHERE c.status = 'active'
  AND c.id NOT IN (SELECT course_id FROM consent WHERE course_id IS NOT NULL) ORDER BY c.id LIMIT 1"""


def open_consents(program, clinic):
    """The part of the page of somebody whose course nobody agreed to."""
    number = clinic.one(UNSIGNED)
    program.key("ctrl+k", count=False)
    program.opened("Search|Find")
    program.word(number, enter=False, count=False)
    program.find(f"/.*{number}.*/", "list item|label")
    program.key("Return", count=False)
    program.click(program.find("Consents", "radio button|toggle button|push button|tab|page tab"), count=False)
    return program.find("/_?Sign…/", "push button")


def count(clinic):
    return clinic.one("SELECT count(*) FROM consent")


def sensitive(program):
    node = program.look("Sign", "push button")
    return node if node is not None and node.usable else None


@journeys.add("a consent is read and drawn by mouse", "practitioner", steps=4)
def drawn_by_mouse(program, clinic):
    button = open_consents(program, clinic)
    before = count(clinic)
    program.begin()
    program.click(button)
    program.opened("Sign a consent")
    text = program.find("Text of the form", "text|document frame|panel")
    x, y = program.still(text)
    # the wheel is no step
    program.xdo("mousemove", x, y)
    program.wait(lambda: program.xdo("click", "--repeat", 20, 5) or program.look("/Sign in the white field.*/", "label"),
                 "the end of the form")
    pad = program.find("Signature", "image|img|icon|canvas|drawing area")
    program.drag(pad, 90, -30)
    program.drag(pad, 60, 25)
    program.click(program.wait(lambda: sensitive(program), "the button that signs"))
    program.wait(lambda: count(clinic) == before + 1, "the consent in the records")
    if clinic.one("SELECT typed FROM consent ORDER BY id DESC LIMIT 1"):
        raise Lost("what was drawn counts as typed")


@journeys.add("a consent is read and signed by keyboard", "practitioner", steps=8)
def typed_by_keyboard(program, clinic):
    button = open_consents(program, clinic)
    before = count(clinic)
    program.click(button, count=False)
    program.opened("Sign a consent")
    program.begin()
    for _ in range(20):
        if program.look("/Sign in the white field.*/", "label"):
            break
        program.key("Page_Down")
        time.sleep(0.1)
    program.key("alt+t")
    program.wait(lambda: sensitive(program), "the button that signs")
    program.key("ctrl+Return")
    program.wait(lambda: count(clinic) == before + 1, "the consent in the records")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

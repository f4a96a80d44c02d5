#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos are added while treating and on the patient's page, and compared. To be run by tests/in-display.

    photos.py BUILD-FOLDER [PATTERN]…
"""

import os
import struct
import sys
import zlib

from charting import choose, go_to, open_visit
from journey import FRAME, Atspi, Journeys, Node
from pixels import pixels

journeys = Journeys(os.path.abspath(sys.argv[1]))

CHOSEN = {"ANAGEN_CHOOSE_FILE": "FOLDER/vertex.png"}

COUNT = "SELECT count (*) FROM photo WHERE patient_id = ?"


def write_picture(clinic):
    """A PNG of its own for this clinic, with a comment that must not be kept."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes((x * 3 + y) % 256 for x in range(3 * 400)) for y in range(300))
    with open(os.path.join(clinic.folder, "vertex.png"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 400, 300, 8, 2, 0, 0, 0)) +
                   chunk(b"tEXt", b"Comment\0WHERE-CANARY") + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def look_for_canary(clinic):
    for name in os.listdir(clinic.folder):
        path = os.path.join(clinic.folder, name)
        if os.path.isfile(path) and not name.endswith(".png"):
            with open(path, "rb") as file:
                assert b"WHERE-CANARY" not in file.read(), f"{name} holds what the camera wrote"


def keepable(program):
    return program.look("Keep 1 photo", "push button") and program.look("Keep 1 photo", "push button").usable


def add_to_session(program, clinic, ask, keep):
    """A photo of whoever is treated, which belongs to the session."""
    write_picture(clinic)
    session = open_visit(program, clinic)
    patient = clinic.one("SELECT patient_id FROM session WHERE id = ?", session)
    before = clinic.one(COUNT, patient)
    program.begin()
    ask()
    program.wait(lambda: keepable(program), "the picture read")
    keep()
    program.wait(lambda: clinic.one(COUNT, patient) == before + 1, "the photo kept")
    assert clinic.one("SELECT session_id FROM photo WHERE patient_id = ? ORDER BY id DESC", patient) == session
    look_for_canary(clinic)


@journeys.add("photo from the chart by keyboard", "practitioner", steps=2, environment=CHOSEN)
def photo_from_chart(program, clinic):
    add_to_session(program, clinic, lambda: program.key("ctrl+shift+p"), lambda: program.key("ctrl+Return"))


@journeys.add("photo from the chart by mouse", "practitioner", steps=3, environment=CHOSEN)
def photo_from_chart_by_mouse(program, clinic):
    add_to_session(program, clinic, lambda: choose(program, "More", "Add photos…"),
                   lambda: program.click(program.find("Keep 1 photo", "push button")))


def add_to_patient(program, clinic, open_section, ask, keep):
    """The first photo of somebody."""
    write_picture(clinic)
    number, patient = clinic.ask("SELECT file_number, id FROM patient WHERE id NOT IN (SELECT patient_id FROM photo) "
                                 "ORDER BY id LIMIT 1")[0]
    before = clinic.one(COUNT, patient)
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    open_section(program.find("Photos", "page tab"))
    button = program.find("Add photos…", "push button")
    program.begin()
    ask(button)
    program.wait(lambda: keepable(program), "the picture read")
    keep()
    program.wait(lambda: clinic.one(COUNT, patient) == before + 1, "the photo kept")
    look_for_canary(clinic)


@journeys.add("photo on the patient's page by mouse", "practitioner", steps=2, environment=CHOSEN)
def photo_by_mouse(program, clinic):
    add_to_patient(program, clinic, program.click, program.click,
                   lambda: program.click(program.find("Keep 1 photo", "push button")))


@journeys.add("photo on the patient's page by keyboard", "practitioner", steps=14, environment=CHOSEN)
def photo_by_keyboard(program, clinic):
    def ask(button):
        go_to(program, button, most=12)
        program.key("space")

    add_to_patient(program, clinic, lambda tab: program.key("alt+6"), ask, lambda: program.key("ctrl+Return"))


# two photos side by side, with a line between, over each other, laid on each other by two points

PAIR = """SELECT p.file_number FROM photo f JOIN patient p ON p.id = f.patient_id GROUP BY p.id, f.view
  HAVING count(*) > 1 ORDER BY p.id LIMIT 1"""

HINTS = ("Show a point in the left photo", "Show the same point in the right photo", "Show a second point in the left photo",
         "Show that second point in the right photo")


def open_photos(program, clinic):
    """The photos of somebody of whom there are two of a view."""
    number = clinic.one(PAIR)
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.find("Photos", "page tab")
    program.begin()


def shown_as(program, name):
    program.wait(lambda: program.look(name, "toggle button|radio button|push button").has(Atspi.StateType.PRESSED) or
                 program.look(name, "toggle button|radio button|push button").has(Atspi.StateType.CHECKED), f"“{name}” chosen")


def both(program):
    """What is shown says which two photos it is."""
    return program.find("/Photos: .*, and /", "image|img|canvas|drawing area")


def pushed(program, name, push):
    """What a slider does to what is shown: its value is another then, and so is the picture."""
    slider = program.find(name, "slider")
    x, y, width, height = both(program).box

    def drawn():
        return pixels(x + FRAME, y + FRAME, width, height)

    def value():
        return Node.on_bus().ask(slider.kept("CurrentValue", "org.a11y.atspi.Value"))

    before, was = drawn(), value()
    push(slider)
    program.wait(lambda: value() != was, f"another value of “{name}”")
    program.wait(lambda: drawn() != before, f"another picture by “{name}”")


LINE, STRENGTH = "Where the line between the photos is", "How strong the right photo is"


@journeys.add("two photos are compared and aligned by mouse", "practitioner", steps=11)
def compare_by_mouse(program, clinic):
    open_photos(program, clinic)
    program.click(program.find("Photos", "page tab"))
    program.click(program.find("/Compare photos: /", "push button"))
    program.opened("^Photos$")
    both(program)
    program.click("Line")
    pushed(program, LINE, lambda slider: program.drag(slider, slider.box[2] // 4, 0))
    program.click("Over")
    pushed(program, STRENGTH, lambda slider: program.drag(slider, -slider.box[2] // 3, 0))
    program.click("Align…")
    x, y = program.still(both(program))
    _, _, width, height = both(program).box
    for hint, right, down in zip(HINTS, (-0.3, 0.2, -0.2, 0.3), (-0.1, -0.1, 0.1, 0.1)):
        program.read(hint)
        program.xdo("mousemove", int(x + right * width), int(y + down * height), "click", 1)
        program.steps += 1
    shown_as(program, "Over")
    program.find(STRENGTH, "slider")


@journeys.add("two photos are compared and aligned by keyboard", "practitioner", steps=46)
def compare_by_keyboard(program, clinic):
    open_photos(program, clinic)
    program.key("alt+6")
    button = program.find("/Compare photos: /", "push button")
    go_to(program, button, most=12)
    program.key("space")
    program.opened("^Photos$")
    both(program)
    program.key("alt+l")

    def push(slider):
        go_to(program, slider, most=12)
        program.key("Right")

    pushed(program, LINE, push)
    program.key("alt+v")
    pushed(program, STRENGTH, push)
    program.key("ctrl+l")
    for hint, keys in zip(HINTS, ((), (), ("Right",) * 5, ())):
        program.read(hint)
        for key in keys:
            program.key(key)
        program.key("Return")
    shown_as(program, "Over")
    program.key("alt+b")
    shown_as(program, "Beside")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clinic is created from the welcome window, read back from the console. To be run by tests/in-display.

    founding.py BUILD-FOLDER [PATTERN]…
"""

import contextlib
import csv
import io
import os
import subprocess
import sys

from journey import Atspi, Journeys, Lost, Program

journeys = Journeys(os.path.abspath(sys.argv[1]))

LONG = 60
# Shipped, and not wanted here.
PROTOCOL = "Weekly for 4 months, tapering"
COCKTAIL = "Peptides and biochanin A"
SWITCH = "check box|switch"
HOURS = "Tue–Sat 10:00–19:00"


@contextlib.contextmanager
def welcomed(clinic):
    """The program on a machine that has no clinic yet, with the form of a new one open in the end."""
    program = Program(journeys.build, clinic, ANAGEN_CLINIC="", XDG_DATA_HOME=os.path.join(clinic.folder, "data"))
    try:
        program.wait(program.shown, "the welcome")
        program.wait(program.top, "the welcome")
        program.front()
        program.find("Create a clinic…", "push button")
        yield program
    finally:
        program.close()


def ctl(clinic, *arguments):
    done = subprocess.run([os.path.join(journeys.build, "src/cli/anagenctl"), *arguments, "--clinic", place(clinic)],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise Lost(done.stdout + done.stderr)
    return done.stdout


def place(clinic):
    return os.path.join(clinic.folder, "data", "anagen", "clinic.anagen")


def listed(clinic, table, owner):
    return list(csv.DictReader(io.StringIO(ctl(clinic, "list", table, "--format", "csv", "--as", owner))))


def check_founded(program, clinic, name, zone, language, owner, rooms, hours):
    program.wait(lambda: program.look(name, "label"), "the new clinic", LONG)
    program.close()
    kept, = listed(clinic, "clinic", owner)
    for key, value in (("name", name), ("zone", zone), ("language", language), ("hours", hours)):
        if value not in kept.values():
            raise Lost(f"{key} is not {value!r} in {kept}")
    for table, wanted in (("room", set(rooms)), ("staff", {owner})):
        found = {value for row in listed(clinic, table, owner) for value in row.values()}
        if not wanted <= found:
            raise Lost(f"{wanted - found} is not in {table}")
    for table, unwanted in (("protocol", PROTOCOL), ("cocktail", COCKTAIL)):
        put_away = [row for row in listed(clinic, table, owner)
                    if any("rchived" in key and value for key, value in row.items())]
        if len(put_away) != 1 or unwanted not in put_away[0].values():
            raise Lost(f"of {table} these are not used: {put_away}")


def field(program, name):
    return program.find(f"/{name}/", "text")


def fill(program, name, text):
    program.click(field(program, name))
    program.key("ctrl+a")
    program.word(text, enter=False)
    program.wait(lambda: field(program, name).text == text, f"“{text}”")


@journeys.add("a clinic is created by mouse", "owner", alone=True)
def create_by_mouse(clinic):
    with welcomed(clinic) as program:
        program.click("Create a clinic…")
        program.opened("A new clinic")
        program.click("Time zone")
        program.opened("Time zone")
        program.word("japan", enter=False)
        program.click(program.find("Tokyo", "label"))
        program.opened("A new clinic")
        program.click("Opening hours")
        program.opened("Opening hours")
        program.click(program.find("Monday", SWITCH))
        program.click(program.find("Saturday", SWITCH))
        for name, text in (("Tuesday, from", "10"), ("Tuesday, to", "19")):
            fill(program, name, text)
        program.click("Same as Tuesday")
        program.click("Done")
        program.opened("A new clinic")
        program.read(HOURS)
        for name, text in (("Name of the clinic", "Hair on the hill"), ("Your name", "Olga Owner"),
                           ("Treatment rooms", "North, South")):
            fill(program, name, text)
        for name in (PROTOCOL, COCKTAIL):
            untick(program, name)
        program.click("Create")
        check_founded(program, clinic, "Hair on the hill", "Asia/Tokyo", "en", "Olga Owner", ["North", "South"],
                      "Tu-Sa 10:00-19:00")


def untick(program, name):
    """The wheel brings it into sight."""
    box = program.find(name, "check box")

    def in_sight():
        _, y, _, height = box.box
        bottom = program.top().box[3]
        if 120 < y and y + height < bottom - 40:
            return True
        program.xdo("mousemove", 320, 400, "click", 5 if y > 300 else 4)
        program.settled()
        return False
    program.wait(in_sight, f"“{name}” in sight")
    program.click(box)
    program.wait(lambda: not box.has(Atspi.StateType.CHECKED), f"“{name}” not ticked")


def tab_to(program, name, most=40):
    for _ in range(most):
        program.key("Tab")
        if program.keyboard_is_at(name):
            return
    raise Lost(f"Tab does not come to “{name}”")


def go_on_to(program, name, before):
    """Tab comes to each line of a list and to its tick."""
    ticks = [node.name for node in program.top().walk() if node.role == "check box"]
    program.xdo("key", "--repeat", 2 * (ticks.index(name) - ticks.index(before)), "--delay", 30, "Tab")
    program.wait(lambda: program.keyboard_is_at(name), f"the keyboard at “{name}”")


@journeys.add("a clinic is created by keyboard", "owner", alone=True)
def create_by_keyboard(clinic):
    with welcomed(clinic) as program:
        program.key("alt+c")
        program.opened("A new clinic")
        program.word("Hair on the hill", enter=False)
        tab_to(program, "Time zone")
        program.key("Return")
        program.opened("Time zone")
        program.word("tokyo")
        program.opened("A new clinic")
        program.read(r"Tokyo, Asia \(.*UTC\+9.*\)")
        tab_to(program, "Opening hours")
        program.key("Return")
        program.opened("Opening hours")
        tab_to(program, "Monday")
        program.key("space")
        tab_to(program, "Tuesday, from")
        program.word("10", enter=False)
        program.key("Tab")
        program.word("19", enter=False)
        tab_to(program, "Saturday")
        program.key("space")
        program.key("alt+s")
        program.wait(lambda: field(program, "Saturday, to").text == "19:00", "the same hours")
        program.key("ctrl+Return")
        program.opened("A new clinic")
        program.read(HOURS)
        for name, text in (("Your name", "Olga Owner"), ("Treatment rooms", "North, South")):
            program.key("Tab")
            program.key("ctrl+a")
            program.word(text, enter=False)
            program.wait(lambda name=name, text=text: field(program, name).text == text, f"“{text}” for {name}")
        program.key("Tab")
        program.wait(lambda: program.keyboard_is_at(PROTOCOL), f"the keyboard at “{PROTOCOL}”")
        for name in (PROTOCOL, COCKTAIL):
            if name == COCKTAIL:
                go_on_to(program, name, PROTOCOL)
            program.key("space")
            program.wait(lambda name=name: not program.find(name, "check box").has(Atspi.StateType.CHECKED),
                         f"“{name}” not ticked")
        program.key("ctrl+Return")
        check_founded(program, clinic, "Hair on the hill", "Asia/Tokyo", "en", "Olga Owner", ["North", "South"],
                      "Tu-Sa 10:00-19:00")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two seats at one server: the same field of a patient is changed at both, and whoever is second sees both side by side and
chooses. To be run by tests/in-display.

    disputing.py BUILD-FOLDER [PATTERN]…
"""

import contextlib
import os
import re
import subprocess
import sys

from charting import holds_keyboard, press_until, reach
from journey import TODAY, Atspi, Clinic, Journeys, Lost, Node, Program, critical
from measures import typing

journeys = Journeys(os.path.abspath(sys.argv[1]))

SERVER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "pgsql-server")

FIELD = "Emergency contact"


class Served:
    """A demonstration clinic at a server: that of all tests, or one of its own."""

    number = 0
    server = None

    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        if Served.server is None:
            Served.server = os.environ.get("ANAGEN_TEST_PGSQL") or self.start()
        Served.number += 1
        name = f"journey_{os.getpid()}_{Served.number}"
        self.ask(f"CREATE DATABASE {name}", Served.server)
        self.path = Served.server.replace("/postgres?", f"/{name}?")
        Clinic.ctl(self, "demo", "--clinic", self.path, "--patients", "8", "--today", TODAY)

    @staticmethod
    def start():
        """Gone with this process."""
        said = subprocess.run([SERVER, "start", str(os.getpid())], capture_output=True, text=True, check=True).stdout
        return re.search(r"ANAGEN_TEST_PGSQL='(.*)'", said).group(1)

    def ask(self, sql, server=None):
        return subprocess.run(["psql", "-XAtq", server or self.path, "-c", sql], capture_output=True, text=True,
                              check=True).stdout.splitlines()

    def one(self, sql):
        return next(iter(self.ask(sql)), None)

    def staff(self, role):
        return self.one(f"SELECT name FROM staff WHERE ' ' || roles || ' ' LIKE '% {role} %' ORDER BY id")


def sit_down(served, role, **elsewhere):
    program = Program(journeys.build, served, served.staff(role), **elsewhere)
    program.wait(program.shown, "the window")
    program.wait(program.top, "the window")
    program.front()
    return program


@contextlib.contextmanager
def elsewhere(served, role):
    """At one more seat: in the same session the program that is there would come to the front."""
    session = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    try:
        program = sit_down(served, role, DBUS_SESSION_BUS_ADDRESS=session.stdout.readline().strip(),
                           AT_SPI_BUS_ADDRESS=Node.on_bus().address)
        try:
            yield program
        finally:
            stand_up(program)
    finally:
        session.terminate()
        session.wait()


def stand_up(program):
    program.close()
    said = critical(program.log.name)
    if said:
        raise Lost("the program said something critical: " + said[0])


def open_form(program, number):
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.key("ctrl+e")
    program.opened("^Edit patient$")
    program.find(FIELD, "text")
    program.begin()


def write_by_keyboard(program, text):
    press_until(program, "Tab", lambda: typing(program, FIELD), 40)
    program.key("ctrl+a")
    program.word(text, enter=False)
    program.key("ctrl+Return")


def contact(served, number):
    return served.one(f"SELECT emergency_contact FROM patient WHERE file_number = '{number}'")


class Dispute:
    """A form that was open while another seat changed what it has."""

    def __init__(self, served, here, number, mine, theirs):
        self.served, self.here, self.number, self.mine, self.theirs = served, here, number, mine, theirs
        here.front()
        open_form(here, number)
        with elsewhere(served, "owner") as there:
            open_form(there, number)
            write_by_keyboard(there, theirs)
            there.wait(lambda: contact(served, number) == theirs, "theirs in the records")
        here.opened("^Edit patient$")

    def asked(self):
        """Both stand side by side, and what was typed here is marked."""
        here = self.here
        here.opened("^Changed by somebody else$")
        mine, theirs = (here.find(name, "check box|radio button") for name in (self.mine, self.theirs))
        if mine.box[1] != theirs.box[1] or mine.box[0] >= theirs.box[0]:
            raise Lost(f"they are not side by side: {mine.box}, {theirs.box}")
        if not mine.has(Atspi.StateType.CHECKED) or theirs.has(Atspi.StateType.CHECKED):
            raise Lost("what was typed is not marked")
        if contact(self.served, self.number) != self.theirs:
            raise Lost("theirs was overwritten without a question")
        here.begin()
        return mine, theirs

    def settled(self, kept):
        here = self.here
        here.opened("^Patient ")
        here.wait(lambda: contact(self.served, self.number) == kept, f"“{kept}” in the records")


def two_disputes(clinic, write, keep_mine, keep_theirs):
    served = Served(journeys.build, clinic.folder)
    number = served.one("SELECT file_number FROM patient WHERE archived_on IS NULL ORDER BY id LIMIT 1")
    here = sit_down(served, "receptionist")
    try:
        for name, keep in (("Mine", keep_mine), ("Theirs", keep_theirs)):
            dispute = Dispute(served, here, number, f"Aunt {name}", f"Uncle {name}")
            write(here, dispute.mine)
            mine, theirs = dispute.asked()
            keep(here, theirs)
            dispute.settled(dispute.mine if name == "Mine" else dispute.theirs)
            here.part(name, 7)
    finally:
        stand_up(here)


@journeys.add("a field changed at two seats is settled by keyboard", "owner", alone=True)
def settle_by_keyboard(clinic):
    def keep_mine(here, theirs):
        here.key("alt+s")

    def keep_theirs(here, theirs):
        press_until(here, "Tab", lambda: any(holds_keyboard(node) for node in theirs.parent.children()
                                             if node.role == theirs.role), 4)
        here.key("Right")
        here.key("space")
        here.wait(lambda: theirs.has(Atspi.StateType.CHECKED), "theirs marked")
        here.key("alt+s")

    two_disputes(clinic, write_by_keyboard, keep_mine, keep_theirs)


def write_by_mouse(program, text):
    field = program.find(FIELD, "text")
    reach(program, field)
    program.click(field, times=3)
    program.word(text, enter=False)
    program.click(program.find("Save", "push button"))


@journeys.add("a field changed at two seats is settled by mouse", "owner", alone=True)
def settle_by_mouse(clinic):
    def save(here, theirs):
        here.click(here.find("Save this", "push button"))

    def keep_theirs(here, theirs):
        here.click(theirs)
        here.wait(lambda: theirs.has(Atspi.StateType.CHECKED), "theirs marked")
        save(here, theirs)

    two_disputes(clinic, write_by_mouse, save, keep_theirs)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

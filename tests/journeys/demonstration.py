#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration, from ./run and from the welcome window: marked, apart from real clinics, alive on the day it is opened.
To be run by tests/in-display.

    demonstration.py BUILD-FOLDER [PATTERN]…
"""

import contextlib
import os
import sqlite3
import subprocess
import sys
import time

from journey import CLOCK, Journeys, Lost, Program

journeys = Journeys(os.path.abspath(sys.argv[1]))
RUN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "run")
LATER = "2026-11-24T09:30:00Z"
MARK = "Demonstration: nobody in it is real"
# What is made is made of two hundred patients.
LONG = 120


def place(clinic):
    return os.path.join(clinic.folder, "data", "anagen", "demonstration", "demonstration.anagen")


def ask(clinic, sql):
    base = sqlite3.connect(f"file:{place(clinic)}?mode=ro", uri=True)
    try:
        return base.execute(sql).fetchone()[0]
    finally:
        base.close()


def made(clinic):
    """Another number for each that was made."""
    return ask(clinic, "SELECT mac FROM audit WHERE command = 'demo.make' ORDER BY seq DESC LIMIT 1")


def remade(clinic, first):
    """While it is being made it may be empty or not there."""
    try:
        return made(clinic) != first
    except (sqlite3.Error, TypeError):
        return False


def begin(clinic, *arguments, command=None, clock=CLOCK):
    program = Program(journeys.build, clinic, command=command, arguments=arguments, ANAGEN_CLINIC="", ANAGEN_CLOCK=clock,
                      XDG_DATA_HOME=os.path.join(clinic.folder, "data"))
    program.wait(program.shown, "a window", LONG)
    program.wait(program.top, "a window", LONG)
    program.front()
    return program


@contextlib.contextmanager
def used(program):
    """Closed in the end; what it had to say goes along with what went wrong."""
    try:
        yield program
    except Lost as lost:
        program.log.flush()
        program.log.seek(0)
        raise Lost(f"{lost}\n{program.log.read()[-1500:]}") from None
    finally:
        program.close()


def worked_in(program):
    def titled():
        """GTK 4.8 dies of a question on the bus while the first window goes and the next one comes: what X says is enough."""
        return subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(program.process.pid), "--name",
                               "Today"], capture_output=True, text=True, check=False).stdout.split()

    def here():
        top = program.top()
        return top is not None and "Today" in top.name and program.look(MARK, "label", top)
    program.wait(titled, "the demonstration", LONG)
    time.sleep(0.5)
    program.wait(here, "the demonstration", LONG)


def run(clinic, *arguments, clock=CLOCK):
    return begin(clinic, "--built", journeys.build, *arguments, command=RUN, clock=clock)


def look_at(program):
    """What was made, seen once and closed."""
    with used(program):
        worked_in(program)


@journeys.add("the demonstration of run is made anew when it is wanted", "owner", alone=True)
def run_fresh(clinic):
    before = open(clinic.path, "rb").read()
    look_at(run(clinic))
    first = made(clinic)
    look_at(run(clinic))
    if made(clinic) != first:
        raise Lost("it was made anew though nobody wanted that")
    look_at(run(clinic, "--fresh"))
    if made(clinic) == first:
        raise Lost("it was not made anew")
    if open(clinic.path, "rb").read() != before:
        raise Lost("a real clinic was touched")


@journeys.add("one click gives the demonstration, and the next start asks again", "owner", alone=True)
def one_click(clinic):
    with used(begin(clinic)) as program:
        program.click("Try the demonstration clinic")
        worked_in(program)
    with used(begin(clinic)) as program:
        program.find("Try the demonstration clinic", "push button")


@journeys.add("a demonstration of another day is offered anew", "owner", alone=True)
def another_day(clinic):
    look_at(begin(clinic, "--demonstration"))
    first = made(clinic)

    with used(begin(clinic, "--demonstration", clock=LATER)) as program:
        program.find("Open it as it is", "push button")
        program.front()
        program.key("Escape")
        worked_in(program)
    if made(clinic) != first:
        raise Lost("it was made anew though it was to stay as it is")

    with used(begin(clinic, "--demonstration", clock=LATER)) as program:
        program.find("Make it anew", "push button")
        program.front()
        program.key("alt+m")
        program.wait(lambda: remade(clinic, first), "another demonstration", LONG)
        worked_in(program)
    visits = ask(clinic, "SELECT COUNT (*) FROM session WHERE starts LIKE '2026-11-24%'")
    if visits < 5:
        raise Lost(f"{visits} visits on the day it was opened")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong with the machine: it ends in the middle of typing, the file is held, locked, gone, or the disk is
full. The window says so, keeps what was typed, stays alive, and works again afterwards. To be run by tests/in-display.

    trouble.py BUILD-FOLDER [PATTERN]…
"""

import copy
import ctypes
import errno
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

import charting
from charting import open_session, open_visit, total
from journey import Journeys, Lost, Program

journeys = Journeys(os.path.abspath(sys.argv[1]))

# So much may be lost, in seconds.
LOST = 2
# What is locked is waited for by the program itself, several times one after the other.
LONG = 60


def start(clinic, **environment):
    """The program once more in the same clinic."""
    program = Program(journeys.build, clinic, clinic.staff("practitioner"), **environment)
    try:
        program.wait(program.top, "the window")
        program.front()
    except Exception:
        program.close()
        raise
    return program


# killed


def notes_field(program):
    return program.find("Notes", "text")


def kept_notes(clinic, session):
    content = clinic.one("SELECT content FROM session_draft WHERE session_id = ?", session)
    return (json.loads(content)["session"].get("notes") or "") if content else ""


def type_until_killed(program, seed, before):
    """Types steadily, and kills the program at a moment nobody can foresee. What was typed two seconds before that, and
    what was typed in all."""
    chance = random.Random(seed)
    field = notes_field(program)
    program.click(field)
    program.key("ctrl+End")
    typed = before
    seen = []
    end = time.monotonic() + LOST + 0.3 + chance.random() * 2
    while time.monotonic() < end:
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
        program.xdo("type", letter)
        typed += letter
        program.wait(lambda: field.text == typed, f"the letter {letter}")
        seen.append((time.monotonic(), typed))
    program.kill()
    killed = time.monotonic()
    return [before, *(text for moment, text in seen if moment <= killed - LOST)][-1], typed


@journeys.add("killed while a chart is filled, all but two seconds is there", "practitioner")
def killed_while_typing(program, clinic):
    session = open_visit(program, clinic)
    before = ""
    for seed in range(5):
        must, typed = type_until_killed(program, seed, before)
        program.close()
        program = start(clinic)
        try:
            open_session(program, clinic, session)
            before = kept_notes(clinic, session)
            if not typed.startswith(before) or not before.startswith(must):
                raise Lost(f"seed {seed}: kept was “{before}” of “{typed}”, and “{must}” was to be")
            program.wait(lambda: notes_field(program).text == before, f"the notes “{before}” in the chart")
        except Exception:
            program.close()
            raise
    program.close()
    if clinic.ctl("check", "--clinic", clinic.path) is None:
        raise Lost("the file is damaged")


@journeys.add("killed while a chart is opened, all is there", "practitioner")
def killed_while_opening(program, clinic):
    before = clinic.ask("SELECT id, status FROM session ORDER BY id")
    program.wait(lambda: charting.rows(program, clinic), "today's list")
    program.key("Return")
    program.kill()
    again = start(clinic)
    try:
        again.wait(lambda: charting.rows(again, clinic), "today's list")
        if clinic.ask("SELECT id, status FROM session ORDER BY id") != before:
            raise Lost("sessions are not as they were")
    finally:
        again.close()


# held


@journeys.add("a clinic that is open elsewhere says where, and opens once it is free", "practitioner")
def held(program, clinic):
    program.close()
    # on its own: without a bus it is not the same program that is called once more
    holder = Program(journeys.build, clinic, DBUS_SESSION_BUS_ADDRESS="disabled:")
    again = None
    try:
        mark = f"process {holder.process.pid} "
        holder.wait(lambda: mark in open(clinic.path + ".lock", encoding="utf-8").read(), "the holder's mark")
        again = start(clinic)
        again.read(f".*is open elsewhere: .*{mark}.*Close it there first")
        again.click(again.find("Try again", "push button"))
        again.read(f".*is open elsewhere: .*{mark}")
        holder.close()
        again.click(again.find("Try again", "push button"))
        again.wait(lambda: charting.rows(again, clinic), "today's list")
    finally:
        holder.close()
        if again:
            again.close()


# what keeps it from being written


class Trouble:
    """One kind of it, from begin () to end ()."""

    @staticmethod
    def seen(clinic):
        """Where the records can be read meanwhile."""
        return clinic

    def close(self):
        pass


class Locked(Trouble):
    """Another program holds the file fast."""

    words = "The clinic's records are busy"

    def __init__(self, program, clinic):
        self.base = sqlite3.connect(clinic.path, isolation_level=None, timeout=30)

    def begin(self):
        self.base.execute("BEGIN EXCLUSIVE")

    def end(self):
        self.base.execute("ROLLBACK")

    def close(self):
        self.base.close()


class Full(Trouble):
    """No file can grow: for the program it is as if the disk were full."""

    words = "The disk (is full|does not take)"

    def __init__(self, program, clinic):
        self.process = program.process.pid
        self.before = resource.prlimit(self.process, resource.RLIMIT_FSIZE)

    def begin(self):
        resource.prlimit(self.process, resource.RLIMIT_FSIZE, (0, self.before[1]))

    def end(self):
        resource.prlimit(self.process, resource.RLIMIT_FSIZE, self.before)


class Gone(Trouble):
    """The file is moved to another place."""

    words = "The clinic's file is no longer at “.*clinic.anagen”"

    def __init__(self, program, clinic):
        self.path = clinic.path

    def begin(self):
        os.rename(self.path, self.path + ".away")

    def end(self):
        os.rename(self.path + ".away", self.path)

    @staticmethod
    def seen(clinic):
        """A copy, with what was written beside it."""
        there = copy.copy(clinic)
        there.path = os.path.join(clinic.folder, "seen.anagen")
        shutil.copy2(clinic.path + ".away", there.path)
        if os.path.exists(clinic.path + "-wal"):
            shutil.copy2(clinic.path + "-wal", there.path + "-wal")
        return there


class FullDisk(Trouble):
    """A file system of its own, really full. Only root can make one."""

    words = "The disk (is full|does not take)"

    def __init__(self, program, clinic):
        self.filler = os.path.join(os.path.dirname(clinic.path), "filler")

    def begin(self):
        with open(self.filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise

    def end(self):
        os.remove(self.filler)


def drafted_points(clinic, session):
    content = clinic.one("SELECT content FROM session_draft WHERE session_id = ?", session)
    return sum(int(part["points"]) for part in json.loads(content)["injections"]) if content else 0


def work_in_trouble(program, clinic, session, trouble):
    """A zone is filled and a measurement saved while nothing can be written."""
    before = clinic.one("SELECT count(*) FROM measurement")
    trouble.begin()
    program.key("2")
    points = program.wait(lambda: total(program), "points in the chart")
    program.key("m")
    program.opened("^Measure$")
    value = program.find("/Value \\(/", "text")
    program.click(value)
    program.word("71")
    program.read(trouble.words, LONG)
    if value.text != "71":
        raise Lost(f"of the measurement only “{value.text}” is left")
    # before it is over: what is drafted is tried again by itself
    there = trouble.seen(clinic)
    if there.one("SELECT count(*) FROM measurement") != before or drafted_points(there, session):
        raise Lost("something was written in spite of all")
    trouble.end()
    program.click(program.find("Save", "push button"))
    program.wait(lambda: clinic.one("SELECT count(*) FROM measurement") == before + 1, "the measurement in the records",
                 LONG)
    program.opened("^Chart ")
    program.wait(lambda: drafted_points(clinic, session) == points, f"the draft with {points} points", LONG)
    program.wait(lambda: not program.look(f"/{trouble.words}/", "label"), "no more complaints", LONG)
    if total(program) != points:
        raise Lost("what was charted has changed")


def live_through(program, clinic, kind):
    session = open_visit(program, clinic)
    trouble = kind(program, clinic)
    try:
        work_in_trouble(program, clinic, session, trouble)
    finally:
        trouble.close()


@journeys.add("a locked file is told, nothing typed is lost, and it is saved later", "practitioner")
def locked(program, clinic):
    live_through(program, clinic, Locked)


@journeys.add("a full disk is told, nothing typed is lost, and it is saved later", "practitioner")
def full(program, clinic):
    live_through(program, clinic, Full)


def move_to_small_disk(clinic, folder):
    """A disk with room for the clinic and a little more; what is mounted is gone with this process."""
    room = sum(os.path.getsize(clinic.path + end) for end in ("", ".key")) + 4_000_000
    # CLONE_NEWNS; nothing of it is seen outside
    if ctypes.CDLL(None, use_errno=True).unshare(0x00020000):
        return False
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    os.mkdir(folder)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room},mode=0700", "tmpfs", folder], check=True)
    for end in ("", ".key"):
        shutil.copy2(clinic.path + end, folder)
    clinic.path = os.path.join(folder, os.path.basename(clinic.path))
    return True


@journeys.add("a disk that is really full is told, nothing typed is lost, and it is saved later", "practitioner")
def full_disk(program, clinic):
    program.close()
    folder = os.path.join(clinic.folder, "disk")
    if os.geteuid() != 0 or not move_to_small_disk(clinic, folder):
        print("# skipped: only root may make a file system that is full")
        return
    again = start(clinic)
    try:
        live_through(again, clinic, FullDisk)
    finally:
        again.close()
        subprocess.run(["umount", "-l", folder], check=False)


@journeys.add("a file that went away is told, nothing typed is lost, and it is saved later", "practitioner")
def gone(program, clinic):
    live_through(program, clinic, Gone)


# left while it cannot be kept


def unkept(program, clinic):
    """A chart with a zone that the full disk does not take; the session, its points and what ends the trouble."""
    session = open_visit(program, clinic)
    trouble = Full(program, clinic)
    trouble.begin()
    program.key("2")
    points = program.wait(lambda: total(program), "points in the chart")
    program.wait(lambda: program.look("Draft not kept", "label"), "that the draft is not kept", LONG)
    return session, points, trouble


def question(program):
    program.read("What was typed is not kept yet")


@journeys.add("by keyboard: a chart that cannot be kept is left, told of, kept later and taken up again", "practitioner")
def left_by_keyboard(program, clinic):
    session, points, trouble = unkept(program, clinic)
    program.key("ctrl+2")
    question(program)
    program.key("Escape")
    program.opened("^Chart ")
    program.key("ctrl+2")
    question(program)
    program.key("Tab")
    program.key("Return")
    program.opened("^Agenda")
    program.read("What was typed in 1 chart is not kept yet")
    if drafted_points(clinic, session):
        raise Lost("something was written in spite of all")
    trouble.end()
    program.wait(lambda: drafted_points(clinic, session) == points, f"the draft with {points} points", LONG)
    program.wait(lambda: not program.look("/What was typed in/", "label"), "no more complaints", LONG)
    program.key("alt+Left")
    program.opened("^Chart ")
    program.wait(lambda: total(program) == points, f"{points} points in the chart")


@journeys.add("by mouse: a window with a chart that cannot be kept asks, and closes once it is kept", "practitioner")
def closed_by_mouse(program, clinic):
    session, points, trouble = unkept(program, clinic)
    program.click(program.find("Close", "push button"))
    question(program)
    program.click(program.find("Stay", "push button"))
    program.opened("^Chart ")
    program.click(program.find("Close", "push button"))
    question(program)
    program.click(program.find("Keep trying, then close", "push button"))
    program.read(".*window closes as soon as what was typed is kept")
    trouble.end()
    program.process.wait(LONG)
    if drafted_points(clinic, session) != points:
        raise Lost(f"of {points} points {drafted_points(clinic, session)} were kept")


# busy


@journeys.add("the window answers while what was saved is waited for", "owner")
def busy(program, clinic):
    program.wait(lambda: charting.rows(program, clinic), "today's list")
    trouble = Locked(program, clinic)
    trouble.begin()
    try:
        stalls = len(program.stalled())
        go_round(program)
        worst = max(program.stalled()[stalls:], default=0)
        print(f"# the longest turn of the main loop took {worst:.0f} ms")
        if worst > 3000:
            raise Lost(f"the window did not answer for {worst:.0f} ms")
    finally:
        trouble.end()
        trouble.close()


def go_round(program):
    for chord, title in (("ctrl+2", "Agenda"), ("ctrl+3", "Patients"), ("ctrl+4", "Cocktails"), ("ctrl+5", "Reports"),
                         ("ctrl+1", "Today")):
        program.key(chord)
        program.wait(lambda: title in program.top().name, f"the place {title}")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

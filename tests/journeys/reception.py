#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day of whoever sits at the desk in front: courses and visits are booked, moved, taken back, called off. To be run
by tests/in-display.

    reception.py BUILD-FOLDER [PATTERN]…
"""

import os
import re
import sys

import journey
from journey import Atspi, Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

# An hour after the visit of today that nobody has come for yet.
AFTERNOON = {"ANAGEN_CLOCK": journey.TODAY + "T11:30:00Z"}

# Nothing objects to what is booked for them, and nothing is booked for them yet.
FREE = """SELECT p.id, p.file_number, p.given_name || ' ' || p.family_name AS name FROM patient p
  WHERE p.archived_on IS NULL AND p.died_on IS NULL AND p.merged_into IS NULL
    AND NOT EXISTS (SELECT 1 FROM allergy a WHERE a.patient_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM condition c WHERE c.patient_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM reaction r WHERE r.patient_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM course c WHERE c.patient_id = p.id AND c.status = 'active')
    AND NOT EXISTS (SELECT 1 FROM session s WHERE s.patient_id = p.id AND s.starts >= ?)
  ORDER BY p.file_number"""

# Sessions of a course that meet another visit of the same person, practitioner or room.
OVERLAPPING = """SELECT count(*) FROM session a JOIN session b ON a.id <> b.id AND a.starts < b.ends AND b.starts < a.ends
    AND (a.practitioner_id = b.practitioner_id OR a.room_id = b.room_id OR a.patient_id = b.patient_id)
  WHERE a.course_id = ? AND b.status NOT IN ('cancelled', 'no_show')"""

# All that is known of visits and courses.
SESSIONS = """SELECT id, patient_id, course_id, number, practitioner_id, room_id, starts, ends, status, status_reason,
  overbooked FROM session ORDER BY id"""
COURSES = "SELECT id, patient_id, protocol_id, status FROM course ORDER BY id"


def somebody(clinic):
    """The id, file number and name of a patient who can be booked."""
    return clinic.ask(FREE, journey.TODAY)[0]


def page(program, name):
    """A place in the window: others that were looked at before are still in it, and cannot be seen."""
    return program.find(f"Clinic{name}Page", "filler")


def open_patient(program, number):
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.wait(lambda: program.look("Plan a course…", "push button", page(program, "Patient")), "the patient's page")


def undo_by_mouse(program, clinic, before):
    """What a moment ago was done is taken back with the button that is offered."""
    program.click(program.offered("Undo"), count=False)
    program.wait(lambda: clinic.ask(SESSIONS) == before, "the visits as they were")


def undo_by_keyboard(program, clinic, before):
    program.key("ctrl+z", count=False)
    program.wait(lambda: clinic.ask(SESSIONS) == before, "the visits as they were")


# a course


def check_course(program, clinic, patient):
    """Eight sessions, one after the other as the protocol has it."""
    program.wait(lambda: clinic.one("SELECT count(*) FROM session WHERE patient_id = ? AND starts > ?", patient,
                                    journey.TODAY) == 8, "eight sessions")
    course = clinic.one("SELECT max(id) FROM course WHERE patient_id = ?", patient)
    if [number for (number,) in clinic.ask("SELECT number FROM session WHERE course_id = ? ORDER BY starts",
                                           course)] != list(range(1, 9)):
        raise Lost("the sessions are not numbered from 1 to 8")
    if clinic.one(OVERLAPPING, course):
        raise Lost("a session meets another visit")
    wrong = clinic.one(
        "SELECT count(*) FROM (SELECT phase_id, julianday(date(starts)) - julianday(date(lag(starts) OVER"
        " (ORDER BY starts))) AS days FROM session WHERE course_id = ?) JOIN phase f ON f.id = phase_id"
        " WHERE days NOT BETWEEN f.min_days AND f.max_days", course)
    if wrong:
        raise Lost("sessions are too near or too far apart")


@journeys.add("a course of eight by mouse", "receptionist", steps=6)
def course_by_mouse(program, clinic):
    patient, number, _ = somebody(clinic)
    before, courses = clinic.ask(SESSIONS), clinic.ask(COURSES)
    open_patient(program, number)
    program.begin()
    program.click(program.find("Plan a course…", "push button", page(program, "Patient")))
    program.opened("Plan a course")
    program.find("/Book \\d+ sessions/", "push button")
    program.click(program.find("Protocol", "combo box"))
    program.click(program.find("About 8 weekly sittings", "label"))
    book = program.find("Book 8 sessions", "push button")
    program.wait(lambda: book.usable, "all times")
    program.click(book)
    program.opened("Patient")
    check_course(program, clinic, patient)
    undo_by_mouse(program, clinic, before)
    if clinic.ask(COURSES) != courses:
        raise Lost("the course is still there")


@journeys.add("a course of eight by keyboard", "receptionist", steps=6)
def course_by_keyboard(program, clinic):
    patient, number, _ = somebody(clinic)
    before = clinic.ask(SESSIONS)
    open_patient(program, number)
    program.begin()
    program.key("ctrl+p")
    program.opened("Plan a course")
    program.find("/Book \\d+ sessions/", "push button")
    program.key("shift+Tab")
    program.key("space")
    program.find("About 8 weekly sittings", "label")
    program.key("Home")
    program.key("Return")
    book = program.find("Book 8 sessions", "push button")
    program.wait(lambda: book.usable, "all times")
    program.key("ctrl+Return")
    program.opened("Patient")
    check_course(program, clinic, patient)
    undo_by_keyboard(program, clinic, before)

# the agenda


def agenda(program):
    program.key("ctrl+2", count=False)
    program.agenda = page(program, "Agenda")
    program.grid = program.find("Visits", "list", program.agenda)
    program.wait(lambda: any(node.role == "list item" for node in visits(program)), "the visits of today")


def visits(program):
    """What stands in the agenda: the visits and the free time that the keyboard is at."""
    return list(program.grid.children())


def find_visit(program, name, state):
    """A visit, which says its time, its patient and how far it is."""
    return program.wait(lambda: next((node for node in visits(program)
                                      if name in node.name and node.name.endswith(f", {state}")), None),
                        f"the visit of {name}, {state}")


def booked_today(clinic):
    """The id, start and patient of the first visit today that nobody has come for yet."""
    return clinic.ask("SELECT s.id, s.starts, p.given_name || ' ' || p.family_name FROM session s JOIN patient p"
                      " ON p.id = s.patient_id WHERE s.starts LIKE ? AND s.status = 'booked' ORDER BY s.starts",
                      journey.TODAY + "%")[0]


def minutes(words):
    return int(words[:2]) * 60 + int(words[3:5])


def scale(program):
    """Where a minute of today is in the agenda, and how high it is, as the visits show."""
    seen = sorted((minutes(node.name), node.box[1]) for node in visits(program) if node.role == "list item")
    (first, top), (last, bottom) = seen[0], seen[-1]
    high = (bottom - top) / (last - first)
    return lambda minute: top + (minute - first) * high, high


def column(program, name):
    """Where the column of a practitioner begins, and how wide it is."""
    x, _, width, _ = program.find(name, "label", program.agenda).box
    return x, width


def mark_out(program, practitioner, time, length):
    """The pointer over free time with its button held down."""
    where, high = scale(program)
    x, width = column(program, practitioner)
    left, top = program.origin(program.top())
    from_y = round(top + where(minutes(time)) + 4 * high)
    to_y = round(top + where(minutes(time) + length) - 6 * high)
    program.xdo("mousemove", left + x + width // 2, from_y, "mousedown", 1)
    for part in range(1, 9):
        program.xdo("mousemove", left + x + width // 2, from_y + (to_y - from_y) * part // 8)
    program.settled()
    program.xdo("mouseup", 1)
    program.steps += 1
    program.settled()


def click_time(program, practitioner, time):
    """A click on a time that is free."""
    where, high = scale(program)
    x, width = column(program, practitioner)
    left, top = program.origin(program.top())
    program.xdo("mousemove", left + x + width // 2, round(top + where(minutes(time)) + 7 * high), "click", 1)
    program.steps += 1
    program.settled()


def focused(program, what="name"):
    return next((getattr(node, what) for node in visits(program) if node.has(Atspi.StateType.FOCUSED)), None)


def walk_to(program, wanted, key="Down"):
    """Along the column of the keyboard until it is there."""
    for _ in range(20):
        here = program.wait(lambda: focused(program), "the keyboard in the agenda")
        if wanted in here:
            return
        program.key(key)
        program.wait(lambda: focused(program) not in (None, here), f"what comes after {here}")
    raise Lost(f"the keyboard does not come to {wanted}")


def first_practitioner(clinic):
    """Whose column is the first: of those who see somebody today, by name."""
    return clinic.one("SELECT DISTINCT p.name FROM staff p JOIN session s ON s.practitioner_id = p.id"
                      " WHERE s.starts LIKE ? ORDER BY p.name", journey.TODAY + "%")


def check_visit(program, clinic, patient, starts):
    """One visit, booked for half an hour, of the practitioner whose column it was."""
    program.wait(lambda: clinic.ask("SELECT starts, status FROM session WHERE patient_id = ? AND starts >= ?", patient,
                                    journey.TODAY) == [(starts, "booked")], f"one visit at {starts}")


@journeys.add("a visit by mouse from the patient's page", "receptionist", steps=4)
def visit_by_mouse(program, clinic):
    patient, number, _ = somebody(clinic)
    before = clinic.ask(SESSIONS)
    open_patient(program, number)
    program.begin()
    program.click(program.find("Book…", "push button", page(program, "Patient")))
    program.opened("Book a visit")
    program.read(f".*{number} ·")
    time = program.find("Time", "text").text
    program.click(program.find("Book", "push button"))
    program.opened("Patient")
    check_visit(program, clinic, patient, f"{journey.TODAY}T{time}")
    undo_by_mouse(program, clinic, before)


@journeys.add("a visit by mouse from the agenda", "receptionist", steps=4)
def visit_from_agenda_by_mouse(program, clinic):
    patient, number, _ = somebody(clinic)
    agenda(program)
    program.begin()
    click_time(program, first_practitioner(clinic), "10:45")
    program.opened("Book a visit")
    program.word(number)
    program.read(f".*{number} ·")
    program.click(program.find("Book", "push button"))
    program.opened("Agenda")
    check_visit(program, clinic, patient, f"{journey.TODAY}T10:45")


@journeys.add("a visit by keyboard from the agenda", "receptionist", steps=4)
def visit_from_agenda_by_keyboard(program, clinic):
    patient, number, name = somebody(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    program.wait(lambda: focused(program), "the keyboard in the agenda")
    program.begin()
    program.key("Return")
    program.opened("Book a visit")
    program.word(number)
    program.read(f".*{number} ·")
    program.key("Return")
    program.opened("Agenda")
    find_visit(program, name, "booked")
    check_visit(program, clinic, patient, f"{journey.TODAY}T10:30")
    undo_by_keyboard(program, clinic, before)


@journeys.add("a visit moved by keyboard and taken back", "receptionist")
def move_by_keyboard(program, clinic):
    session, starts, name = booked_today(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    program.begin()
    walk_to(program, name)
    program.hold("ctrl", "Down", 4)
    later = f"{journey.TODAY}T{int(starts[11:13]) + 1:02}{starts[13:]}"
    program.wait(lambda: clinic.one("SELECT starts FROM session WHERE id = ?", session) == later, "an hour later")
    program.find(f"/{later[11:]}–.*{re.escape(name)}/", "list item", program.grid)
    undo_by_keyboard(program, clinic, before)
    program.find(f"/{starts[11:]}–.*{re.escape(name)}/", "list item", program.grid)


@journeys.add("a visit moved by mouse and taken back", "receptionist", steps=1)
def move_by_mouse(program, clinic):
    """To another practitioner, half an hour later."""
    session, starts, name = booked_today(clinic)
    people = clinic.ask("SELECT DISTINCT p.name, p.id FROM staff p JOIN session s ON s.practitioner_id = p.id"
                        " WHERE s.starts LIKE ? ORDER BY p.name", journey.TODAY + "%")
    before = clinic.ask(SESSIONS)
    now = clinic.one("SELECT p.name FROM session s JOIN staff p ON p.id = s.practitioner_id WHERE s.id = ?", session)
    other, other_id = people[-1]
    agenda(program)
    program.begin()
    visit = find_visit(program, name, "booked")
    _, high = scale(program)
    program.drag(visit, column(program, other)[0] - column(program, now)[0], round(30 * high))
    later = f"{journey.TODAY}T{minutes(starts[11:]) // 60 + 1:02}:00"
    program.wait(lambda: clinic.ask("SELECT starts, practitioner_id FROM session WHERE id = ?", session)
                 == [(later, other_id)], f"half an hour later with {other}")
    undo_by_mouse(program, clinic, before)


def assert_ends(program, clinic, session, ends):
    program.wait(lambda: clinic.one("SELECT ends FROM session WHERE id = ?", session) == f"{journey.TODAY}T{ends}",
                 f"the visit until {ends}")


@journeys.add("a visit made longer by keyboard and taken back", "receptionist")
def lengthen_by_keyboard(program, clinic):
    session, starts, name = booked_today(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    walk_to(program, name)
    program.hold("shift", "Down", 2)
    assert_ends(program, clinic, session, f"{int(starts[11:13]) + 1:02}{starts[13:]}")
    program.find(f"/{starts[11:]}–{int(starts[11:13]) + 1:02}{starts[13:]} {re.escape(name)}/", "list item", program.grid)
    undo_by_keyboard(program, clinic, before)


@journeys.add("a visit made longer by mouse and taken back", "receptionist", steps=1)
def lengthen_by_mouse(program, clinic):
    """Taken by its lower edge."""
    session, starts, name = booked_today(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    program.begin()
    visit = find_visit(program, name, "booked")
    _, high = scale(program)
    program.drag(visit, 0, round(30 * high), at=(0, visit.box[3] // 2 - 3))
    assert_ends(program, clinic, session, f"{int(starts[11:13]) + 1:02}{starts[13:]}")
    undo_by_mouse(program, clinic, before)


@journeys.add("a free time is marked out by mouse and booked as long", "receptionist", steps=3)
def mark_out_by_mouse(program, clinic):
    patient, number, _ = somebody(clinic)
    agenda(program)
    program.begin()
    who = first_practitioner(clinic)
    mark_out(program, who, "12:00", 60)
    program.opened("Book a visit")
    program.word(number)
    program.read(f".*{number} ·")
    program.click(program.find("Book", "push button"))
    program.opened("Agenda")
    program.wait(lambda: clinic.ask("SELECT starts, ends FROM session WHERE patient_id = ? AND starts >= ?", patient,
                                    journey.TODAY) == [(f"{journey.TODAY}T12:00", f"{journey.TODAY}T13:00")], "an hour")


@journeys.add("a free time is marked out by keyboard and booked as long", "receptionist", steps=6)
def mark_out_by_keyboard(program, clinic):
    patient, number, _ = somebody(clinic)
    agenda(program)
    walk_to(program, "12:00: book a visit")
    program.begin()
    program.hold("shift", "Down", 3)
    program.wait(lambda: "12:00–13:00, 60 minutes, " in (focused(program) or ""), "an hour that is marked out")
    program.key("shift+Down", count=False)
    program.wait(lambda: focused(program, "description") == "It closes then", "why no more is marked out")
    program.key("Return")
    program.opened("Book a visit")
    program.word(number)
    program.read(f".*{number} ·")
    program.key("Return")
    program.opened("Agenda")
    program.wait(lambda: clinic.ask("SELECT starts, ends FROM session WHERE patient_id = ? AND starts >= ?", patient,
                                    journey.TODAY) == [(f"{journey.TODAY}T12:00", f"{journey.TODAY}T13:00")], "an hour")


@journeys.add("the aftercare of another treatment is told of, in a course and after a move", "receptionist")
def aftercare_is_told(program, clinic):
    """A visit today; a course that would begin within a week of it, and another visit on Monday that is moved."""
    patient, number, name = somebody(clinic)
    until = r"The aftercare of an earlier treatment asks for no other treatment of the scalp until 28 Nov 2026\."
    open_patient(program, number)
    program.click(program.find("Book…", "push button", page(program, "Patient")))
    program.opened("Book a visit")
    program.read(f".*{number} ·")
    program.key("ctrl+Return")
    program.opened("Patient")
    program.wait(lambda: clinic.one("SELECT count(*) FROM session WHERE patient_id = ? AND starts LIKE ?", patient,
                                    journey.TODAY + "%") == 1, "a visit today")
    program.key("ctrl+p")
    program.opened("Plan a course")
    program.read("1 session meets the aftercare of another treatment")
    program.read(until)
    program.key("Escape")
    program.opened("Patient")

    agenda(program)
    program.key("Page_Down")
    program.key("Page_Down")
    program.read("Monday 23 November 2026")
    program.wait(lambda: focused(program), "the keyboard in the agenda")
    program.key("Return")
    program.opened("Book a visit")
    program.word(number)
    program.read(until)
    program.key("ctrl+Return")
    program.opened("Agenda")
    find_visit(program, name, "booked")
    before = clinic.ask(SESSIONS)
    walk_to(program, name)
    program.key("ctrl+Down")
    program.said(until)
    undo_by_mouse(program, clinic, before)


# those who do not come


def check_state(program, clinic, session, state):
    program.wait(lambda: clinic.one("SELECT status FROM session WHERE id = ?", session) == state, f"a visit that is {state}")


@journeys.add("somebody did not come, by keyboard and by mouse", "receptionist", steps=3, environment=AFTERNOON)
def no_show(program, clinic):
    session, _, name = booked_today(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    walk_to(program, name, "Up")
    program.begin()
    program.key("n")
    check_state(program, clinic, session, "no_show")
    find_visit(program, name, "did not come")
    undo_by_keyboard(program, clinic, before)
    visit = find_visit(program, name, "booked")
    program.click(visit, button=3)
    program.click(program.find("Did not come", "menu item", visit))
    check_state(program, clinic, session, "no_show")
    undo_by_mouse(program, clinic, before)


@journeys.add("a visit is called off by mouse", "receptionist", steps=4)
def cancel_by_mouse(program, clinic):
    session, _, name = booked_today(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    program.begin()
    visit = find_visit(program, name, "booked")
    program.click(visit, button=3)
    program.click(program.find("Cancel the visit…", "menu item", visit))
    program.opened("Cancel the visit")
    program.click(program.find("Ill", "push button"))
    program.click(program.find("Cancel the visit", "push button"))
    program.opened("Agenda")
    check_state(program, clinic, session, "cancelled")
    if clinic.one("SELECT status_reason FROM session WHERE id = ?", session) != "Ill":
        raise Lost("the reason was not kept")
    undo_by_mouse(program, clinic, before)


@journeys.add("a visit is called off by keyboard", "receptionist", steps=2)
def cancel_by_keyboard(program, clinic):
    session, _, name = booked_today(clinic)
    agenda(program)
    walk_to(program, name)
    # it is still to come
    program.key("n")
    program.said(".*nobody can have missed it yet")
    check_state(program, clinic, session, "booked")
    program.begin()
    program.key("Delete")
    program.opened("Cancel the visit")
    program.word("has a cold")
    program.opened("Agenda")
    check_state(program, clinic, session, "cancelled")
    if clinic.one("SELECT status_reason FROM session WHERE id = ?", session) != "has a cold":
        raise Lost("the reason was not kept")


# two at one time


def check_refused(program, clinic, before, number, time):
    """Words say what stands in the way, and all is as it was typed."""
    program.find("Free instead", "label")
    if clinic.ask(SESSIONS) != before:
        raise Lost("it was booked all the same")
    if program.find("Time", "text").text != time:
        raise Lost("the time that was typed is gone")
    program.read(f".*{number} ·")


@journeys.add("a time that is taken is refused, by keyboard", "receptionist")
def clash_by_keyboard(program, clinic):
    patient, number, _ = somebody(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    walk_to(program, "11:15")
    program.key("Return")
    program.opened("Book a visit")
    program.word(number)
    program.find("Free instead", "label")
    program.key("Return")
    refusal = program.find("/.*11:30/", "label")
    check_refused(program, clinic, before, number, "11:15")
    # the keyboard is at the first time that is free
    slot = program.wait(lambda: next((node for node in program.top().walk() if node.role == "push button" and
                                      node.has(Atspi.StateType.FOCUSED)), None), "a time that is free")
    if not re.search(r"\d\d:\d\d", slot.name):
        raise Lost(f"the keyboard is at “{slot.name}” after “{refusal.name}”")
    time = slot.name[-5:]
    program.key("Return")
    program.wait(lambda: program.find("Time", "text").text == time, "the time that is free")
    program.key("Return")
    program.opened("Agenda")
    check_visit(program, clinic, patient, f"{journey.TODAY}T{time}")


@journeys.add("a time that is taken is refused, by mouse", "receptionist")
def clash_by_mouse(program, clinic):
    patient, number, _ = somebody(clinic)
    before = clinic.ask(SESSIONS)
    agenda(program)
    click_time(program, first_practitioner(clinic), "11:15")
    program.opened("Book a visit")
    program.word(number)
    program.find("Free instead", "label")
    program.click(program.find("Book", "push button"))
    program.find("/.*11:30/", "label")
    check_refused(program, clinic, before, number, "11:15")
    slot = program.find("/.*, \\d\\d:\\d\\d/", "push button")
    time = slot.name[-5:]
    program.click(slot)
    program.wait(lambda: program.find("Time", "text").text == time, "the time that is free")
    program.click(program.find("Book", "push button"))
    program.opened("Agenda")
    check_visit(program, clinic, patient, f"{journey.TODAY}T{time}")


# somebody new


@journeys.add("somebody new by keyboard, with a look-alike in view", "receptionist", steps=7)
def register_by_keyboard(program, clinic):
    # there are keys for all of its letters
    number, given, family = next((number, *name.split(" ")) for _, number, name in clinic.ask(FREE, journey.TODAY)
                                 if re.fullmatch("[A-Za-z]+ [A-Za-z]+", name))
    before = clinic.one("SELECT count(*) FROM patient")
    program.begin()
    program.key("ctrl+n")
    program.opened("New patient")
    program.word(family, enter=False)
    program.key("Tab")
    program.word(given, enter=False)
    program.find("Perhaps already on file", "label")
    program.read(f".*{number}")
    program.key("Tab")
    program.word("3.2.1999", enter=False)
    program.key("ctrl+Return")
    program.wait(lambda: clinic.one("SELECT count(*) FROM patient") == before + 1, "one patient more")
    if clinic.ask("SELECT given_name, family_name, birth_date FROM patient ORDER BY id DESC LIMIT 1") != [
            (given, family, "1999-02-03")]:
        raise Lost("not what was typed")


@journeys.add("somebody new by mouse", "receptionist", steps=8)
def register_by_mouse(program, clinic):
    before = clinic.one("SELECT count(*) FROM patient")
    program.begin()
    program.click(program.find("Patients", "list item"))
    program.click(program.find("Register…", "push button", page(program, "Patients")))
    program.opened("New patient")
    for field, text in (("Family name", "Zyxwer"), ("Given name", "Quentin"), ("Date of birth", "3.2.1999")):
        program.click(program.find(f"/{field}/", "text"), count=False)
        program.word(text, enter=False)
    program.click(program.find("/Save|Register/", "push button"))
    program.wait(lambda: clinic.one("SELECT count(*) FROM patient") == before + 1, "one patient more")
    if clinic.ask("SELECT given_name, family_name, birth_date FROM patient ORDER BY id DESC LIMIT 1") != [
            ("Quentin", "Zyxwer", "1999-02-03")]:
        raise Lost("not what was typed")


# somebody who does not come any more


def archived(clinic, patient):
    return clinic.one("SELECT archived_on FROM patient WHERE id = ?", patient) is not None


def line_of(program, number):
    program.key("ctrl+3", count=False)
    place = page(program, "Patients")
    program.wait(lambda: program.keyboard_is_at("Search patients"), "the keyboard in the search")
    program.word(number, enter=False, count=False)
    return program.wait(lambda: next((node for node in place.walk() if node.role in ("list item", "table row")
                                      and any(number in word for word in [node.name, *node.words()])), None),
                        f"the line of {number}")


@journeys.add("a patient is archived by keyboard and taken back", "owner")
def archive_by_keyboard(program, clinic):
    patient, number, _ = somebody(clinic)
    line_of(program, number)
    program.key("Down")
    program.key("Menu")
    program.find("Archive", "menu item")
    program.key("a")
    program.wait(lambda: archived(clinic, patient), "the patient in the archive")
    program.key("ctrl+z")
    program.wait(lambda: not archived(clinic, patient), "the patient back")


@journeys.add("a patient is archived by mouse and taken back", "owner")
def archive_by_mouse(program, clinic):
    patient, number, _ = somebody(clinic)
    program.click(line_of(program, number), button=3)
    program.click(program.find("Archive", "menu item"))
    program.wait(lambda: archived(clinic, patient), "the patient in the archive")
    program.click(program.offered("Undo"))
    program.wait(lambda: not archived(clinic, patient), "the patient back")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

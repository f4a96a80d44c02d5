#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked before a treatment: at the desk in front when somebody comes, and in the chart. What nobody knows is not
"no". To be run by tests/in-display.

    checkin.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

import charting
import journey
from journey import Atspi, Journeys, Lost, Program

journeys = Journeys(os.path.abspath(sys.argv[1]))

# A woman who comes to this practitioner later today and was never asked anything.
UNASKED = """SELECT s.id, p.id, p.family_name, p.file_number FROM session s JOIN patient p ON p.id = s.patient_id
  JOIN staff f ON f.id = s.practitioner_id WHERE s.starts LIKE ? AND s.status IN ('booked', 'confirmed') AND p.sex = 'F'
    AND f.name = ? AND NOT EXISTS (SELECT 1 FROM pregnancy_status a WHERE a.patient_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM check_in c WHERE c.session_id = s.id) ORDER BY s.starts"""

MEDICINE = "A new medicine since the last visit?"


def grow_young(clinic):
    """Whoever it is, is of an age to be asked."""
    clinic.ctl("register", "--clinic", clinic.path, "--as", clinic.staff("receptionist"), "--edit", somebody(clinic)[3],
               "--birth-date", "1990-05-31")


def somebody(clinic):
    """Session, patient, name, file number."""
    found = clinic.ask(UNASKED, journey.TODAY + "%", clinic.staff("practitioner"))
    if not found:
        raise Lost("the demonstration has nobody who was not asked")
    return found[0]


def row_of(program, name):
    """A visit that is expected, in the list of the desk in front."""
    return program.wait(lambda: next((node for node in program.top().walk()
                                      if node.role == "list item" and any(name in word for word in node.words())), None),
                        f"the visit of {name}")


def check_answers(program, clinic, session, patient):
    """A new medicine; nobody is sure of a pregnancy, which is kept with its day; the rest is nothing new."""
    program.wait(lambda: clinic.ask("SELECT new_medicine, pregnancy, hair_colour, inflammation FROM check_in"
                                    " WHERE session_id = ?", session) == [("yes", "unsure", "no", "no")], "the answers")
    if clinic.ask("SELECT answer, asked_on FROM pregnancy_status WHERE patient_id = ?", patient) != [
            ("unsure", journey.TODAY)]:
        raise Lost("what was said of a pregnancy is not kept")


def check_chart(program, clinic, session, *said):
    """Whoever treats reads it above the chart: texts and their roles."""
    program.close()
    chart = Program(program.build, clinic, clinic.staff("practitioner"))
    try:
        chart.wait(chart.top, "the window")
        chart.front()
        charting.open_session(chart, clinic, session)
        for text, roles in said:
            chart.find(text, roles)
    finally:
        chart.close()


def check_banner(program, clinic, session):
    check_chart(program, clinic, session, ("Pregnancy: not sure, asked today", "push button|label|toggle button"),
                ("Check-in: a new medicine", "push button|label"))


def open_questions(program, row):
    program.begin()
    program.click(program.find("More about this visit", "push button", row))
    program.click(program.find("Check-in questions…", "menu item|push button"))
    program.opened("^Check-in$")


@journeys.add("check-in questions are asked at the desk by mouse", "receptionist", steps=5, prepare=grow_young)
def desk_by_mouse(program, clinic):
    session, patient, name, _ = somebody(clinic)
    row = row_of(program, name)
    open_questions(program, row)
    program.click(program.find(f"{MEDICINE} Yes", "toggle button|radio button|push button"))
    program.click(program.find("Pregnant? Not sure", "toggle button|radio button|push button"))
    program.click(program.find("Nothing new", "push button"))
    check_answers(program, clinic, session, patient)
    check_banner(program, clinic, session)


def check_medicine(program, clinic, session):
    """Whoever treats reads what it counts as."""
    check_chart(program, clinic, session, ("Xarelto 20: Takes an anticoagulant", "push button|label"))


@journeys.add("a new medicine is entered at the desk and stops the treatment", "receptionist", steps=8, prepare=grow_young)
def medicine_by_mouse(program, clinic):
    session, patient, name, _ = somebody(clinic)
    row = row_of(program, name)
    open_questions(program, row)
    program.click(program.find(f"{MEDICINE} Yes", "toggle button|radio button|push button"))
    program.click(program.find("Add the medicine…", "push button"))
    program.opened("^Medicine$")
    program.word("Xarelto 20", enter=False)
    program.find("Counts as “Takes an anticoagulant”", "label|list item")
    program.click(program.find("Save", "push button"))
    program.opened("^Check-in$")
    program.find("Xarelto 20", "label|list item")
    program.click(program.find("Nothing new", "push button"))
    program.wait(lambda: clinic.ask("SELECT m.name, k.code FROM medicine m JOIN medicine_kind k ON k.id = m.medicine_kind_id"
                                    " WHERE m.patient_id = ?", patient) == [("Xarelto 20", "anticoagulant")], "the medicine")
    program.wait(lambda: clinic.ask("SELECT new_medicine FROM check_in WHERE session_id = ?", session) == [("yes",)],
                 "the answers")
    check_medicine(program, clinic, session)


def has_keyboard(program, name):
    return any(node.name == name and node.has(Atspi.StateType.FOCUSED) for node in program.top().walk())


@journeys.add("check-in questions are asked at the desk by keyboard", "receptionist", steps=8, prepare=grow_young)
def desk_by_keyboard(program, clinic):
    session, patient, name, _ = somebody(clinic)
    row_of(program, name)
    program.begin()
    charting.press_until(program, "Down", lambda: row_of(program, name).has(Atspi.StateType.FOCUSED), 3)
    program.key("i")
    program.opened("^Check-in$")
    program.wait(lambda: has_keyboard(program, f"{MEDICINE} No"), "the first question")
    program.key("2")
    program.wait(lambda: has_keyboard(program, "Pregnant? Yes"), "the same answer of the next question")
    program.key("Right")
    program.key("Return")
    program.wait(lambda: has_keyboard(program, "Hair coloured since the last visit? Not sure"), "the question after it")
    program.key("alt+n")
    check_answers(program, clinic, session, patient)
    check_banner(program, clinic, session)


# in the chart


def answered(program, clinic, patient, answer):
    program.wait(lambda: clinic.ask("SELECT answer FROM pregnancy_status WHERE patient_id = ? ORDER BY id DESC LIMIT 1",
                                    patient) == [(answer,)], f"the answer {answer}")


def banner(program, words):
    return program.find(f"/Pregnancy: {words}$/", "push button|toggle button|label")


@journeys.add("a pregnancy nobody is sure of is no “no”, by mouse", "practitioner", steps=4, prepare=grow_young)
def pregnancy_by_mouse(program, clinic):
    session, patient, _, _ = somebody(clinic)
    charting.open_session(program, clinic, session)
    banner(program, "not asked")
    program.begin()
    charting.choose(program, "/Pregnancy: not asked/", "Not sure")
    answered(program, clinic, patient, "unsure")
    banner(program, "not sure, asked today")
    charting.choose(program, "/Pregnancy: not sure/", "No")
    answered(program, clinic, patient, "no")
    banner(program, "no, asked today")


@journeys.add("a pregnancy nobody is sure of is no “no”, by keyboard", "practitioner", steps=26, prepare=grow_young)
def pregnancy_by_keyboard(program, clinic):
    session, patient, _, _ = somebody(clinic)
    charting.open_session(program, clinic, session)
    banner(program, "not asked")
    program.begin()
    for _ in range(3):
        program.key("shift+F6")
    charting.press_until(program, "Tab", lambda: has_keyboard(program, "Pregnancy: not asked"), 2)
    program.key("space")
    program.find("Not sure", "menu item|push button")
    program.key("Up")
    program.key("Return")
    answered(program, clinic, patient, "unsure")
    banner(program, "not sure, asked today")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

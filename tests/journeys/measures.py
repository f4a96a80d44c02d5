#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured in a way of its own is taken down while treating: SALT by quadrants, a pull test, hairs counted in an
area, the questions of the DLQI, a stage chosen from pictures; a course is decided about. To be run by tests/in-display.

    measures.py BUILD-FOLDER [PATTERN]…
"""

import os
import sys

import charting
from charting import choose, open_visit, press_until
from journey import TODAY, Atspi, Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

READ = """SELECT m.value, m.items, m.counted, m.area, m.grasped, m.rule, m.result, m.zone FROM measurement m
  JOIN metric k ON k.id = m.metric_id WHERE m.session_id = ? AND k.code = ? AND m.id > ? ORDER BY m.id"""

FORMS = {"salt": ("SALT by quadrant…", "SALT by quadrant", "q"), "pull": ("Hair pull test…", "Hair pull test", "p"),
         "count": ("Hairs counted in an area…", "Hairs counted in an area", "h"),
         "dlqi": ("Quality of life (DLQI)…", "Quality of life", "l"),
         "scale": ("Stage by a scale…", "Stage by a scale", "s")}


def last_reading(clinic):
    return clinic.one("SELECT max(id) FROM measurement")


def by_mouse(program, form):
    """Out of the chart into a form: four clicks."""
    item, title, _ = FORMS[form]
    choose(program, "More", "Measure…")
    program.opened("^Measure$")
    choose(program, "Forms", item)
    return program.opened(f"^{title}")


def by_keyboard(program, form):
    """Out of the chart into a form: three keys."""
    _, title, letter = FORMS[form]
    program.key("m")
    program.opened("^Measure$")
    program.find("/Value \\(/", "text")
    program.key("alt+f")
    program.find(FORMS[form][0], "menu item|push button")
    program.key(letter)
    return program.opened(f"^{title}")


def saved(program, clinic, session, code, before):
    found = program.wait(lambda: clinic.ask(READ, session, code, before), f"the {code} in the records")
    program.opened("^Chart ")
    if len(found) != 1:
        raise Lost(f"saved was {found}")
    keys = ("value", "items", "counted", "area", "grasped", "rule", "result", "zone")
    return dict(zip(keys, found[0]))


def expect(found, **wanted):
    wrong = {key: found[key] for key, value in wanted.items() if found[key] != value}
    if wrong:
        raise Lost(f"saved was {wrong}, not {wanted}")


def typing(program, name):
    """A row for typing does not say that it has the keyboard; the pencil at its end is gone then."""
    row = program.look(name, "text")
    return row and not any(node.role == "image" and node.seen for node in row.walk(True))


def focused(program, name):
    """The keyboard is in this row."""
    program.wait(lambda: program.keyboard_is_at(name) or typing(program, name), f"the keyboard at “{name}”")


def answers(program, pattern):
    """What comes out is said before anything is saved."""
    program.read(".*" + pattern)


# SALT


def type_quadrants(program):
    for name, percent in (("Top (%)", "60"), ("Back (%)", "40"), ("Left side (%)", "20")):
        focused(program, name)
        program.word(percent)
    focused(program, "Right side (%)")
    program.word("20", enter=False)
    answers(program, r"40\.8 % \(S2, moderate\)")


@journeys.add("SALT by quadrants by keyboard", "practitioner", steps=7)
def salt_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_keyboard(program, "salt")
    type_quadrants(program)
    program.key("Return", count=False)
    expect(saved(program, clinic, session, "salt", before), value=40800, items="60 40 20 20")


@journeys.add("SALT by quadrants by mouse", "practitioner", steps=9)
def salt_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_mouse(program, "salt")
    type_quadrants(program)
    program.click(program.find("Save", "push button"))
    expect(saved(program, clinic, session, "salt", before), value=40800, items="60 40 20 20")


# the pull test


@journeys.add("a pull test by keyboard", "practitioner", steps=6)
def pull_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_keyboard(program, "pull")
    focused(program, "Out at the first place")
    program.word("7")
    focused(program, "Out at the second place")
    program.key("Return")
    focused(program, "Hairs grasped at each place")
    program.word("60", enter=False)
    answers(program, r"\(Positive\)")
    program.key("Return", count=False)
    expect(saved(program, clinic, session, "pull_test", before), value=7000, items="7", grasped=60, rule="share_10",
           result="positive")


@journeys.add("a pull test by mouse", "practitioner", steps=8)
def pull_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_mouse(program, "pull")
    focused(program, "Out at the first place")
    program.word("5", enter=False)
    program.click(program.find("Hairs grasped at each place", "text"))
    program.word("60", enter=False)
    answers(program, r"\(Negative\)")
    program.click(program.find("Save", "push button"))
    expect(saved(program, clinic, session, "pull_test", before), value=5000, grasped=60, result="negative")


# hairs counted in an area: where and in which area is as it was the last time


def counted(program, clinic, before, enter):
    density = [row for row in clinic.ask("SELECT id, zone, area FROM measurement WHERE id <= ? AND counted IS NOT NULL "
                                         "AND patient_id = ? ORDER BY taken_on DESC, id DESC", before, counted.patient)]
    focused(program, "Hairs counted")
    area = density[0][2] if density else 900
    program.word("180", enter=False)
    if not density:
        raise Lost("nothing was counted before")
    answers(program, f"{180000 / area:.0f}".replace(".", r"\.") + " /cm²")
    enter()
    return {"counted": 180, "area": area, "zone": density[0][1], "value": round(180 * 1000 * 1000 / area)}


def open_counted(program, clinic):
    session = open_visit(program, clinic)
    counted.patient = clinic.one("SELECT patient_id FROM session WHERE id = ?", session)
    return session


@journeys.add("hairs are counted in an area by keyboard", "practitioner", steps=4)
def count_by_keyboard(program, clinic):
    session = open_counted(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_keyboard(program, "count")
    wanted = counted(program, clinic, before, lambda: program.key("Return", count=False))
    expect(saved(program, clinic, session, "density_terminal", before), **wanted)


@journeys.add("hairs are counted in an area by mouse", "practitioner", steps=6)
def count_by_mouse(program, clinic):
    session = open_counted(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_mouse(program, "count")
    wanted = counted(program, clinic, before, lambda: program.click(program.find("Save", "push button")))
    expect(saved(program, clinic, session, "density_terminal", before), **wanted)


# the questions of the DLQI

QUESTIONS = ("Itching, soreness or pain", "Embarrassed or self-conscious", "Shopping, home or garden",
             "Choice of clothes", "Social life or leisure", "Sport", "Work or study", "Partner, friends or family",
             "Sex life", "Treatment as a burden")

GIVEN = "2310010300"

WORDS = ("Not at all, or does not apply", "A little", "A lot", "Very much")


@journeys.add("ten questions of the DLQI by keyboard", "practitioner", steps=14)
def dlqi_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_keyboard(program, "dlqi")
    for question, answer in zip(QUESTIONS, GIVEN):
        focused(program, question)
        program.key(answer)
    answers(program, r"DLQI: 10 \(moderate effect on life\)")
    program.key("Return")
    expect(saved(program, clinic, session, "dlqi", before), value=10000, items=" ".join(GIVEN))


@journeys.add("ten questions of the DLQI by mouse", "practitioner", steps=15)
def dlqi_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    before = last_reading(clinic)
    program.begin()
    by_mouse(program, "dlqi")
    for question, answer in zip(QUESTIONS, GIVEN):
        row = program.find(question, "list item")
        program.click(program.find(WORDS[int(answer)], "toggle button|radio button|push button", row))
    answers(program, r"DLQI: 10 \(moderate effect on life\)")
    program.click(program.find("Save", "push button"))
    expect(saved(program, clinic, session, "dlqi", before), value=10000, items=" ".join(GIVEN))


# a stage from pictures

STAGES = {"norwood": ("Norwood-Hamilton", ["I", "II", "IIa", "III", "IIIa", "III vertex", "IV", "IVa", "V", "Va", "VI", "VII"]),
          "ludwig": ("Ludwig", ["I", "II", "III"])}


def graded(clinic, session):
    return clinic.ask("SELECT scale, stage FROM grade WHERE session_id = ? ORDER BY id DESC", session)


def shown(program):
    """The scale and the stage that were chosen the last time."""
    names = "|".join(name for name, _ in STAGES.values())
    words = program.wait(lambda: program.look(f"/({names}) /", "label"), "the stage in words").name
    scale = next(key for key, (name, _) in STAGES.items() if words.startswith(name))
    return scale, words[len(STAGES[scale][0]) + 1:]


def other_stage(scale, stage):
    """The next one, or the one before the last."""
    stages = STAGES[scale][1]
    place = stages.index(stage)
    return ("Right", stages[place + 1]) if place + 1 < len(stages) else ("Left", stages[place - 1])


def chosen(program, clinic, session, scale, stage):
    program.wait(lambda: (scale, stage) in graded(clinic, session), f"{scale} {stage} in the records")
    program.opened("^Chart ")


@journeys.add("a stage is chosen from pictures by keyboard", "practitioner", steps=5)
def stage_by_keyboard(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    by_keyboard(program, "scale")
    scale, stage = shown(program)
    key, wanted = other_stage(scale, stage)
    focused(program, stage)
    program.key(key)
    program.read(f"{STAGES[scale][0]} {wanted}\\Z")
    program.key("ctrl+Return")
    chosen(program, clinic, session, scale, wanted)


@journeys.add("a stage is chosen from pictures by mouse", "practitioner", steps=6)
def stage_by_mouse(program, clinic):
    session = open_visit(program, clinic)
    program.begin()
    by_mouse(program, "scale")
    scale, stage = shown(program)
    _, wanted = other_stage(scale, stage)
    program.click(program.find(wanted, "table cell|list item|panel|push button|filler"))
    program.read(f"{STAGES[scale][0]} {wanted}\\Z")
    program.click(program.find("Save", "push button"))
    chosen(program, clinic, session, scale, wanted)


# the stage of a diagnosis, from pictures too

DIAGNOSED = """SELECT p.file_number, d.id, d.scale, d.grade FROM diagnosis d JOIN patient p ON p.id = d.patient_id
  WHERE d.scale = 'Ludwig' AND NOT EXISTS (SELECT 1 FROM diagnosis o WHERE o.patient_id = d.patient_id AND o.id <> d.id)
  ORDER BY d.id LIMIT 1"""


def open_diagnosed(program, clinic):
    """The patient of the only diagnosis by Ludwig; what it is to become, and the key to it."""
    number, diagnosis, scale, stage = clinic.ask(DIAGNOSED)[0]
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.find("Medical history", "page tab")
    key, wanted = other_stage(scale.lower(), stage)
    program.begin()
    return diagnosis, stage, key, wanted


def diagnosed(program, clinic, diagnosis, stage):
    program.wait(lambda: clinic.ask("SELECT scale, grade FROM diagnosis WHERE id = ?", diagnosis) == [("Ludwig", stage)],
                 f"Ludwig {stage} in the records")
    program.opened("^Patient ")


def at_diagnosis(program):
    """The keyboard is at a row below the button that adds a diagnosis."""
    seen = False
    for node in program.top().walk():
        seen = seen or node.name == "Add a diagnosis…"
        if node.role == "list item" and node.has(Atspi.StateType.FOCUSED):
            return seen
    return False


@journeys.add("the stage of a diagnosis is chosen from pictures by keyboard", "practitioner", steps=14)
def diagnosis_by_keyboard(program, clinic):
    diagnosis, stage, key, wanted = open_diagnosed(program, clinic)
    program.key("alt+2")
    program.find("Add a diagnosis…", "push button")
    program.key("alt+2")
    press_until(program, "Down", lambda: at_diagnosis(program), 6)
    program.key("Return")
    program.opened("^Diagnosis")
    program.read(f"{stage}: ")
    press_until(program, "Tab", lambda: program.keyboard_is_at(stage), 5)
    program.key(key)
    program.read(f"{wanted}: ")
    program.key("ctrl+Return")
    diagnosed(program, clinic, diagnosis, wanted)


@journeys.add("the stage of a diagnosis is chosen from pictures by mouse", "practitioner", steps=4)
def diagnosis_by_mouse(program, clinic):
    diagnosis, stage, _, wanted = open_diagnosed(program, clinic)
    program.click(program.find("Medical history", "page tab"))
    program.find("Add a diagnosis…", "push button")
    program.click(program.find("Change", "push button"))
    program.opened("^Diagnosis")
    program.read(f"{stage}: ")
    program.click(program.find(wanted, "table cell|list item|panel|push button|filler"))
    program.read(f"{wanted}: ")
    program.click(program.find("Save", "push button"))
    diagnosed(program, clinic, diagnosis, wanted)


# a decision about a course

# As the program has it: treated three or five times, or to the end of a phase, and nothing decided since.
DUE = """SELECT c.id, s.id, s.number, p.family_name, f.name FROM course c JOIN session s ON s.course_id = c.id
  JOIN patient p ON p.id = c.patient_id JOIN staff f ON f.id = s.practitioner_id
  WHERE c.status = 'active' AND s.status = 'done' AND s.starts LIKE ? AND s.number IN (3, 5)
    AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.course_id = c.id AND d.number >= s.number)"""

TAKEN = "SELECT choice, score, reason, number, phase_id FROM decision WHERE session_id = ?"

BOOKED = "SELECT id, phase_id, starts FROM session WHERE course_id = ? AND status = 'booked' ORDER BY starts"


def due(clinic):
    rows = clinic.ask(DUE, TODAY + "%")
    if not rows:
        raise Lost("the demonstration has no decision due today")
    return rows[0]


def who_decides(clinic):
    return due(clinic)[4]


def open_due(program, clinic):
    """The chart of today's session after which a decision is due; it says so."""
    course, session, number, name, _ = due(clinic)
    row = program.wait(lambda: next((row for row in charting.rows(program, clinic)
                                     if any(name in word for word in row.words())), None), f"{name} in today's list")
    program.click(row)
    charting.opened(program)
    program.find(f"Decision due: after session {number}", "push button")
    return course, session, number


def decided(program, clinic, course, session, number, before, choice):
    """It is in the records with its reason; what was booked goes to the next phase; and it is no longer due."""
    taken = program.wait(lambda: clinic.ask(TAKEN, session), "the decision in the records")
    if len(taken) != 1 or taken[0][:4] != (choice, 1, "denser", number):
        raise Lost(f"decided was {taken}")
    program.opened("^Chart ")
    program.wait(lambda: not program.look("/Decision due/", "push button"), "the chart without anything due")
    after = clinic.ask(BOOKED, course)
    if choice == "taper" and (taken[0][4] is None or after == before or any(row[1] == before[0][1] for row in after)):
        raise Lost(f"booked was {before}, is {after}")
    if choice != "taper" and after != before:
        raise Lost(f"booked was {before}, is {after}")


@journeys.add("a course is tapered by keyboard", "practitioner", steps=7, who=who_decides)
def decide_by_keyboard(program, clinic):
    course, session, number = open_due(program, clinic)
    before = clinic.ask(BOOKED, course)
    program.begin()
    program.key("d")
    program.opened("^Decide about the course")
    focused(program, "Response so far")
    program.key("plus")
    program.read("The next phase would begin now")
    press_until(program, "Tab", lambda: typing(program, "Why"), 4)
    program.word("denser")
    decided(program, clinic, course, session, number, before, "taper")


@journeys.add("a course is tapered by mouse", "practitioner", steps=5, who=who_decides)
def decide_by_mouse(program, clinic):
    course, session, number = open_due(program, clinic)
    before = clinic.ask(BOOKED, course)
    program.begin()
    program.click(program.find(f"Decision due: after session {number}", "push button"))
    program.opened("^Decide about the course")
    focused(program, "Response so far")
    program.click(program.find("+1, slightly improved", "toggle button|radio button|push button"))
    program.read("The next phase would begin now")
    program.click(program.find("Why", "text"))
    program.word("denser", enter=False)
    program.click(program.find("Save", "push button"))
    decided(program, clinic, course, session, number, before, "taper")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

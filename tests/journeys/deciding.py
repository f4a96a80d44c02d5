#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A course that something is to be decided about: its treatment is changed, it is stopped, it goes to the next phase as was
proposed. Each is read in the records and taken back. To be run by tests/in-display.

    deciding.py BUILD-FOLDER [PATTERN]…
"""

import datetime
import os
import sys

from charting import go_to, menus_closed, press_until
from journey import TODAY, Journeys, Lost
from measures import focused, open_due, typing, who_decides

journeys = Journeys(os.path.abspath(sys.argv[1]))

REASON = "scalp stays sore"

# The score, how it is said and typed, and how the decision is said.
CHOICES = {"change": (-1, "-1, slightly deteriorated", "Change the treatment"),
           "stop": (-2, "-2, deteriorated", "Stop the course"),
           "taper": (1, "+1, slightly improved", "Taper: go to the next phase")}

TAKEN = """SELECT d.choice, d.score, d.reason, d.number, d.decided_on, f.name, d.course_id FROM decision d
  JOIN staff f ON f.id = d.staff_id WHERE d.session_id = ?"""

COURSE = "SELECT status, ended_on, stop_reason FROM course WHERE id = ?"

# All that a decision may do to a visit.
VISITS = "SELECT id, starts, ends, phase_id, status, status_reason FROM session WHERE course_id = ? ORDER BY starts, id"

COMING = ("booked", "confirmed")

# The phases after that of the session.
NEXT = """SELECT f.id FROM session s JOIN phase n ON n.id = s.phase_id
  JOIN phase f ON f.protocol_id = n.protocol_id AND f.number > n.number WHERE s.id = ? ORDER BY f.number"""


def said(wall):
    """A time as the program writes it."""
    when = datetime.datetime.fromisoformat(wall)
    return f"{when.day} {when:%b %Y, %H:%M}"


class Due:
    """A course that something is to be decided about, as it stood before."""

    def __init__(self, program, clinic):
        self.program, self.clinic = program, clinic
        self.course, self.session, self.number = open_due(program, clinic)
        self.place = None
        self.place = self.button().parent
        self.before = self.stand()
        if not any(status in COMING for *_, status, _ in self.before[2]):
            raise Lost("nothing is booked of the course")

    def stand(self):
        return self.clinic.ask(TAKEN, self.session), self.clinic.ask(COURSE, self.course), self.clinic.ask(VISITS, self.course)

    def button(self):
        """It is looked for again where it was: the word in passing does not wait for the whole chart."""
        return self.program.find(f"Decision due: after session {self.number}", "push button", self.place)

    def check(self, choice, plan=()):
        """It was decided by whom, when and why; the course and its visits are as the decision has it."""
        program = self.program
        score, _, _ = CHOICES[choice]
        program.wait(lambda: self.clinic.ask(TAKEN, self.session), "the decision in the records")
        taken, course, visits = self.stand()
        wanted = [(choice, score, REASON, self.number, TODAY, who_decided(self.clinic, self.session), self.course)]
        if taken != wanted:
            raise Lost(f"decided was {taken}, not {wanted}")
        if course != ([("stopped", TODAY, REASON)] if choice == "stop" else self.before[1]):
            raise Lost(f"the course is {course}")
        wanted = self.planned(visits, plan) if choice == "taper" else [
            (*visit[:4], "cancelled", REASON) if choice == "stop" and visit[4] in COMING else visit for visit in self.before[2]]
        if visits != wanted:
            raise Lost(f"the visits are {visits}, not {wanted}")
        program.wait(lambda: not program.look("/Decision due/", "push button", self.place), "the chart without anything due")

    def planned(self, visits, plan):
        """What was proposed is what is booked: moved, called off or new, and all of it in phases after this one."""
        phases = [phase for (phase,) in self.clinic.ask(NEXT, self.session)]
        first = self.clinic.one("SELECT phase_id FROM decision WHERE session_id = ?", self.session)
        after = {visit[0]: visit for visit in visits}
        lines = []
        for key, starts, _, _, status, _ in self.before[2]:
            if status in COMING:
                lines.append(f"{said(starts)} → {said(after[key][1])}" if after[key][4] in COMING
                             else f"{said(starts)}: cancelled, no longer needed")
        known = {visit[0] for visit in self.before[2]}
        lines += [f"{said(visit[1])}: new" for visit in visits if visit[0] not in known]
        if plan != lines:
            raise Lost(f"proposed was {plan}, booked is {lines}")
        coming = [visit for visit in visits if visit[4] in COMING]
        if first != phases[0] or coming[0][3] != first or any(visit[3] not in phases for visit in coming):
            raise Lost(f"of the phases {phases} the decision has {first}, the visits {coming}")
        if any(visit not in visits for visit in self.before[2] if visit[4] not in COMING):
            raise Lost("a visit that took place was moved")
        return visits

    def taken_back(self):
        """Nothing of it is left, and it is due as before."""
        self.program.wait(lambda: self.stand() == self.before, "the course as it was")
        self.program.said("Taken back: ")
        self.program.opened("^Chart ")
        self.button()


def who_decided(clinic, session):
    return clinic.one("SELECT f.name FROM session s JOIN staff f ON f.id = s.practitioner_id WHERE s.id = ?", session)


def proposal(program):
    """A line for each visit."""
    return program.find("/The next phase would begin now:/", "label").name.split("\n")[1:]


@journeys.add("a course is changed, stopped and tapered as proposed by mouse", "practitioner", who=who_decides)
def decide_by_mouse(program, clinic):
    due = Due(program, clinic)
    program.begin()
    for choice, (_, score, words) in CHOICES.items():
        program.click(due.button())
        program.opened("^Decide about the course")
        focused(program, "Response so far")
        program.click(program.find(score, "toggle button|radio button|push button"))
        plan = []
        if choice == "taper":
            plan = proposal(program)
        else:
            combo = program.find("Decision", "combo box|list item")
            program.click(combo)
            program.click(program.find(words, "list item|label", combo))
            menus_closed(program)
        program.click(program.find("Why", "text"))
        program.word(REASON, enter=False)
        program.click(program.find("Save", "push button"))
        due.check(choice, plan)
        program.click(program.offered("Undo"))
        due.taken_back()
        program.part(choice, 6 if choice == "taper" else 8)


@journeys.add("a course is changed, stopped and tapered as proposed by keyboard", "practitioner", who=who_decides)
def decide_by_keyboard(program, clinic):
    due = Due(program, clinic)
    program.begin()
    for choice, (score, _, words) in CHOICES.items():
        program.key("d")
        program.opened("^Decide about the course")
        focused(program, "Response so far")
        for _ in range(abs(score)):
            program.key("plus" if score > 0 else "minus")
        plan = []
        if choice == "taper":
            plan = proposal(program)
        else:
            combo = program.find("Decision", "combo box|list item")
            go_to(program, combo, most=4)
            program.key("space")
            program.find(words, "list item|label", combo)
            for _ in range(2 if choice == "change" else 3):
                program.key("Down")
            program.key("Return")
            menus_closed(program)
        press_until(program, "Tab", lambda: typing(program, "Why"), 4)
        program.word(REASON)
        due.check(choice, plan)
        program.key("ctrl+z")
        due.taken_back()
        program.part(choice, 14)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

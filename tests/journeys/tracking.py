#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes on beside the sessions: light or care at home is entered, seen below the chart of what was measured, on the same
days, and ended; the points of the chart are read. To be run by tests/in-display.

    tracking.py BUILD-FOLDER [PATTERN]…
"""

import datetime
import os
import re
import sys

from charting import go_to, holds_keyboard, menus_closed, press_until, reach
from journey import FRAME, TODAY, Journeys, Lost, names
from measures import typing
from pixels import pixels

journeys = Journeys(os.path.abspath(sys.argv[1]))

# Somebody measured often, of whom nothing beside the sessions is known: what is below the chart is what was entered.
MEASURED = """SELECT p.id, p.file_number FROM measurement m JOIN patient p ON p.id = m.patient_id
  WHERE NOT EXISTS (SELECT 1 FROM track t WHERE t.patient_id = p.id) GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1"""

# What one chart shows: a metric, at one place.
READINGS = """SELECT m.taken_on, m.value / 1000.0 FROM measurement m JOIN metric k ON k.id = m.metric_id
  WHERE m.patient_id = ? AND k.name = ? AND coalesce(replace(m.zone, '_', ' '), '') = ? ORDER BY m.taken_on, m.id"""

TRACKS = "SELECT kind, detail, since, until FROM track WHERE patient_id = ?"

DETAIL = "Every evening"

ADD = "Add what goes on beside the sessions"


def said(day):
    """A day as the program writes it."""
    when = datetime.date.fromisoformat(day[:10])
    return f"{when.day} {when:%b %Y}"


def typed(day):
    return ".".join(reversed(day.split("-")))


class Progress:
    """The chart of somebody, and what is known of what it shows."""

    def __init__(self, program, clinic):
        self.program, self.clinic = program, clinic
        self.patient, number = clinic.ask(MEASURED)[0]
        program.key("ctrl+k")
        program.opened("Search")
        program.word(number)
        program.opened(f"Patient {number}")
        program.find("Progress", "page tab")
        program.key("alt+5")
        program.find("/.* → .*/", "label")
        self.graph = program.find("/./", "image", program.find("ClinicProgressSection", "filler"))
        metric, _, zone = self.graph.name.rpartition(", ")
        self.readings = clinic.ask(READINGS, self.patient, metric or zone, zone.lower() if metric else "")
        if len(self.readings) < 3:
            raise Lost(f"of {self.graph.name} are known {self.readings}")
        self.since = self.readings[1][0][:10]
        program.begin()

    def words(self):
        """Of the point that is read."""
        return next(name for name in names(node for node in self.graph.walk(True) if node.role == "label"))

    def reads(self, number, beside):
        """The point is this one, and what went on then is said of it."""
        day, value = self.readings[number]
        words = self.program.wait(lambda: self.words().startswith(said(day)) and self.words(), f"the point of {day}")
        if not re.search(rf": {value:g}\b", words):
            raise Lost(f"the point of {day} is {words}, and measured was {value:g}")
        if (beside in words) != (day[:10] >= self.since):
            raise Lost(f"{beside} since {self.since}, and on {day} the chart says {words}")

    def button(self, name):
        """What ends it; GTK 4.8 says of a button with a mnemonic its own words too."""
        return self.program.look(f"/{re.escape(f'End {name} today')}/", "push button")

    def entered(self, kind, name):
        self.program.wait(lambda: self.clinic.ask(TRACKS, self.patient) == [(kind, DETAIL, self.since, None)],
                          "the track in the records")
        self.program.opened("^Patient ")
        return self.program.wait(lambda: self.button(name), f"a button that ends {name}")

    def ended(self, kind, name):
        self.program.wait(lambda: self.clinic.ask(TRACKS, self.patient) == [(kind, DETAIL, self.since, TODAY)],
                          "the end of the track in the records")
        self.program.read(f".*{said(self.since)} – {said(TODAY)}")
        self.program.wait(lambda: not self.button(name), "nothing to end")


    def bar(self):
        """Where below the chart the track begins, and where it ends: the longest line of one colour there."""
        x, y, width, height = self.graph.box
        # above the words of the point
        data = pixels(x + FRAME, y + FRAME + height - 46, width, 30)
        longest = (0, 0)
        for row in range(0, len(data), 4 * width):
            line = [data[at:at + 3] for at in range(row, row + 4 * width, 4)]
            begin = 0
            for at in range(1, width + 1):
                if at == width or line[at] != line[begin]:
                    if line[begin] != data[:3] and at - begin > longest[1] - longest[0]:
                        longest = (begin, at)
                    begin = at
        return tuple(x + FRAME + at for at in longest)

    def point_at(self, x):
        """The pointer in the chart above a place below it."""
        _, y, _, height = self.graph.box
        self.program.xdo("mousemove", x, y + FRAME + height // 3)
        self.program.steps += 1
        self.program.settled()


@journeys.add("care at home is entered, seen beside the readings and ended by keyboard", "practitioner", steps=90)
def track_by_keyboard(program, clinic):
    progress = Progress(program, clinic)
    height = progress.graph.box[3]
    go_to(program, program.find(ADD, "push button"))
    program.key("space")
    program.opened("^Beside the sessions")
    kind = program.find("Kind", "combo box")
    program.wait(lambda: holds_keyboard(kind), "the keyboard at the kind")
    program.key("space")
    program.find("Home care", "list item|label", kind)
    for _ in range(5):
        program.key("Down")
    program.key("Return")
    menus_closed(program)
    program.find("Home care", "label", kind)
    press_until(program, "Tab", lambda: typing(program, "Dose and frequency"), 3)
    program.word(DETAIL, enter=False)
    press_until(program, "Tab", lambda: typing(program, "From"), 2)
    program.key("ctrl+a")
    program.word(typed(progress.since))
    end = progress.entered("home_care", "Home care")
    program.wait(lambda: progress.graph.box[3] > height, "a row below the chart")
    go_to(program, progress.graph, "shift+Tab")
    for number, key in ((0, "Home"), (1, "Right"), (len(progress.readings) - 1, "End")):
        program.key(key)
        progress.reads(number, f"Home care · {DETAIL}")
    program.key("Left")
    progress.reads(len(progress.readings) - 2, f"Home care · {DETAIL}")
    go_to(program, end)
    program.key("space")
    progress.ended("home_care", "Home care")
    program.key("ctrl+z")
    progress.entered("home_care", "Home care")


@journeys.add("light is entered, seen below the readings and ended by mouse", "practitioner", steps=14)
def track_by_mouse(program, clinic):
    progress = Progress(program, clinic)
    height = progress.graph.box[3]
    add = program.find(ADD, "push button")
    reach(program, add)
    program.click(add)
    program.opened("^Beside the sessions")
    kind = program.find("Kind", "combo box")
    program.click(kind)
    program.click(program.find("Light (LLLT)", "list item|label", kind))
    menus_closed(program)
    program.click(program.find("Dose and frequency", "text"))
    program.word(DETAIL, enter=False)
    program.click(program.find("From", "text"), times=3)
    program.word(typed(progress.since), enter=False)
    program.click(program.find("Save", "push button"))
    button = progress.entered("lllt", "Light (LLLT)")
    program.wait(lambda: progress.graph.box[3] > height, "a row below the chart")
    reach(program, progress.graph)
    begin, end = program.wait(lambda: (lambda there: there[1] - there[0] > 20 and there)(progress.bar()), "a bar below the chart")
    progress.point_at(begin)
    progress.reads(1, f"Light (LLLT) · {DETAIL}")
    progress.point_at(progress.graph.box[0] + FRAME + 60)
    progress.reads(0, f"Light (LLLT) · {DETAIL}")
    progress.point_at(end - 2)
    progress.reads(len(progress.readings) - 1, f"Light (LLLT) · {DETAIL}")
    reach(program, button)
    program.click(button)
    progress.ended("lllt", "Light (LLLT)")
    program.click(program.offered("Undo"))
    progress.entered("lllt", "Light (LLLT)")


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

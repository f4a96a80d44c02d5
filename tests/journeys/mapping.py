#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of the scalp: zones are filled, points brushed, erased, mirrored, taken back and given again; views and layers
are changed; the table beside it says the same all the time, and so does what was kept. To be run by tests/in-display.

    mapping.py BUILD-FOLDER [PATTERN]…
"""

import json
import os
import re
import sqlite3
import sys

from charting import choose, go_to, is_open, open_session, opened, row_of, zone
from journey import FRAME, TODAY, Atspi, Journeys, Lost
from pixels import pixels

journeys = Journeys(os.path.abspath(sys.argv[1]))

VIEWS = ("Top", "Front", "Back", "Left", "Right")
LAYERS = ("Last session", "Course", "Reactions", "Heat map")

# Somebody in a course who was injected and had a reaction, to be treated next.
NEXT = """SELECT s.id FROM session s WHERE s.status = 'booked' AND s.starts > ?
    AND EXISTS (SELECT 1 FROM reaction r WHERE r.patient_id = s.patient_id AND r.zone IS NOT NULL)
    AND EXISTS (SELECT 1 FROM injection i JOIN session e ON e.id = i.session_id WHERE e.course_id = s.course_id)
  ORDER BY s.starts"""

CODES = {"Frontal": "frontal", "Mid-scalp": "mid_scalp", "Vertex": "vertex"}

# Below all windows, where the pointer touches nothing.
AWAY = (1270, 895)


def come_today(clinic):
    """The next session of a course is this afternoon, and who comes to it is here."""
    base = sqlite3.connect(clinic.path)
    base.execute("UPDATE session SET starts = ? || 'T13:45', ends = ? || 'T14:15', status = 'arrived', "
                 "practitioner_id = (SELECT id FROM staff WHERE name = ?) WHERE id = ?",
                 (TODAY, TODAY, clinic.staff("practitioner"), clinic.one(NEXT, TODAY + "T24")))
    base.commit()
    base.close()


class Chart:
    """The parts of one, each looked for once: they stay while it is open."""

    def __init__(self, program, clinic):
        self.program, self.clinic = program, clinic
        self.session = clinic.one("SELECT id FROM session WHERE starts = ? || 'T13:45' AND status = 'arrived'", TODAY)
        open_session(program, clinic, self.session)
        program.xdo("mousemove", *AWAY)
        self.look()
        program.begin()

    def look(self):
        self.map = self.program.find("Map of the scalp", "panel")
        self.table = self.program.find("Zones", "list")
        self.sum = self.program.find("/\\d+ points? · .* ml\\Z/", "label", self.program.find("ClinicChartTotals"))
        buttons = "toggle button|push button|radio button"
        views, layers = self.program.find("/Views?\\Z/", "panel|filler"), self.program.find("Layers", "panel|filler")
        self.buttons = {name: self.program.find(f"/{name}( side)? of the head\\Z/", buttons, views) for name in VIEWS}
        self.buttons |= {name: self.program.find(name, buttons, layers) for name in LAYERS}

    def pressed(self, name):
        button = self.buttons[name]
        return button.has(Atspi.StateType.PRESSED) or button.has(Atspi.StateType.CHECKED)

    def on_map(self):
        """Points of each zone, as the map says them of itself."""
        words = [re.match(r"(.+?)(?:, |: )(\d+) ", node.name) for node in self.map.children() if node.role == "push button"]
        return {found.group(1): int(found.group(2)) for found in words if found}

    def in_table(self):
        """The same, as the table beside it says them."""
        return {node.name.removeprefix("Points, "): int(node.text) for node in self.table.walk(True)
                if node.role == "text" and node.name.startswith("Points, ")}

    def in_draft(self):
        content = self.clinic.one("SELECT content FROM session_draft WHERE session_id = ?", self.session)
        rows = json.loads(content).get("injections", []) if content else []
        return {row["zone"]: int(row["points"]) for row in rows}

    def says(self, fits, what):
        """What the table says once it fits; the map, the sum and what was kept say no other."""
        def agreed():
            table = self.in_table()
            return fits(table) and self.on_map() == table and self.sum.name.startswith(f"{sum(table.values())} point") and \
                self.in_draft() == {CODES[name]: n for name, n in table.items()} and [table]
        return self.program.wait(agreed, what)[0]

    def view(self, name, press):
        before = self.drawn()
        press()
        self.program.wait(lambda: self.pressed(name), f"the view {name}")
        self.program.wait(lambda: self.drawn() != before, f"a map that shows the view {name}")

    def drawn(self):
        """As it is, once nothing more is drawn."""
        seen = []

        def same():
            x, y, width, height = self.map.box
            seen.append(pixels(x + FRAME, y + FRAME, width, height))
            if len(seen) > 1 and seen[-1] == seen[-2]:
                return seen[-1]
            self.program.settled()
            return None
        return self.program.wait(same, "the map drawn")

    def switch(self, name, press):
        """Off and on again, or the other way round: the map is drawn otherwise, and as it was."""
        was, before = self.pressed(name), self.drawn()
        press()
        self.program.wait(lambda: self.pressed(name) != was, f"{name} the other way")
        self.program.wait(lambda: self.drawn() != before, f"a map that shows it of {name}")
        if name == "Heat map":
            self.program.read(r".*ml\b.*cm²")
        press()
        self.program.wait(lambda: self.pressed(name) == was, f"{name} as it was")
        self.program.wait(lambda: self.drawn() == before, f"the map as it was before {name}")

    def read_again(self, table, leave, enter):
        """Left, and opened again: what comes from the records is what was there."""
        leave()
        self.program.wait(lambda: not is_open(self.program), "the chart left")
        row = row_of(self.program, self.clinic, self.session)
        enter(row)
        opened(self.program)
        self.look()
        self.says(lambda found: found == table, "what was kept")


@journeys.add("map, table and records say the same by keyboard", "practitioner", steps=40, prepare=come_today)
def map_by_keyboard(program, clinic):
    chart = Chart(program, clinic)
    program.key("2")
    filled = chart.says(lambda table: list(table) == ["Frontal"], "a zone that is filled")
    for name in VIEWS[1:] + VIEWS[:1]:
        chart.view(name, lambda: program.key("v"))
    chart.says(lambda table: table == filled, "the points as before")
    # onto the zone below, and a point there
    program.key("Down")
    program.key("b")
    program.key("Left")
    program.key("Left")
    program.key("space")
    brushed = chart.says(lambda table: sum(table.values()) == sum(filled.values()) + 1, "a point more")
    where = next(name for name in brushed if brushed[name] != filled.get(name, 0))
    program.key("x")
    program.key("space")
    chart.says(lambda table: table == filled, "the point erased")
    program.key("ctrl+z")
    chart.says(lambda table: table == brushed, "the point given back")
    program.key("s")
    program.key("l")
    mirrored = chart.says(lambda table: table.get(where) == 2, "the image of the point")
    program.key("ctrl+z")
    chart.says(lambda table: table == brushed, "the image taken back")
    program.key("ctrl+shift+z")
    chart.says(lambda table: table == mirrored, "the image again")
    chart.switch("Heat map", lambda: program.key("h"))
    for name in LAYERS:
        go_to(program, chart.buttons[name])
        chart.switch(name, lambda: program.key("space"))
    chart.read_again(mirrored, lambda: program.key("alt+Left"), lambda row: program.key("Return"))


@journeys.add("map, table and records say the same by mouse", "practitioner", steps=26, prepare=come_today)
def map_by_mouse(program, clinic):
    chart = Chart(program, clinic)
    program.click(zone(program, "Frontal"))
    filled = chart.says(lambda table: list(table) == ["Frontal"], "a zone that is filled")
    for name in VIEWS[1:] + VIEWS[:1]:
        chart.view(name, lambda: program.click(chart.buttons[name]))
    for name in LAYERS:
        chart.switch(name, lambda: program.click(chart.buttons[name]))
    undo, redo = program.find("Undo", "push button"), program.find("Redo", "push button")
    program.click(program.find("/Brush\\Z/", "toggle button|push button|radio button"))
    program.drag(chart.map, -60, 0)
    brushed = chart.says(lambda table: sum(table.values()) > sum(filled.values()) + 1, "points where it was brushed")
    program.click(program.find("/Erase\\Z/", "toggle button|push button|radio button"))
    program.drag(chart.map, -60, 0)
    chart.says(lambda table: sum(table.values()) < sum(brushed.values()), "points erased")
    program.click(undo)
    chart.says(lambda table: table == brushed, "the points given back")
    program.click(program.find("/Select\\Z/", "toggle button|push button|radio button"))
    choose(program, "Mirror", "Left half onto the right")
    mirrored = chart.says(lambda table: table != brushed, "the images of the points")
    program.click(undo)
    chart.says(lambda table: table == brushed, "the images taken back")
    program.click(redo)
    chart.says(lambda table: table == mirrored, "the images again")
    chart.read_again(mirrored, lambda: program.click(program.find("Back", "push button")), program.click)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

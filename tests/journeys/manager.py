#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What courses have come to: looked at, and taken away as a file whose figures are those of the records. To be run by
tests/in-display.

    manager.py BUILD-FOLDER [PATTERN]…
"""

import csv
import os
import re
import sys

import journey
import openpyxl
from journey import Atspi, Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

REPORT = "Progress of the clinic's courses"
WORKBOOK = {"ANAGEN_CHOOSE_FILE": "FOLDER/progress.xlsx"}
TABLE = {"ANAGEN_CHOOSE_FILE": "FOLDER/progress.csv"}

SHEETS = ["Groups", "Groups, charts", "Pairs", "Stages", "Photographs", "Photographs, pictures", "Metrics", "Definitions",
          "Codebook", "Method", "Notes"]

# What courses are told apart by in the report.
GROUP = """k.name, n.name, p.name FROM course c
  LEFT JOIN cocktail k ON k.id = c.cocktail_id
  LEFT JOIN diagnosis g ON g.id = c.diagnosis_id
  LEFT JOIN diagnosis_kind n ON n.id = g.diagnosis_kind_id
  LEFT JOIN protocol p ON p.id = c.protocol_id"""

# How many courses of each kind there are, how many were stopped, and how many sessions they had.
COURSES = f"""SELECT count(*), sum(c.status = 'stopped'),
  sum((SELECT count(*) FROM session s WHERE s.course_id = c.id AND s.status = 'done')), {GROUP} GROUP BY 4, 5, 6"""

# What was measured first in each course, of each metric and zone.
BASELINES = f"""SELECT * FROM (SELECT r.value / 1000.0, m.name, coalesce(r.zone, ''), c.id,
    row_number() OVER (PARTITION BY c.id, m.id, r.zone ORDER BY r.taken_on, r.id) AS nth, {GROUP}
  JOIN measurement r ON r.course_id = c.id JOIN metric m ON m.id = r.metric_id) WHERE nth = 1"""


def reports(program):
    """The place of the reports, with the keyboard in it."""
    program.key("ctrl+2", count=False)
    place = program.find("ClinicReportsPage", "filler")
    card = program.find(REPORT, "push button", place)
    program.wait(lambda: card.has(Atspi.StateType.FOCUSED), "the keyboard at the first report")
    program.begin()
    return place


def made(program, place):
    """How many rows the report that was opened has, once it is there. They are many: the table is not gone through."""
    def beside(node):
        yield node
        for child in node.children() if node.role != "tree table" else ():
            if child.seen:
                yield from beside(child)
    return program.wait(lambda: next((node.name for node in beside(place) if node.role == "label" and
                                      re.match(r"\d+ rows", node.name)), None), "the report", 60)


def saved(program, path):
    """Nothing of a file is there before all of it is."""
    program.wait(lambda: os.path.exists(path), path, 60)


def rows_of(path):
    """The first table of a file: a row is what stands under which heading."""
    if path.endswith(".csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    else:
        book = openpyxl.load_workbook(path)
        rows = [[cell.value for cell in row] for row in book["Groups"].iter_rows()]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def number(value):
    return float(value) if value not in (None, "") else None


def check_figures(clinic, rows):
    """The file says what the records say, counted anew here."""
    courses = {tuple(group): (n, stopped, done) for n, stopped, done, *group in clinic.ask(COURSES)}
    baselines = {}
    for value, metric, zone, _, _, *group in clinic.ask(BASELINES):
        baselines.setdefault((*group, metric, zone.replace("_", "")), []).append(value)
    if not rows:
        raise Lost("the file has no rows")
    for row in rows:
        group = tuple(row[name] or None for name in ("Cocktail", "Diagnosis", "Protocol"))
        if courses[group] != tuple(number(row[name]) for name in ("Courses", "of them stopped", "Sessions done")):
            raise Lost(f"row {row['No.']}: the records have {courses[group]}")
        values = baselines.get((*group, row["Metric"], re.sub(r"\W", "", row["Zone"] or "").lower()), [])
        mean = number(row["Baseline of all, mean"])
        if len(values) != number(row["n with a baseline"]) or (values and abs(sum(values) / len(values) - mean) > 1e-6):
            raise Lost(f"row {row['No.']}: the records have the baselines {values}, the file {mean}")


def shown(text):
    """A figure as it is read in the window, and how far it may be from what it stands for."""
    found = re.fullmatch(r"([-−]?[\d,]*\d)(?:\.(\d+))?( %)?", text)
    if not found:
        return None
    places = len(found.group(2) or "") + (2 if found.group(3) else 0)
    value = float(found.group(1).replace(",", "").replace("−", "-") + "." + (found.group(2) or "0"))
    return value / (100 if found.group(3) else 1), 0.5001 * 10 ** -places


def same(text, value):
    if value in (None, ""):
        return text == ""
    figure = shown(text)
    if isinstance(value, str) or figure is None:
        return text == str(value)
    return abs(figure[0] - value) <= figure[1]


def check_preview(program, place, count, rows):
    """What is looked at is what the file says."""
    if count != f"{len(rows)} rows":
        raise Lost(f"the window says {count}, the file has {len(rows)}")
    lines = [node for node in program.find("Groups", "list", place).children() if node.seen]
    if len(lines) < 5:
        raise Lost("no rows are looked at")
    for line, row in zip(lines[:5], rows):
        # a row says the title of each column that is not empty, and what stands there
        values = [value for value in row.values() if value not in (None, "")]
        for text, value in zip(line.words()[-1].split("; "), values, strict=True):
            parts = text.split(": ")
            if not any(same(": ".join(parts[at:]), value) for at in range(1, len(parts))):
                raise Lost(f"the window says “{text}”, the file {value!r}")


@journeys.add("a workbook by mouse", "manager", steps=2, environment=WORKBOOK)
def workbook_by_mouse(program, clinic):
    path = os.path.join(clinic.folder, "progress.xlsx")
    place = reports(program)
    program.click(program.find(REPORT, "push button", place))
    program.click(program.find("Export…", "push button", place))
    saved(program, path)
    check_figures(clinic, rows_of(path))
    if openpyxl.load_workbook(path).sheetnames != SHEETS:
        raise Lost("the workbook does not have all tables")


@journeys.add("a workbook by keyboard", "manager", steps=2, environment=WORKBOOK)
def workbook_by_keyboard(program, clinic):
    path = os.path.join(clinic.folder, "progress.xlsx")
    place = reports(program)
    program.key("Return")
    count = made(program, place)
    program.key("alt+e")
    saved(program, path)
    rows = rows_of(path)
    check_figures(clinic, rows)
    check_preview(program, place, count, rows)


@journeys.add("a table as text by mouse", "manager", steps=3, environment=TABLE)
def table_by_mouse(program, clinic):
    path = os.path.join(clinic.folder, "progress.csv")
    place = reports(program)
    program.click(program.find(REPORT, "push button", place))
    made(program, place)
    export = program.find("Export…", "push button", place)
    program.click(next(node for node in export.parent.children() if node.role == "push button" and
                       node.name != export.name))
    program.click(program.find("/This table as text/", "menu item", export.parent))
    saved(program, path)
    check_figures(clinic, rows_of(path))


@journeys.add("a table as text by keyboard", "manager", steps=5, environment=TABLE)
def table_by_keyboard(program, clinic):
    path = os.path.join(clinic.folder, "progress.csv")
    place = reports(program)
    program.key("Return")
    made(program, place)
    program.key("shift+Tab")
    program.key("space")
    program.find("/This table as text/", "menu item", program.find("Export…", "push button", place).parent)
    program.key("Down")
    program.key("Return")
    saved(program, path)
    check_figures(clinic, rows_of(path))


@journeys.add("no file where none was chosen, by keyboard and by mouse", "manager", steps=5)
def nothing_chosen(program, clinic):
    before = exported(clinic)
    place = reports(program)
    program.key("Return")
    made(program, place)
    program.key("alt+e")
    program.opened("Export the report")
    program.key("Escape")
    program.opened("Reports")
    program.click(program.find("Export…", "push button", place))
    program.opened("Export the report")
    program.click(program.find("Cancel", "push button"))
    program.opened("Reports")
    program.wait(lambda: program.find("Export…", "push button", place).usable, "the report to be had again")
    if exported(clinic) != before:
        raise Lost(f"there are {exported(clinic)}")


def stub(clinic):
    """What opens tables here: it writes down which."""
    folder = os.path.join(clinic.folder, "data", "applications")
    os.makedirs(folder)
    script = os.path.join(clinic.folder, "open")
    with open(script, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\necho "$1" >"{clinic.folder}/opened"\n')
    os.chmod(script, 0o755)
    with open(os.path.join(folder, "stub.desktop"), "w", encoding="utf-8") as file:
        file.write(f"[Desktop Entry]\nType=Application\nName=Tables\nExec={script} %f\nMimeType=text/csv;text/plain;\n")
    with open(os.path.join(folder, "mimeapps.list"), "w", encoding="utf-8") as file:
        file.write("[Default Applications]\ntext/csv=stub.desktop\ntext/plain=stub.desktop\n")


@journeys.add("a file that was saved is opened", "manager", steps=4, prepare=stub,
              environment=dict(TABLE, XDG_DATA_HOME="FOLDER/data"))
def open_saved(program, clinic):
    path = os.path.join(clinic.folder, "progress.csv")
    place = reports(program)
    program.key("Return")
    made(program, place)
    program.begin()
    export = program.find("Export…", "push button", place)
    program.click(next(node for node in export.parent.children() if node.role == "push button" and
                       node.name != export.name))
    program.click(program.find("/This table as text/", "menu item", export.parent))
    saved(program, path)
    program.click(program.offered("Open"))
    opened = os.path.join(clinic.folder, "opened")
    program.wait(lambda: os.path.exists(opened) and open(opened, encoding="utf-8").read().strip() == path,
                 "the file in the program for tables")


def exported(clinic):
    """What is beside the clinic in its folder."""
    return sorted(name for name in os.listdir(clinic.folder) if not re.match("log|stalls|clinic.anagen", name))


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

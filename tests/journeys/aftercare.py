#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The slip that a patient takes home: from the page of the patient to the session, and from there onto paper, in the
patient's language and with the dates of that session. To be run by tests/in-display.

    aftercare.py BUILD-FOLDER [PATTERN]…
"""

import datetime
import os
import sys
import zoneinfo

from charting import go_to, holds_keyboard, reach
from consenting import open_patient, read_paper
from journey import Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

SIGNED = """SELECT s.id, s.starts, s.ends, p.file_number, p.given_name, p.family_name, f.name,
    (SELECT min(n.starts) FROM session n WHERE n.patient_id = p.id AND n.starts > s.starts
      AND n.status IN ('booked', 'confirmed'))
  FROM session s JOIN patient p ON p.id = s.patient_id JOIN staff f ON f.id = s.practitioner_id
  WHERE p.language = ? AND s.signed_at IS NOT NULL ORDER BY s.starts DESC"""

RULES = """SELECT t.text, r.side, r.amount, r.unit FROM aftercare_rule r JOIN aftercare_text t ON t.aftercare_rule_id = r.id
  WHERE t.language = ? AND r.ended_on IS NULL"""

HERE = {"ANAGEN_CHOOSE_FILE": "FOLDER/slip.pdf"}

TURKISH = {
    "language": "tr", "title": "Seansınızdan sonra", "session": "Seans", "next": "Sonraki seans",
    "day": "{day} {month} {year} {weekday}", "clock": "{}, {}", "until": "{} saatine kadar",
    "until_end": "{} gününün sonuna kadar", "from": "{} gününden başlayarak", "on": "{} günü",
    "weekdays": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar".split(),
    "months": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(),
}

GERMAN = {
    "language": "de", "title": "Nach Ihrer Sitzung", "session": "Sitzung", "next": "Nächste Sitzung",
    "day": "{weekday}, {day}. {month} {year}", "clock": "{}, {} Uhr", "until": "bis {}",
    "until_end": "bis zum Ende von {}", "from": "ab {}", "on": "am {}",
    "weekdays": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "months": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}


def moment(clinic, wall):
    """A time of the clinic's clocks."""
    return datetime.datetime.fromisoformat(wall).replace(tzinfo=zoneinfo.ZoneInfo(clinic.one("SELECT zone FROM clinic")))


def visit(clinic, tongue):
    """A session of somebody of this language in the week before the clocks were changed, so that hours and days differ."""
    for row in clinic.ask(SIGNED, tongue["language"]):
        ended = moment(clinic, row[2])
        if (ended + datetime.timedelta(days=7)).utcoffset() != ended.utcoffset():
            return row
    raise Lost("the demonstration has no such session")


def written(tongue, when, clock=True):
    day = tongue["day"].format(day=when.day, month=tongue["months"][when.month - 1], year=when.year,
                               weekday=tongue["weekdays"][when.weekday()])
    return tongue["clock"].format(day, f"{when:%H:%M}") if clock else day


def holds_until(tongue, ended, following, side, amount, unit):
    """The words for how long a line of the slip holds; none when it is about a visit that nobody booked."""
    after = side == "after"
    start = ended if after else following
    if start is None:
        return ""
    sign = 1 if after else -1
    if unit == "day_end":
        return tongue["until_end" if after else "on"].format(
            written(tongue, start + sign * datetime.timedelta(days=amount), False))
    if unit == "hours":
        there = start.astimezone(datetime.timezone.utc) + sign * datetime.timedelta(hours=amount)
        when = there.astimezone(start.tzinfo)
    else:
        when = start + sign * datetime.timedelta(days=amount)
    return tongue["until" if after else "from"].format(written(tongue, when))


def line_of(lines, begin):
    found = [line for line in lines if line.startswith(begin + " ") or line == begin]
    if len(found) != 1:
        raise Lost(f"{len(found)} lines begin with “{begin}”: {lines}")
    return found[0]


def check_slip(program, clinic, tongue):
    """Every line in the language of the patient, with the date that follows from this session and not from today."""
    _, _, ends, number, given, family, _, following = visit(clinic, tongue)
    lines = [" ".join(line.split()) for line in read_paper(program, clinic, "slip.pdf").splitlines()]
    for wanted in (tongue["title"], number, f"{given} {family}"):
        if not any(wanted in line for line in lines):
            raise Lost(f"“{wanted}” is not on the slip: {lines}")
    ended = moment(clinic, ends)
    begins = moment(clinic, following) if following else None
    if line_of(lines, tongue["session"]) != f"{tongue['session']} {written(tongue, ended)}":
        raise Lost(f"the session is not that of {ends}: {lines}")
    if begins and line_of(lines, tongue["next"]) != f"{tongue['next']} {written(tongue, begins)}":
        raise Lost(f"the next session is not that of {following}: {lines}")
    rules = clinic.ask(RULES, tongue["language"])
    if not rules:
        raise Lost("the clinic has no aftercare")
    for text, side, amount, unit in rules:
        until = holds_until(tongue, ended, begins, side, amount, unit)
        line = line_of(lines, " ".join(text.split()[:3]))
        # what is longer than its column goes on below
        if not line.endswith(until) or not text.startswith(line[:len(line) - len(until)].strip()):
            raise Lost(f"“{text}” holds “{until}”, and on the slip is “{line}”")


def row_of(program, clinic, tongue):
    """The row of the session among all visits of the patient."""
    starts = moment(clinic, visit(clinic, tongue)[1])
    day = f"{starts.day} {starts:%b %Y}, {starts:%H:%M}"
    table = program.find("Visits", "table|tree table|list|panel")
    return program.wait(lambda: next((node for node in table.walk() if node.role in ("list item", "table row") and
                                      day in node.words()), None), f"the visit of {day}")


@journeys.add("the slip of a session of long ago is put on paper by mouse", "practitioner", environment=HERE, steps=4,
              who=lambda clinic: visit(clinic, TURKISH)[6])
def slip_by_mouse(program, clinic):
    open_patient(program, visit(clinic, TURKISH)[3])
    program.click(program.find("Sessions", "page tab"))
    row = row_of(program, clinic, TURKISH)
    reach(program, row)
    program.click(row)
    program.click(program.find("Open chart", "push button"))
    program.opened("^Chart ")
    program.click(program.find("Slip as PDF…", "push button"))
    check_slip(program, clinic, TURKISH)


@journeys.add("the slip of a session before the next is put on paper by keyboard", "practitioner", environment=HERE, steps=11,
              who=lambda clinic: visit(clinic, GERMAN)[6])
def slip_by_keyboard(program, clinic):
    open_patient(program, visit(clinic, GERMAN)[3])
    program.key("alt+4")
    row = row_of(program, clinic, GERMAN)
    program.key("alt+4")
    table = program.find("Visits", "table|tree table|list|panel")
    program.wait(lambda: holds_keyboard(table), "the keyboard in the list")
    go_to(program, row, "Down", 8)
    program.key("Return")
    program.opened("^Chart ")
    program.find("Slip as PDF…", "push button")
    program.key("alt+d")
    check_slip(program, clinic, GERMAN)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a consent: said again before the session, photographs agreed to apart, put on paper, withdrawn. To be run
by tests/in-display.

    consenting.py BUILD-FOLDER [PATTERN]…
"""

import os
import re
import subprocess
import sys

from charting import go_to, holds_keyboard, is_open
from journey import Journeys, Lost

journeys = Journeys(os.path.abspath(sys.argv[1]))

DAY = "2026-11-23"

# That day's session of a course that was agreed to; nothing was signed about photographs.
VISIT = """SELECT s.id, p.id, p.family_name, p.given_name, p.file_number, c.id, f.name FROM session s
  JOIN patient p ON p.id = s.patient_id JOIN consent c ON c.course_id = s.course_id JOIN staff f
    ON f.id = s.practitioner_id
  WHERE s.starts LIKE ? AND s.status IN ('booked', 'confirmed') AND NOT EXISTS (
    SELECT 1 FROM consent o WHERE o.patient_id = p.id AND o.scope IS NOT NULL) ORDER BY s.starts"""

SIGNED = """SELECT c.typed, c.strokes, c.scope, t.purpose, c.course_id FROM consent c
  JOIN consent_template t ON t.id = c.consent_template_id WHERE c.patient_id = ? AND c.scope IS NOT NULL"""

HERE = {"ANAGEN_CLOCK": DAY + "T09:30:00Z", "ANAGEN_CHOOSE_FILE": "FOLDER/consent.pdf"}


def visit(clinic):
    rows = clinic.ask(VISIT, DAY + "%")
    if not rows:
        raise Lost("the demonstration has no such session")
    return rows[0]


def who_treats(clinic):
    return visit(clinic)[6]


def open_chart(program, clinic):
    session, _, name, *_ = visit(clinic)
    row = program.wait(lambda: next((node for node in program.top().walk() if node.role == "list item"
                                     and any(name in word for word in node.words())), None), f"{name} in today's list")
    program.click(row)
    program.wait(lambda: is_open(program), "the chart")
    program.find("/.*was not said again before this session.*/", "label")
    return session


def said_again(program, clinic, session, consent):
    """It is in the records whose consent it was; the chart no longer asks."""
    program.wait(lambda: clinic.ask("SELECT consent_id FROM consent_confirmation WHERE session_id = ?", session) ==
                 [(consent,)], "the confirmation in the records")
    program.wait(lambda: not program.look("The patient still agrees", "push button"), "the question gone")
    program.wait(lambda: not program.look("/.*was not said again/", "label"), "the warning gone")


def open_patient(program, number):
    program.key("ctrl+k")
    program.opened("Search")
    program.word(number)
    program.opened(f"Patient {number}")
    program.find("Consents", "page tab")
    program.begin()


def photographs(program):
    return program.find("Photographs", "list item")


def agreed_to_photos(program, clinic, patient, consent, typed):
    """Apart from that to the treatment, which is as it was."""
    found = program.wait(lambda: clinic.ask(SIGNED, patient), "the consent to photographs in the records")
    if len(found) != 1 or (bool(found[0][0]), bool(found[0][1])) != (typed, not typed) or found[0][3:] != ("photo", None):
        raise Lost(f"signed was {found}")
    if clinic.ask("SELECT 1 FROM consent_withdrawal WHERE consent_id = ?", consent):
        raise Lost("the consent to the treatment is gone")
    program.opened("^Patient ")
    program.find("May be used for: The record only", "label", patience=30)


def read_paper(program, clinic, name):
    """What is written on it, once it is whole."""
    path = os.path.join(clinic.folder, name)

    def words():
        done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 and done.stdout.strip() else None
    return program.wait(words, name, 30)


def check_paper(program, clinic, patient, title, signed_on):
    """The form, the patient and the day stand on it, and nobody else."""
    words = " ".join(read_paper(program, clinic, "consent.pdf").split())
    known = clinic.ask("SELECT family_name, given_name, file_number FROM patient WHERE id = ?", patient)[0]
    for wanted in (title, signed_on, *known):
        if wanted not in words:
            raise Lost(f"“{wanted}” is not on the paper: {words[:600]}")
    others = [name for (name,) in clinic.ask("SELECT given_name || ' ' || family_name FROM patient WHERE id <> ?", patient)]
    others += [name for (name,) in clinic.ask("SELECT file_number FROM patient WHERE id <> ?", patient)]
    if any(other in words for other in others):
        raise Lost("somebody else is on the paper")


def withdrawn(program, clinic, consent, what):
    """With its reason; what was agreed to is so no longer."""
    program.wait(lambda: clinic.ask("SELECT reason FROM consent_withdrawal WHERE consent_id = ?", consent) ==
                 [("The patient’s wish",)], "the withdrawal in the records")
    program.opened("^Patient ")

    def no_longer():
        row = program.look(what, "list item")
        return row and any(re.match("Withdrawn on 23 Nov 2026|Not signed", word) for word in row.words())
    program.wait(no_longer, f"{what} without consent", 30)


def row_signed(program, day):
    """The row of what was signed on a day."""
    return program.wait(lambda: next((row for row in program.find("Signed so far", "list").children()
                                      if any(f"Signed {day}" in word for word in row.words())), None),
                        f"what was signed on {day}")


@journeys.add("a consent is said again, put on paper and withdrawn by mouse", "practitioner", environment=HERE, who=who_treats)
def consent_by_mouse(program, clinic):
    _, patient, _, _, number, consent, _ = visit(clinic)
    session = open_chart(program, clinic)
    program.begin()
    program.click(program.find("The patient still agrees", "push button"))
    said_again(program, clinic, session, consent)
    program.part("said again", 1)
    open_patient(program, number)
    program.click(program.find("Consents", "page tab"))
    program.click(program.find("Sign…", "push button", photographs(program)))
    program.opened("Sign a consent")
    text = program.find("Text of the form", "text|document frame|panel")
    x, y = program.still(text)
    # the wheel is no step
    program.xdo("mousemove", x, y)
    program.wait(lambda: program.xdo("click", "--repeat", 20, 5) or program.look("/Sign in the white field.*/", "label"),
                 "the end of the form")
    pad = program.find("Signature", "image|img|icon|canvas|drawing area")
    program.drag(pad, 90, -30)
    program.drag(pad, 60, 25)
    sign = program.find("Sign", "push button")
    program.wait(lambda: sign.usable, "the button that signs")
    program.click(sign)
    agreed_to_photos(program, clinic, patient, consent, False)
    program.part("photographs agreed to in two strokes", 5)
    program.click(program.find("Save as PDF", "push button", row_signed(program, "5 Oct 2026")))
    check_paper(program, clinic, patient, "Consent to mesotherapy of the scalp", "5 October 2026")
    program.part("on paper", 1)
    program.click(program.find("Withdraw…", "push button", row_signed(program, "5 Oct 2026")))
    program.click(program.find("The patient’s wish", "push button"))
    program.click(program.find("Withdraw", "push button"))
    withdrawn(program, clinic, consent, "/Treatment: /")
    program.part("withdrawn", 3)


@journeys.add("a consent is said again, put on paper and withdrawn by keyboard", "practitioner", environment=HERE,
              who=who_treats)
def consent_by_keyboard(program, clinic):
    _, patient, _, _, number, consent, _ = visit(clinic)
    session = open_chart(program, clinic)
    program.begin()
    program.key("alt+a")
    said_again(program, clinic, session, consent)
    program.part("said again", 1)
    open_patient(program, number)
    program.key("alt+7")
    button = program.find("Sign…", "push button", photographs(program))
    program.key("alt+7")
    go_to(program, button, most=5)
    program.key("space")
    program.opened("Sign a consent")
    for _ in range(20):
        if program.look("/Sign in the white field.*/", "label"):
            break
        program.key("Page_Down")
    program.key("alt+t")
    sign = program.find("Sign", "push button")
    program.wait(lambda: sign.usable, "the button that signs")
    program.key("ctrl+Return")
    agreed_to_photos(program, clinic, patient, consent, True)
    program.part("photographs agreed to, typed", 9)
    # the form is in the language of the patient
    now = program.find("/Treatment: /", "list item")
    program.wait(lambda: holds_keyboard(now), "the keyboard back in the list")
    go_to(program, program.find("Save as PDF", "push button", row_signed(program, "23 Nov 2026")), most=8)
    program.key("space")
    check_paper(program, clinic, patient, "Einwilligung in Fotos", "23. November 2026")
    program.part("on paper", 7)
    go_to(program, program.find("Withdraw…", "push button", row_signed(program, "23 Nov 2026")), "shift+Tab", 2)
    program.key("space")
    go_to(program, program.find("The patient’s wish", "push button"), most=3)
    program.key("space")
    program.key("Return")
    withdrawn(program, clinic, clinic.one("SELECT max(id) FROM consent WHERE patient_id = ?", patient), "Photographs")
    if clinic.ask("SELECT 1 FROM consent_withdrawal WHERE consent_id = ?", consent):
        raise Lost("the consent to the treatment is gone")
    program.part("withdrawn", 5)


if __name__ == "__main__":
    sys.exit(journeys.main(sys.argv[2:]))

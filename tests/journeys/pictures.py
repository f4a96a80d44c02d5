#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the places of the program, as each of its roles sees them; see tests/screenshots.

    pictures.py BUILD-FOLDER FOLDER LOOK [PATTERN]…     only those whose name has one of the patterns
    pictures.py --list
"""

import gettext
import os
import re
import sqlite3
import subprocess
import sys
import time

from journey import TODAY, Clinic, GLib, Lost, Program, plain

# What is clicked, in the language that the program speaks.
WORDS = gettext.translation("anagen", os.environ.get("ANAGEN_LOCALE_DIR"), [os.environ.get("LANGUAGE") or "C"], fallback=True)

# Nothing is drawn any more once so many looks, so many seconds apart, saw the same.
LOOKS = 6
APART = 0.12
PATIENCE = 8
# How long to look again for what did not come yet.
SOON = 6

SCENES = []

MEASURED = """SELECT p.file_number FROM measurement m JOIN patient p ON p.id = m.patient_id
  GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1"""
PHOTOGRAPHED = """SELECT p.file_number FROM photo f JOIN patient p ON p.id = f.patient_id GROUP BY p.id, f.view
  HAVING count(*) > 1 ORDER BY p.id LIMIT 1"""
UNSIGNED = """SELECT p.file_number FROM course c JOIN patient p ON p.id = c.patient_id WHERE c.status = 'active'
  AND c.id NOT IN (SELECT course_id FROM consent WHERE course_id IS NOT NULL) ORDER BY c.id LIMIT 1"""
ALLERGIC = """SELECT p.file_number FROM allergy a JOIN patient p ON p.id = a.patient_id WHERE p.archived_on IS NULL
  GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1"""
TREATED = """SELECT p.file_number FROM session s JOIN patient p ON p.id = s.patient_id
  WHERE s.starts LIKE ? AND s.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
    AND EXISTS (SELECT 1 FROM session e JOIN injection i ON i.session_id = e.id
                WHERE e.patient_id = s.patient_id AND e.id <> s.id) ORDER BY s.status = ? DESC, s.starts"""


HEATED = """SELECT p.file_number FROM session s JOIN patient p ON p.id = s.patient_id
  WHERE s.starts LIKE ? AND s.signed_at IS NULL ORDER BY s.number IS NULL, s.number DESC LIMIT 1"""
LOT = "SELECT number FROM lot WHERE quarantined = 0 AND expires_on > '2027' ORDER BY id DESC LIMIT 1"
SIGNED = "SELECT count(*) FROM session WHERE starts LIKE ? AND signed_at IS NOT NULL"


def scene(role, *names):
    """What is shown under these names; with whom at the desk."""
    def take(function):
        SCENES.append((role, names, function))
        return function
    return take


class Show:
    """The program at one role's desk, and where its pictures go."""

    def __init__(self, build, folder, look, clinic):
        self.build, self.folder, self.look, self.clinic = build, folder, look, clinic
        self.program = self.role = None

    def start(self, role):
        self.role = role
        staff = self.clinic.staff(role) if role else None
        place = {} if role else {"ANAGEN_CLINIC": os.path.join(self.clinic.folder, "nothing", "here.anagen")}
        self.program = Program(self.build, self.clinic, staff, **place)
        self.program.wait(self.program.shown, "the window")
        self.program.wait(self.program.top, "the window")
        self.program.front()
        self.fill_screen()

    def stop(self):
        if self.program:
            self.program.close()
        self.program = None

    def on_screen(self):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.program.process.pid)],
                              capture_output=True, text=True, check=False).stdout.split()

    @staticmethod
    def size():
        return [int(side) for side in os.environ.get("ANAGEN_SCREEN", "1280x800").split("x")]

    def fill_screen(self):
        """There is no window manager to make a window as large as its screen."""
        self.program.xdo("windowsize", self.on_screen()[-1], *self.size())
        self.steady()

    def steady(self):
        """Nothing more is drawn."""
        seen = []
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            seen.append(subprocess.run(["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"], capture_output=True,
                                       check=False).stdout)
            seen = seen[-LOOKS:]
            if len(seen) == LOOKS and all(look == seen[-1] for look in seen):
                return
            time.sleep(APART)

    def take(self, name):
        """What is on the screen, and nothing said about the place where the pointer rests."""
        self.program.xdo("mousemove", self.size()[0] // 2, 1)
        self.steady()
        self.program.picture(os.path.join(self.folder, f"{name}-{self.look}.png"))

    def centre(self):
        """There is nobody either to put a window into the middle of the one it lies over."""
        window = self.on_screen()[-1]
        told = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True,
                              check=False).stdout
        place = {key: int(value) for key, value in re.findall(r"(\w+)=(-?\d+)", told)}
        if place:
            width, height = self.size()
            self.program.xdo("windowmove", window, max(0, (width - place["WIDTH"]) // 2),
                             max(0, (height - place["HEIGHT"]) // 2))

    def home(self):
        """Back where the program began: what lies over the first window goes away."""
        for _ in range(6):
            if len([window for window in self.program.windows() if window.seen]) < 2 and len(self.on_screen()) < 2:
                break
            self.program.front()
            self.program.key("Escape")
            # "discard what you typed?"
            if len([window for window in self.program.windows() if window.seen]) > 2:
                self.program.key("alt+d")
        self.program.front()

    def press(self, words, role="push button"):
        """A click on what begins with these words, which are those of the source."""
        said = re.escape(plain(WORDS.gettext(words)).split("%s")[0])
        self.program.click(self.program.find(f"/{said}/", role, patience=SOON))

    def do(self, words, role="push button"):
        """The action of what begins with these words: in a window that was put into the middle, where it may lie further
        down than what can be seen."""
        self.program.find(f"/{re.escape(plain(WORDS.gettext(words)))}/", role, patience=SOON).press()
        self.steady()

    def windows(self, count):
        """So many windows are open."""
        self.program.wait(lambda: len([window for window in self.program.windows() if window.seen]) >= count,
                          f"{count} windows", SOON)
        self.program.front()
        self.steady()
        self.centre()

    def patient(self, number):
        self.program.key("ctrl+k")
        self.windows(2)
        self.program.word(number, enter=False)
        self.steady()
        self.program.key("Return")
        self.steady()
        self.home()

    def section(self, number, place):
        self.patient(number)
        self.program.key(f"alt+{place}")
        self.steady()

    def chart(self, status="arrived"):
        """The chart of somebody who was treated before."""
        self.patient(self.clinic.one(TREATED, TODAY + "%", status))
        self.program.key("ctrl+t")
        self.steady()


# reception


@scene("receptionist", "today")
def today(show):
    show.program.key("ctrl+1")
    show.take("today")


@scene("receptionist", "agenda")
def agenda(show):
    show.program.key("ctrl+2")
    show.take("agenda")


@scene("receptionist", "agenda-toast")
def moved(show):
    show.program.key("ctrl+2")
    show.steady()
    show.program.key("Down")
    show.program.key("ctrl+Down")
    show.take("agenda-toast")


@scene("receptionist", "agenda-week")
def week(show):
    show.program.key("ctrl+2")
    show.steady()
    show.program.key("w")
    show.take("agenda-week")
    show.program.key("d")


@scene("receptionist", "agenda-monday")
def monday(show):
    show.program.key("ctrl+2")
    show.steady()
    show.program.key("Page_Down")
    show.program.key("Page_Down")
    show.take("agenda-monday")
    show.program.key("t")


@scene("receptionist", "agenda-marked")
def marked(show):
    show.program.key("ctrl+2")
    show.steady()
    for _ in range(3):
        show.program.key("Page_Down")
    show.program.key("Home")
    show.program.hold("shift", "Down", 3)
    show.take("agenda-marked")
    show.program.key("t")


@scene("receptionist", "patients")
def patients(show):
    show.program.key("ctrl+3")
    show.take("patients")


@scene("receptionist", "register", "book")
def forms(show):
    for chord, name in (("ctrl+n", "register"), ("ctrl+b", "book")):
        show.program.key(chord)
        show.windows(2)
        show.take(name)
        show.home()


@scene("receptionist", "check-in")
def check_in(show):
    show.program.key("ctrl+1")
    show.steady()
    show.program.key("Down")
    show.program.key("i")
    show.windows(2)
    show.take("check-in")


@scene("receptionist", "course-window")
def course(show):
    show.patient(show.clinic.one(MEASURED))
    show.program.key("ctrl+p")
    show.windows(2)
    show.take("course-window")


@scene("receptionist", "conflict")
def conflict(show):
    number = show.clinic.one(ALLERGIC)
    show.patient(number)
    show.program.key("ctrl+e")
    show.windows(2)
    show.steady()
    base = sqlite3.connect(show.clinic.path)
    base.execute("UPDATE patient SET version = version + 1, family_name = 'Exemple', city = 'Altdorf' WHERE file_number = ?",
                 (number,))
    base.commit()
    base.close()
    show.program.key("ctrl+a")
    show.program.word("Beispiel", enter=False)
    show.program.key("ctrl+Return")
    show.windows(3)
    show.take("conflict")


# treatment


@scene("practitioner", "today-practitioner")
def today_mine(show):
    show.program.key("ctrl+1")
    show.take("today-practitioner")


@scene("practitioner", "allergies-question")
def allergies(show):
    show.chart("booked")
    show.press("Allergies: not asked", "push button|toggle button")
    show.take("allergies-question")
    show.program.key("Escape")


@scene("practitioner", "heat-map")
def heat(show):
    show.patient(show.clinic.one(HEATED, TODAY + "%"))
    show.program.key("ctrl+t")
    show.steady()
    show.program.key("h")
    show.take("heat-map")


@scene("practitioner", "chart", "reaction", "measure", "scan-choice")
def charted(show):
    show.chart()
    show.program.key("r")
    for chord in "1234":
        show.program.key(chord)
    show.take("chart")
    for chord, name in (("e", "reaction"), ("m", "measure")):
        show.program.key(chord)
        show.windows(2)
        if name == "reaction":
            show.program.key("Return")
            show.program.word(show.clinic.one("SELECT name FROM reaction_kind WHERE code = 'bruising'"))
        show.take(name)
        show.home()
    # as fast as a scanner types: a number that does not say of which product it is
    show.program.xdo("type", "--delay", 3, "10" + show.clinic.one(LOT) + "\n")
    show.windows(2)
    show.take("scan-choice")


@scene("practitioner", "banner")
def banner(show):
    show.chart("booked")
    show.take("banner")


@scene("practitioner", "signed", "amend")
def signed(show):
    show.chart("in_treatment")
    show.program.key("r")
    show.steady()
    show.program.key("ctrl+Return")
    show.steady()
    if not show.clinic.one(SIGNED, TODAY + "%"):
        show.take("objection")
        show.program.word("Asked today", enter=False)
        show.program.key("ctrl+Return")
    show.take("signed")
    show.program.key("a")
    show.windows(2)
    show.take("amend")


@scene("practitioner", "patient", "history", "course", "consents", "progress", "photos", "sessions", "changes")
def sections(show):
    for place, name in enumerate(("patient", "history", "course", "sessions", "progress", "photos", "consents", "changes"), 1):
        show.section(show.clinic.one(PHOTOGRAPHED if name == "photos" else MEASURED), place)
        show.take(name)


@scene("practitioner", "photo-compare")
def compare(show):
    show.section(show.clinic.one(PHOTOGRAPHED), 6)
    show.press("Compare photos: %s")
    show.windows(2)
    show.take("photo-compare")


@scene("practitioner", "consent-signing")
def signing(show):
    show.section(show.clinic.one(UNSIGNED), 7)
    show.press("_Sign…")
    show.windows(2)
    show.take("consent-signing")


@scene("practitioner", "reactions-due", "reaction-case", "decisions-due", "decision")
def due(show):
    for card, rows, one in (("Reactions to look after", "reactions-due", "reaction-case"),
                            ("Decisions due", "decisions-due", "decision")):
        show.program.key("ctrl+1")
        show.steady()
        show.press(card)
        show.windows(2)
        show.take(rows)
        show.program.key("Return")
        show.steady()
        show.windows(2)
        show.take(one)
        show.home()


@scene("practitioner", "causality")
def what_from(show):
    show.program.key("ctrl+1")
    show.steady()
    show.press("Reactions to look after")
    show.windows(2)
    show.program.key("Return")
    show.windows(3)
    show.program.key("alt+3")
    show.take("causality")


@scene("practitioner", "salt", "pull-test", "dlqi", "stages", "counted")
def forms(show):
    show.chart()
    for words, name in (("SALT by _quadrant…", "salt"), ("Hair _pull test…", "pull-test"),
                        ("Quality of _life (DLQI)…", "dlqi"), ("_Stage by a scale…", "stages"),
                        ("_Hairs counted in an area…", "counted")):
        show.program.key("m")
        show.windows(2)
        show.do("_Forms", "toggle button|push button")
        show.do(words, "menu item|push button")
        show.windows(2)
        show.take(name)
        show.home()


@scene("practitioner", "history-medicine", "history-condition", "diagnosis", "track")
def histories(show):
    number = show.clinic.one("SELECT patient.file_number FROM patient JOIN medicine ON medicine.patient_id = patient.id"
                             " JOIN condition ON condition.patient_id = patient.id ORDER BY patient.id LIMIT 1")
    show.section(number, 2)
    for words, name in (("Add a _medicine…", "history-medicine"), ("Add a _condition…", "history-condition"),
                        ("Add a _diagnosis…", "diagnosis")):
        show.press(words)
        show.windows(2)
        show.take(name)
        show.home()
    show.section(number, 5)
    show.do("Add what goes on beside the sessions")
    show.windows(2)
    show.take("track")


@scene("practitioner", "photo-slider", "photo-overlay", "photo-align")
def photos_over(show):
    show.section(show.clinic.one(PHOTOGRAPHED), 6)
    show.press("Compare photos: %s")
    show.windows(2)
    for words, name in (("_Line", "photo-slider"), ("O_ver", "photo-overlay")):
        show.do(words, "toggle button|push button|radio button")
        show.take(name)
    show.program.key("ctrl+l")
    show.take("photo-align")


@scene("practitioner", "cocktails", "composer", "batch", "lots")
def formulary(show):
    show.program.key("ctrl+4")
    show.steady()
    show.press("Vitamins, minerals, amino acids (basic)", "list item|label")
    show.take("cocktails")
    show.press("New _cocktail…")
    show.windows(2)
    show.take("composer")
    show.home()
    show.press("Batches", "page tab")
    show.press("_Prepare a batch…")
    show.windows(2)
    show.take("batch")
    show.home()
    show.press("Lots", "page tab")
    show.take("lots")


@scene("practitioner", "versions")
def versions(show):
    show.program.key("ctrl+4")
    show.steady()
    show.press("Cocktails", "page tab")
    show.press("Vitamins, minerals, amino acids (basic)", "list item|label")
    show.press("New _version…")
    show.windows(2)
    show.program.key("ctrl+Return")
    show.steady()
    show.home()
    show.press("Compare two versions")
    show.windows(2)
    show.take("versions")


# the office


@scene("manager", "today-manager")
def today_figures(show):
    show.program.key("ctrl+1")
    show.take("today-manager")


@scene("manager", "reports", "report")
def reports(show):
    show.program.key("ctrl+2")
    show.take("reports")
    show.program.key("Return")
    show.take("report")


@scene("manager", "search", "preferences", "shortcuts", "about")
def asked(show):
    for action, name in (("win.search", "search"), ("win.preferences", "preferences"),
                         ("win.show-help-overlay", "shortcuts"), ("win.about", "about")):
        show.program.top().act(action)
        show.windows(2)
        show.take(name)
        show.home()


@scene("manager", "aftercare", "aftercare-dialog")
def aftercare(show):
    show.program.top().act("win.preferences")
    show.windows(2)
    show.do("_Aftercare…")
    show.windows(3)
    show.take("aftercare")
    show.program.key("ctrl+n")
    show.windows(4)
    show.take("aftercare-dialog")


@scene("manager", "defaults")
def defaults(show):
    show.program.top().act("win.preferences")
    show.windows(2)
    show.do("_Defaults…")
    show.windows(3)
    show.take("defaults")


@scene(None, "welcome", "create", "time-zone", "hours")
def welcome(show):
    show.take("welcome")
    show.program.top().act("welcome.create")
    show.windows(2)
    show.take("create")
    show.program.key("Tab")
    show.program.key("Return")
    show.windows(3)
    show.take("time-zone")
    show.program.key("Escape")
    show.program.wait(lambda: len([window for window in show.program.windows() if window.seen]) == 2, "one window less")
    show.program.front()
    show.program.key("Tab")
    show.program.key("Tab")
    show.program.key("Return")
    show.windows(3)
    show.take("hours")


def wanted(names, patterns):
    return not patterns or any(re.search(pattern, name) for name in names for pattern in patterns)


def main(build, folder, look, *patterns):
    clinic = Clinic(os.path.abspath(build), patients=200)
    show = Show(os.path.abspath(build), folder, look, clinic)
    missing = 0
    for role, names, function in SCENES:
        if not wanted(names, patterns):
            continue
        began = time.monotonic()
        try:
            if show.program is None or show.role != role:
                show.stop()
                show.start(role)
            function(show)
            show.home()
        except (Lost, GLib.Error, IndexError, subprocess.CalledProcessError, sqlite3.Error) as error:
            missing += 1
            print(f"{look}: {' '.join(names)}: {error}", file=sys.stderr)
            show.program.picture(os.path.join(folder, f"lost-{names[0]}-{look}.png"))
            show.stop()
        print(f"{look}: {' '.join(names)} in {time.monotonic() - began:.1f} s", flush=True)
    show.stop()
    clinic.close()
    return 1 if missing else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--list"]:
        print("\n".join(name for _, names, _ in SCENES for name in names))
        sys.exit(0)
    sys.exit(main(*sys.argv[1:]))

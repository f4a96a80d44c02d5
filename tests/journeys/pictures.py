#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the places of the program, as each of its roles sees them; see tests/screenshots.

    pictures.py BUILD-FOLDER FOLDER NAME
"""

import os
import subprocess
import sys
import time

from journey import Clinic, Program

# role → chord → name of the picture
PLACES = {
    "receptionist": [("ctrl+1", "today"), ("ctrl+2", "agenda"), ("ctrl+3", "patients")],
    "practitioner": [("ctrl+1", "today-practitioner")],
    "manager": [("ctrl+1", "today-manager"), ("ctrl+2", "reports"), ("ctrl+5", "cocktails")],
}

# what the window can be asked for → name of the picture
WINDOWS = [("win.search", "search"), ("win.preferences", "preferences"), ("win.show-help-overlay", "shortcuts"),
           ("win.about", "about")]


def fill_screen(program):
    """There is no window manager to make a window as large as its screen."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(program.process.pid)],
                           capture_output=True, text=True, check=False).stdout.split()
    width, height = os.environ.get("ANAGEN_SCREEN", "1280x800").split("x")
    program.xdo("windowsize", found[-1], width, height)
    time.sleep(0.5)


def measured(clinic):
    """The file number of whoever was measured most often."""
    return clinic.one("SELECT p.file_number FROM measurement m JOIN patient p ON p.id = m.patient_id"
                      " GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1")


def main(build, folder, name):
    clinic = Clinic(os.path.abspath(build), patients=200)
    for role, places in PLACES.items():
        program = Program(os.path.abspath(build), clinic, clinic.staff(role))
        try:
            program.wait(program.top, "the window")
            program.front()
            fill_screen(program)
            for chord, place in places:
                program.key(chord)
                time.sleep(1)
                program.picture(os.path.join(folder, f"{place}-{name}.png"))
            if role == "manager":
                for action, window in WINDOWS:
                    program.top().act(action)
                    time.sleep(1)
                    program.picture(os.path.join(folder, f"{window}-{name}.png"))
                    program.key("Escape")
                    time.sleep(0.5)
            if role == "receptionist":
                for chord, window in (("ctrl+n", "register"), ("ctrl+b", "book")):
                    program.key(chord)
                    time.sleep(1)
                    program.picture(os.path.join(folder, f"{window}-{name}.png"))
                    program.key("Escape")
                    time.sleep(0.5)
            if role == "practitioner":
                program.key("Down")
                program.key("Return")
                time.sleep(1.5)
                for chord in "1234":
                    program.key(chord)
                time.sleep(1.5)
                program.picture(os.path.join(folder, f"chart-{name}.png"))
                program.key("ctrl+k")
                time.sleep(0.5)
                program.word(measured(clinic))
                time.sleep(1)
                program.picture(os.path.join(folder, f"patient-{name}.png"))
                program.key("alt+5")
                time.sleep(1)
                program.picture(os.path.join(folder, f"progress-{name}.png"))
                program.key("ctrl+m")
                time.sleep(1)
                program.picture(os.path.join(folder, f"measure-{name}.png"))
        finally:
            program.close()
    clinic.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

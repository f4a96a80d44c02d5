# SPDX-License-Identifier: GPL-3.0-or-later
"""The built program used as a person uses it: started on a clinic of its own in a display of its own (tests/in-display),
read through the accessibility bus, worked with real keys and clicks, which are counted. Speaks TAP.

What counts as a step: one click, one chord of keys, one word typed (with the Enter after it).
"""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

TODAY = "2026-11-21"
CLOCK = TODAY + "T09:30:00Z"
# Windows without a window manager have a frame that their extents do not count.
FRAME = 5
# The list of a choice hangs a little below it, which its extents do not count either.
MARGIN = 12
PATIENCE = 15
# Nothing in them to look for.
BARREN = {"label", "image", "icon", "separator"}


class Lost(Exception):
    """Something that should be on the screen is not."""


class Clinic:
    """A demonstration clinic in a folder that goes away with it."""

    made = {}

    def __init__(self, build, patients=60):
        self.build = build
        self.folder = tempfile.mkdtemp(prefix="anagen-journey-")
        self.path = os.path.join(self.folder, "clinic.anagen")
        if patients not in Clinic.made:
            template = os.path.join(self.folder, "template.anagen")
            self.ctl("demo", "--clinic", template, "--patients", str(patients), "--today", TODAY)
            Clinic.made[patients] = {end: open(template + end, "rb").read() for end in ("", ".key")}
        for end, content in Clinic.made[patients].items():
            with open(os.path.join(self.folder, "clinic.anagen" + end), "wb") as file:
                file.write(content)
            os.chmod(self.path + end, 0o600)

    def ctl(self, *arguments):
        done = subprocess.run([os.path.join(self.build, "src/cli/anagenctl"), *arguments], capture_output=True, text=True,
                              env=dict(os.environ, ANAGEN_CLOCK=CLOCK), check=False)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout

    def ask(self, sql, *values):
        """All rows of a question to the file, past the program."""
        base = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            return base.execute(sql, values).fetchall()
        finally:
            base.close()

    def one(self, sql, *values):
        rows = self.ask(sql, *values)
        return rows[0][0] if rows else None

    def staff(self, role):
        return self.one("SELECT name FROM staff WHERE ' ' || roles || ' ' LIKE ? ORDER BY id", f"% {role} %")

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


# Of the direction of a text; nobody reads them.
MARKS = dict.fromkeys([0x200e, 0x200f, *range(0x202a, 0x202f), *range(0x2066, 0x206a)])


def plain(name):
    """A name as it is read: GTK 4.8 says "_Save Save" of a button with a mnemonic."""
    words = (name or "").translate(MARKS).replace("_", "")
    half = len(words) // 2
    return words[:half] if len(words) % 2 and words[:half] == words[half + 1:] and words[half] == " " else words


class Node:
    """Something on the accessibility bus."""

    def __init__(self, thing):
        self.thing = thing

    @property
    def name(self):
        return plain(self.thing.get_name())

    @property
    def role(self):
        return self.thing.get_role_name()

    @property
    def parent(self):
        found = self.thing.get_parent()
        return Node(found) if found is not None else None

    @property
    def text(self):
        length = self.thing.get_character_count()
        return self.thing.get_text(0, length) if length else ""

    @property
    def box(self):
        found = self.thing.get_extents(Atspi.CoordType.WINDOW)
        return found.x, found.y, found.width, found.height

    @property
    def seen(self):
        try:
            x, y, width, height = self.box
        except gi.repository.GLib.Error:
            # the page of a stack is no widget: what is in it tells
            return True
        return width > 0 and height > 0

    def has(self, state):
        return self.thing.get_state_set().contains(state)

    @property
    def usable(self):
        return self.has(Atspi.StateType.SENSITIVE) or self.has(Atspi.StateType.ENABLED)

    def children(self):
        for index in range(self.thing.get_child_count()):
            child = self.thing.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    def walk(self, whole=False):
        yield self
        if not whole and self.role in BARREN:
            return
        for child in self.children():
            try:
                if child.seen:
                    yield from child.walk(whole)
            except gi.repository.GLib.Error:
                continue

    def words(self):
        """All that can be read inside."""
        return [node.name for node in self.walk(True) if node.name]

    def act(self, name):
        """Gives an action of this node: of a window every action it has."""
        for index in range(self.thing.get_n_actions()):
            if self.thing.get_action_name(index) == name:
                return self.thing.do_action(index)
        raise Lost(f"{self.name} has no action {name}")


class Program:
    """The program, running."""

    def __init__(self, build, clinic, staff=None, arguments=(), command=None, **environment):
        self.build = build
        self.steps = 0
        self.stalls = os.path.join(clinic.folder, "stalls")
        self.log = open(os.path.join(clinic.folder, "log"), "a+", encoding="utf-8")
        settings = dict(os.environ, ANAGEN_CLINIC=clinic.path, ANAGEN_CLOCK=CLOCK, ANAGEN_STALLS=self.stalls,
                        GSETTINGS_SCHEMA_DIR=os.path.join(build, "data", "desktop"))
        settings.update(environment)
        if staff:
            settings["ANAGEN_STAFF"] = staff
        self.process = subprocess.Popen([command or os.path.join(build, "src/ui/anagen"), *arguments], env=settings,
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)

    # what is there

    def windows(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            try:
                if application is None or application.get_process_id() != self.process.pid:
                    continue
                # what was there a moment ago is of no use
                application.set_cache_mask(Atspi.Cache.NONE)
                return list(Node(application).children())
            except gi.repository.GLib.Error:
                continue
        return []

    def top(self):
        """The window that was opened last."""
        windows = [window for window in self.windows() if window.seen]
        return windows[-1] if windows else None

    def shown(self):
        """Whether a window is there, without asking on the bus: GTK 4.8 dies of a question that comes between its own
        announcement there and the answer to that."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True,
                               text=True, check=False).stdout.split()
        if found:
            self.settled()
        return bool(found)

    def wait(self, condition, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Lost(f"the program ended with {self.process.returncode} while waiting for {what}")
            try:
                found = condition()
                if found:
                    return found
            except gi.repository.GLib.Error:
                pass
            time.sleep(0.03)
        raise Lost(f"{what} did not come")

    def look(self, name, role=None, within=None):
        """What can be seen under this name; a pattern when it is written between slashes."""
        pattern = re.compile(name[1:-1] if name[:1] == "/" == name[-1:] else re.escape(name) + r"\Z")
        root = within or self.top()
        if root is None:
            return None
        for node in root.walk(role in BARREN):
            if (role is None or re.fullmatch(role, node.role)) and pattern.match(node.name):
                return node
        return None

    def find(self, name, role=None, within=None, patience=PATIENCE):
        return self.wait(lambda: self.look(name, role, within), f"“{name}” ({role or 'anything'})", patience)

    def read(self, pattern, patience=PATIENCE):
        """A text anywhere in the window on top."""
        return self.wait(lambda: self.look(f"/{pattern}/", "label"), f"the text /{pattern}/", patience)

    def over(self, pattern, role):
        """What lies over the rest of the first window and does not stay. Tables are left out: there is much in them."""
        def back(node):
            for child in reversed(list(node.children()) if node.role != "tree table" else []):
                yield from back(child)
            yield node
        return next((node for node in back(self.windows()[0]) if node.role == role and re.match(pattern, node.name)), None)

    def said(self, pattern):
        """A word in passing."""
        return self.wait(lambda: self.over(pattern, "label"), f"word of /{pattern}/")

    def offered(self, name):
        """The button beside a word in passing."""
        return self.wait(lambda: self.over(re.escape(name) + r"\Z", "push button"), f"the button “{name}”")

    def settled(self):
        """The window answers and nothing more is drawn."""
        time.sleep(0.12)

    # what is done

    def xdo(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def point(self, node):
        x, y, width, height = node.box
        if not width:
            raise Lost(f"“{node.name}” cannot be seen")
        left, top = self.origin(node)
        return left + x + width // 2, top + y + height // 2

    def still(self, node):
        """Where a node is, once it does not move any more."""
        seen = []

        def same():
            seen.append(self.point(node))
            return seen[-1] if seen[-1] == (seen[-2] if len(seen) > 1 else None) else None
        return self.wait(same, f"“{node.name}” in its place")

    def origin(self, node):
        """Where what a node says about its place is counted from. A menu is a window of its own, and says nothing of
        where that is: it is the one that is as large."""
        menu = node
        while menu and not re.fullmatch(r"GtkPopover(Menu)?", menu.name):
            menu = menu.parent
        if not menu:
            return FRAME, FRAME
        x, y, width, height = menu.box
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "anagen"], capture_output=True, text=True,
                               check=False).stdout.split()
        for window in reversed(found):
            told = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True,
                                  check=False).stdout
            place = {key: int(value) for key, value in re.findall(r"(\w+)=(-?\d+)", told)}
            if place.get("WIDTH") == width and 0 <= place["HEIGHT"] - height <= MARGIN:
                return place["X"] - x, place["Y"] - y + place["HEIGHT"] - height
        raise Lost(f"the menu of “{node.name}” is not on the screen")

    def click(self, node, count=True, times=1, button=1):
        if isinstance(node, str):
            node = self.find(node)
        x, y = self.still(node)
        self.xdo("mousemove", x, y)
        self.xdo("click", "--repeat", times, "--delay", 30, button)
        self.steps += count
        self.settled()

    def drag(self, node, right, down):
        """Holds a node and lets it go so far from where it was."""
        x, y = self.still(node)
        self.xdo("mousemove", x, y, "mousedown", 1)
        for part in range(1, 9):
            self.xdo("mousemove", x + right * part // 8, y + down * part // 8)
            time.sleep(0.02)
        self.settled()
        self.xdo("mouseup", 1)
        self.steps += 1
        self.settled()

    def hold(self, modifier, chord, times):
        """Keys while another is held down; each counts."""
        self.xdo("keydown", modifier)
        for _ in range(times):
            self.xdo("key", chord)
            time.sleep(0.03)
        self.xdo("keyup", modifier)
        self.steps += times
        self.settled()

    def key(self, chord, count=True):
        self.xdo("key", "--clearmodifiers", chord)
        self.steps += count
        self.settled()

    def word(self, text, enter=True, count=True):
        self.xdo("type", "--delay", 12, text)
        self.settled()
        if enter:
            self.xdo("key", "Return")
            self.settled()
        self.steps += count

    def opened(self, title):
        """The window whose title fits, once it is on top and has the keyboard."""
        def ready():
            top = self.top()
            if top is None or not re.search(title, top.name):
                return None
            # a question does not say that it is active
            if top.role != "frame" or not top.has(Atspi.StateType.ACTIVE):
                self.front()
            return top if top.role != "frame" or top.has(Atspi.StateType.ACTIVE) else None
        return self.wait(ready, f"a window called {title}")

    def keyboard_is_at(self, name):
        """A button with a menu, or a row with an entry, says so of what is inside it."""
        top = self.top()
        return top is not None and any(node.name == name and node.has(Atspi.StateType.FOCUSED) for node in top.walk())

    def front(self):
        """The keyboard to the window on top: there is no window manager to do it."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        if found:
            self.xdo("windowfocus", found[-1])
            self.settled()

    def begin(self):
        """From here on steps are counted, with the pointer out of the way."""
        self.steps = 0

    def picture(self, path):
        subprocess.run(["import", "-window", "root", path], check=False, stderr=subprocess.DEVNULL)

    def stalled(self, column=0):
        """Milliseconds for each time that the window did not answer; column 1: those of them that it worked."""
        if not os.path.exists(self.stalls):
            return []
        return [float(line.split()[column]) for line in open(self.stalls, encoding="utf-8") if line.strip()]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        self.log.close()


# GTK 4.8 itself, where its accessibility bus is asked before there is a window, or there is none.
OF_GTK = re.compile("g_variant_is_object_path|g_dbus_connection_emit_signal: assertion 'object_path")


def critical(path):
    """What a program wrote that must not be."""
    with open(path, encoding="utf-8", errors="replace") as log:
        return [line.strip() for line in log if "-CRITICAL **" in line and not OF_GTK.search(line)]


class Journeys:
    """Runs journeys one after the other, each with a clinic of its own, and tells how they went."""

    def __init__(self, build):
        self.build = build
        self.listed = []

    def add(self, name, role, **options):
        def take(function):
            self.listed.append((name, role, function, options))
            return function
        return take

    def run_one(self, name, role, function, options):
        clinic = Clinic(self.build, options.get("patients", 60))
        program = None
        try:
            if "prepare" in options:
                options["prepare"](clinic)
            if options.get("alone"):
                # starts the program itself, as often as it likes
                function(clinic)
                return None, 0, ([], [])
            environment = {key: value.replace("FOLDER", clinic.folder)
                           for key, value in options.get("environment", {}).items()}
            who = options.get("who", lambda clinic: clinic.staff(role))
            program = Program(self.build, clinic, who(clinic), **environment)
            program.wait(program.shown, "the window")
            program.wait(lambda: program.top(), "the window")
            program.front()
            function(program, clinic)
            most = options.get("steps")
            if most is not None and program.steps > most:
                raise Lost(f"{program.steps} steps, and {most} are allowed")
            said = critical(program.log.name)
            if said:
                raise Lost("the program said something critical: " + said[0])
            return None, program.steps, (program.stalled(), program.stalled(1))
        except Exception as error:  # whatever went wrong is this journey's failure
            words = f"{type(error).__name__}: {error}\n" + "".join(traceback.format_exc().splitlines(True)[-6:])
            if program:
                words += self.keep(program, name)
            return words, program.steps if program else 0, ([], [])
        finally:
            if program:
                program.close()
            clinic.close()

    @staticmethod
    def keep(program, name):
        """A picture and the words of the program, for whoever mends it."""
        folder = os.environ.get("ANAGEN_PICTURES") or os.environ.get("MESON_BUILD_ROOT") or tempfile.gettempdir()
        path = os.path.join(folder, "failed-" + re.sub(r"\W+", "-", name) + ".png")
        program.picture(path)
        with open(program.log.name, encoding="utf-8") as log:
            return f"\nsee {path}\n" + log.read()[-2000:]

    def main(self, arguments):
        chosen = [entry for entry in self.listed if not arguments or any(re.search(word, entry[0]) for word in arguments)]
        print(f"1..{len(chosen)}", flush=True)
        failed = 0
        for number, entry in enumerate(chosen, 1):
            words, steps, (stalls, worked) = self.run_one(*entry)
            failed += words is not None
            most = entry[3].get("steps")
            print(f"{'not ok' if words else 'ok'} {number} {entry[0]}", flush=True)
            if most is not None:
                print(f"# {steps} steps of {most}")
            if stalls:
                print(f"# did not answer {len(stalls)} times, at worst for {max(stalls):.0f} ms, "
                      f"worked for {max(worked):.0f} of them")
            for line in (words or "").splitlines():
                print("# " + line)
            sys.stdout.flush()
        return 1 if failed else 0

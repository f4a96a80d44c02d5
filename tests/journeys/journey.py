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

from gi.repository import GLib

import bus
from bus import Atspi  # noqa: F401, for those who ask about states

TODAY = "2026-11-21"
CLOCK = TODAY + "T09:30:00Z"
# Windows without a window manager have a frame that their extents do not count.
FRAME = 5
# The list of a choice hangs a little below it, which its extents do not count either.
MARGIN = 12
PATIENCE = 15
# A look takes long where others build beside it: not to be there is to be missed in so many of them.
LOOKS = 3
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

    connection = None
    # What something is, it stays.
    roles = {}

    def __init__(self, owner, path, above=None):
        self.owner, self.path, self.above = owner, path, above

    @staticmethod
    def on_bus():
        if Node.connection is None:
            Node.connection = bus.Bus(PATIENCE)
        return Node.connection

    def about(self, member, *arguments, of=bus.ACCESSIBLE):
        return self.owner, self.path, of, member, *arguments

    def kept(self, name, of=bus.ACCESSIBLE):
        return self.about("Get", "ss", of, name, of=bus.PROPERTIES)

    def ask(self, *question, **of):
        return Node.on_bus().ask(self.about(*question, **of))

    @property
    def name(self):
        return plain(Node.on_bus().ask(self.kept("Name")))

    @property
    def description(self):
        """What a screen reader says after the name."""
        return plain(Node.on_bus().ask(self.kept("Description")))

    @property
    def role(self):
        if self.path not in Node.roles:
            Node.roles[self.path] = bus.role_name(self.ask("GetRole"))
        return Node.roles[self.path]

    @property
    def parent(self):
        owner, path = Node.on_bus().ask(self.kept("Parent"))
        return Node(owner, path) if owner and not path.endswith("/null") else None

    @property
    def text(self):
        length = Node.on_bus().ask(self.kept("CharacterCount", bus.TEXT))
        return self.ask("GetText", "ii", 0, length, of=bus.TEXT) if length else ""

    @property
    def box(self):
        return Node.on_bus().ask(self.of_box())

    @property
    def seen(self):
        try:
            return large(self.box)
        except GLib.Error:
            # the page of a stack is no widget: what is in it tells
            return True

    def has(self, state):
        return holds(self.ask("GetState"), state)

    @property
    def usable(self):
        return self.has(Atspi.StateType.SENSITIVE) or self.has(Atspi.StateType.ENABLED)

    def children(self):
        return [Node(*child) for child in self.ask("GetChildren")]

    def walk(self, whole=False, barren=BARREN):
        """This and what can be seen in it, in its order; what is barren is looked into as well if all of it is wanted."""
        inside = {}
        level = [self]
        while level:
            questions = [question for node in level for question in node.of_place(whole, barren)]
            answers = dict(zip(questions, Node.on_bus().answers(questions)))
            following = []
            for node in level:
                role, box, children = node.role_of(answers), answers[node.of_box()], answers.get(node.about("GetChildren"))
                there = bus.fits(box) and large(box)
                # the page of a stack is no widget and has no size: what is in it tells
                there = there or not bus.fits(box) and children is not None and bus.fits(children)
                if role and (there or node is self):
                    looked_into = children and bus.fits(children) and (whole or role not in barren)
                    inside[node.path] = [Node(*child, node) for child in children] if looked_into else []
                    following += inside[node.path]
            level = following
        if self.path not in inside:
            raise bus.Gone("not there any more")
        return self.in_order(inside)

    def of_box(self):
        return self.about("GetExtents", "u", Atspi.CoordType.WINDOW, of=bus.COMPONENT)

    def of_place(self, whole, barren):
        """What is to be asked about it; what is known is not."""
        role = Node.roles.get(self.path)
        yield self.of_box()
        if not role:
            yield self.about("GetRole")
        if whole or role not in barren:
            yield self.about("GetChildren")

    def role_of(self, answers):
        number = answers.get(self.about("GetRole"))
        if isinstance(number, int):
            Node.roles[self.path] = bus.role_name(number)
        return Node.roles.get(self.path)

    def in_order(self, inside):
        yield self
        for child in inside[self.path]:
            if child.path in inside:
                yield from child.in_order(inside)

    def words(self):
        """All that can be read inside."""
        return [name for name in names(self.walk(True)) if name]

    def act(self, name):
        """Gives an action of this node: of a window every action it has."""
        for index in range(Node.on_bus().ask(self.kept("NActions", bus.ACTION))):
            if self.ask("GetName", "i", index, of=bus.ACTION) == name:
                return self.press(index)
        raise Lost(f"{self.name} has no action {name}")

    def press(self, action=0):
        """As a screen reader does it."""
        return self.ask("DoAction", "i", action, of=bus.ACTION)


def large(box):
    return box[2] > 0 and box[3] > 0


def holds(states, state):
    return bool(states[state // 32] >> state % 32 & 1)


def names(nodes):
    """What many are called, asked at once; nothing of what is not there any more."""
    answers = Node.on_bus().answers([node.kept("Name") for node in nodes])
    return [plain(answer) if bus.fits(answer) else "" for answer in answers]


def holding(nodes, state):
    """Those of many that are in a state."""
    nodes = list(nodes)
    answers = Node.on_bus().answers([node.about("GetState") for node in nodes])
    return [node for node, answer in zip(nodes, answers) if bus.fits(answer) and holds(answer, state)]


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
        self.command = [command or os.path.join(build, "src/ui/anagen"), *arguments]
        self.settings = settings
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, env=self.settings, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=subprocess.STDOUT)

    def restart(self, **environment):
        """The same at another time, or by somebody else."""
        self.process.terminate()
        self.process.wait(10)
        self.settings.update(environment)
        self.start()
        self.wait(self.shown, "the window")
        self.wait(self.top, "the window")
        self.front()

    # what is there

    def windows(self):
        for owner, path in Node.on_bus().ask(("org.a11y.atspi.Registry", bus.ROOT, bus.ACCESSIBLE, "GetChildren")):
            try:
                process = Node.on_bus().ask((bus.DAEMON, "/org/freedesktop/DBus", bus.DAEMON, "GetConnectionUnixProcessID",
                                             "s", owner))
                if process == self.process.pid:
                    return Node(owner, path).children()
            except GLib.Error:
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
        looks = 0
        while looks < LOOKS or time.monotonic() < end:
            looks += 1
            if self.process.poll() is not None:
                raise Lost(f"the program ended with {self.process.returncode} while waiting for {what}")
            try:
                found = condition()
                if found:
                    return found
            except GLib.Error:
                pass
            time.sleep(0.03)
        raise Lost(f"{what} did not come")

    def look(self, name, role=None, within=None):
        """What can be seen under this name; a pattern when it is written between slashes."""
        pattern = re.compile(name[1:-1] if name[:1] == "/" == name[-1:] else re.escape(name) + r"\Z")
        root = within or self.top()
        if root is None:
            return None
        nodes = [node for node in root.walk(role in BARREN) if role is None or re.fullmatch(role, node.role)]
        return next((node for node, found in zip(nodes, names(nodes)) if pattern.match(found)), None)

    def find(self, name, role=None, within=None, patience=PATIENCE):
        return self.wait(lambda: self.look(name, role, within), f"“{name}” ({role or 'anything'})", patience)

    def read(self, pattern, patience=PATIENCE):
        """A text anywhere in the window on top."""
        return self.wait(lambda: self.look(f"/{pattern}/", "label"), f"the text /{pattern}/", patience)

    def over(self, pattern, role):
        """What lies over the rest of the first window and does not stay. Tables are left out: there is much in them."""
        nodes = [node for node in self.windows()[0].walk(barren={"tree table"}) if node.role == role]
        return next((node for node, name in reversed(list(zip(nodes, names(nodes)))) if re.match(pattern, name)), None)

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

    @staticmethod
    def menu_of(node):
        while node and not re.fullmatch(r"GtkPopover(Menu)?", node.name):
            node = node.parent
        return node

    def still(self, node):
        """Where the middle of a node is, once it does not move any more."""
        seen = []
        menu = self.menu_of(node)

        def same():
            x, y, width, height = node.box
            if not width:
                raise Lost(f"“{node.name}” cannot be seen")
            left, top = self.origin_in(menu)
            seen.append((left + x + width // 2, top + y + height // 2))
            return seen[-1] if seen[-1] == (seen[-2] if len(seen) > 1 else None) else None
        return self.wait(same, f"“{node.name}” in its place")

    def origin(self, node):
        return self.origin_in(self.menu_of(node))

    @staticmethod
    def origin_in(menu):
        """Where what a node says about its place is counted from. A menu is a window of its own, and says nothing of
        where that is: it is the one that is as large."""
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
        raise Lost("a menu is not on the screen")

    def click(self, node, count=True, times=1, button=1):
        if isinstance(node, str):
            node = self.find(node)
        x, y = self.still(node)
        # a hand does not press in the very moment in which it arrives
        self.xdo("mousemove", x, y, "sleep", 0.05, "click", "--repeat", times, "--delay", 30, button)
        self.steps += count
        self.settled()

    def drag(self, node, right, down, at=(0, 0)):
        """Holds a node, so far from its middle, and lets it go so far from where it was."""
        x, y = (place + beside for place, beside in zip(self.still(node), at))
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
        return top is not None and name in names(holding(top.walk(), Atspi.StateType.FOCUSED))

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

    def part(self, what, most):
        """A part of a journey took so many steps at most; the next is counted from nought."""
        print(f"# {what}: {self.steps} steps of {most}", flush=True)
        if self.steps > most:
            raise Lost(f"{what}: {self.steps} steps, and {most} are allowed")
        self.begin()

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

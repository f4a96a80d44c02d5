#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window on a big clinic beside an empty window of the same kind, by turns in the same run: from the start of the
process to the first frame and to a still picture, private dirty memory, and how long the main loop was held up while
all places are walked through. Then the list of patients (bench-patients).

    tests/in-display bench-windows.py BUILD

$ANAGEN_BENCH_CLINIC: a clinic made by big-clinic; else one is made, of $ANAGEN_BENCH_PATIENTS (2000) with ten sessions
each. Nothing is judged. The picture is watched from outside, by what the X server shows on a strip of the screen.
"""

import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zlib

N_RUNS = 7
PATIENCE = 60
STILL = 0.6
PAUSE = 0.004
# Of the screen: through the middle of the window, wide enough to meet text.
STRIP = (420, 60, 160, 640)
Z_PIXMAP = 2


class Screen:
    """What the X server shows."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        rest = [ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *rest]
        self.x.XGetImage.restype = ctypes.c_void_p
        self.x.XGetSubImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *rest, ctypes.c_void_p, ctypes.c_int,
                                        ctypes.c_int]
        self.x.XGetSubImage.restype = ctypes.c_void_p
        self.display = self.x.XOpenDisplay(None)
        self.root = self.x.XDefaultRootWindow(self.display)
        self.image = self.x.XGetImage(self.display, self.root, *STRIP, 0xffffff, Z_PIXMAP)
        # XImage: width, height, xoffset, format, data, five numbers, bytes_per_line
        self.data = ctypes.c_void_p.from_address(self.image + 16).value
        self.size = ctypes.c_int.from_address(self.image + 44).value * STRIP[3]
        self.black = self.look()

    def look(self):
        self.x.XGetSubImage(self.display, self.root, *STRIP, 0xffffff, Z_PIXMAP, self.image, 0, 0)
        return zlib.crc32(ctypes.string_at(self.data, self.size))

    def wait_black(self):
        end = time.monotonic() + PATIENCE
        while self.look() != self.black and time.monotonic() < end:
            time.sleep(PAUSE)

    def watch(self, process=None):
        """When there was the first picture, and when the last that was another than the one before."""
        first = last = None
        before = self.black
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            now = self.look()
            if now != before:
                before, last = now, time.monotonic()
                first = first or last
            if last and time.monotonic() - last > STILL:
                return first, last
            if process and process.poll() is not None:
                sys.exit(f"the program ended with {process.returncode}")
            time.sleep(PAUSE)
        sys.exit("no picture came, or it never came to rest")


def private_dirty(process):
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as file:
        for line in file:
            if line.startswith("Private_Dirty:"):
                return int(line.split()[1]) / 1024
    return 0


class Run:
    """A program from its start to a still picture."""

    def __init__(self, screen, words, environment):
        screen.wait_black()
        start = time.monotonic()
        self.process = subprocess.Popen(words, env={**os.environ, **environment}, stdin=subprocess.DEVNULL)
        first, last = screen.watch(self.process)
        self.first, self.still = 1000 * (first - start), 1000 * (last - start)
        self.memory = private_dirty(self.process)

    def end(self):
        self.process.terminate()
        self.process.wait()


def read_stalls(path):
    try:
        with open(path, encoding="ascii") as file:
            return [tuple(map(int, line.split()[:2])) for line in file]
    except FileNotFoundError:
        return []


def walk(screen):
    """All five places and back to the first, twice; how long each took to come to rest."""
    took = {}
    for _ in range(2):
        for place in (2, 3, 4, 5, 1):
            start = time.monotonic()
            before = screen.look()
            subprocess.run(["xdotool", "key", "--clearmodifiers", f"ctrl+{place}"], check=True)
            last = start
            while time.monotonic() - last < STILL and time.monotonic() - start < PATIENCE:
                now = screen.look()
                if now != before:
                    before, last = now, time.monotonic()
                time.sleep(PAUSE)
            took.setdefault(place, []).append(round(1000 * (last - start)))
    return took


def make_clinic(build, folder):
    place = os.environ.get("ANAGEN_BENCH_CLINIC")
    if place:
        return place
    place = os.path.join(folder, "big.anagen")
    patients = int(os.environ.get("ANAGEN_BENCH_PATIENTS", "2000"))
    subprocess.run([os.path.join(build, "tests/bench/big-clinic"), "--patients", str(patients), "--sessions",
                    str(10 * patients), place], check=True)
    return place


def show(what, empty, real):
    a, b = statistics.median(empty), statistics.median(real)
    print(f"{what:26} empty {a:7.1f} ({min(empty):.1f}–{max(empty):.1f})  anagen {b:7.1f} ({min(real):.1f}–{max(real):.1f})"
          f"  ratio {b / a:.2f}  over it {b - a:.1f}", flush=True)


def main():
    build = sys.argv[1]
    folder = tempfile.mkdtemp(prefix="anagen-bench-")
    stalls = os.path.join(folder, "stalls")
    try:
        place = make_clinic(build, folder)
        environment = {"ANAGEN_STALLS": stalls, "GSETTINGS_SCHEMA_DIR": os.path.join(build, "data/desktop")}
        programs = {"empty": [os.path.join(build, "tests/bench/empty-window")],
                    "anagen": [os.path.join(build, "src/ui/anagen"), place]}
        screen = Screen()
        runs = {name: [] for name in programs}
        starting = []
        for i in range(N_RUNS + 1):
            for name, words in programs.items():
                run = Run(screen, words, environment)
                # the first of each only warms the caches
                if i > 0:
                    runs[name].append(run)
                    starting += read_stalls(stalls) if name == "anagen" else []
                if i < N_RUNS or name != "anagen":
                    run.end()
                if os.path.exists(stalls) and i < N_RUNS:
                    os.unlink(stalls)
        print(f"load {os.getloadavg()[0]:.2f}; n = {N_RUNS}, medians (least–most)")
        for what, field in (("first frame, ms", "first"), ("still picture, ms", "still"),
                            ("private dirty, MB", "memory")):
            show(what, *([getattr(run, field) for run in runs[name]] for name in ("empty", "anagen")))
        print(f"stalls while starting, ms (of processor): {sorted(starting, reverse=True)[:5] or 'none over 50'}")
        before = len(read_stalls(stalls))
        print(f"places by key 2 3 4 5 1, ms until still, first and second visit: {walk(screen)}")
        walking = read_stalls(stalls)[before:]
        print(f"stalls while walking, ms (of processor): {sorted(walking, reverse=True)[:5] or 'none over 50'}")
        print(f"private dirty after walking: {private_dirty(run.process):.1f} MB")
        run.end()
        subprocess.run([os.path.join(build, "tests/bench/bench-patients"), place], check=True,
                       env={**os.environ, **environment})
    finally:
        shutil.rmtree(folder)


main()

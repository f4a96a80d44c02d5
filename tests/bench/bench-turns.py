#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The longest turn of the main loop in each journey, by what it worked and not by what it waited for the processor: the
worst of each file of journeys, then the journeys with one over 50 ms. Nothing is judged.

    bench-turns.py BUILD [FILE]…    of an optimized build; FILE: reception, measures, … (all)
"""

import glob
import os
import re
import subprocess
import sys

LIMIT = 50
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(build, name):
    """(worked, journey) of each journey of a file; those that failed have None."""
    done = subprocess.run([os.path.join(ROOT, "tests", "in-display"), "/usr/bin/python3",
                           os.path.join(ROOT, "tests", "journeys", name + ".py"), build],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    turns = []
    for line in done.stdout.splitlines():
        named = re.match(r"(not )?ok \d+ (.*)", line)
        worked = re.search(r"worked for (\d+) of them", line)
        if named:
            turns.append([None if named[1] else 0, named[2]])
        elif worked and turns:
            turns[-1][0] = int(worked[1])
    return turns


def main():
    build = os.path.abspath(sys.argv[1])
    files = sys.argv[2:] or sorted(os.path.basename(path)[:-3] for path in glob.glob(os.path.join(ROOT, "tests/journeys/*.py"))
                                   if "journeys.main" in open(path, encoding="utf-8").read())
    long = []
    for name in files:
        turns = run(build, name)
        worked = [turn[0] for turn in turns if turn[0] is not None]
        print(f"{name:14} {max(worked, default=0):4} ms at worst, {len(worked)} of {len(turns)} journeys went through",
              flush=True)
        long += [(turn[0], name, turn[1]) for turn in turns if turn[0] is not None and turn[0] > LIMIT]
    for worked, name, journey in sorted(long, reverse=True):
        print(f"{worked:4} ms  {name}: {journey}")


if __name__ == "__main__":
    main()

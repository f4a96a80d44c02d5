#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the subtests in meson's log: prints "passed failed skipped", and what failed to stderr.

    summary.py LOG-FOLDER N-TESTS
"""

import glob
import json
import os
import re
import sys

LINE = re.compile(r"^(not )?ok\b(.*)$")
GOOD = {"OK", "EXPECTEDFAIL"}


def count(test):
    """Passed, failed and skipped subtests of one test program; a program without any is one itself."""
    passed = failed = skipped = 0
    for line in (test.get("stdout") or "").splitlines():
        found = LINE.match(line)
        if not found:
            continue
        skip = re.search(r"#\s*SKIP", found.group(2), re.IGNORECASE)
        if skip:
            skipped += 1
        elif found.group(1):
            failed += 1
        else:
            passed += 1
    if test["result"] == "SKIP" and skipped == 0:
        skipped += 1
    # died, ran out of time, or leaked after the last subtest
    if test["result"] not in GOOD | {"SKIP"} and failed == 0:
        failed += 1
    if passed + failed + skipped == 0:
        passed += 1
    return passed, failed, skipped


def tell(test):
    """What one needs to see of a failed test; the rest is in meson's log."""
    print(f"-- {test['name']}: {test['result']}, exit status {test.get('returncode')}", file=sys.stderr)
    lines = (test.get("stdout") or "").splitlines()
    shown = set()
    for number, line in enumerate(lines):
        if line.startswith(("not ok", "Bail out")):
            shown.add(number)
            # what was said just before and after it
            for step, most in ((-1, 8), (1, 12)):
                at = number + step
                while 0 <= at < len(lines) and abs(at - number) <= most and lines[at].startswith("#"):
                    shown.add(at)
                    at += step
    for number in sorted(shown):
        print("   " + lines[number][:300], file=sys.stderr)
    for line in (test.get("stderr") or "").splitlines()[-40:]:
        print("   " + line[:300], file=sys.stderr)


def main(folder, n_tests):
    logs = glob.glob(os.path.join(folder, "testlog*.json"))
    totals = [0, 0, 0]
    seen = 0
    for log in logs:
        with open(log, encoding="utf-8", errors="replace") as file:
            for line in file:
                test = json.loads(line)
                seen += 1
                counts = count(test)
                totals = [a + b for a, b in zip(totals, counts)]
                if counts[1]:
                    tell(test)
    if seen < n_tests:
        print(f"-- {n_tests - seen} of {n_tests} tests did not run", file=sys.stderr)
        totals[1] += n_tests - seen
    print(*totals)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the subtests in meson's logs: prints "passed failed skipped", and what failed to stderr. What was run again
counts as it came out then.

    summary.py LOG-FOLDER N-TESTS
    summary.py --again LOG-FOLDER     prints the names of failed tests that may be run once more
"""

import glob
import json
import os
import re
import sys

LINE = re.compile(r"^(not )?ok\b(.*)$")
GOOD = {"OK", "EXPECTEDFAIL"}
# Nothing that a busy machine makes of a right program; nor do many fail by it.
WRONG = re.compile(r"Sanitizer|runtime error:|-(CRITICAL|WARNING) \*\*|something critical|the program ended with|"
                   r"still referenced")
DIED = {139, -11, 136, -8, 132, -4, 135, -7}
MOST_AGAIN = 6


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


def is_late(test):
    """Whether a test of windows may have failed because the machine was busy with others."""
    if test["result"] in GOOD | {"SKIP"} or not any("in-display" in word for word in test.get("command", [])):
        return False
    said = (test.get("stdout") or "") + (test.get("stderr") or "")
    return test.get("returncode") not in DIED and not WRONG.search(said)


def read(folder):
    """Each test, as its last run left it, and the names of those that were run again."""
    tests = {}
    again = set()
    # "testlog-again.json" comes before "testlog.json".
    for log in sorted(glob.glob(os.path.join(folder, "testlog*.json")), reverse=True):
        with open(log, encoding="utf-8", errors="replace") as file:
            for line in file:
                test = json.loads(line)
                if test["name"] in tests:
                    again.add(test["name"])
                tests[test["name"]] = test
    return tests, again


def main(folder, n_tests):
    tests, again = read(folder)
    totals = [0, 0, 0]
    for name, test in tests.items():
        counts = count(test)
        totals = [a + b for a, b in zip(totals, counts)]
        if counts[1]:
            tell(test)
        elif name in again:
            print(f"-- {name}: failed beside others, passed alone", file=sys.stderr)
    if len(tests) < n_tests:
        print(f"-- {n_tests - len(tests)} of {n_tests} tests did not run", file=sys.stderr)
        totals[1] += n_tests - len(tests)
    print(*totals)


def name_again(folder):
    tests, _ = read(folder)
    failed = [test for test in tests.values() if count(test)[1]]
    if len(failed) <= MOST_AGAIN:
        print(*(test["name"].split(" / ")[-1] for test in failed if is_late(test)), sep="\n", end="")


if __name__ == "__main__":
    if sys.argv[1] == "--again":
        name_again(sys.argv[2])
    else:
        main(sys.argv[1], int(sys.argv[2]))

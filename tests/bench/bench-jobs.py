#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long jobs of the console beside a bare baseline in the same run: whole-process seconds, memory and the ratio.

    bench-jobs.py ANAGENCTL [PATIENTS]

Makes a demonstration of 50,000 patients (or PATIENTS) in a temporary folder, reports on it, takes in a list of as many
patients and takes that back. The baselines: SQLite reading every row that the report needs, and SQLite inserting the
same list without rights, checks, search words and audit.
"""

import csv
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

FAMILY = ["Yıldız", "Müller", "García", "Nguyen", "Şahin", "O'Brien", "Kowalska", "Øster", "Haddad", "Петрова"]
GIVEN = ["Ayşe", "Jörg", "María", "Linh", "Can", "Niamh", "Łucja", "Åse", "Nour", "Анна"]


def measure(words, environment):
    """Seconds and peak memory of one whole process."""
    start = time.monotonic()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(words, stdout=nowhere, stderr=subprocess.PIPE, env=environment)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    if status != 0:
        sys.exit(f"{' '.join(words)}: {errors.decode()}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(what, figures, baseline=None):
    wall, cpu, memory = figures
    ratio = f"  {cpu / baseline:6.1f} × the baseline's {baseline:.2f} s" if baseline else ""
    print(f"{what:44} {wall:7.2f} s wall {cpu:7.2f} s cpu {memory:6.0f} MB{ratio}", flush=True)


def read_rows(path):
    """The processor seconds that SQLite alone needs to read what the report reads."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    start = time.process_time()
    for query in ("SELECT sum(value), count(taken_on), sum(visit) FROM measurement",
                  "SELECT sum(points), count(cocktail_version_id) FROM injection",
                  "SELECT count(status), max(course_id) FROM session", "SELECT count(onset) FROM reaction"):
        connection.execute(query).fetchone()
    return time.process_time() - start


def make_list(path, n):
    chance = random.Random(1)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["No", "Family name", "Given name", "Date of birth", "Phone", "City"])
        for i in range(n):
            writer.writerow([f"L{i:06}", chance.choice(FAMILY) + chance.choice("abcdefgh"), chance.choice(GIVEN),
                             f"{chance.randint(13, 28)}.{chance.randint(1, 12)}.{chance.randint(1940, 2005)}",
                             f"+43 664 {chance.randint(1000000, 9999999)}", "Wien"])


def insert_rows(table, path):
    """The processor seconds that SQLite alone needs to insert the list."""
    connection = sqlite3.connect(path)
    start = time.process_time()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE list (id INTEGER PRIMARY KEY, no TEXT UNIQUE, family, given, birth, phone, city)")
    with open(table, newline="", encoding="utf-8") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        connection.executemany("INSERT INTO list VALUES (NULL, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    return time.process_time() - start


def main():
    program = sys.argv[1]
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 50000
    folder = tempfile.mkdtemp(prefix="anagen-bench-")
    try:
        place = os.path.join(folder, "bench.anagen")
        table = os.path.join(folder, "list.csv")
        environment = {**os.environ, "ANAGEN_CLINIC": place, "ANAGEN_STAFF": "Dana Demo", "LC_ALL": "C.UTF-8"}
        show(f"demonstration of {n} patients", measure([program, "demo", "--patients", str(n)], environment))
        read = read_rows(place)
        show("clinic progress, tables", measure([program, "report", "clinic-progress", "--format", "csv"], environment), read)
        book = os.path.join(folder, "progress.xlsx")
        show("clinic progress, workbook", measure([program, "report", "clinic-progress", "-o", book], environment), read)
        make_list(table, n)
        written = insert_rows(table, os.path.join(folder, "bare.sqlite"))
        show(f"import of {n} patients", measure([program, "import", "patients", table, "--date-order", "dmy"], environment), written)
        show("taking that back", measure([program, "undo"], environment), written)
    finally:
        shutil.rmtree(folder)


main()

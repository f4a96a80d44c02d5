# SPDX-License-Identifier: GPL-3.0-or-later
"""What a compiler does not see. A check takes a Tree and yields (path, line, complaint)."""

import os
import re
import shutil
import subprocess

from tree import code_only, line_of, literals

C = (".c", ".h")

# A room may include its own headers and those of the rooms named here: no door leads up or sideways.
DOORS = {
    "base": set(),
    "picture": {"base"},
    "db": {"base"},
    "record": {"db", "base"},
    "rule": {"record", "db", "base"},
    "exchange": {"record", "db", "base"},
    "report": {"rule", "record", "db", "base"},
    "paper": {"record", "db", "base"},
    "command": {"rule", "exchange", "paper", "report", "record", "db", "picture", "base"},
    "cli": {"command", "rule", "exchange", "paper", "report", "record", "db", "base"},
    "ui": {"command", "rule", "exchange", "paper", "report", "record", "db", "base"},
}

# Whose library is whose.
LIBRARIES = [
    (re.compile(r"(gtk|gdk|gsk|adwaita|libadwaita)\b|adwaita\.h"), {"ui"},
     ("tests/bench/", "tests/display/", "tests/journeys/")),
    (re.compile(r"pango\b"), {"paper", "ui"}, ("tests/bench/", "tests/display/", "tests/journeys/")),
    (re.compile(r"sqlite3(ext)?\.h|(postgresql/)?libpq"), {"db"}, ("tests/",)),
    (re.compile(r"xlsxwriter"), {"report"}, ()),
    (re.compile(r"sodium"), {"record"}, ()),
    (re.compile(r"(jpeglib|png|tiffio|lcms2|seccomp)\.h|webp/"), {"picture"}, ("tests/",)),
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)

TOP_LEVEL = {".ci", ".editorconfig", ".gitignore", "COPYING", "README.md", "data", "meson.build",
             "meson_options.txt", "po", "run", "src", "tests", "ui"}

MAX_FILE = 700
MAX_FUNCTION = 80
MAX_WINDOW = 250

WINDOW = re.compile(r"^G_DEFINE_\w+ \(\s*\w+,\s*\w+,\s*"
                    r"(CLINIC_TYPE_(PAGE|PATIENT_SECTION|ENTRY_DIALOG)|(ADW|GTK)_TYPE_(APPLICATION_)?WINDOW)\b", re.MULTILINE)


def room_of(path):
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def check_doors(tree):
    """Rooms include downward only, and each library has one room."""
    owners = {}
    for path in tree.under("src", ends=(".h",)):
        name = os.path.basename(path)
        if name in owners:
            yield path, 1, f"a header of this name is in {owners[name]} too"
        owners[name] = room_of(path)
    for path in tree.under("src", "tests", ends=C):
        for found in INCLUDE.finditer(tree.text(path) or ""):
            line = line_of(tree.text(path), found.start())
            yield from ((path, line, complaint) for complaint in complain_of_include(path, found, owners))


def complain_of_include(path, found, owners):
    room, quoted, name = room_of(path), found.group(1) == '"', found.group(2)
    for library, rooms, others in LIBRARIES:
        if library.match(name) and room not in rooms and not path.startswith(others or ("\0",)):
            yield f"only {', '.join(sorted(rooms))} may include {name}"
    if not quoted or room is None:
        return
    if "/" in name:
        yield f"{name} is included by a path; rooms are reached through their doors"
    elif room not in DOORS:
        yield f"{room} is no room"
    elif name in owners and owners[name] != room and owners[name] not in DOORS[room]:
        yield f"{room} may not include {name} of {owners[name]}"


SQL_START = re.compile(r"(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT"
                       r"|RELEASE|VACUUM|ATTACH|WITH|REPLACE|TRUNCATE|ANALYZE|EXPLAIN)(\s|;|$)")
SQL_INSIDE = re.compile(r"\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|\bDELETE FROM\b|\bUPDATE \w+ SET\b|\bCREATE (TABLE|INDEX)\b"
                        r"|(^|\s)(FROM|WHERE|ORDER BY|GROUP BY|LEFT JOIN|LIMIT)\s"
                        r"|^\s*(select\s.*\sfrom\s|insert into\s|delete from\s\w+\s+where|update \w+ set\s|create table\s)")
PASTED = re.compile(r"'%[-0-9.lq]*[sdiuQ]")


def has_sql(literal):
    text = literal.replace("\\n", "\n")
    return SQL_START.match(text.lstrip()) is not None or SQL_INSIDE.search(text) is not None


def check_sql(tree):
    """SQL is in .sql files, the engines and the store; values are bound, never printed into it."""
    for path in tree.under("src", ends=C):
        at_home = path.startswith("src/db/") or path == "src/record/clinic-store.c"
        for line, literal in literals(tree.text(path) or ""):
            if not has_sql(literal):
                continue
            if not at_home:
                yield path, line, "SQL belongs into data/sql"
            if PASTED.search(literal):
                yield path, line, "a value is printed into SQL: bind it"


def functions(text):
    """Name, first line and length of each function, by GNU braces at the line's start."""
    lines = code_only(text).split("\n")
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            yield find_name(lines, start), start, number - start + 1
            start = None


def find_name(lines, brace):
    for number in range(brace - 2, max(brace - 20, -1), -1):
        found = re.match(r"([A-Za-z_]\w*) \(", lines[number])
        if found:
            return found.group(1)
    return "?"


def check_length(tree):
    """Files and functions that one can still read."""
    for path in tree.under("src", "tests", ends=C):
        text = tree.text(path) or ""
        n_lines = text.count("\n")
        if path.endswith(".c") and n_lines > MAX_FILE:
            yield path, n_lines, f"{n_lines} lines; {MAX_FILE} at most"
        for name, line, length in functions(text):
            if length > MAX_FUNCTION and not name.endswith("class_init"):
                yield path, line, f"{name} has {length} lines; {MAX_FUNCTION} at most"


def check_windows(tree):
    """A page or window places its parts and says what happens; what it knows is somewhere else."""
    for path in tree.under("src/ui", ends=(".c",)):
        text = tree.text(path) or ""
        n_lines = text.count("\n")
        if WINDOW.search(text) and n_lines > MAX_WINDOW:
            yield path, n_lines, f"a page or window of {n_lines} lines; {MAX_WINDOW} at most"


LICENSED = C + (".py", ".sh", ".sql", ".ini", ".xml", ".ui", ".css", ".build", "meson_options.txt", ".cfg", ".rule", ".pull",
                "POTFILES", "LINGUAS", ".1", ".in")


def check_licence(tree):
    """The first line names the licence; the second where the first must be something else."""
    for path in tree.paths:
        text = tree.text(path)
        if text is None or not (path.endswith(LICENSED) or text.startswith("#!")):
            continue
        lines = text.split("\n")[:2]
        must_wait = lines[0].startswith(("#!", "<?xml"))
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in lines[1 if must_wait and len(lines) > 1 else 0]:
            yield path, 1, "no SPDX-License-Identifier: GPL-3.0-or-later on top"


def check_style(tree):
    """uncrustify would change nothing."""
    program = shutil.which("uncrustify")
    if program is None:
        yield "tests/uncrustify.cfg", 1, "uncrustify is not installed (tests/install test)"
        return
    paths = tree.under("src", "tests", ends=(".c",))
    if not paths:
        return
    command = [program, "-q", "-c", "tests/uncrustify.cfg", "--check", *paths]
    result = subprocess.run(command, cwd=tree.root, capture_output=True, text=True, check=False)
    failed = re.findall(r"^FAIL: (\S+)", result.stdout + result.stderr, re.MULTILINE)
    for path in failed:
        yield path, 1, "uncrustify -c tests/uncrustify.cfg --replace --no-backup mends it"
    if result.returncode != 0 and not failed:
        yield "tests/uncrustify.cfg", 1, (result.stderr or result.stdout).strip()[:200]


def check_resources(tree):
    """What lies in data is in the program, and the other way round."""
    index = "data/anagen.gresource.xml"
    listed = re.findall(r"<file[^>]*>([^<]+)</file>", tree.text(index) or "") if index in tree.paths else []
    for path in tree.under("data/sql", "data/rules", "data/reports", "data/seed", "data/exchange"):
        if path[len("data/"):] not in listed and os.path.basename(path) != "meson.build":
            yield path, 1, f"not listed in {index}"
    for name in listed:
        if "data/" + name not in tree.paths:
            yield index, 1, f"{name} does not exist"
        if listed.count(name) > 1:
            yield index, 1, f"{name} is listed twice"


LEFT_OVER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MACHINE = re.compile(r"(?<![\w.$}~/-])/(ho" + r"me|ro" + r"ot|wo" + r"rk)/")
TEMPORARY = re.compile(r"(?<![\w.$}~/-])/t" + r"mp/\w")
REGISTRY = re.compile(r"pypi\.(org|python)|pythonhosted\.org|npmjs\.(org|com)|crates\.io|rubygems\.org|"
                      r"(deb|security|ftp)\.debian\.org|archive\.ubuntu\.com|proxy\.golang\.org|"
                      r"repo\.maven\.apache\.org|registry\.hub\.docker\.com|dl\.flathub\.org|conda\.anaconda\.org")


def check_left_overs(tree):
    """No promises instead of code, nothing of one machine, no registry's host."""
    for path in tree.paths:
        if path.startswith("tests/lint/") or path == "COPYING":
            continue
        for number, line in enumerate((tree.text(path) or "").split("\n"), 1):
            if LEFT_OVER.search(line):
                yield path, number, "do it, or open an issue"
            if MACHINE.search(line) or (TEMPORARY.search(line) and not path.startswith("tests/")):
                yield path, number, "a path of one machine"
            if REGISTRY.search(line):
                yield path, number, "the host of a package registry"


TRANSLATED = re.compile(r"(?<!\w)(N?_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?) ?\(")


def translated(tree):
    """The files with something to translate."""
    for path in tree.under("src", ends=C):
        if TRANSLATED.search(re.sub(r"^[ \t]*#[ \t]*define.*$", "", code_only(tree.text(path) or ""),
                                    flags=re.MULTILINE)):
            yield path
    for path in tree.under("ui", ends=(".ui",)):
        if "translatable=" in (tree.text(path) or ""):
            yield path
    for path in tree.under("data", ends=(".desktop.in", ".metainfo.xml.in", ".gschema.xml")):
        yield path


def check_potfiles(tree):
    """Translators see every file that speaks to people."""
    if "po/POTFILES" not in tree.paths:
        yield "po/POTFILES", 1, "missing"
        return
    listed = [line for line in tree.text("po/POTFILES").split("\n") if line and not line.startswith("#")]
    for path in listed:
        if path not in tree.paths:
            yield "po/POTFILES", 1, f"{path} does not exist"
    for path in translated(tree):
        if path not in listed:
            yield path, 1, "not in po/POTFILES (ninja -C _build potfiles writes it anew)"


GLUED = re.compile(r'"\s*([A-Za-z_]\w*)|([A-Za-z_]\w*)\s*"')


def arguments_at(code, start):
    """What stands between the parenthesis before start and the one that closes it."""
    depth = 1
    for position in range(start, len(code)):
        depth += {"(": 1, ")": -1}.get(code[position], 0)
        if depth == 0:
            return code[start:position]
    return code[start:]


def check_texts(tree):
    """A text for translators is whole: xgettext ends it at any macro but those of inttypes.h."""
    for path in tree.under("src", ends=C):
        code = code_only(tree.text(path) or "")
        for call in TRANSLATED.finditer(code):
            for found in GLUED.finditer(arguments_at(code, call.end())):
                name = found.group(1) or found.group(2)
                if not re.fullmatch(r"PRI[diouxX]64", name):
                    yield (path, line_of(code, call.end() + found.start()),
                           f"{name} cuts a translatable text: write PRId64 or PRIu64, %zu or %s")


def check_scripts(tree):
    """Scripts can be read by what their first line names, and run."""
    for path in tree.paths:
        if not (tree.text(path) or "").startswith("#!"):
            continue
        full = os.path.join(tree.root, path)
        if not os.access(full, os.X_OK):
            yield path, 1, "has a #! line but cannot be run (chmod +x)"
        if not re.match(r"#!(/bin/bash|/bin/sh|/usr/bin/python3)\n", tree.text(path)):
            yield path, 1, "is for another program than bash, sh and Debian's python3"
        elif "python" not in tree.text(path).split("\n")[0]:
            result = subprocess.run(["bash", "-n", full], capture_output=True, text=True, check=False)
            if result.returncode != 0:
                yield path, 1, result.stderr.strip().split("\n")[0]
        else:
            try:
                compile(tree.text(path), path, "exec")
            except SyntaxError as error:
                yield path, error.lineno or 1, str(error)


def check_places(tree):
    """The top level holds what it always held; nothing is called utils."""
    for name in sorted({path.split("/")[0] for path in tree.paths}):
        if name not in TOP_LEVEL:
            yield name, 1, "does not belong at the top level"
    for path in tree.paths:
        if re.search(r"\butils?\b", path):
            yield path, 1, "say what it is for"


SCHEMA_KEY = re.compile(r'<key name="([^"]+)"')


def check_settings(tree):
    """What the desktop is to remember is asked for somewhere."""
    asked = "\n".join(tree.text(path) or "" for path in tree.under("src", ends=C))
    for path in tree.under("data", ends=(".gschema.xml",)):
        text = tree.text(path) or ""
        for found in SCHEMA_KEY.finditer(text):
            if f'"{found.group(1)}"' not in asked:
                yield path, line_of(text, found.start()), f"nobody reads {found.group(1)}"


CHECKS = {
    "doors": check_doors,
    "sql": check_sql,
    "length": check_length,
    "windows": check_windows,
    "licence": check_licence,
    "style": check_style,
    "resources": check_resources,
    "left-overs": check_left_overs,
    "potfiles": check_potfiles,
    "texts": check_texts,
    "scripts": check_scripts,
    "places": check_places,
    "settings": check_settings,
}

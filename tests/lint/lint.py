#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the sources for what a compiler does not see.

    lint.py ROOT              all checks, as TAP
    lint.py ROOT CHECK…       these
    lint.py --self-test       shows of every check that it can fail
    lint.py --potfiles ROOT   writes po/POTFILES anew
"""

import os
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

from checks import CHECKS, translated  # noqa: E402
from samples import SAMPLES  # noqa: E402
from tree import Tree  # noqa: E402

HOUSE_STYLE = pathlib.Path(__file__).parent.parent / "uncrustify.cfg"


def run_checks(root, names):
    tree = Tree(root)
    failed = False
    print(f"1..{len(names)}")
    for number, name in enumerate(names, 1):
        complaints = list(CHECKS[name](tree))
        print(f"{'not ok' if complaints else 'ok'} {number} {name}")
        for path, line, complaint in complaints:
            print(f"# {path}:{line}: {complaint}")
        failed = failed or bool(complaints)
    return 1 if failed else 0


def plant(root, files):
    for path, text in files.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
        if text.startswith("#!") and not path.endswith(".txt"):
            os.chmod(full, 0o755)


def count_complaints(name, files):
    with tempfile.TemporaryDirectory() as root:
        plant(root, files)
        if name == "style":
            plant(root, {"tests/uncrustify.cfg": HOUSE_STYLE.read_text(encoding="utf-8")})
        return len(list(CHECKS[name](Tree(root))))


def self_test():
    cases = [(name, *sample) for name, samples in SAMPLES.items() for sample in samples]
    missing = [name for name in CHECKS
               if not any(case[0] == name and case[2] for case in cases)]
    print(f"1..{len(cases) + 1}")
    failed = bool(missing)
    print(f"{'not ok' if missing else 'ok'} 1 every check has a sample it refuses {' '.join(missing)}")
    for number, (name, title, expected, files) in enumerate(cases, 2):
        found = count_complaints(name, files)
        print(f"{'ok' if found == expected else 'not ok'} {number} {name}: {title}")
        if found != expected:
            print(f"# {found} complaints, {expected} expected")
            failed = True
    return 1 if failed else 0


def write_potfiles(root):
    paths = sorted(set(translated(Tree(root))))
    with open(os.path.join(root, "po", "POTFILES"), "w", encoding="utf-8") as file:
        file.write("# SPDX-License-Identifier: GPL-3.0-or-later\n")
        file.writelines(path + "\n" for path in paths)
    return 0


def main(arguments):
    if arguments[:1] == ["--self-test"]:
        return self_test()
    if arguments[:1] == ["--potfiles"] and len(arguments) == 2:
        return write_potfiles(arguments[1])
    if not arguments or arguments[0].startswith("-") or set(arguments[1:]) - set(CHECKS):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    return run_checks(arguments[0], arguments[1:] or list(CHECKS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

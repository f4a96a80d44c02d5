#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manual page of anagenctl from what the program itself says with --help.

    make-man.py ANAGENCTL VERSION OUTPUT
"""

import os
import re
import subprocess
import sys

COMMON = re.compile(r"^ *(-c, --clinic|-a, --as|--accept|-f, --format|-q, --quiet|-h, --help|-\?, --help)")
LABEL = re.compile(r"^[A-Z][a-z ]+: ")
OPTION = re.compile(r"^  +((?:-\S, )?--?[^ ].*?)(?:  +(\S.*))?$")


def ask(program, *words):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "ASAN_OPTIONS": "detect_leaks=0"}
    return subprocess.run([program, *words], env=environment, check=True, capture_output=True, text=True).stdout


def escape(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def write_text(lines):
    """Indented lines are examples and stay as they are."""
    example = False
    for line in lines:
        indented = line.startswith("  ")
        if indented != example:
            yield ".EX" if indented else ".EE"
            example = indented
        if not example and LABEL.match(line):
            yield ".P"
        if line.strip():
            yield escape(line if example else re.sub(" +", " ", line))
        elif not example:
            yield ".P"
    if example:
        yield ".EE"


def write_options(lines):
    for line in lines:
        found = OPTION.match(line)
        if found:
            yield ".TP\n.B " + escape(found.group(1))
            yield escape(found.group(2) or "")
        elif line.strip():
            yield escape(line.strip())


def split_help(text, common=False):
    """GOption's help: usage, then the options under headings, then the description. Options that all commands have,
    or only those."""
    lines = text.split("\n")
    options, rest, inside = [], [], None
    for line in lines[2:]:
        if re.match(r"^\S.* Options:$", line):
            inside = line
        elif inside and line.startswith("  "):
            if bool(COMMON.match(line)) == common:
                options.append(line)
        else:
            inside = inside if inside and not line.strip() else None
            if inside is None:
                rest.append(line)
    return lines[1].strip(), options, "\n".join(rest).strip("\n").split("\n")


def write_page(program, version):
    text = ask(program, "--help")
    head, commands, rest = re.match(r".*?\n\n(.*?)\n\n\S+:\n(.*?)\n\n(.*)", text, re.DOTALL).groups()
    yield f'.TH ANAGENCTL 1 "" "Anagen {version}"'
    yield ".SH NAME\nanagenctl \\- the records of a hair mesotherapy clinic, from the console"
    yield ".SH SYNOPSIS\n.B anagenctl\n.I COMMAND\n[\\fIOPTION\\fR\\|.\\|.\\|.]"
    yield ".SH DESCRIPTION\n" + escape(head)
    yield ".P"
    yield from write_text(rest.strip().split("\n"))
    yield ".SH OPTIONS\nEvery command has these."
    first = commands.split(None, 1)[0]
    yield from write_options(split_help(ask(program, first, "--help"), common=True)[1])
    yield ".SH COMMANDS"
    for line in commands.split("\n"):
        name, summary = line.split(None, 1)
        usage, options, description = split_help(ask(program, name, "--help"))
        yield ".SS " + escape(usage)
        yield escape(summary[0].upper() + summary[1:]) + "."
        yield from write_options(options)
        if "".join(description).strip():
            yield ".P"
            yield from write_text(description)
    yield ".SH FILES"
    yield ".TP\n.I ~/.local/share/anagen/clinic.anagen\nThe clinic, unless another is named."


def main(program, version, output):
    page = "\n".join(write_page(program, version)) + "\n"
    with open(output, "w", encoding="utf-8") as file:
        file.write('.\\" SPDX-License-Identifier: GPL-3.0-or-later\n' + page)


if __name__ == "__main__":
    main(*sys.argv[1:4])

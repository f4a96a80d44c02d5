# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the source tree, as the checks see them."""

import os
import re

SKIPPED = {".git", "__pycache__"}

# Strings, characters and comments of C; whatever matches none of them is code.
TOKEN = re.compile(r'''
    (?P<comment> /\*.*?\*/ | //[^\n]* )
  | (?P<string>  "(?:[^"\\\n]|\\.)*" )
  | (?P<char>    '(?:[^'\\\n]|\\.)*' )
''', re.VERBOSE | re.DOTALL)


class Tree:
    """Every file below a root, without what builds and git leave there."""

    def __init__(self, root):
        self.root = root
        self.texts = {}
        self.paths = sorted(self._walk())

    def _walk(self):
        for folder, folders, files in os.walk(self.root):
            at_top = os.path.samefile(folder, self.root)
            folders[:] = [f for f in folders
                          if f not in SKIPPED and not (at_top and f.startswith("_build"))]
            for name in files:
                yield os.path.relpath(os.path.join(folder, name), self.root)

    def text(self, path):
        """The file's text, or None when it holds something else."""
        if path not in self.texts:
            with open(os.path.join(self.root, path), "rb") as file:
                data = file.read()
            try:
                self.texts[path] = None if b"\0" in data else data.decode("utf-8")
            except UnicodeDecodeError:
                self.texts[path] = None
        return self.texts[path]

    def under(self, *folders, ends=("",)):
        """Paths below these folders with one of these endings."""
        return [path for path in self.paths
                if path.startswith(tuple(f + "/" for f in folders)) and path.endswith(tuple(ends))]


def line_of(text, position):
    """The number of the line that holds this position."""
    return text.count("\n", 0, position) + 1


def literals(text):
    """The string literals of a C file with their lines; neighbours are one, as for the compiler."""
    pieces = []
    start = end = None
    for token in TOKEN.finditer(text):
        between = text[end:token.start()] if end is not None else ""
        if pieces and (token.lastgroup == "char" or between.strip()):
            yield line_of(text, start), "".join(pieces)
            pieces = []
        if token.lastgroup == "string":
            if not pieces:
                start = token.start()
            pieces.append(token.group()[1:-1])
        end = token.end()
    if pieces:
        yield line_of(text, start), "".join(pieces)


def code_only(text):
    """The C file with comments and the inside of strings blanked; positions stay."""
    def blank(token):
        found = re.sub(r"[^\n]", " ", token.group())
        return '"' + found[1:-1] + '"' if token.lastgroup == "string" else found
    return TOKEN.sub(blank, text)

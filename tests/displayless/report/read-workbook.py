#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook as strictly as XML allows and prints its cells, one a line: SHEET!A1 TYPE VALUE.

Fails on a part that is no well-formed XML, on any formula or link, and where openpyxl does not open the file.
"""
import hashlib
import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def decode(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def text_of(element):
    return decode("".join(t.text or "" for t in element.iter(MAIN + "t")))


def main(path):
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None
    media = [name for name in archive.namelist() if name.startswith("xl/media/")]
    parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if name not in media}
    charts = sum(name.startswith("xl/charts/") for name in parts)
    print("charts", charts)

    for name in media:
        print("name", name)
        print("media", hashlib.sha1(archive.read(name)).hexdigest())

    targets = {r.get("Id"): r.get("Target") for r in parts["xl/_rels/workbook.xml.rels"]}
    shared = [text_of(si) for si in parts.get("xl/sharedStrings.xml", [])]

    for sheet in parts["xl/workbook.xml"].find(MAIN + "sheets"):
        name = sheet.get("name")
        print("sheet", json.dumps(name, ensure_ascii=False))
        worksheet = parts["xl/" + targets[sheet.get(LINK + "id")]]
        assert not list(worksheet.iter(MAIN + "f")), "a formula"
        assert not list(worksheet.iter(MAIN + "hyperlink")), "a link"

        for merged in worksheet.iter(MAIN + "mergeCell"):
            print("merged", name, merged.get("ref"))

        for cell in worksheet.iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            if cell.get("t") == "inlineStr":
                kind, value = "s", text_of(cell.find(MAIN + "is"))
            elif cell.get("t") == "s":
                kind, value = "s", shared[int(value.text)]
            elif value is None:
                continue
            else:
                kind, value = "n", float(value.text)
            print(f"{name}!{cell.get('r')}", kind, json.dumps(value, ensure_ascii=False))

    import openpyxl

    openpyxl.load_workbook(path)


main(sys.argv[1])

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


def check_tables(workbook):
    """As a statistician's program reads a report: heads in the first row, then rows, and nothing else; in a column of
    figures there are figures."""
    if "Codebook" not in workbook.sheetnames:
        return

    kinds = {(row[0], row[1]): row[2] for row in workbook["Codebook"].iter_rows(min_row=2, values_only=True)}

    for worksheet in workbook:
        if worksheet.title.endswith((", pictures", ", charts")):
            continue

        heads, *rows = list(worksheet.iter_rows(values_only=True))
        assert all(heads) and len(set(heads)) == len(heads), f"heads of {worksheet.title}"
        assert all(any(cell is not None for cell in row) for row in rows), f"an empty row in {worksheet.title}"

        for at, head in enumerate(heads):
            kind = next((kind for (sheet, column), kind in kinds.items()
                         if worksheet.title.startswith(sheet[:20]) and head.split(" (")[0] == column.split(" (")[0]), "text")
            words = [row[at] for row in rows if isinstance(row[at], str)]
            assert not words or "number" not in kind and "percent" not in kind, f"{worksheet.title}, {head}: {words[0]}"


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

    check_tables(openpyxl.load_workbook(path))


main(sys.argv[1])

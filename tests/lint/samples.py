# SPDX-License-Identifier: GPL-3.0-or-later
"""What each check must refuse and what it must let pass: (title, number of complaints, files)."""

TOP = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"


def function(name, n_lines):
    return f"static void\n{name} (void)\n{{\n" + "  work ();\n" * (n_lines - 2) + "}\n"


SAMPLES = {
    "doors": [
        ("downward is free", 0, {"src/db/clinic-db.h": "", "src/record/a.c": '#include "clinic-db.h"\n'}),
        ("upward", 1, {"src/record/clinic-record.h": "", "src/db/a.c": '#include "clinic-record.h"\n'}),
        ("sideways", 1, {"src/report/clinic-report.h": "", "src/rule/a.c": '#include "clinic-report.h"\n'}),
        ("a report may ask a rule", 0, {"src/rule/clinic-rule.h": "", "src/report/a.c": '#include "clinic-rule.h"\n'}),
        ("by a path", 1, {"src/db/clinic-db.h": "", "src/record/a.c": '#include "../db/clinic-db.h"\n'}),
        ("GTK outside ui", 2, {"src/command/a.c": "#include <gtk/gtk.h>\n# include <adwaita.h>\n"}),
        ("GTK in ui", 0, {"src/ui/shell/a.c": "#include <gtk/gtk.h>\n#include <adwaita.h>\n"}),
        ("GTK in a displayless test", 1, {"tests/displayless/a.c": "#include <gdk/gdk.h>\n"}),
        ("SQLite in cli", 1, {"src/cli/a.c": "#include <sqlite3.h>\n"}),
        ("libpq in record", 1, {"src/record/a.c": "#include <libpq-fe.h>\n"}),
        ("both in db", 0, {"src/db/a.c": "#include <sqlite3.h>\n#include <libpq-fe.h>\n"}),
        ("workbooks in cli", 1, {"src/cli/a.c": "#include <xlsxwriter.h>\n"}),
        ("a header of two rooms", 1, {"src/db/clinic-a.h": "", "src/record/clinic-a.h": ""}),
        ("a room that is none", 1, {"src/attic/clinic-b.h": "", "src/attic/a.c": '#include "clinic-b.h"\n'}),
    ],
    "sql": [
        ("a statement", 1, {"src/cli/a.c": 'f ("SELECT id FROM patient");\n'}),
        ("over two lines", 1, {"src/cli/a.c": 'f ("INSERT INTO patient"\n   " (id) VALUES (1)");\n'}),
        ("in small letters", 1, {"src/rule/a.c": 'f ("select id from patient");\n'}),
        ("a piece of one", 1, {"src/record/clinic-search.c": 'g_string_append (s, " WHERE id = 1");\n'}),
        ("a transaction", 1, {"src/command/a.c": 'f ("BEGIN");\n'}),
        ("in the engines", 0, {"src/db/a.c": 'f ("SELECT 1");\n'}),
        ("in the store", 0, {"src/record/clinic-store.c": 'f ("INSERT INTO %s");\n'}),
        ("a value printed into it", 1, {"src/db/a.c": "f (\"DELETE FROM a WHERE b = '%s'\");\n"}),
        ("vCard is none", 0, {"src/exchange/a.c": 'f ("BEGIN:VCARD"); g (_("Select a patient from the list"));\n'}),
        ("nor is a comment", 0, {"src/cli/a.c": "/* SELECT id FROM patient, \"quoted\" */\n"}),
    ],
    "length": [
        ("a long function", 1, {"src/db/a.c": function("run", 81)}),
        ("one that just fits", 0, {"src/db/a.c": function("run", 80)}),
        ("class_init may", 0, {"src/db/a.c": function("clinic_a_class_init", 120)}),
        ("a long file", 1, {"src/db/a.c": "int a;\n" * 701}),
        ("one that just fits", 0, {"src/db/a.c": "int a;\n" * 700}),
        ("a table is no function", 0, {"src/db/a.c": "static int a[] = {\n" + "  1,\n" * 200 + "};\n"}),
    ],
    "windows": [
        ("a long window", 1, {"src/ui/shell/a.c": "G_DEFINE_FINAL_TYPE (ClinicA, clinic_a, ADW_TYPE_WINDOW)\n" + "int a;\n" * 250}),
        ("a long page", 1, {"src/ui/shell/a.c": "G_DEFINE_TYPE (ClinicA, clinic_a,\n  CLINIC_TYPE_PAGE)\n" + "int a;\n" * 249}),
        ("one that just fits", 0, {"src/ui/shell/a.c": "G_DEFINE_FINAL_TYPE (ClinicA, clinic_a, CLINIC_TYPE_PAGE)\n" + "int a;\n" * 249}),
        ("a part may be longer", 0, {"src/ui/shell/a.c": "G_DEFINE_FINAL_TYPE (ClinicA, clinic_a, ADW_TYPE_BIN)\n" + "int a;\n" * 300}),
    ],
    "licence": [
        ("none in C", 1, {"src/db/a.c": "int a;\n"}),
        ("none in a script", 1, {"tests/go": "#!/bin/bash\necho\n"}),
        ("none in SQL", 1, {"data/sql/a.sql": "SELECT 1;\n"}),
        ("another one", 1, {"src/db/a.c": "/* SPDX-License-Identifier: MIT */\n"}),
        ("too late", 1, {"src/db/a.c": "\n" + TOP}),
        ("where it belongs", 0, {"src/db/a.c": TOP,
                                 "tests/go": "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n",
                                 "a.ui": '<?xml version="1.0"?>\n<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n'}),
        ("data needs none", 0, {"tests/data/a.csv": "a,b\n"}),
    ],
    "style": [
        ("braces of another country", 1, {"src/db/a.c": "int\nrun (void) {\n  return 0;\n}\n"}),
        ("no space before parentheses", 1, {"src/db/a.c": "int\nrun(void)\n{\n  return 0;\n}\n"}),
        ("as it should be", 0, {"src/db/a.c": "int\nrun (void)\n{\n  return 0;\n}\n"}),
    ],
    "resources": [
        ("a file that is not listed", 1, {"data/sql/queries/a.sql": "", "data/anagen.gresource.xml": "<x/>"}),
        ("a file that does not exist", 1, {"data/anagen.gresource.xml": "<file>sql/a.sql</file>"}),
        ("listed twice", 2, {"data/seed/a.ini": "",
                             "data/anagen.gresource.xml": "<file>seed/a.ini</file><file>seed/a.ini</file>"}),
        ("no index at all", 1, {"data/rules/a.ini": ""}),
        ("listed once", 0, {"data/seed/a.ini": "", "data/anagen.gresource.xml": "<file>seed/a.ini</file>"}),
    ],
    "left-overs": [
        ("a promise", 2, {"src/db/a.c": "/* TO" + "DO */\n", "README.md": "FIX" + "ME\n"}),
        ("somebody's home", 1, {"src/db/a.c": 'f ("/ho' + 'me/anna/x");\n'}),
        ("root's home, also in tests", 1, {"tests/go": "ls /ro" + "ot/x\n"}),
        ("a temporary file", 1, {"run": "touch /t" + "mp/x\n"}),
        ("which tests may have", 0, {"tests/go": "touch /t" + "mp/x\n"}),
        ("a registry", 1, {"run": "curl https://py" + "pi.org/simple\n"}),
        ("paths of the user's own", 0, {"run": 'cd "$HOME/work/x"; cd src/home/; cd ./work/a\n'}),
    ],
    "potfiles": [
        ("no list", 1, {"src/db/a.c": "int a;\n"}),
        ("a file that is not listed", 1, {"po/POTFILES": "", "src/db/a.c": 'f (_("Anna"));\n'}),
        ("a label that is not listed", 1, {"po/POTFILES": "", "src/db/a.c": 'f (N_("Anna"));\n'}),
        ("a file that does not exist", 1, {"po/POTFILES": "src/db/b.c\n"}),
        ("complete", 0, {"po/POTFILES": "# x\nsrc/db/a.c\n", "src/db/a.c": 'f (_("Anna"));\n'}),
        ("nothing to translate", 0, {"po/POTFILES": "", "src/db/a.c": '/* _("x") */\ncall_ ("_(");\nabc_ (1);\n'}),
    ],
    "texts": [
        ("a macro of GLib", 1, {"src/db/a.c": 'f (_("Line %" G_GUINT64_FORMAT ": no"), n);\n'}),
        ("at the end, on a line of its own", 1, {"src/db/a.c": 'f (_("Line (%)" " %"\n   G_GINT64_FORMAT), n);\n'}),
        ("at the beginning", 1, {"src/db/a.c": 'f (C_("row", PREFIX "Line"), n);\n'}),
        ("in a plural", 1, {"src/db/a.c": 'f (ngettext ("%u row", "%" G_GSIZE_FORMAT " rows", n), n);\n'}),
        ("those xgettext knows", 0, {"src/db/a.c": 'f (ngettext ("%" PRIu64 " row", "%" PRIu64 " rows", n), n, "%"\n'
                                                   'G_GINT64_FORMAT);\n'}),
        ("nothing to translate", 0, {"src/db/a.c": 'f ("%" G_GINT64_FORMAT, n);\n'}),
    ],
    "scripts": [
        ("cannot be run", 1, {"tests/go.txt": "#!/bin/bash\necho\n"}),
        ("cannot be read", 1, {"tests/go": "#!/bin/bash\nif true; then\n"}),
        ("nor this", 1, {"tests/go": "#!/usr/bin/python3\nif True\n"}),
        ("of another program", 1, {"tests/go": "#!/usr/bin/env perl\n"}),
        ("as it should be", 0, {"tests/go": "#!/bin/bash\necho\n", "tests/a.py": "import os\n"}),
    ],
    "places": [
        ("a stranger at the top", 1, {"notes.txt": ""}),
        ("utils", 2, {"src/db/clinic-utils.c": "", "src/util/a.c": ""}),
        ("what belongs there", 0, {"README.md": "", "src/db/a.c": "", "_build/a.c": "", ".git/config": ""}),
    ],
    "settings": [
        ("a key that nobody reads", 1, {"data/a.gschema.xml": '<key name="size" type="i">\n<key name="colour" type="s">\n',
                                        "src/ui/shell/a.c": 'g_settings_get_int (settings, "size");\n'}),
        ("all are read", 0, {"data/a.gschema.xml": '<key name="size" type="i">\n',
                             "src/ui/shell/a.c": 'g_settings_get_int (settings, "size");\n'}),
    ],
}

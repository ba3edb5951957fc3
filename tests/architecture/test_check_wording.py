#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""scripts/check-wording: where it looks, what it finds, and what it must leave alone."""
import importlib.machinery
import importlib.util
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check-wording"
loader = importlib.machinery.SourceFileLoader("check_wording", str(SCRIPT))
check_wording = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
loader.exec_module(check_wording)


def found(path, text):
    """Returns the words found, in order."""
    return [words for _, words, _ in check_wording.check_text(path, text)]


# For each rule, in its order: sentences with what is found in them (nothing: None).
PROSE_CASES = [
    [("Reads the list anew.", "anew"), ("A new list.", None)],
    [("without blanks", "blanks"), ("a blank must follow", "blank"), ("a trailing blank", "blank"), ("after a blank line", None),
     ("a blank page", None), ("the filter is blank", None), ("a blank filter", None)],
    [("moves behind it", "behind i"), ("leaves nothing behind.", None), ("works behind a proxy", None),
     ("what is hidden behind an emoji", None)],
    [("a newer wish", "wish"), ("as they are wished for", "wished")],
    [("what was asked for", "asked for"), ("they asked for access to it", None)],
    [("seldom changed", "seldom")],
    [("is told at once", "told"), ("can be told apart", None), ("a toldo", None)],
    [("each telling costs a table", "each telling"), ("without telling the caller", None)],
    [("the last answer", "last answer"), ("parts of a streamed answer", "streamed answer"), ("does not answer in time", None),
     ("the server answers", None)],
    [("bins of a timeline", "timeline")],
    [("rows were put aside", "put aside"), ("rows in quarantine", "in quarantine"), ("aside from that", None)],
    [("setting, 80 if not given", "if not given")],
    [("the usual widths", "usual"), ("usually", None)],
    [("The secrets of an Asana connection.", "Asana connection"), ("one read-only connection", None)],
]
VISIBLE_CASES = [
    [("(an empty VALUE is the default)", "is the default)"), ("the default is 80", None)],
    [("Adds a connection.", "a connection"), ("There are no connections.", "no connections"),
     ("closed the connection before the end", None), ("The connection to %1 failed.", None),
     ("%1 refused the connection.", None), ("schedules, connections and members", None)],
    [('There is no command \\"%1\\".', '\\"%1\\"'), ("There is no command “%1”.", None)],
]
NAME_CASES = [[("constexpr int MostRows = 3;", "MostRows"), ("mostRecent()", None), ("Mostly", None)],
              [("struct Wish;", "Wish"), ("Wishbone", None)]]
EVERYWHERE_CASES = [[("by design section 7", "design section"), ("see design, section 7", "design, section"),
                     ("section 7 of the design", "section 7 of the design"), ("vendor-apis.md 5", "vendor-apis.md"),
                     ("the design of sections", None)],
                    [("cd /work/main", "/work/"), ("https://host/work/main", None)]]


class CheckWording(unittest.TestCase):
    def check(self, scope, cases, path, form):
        rules = [rule for rule in check_wording.RULES if rule[3] == scope]
        self.assertEqual(len(cases), len(rules), f"every rule for {scope} has cases")
        for sentences in cases:
            for sentence, expected in sentences:
                self.assertEqual(found(path, form.format(sentence)), [expected] if expected else [], sentence)

    def test_comments(self):
        self.check(check_wording.PROSE, PROSE_CASES, "models/core/text.h", "int a; /// {}\n")
        self.check(check_wording.PROSE, PROSE_CASES, "models/core/text.h", "int a; /*\n {}\n*/\n")

    def test_strings_and_documents(self):
        self.check(check_wording.PROSE, PROSE_CASES, "models/core/text.cpp", 'f("So: {}");\n')
        self.check(check_wording.PROSE, PROSE_CASES, "README.md", "# Title\n\n{}\n")
        self.check(check_wording.PROSE, PROSE_CASES, "scripts/run", "#!/bin/sh\nwork # {}\n")

    def test_what_users_read(self):
        self.check(check_wording.VISIBLE, VISIBLE_CASES, "app/cli/main.cpp", 'tr("One sentence. "\n   "{}")\n')
        self.assertEqual(found("app/cli/main.cpp", 'sql("a connection");'), [])

    def test_names(self):
        self.check(check_wording.NAMES, NAME_CASES, "models/core/text.h", "{}\n")
        self.assertEqual(found("models/core/text.h", "// MostRows\n"), [])

    def test_references_to_documents_elsewhere(self):
        for path in ("models/core/text.h", "docs/decisions/0001.md", "tests/query/tst_text.cpp", ".ci/run"):
            self.check(check_wording.EVERYWHERE, EVERYWHERE_CASES, path, "// {}\n")

    def test_names_of_test_functions_are_sentences(self):
        self.assertEqual(found("tests/core/tst_text.cpp", "private slots:\n    void aWrongKeyIsToldAtOnce();\n"), ["Told"])
        self.assertEqual(found("tests/core/tst_text.cpp", "void TextTest::readsAnewAfterAWish()\n"), ["Anew", "Wish"])
        self.assertEqual(found("tests/core/tst_text.cpp", "    void endsWithANewOne();\n"), [])
        self.assertEqual(found("models/core/text.h", "    void told();\n"), [])

    def test_code_is_no_prose(self):
        for text in ("// \\a wish is kept", "/// `told` is a column", "// Reader::told", "// see told()", 'f("told")', "int told;"):
            self.assertEqual(found("models/core/text.h", text), [], text)

    def test_history_is_not_rewritten(self):
        self.assertEqual(found("docs/decisions/0001.md", "It is made anew.\n"), [])

    def test_places_and_better_words_are_printed(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["git", "init", "--quiet", folder], check=True)
            (Path(folder) / "a.md").write_text("one\n\nmade anew\n", encoding="utf-8")
            (Path(folder) / "b.md").write_text("fine\n", encoding="utf-8")
            run = [subprocess.run([SCRIPT, "--root", folder, *files], capture_output=True, text=True, check=False)
                   for files in ([], ["b.md"])]
        self.assertEqual((run[0].returncode, run[1].returncode), (1, 0))
        self.assertIn("a.md:3: “anew”: better again", run[0].stderr)


if __name__ == "__main__":
    unittest.main()

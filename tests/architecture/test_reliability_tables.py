#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""scripts/reliability-tables --check and promises.py on a small repository."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "scripts" / "reliability-tables"
PROMISES = ROOT / "tests" / "architecture" / "promises.py"
CLASSES = ["faultstatuses", "faultconnections", "faultbodies", "faultstore"]
BEGIN = "<!-- made by scripts/reliability-tables: begin -->\n"
END = "<!-- made by scripts/reliability-tables: end -->\n"
HEAD = "| fault | asana | secoda | datafold | paradime | nected |\n|---|---|---|---|---|---|\n"
TABLE = HEAD + "| 500 | `server`, 5 | — | — | — | `server`, 5 |\n| html | — | — | — | — | `malformed`, 5 |\n"
LINES = {"faultstatuses": "asana\t500\tserver\t5\nnected\t500\tserver\t5\n", "faultbodies": "nected\thtml\tmalformed\t5\n"}


class Repository(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name in CLASSES:
            self.write(f"tests/sync/tst_{name}.cpp", "")
            self.write(f"lines/{name}.tsv", LINES.get(name, ""))

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def result_of(self, *command):
        result = subprocess.run([sys.executable, *command, "--root", self.root], capture_output=True, text=True, check=False)
        return result.returncode, result.stderr


class ReliabilityTables(Repository):
    def check(self, table):
        self.write("docs/reliability.md", f"# Before\n\n{BEGIN}{table}{END}\nAfter.\n")
        return self.result_of(TABLES, "--check", self.root / "lines")

    def test_a_table_that_is_what_the_tests_do(self):
        self.assertEqual(self.check(TABLE), (0, ""))

    def test_another_number_of_requests(self):
        status, errors = self.check(TABLE.replace("`server`, 5 |\n", "`server`, 4 |\n"))
        self.assertEqual(status, 1)
        self.assertIn("+| 500 | `server`, 5 | — | — | — | `server`, 5 |", errors)

    def test_a_row_that_no_test_has(self):
        self.assertEqual(self.check(TABLE + "| 418 | `ok`, 1 | — | — | — | — |\n")[0], 1)

    def test_a_class_that_did_not_run(self):
        (self.root / "lines" / "faultstore.tsv").unlink()
        status, errors = self.check(TABLE)
        self.assertEqual(status, 1)
        self.assertIn("run the test sync.faultstore first", errors)

    def test_a_class_that_is_not_in_the_list(self):
        self.write("tests/sync/tst_faultmoods.cpp", "")
        self.assertIn("faultmoods", self.check(TABLE)[1])

    def test_two_lines_of_one_cell(self):
        self.write("lines/faultstore.tsv", "asana\t500\tserver\t5\n")
        self.assertEqual(self.check(TABLE)[0], 1)

    def test_a_document_without_the_table(self):
        self.write("docs/reliability.md", "# Before\n")
        self.assertEqual(self.result_of(TABLES, "--check", self.root / "lines")[0], 1)


class Promises(Repository):
    def check(self, row):
        self.write("tests/store/tst_thing.cpp", "class ThingTest : public QObject\n    void holds();\n    void itself()\n")
        self.write("docs/reliability.md", f"| promise | tests |\n|---|---|\n{row}\n\n| other | table |\n")
        return self.result_of(PROMISES)

    def test_tests_that_exist(self):
        self.assertEqual(self.check("| It holds. | `ThingTest::holds`, `ThingTest::itself` |"), (0, ""))

    def test_a_function_that_does_not_exist(self):
        status, errors = self.check("| It holds. | `ThingTest::held` |")
        self.assertEqual((status, errors), (1, "docs/reliability.md:3: there is no test ThingTest::held\n"))

    def test_a_class_that_does_not_exist(self):
        self.assertEqual(self.check("| It holds. | `OtherTest::holds` |")[0], 1)

    def test_a_promise_without_a_test(self):
        self.assertEqual(self.check("| It holds. | yes |"), (1, "docs/reliability.md:3: no test is named\n"))

    def test_no_promises(self):
        self.write("docs/reliability.md", "# Nothing\n")
        self.assertEqual(self.result_of(PROMISES)[0], 1)


if __name__ == "__main__":
    unittest.main()

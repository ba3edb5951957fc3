#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""What docs/verify_evidence.py promises to whoever has to trust it: it is short, and needs Python 3.9 and openssl alone.

What it accepts and refuses, evidence.tampering shows."""
import ast
import sys
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "verify_evidence.py"
OLDEST = (3, 9)


class EvidenceScript(unittest.TestCase):
    def setUp(self):
        self.text = SCRIPT.read_text(encoding="utf-8")
        self.tree = ast.parse(self.text, feature_version=OLDEST)

    def test_it_can_be_read_in_ten_minutes(self):
        self.assertLess(len(self.text.splitlines()), 200)

    def test_it_needs_the_standard_library_alone(self):
        imported = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                imported.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                imported.add("." if node.level else node.module.partition(".")[0])
        self.assertTrue(imported)
        self.assertEqual(imported - sys.stdlib_module_names, set())

    def test_it_starts_openssl_alone(self):
        started = [node.args[0] for node in ast.walk(self.tree)
                   if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                   and isinstance(node.func.value, ast.Name) and node.func.value.id in ("subprocess", "os")]
        self.assertEqual(len(started), 1)
        self.assertTrue(ast.unparse(started[0]).startswith("'openssl "))


if __name__ == "__main__":
    unittest.main()

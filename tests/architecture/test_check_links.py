#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""scripts/check-links on a small repository."""
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check-links"


class CheckLinks(unittest.TestCase):
    def broken(self, text):
        """Returns the sentences about docs/page.md with this text, and the exit status."""
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["git", "init", "--quiet", folder], check=True)
            for name, content in {"docs/page.md": text, "README.md": "# One `word` & more\n\n## Twice\n\n## Twice\n",
                                  "models/core/text.h": "class Text;\n", ".gitignore": "build\n", "build/made.md": ""}.items():
                (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / name).write_text(content, encoding="utf-8")
            result = subprocess.run([SCRIPT, "--root", folder], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 1 if result.stderr else 0)
        return result.stderr.splitlines()

    def test_links_to_files_folders_and_headings(self):
        self.assertEqual(self.broken("# Here\n[a](../README.md) [b](../models/core) [c](../models/core/text.h) [d](#here)\n"
                                     "[e](../README.md#one-word--more) [f](../README.md#twice-1) ![g](../README.md \"title\")\n"), [])

    def test_links_elsewhere_are_not_followed(self):
        self.assertEqual(self.broken("[a](https://example.com/nothing) [b](mailto:a@example.com)\n"), [])

    def test_code_holds_no_links(self):
        self.assertEqual(self.broken("`[a](b)`\n```\n[a](b)\n```\n"), [])

    def test_a_missing_file(self):
        self.assertEqual(self.broken("\n[`code`](../models/gone.h)\n"), ["docs/page.md:2: ../models/gone.h is not in the repository"])

    def test_a_file_that_git_ignores(self):
        self.assertEqual(self.broken("[a](../build/made.md)\n"), ["docs/page.md:1: ../build/made.md is not in the repository"])

    def test_a_file_outside_the_repository(self):
        self.assertEqual(self.broken("[a](../../../etc/passwd)\n"), ["docs/page.md:1: ../../../etc/passwd is not in the repository"])

    def test_references(self):
        self.assertEqual(self.broken("[`Text`]: ../models/core/text.h\n[`Text::size()`]: ../README.md\n[here]: ../README.md#twice\n"), [])
        self.assertEqual(self.broken("\n[`Text`]: ../models/gone.h\n"), ["docs/page.md:2: ../models/gone.h is not in the repository"])
        self.assertEqual(self.broken("\n[`Text::size()`]: ../models/core/text.h\n"), [
            "docs/page.md:2: ../models/core/text.h does not declare size"])

    def test_a_missing_heading(self):
        self.assertEqual(self.broken("[a](../README.md#three) [b](#there)\n"), [
            "docs/page.md:1: ../README.md has no heading #three", "docs/page.md:1: docs/page.md has no heading #there"])


if __name__ == "__main__":
    unittest.main()

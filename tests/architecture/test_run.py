#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""scripts/run in a small tree that builds nothing: what it shows of the build, and what it starts."""
import json
import os
import pty
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "run"

TARGETS = ("trailglass", "trailglass-cli", "trailglass-report", "trailglass-fakevendors")
CMAKE_LISTS = f"""cmake_minimum_required(VERSION 3.25)
project(small NONE)
foreach(name IN ITEMS {" ".join(TARGETS)})
    add_custom_target(${{name}} COMMAND sh "${{PROJECT_SOURCE_DIR}}/make.sh")
endforeach()
"""
PRESETS = {
    "version": 6,
    "configurePresets": [{"name": "release", "generator": "Ninja", "binaryDir": "${sourceDir}/build/${presetName}"}],
    "buildPresets": [{"name": "release", "configurePreset": "release"}],
}


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("CMakeLists.txt", CMAKE_LISTS)
        self.write("CMakePresets.json", json.dumps(PRESETS))
        self.write("make.sh", "exit 0\n")
        self.write("scripts/setup", "#!/bin/sh\n")
        self.write("scripts/demo", '#!/bin/sh\necho "the demo with $*"\n')
        self.write("build/release/bin/trailglass", '#!/bin/sh\necho "the window with $*"\n')
        shutil.copy(SCRIPT, self.root / "scripts" / "run")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def run_on_terminal(self, *arguments):
        """Returns the exit code, the standard output, and what a terminal shows of the standard error."""
        terminal, device = pty.openpty()
        with subprocess.Popen([self.root / "scripts" / "run", *arguments], stdout=subprocess.PIPE, stderr=device) as run:
            os.close(device)
            shown = b""
            while True:
                try:
                    shown += os.read(terminal, 4096)
                except OSError:  # nobody has it open for writing any more
                    break
            os.close(terminal)
            return run.wait(), run.stdout.read().decode(), shown.decode()

    def test_a_terminal_shows_how_much_of_the_build_is_done(self):
        code, output, shown = self.run_on_terminal("--yes", "--workspace", "w")
        self.assertEqual((code, output), (0, "the window with --workspace w\n"))
        self.assertEqual(re.findall(r"\r\x1b\[KBuilding: +(\d+) %", shown), ["33", "66", "100"], shown)
        self.assertTrue(shown.endswith("%\r\x1b[K"), shown)  # the line is gone when the window comes

    def test_the_demo_is_built_with_the_servers(self):
        code, output, shown = self.run_on_terminal("--demo", "--filter", "x")
        self.assertEqual((code, output), (0, f"the demo with {self.root}/build/release/bin --filter x\n"))
        self.assertIn("Building: 100 %", shown)

    def test_a_file_gets_no_line_that_is_written_over(self):
        run = subprocess.run([self.root / "scripts" / "run"], capture_output=True, text=True, check=True)
        self.assertEqual(run.stdout, "the window with \n")
        self.assertRegex(run.stderr, r"\ABuilding [^\r%]*\n\Z")

    def test_a_build_that_fails_says_why(self):
        self.write("make.sh", "echo no such header; exit 1\n")
        code, output, shown = self.run_on_terminal()
        self.assertEqual((code, output), (1, ""))
        self.assertIn("no such header", shown)


if __name__ == "__main__":
    unittest.main()

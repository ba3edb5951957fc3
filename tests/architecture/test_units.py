#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Installs the systemd user units into a folder and checks them there.

    test_units.py CMAKE INSTALL_SCRIPT
        CMAKE           the cmake program
        INSTALL_SCRIPT  install.cmake of the build, what `cmake --install` runs

Besides what this file checks itself, `systemd-analyze verify` does where it is installed.
"""
import configparser
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE, INSTALL_SCRIPT = sys.argv[1:3]


def unit(path):
    """The sections of a unit file; keys keep their letter case."""
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(path.read_text())
    return parser


class Units(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.prefix = Path(self.folder.name) / "a prefix"
        subprocess.run([CMAKE, f"-DCMAKE_INSTALL_PREFIX={self.prefix}", "-P", INSTALL_SCRIPT], check=True, stdout=subprocess.DEVNULL)
        self.units = self.prefix / "lib/systemd/user"

    def tearDown(self):
        self.folder.cleanup()

    def test_the_service_runs_the_program_of_this_prefix_once(self):
        service = unit(self.units / "trailglass-sync.service")["Service"]
        self.assertEqual(service["ExecStart"], f'"{self.prefix}/bin/trailglass-cli" sync')
        self.assertEqual(service["Type"], "oneshot")  # the timer counts from its end on

    def test_the_collector_has_its_key_in_a_variable(self):
        collector = unit(self.units / "trailglass-collect.service")
        self.assertEqual(collector["Service"]["ExecStart"],
                         f'"{self.prefix}/bin/trailglass-cli" collect ${{TRAILGLASS_ARCHIVE}} --archive-key env:TRAILGLASS_ARCHIVE_KEY')
        self.assertEqual(collector["Install"]["WantedBy"], "default.target")

    def test_another_prefix_is_another_program(self):
        elsewhere = Path(self.folder.name) / "elsewhere"
        subprocess.run([CMAKE, f"-DCMAKE_INSTALL_PREFIX={elsewhere}", "-P", INSTALL_SCRIPT], check=True, stdout=subprocess.DEVNULL)
        service = unit(elsewhere / "lib/systemd/user/trailglass-sync.service")["Service"]
        self.assertEqual(service["ExecStart"], f'"{elsewhere}/bin/trailglass-cli" sync')

    def test_the_timer_can_be_enabled_and_starts_the_service(self):
        timer = unit(self.units / "trailglass-sync.timer")
        self.assertEqual(timer["Install"]["WantedBy"], "timers.target")
        # It starts the service of its own name, and is armed without one before.
        self.assertNotIn("Unit", timer["Timer"])
        self.assertIn("OnActiveSec", timer["Timer"])
        self.assertIn("OnUnitInactiveSec", timer["Timer"])
        self.assertTrue((self.units / "trailglass-sync.service").is_file())

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd-analyze is not installed")
    def test_systemd_takes_them(self):
        program = self.prefix / "bin/trailglass-cli"
        program.parent.mkdir()
        program.symlink_to(sys.executable)  # systemd only looks whether it can be run
        home = Path(self.folder.name) / "home"
        home.mkdir()
        environment = os.environ | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
        verified = subprocess.run(
            ["systemd-analyze", "--user", "--man=no", "verify", *(str(self.units / name) for name in os.listdir(self.units))],
            env=environment, capture_output=True, text=True)
        ours = [line for line in verified.stderr.splitlines() if "trailglass" in line]
        self.assertEqual((verified.returncode, ours), (0, []), verified.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

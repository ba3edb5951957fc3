#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Installs the script that verifies evidence bundles into a folder, and starts it there.

    test_installedscript.py CMAKE INSTALL_SCRIPT
        CMAKE           the cmake program
        INSTALL_SCRIPT  cmake_install.cmake of the build's resources, what `cmake --install` runs
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE, INSTALL_SCRIPT = sys.argv[1:3]


class InstalledScript(unittest.TestCase):
    def test_it_is_where_the_readme_of_a_bundle_says_and_can_be_started(self):
        with tempfile.TemporaryDirectory() as prefix:
            # Its component alone: the units are installed by a test of their own, maybe at the same time.
            subprocess.run([CMAKE, f"-DCMAKE_INSTALL_PREFIX={prefix}", "-DCMAKE_INSTALL_COMPONENT=verifier", "-P", INSTALL_SCRIPT],
                           check=True, stdout=subprocess.DEVNULL)
            script = Path(prefix) / "share/trailglass/verify_evidence.py"
            self.assertEqual([path for path in Path(prefix).rglob("*") if path.is_file()], [script])
            started = subprocess.run([script], capture_output=True, text=True)
            self.assertEqual(started.returncode, 2)
            self.assertIn("verify_evidence.py BUNDLE.zip", started.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Fails when docs/reliability.md names a test that does not exist, or has a promise without a test.

    tests/architecture/promises.py [--root FOLDER]
"""
import argparse
import re
import sys
from pathlib import Path

DOCUMENT = Path("docs") / "reliability.md"
HEADING = "| promise | tests |"
TEST = re.compile(r"`(\w+Test)::(\w+)`")


def promises(text):
    """Yields (line number, line) for the rows of every table of promises."""
    is_inside = False
    for number, line in enumerate(text.splitlines(), 1):
        is_inside = line == HEADING or (is_inside and line.startswith("|"))
        if is_inside and line != HEADING and not line.startswith("|---"):
            yield number, line


def declared_tests(root):
    """Returns {class: functions} of the test classes below tests/; a name that two folders use has the functions of both."""
    functions = {}
    for path in (root / "tests").rglob("tst_*.cpp"):
        text = path.read_text(encoding="utf-8")
        names = set(re.findall(r"^\s*void (?:\w+::)?(\w+)\(\)", text, re.MULTILINE))
        for name in re.findall(r"^class (\w+Test)\b", text, re.MULTILINE):
            functions.setdefault(name, set()).update(names)
    return functions


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    root = parser.parse_args().root
    text = (root / DOCUMENT).read_text(encoding="utf-8")
    rows = list(promises(text))
    faults = [f"{DOCUMENT}:{number}: no test is named" for number, line in rows if not TEST.search(line)]
    if not rows:
        faults.append(f"{DOCUMENT}: no table begins with {HEADING}")
    declared = declared_tests(root)
    for match in TEST.finditer(text):
        if match[2] not in declared.get(match[1], ()):
            faults.append(f"{DOCUMENT}:{text.count(chr(10), 0, match.start()) + 1}: there is no test {match[1]}::{match[2]}")
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    print(f"{len(rows)} promises, {len(faults)} without a test that exists")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

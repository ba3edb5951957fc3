#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Compares translations/*.ts with the sources.

usage: check.py LUPDATE ROOT SOURCES TS    SOURCES is a file with one path a line

Fails when lupdate would add, drop or mark a text, when lupdate files a text under a context that the program does not
ask for (see models/core/translation.h), when a text with %n has no English forms, when a count would not be written in
groups of digits: %Ln is, %n is not, when a text counts things and has no forms for one and many, and when a text of
models/, which both programs show, names a command of the command line and not what the window has for it.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# A number and what it counts, which may be one.
COUNTED = re.compile(
    r"%L?\d (?:(?!of |returned |deletes )[a-z]+ )?"
    r"(?:archives|batches|blocks|checkpoints|columns|days|events|files|gaps|hours|intervals|leaves|marks|minutes|notes|pages"
    r"|problems|reviews|rows|seconds|segments|sources|texts|versions|workspaces)\b")
# Numbers that are never one: limits, how long a vendor keeps events, and what is typed into a field.
NEVER_ONE = re.compile(r"[Aa]t most|ore than|maximum|limit|The first %1 of|deletes events after %2 days|every %1 minutes")

# The texts of a call of tr().
TRANSLATED = re.compile(r'\btr\(\s*(?:"(?:\\.|[^"\\\n])*"[\s,]*)+')
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')


def messages(ts):
    """Yields context, source text, comment and element of each text in use."""
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            if message.find("translation").get("type") not in ("vanished", "obsolete"):
                yield (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "", message)


def known_contexts(files):
    contexts = {"Trailglass"}
    for file in files:
        for name in re.findall(r"class (\w+)[^;{}]*\{\s*Q_OBJECT\b", file.read_text(encoding="utf-8")):
            contexts.add(f"Trailglass::{name}")
    return contexts


def for_one_program(files, root):
    """Yields each file of what both programs share with a text that leads to the command line alone."""
    for file in files:
        if file.is_relative_to(pathlib.Path(root) / "models"):
            for call in TRANSLATED.findall(file.read_text(encoding="utf-8")):
                text = "".join(LITERAL.findall(call))
                if "trailglass-cli " in text and "in the window" not in text:
                    yield file, text


def main():
    lupdate, root, source_list, committed = sys.argv[1:]
    files = [pathlib.Path(line) for line in pathlib.Path(source_list).read_text(encoding="utf-8").split("\n") if line]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        updated = pathlib.Path(folder) / pathlib.Path(committed).name
        shutil.copy(committed, updated)
        subprocess.run([lupdate, "-silent", "-I", root, f"@{source_list}", "-ts", updated], check=True,
                       capture_output=True)
        wanted = list(messages(updated))
    present = {text[:3] for text in messages(committed)}
    for context, source, _, message in wanted:
        if message.get("numerus") != "yes" and COUNTED.search(source) and not NEVER_ONE.search(source):
            problems.append(f"{context}: “{source}” counts, and has no forms for one and many")
        if message.get("numerus") == "yes" and any(not form.text for form in message.iter("numerusform")):
            problems.append(f"{context}: “{source}” has no English forms for one and many")
        texts = [source, *(form.text or "" for form in message.iter("numerusform"))]
        if message.get("numerus") == "yes" and any("%n" in text for text in texts):
            problems.append(f"{context}: “{source}” has %n where %Ln writes 1,573")
    wanted = {text[:3] for text in wanted}
    problems += [f"{context}: “{source}” is not in {committed}" for context, source, _ in sorted(wanted - present)]
    problems += [f"{context}: “{source}” is in no source file" for context, source, _ in sorted(present - wanted)]
    contexts = known_contexts(files)
    problems += [f"{context}: “{source}” is filed under a class without Q_OBJECT; write Trailglass::tr()"
                 for context, source, _ in sorted(wanted) if context not in contexts]
    problems += [f"{file}: “{text}” names the command line alone; say what to do in the window, too"
                 for file, text in for_one_program(files, root)]
    for problem in problems:
        print(problem)
    if problems:
        sys.exit("Run the target trailglass_translations_lupdate for texts that were added or removed.")


main()

#SPDX - FileCopyrightText : Trailglass authors
#SPDX - License - Identifier : MIT
"""Reads the file of examples; its head describes the format."""

from dataclasses import dataclass


@dataclass
class Example:
    line: int
    expected: str  # a count, or "error"
    expression: str
    zone: str


@dataclass
class ExampleFile:
    now: str
    presets: dict
    examples: list


def read_examples(path):
    now, zone, presets, examples = "", "UTC", {}, []
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            first, _, rest = line.strip().partition(" ")
            rest = rest.strip(" ")
            if not first or first.startswith("#"):
                continue
            if first == "now":
                now = rest
            elif first == "zone":
                zone = rest
            elif first == "preset":
                name, _, expression = rest.partition(" = ")
                presets[name] = expression
            elif first == "error" or first.isdecimal():
                examples.append(Example(number, first, rest, zone))
            else:
                raise ValueError(f"{path}:{number}: {line}")
    return ExampleFile(now, presets, examples)

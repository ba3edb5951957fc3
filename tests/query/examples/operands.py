# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""The small parts of a filter's tree."""

from dataclasses import dataclass

ESCAPED = ("*", "?", ",")


class FilterError(ValueError):
    """A broken expression: what is wrong, and where (in characters)."""

    def __init__(self, message, position=0, length=0):
        super().__init__(message)
        self.position = position
        self.length = length


@dataclass
class Path:
    steps: list  # a key, an index (int) or "*" in a tuple: ("*",)


@dataclass
class Operand:
    """One value. `kind`: bare (wildcards live, see `pattern`), quoted, regex or any (`*`)."""

    kind: str
    text: str = ""
    pattern: tuple = ()  # of a bare word: characters, and None for *, True for ?
    ignore_case: bool = False
    position: int = 0


def unescape(word):
    """A bare word's literal text, and its pattern: characters, None for `*`, True for `?`."""
    text, pattern = [], []
    position = 0
    while position < len(word):
        character = word[position]
        if character == "\\" and word[position + 1 : position + 2] in ESCAPED:
            position += 1
            character = word[position]
            pattern.append(character)
        else:
            pattern.append({"*": None, "?": True}.get(character, character))
        text.append(character)
        position += 1
    return "".join(text), tuple(pattern)

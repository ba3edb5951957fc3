# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Reads JSON without losing anything: duplicate keys, key order and the text of numbers stay."""

from dataclasses import dataclass, field

BLANKS = " \t\n\r"
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JsonError(ValueError):
    """The text is not one JSON value."""


@dataclass
class Value:
    """One JSON value. `kind`: object, array, string, number, true, false, null."""

    kind: str
    source: str  # as written
    text: str = ""  # a string's decoded text; of all others what was written
    members: list = field(default_factory=list)  # of an object: (key, Value), in order
    elements: list = field(default_factory=list)  # of an array

    def is_present(self):
        """Neither null nor empty."""
        if self.kind == "array":
            return bool(self.elements)
        if self.kind == "object":
            return bool(self.members)
        return self.kind != "null" and self.text != ""


def parse(text):
    """The one value in a text. Raises JsonError."""
    value, end = _value(text, _skip(text, 0))
    if _skip(text, end) != len(text):
        raise JsonError(f"more after the value at {end}")
    return value


def decode_escapes(text):
    """A JSON text in which the escapes inside strings stand for what they mean."""
    pieces = []
    position = 0
    while position < len(text):
        if text[position] == "\\":
            character, position = _escape(text, position)
            pieces.append(character)
        else:
            pieces.append(text[position])
            position += 1
    return "".join(pieces)


def _skip(text, position):
    while position < len(text) and text[position] in BLANKS:
        position += 1
    return position


def _escape(text, position):
    """What the escape at a backslash stands for, and where it ends."""
    letter = text[position + 1 : position + 2]
    if letter in ESCAPES and letter:
        return ESCAPES[letter], position + 2
    if letter != "u":
        raise JsonError(f"unknown escape at {position}")
    code, end = _hexadecimal(text, position)
    if 0xD800 <= code < 0xDC00 and text[end : end + 2] == "\\u":
        low, after = _hexadecimal(text, end)
        if 0xDC00 <= low < 0xE000:
            return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)), after
    return ("\ufffd" if 0xD800 <= code < 0xE000 else chr(code)), end


def _hexadecimal(text, position):
    digits = text[position + 2 : position + 6]
    if len(digits) != 4:
        raise JsonError(f"short escape at {position}")
    return int(digits, 16), position + 6


def _string(text, position):
    end = position + 1
    while end < len(text) and text[end] != '"':
        end += 2 if text[end] == "\\" else 1
    if end >= len(text):
        raise JsonError("a string without an end")
    return decode_escapes(text[position + 1 : end]), end + 1


def _value(text, position):
    start = text[position : position + 1]
    if start == '"':
        decoded, end = _string(text, position)
        return Value("string", text[position:end], decoded), end
    if start == "{":
        return _object(text, position)
    if start == "[":
        return _array(text, position)
    end = position
    while end < len(text) and text[end] not in BLANKS + ",]}":
        end += 1
    token = text[position:end]
    if token in ("true", "false", "null"):
        return Value(token, token, token), end
    float(token.replace("_", "x") or "x")  # a ValueError otherwise
    return Value("number", token, token), end


def _object(text, start):
    members = []
    position = _skip(text, start + 1)
    if text[position : position + 1] == "}":
        return Value("object", text[start : position + 1], text[start : position + 1]), position + 1
    while True:
        if text[position : position + 1] != '"':
            raise JsonError(f"no key at {position}")
        key, position = _string(text, position)
        position = _skip(text, position)
        if text[position : position + 1] != ":":
            raise JsonError(f"no colon at {position}")
        value, position = _value(text, _skip(text, position + 1))
        members.append((key, value))
        position, is_last = _next(text, position, "}")
        if is_last:
            whole = text[start:position]
            return Value("object", whole, whole, members=members), position


def _array(text, start):
    elements = []
    position = _skip(text, start + 1)
    if text[position : position + 1] == "]":
        return Value("array", text[start : position + 1], text[start : position + 1]), position + 1
    while True:
        value, position = _value(text, position)
        elements.append(value)
        position, is_last = _next(text, position, "]")
        if is_last:
            whole = text[start:position]
            return Value("array", whole, whole, elements=elements), position


def _next(text, position, closing):
    """After a comma or the closing bracket, and whether it was the bracket."""
    position = _skip(text, position)
    found = text[position : position + 1]
    if found == closing:
        return position + 1, True
    if found != ",":
        raise JsonError(f"neither comma nor {closing} at {position}")
    return _skip(text, position + 1), False

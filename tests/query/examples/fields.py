# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""The fields of an event and their aliases, and records read from NDJSON."""

import difflib

import jsonreader

STORED = (
    "source vendor id created received action category op outcome"
    " actor actor.id actor.email actor.name actor.type target target.id target.name target.type"
    " ip user_agent channel workspace environment correlation message raw"
).split()
DERIVED = ["hour", "weekday"]
TIMES = ["created", "received"]
CLASSES = {
    "op": "create read update delete auth grant execute export other".split(),
    "outcome": "success failure unknown".split(),
    "vendor": "asana secoda datafold paradime nected".split(),
    "weekday": "mon tue wed thu fri sat sun".split(),
}
ALIASES = {
    "user": "actor",
    "event": "action",
    "eventtype": "action",
    "event_type": "action",
    "time": "created",
    "timestamp": "created",
    "created_at": "created",
    "status": "outcome",
    "email": "actor.email",
    "type": "category",
    "conn": "source",
    "connection": "source",
}


def canonical(name):
    """The field a name or an alias stands for, or None. Case does not matter."""
    lower = name.lower()
    if lower in STORED or lower in DERIVED:
        return lower
    return ALIASES.get(lower)


def suggestion(name):
    """The known name nearest to an unknown one, or an empty text."""
    known = STORED + DERIVED + list(ALIASES)
    near = difflib.get_close_matches(name.lower(), known, n=1)
    return near[0] if near else ""


class Record:
    """One event: `texts` by field name (empty where there is no value) and `raw` as a tree."""

    def __init__(self, line):
        whole = dict(jsonreader.parse(line).members)
        self.texts = {}
        for name in STORED:
            self.texts[name] = _text_of(whole, name)
        self.raw = whole["raw"]
        self.raw_as_received = self.raw.source
        self.raw_decoded = jsonreader.decode_escapes(self.raw.source)


def _text_of(whole, name):
    group, _, member = name.partition(".")
    value = whole[group]
    if group in ("actor", "target"):
        value = dict(value.members)[member or "display"]
    return "" if value.kind == "null" else value.text


def read_records(path):
    """Every record of an NDJSON file, in order."""
    with open(path, encoding="utf-8", newline="\n") as file:
        return [Record(line.rstrip("\n")) for line in file if line.strip()]

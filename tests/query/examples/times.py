# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Times of the filter language as intervals of microseconds since 1970 in UTC."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

MOMENT = timedelta(microseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?([Zz]|[+-]\d\d(?::?\d\d)?)?)?)?)?",
    re.ASCII,
)
AGO = re.compile(r"(?:now)?-(\d+)([dhm])", re.ASCII)
UNITS = {"d": 86_400_000_000, "h": 3_600_000_000, "m": 60_000_000}


class TimeError(ValueError):
    """Not a time, or one that does not exist."""


@dataclass
class Interval:
    """[start, end) in microseconds; where the clock is put back, `contains` has a hole."""

    start: int
    end: int
    contains: Callable[[int], bool]


def _between(start, end):
    return Interval(start, end, lambda moment: start <= moment < end)


class Clock:
    """What times without a zone and relative times mean: `now` in microseconds and a zone."""

    def __init__(self, now, zone):
        self.now = now
        self.zone = zone

    def local(self, micros):
        """The wall clock at a moment, without zone."""
        return (EPOCH + timedelta(microseconds=micros)).astimezone(self.zone).replace(tzinfo=None)

    def interval(self, text):
        """What one time stands for, the whole of a partial one. Raises TimeError."""
        if text == "now":
            return _between(self.now, self.now + 1)
        if text in ("today", "yesterday"):
            day = self.local(self.now).replace(hour=0, minute=0, second=0, microsecond=0)
            day -= timedelta(days=1 if text == "yesterday" else 0)
            return self._wall(day, day + timedelta(days=1))
        ago = AGO.fullmatch(text)
        if ago:
            moment = self.now - int(ago[1]) * UNITS[ago[2]]
            return _between(moment, moment + 1)
        return self._iso(text)

    def is_relative(self, text):
        return AGO.fullmatch(text) is not None

    def _iso(self, text):
        match = ISO.fullmatch(text)
        if not match:
            raise TimeError(f"no time: {text}")
        *parts, fraction, offset = match.groups()
        numbers = [int(part or default) for part, default in zip(parts, (0, 1, 1, 0, 0, 0))]
        numbers[5] -= numbers[5] == 60
        try:
            start = datetime(*numbers, int(((fraction or "") + "000000")[:6]))
        except ValueError as error:
            raise TimeError(str(error)) from error
        written = sum(part is not None for part in parts)
        if written == 1:
            end = start.replace(year=start.year + 1)
        elif written == 2:
            end = start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
        else:
            end = start + [timedelta(days=1), timedelta(hours=1), timedelta(minutes=1), MOMENT][written - 3]
        if not offset:
            return self._wall(start, end)
        east = _offset(offset)
        return _between(_as_utc(start) - east, _as_utc(end) - east)

    def _wall(self, start, end):
        """The moments at which the wall clock is in [start, end): two stretches where it is put back."""

        def contains(moment):
            return start <= self.local(moment) < end

        edges = [self._moment(edge, fold) for edge in (start, end) for fold in (0, 1)]
        inside = [edge for edge in edges if contains(edge)]
        behind = [edge for edge in edges if contains(edge - 1)]
        if inside and behind:
            return Interval(min(inside), max(behind), contains)
        jump = self._jump(min(edges[:2]), max(edges[:2]))
        return Interval(jump, jump, lambda moment: False)

    def _moment(self, local, fold):
        return to_micros(local.replace(tzinfo=self.zone, fold=fold))

    def _jump(self, before, after):
        """The moment between two at which the clock was put forward."""
        shift = self.local(before) - EPOCH.replace(tzinfo=None) - timedelta(microseconds=before)
        while after - before > 1:
            middle = (before + after) // 2
            if self.local(middle) - EPOCH.replace(tzinfo=None) - timedelta(microseconds=middle) == shift:
                before = middle
            else:
                after = middle
        return after


def _offset(text):
    if text in "Zz":
        return 0
    digits = text[1:].replace(":", "") + "00"
    east = int(digits[:2]) * UNITS["h"] + int(digits[2:4]) * UNITS["m"]
    return -east if text[0] == "-" else east


def _as_utc(local):
    return to_micros(local.replace(tzinfo=timezone.utc))


def to_micros(moment):
    return (moment - EPOCH) // MOMENT

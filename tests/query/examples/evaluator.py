# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""What a filter's tree means, by the rules of the filter language and docs/decisions/0007-filter-language.md."""

from datetime import timezone
from decimal import Decimal

import fields
import jsonreader
import matching
from grammar import Parser
from operands import FilterError, Path
from times import ISO, Clock, TimeError


class Evaluator:
    """Compiles expressions. `presets` are expressions by name."""

    def __init__(self, clock, presets):
        self.clock = clock
        self.presets = presets

    def compile(self, expression):
        """A function from a Record to whether it matches. Raises FilterError."""
        if len(expression.encode()) > 65_536:
            raise FilterError("an expression over 65,536 bytes")
        return self._tree(Parser(expression).parse(), ())

    def _tree(self, tree, inside):
        kind = tree[0]
        if kind == "all":
            return lambda record: True
        if kind == "and":
            parts = [self._tree(part, inside) for part in tree[1]]
            return lambda record: all(part(record) for part in parts)
        if kind == "or":
            parts = [self._tree(part, inside) for part in tree[1]]
            return lambda record: any(part(record) for part in parts)
        if kind == "not":
            negated = self._tree(tree[1], inside)
            return lambda record: not negated(record)
        if kind == "preset":
            if tree[1] in inside or tree[1] not in self.presets:
                raise FilterError(f"a preset that is unknown or holds itself: {tree[1]}")
            return self._tree(Parser(self.presets[tree[1]]).parse(), inside + (tree[1],))
        if kind == "text":
            return _text(tree[1])
        return self._term(*tree[1:])

    def _term(self, field, operator, operands):
        options = [self._operand(field, operator, operand) for operand in operands]
        read = path_values if isinstance(field, Path) else self._field_values
        return lambda record: any(option(value) for value in read(record, field) for option in options)

    def _field_values(self, record, field):
        """The one value of a field, where it has one."""
        if field in fields.DERIVED:
            moment = self.clock.local(self.clock.interval(record.texts["created"]).start)
            return [moment.hour if field == "hour" else moment.weekday()]
        if field in fields.TIMES:
            return [self.clock.interval(record.texts[field]).start]
        if field == "raw":
            return [record.raw_as_received]
        return [record.texts[field]]

    def _operand(self, field, operator, operand):
        if operand.kind == "any" and operator == ":":
            return (lambda value: value.is_present()) if isinstance(field, Path) else (lambda value: value != "")
        if isinstance(field, Path):
            on_text = self._path_operand(operator, operand)
            return lambda value: on_text(value.text)
        if field in fields.TIMES:
            return self._time_operand(operator, operand)
        if field in fields.DERIVED:
            return self._derived_operand(field, operator, operand)
        if operator not in (":", ":=", ":~"):
            raise FilterError(f"{field} has no order", operand.position)
        if field == "ip" and operator == ":" and operand.kind in ("bare", "quoted"):
            matcher = matching.address_matcher(operand)
            if matcher:
                return matcher
        if field in fields.CLASSES and operand.kind != "regex" and operator != ":~":
            _check_class(field, operator, operand)
        return matching.text_matcher(operator, operand)

    def _time_operand(self, operator, operand):
        if operand.kind == "regex" or operator == ":~":
            raise FilterError("a time was expected", operand.position, len(operand.text))
        try:
            if operator == ":" and ".." in operand.text:
                return self._time_range(operand.text.split("..", 1))
            wanted = self.clock.interval(operand.text)
        except TimeError as error:
            raise FilterError(str(error), operand.position, len(operand.text)) from error
        if operator in (":", ":=") and self.clock.is_relative(operand.text):
            return lambda value: wanted.start <= value <= self.clock.now
        return {
            ":>": lambda value: value >= wanted.end,
            ":>=": lambda value: value >= wanted.start,
            ":<": lambda value: value < wanted.start,
            ":<=": lambda value: value < wanted.end,
        }.get(operator, wanted.contains)

    def _time_range(self, ends):
        """Raises TimeError."""
        if not any(ends):
            raise TimeError("a range without ends")
        start = self.clock.interval(ends[0]).start if ends[0] else None
        end = self.clock.interval(ends[1]).end if ends[1] else None
        if start is not None and end is not None and start >= end:
            raise FilterError(f"a range that ends before it starts: {ends}")
        return lambda value: (start is None or value >= start) and (end is None or value < end)

    def _derived_operand(self, field, operator, operand):
        first, dots, last = operand.text.partition("..")
        if operator == ":" and dots and (first or last):
            read, greatest = (_hour, 23) if field == "hour" else (_weekday, 6)
            start = read(first, operand) if first else 0
            end = read(last, operand) if last else greatest
            if start > end:
                return lambda value: value >= start or value <= end
            return lambda value: start <= value <= end
        if field == "hour":
            wanted = _hour(operand.text, operand)
        else:
            _check_class("weekday", operator, operand)
            wanted = fields.CLASSES["weekday"].index(operand.text.lower())
        if operator in (":", ":="):
            return lambda value: value == wanted
        return lambda value: matching.compare(operator, value, wanted)

    def _path_operand(self, operator, operand):
        if operator not in (":", ":=", ":~"):
            if operand.kind == "regex":
                raise FilterError("a regex has no order", operand.position, len(operand.text))
            if matching.is_number(operand.text):
                return matching.number_matcher(operator, operand.text)
            return _moment_matcher(self._time_operand(operator, operand))
        if operator == ":" and operand.kind == "bare" and ".." in operand.text:
            ranged = self._path_range(operand.text)
            if ranged:
                return ranged
        on_text = matching.text_matcher(operator, operand)
        on_network = matching.network_matcher(operand) if operator == ":" else None
        return (lambda text: on_text(text) or on_network(text)) if on_network else on_text

    def _path_range(self, text):
        """Both ends times or numbers; None otherwise, since the dots are literal then."""
        ends = text.split("..", 1)
        given = [end for end in ends if end]
        if not given:
            return None
        if all(map(matching.is_number, given)):
            if len(given) == 2 and Decimal(given[0]) > Decimal(given[1]):
                raise FilterError(f"a range that ends before it starts: {text}")
            limits = zip((":>=", ":<="), ends)
            bounds = [matching.number_matcher(operator, end) for operator, end in limits if end]
            return lambda found: all(bound(found) for bound in bounds)
        try:
            return _moment_matcher(self._time_range(ends))
        except TimeError:
            return None


def _moment_matcher(on_moment):
    """Of a vendor's times: in UTC where they say no zone, a date alone at its start. A number is no time."""
    clock = Clock(0, timezone.utc)

    def matches(found):
        try:
            is_time = ISO.fullmatch(found) is not None and not matching.is_number(found)
            return is_time and on_moment(clock.interval(found).start)
        except TimeError:
            return False

    return matches


def path_values(record, path):
    """Every value a path leads to; arrays stand for their elements, at any step."""
    return list(_walk(record.raw, path.steps))


def _walk(value, steps):
    if value.kind == "array":
        if steps and isinstance(steps[0], int):
            chosen = value.elements[steps[0] : steps[0] + 1]
            steps = steps[1:]
        else:
            chosen = value.elements
            steps = steps[1:] if steps and steps[0] == ("*",) else steps
        for element in chosen:
            yield from _walk(element, steps)
    elif not steps:
        yield value
    elif value.kind == "string":
        try:
            inner = jsonreader.parse(value.text)
        except ValueError:
            return
        if inner.kind in ("object", "array"):
            yield from _walk(inner, steps)
    elif value.kind == "object":
        for key, member in value.members:
            if key == steps[0]:
                yield from _walk(member, steps[1:])


def _text(wanted):
    """A literal part of any field but the times, or of raw as received or with escapes decoded."""
    wanted = matching.fold(wanted)
    names = [name for name in fields.STORED if name not in fields.TIMES + ["raw"]]

    def matches(record):
        if not hasattr(record, "folded"):
            texts = [record.texts[name] for name in names]
            record.folded = [matching.fold(text) for text in texts + [record.raw_as_received, record.raw_decoded]]
        return any(wanted in text for text in record.folded)

    return matches


def _check_class(field, operator, operand):
    """A value, or a pattern, that none of a class fits is an error. Names are compared exactly by `:=`."""
    matches = matching.text_matcher(operator, operand)
    live = any(part in (None, True) for part in operand.pattern)
    if (field == "weekday" and live) or not any(map(matches, fields.CLASSES[field])):
        raise FilterError(f"unknown {field}: {operand.text}", operand.position, len(operand.text))


def _weekday(text, operand):
    if text.lower() not in fields.CLASSES["weekday"]:
        raise FilterError(f"no weekday: {text}", operand.position, len(operand.text))
    return fields.CLASSES["weekday"].index(text.lower())


def _hour(text, operand):
    if not (text.isascii() and text.isdigit()) or int(text) > 23:
        raise FilterError(f"no hour: {text}", operand.position, len(operand.text))
    return int(text)

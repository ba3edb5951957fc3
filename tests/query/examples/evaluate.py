#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Counts the records of an NDJSON file that filters match: a second opinion.

Written from the rules of the filter language alone (README.md, docs/decisions/0007-filter-language.md), not from the program.

evaluate.py RECORDS --filter EXPR… [--now TIME] [--zone NAME]   prints "COUNT EXPR" a filter
evaluate.py RECORDS --check EXAMPLES                            compares with the expected counts, exits 1 when one differs
"""

import argparse
import sys
from zoneinfo import ZoneInfo

from evaluator import Evaluator
from examplefile import read_examples
from fields import read_records
from operands import FilterError
from times import Clock


def clock_at(now, zone):
    utc = Clock(0, ZoneInfo("UTC"))
    return Clock(utc.interval(now).start, ZoneInfo(zone))


def count(records, evaluator, expression):
    """How many records match, as text; "error" for a broken expression."""
    try:
        matches = evaluator.compile(expression)
    except FilterError as error:
        return "error", f"{error} (at {error.position}, {error.length} long)"
    return str(sum(map(matches, records))), ""


def check(records, path):
    """Prints what differs. Returns whether nothing does."""
    file = read_examples(path)
    differing = 0
    for example in file.examples:
        evaluator = Evaluator(clock_at(file.now, example.zone), file.presets)
        found, message = count(records, evaluator, example.expression)
        if found != example.expected:
            differing += 1
            print(f"{path}:{example.line}: {example.expression}: expected {example.expected}, found {found} {message}")
    print(f"{len(file.examples)} examples over {len(records)} records, {differing} differ")
    return differing == 0 and bool(file.examples)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("records")
    parser.add_argument("--filter", nargs="+", default=[])
    parser.add_argument("--check")
    parser.add_argument("--now", default="2026-11-20T12:00:00Z")
    parser.add_argument("--zone", default="UTC")
    arguments = parser.parse_args()
    records = read_records(arguments.records)
    if arguments.check:
        return 0 if check(records, arguments.check) else 1
    for expression in arguments.filter:
        found, message = count(records, Evaluator(clock_at(arguments.now, arguments.zone), {}), expression)
        print(found, expression, *filter(None, [message]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

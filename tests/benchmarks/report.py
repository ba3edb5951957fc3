# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""The measurements as a page."""

import json

from archives import archive_section
from evidence import evidence_section
from syncs import parsing_section, sync_section
from window import window_section

# The goals at ten million events: what is measured, seconds.
GOALS = {
    "count, two coded fields, one negated": 0.1,
    "facets of 6 coded fields (values)": 0.1,
    "histogram of 100 bins": 0.1,
    "first screenful, free text, common": 0.2,
    "first screenful, @path": 0.2,
    "first screenful, everything, before the index is read": 0.3,
    "count, free text, rare": 2,
    "count, free text, common": 2,
    "count, @path inside a string": 2,
    "index ready": 2,
}
DISK_GOAL = 0.45
INGEST_GOAL = 50_000
MEMORY_GOAL = 600


def seconds(answer):
    return "" if not answer or answer.get("seconds") is None else f"{answer['seconds']:.3f}"


def verdict(what, answer, events):
    goal = GOALS.get(what)
    if goal is None or events < 10_000_000:
        return ""
    return f"≤ {goal:g}" + ("" if answer["seconds"] <= goal else f", missed {answer['seconds'] / goal:.1f} ×")


def facts(result):
    ours = result["trailglass"]
    disk = result["disk_bytes"] / result["raw_bytes"]
    yield f"Raw JSON {result['raw_bytes'] / 1e9:.2f} GB; on disk, everything counted, {disk:.2f} × that (goal ≤ {DISK_GOAL})."
    if "ingest, events a second" in ours:
        first = ours["ingest, events a second, first million"]["count"]
        last = ours["ingest, events a second, last million"]["count"]
        yield (f"Ingest from parsed pages: {ours['ingest, events a second']['count']:,} events a second "
               f"(goal ≥ {INGEST_GOAL:,}); the last million at {last / first:.0%} of the first (goal ≥ 80 %).")
    if "most memory, MB" in ours:
        yield f"Most memory of the program that asked all of it: {ours['most memory, MB']['count']} MB (goal ≤ {MEMORY_GOAL})."
    csv, sqlite = (ours.get(name) for name in ("export CSV, default columns, newest first",
                                               "sqlite3 -csv, default columns, newest first"))
    if csv and sqlite:
        yield f"CSV export, newest first: {sqlite['seconds'] / csv['seconds']:.1f} × as fast as `sqlite3 -csv` (goal ≥ 2)."


def section(result):
    peers = result["peers"]
    lines = [f"## {result['events']:,} events", "", *(f"- {fact}" for fact in facts(result)), ""]
    lines.append("| seconds | Trailglass | " + " | ".join(peers) + " | goal |")
    lines.append("|---|---" * 1 + "|---" * (len(peers) + 1) + "|")
    for what, answer in result["trailglass"].items():
        if answer["seconds"] is None:
            continue
        others = " | ".join(seconds(answers.get(what)) for answers in peers.values())
        lines.append(f"| {what} | {seconds(answer)} | {others} | {verdict(what, answer, result['events'])} |")
    return lines + [""]


def per_event(results):
    """How the cost of an event grows from the least to the greatest number of them."""
    first, last = results[0], results[-1]
    factor = last["events"] / first["events"]
    lines = ["## Cost of an event, most against least", "", "| | times |", "|---|---|"]
    for what in ("count, free text, rare", "count, @path inside a string", "facets of 6 coded fields (values)"):
        before, after = (result["trailglass"].get(what) for result in (first, last))
        if before and after and before["seconds"]:
            lines.append(f"| {what} | {after['seconds'] / before['seconds'] / factor:.2f} (goal ≤ 1.3) |")
    return lines + [""]


def markdown(report):
    machine = report["machine"]
    lines = ["# Benchmarks", "", "Written by `tests/benchmarks/run`; the same figures are in the JSON file beside this one. Made-up events",
             "in the shapes of the five vendors, everything in the file cache, the best of three rounds, the others",
             "once. Every count was the same everywhere.", "",
             f"{report['date']}: {machine['processor']}, {machine['memory_mb']:,} MB, {machine['system']}, {machine['compiler']},",
             f"SQLite {machine['sqlite3']}; load before the run {machine['load_before']:.1f}.", ""]
    for result in report["results"]:
        lines += section(result)
    if len(report["results"]) > 1:
        lines += per_event(report["results"])
    lines += window_section(report.get("window", {}))
    lines += archive_section(report.get("archives", {}))
    lines += evidence_section(report.get("evidence", {}))
    lines += sync_section(report.get("syncs", {}))
    lines += parsing_section(report.get("parsing", {}))
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    print(markdown(json.load(sys.stdin)))

# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Syncs of stand-in servers, and parsing alone: what is measured, and the measurements as tables."""

import dataclasses
import re
import subprocess

from measuring import Program


@dataclasses.dataclass(frozen=True)
class Sync:
    """One sync of bench_sync."""

    title: str
    vendor: str
    events: int
    milliseconds: int = 0  # that the server waits before each response
    rate: int = 0  # goal, events a second
    memory: int = 0  # goal, MB


SYNCS = [
    Sync("Asana, 100 a page", "asana", 1_000_000, rate=20_000),
    Sync("Nected, 10 a page", "nected", 100_000, rate=2_500),
    Sync("Nected, 10 a page, 10 ms away", "nected", 50_000, milliseconds=10, rate=2_500),
    Sync("Paradime, one response", "paradime", 1_700_000, memory=300),
]
TENTHS_GOAL = 0.8
PARSING_GOAL = 300


def measure_syncs(programs, scale):
    """Returns {title: the table of bench_sync}. Sizes are multiplied by the scale."""
    bench = Program(programs / "bench_sync")
    return {sync.title: bench.table(sync.vendor, str(max(1_000, int(sync.events * scale))), str(sync.milliseconds))
            for sync in SYNCS}


def measure_parsing(programs):
    """Returns {vendor: {"slicer": MB/s, "events": MB/s}}, of one core."""
    output = subprocess.run([programs / "bench_parse"], check=True, stdout=subprocess.PIPE, text=True).stdout
    row = re.compile(r"^\| ([a-z]+) \| \d+ \| (\d+) \| (\d+) \| \d+ \|$", re.MULTILINE)
    return {vendor: {"slicer": int(slicer), "events": int(events)} for vendor, slicer, events in row.findall(output)}


def goal(text, reached):
    return text if reached else f"{text}, missed"


def sync_line(sync, table):
    goals = []
    if not table:
        if sync.rate:
            goals.append(f"≥ {sync.rate:,}/s")
        if sync.memory:
            goals.append(f"≤ {sync.memory} MB")
        return f"| {sync.title} | not measured yet | | | | | | | {'; '.join(goals)} |"
    number = {what: row["count"] for what, row in table.items()}
    rate, memory = number["events a second"], number["most memory, MB"]
    tenths = number["events a second, last tenth"] / max(1, number["events a second, first tenth"])
    if sync.rate:
        goals.append(goal(f"≥ {sync.rate:,}/s", rate >= sync.rate))
    if sync.memory:
        goals.append(goal(f"≤ {sync.memory} MB", memory <= sync.memory))
    goals.append(goal(f"last ≥ {TENTHS_GOAL:.0%}", tenths >= TENTHS_GOAL))
    return (f"| {sync.title} | {number['sync']:,} | {number['response bytes'] / 1e6:,.0f} | {number['requests']:,} | {rate:,} "
            f"| {tenths:.0%} | {number['after the last event, ms'] / 1000:.1f} | {memory} | {'; '.join(goals)} |")


def occasion(part):
    """When and where a part was measured, as lines of a page; none where it was not."""
    if not part:
        return []
    return [f"{part['date']}: {part['machine']['processor']}; load before the run {part['machine']['load_before']:.1f}.", ""]


def sync_section(syncs):
    """Of date, machine, and the tables of measure_syncs(); of an empty dictionary where nothing was measured yet."""
    lines = ["## Syncs: network, reading, commits, index", "",
             "Of stand-in servers on loopback, in a process of their own, with pages made beforehand; the use case of both",
             "programs, into a new workspace, until the index is saved. “Last” compares the arrival of the last tenth of the",
             "events with the first; “then” is what follows the last event, above all reading all events for the index. Nected's",
             "pages are requested up to four at a time: with a server 10 ms away, one at a time cannot come to more than 1,000 a second.", "",
             *occasion(syncs),
             "| source | events | MB | requests | events a second | last | then, s | most memory, MB | goal |", "|---|---|---|---|---|---|---|---|---|"]
    return lines + [sync_line(sync, syncs.get("tables", {}).get(sync.title)) for sync in SYNCS] + [""]


def parsing_section(parsing):
    """Of date, machine, and the speeds of measure_parsing(); of an empty dictionary where nothing was measured yet."""
    lines = ["## Parsing, on one core", "",
             "The slicer checks the JSON of a response and cuts it into rows; the second figure is with the fields of an event read",
             "from each. The goal is the slicer's.", "",
             *occasion(parsing), "| source | slicer, MB/s | slicer and events, MB/s | goal |", "|---|---|---|---|"]
    for vendor, speed in parsing.get("speeds", {}).items():
        reached = speed["slicer"] >= PARSING_GOAL
        lines.append(f"| {vendor} | {speed['slicer']} | {speed['events']} | {goal(f'≥ {PARSING_GOAL}', reached)} |")
    if not parsing:
        lines.append(f"| all | not measured yet | | ≥ {PARSING_GOAL} |")
    return lines + [""]

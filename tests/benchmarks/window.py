# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""The window over workspaces: what is measured, and the measurements as a section."""

import os
import re

from measuring import Program
from syncs import goal, occasion

KEY = "key press to painted rows, 95th percentile"
GOALS = {  # of what bench_window prints, in ms or MB
    "first rows painted after the window": 300,
    "longest step while scrolling by pages": 16,
    "longest stall while scrolling": 16,
    "close and destroy during a sync": 1_000,
    "most memory before the huge event": 600,
    "most memory at the end": 600,
}
STALL_GOAL = 50
KEY_GOALS = (50, 150)  # up to a million events, and of more


def measure_window(programs, sizes, folder):
    """Returns [{"events", "table"}]. What is filled is kept in the folder, and used again."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bench = Program(programs / "bench_window")
    return [{"events": events, "table": bench.table(str(events), str(folder / f"window-{events}"))} for events in sizes]


def limit(title, events):
    """Nothing where there is no goal."""
    if title == KEY:
        return KEY_GOALS[events > 1_000_000]
    return GOALS.get(title, STALL_GOAL if title.startswith("longest stall") else None)


def shown(number, unit):
    return f"{number:,.1f} ms" if unit == "µs" else f"{number:,} {unit}".rstrip()


def verdict(title, unit, measured):
    """Of numbers by how many events there were."""
    goals = {}
    for events, number in measured.items():
        goals.setdefault(limit(title, events), []).append((events, number))
    goals.pop(None, None)
    texts = []
    for most, those in goals.items():
        sizes = "" if len(goals) == 1 else " at " + " and ".join(f"{events:,}" for events, _ in those)
        texts.append(goal(f"≤ {most:,} {'ms' if unit == 'µs' else unit}{sizes}", all(number <= most for _, number in those)))
    return "; ".join(texts)


def line(what, results):
    title, unit = re.fullmatch(r"(.*?)(?:, (µs|MB))?", what).groups("")
    counts = {result["events"]: result["table"][what]["count"] for result in results if what in result["table"]}
    measured = {events: round(count / 1000, 1) if unit == "µs" else count for events, count in counts.items()}
    cells = (shown(measured[result["events"]], unit) if result["events"] in measured else "" for result in results)
    return f"| {title} | {' | '.join(cells)} | {verdict(title, unit, measured)} |"


def window_section(window):
    """Of date, machine, and the results of measure_window(); nothing of an empty dictionary."""
    results = window.get("results")
    if not results:
        return []
    sizes = " | ".join(f"{result['events']:,} events" for result in results)
    lines = ["## The window", "",
             "The window of the program, 1,440 × 900 pixels, over events of Asana, with filters, histogram and inspector open and all of",
             "its pages visited. Some forty filters of coded fields are typed, such as `op:auth -outcome:success` and `action:~login`: a key",
             "each 120 ms, later where the rows of the last one are not there yet. A key is measured where the text is a filter of fields",
             "alone by then and the table gets another number of rows: from the press until they are painted. Facets and histogram are",
             "counted meanwhile; the beginning of a field's name is searched as the text that it is until its colon. A stall is a time in",
             "which the window reacts to nothing. Memory is the maximum of the whole process; the huge event has a million values.", "",
             *occasion(window), f"| | {sizes} | goal |", "|---|" + "---|" * (len(results) + 1)]
    return lines + [line(what, results) for what in results[0]["table"]] + [""]

# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Archives beside the workspace that pushes into them, and beside a plain table of the same server."""

import os
import subprocess
import sys

from measuring import Program
from syncs import goal, occasion

ENGINES = {"oldest": "the installed clickhouse-server", "newest": "chdb through the bridge of the tests"}
PLACES = ("workspace", "archive", "plain table")
TIMES_GOAL = 3
PUSH_GOAL = 20_000
WINDOW = "window: key press to painted rows"
WINDOW_GOAL = 0.5  # seconds


def measure_archives(programs, sizes, folder):
    """Returns [{"engine", "events", "table"}]; an engine that is not there is left out, with a sentence."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # for its windows
    bench = Program(programs / "bench_archive")
    results = []
    for engine in ENGINES:
        for events in sizes:
            try:
                table = bench.table(str(events), str(folder / f"{events}"), engine)
            except subprocess.CalledProcessError:
                print(f"The archive of {ENGINES[engine]} was not measured, see above.", file=sys.stderr)
                break
            results.append({"engine": engine, "events": events, "table": table})
    return results


def seconds(row):
    return f"{row['seconds']:.3f}" if row else ""


def verdict_of(question, rows):
    if question == WINDOW:
        return goal(f"≤ {WINDOW_GOAL} s", rows[1]["seconds"] <= WINDOW_GOAL)
    times = rows[1]["seconds"] / max(rows[0]["seconds"], 0.001)
    return goal(f"≤ {TIMES_GOAL} ×", times <= TIMES_GOAL)


def question_line(table, question):
    rows = [table.get(f"{place}: {question}") for place in PLACES]
    times = rows[1]["seconds"] / max(rows[0]["seconds"], 0.001)
    plain = f"{rows[2]['seconds'] / max(rows[1]['seconds'], 0.001):.1f}" if rows[2] else ""
    return f"| {question} | {' | '.join(seconds(row) for row in rows)} | {times:.1f} | {plain} | {verdict_of(question, rows)} |"


def archive_section(archives):
    """Of date, machine, and the results of measure_archives(); nothing of an empty dictionary."""
    if not archives.get("results"):
        return []
    lines = ["## Archives on ClickHouse", "",
             "The same questions of a workspace, of the archive that it pushed into, and of a plain table of the same server, with the",
             "fields as columns and the JSON as text (`JSONExtract` where the server has it). Best of three rounds, without caches of",
             "results or conditions. What is below a millisecond counts as one.", "", *occasion(archives)]
    for result in archives["results"]:
        table = result["table"]
        rate = table["archive: push, events a second"]["count"]
        lines += [f"### {result['events']:,} events, {ENGINES[result['engine']]}", "",
                  f"Push: {rate:,} events a second (goal {goal(f'≥ {PUSH_GOAL:,}', rate >= PUSH_GOAL)}). On disk: "
                  f"{table['archive: bytes on disk an event']['count']} bytes an event, "
                  f"the plain table {table['plain table: bytes on disk an event']['count']}.", "",
                  "| seconds | workspace | archive | plain table | archive, times the workspace | plain table, times the archive | goal |",
                  "|---|---|---|---|---|---|---|"]
        questions = [what.split(": ", 1)[1] for what in table if what.startswith("workspace: ")]
        lines += [question_line(table, question) for question in questions] + [""]
    return lines

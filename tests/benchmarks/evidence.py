# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""What evidence costs: what is measured, and the measurements as a section."""

import pathlib
import tempfile

from measuring import Program
from syncs import goal, occasion

INGEST_GOAL = 0.9
DISK_GOAL = 0.01
VERIFY_GOAL = 1.5  # times two openssl
PROOF_GOAL = 20  # ms
BUNDLE_GOAL = 5  # seconds, of 100,000 events
MEMORY_GOAL = 200  # MB, of a million events

ONE_OPENSSL = "openssl dgst -sha256 (bytes of all leaves)"
TWO_OPENSSL = "two openssl dgst -sha256, half of it each"
VERIFICATIONS = ("verify workspace --hashes-only", "verify workspace")
PROOFS = ("inclusion proof", "consistency proof")
READERS = {"newly opened": "workspace opened for it", "open": "workspace open"}
BUNDLES = ("bundle", "bundle of scattered events", "bundle of a million")
STEPS = ("evidence create", "evidence verify", "verify_evidence.py")


def measure_evidence(programs, sizes, folder):
    """Returns [{"events", "table"}]. The workspaces are new ones, deleted afterwards: filling them is a part of it."""
    bench = Program(programs / "bench_evidence")
    results = []
    for events in sizes:
        with tempfile.TemporaryDirectory(prefix="evidence-", dir=folder) as temporary:
            results.append({"events": events, "table": bench.table(str(events), str(pathlib.Path(temporary) / "workspace"))})
    return results


def facts(table):
    whole, tree = table["ingest, with the tree"], table["ingest, the tree alone"]
    left, left_of_processor = (1 - tree[unit] / whole[unit] for unit in ("seconds", "processor_seconds"))
    reached = goal(f"≥ {INGEST_GOAL:.0%}", left >= INGEST_GOAL)
    yield f"Ingest: with the tree, {left:.1%} of the speed without it ({left_of_processor:.1%} by processor time; goal {reached})."
    if "tables of the tree, bytes" in table:
        share = table["tables of the tree, bytes"]["count"] / table["database, bytes"]["count"]
        reached = goal(f"< {DISK_GOAL:.0%}", share < DISK_GOAL)
        yield f"Disk: the tables of the tree are {share:.2%} of the database (goal {reached})."
    yield f"Leaves: {table[ONE_OPENSSL]['count'] / 1e9:.2f} GB are hashed, nodes above them not counted."


def verification_lines(table):
    one, two = (table[what]["seconds"] for what in (ONE_OPENSSL, TWO_OPENSSL))
    lines = ["| | seconds | times one openssl | times two | goal |", "|---|---|---|---|---|"]
    lines += [f"| {what} | {table[what]['seconds']:.3f} | | | |" for what in (ONE_OPENSSL, TWO_OPENSSL)]
    for what in VERIFICATIONS:
        seconds = table[what]["seconds"]
        reached = goal(f"≤ {VERIFY_GOAL} × two", seconds <= VERIFY_GOAL * two)
        lines.append(f"| {what} | {seconds:.3f} | {seconds / max(one, 0.001):.1f} | {seconds / max(two, 0.001):.1f} | {reached} |")
    return lines + [""]


def proof_lines(table):
    lines = ["| milliseconds, of 200 | median | 95th percentile | goal |", "|---|---|---|---|"]
    for what in PROOFS:
        for reader, title in READERS.items():
            median, slow = (table[f"{what}, {reader}, {which}, µs"]["count"] / 1000 for which in ("median", "95th percentile"))
            lines.append(f"| {what}, {title} | {median:.2f} | {slow:.2f} | {goal(f'≤ {PROOF_GOAL}', slow <= PROOF_GOAL)} |")
    return lines + [""]


def bundle_line(table, title):
    steps = [table[f"{title}: {step}"] for step in STEPS]
    memory = [table[f"{title}: {step}, most memory, MB"]["count"] for step in STEPS]
    goals = []
    if title == "bundle of a million":
        goals.append(goal(f"create and verify < {MEMORY_GOAL} MB", max(memory[:2]) < MEMORY_GOAL))
    else:
        goals.append(goal(f"create ≤ {BUNDLE_GOAL} s", steps[0]["seconds"] <= BUNDLE_GOAL))
    size = table[f"{title}: size, bytes"]["count"]
    cells = " | ".join(f"{step['seconds']:.2f} s, {megabytes} MB" for step, megabytes in zip(steps, memory))
    return f"| {title} | {steps[0]['count']:,} | {size / 1e6:,.1f} | {cells} | {'; '.join(goals)} |"


def bundle_lines(table):
    lines = [f"| time, and most memory | events | MB | {' | '.join(STEPS)} | goal |", "|---|---|---|---|---|---|---|"]
    return lines + [bundle_line(table, title) for title in BUNDLES if f"{title}: evidence create" in table] + [""]


def evidence_section(evidence):
    """Of date, machine, and the results of measure_evidence(); nothing of an empty dictionary."""
    if not evidence.get("results"):
        return []
    lines = ["## Evidence", "",
             "The hash tree over what is stored, its verification, proofs and bundles. No build stores without hashing: the same",
             "pages go through the same code of the tree once more, alone, each in a transaction of its own, and what that takes is",
             "taken from the ingest. `openssl` hashes as many bytes as the leaves of the workspace are made of. A bundle is of the",
             "first hundred thousand events, whose leaves follow each other; the scattered ones are about one of three.", "",
             *occasion(evidence)]
    for result in evidence["results"]:
        table = result["table"]
        lines += [f"### Evidence of {result['events']:,} events", "", *(f"- {fact}" for fact in facts(table)), "",
                  *verification_lines(table), *proof_lines(table), *bundle_lines(table)]
    return lines

# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""The same questions, asked of other programs. Questions have the names that bench_query gives them."""

import json
import os
import subprocess

from measuring import timed

FIELDS = ["action", "op", "outcome", "actor", "source", "ip"]
TWO_FIELDS = "count, two coded fields, one negated"
FACETS = "facets of 6 coded fields (values)"
HISTOGRAM = "histogram of 100 bins"
A_MONTH = "count, a month"
RARE_TEXT = "count, free text, rare"
COMMON_TEXT = "count, free text, common"

JANUARY_2000 = (946_684_800_000_000, 949_363_200_000_000)  # µs


def questions(table, created="created"):
    """SQL by question; each gives one number."""
    facets = " + ".join(f"(SELECT count(*) FROM (SELECT {field} FROM {table} GROUP BY 1))" for field in FIELDS)
    return {
        TWO_FIELDS: f"SELECT count(*) FROM {table} WHERE op IN ('create', 'delete') AND outcome <> 'failure'",
        A_MONTH: f"SELECT count(*) FROM {table} WHERE {created} >= {JANUARY_2000[0]} AND {created} < {JANUARY_2000[1]}",
        FACETS: f"SELECT {facets}",
        HISTOGRAM: f"SELECT count(*) FROM (SELECT {created} * 100 / (SELECT max({created}) - min({created}) + 1 FROM {table}) "
        f"FROM {table} GROUP BY 1)",
    }


class Sqlite:
    def __init__(self, database, table="events", name="sqlite3"):
        self.name = name
        self.database = database
        self.table = table

    @classmethod
    def indexed(cls, workspace, flat):
        """A plain table of its own with an index on every field in use."""
        if not flat.exists():
            columns = ", ".join(["created", *FIELDS])
            indexes = "".join(f"CREATE INDEX flat.by_{field} ON plain ({field}); " for field in ["created", *FIELDS])
            script = (
                f"ATTACH '{flat}' AS flat; PRAGMA flat.journal_mode = OFF; PRAGMA flat.synchronous = OFF; "
                f"CREATE TABLE flat.plain AS SELECT {columns} FROM events; {indexes}"
                "CREATE INDEX flat.by_op_outcome ON plain (op, outcome); ANALYZE flat;"
            )
            subprocess.run(["sqlite3", workspace, script], check=True, stdout=subprocess.DEVNULL)
        return cls(flat, "plain", "sqlite3 with indexes")

    def measure(self):
        answers = {}
        for question, sql in questions(self.table).items():
            seconds, output = timed(lambda: subprocess.run(
                ["sqlite3", "-readonly", self.database, sql], check=True, capture_output=True, text=True).stdout)
            answers[question] = {"seconds": seconds}
            if question != HISTOGRAM:  # its bins begin elsewhere
                answers[question]["count"] = int(output)
        return answers


def export(client, workspace, file, *options):
    if not file.exists():
        subprocess.run([client, "--workspace", workspace, "export", *options, "--output", file], check=True)


class Grep:
    """Over the raw JSON, one event a line."""

    name = "grep -ciF"

    def __init__(self, client, workspace, file):
        self.file = file
        export(client, workspace, file, "--columns", "raw", "--no-formula-guard", "--sort", "received")

    def measure(self):
        answers = {}
        for question, text in [(RARE_TEXT, "nowhere-to-be-found"), (COMMON_TEXT, "Discount")]:
            seconds, done = timed(lambda: subprocess.run(
                ["grep", "-ciF", text, self.file], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}))
            answers[question] = {"seconds": seconds, "count": int(done.stdout)}
        return answers


class Lnav:
    """Over an export as JSON lines; every question begins with reading the file, as its start does."""

    name = "lnav, with reading"
    MOST_FOR_FACETS = 1_000_000  # it reads every line for every field: minutes a million

    def __init__(self, client, workspace, file, events):
        self.file = file
        self.events = events
        self.formats = file.with_suffix(".lnav")
        export(client, workspace, file, "--format", "ndjson", "--columns", ",".join(["created", *FIELDS]))
        folder = self.formats / "formats" / "trailglass"
        folder.mkdir(parents=True, exist_ok=True)
        definition = {
            "title": "Trailglass", "json": True, "file-pattern": r"\.ndjson$", "timestamp-field": "created",
            "line-format": [{"field": "__timestamp__"}, " ", {"field": "action"}],
            "value": {field: {"kind": "string"} for field in FIELDS},
        }
        (folder / "format.json").write_text(json.dumps({
            "$schema": "https://lnav.org/schemas/format-v1.schema.json", "trailglass_log": definition}))

    def measure(self):
        asked = [TWO_FIELDS] + ([FACETS] if self.events <= self.MOST_FOR_FACETS else [])
        answers = {}
        for question in asked:
            sql = questions("trailglass_log")[question]
            seconds, output = timed(lambda: subprocess.run(
                ["lnav", "-n", "-I", self.formats, "-c", f";{sql}", self.file],
                check=True, capture_output=True, text=True).stdout)
            answers[question] = {"seconds": seconds, "count": int(output.split()[-1])}
        return answers


class DuckDb:
    """Over a table of its own, read from an export."""

    name = "duckdb"

    def __init__(self, program, client, workspace, file):
        self.program = program
        self.database = file.with_suffix(".duckdb")
        export(client, workspace, file, "--columns", ",".join(["created", *FIELDS]), "--no-formula-guard")
        if not self.database.exists():
            self.ask(f"CREATE TABLE plain AS SELECT * REPLACE (epoch_us(created::TIMESTAMP) AS created) "
                     f"FROM read_csv('{file}', header = true, all_varchar = true)")

    def ask(self, sql):
        return subprocess.run([self.program, self.database, "-noheader", "-list", "-c", sql],
                              check=True, capture_output=True, text=True).stdout

    def measure(self):
        answers = {}
        for question, sql in questions("plain").items():
            seconds, output = timed(lambda: self.ask(sql))
            answers[question] = {"seconds": seconds}
            if question != HISTOGRAM:
                answers[question]["count"] = int(output)
        return answers

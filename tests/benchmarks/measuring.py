# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Runs programs and measures them; says what machine this is."""

import os
import platform
import re
import sqlite3
import subprocess
import time


def timed(work, rounds=1):
    """The best of a few rounds. Returns (seconds, what the last one gave)."""
    best = None
    for _ in range(rounds):
        begin = time.monotonic()
        answer = work()
        seconds = time.monotonic() - begin
        best = seconds if best is None else min(best, seconds)
    return best, answer


class Program:
    """A benchmark that prints a Markdown table of "| what | seconds | processor seconds | count |"."""

    ROW = re.compile(r"^\| (.+?) \| *([0-9.]*) *\| *([0-9.]*) *\| (-?[0-9]*) \|$")

    def __init__(self, path):
        self.path = path

    def table(self, *arguments):
        """Returns {what: {"seconds", "processor_seconds", "count"}}."""
        output = subprocess.run([self.path, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout
        rows = {}
        for line in output.splitlines():
            if match := self.ROW.match(line):
                what, seconds, processor, count = match.groups()
                rows[what] = {
                    "seconds": float(seconds) if seconds else None,
                    "processor_seconds": float(processor) if processor else None,
                    "count": int(count) if count else None,
                }
        return rows


def raw_bytes(database):
    """How much raw JSON a workspace holds, unpacked."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT sum(bytes) FROM raw_block").fetchone()[0]


def first_line(*command):
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "?"


def machine():
    with open("/proc/cpuinfo") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) // 1024
    return {
        "processor": f"{len(models)} × {models[0]}" if models else platform.machine(),
        "memory_mb": memory,
        "system": f"{platform.system()} {platform.release()}",
        "compiler": first_line("c++", "--version"),
        "sqlite3": first_line("sqlite3", "--version").split(" ")[0],
        "load_before": os.getloadavg()[0],
    }

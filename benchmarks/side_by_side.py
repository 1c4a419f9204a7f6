"""Runs each contender in turn, round by round, and prints a table of medians. Started by benchmarks/side-by-side."""

import os
import shlex
import statistics
import subprocess
import sys
import time

WORK, RECORDS, ROUNDS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
LARGE = f"{WORK}/{RECORDS}.log"
SMALL_RECORDS = 1_000_000
SMALL = f"{WORK}/{SMALL_RECORDS}.log"
PYTHON = f"{WORK}/venv/bin/python"

AGGREGATE = "./flowtide aggregate --width 1m --metric requests,bytes,packets"
QUESTION = """
import sys, duckdb
duckdb.execute("set threads = 2")
print(duckdb.sql(f"select (start // 60) * 60, count(*), sum(bytes), sum(packets) "
                 f"from read_csv('{sys.argv[1]}', delim = ' ', header = true) group by 1 order by 1").fetchall())
"""
READER = """
import collections, gzip, sys
from flowlogs_reader import FlowRecord
sums = collections.defaultdict(lambda: [0, 0, 0])
with gzip.open(sys.argv[1], "rt") as lines:
    names = next(lines).split()
    fields = [name.replace("-", "_") for name in names]
    for line in lines:
        record = FlowRecord(dict(zip(fields, line.split())))
        minute = sums[record.start.replace(second=0)]
        minute[0] += 1
        minute[1] += record.bytes
        minute[2] += record.packets
print(sorted(sums.items()))
"""

# What is run, on how many records, and against which other the ratio of wall times is taken, round by round.
CONTENDERS = {
    "gzip -dc": (f"gzip -dc {LARGE}.gz", RECORDS, None),
    "flowtide aggregate": (f"{AGGREGATE} {LARGE}.gz", RECORDS, "gzip -dc"),
    "DuckDB, 2 threads": (f"{PYTHON} -c {shlex.quote(QUESTION)} {LARGE}.gz", RECORDS, "gzip -dc"),
    "flowtide aggregate, plain text": (f"{AGGREGATE} {LARGE}", RECORDS, "gzip -dc"),
    "DuckDB, 2 threads, plain text": (f"{PYTHON} -c {shlex.quote(QUESTION)} {LARGE}", RECORDS, "gzip -dc"),
    "flowtide aggregate, 1,000,000 records": (f"{AGGREGATE} {SMALL}.gz", SMALL_RECORDS, None),
    "flowlogs-reader, 1,000,000 records": (
        f"{PYTHON} -c {shlex.quote(READER)} {SMALL}.gz", SMALL_RECORDS, "flowtide aggregate, 1,000,000 records"),
}


def run(command):
    """Wall seconds, processor seconds and peak memory in MB of one process and those it waited for."""
    start = time.monotonic()
    process = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} failed with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def median(values):
    return statistics.median(list(values))


def main():
    rounds = []
    for number in range(ROUNDS + 1):
        results = {name: run(command) for name, (command, _, _) in CONTENDERS.items()}
        print(f"round {number}{' (not counted)' if number == 0 else ''}: load {os.getloadavg()[0]:.1f}", file=sys.stderr)
        if number > 0:
            rounds.append(results)
    print("| | wall s | processor s | peak MB | million records/s | wall, of |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, (_, records, yardstick) in CONTENDERS.items():
        wall, cpu, peak = (median(r[name][i] for r in rounds) for i in range(3))
        ratio = ""
        if yardstick:
            ratio = f"{median(r[name][0] / r[yardstick][0] for r in rounds):.2f} × {yardstick}"
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} | {records / wall / 1e6:.2f} | {ratio} |")


main()

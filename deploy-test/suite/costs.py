"""What Flowtide costs a month, computed from published prices: ``python -m suite.costs`` writes the README's table anew.

Prices in USD of us-east-1, on demand, without free tiers. What the user pays anyway (delivery of the flow logs, keeping
them in S3) is not in it.
"""

from suite.template import ROOT

README = ROOT / "README.md"
BEGIN, END = "<!-- costs: deploy-test/docs writes this -->", "<!-- /costs -->"

# Published prices.
GB_SECOND = 0.0000166667
INVOCATION = 0.20e-6
S3_PUT, S3_GET, S3_GB_MONTH = 0.005e-3, 0.0004e-3, 0.023
SNS_PUBLISH = 0.50e-6
WRITE_UNIT, READ_UNIT = 0.625e-6, 0.125e-6
LOG_GB = 0.50
TRACE = 5e-6
ALARM, METRIC, DASHBOARD = 0.10, 0.30, 3.00

# How it works: see docs/architecture.md.
SLOTS = 30 * 24 * 12
TICKS = 30 * 24 * 60
METRICS = 21  # EMF metrics of the functions
ALARMS = 29  # metrics that alarms look at

# Assumptions, each on the dear side.
MEGABYTES_PER_SECOND = 5  # of gzip, by flowlog-aggregator with 1 GB of memory
LARGEST_OBJECT_MB = 75  # at which AWS closes a flow log file
OBJECTS_PER_SLOT = 1  # at least: a file of one interface's group every five minutes
PARTS_PER_OBJECT = 2  # a file of five minutes touches two slots
LOG_BYTES_PER_INVOCATION = 1500


def monthly(gigabytes):
    """USD, by service."""
    objects = max(SLOTS * OBJECTS_PER_SLOT, gigabytes * 1000 / LARGEST_OBJECT_MB, min(gigabytes * 1000, 10 * SLOTS))
    parts = objects * PARTS_PER_OBJECT
    invocations = objects + parts + TICKS + 3 * SLOTS
    seconds = {  # of 1 GB
        "flowlog-aggregator": gigabytes * 1000 / MEGABYTES_PER_SECOND + 0.2 * objects,
        "data-join": 0.1 * parts + 0.05 * TICKS + 0.2 * SLOTS,
        "the rest": 0.7 * SLOTS,
    }
    return {
        "Lambda": sum(seconds.values()) * GB_SECOND + invocations * INVOCATION,
        "S3": (parts + 3 * SLOTS) * S3_PUT + (objects * 3 + parts + 4 * SLOTS) * S3_GET + 5 * S3_GB_MONTH,
        "SNS": (objects + parts + 2 * SLOTS) * SNS_PUBLISH,
        "DynamoDB": (parts * 4 + TICKS * 2 + SLOTS * 20) * WRITE_UNIT + (parts * 6 + TICKS * 4 + SLOTS * 80) * READ_UNIT,
        "CloudWatch": DASHBOARD + METRICS * METRIC + ALARMS * ALARM + invocations * LOG_BYTES_PER_INVOCATION / 1e9 * LOG_GB
        + invocations * 0.05 * TRACE,
    }


def table():
    sizes = (1, 100, 10_000)
    costs = [monthly(size) for size in sizes]
    rows = ["| a month | " + " | ".join(f"{size:,} GB" for size in sizes) + " |", "|---|---:|---:|---:|"]
    rows += [f"| {service} | " + " | ".join(f"{cost[service]:,.2f}" for cost in costs) + " |" for service in costs[0]]
    rows.append("| **USD** | " + " | ".join(f"**{sum(cost.values()):,.0f}**" for cost in costs) + " |")
    return "\n".join(rows)


def with_table(page):
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text()))

"""Each file of events/ through the packaged archive of its function, as ``sam local invoke -e`` does it."""

import json
import re

import pytest

from suite.sandbox import FunctionError
from suite.template import ROOT

EVENTS = ROOT / "events"
ROW = re.compile(r"\| `sam local invoke (\w+) -e events/([\w-]+\.json)` \| .* \| (fine|fails: .*) \|")
ROWS = ROW.findall((EVENTS / "README.md").read_text())


def test_every_event_is_documented_by_the_command_that_uses_it():
    assert {file for _, file, _ in ROWS} == {file.name for file in EVENTS.glob("*.json")}


@pytest.fixture(scope="module")
def invoke(stack):
    for bucket in ("flowtide-ingest", "flowtide-lake"):  # which the events name
        stack.aws("s3", "mb", f"s3://{bucket}")

    def run(function, file):
        properties = stack.resolver.resources("AWS::Lambda::Function")[function]
        return stack.service.invoke(properties["FunctionName"], json.loads((EVENTS / file).read_text()))

    return run


@pytest.mark.parametrize("function, file, outcome", ROWS)
def test_an_event_gives_what_the_page_says(invoke, function, file, outcome):
    if outcome == "fine":
        invoke(function, file)
    else:
        with pytest.raises(FunctionError, match=outcome.removeprefix("fails: ")):
            invoke(function, file)


def test_every_function_has_answered(stack, report):
    """Reported rather than bounded: from the start of the process to the first answer, on this machine."""
    times = {name: sandbox.start_seconds for name, sandbox in stack.service.sandboxes.items()}
    report += [f"{name}: {seconds:.1f} s from process start to first answer" for name, seconds in times.items()]
    assert all(times.values())

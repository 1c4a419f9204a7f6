"""Flow logs go in through the AWS CLI at one end, and people hear of the anomaly at the other."""

import datetime
import json
import subprocess
import time

import pytest

from conftest import CHANNEL
from suite.template import ROOT

DAYS = 4  # the least that the detector learns a day from; each costs moto a minute
RATE = 25
SETTLE = 20  # seconds: the template's parameter; longer than this machine delays any event


@pytest.fixture(scope="module")
def yesterday():
    return (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)).date()


@pytest.fixture(scope="module")
def logs(flowtide, folder, environment, yesterday):
    """Days of history in files of a day, and yesterday, with a spike at noon, in files of three hours."""

    def generate(name, span):
        out = folder / name
        subprocess.run(
            [flowtide, "generate", "flowlogs", "--days", str(DAYS), "--rate", str(RATE), "--seed", "3", "--file-span", span,
             "--anomaly", f"spike@{yesterday}T12:00/45m*4", "--out", out], cwd=ROOT, env=environment, check=True)
        return out, f"{yesterday:%Y/%m/%d}"

    return generate("history", "24h"), generate("yesterday", "3h")


def upload_history(stack, logs):
    (history, day), _ = logs
    upload(stack, history, lambda file: day not in str(file))


def upload_yesterday(stack, logs):
    _, (recent, day) = logs
    upload(stack, recent, lambda file: day in str(file))


def upload(stack, folder, wanted):
    """In the order of time, as flow logs come; with --recursive the AWS CLI takes them in any order."""
    for file in sorted(filter(wanted, folder.rglob("*.gz"))):
        stack.aws("s3", "cp", file, stack.outputs["UploadTo"] + str(file.relative_to(folder)))
    settle(stack)


def settle(stack):
    """Until what was uploaded has been closed by the schedule, and nothing follows from it any more."""
    for seconds in (1, SETTLE + 5, SETTLE + 5):
        time.sleep(seconds)
        stack.service.await_quiet()


def test_an_anomaly_in_uploaded_flow_logs_is_told_once(stack, receivers, logs, yesterday):
    upload_history(stack, logs)
    upload_yesterday(stack, logs)

    told = [message["text"] for message in receivers.slack]
    assert len(told) == 2, told
    assert "spike in requests/all" in told[0] and "12:00" in told[0]
    assert "Recovered" in told[1]
    assert {message["channel"] for message in receivers.slack} == {CHANNEL}
    assert receivers.pictures and all(picture["content"].startswith(b"\x89PNG") for picture in receivers.pictures)
    assert [call["status"] for call in receivers.chatbot] == ["firing", "resolved"]
    assert dead_letters(stack) == []


def test_the_same_objects_uploaded_once_more_tell_nobody_anything(stack, receivers, logs):
    before = counts(stack)
    receivers.forget()

    upload_yesterday(stack, logs)

    assert receivers.slack == receivers.pictures == receivers.chatbot == []
    assert counts(stack) == before
    assert dead_letters(stack) == []


def counts(stack):
    """What the Series table holds of closed slots."""
    table = stack.client("dynamodb").get_paginator("scan").paginate(TableName=stack.outputs["SeriesTable"])
    return {item["sk"]["S"]: item for page in table for item in page["Items"] if item["sk"]["S"].startswith("slot#")}


def dead_letters(stack):
    sqs = stack.client("sqs")
    return [json.loads(message["Body"])
            for queue in sqs.list_queues()["QueueUrls"]
            for message in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])]

"""Dead letters, from a function that fails to one that has them all again."""

import json
import subprocess

from suite.template import ROOT

NAME = "flowtide-dev-notifier"


def queue(stack):
    sqs = stack.client("sqs")
    return sqs, sqs.get_queue_url(QueueName=f"{NAME}-dead-letters")["QueueUrl"]


def letters(stack):
    sqs, url = queue(stack)
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return int(attributes["ApproximateNumberOfMessages"]) + int(attributes["ApproximateNumberOfMessagesNotVisible"])


def redrive(stack, flowtide, *arguments):
    # The Lambda of moto runs nothing; the service beside it does, and is found as every other endpoint is.
    environment = {**stack.environment, "AWS_ENDPOINT_URL_LAMBDA": stack.service.endpoint}
    return subprocess.run([flowtide, "redrive", "--stage", "dev", *arguments], cwd=ROOT, env=environment,
                          capture_output=True, text=True)


def test_what_failed_lies_in_the_queue_with_its_reason_and_is_told_after_a_redrive(stack, receivers, flowtide):
    receivers.forget()
    event = json.loads((ROOT / "events/notifier-anomaly-detected.json").read_text())
    message = json.loads(event["Records"][0]["Sns"]["Message"])
    message["incident"] = "requests-all-8aafb1c6-20261122T0805Z"
    event["Records"][0]["Sns"]["Message"] = json.dumps(message)

    receivers.down = True
    try:
        stack.service.invoke_later(NAME, event)
        stack.service.await_quiet()
    finally:
        receivers.down = False
    assert letters(stack) == 1 and not receivers.chatbot

    done = redrive(stack, flowtide, "notifier")
    stack.service.await_quiet()

    assert done.returncode == 0, done.stderr
    assert "trying again does not change" in done.stdout
    assert f"{NAME}: 1 given to the function once more" in done.stdout
    assert letters(stack) == 0
    assert len(receivers.slack) == len(receivers.chatbot) == 1


def test_notifications_that_sns_could_not_hand_over_are_redriven_too(stack, receivers, flowtide):
    receivers.forget()
    event = json.loads((ROOT / "events/notifier-anomaly-detected.json").read_text())["Records"][0]["Sns"]
    message = json.loads(event["Message"])
    message["incident"] = "requests-all-8aafb1c6-20261123T0805Z"
    letter = {**event, "Message": json.dumps(message), "SigningCertURL": "https://x", "UnsubscribeURL": "https://x"}
    sqs, url = queue(stack)
    sqs.send_message(QueueUrl=url, MessageBody=json.dumps(letter))

    done = redrive(stack, flowtide)
    stack.service.await_quiet()

    assert done.returncode == 0, done.stderr
    assert "SNS could not hand it over" in done.stdout
    assert len(receivers.slack) == 1 and letters(stack) == 0


def test_a_stage_that_is_not_there_is_named(stack, flowtide):
    environment = {**stack.environment}
    done = subprocess.run([flowtide, "redrive", "--stage", "moon"], cwd=ROOT, env=environment,
                          capture_output=True, text=True)
    assert done.returncode == 1
    assert "There is no queue flowtide-moon-" in done.stderr

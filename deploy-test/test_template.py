"""What the translated template makes, in every state of its conditions."""

import json
import re

import pytest

from suite import template
from suite.resolve import Resolver

QUEUE_OF = "{}-dead-letters"


@pytest.fixture(scope="module")
def translated():
    return template.translated()


def resolve(translated, **parameters):
    return Resolver(translated, parameters)


def only(resolver, kind, part=""):
    found = [properties for name, properties in resolver.resources(kind).items() if part in name]
    assert len(found) == 1, f"{len(found)} of {kind} {part}"
    return found[0]


# condition -> (parameters that make it hold, what then is there and otherwise is not)
STATES = {
    "Native": ({"Package": "native"}, lambda r: function(r, "Notifier")["Runtime"] == "provided.al2023"),
    "HasSlack": ({"SlackChannel": "C0123"}, lambda r: "FLOWTIDE_SLACK_CHANNEL" in variables(r, "Notifier")),
    "HasChatBot": ({"ChatBotUrl": "https://bot"}, lambda r: "FLOWTIDE_CHATBOT_URL" in variables(r, "Notifier")),
    "HasWebhook": ({"WebhookUrl": "https://hook"}, lambda r: "FLOWTIDE_WEBHOOK_URL" in variables(r, "Notifier")),
    "HasWebhookSecret": (
        {"WebhookSecretName": "flowtide/hook"}, lambda r: "secret:flowtide/hook-" in policies(r, "Notifier")),
    "HasPagerDuty": (
        {"PagerDutySecretName": "flowtide/pd"}, lambda r: "secret:flowtide/pd-" in policies(r, "Notifier")),
    "HasBackends": (
        {"Backends": "requests/all=rcf@our-rcf"}, lambda r: "FLOWTIDE_BACKENDS" in variables(r, "ModelInvoke")),
    "HasRcfEndpoint": ({"RcfEndpoint": "our-rcf"}, lambda r: "endpoint/our-rcf" in policies(r, "ModelInvoke")),
    "HasMeanEndpoint": ({"MeanEndpoint": "our-mean"}, lambda r: "endpoint/our-mean" in policies(r, "ModelInvoke")),
    "HasDeepArEndpoint": (
        {"DeepArEndpoint": "our-deepar"}, lambda r: "endpoint/our-deepar" in policies(r, "ModelInvoke")),
    "HasFlowLogBucket": (
        {"FlowLogBucket": "our-logs"}, lambda r: "our-logs/AWSLogs/*" in policies(r, "FlowlogAggregator")
        and "our-logs" in json.dumps(r.resources("AWS::SNS::TopicPolicy"))
        and "NextHearOfUploads" in r.outputs()),
    "HasAlarms": ({"Alarms": "on"}, lambda r: "AlarmTopic" in r.resources("AWS::SNS::Topic")
                  and len(r.resources("AWS::CloudWatch::Alarm")) > 10),
    "HasAlarmEmail": (
        {"AlarmEmail": "a@b.example"}, lambda r: "AlarmsByEmail" in r.resources("AWS::SNS::Subscription")),
}
OTHERWISE = {"HasAlarms": {"Alarms": "off"}}


def function(resolver, name):
    return resolver.resources("AWS::Lambda::Function")[name]


def variables(resolver, name):
    return function(resolver, name)["Environment"]["Variables"]


def policies(resolver, name):
    return json.dumps(resolver.resources("AWS::IAM::Role")[name + "Role"]["Policies"])


def test_every_condition_has_a_test(translated):
    assert set(translated["Conditions"]) == set(STATES)


@pytest.mark.parametrize("condition", STATES)
def test_a_condition_changes_what_it_should_in_both_states(translated, condition):
    parameters, effect = STATES[condition]
    holding, otherwise = resolve(translated, **parameters), resolve(translated, **OTHERWISE.get(condition, {}))
    assert holding.holds(condition) and effect(holding)
    assert not otherwise.holds(condition) and not effect(otherwise)


def test_every_function_gives_up_into_its_own_queue_and_somebody_is_told(translated):
    resolver = resolve(translated)
    destinations = resolver.resources("AWS::Lambda::EventInvokeConfig")
    alarms = resolver.resources("AWS::CloudWatch::Alarm")
    for logical, properties in resolver.resources("AWS::Lambda::Function").items():
        queue = QUEUE_OF.format(properties["FunctionName"])
        configured = destinations[f"{logical}EventInvokeConfig"]
        assert configured["DestinationConfig"]["OnFailure"]["Destination"].endswith(":" + queue)
        assert configured["MaximumRetryAttempts"] == 2
        watched = json.dumps([alarm for alarm in alarms.values() if "Dimensions" in alarm])
        assert f'"{queue}"' in watched
        assert f'"FunctionName", "Value": "{properties["FunctionName"]}"' in watched
        assert properties["TracingConfig"] == {"Mode": "Active"}


def test_every_subscription_of_a_function_has_dead_letters_and_a_permission(translated):
    resolver = resolve(translated)
    permissions = {(permission["FunctionName"], permission["SourceArn"])
                   for permission in resolver.resources("AWS::Lambda::Permission").values()}
    for subscription in resolver.resources("AWS::SNS::Subscription").values():
        if subscription["Protocol"] == "lambda":
            name = subscription["Endpoint"].rsplit(":", 1)[1]
            assert subscription["RedrivePolicy"]["deadLetterTargetArn"].endswith(":" + QUEUE_OF.format(name))
            assert (name, subscription["TopicArn"]) in permissions
            assert any(subscription["TopicArn"] in json.dumps(policy["PolicyDocument"])
                       for policy in resolver.resources("AWS::SQS::QueuePolicy").values())


@pytest.mark.parametrize("stage, days", [("dev", 14), ("test", 14), ("prod", 90)])
def test_logs_are_kept_as_long_as_the_stage_wants(translated, stage, days):
    resolver = resolve(translated, Stage=stage)
    logs = {log["LogGroupName"]: log["RetentionInDays"] for log in resolver.resources("AWS::Logs::LogGroup").values()}
    assert set(logs.values()) == {days}
    for properties in resolver.resources("AWS::Lambda::Function").values():
        assert properties["LoggingConfig"]["LogGroup"] == "/aws/lambda/" + properties["FunctionName"]
        assert properties["LoggingConfig"]["LogGroup"] in logs


def test_data_outlives_the_stack(translated):
    for name, resource in translated["Resources"].items():
        if resource["Type"] in ("AWS::S3::Bucket", "AWS::DynamoDB::Table"):
            assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain", name


def test_buckets_are_private_and_encrypted_and_refuse_plain_connections(translated):
    resolver = resolve(translated)
    denied = [policy["Bucket"] for policy in resolver.resources("AWS::S3::BucketPolicy").values()
              if "aws:SecureTransport" in json.dumps(policy)]
    for bucket in resolver.resources("AWS::S3::Bucket").values():
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
        assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        assert bucket["BucketName"] in denied
    assert only(resolver, "AWS::S3::Bucket", "Ingest")["VersioningConfiguration"] == {"Status": "Enabled"}


def test_the_dashboard_reads_like_the_chain(translated):
    resolver = resolve(translated)
    body = json.loads(only(resolver, "AWS::CloudWatch::Dashboard")["DashboardBody"])
    charts = [widget for widget in body["widgets"] if widget["type"] == "metric"]
    chain = ["flowlog-aggregator", "data-join", "model-invoke", "cutoff-scorer", "notifier"]
    first_row = sorted((chart for chart in charts if chart["y"] == 2), key=lambda chart: chart["x"])
    assert [chart["properties"]["title"] for chart in first_row] == chain
    deployed = {properties["FunctionName"] for properties in resolver.resources("AWS::Lambda::Function").values()}
    shown = set(re.findall(r"flowtide-dev-[a-z-]+", json.dumps(charts)))
    assert {f"flowtide-dev-{name}" for name in chain} <= shown & deployed
    assert all(widget["x"] + widget["width"] <= 24 for widget in body["widgets"])


def test_outputs_say_what_to_do_next(translated):
    outputs = resolve(translated, FlowLogBucket="our-logs").outputs()
    assert outputs["NextTurnFlowLogsOn"].endswith("arn:aws:s3:::flowtide-dev-ingest-123456789012-eu-central-1/raw/")
    command = outputs["NextHearOfUploads"]
    configuration = json.loads(re.search(r"'(\{.*\})'", command).group(1))
    assert configuration["TopicConfigurations"][0]["TopicArn"].endswith(":flowtide-dev-raw-uploaded")
    assert "s3://flowtide-dev-ingest-" in outputs["NextUpload"]


def test_every_parameter_is_described_grouped_and_checked(translated):
    interface = translated["Metadata"]["AWS::CloudFormation::Interface"]
    grouped = [name for group in interface["ParameterGroups"] for name in group["Parameters"]]
    assert sorted(grouped) == sorted(translated["Parameters"])
    for name, parameter in translated["Parameters"].items():
        assert parameter.get("Description"), name
        assert {"AllowedValues", "AllowedPattern", "MinValue"} & set(parameter), f"{name} takes anything"
        if "AllowedPattern" in parameter:
            assert parameter.get("ConstraintDescription"), name
            assert re.match(parameter["AllowedPattern"], parameter.get("Default", "")), name

"""Who may read and write what, asserted on the translated template, with everything in it that is optional."""

import fnmatch

import pytest

from suite import reference, template
from suite.resolve import Resolver

INGEST = "flowtide-dev-ingest-123456789012-eu-central-1"
LAKE = "flowtide-dev-lake-123456789012-eu-central-1"
EVERYTHING_ON = {**reference.EVERYTHING_ON, "FlowLogBucket": "our-flow-logs"}

# The design, and nothing beyond it: action -> resources. Secrets are those that the parameters name.
MAY = {
    "flowlog-aggregator": {
        "s3:GetObject": {f"{INGEST}/raw/*", f"{INGEST}/config/*", "our-flow-logs/AWSLogs/*"},
        "s3:GetObjectVersion": {f"{INGEST}/raw/*", "our-flow-logs/AWSLogs/*"},
        "s3:ListBucket": {INGEST, "our-flow-logs"},
        "s3:PutObject": {f"{LAKE}/{prefix}/*" for prefix in (
            "aggregated", "dependency-parts", "rejected/raw", "rejected/config", "rejected/AWSLogs")},
    },
    "data-join": {
        "s3:GetObject": {f"{LAKE}/aggregated/*", f"{LAKE}/dependency-parts/*", f"{INGEST}/testdata/*",
                         f"{INGEST}/finished/*"},
        "sns:Publish": {"flowtide-dev-anomaly-detected"},
        "s3:GetObjectVersion": {f"{INGEST}/testdata/*"},
        "s3:DeleteObject": {f"{INGEST}/testdata/*"},
        "s3:ListBucket": {INGEST, LAKE},
        "s3:PutObject": {f"{LAKE}/joined/*", f"{LAKE}/dependencies/*", f"{LAKE}/rejected/testdata/*",
                         f"{INGEST}/finished/*"},
        **{f"dynamodb:{action}": {"flowtide-dev-series"} for action in (
            "BatchGetItem", "BatchWriteItem", "ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query",
            "UpdateItem")},
    },
    "model-invoke": {
        "s3:GetObject": {f"{LAKE}/joined/*", f"{LAKE}/models/*"},
        "sagemaker:InvokeEndpoint": {f"endpoint/our-{kind}" for kind in ("rcf", "mean", "deepar")},
        "s3:ListBucket": {LAKE},
        "s3:PutObject": {f"{LAKE}/models/*", f"{LAKE}/scored/*"},
        **{f"dynamodb:{action}": {"flowtide-dev-series"} for action in ("BatchGetItem", "GetItem", "Query")},
    },
    "model-trainer": {
        "s3:PutObject": {f"{LAKE}/models/*"},
        **{f"dynamodb:{action}": {"flowtide-dev-series"} for action in ("DeleteItem", "GetItem", "PutItem", "Query")},
    },
    "forecaster": {
        "s3:PutObject": {f"{LAKE}/forecasts/*"},
        **{f"dynamodb:{action}": {"flowtide-dev-series"} for action in ("BatchGetItem", "GetItem", "Query")},
    },
    "cutoff-scorer": {
        "s3:GetObject": {f"{LAKE}/scored/*"},
        "s3:ListBucket": {LAKE},
        "sns:Publish": {"flowtide-dev-anomaly-detected"},
        **{f"dynamodb:{action}": {"flowtide-dev-incidents"} for action in (
            "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem")},
    },
    "notifier": {
        "s3:GetObject": {f"{LAKE}/scored/*", f"{LAKE}/charts/*"},
        "s3:ListBucket": {LAKE},
        "s3:PutObject": {f"{LAKE}/charts/*"},
        "secretsmanager:GetSecretValue": {f"flowtide/{name}-??????" for name in (
            "slack", "chatbot", "webhook", "pagerduty")},
        **{f"dynamodb:{action}": {"flowtide-dev-incidents"} for action in (
            "GetItem", "PutItem", "Query", "UpdateItem")},
    },
}


@pytest.fixture(scope="module")
def resolver():
    return Resolver(template.translated(), EVERYTHING_ON)


def granted(resolver, role):
    """action -> the names of what it may be done to, of a function's own policies."""
    grants = {}
    for policy in role.get("Policies", []):
        for statement in policy["PolicyDocument"]["Statement"]:
            assert statement["Effect"] == "Allow"
            for action in as_list(statement["Action"]):
                grants.setdefault(action, set()).update(map(name, as_list(statement["Resource"])))
    return grants


def as_list(value):
    return value if isinstance(value, list) else [value]


def name(arn):
    return arn.split(":", 6)[-1] if ":secret:" in arn else arn.split(":", 5)[-1].removeprefix("table/")


def functions(resolver):
    """Each function's short name with its role."""
    roles = resolver.resources("AWS::IAM::Role")
    for logical, resource in resolver.template["Resources"].items():
        if resource["Type"] == "AWS::Lambda::Function":
            full = resolver.resolve(resource["Properties"]["FunctionName"])
            yield full.removeprefix("flowtide-dev-"), roles[f"{logical}Role"]


def test_no_function_may_do_more_or_less_than_the_design_says(resolver):
    may = {function: granted(resolver, role) for function, role in functions(resolver)}
    for function, grants in may.items():
        # The failure destination is SAM's own grant: its own queue, and no other.
        assert grants.pop("sqs:SendMessage") == {f"flowtide-dev-{function}-dead-letters"}
    assert may == MAY


def test_nothing_is_allowed_on_everything(resolver):
    for function, role in functions(resolver):
        for action, resources in granted(resolver, role).items():
            assert "*" not in action, f"{function} may {action}"
            assert not {"*", "", "/*"} & resources, f"{function} may {action} on everything"


def test_only_lambda_may_be_a_function_and_only_with_its_log_and_its_traces(resolver):
    for function, role in functions(resolver):
        trust, = role["AssumeRolePolicyDocument"]["Statement"]
        assert trust["Principal"] == {"Service": ["lambda.amazonaws.com"]}
        assert {arn.rsplit("/", 1)[1] for arn in role["ManagedPolicyArns"]} == {
            "AWSLambdaBasicExecutionRole", "AWSXrayWriteOnlyAccess"}, function


def test_no_function_can_trigger_itself(resolver):
    """What a function writes, followed through notifications and subscriptions, never leads back to it."""
    leads_to = {function: {next_one for key in writes(resolver, role) for next_one in hears(resolver, key)}
                for function, role in functions(resolver)}
    for start in leads_to:
        seen, ahead = set(), set(leads_to[start])
        while ahead:
            step = ahead.pop()
            seen.add(step)
            ahead |= leads_to[step] - seen
        assert start not in seen, f"{start} triggers itself through {seen}"
    assert leads_to["flowlog-aggregator"] == {"data-join"}
    assert leads_to["cutoff-scorer"] == {"notifier"}


def writes(resolver, role):
    grants = granted(resolver, role)
    return grants.get("s3:PutObject", set()) | grants.get("sns:Publish", set())


def hears(resolver, written):
    """The functions that hear of an object below a prefix, or of a message on a topic."""
    topics = {written} if "/" not in written else {
        name(topic["Topic"])
        for bucket in resolver.resources("AWS::S3::Bucket").values()
        for topic in bucket["NotificationConfiguration"]["TopicConfigurations"]
        if overlaps(written, bucket["BucketName"] + "/" + prefix(topic))}
    return {subscription["Endpoint"].rsplit(":", 1)[1].removeprefix("flowtide-dev-")
            for subscription in resolver.resources("AWS::SNS::Subscription").values()
            if subscription["Protocol"] == "lambda" and name(subscription["TopicArn"]) in topics}


def prefix(topic):
    return next((rule["Value"] for rule in topic["Filter"]["S3Key"]["Rules"] if rule["Name"] == "prefix"), "")


def overlaps(written, notified):
    written = written.removesuffix("*")
    return written.startswith(notified) or notified.startswith(written)


def test_only_s3_may_publish_to_the_topics_between_the_stages_and_only_from_the_buckets_of_this_account(resolver):
    for policy in resolver.resources("AWS::SNS::TopicPolicy").values():
        for statement in policy["PolicyDocument"]["Statement"]:
            assert statement["Principal"]["Service"] in ("s3.amazonaws.com", "cloudwatch.amazonaws.com")
            assert statement["Condition"]["StringEquals"]["aws:SourceAccount"] == "123456789012"


def test_flow_logs_are_delivered_below_raw_and_nowhere_else(resolver):
    for policy in resolver.resources("AWS::S3::BucketPolicy").values():
        for statement in policy["PolicyDocument"]["Statement"]:
            if statement["Effect"] == "Allow" and "s3:PutObject" in as_list(statement["Action"]):
                assert statement["Principal"] == {"Service": "delivery.logs.amazonaws.com"}
                assert fnmatch.fnmatch(statement["Resource"], f"arn:aws:s3:::{INGEST}/raw/*")

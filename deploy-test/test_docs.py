"""Pages that say what the template and the code say."""

import re

from suite import costs, reference, template
from suite.resolve import Resolver

ROOT = template.ROOT
ANEW = "write it anew with deploy-test/docs"


def test_the_configuration_page_is_what_the_code_says():
    assert reference.CONFIGURATION.read_text() == reference.configuration(), ANEW


def test_the_table_of_permissions_is_what_the_template_says():
    page = reference.SECURITY.read_text()
    assert page == reference.with_permissions(page), ANEW


def test_the_costs_are_what_the_prices_say():
    page = costs.README.read_text()
    assert page == costs.with_table(page), ANEW


def test_costs_grow_with_what_is_uploaded_and_no_faster():
    small, large = (sum(costs.monthly(size).values()) for size in (100, 10_000))
    assert small < large < 100 * small


def test_every_setting_of_an_interface_is_found():
    java = '''
    /** A
     *  {@code b}. */
    @WithDefault("PT1H")
    Duration longWait();

    interface Slack {

        /** C. */
        Optional<String> channel();
    }

    /** D. */
    String bucket();
    '''
    assert list(reference.settings(java)) == [
        ("FLOWTIDE_LONG_WAIT", "PT1H", False, "A `b`."), ("FLOWTIDE_SLACK_CHANNEL", None, True, "C."),
        ("FLOWTIDE_BUCKET", None, False, "D.")]


def test_every_variable_that_the_template_sets_is_known_to_its_function():
    resolver = Resolver(template.translated(), reference.EVERYTHING_ON)
    page = reference.CONFIGURATION.read_text()
    for properties in resolver.resources("AWS::Lambda::Function").values():
        section = page.split(f"## {properties['FunctionName'].removeprefix('flowtide-dev-')}\n")[1].split("\n## ")[0]
        known = set(re.findall(r"`(FLOWTIDE_\w+)`", section))
        shared = {"FLOWTIDE_INGEST_BUCKET", "FLOWTIDE_LAKE_BUCKET"}  # which every function gets
        unknown = {name for name in properties["Environment"]["Variables"] if name.startswith("FLOWTIDE_")}
        assert unknown - known - shared == set(), properties["FunctionName"]


def test_the_picture_of_the_chain_is_what_the_template_wires():
    picture = (ROOT / "docs/architecture.md").read_text().split("```")[1]
    resolver = Resolver(template.translated())
    functions = {properties["FunctionName"].removeprefix("flowtide-dev-")
                 for properties in resolver.resources("AWS::Lambda::Function").values()}
    topics = {topic["TopicName"].removeprefix("flowtide-dev-")
              for topic in resolver.resources("AWS::SNS::Topic").values()} - {"alarms"}
    assert set(re.findall(r"\[([a-z-]+)\]", picture)) == functions
    assert {topic for topic in topics if topic in picture} == topics
    heard = {subscription["Endpoint"].rsplit(":", 1)[1].removeprefix("flowtide-dev-")
             for subscription in resolver.resources("AWS::SNS::Subscription").values()
             if subscription["Protocol"] == "lambda"}
    assert heard <= set(re.findall(r"\[([a-z-]+)\]", picture))


def test_every_alarm_has_a_page_that_says_what_to_do():
    resolver = Resolver(template.translated())
    page = (ROOT / "docs/operations.md").read_text()
    headings = re.findall(r"^### `([^`]+)`", page, re.M)
    functions = "|".join(re.escape(properties["FunctionName"].removeprefix("flowtide-dev-"))
                         for properties in resolver.resources("AWS::Lambda::Function").values())
    alarms = {re.sub(rf"^({functions})-", "FUNCTION-", alarm["AlarmName"].removeprefix("flowtide-dev-"))
              for alarm in resolver.resources("AWS::CloudWatch::Alarm").values()}
    assert set(headings) == alarms

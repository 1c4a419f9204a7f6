"""Pages that are written by a command, so that they stay true: ``python -m suite.reference`` writes them anew.

docs/configuration.md comes from the functions' configuration interfaces and the template's parameters, the table of
docs/security.md from the translated template.
"""

import re

from suite import template
from suite.resolve import Resolver

DOCS = template.ROOT / "docs"
CONFIGURATION, SECURITY = DOCS / "configuration.md", DOCS / "security.md"
BEGIN, END = "<!-- permissions: deploy-test/docs writes this -->", "<!-- /permissions -->"
EVERYTHING_ON = {
    "SlackChannel": "C0123", "ChatBotUrl": "https://bot.example", "WebhookUrl": "https://hook.example",
    "WebhookSecretName": "flowtide/webhook", "PagerDutySecretName": "flowtide/pagerduty",
    "RcfEndpoint": "our-rcf", "MeanEndpoint": "our-mean", "DeepArEndpoint": "our-deepar",
    "FlowLogBucket": "your-flow-logs", "AlarmEmail": "someone@example.org",
}

# In the order of the text: the begin of a nested interface, its end, or a property with what stands before it.
_PIECE = re.compile(
    r"^    interface (?P<inner>\w+) \{|^    (?P<end>\})$|"
    r"/\*\* (?P<doc>(?:(?!\*/).)*?)\s*\*/\s*(?P<default>@WithDefault\(\"(?P<value>[^\"]*)\"\)\s*)?"
    r"(?P<type>[A-Z]?[\w<>]+) (?P<name>\w+)\(\);", re.M | re.S)


def settings(java: str):
    """(variable, default, what it is) of each property of a configuration interface."""
    inner = ""
    for piece in _PIECE.finditer(java):
        if piece["inner"]:
            inner = piece["inner"].lower() + "-"
        elif piece["end"]:
            inner = ""
        elif piece["name"]:
            variable = "FLOWTIDE_" + _upper(inner + piece["name"])
            optional = piece["type"].startswith("Optional")
            default = piece["value"] if piece["default"] else None
            yield variable, default, optional, _plain(piece["doc"])


def _upper(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).replace("-", "_").upper()


def _plain(javadoc):
    text = re.sub(r"\s*\n\s*\*\s*", " ", javadoc)
    return re.sub(r"\{@\w+ ([^}]*)\}", r"`\1`", text).replace("|", "\\|").strip()


def configuration() -> str:
    """The whole page."""
    translated = template.translated()
    page = [
        "# Configuration", "",
        "Written by `deploy-test/docs` from the functions' configuration interfaces and the template; do not edit.",
        "A variable is set by the template's parameter in the last column: `sam deploy --parameter-overrides …`.", ""]
    for source in sorted(template.ROOT.glob("functions/*/src/main/java/**/*Config.java")):
        function = source.relative_to(template.ROOT).parts[1]
        rows = list(settings(source.read_text()))
        if rows:
            page += [f"## {function}", "", "| variable | default | what it says | parameter |", "|---|---|---|---|"]
            parameters = _parameters(translated, function)
            page += [f"| `{variable}` | {_default(default, optional)} | {text} | {parameters.get(variable, '–')} |"
                     for variable, default, optional, text in rows] + [""]
    page += ["## Parameters of the template", "", "| parameter | default | what it says |", "|---|---|---|"]
    page += [f"| `{name}` | {_default(str(parameter.get('Default', '')) or None, True)} "
             f"| {parameter['Description'].strip()} |" for name, parameter in translated["Parameters"].items()]
    return "\n".join(page) + "\n"


def _default(value, optional):
    return f"`{value}`" if value else "none" if optional else "must be there"


def _parameters(translated, function):
    """Which parameter a variable comes from."""
    for resource in translated["Resources"].values():
        name = str(resource.get("Properties", {}).get("FunctionName", ""))
        if resource["Type"] == "AWS::Lambda::Function" and f"-{function}'" in name:
            variables = resource["Properties"]["Environment"]["Variables"]
            found = {variable: _referred(value, translated["Parameters"]) for variable, value in variables.items()}
            return {variable: f"`{parameter}`" for variable, parameter in found.items() if parameter}
    return {}


def _referred(value, parameters):
    if isinstance(value, dict):
        if value.get("Ref") in parameters:
            return value["Ref"]
        return next((found for inner in value.values() if (found := _referred(inner, parameters))), None)
    if isinstance(value, list):
        return next((found for inner in value if (found := _referred(inner, parameters))), None)
    return None


def permissions() -> str:
    """The table: a row per function and action, with all that is optional switched on."""
    resolver = Resolver(template.translated(), EVERYTHING_ON)
    rows = ["| function | may | on |", "|---|---|---|"]
    roles = resolver.resources("AWS::IAM::Role")
    for logical, properties in resolver.resources("AWS::Lambda::Function").items():
        grants = {}
        for policy in roles[f"{logical}Role"]["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                for action in _list(statement["Action"]):
                    grants.setdefault(tuple(map(_short, _list(statement["Resource"]))), []).append(action)
        function = properties["FunctionName"].removeprefix("flowtide-dev-")
        for resources, actions in grants.items():
            rows.append(f"| {function} | {', '.join(f'`{action}`' for action in sorted(actions))} "
                        f"| {', '.join(f'`{resource}`' for resource in resources)} |")
    return "\n".join(rows)


def _list(value):
    return value if isinstance(value, list) else [value]


def _short(arn):
    return re.sub(r"^arn:aws:(\w+):[^:]*:\d*:", r"\1:", arn).replace("-123456789012-eu-central-1", "").replace(
        "flowtide-dev-", "")


def with_permissions(page: str) -> str:
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{permissions()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    CONFIGURATION.write_text(configuration())
    SECURITY.write_text(with_permissions(SECURITY.read_text()))

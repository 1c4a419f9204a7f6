"""Resolves the intrinsic functions of a translated template."""

import re

from suite.moto import ACCOUNT, REGION

PSEUDO = {"AWS::AccountId": ACCOUNT, "AWS::Region": REGION, "AWS::Partition": "aws", "AWS::URLSuffix": "amazonaws.com",
          "AWS::StackName": "flowtide-test", "AWS::StackId": "arn:aws:cloudformation:::stack/flowtide-test/0"}
NO_VALUE = object()
NAMES = ("BucketName", "TableName", "TopicName", "QueueName", "FunctionName", "LogGroupName", "Name", "RuleName")
ARNS = {
    "AWS::S3::Bucket": "arn:aws:s3:::{name}",
    "AWS::SNS::Topic": "arn:aws:sns:{region}:{account}:{name}",
    "AWS::SQS::Queue": "arn:aws:sqs:{region}:{account}:{name}",
    "AWS::Lambda::Function": "arn:aws:lambda:{region}:{account}:function:{name}",
    "AWS::DynamoDB::Table": "arn:aws:dynamodb:{region}:{account}:table/{name}",
    "AWS::Events::Rule": "arn:aws:events:{region}:{account}:rule/{name}",
    "AWS::Logs::LogGroup": "arn:aws:logs:{region}:{account}:log-group:{name}:*",
    "AWS::IAM::Role": "arn:aws:iam::{account}:role/{name}",
}
REFERRED_TO_BY_ARN = ("AWS::SNS::Topic",)


class Resolver:
    """``parameters`` are the values that differ from the template's defaults."""

    def __init__(self, template, parameters=None):
        self.template = template
        defaults = {name: declared.get("Default", "") for name, declared in template["Parameters"].items()}
        unknown = set(parameters or {}) - set(defaults)
        if unknown:
            raise KeyError(f"The template has no parameter {', '.join(sorted(unknown))}")
        self.parameters = {**defaults, **(parameters or {})}

    def holds(self, condition):
        return self.resolve(self.template["Conditions"][condition])

    def resources(self, *types):
        """The resources whose condition holds, resolved, by logical name."""
        return {
            name: self.resolve(resource.get("Properties", {}))
            for name, resource in self.template["Resources"].items()
            if (not types or resource["Type"] in types)
            and ("Condition" not in resource or self.holds(resource["Condition"]))}

    def outputs(self):
        return {name: self.resolve(output["Value"]) for name, output in self.template["Outputs"].items()
                if "Condition" not in output or self.holds(output["Condition"])}

    def resolve(self, node):
        if isinstance(node, list):
            return [value for value in map(self.resolve, node) if value is not NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            (name, argument), = node.items()
            if name == "Ref":
                return self._ref(argument)
            if name == "Condition" and isinstance(argument, str):
                return self.holds(argument)
            if name.startswith("Fn::"):
                return getattr(self, "_" + name[4:].lower())(argument)
        values = {name: self.resolve(value) for name, value in node.items()}
        return {name: value for name, value in values.items() if value is not NO_VALUE}

    def _ref(self, name):
        if name == "AWS::NoValue":
            return NO_VALUE
        if name in PSEUDO:
            return PSEUDO[name]
        if name in self.parameters:
            return self.parameters[name]
        if self.template["Resources"][name]["Type"] in REFERRED_TO_BY_ARN:
            return self._getatt([name, "Arn"])
        return self._name(name)

    def _name(self, logical):
        properties = self.template["Resources"][logical].get("Properties", {})
        return next((self.resolve(properties[key]) for key in NAMES if key in properties), logical)

    def _getatt(self, argument):
        logical, attribute = argument.split(".", 1) if isinstance(argument, str) else argument
        kind = self.template["Resources"][logical]["Type"]
        if attribute in ("Arn", "TopicArn") and kind in ARNS:
            return ARNS[kind].format(region=REGION, account=ACCOUNT, name=self._name(logical))
        return self._name(logical)

    def _sub(self, argument):
        text, own = argument if isinstance(argument, list) else (argument, {})

        def value(match):
            name = match.group(1)
            if name in own:
                return str(self.resolve(own[name]))
            return str(self._getatt(name) if "." in name else self._ref(name))

        return re.sub(r"\$\{!", "${", re.sub(r"\$\{([^!}][^}]*)}", value, text))

    def _join(self, argument):
        return argument[0].join(str(self.resolve(part)) for part in argument[1])

    def _if(self, argument):
        condition, yes, no = argument
        return self.resolve(yes if self.holds(condition) else no)

    def _equals(self, argument):
        left, right = map(self.resolve, argument)
        return str(left) == str(right)

    def _not(self, argument):
        return not self.resolve(argument[0])

    def _and(self, argument):
        return all(map(self.resolve, argument))

    def _or(self, argument):
        return any(map(self.resolve, argument))

    def _findinmap(self, argument):
        first, second, third = map(self.resolve, argument)
        return self.template["Mappings"][first][second][third]

    def _select(self, argument):
        return self.resolve(argument[1])[int(argument[0])]

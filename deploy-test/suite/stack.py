"""The real template, deployed to moto through CloudFormation, with the real archives at work."""

import json
import subprocess

import boto3

from suite import template
from suite.moto import REGION
from suite.receivers import CHATBOT_TOKEN, SLACK_TOKEN
from suite.resolve import Resolver
from suite.service import Service
from suite.wiring import Rules, Topics

ARTIFACTS = "deploy-test-artifacts"
SECONDS_PER_MINUTE = 3  # of a schedule


class Stack:
    def __init__(self, name, moto, parameters, environment, folder):
        self.name, self.folder, self.parameters, self.environment = name, folder, parameters, environment
        self.session = boto3.Session(
            aws_access_key_id="test", aws_secret_access_key="test", region_name=REGION)
        self._endpoint = moto.endpoint
        self._deploy()
        self.resolver = Resolver(self.translated, parameters)
        self.service = Service(self, self._archives(), template.ROOT, folder, moto.variables())
        self.topics = Topics(self.client("sns"), self.service)
        self._apply_what_moto_leaves_out()
        self.rules.start()

    def client(self, service):
        return self.session.client(service, endpoint_url=self._endpoint)

    def _deploy(self):
        self.client("s3").create_bucket(
            Bucket=ARTIFACTS, CreateBucketConfiguration={"LocationConstraint": REGION})
        for secret, token in (("flowtide/slack", SLACK_TOKEN), ("flowtide/chatbot", CHATBOT_TOKEN)):
            self.client("secretsmanager").create_secret(Name=secret, SecretString=token)
        packaged = template.build_and_package(self.folder, ARTIFACTS, self.environment)
        self.translated = template.translate(packaged, self.parameters)
        body = self.folder / "translated.json"
        body.write_text(json.dumps(self.translated))
        self.client("s3").upload_file(str(body), ARTIFACTS, "translated.json")
        self.aws("cloudformation", "create-stack", "--stack-name", self.name,
                 "--template-url", f"https://{ARTIFACTS}.s3.amazonaws.com/translated.json", "--parameters",
                 *(f"ParameterKey={name},ParameterValue={value}" for name, value in self.parameters.items()))
        stack = self.client("cloudformation").describe_stacks(StackName=self.name)["Stacks"][0]
        if stack["StackStatus"] != "CREATE_COMPLETE":
            raise RuntimeError(f"{self.name} is {stack['StackStatus']}")
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}

    def _archives(self):
        """Where in S3 the code of each function and of its layers lies."""
        layers = {name: resource["Properties"]["Content"] for name, resource in self.translated["Resources"].items()
                  if resource["Type"] == "AWS::Lambda::LayerVersion"}
        archives = {}
        for name, resource in self.resolver.template["Resources"].items():
            if resource["Type"] == "AWS::Lambda::Function":
                properties = resource["Properties"]
                used = [layers[layer["Ref"]] for layer in properties.get("Layers", [])]
                archives[self.resolver.resolve(properties["FunctionName"])] = (
                    (properties["Code"]["S3Bucket"], properties["Code"]["S3Key"]),
                    [(layer["S3Bucket"], layer["S3Key"]) for layer in used])
        return archives

    def _apply_what_moto_leaves_out(self):
        for subscription in self.resolver.resources("AWS::SNS::Subscription").values():
            if subscription["Protocol"] == "lambda":
                self.topics.subscribe(subscription["TopicArn"], function_name(subscription["Endpoint"]))
        for bucket in self.resolver.resources("AWS::S3::Bucket").values():
            self._notify(bucket)
        for given in self.resolver.resources("AWS::Lambda::EventInvokeConfig").values():
            self.client("lambda").put_function_event_invoke_config(
                FunctionName=given["FunctionName"], MaximumRetryAttempts=given["MaximumRetryAttempts"],
                DestinationConfig=given["DestinationConfig"])
        self.rules = Rules(list(self._every_minute()), self.service, SECONDS_PER_MINUTE)

    def _every_minute(self):
        events = self.client("events")
        for rule in events.list_rules()["Rules"]:
            if rule["ScheduleExpression"] == "rate(1 minute)":
                for target in events.list_targets_by_rule(Rule=rule["Name"])["Targets"]:
                    yield rule["Arn"], function_name(target["Arn"])

    def _notify(self, bucket):
        topics = bucket.get("NotificationConfiguration", {}).get("TopicConfigurations", [])
        configurations = [{
            "TopicArn": topic["Topic"],
            "Events": [topic["Event"]],
            "Filter": {"Key": {"FilterRules": topic["Filter"]["S3Key"]["Rules"]}},
        } for topic in topics]
        self.client("s3").put_bucket_notification_configuration(
            Bucket=bucket["BucketName"], NotificationConfiguration={"TopicConfigurations": configurations})

    def aws(self, *arguments, endpoint=None):
        """Runs the AWS CLI as a user would."""
        environment = {**self.environment, **({"AWS_ENDPOINT_URL": endpoint} if endpoint else {})}
        done = subprocess.run(["aws", *map(str, arguments)], env=environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"aws {' '.join(map(str, arguments))} failed:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def stop(self):
        self.rules.stop()
        self.topics.stop()
        self.service.stop()


def function_name(arn):
    return arn.split(":function:", 1)[1].split(":")[0]

"""The part of Lambda that moto lacks: it runs what was deployed, tries again what fails, and gives up as configured."""

import base64
import hashlib
import io
import json
import threading
import time
import zipfile

from suite.http import Server
from suite.sandbox import FunctionError, RuntimeClient, Sandbox, move_opt

RETRIES = 2
RETRY_DELAY = 0.5


class Service:
    """``archives`` says where in S3 the code of each function, and of its layers, lies."""

    def __init__(self, stack, archives, root, folder, surroundings):
        self._lambda, self._s3, self._sqs = (stack.client(name) for name in ("lambda", "s3", "sqs"))
        self._folder = folder
        self._busy = 0
        self._changed = threading.Condition()
        client = RuntimeClient(root, folder)
        self.sandboxes = {
            configuration["FunctionName"]: self._sandbox(configuration, archives, client, surroundings)
            for configuration in self._lambda.list_functions()["Functions"]}
        self._server = Server(self._invoke_api)
        self.endpoint = self._server.url

    def _sandbox(self, configuration, archives, client, surroundings):
        name = configuration["FunctionName"]
        task, opt = self._folder / name / "task", self._folder / name / "opt"
        code, layers = archives[name]
        self._unpack(code, task, configuration["CodeSha256"])
        opt.mkdir(parents=True, exist_ok=True)
        for layer in layers:
            self._unpack(layer, opt)
        move_opt(opt)
        return Sandbox(configuration, task, opt, client, surroundings, self._folder / f"{name}.log")

    def _unpack(self, location, folder, sha256=None):
        bucket, key = location
        content = self._s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        if sha256 and base64.b64encode(hashlib.sha256(content).digest()).decode() != sha256:
            raise RuntimeError(f"s3://{bucket}/{key} is not what was deployed")
        zipfile.ZipFile(io.BytesIO(content)).extractall(folder)

    def invoke(self, name, event, timeout=120):
        """As ``aws lambda invoke`` and ``sam local invoke`` do: waits, and gives the answer or raises FunctionError."""
        return self.sandboxes[name].invoke(json.dumps(event).encode()).result(timeout)

    def invoke_later(self, name, event):
        """As SNS, EventBridge and ``--invocation-type Event`` do; in order, as long as nothing fails."""
        with self._changed:
            self._busy += 1
        self._attempt(self.sandboxes[name], json.dumps(event).encode(), 1)

    def _attempt(self, sandbox, event, attempt):
        sandbox.invoke(event).add_done_callback(lambda answer: self._answered(sandbox, event, attempt, answer))

    def _answered(self, sandbox, event, attempt, answer):
        failure = answer.exception()
        if failure and attempt <= self._settings(sandbox.name).get("MaximumRetryAttempts", RETRIES):
            threading.Timer(RETRY_DELAY, self._attempt, (sandbox, event, attempt + 1)).start()
            return
        try:
            if failure:
                self._give_up(sandbox, event, failure, attempt)
        finally:
            with self._changed:
                self._busy -= 1
                self._changed.notify_all()

    def _settings(self, name):
        try:
            return self._lambda.get_function_event_invoke_config(FunctionName=name)
        except self._lambda.exceptions.ResourceNotFoundException:
            return {}

    def _give_up(self, sandbox, event, failure, attempts):
        """To the failure destination, in the form that Lambda documents for it."""
        destination = self._settings(sandbox.name)["DestinationConfig"]["OnFailure"]["Destination"]
        record = {
            "version": "1.0",
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime()),
            "requestContext": {
                "requestId": "00000000-0000-0000-0000-000000000000",
                "functionArn": sandbox.configuration["FunctionArn"] + ":$LATEST",
                "condition": "RetriesExhausted",
                "approximateInvokeCount": attempts,
            },
            "requestPayload": json.loads(event),
            "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
            "responsePayload": json.loads(failure.payload),
        }
        queue = self._sqs.get_queue_url(QueueName=destination.rsplit(":", 1)[1])["QueueUrl"]
        self._sqs.send_message(QueueUrl=queue, MessageBody=json.dumps(record))

    def await_quiet(self, timeout=900):
        """Waits until nothing is on its way."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._busy == 0, timeout):
                raise TimeoutError(f"{self._busy} invocations do not come to an end")

    def _invoke_api(self, request):
        """POST /2015-03-31/functions/<name>/invocations, so that the AWS CLI and the redrive command reach functions."""
        name = request.path.split("/")[3].rsplit(":", 1)[-1]
        event = json.loads(request.body)
        if request.headers.get("X-Amz-Invocation-Type") == "Event":
            self.invoke_later(name, event)
            return 202, {}, b""
        try:
            return 200, {}, self.invoke(name, event)
        except FunctionError as error:
            return 200, {"X-Amz-Function-Error": "Unhandled"}, error.payload

    def stop(self):
        for sandbox in self.sandboxes.values():
            sandbox.stop()
        self._server.stop()

"""What moto leaves out of a stack, applied from the translated template: topic policies do nothing there,
subscriptions, bucket notifications and failure destinations are skipped without a word, and no rule ever fires."""

import json
import threading
import time
import uuid

from suite.http import Server


class Topics:
    """Hands messages of topics to functions, as a subscription of protocol lambda does."""

    def __init__(self, sns, service):
        self._sns, self._service = sns, service
        self._server = Server(self._deliver)
        self._routes = {}

    def subscribe(self, topic, function):
        route = f"/{len(self._routes)}"
        self._routes[route] = function
        self._sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=self._server.url + route)

    def _deliver(self, request):
        message = json.loads(request.body)
        if message.get("Type") == "Notification":
            self._service.invoke_later(self._routes[request.path], sns_event(message))
        return 200, {}, b""

    def stop(self):
        self._server.stop()


def sns_event(message):
    """The event that Lambda makes of a notification: other names for two fields, or null where one is missing."""
    sns = {name: message.get(name) for name in (
        "Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature")}
    sns["SigningCertUrl"], sns["UnsubscribeUrl"] = message.get("SigningCertURL"), message.get("UnsubscribeURL")
    sns["MessageAttributes"] = message.get("MessageAttributes", {})
    return {"Records": [{
        "EventSource": "aws:sns",
        "EventVersion": "1.0",
        "EventSubscriptionArn": message["TopicArn"] + ":" + str(uuid.uuid4()),
        "Sns": sns,
    }]}


class Rules:
    """Fires rules whose expression is rate(1 minute), faster than that."""

    def __init__(self, rules, service, seconds):
        self._rules, self._service, self._seconds = rules, service, seconds
        self._stopped = threading.Event()

    def start(self):
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while not self._stopped.wait(self._seconds):
            self.fire()

    def fire(self):
        for arn, function in self._rules:
            self._service.invoke_later(function, tick(arn))

    def stop(self):
        self._stopped.set()


def tick(rule):
    return {
        "version": "0", "id": str(uuid.uuid4()), "detail-type": "Scheduled Event", "source": "aws.events",
        "account": "123456789012", "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "region": "eu-central-1", "resources": [rule], "detail": {},
    }

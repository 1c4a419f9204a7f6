"""Slack and the ChatBot as Flowtide sees them: they answer as the real ones do, and keep what they were told."""

import json
import urllib.parse

from suite.http import Server

SLACK_TOKEN = "xoxb-deploy-test"
CHATBOT_TOKEN = "deploy-test-chatbot"


class Receivers:
    def __init__(self):
        self.slack, self.pictures, self.chatbot = [], [], []
        self._files = {}
        self.down = False  # whether they answer that they know nothing of such an address
        self._server = Server(self._serve)

    @property
    def url(self):
        return self._server.url

    @property
    def chatbot_url(self):
        return self.url + "/chatbot"

    def forget(self):
        self.slack.clear()
        self.pictures.clear()
        self.chatbot.clear()

    def _slack(self, method, arguments):
        if method == "files.getUploadURLExternal":
            file = f"F{len(self._files):08d}"
            self._files[file] = b""
            return {"ok": True, "upload_url": f"{self.url}/upload/{file}", "file_id": file}
        if method == "files.completeUploadExternal":
            files = arguments["files"]
            files = json.loads(files) if isinstance(files, str) else files
            self.pictures.append({"channel": arguments["channel_id"], "content": self._files[files[0]["id"]]})
            return {"ok": True, "files": files}
        if method == "chat.postMessage":
            self.slack.append(arguments)
            return {"ok": True, "channel": arguments["channel"], "ts": f"{len(self.slack)}.000000"}
        if method in ("conversations.history", "conversations.replies"):
            return {"ok": True, "messages": []}
        return {"ok": False, "error": "unknown_method"}

    def _serve(self, request):
        if self.down:
            return 404, {}, b"{}"
        address = urllib.parse.urlsplit(request.path)
        query = dict(urllib.parse.parse_qsl(address.query))
        status, answer = self._answer(address.path, request.headers, query, request.body)
        return status, {}, json.dumps(answer).encode()

    def _answer(self, path, headers, query, body):
        token = headers.get("Authorization", "").removeprefix("Bearer ")
        if path.startswith("/upload/"):
            self._files[path.removeprefix("/upload/")] = body
            return 200, {"ok": True}
        if path.startswith("/chatbot"):
            if token != CHATBOT_TOKEN:
                return 401, {"error": "unauthorized"}
            self.chatbot.append(json.loads(body))
            return 200, {"ok": True}
        if token != SLACK_TOKEN:
            return 200, {"ok": False, "error": "invalid_auth"}
        if "json" in headers.get("Content-Type", ""):
            arguments = json.loads(body)
        else:
            arguments = dict(urllib.parse.parse_qsl(body.decode()))
        return 200, self._slack(path.rsplit("/", 1)[1], {**query, **arguments})

    def stop(self):
        self._server.stop()

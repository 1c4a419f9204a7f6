"""A Lambda sandbox: one process of a function, and the Runtime API from which it takes its events."""

import json
import os
import pathlib
import queue
import subprocess
import threading
import time
import uuid
import zipfile
from concurrent.futures import Future

from suite.http import Server

API = "/2018-06-01/runtime/"
HEAP_SHARE = 0.8
QUICK_START = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"]


def java():
    return f"{os.environ['JAVA_HOME']}/bin/java" if os.environ.get("JAVA_HOME") else "java"


def move_opt(folder):
    """Layers lie in /opt, and say so in their files; here they lie elsewhere."""
    for file in pathlib.Path(folder).rglob("*.properties"):
        file.write_text(file.read_text().replace("/opt/", f"{folder}/"))


class FunctionError(Exception):
    """What the function answered when it failed; ``payload`` is its JSON."""

    def __init__(self, payload):
        super().__init__(payload.decode(errors="replace")[:500])
        self.payload = payload


class RuntimeClient:
    """AWS's runtime interface client for Java, as the build packs it for the local suite."""

    def __init__(self, root, folder):
        jars = root / "local/target/classes/io/flowtide/local/lambda/runtime-client"
        self.jars = sorted(str(jar) for jar in jars.glob("*.jar"))
        if not self.jars:
            raise RuntimeError(f"{jars} is empty: build with ./mvnw package first")
        machine = "aarch_64" if os.uname().machine in ("aarch64", "arm64") else "x86_64"
        entry = f"jni/libaws-lambda-jni.linux-{machine}.so"
        with zipfile.ZipFile(next(jar for jar in self.jars if "interface-client" in jar)) as jar:
            self.library = jar.extract(entry, folder)

    def command(self, java, task, handler, memory):
        classes = os.pathsep.join([*self.jars, f"{task}/lib/*", str(task)])
        return [java, *QUICK_START, f"-Xmx{int(memory * HEAP_SHARE)}m",
                f"-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI={self.library}",
                "-cp", classes, "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler]


class Sandbox:
    """``configuration`` is what Lambda's API says of the function; ``task`` and ``layers`` hold unpacked archives."""

    def __init__(self, configuration, task, opt, client, surroundings, log):
        self.configuration = configuration
        self._task, self._opt, self._client = task, opt, client
        self._surroundings, self._log = surroundings, log
        self._events = queue.Queue()
        self._in_hand = {}
        self._starting = threading.Lock()
        self._process = None
        self.start_seconds = None
        self._server = Server(self._serve)

    @property
    def name(self):
        return self.configuration["FunctionName"]

    def invoke(self, event: bytes) -> Future:
        """The answer comes as the future's result, or as a FunctionError."""
        answer = Future()
        self._events.put((str(uuid.uuid4()), event, answer))
        self._ensure_process()
        return answer

    def _ensure_process(self):
        with self._starting:
            if self._process is None or self._process.poll() is not None:
                self._started = time.monotonic()
                self._process = subprocess.Popen(
                    self._command(), cwd=self._task, env=self._environment(),
                    stdout=open(self._log, "a"), stderr=subprocess.STDOUT)
                threading.Thread(target=self._watch, args=(self._process,), daemon=True).start()

    def _watch(self, process):
        code = process.wait()
        for _, answer in list(self._in_hand.values()):
            if not answer.done():
                message = f"{self.name} ended with exit code {code}"
                answer.set_exception(FunctionError(json.dumps({"errorMessage": message}).encode()))

    def _command(self):
        bootstrap = pathlib.Path(self._task, "bootstrap")
        if bootstrap.exists():
            bootstrap.chmod(0o755)
            return [str(bootstrap)]
        return self._client.command(
            java(), self._task, self.configuration["Handler"], self.configuration["MemorySize"])

    def _environment(self):
        own = self.configuration.get("Environment", {}).get("Variables", {})
        own = {name: str(value).replace("/opt/", f"{self._opt}/") for name, value in own.items()}
        return {
            "PATH": os.environ["PATH"],
            "LANG": "en_US.UTF-8",
            "TZ": "UTC",
            "AWS_LAMBDA_RUNTIME_API": self._server.address,
            "AWS_LAMBDA_FUNCTION_NAME": self.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(self.configuration["MemorySize"]),
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "LAMBDA_TASK_ROOT": str(self._task),
            "_HANDLER": self.configuration["Handler"],
            **self._surroundings,
            **own,
        }

    def _next(self):
        request, event, answer = self._events.get()
        self._in_hand[request] = (event, answer)
        headers = {
            "Lambda-Runtime-Aws-Request-Id": request,
            "Lambda-Runtime-Deadline-Ms": str(int((time.time() + self.configuration["Timeout"]) * 1000)),
            "Lambda-Runtime-Invoked-Function-Arn": self.configuration["FunctionArn"],
            "Lambda-Runtime-Trace-Id": "Root=1-00000000-000000000000000000000000;Sampled=0",
        }
        return headers, event

    def _answered(self, request, body, failed):
        _, answer = self._in_hand.pop(request)
        if self.start_seconds is None:
            self.start_seconds = time.monotonic() - self._started
        if failed:
            answer.set_exception(FunctionError(body))
        else:
            answer.set_result(body)

    def _serve(self, request):
        parts = request.path.removeprefix(API).split("/")
        if request.method == "GET":
            headers, event = self._next()
            return 200, headers, event
        if parts[0] == "invocation":
            self._answered(parts[1], request.body, failed=parts[2] == "error")
        return 202, {}, b'{"status":"OK"}'

    def stop(self):
        if self._process:
            self._process.kill()
            self._process.wait(10)
        self._server.stop()

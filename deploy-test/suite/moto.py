"""A moto server: an AWS account on this machine, forgotten when it stops."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

REGION = "eu-central-1"
ACCOUNT = "123456789012"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Moto:
    def __init__(self, log):
        port = free_port()
        self.endpoint = f"http://127.0.0.1:{port}"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
            stdout=open(log, "w"), stderr=subprocess.STDOUT, env={**os.environ, **self.variables()})
        self._await()

    def variables(self):
        """What the AWS CLI, SAM and the functions need to find this account instead of a real one."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_EC2_METADATA_DISABLED": "true",
            "SAM_CLI_TELEMETRY": "0",
        }

    def _await(self):
        for _ in range(300):
            if self._process.poll() is not None:
                raise RuntimeError("moto did not start; see its log")
            try:
                urllib.request.urlopen(self.endpoint + "/moto-api/", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError("moto did not answer within 30 s")

    def stop(self):
        self._process.kill()
        self._process.wait(30)

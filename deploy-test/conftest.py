import os
import pathlib
import sys

import pytest

from suite.moto import Moto
from suite.receivers import Receivers
from suite.stack import Stack
from suite.template import ROOT

CHANNEL = "C0DEPLOYTEST"
LINES = pytest.StashKey()


@pytest.fixture(scope="session")
def report(request):
    """Takes lines that are worth knowing; they are printed at the end."""
    return request.config.stash.setdefault(LINES, [])


def pytest_terminal_summary(terminalreporter, config):
    for line in config.stash.get(LINES, []):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("deploy-test")


@pytest.fixture(scope="session")
def moto(folder):
    server = Moto(folder / "moto.log")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def environment(moto, folder):
    """Of the commands that a user runs: the tools of this environment, the account in moto, and no other account."""
    config = folder / "aws-config"
    config.write_text("[default]\noutput = json\n")
    tools = pathlib.Path(sys.executable).parent
    kept = {name: os.environ[name] for name in ("HOME", "JAVA_HOME", "TMPDIR") if name in os.environ}
    return {**kept, **moto.variables(), "PATH": f"{tools}:{os.environ['PATH']}", "AWS_CONFIG_FILE": str(config),
            "AWS_SHARED_CREDENTIALS_FILE": str(folder / "none"), "AWS_PAGER": ""}


@pytest.fixture(scope="session")
def receivers():
    servers = Receivers()
    yield servers
    servers.stop()


@pytest.fixture(scope="session")
def stack(moto, receivers, environment, folder):
    parameters = {
        "SlackChannel": CHANNEL, "SlackUrl": receivers.url, "ChatBotUrl": receivers.chatbot_url,
        "ChatBotMinSeverity": "LOW", "AlertMaxAge": "P3D", "Settle": "PT20S", "Metrics": "requests",
    }
    deployed = Stack("flowtide-dev", moto, parameters, environment, folder)
    yield deployed
    deployed.stop()


@pytest.fixture(scope="session")
def flowtide():
    return str(ROOT / "flowtide")

"""The template on its way to CloudFormation: ``sam build``, ``sam package``, and the transform that AWS applies."""

import json
import os
import pathlib
import re
import subprocess

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

from suite.moto import REGION

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "template.yaml"


class _NoManagedPolicies:
    """The template attaches none by name but the two that SAM adds itself, whose ARNs it knows."""

    def load(self):
        return {}


def translate(template: dict, parameters: dict) -> dict:
    """What AWS makes of a template with the serverless transform, before conditions and parameters are resolved."""
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)  # the transform asks nobody, but will not do without one
    return json.loads(json.dumps(transform(template, parameters, _NoManagedPolicies())))


def translated(parameters=None) -> dict:
    """The template as it is in the repository, translated without its archives."""
    text = re.sub(r"((?:Code|Content)Uri:) \S+", r"\1 s3://bucket/key", TEMPLATE.read_text())
    return translate(yaml_parse(text), parameters or {})


def build_and_package(folder: pathlib.Path, bucket: str, environment: dict) -> dict:
    """What ``sam build`` and ``sam package`` make of the template; the archives lie in the bucket afterwards."""
    built, packaged = folder / "built", folder / "packaged.yaml"
    _sam(["build", "--template", str(TEMPLATE), "--build-dir", str(built)], environment)
    _sam(["package", "--template-file", str(built / "template.yaml"), "--s3-bucket", bucket, "--no-progressbar",
          "--output-template-file", str(packaged)], environment)
    return yaml_parse(packaged.read_text())


def _sam(arguments, environment):
    done = subprocess.run(["sam", *arguments], env=environment, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"sam {arguments[0]} failed:\n{done.stdout}\n{done.stderr}")


if __name__ == "__main__":
    print(json.dumps(translated(), indent=1))

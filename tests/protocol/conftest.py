"""The official JavaScript client, installed once a run and outside the tree."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = ("package.json", "package-lock.json", "client.mjs")


@pytest.fixture(scope="session")
def node_client(tmp_path_factory):
    """Give the path of client.mjs beside its library; without Node or the registry a test is skipped by name."""
    if not (shutil.which("node") and shutil.which("npm")):
        _lack("Node.js with npm is not installed")
    folder = tmp_path_factory.mktemp("node")
    for name in FILES:
        shutil.copy(HERE / name, folder)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=180, check=False)
    if done.returncode:
        _lack("socket.io-client cannot be fetched from the registry")
    return folder / "client.mjs"


def _lack(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)

"""The script behind `make`: it lives long enough on any Python to say what is missing."""

import ast
import subprocess
import sys

import pytest

from tests.server_process import TOP
from web.command import environment
from web.command.environment import Unready, check_version, digest, prepare, reason

SCRIPT = TOP / "web" / "command" / "environment.py"


def test_an_old_python_can_parse_it():
    ast.parse(SCRIPT.read_text(), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed():
    with pytest.raises(Unready, match=r"Python 3\.11 or later is needed, and this is 3\.9\.2.*PYTHON="):
        check_version((3, 9, 2))
    check_version((3, 11, 0))


def test_without_venv_debian_users_are_told_the_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(Unready, match="apt install python3-venv"):
        environment.check_venv()


def test_a_failed_download_names_the_connection(tmp_path):
    assert "Check the connection" in reason("ERROR: Could not find a version that satisfies x", tmp_path / "log")
    assert "not the one that was locked" in reason("THESE PACKAGES DO NOT MATCH THE HASHES", tmp_path / "log")
    assert str(tmp_path / "log") in reason("ERROR: odd", tmp_path / "log")


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Give a checkout with locks, an environment that works, and a record of what is installed."""
    (tmp_path / "requirements").mkdir()
    for name in ("app", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / ".venv").mkdir()
    installed = []
    monkeypatch.setattr(environment, "works", lambda _python: True)
    monkeypatch.setattr(environment, "install", lambda _top, _python, lock: installed.append(lock))
    return tmp_path, installed


def test_what_is_installed_is_not_installed_again(checkout):
    top, installed = checkout
    prepare(top, "app")
    prepare(top, "app")
    prepare(top, "dev")
    prepare(top, "app")

    assert installed == ["app", "dev"]


def test_a_changed_lock_is_installed(checkout):
    top, installed = checkout
    before = digest(top, "app")
    prepare(top, "app")
    (top / "requirements" / "app.txt").write_text("app==2\n")
    prepare(top, "app")

    assert digest(top, "app") != before
    assert installed == ["app", "app"]


def test_an_interrupted_installation_begins_anew(checkout, monkeypatch):
    top, installed = checkout
    prepare(top, "dev")

    def fail(*_arguments):
        raise Unready("offline")

    (top / "requirements" / "app.txt").write_text("app==2\n")
    monkeypatch.setattr(environment, "install", fail)
    with pytest.raises(Unready):
        prepare(top, "app")
    monkeypatch.setattr(environment, "install", lambda _top, _python, lock: installed.append(lock))
    prepare(top, "dev")

    assert installed == ["dev", "dev"]


def test_the_locks_name_no_machine_and_no_index():
    for name in ("app", "dev"):
        lock = (TOP / "requirements" / f"{name}.txt").read_text()
        assert "://" not in lock and "--index" not in lock and "--find-links" not in lock
        assert all("--hash=sha256:" in block for block in lock.split("\n\n") if "==" in block)


def test_help_lists_the_targets_of_the_makefile():
    # Called from a make above, make says which folder it enters, unless it is told not to.
    told = subprocess.run(
        ["make", "-s", "--no-print-directory", "help"], cwd=TOP, capture_output=True, text=True, check=True
    )
    targets = [line.split()[1] for line in told.stdout.splitlines()]
    assert targets == ["help", "demo", "run", "test", "figures", "bench", "bench-compare", "faults", "sure", "lock"]

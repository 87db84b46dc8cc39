"""The units and the containers that are shipped: they parse, and name only what is there."""

import configparser
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest
import yaml

from tests.server_process import TOP
from web.command import main
from web.settings import Settings

DEPLOY = TOP / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("prontas*"))
SERVICES = [path for path in UNITS if path.suffix == ".service"]
INSTALLED = "/opt/prontas/"


class Once(dict):
    """Keys of a unit: one that stands twice adds to the first, as systemd reads lists."""

    def __setitem__(self, key, value):
        if key in self and isinstance(value, list):
            value = [*self[key], *value]
        super().__setitem__(key, value)


def unit(path):
    parser = configparser.RawConfigParser(dict_type=Once, strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string(path.read_text())
    return {section: dict(parser.items(section)) for section in parser.sections()}


def known(name):
    """Say whether a variable of the environment is one that we read."""
    return not name.startswith("PRONTAS_") or name.removeprefix("PRONTAS_").lower() in Settings.model_fields


def require_verb(words):
    """Parse a command line of ours as the program itself would, without running it."""
    verb = main.get_command(click.Context(main), words[0])
    assert verb is not None, words
    verb.make_context(words[0], list(words[1:]), resilient_parsing=False)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_reads_every_unit_without_a_word(path, tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze")
    for one in UNITS:
        text = one.read_text().replace(f"{INSTALLED}.venv/bin/prontas", "/bin/true")
        (tmp_path / one.name).write_text(text)
    name = path.name.replace("@.", "@8765.")
    if name != path.name:
        (tmp_path / name).symlink_to(tmp_path / path.name)
    told = subprocess.run(
        [analyze, "verify", "--man=no", str(tmp_path / name)], capture_output=True, text=True, timeout=60
    )

    # It tells of every unit that it meets on its way; here only ours count.
    mine = [line for line in told.stderr.splitlines() if "prontas" in line]
    assert mine == []


def test_systemd_finds_the_server_little_exposed(tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze")
    unit_file = tmp_path / "prontas@8765.service"
    unit_file.write_text((DEPLOY / "systemd" / "prontas@.service").read_text().replace(INSTALLED, "/usr/"))
    # Of ten points, in tenths: 1.5 as it stands.
    command = [analyze, "security", "--offline=true", "--threshold=20", str(unit_file)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert told.returncode == 0, told.stdout[-300:]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_runs_a_command_that_there_is_and_keeps_to_itself(path):
    found = unit(path)["Service"]
    program, *words = shlex.split(found["ExecStart"])
    assert program == f"{INSTALLED}.venv/bin/prontas"
    require_verb([one.replace("/var/backups/prontas", "/tmp") for one in words])
    for name in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "ProtectKernelTunables"):
        assert found[name] == "yes", name
    assert (found["ProtectSystem"], found["UMask"], found["CapabilityBoundingSet"]) == ("strict", "0077", "")
    assert found["MemoryMax"] and found["User"] == "prontas"
    assert all(known(one.partition("=")[0]) for one in found.get("Environment", "").split())


def test_the_server_comes_back_however_it_went_and_has_descriptors_for_its_screens():
    found = unit(DEPLOY / "systemd" / "prontas@.service")
    assert found["Service"]["Restart"] == "always"
    assert found["Unit"]["StartLimitIntervalSec"] == "0"
    assert int(found["Service"]["LimitNOFILE"]) >= 2 * 5000


@pytest.mark.parametrize("path", [one for one in UNITS if one.suffix == ".timer"], ids=lambda path: path.name)
def test_a_timer_starts_a_service_of_its_name(path):
    assert path.with_suffix(".service") in SERVICES
    assert unit(path)["Timer"]["Persistent"] == "yes"


def test_units_point_to_pages_that_there_are():
    named = [one for path in UNITS for one in re.findall(r"file:/opt/prontas/(\S+)", path.read_text())]
    assert len(named) >= 4 and all((TOP / one).is_file() for one in named)


def test_the_environment_names_only_what_is_read_and_starts_as_it_stands(monkeypatch):
    lines = (DEPLOY / "systemd" / "environment").read_text().splitlines()
    settings = [line.lstrip("#") for line in lines if re.match(r"#?PRONTAS_", line)]
    assert all(known(line.partition("=")[0]) for line in settings)
    active = dict(line.split("=", 1) for line in lines if line.startswith("PRONTAS_"))
    for name, value in active.items():
        monkeypatch.setenv(name, value)
    found = Settings()
    assert found.proxy_hops == 1 and found.secure and found.database == "sqlite:////var/lib/prontas/prontas.db"


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((DEPLOY / "container" / "compose.yaml").read_text())


def test_the_containers_name_only_files_variables_and_services_that_there_are(compose):
    services = compose["services"]
    for name in ("prontas-1", "prontas-2"):
        one = services[name]
        assert all(known(variable) for variable in one["environment"])
        context = (DEPLOY / "container" / one["build"]["context"]).resolve()
        assert context == TOP and (context / one["build"]["dockerfile"]).is_file()
        assert one["network_mode"] == services["nginx"]["network_mode"] == "service:ground"
        assert set(one["depends_on"]) <= set(services)
        assert one["read_only"] and one["cap_drop"] == ["ALL"]
    ports = {services[name]["environment"]["PRONTAS_PORT"] for name in ("prontas-1", "prontas-2")}
    assert ports == set(re.findall(r"server 127\.0\.0\.1:(\d+)", (DEPLOY / "nginx" / "nginx.conf").read_text()))


def test_no_password_has_a_value_here_and_none_may_be_missing(compose):
    text = (DEPLOY / "container" / "compose.yaml").read_text()
    asked = re.findall(r"\$\{(\w+)(:\?)?\}", text)
    assert {name for name, _must in asked} == {"POSTGRES_PASSWORD", "REDIS_PASSWORD", "PUBLIC_URL"}
    assert all(must for _name, must in asked)
    assert "requirepass" in str(compose["services"]["redis"]["command"])
    assert compose["services"]["postgres"].get("ports") is None and compose["services"]["redis"].get("ports") is None


def test_acknowledged_is_on_the_disk_in_containers_too(compose):
    command = compose["services"]["postgres"]["command"]
    assert {"synchronous_commit=on", "fsync=on"} <= set(command)


def test_the_container_is_made_from_files_that_there_are():
    lines = (DEPLOY / "container" / "Containerfile").read_text().replace("\\\n", " ").splitlines()
    copied = [source for line in lines if line.startswith("COPY") for source in shlex.split(line)[1:-1]]
    assert {"injects", "scoring", "scenarios", "simulator", "web"} <= set(copied)
    assert all((TOP / source).exists() for source in copied)
    installed = [line for line in lines if "pip install" in line and "-r" in line]
    assert len(installed) == 1 and "--require-hashes" in installed[0]
    assert [line for line in lines if line.startswith("USER")] == ["USER prontas"]
    require_verb(json.loads(lines[-1].removeprefix("CMD ")))
    (asked,) = [line.partition(" CMD ")[2] for line in lines if line.startswith("HEALTHCHECK")]
    program, _c, script = json.loads(asked)
    assert program == "python" and compile(script, "healthcheck", "exec")


def test_pages_that_say_how_to_run_it_name_only_commands_that_there_are():
    for page in ("deploy.md", "operations.md", "runbook.md"):
        told = re.findall(r"(?:^|[\s`(])prontas (backup|restore-backup|migrate|serve|tidy|user|verify)\b([^`\n]*)",
                          Path(TOP / "docs" / page).read_text())  # fmt: skip
        assert told, page
        for verb, rest in told:
            options = {option for one in main.get_command(click.Context(main), verb).params for option in one.opts}
            named = set(re.findall(r"(?<!\S)--[a-z-]+", rest))
            commands = getattr(main.get_command(click.Context(main), verb), "commands", None)
            assert commands is not None or named <= options, (page, verb, named - options)

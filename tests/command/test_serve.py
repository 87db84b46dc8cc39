"""The server for real drills: what it refuses, and its first start."""

import re
import signal
import sqlite3
from urllib.request import urlopen

import pytest

from tests.command.processes import read_until, run, running
from tests.server_process import free_port, wait_until_up


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "prontas.example"])
def test_plain_http_on_a_public_address_is_refused_with_the_ways_out(tmp_path, host):
    told = run("serve", "--host", host, "--port", free_port(), "--database", f"sqlite:///{tmp_path / 'p.db'}")

    assert told.returncode == 1
    assert len(told.stderr.splitlines()) == 1
    assert all(way in told.stderr for way in ("--tls-cert", "--proxy-hops", "--lan"))


def test_half_a_certificate_is_wrong_usage(tmp_path):
    (tmp_path / "cert.pem").touch()
    assert run("serve", "--tls-cert", tmp_path / "cert.pem").returncode == 2


def test_a_database_that_others_can_read_is_refused(tmp_path):
    sqlite3.connect(tmp_path / "p.db").close()
    (tmp_path / "p.db").touch()
    (tmp_path / "p.db").chmod(0o644)
    told = run("serve", "--port", free_port(), "--database", f"sqlite:///{tmp_path / 'p.db'}")

    assert told.returncode == 1
    assert "chmod o-rwx" in told.stderr


def test_the_first_start_prints_a_link_to_set_it_up_and_then_becomes_the_server(tmp_path):
    port, database = free_port(), tmp_path / "p.db"
    with running("serve", "--port", port, "--database", f"sqlite:///{database}") as process:
        said = read_until(process, "/setup/")
        link = re.search(r"http://127\.0\.0\.1:\d+/setup/\S+", said).group(0)
        wait_until_up(f"http://127.0.0.1:{port}", process)
        with urlopen(link, timeout=20) as answer:
            assert answer.status == 200
        second = run("serve", "--port", free_port(), "--database", f"sqlite:///{database}")
        assert second.returncode == 1 and "already running" in second.stderr
        assert database.stat().st_mode & 0o777 == 0o600
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0

"""Which databases can be named, and what is said of one that cannot be used."""

import pytest

from tests.command.processes import run
from tests.server_process import free_port
from web.database_url import names_database

NAMED = (
    "sqlite:///prontas.db", "sqlite:////srv/prontas/prontas.db", "postgresql://db.example/prontas",
    "postgresql://prontas:p#/w@db.example:5432/prontas?sslmode=require", "postgresql://[::1]:5432/prontas",
    "postgresql:///prontas?host=/run/postgresql",
)  # fmt: skip
# In memory everything ends with the process, and each process has another.
ODD = (
    "", "prontas.db", "sqlite:prontas.db", "sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite:///p.db?mode=ro",
    "mysql://db.example/prontas", "postgresql://db.example:port/prontas", "postgresql:db.example",
)  # fmt: skip


@pytest.mark.parametrize("url", NAMED)
def test_a_database_that_stays_can_be_named(url):
    assert names_database(url)


@pytest.mark.parametrize("url", ODD)
def test_anything_else_cannot(url):
    assert not names_database(url)


@pytest.mark.parametrize("verb", [["serve"], ["user", "list"]])
def test_a_server_that_does_not_answer_is_said_in_one_line(verb):
    port = free_port()
    told = run("--language", "pt", *verb, "--database", f"postgresql://ana:s3cret@127.0.0.1:{port}/prontas")

    assert (told.returncode, len(told.stderr.splitlines())) == (1, 1), told.stderr
    assert "Não é possível usar o banco de dados" in told.stderr and str(port) in told.stderr
    assert "s3cret" not in told.stderr


def test_so_is_a_file_that_is_no_database(tmp_path):
    file = tmp_path / "p.db"
    file.write_text("Not this one.\n" * 100)
    file.chmod(0o600)
    told = run("user", "list", "--database", f"sqlite:///{file}")

    assert told.returncode == 1
    assert "file is not a database" in told.stderr and "--database" in told.stderr


def test_an_odd_setting_is_said_in_the_language_that_was_chosen():
    told = run("--language", "es", "serve", "--redis", "127.0.0.1:6379")

    assert told.returncode == 1
    assert (
        told.stderr == "prontas: PRONTAS_REDIS: Escriba redis://SERVIDOR:PUERTO, o rediss://SERVIDOR:PUERTO con TLS.\n"
    )

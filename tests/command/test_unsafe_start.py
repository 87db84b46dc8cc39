"""A server that would put people's words at risk does not start, whoever starts it, and says why in one line."""

import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from simulator.database import close_engine, open_engine, sqlite_url
from simulator.migrating import migrate
from tests.command.processes import run
from tests.server_process import TOP, free_port
from web.command import main
from web.command.places import ready_database
from web.command.trouble import Trouble
from web.safe_start import dangers, is_weak
from web.settings import Settings

CONF = ("-c", "python:web.live.gunicorn_conf")
APP = "web.live.wsgi:application"
RANDOM = "k9Qw3Zr7Lm2Xv8Tb5Yn1Pc6Hd4Jf0Gs_"

# What is set, and what the one line says: the reason, and the way out.
UNSAFE = {
    "a default secret": ({"SECRET_KEY": "changeme"}, ("secret key", "Unset PRONTAS_SECRET_KEY")),
    "a short secret": ({"SECRET_KEY": RANDOM[:31]}, ("secret key", "32")),
    "a long secret of one sign": ({"SECRET_KEY": "a" * 64}, ("secret key", "32")),
    "Flask's debug mode": ({"FLASK_DEBUG": "1"}, ("FLASK_DEBUG", "Unset it")),
    "our own debug switch": ({"PRONTAS_DEBUG": "1"}, ("PRONTAS_DEBUG", "Unset it")),
    "any page may connect": ({"ORIGINS": "*"}, ("PRONTAS_ORIGINS", "PRONTAS_PUBLIC_URL")),
    "a foreign page may connect": ({"CORS_ALLOWED": "https://evil.example"}, ("PRONTAS_CORS_ALLOWED",)),
    "every address is ours": ({"PUBLIC_URL": "*"}, ("PRONTAS_PUBLIC_URL", "https://")),
    "a whole domain is ours": ({"PUBLIC_URL": "https://*.example"}, ("PRONTAS_PUBLIC_URL",)),
    "an address with a password": ({"PUBLIC_URL": "https://a:b@drills.example"}, ("PRONTAS_PUBLIC_URL",)),
    "plain HTTP everywhere": ({"HOST": "0.0.0.0"}, ("encryption", "--tls-cert", "--proxy-hops", "--lan")),
    "plain HTTP on IPv6": ({"HOST": "::"}, ("encryption", "--lan")),
    "plain HTTP on one address": ({"HOST": "192.0.2.7"}, ("encryption", "--lan")),
    "a proxy without TLS": ({"PUBLIC_URL": "http://drills.example", "PROXY_HOPS": "1"}, ("not encrypted", "https://")),
    "a debug log in a network": ({"HOST": "0.0.0.0", "LAN": "true", "LOG_LEVEL": "DEBUG"}, ("LOG_LEVEL", "INFO")),
    "a debug log behind a proxy": (
        {"PUBLIC_URL": "https://drills.example", "PROXY_HOPS": "1", "LOG_LEVEL": "DEBUG"}, ("LOG_LEVEL", "INFO"),
    ),
    "a log of no level": ({"LOG_LEVEL": "chatty"}, ("PRONTAS_LOG_LEVEL", "INFO")),
    "another address by the back door": ({"GUNICORN_CMD_ARGS": "--bind 0.0.0.0"}, ("GUNICORN_CMD_ARGS", "Unset it")),
    "the demo's key in a network": ({"HOST": "0.0.0.0", "LAN": "true", "DEMO_KEY": "short"}, ("demo", "20")),
    "an odd number": ({"PORT": "http"}, ("PRONTAS_PORT",)),
}  # fmt: skip


def environment(database, settings):
    named = {name if name.startswith(("FLASK_", "PRONTAS_", "GUNICORN_")) else f"PRONTAS_{name}": value
             for name, value in settings.items()}  # fmt: skip
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PRONTAS_", "FLASK_"))}
    port = {"PRONTAS_PORT": str(free_port()), "PRONTAS_DATABASE": database, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return plain | port | named


def gunicorn(database, settings, *conf):
    """Start gunicorn directly and wait for its end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *conf, APP], cwd=TOP, env=environment(database, settings),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=60)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()
    return process.returncode, said


def configure(database, settings):
    """Read what gunicorn reads before anything else, in a process of its own."""
    command = [sys.executable, "-c", "import web.live.gunicorn_conf"]
    told = subprocess.run(
        command, cwd=TOP, env=environment(database, settings), capture_output=True, text=True, timeout=60, check=False
    )
    return told.returncode, told.stdout + told.stderr


def serve(database, settings):
    named = environment(database, settings)
    cleared = {name: None for name in os.environ if name.startswith(("PRONTAS_", "FLASK_"))}
    told = CliRunner().invoke(main, ["serve"], env=cleared | named, prog_name="prontas")
    return told.exit_code, told.output


@pytest.mark.parametrize("case", UNSAFE)
def test_the_servers_own_process_ends_with_one_line_and_exit_code_1(tmp_path, case):
    settings, words = UNSAFE[case]
    code, said = configure(f"sqlite:///{tmp_path / 'p.db'}", settings)

    assert (code, len(said.splitlines())) == (1, 1), said
    assert said.startswith("prontas: ")
    assert all(word in said for word in words), said
    assert not (tmp_path / "p.db").exists()


@pytest.mark.parametrize("case", ["a default secret", "plain HTTP everywhere", "an odd number"])
def test_so_does_gunicorn_whoever_starts_it(tmp_path, case):
    settings, words = UNSAFE[case]
    code, said = gunicorn(f"sqlite:///{tmp_path / 'p.db'}", settings, *CONF)

    assert (code, len(said.splitlines())) == (1, 1), said
    assert all(word in said for word in words), said


SAID_BY_SERVE = [name for name in UNSAFE if name not in ("an odd number", "the demo's key in a network")]


@pytest.mark.parametrize("case", SAID_BY_SERVE)
def test_prontas_serve_says_the_same(tmp_path, case):
    settings, words = UNSAFE[case]
    code, said = serve(f"sqlite:///{tmp_path / 'p.db'}", settings)

    assert code == 1, said
    assert len(said.splitlines()) == 1 and said.startswith("prontas: "), said
    assert all(word in said for word in words), said
    assert not (tmp_path / "p.db").exists()


def test_prontas_serve_has_no_demo_door(tmp_path):
    code, said = serve(f"sqlite:///{tmp_path / 'p.db'}", {"DEMO_KEY": "k" * 40})

    assert (code, "PRONTAS_DEMO_KEY" in said) == (1, True)


def test_tls_on_every_address_wants_the_name_that_browsers_use(tmp_path):
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).touch(mode=0o600)
    told = run("serve", "--host", "0.0.0.0", "--tls-cert", tmp_path / "cert.pem", "--tls-key", tmp_path / "key.pem",
               "--database", f"sqlite:///{tmp_path / 'p.db'}")  # fmt: skip

    assert told.returncode == 1
    assert "--public-url" in told.stderr


@pytest.mark.parametrize(
    ("name", "mode", "way_out"),
    [("p.db", 0o644, "chmod o-rwx"), ("p.db-wal", 0o604, "chmod o-rwx"), ("p.db-shm", 0o602, "chmod o-rwx"),
     ("p.db-journal", 0o644, "chmod o-rwx"), (".", 0o757, "chmod o-w"), (".", 0o702, "chmod o-w")],
)  # fmt: skip
def test_a_database_that_others_can_read_or_change_is_refused_by_both(tmp_path, name, mode, way_out):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "p.db").touch(mode=0o600)
    (folder / name).touch(mode=0o600)
    (folder / name).chmod(mode)
    database = f"sqlite:///{folder / 'p.db'}"

    for code, said in (configure(database, {}), serve(database, {})):
        assert code == 1, said
        assert len(said.splitlines()) == 1 and way_out in said, said


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660])
def test_a_group_that_the_owner_has_let_in_may_read(tmp_path, mode):
    """Such as what makes backups; docs/security.md says so."""
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o770)
    for name in ("p.db", "p.db-wal", "p.db-shm"):
        (folder / name).touch()
        (folder / name).chmod(mode)
    database = f"sqlite:///{folder / 'p.db'}"

    assert list(dangers(Settings(database=database), {})) == []
    ready_database(database)
    assert (folder / "p.db").stat().st_mode & 0o777 == mode
    (folder / "p.db").chmod(mode | 0o004)
    with pytest.raises(Trouble, match=r"chmod o-rwx"):
        ready_database(database)
    assert [one.parameters["file"] for one in dangers(Settings(database=database), {})] == [folder / "p.db"]


def test_a_database_that_is_made_is_its_owners_alone(tmp_path):
    ready_database(f"sqlite:///{tmp_path / 'new' / 'p.db'}")

    assert [(tmp_path / "new" / name).stat().st_mode & 0o777 for name in ("", "p.db")] == [0o700, 0o600]


def test_a_question_mark_does_not_hide_which_file_it_is(tmp_path):
    """SQLite would leave out what follows it, and open a file that nobody has looked at."""
    (tmp_path / "p.db").touch()
    (tmp_path / "p.db").chmod(0o644)
    database = f"sqlite:///{tmp_path / 'p.db'}?cache=shared"

    for code, said in (configure(database, {}), serve(database, {})):
        assert code == 1, said
        assert len(said.splitlines()) == 1 and "sqlite:///PATH" in said, said
    told = run("user", "list", "--database", database)
    assert (told.returncode, "sqlite:///PATH" in told.stderr) == (2, True), told.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["p.db"]


def test_without_our_configuration_the_worker_itself_refuses_and_is_not_started_again(tmp_path):
    began = time.monotonic()
    code, said = gunicorn(
        f"sqlite:///{tmp_path / 'p.db'}", {"SECRET_KEY": "changeme"}, "-b", f"127.0.0.1:{free_port()}"
    )

    assert code != 0
    assert said.count("The secret key is a default one") == 1
    assert "Traceback" not in said
    assert time.monotonic() - began < 60


def test_a_weak_key_in_the_database_is_found_too(tmp_path):
    path = tmp_path / "p.db"
    path.touch(mode=0o600)
    engine = open_engine(sqlite_url(path))
    migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('secret_key', 'dev')")
    close_engine(engine)
    code, said = gunicorn(sqlite_url(path), {}, *CONF)

    assert code != 0
    assert "The secret key is a default one" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("secret", ["", "secret", "changeme" * 8, "0123456789" * 4, "a" * 100])
def test_secrets_that_can_be_guessed_are_weak(secret):
    assert is_weak(secret)


def test_a_random_secret_is_not_weak():
    assert not is_weak(RANDOM)

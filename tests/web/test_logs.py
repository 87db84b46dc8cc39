"""What the log looks like: an object a line for programs, a line for people, and the same words in both."""

import io
import json
import logging
import os
import subprocess
import sys

import pytest

from tests.server_process import TOP, running_server
from web.refused import Refused
from web.watching.logs import log_to, style_for


@pytest.fixture
def logged():
    """Log into a text until the end of the test; gives it once the style is said."""
    root, told = logging.getLogger(), io.StringIO()
    before = root.level, list(root.handlers)

    def into(style, level="INFO"):
        log_to(told, style, level)
        return told

    yield into
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name in ("prontas", "gunicorn.error"):
        logging.getLogger(name).setLevel(logging.NOTSET)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_people_on_a_terminal_read_lines_and_programs_read_json_unless_told_otherwise():
    assert style_for("auto", Terminal()) == "lines"
    assert style_for("auto", io.StringIO()) == "json"
    assert style_for("json", Terminal()) == "json"
    assert style_for("lines", io.StringIO()) == "lines"


def test_a_line_for_programs_says_when_how_bad_what_and_where(logged, app):
    told = logged("json")
    with app.test_request_context("/", headers={"X-Request-Id": "f" * 32}):
        Refused().count("too_many_tries")
    (line,) = map(json.loads, told.getvalue().splitlines())

    assert list(line)[:3] == ["time", "level", "event"]
    assert line.pop("time").endswith("Z")
    assert line == {
        "level": "warning", "event": "too_many_tries: 1", "kind": "too_many_tries", "count": 1,
        "logger": "prontas.refused", "process": os.getpid(), "request": "f" * 32,
    }  # fmt: skip


def test_what_failed_is_one_line_with_its_place_and_drill_and_without_its_message(logged):
    told, refused = logged("json"), Refused()
    for _ in range(5):
        try:
            raise RuntimeError('of Beatriz\nand {"level": "forged"}')
        except RuntimeError as error:
            refused.failed("send_response", error, drill="abc123")
    (line,) = map(json.loads, told.getvalue().splitlines())

    assert line["drill"] == "abc123" and line["kind"] == "send_response failed: RuntimeError"
    assert "test_logs.py" in line["event"]
    assert "Beatriz" not in told.getvalue().replace("of Beatriz\\\\nand", "")


def test_the_drill_of_a_page_is_told_and_nothing_else_of_its_address(logged, app):
    told = logged("json")
    for drill, kept in (("abc123", True), ("x" * 40, False), ('a"b', False)):
        with app.test_request_context(f"/drills/{drill}/console"):
            Refused().count("not_found")
        line = json.loads(told.getvalue().splitlines()[-1])
        assert ("drill" in line) is kept
        assert "console" not in str(line)


def test_people_read_a_line_without_braces(logged):
    told = logged("lines")
    logging.getLogger("prontas.refused").warning("%s: %d", "host unknown", 3)

    assert told.getvalue().endswith(" WARNING host unknown: 3\n")


def test_logging_anew_goes_to_one_place_and_not_to_two(logged):
    logged("json")
    told = logged("json")
    logging.getLogger("prontas").warning("once")

    assert len(told.getvalue().splitlines()) == 1


def test_libraries_are_heard_when_something_is_wrong_alone(logged):
    told = logged("json", "DEBUG")
    logging.getLogger("alembic.runtime.migration").info("Context impl SQLiteImpl.")
    logging.getLogger("some.library").warning("odd")

    assert [json.loads(line)["event"] for line in told.getvalue().splitlines()] == ["odd"]


def test_every_line_of_a_real_server_is_an_object(tmp_path):
    with running_server(tmp_path, start=False) as server:
        server.stop()
        lines = [json.loads(line) for line in server.log.splitlines()]

    assert any(line["event"].startswith("Booting worker") for line in lines)
    assert {line["level"] for line in lines} == {"info"}
    assert all(line["time"].endswith("Z") and line["process"] for line in lines)


def test_what_gevent_must_patch_first_is_not_loaded_by_gunicorns_master(tmp_path):
    script = (
        "import sys, web.live.gunicorn_conf\n"
        "print([one for one in ('flask', 'jinja2', 'apscheduler', 'sqlalchemy', 'concurrent.futures.thread') "
        "if one in sys.modules])"
    )
    environment = os.environ | {"PRONTAS_DATABASE": f"sqlite:///{tmp_path / 'p.db'}"}
    told = subprocess.run([sys.executable, "-c", script], cwd=TOP, env=environment, capture_output=True, text=True)

    assert (told.stdout, told.stderr) == ("[]\n", "")

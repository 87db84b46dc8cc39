"""What `docs/api.md` shows is what is there: its table, and its examples pressed as they stand."""

import re
import shlex
from pathlib import Path

from simulator.actions.tokens import MOST_DAYS, MOST_OPEN, USUAL_DAYS
from simulator.token_scopes import SCOPES
from tests.web.console import SCRIPT
from web.api.drill_operations import LARGEST_DRILL
from web.api.operation import LARGEST, PREFIX
from web.api.operations import OPERATIONS
from web.api.pace import PER_MINUTE

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text()
EXAMPLES = re.findall(r"```sh\n(curl .*?)\n```", PAGE, re.DOTALL)
ROW = re.compile(r"^\| `(GET|POST) (/\S+)` \| (.+) \| `(\w+)` \|$", re.MULTILINE)
SENDS = {"-X": "method", "-H": "header", "-d": "data"}


def read_curl(command, names):
    """Read a curl command as a shell would; gives method, headers, body and address."""
    for name, value in names.items():
        command = command.replace(f"'${name}'", f"'{value}'").replace(f"${name}", value)
    words = shlex.split(command)[1:]
    given = {"method": "GET", "headers": {}, "data": None, "url": None}
    while words:
        word = words.pop(0)
        match SENDS.get(word):
            case "method":
                given["method"] = words.pop(0)
            case "header":
                name, _colon, value = words.pop(0).partition(": ")
                given["headers"][name] = value
            case "data":
                given["data"] = words.pop(0)
            case _:
                given["url"] = word
    return given


def test_its_table_lists_every_operation_with_its_scope():
    assert ROW.findall(PAGE) == [(one.method, one.path, one.summary, one.scope) for one in OPERATIONS.values()]


def test_it_names_every_scope_and_the_limits():
    assert [name for name in SCOPES if f"\n| `{name}` |" not in PAGE] == []
    assert f"more than {PER_MINUTE} requests in a minute" in PAGE
    assert f"{LARGEST // 1024} KB, for a new drill {LARGEST_DRILL // 1024**2} MB" in PAGE
    assert f"under `{PREFIX}`" in PAGE
    assert f"{USUAL_DAYS} days unless you choose from 1 to {MOST_DAYS}" in PAGE and f"at most {MOST_OPEN} open" in PAGE


def test_its_examples_work_as_they_stand(app, cast, script):
    play = cast.play(SCRIPT).start()
    names = {"PRONTAS": "https://prontas.example", "DRILL": play.id, "TEAM": play.azul}
    run, results = script(cast.fatima).token, script(cast.olga).token

    def press(example, token):
        asked = read_curl(example, names | {"TOKEN": token})
        path = asked.pop("url").removeprefix("https://prontas.example")
        return app.test_client(use_cookies=False).open(path, **asked)

    listed, paused, standings, held = EXAMPLES
    assert press(listed, run).get_json()["drills"][0]["id"] == play.id
    assert press(paused, run).status_code == 204 and play.drill("state") == "paused"
    assert press(paused, run).status_code == 409
    assert press(standings, results).get_json()["drill"]["id"] == play.id
    assert press(held, run).get_json() == {"teams": 1} and play.one(play.azul, "03")["state"] == "held"

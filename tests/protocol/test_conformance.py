"""Two clients made from docs/protocol.md alone play a drill, each over a WebSocket and over polling."""

import json
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from simulator.actions.running import end_drill, pause_drill, resume_drill, set_speed
from tests.protocol import page
from tests.scripts import choice_inject, scenario, text_inject
from tests.server_process import running_server
from tests.unruly_proxy import unruly_proxy

PATIENCE = 120
# Team, language of the client, transport.
CLIENTS = (
    ("Azul", "node", "websocket"), ("Verde", "node", "polling"), ("Índigo", "python", "websocket"),
    ("Ocre", "python", "polling"),
)  # fmt: skip
SCRIPT = scenario(
    text_inject("words", at="1s", due="2m", body="**Smoke.**"),
    choice_inject("decision", at="1s", due="2m"),
    text_inject("silent", at="1s", due="90s", ask={"autosubmit": False}),
    text_inject("next", after={"inject": "silent"}, due="2m"),
)


class Player:
    """One client's process and what it has said."""

    def __init__(self, command, team):
        self.team, self.said, self._news = team, [], threading.Condition()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self):
        for line in self.process.stdout:
            with self._news:
                self.said.append(json.loads(line))
                self._news.notify_all()
        with self._news:
            self.said.append({"ended": True})
            self._news.notify_all()

    def wait_for(self, **facts):
        """Wait until it says this; fail with its last words where it ends before."""

        def found():
            return any(facts.items() <= one.items() for one in self.said) or "ended" in self.said[-1:][0]

        with self._news:
            heard = self._news.wait_for(lambda: self.said and found(), PATIENCE)
        last = json.dumps(self.said[-4:])[:1500]
        assert heard and any(facts.items() <= one.items() for one in self.said), (self.team, facts, last)

    def all(self, key):
        return [one[key] for one in self.said if key in one]

    def answers(self, request, inject=None):
        return [
            one["answer"] for one in self.said
            if one.get("asked") == request and (inject is None or one["facts"].get("inject") == inject)
        ]  # fmt: skip

    def end(self):
        self.process.kill()
        self._reading.join(PATIENCE)
        self.process.stdout.close()
        self.process.stderr.close()
        self.process.wait()


def command_of(kind, node_client, link, team, transport):
    script = (
        ["node", str(node_client)] if kind == "node" else [sys.executable, str(Path(__file__).with_name("client.py"))]
    )
    return [*script, link, f"Member of {team}", "lead", transport]


@pytest.fixture(scope="module")
def played(tmp_path_factory, node_client):
    """Let all four play the same drill, each in a team of its own; gives them by team, and the feed of each."""
    teams = tuple((team, "en") for team, _kind, _transport in CLIENTS)
    content = yaml.safe_dump(SCRIPT).encode()
    folder = tmp_path_factory.mktemp("wire")
    with running_server(folder, content=content, teams=teams) as server, unruly_proxy(server.port) as line:
        players = {}
        try:
            for team, kind, transport in CLIENTS:
                link = server.links[team].replace(server.url, line.url)
                players[team] = Player(command_of(kind, node_client, link, team, transport), team)
            conduct(server, line, players.values())
            feeds = {team: feed_of(server, team) for team in players}
        finally:
            for player in players.values():
                player.end()
        assert "Traceback" not in server.log
    return players, feeds


def ask_database(server, query, *values):
    """Look into the database from beside the server."""
    with closing(sqlite3.connect(f"file:{server.folder}/prontas.db?mode=ro", uri=True)) as database:
        return database.execute(query, values).fetchall()


def feed_of(server, team):
    """Give the numbers and kinds of what a team was to hear."""
    query = (
        "SELECT feed.n, log.kind FROM feed JOIN log ON log.stream = feed.stream AND log.seq = feed.seq "
        "JOIN team ON feed.reader = 'team:' || team.id WHERE team.name = ? AND team.drill_id = ? ORDER BY feed.n"
    )
    return ask_database(server, query, team, server.drill_id)


def lapsed_and_followed(server, team):
    query = (
        "SELECT count(*) FROM delivery JOIN team ON team.id = team_id "
        "WHERE name = ? AND inject = 'next' AND delivered_at IS NOT NULL"
    )
    return ask_database(server, query, team) == [(1,)]


def conduct(server, line, players):
    """Run the drill: cut the line until they have missed a lapse, pause, go on, end."""
    with server.house() as house:
        fatima, drill = server.fatima(house), {"drill_id": server.drill_id}

        def all_ready(what):
            for player in players:
                player.wait_for(ready=what)

        all_ready("cut")
        line.refuse()
        house.perform(set_speed, fatima, **drill, speed=16)
        while not all(lapsed_and_followed(server, player.team) for player in players):
            time.sleep(0.1)
        house.perform(set_speed, fatima, **drill, speed=1)
        line.heal()
        all_ready("pause")
        house.perform(pause_drill, fatima, **drill)
        all_ready("resume")
        house.perform(resume_drill, fatima, **drill)
        all_ready("end")
        house.perform(set_speed, fatima, **drill, speed=16)
        house.perform(end_drill, fatima, **drill, name="Ceiba Roja")
        for player in players:
            player.wait_for(ended=True)


@pytest.mark.parametrize(("team", "kind", "transport"), CLIENTS)
def test_a_client_made_from_the_page_hears_all_once_in_order_and_is_heard_once(played, team, kind, transport):
    players, feeds = played
    player = players[team]
    events = player.all("event")

    assert [(event["n"], event["kind"]) for event in events] == feeds[team]
    assert set(player.all("connected")) == {transport}
    assert len(player.all("connected")) >= 2
    assert player.all("joined") == [303] and player.all("to") == ["/keep"]
    before, after = player.all("state")
    assert player.all("short") == [before["place"]["me"]["short_code"]]
    assert after["place"]["hotwash"] and not before["place"]["hotwash"]
    assert after["place"]["me"]["language"] == "fr"


@pytest.mark.parametrize("team", [team for team, _kind, _transport in CLIENTS])
def test_each_answer_has_one_receipt_however_often_it_goes(played, team):
    player = played[0][team]
    first, second = player.answers("send_response", "words")[:2]
    assert first == second and (first["state"], first["version"]) == ("counted", 1)
    asked, confirmed = player.answers("send_response", "decision")
    assert asked["error"]["code"] == "confirmation_needed" and confirmed["state"] == "counted"
    (late,) = player.answers("send_response", "silent")
    assert late["state"] == "late"
    paused, counted = player.answers("send_response", "next")
    assert paused["error"]["code"] == "drill_paused" and counted["state"] == "counted"

    assert player.answers("save_draft") == [{"state": "saved"}]
    assert player.answers("ask_pause") == [{"pause": "asked"}] and player.answers("take_back_pause") == [
        {"pause": None}
    ]
    for request in ("receive_injects", "open_inject", "take_seats", "change_language"):
        assert player.answers(request) == [{}]
    assert player.answers("decline_inject")[0]["error"]["code"] == "inject_not_optional"
    assert player.answers("send_response", "words")[2]["error"]["code"] == "request_malformed"
    received = [one for one in player.all("event") if one["kind"] == "response_received"]
    assert [one["inject"] for one in received] == ["words", "decision", "next"]
    assert received[0]["response"]["typed_at"] is not None


@pytest.mark.parametrize("team", [team for team, _kind, _transport in CLIENTS])
def test_whatever_came_over_the_wire_is_as_its_table_says(played, team):
    player = played[0][team]
    wrong = []
    for event in player.all("event"):
        wrong += page.departures(page.kind_fields(event["kind"]), event, event["kind"])
    unnumbered = page.of_section("What is told without a number")
    unnumbered["clock"] = unnumbered["clock"] | page.objects()["Clock"]
    for one in player.said:
        if "told" in one:
            wrong += page.departures(unnumbered[one["told"]], one["facts"], one["told"])
        if "asked" in one and "error" not in one["answer"]:
            found = page.tables()["Requests", one["asked"]]
            answer = found[-1] if one["answer"] and found else {}
            wrong += page.departures(answer, one["answer"], one["asked"], optional=one["asked"] == "send_response")
    for state in player.all("state"):
        wrong += page.departures(page.objects()["Place"], state["place"], "place")
        for draft in state["drafts"].values():
            wrong += page.departures(page.objects()["Draft"], draft, "draft")

    assert not wrong, "\n".join(dict.fromkeys(wrong))
    assert {one["told"] for one in player.said if "told" in one} >= {"clock"}

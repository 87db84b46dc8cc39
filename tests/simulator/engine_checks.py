"""What must hold of a drill after every step, read from the database as it lies there."""

import json
from collections import Counter

from sqlalchemy import text

from simulator.book import link_of
from simulator.columns import EPOCH, MILLISECOND

# design.md §1: which state of an inject leads to which, by the kind of log row that says so.
ARROWS = {
    "inject_delivered": (("planned", "held"), "delivered"),
    "inject_held": (("planned",), "held"),
    "inject_released": (("held",), "planned"),
    "inject_skipped": (("planned", "held"), "skipped"),
    "inject_lapsed": (("delivered",), "lapsed"),
    "inject_voided": (("delivered",), "void"),
    "inject_declined": (("delivered",), "declined"),
    "inject_withdrawn": (("delivered", "answered", "lapsed", "declined"), "withdrawn"),
    "response_received": (("delivered", "answered"), "answered"),
    "response_taken_over": (("delivered",), "answered"),
}
DRILL_ARROWS = {
    "drill_started": (("ready", "draft"), "running"),
    "drill_paused": (("running",), "paused"),
    "drill_stopped": (("running", "paused"), "paused"),
    "drill_resumed": (("paused",), "running"),
    "drill_ended": (("running", "paused"), "ended"),
}
TOLD = frozenset({"inject_released", "inject_held"})


class Checks:
    """Follow one drill through its log; each `look` reads what is new and compares all of it with the rows."""

    def __init__(self, play, names):
        self.play, self.stream = play, f"drill:{play.id}"
        self.teams = (play.azul, play.verde)
        self.states = {(team, name): "planned" for team in self.teams for name in names}
        self.traces = {team: [] for team in self.teams}
        self.drill, self.seq, self.hash, self.drill_time = "draft", 0, "", 0
        self.flags, self.by_hand, self.delivered = set(), set(), Counter()
        self.acked, self.shown = {}, 0

    def look(self, now):
        """Check everything; *now* is the house's instant, None while nobody looks at any clock."""
        with self.play.house.engine.connect() as connection:
            self._ask = lambda query, **values: connection.execute(text(query), values).all()
            self._read_log()
            self._compare_deliveries()
            self._compare_counts()
            self._compare_answers()
            self._compare_clock(now)

    def _read_log(self):
        query = "SELECT seq, drill_time, wall_time, actor, team, kind, payload, hash FROM log"
        rows = self._ask(f"{query} WHERE stream = :s AND seq > :q ORDER BY seq", s=self.stream, q=self.seq)
        for seq, drill_time, wall_time, actor, team, kind, payload, digest in rows:
            facts = json.loads(payload)
            assert seq == self.seq + 1
            told = [self.hash, self.stream, seq, drill_time, wall_time, actor, team, kind, facts]
            assert digest == link_of(told)
            self.seq, self.hash = seq, digest
            assert drill_time is None or drill_time >= self.drill_time, "drill time went back"
            self.drill_time = max(self.drill_time, drill_time or 0)
            self._follow(kind, team, facts)
        assert self._ask("SELECT seq, hash FROM stream WHERE name = :s", s=self.stream) == [(self.seq, self.hash)]

    def _follow(self, kind, team, facts):
        if kind in DRILL_ARROWS:
            before, self.drill = self.drill, DRILL_ARROWS[kind][1]
            assert before in DRILL_ARROWS[kind][0], (before, kind)
        if kind == "drill_ended":
            for place, state in self.states.items():
                self.states[place] = "skipped" if state in ("planned", "held") else state
        if kind in ARROWS:
            before, after = self.states[team, facts["inject"]], ARROWS[kind][1]
            assert before in ARROWS[kind][0], (before, kind, facts)
            self.states[team, facts["inject"]] = after
            if kind not in TOLD and before != after:
                self.traces[team].append((facts["inject"], after))
        if kind == "inject_delivered":
            self.delivered[team, facts["inject"]] += 1
            assert self.delivered[team, facts["inject"]] == 1, "delivered twice"

    def _compare_deliveries(self):
        rows = self._ask(
            "SELECT team_id, inject, state, due_at, delivered_at FROM delivery WHERE drill_id = :d", d=self.play.id
        )
        if self.drill == "draft":
            assert rows == []
            return
        assert len(rows) == len(self.states)
        assert {(team, inject): state for team, inject, state, *_ in rows} == self.states
        for team, inject, _state, due_at, delivered_at in rows:
            assert (delivered_at is not None) == (self.delivered[team, inject] == 1)
            early = delivered_at is not None and due_at is not None and delivered_at < due_at
            assert not early or inject in self.by_hand, (team, inject, due_at, delivered_at)

    def _compare_counts(self):
        query = "SELECT r.name, r.n, count(f.n), max(f.n), min(f.n) FROM reader r LEFT JOIN feed f ON f.reader = r.name"
        for name, n, count, last, first in self._ask(f"{query} GROUP BY r.name, r.n"):
            assert (n, n, 1) == (count, last, first), (name, n, count, last, first)

    def _compare_answers(self):
        flags = set(self._ask("SELECT team_id, flag FROM flag"))
        assert flags >= self.flags, "a flag was unset"
        self.flags = flags
        query = "SELECT d.team_id, d.inject, r.client_id, r.state, r.version, r.current FROM response r JOIN delivery d"
        rows = self._ask(f"{query} ON d.id = r.delivery_id ORDER BY r.delivery_id, r.version")
        stored = {(team, inject, client): (state, version) for team, inject, client, state, version, _now in rows}
        assert len(stored) == len(rows)
        for place, receipt in self.acked.items():
            assert stored.get(place) == (receipt["state"], receipt["version"]), (
                "an acknowledged response is lost",
                place,
            )
        last, current = {}, Counter()
        for team, inject, _client, state, version, now in rows:
            if state != "late":
                last[team, inject] = version
            current[team, inject] += bool(now)
            assert not now or state != "late"
        assert all(count == 1 for place, count in current.items() if place in last)
        assert {place for place, state in self.states.items() if state == "answered"} <= set(last)

    def _compare_clock(self, now):
        query = "SELECT state, stopped, clock_base, clock_since, speed FROM drill WHERE id = :d"
        ((state, stopped, base, since, speed),) = self._ask(query, d=self.play.id)
        assert state == self.drill or (state, self.drill) == ("ready", "draft")
        assert not stopped or state == "paused"
        # No tick notes the time of a drill that has ended; only what its log says cannot go back then.
        if now is None or state == "ended":
            return
        shown = base if since is None else base + max((now - EPOCH) // MILLISECOND - since, 0) * speed
        assert shown >= self.shown, "the clock on the screens went back"
        self.shown = shown

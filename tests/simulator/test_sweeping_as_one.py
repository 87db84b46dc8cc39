"""What falls due for all teams is decided and written at once, and comes to what one after the other comes to."""

import contextlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.orm.exc import StaleDataError

from simulator.actions.drills import add_team
from simulator.actions.msel import deliver_inject, hold_inject, release_inject, skip_inject, withdraw_inject
from simulator.actions.responding import save_draft
from simulator.actions.running import end_drill
from simulator.actor import PROGRAM
from simulator.board import Board
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.playing import deliver_or_skip
from simulator.refusal import Refusal
from simulator.rows import Delivery
from simulator.scene import open_scene
from simulator.sweeping import sweep_drill
from tests.cast import START, Cast, minutes, seconds
from tests.play import NAME
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.simulator.counting import statements
from tests.simulator.one_by_one import sweep_one_by_one
from tests.simulator.random_scripts import FLAGS, lines, written

TEAMS = ("Azul", "Verde", "Ocre")
SHUFFLED = ("response", "digest", "order", "participant", "purposes", "salt")

place = st.integers(0, 5)
answers = st.tuples(st.just("answer"), place, st.sampled_from(TEAMS), st.sampled_from((*FLAGS, "no")))
presses = st.one_of(
    answers,
    answers,
    st.tuples(st.just("write"), place, st.sampled_from(TEAMS)),
    st.tuples(st.sampled_from((deliver_inject, hold_inject, release_inject, skip_inject, withdraw_inject)), place,
              st.sampled_from((*TEAMS, None))),
    st.just(("end",)),
)  # fmt: skip
turns = st.lists(
    st.tuples(st.sampled_from((0, 30, 60, 60, 120, 300)), st.lists(presses, max_size=4)), min_size=3, max_size=7
)
# However the story went: all deadlines pass, one by one and several at once, and the end comes.
REST = tuple((wait, ()) for wait in (60, 60, 130, 300, 1500, 600))


def timed(script):
    """Let nothing of a script wait for a facilitator: what falls due by itself is the subject here."""
    return [
        {key: value for key, value in line.items() if key != "manual"}
        | ({"at": 60 * place} if "manual" in line else {})
        for place, line in enumerate(script)
    ]


class Story:
    """Play a story in which nobody looks for minutes, and whoever looks then sweeps with *sweep*."""

    def __init__(self, cast, script, sweep):
        self.play, self.script, self.sweep = cast.play(script, joined=False), script, sweep
        facts = self.play.do(add_team, cast.fatima, name="Ocre", language="pt")
        self.play.codes["Ocre"] = facts["code"]
        self.teams = {"Azul": self.play.azul, "Verde": self.play.verde, "Ocre": facts["team_id"]}
        self.people = {team: self.play.join(team, "Ana", seats=["lead"]) for team in TEAMS}
        self.play.start()

    def look(self):
        def tick(session, now, actor):
            self.sweep(session, now, self.play.id)

        self.play.house.perform(tick, PROGRAM)

    def press(self, what, place=0, team=None, flag=None):
        inject = self.script["injects"][place % len(self.script["injects"])]
        kind, facts = inject.get("ask", {}).get("kind"), {"inject_id": inject["id"]}
        with contextlib.suppress(Refusal):
            if what == "answer":
                content = {"choice": {"option": flag}, "text": {"text": "sí"}}.get(kind, {})
                self.play.send(self.people[team], inject["id"], content, confirmed=True)
            elif what == "write":
                self.play.do(save_draft, self.people[team], content={"text": "borrador"}, **facts)
            elif what == "end":
                self.play.do(end_drill, self.play.cast.fatima, name=NAME)
            else:
                teams = None if team is None else [self.teams[team]]
                reason = {} if what is release_inject else {"reason": "pacing"}
                self.play.do(what, self.play.cast.fatima, team_ids=teams, **facts, **reason)

    def told(self):
        """Give the whole log and all deliveries, with names for what is named by chance."""
        names = {team_id: name for name, team_id in self.teams.items()}
        log = self.play.sql(
            "SELECT kind, team, drill_time, payload FROM log WHERE stream = :s ORDER BY seq", s=f"drill:{self.play.id}"
        )
        kept = [
            (kind, names.get(team), at, {key: it for key, it in json.loads(payload).items() if key not in SHUFFLED})
            for kind, team, at, payload in log
            if not kind.startswith(("participant_", "drill_created", "notice_"))
        ]
        columns = "state, reason, late, due_at, delivered_at, deadline_at, closes_at, withdrawn_at"
        rows = self.play.sql(f"SELECT team_id, inject, {columns} FROM delivery WHERE drill_id = :d", d=self.play.id)
        return kept, sorted((names[team], *facts) for team, *facts in rows)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines().map(timed), turns)
def test_all_teams_at_once_come_to_what_one_after_the_other_comes_to(memory, hired, clock, script, turns):
    document = scenario(*map(written, script), duration="10m")
    told = []
    for sweep in (sweep_drill, sweep_one_by_one):
        hired[0].begin()
        clock.now = START
        story = Story(Cast(House(memory, clock), hired[1]), document, sweep)
        for wait, pressed in (*turns, *REST):
            for press in pressed:
                story.press(*press)
            clock.now += seconds(wait)
            story.look()
        told.append(story.told())

    assert told[0] == told[1]


def branching():
    """Give a script in which everything that a sweep can do happens, to all teams at the same instants."""
    return scenario(
        choice_inject("01", at="1m", due="2m", ask={"autosubmit": False}),
        text_inject("02", at="1m", due="2m"),
        info("03", at="5m", sets=["paid"], **{"if": 'lapsed("01") and not chose("01", "A")'}),
        info("04", at="5m", **{"if": "paid and isolated"}),
        info("05", after={"inject": "04"}),
        info("06", after={"inject": "03"}, **{"if": 'delivered("02")'}),
        duration="10m",
    )


def many_teams(cast, script, teams):
    """Give a drill of so many teams, each of whom writes on the second inject and sends nothing."""
    play = cast.play(script, joined=False)
    for number in range(teams - 2):
        play.codes[f"{number:03}"] = play.do(add_team, cast.fatima, name=f"{number:03}", language="es")["code"]
    people = [play.join(team, "Ana", seats=["lead"]) for team in play.codes]
    return play.start(), people


def statements_of_a_drill(cast, teams):
    play, people = many_teams(cast, branching(), teams)
    counts, begun = [], play.clock.now
    for until in (1, 4, 5, 25, 26):
        play.clock.now = begun + minutes(until)
        counts.append(statements(play.house.engine, lambda: play.house.perform(sweeping(play), PROGRAM)))
        if until == 1:
            for who in people:
                play.do(save_draft, who, inject_id="02", content={"text": "borrador"})
    return counts, [play.states(who.team_id) for who in people]


def sweeping(play):
    def tick(session, now, actor):
        sweep_drill(session, now, play.id)

    return tick


def test_sixty_teams_take_no_more_statements_than_four(cast):
    four, few = statements_of_a_drill(cast, 4)
    sixty, many = statements_of_a_drill(cast, 60)
    expected = {
        "01": "lapsed",
        "02": "answered",
        "03": "delivered",
        "04": "skipped",
        "05": "skipped",
        "06": "delivered",
    }

    assert few == [expected] * 4
    assert many == [expected] * 60
    assert sixty == four
    assert max(sixty) <= 30


def test_what_lapses_after_the_end_in_the_same_sweep_starts_nothing(cast):
    first, follower = text_inject("01", manual=True, due="3m"), info("02", after={"inject": "01"})
    play = cast.play(scenario(first, follower, info("03", manual=True), duration="10m")).start()
    play.jump(minutes(23)).do(deliver_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="pacing")
    play.jump(minutes(17)).house.perform(sweeping(play), PROGRAM)

    assert play.states(play.azul) == {"01": "lapsed", "02": "skipped", "03": "skipped"}
    assert [kind for kind, team, _payload in play.log() if team in (play.azul, None)][-3:] == [
        "drill_ended", "inject_lapsed", "hotwash_opened",
    ]  # fmt: skip


@pytest.fixture
def each_cast(each_database):
    """Bring the staff into a house on each kind of database."""
    return Cast.hire(House(each_database, VirtualClock(START)))


def test_teams_that_all_differ_are_written_in_one_statement_too(each_cast):
    follower = info("02", after={"inject": "01", "delay": "30s"})
    script = scenario(text_inject("01", due="5m", manual=True), follower, duration="60m")
    play, _people = many_teams(each_cast, script, 12)
    teams = [team for (team,) in play.sql("SELECT id FROM team ORDER BY position")]
    for team in teams:
        play.jump(seconds(7)).do(deliver_inject, each_cast.fatima, inject_id="01", team_ids=[team], reason="pacing")
    play.jump(minutes(10))
    play.house.perform(sweeping(play), PROGRAM)
    found = [play.one(team, "02") for team in teams]

    assert [row["due_at"] for row in found] == [7000 * (place + 1) + 390_000 for place in range(12)]
    assert {(row["state"], bool(row["late"])) for row in found} == {("delivered", True)}


def test_what_is_not_as_it_was_read_is_not_written_and_neither_is_the_rest(each_cast):
    play = each_cast.play(scenario(info("01"), info("02", at="7m"))).start()
    play.jump(minutes(5))

    def tick(session, now, actor):
        board = Board(open_scene(session, now, PROGRAM, play.id))
        cells = board.read(Delivery.inject == "01")
        session.execute(update(Delivery).where(Delivery.id == cells[1].id).values(state="held"))
        board.read_around(cells)
        for cell in cells:
            deliver_or_skip(board, cell)
        board.write()

    with pytest.raises(StaleDataError):
        play.house.perform(tick, PROGRAM)
    assert play.states(play.azul) == play.states(play.verde) == {"01": "planned", "02": "planned"}
    assert play.log("inject_delivered") == []


def test_a_row_that_somebody_holds_is_as_it_was_written(cast):
    play = cast.play(scenario(text_inject("01"))).start()
    play.jump(minutes(5))
    seen = []

    def tick(session, now, actor):
        held = session.query(Delivery).filter_by(team_id=play.azul).one()
        sweep_drill(session, now, play.id)
        seen.append((held.state, held.deadline_at, held in session.dirty))

    play.house.perform(tick, PROGRAM)

    assert seen == [("delivered", minutes(15), False)]

"""What a rehearsal shows before a drill happens: what is reached and never, what falls on whom, silences, hours."""

from datetime import timedelta
from fractions import Fraction

import pytest
import yaml

from injects.load import Load
from simulator.refusal import Refusal
from simulator.rehearsing import Assumed, rehearse_and_report
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.server_process import CEIBA


def minutes(number):
    return timedelta(minutes=number)


def report(*injects, assumed=None, style="cover", teams=None, **over):
    content = yaml.safe_dump(scenario(*injects, **over), sort_keys=False).encode()
    return rehearse_and_report(content, style=style, teams=teams, assumed=assumed)


def never(told):
    return {(one.target.what, one.target.name): (one.reason, one.about) for one in told.coverage.never}


@pytest.fixture(scope="module")
def ceiba():
    return rehearse_and_report(CEIBA.read_bytes())


def test_ceiba_roja_is_reached_but_for_what_is_sent_by_hand(ceiba):
    assert never(ceiba) == {("inject", "k1"): ("by_hand", ())}
    assert ceiba.coverage.played == ceiba.coverage.needed == len(ceiba.runs)
    assert len(ceiba.coverage.reached) == ceiba.coverage.of - 2
    assert not ceiba.coverage.sampled


def test_every_path_of_ceiba_roja_weighs_the_same_as_every_team_finds(ceiba):
    assert (ceiba.paths.equal, ceiba.paths.weights) == (True, (100,))
    assert {run.weight for run in ceiba.runs} == {100}


def test_the_same_seed_gives_the_same_report_and_another_play_needs_as_many_teams():
    script = (choice_inject("01", at="0"), info("02", at="20m") | {"if": "isolated"})
    first, again, worst = report(*script), report(*script), report(*script, style="worst", teams=1)

    assert (again.runs, again.coverage, again.loading, again.quiets, again.rating) == (
        first.runs, first.coverage, first.loading, first.quiets, first.rating,
    )  # fmt: skip
    assert worst.coverage.needed == first.coverage.needed > worst.coverage.played == 1


def test_a_very_long_script_is_played_by_fewer_teams_than_it_needs():
    script = (choice_inject("01", at="0"), info("02", at="20m") | {"if": "isolated"})
    content = yaml.safe_dump(scenario(*script), sort_keys=False).encode()
    told = rehearse_and_report(content, most=5).coverage
    least = rehearse_and_report(content, most=1).coverage

    assert (told.played, least.played) == (2, 1)
    assert told.needed > 2


def test_each_reason_why_something_is_never_reached_is_told():
    told = report(
        choice_inject("01", at="0"),
        info("by-hand", manual=True),
        info("follows", after={"inject": "by-hand"}),
        info("dead", at="20m") | {"if": "unset and isolated"},
        info("contradiction", at="20m") | {"if": 'chose("01", "A") and chose("01", "B")'},
        info("always", at="20m") | {"if": 'delivered("01")', "sets": ["certain"]},
        info("late", after={"inject": "02", "delay": "30m"}),
        text_inject("02", at="49m"),
        info("setter", at="21m") | {"if": "unset", "sets": ["hidden"]},
        flags={"isolated": "x", "unset": "x", "certain": "x", "hidden": "x"},
    )

    assert never(told) == {
        ("inject", "by-hand"): ("by_hand", ()),
        ("inject", "follows"): ("predecessor", ("by-hand",)),
        ("inject", "dead"): ("atoms", ("unset",)),
        ("inject", "contradiction"): ("contradiction", ('chose("01", "A") and chose("01", "B")',)),
        ("skip", "always"): ("always_true", ()),
        ("inject", "late"): ("never_due", ()),
        ("inject", "setter"): ("atoms", ("unset",)),
        ("flag", "unset"): ("nobody_sets", ()),
        ("flag", "hidden"): ("setters", ("setter",)),
        ("unset", "certain"): ("always_set", ()),
    }


def test_what_the_teams_of_a_rehearsal_did_not_happen_to_reach_is_not_called_unreachable():
    told = report(choice_inject("01", at="0"), style="silent", teams=1, flags={"isolated": "x"})

    assert {reason for reason, _about in never(told).values()} == {"not_played"}
    assert set(never(told)) == {("answer", "01"), ("option", "01"), ("flag", "isolated")}
    assert told.coverage.needed > told.coverage.played == 1


def test_asks_fall_on_seats_and_on_the_people_who_share_them():
    told = report(
        text_inject("01", at="1m", to=["technical"]),
        text_inject("02", at="2m", to=["communications", "technical"]),
        text_inject("03", at="12m"),
        info("04", at="13m", to=["lead"]),
        style="best", teams=1,
    ).loading  # fmt: skip
    asks = {seat: [span.most.asks for span in spans] for seat, spans in told.seats}
    sharings = {(len(one.people), one.how): one for one in told.sharings}

    assert asks == {
        "lead": [0, 1, 0, 0, 0, 0], "technical": [2, 1, 0, 0, 0, 0], "communications": [1, 1, 0, 0, 0, 0],
    }  # fmt: skip
    assert told.team[1].most == Load(asks=1, injects=2, words=4)
    assert set(sharings) == {(3, "one_each"), (4, "one_each"), (6, "one_each")}
    assert [person.seats for person in sharings[4, "one_each"].people][-1] == ()
    # Who has no seat still gets what is for the whole team.
    assert [person.spans[1].most.asks for person in sharings[6, "one_each"].people] == [1] * 6


def test_what_is_for_an_empty_seat_falls_on_the_lead_and_can_be_shared_instead():
    seats = {name: {"title": name} for name in ("lead", "a", "b", "c", "d")}
    injects = [text_inject(f"0{place}", at=f"{place}m", to=[seat]) for place, seat in enumerate("abcd")]
    told = report(*injects, seats=seats, style="best", teams=1).loading
    three = {one.how: [person.asks for person in one.people] for one in told.sharings if len(one.people) == 3}

    assert three == {"one_each": [2, 1, 1], "evenly": [1, 2, 1]}


def test_the_longest_silence_is_between_what_was_answered_and_what_comes_next():
    told = report(text_inject("01", at="0", due="10m", to=["lead"]), info("02", at="40m"), style="silent", teams=1)
    seats = {one.seat: one.silence for one in told.quiets.longest_by_seat}

    # A lapse comes a minute after the deadline.
    assert (told.quiets.longest.silence.start, told.quiets.longest.silence.end) == (minutes(11), minutes(40))
    assert (seats["technical"].start, seats["technical"].end) == (minutes(0), minutes(40))


def test_evaluators_hours_follow_from_what_is_assumed():
    asks = [text_inject(f"0{place}", at=f"{place}m") for place in range(3)]
    told = report(*asks, choice_inject("09", at="9m"), rated=True, style="best", assumed=Assumed(60, 2, Fraction(2)))

    # Three rated texts of sixty teams, twice, at two minutes; what options score costs nobody anything.
    assert (told.rating.least, told.rating.most, told.rating.responses) == (3, 3, 360)
    assert told.rating.levels == 720
    assert told.rating.hours == 12


def test_without_rating_nothing_is_to_be_paid():
    told = report(text_inject("01"), style="best", teams=2).rating
    assert (told.teams, told.most, told.hours) == (2, 0, 0)


def test_a_text_with_errors_is_refused_with_its_findings():
    with pytest.raises(Refusal, match="scenario_has_errors"):
        rehearse_and_report(b"format: 1\n")

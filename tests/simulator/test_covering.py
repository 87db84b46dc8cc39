"""Bots spread over options, timings and silence until all that any team can reach is reached by one of them."""

from datetime import timedelta

import pytest
import yaml
from hypothesis import given, settings

from injects.condition import parse_condition
from injects.inject import Ask, Inject
from injects.msel import Msel
from injects.timing import GRACE
from scenarios.load import read_scenario
from scenarios.scenario import Scenario
from simulator.bots.covering import cover, cover_branches
from simulator.bots.reach import Target, all_targets, reached
from simulator.bots.ways import SILENCE, Way, wait_of, ways_of
from simulator.bots.wishing import Wishing, ways_to
from simulator.rehearsing import rehearse
from simulator.rehearsing.runs import runs_of
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.server_process import CEIBA
from tests.simulator.random_scripts import lines, written

CEIBA_ROJA, _ = read_scenario(CEIBA)


def covered(*injects, **over):
    made = Scenario.model_validate(scenario(*injects, **over))
    found = cover(made)
    return found, set(all_targets(made)) - found.reached


def test_few_teams_reach_all_of_ceiba_roja_but_what_only_a_hand_sends():
    found = cover(CEIBA_ROJA)

    assert len(found.plans) <= 7
    assert set(all_targets(CEIBA_ROJA)) - found.reached == {Target("inject", "k1"), Target("answer", "k1")}


def test_between_them_the_plans_take_every_option_and_every_silence():
    plans = cover_branches(CEIBA_ROJA)
    taken = {(inject, option) for plan in plans for inject, way in plan.items() for option in way.options}
    silent = {inject for plan in plans for inject, way in plan.items() if way == SILENCE}
    asked = [inject for inject in CEIBA_ROJA.injects if inject.ask and inject.id != "k1"]

    assert taken == {(inject.id, option.id) for inject in asked for option in inject.ask.options}
    assert silent == {inject.id for inject in asked}


def test_the_first_plans_tell_most():
    found = cover(CEIBA_ROJA)
    plays = [next(one for one in found.foreseen if one.ways is plan) for plan in found.plans]
    known, fresh = frozenset(), []
    for play in plays:
        here = reached(CEIBA_ROJA, play.seen)
        fresh.append(len(here - known))
        known |= here

    assert fresh == sorted(fresh, reverse=True) and fresh[-1] > 0
    assert known == found.reached


def test_what_depends_on_when_one_answers_is_reached_both_ways():
    # The condition is read at eight minutes: some have answered by then, some still may.
    found, missing = covered(text_inject("01", at="0"), info("02", at="8m") | {"if": 'answered("01")'})
    assert missing == {Target("flag", "isolated"), Target("flag", "paid")}
    assert {plan["01"].when for plan in found.plans} >= {"never"}


def test_a_branch_for_those_who_answer_in_the_grace_is_found():
    late = info("02", at="10m30s") | {"if": 'not answered("01") and not lapsed("01")'}
    after = info("03", at="12m") | {"if": 'delivered("02") and answered("01")'}
    found, missing = covered(text_inject("01", at="0"), late, after, flags={})

    assert missing == set()
    assert "last" in {plan["01"].when for plan in found.plans}


def test_a_needle_among_many_paths_is_found():
    asks = [choice_inject(f"c{place}", at=f"{place}m", due="5m") for place in range(6)]
    wanted = " and ".join(f'chose("c{place}", "{"ABCABC"[place]}")' for place in range(6))
    _found, missing = covered(*asks, info("99", at="40m") | {"if": wanted}, flags={"isolated": "x"})

    assert missing == set()


def test_beyond_the_paths_that_can_be_walked_plans_are_made_backwards():
    asks = [choice_inject(f"c{place:02}", at=f"{place}m", due="5m") for place in range(13)]
    ifs = [info(f"d{place:02}", at="40m") | {"if": f'chose("c{place:02}", "A")'} for place in range(13)]
    all_c = " and ".join(f'chose("c{place:02}", "C")' for place in range(13))
    deep = text_inject("deep", at="30m", due="5m") | {"if": all_c, "sets": ["deep"]}
    deeper = info("deeper", at="50m") | {"if": 'deep and not (lapsed("deep") or answered("c00") and lapsed("c01"))'}
    found, missing = covered(*asks, *ifs, deep, deeper, flags={"isolated": "x", "deep": "x"})

    assert found.paths.sampled
    assert missing == set()


@pytest.mark.parametrize(
    ("condition", "wanted", "ways"),
    [
        ("a and not b", True, [{"a": True, "b": False}]),
        ("a and not b", False, [{"a": False}, {"b": True}]),
        ("not (a or b)", True, [{"a": False, "b": False}]),
        ("(a or b) and c", True, [{"a": True, "c": True}, {"b": True, "c": True}]),
    ],
)
def test_a_condition_comes_to_hold_in_several_ways(condition, wanted, ways):
    told = ways_to(parse_condition(condition), wanted)
    assert [{atom.name: true for atom, true in wishes} for wishes in told] == ways


@pytest.mark.parametrize(
    ("condition", "plans"),
    [
        ("isolated", [{"01": Way("usual", ("A",))}]),
        ("not isolated", [{"01": Way("usual", ("B",))}]),
        ('chose("01", "C") and isolated', []),
        ('lapsed("01") and answered("01")', []),
        ('not answered("01")', [{"01": SILENCE}]),
        ('lapsed("01") and chose("01", "A")', []),
        ("paid", []),
        ('delivered("03")', [{"01": Way("usual", ("A",))}]),
        (
            'not chose("01", "A") and not chose("01", "B") and not chose("01", "C")',
            [{"01": SILENCE}],
        ),
    ],
)  # fmt: skip
def test_a_plan_grants_what_a_condition_wishes(condition, plans):
    third = info("03", after={"inject": "02"})
    script = [choice_inject("01", at="0"), info("02", at="20m") | {"if": "isolated"}, third]
    made = Scenario.model_validate(scenario(*script, info("99", at="40m") | {"if": condition}))
    conditions = {"02": parse_condition("isolated"), "99": parse_condition(condition)}

    assert list(Wishing(Msel(made.injects), conditions).plans("99", True)) == plans


@pytest.mark.parametrize(
    ("when", "due", "seconds"),
    [("prompt", "10m", 60), ("usual", "10m", 270), ("usual", "1s", 1), ("prompt", None, 5), ("usual", None, 20)],
)
def test_a_way_says_when_an_answer_comes(when, due, seconds):
    assert wait_of(Ask(kind="acknowledge", due=due), when) == timedelta(seconds=seconds)


def test_the_last_moment_is_in_the_grace_and_silence_has_none():
    ask = Ask(kind="text", due="10m")
    assert timedelta(minutes=10) < wait_of(ask, "last") < timedelta(minutes=10) + GRACE
    assert wait_of(ask, "never") is None
    assert wait_of(Ask(kind="acknowledge"), "last") is None


def test_ways_are_options_and_silence_and_times_only_where_something_waits_for_them():
    ask = Ask(kind="choices", due="5m", options=[{"id": one, "label": one} for one in "ABC"])
    plain = ways_of(Inject(id="01", at="1m", title="x", ask=ask), telling=False)

    assert plain == (Way("usual", ("A", "C")), Way("usual", ("B",)), SILENCE)
    assert len(ways_of(Inject(id="01", at="1m", title="x", ask=ask), telling=True)) == 7
    assert ways_of(Inject(id="01", at="1m", title="x"), telling=True) == ()


@settings(max_examples=6, deadline=None)
@given(lines())
def test_what_is_foreseen_is_what_the_engine_does(script):
    document = scenario(*map(written, script), duration="60m")
    played = rehearse(yaml.safe_dump(document).encode(), style="cover")
    foreseen = {id(one.ways): one for one in played.cover.foreseen}

    assert len(played.teams) == len(played.cover.plans)
    for run, plan in zip(runs_of(played), played.cover.plans, strict=True):
        # Without any plan to follow there is one team all the same.
        if id(plan) in foreseen:
            assert reached(played.scenario, run.seen) == reached(played.scenario, foreseen[id(plan)].seen)

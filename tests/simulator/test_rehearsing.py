"""A rehearsal: a whole drill in virtual time through the real engine, the same for the same seed."""

import time
from collections import Counter

import pytest
import yaml

from injects.timing import GRACE
from simulator import frozen
from simulator.refusal import Refusal
from simulator.rehearsing import rehearse
from tests.scripts import scenario
from tests.server_process import CEIBA
from tests.simulator.long_scenario import long_scenario

CONTENT = CEIBA.read_bytes()


def kinds(rehearsal):
    return Counter(happening.kind for happening in rehearsal.happenings)


def by_inject(rehearsal):
    """Give what became of each inject, over all teams."""
    states = {}
    for run in rehearsal.states.values():
        for inject, state in run.items():
            states.setdefault(inject, set()).add(state)
    return states


def test_the_same_seed_gives_the_same_and_another_one_does_not():
    first, again, other = (rehearse(CONTENT, style="random", seed=seed) for seed in (7, 7, 8))

    assert (first.happenings, first.states, first.standings) == (again.happenings, again.states, again.standings)
    assert first.happenings != other.happenings


def test_the_best_reach_the_top_and_the_worst_do_not():
    best, worst = (rehearse(CONTENT, style=style, teams=1, seed=1).standings[0] for style in ("best", "worst"))

    assert (best.rated, best.of) == (12, 12)
    assert best.quality > 85
    assert worst.quality < 15


def test_silent_teams_lapse_at_the_end_of_every_grace():
    played = rehearse(CONTENT, style="silent", teams=2)
    due = {inject.id: inject.ask.due for inject in played.scenario.injects if inject.ask and inject.ask.due}
    delivered = {(one.team, one.inject): one.at for one in played.happenings if one.kind == "inject_delivered"}
    lapsed = {(one.team, one.inject): one.at for one in played.happenings if one.kind == "inject_lapsed"}

    assert kinds(played)["response_received"] == 0
    assert lapsed == {key: at + due[key[1]] + GRACE for key, at in delivered.items()}
    assert {standing.score for standing in played.standings} == {0}


def test_cover_reaches_every_branch_with_as_few_teams_as_it_takes():
    played = rehearse(CONTENT, style="cover")
    states = by_inject(played)

    assert len(played.teams) <= 6
    assert all("answered" in states[inject] for inject in ("06a", "06b", "06c", "12", "12c"))
    assert all({"skipped"} < states[inject] for inject in ("06a", "06b", "06c", "12", "12c"))
    assert "lapsed" in states["03"]


def test_what_happens_comes_in_the_order_of_its_instants():
    played = rehearse(CONTENT, style="random", teams=4)
    instants = [happening.at for happening in played.happenings]

    assert instants == sorted(instants)
    assert [played.happenings[0].kind, played.happenings[-1].kind] == ["drill_started", "drill_ended"]
    answered = [one for one in played.happenings if one.kind == "response_received"]
    assert all(
        one.chosen or one.words or played.scenario.inject(one.inject).ask.kind == "acknowledge" for one in answered
    )


def test_nothing_of_a_rehearsed_version_stays_in_the_process():
    kept = set(frozen._read), set(frozen._played)
    for title in ("one", "two"):
        rehearse(yaml.safe_dump(scenario(title=title)).encode(), style="best", teams=1)

    assert (set(frozen._read), set(frozen._played)) == kept


def test_a_scenario_with_errors_is_refused():
    with pytest.raises(Refusal, match="scenario_has_errors"):
        rehearse(b"format: 1\n")


@pytest.mark.parametrize("teams", [12, pytest.param(60, marks=pytest.mark.figure)])
def test_many_teams_play_two_hours_of_twenty_injects_in_seconds(teams):
    began = time.process_time()
    played = rehearse(long_scenario(), teams=teams, style="random")
    spent = time.process_time() - began

    assert kinds(played)["inject_delivered"] + kinds(played)["inject_skipped"] == teams * 20
    assert kinds(played)["response_received"] == kinds(played)["inject_delivered"]
    assert all(standing.place for standing in played.standings)
    # Sixty take ten seconds on two quiet cores; there is room for busy ones.
    assert spent < teams / 3

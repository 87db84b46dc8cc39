"""Row 48: what somebody of the staff might do to a result is refused, counted, and leaves the chain whole."""

import pytest
from sqlalchemy.orm import Session

from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.running import end_drill, pause_drill, resume_drill
from simulator.chain import broken_link
from simulator.kinds import drill_stream
from simulator.permission import PERMISSIONS
from simulator.reading.desk import rating_queue, rating_sheet
from tests.cast import minutes, refused
from tests.play import NAME
from tests.quoting import quoting
from tests.scripts import scenario, text_inject

CRITERIA = ("C1", "C2")
RATINGS = "SELECT account_id, response_id, criterion, version, level, sentence, current FROM rating ORDER BY id"


@pytest.fixture
def rated(cast):
    """Play a drill in which both teams have answered and Edo may begin to rate."""
    play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
    play.send(play.beatriz, "01", {"text": "Cerramos los accesos."})
    play.send(play.gwen, "01", {"text": "We close it."})
    return play.go(minutes(12))


def queue(play, who):
    return play.see(rating_queue, who)["entries"]


def rate(play, who, entry, level="P", criteria=CRITERIA):
    for criterion in criteria:
        words = quoting(play, entry["response_id"], criterion)
        facts = {"response_id": entry["response_id"], "criterion": criterion, "level": level, "sentence": words}
        play.do(rate_response, who, **facts)


def published(play):
    for entry in queue(play, play.cast.edo):
        rate(play, play.cast.edo, entry)
    play.do(end_drill, play.cast.fatima, name=NAME)
    play.go(minutes(90))
    play.do(publish_standings, play.cast.olga)
    return play


def is_whole(play):
    with Session(play.house.engine) as session:
        return broken_link(session, drill_stream(play.id)) is None


def test_after_publication_no_level_changes_and_the_attempt_leaves_no_trace_in_the_result(rated):
    published(rated)
    before, log, heads = rated.sql(RATINGS), rated.log(), queue(rated, rated.cast.edo)
    for who in (rated.cast.edo, rated.cast.eun):
        for entry in heads:
            with refused("standings_are_published"):
                rate(rated, who, entry, level="U")
    assert rated.sql(RATINGS) == before
    assert rated.log() == log
    assert is_whole(rated)


def test_the_refusal_is_counted_at_the_door(app, rated, signed_in):
    published(rated)
    entry = queue(rated, rated.cast.edo)[0]
    edo = signed_in("edo")
    page = edo.get(f"/drills/{rated.id}/desk").text
    token = page.split('name="csrf-token" content="')[1].split('"')[0]
    path, told = f"/drills/{rated.id}/desk/{entry['response_id']}", {"criterion": "C1", "level": "U", "sentence": "x"}
    headers = {"X-CSRFToken": token, "Accept": "application/json"}
    before = sum(app.extensions["refused"].counts.values())
    answer = edo.client.post(path, json=told, headers=headers)
    assert (answer.status_code, answer.json["error"]["code"]) == (409, "standings_are_published")
    assert sum(app.extensions["refused"].counts.values()) == before + 1


def test_an_evaluator_sees_no_rating_of_another_before_or_after(rated):
    cast = rated.cast
    first = queue(rated, cast.edo)[0]
    rate(rated, cast.edo, first, level="U")
    seen = rated.see(rating_sheet, cast.eun, response_id=first["response_id"])
    assert {one["level"] for one in seen["criteria"]} == {None}
    assert {one["sentence"] for one in seen["criteria"]} == {""}
    assert queue(rated, cast.eun)[0]["rated"] == 0
    published(rated)
    seen = rated.see(rating_sheet, cast.eun, response_id=first["response_id"])
    assert {one["level"] for one in seen["criteria"]} == {None}
    assert "accesos" not in str(seen["criteria"])


def test_one_evaluator_changes_her_own_level_alone_and_every_version_is_kept(rated):
    cast = rated.cast
    entry = queue(rated, cast.edo)[0]
    rate(rated, cast.edo, entry, level="S", criteria=["C1"])
    rate(rated, cast.eun, entry, level="U", criteria=["C1"])
    rate(rated, cast.edo, entry, level="P", criteria=["C1"])
    kept = rated.sql("SELECT account_id, version, level, current FROM rating ORDER BY account_id, version")
    assert [row[1:] for row in kept if row[0] == cast.edo.id] == [(1, "S", 0), (2, "P", 1)]
    assert [row[1:] for row in kept if row[0] == cast.eun.id] == [(1, "U", 1)]
    assert len(rated.log("rating_given")) == 3
    assert is_whole(rated)


def test_standings_are_published_once_and_nothing_reopens_them(rated):
    published(rated)
    for _time in range(2):
        with refused("already_done"):
            rated.do(publish_standings, rated.cast.olga)
    assert len(rated.log("standings_published")) == 1
    # Reopening will need two people; until it is built there is no such operation, for one or for two.
    assert [name for name in PERMISSIONS if "reopen" in name or "unpublish" in name or "override" in name] == []
    assert rated.drill("published_at") is not None
    assert is_whole(rated)


@pytest.mark.parametrize("who", ["fatima", "edo", "eun", "olu", "mallory"])
def test_only_an_organizer_publishes(rated, who):
    for entry in queue(rated, rated.cast.edo):
        rate(rated, rated.cast.edo, entry)
    rated.do(end_drill, rated.cast.fatima, name=NAME)
    rated.go(minutes(90))
    with refused("not_found"):
        rated.do(publish_standings, getattr(rated.cast, who))
    assert rated.drill("published_at") is None


@pytest.mark.parametrize("who", ["fatima", "olga", "olu", "mallory"])
def test_who_does_not_evaluate_rates_nothing(rated, who):
    entry = queue(rated, rated.cast.edo)[0]
    with refused("not_found"):
        rate(rated, getattr(rated.cast, who), entry)
    assert rated.sql(RATINGS) == []


def test_a_facilitator_of_another_drill_does_nothing_here_and_learns_nothing(rated):
    cast = rated.cast
    cast.grant(cast.olu, "facilitator", drill_id=cast.play(joined=False).id)
    log = rated.log()
    for action in (pause_drill, resume_drill):
        with refused("not_found"):
            rated.do(action, cast.olu)
    with refused("not_found"):
        rated.do(end_drill, cast.olu, name=NAME)
    assert rated.log() == log
    assert is_whole(rated)


def test_an_evaluator_of_one_drill_rates_no_response_of_another(rated):
    cast = rated.cast
    other = cast.play(scenario(text_inject("01"), rated=True))
    entry = queue(rated, cast.edo)[0]
    with refused("not_found"):
        other.do(rate_response, cast.edo, response_id=entry["response_id"], criterion="C1", level="P", sentence="x")
    assert rated.sql(RATINGS) == []

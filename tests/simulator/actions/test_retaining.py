"""Retention: each thing goes when its purpose is over, nothing goes before, and a held drill waits."""

from datetime import timedelta

import pytest

from simulator.actions.retaining import DRILLS_AT_ONCE, hold_words, retain
from simulator.actor import PROGRAM
from simulator.chain import broken_link
from simulator.kinds import HOUSE_STREAM
from simulator.retention import KEEP_LINKS, KEEP_PAUSES, KEEP_SESSIONS, KEEP_WORDS, LONGEST_HOLD
from simulator.rows import OneUseLink, PauseRequest, WebSession
from tests.cast import minutes, refused
from tests.simulator.actions.test_erasing import told_everywhere
from tests.web.rated_play import end, rate_all, rated_play

DAY = timedelta(days=1)


def tidy(play, **facts):
    return play.house.perform(retain, PROGRAM, **facts)


def put(play, *rows):
    with play.house._sessions.begin() as session:
        session.add_all(rows)


@pytest.fixture
def played(cast):
    """Give a rated drill that is over."""
    play = rated_play(cast)
    rate_all(play, cast.edo)
    end(play)
    return play


def test_names_and_words_of_a_drill_go_a_year_after_its_end(played):
    tidy(played)
    ended = played.sql("SELECT wall_time FROM log WHERE kind = 'drill_ended'")[0][0]
    played.clock.now += KEEP_WORDS - DAY
    assert tidy(played)["drills"] == 0
    assert "Beatriz" in told_everywhere(played) and "frontera" in told_everywhere(played)

    played.clock.now += DAY
    done = tidy(played)

    assert (done["drills"], done["participants"], done["responses"], done["left"]) == (1, 4, 4, 0)
    told = told_everywhere(played)
    assert not any(word in told for word in ("Beatriz", "Bruna", "Gwen", "Giselle", "frontera", "close the border"))
    assert played.sql("SELECT wall_time FROM log WHERE kind = 'drill_ended'")[0][0] == ended
    assert played.log("words_erased")[0][2] == '{"participants": 4, "responses": 4}'
    with played.house._readers() as session:
        assert broken_link(session, f"drill:{played.id}") is None
        assert broken_link(session, HOUSE_STREAM) is None


def test_an_organizer_holds_a_drill_back_while_an_appeal_is_open(played, cast):
    appeal_ends = played.clock.now + KEEP_WORDS + 30 * DAY
    played.do(hold_words, cast.olga, until=appeal_ends)
    played.clock.now += KEEP_WORDS + DAY
    assert tidy(played)["drills"] == 0

    played.clock.now = appeal_ends + minutes(1)
    assert tidy(played)["drills"] == 1


def test_a_hold_is_taken_back(played, cast):
    played.do(hold_words, cast.olga, until=played.clock.now + 2 * KEEP_WORDS)
    played.do(hold_words, cast.olga, until=None)
    played.clock.now += KEEP_WORDS + DAY

    assert tidy(played)["drills"] == 1
    assert len(played.log("words_held")) == 2


def test_a_hold_lies_ahead_and_ends_some_day(played, cast):
    for until in (played.clock.now, played.clock.now - DAY, played.clock.now + LONGEST_HOLD + DAY):
        with refused("hold_outside"):
            played.do(hold_words, cast.olga, until=until)
    with refused("not_found"):
        played.do(hold_words, cast.fatima, until=played.clock.now + DAY)


def test_a_drill_that_never_ended_goes_a_year_after_its_last_sign_of_life(cast):
    play = cast.play()
    play.clock.now += KEEP_WORDS / 2
    play.join("Azul", "Tardía")
    play.clock.now += KEEP_WORDS / 2 + DAY
    assert tidy(play)["drills"] == 0

    play.clock.now += KEEP_WORDS / 2
    assert tidy(play)["participants"] == 5
    assert "Tardía" not in told_everywhere(play)


def test_many_drills_go_a_few_at_a_time(cast):
    plays = [cast.play() for _ in range(DRILLS_AT_ONCE + 1)]
    cast.clock.now += KEEP_WORDS + DAY

    assert tidy(plays[0], dry_run=True)["drills"] == DRILLS_AT_ONCE + 1
    first, second, third = (tidy(plays[0]) for _ in range(3))
    assert [(one["drills"], one["left"]) for one in (first, second, third)] == [
        (DRILLS_AT_ONCE, 1),
        (1, 0),
        (0, 0),
    ]


def test_sessions_links_and_pauses_go_at_their_times_and_not_before(cast, play):
    tidy(play)
    now = play.clock.now
    put(
        play,
        WebSession(token_digest="a", account_id=cast.edo.id, created_at=now, expires_at=now),
        WebSession(token_digest="b", account_id=cast.edo.id, created_at=now, expires_at=now + DAY),
        WebSession(token_digest="c", account_id=cast.edo.id, created_at=now, expires_at=now + 90 * DAY, revoked_at=now),
        OneUseLink(token_digest="d", purpose="invite", account_id=cast.edo.id, expires_at=now),
        OneUseLink(token_digest="e", purpose="invite", account_id=cast.edo.id, expires_at=now + 90 * DAY),
        PauseRequest(drill_id=play.id, participant_id=play.bruna.id, asked_at=now),
    )  # fmt: skip
    assert KEEP_SESSIONS == KEEP_LINKS == KEEP_PAUSES == 30 * DAY
    play.clock.now += 30 * DAY
    assert sum(tidy(play).values()) == 0

    play.clock.now += minutes(1)
    done = tidy(play)

    assert (done["sessions"], done["links"], done["pause_requests"]) == (2, 1, 1)
    assert play.sql("SELECT token_digest FROM web_session WHERE token_digest IN ('a', 'b', 'c')") == [("b",)]
    assert play.sql("SELECT token_digest FROM one_use_link WHERE token_digest IN ('d', 'e')") == [("e",)]


def test_a_dry_run_counts_and_changes_nothing(played):
    played.clock.now += KEEP_WORDS + DAY
    before = told_everywhere(played)

    counted = tidy(played, dry_run=True)

    assert told_everywhere(played) == before
    done = tidy(played)
    assert {name: n for name, n in counted.items() if name != "left"} == {
        name: n for name, n in done.items() if name != "left"
    }
    assert counted["participants"] == 4 and counted["sessions"] > 0


def test_what_is_done_is_logged_with_counts_only_and_nothing_where_nothing_was(played):
    def rows():
        return played.sql("SELECT payload FROM log WHERE kind = 'retention_kept'")

    tidy(played)
    assert rows() == []
    played.clock.now += KEEP_WORDS + DAY
    tidy(played)
    ((payload,),) = rows()
    assert '"participants": 4' in payload and '"drills": 1' in payload
    tidy(played)
    assert len(rows()) == 1

"""The funnel: exact for organizers, and in public only of what is over, without a number that shows a few teams."""

import pytest

from simulator.actor import NOBODY
from simulator.reading.funnel import funnel, public_funnel
from simulator.rows import Award
from tests.applying import Applying
from tests.cast import refused
from tests.scoring.vectors import VECTORS


@pytest.fixture
def programme(cast):
    """Give a programme in which 24 teams have begun, 22 sent, and 16 are eligible: 7 of 12 of BR, 9 of 10 of CR."""
    return cast.once(many, "24 teams")


def many(cast):
    programme = Applying(cast)
    for number in range(24):
        country = "BR" if number % 2 else "CR"
        mail = f"lead{number}@x.example"
        if number in (0, 2):
            programme.begin(mail=mail)
        else:
            programme.sent(mail=mail, country=country)
    for country, out in (("BR", 5), ("CR", 1)):
        ids = programme.sql(
            "SELECT a.id FROM application a JOIN application_version v ON v.application_id = a.id "
            "WHERE v.content LIKE :country ORDER BY a.id",
            country=f'%"country": "{country}"%',
        )
        for place, (one,) in enumerate(ids):
            state = "ineligible" if place < out else "eligible"
            programme.sql("UPDATE application SET state = :state WHERE id = :id", state=state, id=one)
    return programme


def close(programme, state="closed"):
    programme.sql("UPDATE stage SET state = :state", state=state)


def public(programme):
    return programme.house.look(public_funnel, NOBODY, call=programme.id)


def award(programme, number):
    eligible = programme.sql("SELECT id FROM application WHERE state = 'eligible' ORDER BY id")
    with programme.house._sessions.begin() as session:
        session.add_all(
            Award(
                programme_id=programme.id, stage="grants", award="grant", application_id=one, seats=2, place=place,
                state="offered" if place < number else "waiting", reason={},
            )
            for place, (one,) in enumerate(eligible)
        )  # fmt: skip


def test_organizers_see_every_number_at_any_time(programme, cast):
    found = programme.house.look(funnel, cast.olga, programme_id=programme.id)

    assert found["steps"] == [
        {"step": "begun", "teams": 24}, {"step": "sent", "teams": 22}, {"step": "complete", "teams": 22},
        {"step": "eligible", "teams": 16}, {"step": "stage:grants", "teams": 0},
    ]  # fmt: skip
    assert found["groups"]["country"] == [
        {"value": "BR", "teams": [12, 12, 7, 0]}, {"value": "CR", "teams": [10, 10, 9, 0]},
    ]  # fmt: skip
    # What anybody wrote herself is no group.
    assert set(found["groups"]) == {"country", "region"}
    for who in (cast.edo, NOBODY):
        with refused("not_found"):
            programme.house.look(funnel, who, programme_id=programme.id)
    with refused("not_found"):
        programme.house.look(funnel, cast.olga, programme_id="nothing")


def test_nothing_is_public_while_the_stage_runs(programme):
    for state in ("planned", "open"):
        close(programme, state)
        assert public(programme) == {"steps": [], "groups": {}}


def test_small_cells_and_whatever_tells_them_are_hidden(programme):
    close(programme)
    found = public(programme)

    # Two drafts could be told from 24 and 22; 22 and 16 tell of six.
    assert [one["teams"] for one in found["steps"]] == [24, None, None, 16]
    # One team of CR is not eligible: with the whole and BR it could be told, so both go.
    assert [one["teams"] for one in found["groups"]["country"]] == [None, None]


def test_large_groups_are_shown(cast):
    programme = Applying(cast)
    for number in range(20):
        programme.sent(mail=f"lead{number}@x.example", country="BR" if number % 2 else "CR")
    programme.sql("UPDATE application SET state = 'eligible'")
    close(programme)

    assert public(programme)["groups"]["country"] == [
        {"value": "BR", "teams": [10, 10, 10]}, {"value": "CR", "teams": [10, 10, 10]},
    ]  # fmt: skip


def test_awards_are_public_once_the_stage_is_final(programme):
    award(programme, 8)
    close(programme, "provisional")
    assert [one["step"] for one in public(programme)["steps"]] == ["begun", "sent", "complete", "eligible"]
    close(programme, "final")
    assert public(programme)["steps"][-1] == {"step": "stage:grants", "teams": 8}


def test_a_few_awards_are_not_shown(programme):
    award(programme, 3)
    close(programme, "final")
    assert public(programme)["steps"][-1] == {"step": "stage:grants", "teams": None}


def test_a_group_that_is_small_from_the_start_is_hidden_with_its_neighbour(cast):
    programme = Applying(cast)
    for number in range(12):
        programme.sent(mail=f"lead{number}@x.example", country="BR" if number < 9 else "CR")
    programme.sql("UPDATE application SET state = 'eligible'")
    close(programme)
    found = public(programme)

    # Three of CR: with the whole, nine of BR would tell them.
    assert [one["teams"] for one in found["groups"]["country"]] == [None, None]
    assert [one["teams"] for one in found["steps"]] == [12, 12, 12, 12]


def test_the_numbers_of_a_published_call_come_out_as_they_were_printed(cast):
    printed = VECTORS["RT21_brussels_funnel"]
    programme = Applying(cast)
    for number in range(printed["submitted"]):
        programme.sent(mail=f"lead{number}@x.example")
    programme.sql("UPDATE application SET state = 'ineligible'")
    eligible = "SELECT id FROM application ORDER BY id LIMIT :number"
    programme.sql(f"UPDATE application SET state = 'eligible' WHERE id IN ({eligible})", number=printed["eligible"])
    award(programme, printed["selected"])
    close(programme, "final")

    steps = {one["step"]: one["teams"] for one in public(programme)["steps"]}
    assert [steps[name] for name in ("sent", "eligible", "stage:grants")] == [26, 19, 9]


def test_a_programme_without_a_call_has_no_funnel(programme):
    programme.sql("UPDATE programme SET call_digest = NULL")
    with refused("not_found"):
        public(programme)

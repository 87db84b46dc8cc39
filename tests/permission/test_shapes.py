"""What leaves is listed per kind and reader; what a view makes beyond that is dropped, and a test fails of it."""

import pytest

from simulator.kinds import KINDS
from simulator.reading.event import event_view
from simulator.reading.feed import lens_of
from simulator.reading.shapes import PLACE, STAFF_EVENTS, TEAM_EVENTS, Each, fields, shaped
from tests.cast import START

FOR_TEAMS = {kind for kind, audience in KINDS.items() if audience in ("everybody", "team")}
FOR_STAFF = {kind for kind, audience in KINDS.items() if audience != "audit"}


def test_every_kind_of_event_is_listed_for_each_of_its_readers_and_for_no_other():
    assert FOR_TEAMS ^ set(TEAM_EVENTS) == set()
    assert FOR_STAFF ^ set(STAFF_EVENTS) == set()


def test_a_field_that_is_not_listed_is_dropped_and_warned_of():
    shape = fields("id", clock=fields("state"))
    told = {"id": 1, "value": 3, "clock": {"state": "running", "salt": "s"}}

    with pytest.warns(UserWarning, match=r"place\.(value|clock\.salt) is not listed"):
        assert shaped(shape, told, "place") == {"id": 1, "clock": {"state": "running"}}


@pytest.mark.parametrize("given", [{"id": {"salt": "s"}}, {"id": [{"salt": "s"}]}])
def test_where_a_plain_value_is_listed_nothing_deeper_leaves(given):
    with pytest.warns(UserWarning, match="not listed"):
        assert "salt" not in str(shaped(fields("id"), given))


def test_a_mapping_by_ids_keeps_its_keys_and_none_of_what_is_below_them_unlisted():
    with pytest.warns(UserWarning, match="not listed"):
        assert shaped(Each(fields("a")), {"01": {"a": 1, "b": 2}}) == {"01": {"a": 1}}


def test_an_event_of_a_kind_nobody_has_listed_tells_only_that_it_happened(house, play):
    row = {
        "kind": "vault_opened", "payload": {"reason": "SECRET", "inject": "01"}, "wall_time": START,
        "drill_time": None, "team": play.azul,
    }  # fmt: skip
    with house._readers() as session:
        lens = lens_of(session, START, play.id, "es", play.azul)
        with pytest.warns(UserWarning, match="vault_opened"):
            event = event_view(lens, row, 7)

    assert event == {"n": 7, "kind": "vault_opened", "at": event["at"], "drill_time": None, "team": play.azul}


def test_nothing_that_only_the_server_needs_is_listed_for_anybody():
    words = str((TEAM_EVENTS, STAFF_EVENTS, PLACE))

    for private in ("salt", "digest", "hash", "value", "'sets'", "'if'", "token", "email", "seq", "'note'", "expected"):
        assert private not in words

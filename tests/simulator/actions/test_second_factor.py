"""The second step: set up with a code, each code once, recovery codes, turned off, reset, asked of everybody."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import text

from simulator.actions.links import renew_link, use_link
from simulator.actions.second_factor import (
    begin_second_factor,
    confirm_second_factor,
    demand_second_factor,
    drop_second_factor,
    renew_recovery_codes,
    reset_second_factor,
    use_second_factor,
)
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.kinds import HOUSE_STREAM
from simulator.proving import FRESH
from simulator.reading.drills import drill_list
from simulator.reading.own_account import house_rules, own_account, own_second_factor
from simulator.reading.people import find_account, find_actor
from simulator.refusal import Refusal
from simulator.second_factor import RECOVERY_CODES
from tests.authenticator import set_up
from tests.cast import START, Cast, refused, seconds


@pytest.fixture
def cast(house, hired):
    """Bring the staff in, with tokens that a test may exchange for others."""
    return Cast(house, dict(hired[1]), hired[0])


@pytest.fixture
def phone(cast):
    """Give Olga's phone, with which she has set her second step up."""
    return set_up(cast, "olga")


def use(cast, code, who="olga", at=None):
    facts = {"account_id": getattr(cast, who).id, "code": code, "at": at or cast.clock.now}
    return cast.house.perform(use_second_factor, PROGRAM, **facts)


def sql(house, statement, **values):
    with house.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement), values)]


def house_log(house):
    rows = sql(house, "SELECT kind, payload FROM log WHERE stream = :stream ORDER BY seq", stream=HOUSE_STREAM)
    return [kind for kind, _payload in rows], " ".join(str(payload) for _kind, payload in rows)


def test_it_is_on_once_a_code_was_typed_and_not_before(cast):
    olga, house = cast.olga, cast.house
    with refused("code_wrong"):
        house.perform(confirm_second_factor, olga, code="123456", at=START)
    house.perform(begin_second_factor, olga)
    assert not house.look(find_account, PROGRAM, account_id=olga.id)["second_factor"]
    with refused("code_wrong"):
        house.perform(confirm_second_factor, olga, code="abcdef", at=START)
    phone = set_up(cast, "olga")

    assert house.look(find_account, PROGRAM, account_id=olga.id)["second_factor"]
    assert len(set(phone.recovery)) == RECOVERY_CODES
    assert house.look(own_second_factor, cast.olga) is None
    for action, facts in ((begin_second_factor, {}), (confirm_second_factor, {"code": "1", "at": START})):
        with refused("second_factor_is_on"):
            house.perform(action, cast.olga, **facts)


def test_beginning_asks_for_her_password_or_a_sign_in_of_the_last_five_minutes(cast):
    house = cast.house
    link = house.perform(renew_link, PROGRAM, account_id=cast.olga.id)["token"]
    house.perform(use_link, NOBODY, token=link, password_hash="hers")
    token = house.perform(open_account_session, PROGRAM, account_id=cast.olga.id)
    olga = house.look(find_actor, NOBODY, token=token)
    cast.clock.now += FRESH - seconds(1)
    house.perform(begin_second_factor, olga)
    secret = house.look(own_second_factor, olga)["secret"]
    cast.clock.now += seconds(1)
    for known_hash, code in ((None, "password_needed"), ("another", "password_wrong"), ("", "password_wrong")):
        with refused(code):
            house.perform(begin_second_factor, olga, known_hash=known_hash)
    with refused("password_needed"):
        house.perform(begin_second_factor, replace(olga, session_id=None))
    assert house.look(own_second_factor, olga)["secret"] == secret
    house.perform(begin_second_factor, olga, known_hash="hers")

    assert house.look(own_second_factor, olga)["secret"] != secret


def test_setting_it_up_ends_her_other_sessions_and_renews_the_token_of_this_one(cast):
    other = cast.house.perform(open_account_session, PROGRAM, account_id=cast.olga.id)
    before, session_id = cast.tokens["olga"], cast.olga.session_id
    set_up(cast, "olga")

    assert [cast.house.look(find_actor, NOBODY, token=token) for token in (other, before)] == [None, None]
    assert cast.olga.session_id == session_id


def test_a_code_works_once_and_half_a_minute_off(cast, phone):
    with refused("code_wrong"):
        use(cast, phone.code(START))
    for off in (60, 0, 30):
        cast.clock.now += seconds(90)
        code = phone.code(cast.clock.now + seconds(off - 30))
        use(cast, f" {code[:3]} {code[3:]} ")
        with refused("code_wrong"):
            use(cast, code)

    cast.clock.now += seconds(300)
    for off in (-60, 60):
        with refused("code_wrong"):
            use(cast, phone.code(cast.clock.now + seconds(off)))
    with refused("code_wrong"):
        use(cast, phone.code(cast.clock.now), who="edo")


def test_an_earlier_code_is_worth_nothing_after_a_later_one(cast, phone):
    cast.clock.now += seconds(300)
    use(cast, phone.code(cast.clock.now))
    with refused("code_wrong"):
        use(cast, phone.code(cast.clock.now - seconds(30)))


def test_a_recovery_code_works_once_and_new_ones_end_the_old(cast, phone):
    use(cast, phone.recovery[0].upper().replace("-", " "))
    with refused("code_wrong"):
        use(cast, phone.recovery[0])
    assert cast.house.look(own_account, cast.olga)["recovery_codes"] == RECOVERY_CODES - 1
    cast.clock.now += seconds(60)
    facts = {"code": phone.code(cast.clock.now), "at": cast.clock.now}
    fresh = cast.house.perform(renew_recovery_codes, cast.olga, **facts)

    with refused("code_wrong"):
        use(cast, phone.recovery[1])
    use(cast, fresh[0])
    assert not set(fresh) & set(phone.recovery)


def test_a_recovery_code_of_somebody_else_opens_nothing(cast, phone):
    set_up(cast, "edo")
    with refused("code_wrong"):
        use(cast, phone.recovery[0], who="edo")


def test_neither_codes_nor_their_secret_are_in_the_log(cast, phone):
    use(cast, phone.recovery[0])
    kinds, payloads = house_log(cast.house)

    assert kinds[-2:] == ["second_factor_set_up", "recovery_code_used"]
    assert not [word for word in (phone.secret, *phone.recovery, "Olga", "olga@") if word in payloads]
    assert not {(code,) for code in phone.recovery} & set(sql(cast.house, "SELECT code_digest FROM recovery_code"))


def test_turning_it_off_takes_the_password_of_today_and_a_code(cast, phone):
    cast.clock.now += seconds(60)
    facts = {"known_hash": None, "code": phone.code(cast.clock.now), "at": cast.clock.now}
    with refused("password_wrong"):
        cast.house.perform(drop_second_factor, cast.olga, **facts | {"known_hash": "another"})
    with refused("code_wrong"):
        cast.house.perform(drop_second_factor, cast.olga, **facts | {"code": "000000"})
    cast.house.perform(drop_second_factor, cast.olga, **facts)

    assert not cast.house.look(find_account, PROGRAM, account_id=cast.olga.id)["second_factor"]
    assert sql(cast.house, "SELECT * FROM recovery_code") == []


def test_a_lost_one_is_taken_away_by_somebody_else_and_ends_her_sessions(cast):
    set_up(cast, "edo")
    with refused("not_oneself"):
        cast.house.perform(reset_second_factor, cast.olga, account_id=cast.olga.id)
    with refused("second_factor_is_off"):
        cast.house.perform(reset_second_factor, cast.olga, account_id=cast.eun.id)
    with refused("not_found"):
        cast.house.perform(reset_second_factor, cast.olga, account_id="nobody")
    with refused("not_found"):
        cast.house.perform(reset_second_factor, cast.fatima, account_id=cast.edo.id)
    cast.house.perform(reset_second_factor, cast.olga, account_id=cast.edo.id)

    assert cast.house.look(find_actor, NOBODY, token=cast.tokens["edo"]) is None
    assert house_log(cast.house)[0][-1] == "second_factor_reset"
    assert sql(cast.house, "SELECT actor FROM departure WHERE session_id IS NULL") == [(f"account:{cast.edo.id}",)]


def test_where_it_is_asked_of_everybody_whoever_has_none_can_only_set_it_up(cast):
    with refused("second_factor_yours_first"):
        cast.house.perform(demand_second_factor, cast.olga, demanded=True)
    phone = set_up(cast, "olga")
    cast.house.perform(demand_second_factor, cast.olga, demanded=True)
    cast.refresh()

    assert cast.house.look(house_rules, cast.olga) == {"second_factor": True}
    assert (cast.olga.only, cast.house.look(drill_list, cast.olga)) == (None, [])
    with refused("not_found"):
        cast.house.look(drill_list, cast.fatima)
    assert cast.house.look(own_account, cast.fatima)["demanded"]
    set_up(cast, "fatima")
    assert cast.house.look(drill_list, cast.fatima) == []
    cast.clock.now += seconds(60)
    with refused("second_factor_demanded"):
        facts = {"known_hash": None, "code": phone.code(cast.clock.now), "at": cast.clock.now}
        cast.house.perform(drop_second_factor, cast.olga, **facts)
    cast.house.perform(demand_second_factor, cast.olga, demanded=False)
    cast.refresh()
    assert cast.house.look(drill_list, cast.edo) == []


def test_asking_it_of_everybody_closes_the_screens_of_whoever_has_none(cast):
    set_up(cast, "olga")
    cast.house.perform(demand_second_factor, cast.olga, demanded=True)
    closed = {actor for (actor,) in sql(cast.house, "SELECT actor FROM departure WHERE session_id IS NULL")}

    assert closed == {str(one) for one in (cast.fatima, cast.edo, cast.eun, cast.olu)}


@pytest.mark.parametrize("kind", ["app", "recovery"])
def test_of_twenty_who_come_with_one_code_at_once_one_is_let_in(each_database, kind):
    cast = Cast.hire(House(each_database, VirtualClock(START)))
    phone = set_up(cast, "olga")
    cast.clock.now += seconds(60)
    code = phone.code(cast.clock.now) if kind == "app" else phone.recovery[0]
    barrier = threading.Barrier(20)

    def come(_number):
        barrier.wait()
        try:
            use(cast, code)
        except Refusal as refusal:
            return refusal.code
        return "in"

    with ThreadPoolExecutor(20) as pool:
        came = list(pool.map(come, range(20)))

    assert sorted(came) == ["code_wrong"] * 19 + ["in"]

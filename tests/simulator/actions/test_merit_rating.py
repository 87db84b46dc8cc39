"""Merit: applications lie on the same desk as responses, under the same rules, without what tells who they are."""

import json
import re

import pytest

from simulator.actions.accounts import invite_staff
from simulator.actions.assigning import assign_evaluators, let_evaluator_in
from simulator.actions.declaring import declare_reading, recuse_oneself
from simulator.actions.rating import rate_application
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.desk import merit_queue, merit_sheet
from simulator.reading.evaluators import evaluators_board
from simulator.reading.own_desk import own_desk
from simulator.reading.people import find_actor
from simulator.reading.rating_statistics import rating_statistics
from tests.applying import Applying
from tests.cast import refused

NEEDS = ("Nos atacan cada semana sin pausa.", "Faltan personas con oficio aquí.")


@pytest.fixture
def programme(cast):
    """Give a programme whose two applications are eligible, with Edo, Eun and Rosa to rate them."""
    return cast.once(build, "merit")


def build(cast):
    one = Applying(cast)
    one.azul = one.sent(mail="ana@mh.example", need=NEEDS[0], institution="ONI", country="BR").id
    one.verde = one.sent(mail="eva@mh.example", need=NEEDS[1]).id
    one.sql("UPDATE application SET state = 'eligible'")
    invited = {"email": "rosa@ministry.example", "name": "Rosa", "language": "es", "roles": ["evaluator"]}
    made = one.house.perform(invite_staff, PROGRAM, **invited)
    token = one.house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
    one.rosa = one.house.look(find_actor, NOBODY, token=token)
    for who in (cast.edo, cast.eun, one.rosa):
        do(one, declare_reading, who, languages=["es"])
    one.play_id = None
    one.codes = dict(one.codes)
    return one


def do(programme, action, who, **facts):
    return programme.house.perform(action, who, programme_id=programme.id, stage="grants", **facts)


def see(programme, view, who, **facts):
    return programme.house.look(view, who, programme_id=programme.id, stage="grants", **facts)


def rate(programme, who, application, levels="MM", sentence=""):
    for criterion, level in zip(("C1", "C2"), levels, strict=True):
        facts = {"application_id": application, "criterion": criterion, "level": level, "sentence": sentence}
        do(programme, rate_application, who, **facts)


def queue(programme, who):
    return [one["response_id"] for one in see(programme, merit_queue, who)["entries"]]


def test_eligible_applications_lie_there_by_their_codes(cast, programme):
    told = see(programme, merit_queue, cast.edo)

    codes = dict(programme.sql("SELECT id, code FROM application"))
    assert {one["response_id"]: one["code"] for one in told["entries"]} == codes
    assert told["place"]["exercise"] is False and told["place"]["name"] == "Mujeres y Ciberseguridad"
    programme.sql("UPDATE application SET state = 'ineligible' WHERE id = :id", id=programme.verde)
    assert queue(programme, cast.edo) == [programme.azul]


def test_the_sheet_tells_neither_who_it_is_nor_where_from(cast, programme):
    sheet = see(programme, merit_sheet, cast.edo, application_id=programme.azul)
    told = json.dumps(sheet)

    assert sheet["content"] == {"fields": {"need": NEEDS[0], "since": None}}
    assert [one["id"] for one in sheet["inject"]["fields"]] == ["need", "since"]
    assert sheet["documents"][0]["role"] == "Titular de la entidad"
    assert [one["there"] for one in sheet["documents"][0]["elements"]] == [True, True]
    assert not sheet["documents"][1]["there"]
    # As words: a code may hold these letters.
    assert re.findall(r"\b(ONI|BR|Ana|Eva|mh\.example|carta\.pdf|Dra\. Paz)\b", told) == []


def test_a_level_is_given_under_the_same_rules_as_for_a_response(cast, programme):
    with refused("sentence_missing"):
        rate(programme, cast.edo, programme.azul, "US")
    with refused("sentence_without_quote"):
        rate(programme, cast.edo, programme.azul, "US", "Está bien.")
    rate(programme, cast.edo, programme.azul, "US", "Dice «atacan cada semana».")

    kept = programme.sql("SELECT response_id, application_id, level FROM rating ORDER BY criterion")
    assert kept == [(None, programme.azul, "U"), (None, programme.azul, "S")]
    assert json.loads(programme.log("rating_given")[0][1])["application"] == programme.azul
    with refused("not_found"):
        rate(programme, cast.fatima, programme.azul)
    with refused("not_found"):
        do(programme, rate_application, cast.edo, application_id="no", criterion="C1", level="M")


def test_the_work_is_given_out_and_two_who_differ_ask_a_third(cast, programme):
    assert do(programme, assign_evaluators, cast.olga) == {"added": 4, "dropped": 0}
    everybody = {who.id: who for who in (cast.edo, cast.eun, programme.rosa)}
    on = [who for who in everybody.values() if programme.azul in queue(programme, who)]
    assert len(on) == 2
    rate(programme, on[0], programme.azul, "UM", "Dice «atacan cada semana».")
    rate(programme, on[1], programme.azul, "SM", "Dice «atacan cada semana».")
    third = next(who for who in everybody.values() if who not in on)

    assert programme.azul in queue(programme, third)
    board = see(programme, evaluators_board, cast.olga)
    assert board["open"] == 1 and board["whose"].keys() == {programme.azul, programme.verde}
    figures = see(programme, rating_statistics, cast.olga)
    assert [one["id"] for one in figures["criteria"]] == ["C1", "C2"] and figures["injects"] == []


def test_her_own_institution_and_country_exclude_and_a_published_waiver_lets_the_country_pass(cast, programme):
    edo = cast.edo
    facts = {"languages": ["es"], "country": "BR", "institution": "Otra"}
    do(programme, declare_reading, edo, **facts)
    assert queue(programme, edo) == [programme.verde]
    waiver = {"own_country_waiver": {"es": "Pocas evaluadoras.", "pt": "Poucas."}}
    waived = Applying(cast, at=programme.clock.now, name="Otra", evaluation=waiver)
    with_waiver = waived.sent(mail="x@mh.example", country="BR")
    waived.sql("UPDATE application SET state = 'eligible' WHERE id = :id", id=with_waiver.id)
    do(waived, declare_reading, edo, **facts)

    assert queue(waived, edo) == [with_waiver.id]
    do(waived, declare_reading, edo, **(facts | {"institution": "ministerio de hacienda"}))
    assert queue(waived, edo) == []


def test_who_recognises_an_application_steps_back(cast, programme):
    do(programme, recuse_oneself, cast.edo, response_id=programme.azul, reason="mentor")

    assert queue(programme, cast.edo) == [programme.verde]
    own = see(programme, own_desk, cast.edo)
    assert [one["reason"] for one in own["recusals"]] == ["mentor"]
    assert own["calibration"]["asked"] is False
    with refused("calibration_not_asked"):
        do(programme, let_evaluator_in, cast.olga, account_id=cast.edo.id, reason="experienced")


def test_once_the_stage_is_told_no_level_is_taken(cast, programme):
    programme.sql(
        "INSERT INTO stage (programme_id, stage, state) VALUES (:p, 'grants', 'provisional')"
        " ON CONFLICT (programme_id, stage) DO UPDATE SET state = 'provisional'", p=programme.id,
    )  # fmt: skip
    with refused("rating_is_closed"):
        rate(programme, cast.edo, programme.azul)


@pytest.mark.parametrize("stage", ["", "no", "zzzz"])
def test_a_stage_that_is_not_there_has_no_desk(cast, programme, stage):
    with refused("not_found"):
        programme.house.look(merit_queue, cast.edo, programme_id=programme.id, stage=stage)

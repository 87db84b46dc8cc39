"""Eligibility: two find apart from each other, a third decides between them, and a formal defect is mended."""

from datetime import timedelta

import pytest

from simulator.actions.application_files import add_file
from simulator.actions.eligibility import close_eligibility, declare_institution, find_eligibility
from simulator.actions.sending_application import send_application
from simulator.reading.eligibility import eligibility_list, eligibility_sheet
from tests.applying import pdf
from tests.cast import refused
from tests.season import CLOSES, sent

NO = {"verdict": "ineligible", "reasons": [["one_team", "in_two"]]}
FORMAL = {"verdict": "formal", "reasons": [["part", "document:letter"]]}


@pytest.fixture
def season(cast):
    """Give eight applications, and organizers who have said where they work."""
    season = cast.once(sent)
    for who in (season.olga, season.ofelia, season.oriana):
        season.do(declare_institution, who, institution="Programa regional")
    return season


def first(season):
    return next(iter(season.leads))


def find(season, who, application=None, **told):
    facts = {"verdict": "eligible", **told}
    return season.do(find_eligibility, who, application_id=application or first(season), **facts)


def line(season, who=None):
    lines = season.see(eligibility_list, who)["lines"]
    return next(one for one in lines if one["id"] == first(season))


def sheet(season, who, application=None):
    return season.see(eligibility_sheet, who, application_id=application or first(season))


def test_two_who_agree_settle_it(season):
    assert find(season, season.olga) is None
    assert (line(season, season.olga)["waits"], line(season, season.ofelia)["waits"]) == ("others", "second")

    assert find(season, season.ofelia) == "eligible"

    assert (line(season)["state"], line(season)["waits"]) == ("eligible", "settled")
    with refused("eligibility_settled"):
        find(season, season.oriana)


def test_nobody_sees_anothers_finding_before_her_own_is_in(season):
    find(season, season.olga, **NO, note="La vi en otro equipo.")

    before = sheet(season, season.ofelia)
    find(season, season.ofelia, **NO)
    after = sheet(season, season.ofelia)

    assert (before["findings"], before["found"], before["mine"]) == ([], 1, None)
    assert [one["who"] for one in after["findings"]] == ["Olga", "Ofelia"]
    assert after["findings"][0]["note"] == "La vi en otro equipo."


def test_one_may_change_her_own_finding_until_the_second_is_in(season):
    find(season, season.olga, **NO)
    find(season, season.olga)

    assert find(season, season.ofelia) == "eligible"


def test_where_two_differ_a_third_decides_and_says_why(season):
    find(season, season.olga)
    assert find(season, season.ofelia, **NO) is None

    with refused("third_needed"):
        find(season, season.olga, **NO)
    with refused("third_needs_words"):
        find(season, season.oriana, **NO)
    assert line(season, season.oriana)["waits"] == "third"
    assert find(season, season.oriana, **NO, note="Consta en ambos equipos.") == "ineligible"
    assert line(season)["state"] == "ineligible"


def test_a_no_carries_reasons_that_the_call_knows(season):
    with refused("finding_needs_reason"):
        find(season, season.olga, verdict="ineligible")
    for reasons in ([["one_team", "nothing"]], [["one_team"]], [["part", "document:letter"]]):
        with refused("not_found"):
            find(season, season.olga, verdict="ineligible", reasons=reasons)
    for verdict in ("perhaps", ""):
        with refused("not_found"):
            find(season, season.olga, verdict=verdict)
    with refused("note_too_long"):
        find(season, season.olga, note="x" * 1001)


def test_who_has_not_said_where_she_works_and_who_works_there_checks_nothing(season):
    theirs = season.house_of[first(season)]
    season.do(declare_institution, season.oriana, institution=f"  {theirs.upper()} ")

    with refused("own_institution"):
        find(season, season.oriana)
    assert find(season, season.oriana, application=list(season.leads)[1]) is None
    newcomer = season.hire("Odila", "organizer")
    with refused("declare_institution_first"):
        find(season, newcomer)
    assert sheet(season, newcomer)["refused"] == "declare_institution_first"
    with refused("declaration_too_long"):
        season.do(declare_institution, newcomer, institution="x" * 201)


def test_before_the_window_has_closed_nothing_is_found(season):
    season.clock.now = CLOSES

    with refused("applications_still_open"):
        find(season, season.olga)
    with refused("applications_still_open"):
        season.do(close_eligibility)


def test_a_formal_defect_is_mended_within_the_cure_window_and_looked_at_again(season):
    find(season, season.olga, **FORMAL)
    assert find(season, season.ofelia, **FORMAL) == "formal"
    assert line(season)["waits"] == "team"
    with refused("cure_is_open"):
        find(season, season.oriana)
    lead = season.leads[first(season)]
    season.clock.now += timedelta(hours=1)
    season.house.perform(
        add_file, lead, document="letter", name="carta.pdf", kind="pdf", content=pdf(b"otra"),
        signer_role="head_of_cybersecurity", signer_name="Dra. Paz",
        elements=["presents", "commits", "follows", "coordinates"],
    )  # fmt: skip
    season.house.perform(send_application, lead)
    season.clock.now += timedelta(hours=48)

    with refused("no_cure_window"):
        find(season, season.olga, **FORMAL)
    assert find(season, season.olga) is None
    assert (line(season)["round"], line(season)["found"]) == (2, 1)
    assert find(season, season.ofelia) == "eligible"


def test_closing_tells_everybody_once_and_only_when_all_are_settled(season):
    for who in (season.olga, season.ofelia):
        for name in list(season.leads)[:-1]:
            find(season, who, name)
    with refused("eligibility_unsettled") as caught:
        season.do(close_eligibility)
    assert caught.value.parameters == {"left": 1}
    for who in (season.olga, season.ofelia):
        find(season, who, list(season.leads)[-1], **NO)

    assert season.do(close_eligibility) == {"eligible": 7, "ineligible": 1}

    kinds = season.mails()
    assert (kinds["found_eligible"], kinds["found_ineligible"]) == (7, 1)
    with refused("eligibility_is_closed"):
        season.do(close_eligibility)


def test_findings_are_logged_without_words(season):
    find(season, season.olga, **NO, note="La vi en otro equipo.")

    ((payload,),) = season.sql(
        "SELECT payload FROM log WHERE stream = :stream AND kind = 'eligibility_found'",
        stream=f"programme:{season.id}",
    )
    assert '"verdict": "ineligible"' in payload
    assert "otro equipo" not in payload


def test_what_is_not_of_the_programme_and_what_was_not_sent_is_not_checked(season):
    with refused("not_found"):
        find(season, season.olga, "nothinghere1")
    with refused("not_found"):
        sheet(season, season.olga, "nothinghere1")
    with refused("not_found"):
        find(season, season.raters[2])

"""A programme's pages, as organizers, leads and everybody see them."""

import re
from datetime import timedelta

import pytest

from scenarios.candidates_csv import parse_candidates
from scenarios.selection_rules import parse_selection_rules
from scoring.selection.selection import select
from simulator.actions.deciding import propose_decision
from simulator.actions.eligibility import declare_institution, find_eligibility
from simulator.actions.mails import take_mails
from simulator.actions.sessions import open_account_session, open_applicant_session
from simulator.actor import PROGRAM
from simulator.reading.stage import stage_page
from tests.season import DRAWN, RANDOMNESS, closed, offered, rated, sent, told
from tests.web.conftest import Browser
from web import door
from web.mail.award_words import AWARD_MAILS
from web.mail.words import compose

MERIT = "scholarships"
STATES = {"result": "out", "appeal_decided": "rejected"}


def browser_of(season, app, who, language="en"):
    """Let somebody of the staff come in by a browser, now."""
    browser = Browser(app)
    season.sql("UPDATE account SET language = :language WHERE id = :id", language=language, id=who.id)
    token = season.house.perform(open_account_session, PROGRAM, account_id=who.id)
    browser.client.set_cookie(door.cookie_name(door.STAFF, secure=False), token)
    return browser


def lead_of(season, app, application, language="en"):
    """Let the lead of an application come in by a browser, now."""
    browser = Browser(app, language=language)
    token = season.house.perform(open_applicant_session, PROGRAM, application_id=application)
    browser.client.set_cookie(door.cookie_name(door.APPLICATION, secure=False), token)
    return browser


def base(season):
    return f"/programmes/{season.id}"


def stage_of(season):
    return f"{base(season)}/stages/{MERIT}"


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (sent, "Revise la elegibilidad: quedan 8 postulaciones sin resolver."),
        (rated, "Asigne a las evaluadoras y deje que evalúen"),
        (closed, "Revise la lista propuesta; la publican dos personas."),
        (told, "Los equipos pueden presentar recursos hasta"),
        (offered, "Ofertas sin respuesta:"),
    ],
)
def test_home_says_what_is_next_at_each_point_of_a_programme(cast, app, build, words):
    season = cast.once(build)

    assert words in browser_of(season, app, season.ofelia, "es").get(base(season)).text


def test_a_finding_is_given_by_form_and_hides_the_others_until_then(cast, app):
    season = cast.once(sent)
    first = next(iter(season.leads))
    for who in (season.olga, season.ofelia):
        season.do(declare_institution, who, institution="Programa")
    season.do(find_eligibility, season.ofelia, application_id=first, verdict="eligible", note="Todo está bien.")
    browser, page = browser_of(season, app, season.olga), f"{base(season)}/applications/{first}"
    before = browser.get(page).text

    answer = browser.post(f"{page}/finding", seen=page, verdict="ineligible", reason="one_team/in_two")

    after = browser.get(page).text
    assert answer.status_code == 303
    assert "Todo está bien." not in before and "Todo está bien." in after
    assert "Two found differently" in after
    wrong = browser.post(f"{page}/finding", seen=page, verdict="ineligible")
    assert wrong.status_code == 409


def test_who_has_not_said_where_she_works_is_led_there(cast, app):
    season = cast.once(sent)
    browser, page = browser_of(season, app, season.oriana), f"{base(season)}/eligibility"
    first = f"{base(season)}/applications/{next(iter(season.leads))}"
    assert "Say first where you work" in browser.get(first).text

    browser.post(f"{page}/institution", seen=page, institution="Programa")

    assert "Save my finding" in browser.get(first).text
    early = browser.post(f"{page}/close", seen=page)
    assert early.status_code == 409 and "8 applications are not settled yet" in early.text


def test_files_of_an_application_are_saved_and_never_shown(cast, app):
    season = cast.once(sent)
    browser = browser_of(season, app, season.olga)
    page = browser.get(f"{base(season)}/applications/{next(iter(season.leads))}").text
    link = re.search(r'href="([^"]+/files/[^"]+)"', page)[1]

    answer = browser.get(link)

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.mimetype == "application/octet-stream"
    assert browser.get(link.replace("/files/", "/files/z")).status_code == 404


def test_the_list_is_proposed_from_the_page_and_signed_by_another(cast, app):
    season = cast.once(closed)
    olga, ofelia = (browser_of(season, app, who) for who in (season.olga, season.ofelia))
    page = olga.get(stage_of(season)).text
    digest = re.search(r'name="list" value="([0-9a-f]{64})"', page)[1]
    assert "Nobody has decided anything yet." in page
    olga.post(f"{stage_of(season)}/publish", seen=stage_of(season), list=digest)
    sign = re.search(r'action="([^"]+/second)"', ofelia.get(stage_of(season)).text)[1]

    ofelia.post(sign, seen=stage_of(season), back=stage_of(season))

    page = olga.get(stage_of(season)).text
    assert "provisional" in page and "Nobody has appealed." in page
    stale = olga.post(f"{stage_of(season)}/publish", seen=stage_of(season), list=digest)
    assert stale.status_code == 409


def test_the_draw_is_entered_by_form_and_too_early_is_said_with_the_instant(cast, app):
    season = cast.once(sent).screen()
    browser = browser_of(season, app, season.olga)
    early = browser.post(f"{stage_of(season)}/randomness", seen=stage_of(season), text=RANDOMNESS)
    assert early.status_code == 409 and "It cannot be entered before." in early.text

    season.clock.now = DRAWN
    browser = browser_of(season, app, season.olga)
    answer = browser.post(f"{stage_of(season)}/randomness", seen=base(season), text=RANDOMNESS)

    assert answer.status_code == 303
    assert season.see(stage_page, stage=MERIT)["randomness"] == RANDOMNESS


def test_an_exception_needs_a_number_and_words(cast, app):
    season = cast.once(closed)
    browser, page = browser_of(season, app, season.olga), stage_of(season)
    facts = {"award": "scholarship", "application": next(iter(season.leads)), "seats": "3"}

    for wrong in ({"seats": "many"}, {"note": ""}):
        answer = browser.post(f"{page}/exceptions", seen=page, **{**facts, "note": "Motivo.", **wrong})
        assert answer.status_code == 409
    assert browser.post(f"{page}/exceptions", seen=page, **facts, note="Motivo.").status_code == 303
    assert "Motivo." in browser.get(page).text


def test_a_lead_reads_why_in_her_language_with_the_rule_that_decided(cast, app):
    season = cast.once(told)
    row = season.awards(MERIT, "waiting")[0]

    page = lead_of(season, app, row["application_id"], "pt").get("/application/results").text

    assert "na lista de espera" in page and "A regra que decidiu:" in page
    assert "Compromisso institucional" in page and "Somos el equipo" in page
    assert all(one.name not in page for one in season.raters)
    assert "Enviar o recurso" in page


def test_a_lead_appeals_once_by_form_and_an_organizer_decides(cast, app):
    season = cast.once(told)
    row = season.awards(MERIT, "waiting")[0]
    lead = lead_of(season, app, row["application_id"])
    facts = {"ground": "arithmetic", "words": "<script>alert(1)</script> Sumen."}
    lead.post(f"/application/appeals/{MERIT}", seen="/application/results", **facts)
    assert lead.post(f"/application/appeals/{MERIT}", seen="/application/results", **facts).status_code == 409
    oriana = browser_of(season, app, season.oriana)
    page = oriana.get(stage_of(season)).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Sumen." in page
    decide = re.search(r'action="([^"]+/appeals/[^"/]+)"', page)[1]

    oriana.post(decide, seen=stage_of(season), reason="no_error", note="Todo suma.")

    assert "Todo suma." in lead.get("/application/results").text


def test_an_offer_is_answered_on_the_leads_page(cast, app):
    season = cast.once(offered)
    one, other = season.awards(MERIT, "offered")[:2]
    lead = lead_of(season, app, one["application_id"])
    assert "An offer for your team" in lead.get("/application/results").text
    accept = f"/application/awards/{one['id']}/accept"
    bad = lead.post(accept, {"member": ["x"]}, seen="/application/results")
    assert bad.status_code == 404

    lead.post(accept, {"member": [str(n) for n in range(one["seats"])]}, seen="/application/results")

    assert "You accepted for:" in lead.get("/application/results").text
    unsure = lead_of(season, app, other["application_id"])
    decline = f"/application/awards/{other['id']}/decline"
    assert unsure.post(decline, seen="/application/results").status_code == 409
    assert unsure.post(decline, seen="/application/results", sure="1").status_code == 303
    assert lead.post(decline, seen="/application/results", sure="1").status_code == 404


def test_a_stranger_gets_the_same_list_from_the_public_files(cast, app):
    season = cast.once(told)
    stranger, place = Browser(app), f"/calls/{season.id}/method/{MERIT}/scholarship"
    candidates, rules = (stranger.get(f"{place}.{ending}") for ending in ("csv", "yaml"))

    source, findings = parse_selection_rules(rules.data, "rules.yaml")
    read, found = parse_candidates(candidates.data, "candidates.csv", source)
    selection = select(source.rules, reversed(read))

    assert (findings, [one.code for one in found if one.severity == "error"]) == ([], [])
    chosen = {row["code"]: row["seats"] for row in season.awards(MERIT, "chosen")}
    assert dict(selection.seats) == chosen
    assert all(house not in candidates.text for house in season.house_of.values())


def test_the_method_note_is_public_and_names_nobody(cast, app):
    season = cast.once(told)

    page = Browser(app, language="fr").get(f"/calls/{season.id}/method").text

    assert "Note de méthode" in page and RANDOMNESS in page
    assert all(house not in page for house in season.house_of.values())
    assert "lead0" not in page and "Olga" not in page


def test_before_a_result_is_told_nothing_of_it_is_public(cast, app):
    season = cast.once(closed)
    stranger = Browser(app)

    assert "No stage has been decided yet." in stranger.get(f"/calls/{season.id}/method").text
    assert stranger.get(f"/calls/{season.id}/method/{MERIT}/scholarship.csv").status_code == 404
    browser = browser_of(season, app, season.olga)
    assert browser.get(f"{stage_of(season)}/fairness").status_code == 409
    lead = lead_of(season, app, next(iter(season.leads)))
    assert "The rule that decided:" not in lead.get("/application/results").text


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_lists_and_the_fairness_report_leave_as_files(cast, app, ending):
    season = cast.once(told)
    browser = browser_of(season, app, season.olga)

    for name in ("list", "fairness"):
        answer = browser.get(f"{stage_of(season)}/{name}.{ending}")
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment")
    assert browser.get(f"{stage_of(season)}/list.exe").status_code == 404


def test_a_small_group_stands_in_no_public_file(cast, app):
    season = cast.once(told)
    browser = browser_of(season, app, season.olga)

    whole = browser.get(f"{stage_of(season)}/fairness").text
    public = browser.get(f"{stage_of(season)}/fairness.csv").text

    assert "whole: for organizers only" in whole
    assert re.search(r"^Argentina,1,", public, re.MULTILINE) is None
    assert re.search(r"^Argentina,,,,,,,\s*$", public, re.MULTILINE)


def test_evaluators_reach_the_desk_and_nothing_else_of_a_programme(cast, app):
    season = cast.once(rated)
    browser = browser_of(season, app, season.raters[2])

    assert "Rate applications: Scholarships" in browser.get("/drills").text
    assert browser.get(f"{base(season)}/merit/{MERIT}/desk").status_code == 200
    for page in ("", "/eligibility", f"/stages/{MERIT}", "/attendance", "/applications.csv"):
        assert browser.get(base(season) + page).status_code == 404


def test_what_somebody_else_is_signing_is_shown_with_what_it_is(cast, app):
    season = cast.once(closed)
    digest = season.see(stage_page, stage=MERIT)["list"]
    season.do(propose_decision, kind="publish_awards", subject={"stage": MERIT, "list": digest})

    page = browser_of(season, app, season.ofelia).get(base(season)).text

    assert "Publish the list of “Scholarships”" in page and digest[:12] in page


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_every_mail_of_a_programme_says_what_happened_in_each_language(cast, language):
    season = cast.once(offered)
    waiting = season.awards(MERIT, "waiting")[0]
    season.accept(season.awards(MERIT, "offered")[0])
    told_mails = {}
    while taken := season.house.perform(take_mails, PROGRAM):
        told_mails |= {one["kind"]: one for one in taken}

    for one in told_mails.values():
        subject, text = compose(one | {"language": language}, lambda page, **_ids: f"https://p.example/{page}")
        assert subject and "%(" not in subject + text
    assert set(told_mails) >= {"found_eligible", "result", "offer", "offer_accepted"}
    assert waiting["line"] == 1


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
@pytest.mark.parametrize("kind", sorted(AWARD_MAILS))
def test_mails_that_few_get_say_what_happened_too(kind, language):
    facts = {
        "name": "Ana", "code": "K7Q2M", "call": "Mujeres", "reasons": [], "stage": "Becas", "state": STATES.get(kind),
        "until": "2031-03-01T14:00:00+00:00", "award": "Beca", "seats": 1, "note": "Todo suma.", "team": "Azul",
        "join": "ABCD",
    }  # fmt: skip

    subject, text = compose(
        {"kind": kind, "language": language, "facts": facts}, lambda page, **_ids: f"https://p.example/{page}"
    )

    assert subject and "%(" not in subject + text and "Ana" in text


def test_a_programme_is_held_back_by_form_and_a_day_that_is_none_is_said(cast, app):
    season = cast.once(told)
    browser, page = browser_of(season, app, season.olga), base(season)
    day = (season.clock.now + timedelta(days=400)).date().isoformat()

    assert browser.post(f"{page}/keep", seen=page, until=day).status_code == 303
    assert f'value="{day}"' in browser.get(page).text
    for wrong in ("soon", "2001-01-01"):
        answer = browser.post(f"{page}/keep", seen=page, until=wrong)
        assert answer.status_code == 409 and 'role="alert"' in answer.text
    assert browser.post(f"{page}/keep", seen=page, until="").status_code == 303
    assert f'value="{day}"' not in browser.get(page).text

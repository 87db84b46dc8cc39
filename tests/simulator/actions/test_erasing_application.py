"""Erasing an application, and retention: nothing of a person is left in any table, and what was decided stays."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text

from simulator.actions.applying import open_application
from simulator.actions.erasing_application import erase_application, erase_own_application
from simulator.actions.retaining import retain
from simulator.actions.retaining_applications import AT_ONCE, hold_programme
from simulator.actor import NOBODY, PROGRAM
from simulator.chain import broken_link
from simulator.reading.applications import application_list
from simulator.reading.held_application import application_held, own_application_held
from simulator.retention import KEEP_APPLICATIONS, KEEP_MAILS, KEEP_UNSENT, LONGEST_HOLD
from simulator.rows import Appeal, Application, Award, Decision, Eligibility, Rating, Row, Team
from tests.applying import CLOSES, GRACE, Applying, member, pdf, whole
from tests.cast import refused

DAY = timedelta(days=1)
CANARIES = (
    "cn-name", "cn-mail", "cn-need", "cn-member", "cn-post", "cn-file", "cn-signer", "cn-bytes", "cn-appeal", "cn-note",
    "cn-delegate", "cn-sentence", "cn-decision", "cn-institution",
)  # fmt: skip


@pytest.fixture
def programme(cast):
    """Give a programme whose call has been open for a day."""
    return cast.once(Applying)


@pytest.fixture
def ana(programme):
    """Give a lead who has sent, and of whom every table that can hold words holds some."""
    ana = programme.begin("cn-name", "cn-mail@mh.example")
    content = whole(need="cn-need", institution="cn-institution")
    content["members"] = [
        member("cn-member", "cn-mail2@mh.example", fields={"post": "cn-post"}),
        member("Eva", "eva@x.example"),
    ]
    programme.write(ana, content)
    programme.letter(ana, pdf(b"cn-bytes"), signer_name="cn-signer")
    programme.sql("UPDATE application_file SET name = 'cn-file.pdf'")
    programme.send(ana)
    return ana


def add(programme, cast, ana):
    """Let things be decided about her."""
    with programme.house._sessions.begin() as session:
        now = programme.clock.now
        session.add_all([
            Appeal(scope=f"programme:{programme.id}:grants", application_id=ana.id, ground="error", words="cn-appeal",
                   note="cn-note", filed_at=now),
            Award(programme_id=programme.id, stage="grants", award="grant", application_id=ana.id, seats=2, place=1,
                  state="offered", reason={"code": "selected"}, people={"delegate": "cn-delegate"}, offered_at=now),
            Eligibility(application_id=ana.id, account_id=cast.olga.id, verdict="eligible", note="cn-note",
                        found_at=now),
            Rating(application_id=ana.id, criterion="C1", account_id=cast.edo.id, version=1, level="S",
                   sentence="cn-sentence", given_at=now),
            Decision(scope=f"programme:{programme.id}", kind="derogate", subject={"application": ana.id},
                     note="cn-decision", proposed_by=cast.olga.id, proposed_at=now),
        ])  # fmt: skip


def everything(programme):
    """Give the whole database as text."""
    with programme.house.engine.connect() as connection:
        return "".join(
            repr(row)
            for table in Row.metadata.sorted_tables
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"'))
        )


def tidy(programme, **facts):
    return programme.house.perform(retain, PROGRAM, **facts)


def test_every_canary_is_there_before(programme, cast, ana):
    add(programme, cast, ana)
    told = everything(programme)
    assert [one for one in CANARIES if one not in told] == []


def test_of_an_erased_lead_nothing_is_left_and_what_was_decided_stays(programme, cast, ana):
    add(programme, cast, ana)
    facts = {"programme_id": programme.id, "application_id": ana.id}
    programme.house.perform(erase_application, cast.olga, **facts)
    told = everything(programme)

    assert [one for one in CANARIES if one in told] == []
    assert programme.sql("SELECT level FROM rating") == [("S",)]
    assert programme.sql("SELECT state, seats FROM award") == [("withdrawn", 2)]
    assert programme.sql("SELECT * FROM blob") == []
    (line,) = programme.house.look(application_list, cast.olga, programme_id=programme.id)
    # What figures go by: a country from a list, and how many came.
    assert (line["attributes"], line["members"], line["erased"], line["state"]) == (
        {"country": "CR", "region": "CAM"}, 2, True, "withdrawn",
    )  # fmt: skip
    with programme.house._readers() as session:
        assert broken_link(session, f"programme:{programme.id}") is None
    with refused("already_erased"):
        programme.house.perform(erase_application, cast.olga, **facts)


def test_her_session_and_her_link_end_with_it(programme, cast, ana):
    programme.house.perform(erase_own_application, programme.enter(ana.id))
    assert programme.sql("SELECT * FROM web_session WHERE application_id IS NOT NULL") == []
    with refused("not_found"):
        programme.see(ana)
    with refused("application_link_unknown"):
        programme.house.perform(open_application, NOBODY, token=programme.codes[ana.id])


def test_a_file_that_somebody_else_sent_too_stays_hers(programme, cast):
    ana, eva = programme.begin(), programme.begin("Eva", "eva@x.example")
    for who in (ana, eva):
        programme.letter(who, pdf(b"gleich"))
    programme.house.perform(erase_own_application, ana)

    assert len(programme.sql("SELECT * FROM blob")) == 1 and "letter" in programme.see(eva)["files"]


def test_she_erases_herself_until_the_call_closes_and_a_draft_at_any_time(programme, cast, ana):
    draft = programme.begin("Eva", "eva@x.example")
    programme.clock.now = CLOSES + GRACE + DAY
    with refused("application_counts"):
        programme.house.perform(erase_own_application, ana)
    programme.house.perform(erase_own_application, draft)
    assert programme.sql("SELECT state FROM application ORDER BY state") == [("sent",), ("withdrawn",)]


def test_nobody_else_s_application_is_erased_or_read(programme, cast, ana):
    other = Applying(cast, at=programme.clock.now, name="Otro", windows__zones=[])
    for action in (erase_application, application_held):
        for who in (cast.edo, cast.olu, ana):
            with refused("not_found"):
                programme.house.perform(action, who, programme_id=programme.id, application_id=ana.id)
        with refused("not_found"):
            programme.house.perform(action, cast.olga, programme_id=other.id, application_id=ana.id)


def test_what_is_held_is_told_whole_and_organizers_get_no_draft(programme, cast, ana):
    add(programme, cast, ana)
    held = programme.house.look(own_application_held, ana)
    told = json.dumps(held, ensure_ascii=False)
    unknown = {"cn-note", "cn-sentence", "cn-decision", "cn-bytes"}
    assert [one for one in CANARIES if one not in told] == [one for one in CANARIES if one in unknown]
    assert {row["kind"] for row in held["log"]} >= {"application_begun", "application_sent"}
    programme.write(ana, whole(need="cn-draft"))
    given = programme.house.look(
        application_held, cast.olga, programme_id=programme.id, application_id=ana.id
    )  # fmt: skip
    assert "cn-draft" not in json.dumps(given) and given["only_by_herself"] == ["draft"]


def test_a_draft_never_sent_goes_thirty_days_after_the_end(programme, cast, ana):
    programme.begin("cn-draft", "draft@x.example")
    programme.clock.now = CLOSES + GRACE + KEEP_UNSENT
    assert tidy(programme)["applications"] == 0
    programme.clock.now += DAY
    assert tidy(programme, dry_run=True)["applications"] == 1
    assert tidy(programme)["applications"] == 1
    told = everything(programme)

    assert "cn-draft" not in told and "cn-need" in told
    assert programme.log("applications_erased")[0][1] == '{"applications": 1}'


def test_mails_go_after_thirty_days_sent_or_not(programme, ana):
    programme.clock.now += KEEP_MAILS
    assert tidy(programme)["mails"] == 0
    programme.clock.now += DAY
    assert tidy(programme)["mails"] == 2
    assert programme.mails() == []


def test_what_was_sent_goes_a_year_after_the_last_stage(programme, cast, ana):
    add(programme, cast, ana)
    final = CLOSES + 100 * DAY
    programme.sql("UPDATE stage SET final_at = :at", at=int(final.timestamp() * 1000))
    programme.clock.now = final + KEEP_APPLICATIONS
    assert tidy(programme)["applications"] == 0
    programme.clock.now += DAY
    assert tidy(programme)["applications"] == 1

    assert [one for one in CANARIES if one in everything(programme)] == []
    # It was awarded: that stays a fact.
    assert programme.sql("SELECT state FROM application") == [("sent",)]


def test_a_programme_that_never_came_to_its_end_is_kept_from_its_last_row(programme, cast, ana):
    programme.clock.now = CLOSES + GRACE + KEEP_APPLICATIONS - DAY
    assert tidy(programme)["applications"] == 0
    programme.clock.now += 2 * DAY
    assert tidy(programme)["applications"] == 1
    assert tidy(programme)["applications"] == 0


def test_very_many_go_in_several_steps(programme):
    facts = {"programme_id": programme.id, "language": "es", "lead_name": "X", "lead_mail": "x@x.example", "draft": {}}
    at = programme.clock.now
    with programme.house._sessions.begin() as session:
        session.add_all(
            Application(code=f"C{n}", link_digest=f"{n}", saved_at=at, created_at=at, **facts)
            for n in range(AT_ONCE + 1)
        )
    programme.clock.now = CLOSES + GRACE + KEEP_UNSENT + DAY
    steps = [tidy(programme) for _step in range(2)]
    assert [(one["applications"], one["left"]) for one in steps] == [(AT_ONCE, 1), (1, 0)]


def test_a_programme_without_a_call_holds_nothing_up(programme, ana):
    programme.sql("UPDATE programme SET call_digest = NULL")
    programme.clock.now = CLOSES + 2 * KEEP_APPLICATIONS
    assert tidy(programme)["applications"] == 0


def test_the_institution_of_an_erased_team_goes_from_its_team_too(cast):
    play = cast.play()
    programme = Applying(cast)
    ana = programme.sent()
    with programme.house._sessions.begin() as session:
        team = session.get(Team, play.azul)
        team.application_id, team.attributes = ana.id, {"country": "CR", "institution": "cn-institution"}
    programme.house.perform(erase_application, cast.olga, programme_id=programme.id, application_id=ana.id)
    assert programme.sql("SELECT attributes FROM team WHERE id = :id", id=play.azul) == [('{"country": "CR"}',)]


def test_an_organizer_holds_a_programme_back_while_an_appeal_is_open(programme, cast, ana):
    draft = programme.begin("Eva", "eva@x.example")
    facts = {"programme_id": programme.id}
    programme.clock.now = CLOSES + KEEP_APPLICATIONS
    until = programme.clock.now + 100 * DAY
    programme.house.perform(hold_programme, cast.olga, until=until, **facts)

    programme.clock.now += 50 * DAY
    # What was never sent is nobody's evidence.
    assert tidy(programme)["applications"] == 1
    assert programme.sql("SELECT id FROM application WHERE erased_at IS NULL") == [(ana.id,)] != [(draft.id,)]
    assert [row for row in told_of(programme) if row == "words_held"] == ["words_held"]

    programme.house.perform(hold_programme, cast.olga, until=None, **facts)
    programme.clock.now += KEEP_APPLICATIONS + DAY
    assert tidy(programme)["applications"] == 1


def test_a_hold_of_a_programme_ends_by_itself_and_lies_ahead(programme, cast, ana):
    facts = {"programme_id": programme.id}
    final = CLOSES + 100 * DAY
    programme.sql("UPDATE stage SET final_at = :at", at=int(final.timestamp() * 1000))
    programme.clock.now = final + KEEP_APPLICATIONS
    for until in (programme.clock.now, programme.clock.now + LONGEST_HOLD + DAY):
        with refused("hold_outside"):
            programme.house.perform(hold_programme, cast.olga, until=until, **facts)
    with refused("not_found"):
        programme.house.perform(hold_programme, cast.edo, until=programme.clock.now + DAY, **facts)
    programme.house.perform(hold_programme, cast.olga, until=programme.clock.now + 2 * DAY, **facts)
    programme.clock.now += DAY
    assert tidy(programme)["applications"] == 0
    programme.clock.now += DAY
    assert tidy(programme)["applications"] == 1


def told_of(programme):
    return [kind for (kind,) in programme.sql("SELECT kind FROM log WHERE stream = :s", s=f"programme:{programme.id}")]

"""What is held about how a member of staff worked: every table that points to her is told."""

import json

from simulator.reading.held_account import own_account_held
from simulator.rows import (
    Appeal,
    Assignment,
    Attendance,
    CalibrationRating,
    ColumnMapping,
    Decision,
    Declaration,
    Eligibility,
    Rating,
    Recusal,
    Row,
    Ruling,
    ScenarioVersion,
    StoredScenario,
)
from tests.applying import Applying

# Told in the rest of the document, or as digests.
ELSEWHERE = {
    "api_token", "drill", "grant", "one_use_link", "rating", "recovery_code", "response", "stored_scenario",
    "web_session",
}  # fmt: skip
TOLD = {
    "appeal": "appeals_decided", "assignment": "assignments", "attendance": "attendance", "decision": "decisions",
    "calibration_rating": "calibration", "declaration": "declarations", "eligibility": "eligibility",
    "recusal": "recusals", "ruling": "rulings", "scenario_version": "scenarios", "column_mapping": "column_mappings",
}  # fmt: skip


def test_every_table_that_points_to_an_account_is_told():
    found = {
        table.name
        for table in Row.metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "account"
    }

    assert found == ELSEWHERE | set(TOLD)


def test_what_she_declared_rated_checked_and_decided_is_hers_to_take(cast):
    play = cast.play()
    programme = Applying(cast)
    ana, edo, now = programme.sent(), cast.edo.id, programme.clock.now
    desk = f"merit:{programme.id}:grants"
    with programme.house._sessions.begin() as session:
        decision = Decision(
            scope=f"drill:{play.id}", kind="penalise", subject={"team": play.azul}, note="cn-decision",
            proposed_by=edo, proposed_at=now,
        )  # fmt: skip
        session.add(decision)
        session.flush()
        stored = StoredScenario(number=1, created_by=edo, created_at=now)
        session.add(stored)
        session.flush()
        session.add_all([
            ScenarioVersion(scenario_id=stored.id, number=1, digest="0" * 64, author_id=edo, created_at=now,
                            note="cn-version", content=b"", files={}, summary={}),
            ColumnMapping(account_id=edo, signature="0" * 64, mapping={"cn-column": "title"}, used_at=now),
            Declaration(desk=desk, account_id=edo, languages=["es"], institution="cn-institution", declared_at=now),
            Recusal(desk=desk, account_id=edo, application_id=ana.id, reason="family", said_by=edo, said_at=now),
            Assignment(desk=desk, account_id=edo, application_id=ana.id, given_at=now),
            CalibrationRating(desk=desk, account_id=edo, item="01:1", criterion="C1", level="S", given_at=now),
            Rating(application_id=ana.id, criterion="C1", account_id=edo, version=1, level="S", sentence="cn-sentence",
                   given_at=now),
            Eligibility(application_id=ana.id, account_id=edo, verdict="eligible", note="cn-note", found_at=now),
            Attendance(programme_id=programme.id, session="first", application_id=ana.id, present=2, noted_by=edo,
                       noted_at=now),
            Ruling(drill_id=play.id, about="row:1", verdict="stands", reason="other", decision_id=decision.id,
                   ruled_by=edo, ruled_at=now),
            Appeal(scope=f"drill:{play.id}", ground="error", note="cn-appeal", filed_at=now, decided_by=edo,
                   decided_at=now),
        ])  # fmt: skip
    held = programme.house.look(own_account_held, cast.edo)

    assert [name for name in (*TOLD.values(), "ratings_of_applications") if len(held[name]) != 1] == []
    told = json.dumps(held)
    words = (
        "cn-decision",
        "cn-institution",
        "cn-sentence",
        "cn-note",
        "cn-appeal",
        "family",
        "cn-version",
        "cn-column",
    )
    assert [word for word in words if word not in told] == []

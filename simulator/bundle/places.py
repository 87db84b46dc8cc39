"""How each table belongs to a drill or a programme, or why no bundle has it; a table that is in neither fails a test.

What opens a door (passwords, second factors, tokens) never leaves the house. A wish for a pause is in no bundle
(rules.md 35). Only who has the machine, and so the database, gets what participants alone may read of themselves.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, false, literal, or_, select

from simulator.bundle.scope import Scope
from simulator.kinds import staff_reader
from simulator.mailing import SECRETS
from simulator.rows import (
    Account,
    Appeal,
    Application,
    ApplicationFile,
    ApplicationVersion,
    Assignment,
    AttachmentFile,
    Attendance,
    Award,
    Blob,
    CalibrationRating,
    CallFile,
    Consent,
    Decision,
    Declaration,
    Delivery,
    Draft,
    Drill,
    Eligibility,
    FeedRow,
    FlagRow,
    Grant,
    HotwashNote,
    Mail,
    Order,
    Participant,
    Penalty,
    Programme,
    Rating,
    Reader,
    Recusal,
    Response,
    Row,
    Ruling,
    ScenarioFile,
    SeatHolder,
    Stage,
    Stream,
    Team,
)

Belongs = Callable[[Scope], ColumnElement[bool]]
Change = Callable[[Any], Any]


@dataclass(frozen=True)
class Place:
    """Say which rows of a table belong to a scope.

    *changed* gives, by column, what stands in its place in every bundle; *hers* the same where whoever asks is not
    the machine's own shell. *shell_only* tables are left out for anybody else.
    """

    row: type[Row]
    belongs: Belongs
    changed: Mapping[str, Change] = field(default_factory=dict)
    hers: Mapping[str, Change] = field(default_factory=dict)
    shell_only: bool = False

    @property
    def table(self) -> Table:
        """Give the table itself."""
        return cast(Table, self.row.__table__)


def _nothing(_value: Any) -> None:
    return None


def _empty(_value: Any) -> str:
    return ""


def _without_secrets(facts: Any) -> Any:
    return {name: value for name, value in facts.items() if name not in SECRETS}


def _drills(column: Any) -> Belongs:
    return lambda scope: column.in_(scope.drills)


def _programme(column: Any) -> Belongs:
    return lambda scope: column == scope.programme if scope.programme else false()


def _within(column: Any, of: Any, belongs: Belongs) -> Belongs:
    """Belong by a row of another table, which *of* is the key of."""
    return lambda scope: column.in_(select(of).where(belongs(scope)))


def _either(*ways: Belongs) -> Belongs:
    return lambda scope: or_(*(way(scope) for way in ways))


def _desk(column: Any) -> Belongs:
    def belongs(scope: Scope) -> ColumnElement[bool]:
        mine: ColumnElement[bool] = column.in_([f"drill:{one}" for one in scope.drills])
        return or_(mine, column.startswith(f"merit:{scope.programme}:")) if scope.programme else mine

    return belongs


def _streams(column: Any) -> Belongs:
    return lambda scope: column.in_(scope.streams)


def _appeals(scope: Scope) -> ColumnElement[bool]:
    mine = Appeal.scope.in_([f"drill:{one}" for one in scope.drills])
    return or_(mine, Appeal.scope.startswith(f"programme:{scope.programme}:")) if scope.programme else mine


_TEAM = _drills(Team.drill_id)
_MEMBER = _within(Participant.team_id, Team.id, _TEAM)
_DELIVERY = _drills(Delivery.drill_id)
_RESPONSE = _within(Response.delivery_id, Delivery.id, _DELIVERY)
_APPLICATION = _programme(Application.programme_id)
_FILE = _within(ApplicationFile.application_id, Application.id, _APPLICATION)
_SCENARIO = _within(ScenarioFile.digest, Drill.scenario_digest, _drills(Drill.id))


def _readers(scope: Scope) -> ColumnElement[bool]:
    teams = select(literal("team:").concat(Team.id)).where(_TEAM(scope))
    return or_(Reader.name.in_(list(map(staff_reader, scope.drills))), Reader.name.in_(teams))


def _of_application(column: Any) -> Belongs:
    return _within(column, Application.id, _APPLICATION)


# Accounts belong by being named: see `making.py`.
_BY_NAME: Belongs = lambda scope: false()  # noqa: E731

PLACES: Mapping[str, Place] = {
    place.row.__tablename__: place
    for place in (
        Place(ScenarioFile, _SCENARIO),
        Place(AttachmentFile, _within(AttachmentFile.scenario_digest, ScenarioFile.digest, _SCENARIO)),
        Place(Drill, _drills(Drill.id)),
        Place(Team, _TEAM),
        Place(Participant, _MEMBER, hers={"salt": _empty, "short_code": _empty}),
        Place(SeatHolder, _within(SeatHolder.team_id, Team.id, _TEAM)),
        Place(Delivery, _DELIVERY),
        Place(FlagRow, _within(FlagRow.team_id, Team.id, _TEAM)),
        Place(Draft, _within(Draft.delivery_id, Delivery.id, _DELIVERY)),
        Place(Response, _RESPONSE),
        Place(
            Rating,
            _either(_within(Rating.response_id, Response.id, _RESPONSE), _of_application(Rating.application_id)),
        ),
        Place(Order, _drills(Order.drill_id)),
        Place(HotwashNote, _within(HotwashNote.team_id, Team.id, _TEAM)),
        Place(Consent, _within(Consent.participant_id, Participant.id, _MEMBER), shell_only=True),
        Place(Declaration, _desk(Declaration.desk)),
        Place(Recusal, _desk(Recusal.desk)),
        Place(Assignment, _desk(Assignment.desk)),
        Place(CalibrationRating, _desk(CalibrationRating.desk)),
        Place(Decision, _streams(Decision.scope)),
        Place(Ruling, _drills(Ruling.drill_id)),
        Place(Penalty, _drills(Penalty.drill_id)),
        Place(Appeal, _appeals),
        Place(CallFile, _within(CallFile.digest, Programme.call_digest, _programme(Programme.id))),
        Place(Programme, _programme(Programme.id)),
        Place(Stage, _programme(Stage.programme_id)),
        Place(Application, _APPLICATION),
        Place(ApplicationVersion, _of_application(ApplicationVersion.application_id)),
        Place(ApplicationFile, _FILE),
        Place(Blob, _within(Blob.digest, ApplicationFile.digest, _FILE)),
        Place(Eligibility, _of_application(Eligibility.application_id)),
        Place(Award, _programme(Award.programme_id)),
        Place(Attendance, _programme(Attendance.programme_id)),
        # What has not left is not sent by another installation too.
        Place(
            Mail,
            _either(_programme(Mail.programme_id), _streams(Mail.about)),
            {"facts": _without_secrets, "due_at": _nothing},
        ),
        Place(
            Account,
            _BY_NAME,
            dict.fromkeys(("password_hash", "totp_secret", "totp_since", "totp_step"), _nothing),
        ),
        Place(Grant, _streams(Grant.scope)),
        Place(Stream, _streams(Stream.name)),
        Place(Reader, _readers),
        Place(FeedRow, _streams(FeedRow.stream)),
    )
}

LEFT_OUT: Mapping[str, str] = {
    "log": "it stands in log/, a file for each chain",
    "stored_scenario": "the store is the house's; a drill has the version it was made from as a file of its own",
    "scenario_version": "the store is the house's",
    "scenario_attachment": "the store is the house's",
    "column_mapping": "how somebody reads spreadsheets is hers",
    "pause_request": "a wish for a pause is in no bundle",
    "web_session": "an open browser belongs to its installation",
    "departure": "who must leave belongs to its installation",
    "one_use_link": "it opens a door of its installation",
    "api_token": "it opens a door of its installation",
    "recovery_code": "it opens a door of its installation",
    "setting": "the installation's own values and keys",
    "server_process": "which processes serve belongs to their installation",
    "sitting": "an open line belongs to its installation",
    "clock_term": "whose turn the clock was belongs to its installation",
}

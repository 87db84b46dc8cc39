"""The gate before the first rating: what an evaluator gave to model answers, and whether she may rate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from scoring.calibration import Calibration, calibrate
from simulator.desk.anchors import Anchor, rounds_of
from simulator.desk.desk import Desk
from simulator.kinds import drill_stream, programme_stream
from simulator.rows import Account, CalibrationRating, LogRow

NO_LEVEL = ""  # *not observed*
Given = Mapping[tuple[str, str], str]  # (item, criterion) → level


@dataclass(frozen=True)
class Round:
    """One set of model answers; *result* is there once she has given all levels of it."""

    anchors: tuple[Anchor, ...]
    given: Given
    result: Calibration | None

    @property
    def next(self) -> Anchor | None:
        """Give the first model answer that still waits for a level of hers."""
        return next(
            (one for one in self.anchors if any((one.item, name) not in self.given for name in one.criteria)), None
        )


@dataclass(frozen=True)
class Standing:
    """How an evaluator stands before the gate. Without a gate everybody may rate."""

    asked: bool
    rounds: tuple[Round, ...] = ()
    let_in: str | None = None

    @property
    def passed(self) -> bool:
        """Say whether a round of hers came near enough to the reference."""
        return any(one.result is not None and one.result.passed for one in self.rounds)

    @property
    def may_rate(self) -> bool:
        """Say whether she may rate: nothing is asked, she has passed, or an organizer has let her in."""
        return not self.asked or self.passed or self.let_in is not None

    @property
    def current(self) -> Round | None:
        """Give the round she is in, None where she has given every level there is."""
        return next((one for one in self.rounds if one.result is None), None)

    @property
    def last(self) -> Round | None:
        """Give the last round she has finished."""
        done = [one for one in self.rounds if one.result is not None]
        return done[-1] if done else None


def standing_of(desk: Desk, account_id: str) -> Standing:
    """Say how an evaluator stands before the gate of a desk; bots rate as they are made to."""
    gate = desk.rules.gate
    account = desk.session.get(Account, account_id) if gate else None
    if gate is None or account is None or account.bot:
        return Standing(asked=False)
    given = given_by(desk, account_id)
    rounds = tuple(_round(desk, anchors, given) for anchors in rounds_of(desk.anchors, gate.least))
    return Standing(asked=True, rounds=rounds, let_in=let_in(desk).get(account_id))


def _round(desk: Desk, anchors: Sequence[Anchor], given: Given) -> Round:
    asked = {(one.item, name): desk.levels.index(one.level) for one in anchors for name in one.criteria}
    hers = {place: given[place] for place in asked if place in given}
    whole = len(hers) == len(asked)
    levels = {place: desk.levels.index(level) if level else None for place, level in hers.items()}
    return Round(tuple(anchors), hers, calibrate(asked, levels, desk.rules.gate) if whole and desk.rules.gate else None)


def given_by(desk: Desk, account_id: str) -> dict[tuple[str, str], str]:
    """Give the levels an evaluator gave to model answers here."""
    query = select(CalibrationRating).where(
        CalibrationRating.desk == desk.name, CalibrationRating.account_id == account_id
    )
    return {(one.item, one.criterion): one.level for one in desk.session.scalars(query)}


def let_in(desk: Desk) -> dict[str, str]:
    """Give, by account, why an organizer lets somebody rate without the gate: the log is where that stands."""
    place, _, rest = desk.name.partition(":")
    stream = drill_stream(rest) if place == "drill" else programme_stream(rest.partition(":")[0])
    query = select(LogRow.payload).where(LogRow.stream == stream, LogRow.kind == "evaluator_let_in")
    rows = desk.session.scalars(query.order_by(LogRow.seq))
    # A programme's chain serves the desks of all its stages, a drill's only its own.
    told = [payload for payload in rows if payload.get("desk", desk.name) == desk.name]
    return {payload["account"]: payload["reason"] for payload in told}

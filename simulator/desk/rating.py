"""Giving a level: what must hold for it, the version it becomes, and the third evaluator it may call for."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from simulator.desk.desk import Desk
from simulator.desk.gate import standing_of
from simulator.desk.more import ask_third
from simulator.desk.opening import tell
from simulator.desk.queue import AFTER_CLOSING, THIRD, asked_of, own_unit
from simulator.desk.quoting import quotes
from simulator.desk.rating_state import levels_by_unit
from simulator.desk.unit import Unit
from simulator.refusal import Refusal
from simulator.rows import Assignment, Rating
from simulator.two_people import Ground

LONGEST_SENTENCE = 1000


def give_rating(
    ground: Ground, desk: Desk, unit_id: str, content: Mapping[str, Any], criterion: str, level: str | None,
    sentence: str,
) -> dict[str, Any]:  # fmt: skip
    """Give a level to one criterion of a unit; gives the version that stands. Every version is kept.

    An empty level means *not observed* and needs a reason. The lowest and the highest level, and every level of a
    third evaluator, need a sentence that quotes *content* (rules.md 29).
    """
    unit = own_unit(desk, ground.actor.id, unit_id)
    if not standing_of(desk, ground.actor.id).may_rate:
        raise Refusal("calibration_needed")
    if criterion not in unit.criteria:
        raise Refusal("criterion_not_rated", criterion=criterion)
    if level is not None and level not in desk.levels:
        raise Refusal("level_outside_rubric", level=level, levels=", ".join(desk.levels))
    words = sentence.strip()
    if len(words) > LONGEST_SENTENCE:
        raise Refusal("sentence_too_long", longest=LONGEST_SENTENCE)
    asked = None if unit.bot else asked_of(desk, ground.actor.id, unit)
    if desk.closed is not None and not is_open(desk, asked):
        raise Refusal(desk.closed)
    _require_sentence(desk, is_third(desk, ground.actor.id, unit, asked), level, words, content)
    last = _last(desk, ground.actor.id, unit, criterion)
    if last is not None and last.current and (last.level, last.sentence) == (level, words) and _was_said(last, asked):
        # A browser that did not hear our answer says the same again: nothing new was said.
        return {"version": last.version}
    rating = _replace(ground, desk, last, unit, criterion, level, words)
    tell(
        ground, desk, "rating_given", whose=unit.whose, response=unit.id, criterion=criterion, level=level,
        version=rating.version,
    )  # fmt: skip
    _after(ground, desk, unit, asked)
    return {"version": rating.version}


def _was_said(last: Rating, asked: Assignment | None) -> bool:
    # Where a rating was opened again, to stand by it is an answer too.
    return asked is None or asked.purpose not in AFTER_CLOSING or last.given_at >= asked.given_at


def is_open(desk: Desk, asked: Assignment | None) -> bool:
    """Say whether a level is taken: the round is open, or this rating was opened again, or is asked by an appeal."""
    published = desk.closed == "standings_are_published"
    return desk.closed is None or (not published and asked is not None and asked.purpose in AFTER_CLOSING)


def needs_quote(levels: Sequence[str], level: str | None, *, third: bool) -> bool:
    """Say whether a level must be explained by a sentence that quotes: the lowest, the highest, and all of a third."""
    return level is not None and (third or level in (levels[0], levels[-1]))


def _require_sentence(desk: Desk, third: bool, level: str | None, words: str, content: Mapping[str, Any]) -> None:
    if level is None and not words:
        raise Refusal("sentence_missing")
    if needs_quote(desk.levels, level, third=third):
        if not words:
            raise Refusal("sentence_missing")
        if not quotes(words, content):
            raise Refusal("sentence_without_quote")


def is_third(desk: Desk, account_id: str, unit: Unit, asked: Assignment | None) -> bool:
    """Say whether an evaluator's rating decides between two others."""
    if asked is not None:
        return asked.purpose == THIRD
    if desk.rules.ratings < 2:
        return False
    rated = {account for by in levels_by_unit(desk, unit.id).get(unit.id, {}).values() for account in by}
    return len(rated - {account_id}) >= desk.rules.ratings


def _last(desk: Desk, account_id: str, unit: Unit, criterion: str) -> Rating | None:
    """Give her last version, also one that was taken out of force: no two of hers share a number."""
    hers = (desk.rated_column == unit.id, Rating.criterion == criterion, Rating.account_id == account_id)
    return desk.session.scalar(select(Rating).where(*hers).order_by(Rating.version.desc()).limit(1))


def _replace(
    ground: Ground, desk: Desk, last: Rating | None, unit: Unit, criterion: str, level: str | None, sentence: str
) -> Rating:
    version = 1
    if last is not None:
        last.current, version = False, last.version + 1
        desk.session.flush()
    rating = Rating(
        criterion=criterion, account_id=ground.actor.id, version=version, level=level, sentence=sentence,
        given_at=ground.now, **{desk.rated: unit.id},
    )  # fmt: skip
    desk.session.add(rating)
    return rating


def _after(ground: Ground, desk: Desk, unit: Unit, asked: Assignment | None) -> None:
    if asked is not None and asked.purpose in AFTER_CLOSING and _has_all(desk, asked, unit):
        asked.ended_at, asked.ended_why = ground.now, "rated"
    if desk.rules.ratings == 2 and desk.closed is None:
        ask_third(ground, desk, unit, levels_by_unit(desk, unit.id).get(unit.id, {}))


def _has_all(desk: Desk, asked: Assignment, unit: Unit) -> bool:
    fresh = select(Rating.criterion).where(
        desk.rated_column == unit.id, Rating.account_id == asked.account_id, Rating.current,
        Rating.given_at >= asked.given_at,
    )  # fmt: skip
    return set(desk.session.scalars(fresh)) >= set(unit.criteria)

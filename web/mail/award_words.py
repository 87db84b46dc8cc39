"""What the mails about a programme's stages say: eligibility, results, offers, appeals, delegates, codes of teams."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from web.words import N_, say, say_count
from web.words.instants import instant_words

Facts = Mapping[str, Any]
Address = Callable[..., str]
Words = tuple[str, Sequence[str]]

WHERE = N_("Open your application by your personal link; there stands all of it:")
ABOUT = N_("Your application %(code)s to “%(call)s”")
ELIGIBLE = N_("Your application meets the conditions of the call and goes on to be rated. Its code is %(code)s.")
INELIGIBLE = N_(
    "Two people looked at your application. It does not meet the conditions of the call, for these reasons:"
)
NO_REASON = N_("it is not complete")
RESULT = N_("The result of “%(stage)s” is there for your team.")
RESULTS: Mapping[str, str] = {
    "chosen": N_("Your team was chosen. The offer follows after the time for appeals."),
    "waiting": N_("Your team is on the waitlist. Where it stands, and which rule decided, you read there."),
    "out": N_("Your team was not chosen. Why, criterion by criterion, you read there."),
}
APPEAL = N_("You can appeal until %(at)s.")
OFFER = N_("An offer for your team: %(award)s")
OFFER_UNTIL = N_("Answer until %(at)s. Afterwards the seats go to the next team.")
ACCEPTED = N_("You have accepted: %(award)s")
CONFIRMED = N_("Confirmed: %(award)s")
CONFIRMED_WHO = N_("The delegate whom you named is confirmed. Organizers write to her about the journey.")
DECIDED = N_("Your appeal about “%(call)s” was decided")
DECISIONS: Mapping[str, str] = {"upheld": N_("Your appeal was upheld."), "rejected": N_("Your appeal was not upheld.")}
CODE = N_("Your team plays in the drill of “%(call)s”")
CODE_JOIN = N_("The code of team “%(team)s” is %(join)s. With it every member joins on her own phone or computer:")
CODE_KEEP = N_("Give the code to your team only.")


def _of(words: Mapping[str, str], facts: Facts) -> str:
    return words[facts["state"]]


def _at(language: str, written: str) -> str:
    return instant_words(language, datetime.fromisoformat(written))


def _where(language: str, address: Address) -> str:
    return f"{say(language, WHERE)}\n{address('programme.results')}"


def _about(language: str, facts: Facts) -> str:
    return say(language, ABOUT, code=facts["code"], call=facts["call"])


def _eligible(language: str, facts: Facts, address: Address) -> Words:
    return _about(language, facts), [say(language, ELIGIBLE, code=facts["code"]), _where(language, address)]


def _ineligible(language: str, facts: Facts, address: Address) -> Words:
    reasons = [f"– {one}" for one in facts["reasons"]] or [f"– {say(language, NO_REASON)}"]
    return _about(language, facts), ["\n".join((say(language, INELIGIBLE), *reasons)), _where(language, address)]


def _result(language: str, facts: Facts, address: Address) -> Words:
    paragraphs = [
        say(language, RESULT, stage=facts["stage"]), say(language, _of(RESULTS, facts)), _where(language, address),
    ]  # fmt: skip
    if facts["until"]:
        paragraphs.append(say(language, APPEAL, at=_at(language, facts["until"])))
    return _about(language, facts), paragraphs


def _offer(language: str, facts: Facts, address: Address) -> Words:
    return say(language, OFFER, award=facts["award"]), [
        say_count(language, "Your team is offered %(n)s seat.", "Your team is offered %(n)s seats.", facts["seats"]),
        say(language, OFFER_UNTIL, at=_at(language, facts["until"])),
        _where(language, address),
    ]  # fmt: skip


def _accepted(language: str, facts: Facts, address: Address) -> Words:
    seats = say_count(
        language, "We have noted %(n)s seat for your team. Thank you.",
        "We have noted %(n)s seats for your team. Thank you.", facts["seats"],
    )  # fmt: skip
    return say(language, ACCEPTED, award=facts["award"]), [seats, _where(language, address)]


def _confirmed(language: str, facts: Facts, address: Address) -> Words:
    return say(language, CONFIRMED, award=facts["award"]), [say(language, CONFIRMED_WHO)]


def _decided(language: str, facts: Facts, address: Address) -> Words:
    note = [facts["note"]] if facts["note"] else []
    paragraphs = [say(language, _of(DECISIONS, facts)), *note, _where(language, address)]
    return say(language, DECIDED, call=facts["call"]), paragraphs


def _code(language: str, facts: Facts, address: Address) -> Words:
    join = say(language, CODE_JOIN, team=facts["team"], join=facts["join"])
    return say(language, CODE, call=facts["call"]), [f"{join}\n{address('front.join')}", say(language, CODE_KEEP)]


AWARD_MAILS: Mapping[str, Callable[[str, Facts, Address], Words]] = {
    "found_eligible": _eligible,
    "found_ineligible": _ineligible,
    "result": _result,
    "offer": _offer,
    "offer_accepted": _accepted,
    "delegate_confirmed": _confirmed,
    "appeal_decided": _decided,
    "team_code": _code,
}
AWARD_MAIL_KINDS: Mapping[str, str] = {
    "found_eligible": N_("Eligible"),
    "found_ineligible": N_("Not eligible"),
    "result": N_("Result of a stage"),
    "offer": N_("Offer"),
    "offer_accepted": N_("Receipt of an answer"),
    "delegate_confirmed": N_("Delegate confirmed"),
    "appeal_decided": N_("Decision on an appeal"),
    "team_code": N_("Code of a team"),
}

"""What is said of a programme: states, next steps, verdicts, why somebody has seats or none, and appeals."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any

from scenarios.calls.call import Call
from scoring.rounding import two_decimals
from scoring.selection.reasons import Reason
from web.organizer.numbers import number
from web.words import N_, say, say_count
from web.words.instants import instant_words
from web.words.selection import words_of_reason

STAGE_STATES: Mapping[str, tuple[str, str]] = {
    "planned": ("clock", N_("not open yet")),
    "open": ("pen", N_("open")),
    "closed": ("lock", N_("closed")),
    "provisional": ("eye", N_("provisional")),
    "final": ("check", N_("final")),
}
AWARD_STATES: Mapping[str, tuple[str, str]] = {
    "chosen": ("check", N_("chosen")),
    "waiting": ("clock", N_("on the waitlist")),
    "out": ("cross", N_("not chosen")),
    "offered": ("letter", N_("offered")),
    "accepted": ("check", N_("accepted")),
    "declined": ("cross", N_("turned down")),
    "expired": ("clock", N_("not answered in time")),
    "withdrawn": ("back", N_("given back")),
}
VERDICTS: Mapping[str, str] = {
    "eligible": N_("eligible"),
    "ineligible": N_("not eligible"),
    "formal": N_("a formal defect to mend"),
}
WAITS: Mapping[str, tuple[str, str]] = {
    "first": ("pen", N_("waits for a first finding")),
    "second": ("pen", N_("waits for a second finding")),
    "third": ("warning", N_("two differ: a third decides")),
    "others": ("clock", N_("waits for others")),
    "team": ("clock", N_("the team is mending it")),
    "settled": ("check", N_("settled")),
}
NEXT: Mapping[str, str] = {
    "open_call": N_("Open a call: it says who may apply, what is judged, and how it is decided."),
    "wait_opening": N_("Applications open on %(at)s. Until then the call can still be replaced."),
    "wait_closing": N_("Applications come in until %(at)s. So far %(sent)s have been sent."),
    "nobody_applied": N_("Nobody has sent an application."),
    "screen": N_("Look at eligibility: %(left)s applications are not settled yet."),
    "close_eligibility": N_("All applications are settled. Close eligibility and tell every team."),
    "see_stages": N_("Eligibility is closed. What is next stands at each stage."),
    "wait_eligibility": N_("It opens once eligibility is closed."),
    "wait_stage": N_("It opens once “%(stage)s” is final."),
    "open_stage": N_("Open this stage."),
    "rate_merit": N_(
        "Assign the evaluators and let them rate; then close the stage. Results that are still missing: %(left)s."
    ),
    "link_drill": N_("Prepare a drill in this programme and link it here."),
    "play_drills": N_("Enrol the teams, play and rate the drills; close the stage when their results are final."),
    "wait_randomness": N_("The announced value of the draw is known on %(at)s. Enter it then."),
    "enter_randomness": N_("Enter the announced value of the draw."),
    "publish": N_("Look at the proposed list; two people publish it."),
    "wait_appeals": N_("Teams can appeal until %(at)s. Appeals without a decision: %(left)s."),
    "decide_appeals": N_("Decide the appeals that are left: %(left)s."),
    "finish": N_("The time for appeals is over. Two people make the result final; then the offers leave."),
    "wait_answers": N_("Offers without an answer: %(left)s. Those that expire go down the waitlist by themselves."),
    "done": N_("Nothing waits here."),
}
DECIDED: Mapping[str, str] = {
    "publish_awards": N_("Publish the list of “%(stage)s”"),
    "finish_awards": N_("Make “%(stage)s” final and send the offers"),
    "derogate": N_("Exception in “%(stage)s”"),
}
APPEAL_STATES: Mapping[str, str] = {
    "open": N_("waits for a decision"),
    "upheld": N_("upheld"),
    "rejected": N_("not upheld"),
}
APPEAL_REASONS: Mapping[str, str] = {
    "rated_higher": N_("Upheld: others rated it again, and higher."),
    "error_found": N_("Upheld: a calculation was wrong."),
    "rule_not_applied": N_("Upheld: a rule of the call was not applied."),
    "interest_found": N_("Upheld: an evaluator had a conflict of interest."),
    "incident_found": N_("Upheld: the log shows an incident that affected the team."),
    "language_found": N_("Upheld: somebody rated who does not read the language."),
    "rated_not_higher": N_("Not upheld: others rated it again, and not higher; the first levels stay."),
    "no_error": N_("Not upheld: everything was looked at again, and no error was found."),
    "not_a_ground": N_("Not upheld: what is said is none of the grounds that the call names."),
    "nothing_shown": N_("Not upheld: nothing shows what is said."),
}
_RULE = {
    "country_cap": N_(
        "%(whom)s may be given at most %(max)s %(unit)s. These were reached at a score of %(cut)s; yours is %(score)s."
    ),
    "cap": N_("%(whom)s may be given at most %(max)s %(unit)s. Too few of these were left for your team."),
    "seats": N_("The seats ran out at a score of %(cut)s; yours is %(score)s."),
    "no_seats": N_("Too few seats were left for your team."),
    "threshold": N_("At least %(threshold)s points are needed; yours are %(score)s."),
    "criterion": N_("The level reached is below the one that the call asks for in: %(criteria)s."),
    "floors": N_("The seats that were left are kept by the call for: %(whom)s."),
    "selected": N_("Your team was chosen by its place."),
    "reduced": N_("Your team was chosen, with fewer seats than it asked for, since no more were left."),
    "derogation": N_("Two people decided this as an exception; its reason is published in the method note."),
}
UNITS = {"seats": N_("seats"), "teams": N_("teams")}


def next_words(call: Call | None, step: tuple[str, Mapping[str, Any]], language: str) -> str:
    """Say in one sentence what is next."""
    code, parameters = step
    told = {name: _told(call, value, language) for name, value in parameters.items()}
    return say(language, NEXT[code], **told) if code in NEXT else ""


def _told(call: Call | None, value: Any, language: str) -> Any:
    if isinstance(value, datetime):
        return instant_words(language, value)
    return value.say(language, call.languages) if call is not None and hasattr(value, "say") else value


def reason_words(reason: Reason, language: str) -> str:
    """Say to organizers why somebody has seats or none, as the command line does."""
    return words_of_reason(reason, language)


def _rule(language: str, name: str, **told: Any) -> str:
    words = _RULE[name]
    return say(language, words, **told)


def rule_words(call: Call, why: Mapping[str, Any], score: str, language: str) -> str:
    """Say to a team which rule decided, from what was frozen when the list was published."""
    code, score = why["code"], _plain(score, language)
    match code:
        case "selected" | "reduced" | "derogation":
            return _rule(language, code)
        case "below_threshold":
            return _rule(language, "threshold", threshold=_plain(why["threshold"], language), score=score)
        case "below_criterion":
            named = [
                call.rubric.criteria[one].title.say(language, call.languages) for one in why["criteria"] if call.rubric
            ]
            return _rule(language, "criterion", criteria=", ".join(named))
        case "cap_reached":
            unit = _unit(why, language)
            told = {"whom": whom_words(call, _where(why), language), "max": why["max"], "unit": unit}
            if "cut" in why:
                return _rule(language, "country_cap", **told, cut=_plain(why["cut"], language), score=score)
            return _rule(language, "cap", **told)
        case "too_few_seats" if "cut" in why:
            return _rule(language, "seats", cut=_plain(why["cut"], language), score=score)
        case "floor_needed":
            whom = "; ".join(whom_words(call, floor["where"], language) for floor in why["floors"])
            return _rule(language, "floors", whom=whom)
    return _rule(language, "no_seats")


def _unit(rule: Mapping[str, Any], language: str) -> str:
    words = UNITS[rule["unit"]]
    return say(language, words)


def _where(why: Mapping[str, Any]) -> Mapping[str, Any]:
    return {why["by"]: why["value"]} if "by" in why else why["where"]


def whom_words(call: Call, where: Mapping[str, Any], language: str) -> str:
    """Name whom a rule counts, in the words of the call."""
    parts = []
    for name, value in where.items():
        attribute = call.attributes.get(name)
        title = attribute.title.say(language, call.languages) if attribute else name
        values = [value] if isinstance(value, str) else list(value)
        shown = [
            attribute.values[one].say(language, call.languages) if attribute and one in attribute.values else one
            for one in values
        ]
        # What is left out is an institution's name, which the team knows.
        parts.append(f"{title}: {', '.join(shown)}" if any(shown) else title)
    return ", ".join(parts)


def _plain(value: Any, language: str) -> str:
    return number(two_decimals(Fraction(str(value))), language)


def relaxed_words(call: Call, one: Mapping[str, Any], language: str) -> str:
    """Say which floor gave way, and who holds the seats that it would have kept."""
    told = {
        "whom": whom_words(call, one["where"], language), "min": one["min"], "to": one["to"],
        "unit": _unit(one, language),
    }  # fmt: skip
    words = say(language, N_("The call keeps %(min)s %(unit)s for %(whom)s; only %(to)s could be kept."), **told)
    if not one["gained"]:
        return words
    gained = say(language, N_("The seats went to: %(names)s."), names=", ".join(one["gained"]))
    return f"{words} {gained}"


def seats_words(seats: int, language: str) -> str:
    """Say a number of seats."""
    return say_count(language, "%(n)s seat", "%(n)s seats", seats)

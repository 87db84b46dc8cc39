"""A scenario from nothing: the least that `check` lets pass, with words that say what belongs there."""

from typing import Any

from injects.duration import parse_duration
from scenarios.exchange.yaml_text import write_yaml
from simulator.refusal import Refusal
from web.words import LANGUAGES, N_, say

LONGEST = 200
USUAL = "60m"
LEAD, FIRST = N_("Lead"), N_("First message")
WHAT, ASK = N_("Write here what happens."), N_("What do you do first, and why?")
DECIDE = N_("Decide")
LEVELS = {
    "U": N_("Does not decide, or only guesses."), "M": N_("Decides late, or without saying why."),
    "S": N_("Decides in time and says why."), "P": N_("Decides in time, says why, and what is not known yet."),
}  # fmt: skip
AFTER = N_("What went well, and what would you do differently?")


def skeleton(title: str, languages: list[str], duration: str, *, rated: bool) -> bytes:
    """Write the document; refuse a title that is none, and a duration that is no length of time."""
    name = " ".join(title.split())
    if not name or len(name) > LONGEST:
        raise Refusal("scenario_needs_title", longest=LONGEST)
    try:
        enough = parse_duration(duration.strip() or USUAL).total_seconds() >= 60
    except ValueError:
        enough = False
    if not enough:
        raise Refusal("scenario_needs_duration")

    def words(text: str) -> Any:
        return {code: say(code if code in LANGUAGES else "en", text) for code in languages}

    ask: dict[str, Any] = {"kind": "text", "prompt": words(ASK), "due": "1m", "max_words": 120}
    document: dict[str, Any] = {
        "format": 1, "id": _id(name), "version": "0.1", "languages": languages,
        "title": dict.fromkeys(languages, name), "duration": duration.strip() or USUAL, "rated": rated,
        "seats": {"lead": {"title": words(LEAD)}}, "characters": {}, "phases": {},
    }  # fmt: skip
    if rated:
        anchors = {level: words(text) for level, text in LEVELS.items()}
        criterion = {"title": words(DECIDE), "weight": 100, "levels": anchors}
        document["rubric"] = {"levels": list(LEVELS), "criteria": {"C1": criterion}}
        ask["criteria"] = ["C1"]
    first = {"id": "01", "at": 0, "channel": "email", "to": ["lead"], "title": words(FIRST), "body": words(WHAT)}
    kept = {key: value for key, value in document.items() if value != {}}
    return write_yaml(kept | {"hotwash": [words(AFTER)], "injects": [first | {"ask": ask}]}).encode()


def _id(name: str) -> str:
    letters = "".join(one if one.isascii() and one.isalnum() else "-" for one in name.lower())
    return "-".join(part for part in letters.split("-") if part)[:64].strip("-") or "scenario"

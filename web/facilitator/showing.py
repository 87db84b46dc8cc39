"""Facts of the console in the form its templates show: words for codes, T+, counts, the time axis."""

from collections.abc import Mapping
from typing import Any

from web.words import N_

STATES: Mapping[str, tuple[str, str]] = {
    "draft": ("pen", N_("in preparation")),
    "ready": ("check", N_("ready to start")),
    "running": ("play", N_("running")),
    "paused": ("pause", N_("paused")),
    "stopped": ("stop", N_("STOPPED")),
    "ended": ("lock", N_("ended")),
}
CHANNELS: Mapping[str, str] = {
    "email": N_("E-mail"), "phone": N_("Phone call"), "chat": N_("Chat"), "sms": N_("Text message"),
    "siem": N_("Monitoring alert"), "news": N_("News"), "social": N_("Social media"), "letter": N_("Letter"),
    "minister": N_("Minister"), "regulator": N_("Regulator"), "citizen": N_("Citizen"),
    "document": N_("Document"), "broadcast": N_("Broadcast"),
}  # fmt: skip
PRIORITIES: Mapping[str, str] = {"must": N_("must"), "should": N_("should"), "could": N_("could")}
ASKS: Mapping[str, str] = {
    "text": N_("text"), "choice": N_("decision"), "choices": N_("several choices"),
    "acknowledge": N_("acknowledgement"), "form": N_("form"),
}  # fmt: skip
REASON_WORDS: Mapping[str, str] = {
    "pacing": N_("Pacing: too fast or too slow for them"),
    "technical": N_("Technical: line, device or platform"),
    "safety": N_("Safety: somebody's well-being"),
    "fairness": N_("Fairness: to put right an inequality"),
    "mistake": N_("Mistake: sent or set in error"),
    "request": N_("Request of the team"),
}
# Why an inject was left out, held or made void.
WHY: Mapping[str, str] = {
    "condition_false": N_("its condition did not hold"),
    "by_hand": N_("by hand"),
    "never_due": N_("never fell due"),
    "predecessor": N_("what it follows was left out"),
    "ended_early": N_("the drill ended before its deadline"),
}
GONE = frozenset({"answered", "lapsed", "declined", "withdrawn", "void", "skipped"})
# What a line of the list counts, in this order.
COUNTED = ("answered", "lapsed", "declined", "held", "skipped", "withdrawn", "void")


def reason_words(code: str | None) -> str | None:
    """Give the English words of a reason's code."""
    return WHY.get(code or "") or REASON_WORDS.get(code or "") or code


def t_plus(milliseconds: int | None) -> str:
    """Write a drill time: T+ hours and minutes, with seconds where they are not zero."""
    if milliseconds is None:
        return ""
    seconds = max(milliseconds, 0) // 1000
    text = f"T+{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return f"{text}:{seconds % 60:02}" if seconds % 60 else text


def counts_of(line: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Give how many teams an inject has gone to and what became of it there, zeroes left out."""
    counts = [("delivered", line["delivered"]), *((state, line["states"].get(state, 0)) for state in COUNTED)]
    return [(state, n) for state, n in counts if n]


def line_look(line: Mapping[str, Any]) -> str:
    """Say where an inject stands as a whole: ahead, held, open, over, or gone in another way."""
    states = {state for state, n in line["states"].items() if n}
    if not states or states <= {"planned"}:
        return "planned"
    if "held" in states and states <= {"planned", "held", "skipped"}:
        return "held"
    if states == {"skipped"} or states == {"withdrawn"}:
        return str(next(iter(states)))
    return "over" if states <= GONE else "open"


def axis_of(page: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the drill out on a line from 0 to 100: its phases, its injects, its planned end."""
    longest = max(page["clock"]["duration"], page["clock"]["drill_time"], 1)

    def at(time: int) -> float:
        return float(round(100 * max(time, 0) / longest, 2))

    starts = [*(phase["at"] for phase in page["phases"]), page["clock"]["duration"]]
    return {
        "longest": longest, "now": at(page["clock"]["drill_time"]), "end": at(page["clock"]["duration"]),
        "phases": [
            {"title": phase["title"], "x": at(begin), "width": round(max(at(end) - at(begin), 0), 2)}
            for phase, begin, end in zip(page["phases"], starts, starts[1:], strict=False)
        ],
        "injects": [
            {"id": line["id"], "title": line["title"], "x": at(time), "look": line_look(line), "at": time}
            for line in page["msel"]
            if (time := _when(line)) is not None
        ],
    }  # fmt: skip


def _when(line: Mapping[str, Any]) -> int | None:
    time = line["delivered_at"] if line["delivered_at"] is not None else line["due_at"]
    return None if time is None else int(time)

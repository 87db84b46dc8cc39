"""A drill in which every private field holds a word of its own, and for each word who may ever read it."""

from tests.scripts import LEVELS

LANGUAGES = ("es", "pt", "en", "fr")
FILES = {"table.txt": b"cn-table-content", "secret.txt": b"cn-later-content"}

# Who may read: both teams, one of them, the facilitator, the evaluators, the organizer, the observer.
AZUL, VERDE = {"Beatriz", "Bruna"}, {"Gwen", "Giselle"}
# They alone look around to the end; what the others of a team would read there is the same.
LEADS = {"Beatriz", "Gwen"}
TEAMS, RUN, RATE, WATCH = AZUL | VERDE, {"Fátima", "Olga"}, {"Edo", "Eun"}, {"Olu"}
NOBODY_AT_ALL = frozenset()


def words(name):
    """Give a text in every language that holds the canary *name*."""
    return {language: f"cn-{name} {language}" for language in LANGUAGES}


def inject(id, at, name, **more):
    """Give an inject all of whose texts are canaries that begin with *name*."""
    when = {"at": at} if at else {"manual": True}
    return {
        "id": id, "title": words(f"{name}-title"), "body": words(f"{name}-body"), "plain": words(f"{name}-plain"),
        "note": words(f"{name}-note"), "owner": words(f"{name}-owner"), "script": words(f"{name}-script"),
        "expected": [words(f"{name}-expected")], "from": "minister",
    } | when | more  # fmt: skip


def options(name, flag=None):
    return [
        {
            "id": letter, "label": words(f"{name}-label-{letter}"), "value": value,
            "feedback": words(f"{name}-feedback-{letter}"), **({"sets": [flag]} if flag and letter == "A" else {}),
        }
        for letter, value in (("A", 3), ("B", 1))
    ]  # fmt: skip


COLUMNS = [{"id": "c", "label": words("form-column")}]
FIELDS = [
    {"id": "f", "label": words("form-field")},
    {"id": "t", "label": words("form-table"), "kind": "table", "columns": COLUMNS},
]
RUBRIC = {
    "levels": LEVELS,
    "criteria": {
        "C1": {
            "title": words("criterion"), "weight": 1, "objective": "o",
            "levels": {level: words(f"anchor-{level}") for level in LEVELS},
        }
    },
}  # fmt: skip

SCENARIO = {
    "format": 1, "id": "canaries", "languages": list(LANGUAGES), "title": words("drill-title"),
    "summary": words("drill-summary"), "content_note": words("content-note"), "duration": "60m",
    "authors": ["cn-author"], "sources": ["cn-source"], "rubric": RUBRIC,
    "seats": {"lead": {"title": words("seat-title"), "brief": words("seat-brief")}, "technical": {"title": "T"}},
    "characters": {"minister": {"name": words("sender"), "role": words("sender-role")}},
    "phases": {"first": {"title": words("phase"), "at": "0m"}},
    "objectives": {"o": {"title": words("objective")}},
    "flags": {"cn_flag": words("flag-words"), "cn_set": words("set-words")},
    "replies": {"r": {"title": words("reply-title"), "body": words("reply-body")}},
    "hotwash": [words("hotwash-question")],
    "injects": [
        inject("01", "1m", "text", phase="first", files=[{"file": "table.txt", "alt": words("file-alt")}], ask={
            "kind": "text", "due": "5m", "criteria": ["C1"], "prompt": words("text-prompt"),
            "benchmarks": [{"level": "P", "text": words("benchmark")}]}),
        inject("02", "2m", "choice", ask={
            "kind": "choice", "due": "5m", "prompt": words("choice-prompt"), "options": options("choice", "cn_flag")}),
        inject("03", "3m", "choices", sets=["cn_set"], ask={
            "kind": "choices", "due": "5m", "options": options("choices")}),
        inject("04", "4m", "ack", ask={"kind": "acknowledge", "due": "5m"}),
        inject("05", "5m", "form", ask={"kind": "form", "due": "5m", "criteria": ["C1"], "fields": FIELDS}),
        # Azul alone has chosen A.
        inject("06", "8m", "branch", **{"if": "cn_flag and cn_set"}),
        inject("07", "50m", "later", files=[{"file": "secret.txt"}], ask={
            "kind": "choice", "due": "5m", "prompt": words("later-prompt"), "options": options("later")}),
        inject("08", None, "manual"),
    ],
}  # fmt: skip

DELIVERED = ("text", "choice", "choices", "ack", "form")
RATED = ("text", "form")


def expected():
    """Give, by canary, who is to read it at some time of the drill; everybody else never does."""
    table = {}
    for name in DELIVERED:
        raters = RATE if name in RATED else set()
        # Beside a response lies what had reached its team before.
        table |= dict.fromkeys((f"{name}-title", f"{name}-body"), TEAMS | RUN | WATCH | RATE)
        table |= {
            f"{name}-plain": TEAMS | RUN | WATCH, f"{name}-note": RUN, f"{name}-script": RUN,
            f"{name}-owner": NOBODY_AT_ALL,
            # What was expected opens to the teams with their hotwash.
            f"{name}-expected": TEAMS | RUN | raters,
        }  # fmt: skip
    for name in ("branch", "later", "manual"):
        # Of what Verde never got, and of what never came, she reads nothing.
        mine = AZUL | WATCH if name == "branch" else set()
        watched = RUN | WATCH if name == "branch" else set()
        table |= dict.fromkeys((f"{name}-title", f"{name}-body"), RUN | mine)
        table |= {f"{name}-plain": mine | watched, f"{name}-note": RUN, f"{name}-script": RUN}
        table |= {f"{name}-owner": NOBODY_AT_ALL, f"{name}-expected": RUN | (mine & AZUL)}
    for name, readers in (("choice", TEAMS | RUN | WATCH | RATE), ("choices", TEAMS | RUN | WATCH), ("later", RUN)):
        table |= {f"{name}-label-{letter}": readers for letter in "AB"}
        table |= {f"{name}-feedback-{letter}": TEAMS if name != "later" else NOBODY_AT_ALL for letter in "AB"}
    return table | {
        "text-prompt": TEAMS | RUN | WATCH | RATE, "choice-prompt": TEAMS | RUN | WATCH, "later-prompt": RUN,
        "form-field": TEAMS | RUN | WATCH | RATE, "form-table": TEAMS | RUN | WATCH | RATE,
        "form-column": TEAMS | RATE, "benchmark": RATE, "criterion": RATE | {"Olga"} | LEADS,
        "objective": NOBODY_AT_ALL,
        "flag-words": RUN, "set-words": RUN, "reply-title": NOBODY_AT_ALL, "reply-body": NOBODY_AT_ALL,
        "phase": TEAMS | RUN | WATCH, "sender": TEAMS | RUN | WATCH | RATE, "sender-role": TEAMS | RUN | WATCH | RATE,
        "seat-title": TEAMS | RUN, "seat-brief": TEAMS, "hotwash-question": TEAMS,
        "drill-title": TEAMS | RUN | WATCH, "drill-summary": TEAMS, "content-note": TEAMS | RUN | WATCH,
        "author": NOBODY_AT_ALL, "source": NOBODY_AT_ALL, "file-alt": TEAMS | RUN | WATCH,
        "table-content": TEAMS, "later-content": NOBODY_AT_ALL,
    } | {
        # On a team's sheet a level that it reached, or where it lapsed, stands with its anchor, and no other.
        f"anchor-{level}": RATE | {"M": LEADS | {"Olga"}, "U": {"Beatriz", "Olga"}}.get(level, set())
        for level in LEVELS
    }  # fmt: skip

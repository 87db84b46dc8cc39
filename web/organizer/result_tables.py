"""The tables of a result as they leave the house, in the reader's language; numbers stay numbers."""

from collections.abc import Mapping
from typing import Any

from web.facilitator.showing import REASON_WORDS
from web.paper.table import Cell, Table
from web.words import say
from web.words.results import DEVIATIONS, LATE_VERDICTS, PENALTIES, RULING_REASONS, VERDICTS, severity_words, tie_words

Page = Mapping[str, Any]


def standings_table(page: Page, language: str) -> Table:
    """Give places and scores: those that count, raw and without severity, with their intervals."""

    def _(words: str, /, **parameters: Any) -> str:
        return say(language, words, **parameters)

    columns = (
        _("Place"), _("Team"), _("Score"), _("Quality"), _("Time"), _("Penalties"), _("Rated"), _("Of"),
        _("Score, raw"), _("Place, raw"), _("Score without severity"), _("Place without severity"),
        _("Interval from"), _("to"), _("What decided between equals"),
    )  # fmt: skip
    rows = [_standing(row, page, language) for row in page["standings"]]
    notes = [_("Digest of the rules: %(digest)s", digest=page["rules"].get("digest", ""))]
    published, severity = page["published"], page["severity"]
    if severity["refused"]:
        notes.append(_("Severity cannot be told: %(why)s.", why=severity_words(language, severity["refused"])))
    if published:
        told = {"seq": published["seq"], "hash": published["hash"]}
        notes.append(_("Published in row %(seq)s of the log, hash %(hash)s", **told))
        notes.append(_("Head of the chain, row %(seq)s: %(hash)s", **published["head"]))
    else:
        notes.append(_("Provisional: only organizers see it until it is published."))
    return Table(_("Standings"), columns, rows, tuple(notes))


def _standing(row: Page, page: Page, language: str) -> list[Cell]:
    fact = (page["published"] or {"places": {}})["places"].get(row["team_id"], {})
    adjusted = row["adjusted"] or {"score": None, "place": None}
    ties = [tie_words(language, step, page["rules"]["criteria"]) for step in row["ties"]]
    score = fact.get("score", row["score"])
    return [
        fact.get("place", row["place"]), row["team"], None if score is None else float(score), row["quality"],
        row["time"], row["penalties"], row["rated"], row["of"], row["raw"]["score"], row["raw"]["place"],
        adjusted["score"], adjusted["place"], row["low"], row["high"], ", ".join(ties),
    ]  # fmt: skip


def ratings_table_of(table: Page, language: str) -> Table:
    """Give a row per rating; evaluators are numbers."""

    def _(words: str, /) -> str:
        return say(language, words)

    columns = (
        _("Team"), _("Inject"), _("Criterion"), _("Evaluator"), _("Level"), _("Value of what was chosen"),
        _("State"), _("Seconds"),
    )  # fmt: skip
    names = ("team", "inject", "criterion", "rater", "level", "value", "state", "seconds")
    return Table(_("Ratings"), columns, [[row[name] for name in names] for row in table["rows"]])


def register_tables(page: Page, language: str) -> list[Table]:
    """Give the deviations with effects and rulings, the lapses, and the penalties; teams by their blind codes."""

    def _(words: str, /) -> str:
        return say(language, words)

    columns = (
        _("When (UTC)"), _("Inject"), _("What"), _("Reason"), _("Team"), _("Score now"), _("Score otherwise"),
        _("Place now"), _("Place otherwise"), _("Ruling"), _("Reason of the ruling"),
    )  # fmt: skip
    texts = page["penalty_texts"]
    penalties = [
        [one["code"], -one["points"], texts.get(one["reason"]) or _(PENALTIES.get(one["reason"], one["reason"])),
         None if one["lifted_at"] is None else f"{one['lifted_at']:%Y-%m-%d %H:%M}"]
        for one in page["penalties"]
    ]  # fmt: skip
    return [
        Table(_("Register of deviations"), columns, _rows(page["entries"], language)),
        Table(_("Not answered in time"), columns, _rows(page["lapses"], language)),
        Table(_("Penalties"), (_("Team"), _("Points"), _("What for"), _("Taken back (UTC)")), penalties),
    ]


def _rows(entries: list[Page], language: str) -> list[list[Cell]]:
    return [_row(entry, item, language) for entry in entries for item in entry["items"]]


def _row(entry: Page, item: Page, language: str) -> list[Cell]:
    effect = item["effect"] or dict.fromkeys(("score", "score_without", "place", "place_without"))
    ruling = item["ruling"]
    verdicts = LATE_VERDICTS if entry["kind"] == "response_late" else VERDICTS
    kind, reason = DEVIATIONS[entry["kind"]], REASON_WORDS.get(entry["reason"], entry["reason"])
    verdict = verdicts[ruling["verdict"]] if ruling else None
    why = RULING_REASONS.get(ruling["reason"], ruling["reason"]) if ruling else None
    return [
        f"{entry['at']:%Y-%m-%d %H:%M:%S}", entry["inject"] or entry["flag"], say(language, kind),
        say(language, reason) if reason else None, item["code"], effect["score"], effect["score_without"],
        effect["place"], effect["place_without"], say(language, verdict) if verdict else None,
        say(language, why) if why else None,
    ]  # fmt: skip

"""Somebody else's MSEL to a scenario to play: rows to injects, in the order of the list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from injects.duration import write_duration
from scenarios.exchange.below_list import rows_below
from scenarios.exchange.date_words import day_comes_first, read_date_without_year
from scenarios.exchange.days import Days
from scenarios.exchange.findings import RowFindings
from scenarios.exchange.headers import Header, plain
from scenarios.exchange.hint_row import hint_row
from scenarios.exchange.line import Kind, Line, kind_of
from scenarios.exchange.line_to_inject import Draft, keep_time, waits_for_hand, write_inject
from scenarios.exchange.listing import Listing
from scenarios.exchange.moment import DAY, MINUTE, Moment
from scenarios.exchange.names import Names, slug
from scenarios.exchange.schedule import Schedule, Timed, on_date, schedule
from scenarios.exchange.sheet import Value, words_in
from scenarios.exchange.story import Story
from scenarios.exchange.time_cell import counts_minutes, read_time
from scenarios.exchange.years import with_years
from scenarios.quote import quote

_AFTER_LAST, _STEP = 15 * MINUTE, 5 * MINUTE
_ONLY_BY_HAND = 60 * MINUTE
# A formula that fails elsewhere costs a word; here it costs the inject.
_VITAL = {"id", "title", "body", "at", "date"}
_OFFSETS = ("t +", "offset", "minut", "elapsed", "relativ", "transcurrid", "decorrid", "ecoule")


_MONTHS = 12
_PLAYED = ("inject", "startex", "endex")


@dataclass
class Understood:
    """The parts of the document; how many rows there were; and the row of the sheet that each inject is from.

    *apart* are the rows under the headers and under the list that are none of it.
    *clock* says what its times are: ``dates``; ``clock`` times, of which STARTEX has to be known and is not; nothing
    where it is, or is not needed.
    """

    head: dict[str, Any] = field(default_factory=dict)
    injects: list[dict[str, Any]] = field(default_factory=list)
    rows: int = 0
    numbers: list[int] = field(default_factory=list)
    apart: Collection[int] = ()
    clock: Literal["", "dates", "clock"] = ""


def understand(listing: Listing, start: Moment | None, name: str, findings: RowFindings) -> Understood:
    """Give what a list says; what is wrong or doubtful in it goes to *findings*."""
    lines = [
        (line, kind_of(line))
        for number, row in enumerate(listing.sheet.rows[listing.header_row + 1 :], start=listing.header_row + 2)
        for line in [Line(number, row, listing.headers)]
    ]
    left_out = rows_below(lines)
    apart = {line.number for line, _kind in left_out}
    if told := [str(line.number) for line, kind in left_out if kind == "inject"]:
        findings.report(int(told[0]), 1, "below_list", rows=", ".join(told)[:300])
    if hint := hint_row(lines):
        apart.add(hint.number)
        written = next(words for name in ("at", "date") if (words := hint.say(name)))
        findings.report(hint.number, 1, "hint_row", value=quote(written))
    lines = [(line, "omitted" if line.number in apart else kind) for line, kind in lines]
    _tell_columns(listing, findings)
    moments = _moments(lines, listing, findings)
    planned = schedule(moments, start)
    understood = Understood(rows=sum(kind == "inject" for _line, kind in lines), apart=apart)
    understood.clock = _clock(planned, moments)
    if start and planned.dated:
        findings.report(listing.header_row + 1, 1, "start_unused")
    drafts, end = _drafts(lines, moments, planned, listing, findings)
    _number(drafts, findings)
    story = Story(listing.header_language)
    for draft in drafts:
        understood.injects.append(write_inject(draft, story, _reporter(draft, findings)))
        understood.numbers.append(draft.line.number)
    understood.head = _head(listing, story, name, end or _end([draft.at for draft in drafts]))
    return understood


def _clock(planned: Schedule, moments: Sequence[Timed]) -> Literal["", "dates", "clock"]:
    if planned.dated:
        return "dates"
    timed = [one for one in moments if one.moment and one.moment.kind == "clock" and one.role != "day"]
    return "clock" if timed and all(one.role != "startex" for one in timed) else ""


def _tell_columns(listing: Listing, findings: RowFindings) -> None:
    for name, header in listing.named():
        if header.field is None and not header.chosen:
            findings.report(listing.header_row + 1, header.place + 1, "column_unmapped", header=quote(name))


def _moments(lines: Sequence[tuple[Line, Kind]], listing: Listing, findings: RowFindings) -> list[Timed]:
    orders = {day_comes_first(line.say(name)) for line, _kind in lines for name in ("at", "date")} - {""}
    by_day = "yes" in orders or ("no" not in orders and listing.header_language != "en")
    if orders == {"unsure"}:
        column = next(header for header in listing.headers if header.field in ("at", "date"))
        written = next(
            say for line, _kind in lines for name in ("at", "date") if day_comes_first(say := line.say(name))
        )
        order = "DD/MM" if by_day else "MM/DD"
        findings.report(listing.header_row + 1, column.place + 1, "date_order_assumed", value=written[:60], order=order)
    elif orders and (swapped := _could_be_swapped(lines)):
        header, value = swapped
        told = {"value": words_in(value), "order": "YYYY-MM-DD"}
        findings.report(listing.header_row + 1, header.place + 1, "date_order_assumed", **told)
    minutes = counts_minutes(line.say("at") for line, kind in lines if kind in _PLAYED)
    days = Days(by_day)
    return with_years([_moment(line, kind, by_day, days, minutes, findings) for line, kind in lines])


def _could_be_swapped(lines: Sequence[tuple[Line, Kind]]) -> tuple[Header, Value] | None:
    """Give a date that a program may have made of words in another order: those beside it were none to it."""
    cells = ((header, line.value(header)) for line, _kind in lines for header in line.headers)
    return next(
        (
            (header, value)
            for header, value in cells
            if header.field in ("at", "date") and isinstance(value, date) and value.day <= _MONTHS
        ),
        None,
    )


def _moment(line: Line, kind: Kind, by_day: bool, days: Days, minutes: bool, findings: RowFindings) -> Timed:
    if kind == "section":
        day = days.read(line.first)
        return Timed(day, "day") if day else Timed(None)
    if kind not in _PLAYED:
        return Timed(None)
    at = _read(line, _clock_column(line), by_day, findings, minutes)
    beside = _read(line, line.column("date"), by_day, findings)
    moment = on_date(at, beside) if beside else days.move(at, line.say("phase"))
    return Timed(moment, kind if kind in ("startex", "endex") else "inject")


def _clock_column(line: Line) -> Header | None:
    column = line.column("at")
    # Where only the story has a clock, it is the drill's.
    return column or (None if line.column("date") else line.column("story_time"))


def _read(
    line: Line, header: Header | None, by_day: bool, findings: RowFindings, minutes: bool = False
) -> Moment | None:
    if header is None:
        return None
    value: Value = line.value(header)
    if not words_in(value):
        return None
    said = plain(header.words)
    offsets = minutes or any(sign in said for sign in _OFFSETS) or "min" in said.split()
    moment = read_time(value, by_day, offsets) or read_date_without_year(words_in(value))
    if moment is None:
        told = {"value": quote(words_in(value)), "header": quote(header.words)}
        findings.report(line.number, header.place + 1, "bad_time", **told)
    return moment


def _drafts(
    lines: Sequence[tuple[Line, Kind]], moments: Sequence[Timed], planned: Schedule, listing: Listing,
    findings: RowFindings,
) -> tuple[list[Draft], timedelta | None]:  # fmt: skip
    columns: Mapping[int, str] = {header.place: name for name, header in listing.named()}
    end = next((at for at, row in zip(planned.times, moments, strict=True) if row.role == "endex" and at), None)
    end = end if end and end > timedelta(0) else None
    has_phases = any(header.field == "phase" for header in listing.headers)
    drafts: list[Draft] = []
    section = ""
    for (line, kind), timed, at in zip(lines, moments, planned.times, strict=True):
        if kind == "section" and not has_phases:
            section = " ".join(line.texts)
        if kind != "inject" or not _is_whole(line, findings):
            continue
        draft = Draft(line, columns, at, section)
        _wait(draft, timed.moment, end, findings)
        drafts.append(draft)
    return drafts, end


def _is_whole(line: Line, findings: RowFindings) -> bool:
    for header, broken in line.broken():
        told = {"value": broken.what, "header": quote(header.words)}
        if header.field in _VITAL or header is _clock_column(line):
            findings.report(line.number, header.place + 1, "formula_error", **told)
        else:
            findings.report(line.number, header.place + 1, "formula_lost", **told)
    if not line.say("title") and not line.say("body") and line.number not in findings.bad_rows:
        findings.report(line.number, 1, "row_without_words")
    return line.number not in findings.bad_rows


def _wait(draft: Draft, moment: Moment | None, end: timedelta | None, findings: RowFindings) -> None:
    """Let a row wait for a hand where its time is none of the drill's; the time itself is kept beside it."""
    line = draft.line
    column = _clock_column(line) or line.column("date")
    place = column.place + 1 if column else 1
    written = " ".join(
        filter(None, (line.say("date"), line.words(column) if column and column.field != "date" else ""))
    )
    if draft.at is None:
        code, told = ("by_hand", {"value": quote(written)}) if moment else ("time_missing", {})
    elif why := waits_for_hand(line):
        code, told = "by_hand", {"value": quote(why)}
    elif draft.at < timedelta(0):
        code, told = "before_startex", {"value": quote(written)}
    elif end is not None and draft.at >= end:
        code, told = "after_endex", {"value": quote(written)}
    else:
        return
    findings.report(line.number, place, code, **told)
    draft.at = None
    keep_time(draft)


def _number(drafts: Sequence[Draft], findings: RowFindings) -> None:
    """Give every row an id: its own number where it is the first to have it."""
    wanted = [slug(draft.line.say("id")) for draft in drafts]
    names = Names("inject", {name for name in wanted if name})
    seen: set[str] = set()
    for draft, name in zip(drafts, wanted, strict=True):
        column = draft.line.column("id")
        written, place = draft.line.say("id"), column.place + 1 if column else 1
        draft.id = (
            name if name and name not in seen else names.free(f"{name}-2" if name else f"row-{draft.line.number}")
        )
        if name and name in seen:
            findings.report(draft.line.number, place, "number_repeated", value=quote(written), id=draft.id)
        elif not name:
            findings.report(draft.line.number, place, "number_missing", id=draft.id)
        elif draft.id != written:
            findings.report(draft.line.number, place, "number_changed", value=quote(written), id=draft.id)
        seen.add(name)
        if column and written and draft.id != written:
            draft.kept[draft.columns[column.place]] = written


def _reporter(draft: Draft, findings: RowFindings) -> Any:
    def report(name: str, code: str, **told: str) -> None:
        column = draft.line.column(name)
        findings.report(draft.line.number, column.place + 1 if column else 1, code, **told)

    return report


def _head(listing: Listing, story: Story, name: str, duration: timedelta) -> dict[str, Any]:
    said = [header.text_language for header in listing.headers if header.text_language]
    languages = list(dict.fromkeys([*said] if said else [listing.language]))
    return {
        "format": 1, "id": slug(name) or "msel", "languages": languages,
        "title": listing.title or title_of_file(name), "duration": write_duration(duration), "rated": False,
        **story.sections(),
    }  # fmt: skip


def title_of_file(name: str) -> str:
    """Give the title of a scenario whose list has none: the file's *name* without its ending."""
    return name or "MSEL"


def _end(times: Sequence[timedelta | None]) -> timedelta:
    known = [at for at in times if at is not None]
    if not known:
        return _ONLY_BY_HAND
    last = max(known) + _AFTER_LAST
    return last + (-last % _STEP) if last < 9000 * DAY else last

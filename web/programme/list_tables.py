"""The lists of a programme's applications as tables, for CSV, XLSX and PDF: who applied, and who came to meetings."""

from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.calls.call import Call
from web.paper.table import Cell, Table
from web.programme.words import VERDICTS
from web.words import LANGUAGES, N_, say
from web.words.instants import written

STATES = {
    "draft": N_("being written"),
    "sent": N_("sent in"),
    "withdrawn": N_("taken back or erased"),
}
Line = Mapping[str, Any]


def applications_table(call: Call, lines: Sequence[Line], language: str) -> Table:
    """Give a row for each application, without names of persons; values stand in the words of the call."""

    def _(words: str, /) -> str:
        return say(language, words)

    heads = (
        _("Code"), _("State"), _("Language"), _("Sent (UTC)"), _("Version"), _("Complete"), _("Members"),
        *(one.title.say(language, call.languages) for one in call.attributes.values()),
    )  # fmt: skip
    rows = [_application(call, one, language) for one in lines]
    return Table(_("Applications"), heads, rows)


def _application(call: Call, one: Line, language: str) -> list[Cell]:
    state = STATES.get(one["state"]) or VERDICTS[one["state"]]
    whole = N_("yes") if one["complete"] else N_("no")
    return [
        one["code"], say(language, state), LANGUAGES.get(one["language"], one["language"]),
        written(one["sent_at"]) if one["sent_at"] else None, one["version"],
        say(language, whole) if one["version"] is not None else None, one["members"],
        *(_value(call, name, one["attributes"].get(name), language) for name in call.attributes),
    ]  # fmt: skip


def _value(call: Call, name: str, value: str | None, language: str) -> Cell:
    known = call.attributes[name].values.get(value or "")
    return known.say(language, call.languages) if known is not None else value


def attendance_table(page: Mapping[str, Any], language: str) -> Table:
    """Give a row for each team with an award: how many came to each meeting, the share, and who is below the call's."""

    def _(words: str, /, **parameters: Any) -> str:
        return say(language, words, **parameters)

    languages = page["call"].languages
    meetings = [one.title.say(language, languages) for one in page["meetings"]]
    named = [
        f"{title} {_('(needed)')}" if one.needed else title
        for title, one in zip(meetings, page["meetings"], strict=True)
    ]
    heads = (_("Code"), _("Seats"), *named, _("Share (percent)"), _("Below what the call asks"))
    rows = [
        [line["code"], line["seats"], *(line["came"][one.id] for one in page["meetings"]), line["share"],
         _("yes") if line["below"] else _("no")]
        for line in page["lines"]
    ]  # fmt: skip
    least = _(
        "The call asks for at least %(least)s percent, and that a needed meeting is not missed.", least=page["least"]
    )
    return Table(_("Attendance"), heads, rows, (least,))

"""What a person has chosen on the page of an import: read from its form, compared, handed on."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

from flask import Request
from werkzeug.datastructures import MultiDict

from scenarios.exchange.choices import Choices, Columns, is_target
from scenarios.exchange.list_title import LONGEST_TITLE
from scenarios.exchange.schedule import read_start
from simulator.refusal import Refusal
from web.words import LANGUAGES

LONGEST_NAME, MOST_COLUMNS = 200, 500


@dataclass(frozen=True)
class Typed:
    """The file and all choices of one request; *data* is what was uploaded, or *kept* on the page since.

    *start* stands as it was written; where nobody understands it, it is as good as none and *trouble* says so.
    """

    name: str
    data: bytes
    kept: bool
    choices: Choices
    start: str
    skip: bool
    trouble: Refusal | None = None

    def asked(self) -> dict[str, Any]:
        """Give what the process that reads is asked."""
        return {
            "name": self.name, "kept": self.kept, "choices": asdict(self.choices), "skip": self.skip,
            "start": "" if self.trouble else self.start,
        }  # fmt: skip

    def afresh(self) -> "Typed":
        """Give the same without any choice of what the columns are."""
        return replace(self, choices=replace(self.choices, columns={}))

    @property
    def stamp(self) -> str:
        """Name the choices, so that what is saved is what was shown."""
        told = [asdict(self.choices) | {"remembered": None}, self.start, self.skip]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def typed(request: Request, remembered: Mapping[str, Columns]) -> Typed:
    """Read a request; raise ``Refusal`` where no file came."""
    form = request.form
    file = request.files.get("file")
    if file is not None and file.filename:
        # Another file is looked at with open eyes.
        return Typed(_bare(file.filename), file.read(), False, Choices(remembered=remembered), "", False)
    if not form.get("kept"):
        raise Refusal("list_not_chosen")
    start = form.get("start", "").strip()
    trouble = Refusal("start_not_understood", value=start[:40]) if start and read_start(start) is None else None
    return Typed(
        _bare(form.get("name", "")), form["kept"].encode(), True, chosen(form, remembered), start,
        form.get("skip") == "1", trouble,
    )  # fmt: skip


def _bare(name: str) -> str:
    bare = name.replace("\\", "/").rpartition("/")[2]
    return "".join(one for one in bare if one.isprintable())[-LONGEST_NAME:]


def chosen(form: MultiDict[str, str], remembered: Mapping[str, Columns]) -> Choices:
    """Read the choices of a form; those about columns hold for the row and the sheet that they were made on."""
    sheet, language = form.get("sheet") or None, form.get("language")
    row = form.get("header_row", "")
    header_row = int(row) if row.isdecimal() and 0 < len(row) < 8 and int(row) else None
    columns: Columns = {}
    if sheet != (form.get("shown_sheet") or None):
        header_row = None
    elif row == form.get("shown_row", ""):
        columns = _columns(form)
    # A title that is as the list says it is none that was chosen: it may change with the sheet.
    title = " ".join(form.get("title", "").split())[:LONGEST_TITLE]
    said = title if title and title != form.get("found_title", "") else None
    return Choices(sheet, header_row, columns, remembered, language if language in LANGUAGES else None, said)


def _columns(form: MultiDict[str, str]) -> Columns:
    try:
        names = json.loads(form.get("columns", "[]"))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return {}
    given = ((name, form.get(f"column-{place}", "")) for place, name in enumerate(names[:MOST_COLUMNS]))
    return {name: target for name, target in given if is_target(target)}

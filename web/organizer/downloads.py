"""Files of a drill to take away: what its standings follow from, readable by ``prontas standings`` and by eye.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break for a formula; some do so
for their full-width forms, or drop the spaces and quotes before them. Names of teams and levels that begin so get an
apostrophe before them, as do names that begin with an apostrophe, in the ratings and in the rules alike: the two files
always fit each other, and no two names become one.
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from flask import Response

from web import door
from web.words import N_, say

COLUMNS = ("team", "inject", "criterion", "rater", "level", "value", "state", "seconds")
FORMULA = re.compile(r"['\t\r\n\0]|[\s\"`’‘“”]*[=+@|%\-−]")
NOT_OBSERVED = "not observed"
MARKS = {False: N_("EXERCISE"), True: N_("REHEARSAL")}


def ratings_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Write the rows of a ratings table; a byte order mark tells spreadsheets that it is UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for row in rows:
        rated = row["criterion"] is not None
        level = (NOT_OBSERVED if row["level"] is None else plain(row["level"])) if rated else None
        writer.writerow([{**row, "team": plain(row["team"]), "level": level}[name] for name in COLUMNS])
    return "\ufeff" + stream.getvalue()


def rules_json(rules: Mapping[str, Any]) -> str:
    """Write the rules of score; JSON is YAML, so this is a rules file."""
    named = {
        "levels": [plain(level) for level in rules["levels"]],
        "penalties": {plain(team): points for team, points in rules["penalties"].items()},
    }
    return json.dumps({**rules, **named}, ensure_ascii=False, indent=2) + "\n"


def plain(name: str) -> str:
    """Keep a name from being read as a formula."""
    return f"'{name}" if FORMULA.match(unicodedata.normalize("NFKC", name)) else name


def send_file(content: str | Iterable[str], drill: Mapping[str, Any], name: str, kind: str) -> Response:
    """Send a file whose name carries the EXERCISE mark and the drill's name."""
    mark = say(door.language(), MARKS[drill["rehearsal"]])
    response = Response(content, content_type=f"{kind}; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{_bare(mark)}-{_bare(drill['name'])}-{name}")
    return response


def _bare(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-") or "x"

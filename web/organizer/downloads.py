"""Files of a drill to take away: what its standings follow from, readable by ``prontas standings`` and by eye.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break for a formula; some do so
for their full-width forms, or drop the spaces and quotes before them. Names of teams and levels that begin so get an
apostrophe before them, as do names that begin with an apostrophe, in the ratings and in the rules alike: the two files
always fit each other, and no two names become one.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from flask import Response

from web import door
from web.paper.naming import bare_words
from web.paper.page import MARKS
from web.paper.table import plain
from web.words import say

COLUMNS = ("team", "inject", "criterion", "rater", "level", "value", "state", "seconds")
NOT_OBSERVED = "not observed"


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


def send_file(content: str | Iterable[str], drill: Mapping[str, Any], name: str, kind: str) -> Response:
    """Send a file whose name carries the EXERCISE mark and the drill's name."""
    mark = say(door.language(), MARKS[drill["rehearsal"]])
    response = Response(content, content_type=f"{kind}; charset=utf-8")
    response.headers.set(
        "Content-Disposition", "attachment", filename=f"{bare_words(mark)}-{bare_words(drill['name'])}-{name}"
    )
    return response

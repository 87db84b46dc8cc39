"""docs/exchange.md shows what it says: its list is imported as told, and every finding has its row."""

import re
from datetime import timedelta

from scenarios.exchange.codes import OWN_CODES
from scenarios.exchange.headers import read_header
from scenarios.exchange.time_cell import read_time
from tests.scenarios.exchange.workbooks import imported, injects
from tests.server_process import TOP
from web.words.exchange_findings import EXCHANGE_FINDINGS

PAGE = (TOP / "docs" / "exchange.md").read_text()
[LIST] = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.split("\n") if line.startswith("| ")]


def test_the_list_on_the_page_becomes_what_the_page_says():
    found = injects(LIST.encode())
    assert [inject.at for inject in found.values()] == [timedelta(minutes=15), timedelta(minutes=90), None]
    result = imported(LIST.encode())
    assert result.mapping["Faction"] is None and "Faction: blue" in result.text
    assert {inject.phase for inject in found.values()} == {"phase-1"}


def test_every_finding_is_on_the_page_with_what_it_says():
    told = {row[0].strip("`"): row[1:] for row in ROWS if row[0].strip("`") in OWN_CODES}
    assert told == {code: [severity, EXCHANGE_FINDINGS[code]] for code, (severity, _names) in OWN_CODES.items()}


def test_the_headers_on_the_page_are_known():
    fields = [
        row
        for row in ROWS
        if len(row) == 3 and re.fullmatch(r"(`\w+`(, )?)+", row[0]) and row[0].strip("`") not in OWN_CODES
    ]
    assert len(fields) == 14
    for names, headers, _becomes in fields:
        for header in re.split(r"[,;] ", headers):
            assert read_header(0, header).field in re.findall(r"\w+", names), header


def test_the_times_on_the_page_are_understood():
    rows = [
        row
        for row in ROWS
        if row[0].startswith("`13:15`") or row[1] == "after STARTEX (or before)" or "a date and" in row[1]
    ]
    words = [word for row in rows for word in re.findall(r"`([^`]+)`", row[0])]
    assert len(words) == 17
    assert all(read_time(word) for word in words)

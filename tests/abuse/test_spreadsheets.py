"""Row 37: no cell of any file we hand out is a formula, and what is read back is what was written."""

import csv
import io
import re
import shutil
import subprocess
import unicodedata

import pytest
import yaml

from scenarios.ratings_csv import parse_ratings
from scenarios.rules_file import parse_rules
from scoring.standings import compute_standings
from simulator.actions.drills import rename_team
from simulator.actions.rating import rate_response
from simulator.actions.running import end_drill
from simulator.reading.desk import rating_queue
from simulator.reading.results import standings_page
from simulator.refusal import Refusal
from tests.cast import minutes
from tests.play import NAME
from tests.quoting import quoting
from tests.scripts import scenario, text_inject
from tests.walk import ABSENT, ids_of, pages_of
from web.paper.table import plain

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫", "%", "|")
BEFORE = ("", " ", "  ", "\u00a0", '"', "'", "''", "\"'", " '", "`", "\u3000", "“")
REST = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://trap.example","x")', "SUM(1)*cmd|'/c'!A1", "x;=1+1", 'x","=1+1')
NAMES = tuple(f"{before}{sign}{rest}" for sign in SIGNS for before in BEFORE for rest in REST[:3])
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SHEETS = ("text/csv", "application/yaml", "text/tab-separated-values")


def is_formula(cell):
    """Say whether some spreadsheet takes a cell for a formula, as strictly as any of them is known to be."""
    if NUMBER.fullmatch(cell):
        return False
    read = unicodedata.normalize("NFKC", cell)
    return bool(re.match(r"[\t\r\n\0]|[\s\"`“]*[=+\-@|%]", read))


def test_what_is_written_is_never_a_formula_and_no_two_names_become_one():
    written = [plain(name) for name in NAMES]
    assert [cell for cell in written if is_formula(cell)] == []
    assert len(set(written)) == len(set(NAMES))
    assert [name for name in ("Azul", "Índigo-2", "a=b", "x@y", "") if plain(name) != name] == []


def rated(cast, levels, names):
    """Play a rated drill to its end, with these levels in its rubric and these names of its teams."""
    script = scenario(text_inject("01"), rated=True)
    script["rubric"]["levels"] = levels
    for criterion in script["rubric"]["criteria"].values():
        criterion["levels"] = dict.fromkeys(levels, "x")
    play = cast.play(script).start().go(minutes(6))
    for who, text in ((play.beatriz, "=1+1"), (play.gwen, "@SUM(1)")):
        play.send(who, "01", {"text": text})
    play.go(minutes(12))
    for entry in play.see(rating_queue, cast.edo)["entries"]:
        for criterion in ("C1", "C2"):
            facts = {"response_id": entry["response_id"], "criterion": criterion, "level": levels[-1]}
            play.do(rate_response, cast.edo, **facts, sentence=quoting(play, entry["response_id"]))
    play.do(end_drill, cast.fatima, name=NAME)
    for team_id, name in zip((play.azul, play.verde), names, strict=True):
        play.do(rename_team, cast.fatima, team_id=team_id, name=name)
    return play


def sheets(browser, app, play):
    """Give every page whose content is a table or a rules file, found by walking."""
    ids = {name: ABSENT for page in pages_of(app) for name in page.arguments} | ids_of(play)
    for page in pages_of(app):
        if page.method == "GET":
            answer = browser.get(page.path(ids))
            if answer.status_code == 200 and answer.mimetype in SHEETS:
                yield page.rule, answer


def cells_of(answer):
    text = answer.data.decode("utf-8-sig")
    if answer.mimetype == "application/yaml":
        rules = yaml.safe_load(text)
        return [*rules["levels"], *rules["penalties"]]
    return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]


@pytest.mark.parametrize("signs", ["=＝+", "-－@", "＋＠'", '"%|', ["'=", '"=', "''="]])
def test_every_file_to_take_away_is_text_and_gives_the_same_standings(app, cast, signed_in, signs, tmp_path):
    names = (f"{signs[0]}1+1", f"{signs[1]}cmd|' /C calc'!A0")
    play = rated(cast, [f"{signs[2]}low", f"{signs[1]}mid", f"{signs[0]}1"], names)
    olga = signed_in("olga")
    found = dict(sheets(olga, app, play))
    assert len(found) >= 2
    for rule, answer in found.items():
        cells = cells_of(answer)
        assert cells, rule
        assert [cell for cell in cells if is_formula(cell)] == [], rule
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        _open_in_a_spreadsheet(answer, cells, tmp_path)

    # The round trip: the same places and scores as the page shows, from the two files alone.
    files = {rule.rpartition("/")[2]: answer for rule, answer in found.items() if "/standings/" in rule}
    rules, findings = parse_rules(files["rules.yaml"].data, "rules.yaml")
    assert findings == []
    records, teams, findings = parse_ratings(files["ratings.csv"].data, "ratings.csv", rules)
    assert findings == []
    shown = {plain(row["team"]): row["score"] for row in play.see(standings_page, cast.olga)["standings"]}
    assert {one.team: one.score for one in compute_standings(rules, records, teams)} == shown
    assert set(shown) == {plain(name) for name in names}


def _open_in_a_spreadsheet(answer, cells, folder):
    office = shutil.which("soffice")
    if not office or answer.mimetype != "text/csv":
        return
    (folder / "x.csv").write_bytes(answer.data)
    command = [office, "--headless", "--convert-to", "fods", "--outdir", str(folder), str(folder / "x.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    opened = (folder / "x.fods").read_text()
    assert "table:formula" not in opened
    assert any(cell in opened for cell in cells)


def test_a_name_that_would_break_a_cell_is_refused_before_it_is_anywhere(cast):
    play = cast.play()
    for sign in ("\t", "\r", "\n", "\x00", "\x0b"):
        name = f"A{sign}=1+1"
        try:
            play.do(rename_team, cast.fatima, team_id=play.azul, name=name)
        except Refusal:
            continue
        assert play.sql("SELECT name FROM team WHERE id = :id", id=play.azul) == [("A =1+1",)]

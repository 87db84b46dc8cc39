"""A whole programme of eighty teams from thirteen countries, from the call to the delegates, through the pages."""

import csv
import io
import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from random import Random

import pytest
from click.testing import CliRunner

from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine, sqlite_url
from simulator.house import House
from simulator.migrating import migrate
from tests.bundle.making import files_of, rows
from tests.cast import START, Cast
from tests.season_call import RANDOMNESS
from tests.web.lead import RESULTS
from tests.web.story_applying import MERIT
from tests.web.story_drill import DRILL_STAGE, Story
from tests.web.visitor import Visitor
from web.command import main
from web.live.server import LiveServer
from web.settings import Settings

TEAMS, SEATS = 80, 150
KINDS = {"restricted": (), "public": ("--public",)}
AWARDS = {MERIT: "scholarship", DRILL_STAGE: "delegate"}


@pytest.fixture
def engine():
    """Open a database of this version; in memory, for thousands of small transactions would wait for the disk."""
    engine = open_engine(MEMORY)
    migrate(engine)
    yield engine
    close_engine(engine)


@pytest.fixture
def story(engine):
    """Open the real app on it, with its staff; time is virtual."""
    house = House(engine, VirtualClock(START))
    server = LiveServer(house, Settings(), async_mode="threading")
    yield Story(Cast.hire(house), server.app)
    server.server.shutdown()


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run ``prontas …`` in English."""
    for name in ("PRONTAS_DEBUG", "PRONTAS_DATABASE", "PRONTAS_PUBLIC_URL", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRONTAS_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


@pytest.mark.figure
@pytest.mark.timeout(600)
def test_a_programme_of_eighty_teams_runs_from_the_call_to_the_delegates(story, run, tmp_path):
    story.open_call(TEAMS, SEATS)
    story.apply()
    story.screen()
    story.rate()
    story.draw_merit()
    story.publish(MERIT)
    story.appeal(MERIT, story.awards(MERIT, "waiting")[0][0])
    story.finish(MERIT)
    story.answer_offers()
    story.play()
    story.rate_drill()
    story.tell_results()
    story.name_delegates()
    story.note_meeting()

    check_awards(story)
    check_public_pages(story)
    check_files(story)
    check_bundles(story, run, tmp_path)
    check_tampering(story, run, tmp_path)


def check_awards(story):
    """Say what must hold of any programme of this call: caps, one delegate an institution, all confirmed."""
    assert len({lead.country for lead in story.leads}) == 13 and len({lead.language for lead in story.leads}) == 4
    accepted = story.awards(MERIT, "accepted")
    assert sum(seats for _lead, seats, _state in accepted) <= SEATS
    by_country = Counter()
    for lead, seats, _state in accepted:
        by_country[lead.country] += seats
    assert max(by_country.values()) <= SEATS // 5
    assert max(Counter(lead.institution for lead, _seats, _state in accepted).values()) <= 2
    delegates = [lead for lead, _seats, _state in story.awards(DRILL_STAGE, "accepted")]
    assert len(delegates) == 4 and len({lead.institution for lead in delegates}) == 4
    assert story.mailed("delegate_confirmed") == 4


def check_public_pages(story):
    """Let a stranger read the funnel and the method note, which name nobody, and nothing else."""
    stranger = Visitor(story.app, language="fr")
    call, method = (stranger.words(f"/calls/{story.id}{path}") for path in ("", "/method"))
    assert RANDOMNESS in method and "Note de méthode" in method
    funnel = re.search(r'<ul class="steps">(.*?)</ul>', call, re.DOTALL)[1]
    assert re.findall(r"<strong>(.*?)</strong>", funnel)[0] == str(TEAMS)
    assert re.search(r'<ul class="steps">(.*?)</ul>', method, re.DOTALL)[1] == funnel
    for lead in story.leads:
        assert lead.institution not in method and lead.mail not in method and lead.name not in method
    for page in ("", "/numbers", "/audit", f"/stages/{MERIT}/fairness", "/attendance"):
        assert story.by("olga").read(story.place(page))
        assert stranger.get(story.place(page)).status_code in (302, 303, 401, 403, 404)


def check_files(story):
    """Save all lists, sheets and reports."""
    olga, stage = story.by("olga"), story.place(f"/stages/{MERIT}")
    for name in ("list", "fairness"):
        for ending, begins in (("csv", b""), ("xlsx", b"PK"), ("pdf", b"%PDF")):
            assert olga.take(f"{stage}/{name}.{ending}").startswith(begins)
    assert olga.take(story.place("/applications.csv"))
    standings = f"/drills/{story.drill}/standings"
    for name in ("standings.csv", "standings.xlsx", "register.csv", "register.xlsx", "ratings.csv", "rules.yaml"):
        assert olga.take(f"{standings}/{name}")
    lead = story.winners[0].come_back()
    assert lead.take(f"{RESULTS}.pdf").startswith(b"%PDF")
    assert lead.take("/application/mine.json")


def check_bundles(story, run, folder):
    """Bundle it from a file, as its organizers do; strangers verify both, and select anew from the public files."""
    bundle_both(story, run, folder, "as it is")
    verified = [run("verify", f"{kind} as it is.zip", "--json") for kind in KINDS]
    assert [one.exit_code for one in verified] == [0, 0], verified[0].output + verified[1].output
    whole, public = (json.loads(one.stdout) for one in verified)
    assert whole["heads"] == public["heads"]
    told = json.loads(files_of(folder / "public as it is.zip")["awards.json"])["awards"]
    assert [one["stage"] for one in told] == list(AWARDS)
    for one in told:
        check_selecting(story, run, folder, one)


def bundle_both(story, run, folder, name):
    """Write the database into a file, and both bundles of the programme from it."""
    path = folder / f"{name}.db"
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as file, story.house.engine.connect() as connection:
        connection.connection.driver_connection.backup(file)
    for kind, more in KINDS.items():
        made = run("bundle", story.id, "--to", f"{kind} {name}.zip", "--database", sqlite_url(path), *more)
        assert made.exit_code == 0, made.output


def check_selecting(story, run, folder, told):
    """Select from the files of the method note, as they are and shuffled: each time it is the list of the awards."""
    stranger = Visitor(story.app)
    place = f"/calls/{story.id}/method/{told['stage']}/{AWARDS[told['stage']]}"
    (folder / "rules.yaml").write_bytes(stranger.take(f"{place}.yaml"))
    head, *lines = csv.reader(io.StringIO(stranger.take(f"{place}.csv").decode()))
    for seed in (None, 1, 2):
        if seed is not None:
            Random(seed).shuffle(lines)
        with (folder / "candidates.csv").open("w", newline="") as file:
            csv.writer(file).writerows([head, *lines])
        selected = run("select", "candidates.csv", "--rules", "rules.yaml", "--json")
        assert selected.exit_code == 0, selected.output
        document = json.loads(selected.stdout)
        assert document["seats"] == told["computed"] == told["seats"]
        assert document["waitlist"] == told["waitlist"]


def check_tampering(story, run, folder):
    """Change one rating behind the house's back: both bundles say which it is."""
    one = "SELECT id, level FROM rating WHERE application_id IS NOT NULL AND current ORDER BY id LIMIT 1"
    rating, level = story.sql(one)[0]
    other = "1" if level == "3" else "3"
    story.sql("UPDATE rating SET level = :level WHERE id = :id", id=rating, level=other)
    bundle_both(story, run, folder, "changed")
    for kind in KINDS:
        name = f"{kind} changed.zip"
        line = [row["id"] for row in rows(files_of(folder / name), "tables/rating.jsonl")].index(rating) + 1
        verified = run("verify", name)
        assert verified.exit_code == 1
        found = rf"^tables/rating.jsonl:{line}: \[seq \d+\] rating_differs .* {level} by the log, and is {other}\.$"
        assert re.search(found, verified.output, re.MULTILINE), verified.output

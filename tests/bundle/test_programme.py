"""A programme's bundles: applications, ratings and awards on their chain, and the same awards from either of them."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from simulator.actions.awards import decline_offer
from simulator.actions.program import tick
from simulator.actor import PROGRAM
from simulator.book import link_of
from simulator.bundle.public_attributes import rare_values
from simulator.bundle.public_columns import PUBLIC
from simulator.clock import VirtualClock
from simulator.house import House
from tests.bundle.making import files_of, make, pack, rows, verify, with_rows
from tests.bundle.test_restoring import restore, sql
from tests.cast import START, Cast
from tests.season import Season
from web.command import main


def awarded(cast):
    """Play a programme to its delegates: one lead declines her offer, one loses hers by waiting, the others accept."""
    season = Season(cast, teams=12, raters=5, seats=30).apply().screen().rate().draw().close().publish().finish()
    first, second, *others = season.awards("scholarships", "offered")
    season.house.perform(decline_offer, season.leads[first["application_id"]], award_id=first["id"])
    for row in others:
        season.accept(row)
    season.clock.now += timedelta(days=7, seconds=1)
    season.house.perform(tick, PROGRAM)
    assert [row["state"] for row in season.awards() if row["id"] == second["id"]] == ["expired"]
    return season.play().rate_drill().close("delegates").publish("delegates").finish("delegates")


@pytest.fixture(scope="module")
def bundles(hired, memory, tmp_path_factory):
    """Give both bundles of one programme; nothing of it stays in the database."""
    hired[0].begin()
    cast = Cast(House(memory, VirtualClock(START)), hired[1])
    season = awarded(cast)
    folder = tmp_path_factory.mktemp("programme")
    for name, public in (("whole", False), ("public", True)):
        make(season.house, folder / f"{name}.zip", public=public, programme_id=season.id)
    words = {season.house_of[one] for one in season.leads} | {"Atendemos a la gente", "carta.pdf", "Dra. Paz"}
    words |= {mail for (mail,) in sql(season.house, "SELECT lead_mail FROM application")}
    words |= {name for (name,) in sql(season.house, "SELECT lead_name FROM application")}
    yield folder, season.id, words
    hired[0].begin()


@pytest.fixture
def whole(bundles):
    return bundles[0] / "whole.zip"


@pytest.fixture
def public(bundles):
    return bundles[0] / "public.zip"


def codes(path):
    return [one.code for one in verify(path).faults]


def test_both_hold_and_end_with_the_same_hash(bundles, whole, public):
    verdicts = [verify(path) for path in (whole, public)]

    assert [one.faults for one in verdicts] == [(), ()]
    assert verdicts[0].heads == verdicts[1].heads
    assert {name.partition(":")[0] for name in verdicts[0].heads} == {"programme", "drill"}
    assert verdicts[0].counts["ratings"] > 60


def test_no_name_and_no_word_of_anybody_is_in_the_public_one(bundles, whole, public):
    text = b"\n".join(files_of(public).values()).decode()
    everything = b"\n".join(files_of(whole).values()).decode()

    assert {word for word in bundles[2] if word not in everything} == set()
    assert {word for word in bundles[2] if word in text} == set()
    assert {name for name in files_of(public) if name.startswith("tables/")} == {
        f"tables/{name}.jsonl" for name in PUBLIC if name not in ("calibration_rating", "penalty", "ruling")
    }


def test_applications_are_known_by_their_codes_and_institutions_by_numbers(public):
    shown = [one["attributes"] for one in rows(files_of(public), "tables/application.jsonl")]

    assert all(one["institution"].startswith("institution ") for one in shown)
    assert {one["level"] for one in shown} == {"national", "sub-national"}
    assert {one["country"] for one in shown} > {"AR", "BR"}


def test_a_value_that_few_have_is_left_away_with_the_next_rarest():
    assert rare_values({"es": 40, "pt": 9, "fr": 3}) == {"fr", "pt"}
    assert rare_values({"es": 40, "fr": 3, "en": 4}) == {"fr", "en"}
    assert rare_values({"es": 40, "pt": 9}) == set()
    assert rare_values({"es": 3}) == {"es"}


def _log(files):
    return next(name for name in files if name.startswith("log/programme"))


def _award(**change):
    def changed(files):
        told = rows(files, "tables/award.jsonl")
        place = next(place for place, one in enumerate(told) if one["state"] in ("accepted", "declined", "offered"))
        told[place] |= change
        return with_rows(files, "tables/award.jsonl", told)

    return changed


def _less(table):
    return lambda files: with_rows(files, f"tables/{table}.jsonl", rows(files, f"tables/{table}.jsonl")[1:])


def _merit(files):
    name = "tables/rating.jsonl"
    told = rows(files, name)
    told[0]["level"] = {"3": "1"}.get(told[0]["level"], "3")
    return with_rows(files, name, told)


def _csv(old, new):
    def changed(files):
        name = "awards/scholarships/scholarship/candidates.csv"
        lines = files[name].decode().split("\r\n")
        lines[1] = ",".join(new if place == old else cell for place, cell in enumerate(lines[1].split(",")))
        return files | {name: "\r\n".join(lines).encode()}

    return changed


def _anothers(place):
    """Give the first candidate what another has there: institutions are numbers, and tell only who shares one."""

    def changed(files):
        lines = files["awards/scholarships/scholarship/candidates.csv"].decode().split("\r\n")
        held = [line.split(",")[place] for line in lines[1:] if line]
        return _csv(place, next(one for one in held if one != held[0]))(files)

    return changed


def _rules(**change):
    def changed(files):
        name = "awards/scholarships/scholarship/rules.yaml"
        return files | {name: json.dumps(json.loads(files[name]) | change).encode()}

    return changed


def _without(name):
    return lambda files: {one: content for one, content in files.items() if one != name}


def _list_says(files):
    told = json.loads(files["awards.json"])
    told["awards"][0]["seats"].popitem()
    return files | {"awards.json": json.dumps(told).encode()}


TAMPERED = {
    "a candidate's merit": (_csv(2, "99.00"), "candidate_differs"),
    "a candidate's size": (_csv(1, "9"), "candidate_differs"),
    "a candidate's country": (_csv(4, "ZZ"), "candidate_differs"),
    "a candidate's institution": (_anothers(7), "candidate_differs"),
    "the seats in the rules": (_rules(seats=9), "award_differs"),
    "no rules": (_without("awards/scholarships/scholarship/rules.yaml"), "file_missing"),
    "no list": (_without("awards.json"), "file_missing"),
    "a list": (_list_says, "list_differs"),
    "an award more": (_award(state="accepted", seats=9), "award_state_differs"),
    "an award less": (_less("award"), "award_missing"),
    "a level": (_merit, "rating_differs"),
    "a rating less": (_less("rating"), "rating_missing"),
    "a decision less": (_less("decision"), "decision_missing"),
}


@pytest.mark.parametrize("what", TAMPERED)
@pytest.mark.parametrize("kind", ["whole", "public"])
def test_what_is_changed_is_found(bundles, tmp_path, kind, what):
    change, code = TAMPERED[what]
    files = change(files_of(bundles[0] / f"{kind}.zip"))

    assert code in codes(pack(tmp_path / "b.zip", files))


@pytest.mark.parametrize("kind", ["whole", "public"])
@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("seats", lambda told: dict(list(told.items())[1:]), "award_differs"),
        ("waitlist", lambda told: [*told[::-1], "x"], "award_differs"),
        ("candidates", lambda told: [[*told[0][:2], "99.00", *told[0][3:]], *told[1:]], "merit_differs"),
        ("candidates", lambda told: told[1:], "award_differs"),
        ("derogations", lambda told: [["nobody", {"application": "x", "seats": 3}]], "derogation_by_one"),
        ("computed", lambda told: 7, "award_unreadable"),
        ("candidates", lambda told: [[1]], "award_unreadable"),
    ],
)
def test_awards_that_do_not_follow_are_found_even_on_a_chain_that_was_forged(
    bundles, tmp_path, kind, name, change, code
):
    """Whoever had the machine could write a new history; its awards must still follow from its ratings and rules."""
    files = files_of(bundles[0] / f"{kind}.zip")
    told, previous = rows(files, _log(files)), ""
    for row in told:
        if row["kind"] == "awards_published":
            row["payload"][name] = change(row["payload"][name])
        fields = ("stream", "seq", "drill_time", "wall_time", "actor", "team", "kind", "payload")
        previous = row["hash"] = link_of([previous, *(row[one] for one in fields)])
    manifest = json.loads(files["manifest.json"])
    manifest["heads"][told[0]["stream"]]["hash"] = previous
    path = pack(
        tmp_path / "b.zip", with_rows(files, _log(files), told) | {"manifest.json": json.dumps(manifest).encode()}
    )

    assert code in codes(path)


def test_a_stranger_selects_the_same_from_the_files_with_the_command(bundles, public, tmp_path):
    files = files_of(public)
    for name in ("candidates.csv", "rules.yaml"):
        (tmp_path / name).write_bytes(files[f"awards/scholarships/scholarship/{name}"])
    told = CliRunner().invoke(
        main, ["select", str(tmp_path / "candidates.csv"), "--rules", str(tmp_path / "rules.yaml"), "--json"]
    )
    [published] = [one for one in json.loads(files["awards.json"])["awards"] if one["award"] == "scholarship"]

    assert json.loads(told.stdout)["seats"] == published["computed"]


def test_a_cap_of_the_call_that_is_changed_gives_other_awards(whole, tmp_path):
    files = files_of(whole)
    name = next(name for name in files if name.startswith("calls/"))
    content = files[name].decode().replace("max: 6", "max: 3")

    assert content.encode() != files[name]
    assert "award_differs" in codes(pack(tmp_path / "b.zip", files | {name: content.encode()}))


def test_it_comes_back_whole_with_its_files_and_its_mails_are_not_sent_again(bundles, whole, elsewhere, tmp_path):
    done = restore(elsewhere, whole)
    make(elsewhere, tmp_path / "again.zip", programme_id=bundles[1])
    before, after = files_of(whole), files_of(tmp_path / "again.zip")

    assert done["programme"] == bundles[1]
    assert {name for name in before | after if before.get(name) != after.get(name)} == {
        "tables/account.jsonl", "manifest.json"
    }  # fmt: skip
    assert sql(elsewhere, "SELECT count(*) FROM mail WHERE due_at IS NOT NULL") == [(0,)]
    assert sql(elsewhere, "SELECT count(*) FROM blob") == [(len(rows(before, "tables/blob.jsonl")),)]

"""Whatever is changed in a bundle is found and named: by SQL before it was made, or by hand afterwards."""

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.actions.rating import rate_response
from simulator.book import link_of
from tests.bundle.making import files_of, make, pack, rows, verify
from tests.bundle.tampering import WAYS, log_of, words
from tests.bundle.tampering import _row as row_of
from tests.web.rated_play import rated_play, response_of


def faults(path):
    return [(one.code, one.file) for one in verify(path).faults]


@pytest.fixture(params=["restricted", "public"])
def either(request, whole, public):
    """Give the files of each kind of bundle."""
    return files_of(whole if request.param == "restricted" else public)


def test_a_bundle_that_nobody_touched_holds(whole, public):
    for path in (whole, public):
        verdict = verify(path)
        assert verdict.faults == ()
        assert verdict.counts == {"rows": 43, "teams": 2, "responses": 4, "ratings": 6, "erased": 0}


def test_one_rating_changed_by_sql_is_found_with_its_line_and_its_row_of_the_log(played, tmp_path):
    [(changed, response)] = played.sql("SELECT id, response_id FROM rating WHERE level = 'S' ORDER BY id LIMIT 1")
    played.sql("UPDATE rating SET level = 'P' WHERE id = :id", id=changed)
    [(seq,)] = played.sql(
        "SELECT seq FROM log WHERE kind = 'rating_given' AND payload LIKE :r AND payload LIKE "
        "(SELECT '%\"criterion\": \"' || criterion || '\"%' FROM rating WHERE id = :id)", r=f"%{response}%", id=changed,
    )  # fmt: skip
    for public in (False, True):
        path = tmp_path / "b.zip"
        make(played.house, path, public=public, drill_id=played.id)
        first = verify(path).faults[0]

        assert (first.code, first.file, first.seq) == ("rating_differs", "tables/rating.jsonl", seq)
        assert dict(first.parameters) == {"expected": "S", "found": "P"}
        assert rows(files_of(path), "tables/rating.jsonl")[first.line - 1]["id"] == changed


SQL = {
    "UPDATE log SET payload = '{\"x\": 1}' WHERE seq = 20": "row_broken",
    "UPDATE log SET actor = 'account:x' WHERE seq = 7": "row_broken",
    "DELETE FROM feed WHERE seq = 9; DELETE FROM log WHERE seq = 9": "row_out_of_order",
    "UPDATE log SET payload = '{\"a\": 1, \"a\": 2}' WHERE seq = 5": "row_unreadable",
    "DELETE FROM feed WHERE seq = 43; UPDATE log SET seq = seq + 100 WHERE seq = 43": "row_out_of_order",
    "UPDATE stream SET seq = 40 WHERE name LIKE 'drill:%'": "head_differs",
    "UPDATE delivery SET state = 'void' WHERE state = 'lapsed'": "delivery_differs",
    "UPDATE delivery SET delivered_at = delivered_at - 1000": "time_differs",
    "UPDATE response SET content = '{\"option\": \"C\"}' WHERE content LIKE '%option%'": "words_differ",
    "UPDATE response SET current = false": "response_out_of_force",
    "UPDATE rating SET level = 'none of these'": "rating_differs",
    "UPDATE rating SET account_id = (SELECT id FROM account WHERE name = 'Eun')": "rating_not_in_log",
}  # fmt: skip


@pytest.mark.parametrize("statement", SQL, ids=list(SQL.values()))
def test_what_is_changed_by_sql_is_found(played, tmp_path, statement):
    for one in statement.split(";"):
        played.sql(one)
    make(played.house, tmp_path / "b.zip", drill_id=played.id)
    found = [code for code, _file in faults(tmp_path / "b.zip")]

    assert found[0] == SQL[statement]


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_tamper_is_found(either, tmp_path, way):
    for seed in range(3):
        changed = WAYS[way](either, random.Random(seed))
        assert changed != either
        assert faults(pack(tmp_path / "b.zip", changed)) != []


def test_words_that_were_never_sent_are_found(whole, tmp_path):
    changed = row_of("tables/response.jsonl", words)(files_of(whole), random.Random(1))

    assert [code for code, _file in faults(pack(tmp_path / "b.zip", changed))] == ["words_differ"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=st.sampled_from(sorted(WAYS)), seed=st.integers(0, 10**6), public=st.booleans())
def test_a_hundred_random_tamperings_are_all_found_and_placed(whole_and_public, tmp_path_factory, way, seed, public):
    files = whole_and_public[public]
    changed = WAYS[way](files, random.Random(seed))
    if changed == files:
        return
    verdict = verify(pack(tmp_path_factory.getbasetemp() / "tampered.zip", changed))

    assert not verdict.holds
    assert verdict.faults[0].file.startswith(("log/", "tables/", "drills/"))


@pytest.fixture
def whole_and_public(whole, public):
    """Give the files of both kinds of bundle."""
    return files_of(whole), files_of(public)


def test_a_file_that_was_changed_lost_or_added_is_named_by_the_manifest(whole, tmp_path):
    files = files_of(whole)
    name = "README.es.md"
    for changed, code in (
        (files | {name: files[name] + b"!"}, "file_changed"),
        ({one: content for one, content in files.items() if one != name}, "file_missing"),
        (files | {"more.txt": b"x"}, "file_unknown"),
    ):
        path = pack(tmp_path / "b.zip", changed, true_manifest=False)
        assert [one for one, _file in faults(path)] == [code]


def test_a_byte_of_the_archive_that_is_changed_is_found_wherever_it_says_anything(whole, tmp_path):
    data, path = whole.read_bytes(), tmp_path / "b.zip"
    original = files_of(whole)
    rng = random.Random(5)
    for _time in range(60):
        place = rng.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << rng.randrange(8))]) + data[place + 1 :])
        assert fails(path) or files_of(path) == original, place


def fails(path):
    try:
        return not verify(path).holds
    except Exception as error:
        # No archive any more, or one without a manifest.
        return type(error).__name__ in ("PackageError", "Refusal")


def test_a_published_head_is_found_in_the_chain_and_another_is_not(played, whole):
    [(seq, digest)] = played.sql("SELECT seq, hash FROM log WHERE kind = 'standings_published'")
    verdict = verify(whole, digest)
    assert verdict.holds
    assert verdict.head == {"stream": f"drill:{played.id}", "seq": seq, "of": 43}

    assert [one.code for one in verify(whole, "0" * 64).faults] == ["head_unknown"]


def test_a_whole_forged_chain_holds_by_itself_and_not_against_the_published_head(played, whole, tmp_path):
    """Who writes a new history with true hashes is found only by what was published of the old one (rules.md 37)."""
    files = files_of(whole)
    published = verify(whole).heads[f"drill:{played.id}"]["hash"]
    told, previous = rows(files, log_of(files)), ""
    for row in told:
        if row["kind"] == "drill_created":
            row["wall_time"] += 1
        fields = ("stream", "seq", "drill_time", "wall_time", "actor", "team", "kind", "payload")
        previous = row["hash"] = link_of([previous, *(row[name] for name in fields)])
    manifest = json.loads(files["manifest.json"])
    manifest["heads"][f"drill:{played.id}"]["hash"] = previous
    forged = files | {
        log_of(files): b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in told),
        "manifest.json": json.dumps(manifest).encode(),
    }
    path = pack(tmp_path / "b.zip", forged)

    assert verify(path).holds
    assert [one.code for one in verify(path, published).faults] == ["head_unknown"]


def test_ratings_that_were_replaced_are_kept_and_hold(cast, tmp_path):
    play = cast.once(rated_play)
    response = response_of(play, cast.edo, "01", play.azul)
    for level in ("M", "S", "M"):
        play.do(rate_response, cast.edo, response_id=response, criterion="C1", level=level)
    path = tmp_path / "b.zip"
    make(play.house, path, drill_id=play.id)
    assert verify(path).holds
    files = files_of(path)
    told = [one | {"current": one["version"] == 1} for one in rows(files, "tables/rating.jsonl")]
    changed = files | {"tables/rating.jsonl": b"".join(json.dumps(one).encode() + b"\n" for one in told)}

    assert "rating_replaced" in [code for code, _file in faults(pack(path, changed))]


NONSENSE = [b"", b"\xff\xfe", b"[]", b"{}", b'{"a": NaN}', b"[" * 100_000, b'null\n1\n"x"\n', b'{"id": []}\n{"id": {}}']


@pytest.mark.parametrize("nonsense", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_in_any_file_is_found_and_never_an_exception(either, tmp_path, nonsense):
    for name in sorted(either):
        if name in ("manifest.json",) or name.startswith(("README", "scenarios/", "tables/flag", "tables/grant")):
            continue
        verdict = verify(pack(tmp_path / "b.zip", either | {name: nonsense}))
        needless = name.startswith("tables/") and name.split("/")[1].split(".")[0] not in CHECKED
        assert needless or not verdict.holds, name


CHECKED = {"team", "delivery", "response", "rating"}

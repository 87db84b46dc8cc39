"""``prontas export`` to a print pack, as somebody at a terminal meets it."""

import json
import zipfile

import pytest
import yaml

from tests.command.test_exchange import CEIBA
from tests.pdf_text import Pdf
from tests.scripts import scenario


@pytest.fixture
def target(tmp_path):
    """Give a folder to write into."""
    return tmp_path


def test_one_seats_kit_is_written_for_a_named_team_in_its_language(run, target):
    told = run("export", CEIBA, "--to", target / "a.pdf", "--kit", "team", "--teams", "Azul:pt", "--seat", "legal",
               "--start", "09:00")  # fmt: skip
    assert (told.exit_code, told.output) == (0, f"Written: {target / 'a.pdf'}\n")
    words = Pdf((target / "a.pdf").read_bytes()).words
    assert "EXERCÍCIO" in words and "Azul" in words and "Abrir em T+00:00:05 (09:00:05)" in words
    assert "Facilitator" not in words


def test_an_archive_is_written_whole_and_told_as_json(run, target, monkeypatch):
    monkeypatch.setattr("web.paper.pack.making.printed", lambda subject, groups: [b"%PDF"] * len(groups))
    told = run("export", CEIBA, "--to", target / "a.zip", "--kit", "team", "--seat", "technical", "--teams", "2",
               "--language", "fr", "--language", "en", "--json")  # fmt: skip
    assert json.loads(told.stdout) == {
        "format": 1, "file": str(target / "a.zip"), "findings": [],
        "kits": [{"kit": "team", "language": "fr", "team": "1", "seat": "technical"},
                 {"kit": "team", "language": "en", "team": "2", "seat": "technical"}],
    }  # fmt: skip
    with zipfile.ZipFile(target / "a.zip") as archive:
        assert archive.namelist() == [
            "EXERCICE-001-Ceiba-rouge-Cahier-de-l-equipe-1-Responsable-technique-fr.pdf",
            "EXERCISE-002-Red-Ceiba-Team-kit-2-Technical-lead-en.pdf",
        ]
    assert sorted(path.name for path in target.iterdir()) == ["a.zip"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--seat", "tecnical"], "The scenario has no “tecnical”. It has: lead, technical, legal, communications, "
                                 "operations. Did you mean “technical”?"),
        (["--language", "de"], "The scenario has no “de”. It has: es, pt, en, fr."),
        (["--teams", "Azul:xx"], "The scenario has no “xx”."),
        (["--teams", "0"], "Name from 1 to 500 teams."),
        (["--teams", "501"], "Name from 1 to 500 teams."),
        (["--teams", ",".join(f"T{n}" for n in range(501))], "Name from 1 to 500 teams."),
        (["--teams", "Azul, Azul"], "Two teams are called “Azul”."),
        (["--teams", "Azul,,Verde"], "Give the team a name of 1 to 80 characters."),
        (["--start", "soon"], "“soon” is not an instant."),
        (["--kit", "players"], "'players' is not one of"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_wrong_usage_and_nothing_is_written(run, target, arguments, says):
    told = run("export", CEIBA, "--to", target / "a.zip", *arguments)
    assert told.exit_code == 2 and says in " ".join(told.stderr.split()), told.stderr
    assert list(target.iterdir()) == []


def test_options_of_a_pack_are_refused_for_other_kinds(run, target):
    told = run("export", CEIBA, "--to", target / "a.csv", "--teams", "3")
    assert told.exit_code == 2 and "are for a print pack (.pdf .zip)." in told.stderr
    assert list(target.iterdir()) == []


def test_too_many_kits_for_one_pdf_and_none_at_all_are_told(run, target):
    told = run("export", CEIBA, "--to", target / "a.pdf", "--teams", "60")
    assert told.exit_code == 1 and "One PDF holds at most 40 kits, and these are 308." in told.stderr
    (target / "scenario.yaml").write_text(yaml.safe_dump(scenario()))
    told = run("export", target, "--to", target / "a.pdf", "--kit", "evaluator")
    assert told.exit_code == 1 and "there is no kit for them." in told.stderr
    assert sorted(path.name for path in target.iterdir()) == ["scenario.yaml"]


def test_what_fails_on_the_way_leaves_nothing_behind(run, target, monkeypatch):
    monkeypatch.setattr("web.paper.pack.making.COMMAND", ("/bin/false",))
    told = run("export", CEIBA, "--to", target / "a.zip", "--kit", "facilitator", "--language", "es")
    assert told.exit_code == 1 and told.stderr.startswith("prontas: A kit could not be made")
    assert list(target.iterdir()) == []

"""docs/bundle.md says what a bundle has, and its ten lines of Python check one without Prontas."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.bundle.places import LEFT_OUT, PLACES
from simulator.bundle.public_columns import PUBLIC
from tests.bundle.making import files_of, pack, rows, verify, with_rows

DOCS = Path(__file__).parents[2] / "docs" / "bundle.md"


@pytest.fixture
def recipe(tmp_path):
    """Run the recipe of the page on a bundle, in a Python that knows nothing of Prontas."""
    [code] = re.findall(r"```python\n(.*?)```", DOCS.read_text(), re.DOTALL)
    assert len(code.strip().splitlines()) <= 12
    script = tmp_path / "check.py"
    script.write_text(code)
    return lambda path: subprocess.run(
        [sys.executable, "-I", script, path], capture_output=True, text=True, cwd=tmp_path
    )


def test_a_stranger_computes_the_same_head_without_prontas(whole, public, recipe):
    for path in (whole, public):
        told = recipe(path)
        [head] = verify(path).heads.values()

        assert told.returncode == 0, told.stderr
        assert told.stdout.split()[1:] == [str(head["seq"]), head["hash"]]


def test_a_stranger_finds_the_first_row_that_does_not_follow(whole, recipe, tmp_path):
    files = files_of(whole)
    [name] = [one for one in files if one.startswith("log/")]
    told = rows(files, name)
    told[16]["payload"] |= {"x": 1}
    found = recipe(pack(tmp_path / "b.zip", with_rows(files, name, told)))

    assert found.returncode == 1
    assert f"{name}: row 17 does not follow" in found.stderr


def test_every_table_and_every_public_column_is_described():
    text = DOCS.read_text()
    told = {
        line.split("|")[1].strip(" `"): re.findall(r"`(\w+)`", line.split("|")[2])
        for line in text.splitlines()
        if re.match(r"\| `\w+` \|", line)
    }

    assert {name: tuple(columns) for name, columns in told.items() if name in PUBLIC} == PUBLIC
    restricted = text.partition("### The restricted bundle")[2]
    assert [name for name in PLACES if f"`{name}`" not in restricted] == []
    assert [name for name in LEFT_OUT if f"`{name}`" not in restricted and name != "log"] == []


def test_every_key_of_the_manifest_and_every_kind_of_file_is_described(whole):
    text, files = DOCS.read_text(), files_of(whole)

    assert [name for name in json.loads(files["manifest.json"]) if f"`{name}`" not in text] == []
    for name in files:
        assert name.partition("/")[0].split(".")[0] in text

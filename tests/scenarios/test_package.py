"""A scenario comes as a file, a folder or an archive, and what a stranger sends cannot hurt us."""

import pytest

from scenarios.codes import CODES
from scenarios.load import check, load, load_upload, read_scenario
from scenarios.package import read_package
from tests.scenarios.cases import inject
from tests.scenarios.package_cases import ARCHIVES, DOCUMENT, FOLDERS, archive, folder


@pytest.mark.parametrize(("code", "make"), FOLDERS)
def test_what_cannot_be_read_from_the_disk_is_a_finding(code, make, tmp_path):
    [finding] = check(make(tmp_path))
    assert finding.code == code
    assert (finding.severity, tuple(finding.parameters)) == CODES[code]


@pytest.mark.parametrize(("code", "data"), ARCHIVES)
def test_what_cannot_be_read_from_an_archive_is_a_finding(code, data):
    loaded = load_upload(data, "azul.zip")
    assert loaded.scenario is None
    assert [(finding.file, finding.code) for finding in loaded.findings] == [("azul.zip", code)]
    assert tuple(loaded.findings[0].parameters) == CODES[code][1]


def test_a_folder_a_file_and_an_archive_hold_the_same_scenario(tmp_path):
    place = folder(tmp_path / "azul", files__a_txt="a", files__more__b_txt="b")
    (tmp_path / "azul.zip").write_bytes(archive(("files/a.txt", "a"), ("files/more/b.txt", "b")))
    loaded = [load(place), load(place / "scenario.yaml"), load(tmp_path / "azul.zip")]
    assert [one.scenario.id for one in loaded] == ["azul"] * 3
    assert [one.files for one in loaded] == [{"a.txt": b"a", "more/b.txt": b"b"}] * 3


def test_a_folder_zipped_as_a_whole_is_found_inside(tmp_path):
    (tmp_path / "azul.zip").write_bytes(archive(("azul/files/a.txt", "a"), document="azul/scenario.yaml"))
    package = read_package(tmp_path / "azul.zip")
    assert package.file == str(tmp_path / "azul.zip" / "azul" / "scenario.yaml")
    assert dict(package.files) == {"a.txt": b"a"}


def test_folders_inside_an_archive_are_no_files():
    assert load_upload(archive(("files/", ""), ("files/a.txt", "a")), "azul.zip").files == {"a.txt": b"a"}


def test_a_lone_document_is_uploaded_without_attachments():
    loaded = load_upload(DOCUMENT.encode(), "azul.yaml")
    assert (loaded.scenario.id, loaded.findings, loaded.files) == ("azul", [], {})


def test_an_attachment_is_found_beside_its_scenario(tmp_path):
    folder(tmp_path, files__a_txt="a")
    (tmp_path / "scenario.yaml").write_text(inject("files: [{file: a.txt}]"))
    scenario, findings = read_scenario(tmp_path)
    assert findings == []
    assert scenario.injects[0].files[0].file.say("es", ["es"]) == "a.txt"

"""A bundle that a stranger made hurts nobody: paths, links, bombs, doubles, nonsense (row 39)."""

import io
import json
import stat
import time
import tracemalloc
import warnings
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from scenarios.package_bounds import PackageError
from simulator.bundle.opening import MOST_ENTRIES, open_bundle
from simulator.refusal import Refusal
from tests.bundle.making import files_of


def archive(*entries):
    """Give an archive of ``(name or ZipInfo, content)``."""
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as target:
        for name, content in entries:
            target.writestr(name, content)
    return data.getvalue()


def link(name):
    entry = ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def bomb():
    return archive(("manifest.json", b"{}"), ("log/x.jsonl", b"\0" * (80 * 1024 * 1024)))


ABUSES = {
    "a way up": (lambda: archive(("../evil.txt", b"x")), "package_bad_path"),
    "an absolute path": (lambda: archive(("/etc/x", b"x")), "package_bad_path"),
    "a drive": (lambda: archive(("C:/x", b"x")), "package_bad_path"),
    "a link": (lambda: archive((link("x"), b"/etc/passwd")), "package_symlink"),
    "one name twice": (lambda: twice(), "package_duplicate_entry"),
    "what unpacks to a thousand times its size": (bomb, "package_too_large"),
    "too many entries": (lambda: many(), "package_too_many_entries"),
    "no archive": (lambda: b"nothing of the kind", "package_broken"),
    "half an archive": (lambda: bomb()[:3000], "package_broken"),
}


def twice():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return archive(("x", b"1"), ("x", b"2"))


def many():
    """Give an archive that is nothing but the directory of many entries."""
    data = io.BytesIO()
    with ZipFile(data, "w") as target:
        for number in range(4 * MOST_ENTRIES):
            target.filelist.append(_counted(number))
        target.start_dir = 0
        target._didModify = True
    return data.getvalue()


def _counted(number):
    entry = ZipInfo(str(number))
    entry.CRC = entry.compress_size = entry.file_size = entry.header_offset = 0
    return entry


@pytest.mark.parametrize("abuse", ABUSES)
def test_an_unsafe_archive_is_refused_in_a_second_and_little_memory(tmp_path, abuse):
    make, code = ABUSES[abuse]
    path = tmp_path / "b.zip"
    path.write_bytes(make())
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(PackageError) as caught, open_bundle(path):
        pass
    spent, (_now, most) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert caught.value.finding.code == code
    assert spent < 1
    assert most < 100 * 1024 * 1024


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PackageError) as caught, open_bundle(tmp_path / "no.zip"):
        pass

    assert caught.value.finding.code == "file_missing"


def test_a_folder_is_no_bundle(tmp_path):
    with pytest.raises(PackageError) as caught, open_bundle(tmp_path):
        pass

    assert caught.value.finding.code in ("package_broken", "file_unreadable")


NO_MANIFESTS = [b"", b"nonsense", b"[]", b'{"format": "1"}', b"[" * 50_000, b'{"format": 1, "kind": "public"}']


@pytest.mark.parametrize("manifest", [None, *NO_MANIFESTS], ids=range(len(NO_MANIFESTS) + 1))
def test_what_has_no_manifest_that_can_be_read_is_no_bundle(tmp_path, manifest):
    path = tmp_path / "b.zip"
    path.write_bytes(archive(("x", b"") if manifest is None else ("manifest.json", manifest)))
    with pytest.raises(Refusal) as caught, open_bundle(path):
        pass

    assert caught.value.code == "bundle_unreadable"


def test_the_manifest_is_looked_at_part_by_part(whole, tmp_path):
    manifest = json.loads(files_of(whole)["manifest.json"])
    for name, wrong in {
        "kind": "x", "schema": 1, "product": [], "of": {"drill": 1}, "files": {"x": 1}, "heads": {"drill:x": 5},
    }.items():  # fmt: skip
        path = tmp_path / "b.zip"
        path.write_bytes(archive(("manifest.json", json.dumps(manifest | {name: wrong}))))
        with pytest.raises(Refusal) as caught, open_bundle(path):
            pass
        assert caught.value.code == "bundle_unreadable", name

"""For each code of a file, a folder or an archive, something that has it."""

import os
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scenarios.package_bounds import MOST_BYTES, MOST_ENTRIES
from tests.scenarios.cases import ONE, PLAY

DOCUMENT = PLAY + ONE


def folder(place: Path, **files: str) -> Path:
    """Make a folder that holds a scenario, and other things by their path with ``__`` for a slash."""
    for name, text in {"scenario.yaml": DOCUMENT, **files}.items():
        path = place / name.replace("__", "/").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return place


def archive(*entries: tuple[str | ZipInfo, str], document: str = "scenario.yaml") -> bytes:
    """Make a zip archive that holds a scenario and other entries."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr(document, DOCUMENT)
        for name, text in entries:
            packed.writestr(name, text)
    return file.getvalue()


def link(name: str) -> ZipInfo:
    """Make the entry of a symbolic link."""
    entry = ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def encrypted() -> bytes:
    """Make an archive whose entries say that they are encrypted."""
    data = bytearray(archive())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def doubled() -> bytes:
    """Make an archive that holds two entries of one name."""
    return archive(("files/a.txt", "a"), ("files/b.txt", "b")).replace(b"files/b.txt", b"files/a.txt")


def lying() -> bytes:
    """Make an archive whose entry unpacks to more than it says."""
    data = bytearray(archive(("files/a.txt", "a" * 100)))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (1).to_bytes(4, "little")
    return bytes(data)


def bomb() -> bytes:
    """Make a small archive that unpacks to more than we take."""
    return archive(("files/a.txt", "\0" * (MOST_BYTES + 1)))


ARCHIVES = [
    ("package_broken", b"PK and no more"),
    ("package_broken", encrypted()),
    ("package_broken", lying()),
    ("package_too_many_entries", archive(*((f"files/{n}.txt", "") for n in range(MOST_ENTRIES)))),
    ("package_too_large", bomb()),
    ("package_bad_path", archive(("../a.txt", "a"))),
    ("package_bad_path", archive(("files/../../a.txt", "a"))),
    ("package_bad_path", archive(("/etc/a.txt", "a"))),
    ("package_bad_path", archive(("C:/a.txt", "a"))),
    ("package_bad_path", archive(("files\\a.txt", "a"))),
    ("package_bad_path", archive(("files/ab.txt", "a")).replace(b"files/ab", b"files/a\0")),
    ("package_symlink", archive((link("files/a.txt"), "/etc/passwd"))),
    ("package_duplicate_entry", doubled()),
    ("no_scenario", archive(document="other.yaml")),
    ("no_scenario", archive(document="far/too/deep/scenario.yaml")),
]


def missing(place: Path) -> Path:
    """Point to nothing."""
    return place / "absent.yaml"


def unreadable(place: Path) -> Path:
    """Point below a file, where no file can be."""
    return folder(place) / "scenario.yaml" / "scenario.yaml"


def without_scenario(place: Path) -> Path:
    """Point to an empty folder."""
    return place


def linked_document(place: Path) -> Path:
    """Make a folder whose scenario is a link."""
    (place / "scenario.yaml").symlink_to(place / "elsewhere.yaml")
    return place


def linked_file(place: Path) -> Path:
    """Make a folder one of whose attachments is a link."""
    folder(place, files__a_txt="a")
    (place / "files" / "b.txt").symlink_to("/etc/hostname")
    return place


def linked_files(place: Path) -> Path:
    """Make a folder whose attachments are elsewhere."""
    folder(place)
    (place / "files").symlink_to("/etc")
    return place


def crowded(place: Path) -> Path:
    """Make a folder with too many attachments."""
    folder(place, files__a_txt="a")
    for number in range(MOST_ENTRIES):
        (place / "files" / f"{number}.txt").touch()
    return place


def heavy(place: Path) -> Path:
    """Make a folder whose attachment is too large, without writing it to the disk."""
    folder(place, files__a_txt="a")
    os.truncate(place / "files" / "a.txt", MOST_BYTES)
    return place


def large_document(place: Path) -> Path:
    """Make a scenario file beyond the size."""
    folder(place)
    os.truncate(place / "scenario.yaml", 2 * 1024 * 1024 + 1)
    return place


def encoded(encoding: str, place: Path) -> Path:
    """Make a scenario file in another encoding."""
    (place / "scenario.yaml").write_bytes(DOCUMENT.replace("Aviso", "Señal").encode(encoding))
    return place


FOLDERS = [
    ("file_missing", missing),
    ("file_unreadable", unreadable),
    ("no_scenario", without_scenario),
    ("package_symlink", linked_document),
    ("package_symlink", linked_file),
    ("package_symlink", linked_files),
    ("package_too_many_entries", crowded),
    ("package_too_large", heavy),
    ("file_too_large", large_document),
    ("wrong_encoding", lambda place: encoded("utf-16", place)),
    ("wrong_encoding", lambda place: encoded("utf-32", place)),
    ("not_utf8", lambda place: encoded("latin-1", place)),
]

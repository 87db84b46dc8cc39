"""Attachments that come one by one: within the same bounds as those of a folder or an archive."""

from collections.abc import Mapping
from unicodedata import normalize

from scenarios.package_bounds import Bounds, PackageError

LONGEST_NAME = 200


def check_files(files: Mapping[str, bytes], document: int = 0) -> None:
    """Raise ``PackageError`` for too many, too large or badly named attachments beside *document* bytes."""
    bounds = Bounds("files")
    bounds.count(len(files) + 1)
    bounds.weigh(document)
    names: set[str] = set()
    for path, content in files.items():
        _refuse_bad_path(path)
        bounds.weigh(len(content))
        name = normalize("NFC", path).casefold()
        if name in names:
            raise PackageError("package_duplicate_entry", bounds.file, entry=path)
        names.add(name)


def _refuse_bad_path(path: str) -> None:
    steps = path.split("/")
    if not path.isprintable() or "\\" in path or len(path) > LONGEST_NAME or {"", ".", ".."} & set(steps):
        raise PackageError("package_bad_path", "files", entry=path[:LONGEST_NAME].replace("\0", "␀"))

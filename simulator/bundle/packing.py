"""Writing the archive: the same files give the same bytes, and each one's SHA-256 stands in the manifest."""

import hashlib
from collections.abc import Iterable
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from simulator.bundle.row_json import line_of

MANIFEST = "manifest.json"
# The first instant that a zip archive can say: files of a bundle have none of their own.
NO_TIME = (1980, 1, 1, 0, 0, 0)
UNIX = 3


class Pack:
    """An archive that is being written to *target*; *digests* are the SHA-256 of its files by name."""

    def __init__(self, target: IO[bytes]) -> None:
        self._archive = ZipFile(target, "w", ZIP_DEFLATED)
        self.digests: dict[str, str] = {}

    def add(self, name: str, content: bytes | Iterable[bytes]) -> None:
        """Add a file, once: a second of the same name has the same content, and is left away."""
        if name in self.digests:
            return
        told = hashlib.sha256()
        with self._archive.open(_entry(name), "w") as stream:
            for part in [content] if isinstance(content, bytes) else content:
                told.update(part)
                stream.write(part)
        self.digests[name] = told.hexdigest()

    def close(self, manifest: dict[str, object]) -> None:
        """Write the manifest with all digests, and end the archive."""
        self._archive.writestr(_entry(MANIFEST), line_of({**manifest, "files": self.digests}))
        self._archive.close()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, 0o644 << 16
    return entry

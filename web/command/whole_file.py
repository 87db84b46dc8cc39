"""A file that is written whole or not at all, whatever happens on the way."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

_PIECE = 1024 * 1024


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write beside the place of a file and move it there when it is on the disk; raise ``OSError``.

    Pieces are written as they come; where one of them fails, nothing has been written.
    """
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".prontas-", delete=False) as target:
        written = Path(target.name)
        try:
            target.writelines([data] if isinstance(data, bytes) else data)
            target.flush()
            os.fsync(target.fileno())
            # Others may read what this person's other files let them read.
            written.chmod(0o666 & ~_umask())
            written.replace(path)
        finally:
            with suppress(FileNotFoundError):
                written.unlink()


def keep_former(path: Path, data: bytes) -> Path | None:
    """Keep what a file holds beside it under its name with ``~``; give that, ``None`` where nothing else is in it.

    What was kept before is replaced, whole or not at all; raise ``OSError``.
    """
    if not path.is_file() or (path.stat().st_size == len(data) and path.read_bytes() == data):
        return None
    kept = path.with_name(f"{path.name}~")
    with path.open("rb") as former:
        write_whole(kept, iter(lambda: former.read(_PIECE), b""))
    return kept


@contextmanager
def beside(to: Path) -> Iterator[tuple[IO[bytes], Any]]:
    """Give a file in the same folder, and how to move it to its place; what was not moved is gone."""
    folder = to if to.is_dir() else to.parent
    # Only its owner reads it: it holds people's words.
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".prontas-", delete=False) as target:
        written = Path(target.name)

        def finish(path: Path) -> None:
            target.flush()
            os.fsync(target.fileno())
            written.replace(path)

        try:
            yield target, finish
        finally:
            with suppress(FileNotFoundError):
                written.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

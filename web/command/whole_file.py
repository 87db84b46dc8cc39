"""A file that is written whole or not at all, whatever happens on the way."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the place of a file and move it there when it is on the disk; raise ``OSError``."""
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".prontas-", delete=False) as target:
        written = Path(target.name)
        try:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
            # Others may read what this person's other files let them read.
            written.chmod(0o666 & ~_umask())
            written.replace(path)
        finally:
            with suppress(FileNotFoundError):
                written.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

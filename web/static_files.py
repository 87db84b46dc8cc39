"""Static files with their compressed twins, made once at the start: no build step, small first loads."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from whitenoise.compress import Compressor


@cache
def served_folder(source: Path) -> Path:
    """Copy *source* into a folder of this process and compress what compresses; give the folder."""
    folder = Path(tempfile.mkdtemp(prefix="prontas-static-"))
    shutil.copytree(source, folder, dirs_exist_ok=True)
    compressor = Compressor(quiet=True, use_brotli=False)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and compressor.should_compress(path.name):
            list(compressor.compress(str(path)))
    return folder

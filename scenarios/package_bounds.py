"""How large a scenario with its attachments may be, and what it may not hold, wherever it comes from."""

from scenarios.finding import Finding, Parameter

MOST_ENTRIES = 1_000
MOST_BYTES = 50 * 1024 * 1024


class PackageError(Exception):
    """Refuse a file, a folder or an archive as a whole."""

    def __init__(self, code: str, file: str, **parameters: Parameter) -> None:
        super().__init__(code)
        self.finding = Finding(file, 1, 1, "error", code, parameters)


class Bounds:
    """Count what is read; raise ``PackageError`` when it is too much."""

    def __init__(self, file: str, most_entries: int = MOST_ENTRIES, most_bytes: int = MOST_BYTES) -> None:
        self.file = file
        self._most_entries, self._most_bytes = most_entries, most_bytes
        self.entries = 0
        self.bytes = 0

    def count(self, entries: int) -> None:
        """Add files and folders."""
        self.entries += entries
        self.refuse_count(self.entries)

    def refuse_count(self, entries: int) -> None:
        """Refuse more entries than there may be, before they are looked at."""
        if entries > self._most_entries:
            raise PackageError("package_too_many_entries", self.file, entries=entries, most=self._most_entries)

    def weigh(self, size: int) -> None:
        """Add bytes, before they are read."""
        self.bytes += size
        if self.bytes > self._most_bytes:
            raise PackageError("package_too_large", self.file, bytes=self.bytes, most=self._most_bytes)

    def refuse_link(self, is_link: bool, entry: str) -> None:
        """Refuse a symbolic link: it may point anywhere on the machine that reads."""
        if is_link:
            raise PackageError("package_symlink", self.file, entry=entry)

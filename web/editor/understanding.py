"""A stored text as the editor works on it: what it holds, even where it is wrong, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from scenarios.reading import Reading
from scenarios.scenario import Scenario
from scenarios.shape import read_shape
from scenarios.yaml_reader import read_yaml
from simulator.kept import Kept
from web.editor.placing import Places

DOCUMENT = "scenario.yaml"


@dataclass(frozen=True)
class Understood:
    """A text, its nodes, its findings; *sound* is None where one of them is an error."""

    text: str
    reading: Reading
    findings: tuple[Finding, ...]
    sound: Scenario | None

    @cached_property
    def plain(self) -> dict[str, Any]:
        """Give the document as dicts, lists and scalars; nothing where it cannot be read at all."""
        plain = self.reading.plain()
        return plain if isinstance(plain, dict) else {}

    @cached_property
    def mended(self) -> Scenario | None:
        """Give the scenario with stand-ins where its shape is wrong, for what can be shown all the same."""
        if self.sound is not None:
            return self.sound
        scenario, _faults = read_shape(Scenario, self.reading.plain()) if self.plain else (None, [])
        return scenario

    @cached_property
    def places(self) -> Places:
        """Give what stands where in the text."""
        return Places(self.reading.root)

    @property
    def injects(self) -> list[tuple[int, dict[str, Any]]]:
        """Give the injects that are mappings, with their places in the list."""
        written = self.plain.get("injects")
        listed = written if isinstance(written, list) else []
        return [(place, one) for place, one in enumerate(listed) if isinstance(one, dict)]

    def inject(self, inject_id: str) -> tuple[int, dict[str, Any]] | None:
        """Find an inject by its id, as it is written; the first of two."""
        return next(((place, one) for place, one in self.injects if str(one.get("id", "")) == inject_id), None)

    def errors(self) -> int:
        """Count what stops a drill from being made."""
        return sum(one.severity == "error" for one in self.findings)


_KEPT = Kept[str, Understood](8)


def understood(digest: str, text: str, findings: Sequence[Finding], sound: Scenario | None) -> Understood:
    """Give a text that the store has checked; what was looked at lately is not read again."""
    return _KEPT.of(
        digest, lambda: Understood(text, read_yaml(_bytes(text), DOCUMENT), tuple(findings), sound)
    )  # fmt: skip


def understand(text: str, sizes: Mapping[str, int]) -> Understood:
    """Read and check a text that is stored nowhere; *sizes* are those of its attachments."""
    files = {name: _Sized(size) for name, size in sizes.items()}
    sound, findings = read_scenario_text(_bytes(text), DOCUMENT, files=files)  # type: ignore[arg-type]
    return Understood(text, read_yaml(_bytes(text), DOCUMENT), tuple(findings), sound)


def _bytes(text: str) -> bytes:
    # Half a character is no text: the reader says where it is.
    return text.encode("utf-8", "surrogatepass")


class _Sized:
    """Stand for a file of which only the size is asked."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __len__(self) -> int:
        return self._size

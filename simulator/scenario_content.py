"""A scenario of the store as it would be saved: its bytes with their digest, what `check` finds, what lists show."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from scenarios.package_bounds import PackageError
from scenarios.package_files import check_files
from scenarios.scenario import Scenario
from scenarios.yaml_bytes import UnreadableError, decode
from scenarios.yaml_reader import read_yaml
from simulator.frozen import digest_of
from simulator.kept import Kept
from simulator.refusal import Refusal

NAME = "scenario.yaml"
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Content:
    """Bytes of a document that is text, and what follows from them beside its attachments, of which it has the sizes.

    *scenario* is ``None`` where a finding is an error: such a draft can be stored, but no drill is made from it.
    *plain* is the document as dicts, lists and scalars, also where it has errors; ``None`` where it is no YAML.
    """

    content: bytes
    sizes: Mapping[str, int]
    digest: str
    scenario: Scenario | None
    findings: tuple[Finding, ...]
    plain: Any
    summary: dict[str, Any]

    @property
    def text(self) -> str:
        """Give the document's text, with the mark of its encoding where it has one."""
        return self.content.decode()


_KEPT = Kept[str, Content](8)


def checked(content: bytes, files: Mapping[str, bytes]) -> Content:
    """Check a document with its attachments; what was checked lately is not read again.

    Refused with findings where it is no text, or where it is too large to be stored. Checking takes a second for a long
    one: who saves does it before her transaction, so that no drill waits for it.
    """
    digest = digest_of(content, {name: hashlib.sha256(data).digest() for name, data in files.items()})
    return _KEPT.of(digest, lambda: _check(content, files, digest))


def _check(content: bytes, files: Mapping[str, bytes], digest: str) -> Content:
    try:
        decode(content)
        check_files(files, len(content))
    except UnreadableError as error:
        finding = Finding(NAME, error.mark.line, error.mark.column, "error", error.code, error.parameters)
        raise Refusal("scenario_unreadable", findings=[finding]) from None
    except PackageError as error:
        raise Refusal("scenario_unreadable", findings=[error.finding]) from None
    scenario, findings = read_scenario_text(content, NAME, files)
    plain = read_yaml(content, NAME).plain()
    sizes = {name: len(data) for name, data in files.items()}
    return Content(content, sizes, digest, scenario, tuple(findings), plain, _summary(plain, findings))


def _summary(plain: Any, findings: list[Finding]) -> dict[str, Any]:
    document = plain if isinstance(plain, dict) else {}
    injects, languages = document.get("injects"), document.get("languages")
    errors = sum(finding.severity == "error" for finding in findings)
    return {
        "id": _words(document.get("id")),
        "title": _title(document.get("title")),
        "languages": [_words(one)[:12] for one in languages[:50]] if isinstance(languages, list) else [],
        "duration": _words(document.get("duration")),
        "injects": len(injects) if isinstance(injects, list) else 0,
        "errors": errors, "warnings": len(findings) - errors,
    }  # fmt: skip


def _title(written: Any) -> dict[str, str]:
    if isinstance(written, dict):
        return {_words(language)[:12]: _words(one) for language, one in list(written.items())[:50]}
    return {"": _words(written)}


def _words(written: Any) -> str:
    # A broken draft may have anything here; a half of a character no database takes.
    words = "" if written is None or isinstance(written, dict | list) else str(written)
    return words.replace("\0", "").encode("utf-8", "replace").decode()[:_LONGEST_TITLE]

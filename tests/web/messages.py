"""Every message that the web floor says, found where it is said: templates, Python, scripts."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.extract import extract, extract_from_file

TOP = Path(__file__).parents[2]
WEB = TOP / "web"
JINJA = {"trimmed": "false", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
IN_TEMPLATES = {"_": None, "_n": (1, 2)}
IN_PYTHON = {"_": None, "_n": (1, 2), "N_": None, "say": (2,), "say_count": (2, 3)}


@dataclass(frozen=True)
class Message:
    """What is said (both forms, where it is counted) and where."""

    place: str
    forms: tuple[str, ...]


@cache
def messages() -> list[Message]:
    """List all messages under ``web/``; they are looked for once, by the first who asks."""
    return [Message(f"{path.relative_to(TOP)}:{line}", forms) for path, line, forms in _everywhere()]


def _everywhere() -> Iterator[tuple[Path, int, tuple[str, ...]]]:
    for path in sorted(WEB.rglob("*")):
        if path.suffix == ".py":
            yield from _in(path, "python", IN_PYTHON, {})
        elif path.suffix == ".js" and "vendor" not in path.parts:
            yield from _in(path, "javascript", IN_TEMPLATES, {"parse_template_string": "true"})
        elif "templates" in path.parts and path.is_file():
            with path.open("rb") as file:
                found = list(extract("jinja2.ext:babel_extract", file, keywords=IN_TEMPLATES, options=JINJA))
            yield from ((path, line, _forms(said)) for line, said, _comments, _context in found)


def _in(path: Path, method: str, keywords: dict, options: dict) -> Iterator[tuple[Path, int, tuple[str, ...]]]:
    for line, said, _comments, _context in extract_from_file(method, path, keywords=keywords, options=options):
        yield path, line, _forms(said)


def _forms(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


@dataclass(frozen=True)
class Raised:
    """A refusal that is raised with a code that stands in the source, and the parameters given with it."""

    place: str
    code: str
    parameters: frozenset[str]


def refusals_raised(*floors: str) -> Iterator[Raised]:
    """Find every ``Refusal("…")`` and ``AnswerError("…")`` in the source of some floors."""
    for path in (path for floor in floors for path in sorted((TOP / floor).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(
                    func=ast.Name(id="Refusal" | "AnswerError"), args=[ast.Constant(value=str(code))], keywords=given
                ):
                    named = frozenset(keyword.arg for keyword in given if keyword.arg)
                    yield Raised(f"{path.relative_to(TOP)}:{node.lineno}", code, named)

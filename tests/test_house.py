"""The house stands: each floor imports only from below and only its own libraries (ARCHITECTURE.md, The house)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
ANY = None

# floor: (floors of ours it may import, libraries it may import; None is any but the forbidden ones)
FLOORS: dict[str, tuple[set[str], set[str] | None]] = {
    "injects": (set(), {"pydantic"}),
    "scoring": (set(), {"highspy"}),
    "scenarios": ({"injects", "scoring"}, {"yaml", "pydantic", "markdown_it", "python_calamine", "xlsxwriter"}),
    "simulator": (
        {"injects", "scoring", "scenarios"},
        {"sqlalchemy", "alembic", "apscheduler", "argon2", "pyotp", "psycopg", "pydantic_settings", "structlog"},
    ),
    "web": ({"injects", "scoring", "scenarios", "simulator"}, ANY),
}
FORBIDDEN = {"web": {"sqlalchemy", "alembic", "yaml"}}
LIVE_ONLY = {"gevent", "geventwebsocket", "flask_socketio"}
LONGEST = 300
# Alembic writes these, and nobody edits them afterwards.
GENERATED = TOP / "simulator" / "migrations" / "versions"


def files_of(floor: str) -> list[Path]:
    return sorted(path for path in (TOP / floor).rglob("*.py") if "node_modules" not in path.parts)


def imported_by(source: str) -> Iterator[tuple[int, str]]:
    """Give (line, top-level module) of everything a source imports, at its top or inside functions."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, name.name.partition(".")[0]) for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield node.lineno, module.partition(".")[0]
            case ast.Call(func=ast.Name(id="__import__" | "import_module"), args=[ast.Constant(value=str(name)), *_]):
                yield node.lineno, name.partition(".")[0]
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]):
                yield node.lineno, name.partition(".")[0]


def strays(floor: str, source: str) -> list[tuple[int, str]]:
    own, libraries = FLOORS[floor]
    return [
        (line, module)
        for line, module in imported_by(source)
        if module not in sys.stdlib_module_names
        and module != floor
        and (module not in own if module in FLOORS else _is_foreign(floor, module, libraries))
    ]


def _is_foreign(floor: str, module: str, libraries: set[str] | None) -> bool:
    return module in FORBIDDEN.get(floor, ()) if libraries is None else module not in libraries


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_from_below_and_only_its_libraries(floor):
    found = [
        f"{path.relative_to(TOP)}:{line} imports {module}"
        for path in files_of(floor)
        for line, module in strays(floor, path.read_text())
    ]

    assert found == []


@pytest.mark.parametrize(
    ("floor", "source", "stray"),
    [
        ("injects", "import scoring", "scoring"),
        ("scoring", "def f():\n    from injects.inject import Inject", "injects"),
        ("scenarios", "from sqlalchemy import select", "sqlalchemy"),
        ("simulator", "from web.words import say", "web"),
        ("simulator", "import pydantic", "pydantic"),
        ("web", "if True:\n    import sqlalchemy.orm", "sqlalchemy"),
        ("web", "from yaml import safe_load", "yaml"),
        ("web", "import importlib\nimportlib.import_module('sqlalchemy')", "sqlalchemy"),
    ],
)
def test_a_stray_import_is_found_wherever_it_hides(floor, source, stray):
    assert [module for _line, module in strays(floor, source)] == [stray]


def test_what_a_floor_may_import_is_no_stray():
    assert strays("simulator", "import json\nfrom injects.msel import Msel\nfrom sqlalchemy.orm import Session") == []
    assert strays("web", "import flask\nfrom simulator.house import House") == []


def test_gevent_stays_in_its_room():
    live = TOP / "web" / "live"
    found = [
        f"{path.relative_to(TOP)}:{line} imports {module}"
        for floor in FLOORS
        for path in files_of(floor)
        if not path.is_relative_to(live)
        for line, module in imported_by(path.read_text())
        if module in LIVE_ONLY
    ]

    assert found == []


def test_one_file_selects_with_the_optimiser():
    users = [
        str(path.relative_to(TOP))
        for floor in FLOORS
        for path in files_of(floor)
        if "highspy" in {module for _line, module in imported_by(path.read_text())}
    ]

    assert users == ["scoring/selection/optimiser.py"]


@pytest.mark.parametrize("folder", FLOORS)
def test_a_file_fits_on_a_few_screens(folder):
    lengths = {
        str(path.relative_to(TOP)): len(path.read_text().splitlines())
        for path in files_of(folder)
        if not path.is_relative_to(GENERATED)
    }

    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


@pytest.mark.parametrize("floor", FLOORS)
def test_the_first_line_of_a_file_says_what_it_is_for(floor):
    silent = [
        str(path.relative_to(TOP))
        for path in files_of(floor)
        if not path.is_relative_to(GENERATED) and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []

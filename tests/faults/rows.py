"""All rows of the suite by their number in the table of faults: what each is called, and what runs it."""

import importlib
import pkgutil
from types import ModuleType

import tests.faults as here

# A row of more than one run (one per engine, say) has a module for each: ``rowNN_….py`` with NUMBER, TITLE and run.
PREFIX = "row"


def all_rows() -> list[ModuleType]:
    """Give the modules of the rows, by number and then by name."""
    names = [found.name for found in pkgutil.iter_modules(here.__path__) if found.name.startswith(PREFIX)]
    names = [name for name in names if name[len(PREFIX) : len(PREFIX) + 2].isdigit()]
    modules = [importlib.import_module(f"tests.faults.{name}") for name in names]
    return sorted(modules, key=lambda module: (module.NUMBER, module.__name__))


def name_of(row: ModuleType) -> str:
    """Give a row's short name, such as ``row01_kill``."""
    return row.__name__.rpartition(".")[2]

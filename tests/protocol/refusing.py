"""Which codes a request can be refused with: found in the code itself, along the functions that it calls."""

import ast
import inspect
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

OURS = ("injects.", "simulator.", "web.live.")
ERRORS = ("Refusal", "AnswerError")


def codes_behind(starts: Iterable[Any]) -> set[str]:
    """Give the codes in ``Refusal("…")`` and ``AnswerError("…")`` in *starts* and in all of ours that they call."""
    seen: set[int] = set()
    todo, codes = list(starts), set[str]()
    methods, called = list[Any](), set[str]()
    while todo or (todo := _pressed(methods, called)):
        one = todo.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, dict):
            todo += one.values()
        elif inspect.isclass(one):
            methods += [function for function in vars(one).values() if inspect.isfunction(function)]
        elif (tree := _tree_of(one)) is not None:
            codes |= set(_codes_in(tree))
            called |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            todo += _named_in(tree, one.__globals__)
    return codes


def _pressed(methods: list[Any], called: set[str]) -> list[Any]:
    # A method counts once somebody calls one of its name.
    found = [method for method in methods if method.__name__ in called]
    methods[:] = [method for method in methods if method.__name__ not in called]
    return found


def _tree_of(one: Any) -> ast.AST | None:
    if not inspect.isfunction(one) or not one.__module__.startswith(OURS):
        return None
    try:
        return ast.parse(textwrap.dedent(inspect.getsource(one)))
    except OSError:
        # What dataclasses make has no source.
        return None


def _codes_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(code)), *_]) if name in ERRORS:
                yield code


def _named_in(tree: ast.AST, names: dict[str, Any]) -> Iterator[Any]:
    for node in ast.walk(tree):
        value = names.get(node.id) if isinstance(node, ast.Name) else None
        ours = getattr(value, "__module__", "").startswith(OURS) if inspect.isclass(value) else True
        if inspect.isfunction(value) or isinstance(value, dict) or (inspect.isclass(value) and ours):
            yield value

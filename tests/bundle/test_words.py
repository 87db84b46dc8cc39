"""Everything that can be found wrong in a bundle can be said, with only what is known of it."""

import ast
import re
from pathlib import Path

import simulator.bundle
from web.words.bundles import FAULTS

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
# What is handed on as a whole: its names are looked up where it is made.
HANDED_ON = {"standing_differs", "head_differs", "row_broken", "row_out_of_order", "published_differs"}


def raised():
    """Give every code with the names of its parameters, None where they are not written out."""
    for path in sorted(Path(simulator.bundle.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Attribute(attr="fault"), args=[first, *_], keywords=words):
                    yield from ((code, {one.arg for one in words}) for code in codes_in(first))
                case ast.Call(func=ast.Name(id="Fault"), args=[first, *_]):
                    yield from ((code, None) for code in codes_in(first))


def codes_in(node):
    if isinstance(node, ast.IfExp):
        return [*codes_in(node.body), *codes_in(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) else []


def test_every_fault_has_words_and_every_word_a_fault():
    assert {code for code, _names in raised()} == set(FAULTS)


def test_the_words_of_a_fault_name_only_what_it_tells():
    wrong = {
        code: set(PLACEHOLDER.findall(FAULTS[code])) - names
        for code, names in raised()
        if names is not None and None not in names and code not in HANDED_ON
    }

    assert {code: names for code, names in wrong.items() if names} == {}

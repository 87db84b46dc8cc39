"""Operations to steps: what each comes down to in a document as it is."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from injects.inject import ID_PATTERN
from scenarios.editing import operations as do
from scenarios.editing.differing_values import steps_to
from scenarios.editing.errors import EditError, path_words
from scenarios.editing.order import is_text, languages_of, order_at, place_for
from scenarios.editing.places import exact, exact_so_far, id_of, inject_path, place_in
from scenarios.editing.renaming import plan_rename
from scenarios.editing.shifting import plan_shift
from scenarios.editing.spoken import given_languages
from scenarios.editing.steps import Copy, MoveTo, PutIn, Replace, Step, TakeOut, applied, at
from scenarios.editing.values import clean
from scenarios.node import Path
from scenarios.scenario import LANGUAGE_PATTERN


def plan(document: Any, operation: do.Operation) -> list[Step]:
    """Give the steps of an operation; raise ``EditError`` where it does not fit the document."""
    planner: Callable[[Any, Any], list[Step]] = _PLANNERS[type(operation)]
    return planner(document, operation)


def _plan_set(document: Any, operation: do.Set) -> list[Step]:
    value = clean(operation.value, operation.path)
    found, rest = exact_so_far(document, operation.path)
    if not rest:
        return steps_to(document, found, value)
    if len(rest) == 1 and isinstance(words := at(document, found), str) and is_text(found):
        # One string served every language; from here on each has its own.
        spoken = dict.fromkeys(languages_of(document), words) | {str(rest[0]): value}
        return [Replace(found, spoken)]
    for step in reversed(rest[1:]):
        value = {step: value}
    if not all(isinstance(step, str) for step in rest):
        raise EditError("edit_unknown_path", path=path_words(operation.path))
    return _put_at(document, found, str(rest[0]), value, operation.path)


def _put_at(document: Any, path: Path, key: str, value: Any, named: Path) -> list[Step]:
    holder = at(document, path)
    if holder is None or holder == {}:
        return [Replace(path, {key: value})]
    if not isinstance(holder, dict):
        raise EditError("edit_unknown_path", path=path_words(named))
    return [PutIn(path, place_for(list(holder), key, order_at(document, path)), key, value)]


def _plan_remove(document: Any, operation: do.Remove) -> list[Step]:
    return taken_out(document, exact(document, operation.path))


def taken_out(document: Any, path: Path) -> list[Step]:
    """Give the step that takes out what is at an exact path; of the last entry an empty list or mapping is left."""
    holder = at(document, path[:-1])
    if len(holder) > 1:
        return [TakeOut(path)]
    if len(path) == 1:
        raise EditError("edit_last_one", path=path_words(path))
    return [Replace(path[:-1], type(holder)())]


def _plan_insert(document: Any, operation: do.Insert) -> list[Step]:
    value = clean(operation.value, operation.path)
    found, rest = exact_so_far(document, operation.path)
    entries = value_of_new(value, operation)
    if rest:
        return _plan_set(document, do.Set(path=operation.path, value=entries))
    holder = at(document, found)
    _refuse_taken(holder, value, operation)
    if not holder:
        return [Replace(found, entries)]
    if not isinstance(holder, dict if operation.key is not None else list):
        raise EditError("edit_unknown_path", path=path_words(operation.path))
    return [PutIn(found, _place_before(holder, operation.before, operation.path), operation.key, value)]


def value_of_new(value: Any, operation: do.Insert) -> Any:
    """Give the list or mapping that has the new entry alone."""
    return [value] if operation.key is None else {clean(operation.key, operation.path): value}


def _refuse_taken(holder: Any, value: Any, operation: do.Insert) -> None:
    name = operation.key if operation.key is not None else id_of(value)
    if name is not None and isinstance(holder, dict | list) and place_in(holder, name) is not None:
        raise EditError("edit_id_taken", value=name)


def _place_before(holder: Any, before: str | int | None, path: Path) -> int:
    if before is None:
        return len(holder)
    known = place_in(holder, before)
    if known is None:
        raise EditError("edit_unknown_path", path=path_words((*path, before)))
    return list(holder).index(known) if isinstance(holder, dict) else int(known)


def _plan_move(document: Any, operation: do.Move) -> list[Step]:
    path = exact(document, operation.path)
    holder = at(document, path[:-1])
    own = list(holder).index(path[-1]) if isinstance(holder, dict) else int(path[-1])
    to = _place_before(holder, operation.before, operation.path[:-1])
    to -= to > own
    return [MoveTo(path, to)] if to != own else []


def _plan_duplicate(document: Any, operation: do.Duplicate) -> list[Step]:
    path = inject_path(document, operation.inject)
    taken = {id_of(one) for one in document["injects"]}
    new = operation.new_id if operation.new_id is not None else _free_id(operation.inject, taken)
    if new in taken:
        raise EditError("edit_id_taken", value=new)
    if not re.fullmatch(ID_PATTERN, new):
        raise EditError("edit_bad_id", value=new)
    return [Copy(path), Replace(("injects", int(path[-1]) + 1, "id"), new)]


def _free_id(inject: str, taken: set[str | None]) -> str:
    number = 2
    while (found := f"{inject[:58]}-{number}") in taken:
        number += 1
    return found


def _plan_language(document: Any, operation: do.AddLanguage) -> list[Step]:
    if not re.fullmatch(LANGUAGE_PATTERN, operation.language):
        raise EditError("edit_bad_id", value=operation.language)
    if operation.language in languages_of(document):
        raise EditError("edit_language_there", value=operation.language)
    # What served all readers so far was written for those it had; the new ones are still to get their own.
    spoken = given_languages(document, languages_of(document))
    return [*spoken, *_plan_insert(document, do.Insert(path=("languages",), value=operation.language))]


_PLANNERS: Mapping[type, Callable[[Any, Any], list[Step]]] = {
    do.Set: _plan_set,
    do.Remove: _plan_remove,
    do.Insert: _plan_insert,
    do.Move: _plan_move,
    do.Duplicate: _plan_duplicate,
    do.Rename: plan_rename,
    do.Shift: plan_shift,
    do.AddLanguage: _plan_language,
}

__all__ = ["applied", "plan", "taken_out"]

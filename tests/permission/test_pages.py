"""The walk: every page × everybody × every place, each cell as the permission table says and as a refusal looks.

What is not hers looks like what is not there: the same status, body, size and headers, and nothing has changed.
"""

import pytest

from tests.permission.asking import ABSENT, OPEN, SIGN_IN, expected
from tests.permission.world import NOBODYS, SCOPES
from simulator.permission import STAFF
from tests.walk import edges_of
from web.matrix import AT_THE_DOOR, PAGES

PRINCIPALS = [
    NOBODYS, "participant of Azul", "participant of Verde", "participant of another drill", "account without a role",
    *(f"{role} {where}" for role in STAFF for where in SCOPES),
]  # fmt: skip


def test_every_page_is_in_the_matrix_and_the_matrix_names_no_other(walker):
    assert {page.key for page in edges_of(walker.app)} ^ set(PAGES) == set()


def test_everybody_of_the_world_walks(walker):
    assert set(PRINCIPALS) == set(walker.world.principals)


def cell(walker, principal, page, place, accept):
    """Walk one cell; give what is wrong with it, None where it is as the table says."""
    ids = walker.world.places[place]
    wanted = expected(walker.world, principal, page, place)
    if wanted == OPEN:
        answer = walker.ask(principal, page, ids, accept=accept)
        walker.has_changed()
        closed = answer.status in (401, 404) or is_door(answer)
        wrong = answer.status >= 500 or (closed and PAGES[page.key].asks != "anybody")
        return f"{answer.status} instead of an answer" if wrong else None
    twin = walker.twin(principal, page, ids, accept=accept)
    walker.has_changed()
    answer = walker.ask(principal, page, ids, accept=accept)
    if walker.has_changed():
        return "it has changed something"
    if answer.looks != twin.looks:
        return f"{answer.status} does not look like {twin.status} for what is not there"
    if wanted == SIGN_IN:
        return None if is_door(answer) or answer.status == 401 else f"{answer.status} instead of the door"
    return None if answer.status == 404 else f"{answer.status} instead of absence"


def is_door(answer):
    places = [value for name, value in answer.headers if name == "Location"]
    return answer.status == 303 and any(value == "/" or value.startswith("/sign-in") for value in places)


@pytest.mark.parametrize("name", PRINCIPALS)
def test_every_cell_of_somebody_is_as_the_table_says(walker, name, record_property):
    principal = walker.world.principals[name]
    wrong, cells = {}, 0
    for page in edges_of(walker.app):
        for place in walker.world.places:
            for accept in ("text/html", "application/json"):
                cells += 1
                if problem := cell(walker, principal, page, place, accept):
                    wrong[f"{page.method} {page.key}, {place}, {accept}"] = problem

    record_property("cells", cells)
    print(f"{name}: {cells} cells")
    assert wrong == {}

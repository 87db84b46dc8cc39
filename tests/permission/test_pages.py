"""The walk: every page × everybody × every place, each cell as the permission table says and as a refusal looks.

What is not hers looks like what is not there: the same status, body, size and headers, and nothing has changed.
"""

import pytest

from simulator.permission import STAFF
from tests.permission.asking import OPEN, REFUSED, SIGN_IN, expected, walks
from tests.permission.world import NOBODYS, SCOPES
from tests.walk import edges_of
from web.matrix import PAGES

PRINCIPALS = [
    NOBODYS, "participant of Azul", "participant of Verde", "participant of another drill", "applicant, one lead",
    "applicant, another lead", "account without a role",
    *(f"{role} {where}" for role in STAFF for where in SCOPES),
    *(f"token of {role} {where}" for role in STAFF for where in ("here", "everywhere")),
    *(f"token of {role} everywhere, bound here" for role in STAFF),
    "token to read of facilitator everywhere", "token to run of facilitator everywhere",
    "token to make of facilitator everywhere", "token to rate of evaluator everywhere",
    "token to scenarios of facilitator everywhere",
    "token to results of organizer everywhere", "revoked token", "expired token",
]  # fmt: skip


FOR_ALL = (NOBODYS, "participant of Azul", "organizer everywhere", "token of organizer everywhere")


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
        walker.restore()
        closed = answer.status in (401, 404) or is_door(answer)
        # Of an app that nobody's clock drives, `/readyz` says 503, and that is an answer.
        broken = answer.status >= 500 and page.key != "watching.readyz"
        wrong = broken or (closed and PAGES[page.key].asks != "anybody")
        return f"{answer.status} instead of an answer" if wrong else None
    twin = walker.twin(principal, page, ids, accept=accept)
    walker.restore()
    answer = walker.ask(principal, page, ids, accept=accept)
    if walker.has_changed():
        return "it has changed something"
    if twin is not None and answer.looks != twin.looks:
        return f"{answer.status} does not look like {twin.status} for what is not there"
    if wanted == SIGN_IN:
        return None if is_door(answer) or answer.status == 401 else f"{answer.status} instead of the door"
    # What was to be taken away, and is not there, may be as good as gone; what a role may not see is absent.
    return None if answer.status in (303, 404)[wanted == REFUSED :] else f"{answer.status} instead of absence"


def is_door(answer):
    places = [value for name, value in answer.headers if name == "Location"]
    return answer.status == 303 and any(value in ("/", "/calls") or value.startswith("/sign-in") for value in places)


@pytest.mark.parametrize("name", PRINCIPALS)
def test_every_cell_of_somebody_is_as_the_table_says(walker, name, record_property):
    principal = walker.world.principals[name]
    wrong, cells = {}, 0
    for page in edges_of(walker.app):
        if PAGES[page.key].asks == "anybody" and name not in FOR_ALL:
            # What asks nobody's rights is the same for all.
            continue
        for place, accept in walks(walker, principal, page):
            cells += 1
            if problem := cell(walker, principal, page, place, accept):
                wrong[f"{page.method} {page.key}, {place}, {accept}"] = problem

    record_property("cells", cells)
    print(f"{name}: {cells} cells")
    assert wrong == {}

"""The EXERCISE mark stands on every page of a drill or a scenario, and on none of accounts, house or programme."""

import pytest

from tests.permission.world import NOBODYS
from tests.walk import edges_of

# Who sees most of each room; what one of them is refused, another is shown.
WRITERS = ("participant of Azul", "organizer everywhere", "facilitator everywhere", "evaluator everywhere")
READERS = (NOBODYS, "observer everywhere", *WRITERS)
BAND = 'class="exercise-band"'
# Pages of a drill whose address names another thing of it: a team's code, a personal link, what she keeps.
OF_A_DRILL = {"front.join_code", "front.keep", "front.return_link"}


def is_of_a_drill(page):
    """Say whether a page shows something of a drill, or of the scenario that one is made from."""
    named = {"drill_id", "scenario_id"} & page.arguments
    return bool(named) or page.endpoint in OF_A_DRILL or page.endpoint.startswith("participant.")


@pytest.fixture(scope="module")
def shown(walker):
    """Give all whole pages that anybody sees, by page and reader, those that only say what was refused too."""
    found = {}
    # Scripts are answered in JSON.
    for page in (page for page in edges_of(walker.app) if not page.endpoint.startswith("api.")):
        for name in WRITERS if page.writes else READERS:
            answer = walker.ask(walker.world.principals[name], page, walker.world.places["Azul"])
            walker.restore()
            if answer.body.lstrip().lower().startswith("<!doctype html>"):
                found[page, name] = answer.body
    return found


def test_every_page_of_a_drill_says_that_it_is_an_exercise(shown):
    bare = {
        f"{page.method} {page.key}" for (page, _), body in shown.items() if is_of_a_drill(page) and BAND not in body
    }

    assert bare == set()


def test_no_page_of_accounts_the_house_or_a_programme_says_so(shown):
    marked = {
        f"{page.method} {page.key}" for (page, _), body in shown.items() if not is_of_a_drill(page) and BAND in body
    }

    assert marked == set()


def test_the_title_says_so_wherever_the_band_does(shown):
    wrong = {page.key for (page, _), body in shown.items() if (BAND in body) != (" · EJERCICIO</title>" in body)}

    assert wrong == set()


def test_of_both_kinds_many_are_walked(shown):
    seen = {page.key for page, _ in shown}

    assert len({page for page, _ in shown if is_of_a_drill(page)}) > 20
    assert {"staff.accounts", "account.page", "tokens.mine", "front.landing", "front.sign_in", "audit.house"} <= seen

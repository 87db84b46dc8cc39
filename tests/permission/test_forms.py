"""Ids that a form names, and its address does not: they are somebody else's as often as those of an address."""

import pytest

from tests.walk import edges_of

PLACES = ("drill:{elsewhere}", "drill:{nothing}", "programme:{nothing}", "all", "")
FORMS = [
    *((key, "where", place) for key in ("staff.invite", "staff.give_role", "staff.take_role") for place in PLACES),
    *(("tokens.make", "drill", place) for place in ("{elsewhere}", "{nothing}")),
]


FACTS = {"email": "x@ministry.example", "name": "X", "role": "observer", "scope": "read", "days": "7"}


def page_of(walker, key):
    return next(page for page in edges_of(walker.app) if page.key == key and page.writes)


def sent(walker, who, key, **form):
    """Send a form with these fields to a page as somebody; give the answer, and whether anything has changed."""
    page, ids = page_of(walker, key), walker.world.places["Azul"]
    principal = walker.world.principals[who]
    cookie, token = walker.form_of(principal)
    answer = walker.client.open(
        page.path(ids),
        method="POST",
        data=form,
        headers={"Cookie": f"{principal.cookie}; {cookie}", "X-CSRFToken": token},
    )
    return answer, walker.has_changed()


@pytest.mark.parametrize("role", ["organizer", "facilitator"])
@pytest.mark.parametrize(("key", "field", "place"), FORMS)
def test_a_role_in_one_drill_gives_nothing_in_the_place_a_form_names(walker, key, field, place, role):
    named = place.format(elsewhere=walker.world.elsewhere.id, nothing="z" * 12)
    answer, changed = sent(walker, f"{role} here", key, **FACTS, **{field: named})

    assert answer.status_code == 404
    assert not changed


def test_what_an_organizer_of_one_drill_does_on_the_page_of_the_house_is_done_and_shown_or_neither(walker):
    """A link that was made and not shown would be an account that nobody can open."""
    where = f"drill:{walker.world.here.id}"
    answer, changed = sent(walker, "organizer here", "staff.invite", **FACTS, where=where)

    assert changed == (answer.status_code < 400)

"""The list of all injects: who follows whom, and who follows herself."""

from injects.inject import Inject
from injects.msel import Msel


def msel(**after):
    return Msel(
        Inject(id=name, title=name, after={"inject": before} if before else None) for name, before in after.items()
    )


def test_injects_are_found_by_id_and_place():
    plan = msel(a="", b="a", c="a", d="b")
    assert (list(plan.by_id), plan.by_id["c"].id, dict(plan.positions)) == (
        ["a", "b", "c", "d"],
        "c",
        {"a": 0, "b": 1, "c": 2, "d": 3},
    )
    assert [inject.id for inject in plan.followers("a")] == ["b", "c"]
    assert (plan.followers("d"), plan.find_circles()) == ((), [])


def test_of_two_with_one_id_the_first_counts():
    first, second = Inject(id="a", title="uno"), Inject(id="a", title="dos")
    plan = Msel([first, second])
    assert (plan.by_id["a"], plan.positions["a"]) == (first, 0)


def test_every_circle_is_named_once_in_the_order_of_play():
    plan = msel(a="c", b="a", c="b", d="c", e="e", f="gone", g="d")
    assert plan.find_circles() == [("a", "b", "c"), ("e",)]


def test_a_thousand_injects_in_a_row_are_no_circle():
    plan = msel(**{f"i{place}": f"i{place - 1}" if place else "" for place in reversed(range(1000))})
    assert plan.find_circles() == []

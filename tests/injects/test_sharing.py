"""Few people share many seats: by the rules alone, and as evenly as they can (rules.md 1, 2)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from injects.sharing import holders, one_seat_each, shared_evenly

SEATS = ("lead", "technical", "legal", "press", "public")
seats = st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True).map(tuple)


@st.composite
def teams(draw):
    """Give seats, what each is asked, and how many people there are."""
    named = draw(seats)
    asked = st.dictionaries(st.sampled_from(named), st.sets(st.integers(0, 9).map(str)))
    return named, draw(asked), draw(st.integers(1, 9))


def test_each_has_the_next_seat_and_what_is_left_nobody_holds():
    assert one_seat_each(SEATS, 3) == (("lead",), ("technical",), ("legal",))
    assert one_seat_each(SEATS[:2], 3) == (("lead",), ("technical",), ())
    assert holders(one_seat_each(SEATS, 2), SEATS[:3]) == {"lead": {"1"}, "technical": {"2"}, "legal": set()}


def test_the_busiest_seats_go_to_different_people():
    asked = {"lead": {"1", "2"}, "technical": {"3", "4", "5"}, "legal": {"6"}, "press": {"7", "8"}}
    assert shared_evenly(SEATS, asked, 3) == (("lead", "legal"), ("technical",), ("press", "public"))


def test_what_two_of_her_seats_are_asked_is_one_ask():
    asked = {"lead": {"1", "2"}, "technical": {"1", "2"}, "legal": {"3", "4", "5"}}
    assert shared_evenly(SEATS[:3], asked, 2) == (("lead", "technical"), ("legal",))


@settings(max_examples=25)
@given(teams())
def test_every_seat_has_one_holder_and_the_first_person_leads(team):
    named, asked, people = team
    shares = shared_evenly(named, asked, people)

    assert len(shares) == people
    assert sorted(seat for share in shares for seat in share) == sorted(named)
    assert named[0] in shares[0]
    assert all(list(share) == [seat for seat in named if seat in share] for share in shares)


@settings(max_examples=25)
@given(teams())
def test_nobody_has_more_than_her_even_part_and_one_seat(team):
    named, asked, people = team
    loads = [
        len(set().union(*(asked.get(seat, set()) for seat in share))) for share in shared_evenly(named, asked, people)
    ]
    total = sum(len(one) for one in asked.values())
    greatest = max((len(one) for one in asked.values()), default=0)

    # Whoever was given a seat had least then: no more than an even part of all that had been given out.
    assert max(loads) <= total / people + greatest

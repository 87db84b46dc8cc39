"""How a few people share many seats: as the rules let it fall, and as it falls most evenly."""

from collections.abc import Collection, Mapping, Sequence

# For each person the seats she holds; the first person is the lead.
Shares = tuple[tuple[str, ...], ...]


def one_seat_each(seats: Sequence[str], people: int) -> Shares:
    """Give each of 1…n people the next seat in the order of the script; what is left over nobody holds.

    What is for a seat that nobody holds goes to the lead, and who has no seat gets what is for the whole team
    (rules.md 2).
    """
    return tuple(tuple(seats[place : place + 1]) for place in range(people))


def shared_evenly(seats: Sequence[str], items: Mapping[str, Collection[str]], people: int) -> Shares:
    """Deal all *seats* to 1…n people so that the busiest gets few *items*, which are by seat what only it is asked.

    The busiest seats first, each to whoever then has least; an item of two of her seats reaches her once. The lead's
    seat is the first person's, and has one holder (rules.md 1).
    """
    shares: list[list[str]] = [[seats[0]], *([] for _ in range(people - 1))]
    given = [set(items.get(seats[0], ())), *(set[str]() for _ in range(people - 1))]
    for seat in sorted(seats[1:], key=lambda one: -len(items.get(one, ()))):
        asked = set(items.get(seat, ()))
        person = min(range(people), key=lambda one: (len(given[one] | asked), len(shares[one]), one))
        shares[person].append(seat)
        given[person] |= asked
    return tuple(tuple(seat for seat in seats if seat in share) for share in shares)


def holders(shares: Shares, seats: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Give for each seat the people who hold it, named by their number from 1, as `injects.seats` asks for them."""
    return {
        seat: frozenset(str(number) for number, held in enumerate(shares, start=1) if seat in held) for seat in seats
    }

"""A selection found by trying everything: all ways to give seats, counted one by one, without any cleverness."""

from fractions import Fraction
from itertools import product

from scoring.draw import rank_by_draw


def ranked_by_merit(candidates, randomness):
    order = []
    for merit in sorted({candidate.merit for candidate in candidates}, reverse=True):
        tied = {candidate.id: candidate for candidate in candidates if candidate.merit == merit}
        order += [tied[name] for name in rank_by_draw(tied, randomness)]
    return order


def named(where, candidate):
    wanted = {name: (value,) if isinstance(value, str) else value for name, value in where.items()}
    return all(candidate.attributes[name] in values for name, values in wanted.items())


def amount(unit, chosen):
    return sum(seats if unit == "seats" else 1 for seats in chosen if seats)


def broken_cap(rules, pool, grants):
    """Give the number of the first cap that grants break, 0 for none."""
    for number, cap in enumerate(rules.caps, 1):
        if cap.by is None:
            groups = [[seats for seats, one in zip(grants, pool, strict=False) if named(cap.where, one)]]
        else:
            groups = [
                [seats for seats, one in zip(grants, pool, strict=False) if one.attributes[cap.by] == value]
                for value in {one.attributes[cap.by] for one in pool}
            ]
        if any(amount(cap.unit, group) > cap.max for group in groups):
            return number
    return 0


def served(floor, pool, grants):
    return amount(floor.unit, [seats for seats, one in zip(grants, pool, strict=False) if named(floor.where, one)])


def may_have(rules, candidate):
    least = candidate.size
    if rules.smallest is not None:
        least = min(candidate.size, max(rules.smallest, candidate.least or 0))
    return range(candidate.size, least - 1, -1)


def select_by_trying(rules, candidates):
    """Give (seats of the selected, minimum of each floor, why each other has not what she asks, total)."""
    order = ranked_by_merit(candidates, rules.randomness)
    pool = [one for one in order if rules.threshold is None or one.merit >= rules.threshold]
    options = [(*may_have(rules, one), 0) for one in pool]
    choices = [
        grants for grants in product(*options) if sum(grants) <= rules.seats and not broken_cap(rules, pool, grants)
    ]
    minimums = []
    for floor in rules.floors:
        minimums.append(min(floor.min, max(served(floor, pool, grants) for grants in choices)))
        choices = [grants for grants in choices if served(floor, pool, grants) >= minimums[-1]]
    if rules.method == "merit":
        best = max(total_of(pool, grants) for grants in choices)
        given, reasons = max(grants for grants in choices if total_of(pool, grants) == best), {}
    else:
        given, reasons = walk_down(rules, pool, options, choices)
    seats = {one.id: each for one, each in zip(pool, given, strict=True) if each}
    return seats, minimums, reasons, total_of(pool, given)


def total_of(pool, grants):
    return sum((one.merit * seats for one, seats in zip(pool, grants, strict=True)), Fraction(0))


def walk_down(rules, pool, options, choices):
    """Walk down by rules.md 30, word for word; *choices* keep the floors that are jointly reachable."""
    given, reasons = [], {}
    for candidate, sizes in zip(pool, options, strict=True):
        for seats in sizes:
            against = stands_against(rules, pool, choices, [*given, seats]) if seats else None
            if against is None:
                break
            reasons.setdefault(candidate.id, against)
        given.append(seats)
    return tuple(given), reasons


def stands_against(rules, pool, choices, given):
    if number := broken_cap(rules, pool, given):
        return "cap_reached", number
    if sum(given) > rules.seats:
        return "too_few_seats", None
    if not any(grants[: len(given)] == tuple(given) for grants in choices):
        return "floor_needed", None
    return None

"""Row 19: fifty reach at once for what only so many may have, on either engine."""

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from simulator.actions.accounts import invite_staff
from simulator.actions.joining import CROWD, join_team, take_seats
from simulator.actions.links import use_link
from simulator.actions.msel import deliver_inject, undo_order
from simulator.actor import NOBODY, PROGRAM
from simulator.house import House
from tests.cast import Cast
from tests.faults.ground import Ground, Outcome
from tests.faults.plain import chain_fault, code_of, databases, house_on, judged
from tests.play import Play
from tests.scripts import info, scenario
from tests.server_process import hashed

NUMBER, TITLE = 19, "fifty at once for a limited thing"
AT_ONCE, LIMIT, HOUSES = 50, 3, 5
Works = Sequence[Callable[[], Any]]


def run(ground: Ground) -> Outcome:
    """Let fifty threads, on houses of their own, wait at one barrier for each thing that is limited."""
    rounds = ground.pick(10, 1)
    figures: dict[str, Any] = {"at one barrier": AT_ONCE, "times each, on each engine": rounds}
    promises: dict[str, bool] = {}
    with databases(ground) as urls:
        for engine, url in urls.items():
            with ExitStack() as stack:
                houses = [stack.enter_context(house_on(url)) for _ in range(HOUSES)]
                cast, found, broken = Cast.hire(houses[0]), defaultdict(list), []
                for number in range(rounds):
                    play = Play(cast, SCRIPT, joined=False, rehearsal=True)
                    for thing, (reach, *_) in THINGS.items():
                        told = at_once(reach(houses, play, number))
                        found[thing].append(told)
                        ground.history.note("driver", "reached", engine=engine, thing=thing, told=dict(told))
                    broken += filter(None, [chain_fault(houses[0], play)])
            for thing, (_reach, allowed, refusal) in THINGS.items():
                right = Counter({"done": allowed, refusal: AT_ONCE - allowed})
                wrong = [dict(told) for told in found[thing] if told != right]
                promises[f"{engine}: {thing}: exactly {allowed} of {AT_ONCE}: {wrong[:2]}"] = not wrong
                figures[f"{engine}: {thing}"] = " ".join(str(told["done"]) for told in found[thing])
            promises[f"{engine}: each log holds: {broken[:2]}"] = not broken
    return judged(
        ground,
        done=f"{AT_ONCE} threads on {HOUSES} houses waited at a barrier and then reached for the lead's seat, for one "
        f"name, for the last {LIMIT} of the {CROWD} places that a team has in a minute, for an invitation, for an undo",
        figures=figures,
        promises=promises,
        remarks=[
            "Twenty lines of one person at most: row 43. Tries of codes and passwords, a second factor's code, links "
            "over the web: docs/security.md, rows 27–30."
        ],
    )


def at_once(works: Works) -> Counter[str]:
    """Do all of it after one barrier; counts what became of each."""
    barrier = threading.Barrier(len(works))

    def do(work: Callable[[], Any]) -> str:
        barrier.wait()
        return code_of(work)

    with ThreadPoolExecutor(len(works)) as pool:
        return Counter(pool.map(do, works))


def each(houses: Sequence[House], work: Callable[[House, int], Any]) -> Works:
    """Give the same work fifty times, spread over the houses."""
    return [lambda number=number: work(houses[number % HOUSES], number) for number in range(AT_ONCE)]


def leads_seat(houses: Sequence[House], play: Play, _round: int) -> Works:
    """Fifty members of one team, and one seat."""
    people = [play.join("Azul", f"Ana {number}") for number in range(AT_ONCE)]
    return each(houses, lambda house, number: house.perform(take_seats, people[number], seats=["lead"]))


def one_name(houses: Sequence[House], play: Play, _round: int) -> Works:
    """Fifty who say that they are Ana."""
    return each(houses, lambda house, _number: house.perform(join_team, NOBODY, **_as(play, "Verde", "Ana")))


def last_places(houses: Sequence[House], play: Play, _round: int) -> Works:
    """A team into which three more may come in this minute."""
    for number in range(CROWD - LIMIT - _in_verde(play)):
        play.join("Verde", f"Antes {number}")
    return each(houses, lambda house, number: house.perform(join_team, NOBODY, **_as(play, "Verde", f"Ira {number}")))


def invitation(houses: Sequence[House], play: Play, turn: int) -> Works:
    """One link for one account."""
    person = {"email": f"ines{turn}@drill.example", "name": "Inés", "language": "es", "roles": ["observer"]}
    token = play.house.perform(invite_staff, PROGRAM, **person)["token"]
    secret = hashed("a long password")
    return each(houses, lambda house, _number: house.perform(use_link, NOBODY, token=token, password_hash=secret))


def undo(houses: Sequence[House], play: Play, _round: int) -> Works:
    """One order that waits."""
    order = play.start().do(deliver_inject, play.cast.fatima, inject_id="01")["order"]
    facts = {"drill_id": play.id, "order_id": order}
    return each(houses, lambda house, _number: house.perform(undo_order, play.cast.fatima, **facts))


def _as(play: Play, team: str, name: str) -> dict[str, str]:
    return {"code": play.codes[team], "name": name, "language": "es"}


def _in_verde(play: Play) -> int:
    ((number,),) = play.sql("SELECT count(*) FROM participant WHERE team_id = :t", t=play.verde)
    return int(number)


SCRIPT = scenario(info("01", manual=True))
# How each is reached for, how many may have it, and what the others are told.
THINGS: dict[str, tuple[Callable[[Sequence[House], Play, int], Works], int, str]] = {
    "the lead's seat": (leads_seat, 1, "lead_taken"),
    "one name in a team": (one_name, 1, "name_is_there"),
    "the last places of a minute": (last_places, LIMIT, "too_many_joins"),
    "an invitation": (invitation, 1, "link_used_or_expired"),
    "an undo": (undo, 1, "already_done"),
}

"""Row 17: two facilitators press in the same millisecond, from two processes, on either engine."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from simulator.actions.accounts import invite_staff
from simulator.actions.msel import deliver_inject, hold_inject, release_inject, skip_inject
from simulator.actions.running import end_drill, pause_drill, resume_drill
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.house import House
from simulator.reading.people import find_actor
from tests.faults.ground import Ground, Outcome, share
from tests.faults.plain import chain_fault, databases, house_on, judged, one_history, play_on
from tests.faults.presser import Pressers, pressers
from tests.play import NAME, Play
from tests.scripts import info, scenario

NUMBER, TITLE = 17, "two facilitators press in the same millisecond"
KINDS = 6
# What of a round is right, as (first, second) in any order: exactly one is told that it is done already, unless
# both can be true one after the other.
ONE = ({"done", "already_done"},)
STATE = ({"done", "drill_not_in_state"},)


def run(ground: Ground) -> Outcome:
    """Let both press as often as asked, on each engine."""
    rounds = ground.pick(1000, 16)
    figures: dict[str, Any] = {"rounds on each engine": rounds}
    promises = {}
    with databases(ground) as urls:
        for engine, url in urls.items():
            with house_on(url) as house:
                play = _drill(house, rounds)
                with pressers(url, [play.cast.fatima, _second(house)]) as both:
                    wrong, winners = _race(ground, play, both, rounds)
                figures |= {
                    f"{engine}: both began within, p50, ms": round(share(both.spread, 0.5) * 1000, 2),
                    f"{engine}: both began within 1 ms": sum(spread <= 0.001 for spread in both.spread),
                    f"{engine}: the first won, the second won": f"{winners[0]}, {winners[1]}",
                }
                promises |= {
                    f"{engine}: one is done, the other is told so: {wrong[:3]}": not wrong,
                    f"{engine}: one linear history: {one_history(play)}": one_history(play) is None,
                    f"{engine}: the log holds: {chain_fault(house, play)}": chain_fault(house, play) is None,
                }
    return judged(
        ground,
        done=f"{rounds} times on each engine two processes pressed pause, resume, skip, release, deliver or one of two "
        "that exclude each other at the same instant of the monotonic clock, and ENDEX at last",
        figures=figures,
        promises=promises,
    )


def _drill(house: House, rounds: int) -> Play:
    script = scenario(*[info(f"{number:04}", manual=True) for number in range(rounds // 2 + 1)], duration="20h")
    return play_on(house, script).start()


def _second(house: House) -> Actor:
    person = {"email": "flora@drill.example", "name": "Flora", "language": "es", "roles": ["facilitator"]}
    made = house.perform(invite_staff, PROGRAM, **person)
    token = house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
    return house.look(find_actor, NOBODY, token=token)


def _race(ground: Ground, play: Play, both: Pressers, rounds: int) -> tuple[list[str], Counter[int]]:
    wrong, winners = [], Counter[int]()
    drill = {"drill_id": play.id}
    cells = ((inject, team) for inject in play.states(play.azul) for team in (play.azul, play.verde))
    paused = False
    for number in range(rounds):
        kind = ground.rng.randrange(KINDS)
        if paused or kind == 0:
            action, paused = (resume_drill, False) if paused else (pause_drill, True)
            presses, allowed = [(action, drill)] * 2, STATE
        else:
            presses, allowed = _on_one(kind, play, drill, cells)
        ground.rng.shuffle(presses)
        told = both.at_once(*presses)
        codes = [one[0] if one[0] == "done" else one[1] for one in told]
        ground.history.note("driver", "pressed", actions=[action.__name__ for action, _facts in presses], codes=codes)
        if set(codes) not in allowed:
            wrong.append(f"round {number}: {[action.__name__ for action, _facts in presses]} gave {codes}")
        elif set(codes) != {"done"}:
            winners[codes.index("done")] += 1
        ground.progress(number, rounds, "rounds")
    told = both.at_once(*[(end_drill, drill | {"name": NAME})] * 2)
    if {one[0] if one[0] == "done" else one[1] for one in told} != STATE[0]:
        wrong.append(f"ENDEX gave {told}")
    return wrong, winners


def _on_one(kind: int, play: Play, drill: dict[str, Any], cells: Iterator[tuple[str, str]]) -> tuple[list[Any], Any]:
    inject, team = next(cells)
    one = drill | {"inject_id": inject, "team_ids": [team]}
    skip, deliver, release = (skip_inject, one | {"reason": "pacing"}), (deliver_inject, one), (release_inject, one)
    if kind in (2, 5):
        play.do(hold_inject, play.cast.fatima, inject_id=inject, team_ids=[team], reason="pacing")
    match kind:
        case 1:
            return [skip, skip], ONE
        case 2:
            return [release, release], ONE
        case 3:
            return [deliver, deliver], ONE
        case 4:
            return [deliver, skip], ONE
        case _:
            # A held one goes out at its release; then it can be skipped no more.
            return [release, skip], ONE

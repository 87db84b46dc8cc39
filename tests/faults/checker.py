"""The one checker: database, every client's history and the oracle must tell the same drill."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from simulator.kinds import KINDS
from tests.faults.expected import expected
from tests.faults.facts import Facts

Entry = dict[str, Any]
# What two readings of a clock on one machine may differ by, and a hundred processes on two cores.
EARLY = 0.25
ARRIVED = ("delivered", "answered", "lapsed", "withdrawn", "void", "declined")


def violations(facts: Facts, history: Sequence[Entry], *, early: float = EARLY, rough: int = 0) -> list[str]:
    """Give every breach of the promises, in words; an empty list is a sound run.

    *early* is how many seconds before its due instant an inject may be on a screen without being early; *rough*, by
    how many milliseconds of drill time a release before told its times less exactly than this one.
    """
    return [
        *_database(facts, rough),
        *_counts(facts),
        *past_terms(facts),
        *_deliveries(facts),
        *_responses(facts, history),
        *_screens(facts, history),
        *_early(facts, history, early),
        *_clients(history),
        *_oracle(facts, rough),
    ]


def _database(facts: Facts, rough: int) -> Iterator[str]:
    if facts.integrity != "ok":
        yield f"the database is corrupt: {facts.integrity}"
    if facts.chain_broken_at is not None:
        yield f"the log's chain breaks at {facts.chain_broken_at}"
    for place, row in enumerate(facts.log, 1):
        if row["seq"] != place:
            yield f"the log has a hole before {row['seq']}"
            break
    times = [row["drill_time"] for row in facts.log if row["drill_time"] is not None]
    for earlier, later in pairwise(times):
        if later < earlier - rough:
            yield f"drill time went back from {earlier} to {later}"
            break


def past_terms(facts: Facts) -> Iterator[str]:
    """Say where two owned the clock at a time, or one wrote after her term."""
    for before, after in pairwise(facts.terms):
        if before["ended_at"] is None:
            yield f"term {before['epoch']} of the clock has not ended, and {after['epoch']} has begun"
        if before["told_at"] > after["began_at"]:
            yield f"the owner of term {before['epoch']} wrote after {after['epoch']} had begun"


def _counts(facts: Facts) -> Iterator[str]:
    heard = defaultdict[str, list[int]](list)
    for row in facts.log:
        audience = KINDS[row["kind"]]
        for team in facts.teams:
            if audience == "everybody" or (audience == "team" and row["team"] == team):
                heard[f"team:{team}"].append(row["seq"])
        if audience != "audit":
            heard[f"staff:{facts.drill_id}"].append(row["seq"])
    for reader, lines in facts.feed.items():
        if [n for n, _seq in lines] != list(range(1, len(lines) + 1)):
            yield f"the count of {reader} has a hole or a double"
        if facts.counts.get(reader, 0) != len(lines):
            yield f"the count of {reader} says {facts.counts.get(reader)}, its rows are {len(lines)}"
        # Those who join before a team is there do not hear of it; order and once is what counts.
        known = [seq for _n, seq in lines]
        if known != [seq for seq in heard[reader] if not known or seq >= known[0]]:
            yield f"{reader} was not told the log in its order, each row once"


def _deliveries(facts: Facts) -> Iterator[str]:
    planned = Counter((one["team_id"], one["inject"]) for one in facts.deliveries)
    for team in facts.teams:
        for line in facts.script:
            if planned[team, line["id"]] != 1:
                yield f"{planned[team, line['id']]} deliveries of {line['id']} to {team}"
    told = Counter((row["team"], row["payload"]["inject"]) for row in facts.log if row["kind"] == "inject_delivered")
    for one in facts.deliveries:
        times = told[one["team_id"], one["inject"]]
        if times != (one["state"] in ARRIVED):
            yield f"{one['inject']} to {one['team_id']} is {one['state']} and was delivered {times} times"
        due, at = one["due_at"], one["delivered_at"]
        if at is not None and due is not None and at < due:
            yield f"{one['inject']} reached {one['team_id']} at {at}, due at {due}: early"


def _responses(facts: Facts, history: Sequence[Entry]) -> Iterator[str]:
    stored = defaultdict[str, list[Entry]](list)
    for one in facts.responses:
        stored[one["client_id"]].append(one)
    sent = {one["op"]: one for one in history if one["what"] == "invoke"}
    for entry in history:
        if entry["what"] != "ok":
            continue
        found, asked = stored.get(entry["op"]), sent.get(entry["op"])
        if not found:
            yield f"an acknowledged response is lost: {entry['op']} of {entry['who']}"
        elif asked and asked["content"].items() - found[0]["content"].items():
            yield f"an acknowledged response has other words: {entry['op']}"
        elif found[0]["state"] != entry["state"]:
            yield f"{entry['op']} was acknowledged as {entry['state']} and is {found[0]['state']}"
    for op, found in stored.items():
        if len(found) > 1:
            yield f"a response is there {len(found)} times: {op}"
        if op in sent and facts.people.get(sent[op]["who"]) != found[0]["team"]:
            yield f"a response of {sent[op]['who']} is another team's: {op}"
        if op not in sent and not op.startswith("draft-"):
            yield f"a response that nobody sent: {op}"
    versions = defaultdict[int, list[Entry]](list)
    for one in facts.responses:
        versions[one["delivery_id"]].append(one)
    for delivery, found in versions.items():
        numbers = sorted(one["version"] for one in found)
        if numbers != list(range(1, len(found) + 1)):
            yield f"the versions of delivery {delivery} are {numbers}"
        counting = [one["version"] for one in found if one["state"] != "late"]
        if [one["version"] for one in found if one["current"]] != ([max(counting)] if counting else []):
            yield f"not the last version of delivery {delivery} counts"


def _screens(facts: Facts, history: Sequence[Entry]) -> Iterator[str]:
    rows = {row["seq"]: row for row in facts.log}
    screens: dict[str, list[Entry]] = {device: [] for device in facts.people}
    for entry in history:
        if entry["what"] == "shown" and entry["who"] in screens:
            screens[entry["who"]].append(entry)
    for device, screen in screens.items():
        reader = facts.reader_of(device)
        numbers = [entry["n"] for entry in screen]
        wanted = [n for n, _seq in facts.feed[reader]]
        if numbers != wanted:
            yield f"{device} has not seen each event once and in order: {_difference(numbers, wanted)}"
            continue
        for entry, (_n, seq) in zip(screen, facts.feed[reader], strict=True):
            row = rows.get(seq, {"kind": None, "payload": {}})
            if (entry["kind"], entry["inject"]) != (row["kind"], row["payload"].get("inject")):
                yield f"{device} saw {entry['kind']} {entry['inject']} as {entry['n']}, the log has {row['kind']}"
                break
        # The staff see each once for every team.
        times = len(facts.teams) if reader.startswith("staff:") else 1
        arrived = Counter(entry["inject"] for entry in screen if entry["kind"] == "inject_delivered")
        if any(count > times for count in arrived.values()):
            yield f"{device} saw an inject twice"


def _difference(seen: list[int], wanted: list[int]) -> str:
    place = next((i for i, (a, b) in enumerate(zip(seen, wanted, strict=False)) if a != b), min(len(seen), len(wanted)))
    there = slice(place, place + 4)
    return f"{len(seen)} seen of {len(wanted)}; from place {place} on {seen[there]}, not {wanted[there]}"


def _early(facts: Facts, history: Sequence[Entry], early: float) -> Iterator[str]:
    for entry, seconds in delays(facts, history):
        if seconds < -early:
            yield f"{entry['who']} saw {entry['inject']} {-seconds:.3f} s before it was due"


def delays(facts: Facts, history: Sequence[Entry]) -> Iterator[tuple[Entry, float]]:
    """Give each showing of an inject with the seconds from its due instant to that screen, by the monotonic clock."""
    started = next((entry for entry in history if entry["what"] == "startex"), None)
    if started is None:
        return
    offset = started["t"] - started["w"]
    due = {(one["team_id"], one["inject"]): one["due_at"] for one in facts.deliveries}
    instants: dict[int, float] = {}
    for entry in history:
        if entry["what"] != "shown" or entry["kind"] != "inject_delivered" or entry["who"] not in facts.people:
            continue
        at = due.get((facts.people[entry["who"]], entry["inject"]))
        if at is not None:
            if at not in instants:
                instants[at] = facts.instant(at) + offset
            yield entry, entry["t"] - instants[at]


def _clients(history: Sequence[Entry]) -> Iterator[str]:
    for entry in history:
        if entry["what"] == "broken":
            yield f"the client {entry['who']} itself broke: {entry['error']}"


def _oracle(facts: Facts, rough: int) -> Iterator[str]:
    kinds = {
        "inject_delivered": "delivered", "inject_skipped": "skipped", "inject_lapsed": "lapsed",
        "inject_voided": "void", "response_taken_over": "answered",
    }  # fmt: skip
    for team in facts.teams:
        rows = {one["inject"]: one for one in facts.deliveries if one["team_id"] == team}
        told = {name: one["delivered_at"] for name, one in rows.items() if one["delivered_at"] is not None}
        oracle = expected(facts.script, facts.steps(team), told, facts.until, facts.speed)
        yield from (f"{team}: {one}" for one in oracle.disputed)
        for name, cell in oracle.cells.items():
            one = rows.get(name)
            if one is None:
                continue
            found = (
                one["state"],
                one["due_at"],
                one["delivered_at"],
                one["deadline_at"],
                one["closes_at"],
                one["late"],
            )
            times = (cell.due, cell.delivered, cell.deadline, cell.closes)
            wanted = (cell.state, *(None if at is None else round(at * 1000) for at in times), cell.late)
            if not all(_alike(one, other, rough) for one, other in zip(found, wanted, strict=True)):
                yield f"{name} of {team} is {found}, the rules say {wanted}"
        happened = [
            (row["payload"]["inject"], kinds[row["kind"]])
            for row in facts.log
            if row["team"] == team and row["kind"] in kinds
        ]
        answered = {name for name, state in oracle.trace if state == "answered"}
        by_itself = [one for one in oracle.trace if one[1] != "answered"]
        if [one for one in happened if one[1] != "answered"] != by_itself:
            yield f"{team}: what happened by itself was not in the order of the rules"
        if not {name for name, state in happened if state == "answered"} <= answered:
            yield f"{team}: a draft was taken over that the rules leave"


def _alike(one: Any, other: Any, rough: int) -> bool:
    if isinstance(one, int) and isinstance(other, int) and not isinstance(one, bool):
        return abs(one - other) <= rough
    return bool(one == other)

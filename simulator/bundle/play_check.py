"""That teams, deliveries and responses are those that the log tells of."""

from collections.abc import Iterator

from simulator.bundle.chains import Told
from simulator.bundle.facts import Facts, Line
from simulator.bundle.fault import Fault
from simulator.bundle.replaying import KINDS, Place, Replay, replay
from simulator.digest import salted_digest

STILL_TO_COME, NEVER_DUE = ("planned", "held"), ("skipped",)


def check_play(facts: Facts) -> Iterator[Fault]:
    """Give what does not follow from the log."""
    played = replay(facts.rows(*KINDS))
    yield from _teams(facts)
    yield from _deliveries(facts, played)
    yield from _responses(facts, played)


def _teams(facts: Facts) -> Iterator[Fault]:
    added = {row.team: row for row in facts.rows("team_added")}
    for team, line in facts.teams.items():
        if team not in added:
            yield line.fault("team_not_in_log", team=str(team))
    for row in added.values():
        if row.team not in facts.teams:
            yield row.fault("team_missing", team=str(row.team))


def _deliveries(facts: Facts, played: Replay) -> Iterator[Fault]:
    known: set[Place] = set()
    # What was still to come at ENDEX is left out, all of it by that one row.
    ended = {row.file for row in facts.rows("drill_ended")}
    for line in facts.deliveries.values():
        place = (line["team_id"], str(line["inject"]))
        known.add(place)
        said: dict[str, str | int] = {"inject": place[1], "state": str(line["state"])}
        first = played.delivered.get(place)
        if place not in played.states:
            over = facts.file_of_drill(line["drill_id"]) in ended
            if line["state"] not in (NEVER_DUE if over else STILL_TO_COME):
                yield line.fault("delivery_not_in_log", None, **said)
            continue
        state, row = played.states[place]
        if state != line["state"]:
            yield line.fault("delivery_differs", row.seq, expected=state, **said)
        elif first is not None and first.drill_time != line["delivered_at"]:
            yield line.fault("time_differs", first.seq, expected=str(first.drill_time), found=str(line["delivered_at"]))
    for place, (_state, row) in played.states.items():
        if place not in known:
            yield row.fault("delivery_missing", inject=place[1])


def _responses(facts: Facts, played: Replay) -> Iterator[Fault]:
    for response, line in facts.responses.items():
        row = played.sent.get(str(response))
        if row is None:
            yield line.fault("response_not_in_log", response=str(response))
        else:
            yield from _response(facts, line, row, played)
    for response, row in played.sent.items():
        if response not in facts.responses:
            yield row.fault("response_missing", response=response)


def _response(facts: Facts, line: Line, row: Told, played: Replay) -> Iterator[Fault]:
    place = (row.team, str(row.payload.get("inject")))
    counts = played.current.get(place)
    if facts.place_of(line["id"]) != place:
        yield line.fault("response_misplaced", row.seq, team=str(place[0]), inject=place[1])
    elif bool(line["current"]) != (counts == line["id"]):
        yield line.fault("response_in_force" if line["current"] else "response_out_of_force", row.seq)
    if row.kind != "response_taken_over" and line["received_at"] != row.drill_time:
        yield line.fault("time_differs", row.seq, expected=str(row.drill_time), found=str(line["received_at"]))
    # Without its salt nobody can tell what was digested: that is what erasing is for.
    if line["salt"] and "content" in line.row:
        digest = salted_digest(str(line["salt"]), line["content"])
        if digest != row.payload.get("digest"):
            yield line.fault("words_differ", row.seq, expected=str(row.payload.get("digest")), found=digest)

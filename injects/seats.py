"""Whose inbox and badge an inject is; every member of the team may read it all the same."""

from collections.abc import Collection, Mapping

from injects.inject import Inject


def inbox_of(inject: Inject, seats_held: Mapping[str, Collection[str]], lead: str) -> frozenset[str]:
    """Name the seats whose badge an inject is, among the seats somebody holds, and the lead's.

    *seats_held* gives the participants of each seat. What is for a seat nobody holds goes to the lead.
    Source: rules.md 2.
    """
    held = frozenset(seat for seat, holders in seats_held.items() if holders)
    if not inject.to:
        return held | {lead}
    return frozenset(seat if seat in held else lead for seat in inject.to)


def has_badge(participant: str, inject: Inject, seats_held: Mapping[str, Collection[str]], lead: str) -> bool:
    """Say whether an inject is for a participant; what is for the whole team is also for who has no seat."""
    if not inject.to:
        return True
    return any(participant in seats_held.get(seat, ()) for seat in inbox_of(inject, seats_held, lead))

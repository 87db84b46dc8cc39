"""What of a scenario a team has reached: injects, options, answers, silences, flags set and flags left unset."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from scenarios.scenario import Scenario

What = Literal["inject", "skip", "option", "answer", "lapse", "flag", "unset"]


@dataclass(frozen=True)
class Target:
    """One thing that can be reached: of an inject, one of its options, or of a flag.

    ``skip`` is an inject left out because its condition is false; ``unset`` is a flag that a team ends without.
    """

    what: What
    name: str
    option: str = ""


@dataclass(frozen=True)
class Seen:
    """What became of one team's injects; all but *flags* and options is inject ids."""

    delivered: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    lapsed: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    chosen: Mapping[str, Collection[str]] = field(default_factory=dict)


def all_targets(scenario: Scenario) -> tuple[Target, ...]:
    """List everything that could be reached if there were no conditions and no clock, in the order of the file."""
    return tuple(_targets(scenario))


def _targets(scenario: Scenario) -> Iterator[Target]:
    for inject in scenario.injects:
        yield Target("inject", inject.id)
        if inject.if_ is not None:
            yield Target("skip", inject.id)
        if inject.ask is None:
            continue
        yield Target("answer", inject.id)
        yield from (Target("option", inject.id, option.id) for option in inject.ask.options)
        if inject.ask.due is not None:
            yield Target("lapse", inject.id)
    for flag in scenario.flags:
        yield Target("flag", flag)
        yield Target("unset", flag)


def reached(scenario: Scenario, seen: Seen) -> frozenset[Target]:
    """Give what a team has reached by the end of its play."""
    found = {Target("inject", name) for name in seen.delivered}
    found |= {Target("skip", name) for name in seen.skipped}
    found |= {Target("answer", name) for name in seen.answered}
    found |= {Target("lapse", name) for name in seen.lapsed}
    found |= {Target("option", name, option) for name, options in seen.chosen.items() for option in options}
    found |= {Target("flag" if flag in seen.flags else "unset", flag) for flag in scenario.flags}
    return frozenset(found)

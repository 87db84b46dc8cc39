"""By what equal scores were parted: the step of the announced tie order that decided for each team (rules.md 27)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from scoring.places import Contender, compared
from scoring.rules import DRAW, Rules, Tie

SHARED = "shared"


def deciding_steps(rules: Rules, contenders: Iterable[Contender]) -> dict[str, tuple[Tie, ...]]:
    """Give, for each team whose score another has too, the steps that parted it from one of these, in their order.

    The last one is ``draw`` where chance decided, and ``shared`` where nothing did, so that the place is shared.
    """
    by_score: dict[Decimal, list[Contender]] = defaultdict(list)
    for contender in contenders:
        by_score[contender.score].append(contender)
    return {
        contender.team: _steps(rules, contender, [one for one in equals if one is not contender])
        for equals in by_score.values()
        if len(equals) > 1
        for contender in equals
    }


def _steps(rules: Rules, contender: Contender, rivals: Sequence[Contender]) -> tuple[Tie, ...]:
    steps: list[Tie] = []
    left = list(rivals)
    for tie in rules.ties:
        if tie == DRAW:
            return (*steps, DRAW) if left else tuple(steps)
        still = [one for one in left if compared(tie, one) == compared(tie, contender)]
        if len(still) < len(left):
            steps.append(tie)
        left = still
    return (*steps, SHARED) if left else tuple(steps)

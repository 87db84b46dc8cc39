"""What answering in time is worth (rules.md 26)."""

from fractions import Fraction

GRACE = 60  # seconds; rules.md 19
HALF = Fraction(1, 2)

Seconds = int | Fraction


def time_credit(seconds: Seconds, due: Seconds, target: Seconds | None = None) -> Fraction:
    """Give 1 up to *target*, falling linearly to ½ at *due*, ½ in the grace, 0 later; all in seconds.

    Without a *target* it is a third of *due*. Source: rules.md 26.
    """
    full_until = min(Fraction(due, 3) if target is None else Fraction(target), Fraction(due))
    if seconds <= full_until:
        return Fraction(1)
    if seconds <= due:
        return 1 - HALF * (seconds - full_until) / (due - full_until)
    return HALF if seconds <= due + GRACE else Fraction(0)


def reaches_credit(quality: Fraction, top: int) -> bool:
    """Say whether a response is good enough, the second-lowest level, for its speed to count."""
    return quality >= Fraction(1, top)

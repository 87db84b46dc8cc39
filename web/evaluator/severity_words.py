"""What the figures about one evaluator say in words."""

from collections.abc import Mapping

from web.words import N_

FLAG_WORDS: Mapping[str, str] = {
    "severity_of_scale": N_("stricter or milder than the others by more than a tenth of the scale"),
    "severity_of_error": N_("stricter or milder by more than chance explains"),
    "inconsistent": N_("her distance to the others changes more than usual from response to response"),
    "central_tendency": N_("uses the middle levels much more than the others"),
    "halo": N_("gives nearly the same level on every criterion of a response"),
}
# Below it nobody would notice.
NEARLY = 0.05


def leaning(severity: float, top: int) -> str:
    """Say which way a severity leans: b below zero is strict."""
    if abs(severity) < NEARLY * top:
        return N_("about like the others")
    return N_("stricter than the others") if severity < 0 else N_("milder than the others")

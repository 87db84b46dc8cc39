"""Why there is no figure of agreement or severity, and what to look at where there is one."""

from collections.abc import Sequence

from scoring.agreement.statistic import Statistic
from scoring.severity.adjustment import Caution
from scoring.severity.graph import Group, Link
from scoring.severity.monitors import Flag
from web.words import N_, say

REASONS = {
    "no_ratings": N_("There are no ratings."),
    "one_rater": N_("There is only one rater; agreement takes two."),
    "one_unit": N_("Only one unit is rated; nothing can be compared with it."),
    "no_unit_twice": N_("No unit has ratings by two raters; let some be rated twice."),
    "no_variance": N_("All ratings are the same; chance would agree as well."),
    "no_variance_of_units": N_("The units do not differ, so that no rater could tell them apart."),
    "negative_variance": N_(
        "The estimated variance is negative: the raters differ more within units than between them."
    ),
    "negative_value": N_("A ratio scale has no values below zero; use the interval scale."),
    "not_numbers": N_("The values are labels, and only numbers can be averaged; give their order with --levels."),
    "incomplete_block": N_("Each rater must have rated each unit; %(missing)s of %(of)s ratings are missing."),
    "not_two_raters": N_("It takes exactly two raters; there are %(raters)s."),
    "nominal_scale": N_("On a nominal scale values have no distances."),
    "not_reliable": N_("One rater's ratings tell nothing, and so no number of raters helps."),
}
CAUTIONS = {
    "few_ratings": N_("%(rater)s has given %(ratings)s ratings; with fewer than %(least)s her severity may be chance."),
    "severity_capped": N_(
        "The severity of %(rater)s is beyond the cap of %(cap)s: no arithmetic mends that. Let somebody look at it."
    ),
}
FLAGS = {
    "severity_of_scale": N_("Severity: %(figure)s of the width of the scale; the limit is %(limit)s either way."),
    "severity_of_error": N_("Severity: %(figure)s standard errors; the limit is %(limit)s either way."),
    "inconsistent": N_("Consistency: her squared deviations are %(figure)s times everybody's; the limit is %(limit)s."),
    "central_tendency": N_(
        "Central tendency: her ratings spread %(figure)s times as far as everybody's; the limit is %(limit)s."
    ),
    "halo": N_("Halo: her criteria correlate by %(figure)s, everybody's much less; the limit is %(limit)s."),
}
NOT_CONNECTED = N_(
    "The raters fall into %(count)s groups that have no unit in common: %(groups)s. "
    "Missing is a rating that joins them, such as %(links)s."
)
LINK = N_("“%(unit)s” by %(rater)s")
MOST_NAMES = 8


def words_of_reason(statistic: Statistic, language: str) -> str | None:
    """Say why there is no figure; None where there is one."""
    if statistic.reason is None:
        return None
    return say(language, REASONS[statistic.reason], **statistic.facts)


def words_of_caution(caution: Caution, language: str) -> str:
    """Say what to look at before a rater's severity is relied on."""
    facts = {name: f"{float(number):g}" for name, number in caution.facts.items()}
    return say(language, CAUTIONS[caution.code], rater=caution.rater, **facts)


def words_of_flag(flag: Flag, language: str) -> str:
    """Say what stands out in a rater's ratings, with its figure."""
    return say(language, FLAGS[flag.code], figure=f"{flag.figure:.2f}", limit=f"{flag.limit:.2f}")


def words_of_groups(groups: Sequence[Group], links: Sequence[Link], language: str) -> str:
    """Say who cannot be compared with whom, and which ratings would change that."""
    told = [f"({_listed(group.raters)})" for group in groups]
    joining = [say(language, LINK, unit=link.unit, rater=link.rater) for link in links]
    facts = {"count": len(groups), "groups": _listed(told), "links": _listed(joining)}
    return say(language, NOT_CONNECTED, **facts)


def _listed(names: Sequence[str]) -> str:
    return ", ".join([*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])])

"""Why a candidate of a selection has seats or none, which floors gave way, and what its files may get wrong."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from scoring.scoring_error import ScoringError
from scoring.selection.reasons import CAP_REACHED, FLOOR_NEEDED, NOT_BEST, REDUCED, SELECTED, TOO_FEW_SEATS, Reason
from scoring.selection.relaxation import Relaxation
from web.words import N_, say, say_count

SELECTION_FINDINGS = {
    "by_or_where": N_(
        "A cap counts by one attribute, or names whom it counts. Write by or where, and only one of the two."
    ),
    "floor_above_seats": N_(
        "Floor %(floor)s keeps %(min)s, but there are only %(seats)s seats. Lower the floor, or give more seats."
    ),
    "attribute_without_column": N_(
        "The candidates have no column “%(value)s”. Correct the name, or add the column to their file."
    ),
    "missing_id": N_("This line names no candidate. Fill in the id."),
    "missing_size": N_("This line does not say how many seats the team asks for. Fill in the size."),
    "missing_merit": N_("This line has no merit. Fill it in."),
    "missing_attribute": N_("“%(attribute)s” is empty here, and a cap or floor looks at it. Fill it in."),
    "candidate_twice": N_("“%(id)s” stands in line %(line)s already. Keep one of the two."),
    "least_above_size": N_(
        "The smallest team accepted, %(least)s, is larger than the team, %(size)s. Correct one of the two."
    ),
    "tie_without_randomness": N_(
        "These have the same merit, and nothing says how to order them: %(ids)s. "
        "Add randomness to the rules, a text that was announced before it was known; then a draw decides."
    ),
    "value_without_candidate": N_(
        "No candidate has the value “%(value)s” in “%(attribute)s”. Check how it is written."
    ),
}
REASONS = {
    "reduced": N_("Selected with %(seats)s of the %(asked)s seats asked for, which the call allows."),
    "below_threshold": N_("The merit, %(merit)s, is below the threshold, %(threshold)s."),
    "cap_reached": N_(
        "Cap %(number)s (%(whom)s: at most %(max)s, %(unit)s). Left: %(left)s; seats asked for: %(asked)s."
    ),
    "too_few_seats": N_("Seats in all: %(seats)s. Left: %(left)s; asked for: %(asked)s."),
    "floor_needed": N_(
        "With the %(asked)s seats the team asked for, these floors could no longer be kept together: %(floors)s."
    ),
    "not_best": N_(
        "The greatest total, %(total)s, is reached without the seats this team asked for; "
        "with them it would be %(with_her)s at most, %(short)s less."
    ),
    "not_best_alone": N_("The greatest total, %(total)s, is only reached without the seats this team asked for."),
    "equally_good": N_(
        "A choice with all the seats this team asked for has the same total, %(total)s; "
        "the one that was taken comes first in the order of the ranking."
    ),
    "never_possible": N_("No choice that keeps all caps and floors gives the team the %(asked)s seats it asked for."),
}
_CUT = {
    CAP_REACHED: N_("The last one selected before it under this cap has a merit of %(cut)s."),
    TOO_FEW_SEATS: N_("The last one selected before it has a merit of %(cut)s."),
    FLOOR_NEEDED: N_("The last one selected before it has a merit of %(cut)s."),
}
UNITS = {"seats": N_("in seats"), "teams": N_("in teams")}
ERRORS = {
    "optimiser_missing": N_(
        "These rules take the optimiser, which is not installed: pip install highspy, or make app in a checkout."
    ),
    "optimiser_failed": N_(
        "The optimiser gave an answer that does not hold (%(reason)s), so nothing is selected. "
        "Try another version of highspy."
    ),
    "selection_too_hard": N_(
        "One question took the optimiser more than %(seconds)s seconds, so nothing is selected. "
        "Use fewer caps and floors, or method: ranked."
    ),
}


def words_of_reason(reason: Reason, language: str) -> str:
    """Say in a language why a candidate has the seats she has, or none."""
    told = reason.parameters
    if reason.code == SELECTED:
        return say_count(language, "Selected, with one seat.", "Selected, with %(n)s seats.", told["seats"])
    sentence = "not_best_alone" if reason.code == NOT_BEST and "with_her" not in told else reason.code
    said = say(language, REASONS[sentence], **_spelled(told, language))
    if reason.code == REDUCED:
        return f"{said} {words_of_reason(told['because'], language)}"
    more = [said]
    if "caps" in told:
        more.append(say(language, N_("What matters there too: %(caps)s."), caps=_listed(told["caps"], language)))
    if "cut" in told:
        more.append(say(language, _CUT[reason.code], cut=number(told["cut"])))
    return " ".join(more)


def words_of_relaxation(relaxation: Relaxation, where: Mapping[str, Any], language: str) -> str:
    """Say by how much a floor gave way, why, and who holds the seats that it would have kept."""
    floor = {"floor": relaxation.floor, "where": where, "min": relaxation.min, "unit": relaxation.unit}
    told = {"floor": _floor(floor, language), "to": relaxation.to}
    said = [say(language, N_("Relaxed: %(floor)s. Only %(to)s could be kept."), **told)]
    if relaxation.clash:
        against = _listed(relaxation.clash, language)
        said.append(say(language, N_("It cannot be kept together with: %(rules)s."), rules=against))
    else:
        said.append(say(language, N_("Too few candidates with enough merit count for it.")))
    if relaxation.gained:
        names = ", ".join(relaxation.gained)
        said.append(say(language, N_("Who holds the seats it would have kept: %(names)s."), names=names))
    return " ".join(said)


def words_of_selection_error(error: ScoringError, language: str) -> str:
    """Say why nothing can be selected."""
    if error.code in ERRORS:
        return say(language, ERRORS[error.code], **error.parameters)
    told = ", ".join(f"{name} {value}" for name, value in error.parameters.items())
    return say(language, N_("Nothing can be selected: %(code)s (%(told)s)."), code=error.code, told=told)


def number(value: int | Fraction) -> str:
    """Write a merit or a total as people do, without a tail of zeros."""
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else f"{float(exact):.10g}"


def _spelled(told: Mapping[str, Any], language: str) -> dict[str, Any]:
    spelled = {name: number(value) if isinstance(value, Fraction) else value for name, value in told.items()}
    if "cap" in told:
        spelled |= {"number": told["cap"], "whom": _whom(told), "unit": _unit(told, language)}
    if "floors" in told:
        spelled["floors"] = _listed(told["floors"], language)
    return spelled


def _listed(rules: Iterable[Mapping[str, Any]], language: str) -> str:
    return "; ".join(_against(rule, language) for rule in rules)


def _against(rule: Mapping[str, Any], language: str) -> str:
    if "floor" in rule:
        return _floor(rule, language)
    if "cap" not in rule:
        return say(language, N_("%(seats)s seats in all"), seats=rule["seats"])
    told = {"number": rule["cap"], "whom": _whom(rule), "max": rule["max"], "unit": _unit(rule, language)}
    return say(language, N_("cap %(number)s (%(whom)s: at most %(max)s, %(unit)s)"), **told)


def _floor(floor: Mapping[str, Any], language: str) -> str:
    told = {"number": floor["floor"], "whom": _whom(floor), "min": floor["min"]}
    unit = _unit(floor, language)
    return say(language, N_("floor %(number)s (%(whom)s: at least %(min)s, %(unit)s)"), **told, unit=unit)


def _unit(rule: Mapping[str, Any], language: str) -> str:
    words = UNITS[rule["unit"]]
    return say(language, words)


def _whom(rule: Mapping[str, Any]) -> str:
    """Write whom a rule counts as the rules file does: ``level = national``."""
    where = {rule["by"]: rule["value"]} if "by" in rule else rule["where"]
    shown = {name: wanted if isinstance(wanted, str) else " | ".join(wanted) for name, wanted in where.items()}
    return ", ".join(f"{name} = {value}" for name, value in shown.items())

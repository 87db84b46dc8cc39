"""Go or no-go: what is ready before STARTEX and what is not, each with the next step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from web import door
from web.organizer.evaluator_words import problem_words
from web.words import LANGUAGES, N_


@dataclass(frozen=True)
class Check:
    """One line: *words* with *facts* filled in, and whom it concerns."""

    ready: bool
    words: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    names: Sequence[str] = ()
    step: str | None = None


def checks_of(page: Mapping[str, Any]) -> list[Check]:
    """Give the checks of a drill that has not started."""
    return [*_people(page), *_languages(page), *_raters(page), _joining(page)]


def _people(page: Mapping[str, Any]) -> Iterator[Check]:
    teams = page["teams"]
    if not teams:
        yield Check(False, N_("There is no team yet"), step=N_("Add teams and give them their codes."))
        return
    empty = [team["name"] for team in teams if not team["people"]]
    yield Check(
        not empty, N_("%(ready)s of %(all)s teams have people"), _of(empty, teams), empty,
        N_("Nobody has joined here: send the code again."),
    )  # fmt: skip
    led = [team for team in teams if team["people"]]
    leaderless = [team["name"] for team in led if not team["led"]]
    yield Check(
        not leaderless, N_("%(ready)s of %(all)s of them have a lead"), _of(leaderless, led), leaderless,
        N_("Nobody leads here: one of them takes the lead's seat on her own page."),
    )  # fmt: skip
    away = [team["name"] for team in led if not team["online"]]
    yield Check(
        not away, N_("%(ready)s of %(all)s of them are connected now"), _of(away, led), away,
        N_("They have joined, but no page of theirs is open."),
    )  # fmt: skip


def _of(missing: Sequence[str], everybody: Sequence[Any]) -> dict[str, int]:
    return {"ready": len(everybody) - len(missing), "all": len(everybody)}


def _languages(page: Mapping[str, Any]) -> Iterator[Check]:
    short = [f"{language.upper()} ({missing})" for language, missing in page["missing_words"].items() if missing]
    spoken = ", ".join(language.upper() for language in page["drill"]["languages"])
    yield Check(
        not short, N_("The scenario speaks %(languages)s"), {"languages": spoken}, short,
        N_("Texts are missing here; readers will see them in another language."),
    )  # fmt: skip


def _raters(page: Mapping[str, Any]) -> Iterator[Check]:
    raters = page["raters"]
    if raters is None:
        return
    found = [problem_words(one, door.language(), LANGUAGES) for one in raters["problems"]]
    if not raters["evaluators"]:
        yield Check(
            False,
            N_("Nobody will rate the responses yet"),
            step=N_("Give somebody the role of evaluator in this drill."),
        )
        return
    yield Check(
        not found, N_("Evaluators: %(evaluators)s; ratings for each response: %(ratings)s"), raters, found,
        N_("This may leave responses without a fair rating:"),
    )  # fmt: skip


def _joining(page: Mapping[str, Any]) -> Check:
    if page["drill"]["joining"]:
        return Check(True, N_("Joining is open"))
    return Check(False, N_("Joining is closed"), step=N_("Nobody can come in with a code until it is opened."))

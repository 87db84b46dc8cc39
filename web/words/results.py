"""What is said of results: deviations, rulings, penalties, grounds, decisions, ties, and what cannot be computed."""

from collections.abc import Mapping, Sequence
from typing import Any

from web.words import N_, say

DEVIATIONS: Mapping[str, str] = {
    "inject_held": N_("held back by hand"),
    "inject_skipped": N_("left out by hand"),
    "inject_delivered": N_("delivered by hand"),
    "inject_released": N_("released by hand"),
    "inject_withdrawn": N_("withdrawn"),
    "flag_set": N_("fact set by hand"),
    "response_late": N_("response after the grace"),
    "inject_lapsed": N_("no response in time"),
}
VERDICTS: Mapping[str, str] = {
    "stands": N_("stands as it is"),
    "void": N_("void for this team: it does not count"),
    "technical": N_("technical: it costs the team nothing"),
}
LATE_VERDICTS: Mapping[str, str] = {
    "technical": N_("technical: it counts, without time credit"),
    "stands": N_("not technical: it does not count"),
}
RULING_REASONS: Mapping[str, str] = {
    "lost_line": N_("the team's connection was lost"),
    "server_outage": N_("the server could not be reached"),
    "access_failure": N_("the team could not get in"),
    "unequal": N_("the team was treated unlike the others"),
    "wrong_content": N_("the message was wrong or unreadable"),
    "no_effect": N_("it had no effect on the result"),
    "same_for_all": N_("it was the same for all teams"),
    "not_technical": N_("no technical cause is in the log"),
    "appeal_upheld": N_("an appeal was upheld"),
}
PENALTIES: Mapping[str, str] = {
    "real_contact": N_("a real authority was contacted"),
    "unmarked_message": N_("a message left without the EXERCISE mark"),
    "colleague_data": N_("personal data of a colleague were disclosed"),
}
GROUNDS: Mapping[str, str] = {
    "arithmetic": N_("an error in the calculation"),
    "rule_not_applied": N_("an announced rule was not applied"),
    "interest": N_("a conflict of interest of an evaluator"),
    "technical": N_("a technical incident that the log shows"),
    "language": N_("an evaluator who does not read our language"),
}
APPEAL_STATES: Mapping[str, str] = {
    "open": N_("received"),
    "rerating": N_("being rated again by others"),
    "upheld": N_("upheld"),
    "dismissed": N_("not upheld"),
}
APPEAL_REASONS: Mapping[str, str] = {
    "error_corrected": N_("the error was corrected"),
    "rule_applied_now": N_("the rule was applied now"),
    "evaluator_replaced": N_("others have rated in her place"),
    "technical_cause_seen": N_("the log shows a technical cause"),
    "rated_higher": N_("two others have rated higher; their levels count"),
    "no_error_found": N_("no error was found"),
    "rule_was_applied": N_("the rule had been applied"),
    "no_interest_found": N_("no conflict of interest was found"),
    "nothing_in_the_log": N_("the log shows no incident"),
    "rated_not_higher": N_("two others have not rated higher; the first levels stay"),
    "not_a_ground": N_("it is none of the announced grounds"),
}
DECISIONS: Mapping[str, str] = {
    "rule": N_("Ruling on deviations"),
    "override": N_("Set aside a ruling"),
    "close_register": N_("Close the register of deviations"),
    "penalise": N_("Penalty"),
    "lift_penalty": N_("Take back a penalty"),
    "reopen_rating": N_("Open a rating again"),
    "publish_provisional": N_("Tell each team its provisional result"),
    "publish_final": N_("Publish the final result"),
}
STEPS: Mapping[str, str] = {
    "rating_closed": N_("Ratings closed"),
    "register_closed": N_("Register closed by two people"),
    "provisional": N_("Provisional: each team reads its own sheet"),
    "final": N_("Final: frozen and published"),
}
TIES: Mapping[str, str] = {
    "quality": N_("the higher quality"),
    "lowest": N_("the higher lowest criterion"),
    "draw": N_("the verifiable draw"),
    "shared": N_("nothing: the place is shared"),
}
# Why severity cannot be told.
SEVERITY_REFUSED: Mapping[str, str] = {
    "no_ratings": N_("nothing has been rated yet"),
    "raters_not_connected": N_("the evaluators share no responses or model answers that would link them"),
}
SEVERITY_UNKNOWN = N_("it cannot be told from these ratings")
LINKING_REFUSED: Mapping[str, str] = {
    "one_drill": N_("Fewer than two drills have model answers that evaluators rated, so there is nothing to link."),
    "drills_not_linked": N_("No chain of model answers joins these drills: their evaluators rated different ones."),
}
LINKING_UNKNOWN = N_("The drills cannot be brought to one scale.")
OBJECTIVES_REFUSED: Mapping[str, str] = {
    "no_team_twice": N_("No team has played two rated drills of this programme."),
    "no_objectives": N_("No objective was rated in both drills of a team."),
}


def tie_words(language: str, step: str | Mapping[str, Sequence[str]], criteria: Mapping[str, Any]) -> str:
    """Say one step of a tie order: a word, a criterion by its title, or the mean of several."""
    if isinstance(step, str):
        return say(language, TIES[step]) if step in TIES else str(criteria.get(step) or step)
    return " + ".join(str(criteria.get(one) or one) for one in step["criteria"])


def severity_words(language: str, refused: str | None) -> str:
    """Say why severity cannot be told."""
    return say(language, SEVERITY_REFUSED.get(refused or "", SEVERITY_UNKNOWN))


def ground_words(language: str, ground: str, text: str | None) -> str:
    """Say a ground: in the words of the call, or ours."""
    return text or say(language, GROUNDS.get(ground, ground))

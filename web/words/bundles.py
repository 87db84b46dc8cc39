"""The words of bundles: why one is refused, and what was found wrong in one, with the place."""

from collections.abc import Mapping

from simulator.bundle.fault import Fault
from web.words import N_, say

REFUSED: Mapping[str, str] = {
    "bundle_names_are_hidden": N_(
        "Two people still decide without names about what treated a team apart. Once they have closed the register, "
        "this bundle opens."
    ),
    "bundle_unreadable": N_("This is no bundle: it has no manifest that can be read."),
    "bundle_is_newer": N_(
        "This bundle has format %(format)s; this version of Prontas reads formats up to %(known)s. Install a later one."
    ),
    "bundle_schema_newer": N_(
        "This bundle was made by Prontas %(version)s with schema %(schema)s; this version knows schemas up to "
        "%(known)s. Install that version, and bring the bundle back with it."
    ),
    "bundle_schema_older": N_(
        "This bundle has schema %(schema)s; this version of Prontas brings back schema %(known)s only. Bring it back "
        "with Prontas %(version)s, migrate that database, and make the bundle anew."
    ),
    "bundle_is_public": N_(
        "This is the public bundle: it has no names and no words, so nothing can be brought back from it. Take the "
        "restricted one."
    ),
    "bundle_does_not_hold": N_(
        "This bundle does not hold, so nothing was brought back. The first of what was found (%(n)s in all): "
        "%(file)s, line %(line)s. prontas verify tells more."
    ),
    "bundle_is_here": N_("“%(name)s” is here already. Nothing was changed."),
    "bundle_of_a_running_drill": N_(
        "“%(name)s” was running when the bundle was made. Pause it, make the bundle anew, and bring that one back."
    ),
    "bundle_needs_its_programme": N_(
        "“%(name)s” belongs to a programme that is not here. Make a bundle of the programme, and bring that one back."
    ),
    "bundle_row_misfit": N_("%(file)s, line %(line)s: this row does not fit its table. Nothing was changed."),
    "bundle_row_astray": N_("The table %(table)s has rows that belong to nothing in this bundle. Nothing was changed."),
    "bundle_collides": N_(
        "Something in this bundle has an id, a code or a name that is in use here. Nothing was changed."
    ),
}

FAULTS: Mapping[str, str] = {
    # files
    "file_missing": N_("The file is missing."),
    "file_unknown": N_("The manifest does not name this file."),
    "file_unreadable": N_("The file cannot be read."),
    "file_changed": N_("The file was changed: its SHA-256 should be %(expected)s, and is %(found)s."),
    "file_has_errors": N_("The file has an error (%(finding)s)."),
    # chains
    "row_broken": N_("The row does not follow from the one before: its hash should be %(expected)s, and is %(found)s."),
    "row_out_of_order": N_("Row %(expected)s should stand here; row %(found)s does."),
    "row_unreadable": N_("The row cannot be read."),
    "head_differs": N_(
        "The chain ends with row %(length)s; the manifest names row %(seq)s with the hash %(hash)s as its last."
    ),
    "head_unknown": N_("No row has the hash that was published: %(head)s."),
    # play
    "team_not_in_log": N_("The log tells of no team %(team)s."),
    "team_missing": N_("The team %(team)s, of which the log tells, is missing."),
    "delivery_not_in_log": N_("Inject %(inject)s is “%(state)s”, of which the log tells nothing."),
    "delivery_differs": N_("Inject %(inject)s should be “%(expected)s” by the log, and is “%(state)s”."),
    "delivery_missing": N_("The delivery of inject %(inject)s, of which the log tells, is missing."),
    "time_differs": N_("The time should be %(expected)s by the log, and is %(found)s."),
    "response_not_in_log": N_("The log tells of no response %(response)s."),
    "response_missing": N_("The response %(response)s, of which the log tells, is missing."),
    "response_misplaced": N_("By the log this response is that of team %(team)s to inject %(inject)s."),
    "response_in_force": N_("This response counts, and by the log it should not."),
    "response_out_of_force": N_("By the log this response counts, and here it does not."),
    "words_differ": N_(
        "These are not the words that were sent: their digest should be %(expected)s, and is %(found)s."
    ),
    # ratings
    "rating_given_twice": N_("The same version of a rating on %(criterion)s is told twice."),
    "rating_not_in_log": N_("The log tells of no such rating on %(criterion)s: %(level)s."),
    "rating_differs": N_("The level should be %(expected)s by the log, and is %(found)s."),
    "rating_of_another_team": N_("By the log this rating is of team %(team)s."),
    "rating_missing": N_("The rating %(level)s on %(criterion)s, of which the log tells, is missing."),
    "rating_replaced": N_("This rating was replaced by version %(version)s, and still counts here."),
    "rating_of_a_recused": N_("The evaluator was recused from this team afterwards; her rating counts no longer."),
    "rating_voided": N_("By the log this rating was taken out of force, and here it counts."),
    "voided_not_given": N_("A rating is taken out of force here that nobody had given."),
    "rating_out_of_force": N_("By the log this rating counts, and here it does not."),
    # rulings, penalties, decisions
    "ruling_differs": N_("The ruling should be “%(expected)s” by the log, and is “%(found)s”."),
    "ruling_not_in_log": N_("The log tells of no such ruling: “%(verdict)s”."),
    "ruling_missing": N_("The ruling “%(verdict)s”, of which the log tells, is missing."),
    "ruling_in_force": N_("Only the last ruling counts; here another one does."),
    "penalty_not_in_log": N_("The log tells of no such penalty of %(points)s points."),
    "penalty_differs": N_("By the log the penalty is of %(expected)s points; here it is of %(found)s, or of others."),
    "penalty_missing": N_("The penalty of %(points)s points, of which the log tells, is missing."),
    "penalty_in_force": N_("Whether this penalty was lifted is not as the log tells."),
    "decision_by_one": N_("The decision %(decision)s was not signed by two people."),
    "decision_missing": N_("The decision %(decision)s, of which the log tells, is missing."),
    "decision_differs": N_("The decision %(decision)s was signed by others, by the log."),
    "decision_not_in_log": N_("The decision %(decision)s is not as the log tells."),
    # standings
    "standings_without_files": N_("Standings were published, and the ratings they follow from are missing."),
    "teams_differ": N_("The teams are not those of the drill."),
    "code_differs": N_("%(team)s is not the code of that team."),
    "penalties_of_rules_differ": N_("Team %(team)s should lose %(expected)s points, and loses %(found)s."),
    "ratings_differ": N_("The levels of team %(team)s, inject %(inject)s, on %(criterion)s are not those that count."),
    "standings_not_computed": N_("Standings cannot be computed from these files (%(problem)s)."),
    "standing_differs": N_(
        "Team %(team)s: place %(place)s with %(score)s follows from the ratings, not what stands here."
    ),
    "published_differs": N_(
        "Team %(team)s: place %(place)s with %(score)s follows from the ratings; %(found)s was published."
    ),
    "published_team_unknown": N_("A result was published of a team that is not in the drill: %(team)s."),
    # awards
    "award_unreadable": N_("What was published of the award %(award)s cannot be read."),
    "selection_not_computed": N_("The selection for %(award)s cannot be computed (%(problem)s)."),
    "award_differs": N_("Award %(award)s: %(expected)s follows from the rules; %(found)s was published."),
    "order_differs": N_("%(second)s has a higher score than %(first)s, and was called after."),
    "merit_differs": N_("Application %(application)s: %(expected)s follows from the ratings, and %(found)s counted."),
    "candidate_differs": N_("Candidate %(code)s is not as the log tells."),
    "list_differs": N_("What stands here of the award %(award)s is not as the log tells."),
    "derogation_by_one": N_("The exception %(decision)s was not signed by two people."),
    "award_not_in_log": N_("The log tells of no such award: %(award)s."),
    "award_missing": N_("The award %(award)s of application %(application)s, of which the log tells, is missing."),
    "award_state_differs": N_("The award should be “%(expected)s” by the log, and is “%(found)s”."),
}  # fmt: skip


def words_of_fault(fault: Fault, language: str) -> str:
    """Say in a language what is wrong; the place is not in it."""
    return say(language, FAULTS[fault.code], **dict(fault.parameters))

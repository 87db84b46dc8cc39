"""What a refusal says where results are ruled on, published, appealed against and written out."""

from collections.abc import Mapping

from web.words import N_

RESULTS: Mapping[str, str] = {
    "two_people_needed": N_("Here two people decide. Propose it, and somebody else signs."),
    "deadlines_still_run": N_("The deadlines of %(teams)s teams still run. Wait until the last has passed."),
    "deviations_open": N_("%(n)s deviations still need a ruling. Rule on them in the register first."),
    "verdict_unknown": N_("Choose one of these rulings: %(verdicts)s."),
    "ruling_without_inject": N_(
        "A fact that was set has no response that could be void. Let it stand, or rule it technical."
    ),
    "late_is_technical_or_not": N_("A late response is technical or it is not; it cannot be void."),
    "late_is_for_the_lead": N_("The lead facilitator rules on late responses."),
    "lead_rules_only": N_("Only the lead facilitator of this drill rules on late responses."),
    "already_ruled": N_("This has that ruling already. To change one, propose to set it aside."),
    "nothing_to_override": N_("There is no ruling yet that could be set aside."),
    "register_is_closed": N_("The register is closed. A ruling changes only if two people set it aside."),
    "register_not_closed": N_("The register of deviations is not closed yet. Two people close it first."),
    "rating_not_closed": N_("The round of ratings is not closed yet. Close it first."),
    "already_provisional": N_("Each team has been told its provisional result already."),
    "not_provisional_yet": N_("No team has been told its provisional result yet."),
    "appeals_still_open": N_("Teams may appeal until %(until)s. The result can be final after that."),
    "appeals_undecided": N_("%(n)s appeals are not decided yet."),
    "randomness_missing": N_("The public text of the draw is not known yet, so equal teams cannot be parted."),
    "penalty_unknown": N_("Choose one of these penalties: %(codes)s."),
    "penalties_at_most": N_("At most %(most)s points in all are taken off a team."),
    "score_rules_by_call": N_("The call of the programme has fixed the rules of this drill."),
    "ratings_have_begun": N_("The first rating has been given; from then on the rules stand."),
    "ratings_outside": N_("A response needs from %(least)s to %(most)s ratings."),
    "appeal_days_outside": N_("Give teams from %(least)s to %(most)s days to appeal."),
    "third_outside": N_("Ask for a third rating from %(least)s to %(most)s levels apart."),
    "adjust_unknown": N_("Say of severity one of these: %(choices)s."),
    "time_weight_outside": N_("The weight of time is a number from 0 to %(most)s."),
    "tie_unknown": N_("“%(tie)s” cannot part equals. Name a criterion, or one of: %(choices)s."),
    "tie_twice": N_("A step of the tie order is named twice."),
    "draw_needs_randomness": N_("Write the public text that the draw is made with."),
    "randomness_too_long": N_("Shorten the public text of the draw to %(longest)s characters, on one line."),
    "calibration_outside": N_(
        "Of a calibration, exact is a percentage, least from 1 to 100, two_off at most least; all whole."
    ),
    "rules_not_chosen": N_("Choose a rules file first."),
    "rules_have_errors": N_("This rules file has errors. Correct what stands below and upload it again."),
    "cut_unreadable": N_("Write how many places get through, or a score from 0 to 100; not both."),
    "lead_appeals_only": N_("Your team's lead files appeals. Ask her."),
    "appeals_are_closed": N_("The time for appeals is over."),
    "ground_unknown": N_("Choose one of the grounds that are listed."),
    "appeal_too_long": N_("Shorten your appeal to %(longest)s characters."),
    "already_appealed": N_("Your team has filed this appeal already."),
    "too_many_appeals": N_("Your team has filed %(most)s appeals, which is the most."),
    "nothing_to_rerate": N_("Nothing of this team can be rated again there. Choose a response that was rated."),
    "rerating_is_asked": N_("Others have been asked to rate this response again already."),
    "rerating_needs_two": N_(
        "It takes two evaluators who may rate this team and have not; %(asked)s can be asked. Name more first."
    ),
    "rerating_waits": N_("The two others have not rated yet. Decide when they have."),
    "reason_contradicts": N_("This reason belongs to the other decision. Choose one that says why."),
    "rerating_says_otherwise": N_(
        "The team would read of a second rating what is not so. Look at what the two others came to, and choose another"
        " reason."
    ),
    "appeal_by_rater": N_("You have rated this team yourself: somebody else decides its appeal."),
    "pdf_not_here": N_(
        "PDFs cannot be made here: a part of the system is missing. Open the page and print it from your browser."
    ),
    "pdf_failed": N_("The PDF could not be made. Open the page and print it from your browser."),
}

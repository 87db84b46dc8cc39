"""What the refusals of a programme's stages say: eligibility, selection, offers, appeals, delegates, meetings."""

from collections.abc import Mapping

from web.words import N_

AWARDING: Mapping[str, str] = {
    # eligibility
    "applications_still_open": N_("Applications can still come in until %(at)s. Eligibility is looked at afterwards."),
    "declare_institution_first": N_("Say first where you work; then you can look at eligibility."),
    "own_institution": N_("You work at this institution, so somebody else looks at its application."),
    "finding_needs_reason": N_("Choose at least one reason, so that the team can understand it."),
    "third_needed": N_("Two of you found differently. Somebody else decides now; your finding stays as it is."),
    "third_needs_words": N_("Two of you found differently and yours decides: write why in the note."),
    "cure_is_open": N_("The team may still mend its application until %(at)s. Look at it afterwards."),
    "eligibility_settled": N_("This has been settled already."),
    "eligibility_is_closed": N_("Eligibility is closed, and the teams have been told."),
    "eligibility_not_closed": N_("Close eligibility first: every team has to know whether it takes part."),
    "eligibility_unsettled": N_("%(left)s applications are not settled yet. Two people have to look at each."),
    # stages
    "stage_not_in_state": N_("This cannot be done now: the stage has moved on. Look at its page again."),
    "stage_before_not_final": N_("The stage that admits to this one is not final yet."),
    "nobody_to_select": N_("Nobody takes part in this stage, so there is nothing to select from."),
    "rehearsal_counts_nowhere": N_("A rehearsal cannot count. Choose a drill that is none."),
    "drill_is_rated": N_("Somebody has rated in this drill already, so its rules can no longer change."),
    "ties_not_of_scenario": N_(
        "The call orders ties by a criterion that this scenario does not have. Take another one."
    ),
    "drill_not_of_stage": N_("Link this drill to the stage first."),
    "stage_has_no_drill": N_("Link a drill to this stage first."),
    "drill_to_be_run_again": N_(
        "“%(name)s” was broken off: %(share)s percent of its weight had reached every team, and the call asks for "
        "%(least)s. It has to be run again with another scenario."
    ),
    "drill_not_final": N_("The result of “%(name)s” is not final yet."),
    "results_missing": N_("%(missing)s results are still missing. Nobody has a place until all are in."),
    "raters_not_linked": N_(
        "The evaluators share too few applications to take severity off. Ask for more ratings in common."
    ),
    "randomness_too_early": N_("The announced value is known on %(at)s. It cannot be entered before."),
    "randomness_is_entered": N_("The value of the draw has been entered already; it can no longer be changed."),
    "randomness_unreadable": N_(
        "Enter the value as the source published it, on one line of at most %(longest)s letters."
    ),
    "randomness_missing": N_("Enter the value of the announced draw first."),
    "selection_impossible": N_("Nothing can be selected by these rules (%(why)s). Nothing was changed."),
    "list_has_changed": N_("The list is no longer the one that was proposed. Look at it again and propose it anew."),
    "derogation_is_open": N_("An exception waits for its second signature. Sign or refuse it first."),
    "no_derogation": N_("The call allows no exceptions."),
    "seats_outside": N_("Choose from 0 to %(most)s seats."),
    "decision_needs_words": N_("Write why: it is published with the exception."),
    # offers, appeals, delegates, meetings
    "offer_expired": N_("This offer ended on %(at)s. Its seats go to the next team."),
    "declining_unsure": N_("Tick the box if you are sure that you decline."),
    "offer_not_open": N_("This offer has been answered already, or is not open to you."),
    "member_named_twice": N_("The same person is named twice. Choose two different ones."),
    "members_outside": N_("Choose who comes: from %(least)s to %(most)s members."),
    "delegate_missing": N_("Choose a delegate, and somebody else who would go in her stead."),
    "delegate_is_confirmed": N_("The delegate has been confirmed. Write to the programme if she cannot go."),
    "appeals_window_open": N_("Teams can appeal until %(at)s. What is decided becomes final afterwards."),
    "appeals_open": N_("%(left)s appeals wait for a decision. Decide them first."),
    "no_appeals": N_("This call takes no appeals here."),
    "appeals_window_over": N_("Appeals were taken until %(at)s."),
    "appeal_needs_words": N_("Say in your own words what went wrong, in at most %(longest)s letters."),
    "appeal_is_filed": N_("You have appealed already; the decision comes to you by mail."),
    "appeal_is_decided": N_("This appeal has been decided already."),
    "rerating_is_asked": N_("Others have been asked to rate this again already."),
    "nobody_to_rerate": N_("Too few evaluators are left who may rate this again. Invite somebody first."),
    "award_rerating_waits": N_("Others are still rating this again: %(left)s levels are missing. Decide afterwards."),
    "rerating_says_otherwise": N_("This reason needs that others have rated it again, with that result."),
    "appeal_by_others": N_("You judged this team yourself, so somebody else decides its appeal."),
    "meeting_not_yet": N_("This meeting begins on %(at)s. Note afterwards who came."),
    "present_outside": N_("At most %(most)s women of this team can have come."),
}

"""The part of the permission table about a programme's stages: eligibility, awards, appeals, and what is told."""

from collections.abc import Mapping

from simulator.rights import ACCOUNTS, ANYBODY, APPLIES, ITSELF, ORGANIZER, Right, in_programme

AWARD_RIGHTS: Mapping[str, Right] = {
    "declare_institution": in_programme(ORGANIZER),
    "find_eligibility": in_programme(ORGANIZER),
    "close_eligibility": in_programme(ORGANIZER),
    "open_stage": in_programme(ORGANIZER),
    "link_drill": in_programme(ORGANIZER),
    "enrol_teams": in_programme(ORGANIZER),
    "enter_randomness": in_programme(ORGANIZER),
    "close_stage": in_programme(ORGANIZER),
    "decide_award_appeal": in_programme(ORGANIZER),
    "rerate_application": in_programme(ORGANIZER),
    "confirm_delegate": in_programme(ORGANIZER),
    "note_attendance": in_programme(ORGANIZER),
    "accept_offer": APPLIES,
    "decline_offer": APPLIES,
    "name_delegate": APPLIES,
    "appeal_award": APPLIES,
    "expire_offers": ITSELF,
    # reading
    "programme_home": in_programme(ORGANIZER),
    "eligibility_list": in_programme(ORGANIZER),
    "eligibility_sheet": in_programme(ORGANIZER),
    "stage_page": in_programme(ORGANIZER),
    "decision_sheet": in_programme(ORGANIZER),
    "attendance_page": in_programme(ORGANIZER),
    "fairness_report": in_programme(ORGANIZER),
    "own_results": APPLIES,
    "merit_desks": ACCOUNTS,
    "method_note": ANYBODY,
    "public_candidates": ANYBODY,
}

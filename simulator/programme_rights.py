"""The part of the permission table that is about programmes: their calls, who applies, and what is decided in them."""

from collections.abc import Mapping

from simulator.rights import ANYBODY, APPLIES, ITSELF, ORGANIZER, Right, in_programme

PROGRAMME_RIGHTS: Mapping[str, Right] = {
    # applying to a call
    "open_call": in_programme(ORGANIZER),
    "try_mail_again": in_programme(ORGANIZER),
    "take_mails": ITSELF,
    "note_mail": ITSELF,
    "begin_application": ANYBODY,
    "open_application": ANYBODY,
    "renew_application_link": ANYBODY,
    "save_application": APPLIES,
    "add_file": APPLIES,
    "declare_file": APPLIES,
    "remove_file": APPLIES,
    "send_application": APPLIES,
    "erase_own_application": APPLIES,
    "erase_application": in_programme(ORGANIZER),
    "open_applicant_session": ITSELF,
    "call_list": ANYBODY,
    "call_page": ANYBODY,
    "call_content": ANYBODY,
    "own_application": APPLIES,
    "own_application_file": APPLIES,
    "own_application_held": APPLIES,
    "programme_call": in_programme(ORGANIZER),
    "application_list": in_programme(ORGANIZER),
    "mail_list": in_programme(ORGANIZER),
    "mail_page": in_programme(ORGANIZER),
    "application_page": in_programme(ORGANIZER),
    "application_file": in_programme(ORGANIZER),
    "application_held": in_programme(ORGANIZER),
    # a programme's stages and awards
    "declare_institution": in_programme(ORGANIZER),
    "find_eligibility": in_programme(ORGANIZER),
    "close_eligibility": in_programme(ORGANIZER),
    "open_stage": in_programme(ORGANIZER),
    "link_drill": in_programme(ORGANIZER),
    "enrol_teams": in_programme(ORGANIZER),
    "enter_randomness": in_programme(ORGANIZER),
    "close_stage": in_programme(ORGANIZER),
    "decide_award_appeal": in_programme(ORGANIZER),
    "confirm_delegate": in_programme(ORGANIZER),
    "note_attendance": in_programme(ORGANIZER),
    "accept_offer": APPLIES,
    "decline_offer": APPLIES,
    "name_delegate": APPLIES,
    "appeal_award": APPLIES,
    "expire_offers": ITSELF,
}

"""The part of the permission table that is about programmes: their calls, who applies, and what is decided in them."""

from collections.abc import Mapping

from simulator.rights import ANYBODY, APPLIES, ITSELF, ORGANIZER, PROGRAM, Right, in_programme

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
    "erase_application": in_programme(ORGANIZER, PROGRAM),
    "open_applicant_session": ITSELF,
    "call_list": ANYBODY,
    "call_page": ANYBODY,
    "call_content": ANYBODY,
    "public_funnel": ANYBODY,
    "funnel": in_programme(ORGANIZER),
    "programme_audit": in_programme(ORGANIZER),
    "programme_audit_choices": in_programme(ORGANIZER),
    "programme_chain_state": in_programme(ORGANIZER),
    "own_application": APPLIES,
    "own_application_file": APPLIES,
    "own_application_held": APPLIES,
    "programme_call": in_programme(ORGANIZER),
    "hold_programme": in_programme(ORGANIZER),
    "application_list": in_programme(ORGANIZER, PROGRAM),
    "mail_list": in_programme(ORGANIZER),
    "mail_page": in_programme(ORGANIZER),
    "application_page": in_programme(ORGANIZER),
    "application_file": in_programme(ORGANIZER),
    "application_held": in_programme(ORGANIZER),
}

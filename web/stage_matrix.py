"""The pages of a programme's stages: eligibility, awards, offers, and what everybody may read of them."""

from collections.abc import Mapping

from web.edge import Edge, anybody, applicant, staff

STAGE_PAGES: Mapping[str, Edge] = {
    "programme.home": staff("programme_home", "decisions"),
    "programme.eligibility": staff("eligibility_list"),
    "programme.institution": staff("declare_institution", also=("eligibility_list",)),
    "programme.close": staff("close_eligibility", also=("eligibility_list",)),
    "programme.application": staff("application_page", "eligibility_sheet"),
    "programme.applications": staff("application_list"),
    "programme.find": staff("find_eligibility", also=("application_page", "eligibility_sheet")),
    "programme.file": staff("application_file"),
    "programme.stage": staff("stage_page"),
    "programme.open_now": staff("open_stage", also=("stage_page",)),
    "programme.close_now": staff("close_stage", also=("stage_page",)),
    "programme.randomness": staff("enter_randomness", also=("stage_page",)),
    "programme.link": staff("link_drill", also=("stage_page",)),
    "programme.enrol": staff("enrol_teams", also=("stage_page",)),
    "programme.publish": staff("propose_decision", also=("stage_page",)),
    "programme.finish": staff("propose_decision", also=("stage_page",)),
    "programme.derogate": staff("propose_decision", also=("stage_page",)),
    "programme.rerate": staff("rerate_application", also=("stage_page",)),
    "programme.decide": staff("decide_award_appeal", also=("stage_page",)),
    "programme.confirm": staff("confirm_delegate", also=("stage_page",)),
    "programme.sheet": staff("decision_sheet"),
    "programme.sheet_pdf": staff("decision_sheet"),
    "programme.attendance": staff("attendance_page"),
    "programme.note": staff("note_attendance", also=("attendance_page",)),
    "programme.fairness": staff("fairness_report"),
    "programme.fairness_file": staff("fairness_report"),
    "programme.list_file": staff("stage_page"),
    "programme.method": anybody("method_note", "public_funnel"),
    "programme.candidates": anybody("public_candidates"),
    "programme.rules": anybody("public_candidates"),
    "programme.results": applicant("own_results"),
    "programme.results_pdf": applicant("own_results"),
    "programme.accept": applicant("accept_offer", also=("own_results",)),
    "programme.decline": applicant("decline_offer", also=("own_results",)),
    "programme.delegate": applicant("name_delegate", also=("own_results",)),
    "programme.appeal": applicant("appeal_award", also=("own_results",)),
}

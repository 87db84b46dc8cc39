"""Erasing is complete: a column that points to a person, or holds words of one, is explained here or fails."""

from sqlalchemy import JSON, LargeBinary, String

from simulator.rows import Row
from simulator.wiping import without_words

# What becomes of each column that points to a participant, an account or an application when she is erased.
GOES = "its row goes"
STAYS = "an id without a name"
POINTS = {
    "consent.participant_id": GOES, "pause_request.participant_id": GOES, "seat_holder.participant_id": GOES,
    "sitting.participant_id": GOES,
    "hotwash_note.participant_id": GOES, "draft.participant_id": GOES, "draft.stood_by": GOES,
    "web_session.participant_id": GOES, "web_session.account_id": GOES, "api_token.account_id": GOES,
    "one_use_link.account_id": GOES, "recovery_code.account_id": GOES, "grant.account_id": GOES,
    "response.participant_id": STAYS, "response.entered_by": STAYS, "rating.account_id": STAYS,
    "drill.lead_id": "emptied",
    # who decided, rated or noted something: the deed stays
    "assignment.account_id": STAYS, "attendance.noted_by": STAYS, "calibration_rating.account_id": STAYS,
    "decision.proposed_by": STAYS, "decision.ended_by": STAYS, "eligibility.account_id": STAYS,
    "recusal.account_id": STAYS, "recusal.said_by": STAYS, "ruling.ruled_by": STAYS, "appeal.decided_by": STAYS,
    "appeal.filed_by": STAYS, "declaration.account_id": GOES, "column_mapping.account_id": GOES,
    "stored_scenario.created_by": STAYS, "scenario_version.author_id": STAYS,
    # an application: its words and files go, what was found of it stays under its code
    "application_file.application_id": GOES, "web_session.application_id": GOES,
    "application_version.application_id": STAYS, "appeal.application_id": STAYS, "assignment.application_id": STAYS,
    "attendance.application_id": STAYS, "award.application_id": STAYS, "eligibility.application_id": STAYS,
    "rating.application_id": STAYS, "recusal.application_id": STAYS, "team.application_id": STAYS,
}  # fmt: skip
# Columns that people write into, and what empties them; all others hold codes, ids, digests or the staff's own words.
WRITTEN = {
    "participant.name", "participant.short_code", "participant.salt", "account.name", "account.email",
    "account.password_hash", "account.totp_secret", "response.content", "response.client_id", "response.salt",
    "rating.sentence", "draft.content", "draft.stood", "hotwash_note.text", "api_token.name", "web_session.browser",
    "appeal.words", "appeal.note", "decision.note", "eligibility.note", "declaration.institution",
    "declaration.languages", "application.lead_name", "application.lead_mail", "application.draft",
    "application_version.content", "application_version.files", "application_file.name", "application_file.signer",
    "application_file.elements", "award.people", "mail.address", "mail.facts", "blob.content", "team.attributes",
    "column_mapping.mapping",
}  # fmt: skip
NOT_HERS = {
    # the drill's and the house's own: names that organizers and facilitators give, and texts of scenarios
    "drill.name", "team.name", "programme.name", "scenario_file.digest", "attachment_file.name", "setting.value",
    "flag.flag", "rating.level", "rating.criterion", "order.reason", "delivery.reason", "log.payload", "order.teams",
    "order.unmet", "api_token.scopes", "drill.salt",
    "scenario_file.content", "attachment_file.content", "call_file.content",
    # codes, ids and numbers of a decision; desks and scopes; a public value; the code of why a mail could not leave
    "appeal.scope", "application.cure_parts", "assignment.desk", "award.reason", "calibration_rating.desk",
    "calibration_rating.item", "decision.subject", "declaration.desk", "drill.score_rules", "eligibility.reasons",
    "mail.problem", "recusal.desk", "stage.randomness",
    # scenarios are the house's, and so is what was noted beside a version
    "scenario_version.note", "scenario_version.content", "scenario_version.files", "scenario_version.summary",
    "scenario_attachment.content",
}  # fmt: skip
# Ids, digests, codes of states: machine-made, and no longer than a code.
MADE_BY_US = 64


def test_every_column_that_points_to_a_person_is_explained():
    found = {
        f"{table.name}.{column.name}"
        for table in Row.metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in ("participant", "account", "application")
    }

    assert found == set(POINTS)


def test_every_column_that_could_hold_words_is_explained():
    wordy = {
        f"{table.name}.{column.name}"
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, JSON | LargeBinary)
        or (isinstance(column.type, String) and (column.type.length or 999) > MADE_BY_US)
    }

    assert wordy <= WRITTEN | NOT_HERS, wordy - WRITTEN - NOT_HERS


def test_of_an_answer_only_the_options_are_left():
    assert without_words({"option": "A", "rationale": "why", "text": "x"}) == {"option": "A"}
    assert without_words({"options": ["A", "B"], "rationale": "why"}) == {"options": ["A", "B"]}
    assert without_words({"fields": {"way": "a", "plan": "words"}}) == {}

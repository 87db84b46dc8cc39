"""Whether what is asked of members, and the documents that are asked for, can be given."""

from scenarios.calls.asked import TYPES
from scenarios.calls.checking.call_check import CallCheck
from scenarios.checking.doubles import report_doubled_ids
from scenarios.checking.fields import check_field


def check_asking(check: CallCheck) -> None:
    """Find team sizes in the wrong order, doubled ids, unknown signers, and file types that are not taken."""
    _check_sizes(check)
    members = check.call.members
    report_doubled_ids(check, ("members", "fields"), members.fields)
    report_doubled_ids(check, ("members", "consents"), members.consents)
    for place, field in enumerate(members.fields):
        check_field(check, ("members", "fields", place), field)
    _check_documents(check)
    report_doubled_ids(check, ("eligibility",), check.call.eligibility)


def _check_sizes(check: CallCheck) -> None:
    team = check.call.team
    sound = all(check.is_sound(("team", key)) for key in ("smallest", "least", "most"))
    if sound and not team.smallest_or_least <= team.least <= team.most:
        smallest = team.smallest_or_least
        check.report(("team",), "sizes_disordered", smallest=smallest, least=team.least, most=team.most)


def _check_documents(check: CallCheck) -> None:
    documents = check.call.documents
    report_doubled_ids(check, ("documents",), documents)
    for place, document in enumerate(documents):
        path = ("documents", place)
        report_doubled_ids(check, (*path, "elements"), document.elements)
        if document.signed_by is not None:
            check.refer("unknown_role", document.signed_by, "roles", (*path, "signed_by"))
        for number, kind in enumerate(document.types):
            if kind not in TYPES:
                known, near = " ".join(TYPES), check.nearest(kind, TYPES)
                check.report((*path, "types", number), "unknown_document_type", value=kind, types=known, nearest=near)
    signing = {document.signed_by for document in documents}
    for role in check.call.roles:
        if role not in signing and not check.broken:
            check.report_key(("roles", role), "unused_role", role=role)

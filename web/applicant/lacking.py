"""What an application lacks, in words, with the titles that the call gives to its parts."""

from typing import Any

from scenarios.calls.call import Call
from simulator.application_content import Lack
from simulator.refusal import Refusal
from web.words import say
from web.words.applying import LACKS, OF_MEMBER, SOMEBODY_ELSE
from web.words.refusals import words_of


def words_of_lack(call: Call, lack: Lack, language: str) -> str:
    """Say what is missing or wrong, and what to do."""
    told = {name: _titled(call, lack, name, value, language) for name, value in lack.parameters.items()}
    if lack.code in LACKS:
        code = lack.code
        if code == "document_missing" and (role := _signer_of(call, str(lack.parameters["document"]), language)):
            code, told = "signed_document_missing", told | {"role": role}
        return say(language, LACKS[code], **told)
    # What is wrong inside a field is said as in any form.
    problem = words_of(Refusal(lack.code, **told), language)
    return say(language, OF_MEMBER, member=told["member"], problem=problem) if "member" in told else problem


def _titled(call: Call, lack: Lack, name: str, value: Any, language: str) -> Any:
    fields = call.members.fields if "member" in lack.parameters else call.form
    titles: dict[str, dict[str, Any]] = {
        "field": {one.id: one.label for one in fields},
        "consent": {one.id: one.text for one in call.members.consents},
        "document": {one.id: one.title for one in call.documents},
        "role": {key: role.title for key, role in call.roles.items()},
        "signed_by": {key: role.title for key, role in call.roles.items()},
        "element": {
            one.id: one.text
            for document in call.documents
            if document.id == lack.parameters.get("document")
            for one in document.elements
        },
    }
    if name not in titles:
        return value
    found = titles[name].get(value)
    return say(language, SOMEBODY_ELSE) if found is None else found.say(language, call.languages)


def _signer_of(call: Call, document: str, language: str) -> str:
    signed_by = next((one.signed_by for one in call.documents if one.id == document), None)
    return call.roles[signed_by].title.say(language, call.languages) if signed_by in call.roles else ""

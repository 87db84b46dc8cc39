"""Every code that is listed happens, so that nobody translates words that nobody reads."""

from scenarios.codes import CODES
from tests.scenarios.cases import CASES
from tests.scenarios.package_cases import ARCHIVES, FOLDERS


def test_every_code_has_a_case():
    # What needs a thousand findings or injects has its cases in test_hostile_documents.py.
    assert {code for code, _ in (*CASES, *ARCHIVES, *FOLDERS)} == set(CODES) - {"too_many", "too_many_findings"}

"""The calls that come with the program are sound, complete in four languages, and can be decided by."""

from collections import Counter
from fractions import Fraction

import pytest

from scenarios.calls.completeness import Filed, find_gaps
from scenarios.calls.load import load_call
from scenarios.calls.rules_of_call import merit_rules_of, selection_rules_of
from scenarios.checking.texts import texts_in
from scenarios.library import FOLDER, shipped_calls
from scoring.selection.candidate import Candidate
from scoring.selection.selection import select

FOLDERS = sorted(path.parent for path in FOLDER.glob("calls/*/call.yaml"))
BY_ID = {one.call.id: one.call for one in shipped_calls()}
WOMEN, SOLUTIONS = BY_ID["mujeres-ciberseguridad"], BY_ID["ilo-style"]
SENTENCE = 40


def test_every_folder_is_shipped():
    assert [one.call.id for one in shipped_calls()] == [folder.name for folder in FOLDERS] != []
    assert [one.document for one in shipped_calls()] == [(folder / "call.yaml").read_bytes() for folder in FOLDERS]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_call_has_nothing_wrong_or_doubtful(folder):
    assert load_call(folder)[1] == []


@pytest.mark.parametrize("call", BY_ID.values(), ids=BY_ID)
def test_every_word_is_there_in_four_languages_and_is_not_the_same_in_all(call):
    assert call.languages == ("es", "pt", "en", "fr")
    for path, text in texts_in(call, ()):
        assert text.languages == set(call.languages), path
        # Names may be spelt alike in two languages; sentences are not.
        words = list(text.every().values())
        assert max(map(len, words)) < SENTENCE or len(set(words)) == len(words), path


def test_three_hundred_scholarships_are_given_under_a_cap_of_fifteen_percent_a_country():
    rules = selection_rules_of(WOMEN, "scholarships", "scholarship", "key")
    assert (rules.seats, rules.method, rules.smallest) == (300, "ranked", 3)
    assert [(cap.by, cap.max, cap.unit) for cap in rules.caps] == [
        ("country", 45, "seats"),
        ("institution", 2, "teams"),
    ]
    assert rules.caps[0].max * 100 == 15 * rules.seats
    assert rules.floors[0].where == {"level": "sub-national"}
    assert {floor.where["sub_region"] for floor in rules.floors[1:]} == set(WOMEN.attributes["sub_region"].values)


def test_delegates_follow_from_the_drill_one_of_an_institution_with_alternates():
    rules = selection_rules_of(WOMEN, "delegates", "delegate")
    stage = WOMEN.stage("delegates")
    assert [(cap.by, cap.max, cap.unit) for cap in rules.caps] == [("institution", 1, "teams"), ("country", 3, "seats")]
    assert (stage.score, stage.open_to, stage.awards[0].alternates) == ("drill", "scholarship", 8)


def test_the_institutional_letter_has_four_elements_and_its_signer():
    letter = WOMEN.documents[0]
    assert (letter.signed_by, [element.id for element in letter.elements]) == (
        "head_of_cybersecurity",
        ["presents", "commits", "follows", "coordinates"],
    )


def test_two_winners_are_found_by_five_criteria_and_nothing_can_be_mended_late():
    rules = selection_rules_of(SOLUTIONS, "committee", "winner")
    assert (rules.seats, len(SOLUTIONS.rubric.criteria), SOLUTIONS.windows.cure) == (2, 5, None)
    assert SOLUTIONS.windows.applications.closes == SOLUTIONS.windows.applications.ends
    assert merit_rules_of(SOLUTIONS, SOLUTIONS.stages[0]).ratings_needed == 3


@pytest.mark.parametrize("call", BY_ID.values(), ids=BY_ID)
def test_an_empty_application_lacks_every_required_part(call):
    codes = {gap.code for gap in find_gaps(call, Filed())}
    assert codes == {"field_missing", "too_few_members", "document_missing"}


def applicants(count):
    """Make teams of every size, merit and country by plain arithmetic, the same on any machine."""
    countries = ["BZ", "BR", "CL", "CR", "DO", "HT", "JM", "MX", "PA", "PE", "TC", "VC", "CO"]
    for n in range(count):
        filled = {"country": countries[n * n % 13], "level": "sub-national" if n % 4 == 0 else "national"}
        attributes = WOMEN.attributes_of({**filled, "institution": f"I{n // 3}", "language": "es"})
        yield Candidate(f"T{n:02}", 3 + n % 4, Fraction(3500 + n * 2657 % 6400, 100), attributes, least=3)


def test_scholarships_follow_from_the_shipped_call_and_from_nothing_else():
    rules = selection_rules_of(WOMEN, "scholarships", "scholarship", "9319./2.5.12.8.10./")
    teams = list(applicants(80))
    chosen = select(rules, teams)
    countries, institutions = Counter(), Counter()
    for team in (team for team in teams if team.id in chosen.seats):
        countries[team.attributes["country"]] += chosen.seats[team.id]
        institutions[team.attributes["institution"]] += 1
    assert sum(chosen.seats.values()) <= 300 and max(countries.values()) <= 45 and max(institutions.values()) <= 2
    assert all(team.merit >= 50 for team in teams if team.id in chosen.seats)
    assert select(rules, teams[::-1]) == chosen

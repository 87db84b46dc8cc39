"""Agreement and severity from a table, as somebody at a terminal gets them."""

import json

import pytest

from tests.scoring.vectors import SHROUT_FLEISS, VECTORS, by_rater, by_unit

FORMS = ("ICC11", "ICC21", "ICC31", "ICC1k", "ICC2k", "ICC3k")


@pytest.fixture
def table(tmp_path):
    """Write ratings as a table and give its path."""

    def write(ratings):
        path = tmp_path / "ratings.csv"
        rows = [f"{one.unit},{one.rater},{one.value}" for one in ratings]
        path.write_text("\n".join(["unit,rater,value", *rows]) + "\n")
        return path

    return write


@pytest.fixture
def judged(table):
    """Write the table of Shrout and Fleiss: six targets, four judges."""
    return table(by_unit(SHROUT_FLEISS["ratings"]))


def document(told):
    assert told.exit_code == 0, told.output
    assert told.stderr == ""
    return json.loads(told.stdout)


def test_agreement_of_a_complete_block_is_as_published(run, judged):
    found = document(run("reliability", judged, "--scale", "interval", "--json"))

    assert (found["format"], found["scale"]) == (1, "interval")
    assert (found["units"], found["raters"], found["ratings"]) == (6, 4, 24)
    assert round(found["alpha"], 3) == 0.147
    assert {form: round(value, 4) for form, value in found["icc"].items()} == {f: SHROUT_FLEISS[f] for f in FORMS}
    assert found["kappa"] is None
    assert found["reason"] == "It takes exactly two raters; there are 4."
    assert found["reasons"] == {"kappa": {"code": "not_two_raters", "text": found["reason"]}}


def test_agreement_of_two_with_names_has_alpha_and_kappa(run, table):
    vector = VECTORS["RT02_krippendorff_2011_C"]
    found = document(run("reliability", table(by_rater(vector["obs"])), "--scale", "nominal", "--json"))

    assert round(found["alpha"], 3) == vector["alpha"]["nominal"]
    assert set(found["kappa"]) == {"none", "linear", "quadratic"}
    assert found["icc"] is None
    assert found["reason"] == found["reasons"]["icc"]["text"] == "On a nominal scale values have no distances."


def test_where_all_is_defined_there_is_no_reason(run, table):
    found = document(run("reliability", table(by_rater(["0123", "0133"])), "--scale", "ratio", "--json"))
    assert (found["reason"], found["reasons"]) == (None, {})


def test_levels_are_places_and_kappa_weighs_by_them(run, table):
    words, numbers = by_rater(["UUSP", "USSP"]), by_rater(["0023", "0223"])
    given = run("reliability", table(words), "--scale", "ordinal", "--levels", "U, M, S, P", "--json")
    found = document(given)
    places = document(run("reliability", table(numbers), "--scale", "ordinal", "--json"))

    assert (found["alpha"], found["icc"]) == (places["alpha"], places["icc"])
    assert found["kappa"]["none"] == places["kappa"]["none"]
    # Without levels U, S and P would stand one apart.
    assert found["kappa"]["linear"] != places["kappa"]["linear"]


def test_what_is_undefined_is_null_with_its_reason_and_no_zero(run, table):
    found = document(run("reliability", table(by_rater(["22", "22"])), "--scale", "interval", "--json"))
    assert (found["alpha"], found["icc"], found["kappa"]) == (None, None, None)
    assert found["reason"] == "All ratings are the same; chance would agree as well."
    assert {name: reason["code"] for name, reason in found["reasons"].items()} == dict.fromkeys(
        ("alpha", "icc", "kappa"), "no_variance"
    )


def test_a_single_form_may_be_null(run, table):
    found = document(run("reliability", table(by_rater(["11", "33"])), "--scale", "interval", "--json"))
    assert (found["icc"]["ICC11"], found["icc"]["ICC31"]) == (-1, None)
    assert found["reasons"]["icc"]["code"] == "no_variance_of_units"


def test_nothing_rated_is_said_to_be_nothing(run, table):
    found = document(run("reliability", table([]), "--scale", "ordinal", "--json"))
    assert (found["alpha"], found["units"], found["reason"]) == (None, 0, "There are no ratings.")


def test_people_get_a_table_and_what_it_allows_to_conclude(run, judged):
    told = run("reliability", judged, "--scale", "interval").output.splitlines()

    assert told[0] == "Units: 6. Raters: 4. Ratings: 24."
    assert ["alpha", "0.1473"] in [line.split() for line in told]
    assert ["ICC3k", "0.9093"] in [line.split() for line in told]
    assert ["kappa", "linear", "—"] in [line.split() for line in told]
    assert told[-2:] == [
        "Alpha is below .667: draw no conclusions from these ratings.",
        "kappa: It takes exactly two raters; there are 4.",
    ]


def test_people_get_no_reading_of_an_alpha_that_there_is_not(run, table):
    told = run("reliability", table(by_rater(["22", "22"])), "--scale", "interval").output
    assert "Alpha is" not in told
    assert "alpha: All ratings are the same" in told


@pytest.mark.parametrize("levels", ["U", "U,,P", "U,M,U", ""])
def test_levels_that_are_none_are_wrong_usage(run, judged, levels):
    assert run("reliability", judged, "--scale", "ordinal", "--levels", levels).exit_code == 2


def test_a_scale_must_be_named(run, judged):
    assert run("reliability", judged).exit_code == 2
    assert run("reliability", judged, "--scale", "cardinal").exit_code == 2


@pytest.mark.parametrize("verb", [("reliability", "--scale", "interval"), ("severity",)])
def test_every_bad_row_is_named_and_nothing_is_computed(run, tmp_path, verb):
    path = tmp_path / "bad.csv"
    path.write_text("unit,rater,value\na,Edo,3\na,Eun,\nb,Edo,S\na,Edo,2\n")
    told = run(*verb, path, "--json")

    assert (told.exit_code, told.stdout) == (1, "")
    assert [line.split(" ", 3)[:3] for line in told.stderr.splitlines()] == [
        [f"{path}:3:7:", "error", "empty_value"],
        [f"{path}:4:7:", "error", "not_number"],
        [f"{path}:5:1:", "error", "unit_rated_twice"],
    ]


def test_an_order_that_nobody_gave_is_a_warning_beside_the_figures(run, table):
    told = run("reliability", table(by_rater(["UMSP", "UMSP"])), "--scale", "ordinal", "--json")

    assert told.exit_code == 0
    assert "warning order_by_code_point" in told.stderr
    found = json.loads(told.stdout)
    assert (found["alpha"], found["icc"]) == (None, None)


def test_severity_is_told_from_quality(run, judged):
    found = document(run("severity", judged, "--json"))

    assert found["format"] == 1
    assert [(one["unit"], one["ratings"]) for one in found["units"]] == [(f"unit {n}", 4) for n in range(6)]
    assert all(one["raw"] == one["adjusted"] for one in found["units"])
    strict = found["raters"][1]
    assert (strict["rater"], round(strict["severity"], 4), strict["ratings"]) == ("rater 1", -2.7917, 6)
    assert strict["estimate"] == strict["severity"]
    assert round(strict["standard_error"], 3) == 0.357
    assert found["warnings"] == []


def test_shrinkage_and_cap_are_as_they_are_written(run, judged):
    found = document(run("severity", judged, "--shrinkage", "6", "--cap", "0.7", "--json"))

    assert [round(one["severity"], 4) for one in found["raters"]] == [0.7, -0.7, -0.4792, 0.6875]
    assert [(one["rater"], one["code"]) for one in found["warnings"]] == [
        ("rater 0", "severity_capped"),
        ("rater 1", "severity_capped"),
    ]
    assert "beyond the cap of 0.7" in found["warnings"][0]["text"]


def test_people_get_both_tables_and_what_to_look_at(run, table):
    told = run("severity", table(by_rater(["12", "35"]))).output.splitlines()

    assert [line.split() for line in told[:3]] == [
        ["Unit", "Raw", "Adjusted", "Ratings"],
        ["unit", "0", "2.0000", "2.0000", "2"],
        ["unit", "1", "3.5000", "3.5000", "2"],
    ]
    assert told[5].split() == ["rater", "0", "-1.2500", "-1.2500", "2", "0.2500"]
    assert told[-1] == "rater 1 has given 2 ratings; with fewer than 6 her severity may be chance."


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_raters_who_share_no_unit_are_refused_with_the_missing_link(run, table, more):
    told = run("severity", table(by_rater(["12..", "21..", "..33"])), *more)

    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr == (
        "prontas: The raters fall into 2 groups that have no unit in common: (rater 0, rater 1), (rater 2). "
        "Missing is a rating that joins them, such as “unit 2” by rater 0.\n"
    )


def test_many_groups_are_told_in_one_line_that_ends(run, table):
    told = run("severity", table(by_rater([["."] * n + [1] + ["."] * (19 - n) for n in range(20)])))
    assert "20 groups" in told.stderr
    assert told.stderr.count("(rater") == 8
    assert told.stderr.count("\n") == 1


def test_no_ratings_have_no_severity(run, table):
    told = run("severity", table([]))
    assert (told.exit_code, told.stderr) == (1, "prontas: There are no ratings.\n")


@pytest.mark.parametrize("option", ["--shrinkage", "--cap"])
@pytest.mark.parametrize("number", ["-1", "some", "nan", "1/3", "1e99999999", ""])
def test_a_number_that_is_none_is_wrong_usage(run, judged, option, number):
    assert run("severity", judged, f"{option}={number}").exit_code == 2


def test_the_language_is_the_reader_s(run, judged, table):
    told = run("--language", "pt", "reliability", judged, "--scale", "interval", "--json")
    assert json.loads(told.stdout)["reason"] == "São necessárias exatamente duas avaliadoras; há 4."
    assert "Erreur type" in run("--language", "fr", "severity", table(by_rater(["12", "35"]))).output

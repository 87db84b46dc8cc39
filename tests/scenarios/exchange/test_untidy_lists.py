"""Lists as facilitators have them: titles above, sections between, merged cells, statuses, sheets beside."""

from datetime import UTC, date, datetime, time, timedelta
from time import process_time as time_now

import pytest

from scenarios.exchange.choices import Choices
from scenarios.exchange.msel_import import import_msel
from scenarios.exchange.schedule import read_start
from scenarios.load import read_scenario_text
from tests.scenarios.exchange.workbooks import (
    Failed,
    Formula,
    codes,
    csv_file,
    imported,
    injects,
    times,
    xls_file,
    xls_rows,
    xlsx_file,
)  # fmt: skip

# ruff: noqa: DTZ001  spreadsheets know no zones
HEAD = ["Number", "Time", "Title", "Message", "From", "To", "Method", "Status"]
ROWS = [
    ["", "09:00", "STARTEX", "", "", "", "", ""],
    ["1", "09:15", "Alert", "The SIEM shows logins", "SOC", "Technical; Lead", "SIEM", "Approved"],
    ["2", "10:30", "Call", "The minister asks", "Minister", "All", "Phone", ""],
    ["", "12:00", "ENDEX", "", "", "", "", ""],
]


def test_a_tidy_list_becomes_a_scenario_to_play():
    result = imported(csv_file(HEAD, *ROWS), "folder/Red Ceiba.csv")
    scenario, _findings = read_scenario_text(result.text, "scenario.yaml")

    assert (result.sheet, result.header_row, result.rows, result.imported) == ("Red Ceiba", 1, 2, 2)
    assert result.mapping == {
        "Number": "id", "Time": "at", "Title": "title", "Message": "body", "From": "from", "To": "to",
        "Method": "channel", "Status": "status",
    }  # fmt: skip
    assert (scenario.id, scenario.title.say("en", []), scenario.rated) == ("Red-Ceiba", "Red Ceiba", False)
    assert scenario.duration == timedelta(hours=3)
    first, second = scenario.injects
    assert (first.id, first.at, first.channel, first.to) == ("1", timedelta(minutes=15), "siem", ("technical", "lead"))
    assert (second.to, scenario.characters[second.from_].name.say("en", [])) == ((), "Minister")
    assert "Status: Approved" in result.text and result.findings == []


def test_titles_logos_and_blank_rows_above_the_headers_are_passed_over():
    result = imported(csv_file(["Exercise Red Ceiba"], [], ["UNCLASSIFIED", "", "Version 3"], HEAD, *ROWS))
    assert (result.header_row, result.imported) == (4, 2)
    assert "title: Exercise Red Ceiba" in result.text


def test_the_sheet_that_is_the_list_is_found_or_named():
    others = (("Contacts", [["Name", "Phone"], ["Ana", "555"]]), ("Old list", [["Number", "Title"], ["1", "Old"]]))
    book = xlsx_file(HEAD, *ROWS, others=others)
    assert imported(book, "a.xlsx").sheet == "MSEL"
    assert imported(book, "a.xlsx", choices=Choices("old LIST")).sheet == "Old list"
    named = import_msel(book, "a.xlsx", choices=Choices("Old lists"))
    assert named.text is None
    assert [(one.code, one.parameters["nearest"]) for one in named.findings] == [("sheet_missing", "Old list")]


def test_a_list_that_is_shown_comes_before_one_that_is_hidden():
    book = xlsx_file(["Number", "Title"], ["1", "New"], others=(("Draft", [HEAD, *ROWS]),), hidden=("Draft",))
    assert imported(book, "a.xlsx").sheet == "MSEL"


def test_sixteen_thousand_empty_columns_are_no_columns():
    wide = [*HEAD, *[None] * 16_370, " "]
    result = imported(xlsx_file(wide, *ROWS), "a.xlsx")
    assert (result.imported, list(result.mapping)) == (2, HEAD)


def test_merged_cells_count_for_all_their_rows():
    book = xlsx_file(
        ["Phase", "Number", "Time", "Title"], ["Detect", "1", "9:00", "A"], ["", "2", "9:10", "B"],
        ["Late", "3", "9:20", "C"],
        merge=("A2:A3",),
    )  # fmt: skip
    assert [inject.phase for inject in injects(book, "a.xlsx").values()] == ["detect", "detect", "late"]


def test_of_a_formula_its_value_is_read():
    book = xlsx_file(["Number", "Time", "Title"], ["1", "9:00", Formula("Alert")])
    assert injects(book, "a.xlsx")["1"].title.say("en", []) == "Alert"


@pytest.mark.parametrize("word", ["Omitted", "DELETED", "(omitido)", "Eliminada", "excluído", "Supprimé", "cancelled"])
def test_rows_that_were_taken_out_are_left_out(word):
    by_status = imported(csv_file(HEAD, *ROWS[:2], ["3", "9:30", "Gone", "x", "", "", "", word], ROWS[2]))
    by_title = imported(csv_file(HEAD, *ROWS[:2], ["3", "9:30", word, "", "", "", "", ""], ROWS[2]))
    assert [(one.rows, one.imported) for one in (by_status, by_title)] == [(2, 2), (2, 2)]


def test_sections_repeated_headers_and_empty_rows_are_no_injects():
    data = csv_file(
        ["Number", "Time", "Title"], ["Phase 1", "", "Detection"], ["1", "9:00", "A"], [], ["Number", "Time", "Title"],
        ["Second phase", "", ""], ["2", "9:30", "B"],
    )  # fmt: skip
    result = imported(data)
    assert (result.rows, result.imported) == (2, 2)
    assert [inject.phase for inject in injects(data).values()] == ["phase-1-detection", "second-phase"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("STARTEX", "ENDEX"), ("StartEx - welcome", "End of exercise"), ("Inicio del ejercicio", "Fin del ejercicio"),
        ("Início do exercício", "Fim do exercício"), ("Début de l’exercice", "Fin de l'exercice"),
        ("Welcome (STARTEX)", "Thanks (ENDEX)"),
    ],
)  # fmt: skip
def test_startex_and_endex_are_ends_of_play_and_no_injects(start, end):
    data = csv_file(["Time", "Title"], ["8:00", start], ["8:20", "A"], ["9:00", "B"], ["8:50", end], ["9:00", "C"])
    result = imported(data)
    assert (result.rows, result.imported) == (3, 3)
    assert times(data) == {"row-3": 20, "row-4": None, "row-6": None}
    assert "duration: 50m" in result.text
    assert [one[2] for one in codes(result)].count("after_endex") == 2


def test_clock_times_run_past_midnight():
    data = csv_file(
        ["No", "Time", "Title"], ["1", "22:00", "A"], ["2", "23:30", "B"], ["3", "0030", "C"], ["4", "23:50", "D"]
    )
    assert times(data) == {"1": 0, "2": 90, "3": 150, "4": 110}


def test_start_is_startex_where_there_are_only_clock_times_and_what_is_before_waits_with_its_time():
    data = csv_file(["No", "Time", "Title"], ["1", "08:30", "A"], ["2", "09:15", "B"])
    for start in ("09:00", "2026-03-02T09:00-06:00"):
        assert times(data, start=read_start(start)) == {"1": None, "2": 15}
    result = imported(data, start=read_start("09:00"))
    assert "x_msel:\n    Time: 08:30\n" in result.text
    assert codes(result) == [(2, 2, "before_startex")]


def test_a_list_with_dates_keeps_its_spacing():
    data = csv_file(
        ["No", "When", "Title"], ["1", "210912AUG2011", "A"], ["2", "211200LAUG11", "B"], ["3", "220000AUG11", "C"]
    )
    assert times(data) == {"1": 0, "2": 168, "3": 888}
    result = imported(data, start=read_start("2026-03-02T09:00Z"))
    assert codes(result) == [(1, 1, "start_unused")]
    assert times(data, start=read_start("09:00")) == times(data)


def test_zones_count_where_they_are_written():
    data = csv_file(
        ["No", "When", "Title"], ["1", "211200ZAUG11", "A"], ["2", "211400AAUG11", "B"], ["3", "211500AUG11", "C"]
    )
    assert times(data) == {"1": 0, "2": 60, "3": 180}
    assert times(data, start=read_start("2011-08-21T09:00-01:00")) == {"1": 0, "2": 60, "3": 240}


def test_a_date_beside_a_time_is_one_moment():
    data = csv_file(
        ["No", "Date", "Time", "Title"], ["1", "2026-03-02", "22:00", "A"], ["2", "2026-03-03", "0700L", "B"],
        ["3", "", "08:00", "C"], ["4", "2026-03-04", "", "D"], ["5", "2026-03-04", "T+30", "E"],
        ["6", "x-mas", "9:00", "F"],
    )  # fmt: skip
    result = import_msel(data, "a.csv", skip_bad_rows=True)
    assert codes(result) == [(7, 2, "bad_time")]
    assert times(data, skip_bad_rows=True) == {"1": 0, "2": 540, "3": 600, "4": 1560, "5": 30}
    cells = xlsx_file(
        ["No", "Date", "Time", "Title"], ["1", date(2026, 3, 2), time(9), "A"], ["2", date(2026, 3, 3), 0.5, "B"]
    )
    assert times(cells, "a.xlsx") == {"1": 0, "2": 1620}


def test_a_day_beside_a_time_is_one_moment():
    data = csv_file(
        ["No", "Day", "Time", "Title"], ["1", "1", "9:00", "A"], ["2", "Day 2", "9:00", "B"], ["3", "D+2", "9:00", "C"],
        ["4", "TBD", "9:30", "D"], ["5", "3", "as needed", "E"],
    )  # fmt: skip
    assert times(data) == {"1": 0, "2": 1440, "3": 2880, "4": 2910, "5": None}


def test_a_day_and_a_date_may_stand_in_one_list():
    data = csv_file(
        ["No", "Time", "Title"], ["1", "2026-03-02 09:00", "A"], ["2", "Day 2 10:00", "B"], ["3", "11:00", "C"]
    )
    assert times(data) == {"1": 0, "2": 1500, "3": 120}


def test_cells_of_a_spreadsheet_are_times_as_they_are():
    moments = xlsx_file(
        ["No", "Time", "Title"], ["1", datetime(2026, 3, 2, 9), "A"], ["2", datetime(2026, 3, 2, 13, 15), "B"]
    )
    clocks = xlsx_file(["No", "Time", "Title"], ["1", time(9), "A"], ["2", 1315, "B"], ["3", 930, "C"])
    lengths = xlsx_file(["No", "T+", "Title"], ["1", 5, "A"], ["2", timedelta(hours=25), "B"], ["3", time(0, 30), "C"])
    assert times(moments, "a.xlsx") == {"1": 0, "2": 255}
    assert times(clocks, "a.xlsx") == {"1": 0, "2": 255, "3": 30}
    assert times(lengths, "a.xlsx") == {"1": 5, "2": 1500, "3": 30}


def test_small_numbers_are_minutes_or_the_first_hour_as_their_column_says():
    assert times(csv_file(["No", "Time", "Title"], ["1", "5", "A"], ["2", "45", "B"])) == {"1": 5, "2": 45}
    assert times(csv_file(["No", "Time", "Title"], ["1", "0:05", "A"], ["2", "45", "B"])) == {"1": 5, "2": 45}


def test_dates_that_could_be_two_are_read_as_the_list_or_its_language_says_and_said_so():
    rows = (["1", "5/3/10 0715", "A"], ["2", "6/3/10 0715", "B"])
    english, spanish = csv_file(["No", "Time", "Title"], *rows), csv_file(["Nº", "Hora", "Título"], *rows)
    assert times(english) == {"1": 0, "2": 31 * 1440}
    assert times(spanish) == {"1": 0, "2": 1440}
    assert [one.parameters["order"] for one in imported(spanish).findings] == ["DD/MM"]
    assert codes(imported(english)) == [(1, 2, "date_order_assumed")]
    sure = csv_file(["No", "Time", "Title"], *rows, ["3", "13/3/10 0715", "C"])
    assert times(sure) == {"1": 0, "2": 1440, "3": 8 * 1440}


def test_where_only_the_story_has_a_clock_it_is_the_drills():
    data = csv_file(["Event Number", "Designated Scenario Time", "Message"], ["1", "0900", "A"], ["2", "0930", "B"])
    assert times(data) == {"1": 0, "2": 30}


def test_a_story_time_that_the_format_knows_is_one_and_any_other_is_kept():
    data = csv_file(
        ["No", "Time", "Story time", "Title"], ["1", "9:00", "+2d", "A"], ["2", "9:10", "Tuesday", "B"],
        ["3", "9:20", "2026-03-02T09:00:00Z", "C"],
    )  # fmt: skip
    assert [inject.story_time for inject in injects(data).values()] == ["+2d", None, "2026-03-02T09:00:00Z"]
    assert "Story time: Tuesday" in imported(data).text


def test_a_missing_or_repeated_number_gets_a_new_id_and_the_old_one_is_kept():
    rows = (
        ["", "9:00", "A"],
        ["2", "9:10", "B"],
        ["2", "9:20", "C"],
        ["A.1/x", "9:30", "D"],
        ["—", "9:40", "E"],
        ["2-2", "9:50", "F"],
    )
    data = csv_file(["No", "Time", "Title"], *rows)
    assert list(injects(data)) == ["row-2", "2", "2-2-2", "A-1-x", "row-6", "2-2"]
    result = imported(data)
    assert codes(result) == [
        (2, 1, "number_missing"), (4, 1, "number_repeated"), (5, 1, "number_changed"), (6, 1, "number_missing"),
    ]  # fmt: skip
    assert "'No': A.1/x" in result.text


def test_a_list_without_numbers_or_times_is_one_too():
    assert list(injects(csv_file(["Title", "Message"], ["A", "b"]))) == ["row-2"]
    assert codes(imported(csv_file(["Title", "Message"], ["A", "b"]))) == [
        (2, 1, "number_missing"),
        (2, 1, "time_missing"),
    ]


def test_what_has_no_place_is_kept_beside():
    data = csv_file(
        ["No", "Time", "Title", "Faction", "Faction", "", "Objective", "Points"],
        ["1", "9:00", "A", "blue", "red", "stray", "O1; O2", "5"],
    )
    result = imported(data)
    scenario, _findings = read_scenario_text(result.text, "x")
    assert result.mapping["Faction"] is None and result.mapping["Faction (2)"] is None
    kept = ["Objective: O1; O2", 'Points: "5"', "Faction: blue", "Faction (2): red", "column 6: stray"]
    assert "\n    ".join(["  x_msel:", *kept]) in result.text
    assert codes(result) == [(1, 4, "column_unmapped"), (1, 5, "column_unmapped")]
    assert [objective.title.say("en", []) for objective in scenario.objectives.values()] == ["O1", "O2"]


def test_an_inject_says_all_that_its_row_says():
    data = csv_file(
        [
            "No",
            "Time",
            "Title",
            "Description",
            "Details",
            "Expected Actions",
            "Notes",
            "Assigned To",
            "Priority",
            "Channel",
        ],
        ["1", "9:00", "A", "One", "Two", "- Look\n2. Tell", "Mind", "Fátima", "must", "email"],
        ["2", "9:10", "", "A long message. It goes on.", "", "", "", "", "high", "pigeon"],
        ["3", "9:20", "", "w" * 90, "", "", "", "", "", ""],
        ["4", "9:30", "", "word " * 30, "", "", "", "", "", ""],
    )
    found = injects(data)
    one = found["1"]
    assert one.body.say("en", []) == "One\n\nTwo"
    assert [words.say("en", []) for words in one.expected] == ["Look", "Tell"]
    assert (one.note.say("en", []), one.owner.say("en", []), one.priority, one.channel) == (
        "Mind",
        "Fátima",
        "must",
        "email",
    )
    titles = [inject.title.say("en", []) for inject in found.values()]
    assert titles[1:] == ["A long message.", "w" * 80, ("word " * 16).strip() + "…"]
    assert codes(imported(data)) == [(3, 10, "channel_guessed")]
    assert "Priority: high" in imported(data).text and found["2"].channel == "document"


def test_every_language_has_its_columns():
    data = csv_file(["No", "Time", "Title [es]", "Title [pt]", "Message [es]"], ["1", "9:00", "Uno", "Um", "Hola. Sí."])
    result = imported(data)
    scenario, _findings = read_scenario_text(result.text, "x")
    assert scenario.languages == ("es", "pt")
    assert scenario.injects[0].title.root == {"es": "Uno", "pt": "Um"}
    only_body = injects(csv_file(["No", "Time", "Message [es]"], ["1", "9:00", "Hola. Sí."]))
    assert only_body["1"].title.root == {"es": "Hola."}


def test_spare_injects_wait_and_what_is_expected_is_not_shown():
    data = csv_file(
        ["Event Number", "Time", "Event Type", "Message"], ["1", "9:00", "Inject", "A"],
        ["2", "9:10", "Contingency Inject", "B"],
        ["3", "9:20", "Expected Action", "They call"], ["4", "TBD", "Inject", "D"],
    )  # fmt: skip
    found = injects(data)
    assert [inject.manual for inject in found.values()] == [False, True, True, True]
    assert found["3"].body is None and found["3"].expected[0].say("en", []) == "They call"
    assert [cause for _row, _column, cause in codes(imported(data))] == ["by_hand"] * 3
    assert "duration: 1h" in imported(csv_file(["Time", "Title"], ["TBD", "A"])).text


def test_the_lead_of_a_list_without_recipients_is_named_in_its_language():
    assert "title: Jefa de equipo" in imported(csv_file(["Nº", "Hora", "Título"], ["1", "9:00", "A"])).text


def test_a_name_without_letters_gets_an_id():
    data = csv_file(
        ["No", "Time", "Title", "To", "Phase"], ["1", "9:00", "A", "財務省", "検知"], ["2", "TBD", "B", "財務省", "外"]
    )
    assert [inject.to for inject in injects(data).values()] == [("seat-1",), ("seat-1",)]
    assert [inject.phase for inject in injects(data).values()] == ["phase-1", "phase-2"]


def test_old_workbooks_are_read_too():
    data = xls_file(xls_rows(["Number", "Time", "Title"], ["1", "9:00", "Ñandú"], [2.0, "9:30", "B"]))
    assert times(data, "a.xls") == {"1": 0, "2": 30}


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "cp1252"), ("\t", "utf-16"), (",", "utf-8-sig")])
def test_a_csv_is_read_as_programs_write_it(delimiter, encoding):
    data = csv_file(["Nº", "Hora", "Título"], ["1", "9:00", "Señal; uno, dos"], delimiter=delimiter, encoding=encoding)
    assert injects(data)["1"].title.say("es", []) == "Señal; uno, dos"


def test_a_formula_that_failed_stops_the_import_and_is_left_out_only_when_asked():
    book = xlsx_file(
        ["No", "Time", "Title", "Notes"],
        ["1", Failed("#REF!"), "A"],
        ["2", "9:00", "B", Failed("#N/A")],
        ["3", "x", "C"],
    )
    result = import_msel(book, "a.xlsx")
    assert result.text is None
    assert codes(result) == [(2, 2, "formula_error"), (3, 4, "formula_lost"), (4, 2, "bad_time")]
    assert times(book, "a.xlsx", skip_bad_rows=True) == {"2": 0}
    left = imported(book, "a.xlsx", skip_bad_rows=True)
    assert (left.rows, left.imported, {one.severity for one in left.findings}) == (3, 1, {"warning"})


def test_where_every_time_is_a_formula_that_failed_nothing_is_left():
    book = xlsx_file(["No", "Time", "Title"], *[[str(n), Failed("#VALUE!"), "A"] for n in range(3)])
    assert codes(import_msel(book, "a.xlsx")) == [(row, 2, "formula_error") for row in (2, 3, 4)]
    assert codes(import_msel(book, "a.xlsx", skip_bad_rows=True))[0] == (1, 1, "no_rows")


def test_a_row_that_says_nothing_is_no_inject():
    result = import_msel(
        csv_file(["No", "Time", "Title", "Message"], ["1", "9:00", "", ""], ["2", "9:10", "B", ""]), "a.csv"
    )
    assert codes(result) == [(2, 1, "row_without_words")]


def test_what_the_check_refuses_is_said_at_its_row():
    data = csv_file(["No", "Time", "Title", "Plain"], ["1", "9:00", "A", "short"], ["2", "9:10", "B", "x" * 601])
    assert codes(import_msel(data, "a.csv")) == [(3, 1, "plain_too_long")]


def test_a_thousand_findings_are_enough():
    data = csv_file(["No", "Time", "Title"], *[[str(n), "soon", "A"] for n in range(1200)])
    assert len(import_msel(data, "a.csv").findings) == 1000


def test_a_far_date_is_refused_at_its_row_and_not_with_a_traceback():
    data = csv_file(["No", "Time", "Title"], ["1", "1900-01-01 09:00", "A"], ["2", "9999-12-31 09:00", "B"])
    assert {one.code for one in import_msel(data, "a.csv").findings} >= {"bad_duration"}


def test_the_present_moment_is_never_asked():
    data = csv_file(HEAD, *ROWS)
    assert imported(data).text == imported(data).text
    assert datetime.now(UTC).isoformat()[:10] not in imported(data).text


def test_hundreds_of_equal_numbers_and_long_gaps_take_no_time():
    rows = [["7", f"{n // 60}:{n % 60:02}", "A" + " " * 30_000 + "b", f"x{' ' * 30_000}y"] for n in range(20)]
    rows += [["7", "10:00", "A", "z"]] * 300
    began = time_now()
    assert imported(csv_file(["No", "Time", "Title", "To"], *rows)).imported == 320
    # On a quiet machine it is under a second.
    assert time_now() - began < 20

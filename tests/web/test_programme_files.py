"""What a programme's pages show leaves as CSV, XLSX and PDF too: the same facts, nothing alive, no small number."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook

from simulator.actions.awards import note_attendance
from simulator.reading.rating_statistics import rating_statistics
from simulator.reading.stage import stage_page
from tests.season import MEETINGS, RANDOMNESS, offered, rated, sent, told
from tests.web.conftest import Browser
from tests.web.test_programme import MERIT, base, browser_of

ENDINGS = ("csv", "xlsx")


def tables_of(answer):
    """Read a CSV of several tables as rows."""
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def sheets_of(answer):
    """Read a workbook as rows by sheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_method_note_leaves_with_its_draw_its_figures_and_nobodys_name(cast, app):
    season = cast.once(told)
    note = f"/calls/{season.id}/method"
    stranger = Browser(app)

    answer = stranger.get(f"{note}.csv")

    rows = tables_of(answer)
    found = {row[0]: row[1] for row in rows if len(row) == 2}
    page = season.see(stage_page, stage=MERIT)
    agreed = season.see(rating_statistics, stage=MERIT)
    assert found["The draw"] == RANDOMNESS
    assert float(found["Krippendorff's alpha, ordinal"]) == round(agreed["overall"]["value"], 3)
    assert found["Row of the programme's log"].split(" ")[1] in stranger.get(note).text
    assert found["Seats given"] == str(sum(row["seats"] for row in season.awards(MERIT, "chosen")))
    assert page["planned"].title.say("en", page["call"].languages) in [row[0] for row in rows if len(row) == 1]
    assert all(house not in answer.text for house in season.house_of.values())
    assert "Olga" not in answer.text and "lead0" not in answer.text


def test_the_note_as_a_workbook_says_what_the_csv_says(cast, app):
    season = cast.once(told)
    stranger, note = Browser(app), f"/calls/{season.id}/method"

    sheets = sheets_of(stranger.get(f"{note}.xlsx"))

    rows = tables_of(stranger.get(f"{note}.csv"))
    cells = {str(cell) for sheet in sheets.values() for row in sheet for cell in row if isinstance(cell, str)}
    assert {cell for row in rows for cell in row if cell and not cell.replace(".", "").isdigit()} <= cells | {
        name for row in rows if len(row) == 1 for name in row
    }
    assert not any("EXERCISE" in cell for cell in cells)


def test_the_note_leaves_on_paper_in_the_readers_language(cast, app):
    season = cast.once(told)

    answer = Browser(app, language="fr").get(f"/calls/{season.id}/method.pdf")

    assert answer.status_code == 200 and answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == "attachment; filename=method-note.pdf"


def test_the_public_numbers_are_those_of_the_page_and_organizers_have_the_exact_ones(cast, app):
    season = cast.once(told)
    stranger, organizer = Browser(app), browser_of(season, app, season.olga)
    place = f"/calls/{season.id}/numbers"

    public, exact = stranger.get(f"{place}.csv"), organizer.get(f"{base(season)}/numbers.csv")

    assert f"Begun,{season.wanted}" in exact.text.splitlines() and f"Begun,{season.wanted}" in public.text.splitlines()
    assert "What would show fewer than five teams stands empty." in public.text
    assert "What would show fewer than five teams" not in exact.text
    argentina = [line for line in exact.text.splitlines() if line.startswith("Argentina,")]
    assert argentina and not set(argentina) & set(public.text.splitlines())
    assert sheets_of(organizer.get(f"{base(season)}/numbers.xlsx"))
    assert stranger.get(f"{base(season)}/numbers.csv").status_code != 200


def test_before_a_stage_is_over_no_number_is_public(cast, app):
    season = cast.once(sent)

    assert Browser(app).get(f"/calls/{season.id}/numbers.csv").status_code == 404


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_list_of_applications_has_the_words_of_the_call_and_no_person(cast, app, ending):
    season = cast.once(sent)
    answer = browser_of(season, app, season.olga, "es").get(f"{base(season)}/applications.{ending}")

    rows = tables_of(answer) if ending == "csv" else next(iter(sheets_of(answer).values()))
    assert rows[0][:3] == ["Código", "Estado", "Idioma"]
    assert len(rows) == 1 + season.wanted
    assert {row[1] for row in rows[1:]} == {"enviada"}
    assert not any("lead0" in str(cell) for row in rows for cell in row)


def test_who_came_leaves_as_a_table_with_who_is_below(cast, app):
    season = cast.once(offered)
    one, other = season.awards(MERIT, "offered")[:2]
    for award in (one, other):
        season.accept(award)
    season.clock.now = MEETINGS
    season.do(note_attendance, meeting="m0", present={one["application_id"]: one["seats"], other["application_id"]: 0})
    answer = browser_of(season, app, season.olga).get(f"{base(season)}/attendance.csv")

    rows = {row[0]: row for row in tables_of(answer) if row}
    assert rows[one["code"]][-2:] == ["100", "no"]
    assert rows[other["code"]][-2:] == ["0", "yes"]


def test_the_figures_of_evaluators_leave_with_severity_raw_and_adjusted(cast, app):
    season = cast.once(rated)
    organizer = browser_of(season, app, season.olga)
    place = f"{base(season)}/merit/{MERIT}/evaluators/statistics"

    answer = organizer.get(f"{place}.csv")

    told_now = season.see(rating_statistics, stage=MERIT)
    rows = tables_of(answer)
    alpha = next(row for row in rows if row and row[0] == "All together")
    assert float(alpha[1]) == pytest.approx(told_now["overall"]["value"], abs=0.005)
    by_name = {row[0]: row for row in rows if len(row) == 6}
    for one in told_now["severity"]["raters"]:
        assert float(by_name[one["name"]][2]) == pytest.approx(one["severity"], abs=0.005)
    assert len([row for row in rows if len(row) == 5]) > len(told_now["severity"]["whose"])
    assert sheets_of(organizer.get(f"{place}.xlsx")).keys() >= {"Is somebody stricter"}
    assert f"{place}.pdf" in organizer.get(place).text


@pytest.mark.parametrize("page", ["attendance", "numbers", "applications", f"merit/{MERIT}/evaluators/statistics"])
def test_another_ending_is_not_there(cast, app, page):
    season = cast.once(offered)

    assert browser_of(season, app, season.olga).get(f"{base(season)}/{page}.exe").status_code == 404
    assert Browser(app).get(f"/calls/{season.id}/method.exe").status_code == 404
    assert Browser(app).get(f"/calls/{season.id}/numbers.exe").status_code == 404

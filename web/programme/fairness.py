"""The fairness report, and the lists of a stage, as pages and as files."""

from flask import Response, render_template

from simulator.reading.fairness import fairness_report
from simulator.reading.stage import stage_page
from web import door
from web.paper.files import send_tables
from web.programme.room import Answer, programme, speaking_of
from web.programme.tables import award_table, rate_tables
from web.words import N_, say


@programme.get("/programmes/<programme_id>/stages/<stage>/fairness")
@door.for_staff
def fairness(programme_id: str, stage: str) -> Answer:
    """Show how often each group was chosen: whole, and as it may be published."""
    page = door.house().look(fairness_report, door.staff(), programme_id=programme_id, stage=stage)
    call, language = page["call"], door.language()
    return render_template(
        "programme/fairness.html", page=page, programme=page["programme"], planned=page["planned"],
        tables=lambda report: rate_tables(call, report, language), **speaking_of(call),
    )  # fmt: skip


@programme.get("/programmes/<programme_id>/stages/<stage>/fairness.<ending>")
@door.for_staff
def fairness_file(programme_id: str, stage: str, ending: str) -> Response:
    """Give the report as it may be published, as CSV, XLSX or PDF."""
    page = door.house().look(fairness_report, door.staff(), programme_id=programme_id, stage=stage)
    tables = [
        table for one in page["awards"] for table in rate_tables(page["call"], one["public"], door.language())
    ]  # fmt: skip
    return send_tables(ending, tables, say(door.language(), N_("Fairness report")), f"{stage}-fairness")


@programme.get("/programmes/<programme_id>/stages/<stage>/list.<ending>")
@door.for_staff
def list_file(programme_id: str, stage: str, ending: str) -> Response:
    """Give what became of everybody in a stage, as CSV, XLSX or PDF."""
    page = door.house().look(stage_page, door.staff(), programme_id=programme_id, stage=stage)
    language = door.language()
    tables = [award_table(page, one, language) for one in page["awards"]]
    languages = page["call"].languages
    title = page["planned"].title.say(language, languages)
    return send_tables(ending, tables, title, f"{stage}-list")

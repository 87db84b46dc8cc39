"""Who came to the follow-up meetings: counted per team, with who is below what the call asks; a page, and files."""

from flask import Response, render_template, request

from simulator.actions.awards import note_attendance
from simulator.reading.attendance import attendance_page
from web import door
from web.paper.files import known_ending, send_tables
from web.programme.list_tables import attendance_table
from web.programme.room import Answer, perform, programme, speaking_of


@programme.get("/programmes/<programme_id>/attendance")
@door.for_staff
def attendance(programme_id: str) -> Answer:
    """Show all meetings."""
    return _show(programme_id)


@programme.get("/programmes/<programme_id>/attendance.<ending>")
@door.for_staff
def attendance_file(programme_id: str, ending: str) -> Response:
    """Give all meetings as CSV, XLSX or PDF."""
    known_ending(ending)
    page = door.house().look(attendance_page, door.staff(), programme_id=programme_id)
    table, name = attendance_table(page, door.language()), page["programme"]["name"]
    return send_tables(ending, [table], f"{table.title} · {name}", name, "attendance")


@programme.post("/programmes/<programme_id>/attendance/<meeting>")
@door.for_staff
def note(programme_id: str, meeting: str) -> Answer:
    """Note how many of each team came to one meeting; what is left empty stays as it is."""
    present = {
        name.removeprefix("came-"): int(value) if value.isdecimal() and len(value) < 4 else -1
        for name, value in request.form.items() if name.startswith("came-") and value.strip()
    }  # fmt: skip
    return perform(
        note_attendance, lambda message: _show(programme_id, message),
        door.go("programme.attendance", programme_id=programme_id),
        programme_id=programme_id, meeting=meeting, present=present,
    )  # fmt: skip


def _show(programme_id: str, message: str | None = None) -> str:
    page = door.house().look(attendance_page, door.staff(), programme_id=programme_id)
    return render_template(
        "programme/attendance.html", page=page, programme=page["programme"], message=message, form=request.form,
        **speaking_of(page["call"]),
    )  # fmt: skip

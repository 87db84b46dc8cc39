"""The dates of calls that were published, as the page of a call says them to people in other cities."""

import html
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from simulator.actor import NOBODY
from simulator.reading.application import call_page
from tests.applying import Applying
from tests.scoring.vectors import VECTORS
from tests.web.conftest import Browser

DATES = VECTORS["RT22_dates"]


def as_of(cast, year):
    """Stand in the April of a year that is over: nobody opens a call that has ended."""
    cast.clock.now = datetime(year, 4, 1, tzinfo=UTC)
    return cast


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "es",
            ["miércoles 30 de junio de 2021, 16:00 (Costa Rica)", "miércoles 30 de junio de 2021, 19:00 (São Paulo)"],
        ),
        ("pt", ["quarta-feira, 30 de junho de 2021, 16:00 (Costa Rica)", "30 de junho de 2021, 19:00 (São Paulo)"]),
    ],
)
def test_midnight_in_geneva_is_said_as_the_hour_that_it_is_elsewhere(cast, app, language, said):
    deadline = DATES["ilo_deadline_utc"]
    assert datetime.fromisoformat(deadline) == datetime(2021, 7, 1, tzinfo=ZoneInfo("Europe/Zurich"))
    programme = Applying(
        as_of(cast, 2021), at=cast.clock.now,
        windows__applications={"opens": "2021-05-01T12:00:00Z", "closes": deadline},
        windows__zones=["America/Costa_Rica", "America/Sao_Paulo"],
    )  # fmt: skip

    page = html.unescape(Browser(app, language=language).get(f"/calls/{programme.id}").text)

    assert [one for one in (*said, "22:00 UTC", f'datetime="{deadline}"') if one not in page] == []
    assert "medianoche" not in page and "meia-noite" not in page


def test_a_window_of_118_days_keeps_its_first_and_its_last(cast, app):
    zone = ZoneInfo("America/Lima")
    opens = datetime.fromisoformat(f"{DATES['scholarship_opens']}T00:00").replace(tzinfo=zone)
    closes = datetime.fromisoformat(f"{DATES['scholarship_closes']}T23:59").replace(tzinfo=zone)
    programme = Applying(
        as_of(cast, 2025), at=cast.clock.now,
        windows__applications={"opens": opens.isoformat(), "closes": closes.isoformat()},
        windows__zones=["America/Lima"],
    )  # fmt: skip

    window = programme.house.look(call_page, NOBODY, call=programme.id)["call"].windows.applications
    page = html.unescape(Browser(app, language="es").get(f"/calls/{programme.id}").text)

    first, last = (instant.astimezone(zone).date() for instant in (window.opens, window.closes))
    assert (last - first).days + 1 == DATES["scholarship_days_inclusive"]
    for said in ("miércoles 1 de octubre de 2025, 00:00 (Lima)", "lunes 26 de enero de 2026, 23:59 (Lima)"):
        assert said in page

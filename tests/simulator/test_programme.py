"""A whole programme, from the call to the delegates, through the real engine: both its chains hold.

One of eighty teams goes through the pages, in `tests/web/test_whole_programme.py`.
"""

from collections import Counter

from sqlalchemy.orm import Session

from simulator.actions.awards import confirm_delegate, decline_offer, note_attendance
from simulator.chain import broken_link
from simulator.reading.attendance import attendance_page
from simulator.reading.programme_home import programme_home
from tests.season import MEETINGS, Season


def run(cast, teams, seats):
    """Run a programme to its end; gives it."""
    season = Season(cast, teams=teams, seats=seats, raters=8).apply()
    ineligible = list(season.leads)[-2:]
    season.screen(ineligible=ineligible).rate().draw().close().publish().finish()
    first, *_others = season.awards("scholarships", "offered")
    season.house.perform(decline_offer, season.leads[first["application_id"]], award_id=first["id"])
    while left := season.awards("scholarships", "offered"):
        for row in left:
            season.accept(row)
    season.play().rate_drill().close("delegates").publish("delegates").finish("delegates")
    while left := season.awards("delegates", "offered"):
        for row in left:
            season.accept(row, members=[1], alternate=0)
            season.do(confirm_delegate, award_id=row["id"])
    season.clock.now = max(season.clock.now, MEETINGS)
    accepted = {row["application_id"]: row["seats"] for row in season.awards("scholarships", "accepted")}
    season.do(note_attendance, meeting="m0", present=accepted)
    return season


def check(season, teams, seats):
    """Say what must hold of any programme that has run to its end."""
    states = Counter(row["state"] for row in season.awards("scholarships"))
    assert sum(states.values()) == teams - 2
    assert states["declined"] == 1
    accepted = season.awards("scholarships", "accepted")
    assert sum(row["seats"] for row in accepted) <= seats
    by_country = Counter()
    for row in accepted:
        by_country[season.country_of[row["application_id"]]] += row["seats"]
    assert max(by_country.values()) <= seats // 5
    delegates = season.awards("delegates", "accepted")
    assert len(delegates) == 4
    assert all(row["confirmed"] and len(row["people"]) == 1 and row["alternate"] for row in delegates)
    assert len({season.house_of[row["application_id"]] for row in delegates}) == 4
    assert not any(line["below"] for line in season.see(attendance_page)["lines"])
    home = season.see(programme_home)
    assert [(one["state"], one["next"][0]) for one in home["stages"]] == [("final", "done"), ("final", "done")]
    with Session(season.house.engine) as session:
        assert broken_link(session, f"programme:{season.id}") is None
        assert broken_link(session, f"drill:{season.drill}") is None


def test_a_programme_of_sixteen_teams_runs_from_the_call_to_the_delegates(cast):
    season = run(cast, 16, 36)

    check(season, 16, 36)

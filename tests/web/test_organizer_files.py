"""The files of a drill: whoever has them computes the same standings, and no spreadsheet runs what is in them."""

import pytest

from scenarios.ratings_csv import parse_ratings
from scenarios.rules_file import parse_rules
from scoring.standings import compute_standings
from simulator.actions.drills import rename_team
from simulator.actions.rating import rate_response
from simulator.reading.results import standings_page
from tests.cast import minutes
from tests.quoting import quoting
from tests.scripts import choice_inject, rubric, scenario, text_inject
from tests.web.rated_play import end, queue_of, rate_all, rated_play, response_of, standings_of


@pytest.fixture
def play(cast):
    """Give a rated drill in which both teams have answered, and the deadlines have passed."""
    return cast.once(rated_play)


@pytest.fixture
def olga(signed_in):
    """Sign Olga in."""
    return signed_in("olga", language="pt")


def files_of(olga, play):
    ratings, rules = (olga.get(f"{standings_of(play)}/{name}") for name in ("ratings.csv", "rules.yaml"))
    assert (ratings.status_code, rules.status_code) == (200, 200)
    return ratings.data, rules.data


def computed(olga, play):
    """Compute standings from the two files alone, as ``prontas standings`` does."""
    ratings, rules_file = files_of(olga, play)
    rules, findings = parse_rules(rules_file, "rules.yaml")
    assert findings == []
    records, teams, findings = parse_ratings(ratings, "ratings.csv", rules)
    assert findings == []
    return {
        one.team: (one.place, one.score, one.quality, one.time, one.rated, one.of)
        for one in compute_standings(rules, records, teams)
    }


def shown(play, cast):
    return {
        row["team"]: tuple(row[name] for name in ("place", "score", "quality", "time", "rated", "of"))
        for row in play.see(standings_page, cast.olga)["standings"]
    }


def test_the_files_give_the_standings_of_the_page(play, cast, olga):
    rate_all(play, cast.edo)
    play.do(rate_response, cast.eun, response_id=response_of(play, cast.edo, "01"), criterion="C2", level="M")

    assert computed(olga, play) == shown(play, cast)


def test_so_they_do_before_everything_is_rated_and_with_what_was_not_observed(play, cast, olga):
    response = response_of(play, cast.edo, "01", play.azul)
    play.do(rate_response, cast.edo, response_id=response, criterion="C1", level=None, sentence="No se lee")
    play.do(rate_response, cast.edo, response_id=response, criterion="C2", level="S")

    assert computed(olga, play) == shown(play, cast)
    assert b"not observed" in files_of(olga, play)[0]


def test_so_they_do_for_choices_and_a_due_that_is_no_whole_number_of_targets(cast, olga):
    play = cast.play(scenario(choice_inject("01", due="100s"), choice_inject("02", due="7m"), rated=True)).start()
    play.go(minutes(6))
    play.send(play.beatriz, "01", {"option": "B"})
    play.send(play.gwen, "02", {"option": "A"}, confirmed=True)
    end(play)

    assert b"33.333333" in files_of(olga, play)[1]
    assert computed(olga, play) == shown(play, cast)


def test_names_that_a_spreadsheet_would_run_are_only_words_and_still_fit_together(cast, olga):
    levels = ["-", "=1+1", "+", "'+"]
    anchors = dict.fromkeys(levels, "x")
    criteria = {name: one | {"levels": anchors} for name, one in rubric()["criteria"].items()}
    script = scenario(text_inject("01"), rated=True, rubric={"levels": levels, "criteria": criteria})
    play = cast.play(script).start().go(minutes(6))
    play.do(rename_team, cast.fatima, team_id=play.azul, name='=HYPERLINK("http://x.example","a,b")')
    play.do(rename_team, cast.fatima, team_id=play.verde, name="@Verde")
    play.send(play.beatriz, "01", {"text": "Ya"})
    play.send(play.gwen, "01", {"text": "Now"})
    play.go(minutes(12))
    for entry, level in zip(queue_of(play, cast.edo), ("+", "'+"), strict=True):
        for criterion in ("C1", "C2"):
            facts = {"response_id": entry["response_id"], "criterion": criterion, "level": level}
            play.do(rate_response, cast.edo, **facts, sentence=quoting(play, entry["response_id"]))

    cells = files_of(olga, play)[0].decode("utf-8-sig").replace("\r\n", ",").split(",")
    assert [cell for cell in cells if cell.strip('"')[:1] in tuple("=+-@\t") and cell] == []
    assert computed(olga, play) == {f"'{team}": row for team, row in shown(play, cast).items()}


def test_evaluators_are_numbers_and_the_same_one_throughout(play, cast, olga):
    rate_all(play, cast.edo)
    rate_all(play, cast.eun)
    ratings = files_of(olga, play)[0].decode("utf-8-sig").splitlines()
    raters = {line.split(",")[3] for line in ratings[1:]}

    assert raters == {"1", "2", ""}
    assert not any(word in line for line in ratings for word in ("Edo", "Eun", cast.edo.id, cast.eun.id))
    assert ratings[0] == "team,inject,criterion,rater,level,value,state,seconds"


@pytest.mark.parametrize(
    ("rehearsal", "mark"), [(False, "EXERCICIO-Simulacro"), (True, "ENSAIO-Simulacro")], ids=["drill", "rehearsal"]
)
def test_a_files_name_carries_the_mark_and_the_drill(cast, olga, rehearsal, mark):
    play = cast.play(scenario(text_inject("01"), rated=True), rehearsal=rehearsal).start()
    names = [
        olga.get(f"{standings_of(play)}/{name}").headers["Content-Disposition"]
        for name in ("ratings.csv", "rules.yaml")
    ]

    assert names == [f"attachment; filename={mark}-ratings.csv", f"attachment; filename={mark}-rules.yaml"]

"""The pages of a result: the register, two signatures, rules, appeals, sheets, similar responses, files."""

import io
import json
import re

import pytest

from simulator.actions.assigning import close_rating
from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actor import PROGRAM
from tests.cast import minutes
from tests.results import about, by_two, late_of, played, rate_all, rule_on_late
from tests.scripts import scenario, text_inject
from tests.web.conftest import Browser
from web import door


@pytest.fixture
def play(cast):
    """Give a drill whose rules ask for two people; its register is open."""
    return cast.once(two)


def two(cast):
    play = played(cast, two_people=True)
    rate_all(play, cast.edo)
    return play


def place(play, path=""):
    return f"/drills/{play.id}/standings{path}"


@pytest.fixture
def olga(signed_in):
    """Sign Olga in."""
    return signed_in("olga", language="en")


@pytest.fixture
def olu(signed_in):
    """Sign Olu in, the second organizer; she reads English."""
    return signed_in("olu", language="en")


def team_browser(app, house, who):
    browser = Browser(app)
    browser.client.set_cookie(door.TEAM, house.perform(open_participant_session, PROGRAM, participant_id=who.id))
    return browser


def propose(browser, play, **form):
    return browser.post(place(play, "/proposals"), seen=place(play, "/register"), form=form)


def sign(browser, play, verb="second", back=None):
    decision = re.search(r'id="decision-(\w+)"', browser.get(place(play, "/register")).text)[1]
    path = f"/drills/{play.id}/decisions/{decision}/{verb}"
    return browser.post(path, seen=place(play, "/register"), back=back or place(play, "/register"))


def test_the_register_rules_on_codes_and_no_page_shows_a_name_before_it_is_closed(play, olga):
    for path in ("", "/register", "/appeals", "/similar", f"/sheets/{play.azul}", f"/{play.azul}", "/standings.csv"):
        answer = olga.get(place(play, path))
        assert answer.status_code == 200
        assert "Azul" not in answer.text and "Verde" not in answer.text, path
    code = play.sql("SELECT blind_code FROM team WHERE id = :id", id=play.azul)[0][0]
    assert code in olga.get(place(play, "/register")).text


@pytest.mark.parametrize("path", ["evaluators", "evaluators/statistics", "deviations", "audit"])
def test_nor_do_the_boards_the_facilitators_register_and_the_log(play, olga, path):
    answer = olga.get(f"/drills/{play.id}/{path}")

    assert answer.status_code == 200
    assert not [one for one in ("Azul", "Verde", "Beatriz") if one in answer.text]
    # Nor is anybody unknown of whom only the name is hidden.
    assert "alguém desconhecida" not in answer.text


@pytest.mark.parametrize(("adjust", "said"), [("applied", True), ("never", False)])
def test_beside_its_files_stands_what_the_command_does_not_compute(cast, olga, adjust, said):
    play = played(cast, adjust=adjust)

    assert ("classificação sem ajuste" in olga.get(place(play)).text) is said


def test_a_ruling_is_proposed_by_one_and_carried_out_by_another(play, olga, olu):
    found = about(play, "inject_delivered")[0]
    assert propose(olga, play, kind="rule", about=found, verdict="stands", reason="no_effect").status_code == 303
    page = olga.get(place(play, "/register")).text
    assert "Retirar a proposta" in page
    assert play.sql("SELECT count(*) FROM ruling") == [(0,)]
    answer = sign(olu, play)

    assert (answer.status_code, answer.headers["Location"]) == (303, place(play, "/register"))
    assert play.sql("SELECT verdict FROM ruling") == [("stands",)]
    assert "stands as it is" in olu.get(place(play, "/register")).text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/drills/other/standings"])
def test_a_signature_leads_nowhere_else(play, olga, olu, back):
    propose(olga, play, kind="penalise", team=play.azul, code="real_contact")

    assert sign(olu, play, "refuse", back=back).headers["Location"] == f"/drills/{play.id}"


def test_who_has_proposed_cannot_sign(play, olga):
    propose(olga, play, kind="penalise", team=play.azul, code="real_contact")
    answer = sign(olga, play)

    assert answer.status_code == 409
    assert play.sql("SELECT count(*) FROM penalty") == [(0,)]
    assert sign(olga, play, "withdraw").status_code == 303


def test_a_proposal_that_cannot_be_says_why_on_the_page_and_one_that_is_none_is_not_there(play, olga):
    answer = propose(olga, play, kind="close_register")
    assert answer.status_code == 409
    assert 'id="problem"' in answer.text
    assert propose(olga, play, kind="reopen_rating").status_code == 404
    assert propose(olga, play, kind="override", about="row:9999", verdict="void", reason="unequal").status_code == 404


def test_one_organizer_rules_alone_where_nobody_asks_for_two(cast, signed_in):
    play = cast.once(played)
    olga = signed_in("olga", language="en")
    facts = {"about": about(play, "inject_delivered")[0], "verdict": "void", "reason": "unequal"}
    answer = olga.post(place(play, "/register/ruling"), seen=place(play, "/register"), form=facts)
    again = olga.post(place(play, "/register/ruling"), seen=place(play, "/register"), form=facts)

    assert (answer.status_code, again.status_code) == (303, 409)
    assert 'id="problem"' in again.text
    page = olga.get(place(play)).text
    assert "1 desvio ainda precisa de uma decisão" in page


def test_the_lead_rules_on_what_came_late(cast, signed_in):
    play = cast.once(played)
    fatima = signed_in("fatima", language="en")
    path = f"/drills/{play.id}/late"
    page = fatima.get(path).text
    assert "Verde" in page and "120 s" in page
    answer = fatima.post(f"{path}/{late_of(play)}", seen=path, reason="lost_line")
    again = fatima.post(f"{path}/{late_of(play)}", seen=path, reason="lost_line")

    assert (answer.status_code, again.status_code) == (303, 409)
    assert play.sql("SELECT verdict FROM ruling") == [("technical",)]
    assert fatima.post(f"{path}/zzzzzzzzzzzz", seen=path, reason="lost_line").status_code == 404


class TestRules:
    @pytest.fixture
    def play(self, cast):
        return cast.play(scenario(text_inject("01"), rated=True))

    def send(self, olga, play, **more):
        usual = {"ratings": "2", "time_weight": "0,1", "adjust": "never", "ties": "quality", "appeal_days": "4"}
        return olga.post(place(play, "/score-rules"), seen=place(play, "/score-rules"), form=usual | more)

    def upload(self, olga, play, data, name="rules.yaml"):
        found = re.search(r'name="csrf_token" value="([^"]+)"', olga.get(place(play, "/score-rules")).text)[1]
        form = {"csrf_token": found} | ({"file": (io.BytesIO(data), name)} if data is not None else {})
        return olga.client.post(place(play, "/score-rules/file"), data=form)

    def test_a_form_sets_them_and_the_page_shows_their_digest(self, play, olga):
        assert self.send(olga, play, two_people="1").status_code == 303
        page = olga.get(place(play, "/score-rules")).text
        digest = json.loads(play.log("rules_published")[0][2])["digest"]

        assert digest in page
        assert json.loads(play.drill("score_rules"))["time_weight"] == "0.1"

    @pytest.mark.parametrize(
        "more", [{"ratings": "two"}, {"ratings": ""}, {"ratings": "9999999"}, {"time_weight": "0.5"}, {"adjust": "x"},
                 {"appeal_days": "0"}, {"ties": "quality_draw"}]
    )  # fmt: skip
    def test_what_does_not_fit_is_said_and_kept_in_the_form(self, play, olga, more):
        answer = self.send(olga, play, **more)

        assert answer.status_code == 409
        assert 'id="problem"' in answer.text
        assert play.drill("score_rules") is None

    def test_a_file_sets_them(self, play, olga):
        assert self.upload(olga, play, b"ratings: 2\nties: [quality, C1]\ntwo_people: true\n").status_code == 303
        assert json.loads(play.drill("score_rules"))["two_people"] is True

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (None, "regras"),
            (b"ratings: none\n", "1:10"),
            (b"\xff\xfe", "1:"),
            (b"ratings: 1\n" * 7000, "grande"),
            (b"ties: [C9]", "C9"),
        ],
    )
    def test_a_file_that_cannot_be_read_says_where(self, play, olga, data, said):
        answer = self.upload(olga, play, data)

        assert answer.status_code == 409
        assert said in answer.text[answer.text.index('id="problem"') :]
        assert play.drill("score_rules") is None

    def test_after_the_first_rating_the_page_has_no_form(self, cast, olga):
        page = olga.get(place(cast.once(two), "/score-rules")).text

        assert "<form" not in page[page.index("<main") :]


class TestLadder:
    @pytest.fixture
    def play(self, cast):
        return cast.once(provisional)

    def test_a_team_reads_its_sheet_and_no_other_teams(self, play, app, house):
        azul = team_browser(app, house, play.beatriz).get("/play/sheet").text
        verde = team_browser(app, house, play.gwen).get("/play/sheet").text

        assert "Azul" in azul and "Verde" not in azul
        assert "Verde" in verde and "Azul" not in verde
        assert "Lugar provisional 1 de 2" in azul
        assert "nivel S" in azul and "Edo" not in azul

    def test_a_lead_appeals_from_her_page_and_organizers_decide(self, play, app, house, olga):
        beatriz = team_browser(app, house, play.beatriz)
        facts = {"ground": "arithmetic", "inject": "01", "words": "La suma <b>no</b> da."}
        answer = beatriz.post("/play/sheet/appeals", seen="/play/sheet", form=facts)
        again = beatriz.post("/play/sheet/appeals", seen="/play/sheet", form=facts)
        assert (answer.status_code, again.status_code) == (303, 409)
        assert "La suma &lt;b&gt;no&lt;/b&gt; da." in again.text
        page = olga.get(place(play, "/appeals")).text
        assert "La suma &lt;b&gt;no&lt;/b&gt; da." in page and "Azul" not in page
        appeal = play.sql("SELECT id FROM appeal")[0][0]
        refused = olga.post(place(play, f"/appeals/{appeal}/rerating"), seen=place(play, "/appeals"))
        assert refused.status_code == 409 and 'id="problem"' in refused.text
        form = {"reason": "no_error_found", "note": "La rehicimos."}
        decided = olga.post(place(play, f"/appeals/{appeal}/decision"), seen=place(play, "/appeals"), form=form)

        assert decided.status_code == 303
        assert "La rehicimos." in beatriz.get("/play/sheet").text
        assert olga.post(place(play, "/appeals/zzzzzzzzzzzz/decision"), seen=place(play), form=form).status_code == 404

    def test_somebody_who_is_not_the_lead_has_no_form(self, play, app, house):
        bruna = team_browser(app, house, play.bruna)
        page = bruna.get("/play/sheet").text

        assert 'name="ground"' not in page
        assert bruna.post("/play/sheet/appeals", seen="/play/sheet", ground="arithmetic").status_code == 409

    def test_the_final_sheet_has_the_head_of_the_chain_and_how_to_verify_it(self, play, app, house, olga):
        play.jump(minutes(6 * 24 * 60))
        by_two(play, "publish_final")
        # After six days she signs in anew.
        olga.client.set_cookie(door.STAFF, house.perform(open_account_session, PROGRAM, account_id=play.cast.olga.id))
        page = olga.get(place(play)).text
        head = play.sql("SELECT hash FROM stream WHERE name = :n", n=f"drill:{play.id}")[0][0]
        row = play.sql("SELECT hash FROM log WHERE kind = 'standings_published'")[0][0]

        assert head in page and f"prontas verify bundle.zip --head {head}" in page
        sheet = olga.get(place(play, f"/sheets/{play.azul}")).text
        assert row in sheet and head in sheet and "Lugar 1 de 2" in sheet

    def test_names_behind_similar_responses_open_by_a_press(self, play, olga):
        page = olga.get(place(play, "/similar")).text
        assert "Azul" not in page
        answer = olga.post(place(play, "/similar/names"), seen=place(play, "/similar"))

        assert answer.status_code == 303
        assert len(play.log("names_opened")) == 1


def provisional(cast):
    play = two(cast)
    rule_on_late(play)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="stands", reason="no_effect")
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")
    by_two(play, "publish_provisional")
    return play


def test_before_it_is_told_a_team_has_no_sheet(play, app, house):
    beatriz = team_browser(app, house, play.beatriz)

    assert beatriz.get("/play/sheet").status_code == 404
    assert beatriz.post("/play/sheet/appeals", seen="/play", ground="arithmetic").status_code == 404


class TestCut:
    @pytest.fixture
    def play(self, cast):
        play = two(cast)
        rule_on_late(play)
        return play

    def test_who_is_tied_at_a_place_is_marked(self, play, olga):
        page = olga.get(place(play, "?first=1")).text

        assert 'class="tied"' in page

    def test_or_at_a_score(self, play, olga):
        page = olga.get(place(play, "?points=50.5")).text

        assert "<b>50,50</b>" in page and 'value="50,50"' in page

    @pytest.mark.parametrize("asked", ["first=0", "first=none", "points=1e5", "points=-3", "first=1&points=50"])
    def test_a_cut_that_cannot_be_read_says_so(self, play, olga, asked):
        answer = olga.get(place(play, f"?{asked}"))

        assert answer.status_code == 200
        assert 'role="alert"' in answer.text and 'class="tied"' not in answer.text

    def test_thirds_are_asked_for_them(self, play, olga):
        answer = olga.post(place(play, "/thirds"), seen=place(play), form={"team": play.azul})
        other = olga.post(place(play, "/thirds"), seen=place(play), form={"team": "zzzzzzzzzzzz"})

        assert (answer.status_code, other.status_code) == (200, 404)


# One PDF is enough: each takes a second.
@pytest.mark.parametrize(
    ("what", "ending", "begins"),
    [
        *((what, *kind) for what in ("standings", "ratings-table", "register") for kind in (
            ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("docx", None))),
        ("register", "pdf", b"%PDF"),
    ],
)  # fmt: skip
def test_results_are_taken_away_as_files_whose_names_bear_the_mark(play, olga, what, ending, begins):
    answer = olga.get(place(play, f"/{what}.{ending}"))
    if begins is None:
        assert answer.status_code == 404
        return

    assert answer.data.startswith(begins)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=EXERC")


def test_the_register_has_its_penalties_in_each_kind_of_file(play, olga):
    text = olga.get(place(play, "/register.csv")).text

    assert [title in text for title in ("Registro de desvios", "Sem resposta a tempo", "Penalidades")] == [True] * 3

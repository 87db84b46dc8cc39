"""An evaluator's own pages: what she declares, from whom she steps back, her calibration and her feedback."""

import json
import re

import pytest

from simulator.actions.assigning import close_rating
from simulator.actions.running import end_drill
from tests.cast import minutes
from tests.desks import CALIBRATED, answered, desk_play, queue, rate
from tests.play import NAME
from tests.web.rated_play import META, ask, desk_of, give


@pytest.fixture
def play(cast):
    """Give a rated drill whose responses are ready."""
    return cast.once(lambda cast: answered(desk_play(cast)), "desk", "one")


@pytest.fixture
def gated(cast):
    """Give one that asks a calibration."""
    return cast.once(lambda cast: answered(desk_play(cast, **CALIBRATED)), "desk", "calibrated")


@pytest.fixture
def edo(signed_in):
    """Sign Edo in."""
    return signed_in("edo", language="es")


def post(browser, play, path, told):
    token = META.search(browser.get(f"{desk_of(play)}/me").text)[1]
    headers = {"X-CSRFToken": token, "Accept": "application/json"}
    return browser.client.post(desk_of(play) + path, json=told, headers=headers)


class TestDeclaring:
    """She says what she reads and where she works, and goes on rating."""

    def test_it_is_kept_and_shown_to_her_and_to_organizers_alone(self, play, edo, signed_in):
        me = f"{desk_of(play)}/me"
        sent = edo.post(me, {"language": ["es", "fr"], "country": "Perú", "institution": "ONI"}, seen=me)
        assert (sent.status_code, sent.headers["Location"]) == (303, desk_of(play))
        page = edo.get(me).text

        assert 'value="Perú"' in page and 'value="ONI"' in page
        assert re.search(r'value="fr" checked', page) and not re.search(r'value="en" checked', page)
        assert "ONI" in signed_in("olga").get(f"/drills/{play.id}/evaluators").text
        assert "ONI" not in signed_in("eun").get(me).text

    def test_without_a_language_she_is_told_what_to_do(self, play, edo):
        me = f"{desk_of(play)}/me"
        sent = edo.post(me, {"country": "Perú"}, seen=me)

        assert sent.status_code == 409
        assert "Elija al menos un idioma que lea." in sent.text

    def test_the_desk_reminds_her_until_she_has(self, cast, edo, play):
        play.sql("DELETE FROM declaration WHERE account_id = :a", a=cast.edo.id)
        assert "Decirlo ahora" in edo.get(desk_of(play)).text
        me = f"{desk_of(play)}/me"
        edo.post(me, {"language": "es"}, seen=me)

        assert "Decirlo ahora" not in edo.get(desk_of(play)).text


class TestSteppingBack:
    """From a code, on its sheet; what she gave it is gone from her desk."""

    def test_she_sees_nothing_more_of_that_team(self, cast, play, edo):
        response = queue(play, cast.edo)[play.azul, "01"]
        path = f"{desk_of(play)}/{response}"
        assert "Reconozco a este equipo" in edo.get(path).text
        sent = edo.post(f"{path}/recuse", {"reason": "mentor"}, seen=path)

        assert (sent.status_code, sent.headers["Location"]) == (303, desk_of(play))
        assert edo.get(path).status_code == 404
        assert len(queue(play, cast.edo)) == 2
        page = edo.get(f"{desk_of(play)}/me").text
        assert "Formé o asesoré a este equipo" in page and "Azul" not in page

    def test_one_that_an_organizer_set_has_no_code(self, cast, play, edo, signed_in):
        olga, board = signed_in("olga", language="es"), f"/drills/{play.id}/evaluators"
        olga.post(f"{board}/{cast.edo.id}/recuse", {"team": play.azul, "reason": "family"}, seen=board)

        assert "un equipo que indicó una organizadora" in edo.get(f"{desk_of(play)}/me").text

    def test_a_reason_that_is_none_is_refused(self, cast, play, edo):
        path = f"{desk_of(play)}/{queue(play, cast.edo)[play.azul, '01']}"
        assert edo.post(f"{path}/recuse", {"reason": "dislike"}, seen=path).status_code == 409


class TestCalibration:
    """The desk leads to the model answers first; the result comes when all have a level."""

    def anchors(self, edo, play, *, again=False):
        page = edo.get(f"{desk_of(play)}/calibration{'?again=1' if again else ''}").text
        found = re.findall(r'data-item="([^"]+)".*?<p class="own">\s*(.*?)</p>', page, re.DOTALL)
        return [(item, next(level for level in "UMSP" if f" {level} " in words)) for item, words in found]

    def give_all(self, edo, play, level_of):
        for item, level in self.anchors(edo, play):
            for criterion in ("C1", "C2"):
                told = {"item": item, "criterion": criterion, "level": level_of(level)}
                answer = post(edo, play, "/calibration", told)
                assert answer.status_code == 200, answer.json
        return answer.json

    def test_the_desk_leads_there_and_tells_no_reference(self, gated, edo):
        sent = edo.get(desk_of(gated))
        assert (sent.status_code, sent.headers["Location"]) == (303, f"{desk_of(gated)}/calibration")
        page = edo.get(f"{desk_of(gated)}/calibration").text

        assert "Respuesta modelo 1" in page and "is-reference" not in page
        assert ask(edo, f"{desk_of(gated)}/queue").json["entries"] == []

    def test_passing_opens_the_desk(self, gated, edo):
        assert self.give_all(edo, gated, lambda level: level) == {"whole": True, "passed": True}
        page = edo.get(f"{desk_of(gated)}/calibration").text

        assert "La mesa está abierta." in page and page.count("is-reference") == 4
        assert "respuesta 1 de 2" in edo.get(desk_of(gated)).text

    def test_not_passing_offers_other_model_answers(self, gated, edo):
        first = self.anchors(edo, gated)
        self.give_all(edo, gated, lambda _level: "M")
        page = edo.get(f"{desk_of(gated)}/calibration").text

        assert "Intentar de nuevo con otras respuestas modelo" in page
        assert edo.get(desk_of(gated)).status_code == 303
        assert not {item for item, _level in first} & {item for item, _level in self.anchors(edo, gated, again=True)}

    @pytest.mark.parametrize(
        "told", [{"item": 1}, {"item": "01#0"}, {"item": "01#0", "criterion": "C1", "level": 3}, [], {"x": 1}]
    )
    def test_what_is_no_level_is_refused(self, gated, edo, told):
        answer = post(edo, gated, "/calibration", told)

        assert (answer.status_code, answer.json["error"]["code"]) == (409, "rating_malformed")

    def test_where_none_is_asked_the_page_says_so(self, play, edo):
        assert "En esta ronda no se pide calibración." in edo.get(f"{desk_of(play)}/calibration").text


def test_her_feedback_opens_when_the_round_is_closed(cast, play, edo):
    for who, levels in ((cast.edo, "MM"), (cast.eun, "SS")):
        for response in queue(play, who).values():
            rate(play, who, response, levels)
    assert "Se abre cuando se cierra la ronda" in edo.get(f"{desk_of(play)}/me").text
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(20)).do(close_rating, cast.olga)
    page = " ".join(edo.get(f"{desk_of(play)}/me").text.split())

    assert "Usted dio 8 niveles." in page
    assert "Junto a 8 niveles de las demás: 0 iguales, 8 a un nivel, 0 más lejos." in page
    assert "En conjunto, usted fue más estricta que las demás." in page
    assert "Eun" not in page
    assert "sus niveles quedan" in edo.get(f"{desk_of(play)}/{queue(play, cast.edo)[play.azul, '01']}").text


def test_a_sentence_that_quotes_nothing_is_refused_in_words(cast, play, edo):
    response = queue(play, cast.edo)[play.azul, "01"]
    for sentence, code in (("", "sentence_missing"), ("Muy buena.", "sentence_without_quote")):
        answer = give(edo, play, response, criterion="C1", level="P", sentence=sentence)
        assert (answer.status_code, answer.json["error"]["code"]) == (409, code)
    answer = give(edo, play, response, criterion="C1", level="P", sentence="Dice «la frontera ahora».")

    assert answer.status_code == 200
    assert json.loads(play.log("rating_given")[0][2])["level"] == "P"


def test_the_sheet_folds_what_the_team_had_seen_and_keeps_anchors_beside_the_levels(cast, play, edo):
    page = edo.get(f"{desk_of(play)}/{queue(play, cast.edo)[play.azul, '02']}").text

    assert "Lo que el equipo había visto antes: 1 mensaje" in page
    assert page.count("nivel P") == 4

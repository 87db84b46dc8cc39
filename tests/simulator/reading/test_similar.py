"""Similar responses: told without names, never what the message itself says, and opened deliberately."""

from simulator.actions.opening_names import open_names
from simulator.reading.similar import similar_responses
from tests.cast import minutes, refused
from tests.scripts import choice_inject, inject, scenario, text_inject

BODY = " ".join(f"orden{n}" for n in range(40))
COPIED = " ".join(f"palabra{n}" for n in range(40))
FORM = {
    "kind": "form", "due": "10m", "criteria": ["C1"],
    "fields": [{"id": "plan", "label": "Plan"}, {"id": "t", "label": "T", "kind": "table",
                "columns": [{"id": "who", "label": "Quién"}]}],
}  # fmt: skip


def played(cast, azul, verde):
    """Let both teams answer 01 in these words, and 02 and 03 alike."""
    script = scenario(
        text_inject("01", body={"es": BODY, "en": f"english {BODY}"}), choice_inject("02"), inject("03", ask=FORM),
        rated=True,
    )  # fmt: skip
    play = cast.play(script).start().go(minutes(6))
    for who, words in ((play.beatriz, azul), (play.gwen, verde)):
        play.send(who, "01", {"text": words})
        play.send(who, "02", {"option": "B"})
        play.send(who, "03", {"fields": {"plan": COPIED[:200], "t": [{"who": COPIED[200:]}]}})
    return play.go(minutes(11))


def test_what_two_teams_share_is_told_by_code_and_by_measure(cast):
    play = played(cast, COPIED, f"Primero. {COPIED}")
    page = play.see(similar_responses, cast.olga)

    assert [(one["inject"], float(one["containment"])) for one in page["pairs"]] == [("01", 1.0), ("03", 1.0)]
    codes = {row[0] for row in play.sql("SELECT blind_code FROM team WHERE drill_id = :d", d=play.id)}
    assert {team["code"] for team in page["pairs"][0]["teams"]} == codes
    assert "Azul" not in str(page) and "Verde" not in str(page)
    assert COPIED.split()[0] not in str(page)


def test_what_both_quote_from_the_message_is_left_out(cast):
    page = played(cast, BODY, f"english {BODY}").see(similar_responses, cast.olga)

    assert [one["inject"] for one in page["pairs"]] == ["03"]


def test_names_open_once_the_register_is_closed_and_the_log_says_so(cast):
    play = played(cast, COPIED, COPIED)
    with refused("register_not_closed"):
        play.do(open_names, cast.olga)
    play.sql("UPDATE drill SET register_closed_at = 1 WHERE id = :id", id=play.id)
    page = play.see(similar_responses, cast.olga)
    assert (page["closed"], page["opened"]) == (True, False)
    assert page["pairs"][0]["teams"][0]["name"] is None
    for _twice in range(2):
        play.do(open_names, cast.olga)
    page = play.see(similar_responses, cast.olga)

    assert {team["name"] for team in page["pairs"][0]["teams"]} == {"Azul", "Verde"}
    assert len(play.log("names_opened")) == 1

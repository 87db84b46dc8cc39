"""What a sheet shows of before: what had reached that team, what it had chosen, and nothing that tells more."""

from simulator.actions.msel import withdraw_inject
from simulator.reading.desk import rating_queue, rating_sheet
from tests.cast import minutes
from tests.scripts import choice_inject, info, scenario, text_inject


def sheet_of(play, team, inject):
    codes = dict(play.sql("SELECT blind_code, id FROM team WHERE drill_id = :d", d=play.id))
    entries = play.see(rating_queue, play.cast.eun)["entries"]
    response = next(one["response_id"] for one in entries if codes[one["code"]] == team and one["inject"] == inject)
    return play.see(rating_sheet, play.cast.eun, response_id=response)


def test_it_shows_what_had_come_by_then_with_the_teams_own_choices(cast):
    say = {"es": "Cuerpo", "en": "Body", "pt": "Corpo", "fr": "Corps"}
    play = cast.play(
        scenario(
            choice_inject("01", at="1m", body=say),
            info("02", at="2m", **{"if": "isolated"}),
            info("03", at="3m"),
            text_inject("04", at="4m"),
            info("05", at="6m"),
            rated=True,
        )
    ).start()
    play.go(minutes(1.5))
    play.send(play.beatriz, "01", {"option": "A"}, confirmed=True)
    play.send(play.gwen, "01", {"option": "B"})
    play.go(minutes(3))
    for who in (play.beatriz, play.gwen):
        play.send(who, "04", {"text": "Cerramos ya mismo"})
    play.go(minutes(0.25)).do(withdraw_inject, cast.fatima, inject_id="03")
    play.go(minutes(15))
    azul, verde = (sheet_of(play, team, "04")["seen"] for team in (play.azul, play.verde))

    # 02 came to Azul alone, 03 was withdrawn, 05 came later.
    assert [(one["id"], one["chosen"]) for one in azul] == [("01", ["Aislar"]), ("02", [])]
    assert [(one["id"], one["chosen"]) for one in verde] == [("01", ["Mirar"])]
    assert azul[0]["body"] == "Body"
    assert set(azul[0]) == {"id", "title", "body", "channel", "from", "chosen"}


def test_a_choice_made_later_is_not_in_it(cast):
    play = cast.play(scenario(choice_inject("01", at="1m"), text_inject("02", at="2m"), rated=True)).start()
    play.go(minutes(3))
    play.send(play.beatriz, "02", {"text": "Cerramos ya mismo"})
    play.go(minutes(0.5))
    play.send(play.beatriz, "01", {"option": "A"}, confirmed=True)
    play.go(minutes(15))

    assert sheet_of(play, play.azul, "02")["seen"][0]["chosen"] == []

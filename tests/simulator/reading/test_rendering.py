"""What is told at once is what is read on coming back, and sixty teams are told in as few statements as four."""

from dataclasses import replace

import pytest

from simulator.actions.attending import note_presence
from simulator.actions.drills import add_team, rename_team
from simulator.actions.joining import move_participant, remove_participant
from simulator.actions.msel import (
    deliver_inject,
    hold_inject,
    release_inject,
    set_flag,
    skip_inject,
    withdraw_inject,
)  # fmt: skip
from simulator.actions.responding import decline_inject, open_inject, receive_injects, save_draft
from simulator.actions.running import end_drill, pause_drill, resume_drill
from simulator.actor import PROGRAM
from simulator.reading.feed import own_events, render_posts, staff_events
from tests.cast import minutes, refused, seconds
from tests.play import NAME
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.simulator.counting import statements

LANGUAGES = ("en", "es", "fr", "pt")


def say(words):
    return {code: f"{words} ({code})" for code in LANGUAGES}


def script():
    options = [{"id": id, "label": say(id), "sets": ["isolated"] if id == "A" else []} for id in "ABCD"]
    return scenario(
        text_inject("01", due="5m", title=say("write"), body=say("Write **now**."), ask={"approve": "lead"}),
        choice_inject("02", due="5m", title=say("decide"), ask={"options": options, "shuffle": True}),
        info("03", at="6m", title=say("hear"), **{"if": "isolated"}),
        text_inject("04", at="7m", due="5m", optional=True),
        info("05", manual=True, title=say("by hand")),
    )


class Audience:
    """Render each commit as soon as it is announced, and read the same events as somebody who comes back would."""

    def __init__(self, play):
        self.play, self.kinds, self.compared = play, set(), 0
        play.house.announce = self.hear

    def hear(self, posts):
        play = self.play
        languages = {post.reader: LANGUAGES for post in posts}
        rendered = play.house.look(render_posts, PROGRAM, posts=posts, languages=languages)
        told = {(reader, language, event["n"]): event for reader, language, event in rendered}
        assert len(told) == len(posts) * len(LANGUAGES)
        last = {(post.reader, post.row["payload"].get("inject"), post.row["team"]): post.n for post in posts}
        for who, reader in ((play.beatriz, f"team:{play.azul}"), (play.giselle, f"team:{play.verde}")):
            self.compare(who.language, reader, told, last, play.see(own_events, who, since=0))
        self.compare("es", f"staff:{play.id}", told, last, play.see(staff_events, play.cast.fatima, since=0))

    def compare(self, language, reader, told, last, page):
        by_n = {event["n"]: event for event in page["events"]}
        for (hearer, spoken, n), event in told.items():
            # Of an inject to which two things happen in one commit, the first is told as it was between them.
            name = event["inject"]["id"] if isinstance(event.get("inject"), dict) else event.get("inject")
            if (hearer, spoken) == (reader, language) and last.get((reader, name, event["team"]), n) == n:
                assert event == by_n[n]
                self.kinds.add((event["kind"], reader.partition(":")[0]))
                self.compared += 1


def test_whatever_is_told_is_what_she_would_read_on_coming_back(cast):
    play = cast.play(script())
    audience = Audience(play)
    play.start().go(minutes(5))
    for who in (play.beatriz, play.giselle):
        play.do(note_presence, PROGRAM, participant_id=who.id, present=True)
        play.do(open_inject, who, inject_id="01")
    play.do(save_draft, play.giselle, inject_id="01", content={"text": "borrador"})
    play.send(play.bruna, "01", {"text": "propuesta"})
    play.send(play.beatriz, "01", {"text": "sí"})
    play.send(play.gwen, "02", {"option": "A"}, confirmed=True)
    play.do(hold_inject, cast.fatima, inject_id="04", team_ids=[play.azul], reason="pacing")
    play.do(pause_drill, cast.fatima)
    play.do(resume_drill, cast.fatima)
    play.jump(seconds(40)).tick()
    play.do(release_inject, cast.fatima, inject_id="04")
    play.go(minutes(2)).do(receive_injects, play.beatriz, inject_ids=["03", "04"])
    play.do(decline_inject, play.gwen, inject_id="04")
    play.do(set_flag, cast.fatima, team_id=play.azul, flag="paid", reason="mistake")
    play.do(skip_inject, cast.fatima, inject_id="05", team_ids=[play.verde], reason="pacing")
    play.do(deliver_inject, cast.fatima, inject_id="05", team_ids=[play.azul], reason="pacing")
    play.do(withdraw_inject, cast.fatima, inject_id="05", team_ids=[play.azul], reason="mistake")
    play.do(rename_team, cast.fatima, team_id=play.verde, name="Lila")
    play.go(minutes(6)).do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(8))

    delivery = {"delivered", "lapsed", "withdrawn", "declined"}
    assert {f"inject_{state}" for state in delivery} <= {kind for kind, reader in audience.kinds if reader == "team"}
    staff = {"held", "released", "skipped", "opened", "received"}
    assert {f"inject_{state}" for state in staff} <= {kind for kind, reader in audience.kinds if reader == "staff"}
    others = {"response_received", "response_proposed", "response_taken_over", "outage_ended", "team_renamed"}
    assert others <= {kind for kind, _reader in audience.kinds}
    assert audience.compared > 60


def test_each_team_has_its_own_order_of_options_and_each_language_its_own_words(cast):
    play = cast.play(script()).start()
    play.house.heard.clear()
    play.go(minutes(5))
    languages = {f"team:{team}": LANGUAGES for team in (play.azul, play.verde)}
    events = play.house.look(render_posts, PROGRAM, posts=play.house.heard, languages=languages)
    shown = [(reader, language, event["inject"]) for reader, language, event in events]
    choices = [(reader, language, it["ask"]["options"]) for reader, language, it in shown if it["id"] == "02"]
    orders = {reader: {"".join(one["id"] for one in options) for who, _, options in choices if who == reader}
              for reader in languages}  # fmt: skip

    assert [len(orders[reader]) for reader in languages] == [1, 1]
    assert all(set(*order) == set("ABCD") for order in orders.values())
    assert all(one["label"] == f"{one['id']} ({language})" for _, language, options in choices for one in options)
    titles = {(language, inject["title"]) for _, language, inject in shown if inject["id"] == "01"}
    assert titles == {(code, f"write ({code})") for code in LANGUAGES}


@pytest.mark.parametrize("what", ["delivered", "answered", "changed"])
def test_sixty_teams_are_told_in_as_few_statements_as_four(cast, what):
    def told(teams):
        cast.house.heard.clear()
        play = cast.play(script(), joined=False)
        for number in range(teams - 2):
            play.codes[f"{number:03}"] = play.do(add_team, cast.fatima, name=f"{number:03}", language="es")["code"]
        people = [play.join(team, "Ana", seats=["lead"]) for team in play.codes]
        if what != "changed":
            play.house.heard.clear()
            play.start().go(minutes(5))
        if what == "answered":
            play.house.heard.clear()
            for who in people:
                play.send(who, "01", {"text": "sí"})
        posts = [post for post in play.house.heard if post.row["stream"] == f"drill:{play.id}"]
        languages = {post.reader: LANGUAGES for post in posts}
        heard = []

        def render():
            heard.extend(play.house.look(render_posts, PROGRAM, posts=posts, languages=languages))

        render()
        count = statements(play.house.engine, render)
        assert len(heard) >= 2 * teams * len(LANGUAGES)
        return count

    four, sixty = told(4), told(60)

    assert four == sixty
    # Beside the beginning of a transaction.
    assert sixty <= {"delivered": 2, "answered": 3, "changed": 6}[what]


def test_who_has_missed_nothing_is_told_so_in_one_statement(cast):
    play = cast.play(script()).start().go(minutes(8))
    n = play.see(own_events, play.beatriz, since=0)["n"]
    told = []
    count = statements(play.house.engine, lambda: told.append(play.see(own_events, play.beatriz, since=n)))

    assert (told[0]["n"], told[0]["events"], told[0]["clock"]["drill_time"]) == (n, [], 8 * 60_000)
    # And the beginning of a transaction.
    assert count == 2


def test_who_was_moved_or_removed_is_told_nothing_more(cast):
    play = cast.play(script()).start().go(minutes(5))
    play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=play.verde)
    play.do(remove_participant, cast.fatima, participant_id=play.gwen.id)

    for who in (play.bruna, play.gwen, replace(play.beatriz, id="nobody"), replace(play.beatriz, team_id=play.verde)):
        with refused("not_found"):
            play.see(own_events, who, since=0)
    with refused("not_found"):
        play.house.look(staff_events, PROGRAM, drill_id="no-drill", since=0)

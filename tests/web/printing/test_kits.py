"""The words of each kit: what a team may read and nothing else, all that a facilitator needs, codes for evaluators."""

import copy
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import START
from tests.permission import canaries
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.web.printing.packs import canaries_in, drafted, kit_of, pack, words_of_kit
from web.paper.pack.document import pack_html
from web.paper.pack.kit import file_of, kits_of, title_of
from web.paper.pack.subject import Startex, subject_of
from web.paper.pack.teams import PaperTeam, named, numbered, with_codes
from web.paper.pack.timing import clock_words, start_words

INJECTS = ("text", "choice", "choices", "ack", "form", "branch", "later", "manual")
# What a team may read of an inject, of its question, and of the drill.
READ = {f"{name}-{part}" for name in INJECTS for part in ("title", "body", "plain")}
ASKED = {
    "text-prompt", "choice-prompt", "later-prompt", "form-field", "form-table", "form-column",
    *(f"{name}-label-{letter}" for name in ("choice", "choices", "later") for letter in "AB"),
}  # fmt: skip
DRILL = {"drill-title", "drill-summary", "content-note", "seat-title", "sender", "sender-role", "phase", "file-alt"}
RUN_ONLY = {
    *(f"{name}-{part}" for name in INJECTS for part in ("note", "owner", "script", "expected")),
    *(f"{name}-feedback-{letter}" for name in ("choice", "choices", "later") for letter in "AB"),
    "flag-words", "set-words", "reply-title", "reply-body", "hotwash-question",
}  # fmt: skip
RATE_ONLY = {"criterion", "benchmark", *(f"anchor-{level}" for level in "UMSP")}


@pytest.fixture(scope="module")
def subject():
    """Give the pack of the scenario in which every field is a canary, in two languages."""
    return pack(canaries.SCENARIO, languages=["pt", "fr"])


@pytest.mark.parametrize("team", [0, 1])
def test_a_team_reads_all_that_its_pages_show_and_nothing_else(subject, team):
    lead = words_of_kit(subject, kit_of(subject, "team", seat="lead", team=team))

    # What an attachment is, is said where it is no picture.
    assert canaries_in(lead) == READ | ASKED | DRILL | {"seat-brief"}


def test_a_facilitator_reads_everything_but_what_helps_to_rate(subject):
    words = words_of_kit(subject, kit_of(subject, "facilitator", language="pt"))

    assert canaries_in(words) == (READ | ASKED | DRILL | RUN_ONLY)
    assert "Abrir só se: “cn-flag-words pt” e “cn-set-words pt”" in words
    assert {"Azul", "Verde", *(team.code for team in subject.teams)} <= set(words.split())


def test_an_evaluator_reads_what_is_rated_and_no_name(subject):
    words = words_of_kit(subject, kit_of(subject, "evaluator", language="fr"))
    shown = {f"{name}-{part}" for name in ("text", "form") for part in ("title", "body", "expected")}

    asked = {"text-prompt", "form-field", "form-table", "form-column"}
    assert canaries_in(words) == shown | asked | RATE_ONLY | {"drill-title"}
    assert not {"Azul", "Verde"} & set(words.split())
    assert {team.code for team in subject.teams} <= set(words.split())


def test_every_kit_is_in_its_own_language_and_bears_the_mark(subject):
    for kit, mark in [(kit_of(subject, "team"), "EJERCICIO"), (kit_of(subject, "team", team=1), "EXERCISE"),
                      (kit_of(subject, "evaluator", language="fr"), "EXERCICE"),
                      (kit_of(subject, "facilitator", language="pt"), "EXERCÍCIO")]:  # fmt: skip
        html = pack_html(subject, [kit])
        assert f'<div class="band">{mark}</div>' in html and f'<html lang="{kit.language}">' in html
        others = {"es", "pt", "en", "fr"} - {kit.language}
        assert not [other for other in others if f"cn-text-title {other}" in html]


def private(injects, secret, condition):
    """Change whatever no team may read in a list of injects; only its questions' weights stay."""
    for inject in injects:
        inject |= {"expected": [secret], "note": secret, "owner": secret, "script": secret, "sets": ["paid"]}
        if "if" in inject:
            inject["if"] = condition
        ask = inject.get("ask", {})
        if ask.get("criteria"):
            ask |= {"criteria": ["C2"], "benchmarks": [{"level": "P", "text": secret}]}
        for option in ask.get("options", []):
            option |= {"value": 3 - option["value"], "sets": ["paid"], "feedback": secret}
    return injects


SEATS = st.lists(st.sampled_from(["lead", "technical", "communications"]), unique=True)
ASKS = st.sampled_from([text_inject, choice_inject, info])
WHEN = st.sampled_from([{"at": "3m"}, {"at": "20m", "if": "isolated"}, {"manual": True}, {"at": "0", "if": "not paid"}])


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(ASKS, SEATS, WHEN), min_size=1, max_size=4), st.sampled_from(["lead", "technical"]))
def test_nothing_that_a_team_may_not_read_changes_a_letter_of_its_kit(made, seat):
    injects = [build(f"i{n}", to=to, **when) for n, (build, to, when) in enumerate(made)]
    other = private(copy.deepcopy(injects), "cn-secret", 'answered("i0") or paid')
    more = {"hotwash": ["cn-secret"], "replies": {"r": {"title": "cn-secret", "body": "cn-secret"}}, "rated": True}
    kits = [
        pack_html(subject, [kit_of(subject, "team", seat=seat)])
        for subject in (drafted(scenario(*injects, rated=True)), drafted(scenario(*other, **more)))
    ]

    assert kits[0] == kits[1]
    assert "cn-secret" not in kits[0]


def test_a_card_tells_its_time_only_where_that_is_certain():
    written = scenario(
        text_inject("01", at="5m"), info("02", at="20m", **{"if": 'answered("01")'}), info("03", manual=True),
        info("04", after={"inject": "01", "delay": "2m"}), info("05", after={"inject": "06", "delay": "90s"}),
        info("06", at="30m"),
    )  # fmt: skip
    start = Startex(datetime(2031, 3, 3, 23, 50, tzinfo=timezone(timedelta(hours=-6))))
    subject = pack(written, start=start)
    team = words_of_kit(subject, kit_of(subject, "team", seat="lead", team=1))
    run = words_of_kit(subject, kit_of(subject, "facilitator", language="en"))

    for opens in ("01 Verde · Jefa Open at T+00:05 (23:55)", "06 Verde · Jefa Open at T+00:30 (00:20 +1)",
                  "05 Verde · Jefa Open at T+00:31:30 (00:21:30 +1)"):  # fmt: skip
        assert opens in team, opens
    assert team.count("Open only when your facilitator calls this number") == 3
    assert "Open only if" not in team
    for waits in ("Open only if: 01 was answered", "whenever you decide", "1 min 30 s after 06 was delivered",
                  "2 min after the answer to 01; without one, after its deadline and one minute more",
                  "at the earliest T+00:07 (23:57)", "Monday 3 March 2031, 23:50 (UTC-06:00)"):  # fmt: skip
        assert waits in run, waits


def test_what_is_for_a_seat_is_in_its_kit_alone_and_the_one_answer_sheet_is_with_the_first():
    written = scenario(
        text_inject("01", to=["technical", "lead"], ask={"max_words": 60, "approve": "lead"}),
        text_inject("02"), info("03", to=["communications"]),
    )  # fmt: skip
    subject = pack(written)
    lead, technical, voice = (
        words_of_kit(subject, kit_of(subject, "team", seat=seat, team=1))
        for seat in ("lead", "technical", "communications")
    )

    assert "Inject 01" in lead and "Inject 01" in technical and "Inject 01" not in voice
    assert "Inject 03" in voice and "Inject 03" not in lead
    assert lead.count("Handed in at") == 1 and "The answer sheet is with: Técnica." in lead
    assert technical.count("Handed in at") == 1 and "The answer sheet is with: Jefa." in technical
    assert "(at most 60 words)" in technical and "Confirmed by: Jefa" in technical
    assert "You act for the lead while she is away." in technical
    assert "If nobody holds this seat, this kit goes to: Jefa." in voice and "this kit goes to" not in lead


def test_options_stand_in_the_teams_own_order_without_their_letters():
    subject = pack(scenario(choice_inject("01", ask={"rationale": True, "criteria": ["C1"]})), teams=[
        (f"T{n}", "en") for n in range(12)])  # fmt: skip
    orders = set()
    for team in range(12):
        words = words_of_kit(subject, kit_of(subject, "team", seat="lead", team=team))
        orders.add(tuple(sorted(("Aislar", "Mirar", "Esperar"), key=words.index)))
        assert "Why? A few words are enough." in words

    assert len(orders) > 2


def test_a_form_is_filled_in_by_hand():
    fields = [
        {"id": "t", "label": "Words", "required": True, "max_words": 400},
        {"id": "n", "label": "How many", "kind": "number"}, {"id": "d", "label": "When", "kind": "date"},
        {"id": "c", "label": "Which", "kind": "choices", "options": ["Un", "Deux"]},
        {"id": "g", "label": "Who", "kind": "table", "columns": ["Name", "Office"], "rows": 3},
    ]  # fmt: skip
    form = text_inject("01", ask={"kind": "form", "fields": fields}, optional=True)
    subject = pack(scenario(form))
    words = words_of_kit(subject, kit_of(subject, "team", seat="lead", team=1))
    html = pack_html(subject, [kit_of(subject, "team", seat="lead", team=1)])

    for told in ("Words (at most 400 words)", "How many (optional)", "day month year", "(Choose all that fit)",
                 "We decline this message. It costs nothing."):  # fmt: skip
        assert told in words, told
    assert html.count("<div></div>") == 24
    assert html.count("<tr><td></td><td></td></tr>") == 3


def test_an_acknowledgement_is_a_box_to_tick():
    subject = pack(scenario({"id": "01", "title": "A", "at": "1m", "ask": {"kind": "acknowledge"}}))
    words = words_of_kit(subject, kit_of(subject, "team", seat="lead", team=1))
    assert "Hand it in when you have read it." in words and "We have read it." in words


def test_without_teams_there_is_one_without_a_name_in_each_language():
    subject = subject_of(pack(scenario()).scenario, {})
    kits = kits_of(subject)
    assert [kit.language for kit in kits if kit.kind == "facilitator"] == ["es", "pt", "en", "fr"]
    assert len([kit for kit in kits if kit.kind == "team"]) == 12
    assert not [kit for kit in kits if kit.kind == "evaluator"], "nothing is rated here"
    words = words_of_kit(subject, next(kit for kit in kits if kit.kind == "team" and kit.language == "en"))
    assert words.startswith("EXERCISE Team kit · Prueba Team Jefa")
    run = words_of_kit(subject, next(kit for kit in kits if kit.language == "en"))
    assert "Write in each team, and a code of your own" in run


def test_a_seat_is_printed_in_the_language_of_who_holds_it():
    team = PaperTeam("es", "Azul", "azul", seats={"technical": "pt"})
    subject = subject_of(pack(scenario()).scenario, {}, teams=with_codes([team]), languages=["en"])
    kits = kits_of(subject, kinds={"team"})
    assert [(kit.seat, kit.language) for kit in kits] == [
        ("lead", "es"), ("technical", "pt"), ("communications", "es")
    ]  # fmt: skip
    assert "Español, Técnica: Português" in words_of_kit(subject, kits_of(subject, kinds={"facilitator"})[0])


def test_a_language_that_only_the_scenario_speaks_is_on_the_cards_and_ours_around_them():
    written = scenario(
        info("01", at="1m", title={"es": "Aviso", "ht": "Avètisman"}, **{"if": "paid"}), languages=["es", "ht"],
        flags={"paid": {"es": "pagado", "ht": "peye"}},
    )  # fmt: skip
    subject = pack(written, teams=[("Wouj", "ht")], languages=["ht"])
    assert "Avètisman" in words_of_kit(subject, kit_of(subject, "team", seat="lead"))
    assert "Abrir solo si: «peye»" in words_of_kit(subject, kit_of(subject, "facilitator"))
    assert '<section class="kit" lang="ht"' in pack_html(subject, [kit_of(subject, "team", seat="lead")])


def test_files_have_names_of_their_own_whatever_teams_are_called():
    subject = pack(scenario(), teams=[("Ázul", "es"), ("Azul", "es"), ("警告", "es")])
    names = [file_of(subject, kit, n) for n, kit in enumerate(kits_of(subject, seats={"lead"}), start=1)]
    assert len(set(names)) == len(names)
    assert names[-1] == "EJERCICIO-007-Prueba-Cuaderno-del-equipo-Jefa-es.pdf"
    assert title_of(subject, kits_of(subject, kinds={"team"})[0]) == "Cuaderno del equipo · Ázul · Jefa"


@given(st.lists(st.text(min_size=1, max_size=8), min_size=2, max_size=60, unique=True))
def test_codes_follow_from_seeds_and_no_two_are_alike(seeds):
    teams = with_codes([PaperTeam("es", seed, seed) for seed in seeds])
    assert len({team.code for team in teams}) == len(seeds)
    assert teams == with_codes([PaperTeam("es", seed, seed) for seed in seeds])


def test_five_hundred_teams_have_a_code_each():
    written = pack(scenario()).scenario
    teams = numbered(written, 500, ["es", "pt"])
    assert len({team.code for team in teams}) == 500
    assert [(one.name, one.language) for one in teams[:3]] == [("1", "es"), ("2", "pt"), ("3", "es")]
    assert named(written, [("1", "es")])[0].code == teams[0].code


def test_a_start_is_said_with_its_zone_or_as_a_clock_alone():
    zoned = Startex(START, zone="America/Costa_Rica")
    assert start_words(zoned, "en") == "Monday 2 March 2026, 06:30 (Costa Rica)"
    assert clock_words(zoned, timedelta(hours=20)) == "02:30 +1"
    alone = Startex(datetime.fromisoformat("2000-01-01T09:05"), dated=False)
    assert (start_words(alone, "es"), clock_words(alone, timedelta(seconds=61))) == ("09:05", "09:06:01")
    floating = Startex(datetime.fromisoformat("2031-03-03T09:00"))
    assert start_words(floating, "fr") == "lundi 3 mars 2031, 09:00"
    assert start_words(Startex(datetime(2031, 3, 3, 9, tzinfo=UTC)), "en").endswith("09:00 (UTC+00:00)")
    assert clock_words(None, timedelta(0)) == ""

"""Similar responses are measured and shown to organizers; nobody is judged by them."""

from fractions import Fraction
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.scoring_error import ScoringError
from scoring.similarity import Likeness, Response, Similar, Widespread, find_similar, words_of
from tests.scoring.drills import unhurried

ONE = (
    "Aislamos los segmentos afectados, guardamos la memoria de los servidores y avisamos al CSIRT nacional a las nueve."
)
OTHER = "Primero llamamos a la ministra; luego el equipo legal prepara la notificación para la autoridad de datos."
INJECT = "El centro nacional pide que informe en diez minutos cuáles servicios siguen abiertos y cuáles no lo están."


def found(*texts, quoted=(), likeness=None, inject="03"):
    """Compare texts of teams A, B, … to one inject."""
    responses = [Response(chr(65 + number), inject, text) for number, text in enumerate(texts)]
    return find_similar(responses, {inject: quoted}, *([likeness] if likeness else []))


def made_up(random, length):
    """Make up words that hardly ever meet."""
    return " ".join(f"w{random.randrange(5000)}" for _ in range(length))


def test_the_same_words_are_found_whatever_their_case_accents_and_points():
    text = f"{ONE} {OTHER}"
    shouted = text.upper().replace(",", " – ").replace("Ó", "O")
    words = len(words_of(text))
    assert found(text, shouted).pairs == (Similar("03", ("A", "B"), Fraction(1), Fraction(1), words),)


def test_words_lose_case_accents_and_points():
    assert words_of("¡La MINISTRA decidió: «paro»!\nStraße") == ["la", "ministra", "decidio", "paro", "strasse"]


def test_different_words_are_not_similar():
    assert found(f"{ONE} {ONE[::-1]}", f"{OTHER} {OTHER[::-1]}").pairs == ()


def test_a_short_response_within_a_long_one_is_contained_though_it_resembles_little():
    random = Random(1)
    short = made_up(random, 30)
    long = f"{made_up(random, 200)} {short} {made_up(random, 200)}"
    (pair,) = found(short, long).pairs
    assert (pair.containment, pair.passage) == (1, 30)
    assert pair.resemblance == Fraction(26, 426)


def test_a_long_passage_in_two_long_responses_is_told_for_its_length():
    random = Random(2)
    passage = made_up(random, 25)
    texts = [f"{made_up(random, 150)} {passage} {made_up(random, 150)}" for _ in range(2)]
    (pair,) = found(*texts).pairs
    assert (pair.passage, pair.containment) == (25, Fraction(21, 321))
    assert found(*texts, likeness=Likeness(passage=26)).pairs == ()


def test_what_is_quoted_from_the_inject_does_not_count():
    random = Random(3)
    texts = [f"{INJECT} {made_up(random, 40)}" for _ in range(2)]
    strict = Likeness(passage=15)
    assert [pair.passage for pair in found(*texts, likeness=strict).pairs] == [len(words_of(INJECT))]
    assert found(*texts, quoted=["Something else", INJECT.upper()], likeness=strict).pairs == ()


def test_a_passage_does_not_grow_across_what_is_quoted():
    random = Random(4)
    before, after = made_up(random, 20), made_up(random, 20)
    text = f"{before} {INJECT} {after}"
    (pair,) = found(text, text, quoted=[INJECT]).pairs
    # Four words of the inject belong to the last shingle that is not all quoted.
    assert pair.passage == 24


def test_short_responses_are_left_aside():
    assert found(*[" ".join(ONE.split()[:15])] * 2).pairs == ()
    assert found("", "", ONE).pairs == ()


def test_what_most_teams_share_is_told_once_with_who_they_are():
    random = Random(5)
    shared = made_up(random, 30)
    texts = [f"{shared} {made_up(random, 40)}" for _ in range(6)] + [made_up(random, 40) for _ in range(4)]
    told = found(*texts)
    assert told.pairs == ()
    assert told.widespread == (Widespread("03", tuple("ABCDEF"), 30),)


def test_what_a_few_share_is_told_pair_by_pair():
    told = found(*[f"{ONE} {OTHER}"] * 4)
    assert [pair.teams for pair in told.pairs] == [tuple(pair) for pair in ("AB", "AC", "AD", "BC", "BD", "CD")]
    assert told.widespread == ()


def test_responses_to_different_injects_are_not_compared():
    text = f"{ONE} {OTHER}"
    assert find_similar([Response("A", "03", text), Response("B", "04", text)], {}).pairs == ()


def test_the_most_alike_come_first():
    random = Random(6)
    base = made_up(random, 60)
    half = " ".join([*base.split()[:30], *made_up(random, 30).split()])
    assert [pair.teams for pair in found(half, base, base).pairs] == [("B", "C"), ("A", "B"), ("A", "C")]


def test_one_word_said_a_thousand_times_costs_no_million_steps():
    random = Random(7)
    text = f"{made_up(random, 40)} " + "no " * 3000
    begun = process_time()
    (pair, *_) = found(text, text, text).pairs
    assert process_time() - begun < 1
    assert pair.containment == 1


def test_two_responses_of_a_team_to_one_inject_are_refused():
    with pytest.raises(ScoringError) as refused:
        find_similar([Response("A", "03", ONE), Response("A", "03", OTHER)], {})
    assert (refused.value.code, refused.value.parameters) == ("response_twice", {"team": "A", "inject": "03"})


@pytest.mark.parametrize("name", ["words", "least", "passage", "several"])
def test_a_likeness_by_which_nothing_could_be_compared_is_refused(name):
    with pytest.raises(ScoringError) as refused:
        Likeness(**{name: 0})
    assert (refused.value.code, refused.value.parameters) == ("likeness_outside", {"name": name, "value": 0})


def slow_measures(one, other, size):
    """Give resemblance, containment and the longest shared passage by the plainest means."""
    a, b = words_of(one), words_of(other)
    first, second = ({tuple(words[n : n + size]) for n in range(len(words) - size + 1)} for words in (a, b))
    runs = [
        length
        for start in range(len(a))
        for place in range(len(b))
        for length in range(1, min(len(a) - start, len(b) - place) + 1)
        if a[start : start + length] == b[place : place + length]
    ]
    both = len(first & second)
    return Fraction(both, len(first | second)), Fraction(both, min(len(first), len(second))), max(runs, default=0)


texts = st.lists(st.sampled_from("abcd"), min_size=3, max_size=9).map(" ".join)


@unhurried
@given(texts, texts)
def test_the_measures_are_those_of_the_plainest_computation(one, other):
    told = found(one, other, likeness=Likeness(words=2, least=2, containment=Fraction(0), passage=1))
    expected = slow_measures(one, other, 2)
    # Pairs without a shared shingle are no pairs.
    assert [(pair.resemblance, pair.containment, pair.passage) for pair in told.pairs] == (
        [expected] if expected[1] else []
    )


@unhurried
@given(st.lists(texts, min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_responses_is_irrelevant(some, random):
    likeness = Likeness(words=2, least=2)
    responses = [Response(f"t{number}", "03", text) for number, text in enumerate(some)]
    expected = find_similar(responses, {}, likeness)
    random.shuffle(responses)
    assert find_similar(responses, {}, likeness) == expected


@pytest.mark.figure
def test_sixty_teams_and_eighteen_injects_are_compared_in_two_seconds():
    random = Random(8)
    responses = [Response(f"t{team}", f"i{inject}", made_up(random, 250)) for team in range(60) for inject in range(18)]
    begun = process_time()
    assert find_similar(responses, {}).pairs == ()
    taken = process_time() - begun
    print(f"similar responses, 60 teams, 18 injects, 250 words each: {taken:.2f} s of CPU")
    assert taken < 2

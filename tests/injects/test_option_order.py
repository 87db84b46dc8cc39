"""Options stand in another order for another team, and always in the same one for the same team."""

from injects.inject import Ask
from injects.option_order import shown_order

OPTIONS = [{"id": letter, "label": letter} for letter in "ABCDEF"]
ASK = Ask(kind="choice", due="6m", options=OPTIONS)


def order(team, inject="03", ask=ASK):
    return "".join(option.id for option in shown_order(ask, inject, team))


def test_one_team_sees_one_order_for_good():
    assert order("azul") == "EAFBDC"


def test_teams_and_injects_differ():
    assert len({order(str(team)) for team in range(50)}) > 40
    assert len({order("azul", str(inject)) for inject in range(50)}) > 40


def test_each_option_comes_first_about_as_often():
    firsts = [order(str(team))[0] for team in range(600)]
    assert all(70 < firsts.count(letter) < 130 for letter in "ABCDEF")


def test_an_author_can_keep_her_order():
    assert order("azul", ask=ASK.model_copy(update={"shuffle": False})) == "ABCDEF"

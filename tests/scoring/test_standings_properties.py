"""What is true of every standing, whatever the drill, and a second computation that agrees."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from scoring.standings import compute_standings
from tests.scoring.drills import TEAMS, drills, unhurried


def by_team(standings):
    return {standing.team: standing for standing in standings}


def points(standings):
    return {standing.team: replace(standing, place=None) for standing in standings}


@unhurried
@given(drills, st.randoms(use_true_random=False))
def test_the_order_of_records_and_teams_is_irrelevant(drill, random):
    rules, records = drill
    expected = compute_standings(rules, records, TEAMS)
    shuffled, teams = list(records), list(TEAMS)
    random.shuffle(shuffled)
    random.shuffle(teams)
    assert compute_standings(rules, shuffled, teams) == expected


@unhurried
@given(drills, st.permutations(TEAMS))
def test_renaming_teams_only_renames(drill, names):
    rules, records = drill
    rules = replace(rules, ties=tuple(tie for tie in rules.ties if tie != "draw"))
    named = dict(zip(TEAMS, names, strict=True))
    renamed = compute_standings(
        replace(rules, penalties={named[team]: penalty for team, penalty in rules.penalties.items()}),
        [replace(record, team=named[record.team]) for record in records],
        names,
    )
    expected = {replace(standing, team=named[standing.team]) for standing in compute_standings(rules, records, TEAMS)}
    assert set(renamed) == expected


@unhurried
@given(drills)
def test_what_is_void_for_one_team_changes_no_points_of_another(drill):
    rules, records = drill
    voided = [replace(record, state="void") if record.team == "Azul" else record for record in records]
    before, after = (points(compute_standings(rules, each, TEAMS)) for each in (records, voided))
    assert {team: after[team] for team in TEAMS[1:]} == {team: before[team] for team in TEAMS[1:]}


@unhurried
@given(drills)
def test_what_is_void_for_one_team_keeps_the_order_of_the_others(drill):
    rules, records = drill
    rules = replace(rules, ties=tuple(tie for tie in rules.ties if tie != "draw"))
    voided = [replace(record, state="void") if record.team == "Azul" else record for record in records]
    before, after = (compute_standings(rules, each, TEAMS) for each in (records, voided))
    others = [[standing.team for standing in each if standing.team != "Azul"] for each in (before, after)]
    assert others[0] == others[1]


@unhurried
@given(drills, st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_scaling_all_weights_changes_nothing(drill, factor):
    rules, records = drill
    criteria = rules.rubric.criteria
    scaled = replace(
        rules,
        injects={name: replace(rule, weight=rule.weight * factor) for name, rule in rules.injects.items()},
        rubric=replace(rules.rubric, criteria={n: replace(c, weight=c.weight * factor) for n, c in criteria.items()}),
    )
    assert compute_standings(scaled, records, TEAMS) == compute_standings(rules, records, TEAMS)


@unhurried
@given(drills)
def test_a_score_stays_within_its_bounds_and_waits_for_its_ratings(drill):
    for standing in compute_standings(*drill, TEAMS):
        assert 0 <= standing.rated <= standing.of
        assert (standing.place is None) == (standing.score is None) == (standing.quality is None)
        if standing.score is None:
            assert standing.rated < standing.of or not standing.of
        else:
            assert 0 <= standing.score <= 100
            assert standing.score == standing.score.quantize(Decimal("0.01"))


@unhurried
@given(drills, st.data())
def test_raising_a_rating_never_lowers_the_score(drill, data):
    rules, records = drill
    rated = [record for record in records if any(any(levels) for levels in record.ratings.values())]
    if not rated:
        return
    lucky = data.draw(st.sampled_from(rated))
    ratings = {
        criterion: tuple(
            level if level is None else data.draw(st.integers(level, rules.rubric.top)) for level in levels
        )
        for criterion, levels in lucky.ratings.items()
    }
    raised = [replace(record, ratings=ratings) if record is lucky else record for record in records]
    before, after = (by_team(compute_standings(rules, each, TEAMS))[lucky.team] for each in (records, raised))
    assert (after.rated, after.of) == (before.rated, before.of)
    if before.score is not None:
        assert after.score >= before.score


@unhurried
@given(drills)
def test_places_follow_scores_and_a_draw_leaves_nobody_tied(drill):
    rules, records = drill
    placed = [standing for standing in compute_standings(rules, records, TEAMS) if standing.place]
    assert [standing.score for standing in placed] == sorted((s.score for s in placed), reverse=True)
    for standing in placed:
        assert standing.place >= 1 + sum(other.score > standing.score for other in placed)
    if "draw" in rules.ties:
        assert [standing.place for standing in placed] == list(range(1, len(placed) + 1))


@unhurried
@given(drills)
def test_a_plain_second_computation_agrees(drill):
    rules, records = drill
    assert [
        (standing.team, standing.score, standing.rated, standing.of)
        for standing in sorted(compute_standings(rules, records, TEAMS), key=lambda standing: standing.team)
    ] == [oracle(rules, [record for record in records if record.team == team], team) for team in sorted(TEAMS)]


def oracle(rules, records, team):
    """Score *team* in one pass of 60-digit decimals, written from rules.md 21, 24–27 alone."""
    with localcontext() as context:
        context.prec = 60
        total = quality_sum = time_sum = Decimal(0)
        rated = of = 0
        for record in records:
            rule = rules.injects[record.inject]
            weight = decimal(rule.weight)
            if weight == 0 or record.state not in ("answered", "late", "lapsed"):
                continue
            quality = 0 if record.state == "lapsed" else oracle_quality(rules, rule, record)
            if quality == "nothing observed":
                continue
            of += 1
            if quality == "not rated":
                continue
            rated += 1
            total += weight
            quality_sum += weight * quality
            if record.state == "answered" and quality >= 1 / Decimal(3) - Decimal("1e-40"):
                time_sum += weight * oracle_credit(record.seconds, rule)
        if not of or rated < of:
            return team, None, rated, of
        w = decimal(rules.time_weight)
        mean = ((1 - w) * quality_sum + w * time_sum) / total * 100 - decimal(rules.penalties.get(team, 0))
        # Sixty digits stand in for exactness: what lies within 1e-30 of a half is one.
        rounded = (max(mean, Decimal(0)) + Decimal("1e-30")).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return team, rounded, rated, of


def oracle_quality(rules, rule, record):
    if any(len(record.ratings.get(name, ())) < rules.ratings_needed for name in rule.criteria):
        return "not rated"
    above = below = Decimal(0)
    for name in rule.criteria:
        seen = [Decimal(level) for level in record.ratings[name] if level is not None]
        if seen:
            weight = decimal(rules.rubric.criteria[name].weight)
            above += weight * median(seen) / 3
            below += weight
    words = above / below if below else None
    option = None if record.value is None else Decimal(sorted((0, record.value, 3))[1]) / 3
    if words is None:
        return "nothing observed" if option is None else option
    return words if option is None else (words + option) / 2


def oracle_credit(seconds, rule):
    target = Decimal(rule.due) / 3 if rule.target is None else Decimal(min(rule.target, rule.due))
    if seconds <= target:
        return Decimal(1)
    if seconds > rule.due:
        return Decimal("0.5") if seconds - rule.due <= 60 else Decimal(0)
    return Decimal("0.5") + Decimal("0.5") * (rule.due - seconds) / (rule.due - target)


def decimal(number):
    exact = Fraction(number)
    return Decimal(exact.numerator) / Decimal(exact.denominator)

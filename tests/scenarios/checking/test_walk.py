"""All paths walked at once are the paths walked one by one."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from injects.condition import TeamFacts, evaluate, parse_condition
from injects.inject import Inject
from scenarios.checking.paths import MOST_COUNTED, explore
from scenarios.checking.planned import planned
from scenarios.checking.totals import Totals
from tests.scenarios.checking.test_paths import found

IDS = [f"i{number}" for number in range(5)]
FLAGS = ["f", "g", "h"]
ATOMS = st.one_of(
    st.sampled_from(FLAGS),
    st.builds('{}("{}")'.format, st.sampled_from(["answered", "lapsed", "delivered"]), st.sampled_from(IDS)),
    st.builds('chose("{}", "{}")'.format, st.sampled_from(IDS), st.sampled_from("AB")),
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: st.builds("not ({})".format, inner) | st.builds("({} {} {})".format, inner,
                                                                  st.sampled_from(["and", "or"]), inner),
    max_leaves=4,
)  # fmt: skip
ASKS = st.sampled_from([
    None, {"kind": "acknowledge"}, {"kind": "text", "due": "1m", "weight": 5, "criteria": ["C1"]},
    {"kind": "choice", "due": "1m", "weight": 3, "options": [
        {"id": "A", "label": "a", "value": 1, "sets": ["f"]}, {"id": "B", "label": "b", "sets": ["g"]}]},
])  # fmt: skip


@st.composite
def scripts(draw):
    injects = []
    for place, name in enumerate(IDS):
        earlier = IDS[:place]
        times = [{"manual": True}, {"at": timedelta(minutes=draw(st.integers(0, 9)))}]
        times += [{"after": {"inject": draw(st.sampled_from(earlier))}}] if earlier else []
        told = draw(st.sampled_from(times)) | {"if": draw(st.none() | CONDITIONS), "ask": draw(ASKS)}
        sets = draw(st.sampled_from([[], ["h"]]))
        injects.append(Inject.model_validate({"id": name, "title": "t", "sets": sets, **told}))
    return injects


def walked_alone(injects, conditions, outcomes):
    """Walk one path, told what becomes of each inject: which come."""
    flags = {flag for flag, outcome in outcomes.items() if outcome == "set by hand"}
    came, facts = set(), {"answered": set(), "lapsed": set(), "delivered": set()}
    chosen, pending, before = {}, planned(injects), None
    while len(pending) != before:
        before, waiting, pending = len(pending), pending, []
        for one in waiting:
            inject = injects[one.place]
            told = TeamFacts(flags=frozenset(flags), chosen=chosen, **{k: frozenset(v) for k, v in facts.items()})
            holds = one.place not in conditions or evaluate(conditions[one.place], told)
            if not holds or (inject.after and inject.after.inject not in came):
                pending += [one] * one.by_hand
                continue
            came.add(inject.id)
            outcome = outcomes.get(inject.id, "")
            if outcome == "not pressed":
                continue
            facts["delivered"].add(inject.id)
            flags |= set(inject.sets)
            if outcome in ("lapsed", "answered"):
                facts[outcome].add(inject.id)
            elif inject.ask and outcome and outcome != "delivered":
                facts["answered"].add(inject.id)
                chosen[inject.id] = frozenset({outcome})
                flags |= set(inject.ask.option(outcome).sets)
    return came


@settings(max_examples=150, deadline=None)
@given(scripts())
def test_each_path_reaches_what_it_would_alone(injects):
    conditions = {place: parse_condition(one.if_) for place, one in enumerate(injects) if one.if_}
    paths = explore(injects, conditions)
    for path in paths.walked:
        told = zip(paths.route.subjects, paths.route.decisions, path.choice, strict=True)
        alone = walked_alone(injects, conditions, {subject: fates[bits] for subject, fates, bits in told})
        came = paths.route.always | paths.places(path.reached)
        assert {injects[place].id for place in came} == alone
        assert path.weight == sum(one.weight for one in injects if one.id in alone)


@given(st.lists(st.tuples(st.integers(0, 0b11111), st.integers(0, 9))))
def test_totals_are_the_sums_of_what_each_path_was_given(added):
    totals = Totals(5)
    for column, amount in added:
        totals.add(column, amount)
    assert [*totals.each()] == [sum(amount for column, amount in added if column >> bit & 1) for bit in (4, 3, 2, 1, 0)]


def test_presses_that_wait_for_one_another_from_below_all_come():
    count = 11
    injects = [
        Inject.model_validate({"id": f"m{n}", "title": "t", "manual": True, "if": f'delivered("m{n + 1}")'})
        for n in range(count)
    ] + [Inject(id=f"m{count}", title="t", at="0")]
    conditions = {place: parse_condition(one.if_) for place, one in enumerate(injects) if one.if_}
    assert len(explore(injects, conditions).reached) == count + 1


def test_more_ways_than_anybody_counts_are_said_to_be_so():
    asks = [f"id: a{n}, at: {n}m, ask: {{kind: text, due: 5m, criteria: [C1]}}" for n in range(55)]
    told = [f"id: b{n}, at: 2h, if: \"answered('a{n}')\"" for n in range(55)]
    [finding] = found(*asks, *told, duration="3h")
    assert (finding.code, finding.parameters) == ("paths_sampled", {"combinations": ">10^15", "sampled": 1000})
    assert MOST_COUNTED < 2**55


def test_a_long_script_in_which_everything_hangs_on_everything_is_walked_at_once():
    count = 2000
    flags = [f"f{n}" for n in range(100)]
    injects = [
        Inject.model_validate({
            "id": f"i{n}", "title": "t", "at": f"{n}s",
            "if": " or ".join(f"not {flags[(n * 7 + k) % 100]}" for k in range(30)),
            "ask": {"kind": "choice", "due": "1m", "options": [
                {"id": "A", "label": "a", "sets": [flags[n % 100]]}, {"id": "B", "label": "b"}]},
        })
        for n in range(count)
    ]  # fmt: skip
    paths = explore(injects, {place: parse_condition(one.if_) for place, one in enumerate(injects)})
    assert (paths.count, len(paths.reached)) == (1000, count)


def test_a_press_that_waits_for_two_things_is_looked_at_once():
    told = [
        {"id": "a", "manual": True, "if": 'delivered("c")'},
        {"id": "b", "manual": True, "if": 'delivered("c") and delivered("a")'},
        {"id": "c", "at": "0"},
    ]
    injects = [Inject.model_validate({"title": "t", **one}) for one in told]
    conditions = {place: parse_condition(one.if_) for place, one in enumerate(injects) if one.if_}
    assert len(explore(injects, conditions).reached) == 3

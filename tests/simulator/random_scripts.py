"""Scenarios by chance: any timing without circles, any condition, few instants, so that much falls together."""

from hypothesis import strategies as st

NAMES = ("a", "b", "c", "d", "e", "f")
FLAGS = ("isolated", "paid")
# Few instants, so that much falls together: a deadline of one minute closes two minutes after its delivery.
whole_minutes = st.integers(0, 5)


@st.composite
def lines(draw):
    """Make up a script as `Oracle` reads it, in seconds."""
    names = NAMES[: draw(st.integers(2, 6))]
    order = draw(st.permutations(names))
    atom = st.one_of(
        st.tuples(st.booleans(), st.just("flag"), st.sampled_from(FLAGS)),
        st.tuples(st.booleans(), st.sampled_from(("answered", "lapsed", "delivered")), st.sampled_from(names)),
    )
    made = []
    for name in names:
        line = {"id": name, "ask": draw(st.sampled_from((None, "text", "choice", "acknowledge")))}
        before = order[: order.index(name)]
        match draw(st.sampled_from(("at", "after", "after", "manual") if before else ("at", "manual"))):
            case "at":
                line["at"] = 60 * draw(whole_minutes)
            case "after":
                line |= {"after": draw(st.sampled_from(before)), "delay": draw(st.sampled_from((0, 0, 30, 60)))}
            case "manual":
                line["manual"] = True
        if line["ask"] in ("text", "choice"):
            line["lasts"] = draw(st.sampled_from((60, 60, 120)))
        line["if"] = draw(st.lists(atom, max_size=1))
        line["sets"] = draw(st.lists(st.sampled_from(FLAGS), unique=True, max_size=1))
        line["optional"] = bool(line["ask"]) and draw(st.booleans())
        made.append(line)
    return made


def written(line):
    """Write a line as the scenario format has it."""
    inject = {"id": line["id"], "title": line["id"], "sets": line["sets"], "optional": line["optional"]}
    if line["if"]:
        words = [
            ("not " * negated) + (name if what == "flag" else f'{what}("{name}")') for negated, what, name in line["if"]
        ]
        inject["if"] = " and ".join(words)
    if "at" in line:
        inject["at"] = f"{line['at']}s"
    elif "after" in line:
        inject["after"] = {"inject": line["after"], "delay": f"{line['delay']}s"}
    else:
        inject["manual"] = True
    if line["ask"]:
        inject["ask"] = {"kind": line["ask"]} | ({"due": f"{line['lasts']}s"} if "lasts" in line else {})
    if line["ask"] == "choice":
        options = [{"id": flag, "label": flag, "sets": [flag]} for flag in FLAGS] + [{"id": "no", "label": "no"}]
        inject["ask"]["options"] = options
    return inject

"""How to check a bundle, for whoever opens it: a text in each language of what it is of."""

from collections.abc import Mapping
from typing import Any

from web.paper.page import MARKS
from web.words import LANGUAGES, N_, say

FILES: Mapping[str, str] = {
    "manifest.json": N_("what the bundle is of, the last hash of each chain, and the SHA-256 of each file"),
    "log/": N_("the log, a file for each chain; each row ends with a hash over itself and the hash before it"),
    "tables/": N_("the facts, a file for each table, a row on each line"),
    "drills/": N_("for each rated drill the ratings that count, the rules of the score, and the standings"),
    "awards/, awards.json": N_(
        "for each published list of awards the candidates and the rules of the call, and who was given seats, by codes"
    ),
    "scenarios/, calls/, files/": N_("scenarios, calls and files, each named by its SHA-256"),
}
STEPS = (
    N_("With Prontas: prontas verify FILE --head HASH. The hash is the one that was published with the results."),
    N_(
        "By hand, the chain: the hash of a row is the SHA-256 of a list as JSON without white space, with sorted keys, "
        "in UTF-8: the hash of the row before (empty before the first), then stream, seq, drill_time, wall_time, "
        "actor, team, kind and payload."
    ),
    N_("By hand, the standings: prontas standings drills/…/ratings.csv --rules drills/…/rules.yaml."),
)


AT, CHECK = N_("All in it is as it was at %(at)s (UTC)."), N_("How to check it")
HEADS, CONTENT = N_("The last row of each chain, and its hash"), N_("What is in it")


def readme(manifest: Mapping[str, Any], languages: tuple[str, ...]) -> dict[str, str]:
    """Give a text per language that we speak, at least one; no name stands in it, so both bundles may have it."""
    spoken = [one for one in LANGUAGES if one in {code.split("-")[0] for code in languages}] or list(LANGUAGES)
    return {f"README.{one}.md": _text(manifest, one) for one in spoken}


def _text(manifest: Mapping[str, Any], language: str) -> str:
    def words(told: str, **parameters: Any) -> str:
        return say(language, told, **parameters)

    public = manifest["kind"] == "public"
    (what, whose), *_none = manifest["of"].items()
    title = words(N_("Bundle of the drill %(id)s"), id=whose)
    if what == "programme":
        title = words(N_("Bundle of the programme %(id)s"), id=whose)
    kind = words(
        N_("This is the public bundle: it has no names and no words of anybody. Teams have codes.")
        if public
        else N_("This is the restricted bundle: it has names and words of people. Keep it as you would keep theirs.")
    )
    mark = [f"**{words(MARKS[manifest['rehearsal']])}**", ""] if manifest["exercise"] else []
    heads = [f"- `{stream}`: {head['seq']}, `{head['hash']}`" for stream, head in manifest["heads"].items()]
    files = [f"- `{name}`: {words(told)}" for name, told in FILES.items()]
    steps = [f"{number}. {words(told)}" for number, told in enumerate(STEPS, start=1)]
    return "\n".join(
        [
            *mark, f"# {title}", "", kind, "",
            words(AT, at=manifest["as_of"]), "",
            f"## {words(CHECK)}", "", *steps, "",
            f"## {words(HEADS)}", "", *heads, "",
            f"## {words(CONTENT)}", "", *files, "",
        ]
    )  # fmt: skip

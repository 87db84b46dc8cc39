"""Two people saved the same scenario: what both made of it, or who was first, when, and where they differ."""

from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy.orm import Session

from scenarios.editing import EditError, Merged, merge
from simulator.refusal import Refusal
from simulator.rows import Account, ScenarioVersion
from simulator.stored_scenarios import files_of


def merged_content(
    session: Session, base: ScenarioVersion, theirs: ScenarioVersion, mine: bytes, files: Mapping[str, bytes],
    wanted: bool,
) -> tuple[bytes, dict[str, bytes]]:  # fmt: skip
    """Give document and attachments with both changes; refuse where nobody asked for it, or where they contradict."""
    found = merged(base.content, theirs.content, mine)
    both, clashing = _merge_files(files_of(session, base), files_of(session, theirs), files)
    conflicts = [{"path": one.path, "theirs": one.theirs, "ours": one.ours} for one in found.conflicts]
    conflicts += [{"path": ["files", name], "theirs": None, "ours": None} for name in clashing]
    if wanted and not conflicts and found.text is not None:
        return found.text.encode(), both
    author = session.get(Account, theirs.author_id) if theirs.author_id else None
    name, at, number = author.name if author else "–", theirs.created_at, theirs.number
    if wanted:
        raise Refusal("scenario_conflicts", name=name, at=at, number=number, mergeable=False, conflicts=conflicts)
    mergeable = found.text is not None and not conflicts
    raise Refusal("scenario_changed", name=name, at=at, number=number, mergeable=mergeable, conflicts=conflicts)


@lru_cache(maxsize=4)
def merged(base: bytes, theirs: bytes, mine: bytes) -> Merged:
    """Merge three documents; what was merged lately is not merged again.

    It takes a second or two for a thousand injects: who saves from a page does it before her transaction.
    """
    try:
        return merge(base.decode(), theirs.decode(), mine.decode())
    except EditError:
        # What cannot be read as YAML cannot be merged; both are shown whole.
        return Merged(None, ())


def _merge_files(
    base: Mapping[str, bytes], theirs: Mapping[str, bytes], mine: Mapping[str, bytes]
) -> tuple[dict[str, bytes], list[str]]:
    both, clashing = dict(theirs), []
    for name in sorted({*base, *mine}):
        old, hers, new = base.get(name), theirs.get(name), mine.get(name)
        if new in (old, hers):
            continue
        if hers != old:
            clashing.append(name)
        elif new is None:
            both.pop(name, None)
        else:
            both[name] = new
    return both, clashing

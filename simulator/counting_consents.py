"""How many agree to what: counted once, at ENDEX, and so coarsely that no answer of anybody follows from it.

A number that moves when somebody joins, leaves or changes her mind tells what she said, however it is rounded. So it
is told once and never again, and only where at least `FEWEST` agree and at least as many do not: whoever knows the
answers of up to four people then still cannot tell a fifth one's.
"""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.kinds import drill_stream
from simulator.notice import FEWEST, PURPOSES
from simulator.rows import Consent, LogRow, Participant, Team
from simulator.scene import Scene

COUNTED = "consents_counted"


def coarse(agree: int, asked: int) -> int | None:
    """Give how many of *asked* people agree, rounded down to fives; None where so few do, or do not, that it tells."""
    return agree - agree % FEWEST if FEWEST <= agree <= asked - FEWEST else None


def count_consents(scene: Scene) -> None:
    """Tell once, at the end of play, how many agree to each purpose; nothing where no figure can be told."""
    here = (Team.drill_id == scene.drill.id, Participant.removed_at.is_(None), Participant.bot.is_(False))
    # Who has not read the notice was not asked; the log says who has, so she would not count among those who said no.
    people = select(Participant.id).join(Team).where(*here, Participant.notice.is_not(None))
    asked = scene.session.scalar(select(func.count()).select_from(people.subquery())) or 0
    stand = (Consent.participant_id.in_(people), Consent.withdrawn_at.is_(None))
    agree = select(Consent.purpose, func.count(Consent.participant_id.distinct())).where(*stand)
    found = dict(scene.session.execute(agree.group_by(Consent.purpose)).all())
    told = {purpose: coarse(found.get(purpose, 0), asked) for purpose in PURPOSES}
    if any(number is not None for number in told.values()):
        scene.tell(COUNTED, consents=told)


def consents_counted(session: Session, drill_id: str) -> Mapping[str, int | None]:
    """Give what was told at the end of a drill; None for each purpose of which nothing was."""
    here = (LogRow.stream == drill_stream(drill_id), LogRow.kind == COUNTED)
    payload = session.scalar(select(LogRow.payload).where(*here).order_by(LogRow.seq).limit(1)) or {}
    found: Mapping[str, int | None] = payload.get("consents", {})
    return {purpose: found.get(purpose) for purpose in PURPOSES}

"""The parts of a scenario that somebody else's list implies: its seats, its senders, its phases and objectives."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from injects.duration import write_duration
from scenarios.exchange.names import Names

_EVERYBODY = re.compile(
    r"all|everyone|everybody|all (?:players?|teams?|participants?|seats?|staff)|players?|participants?|"
    r"(?:whole|entire) team|team|"
    r"tod[oa]s|tod[oa]s (?:l[oa]s |os |as )?(?:equipos|equipes|jugador[ae]s|participantes)|participantes|equipo|equipe|"
    r"tous|toutes|tout le monde|(?:tous les|toutes les) (?:équipes|participant[e]?s)|participant[e]?s|équipe", re.I
)  # fmt: skip
_PARTS = re.compile(r"[;\n/|]|,\s")
_LEADS = {"en": "Team lead", "es": "Jefa de equipo", "pt": "Líder da equipe", "fr": "Cheffe d'équipe"}


@dataclass
class Story:
    """Collect who is named, as the lines of a list are read."""

    language: str
    seats: Names = field(default_factory=lambda: Names("seat"))
    characters: Names = field(default_factory=lambda: Names("sender"))
    phases: Names = field(default_factory=lambda: Names("phase"))
    objectives: Names = field(default_factory=lambda: Names("objective"))
    phase_times: dict[str, timedelta] = field(default_factory=dict)

    def seats_in(self, words: str) -> list[str]:
        """Give the seats that a cell names; none where it means everybody."""
        parts = [part.strip() for part in _PARTS.split(words) if part.strip()]
        if any(_EVERYBODY.fullmatch(part) for part in parts):
            return []
        return list(dict.fromkeys(self.seats.id_of(part) for part in parts))

    def phase(self, words: str, at: timedelta | None) -> str:
        """Give the phase that words name; it begins with the first of its injects."""
        name = self.phases.id_of(words)
        if at is not None:
            self.phase_times[name] = min(at, self.phase_times.get(name, at))
        return name

    def sections(self) -> dict[str, Any]:
        """Give the sections of the document."""
        seats = self.seats.words or {"lead": _LEADS[self.language]}
        told: dict[str, Any] = {"seats": {name: {"title": words} for name, words in seats.items()}}
        if self.characters.words:
            told["characters"] = {name: {"name": words} for name, words in self.characters.words.items()}
        if self.phases.words:
            # A phase of which nothing has a time is there from the start.
            times = {name: write_duration(self.phase_times.get(name, timedelta(0))) for name in self.phases.words}
            told["phases"] = {name: {"title": words, "at": times[name]} for name, words in self.phases.words.items()}
        if self.objectives.words:
            told["objectives"] = {name: {"title": words} for name, words in self.objectives.words.items()}
        return told

"""What the other processes of this installation say of themselves, for as long as they say it."""

from collections.abc import Mapping
from time import monotonic

from web.live.ringing import Beat

# Who has not beaten for so long says nothing any more.
FORGOTTEN = 5.0


class Neighbours:
    """Remember the last beat of each other process."""

    def __init__(self) -> None:
        self._beats: dict[str, tuple[float, Beat]] = {}

    def beat(self, process_id: str, beat: Beat) -> None:
        """Take a sign of life."""
        self._beats = {one: (at, last) for one, (at, last) in self._beats.items() if monotonic() - at <= FORGOTTEN}
        self._beats[process_id] = (monotonic(), beat)

    def are_in_trouble(self) -> bool:
        """Say whether one of them cannot do its work just now."""
        return any(beat.trouble and monotonic() - at <= FORGOTTEN for at, beat in list(self._beats.values()))

    def contacts(self, drill_id: str, here: Mapping[str, int]) -> dict[str, int]:
        """Give the seconds since each team of a drill was last heard, here or in any of them."""
        heard = dict(here)
        for at, beat in list(self._beats.values()):
            for team_id, seconds in beat.contacts.get(drill_id, {}).items():
                ago = seconds + int(monotonic() - at)
                heard[team_id] = min(ago, heard.get(team_id, ago))
        return heard

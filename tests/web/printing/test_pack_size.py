"""What a pack of many teams costs: time of the processor, memory, and that it is given in small pieces."""

import resource

import pytest

from scenarios.library import FOLDER
from scenarios.load import load
from web.paper.pack.kit import kits_of
from web.paper.pack.making import pack_zip
from web.paper.pack.subject import subject_of
from web.paper.pack.teams import numbered


def spent():
    """Give the seconds that processes made from here have cost, and the most memory one of them had, in MB."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


@pytest.mark.figure
@pytest.mark.timeout(1800)
def test_twelve_teams_take_a_second_a_kit_and_a_fraction_of_the_memory_allowed():
    loaded = load(FOLDER / "ceiba-roja")
    teams = numbered(loaded.scenario, 12, ["es", "pt"])
    subject = subject_of(loaded.scenario, loaded.files, teams=teams, languages=["es"])
    kits, before = kits_of(subject), spent()[0]
    pieces = [len(piece) for piece in pack_zip(subject, kits)]
    seconds, most = spent()[0] - before, spent()[1]

    print(f"{len(kits)} kits: {seconds:.0f} s of CPU, {most} MB in one process, {sum(pieces) / 1e6:.1f} MB of paper")
    assert max(pieces) < 2_000_000
    assert most < 600
    assert seconds < 4 * len(kits)

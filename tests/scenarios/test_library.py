"""The scenarios that come with the program are sound, down to the last warning."""

import pytest

from scenarios.library import FOLDER, shipped
from scenarios.load import check

FOLDERS = sorted(path.parent for path in FOLDER.glob("*/scenario.yaml"))


def test_every_folder_of_the_library_is_shipped():
    assert [one.scenario.id for one in shipped()] == [folder.name for folder in FOLDERS]
    assert all(one.package.document for one in shipped())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_scenario_has_nothing_wrong_or_doubtful(folder):
    assert check(folder) == []

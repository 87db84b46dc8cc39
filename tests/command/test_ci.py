"""What is skipped on a laptop fails in CI, by name."""

import pytest

pytest_plugins = ["pytester"]

SOURCE = """
import pytest

def test_runs():
    pass

def test_needs_more():
    pytest.skip("the moon is down")
"""


@pytest.mark.parametrize(("ci", "skipped", "failed"), [("true", 0, 1), ("", 1, 0)])
def test_a_skip_fails_in_ci_alone(pytester, monkeypatch, ci, skipped, failed):
    monkeypatch.setenv("CI", ci)
    pytester.makeconftest("from tests.ci import pytest_runtest_makereport")
    pytester.makepyfile(SOURCE)
    told = pytester.runpytest_inprocess("-p", "no:cacheprovider")

    told.assert_outcomes(passed=1, skipped=skipped, failed=failed)
    assert ci != "true" or "skipped in CI: the moon is down" in told.stdout.str()

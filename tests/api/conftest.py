"""Fixtures of the API's tests: the real app, and scripts that come with a token."""

from functools import partial

import pytest

from tests.api.scripts import script_of
from tests.web.conftest import app, new_app, one_server, signed_in

__all__ = ["app", "new_app", "one_server", "signed_in"]


@pytest.fixture
def script(app, house):
    """Give somebody's script: ``script(cast.fatima)`` has all her scopes, ``script(cast.fatima, "read")`` one."""
    return partial(script_of, app, house)

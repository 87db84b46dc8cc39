"""Fixtures of the abuse table's tests: the app and its browsers, and a database of each kind."""

from tests.simulator.conftest import each_database, each_schema
from tests.web.conftest import app, browser, new_app, one_server, signed_in

__all__ = ["app", "browser", "each_database", "each_schema", "new_app", "one_server", "signed_in"]

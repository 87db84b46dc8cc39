"""What many tests begin with, built once a process: the database is put back as it was then, in a few milliseconds.

Only where nothing else has happened yet. A test that has moved its clock or written anything before gets the real
thing, as it would without this file.
"""

import copy
import sqlite3

from tests.cast import START


class Kept:
    """The database in memory as it is with the staff hired, and with each drill that a test has asked for."""

    def __init__(self, engine):
        self._engine, self._drills = engine, {}
        with engine.connect() as connection:
            # The database in memory has just one.
            self._driver = connection.connection.driver_connection
        self._hired = self._copied()
        self._staff = self._untouched = None

    def _copied(self):
        into = sqlite3.connect(":memory:")
        self._driver.backup(into)
        return into

    def begin(self):
        """Put the database back to where the staff is hired, and nothing else has happened."""
        self._hired.backup(self._driver)
        self._untouched = self._driver.total_changes

    def come_in(self, cast):
        """Let the staff of *cast* come in."""
        if self._staff is None or not self._is_untouched(cast):
            cast.refresh()
        else:
            cast.__dict__.update(self._staff)
        if self._is_untouched(cast):
            self._staff = cast.staff()

    def _is_untouched(self, cast):
        same = cast.house.engine is self._engine and cast.clock.now == START
        return same and self._driver.total_changes == self._untouched

    def drill(self, cast, key, build):
        """Give what *build* makes of *cast*: a `Play`, from the second time on as it was the first time."""
        if not self._is_untouched(cast):
            return build(cast)
        house, clock = cast.house, cast.clock
        # Where an app listens, the test's own list does not hear.
        key = (key, house.announce == house.heard.extend)
        if key not in self._drills:
            play = build(cast)
            self._drills[key] = (self._copied(), copy.copy(play), cast.staff(), clock.now, tuple(house.heard))
            return play
        kept, play, staff, now, heard = self._drills[key]
        kept.backup(self._driver)
        # A second drill stands beside this one.
        self._untouched = None
        clock.now, house.heard[:] = now, heard
        cast.__dict__.update(staff)
        play = copy.copy(play)
        play.cast, play.house, play.clock, play.codes = cast, house, clock, dict(play.codes)
        return play

    def close(self):
        """Let go of every copy."""
        for kept in (self._hired, *(drill[0] for drill in self._drills.values())):
            kept.close()

"""Luck that can be had again: the ids, codes, draws and tokens of one test are the same in every run.

A test whose outcome hangs on what was drawn fails on some machine on some day, and passes when it is looked at.
``PRONTAS_TEST_SEED=7 make test`` deals anew, and whatever fails there fails with that seed again. Servers that run
in a process of their own draw as they always do.
"""

import base64
import os
import random
import secrets
from contextlib import contextmanager

import pytest

import simulator.actions.drills
import simulator.digest
import simulator.rows.base
import simulator.second_factor
import web.headers

SEED = os.environ.get("PRONTAS_TEST_SEED", "0")
DRAWING = (simulator.actions.drills, simulator.digest, simulator.rows.base, simulator.second_factor, web.headers)


class Luck(random.Random):
    """Stands where a module of ours has ``secrets``."""

    compare_digest = staticmethod(secrets.compare_digest)

    def randbits(self, bits):
        """Draw as ``secrets.randbits`` does."""
        return self.getrandbits(bits)

    def token_hex(self, size):
        """Draw as ``secrets.token_hex`` does."""
        return self.randbytes(size).hex()

    def token_urlsafe(self, size):
        """Draw as ``secrets.token_urlsafe`` does."""
        return base64.urlsafe_b64encode(self.randbytes(size)).rstrip(b"=").decode("ascii")


LUCK = Luck()


def deal(name):
    """Draw from here on what belongs to *name*."""
    LUCK.seed(f"{SEED} {name}")


@contextmanager
def dealt(name):
    """Draw for a while what belongs to *name*, then go on where it stood."""
    stood = LUCK.getstate()
    deal(name)
    yield
    LUCK.setstate(stood)


def pytest_configure():
    """Let every module of ours that draws draw from here."""
    for module in DRAWING:
        module.secrets = LUCK


def pytest_report_header():
    """Say the seed."""
    return f"seed: {SEED}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Deal to each test its own."""
    deal(item.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef, request):
    """Deal to what several tests share its own, whichever of them comes first."""
    if fixturedef.scope == "function":
        return (yield)
    with dealt(f"{request.node.nodeid} {fixturedef.argname}"):
        return (yield)

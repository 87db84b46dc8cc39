"""How verbs are run: in this process, in English as far as nothing else is asked for."""

import pytest
from click.testing import CliRunner

from web.command import main

SAID = ("PRONTAS_LANGUAGE", "PRONTAS_DEBUG", "PRONTAS_DATABASE", "PRONTAS_PUBLIC_URL", "LC_ALL", "LC_MESSAGES")


@pytest.fixture
def run(monkeypatch):
    """Run ``prontas …``."""
    for name in SAID:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return lambda *arguments, **more: CliRunner().invoke(main, [str(one) for one in arguments], **more)

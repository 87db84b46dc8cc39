"""Packs for tests: from a scenario as a plain dict, and the words that stand in a kit."""

import html
import re

import yaml

from scenarios.load import read_scenario_text
from scenarios.scenario import Scenario
from scenarios.shape import read_shape
from tests.permission.canaries import FILES
from web.paper.pack.document import pack_html
from web.paper.pack.kit import kits_of
from web.paper.pack.subject import subject_of
from web.paper.pack.teams import named

CANARY = re.compile(r"cn[-_][\w-]+")


def scenario_from(written, files=()):
    """Give a scenario, which must be sound."""
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
    scenario, findings = read_scenario_text(text, "scenario.yaml", files=dict(files))
    assert scenario is not None, findings
    return scenario


def pack(written, files=FILES, teams=(("Azul", "es"), ("Verde", "en")), **facts):
    """Give the subject of a pack for two teams."""
    return pack_for(scenario_from(written, files), files, teams, **facts)


def drafted(written):
    """Give the subject of a pack of a scenario whose paths need not be of one weight."""
    scenario, faults = read_shape(Scenario, written)
    assert scenario is not None and not faults, faults
    return pack_for(scenario, {}, (("Azul", "es"),))


def pack_for(scenario, files, teams, **facts):
    """Give the subject of a pack for named teams."""
    return subject_of(scenario, files, teams=named(scenario, list(teams)), **facts)


def kit_of(subject, kind, *, seat=None, team=0, language=None):
    """Give one kit."""
    seed = subject.teams[team].seed
    found = [
        kit
        for kit in kits_of(subject, kinds={kind}, seats={seat} if seat else (), teams={seed})
        if language in (None, kit.language)
    ]
    return found[0]


def words_of_kit(subject, *kits):
    """Give what is read in kits, as one line."""
    body = pack_html(subject, kits).partition("</style>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def canaries_in(words):
    """Name the canaries that stand in words."""
    return {one.removeprefix("cn-") for one in CANARY.findall(words)}

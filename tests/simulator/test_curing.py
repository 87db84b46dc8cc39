"""The cure window: what was named may be mended, from what was sent, and nothing else."""

import json
from datetime import timedelta

import pytest

from simulator.actions.application_files import remove_file
from simulator.curing import open_cure
from simulator.programme_scene import open_programme
from simulator.rows import Application
from tests.applying import CLOSES, Applying, pdf, whole
from tests.cast import refused, seconds

PARTS = ["document:letter", "field:need"]


def cure(programme, who, parts=PARTS, until=None):
    """Open a cure window as an action of the staff does."""

    # Under a name that the permission table knows.
    def application_list(session, now, actor, *, programme_id):
        scene = open_programme(session, now, actor, programme_id)
        open_cure(scene, session.get(Application, who.id), until or now + timedelta(hours=48), parts)

    programme.house.perform(application_list, programme.cast.olga, programme_id=programme.id)


@pytest.fixture
def programme(cast):
    """Give a programme whose call has a cure window, after its closing."""
    return Applying(cast, windows__cure="48h")


@pytest.fixture
def ana(programme):
    """Give a lead who has sent an application, and has written and taken away something since."""
    ana = programme.sent()
    programme.write(ana, whole(need="Después de enviar."))
    programme.house.perform(remove_file, ana, file_id=programme.see(ana)["files"]["letter"]["id"])
    programme.clock.now = CLOSES + timedelta(days=2)
    return ana


def test_it_begins_with_what_was_sent_and_tells_the_lead(programme, ana):
    cure(programme, ana)

    own = programme.see(ana)
    assert own["content"] == whole() and set(own["files"]) == {"letter"} and not own["unsent"]
    assert (own["phase"], own["cure_parts"]) == ("cure", PARTS)
    (mail,) = programme.mails("cure_opened")
    assert json.loads(mail[3])["parts"] == ["Carta institucional", "¿Por qué ustedes?"]


def test_only_what_was_named_can_be_mended(programme, ana):
    cure(programme, ana)
    other = whole(need="Mejor.", institution="Otra")
    other["members"] = []
    programme.write(ana, other)
    own = programme.see(ana)["content"]

    assert own["fields"]["need"] == "Mejor." and own["fields"]["institution"] == "Ministerio de Hacienda"
    assert len(own["members"]) == 2
    programme.letter(ana, pdf(b"nueva"))
    receipt = programme.send(ana)
    assert (receipt["version"], receipt["cure"], receipt["complete"]) == (2, True, True)


def test_a_document_that_was_not_named_stays_as_it_is_and_members_may_be_named(programme, ana):
    cure(programme, ana, parts=["members"])
    with refused("part_not_open"):
        programme.letter(ana, pdf(b"nueva"))
    fewer = whole()
    fewer["members"] = fewer["members"][:1]
    programme.write(ana, fewer)

    # The last word on what is still missing is the staff's.
    assert programme.send(ana)["complete"] is False


def test_a_second_after_it_nothing_can_be_mended(programme, ana):
    cure(programme, ana)
    programme.clock.now += timedelta(hours=48)
    programme.write(ana, whole(need="Justo a tiempo."))
    programme.clock.now += seconds(1)
    with refused("applications_closed"):
        programme.send(ana)


@pytest.mark.parametrize("parts", [[], ["field:region"], ["everything"]])
def test_a_part_that_the_call_does_not_have_is_refused(programme, ana, parts):
    with refused("not_found"):
        cure(programme, ana, parts=parts)


def test_where_the_call_has_no_such_window_there_is_none(cast):
    programme = cast.once(Applying)
    ana = programme.sent()
    with refused("no_cure_window"):
        cure(programme, ana)


def test_what_was_never_sent_cannot_be_mended(programme):
    eva = programme.begin("Eva", "eva@x.example")
    with refused("no_cure_window"):
        cure(programme, eva)

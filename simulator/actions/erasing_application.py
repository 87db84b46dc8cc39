"""Erasing an application: by its lead while the call is open, by an organizer at any time; its offers go on."""

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.application_scene import own_application_scene
from simulator.leaving import close_sockets
from simulator.programme.offering import withdraw_awards
from simulator.programme_scene import ProgrammeScene, open_programme
from simulator.refusal import Refusal
from simulator.rows import Application
from simulator.scrubbing import ask_scrubbing
from simulator.wiping_applications import wipe_applications


def erase_own_application(session: Session, now: datetime, actor: Actor) -> None:
    """Let a lead erase her own application: what was never sent at any time, what was sent until the call closes.

    Afterwards it counts, and only an organizer erases it: somebody else may have been passed over for it.
    """
    programme = open_programme(session, now, actor, actor.programme_id)
    scene = own_application_scene(session, now, actor)
    if scene.current is not None and scene.phase not in ("open", "grace"):
        raise Refusal("application_counts")
    _erase(programme, scene.application)


def erase_application(session: Session, now: datetime, actor: Actor, *, programme_id: str, application_id: str) -> None:
    """Erase an application for its lead; it takes part no longer."""
    scene = open_programme(session, now, actor, programme_id)
    application = session.get(Application, application_id, populate_existing=True)
    if application is None or application.programme_id != programme_id:
        raise Refusal("not_found")
    if application.erased_at is not None:
        raise Refusal("already_erased")
    _erase(scene, application)


def _erase(scene: ProgrammeScene, application: Application) -> None:
    close_sockets(scene.session, scene.now, f"applicant:{application.id}")
    wipe_applications(scene.session, scene.now, [application])
    application.state = "withdrawn"
    scene.tell("application_erased", application=application.id)
    withdraw_awards(scene, application.id)
    ask_scrubbing(scene.session)

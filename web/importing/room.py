"""The room in which a file of the field is looked at before it becomes a scenario."""

from flask import Blueprint, current_app, request
from werkzeug.exceptions import RequestEntityTooLarge

from simulator.permission import require
from web import door
from web.gate import MOST_WORDS
from web.importing.apart import ReadApart, ReadList

importing = Blueprint("importing", __name__, template_folder="templates")
importing.record_once(lambda state: state.app.extensions.update(list_reader=ReadApart()))


def list_reader() -> ReadList:
    """Give what reads a file for this app."""
    found: ReadList = current_app.extensions["list_reader"]
    return found


def refuse_strangers() -> None:
    """Let only those in who may make a scenario, and no more words than a form has; to others the room is not there."""
    require(door.staff(), "create_scenario")
    # The gate lets more through for the sake of one field.
    if any(len(words) > MOST_WORDS for name, words in request.form.items() if name != "kept"):
        raise RequestEntityTooLarge

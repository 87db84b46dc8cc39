"""The editor's blueprint: its pages register here."""

from flask import Blueprint, current_app

from web.rehearsal.apart import RehearseApart, RehearseForPage

editor = Blueprint("editor", __name__, template_folder="templates")
editor.record_once(lambda state: state.app.extensions.update(rehearser=RehearseApart()))


def rehearser() -> RehearseForPage:
    """Give what rehearses for this app's pages."""
    found: RehearseForPage = current_app.extensions["rehearser"]
    return found

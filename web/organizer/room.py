"""The organizer's room: every page of a drill's results."""

from flask import Blueprint

organizer = Blueprint("organizer", __name__, template_folder="templates", url_prefix="/drills/<drill_id>/standings")

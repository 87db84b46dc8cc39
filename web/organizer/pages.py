"""The organizer room's pages."""

from flask import Blueprint

organizer = Blueprint("organizer", __name__, template_folder="templates")

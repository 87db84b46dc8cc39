"""The participant room's pages."""

from flask import Blueprint

participant = Blueprint("participant", __name__, template_folder="templates")

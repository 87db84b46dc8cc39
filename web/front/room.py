"""The front room's blueprint: its pages register here."""

from flask import Blueprint

front = Blueprint("front", __name__, template_folder="templates")
